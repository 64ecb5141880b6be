"""Forming a table: rows of cells, each over so many columns of the grid, and cells that continue the one above."""

import attrs

from govdisclosure.errors import LimitExceeded
from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.readers.composing import Mark
from govdisclosure.readers.observed import ObservedCell, ObservedGrid

__all__ = ["CellSeen", "TableSeen"]

#: Word itself draws at most 63 columns.
_MOST_COLUMNS = 1_000
#: How much of a wrong span a finding quotes.
_QUOTED = 20


@attrs.define(eq=False)
class CellSeen:
    """A cell in the making: what it says of itself before its first paragraph.

    ``joins`` is ``restart`` or ``continue`` where cells of a column are merged, ``across`` where those of a row are.
    """

    colspan: str = ""
    joins: str | None = None
    across: str | None = None
    deleted: bool = False


@attrs.define(eq=False)
class _Placed:
    row: int
    column: int
    rowspan: int
    colspan: int
    mark: Mark


class TableSeen:
    """A table in the making. ``LimitExceeded`` above that number of places."""

    def __init__(self, places: int) -> None:
        self.findings: list[Finding] = []
        self._places = places
        self._used = 0
        self._row = -1
        self._column = 0
        self._columns = 0
        self._cells: list[_Placed] = []
        #: The cell that cells of the next row may continue, by its first column.
        self._above: dict[int, _Placed] = {}
        self._last: _Placed | None = None

    def begin_row(self) -> None:
        """A row."""
        self._row += 1
        self._column = 0
        self._last = None

    def skip(self, columns: str) -> None:
        """Columns that the row that has begun leaves out before its first cell."""
        number = int(columns[:8]) if columns.isascii() and columns.isdecimal() else 0
        self._column = min(number, _MOST_COLUMNS)

    def continues(self, cell: CellSeen) -> bool:
        """Take the next place of the row. Whether the cell only continues one that began before it."""
        colspan = self._span(cell.colspan)
        column = self._column
        self._column += colspan
        self._columns = max(self._columns, self._column)
        self._used += colspan
        if max(self._used, (self._row + 1) * self._columns) > self._places:
            raise LimitExceeded("table_places", max(self._used, (self._row + 1) * self._columns), self._places)
        if cell.across == "continue" and self._last is not None:
            self._last.colspan += colspan
            return True
        above = self._above.get(column)
        if cell.joins == "continue" and above and above.colspan == colspan and above.row + above.rowspan == self._row:
            above.rowspan += 1
            return True
        return False

    def place(self, cell: CellSeen, mark: Mark) -> None:
        """Put a cell on the place that was taken last."""
        colspan = self._span(cell.colspan, told=True)
        column = self._column - colspan
        placed = _Placed(self._row, column, 1, colspan, mark)
        self._cells.append(placed)
        self._last = placed
        if cell.joins:
            self._above[column] = placed
        else:
            self._above.pop(column, None)

    def grid(self) -> ObservedGrid:
        """The grid, once the text is composed."""
        return ObservedGrid(
            rows=self._row + 1, columns=self._columns, cells=tuple(self._cell(cell) for cell in self._cells)
        )

    @staticmethod
    def _cell(cell: _Placed) -> ObservedCell:
        start, end = cell.mark.stretch
        return ObservedCell(
            row=cell.row,
            column=cell.column,
            rowspan=cell.rowspan,
            colspan=cell.colspan,
            start=start,
            end=end,
            hidden=cell.mark.flow.reason is not None,
        )

    def _span(self, written: str, *, told: bool = False) -> int:
        """The columns that a cell takes."""
        number = int(written[:8]) if written.isascii() and written.isdecimal() else 1
        used = min(max(number, 1), _MOST_COLUMNS)
        if told and written and written != str(used):
            params = {"found": written[:_QUOTED], "axis": "gridSpan", "used": str(used)}
            self.findings.append(finding("grid-span", Side(), verdict=Verdict.NOTED, params=params))
        return used
