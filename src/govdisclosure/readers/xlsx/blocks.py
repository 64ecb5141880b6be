"""What stands together on a sheet: blocks of rows and columns, with merged cells and with what of them is hidden."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

import attrs

from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import Limits
from govdisclosure.readers.xlsx.cells import Merged, SheetCells
from govdisclosure.tabular import COLUMNS

__all__ = ["Block", "PlacedCell", "PlacedSheet"]

#: So many blank columns part blocks that stand side by side.
_GAP = 2
#: So many rows of a sheet may stand over the heads of its columns.
_TOP = 3


@attrs.frozen
class PlacedCell:
    """A cell with its place in the grid of a block, and where its words are stored on the sheet."""

    row: int
    column: int
    rowspan: int
    colspan: int
    stored: tuple[int, int]


class PlacedSheet:
    """A sheet with the area of each merged cell, and what of it stands together."""

    def __init__(self, cells: SheetCells, limits: Limits) -> None:
        self.cells, self.limits = cells, limits
        self.last_row = max(cells.texts, default=-1)
        self.last_column = max((column for row in cells.texts.values() for column in row), default=-1)
        #: The merged area that covers a place, by place.
        self.areas: dict[tuple[int, int], Merged] = {}
        for area in cells.merged:
            self._cover(area)

    def _cover(self, area: Merged) -> None:
        """Note an area as far as the sheet is filled; of two over each other the first counts."""
        bottom, right = min(area.bottom, self.last_row), min(area.right, self.last_column)
        if area.top > bottom or area.left > right:
            return
        cut = Merged(area.top, area.left, bottom, right)
        if len(self.areas) + (bottom - area.top + 1) * (right - area.left + 1) > self.limits.xlsx_cells:
            raise LimitExceeded("xlsx_cells", len(self.areas), self.limits.xlsx_cells)
        rows, columns = range(area.top, bottom + 1), range(area.left, right + 1)
        places = [(row, column) for row in rows for column in columns]
        if not any(place in self.areas for place in places):
            self.areas |= dict.fromkeys(places, cut)

    @cached_property
    def hidden_columns(self) -> frozenset[int]:
        """The columns that are not shown, as far as the sheet is filled."""
        changes = [0] * (self.last_column + 2)
        for first, last in self.cells.hidden_columns:
            if first <= self.last_column:
                changes[first] += 1
                changes[min(last, self.last_column) + 1] -= 1
        return frozenset(column for column, depth in enumerate(accumulate(changes)) if depth > 0)

    @property
    def is_list_of_facts(self) -> bool:
        """Whether it is the list of facts that the library prints, by the heads of its columns."""
        top = list(self.cells.texts.values())[:_TOP]
        return any(tuple(row[column] for column in sorted(row)) == COLUMNS for row in top)

    def text(self, place: tuple[int, int]) -> str:
        """What is stored at a place."""
        row, column = place
        return self.cells.texts.get(row, {}).get(column, "")

    @cached_property
    def filled(self) -> dict[int, set[int]]:
        """The columns in which a cell with words lies, by row."""
        found = {row: set(columns) for row, columns in self.cells.texts.items()}
        for (row, column), area in self.areas.items():
            if self.text((area.top, area.left)):
                found.setdefault(row, set()).add(column)
        return found

    def blocks(self) -> Iterator["Block"]:
        """The blocks of which something is shown, from top to bottom, in each band from the first column on."""
        for band in _runs(sorted(self.filled), 1):
            runs = list(_runs(sorted({column for row in band for column in self.filled[row]}), _GAP))
            run_of = {column: number for number, run in enumerate(runs) for column in run}
            first: dict[int, int] = {}
            last: dict[int, int] = {}
            for row in band:
                for number in {run_of[column] for column in self.filled[row]}:
                    first.setdefault(number, row)
                    last[number] = row
            for number, run in enumerate(runs):
                block = Block(self, range(first[number], last[number] + 1), range(run[0], run[-1] + 1))
                if block.shown_rows and block.shown_columns:
                    yield block


def _runs(numbers: Sequence[int], gap: int) -> Iterator[list[int]]:
    """Numbers in order, parted where more than so many lie between two of them."""
    run = list(numbers[:1])
    for before, number in pairwise(numbers):
        if number - before > gap:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


class Block:
    """Rows and columns that stand together, hidden ones included."""

    def __init__(self, sheet: PlacedSheet, rows: range, columns: range) -> None:
        self.sheet, self.rows, self.columns = sheet, rows, columns
        hidden_rows, hidden_columns = sheet.cells.hidden_rows, sheet.hidden_columns
        self.shown_rows = [row for row in rows if row not in hidden_rows]
        self.shown_columns = [column for column in columns if column not in hidden_columns]
        #: Of a large block, which is no statutory table, only the filled cells are listed.
        self._is_large = len(rows) * len(columns) > sheet.limits.table_places

    def hidden_parts(self) -> Iterator[tuple[int, Collection[int]]]:
        """The rows of which something is hidden, each with its hidden columns: all of them in a hidden row."""
        hidden = [column for column in self.columns if column in self.sheet.hidden_columns]
        for row in self.rows:
            if row in self.sheet.cells.hidden_rows:
                yield row, self.columns
            elif hidden:
                yield row, hidden

    def cells(self, row: int, columns: Collection[int], *, hidden: bool) -> Iterator[tuple[int, PlacedCell]]:
        """The shown or the hidden cells that begin in a row, each with the number of its column among these."""
        if self._is_large:
            columns = sorted(self.sheet.filled.get(row, set()).intersection(columns))
        for number, column in enumerate(columns):
            area = self.sheet.areas.get((row, column))
            if area is None:
                yield number, PlacedCell(row - self.rows.start, column - self.columns.start, 1, 1, (row, column))
            elif self._begins(area) == (row, column, hidden):
                yield number, self._merged(area)

    def _begins(self, area: Merged) -> tuple[int, int, bool]:
        """The place where a merged cell begins, and whether it is hidden: at the first row and column shown of it."""
        row, column = _first(self.shown_rows, area.top), _first(self.shown_columns, area.left)
        if row is not None and row <= area.bottom and column is not None and column <= area.right:
            return row, column, False
        return max(area.top, self.rows.start), max(area.left, self.columns.start), True

    def _merged(self, area: Merged) -> PlacedCell:
        top, left = max(area.top, self.rows.start), max(area.left, self.columns.start)
        return PlacedCell(
            row=top - self.rows.start,
            column=left - self.columns.start,
            rowspan=min(area.bottom, self.rows[-1]) - top + 1,
            colspan=min(area.right, self.columns[-1]) - left + 1,
            stored=(area.top, area.left),
        )


def _first(numbers: Sequence[int], least: int) -> int | None:
    """The first of some numbers in order that is at least this."""
    at = bisect_left(numbers, least)
    return numbers[at] if at < len(numbers) else None
