"""The tables of children added up into those of their parent, with what every number rests on.

A number that a child does not give is never taken for zero: the sum of the others stands, and it is told how many
reports it rests on and which bodies are missing. A child that says that a cell does not apply to it adds nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, localcontext

import attrs

from govdisclosure import catalog
from govdisclosure.cell import Absent, CellValue
from govdisclosure.checks.bodies import same_body
from govdisclosure.checks.tables.outcome import EXACT, known
from govdisclosure.errors import UnlikeReports, WrongForm
from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.form import CellForm, Form, compile_form, filled_of
from govdisclosure.locales.asked import AnyLocale
from govdisclosure.locales.tables import cell_label
from govdisclosure.locales.texts import texts
from govdisclosure.model import Publisher, Report, Statistics
from govdisclosure.readers.bodies import publisher_of
from govdisclosure.tabular import csv_of

__all__ = ["Coverage", "Rollup", "coverage_csv", "rollup"]

#: What one child says of one cell of the parent: nothing for a row that it does not print.
Said = tuple[CellValue, ...]
#: Documents keep decimals of so many digits.
_DIGITS = 30


@attrs.frozen(kw_only=True)
class Coverage:
    """What a cell of the parent rests on.

    ``counted`` children give a number; ``missing`` are bodies that give none or handed in no report; to those in
    ``not_applicable`` the cell does not apply, and those in ``not_printed`` do not print its row.
    """

    path: str
    value: CellValue | None
    counted: int
    missing: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    not_printed: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Rollup:
    """A parent's report, what each of its cells rests on, and what was noticed.

    ``children`` are the bodies that were counted, ``missing`` those that were expected and handed in no report.
    """

    report: Report
    coverage: tuple[Coverage, ...]
    children: tuple[str, ...]
    missing: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def complete(self) -> bool:
        """Whether every cell rests on all children."""
        return not any(one.missing for one in self.coverage)


def rollup(
    children: Mapping[str, Report] | Iterable[Report],
    *,
    publisher: Publisher | str | None = None,
    expected: Iterable[Publisher | str] = (),
) -> Rollup:
    """Reports of one year by one form, added up into their parent's, cell by cell.

    A mapping names the reports (by their files, say) for errors. ``publisher`` is the parent; ``expected`` are the
    bodies that should have reported, without which nobody can be missing. Of two reports of one body the first counts.
    Where some children print one row in place of several, the parent prints the one row. Times and rows that repeat by
    reporting body are not added up. ``UnlikeReports`` names reports of different years or forms; ``WrongForm`` a form
    without tables.
    """
    named = _named(children)
    first = _alike(named)
    cls = catalog.form(first.form).statistics
    if cls is None:
        raise WrongForm(first.form)
    bodies, findings = _bodies(named)
    missing, noticed = _missing(bodies, [_publisher(one) for one in expected])
    adding = _Adding(compile_form(cls), bodies, missing)
    values = adding.values()
    periods = {report.period for _, report in bodies}
    report = Report(
        form=first.form,
        year=first.year,
        period=first.period if len(periods) == 1 else catalog.form(first.form).period(first.year),
        language=first.language,
        publisher=None if publisher is None else _publisher(publisher),
        statistics=filled_of(cls, values),
    )
    return Rollup(
        report=report,
        coverage=tuple(adding.coverage),
        children=tuple(name for name, _ in bodies),
        missing=missing,
        findings=(*findings, *noticed, *adding.findings, *_partial(adding), *_extra(bodies)),
    )


def coverage_csv(made: Rollup, locale: AnyLocale | None = None) -> str:
    """What each cell rests on as CSV: one line a cell, bodies parted by semicolons."""
    statistics = made.report.statistics
    assert statistics is not None  # noqa: S101 - a rollup has tables
    form, words = compile_form(type(statistics)), texts(locale or made.report.language)
    head = ("path", "label", "value", "absent", "counted", "children", "missing", "not_applicable", "not_printed")
    children = len(made.children) + len(made.missing)
    rows = []
    for one in made.coverage:
        cell = form.cell(one.path)
        names = ("; ".join(bodies) for bodies in (one.missing, one.not_applicable, one.not_printed))
        value = one.value if known(one.value) else None
        absent = one.value.value if isinstance(one.value, Absent) else None
        label = cell_label(cell, words) if cell else one.path
        rows.append((one.path, label, value, absent, one.counted, children, *names))
    return csv_of(head, rows)


# --- which reports count ----------------------------------------------------------------------------------


def _named(children: Mapping[str, Report] | Iterable[Report]) -> Mapping[str, Report]:
    """Reports by name; those without one are numbered."""
    pairs = children.items() if isinstance(children, Mapping) else enumerate(children, 1)
    return {name if isinstance(name, str) else f"#{name}": report for name, report in pairs}


def _publisher(body: Publisher | str) -> Publisher:
    return publisher_of(body) if isinstance(body, str) else body


def _alike(named: Mapping[str, Report]) -> Report:
    """Any of the reports, all of which are of one year by one form."""
    groups: dict[tuple[str, int], list[str]] = {}
    for name, report in named.items():
        groups.setdefault((report.form, report.year), []).append(name)
    if len(groups) != 1:
        raise UnlikeReports(tuple((f"{form}, {year}", tuple(names)) for (form, year), names in groups.items()))
    return next(iter(named.values()))


def _bodies(named: Mapping[str, Report]) -> tuple[list[tuple[str, Report]], list[Finding]]:
    """The reports that count, each with the name of its body; two reports without a body are not of one."""
    bodies: list[tuple[str, Report]] = []
    findings: list[Finding] = []
    for name, report in named.items():
        body = report.publisher
        if body and any(other.publisher and same_body(body, other.publisher) for _, other in bodies):
            findings.append(_of_body("rollup-doubled", body.name))
        else:
            bodies.append((body.name if body else name, report))
    return bodies, findings


def _missing(bodies: list[tuple[str, Report]], expected: Sequence[Publisher]) -> tuple[tuple[str, ...], list[Finding]]:
    """The expected bodies without a report, and what is to be said of those that reported."""
    there = [report.publisher for _, report in bodies if report.publisher]
    findings: list[Finding] = []
    missing: list[str] = []
    for body in expected:
        match = next((other for other in there if same_body(body, other)), None)
        if match is None:
            missing.append(body.name)
            findings.append(_of_body("rollup-missing", body.name))
        elif match.name != body.name:
            findings.append(_of_body("rollup-renamed", match.name, expected=body.name))
    if expected:
        others = [body for body in there if not any(same_body(body, one) for one in expected)]
        findings += [_of_body("rollup-unexpected", body.name) for body in others]
    return tuple(missing), findings


def _of_body(code: str, body: str, **params: str) -> Finding:
    return finding(code, Side(paths=("publisher.name",), value=body), params={"body": body, **params})


# --- adding up --------------------------------------------------------------------------------------------


class _Adding:
    """The cells of a form while those of children are added up."""

    def __init__(self, form: Form, bodies: list[tuple[str, Report]], missing: tuple[str, ...]) -> None:
        self.form = form
        #: Who gives no number at all: those without tables, and those without a report.
        self.missing = (*(name for name, report in bodies if report.statistics is None), *missing)
        self.findings: list[Finding] = []
        self.coverage: list[Coverage] = []
        self.children = len(bodies) + len(missing)
        self.said = [(name, self._said(report.statistics)) for name, report in bodies if report.statistics]
        for pair in form.alternatives:
            self._join(*pair)

    def _said(self, statistics: Statistics) -> dict[str, Said]:
        values = self.form.values(statistics)
        return {path: () if value is None else (value,) for path, value in values.items() if path in self.form.cells}

    def _join(self, several: str, one: str) -> None:
        """Where some children print one row and others the rows that it stands for: these, added up, as the one."""
        under = [path for path in self.form.cells if path.startswith(f"{several}.")]
        instead = [path for path in self.form.cells if path.startswith(f"{one}.")]
        divided = [said for _, said in self.said if any(said[path] for path in under)]
        if not divided or not any(said[path] for _, said in self.said for path in instead):
            return
        for said in divided:
            for path in instead:
                tail = path.removeprefix(one)
                parts = (value for part in under if part.endswith(tail) for value in said[part])
                said[path] = (*said[path], *parts)
            said.update(dict.fromkeys(under, ()))
        self._notice("rollup-rows-joined", [one], {})

    def values(self) -> dict[str, CellValue]:
        """The cells of the parent; those of rows that no child prints are left out."""
        values: dict[str, CellValue] = {}
        for path, cell in self.form.cells.items():
            if "*" in path:
                continue
            said = [(name, found[path]) for name, found in self.said]
            if any(one for _, one in said):
                values[path] = self._added(cell, said)
        return values

    def _added(self, cell: CellForm, said: list[tuple[str, Said]]) -> CellValue:
        if cell.kind.bounds:  # a time is no sum of times
            return Absent.BLANK
        value = self._sum(cell, [one for _, values in said for one in values if known(one)])
        state = {name: _state(values) for name, values in said}
        bodies = {key: tuple(name for name, one in state.items() if one == key) for key in _STATES}
        missing = (*bodies["missing"], *self.missing)
        if value is None:
            value = Absent.NOT_APPLICABLE if bodies["not_applicable"] and not missing else Absent.BLANK
        self.coverage.append(
            Coverage(
                path=cell.path,
                value=value,
                counted=len(bodies["counted"]),
                missing=missing,
                not_applicable=bodies["not_applicable"],
                not_printed=bodies["not_printed"],
            )
        )
        return value

    def _sum(self, cell: CellForm, numbers: Sequence[int | Decimal]) -> CellValue | None:
        if not numbers:
            return None
        with localcontext(EXACT):
            total = sum(numbers[1:], numbers[0])
        digits = len(total.as_tuple().digits) if isinstance(total, Decimal) else 0
        if not cell.kind.low <= total <= cell.kind.high or digits > _DIGITS:
            self._notice("rollup-too-large", [cell.path], {"sum": f"{total:f}" if digits else str(total)})
            return Absent.UNREADABLE
        return total

    def _notice(self, code: str, paths: Sequence[str], params: Mapping[str, str]) -> None:
        side = Side(paths=tuple(paths))
        params = {"form": self.form.id, **params}
        self.findings.append(finding(code, side, verdict=Verdict.NOTED, params=params))


_STATES = ("counted", "missing", "not_applicable", "not_printed")


def _state(values: Said) -> str:
    """What a child does for a cell; one of whose parts is unknown gives no number for the whole."""
    if not values:
        return "not_printed"
    if all(known(value) for value in values):
        return "counted"
    if all(value is Absent.NOT_APPLICABLE for value in values):
        return "not_applicable"
    return "missing"


# --- what is to be said -----------------------------------------------------------------------------------


def _partial(adding: _Adding) -> Iterator[Finding]:
    """The cells that rest on fewer reports than there should be, by table and by who is missing."""
    groups: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for one in adding.coverage:
        if one.missing:
            groups.setdefault((adding.form.table_of[one.path].path, one.missing), []).append(one.path)
    for (table, missing), paths in groups.items():
        params = {
            "form": adding.form.id,
            "table": table,
            "count": str(len(paths)),
            "children": str(adding.children),
            "missing": str(len(missing)),
            "bodies": _listed(missing),
        }
        yield finding("rollup-partial", Side(paths=tuple(paths)), verdict=Verdict.UNDECIDED, params=params)


#: So many bodies are named in one sentence.
_NAMED = 10


def _listed(bodies: Sequence[str]) -> str:
    return "; ".join(bodies[:_NAMED]) + (" …" if len(bodies) > _NAMED else "")


def _extra(bodies: Iterable[tuple[str, Report]]) -> Iterator[Finding]:
    for name, report in bodies:
        extra = report.statistics.extra if report.statistics else ()
        if extra:
            yield _of_body("rollup-extra", name, count=str(len(extra)))
