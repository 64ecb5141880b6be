"""Sheets laid into one text with grids: what stands together is a grid, one block of rows below the other.

A blank row, or two blank columns, part a sheet into blocks; a block of one column is plain text. What is hidden
follows its block on lines of its own, flagged as hidden: the cells of hidden rows and columns, which keep their places
in the grid, and words under merged cells. Text boxes follow the cells of their sheet; comments and charts are hidden.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import Limits
from govdisclosure.readers.observed import Hidden, HiddenReason, Observed, ObservedCell, ObservedGrid
from govdisclosure.readers.xlsx.beside import Beside
from govdisclosure.readers.xlsx.blocks import Block, PlacedSheet
from govdisclosure.readers.xlsx.cells import SheetCells
from govdisclosure.readers.xlsx.noticed import noticed

__all__ = ["lay_out"]


def lay_out(sheets: Sequence[tuple[SheetCells, Beside]], limits: Limits) -> Observed:
    """The text of a workbook and the grids on its sheets."""
    writer = _Writer(limits)
    placed = [PlacedSheet(sheet, limits) for sheet, _ in sheets]
    for sheet, (_, beside) in zip(placed, sheets, strict=True):
        if sheet.cells.hidden:
            writer.hidden_sheet(sheet.cells, beside)
        else:
            writer.sheet(sheet, beside)
    return Observed(
        text="".join(writer.parts),
        grids=tuple(writer.grids),
        hidden=tuple(writer.hidden),
        furniture=tuple(writer.furniture),
        findings=tuple(noticed(placed, [beside for _, beside in sheets])),
    )


class _Writer:
    """The text of a workbook in the making."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.parts: list[str] = []
        self.grids: list[ObservedGrid] = []
        self.hidden: list[Hidden] = []
        self.furniture: list[tuple[int, int]] = []
        self._at = 0
        #: The places of all grids, of which few may be filled.
        self._places = 0

    def sheet(self, placed: PlacedSheet, beside: Beside) -> None:
        """A sheet under its name, which runs over it like the head of a page."""
        if not placed.cells.texts and not beside:
            return
        start = self._at
        self._line(placed.cells.name)
        if placed.is_list_of_facts:  # which says all over again what stands on the other sheets
            self._lines(_rows_of(placed.cells))
            self.furniture.append((start, self._at))
            return
        self.furniture.append((start, self._at))
        written: set[tuple[int, int]] = set()
        for block in placed.blocks():
            self._block(block, written)
        self._hide(_rows_of(placed.cells, written))
        self._hide(placed.cells.struck, HiddenReason.DELETED)
        self._lines(beside.lines)
        self._beside(beside)

    def hidden_sheet(self, cells: SheetCells, beside: Beside) -> None:
        """A sheet that is not shown: its name and its texts."""
        self._hide([cells.name, *_rows_of(cells), *cells.struck, *beside.lines])
        self._beside(beside)

    def _beside(self, beside: Beside) -> None:
        self._hide(beside.comments, HiddenReason.MARKUP)
        self._hide(beside.chart_lines, HiddenReason.DESCRIPTION)

    # --- blocks

    def _block(self, block: Block, written: set[tuple[int, int]]) -> None:
        """What a block shows, then what of it is hidden."""
        if len(self.grids) >= self.limits.tables:
            raise LimitExceeded("tables", len(self.grids) + 1, self.limits.tables)
        cells: list[ObservedCell] = []
        for row in block.shown_rows:
            cells += self._row(block, row, block.shown_columns, written)
            self._write("\n")
        start = self._at
        for row, columns in block.hidden_parts():
            begun = self._at
            cells += self._row(block, row, columns, written, hidden=True)
            self._write("\n" if self._at > begun else "")
        self._flag(start, HiddenReason.INVISIBLE)
        if len(block.shown_columns) > 1:
            cells.sort(key=lambda cell: (cell.row, cell.column))
            self.grids.append(ObservedGrid(rows=len(block.rows), columns=len(block.columns), cells=tuple(cells)))

    def _row(
        self, block: Block, row: int, columns: Collection[int], written: set[tuple[int, int]], *, hidden: bool = False
    ) -> Iterator[ObservedCell]:
        """The cells that begin in a row, parted by tabs; blank ones at its end print nothing."""
        tabs = 0
        for number, cell in block.cells(row, columns, hidden=hidden):
            self._count_place()
            if text := block.sheet.text(cell.stored):
                written.add(cell.stored)
                self._write("\t" * (number - tabs))
                tabs = number
            start = self._at
            self._write(text)
            yield ObservedCell(
                row=cell.row,
                column=cell.column,
                rowspan=cell.rowspan,
                colspan=cell.colspan,
                start=start,
                end=self._at,
                hidden=hidden,
            )

    def _count_place(self) -> None:
        self._places += 1
        if self._places > self.limits.xlsx_cells:
            raise LimitExceeded("xlsx_cells", self._places, self.limits.xlsx_cells)

    # --- what is not seen

    def _hide(self, lines: Iterable[str], reason: HiddenReason = HiddenReason.INVISIBLE) -> None:
        start = self._at
        self._lines(lines)
        self._flag(start, reason)

    def _flag(self, start: int, reason: HiddenReason) -> None:
        if self._at - 1 > start:
            self.hidden.append(Hidden(start=start, end=self._at - 1, reason=reason))

    # --- characters

    def _lines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._line(line)

    def _line(self, text: str) -> None:
        self._write(text + "\n")

    def _write(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self._at += len(text)


def _rows_of(cells: SheetCells, written: Collection[tuple[int, int]] = ()) -> Iterator[str]:
    """The words of a sheet that are not yet written, one row a line."""
    for row in sorted(cells.texts):
        rest = [text for column, text in sorted(cells.texts[row].items()) if (row, column) not in written]
        if rest:
            yield "\t".join(rest)
