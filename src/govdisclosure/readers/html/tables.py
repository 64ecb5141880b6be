"""Forming a table: rows of cells with spans to places on a grid (HTML standard, section 4.9.12)."""

import re

import attrs

from govdisclosure.errors import LimitExceeded
from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.readers.composing import Mark
from govdisclosure.readers.observed import ObservedCell, ObservedGrid

__all__ = ["CellElement", "RowElement", "TableElement", "form_grid"]

#: Leading zeros and what follows the number say nothing; more than seven digits are beyond every bound.
_NUMBER = re.compile(r"[ \t\n\f\r]*\+?(?=[0-9])0*([0-9]{0,7})")
_MAX_COLSPAN = 1000
_MAX_ROWSPAN = 65534
#: How much of a wrong span a finding quotes.
_QUOTED = 20


@attrs.define(eq=False)
class CellElement:
    """A ``td`` or ``th``: its text, its spans as written, and whether it takes a place."""

    mark: Mark
    colspan: str
    rowspan: str
    placed: bool
    hidden: bool


@attrs.define(eq=False)
class RowElement:
    """A ``tr``: its cells in order, and whether it takes a place."""

    placed: bool
    cells: list[CellElement] = attrs.field(factory=list)


@attrs.define(eq=False)
class TableElement:
    """A ``table``: its groups of rows in order, those of ``tfoot`` apart."""

    groups: list[list[RowElement]] = attrs.field(factory=list)
    feet: list[list[RowElement]] = attrs.field(factory=list)


def form_grid(table: TableElement, places: int) -> tuple[ObservedGrid, list[Finding]]:
    """The grid of a table, with what was noticed. ``LimitExceeded`` above that number of places.

    Rows stand in the order of the document, those of ``tfoot`` last. Rows and cells that take no place on the page
    follow below all others, flagged as hidden.
    """
    former = _Former(places)
    groups = table.groups + table.feet
    for group in groups:
        former.add_group([_visible(row) for row in group if row.placed])
    for group in groups:
        former.add_group([cells for row in group if (cells := _hidden(row))])
    return former.grid(), former.findings


def _visible(row: RowElement) -> list[CellElement]:
    return [cell for cell in row.cells if cell.placed]


def _hidden(row: RowElement) -> list[CellElement]:
    return [cell for cell in row.cells if not (row.placed and cell.placed)]


class _Former:
    """A grid in the making."""

    def __init__(self, places: int) -> None:
        self.findings: list[Finding] = []
        self._places = places
        self._used = 0
        self._rows = 0
        self._columns = 0
        self._cells: list[ObservedCell] = []
        #: For each column the row at which it is free again.
        self._free_from: list[int] = []

    def add_group(self, rows: list[list[CellElement]]) -> None:
        """The rows of one group: no cell reaches beyond it."""
        end = self._rows + len(rows)
        for cells in rows:
            column = 0
            for cell in cells:
                column = self._place(cell, column, end - self._rows)
            self._rows += 1
            self._within_limit(self._rows * self._columns)

    def grid(self) -> ObservedGrid:
        """The grid, its cells in the order of rows and columns, as they were placed."""
        return ObservedGrid(rows=self._rows, columns=self._columns, cells=tuple(self._cells))

    def _place(self, cell: CellElement, column: int, rows_left: int) -> int:
        """Put a cell on the first free place from a column on; the column behind it."""
        colspan = self._span(cell.colspan, "colspan", _MAX_COLSPAN, _MAX_COLSPAN)
        rowspan = self._span(cell.rowspan, "rowspan", _MAX_ROWSPAN, rows_left)
        while self._taken(column):
            column += 1
        self._used += colspan * rowspan
        self._within_limit(self._used)
        start, end = cell.mark.stretch
        self._cells.append(
            ObservedCell(
                row=self._rows,
                column=column,
                rowspan=rowspan,
                colspan=colspan if colspan == 1 else self._without_overlap(column, colspan),
                start=start,
                end=end,
                hidden=cell.hidden,
            )
        )
        self._cover(column, colspan, self._rows + rowspan)
        return column + colspan

    def _span(self, written: str, axis: str, most: int, left: int) -> int:
        """The span that a cell takes; 0 rows means all that are left of its group."""
        if not written:
            return 1
        match = _NUMBER.match(written)
        number = int(match[1] or 0) if match else 1
        if number == 0:
            number = left if axis == "rowspan" else 1
        used = min(number, most, left)
        plain = written.strip().lstrip("0")
        if written.strip() and plain != str(used) and not (axis == "rowspan" and not plain):
            params = {"found": written.strip()[:_QUOTED], "axis": axis, "used": str(used)}
            self.findings.append(finding("grid-span", Side(), verdict=Verdict.NOTED, params=params))
        return used

    def _taken(self, column: int) -> bool:
        return column < len(self._free_from) and self._free_from[column] > self._rows

    def _without_overlap(self, column: int, colspan: int) -> int:
        """The columns up to the next cell: one that is free in this row is free in the rows below it too."""
        for number in range(1, colspan):
            if self._taken(column + number):
                params = {"row": str(self._rows + 1), "column": str(column + number + 1)}
                self.findings.append(finding("grid-overlap", Side(), verdict=Verdict.NOTED, params=params))
                return number
        return colspan

    def _cover(self, column: int, colspan: int, until: int) -> None:
        end = column + colspan
        if end > self._columns:
            self._free_from += [0] * (end - self._columns)
            self._columns = end
        for place in range(column, end):
            self._free_from[place] = max(self._free_from[place], until)

    def _within_limit(self, places: int) -> None:
        if places > self._places:
            raise LimitExceeded("table_places", places, self._places)
