"""The cells of the tables of one form, read from the rows that were found."""

import re
from collections.abc import Sequence
from functools import cached_property

import attrs

from govdisclosure.cell import Absent, CellValue
from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.form import CellForm, Form, RowForm
from govdisclosure.model import Axis, Extra
from govdisclosure.readers.observed import Observed
from govdisclosure.readers.tables.blocks import BlockSeen, TableSeen
from govdisclosure.readers.tables.cells import UNITS, Said, read_cell
from govdisclosure.readers.tables.columns import Assigned, assigned, in_order
from govdisclosure.readers.tables.matches import Match
from govdisclosure.readers.tables.seen import SeenCell, SeenRow
from govdisclosure.readers.tables.sums import Sums, sums_of

__all__ = ["CellRead", "FormRead", "read_form"]

#: A label that is less like the official one is told of, and one with a number behind it.
_SURE = 0.9
_NUMBER_BEHIND = re.compile(r"[ \xa0\u3000\t][+-]?[0-9０-９][0-9０-９,.，]*\Z")


@attrs.frozen(kw_only=True)
class CellRead:
    """What was read for a cell of the form, and where it stands; ``seen`` is ``None`` where no cell was found."""

    cell: CellForm
    said: Said
    seen: SeenCell | None


@attrs.frozen(kw_only=True)
class FormRead:
    """The cells of a form by path, what is beyond it, and what was noticed."""

    form: Form
    cells: dict[str, CellRead]
    extra: tuple[Extra, ...]
    findings: tuple[Finding, ...]
    tables: tuple[TableSeen, ...]

    @cached_property
    def values(self) -> dict[str, CellValue]:
        """The value of each cell by path."""
        return {path: cell.said.value for path, cell in self.cells.items()}

    @cached_property
    def sums(self) -> Sums:
        """What the sums of the form say of them."""
        return sums_of(self.form, self.values)


#: Of a row that is there, a cell that is not, and one of a column that is not printed.
_NOTHING = Said(value=Absent.UNREADABLE)
_NOT_PRINTED = Said(value=Absent.BLANK)


@attrs.define
class _Reading:
    observed: Observed
    form: Form
    by_order: bool
    cells: dict[str, CellRead] = attrs.field(factory=dict)
    extra: list[Extra] = attrs.field(factory=list)
    findings: list[Finding] = attrs.field(factory=list)
    used: set[int] = attrs.field(factory=set)

    def table(self, table: TableSeen) -> None:
        for block in table.blocks:
            place = in_order if self.by_order else assigned
            rows = [(match, place(match.seen, match.label, block.edge, block.head)) for match in block.matches]
            for match, cells in rows:
                self.row(match, cells, block)
            self.columns(table, block, rows)
            self.headers(block, rows)
        for row, before in table.extra:
            self.extra_row(table, row, before)

    def row(self, match: Match, cells: Assigned, block: BlockSeen) -> None:
        row = match.declared.row
        if match.alike < _SURE or _holds_number(match, cells):
            label = match.seen.cells[match.label].text if match.alike else ""
            self.notice("row-label" if match.alike else "row-by-order", [row.path], label, {"label": label})
        for index, cell in enumerate(match.declared.cells):
            if index in cells.absent:
                self.cells.setdefault(cell.path, CellRead(cell=cell, said=_NOT_PRINTED, seen=None))
            else:
                self.cell(cell, cells.cells[index], block.head.units[index], sure=cells.sure)

    def cell(self, cell: CellForm, seen: SeenCell | None, unit: str, *, sure: bool) -> None:
        if seen is None or id(seen.cell) in self.used:  # none, or one that is a number of another row as well
            self.cells.setdefault(cell.path, CellRead(cell=cell, said=_NOTHING, seen=None))
            return
        if (before := self.cells.get(cell.path)) and before.seen:  # read in another part of the row
            return
        self.used.add(id(seen.cell))
        said = read_cell(seen.text, cell.kind, cell.unit, unit)
        if not sure:  # of a row in which cells were lost, only sums tell where the others belong
            said = attrs.evolve(said, doubtful=True)
        self.cells[cell.path] = CellRead(cell=cell, said=said, seen=seen)

    def columns(self, table: TableSeen, block: BlockSeen, rows: list[tuple[Match, Assigned]]) -> None:
        """Columns that the form does not have."""
        first = block.matches[0].declared.cells
        for number, index in enumerate(block.head.others):
            leaf, before = block.head.printed[index].leaf, block.head.before(index)
            after = None if before is None else first[before].path
            found = [cells.others[number] if number < len(cells.others) else None for _, cells in rows]
            texts = tuple(cell.text if cell else "" for cell in found)
            made = Extra(table=table.table.path, axis=Axis.COLUMN, after=after, labels=(leaf.text,), cells=texts)
            self.extra.append(made)
            self.notice("column-extra", [table.table.path], leaf.text, {"label": leaf.text})

    def headers(self, block: BlockSeen, rows: list[tuple[Match, Assigned]]) -> None:
        """Columns that the page does not print, and those whose headers are missing or broken."""
        self.of_columns("column-missing", block, [(match, cells.absent) for match, cells in rows])
        self.of_columns("column-by-order", block, [(match, cells.guessed) for match, cells in rows])

    def of_columns(self, code: str, block: BlockSeen, rows: list[tuple[Match, frozenset[int]]]) -> None:
        """One finding for some columns of a block: it names their cells, or the rows where all columns are meant."""
        columns = sorted(frozenset().union(*(columns for _, columns in rows)))
        if not columns:
            return
        first = block.matches[0].declared
        labels = "、".join(first.columns[index].label for index in columns)
        whole = len(columns) == block.head.many and not first.headless
        paths = (
            [match.declared.row.path for match, own in rows if own]
            if whole
            else [match.declared.cells[index].path for match, own in rows for index in sorted(own)]
        )
        self.notice(code, paths, None, {"labels": labels})

    def extra_row(self, table: TableSeen, row: SeenRow, before: Match | None) -> None:
        own = [row.cells[index] for index in row.own if row.cells[index].text not in UNITS]
        heads = [index for index in row.labels if row.cells[index].text not in UNITS]
        behind = row.cells[max(heads, default=-1) + 1 :]
        made = Extra(
            table=table.table.path,
            after=before.declared.row.path if before else None,
            labels=tuple(cell.text for cell in own),
            cells=tuple(cell.text for cell in behind if cell.cell.row == row.row),
        )
        self.extra.append(made)
        label = " / ".join(made.labels)
        if label:
            self.notice("row-extra", [table.table.path], label, {"label": label})
        else:  # numbers of a row whose label stands beside them, or is lost
            numbers = " ".join(cell.text for cell in behind if cell.is_number)
            self.notice("row-unlabelled", _beside(table, row, before), numbers, {"text": numbers})

    def missing(self, table: TableSeen) -> None:
        """Rows of the form that the page does not print."""
        found = {match.declared.row.path for block in table.blocks for match in block.matches}
        pairs = [pair for pair in self.form.alternatives if _under(pair[0], table)]
        for row in table.table.rows:
            if row.path not in found and (row.optional is None or _lacking(row, found)):
                self.notice("row-missing", [row.path], None, {})
        for pair in pairs:
            if not any(path.startswith(one) for one in pair for path in found):
                self.notice("row-missing", [pair[0]], None, {})

    def notice(self, code: str, paths: Sequence[str], value: str | None, params: dict[str, str]) -> None:
        params = {"form": self.form.id, **params}
        side = Side(paths=tuple(paths), value=value)
        self.findings.append(finding(code, side, verdict=Verdict.NOTED, params=params))


def _beside(table: TableSeen, row: SeenRow, before: Match | None) -> list[str]:
    """The rows of the form between which a row stands."""
    matches = (match for block in table.blocks for match in block.matches)
    behind = (match for match in matches if (match.seen.grid, match.seen.row) > (row.grid, row.row))
    after = min(behind, key=lambda match: (match.seen.grid, match.seen.row), default=None)
    return [match.declared.row.path for match in (before, after) if match]


def _holds_number(match: Match, cells: Assigned) -> bool:
    """Whether a label ends on a number, which may be that of a blank cell."""
    blank = any(cell is not None and cell.is_blank for cell in cells.cells)
    return blank and match.label >= 0 and bool(_NUMBER_BEHIND.search(match.seen.cells[match.label].text))


def _under(path: str, table: TableSeen) -> bool:
    return path.startswith(f"{table.table.path}.")


def _lacking(row: RowForm, found: set[str]) -> bool:
    """Whether a row is lost of several that are printed only together."""
    return any(path.startswith(f"{row.optional}.") for path in found)


def read_form(observed: Observed, form: Form, tables: Sequence[TableSeen], *, by_order: bool = False) -> FormRead:
    """The cells of the tables that were found, and what is to be said of them.

    Cells go to the columns under whose headers they stand; ``by_order`` to those that their number from the right
    tells.
    """
    reading = _Reading(observed, form, by_order)
    for table in tables:
        reading.table(table)
        reading.missing(table)
    there = {table.table.path for table in tables}
    for declared in form.tables:
        if declared.path not in there:
            reading.notice("table-missing", [declared.path], None, {"table": declared.path})
    return FormRead(
        form=form,
        cells=reading.cells,
        extra=tuple(reading.extra),
        findings=tuple(reading.findings),
        tables=tuple(tables),
    )
