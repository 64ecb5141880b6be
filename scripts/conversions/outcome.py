"""What became of a report on its way through a conversion.

A cell is *exact* if the same was read as in the source; a cell that differs is *named* if a warning or an error of the
reader has its path, or that of its row or table, and *silent* otherwise. A document that the reader refuses, or of
which it makes no report and says so, names all its cells.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import attrs

import govdisclosure as gd
from govdisclosure import catalog
from govdisclosure.cell import Absent, CellValue
from govdisclosure.errors import LimitExceeded, UnreadableInput
from govdisclosure.finding import Finding, Severity

__all__ = ["HEAD", "Miss", "Outcome", "compared", "read_again"]

#: The facts of a report's head that are compared.
HEAD = ("form", "year", "publisher.name", "issued", "title")


@attrs.frozen
class Miss:
    """A cell or a fact of the head that is not what the source says."""

    path: str
    wanted: object
    got: object
    named: bool


@attrs.frozen
class Outcome:
    """How many cells and facts of the head are as in the source, and which are not."""

    exact: int = 0
    misses: tuple[Miss, ...] = ()
    head: tuple[Miss, ...] = ()
    codes: tuple[str, ...] = ()
    #: Why nothing was read: the program made no file, or the reader refused it.
    reason: str | None = None
    #: The file that was read.
    file: Path | None = attrs.field(default=None, eq=False)

    @property
    def named(self) -> int:
        """Cells that differ and are named by a finding."""
        return sum(miss.named for miss in self.misses)

    @property
    def silent(self) -> int:
        """Cells that differ and are named by nothing."""
        return len(self.misses) - self.named

    @property
    def right(self) -> int:
        """Facts of the head that are as in the source."""
        return len(HEAD) - len(self.head)

    @property
    def whole(self) -> bool:
        """Whether all is as in the source."""
        return not (self.misses or self.head or self.reason)


def read_again(file: Path, source: gd.Report) -> Outcome:
    """Read a converted document and compare it with the report of its source."""
    try:
        draft = gd.read(file)
    except (UnreadableInput, LimitExceeded) as refusal:
        refused = compared(source, None, ())
        misses = tuple(attrs.evolve(miss, named=True) for miss in refused.misses)
        return attrs.evolve(refused, misses=misses, reason=str(refusal), file=file)
    return attrs.evolve(compared(source, draft.report, draft.findings), file=file)


def compared(source: gd.Report, got: gd.Report | None, findings: Iterable[Finding]) -> Outcome:
    """Compare every cell of the form, printed or not, and the head."""
    noted = list(findings)
    loud = {path for finding in noted if finding.severity is not Severity.INFO for path in finding.paths}
    wanted, read = _values(source, source.form), _values(got, source.form)
    least = 2 if read and not _is_one_table(source.form) else 1
    differ = [path for path, value in wanted.items() if not _same(value, read.get(path))]
    printed = sum(value is not None for value in wanted.values())
    named = {path for path in differ if _is_named(path, loud, least) or (got is None and noted)}
    return Outcome(
        exact=printed - sum(wanted[path] is not None for path in differ),
        misses=tuple(Miss(path, wanted[path], read.get(path), path in named) for path in differ),
        head=tuple(_head(source, got)),
        codes=tuple(dict.fromkeys(finding.code for finding in noted)),
    )


def _values(report: gd.Report | None, form_id: str) -> Mapping[str, CellValue | None]:
    """The cells of a report; none where its tables are those of another form."""
    form, statistics = catalog.tables(form_id), report.statistics if report else None
    return form.values(statistics) if form and statistics and form_id == statistics.FORM else {}


def _is_one_table(form_id: str) -> bool:
    form = catalog.tables(form_id)
    return form is not None and any(table.path == "statistics" for table in form.tables)


def _same(wanted: CellValue | None, got: CellValue | None) -> bool:
    """Whether the same was read; a decimal has the same places, and what is not printed has no value."""
    if wanted is None:
        return got is None or got is Absent.BLANK
    if isinstance(wanted, Decimal) and isinstance(got, Decimal):
        return wanted.as_tuple() == got.as_tuple()
    return wanted is got if isinstance(wanted, Absent) else wanted == got


def _is_named(path: str, names: set[str], least: int) -> bool:
    """Whether a finding has the path of the cell, its row or its table; all tables at once are too much to say."""
    steps = path.split(".")
    return any(".".join(steps[:length]) in names for length in range(least, len(steps) + 1))


def _head(source: gd.Report, got: gd.Report | None) -> Iterator[Miss]:
    for path in HEAD:
        wanted, read = (_fact(report, path) for report in (source, got))
        if got is None or _unspaced(wanted) != _unspaced(read):
            yield Miss(path, wanted, read, named=False)


def _unspaced(fact: object) -> object:
    """Programs that take the text out of a PDF print blanks where the page has gaps between letters and digits."""
    return "".join(fact.split()) if isinstance(fact, str) else fact


def _fact(report: gd.Report | None, path: str) -> object:
    fact: object = report
    for name in path.split("."):
        fact = getattr(fact, name, None)
    return fact
