"""A parent's tables against those of the bodies under it: every cell, and every body."""

from collections.abc import Iterable, Sequence

from govdisclosure.checks.bodies import same_body
from govdisclosure.checks.tables.outcome import Outcome, Span, Values, Weighed, total, weigh
from govdisclosure.finding import Finding, Findings, Severity, Side, Verdict, finding
from govdisclosure.form import Form, compile_form
from govdisclosure.model import Publisher, Report

__all__ = ["check_rollup"]


def check_rollup(
    parent: Report, children: Iterable[Report], *, expected: Iterable[Publisher] = ()
) -> tuple[Finding, ...]:
    """Every cell of a parent's tables against the sum of its children's.

    ``expected`` are the bodies that should have reported; without it nobody can be missing. Bodies are matched by
    identifier, else by name. Named are: a body that is missing, one that reported twice (the first counts), one
    under another name than expected, one that was not expected, and a report by another form or for another year
    (its body then counts as missing). Where a child is missing, a cell is wrong only if the others are above it.
    """
    counted, findings = _sorted(parent, children, tuple(expected))
    if parent.statistics is not None:
        form = compile_form(type(parent.statistics))
        reports = [child for child in counted if child is not None]
        findings += _cells(parent, form, reports, missing=len(counted) - len(reports))
    return Findings(findings)


def _sorted(
    parent: Report, children: Iterable[Report], expected: Sequence[Publisher]
) -> tuple[list[Report | None], list[Finding]]:
    """The children that count, ``None`` for each that is missing, and what is to be said of them."""
    findings: list[Finding] = []
    counted: list[Report | None] = []
    seen: list[Publisher] = []
    for child in children:
        body = child.publisher or Publisher(name="")
        if any(same_body(body, other) for other in seen):
            findings.append(_named("rollup-doubled", body.name))
            continue
        seen.append(body)
        fits = child.year == parent.year and type(child.statistics) is type(parent.statistics)
        if not fits:
            params = {"year": str(child.year), "form": child.form}
            findings.append(_named("rollup-unlike", body.name, **params))
        counted.append(child if fits else None)
    for body in expected:
        match = next((other for other in seen if same_body(body, other)), None)
        if match is None:
            findings.append(_named("rollup-missing", body.name))
            counted.append(None)
        elif match.name != body.name:
            findings.append(_named("rollup-renamed", match.name, expected=body.name))
    unexpected = [body for body in seen if expected and not any(same_body(body, other) for other in expected)]
    findings += [_named("rollup-unexpected", body.name) for body in unexpected]
    return counted, findings


def _named(code: str, body: str, **params: str) -> Finding:
    return finding(code, Side(paths=("publisher.name",), value=body), params={"body": body, **params})


def _cells(parent: Report, form: Form, children: list[Report], *, missing: int) -> list[Finding]:
    assert parent.statistics is not None  # noqa: S101 - for the type checker; the caller looked
    mine = form.values(parent.statistics)
    theirs = [form.values(child.statistics) for child in children if child.statistics is not None]
    found: list[Finding] = []
    undecided: dict[tuple[str, bool], list[str]] = {}
    for path, value in mine.items():
        cell = form.cell(path)
        # Times and rows that repeat by body are not added up.
        if value is None or cell is None or "*" in cell.path or cell.kind.bounds:
            continue
        # A body that is missing may have reported any number.
        others = Span(None if cell.kind.signed else 0, None) if missing else Span()
        weighed = _weighed(path, mine, theirs, form, others)
        if weighed.outcome is Outcome.FAILS:
            found.append(_wrong(path, weighed, form, len(children), missing))
        elif weighed.outcome is Outcome.UNDECIDED:
            undecided.setdefault((form.table_of[path].path, weighed.agrees), []).append(path)
    groups = undecided.items()
    return found + [_open(table, paths, form, missing, agrees=agrees) for (table, agrees), paths in groups]


def _weighed(path: str, mine: Values, theirs: Sequence[Values], form: Form, others: Span) -> Weighed:
    def sides(*, blank_is_zero: bool) -> tuple[Span, Span]:
        right = sum((total([path], values, form, blank_is_zero=blank_is_zero) for values in theirs), others)
        return total([path], mine, form, blank_is_zero=blank_is_zero), right

    return weigh("=", sides)


def _wrong(path: str, weighed: Weighed, form: Form, children: int, missing: int) -> Finding:
    return Finding(
        code="rollup-cell",
        severity=Severity.ERROR,
        verdict=Verdict.FAILED,
        left=Side(paths=(path,), value=weighed.left.low),
        right=Side(paths=(path,), value=weighed.right.low),
        difference=weighed.difference,
        params={"form": form.id, "children": str(children), "missing": str(missing)},
    )


def _open(table: str, paths: list[str], form: Form, missing: int, *, agrees: bool) -> Finding:
    return Finding(
        code="rollup-cell-open",
        severity=Severity.INFO,
        verdict=Verdict.UNDECIDED,
        left=Side(paths=tuple(paths)),
        params={"form": form.id, "table": table, "count": str(len(paths)), "missing": str(missing)},
        agrees_if_blank_is_zero=agrees,
    )
