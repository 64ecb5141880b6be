"""The equations of a form against the cells of a report."""

from collections.abc import Callable, Iterator, Sequence
from decimal import localcontext
from functools import cache
from typing import Any

import attrs

from govdisclosure.cell import Absent
from govdisclosure.checks.sides import side
from govdisclosure.checks.tables.outcome import EXACT, Outcome, Span, Values, applies, known, outcome, total
from govdisclosure.finding import MISSING, Finding, Severity, Verdict
from govdisclosure.form import ROOT, Equation, Form, compile_form
from govdisclosure.model import Report, Statistics

__all__ = ["Judged", "all_hold", "check_equations", "judge", "told"]


@attrs.frozen
class Judged:
    """An equation and what became of it."""

    equation: Equation
    outcome: Outcome
    left: Span
    right: Span
    #: Whether the total is blank while some of its parts are known.
    missing: bool = False
    #: For an undecided equation, whether it holds if nothing printed means zero.
    agrees: bool = False


def check_equations(report: Report) -> Iterator[Finding]:
    """Every sum, balance and comparison that the form of the tables declares."""
    statistics = report.statistics
    if statistics is None:
        return
    form = compile_form(type(statistics))
    if not all_hold(form, statistics):
        values = form.values(statistics)
        judged = [judge(equation, values, form) for equation in form.expanded(form.equations, statistics)]
        yield from told(report, form, judged)


def judge(equation: Equation, values: Values, form: Form) -> Judged:
    """What becomes of an equation."""
    if not applies(equation, values):
        return Judged(equation, Outcome.HOLDS, Span(), Span())
    left, right = total(equation.left, values, form), total(equation.right, values, form)
    found = outcome(equation.rule.relation, left, right)
    if found is not Outcome.UNDECIDED:
        return Judged(equation, found, left, right)
    zero = [total(paths, values, form, blank_is_zero=True) for paths in (equation.left, equation.right)]
    agrees = outcome(equation.rule.relation, *zero) is Outcome.HOLDS
    return Judged(equation, found, left, right, _is_missing(equation, values), agrees)


def _is_missing(equation: Equation, values: Values) -> bool:
    blank = equation.rule.has_total and values[equation.left[0]] is Absent.BLANK
    return blank and any(known(values[path]) for path in equation.right)


def told(report: Report, form: Form, judged: Sequence[Judged]) -> Iterator[Finding]:
    """The findings: each failure by itself, what is missing or undecided once for a rule and table."""
    groups: dict[tuple[str, str, bool, bool], list[Judged]] = {}
    for one in judged:
        if one.outcome is Outcome.UNDECIDED:
            key = (one.equation.rule.code, one.equation.table, one.missing, one.agrees and not one.missing)
            groups.setdefault(key, []).append(one)
    pending = dict(groups)
    for one in judged:
        rule = one.equation.rule
        if one.outcome is Outcome.FAILS:
            yield _failed(report, form, one)
        elif one.outcome is Outcome.UNDECIDED:
            key = (rule.code, one.equation.table, one.missing, one.agrees and not one.missing)
            if group := pending.pop(key, None):
                yield _undecided(report, form, group)


def _failed(report: Report, form: Form, one: Judged) -> Finding:
    equation, left, right = one.equation, one.left.low, one.right.low
    exact = one.left.is_known and one.right.is_known
    return Finding(
        code=equation.rule.code,
        severity=Severity.of(equation.rule.severity),
        verdict=Verdict.FAILED,
        left=side(report, equation.left, left),
        right=side(report, equation.right, right),
        difference=left - right if exact and left is not None and right is not None else None,
        params={"form": form.id, "table": equation.table, **_body(report, form, equation)},
    )


def _body(report: Report, form: Form, equation: Equation) -> dict[str, str]:
    """The name of the body, for an equation within one of the rows that repeat."""
    statistics = report.statistics
    names = {form.body(path, statistics) for path in equation.paths} if form.repeats and statistics else set()
    name = names.pop() if len(names) == 1 else None
    return {"body": name} if name else {}


def _undecided(report: Report, form: Form, group: list[Judged]) -> Finding:
    first = group[0]
    rule, values = first.equation.rule, form.values(report.statistics) if report.statistics else {}
    if first.missing:
        paths, right = [one.equation.left[0] for one in group], None
        if len(group) == 1:
            right = side(report, first.equation.right, first.right.low)
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
        agrees_if_blank_is_zero=None if first.missing else first.agrees,
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
