"""The one reader of statutory tables, for every kind of input: grids of an observed document to the cells of a form.

The form is found by the labels on the page. Rows and columns are aligned with the declared ones in order, and the
sums of the form confirm what was read or say what to look at.
"""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from govdisclosure import catalog
from govdisclosure.cell import Absent, CellValue
from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.form import Equation, Form, filled_of
from govdisclosure.model import Statistics
from govdisclosure.model.mapping import FrozenMapping
from govdisclosure.place import Place, SourcePlace
from govdisclosure.readers.draft import CellCounts
from govdisclosure.readers.lines import Line
from govdisclosure.readers.observed import Observed
from govdisclosure.readers.tables.aligned import Alignment
from govdisclosure.readers.tables.blocks import TableSeen, tables_seen
from govdisclosure.readers.tables.declared import HEADER, declared_rows
from govdisclosure.readers.tables.doubled import single
from govdisclosure.readers.tables.reading import CellRead, FormRead, read_form
from govdisclosure.readers.tables.seen import SeenCell, SeenRow, seen_rows
from govdisclosure.readers.tables.sums import Sums, sums_of
from govdisclosure.readers.tables.turned import turned_table
from govdisclosure.readers.tables.wording import words_of

__all__ = ["TablesRead", "read_tables"]

#: A form of which this much less is printed than of another is not that of the page.
_LESS = 2.5


@attrs.frozen(kw_only=True)
class TablesRead:
    """The statutory tables of a document.

    ``rows`` are the stretches of the text that belong to them; ``titles`` and ``blocks`` what stands over tables and
    their blocks, folded.
    """

    statistics: Statistics
    places: dict[str, Place]
    findings: tuple[Finding, ...]
    rows: tuple[tuple[int, int], ...]
    titles: frozenset[str]
    blocks: frozenset[str]
    counts: CellCounts

    def without_captions(self, lines: Iterable[Line], *, own: bool) -> Iterator[Line]:
        """The lines that are no titles of blocks (and, on a page of the library's ``own``, of tables)."""
        captions = self.blocks | (self.titles if own else frozenset())
        for line in lines:
            words = words_of(line.text)
            if words.number or words.whole not in captions:
                yield line


def read_tables(observed: Observed, year: int | None, form_id: str | None = None) -> TablesRead | None:
    """The tables of the form whose labels the document prints; ``None`` where no such table is.

    ``year`` decides only between forms whose labels fit equally well; ``form_id`` is the form that the document
    names itself as a page of the library does.
    """
    candidates = _candidates(seen_rows(observed), year, form_id)
    best = max(candidates, key=lambda found: (found.evidence, _of_year(found.form, year)), default=None)
    if best is None:
        return None
    one = single(observed, best.form, best.alignment, year)
    if one.dropped:
        best = attrs.evolve(best, tables=_tables(best.alignment, year, one.dropped))
    read = _settled(_best_reading(observed, best))
    doubled = [
        finding("table-doubled", Side(paths=(path,)), verdict=Verdict.NOTED, params={"form": best.form.id})
        for path in one.doubled
    ]
    return _made(observed, read, doubled)


def _best_reading(observed: Observed, best: "_Candidate") -> FormRead:
    """The reading by headers; of a table whose sums fail and hold by order alone, that reading."""
    read = read_form(observed, best.form, best.tables)
    failing = {equation.table for equation in read.sums.failing}
    if not failing:
        return read
    other = read_form(observed, best.form, best.tables, by_order=True)
    better = {table for table in failing if _is_better(other.sums, read.sums, table)}
    paths = [path for path in read.cells if best.form.table_of[path].path in better]
    if not paths:
        return read
    noted = [
        finding("table-realigned", Side(paths=(path,)), verdict=Verdict.NOTED, params={"form": best.form.id})
        for path in sorted(better)
    ]
    cells = read.cells | {path: other.cells[path] for path in paths if path in other.cells}
    return attrs.evolve(read, cells=cells, findings=(*read.findings, *noted))


def _is_better(one: Sums, other: Sums, table: str) -> bool:
    """Whether more sums of a table hold in one reading than in another, and fewer fail."""
    (holding, failing), (held, failed) = ((_of(s.holding, table), _of(s.failing, table)) for s in (one, other))
    return holding > held and failing < failed


def _of(equations: Sequence[Equation], table: str) -> int:
    return sum(equation.table == table for equation in equations)


@attrs.frozen
class _Candidate:
    form: Form
    alignment: Alignment
    tables: list[TableSeen]
    evidence: float


def _candidates(seen: Sequence[SeenRow], year: int | None, form_id: str | None) -> list[_Candidate]:
    """The forms that the page may print: all of those of which it names nearly the most."""
    forms = [form for one in catalog.FORMS if form_id in (None, one) and (form := catalog.tables(one))]
    texts = {cell.words.whole for row in seen for cell in row.cells if not cell.is_value}
    named = [declared_rows(form).printed(texts) for form in forms]
    found: list[_Candidate] = []
    for form, much in zip(forms, named, strict=True):
        if much < max(named) - _LESS:
            continue
        alignment = Alignment(declared_rows(form), seen)
        if tables := _tables(alignment, year):
            found.append(_Candidate(form, alignment, tables, _evidence(tables)))
    return found


def _tables(alignment: Alignment, year: int | None, without: frozenset[int] = frozenset()) -> list[TableSeen]:
    """The tables of a form: all in their order, then those that stand elsewhere by themselves."""
    seen = [row for row in alignment.seen if id(row) not in without]
    turned = [one for path in alignment.tables if (one := turned_table(alignment.declared, path, seen))]
    if turned:
        without = without.union(id(row) for one in turned for row in one.rows)
        seen = [row for row in seen if id(row) not in without]
    found = tables_seen(alignment.best(None, without), seen, year)
    if others := _of_other_lists(alignment, found, year, without):
        return [*_tables(alignment, year, without | others), *turned]
    there = {table.table.path for table in (*turned, *found)}
    if found and len(there) < len(alignment.tables):
        found = tables_seen(alignment.best(there, without), seen, year)
    for path in alignment.tables if found else ():
        if path not in there:
            taken = without.union(id(row) for table in found for row in table.rows)
            found += tables_seen(alignment.best((path,), taken), seen, year)
    own = {table.table.path for table in turned}
    return [*(table for table in found if table.table.path not in own), *turned]


def _of_other_lists(
    alignment: Alignment, found: list[TableSeen], year: int | None, without: frozenset[int]
) -> frozenset[int]:
    """The rows (by ``id``) of lists that only share the labels of a table, which stands under its headers elsewhere."""
    rows: set[int] = set()
    for bare in (table for table in found if not table.headed):
        alone = tables_seen(alignment.best((bare.table.path,), without), alignment.seen, year)
        if any(table.headed for table in alone):
            rows |= {id(row) for row in bare.rows} - {id(row) for table in alone for row in table.rows}
    return frozenset(rows)


def _evidence(tables: list[TableSeen]) -> float:
    """How much of the page speaks for a form."""
    rows = sum(match.alike for table in tables for block in table.blocks for match in block.matches)
    headers = sum(
        leaf is not None and any(leaf.text == header.text for header in column.chain[-1:])
        for table in tables
        for block in table.blocks
        for leaf, column in zip(block.head.leaves, block.matches[0].declared.columns, strict=True)
    )
    return rows + HEADER * headers


def _of_year(form: Form, year: int | None) -> bool:
    return year is not None and catalog.form(form.id).covers(year)


def _settled(read: FormRead) -> FormRead:
    """What is doubtful counts where a sum confirms it, and is unreadable everywhere else."""
    doubtful = {path: cell for path, cell in read.cells.items() if cell.said.doubtful}
    if not doubtful:
        return read
    confirmed = sums_of(read.form, read.values, absent_is_zero=True).confirmed
    cells = dict(read.cells)
    for path, cell in doubtful.items():
        if path not in confirmed and not cell.said.joined:
            text = cell.seen.text if cell.seen else ""
            cells[path] = attrs.evolve(cell, said=attrs.evolve(cell.said, value=Absent.UNREADABLE, printed=text))
    return attrs.evolve(read, cells=cells)


def _made(observed: Observed, read: FormRead, doubled: Sequence[Finding]) -> TablesRead:
    values, sums = read.values, read.sums
    printed = {path: cell.said.printed for path, cell in read.cells.items() if cell.said.printed}
    statistics = filled_of(read.form.cls, values, printed=FrozenMapping(printed), extra=read.extra)
    places = {
        path: _place(observed, cell.seen)
        for path, cell in read.cells.items()
        if cell.seen and cell.said.value is not Absent.BLANK
    }
    findings = (*read.findings, *doubled, *_of_cells(read, sums, places), *_of_sums(read, sums, places))
    return TablesRead(
        statistics=statistics,
        places=places,
        findings=findings,
        rows=_stretches(read.tables),
        titles=_folded(table.mark.title for table in read.form.tables),
        blocks=_folded(row.block.title for table in read.form.tables for row in table.rows if row.block),
        counts=_counts(read, values, sums),
    )


def _place(observed: Observed, seen: SeenCell) -> Place:
    cell = seen.cell
    source = SourcePlace(
        start=cell.start,
        end=cell.end,
        page=observed.page_at(cell.start),
        table=seen.grid,
        row=cell.row,
        column=cell.column,
    )
    return Place(quote=seen.text, source=source)


def _of_cells(read: FormRead, sums: Sums, places: dict[str, Place]) -> list[Finding]:
    """Cells that say something else than a number, and those that were not found in their row."""
    found: list[Finding] = []
    for path, cell in read.cells.items():
        params = {"form": read.form.id, "text": cell.seen.text if cell.seen else ""}
        if cell.said.value is Absent.UNREADABLE:
            code = "cell-unreadable" if cell.seen else "cell-missing"
            found.append(_noted(code, path, params, places))
        elif cell.said.doubtful:
            code = "cell-joined" if cell.said.joined and path not in sums.confirmed else "cell-confirmed"
            found.append(_noted(code, path, params, places))
    return found


def _noted(code: str, path: str, params: dict[str, str], places: dict[str, Place]) -> Finding:
    side = Side(paths=(path,), value=params["text"] or None, places=(places[path],) if path in places else ())
    return finding(code, side, verdict=Verdict.NOTED, params=params)


def _of_sums(read: FormRead, sums: Sums, places: dict[str, Place]) -> list[Finding]:
    """For each sum that fails, whether the document or the reading of it is the likely cause."""
    found: list[Finding] = []
    told = {path for one in read.findings if one.code == "row-label" for path in one.left.paths}
    for equation in sums.failing:
        cells = [read.cells[path] for path in equation.paths if path in read.cells]
        sure = all(_is_sure(cell, told) for cell in cells)
        code = "sums-as-printed" if sure else "sums-doubtful"
        side = Side(paths=equation.paths, places=tuple(places[path] for path in equation.paths if path in places))
        params = {"form": read.form.id, "table": equation.table, "rule": equation.rule.code}
        found.append(finding(code, side, verdict=Verdict.NOTED, params=params))
    return found


def _is_sure(cell: CellRead, told: set[str]) -> bool:
    """Whether label and number of a cell were printed as the form has them; of the rows ``told``, labels were not."""
    return not cell.said.doubtful and not any(cell.cell.path.startswith(f"{path}.") for path in told)


def _stretches(tables: Sequence[TableSeen]) -> tuple[tuple[int, int], ...]:
    """The stretches of the text that the rows of the tables take, in order."""
    cells = {
        (cell.cell.start, cell.cell.end)
        for table in tables
        for row in table.rows
        for cell in row.cells
        if cell.cell.end > cell.cell.start
    }
    return tuple(sorted(cells))


def _folded(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(words_of(text).whole for text in texts)


def _counts(read: FormRead, values: dict[str, CellValue], sums: Sums) -> CellCounts:
    confirmed = sums.confirmed
    printed = [path for path, value in values.items() if value is not Absent.UNREADABLE]
    sure = sum(path in confirmed for path in printed)
    unreadable = sum(cell.said.value is Absent.UNREADABLE and cell.seen is not None for cell in read.cells.values())
    expected = [
        cell.path for table in read.form.tables for row in table.rows for cell in row.cells.values() if not row.optional
    ]
    return CellCounts(
        confirmed=sure,
        unconfirmed=len(printed) - sure,
        unreadable=unreadable,
        missing=sum(path not in values for path in expected) + sum(cell.seen is None for cell in read.cells.values()),
    )
