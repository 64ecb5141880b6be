"""What a form prints, for whom, and in which years: alternatives, impossible values, the vintage."""

from collections.abc import Iterator

import attrs

from govdisclosure import catalog
from govdisclosure.checks.sides import side
from govdisclosure.checks.tables.outcome import known, span_of
from govdisclosure.declare import ImpossibleFor
from govdisclosure.finding import Finding, Severity, Side, Verdict, finding
from govdisclosure.form import Form, compile_form, pattern_of, standing
from govdisclosure.model import Report

__all__ = ["check_alternatives", "check_impossible", "check_vintage"]


def check_alternatives(report: Report) -> Iterator[Finding]:
    """Rows that are printed instead of each other stand in one report only one at a time."""
    if report.statistics is None:
        return
    form = compile_form(type(report.statistics))
    for one, other in form.alternatives:
        if standing(report.statistics, one) is not None and standing(report.statistics, other) is not None:
            params = {"form": form.id}
            yield finding("rows-alternative", side(report, [one], None), side(report, [other], None), params=params)


def check_impossible(report: Report) -> Iterator[Finding]:
    """Numbers above zero in cells that the publisher, by its kind or level, cannot fill."""
    publisher, statistics = report.publisher, report.statistics
    if publisher is None or statistics is None:
        return
    form = compile_form(type(statistics))
    rules = [rule for rule in form.impossible if publisher.kind in rule.kinds or publisher.level in rule.levels]
    cells = form.values(statistics) if rules else {}
    values = [(path, pattern_of(path) if form.repeats else path, v) for path, v in cells.items() if v is not None]
    for rule in rules:
        printed = {path: v for path, pattern, v in values if pattern in rule.cells}
        for path, value in printed.items():
            if known(value) and value > 0:
                yield _impossible(rule, form, publisher.name, side(report, [path], value), Verdict.FAILED)
        if unknown := {path: value for path, value in printed.items() if not known(value)}:
            found = _impossible(rule, form, publisher.name, side(report, [*unknown], None), Verdict.UNDECIDED)
            spans = [span_of(value, signed=False, blank_is_zero=True) for value in unknown.values()]
            yield attrs.evolve(found, agrees_if_blank_is_zero=all(span.high == 0 for span in spans))


def _impossible(rule: ImpossibleFor, form: Form, publisher: str, left: Side, verdict: Verdict) -> Finding:
    """A cell that is above zero, or the cells that could be."""
    open_ones = {"count": str(len(left.paths))} if verdict is Verdict.UNDECIDED else {}
    return Finding(
        code=rule.code,
        severity=Severity.INFO if verdict is Verdict.UNDECIDED else Severity.of(rule.severity),
        verdict=verdict,
        left=left,
        params={"form": form.id, "publisher": publisher, **open_ones},
    )


def check_vintage(report: Report) -> Iterator[Finding]:
    """The form of a report against the one that is in use for its year."""
    used = catalog.FORMS.get(report.form)
    if used is None or used.covers(report.year):
        return
    expected = catalog.form_of_year(report.year, used.country)
    if expected is None:
        return
    right = Side(paths=("year",), value=expected.id)
    if report.statistics is not None and expected.statistics is None:
        yield finding("tables-unexpected", side(report, ["statistics"], report.form), right)
    else:
        yield finding("form-year", side(report, ["form"], report.form), right)
