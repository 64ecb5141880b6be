"""One body's reports of several years: what was carried over, and stocks that changed by what was told."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from govdisclosure.checks.bodies import by_body
from govdisclosure.checks.tables.equations import Judged
from govdisclosure.checks.tables.outcome import Outcome, Span, Values, Weighed, known, total, weigh
from govdisclosure.finding import Finding, Findings, Severity, Side, Verdict, finding
from govdisclosure.form import Equation, Form, compile_form
from govdisclosure.model import Report

__all__ = ["check_years"]


def check_years(reports: Iterable[Report]) -> tuple[Finding, ...]:
    """Each year's tables against those of the year before, for every publisher among the reports.

    Bodies are matched by identifier, else by name. Applies what the later form declares, as far as the earlier form
    has the cells; a year that is missing is no finding. Paths on the left are of the later report;
    ``previous_paths`` are those of the earlier one.
    """
    groups = by_body(report for report in reports if report.statistics is not None)
    return Findings(one for group in groups for one in _of_body(group))


def _of_body(reports: list[Report]) -> Iterator[Finding]:
    for earlier, later in pairwise(reports):
        name = later.publisher.name if later.publisher else ""
        if later.year == earlier.year:
            params = {"publisher": name, "year": str(later.year)}
            yield finding("years-doubled", Side(paths=("year",), value=str(later.year)), params=params)
        elif later.year == earlier.year + 1:
            yield from _between(name, earlier, later)


def _between(name: str, earlier: Report, later: Report) -> Iterator[Finding]:
    if earlier.statistics is None or later.statistics is None:
        return
    old, new = compile_form(type(earlier.statistics)), compile_form(type(later.statistics))
    before, now = old.values(earlier.statistics), new.values(later.statistics)
    undecided: dict[tuple[str, str, bool], list[Judged]] = {}
    for equation in new.year_equations:
        if not all(path in before for path in equation.previous):
            continue
        one = _judged(equation, now, before, (new, old))
        if one.outcome is Outcome.FAILS:
            yield _failed(one, name, later, new)
        elif one.outcome is Outcome.UNDECIDED:
            undecided.setdefault((equation.rule.code, equation.table, one.weighed.agrees), []).append(one)
    for group in undecided.values():
        yield _undecided(group, name, later, new, now)


def _judged(equation: Equation, now: Values, before: Values, forms: tuple[Form, Form]) -> Judged:
    new, old = forms
    if any(now[path] is None for path in equation.left) or any(before[path] is None for path in equation.previous):
        return Judged(equation, Weighed(Outcome.HOLDS))

    def sides(*, blank_is_zero: bool) -> tuple[Span, Span]:
        left = total(equation.left, now, new, blank_is_zero=blank_is_zero)
        right = total(equation.right, now, new, blank_is_zero=blank_is_zero)
        return left, right + total(equation.previous, before, old, blank_is_zero=blank_is_zero)

    return Judged(equation, weigh(equation.rule.relation, sides))


def _failed(one: Judged, name: str, later: Report, form: Form) -> Finding:
    equation, weighed = one.equation, one.weighed
    return Finding(
        code=equation.rule.code,
        severity=Severity.of(equation.rule.severity),
        verdict=Verdict.FAILED,
        left=Side(paths=equation.left, value=weighed.left.low),
        right=Side(paths=equation.right, value=weighed.right.low),
        difference=weighed.difference,
        params=_params(name, later, form, equation, equation.previous),
    )


def _params(name: str, later: Report, form: Form, equation: Equation, previous: Iterable[str]) -> dict[str, str]:
    return {
        "form": form.id,
        "table": equation.table,
        "publisher": name,
        "year": str(later.year),
        "previous_year": str(later.year - 1),
        "previous_paths": " ".join(previous),
    }


def _undecided(group: list[Judged], name: str, later: Report, form: Form, now: Values) -> Finding:
    first = group[0]
    cells = [path for one in group for path in one.equation.paths]
    paths = [path for path in cells if now[path] is not None and not known(now[path])]
    previous = [path for one in group for path in one.equation.previous]
    return Finding(
        code=first.equation.rule.code,
        severity=Severity.INFO,
        verdict=Verdict.UNDECIDED,
        left=Side(paths=tuple(dict.fromkeys(paths))),
        params=_params(name, later, form, first.equation, previous) | {"count": str(len(group))},
        agrees_if_blank_is_zero=first.weighed.agrees,
    )
