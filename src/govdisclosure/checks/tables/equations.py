"""The equations of a form against the cells of a report."""

from collections.abc import Callable, Iterator, Sequence
from decimal import localcontext
from functools import cache
from typing import Any

import attrs

from govdisclosure.cell import Absent
from govdisclosure.checks.sides import side
from govdisclosure.checks.tables.outcome import EXACT, Outcome, Span, Values, Weighed, applies, known, total, weigh
from govdisclosure.finding import MISSING, Finding, Severity, Verdict
from govdisclosure.form import ROOT, Equation, Form, compile_form
from govdisclosure.model import Report, Statistics

__all__ = ["Judged", "all_hold", "check_equations", "judge"]


@attrs.frozen
class Judged:
    """An equation and what became of it."""

    equation: Equation
    weighed: Weighed
    #: Whether the total is blank while some of its parts are known.
    missing: bool = False

    @property
    def outcome(self) -> Outcome:
        """What became of it."""
        return self.weighed.outcome

    @property
    def group(self) -> tuple[str, str, bool, bool]:
        """What is undecided alike, and told together."""
        return self.equation.rule.code, self.equation.table, self.missing, self.weighed.agrees and not self.missing


def check_equations(report: Report) -> Iterator[Finding]:
    """Every sum, balance and comparison that the form of the tables declares."""
    statistics = report.statistics
    if statistics is None:
        return
    form = compile_form(type(statistics))
    if not all_hold(form, statistics):
        values = form.values(statistics)
        judged = [judge(equation, values, form) for equation in form.expanded(form.equations, statistics)]
        yield from _told(report, form, judged, values)


def judge(equation: Equation, values: Values, form: Form) -> Judged:
    """What becomes of an equation."""
    if not applies(equation, values):
        return Judged(equation, Weighed(Outcome.HOLDS))

    def sides(*, blank_is_zero: bool) -> tuple[Span, Span]:
        left = total(equation.left, values, form, blank_is_zero=blank_is_zero)
        return left, total(equation.right, values, form, blank_is_zero=blank_is_zero)

    weighed = weigh(equation.rule.relation, sides)
    missing = weighed.outcome is Outcome.UNDECIDED and _is_missing(equation, values)
    return Judged(equation, weighed, missing)


def _is_missing(equation: Equation, values: Values) -> bool:
    blank = equation.rule.has_total and values[equation.left[0]] is Absent.BLANK
    return blank and any(known(values[path]) for path in equation.right)


def _told(report: Report, form: Form, judged: Sequence[Judged], values: Values) -> Iterator[Finding]:
    """The findings: each failure by itself, what is missing or undecided once for a rule and table."""
    groups: dict[tuple[str, str, bool, bool], list[Judged]] = {}
    for one in judged:
        if one.outcome is Outcome.UNDECIDED:
            groups.setdefault(one.group, []).append(one)
    for one in judged:
        if one.outcome is Outcome.FAILS:
            yield _failed(report, form, one)
        elif one.outcome is Outcome.UNDECIDED and (group := groups.pop(one.group, None)):
            yield _undecided(report, form, group, values)


def _failed(report: Report, form: Form, one: Judged) -> Finding:
    equation, weighed = one.equation, one.weighed
    return Finding(
        code=equation.rule.code,
        severity=Severity.of(equation.rule.severity),
        verdict=Verdict.FAILED,
        left=side(report, equation.left, weighed.left.low),
        right=side(report, equation.right, weighed.right.low),
        difference=weighed.difference,
        params={"form": form.id, "table": equation.table, **_body(report, form, equation)},
    )


def _body(report: Report, form: Form, equation: Equation) -> dict[str, str]:
    """The name of the body, for an equation within one of the rows that repeat."""
    statistics = report.statistics
    names = {form.body(path, statistics) for path in equation.paths} if form.repeats and statistics else set()
    name = names.pop() if len(names) == 1 else None
    return {"body": name} if name else {}


def _undecided(report: Report, form: Form, group: list[Judged], values: Values) -> Finding:
    first = group[0]
    rule = first.equation.rule
    if first.missing:
        paths, right = [one.equation.left[0] for one in group], None
        if len(group) == 1:
            right = side(report, first.equation.right, first.weighed.right.low)
    else:
        cells = dict.fromkeys(path for one in group for path in one.equation.paths)
        paths, right = [path for path in cells if values[path] is not None and not known(values[path])], None
    return Finding(
        code=rule.code + (MISSING if first.missing else ""),
        severity=Severity.INFO,
        verdict=Verdict.UNDECIDED,
        left=side(report, paths, None),
        right=right,
        params={"form": form.id, "table": first.equation.table, "count": str(len(group))},
        agrees_if_blank_is_zero=None if first.missing else first.weighed.agrees,
    )


# --- the common case: everything known and everything right -----------------------------------------------


def all_hold(form: Form, statistics: Statistics) -> bool:
    """Whether every equation holds; ``False`` also where that is not sure. Costs little more than the additions."""
    try:
        key: Any = form.cls
        with localcontext(EXACT):
            return _quick(key)(statistics)
    except TypeError:  # a cell without a number
        return False


@cache
def _quick(cls: Any) -> Callable[[Statistics], bool]:
    """Compile the equations of a form to one expression over its cells."""
    form = compile_form(cls)
    if form.repeats:
        return lambda _: False
    needed = {path for equation in form.equations for path in equation.paths}
    lines: list[str] = []
    names: dict[str, str] = {}
    _unpack(form, needed, lines, names)
    conditions = [
        f"{_added(e.left, names)} {'==' if e.rule.relation == '=' else '<='} {_added(e.right, names)}"
        for e in form.equations
    ]
    source = "\n".join(["def quick(v0):", *lines, f" return {' and '.join(conditions) or 'True'}"])
    space: dict[str, Callable[[Statistics], bool]] = {}
    exec(compile(source, f"<equations of {form.id}>", "exec"), space)  # noqa: S102 - names are our own fields
    return space["quick"]


def _added(paths: Sequence[str], names: dict[str, str]) -> str:
    # The zero makes an absent value refuse, where two of them would compare as equal.
    return "0+" + "+".join(names[path] for path in paths)


def _unpack(form: Form, needed: set[str], lines: list[str], names: dict[str, str]) -> None:
    """One assignment for each record and cell that is needed; what a row that is not printed holds is zero."""
    optional = {row.optional for table in form.tables for row in table.rows if row.optional}

    def visit(path: str, variable: str, indent: str) -> None:
        below = [p for p in needed if p.startswith(f"{path}.")]
        for child in dict.fromkeys(".".join(p.split(".")[: path.count(".") + 2]) for p in form.cells if p in below):
            name = f"v{len(names) + len(lines) + 1}"
            lines.append(f"{indent}{name}={variable}.{child.rpartition('.')[2]}")
            if child in needed:
                names[child] = name
            elif child in optional:
                branch(child, name, indent)
            else:
                visit(child, name, indent)

    def branch(path: str, variable: str, indent: str) -> None:
        lines.append(f"{indent}if {variable} is not None:")
        visit(path, variable, indent + " ")
        cells = [names[p] for p in form.cells if p in needed and p.startswith(f"{path}.")]
        lines.append(f"{indent}else: {'='.join(cells)}=0")

    visit(ROOT, "v0", " ")
