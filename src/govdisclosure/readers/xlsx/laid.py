"""Sheets laid into one text with grids: what stands together is a grid, one block of rows below the other.

A blank row, or two blank columns, part a sheet into blocks; a block of one column is plain text. Hidden sheets, rows,
columns and cells that a merged cell covers follow their block on lines of their own, flagged as hidden.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from govdisclosure.errors import LimitExceeded
from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.limits import Limits
from govdisclosure.readers.observed import Hidden, HiddenReason, Observed, ObservedCell, ObservedGrid
from govdisclosure.readers.xlsx.cells import Merged, SheetCells
from govdisclosure.tabular import COLUMNS

__all__ = ["lay_out"]

#: So many blank columns part blocks that stand side by side.
_GAP = 2
#: How much of a formula a finding quotes.
_QUOTED = 60


def lay_out(sheets: Sequence[SheetCells], limits: Limits) -> Observed:
    """The text of a workbook and the grids on its sheets."""
    writer = _Writer(limits)
    for sheet in sheets:
        if sheet.hidden:
            writer.hidden_sheet(sheet)
        elif sheet.texts:
            writer.sheet(_Placed(sheet, limits))
    return Observed(
        text="".join(writer.parts),
        grids=tuple(writer.grids),
        hidden=tuple(writer.hidden),
        furniture=tuple(writer.furniture),
        findings=tuple(_findings(sheets)),
    )


def _findings(sheets: Sequence[SheetCells]) -> Iterator[Finding]:
    unsaved = [formula for sheet in sheets for formula in sheet.unsaved]
    calculated = sum(sheet.calculated for sheet in sheets)
    if unsaved:
        params = {"count": str(len(unsaved)), "formula": unsaved[0][:_QUOTED]}
        yield finding("formulas-unsaved", Side(), verdict=Verdict.NOTED, params=params)
    if calculated:
        yield finding("formulas-stored", Side(), verdict=Verdict.NOTED, params={"count": str(calculated)})


@attrs.frozen
class _Block:
    """Rows and columns that stand together, in order; hidden ones are left out."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]


class _Placed:
    """A sheet with the area of each merged cell, and what of it stands together."""

    def __init__(self, sheet: SheetCells, limits: Limits) -> None:
        self.sheet, self.limits = sheet, limits
        self.last_row = max(sheet.texts)
        self.last_column = max(column for row in sheet.texts.values() for column in row)
        #: The merged area that covers a place, by place.
        self.areas: dict[tuple[int, int], Merged] = {}
        self.overlaps: list[tuple[int, int]] = []
        for area in sheet.merged:
            self._cover(area)

    def _cover(self, area: Merged) -> None:
        """Note an area as far as the sheet is filled; of two over each other the first counts."""
        bottom, right = min(area.bottom, self.last_row), min(area.right, self.last_column)
        if area.top > bottom or area.left > right or (area.top, area.left) in self.areas:
            return
        cut = Merged(area.top, area.left, bottom, right)
        if len(self.areas) + (bottom - area.top + 1) * (right - area.left + 1) > self.limits.xlsx_cells:
            raise LimitExceeded("xlsx_cells", len(self.areas), self.limits.xlsx_cells)
        for row in range(area.top, bottom + 1):
            for column in range(area.left, right + 1):
                self.areas.setdefault((row, column), cut)

    def text(self, row: int, column: int) -> str:
        """What is stored at a place."""
        return self.sheet.texts.get(row, {}).get(column, "")

    def filled(self) -> dict[int, set[int]]:
        """The columns in which a cell with words lies, by row."""
        found = {row: set(columns) for row, columns in self.sheet.texts.items()}
        for (row, column), area in self.areas.items():
            if self.text(area.top, area.left):
                found.setdefault(row, set()).add(column)
        return found

    def blocks(self) -> Iterator[_Block]:
        """The blocks from top to bottom, in each band from the first column on."""
        filled = self.filled()
        hidden = self.sheet.hidden_rows
        for band in _runs(sorted(filled), 1):
            columns = sorted({column for row in band for column in filled[row]})
            for run in _runs(columns, _GAP):
                shown = [column for column in range(run[0], run[-1] + 1) if not self.sheet.is_hidden_column(column)]
                within = [row for row in band if filled[row] & set(run)]
                rows = [row for row in range(within[0], within[-1] + 1) if row not in hidden]
                if rows and shown:
                    yield _Block(tuple(rows), tuple(shown))


def _runs(numbers: Sequence[int], gap: int) -> Iterator[list[int]]:
    """Numbers in order, parted where at least so many are missing."""
    run = list(numbers[:1])
    for before, number in pairwise(numbers):
        if number - before > gap:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


class _Writer:
    """The text of a workbook in the making."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.parts: list[str] = []
        self.grids: list[ObservedGrid] = []
        self.hidden: list[Hidden] = []
        self.furniture: list[tuple[int, int]] = []
        self._at = 0

    def sheet(self, placed: _Placed) -> None:
        """A sheet under its name, which runs over it like the head of a page."""
        start = self._at
        self._line(placed.sheet.name)
        if _is_list_of_facts(placed.sheet):  # which says all over again what stands on the other sheets
            self._all_of(placed.sheet)
            self.furniture.append((start, self._at))
            return
        self.furniture.append((start, self._at))
        written: set[tuple[int, int]] = set()
        for block in placed.blocks():
            self._block(placed, block, written)
        self._rest(placed.sheet, written)

    def hidden_sheet(self, sheet: SheetCells) -> None:
        """A sheet that is not shown: its name and its texts."""
        start = self._at
        self._line(sheet.name)
        self._all_of(sheet)
        self._hide(start)

    # --- blocks

    def _block(self, placed: _Placed, block: _Block, written: set[tuple[int, int]]) -> None:
        if len(self.grids) >= self.limits.tables:
            raise LimitExceeded("tables", len(self.grids) + 1, self.limits.tables)
        places = len(block.rows) * len(block.columns)
        if places > self.limits.table_places:
            raise LimitExceeded("table_places", places, self.limits.table_places)
        cells: list[ObservedCell] = []
        for number, row in enumerate(block.rows):
            cells += self._row(placed, block, number, row, written)
        if len(block.columns) > 1:
            self.grids.append(ObservedGrid(rows=len(block.rows), columns=len(block.columns), cells=tuple(cells)))

    def _row(
        self, placed: _Placed, block: _Block, number: int, row: int, written: set[tuple[int, int]]
    ) -> Iterator[ObservedCell]:
        """The cells that begin in a row, parted by tabs; blank ones at its end print nothing."""
        waiting = ""
        for index, column in enumerate(block.columns):
            area = placed.areas.get((row, column))
            if index:
                waiting += "\t"
            if area and not _begins(area, block, row, column):
                continue
            top, left = (area.top, area.left) if area else (row, column)
            text = placed.text(top, left)
            if text:
                written.add((top, left))
                self._write(waiting)
                waiting = ""
            start = self._at
            self._write(text)
            yield ObservedCell(
                row=number,
                column=index,
                rowspan=sum(area.top <= one <= area.bottom for one in block.rows) if area else 1,
                colspan=sum(area.left <= one <= area.right for one in block.columns) if area else 1,
                start=start,
                end=self._at,
            )
        self._write("\n")

    # --- what is not seen

    def _rest(self, sheet: SheetCells, written: set[tuple[int, int]]) -> None:
        """What no block shows: hidden rows and columns, words under merged cells."""
        start = self._at
        for row in sorted(sheet.texts):
            rest = [text for column, text in sorted(sheet.texts[row].items()) if (row, column) not in written]
            if rest:
                self._line("\t".join(rest))
        if self._at > start:
            self._hide(start)

    def _all_of(self, sheet: SheetCells) -> None:
        for row in sorted(sheet.texts):
            self._line("\t".join(text for _, text in sorted(sheet.texts[row].items())))

    def _hide(self, start: int) -> None:
        if self._at - 1 > start:
            self.hidden.append(Hidden(start=start, end=self._at - 1, reason=HiddenReason.INVISIBLE))

    # --- characters

    def _line(self, text: str) -> None:
        self._write(text + "\n")

    def _write(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self._at += len(text)


def _begins(area: Merged, block: _Block, row: int, column: int) -> bool:
    """Whether a merged cell begins at a place: at its corner, or at the first of its rows and columns that is shown."""
    first_row = next(one for one in block.rows if area.top <= one <= area.bottom)
    first_column = next(one for one in block.columns if area.left <= one <= area.right)
    return row == first_row and column == first_column


def _is_list_of_facts(sheet: SheetCells) -> bool:
    """Whether a sheet is the list of facts that the library prints, told by the heads of its columns."""
    return any(tuple(row[column] for column in sorted(row)) == COLUMNS for row in list(sheet.texts.values())[:_TOP])


#: So many rows of a sheet may stand over the heads of its columns.
_TOP = 3
