"""The rows of the grids of a document, as the eye goes over them: what heads a row, and what stands behind it."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

import attrs

from govdisclosure.readers.observed import Observed, ObservedCell, ObservedGrid
from govdisclosure.readers.tables.cells import UNITS, is_value
from govdisclosure.readers.tables.wording import NOTHING, UNSEEN, Words, words_of

__all__ = ["SeenCell", "SeenRow", "seen_rows"]

_COUNTED = re.compile(r"[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}")
#: Rows are looked at until so many texts stand in them that may be labels; the largest statutory form has sixty rows.
_MOST_TEXTS = 24_000
#: A label broken over so many cells is put together again.
_JOINED = 14
#: And over so many rows above it.
_ROWS_ABOVE = 5
#: Rows stand beside each other if so many of them do, and so large a share of those with numbers.
_BESIDE, _MOSTLY = 3, 0.5
#: A caption is no longer than this.
_CAPTION = 60
#: So many of the texts before the first number may head a row.
_MOST_LABELS = 20


@attrs.frozen(kw_only=True)
class SeenCell:
    """A cell that covers a row: its text, and whether that is what a cell holds rather than what heads one."""

    grid: int
    cell: ObservedCell
    text: str
    is_value: bool
    #: The text as labels are compared.
    words: Words

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed in it."""
        return not self.text or not self.text.translate(UNSEEN).strip()

    @property
    def is_number(self) -> bool:
        """Whether a number, or a sign for its absence, is printed in it."""
        return self.is_value and not self.is_blank

    @property
    def columns(self) -> range:
        """The columns that it covers."""
        return range(self.cell.column, self.end)

    @property
    def end(self) -> int:
        """The column behind it."""
        return self.cell.column + self.cell.colspan


@attrs.frozen(kw_only=True)
class SeenRow:
    """A row of a grid: the cells that cover it, from left to right."""

    grid: int
    row: int
    cells: tuple[SeenCell, ...]
    #: Rows directly above without numbers: perhaps parts of a label that is broken over lines.
    above: tuple["SeenRow", ...] = ()
    #: The line over the grid.
    caption: Words = NOTHING

    @cached_property
    def labels(self) -> tuple[int, ...]:
        """The indexes of the cells that may head the row: texts before the first number."""
        found: list[int] = []
        for index, cell in enumerate(self.cells):
            if not cell.is_value:
                found.append(index)
            elif not (cell.is_blank or self._counts(index)):
                break
        return tuple(found)

    def _counts(self, index: int) -> bool:
        """Whether the first cell only numbers the rows (序号): a text follows it."""
        following = self.cells[index + 1 : index + 2]
        return index == 0 and bool(_COUNTED.fullmatch(self.cells[0].text)) and any(not c.is_value for c in following)

    @cached_property
    def own(self) -> tuple[int, ...]:
        """The indexes of those of them that begin in the row; others stand over several rows."""
        return tuple(index for index in self.labels if self.cells[index].cell.row == self.row)

    @cached_property
    def last(self) -> int:
        """The index of the last of them that is no unit; -1 without any."""
        return max((index for index in self.own if self.cells[index].text not in UNITS), default=-1)

    @cached_property
    def readings(self) -> tuple[tuple[Words, int, int], ...]:
        """What may be the row's own label, each with the indexes of its first and last cell: behind it stand values."""
        last = max((index for index, cell in enumerate(self.cells) if cell.is_value), default=-1)
        own = tuple(index for index in self.own if index < last)[-_MOST_LABELS:]
        made = [(self.cells[index].words, index, index) for index in own]
        if own[-1:] != self.own[-1:]:
            return tuple(made)
        own = tuple(index for index in own if self.cells[index].text not in UNITS)
        for many in range(2, min(_JOINED, len(own)) + 1):  # what stands before the label are headings of groups
            parts = own[-many:]
            made.append((words_of("".join(self.cells[index].text for index in parts)), parts[0], parts[-1]))
        return tuple(made)

    @cached_property
    def broken(self) -> tuple[tuple[Words, int, int], ...]:
        """What may be its label where rows above begin it: with the index of the cell, and how many rows those are."""
        if not self.labels or not any(cell.is_value for cell in self.cells[self.labels[-1] + 1 :]):
            return ()
        own = "".join(cell.text for index in self.labels if (cell := self.cells[index]).text not in UNITS)
        texts = ["".join(cell.text for cell in row.cells) for row in self.above] + [own]
        return tuple((words_of("".join(texts[-many - 1 :])), self.labels[-1], many) for many in range(1, len(texts)))

    @cached_property
    def has_values(self) -> bool:
        """Whether a number or a sign for its absence is printed in it."""
        return any(cell.is_number for cell in self.cells)


def seen_rows(observed: Observed) -> tuple[SeenRow, ...]:
    """The visible rows of all grids, in the order of the document; rows of tables within cells stand for themselves."""
    rows: list[SeenRow] = []
    inner = _Stretches.of(_stretch(grid) for grid in observed.grids)
    hidden = _Stretches.of((one.start, one.end) for one in observed.hidden)
    texts = 0
    for number in range(len(observed.grids)):
        for row in _rows_of(observed, number, inner, hidden):
            rows.append(row)
            texts += len(row.labels)
            if texts > _MOST_TEXTS:
                return tuple(rows)
    return tuple(rows)


def _stretch(grid: ObservedGrid) -> tuple[int, int] | None:
    """The stretch of the text from the first cell of a table to the last."""
    filled = [cell for cell in grid.cells if cell.end > cell.start]
    return (min(cell.start for cell in filled), max(cell.end for cell in filled)) if filled else None


@attrs.frozen
class _Stretches:
    """Stretches of the text, none of which begins before the one before."""

    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, stretches: Iterable[tuple[int, int] | None]) -> "_Stretches":
        ordered = sorted(filter(None, stretches))
        return cls([start for start, _ in ordered], [end for _, end in ordered])

    def hold(self, cell: ObservedCell) -> bool:
        """Whether one of them, where they lie apart from each other, holds a cell."""
        last = bisect_right(self.starts, cell.start) if self.starts else 0
        return last > 0 and cell.end <= self.ends[last - 1]

    def are_in(self, cell: ObservedCell) -> bool:
        """Whether a cell holds one of them, and more."""
        first = bisect_left(self.starts, cell.start)
        last = bisect_right(self.starts, cell.end)
        size = cell.end - cell.start
        return any(self.ends[i] <= cell.end and self.ends[i] - self.starts[i] < size for i in range(first, last))


def _one_below_the_other(lines: list[tuple[int, list[SeenCell]]]) -> list[tuple[int, list[SeenCell]]]:
    """The rows of a grid; where two rows stand beside each other throughout, those on the left and then the others."""
    begins = Counter(column for _, cells in lines for column in _second_labels(cells))
    column, often = begins.most_common(1)[0] if begins else (0, 0)
    numbered = sum(any(cell.is_number for cell in cells) for _, cells in lines)
    if often < max(_BESIDE, _MOSTLY * numbered):
        return lines
    left = [(row, [cell for cell in cells if cell.cell.column < column]) for row, cells in lines]
    right = [(row, [cell for cell in cells if cell.cell.column >= column]) for row, cells in lines]
    return [(row, cells) for row, cells in (*left, *_one_below_the_other(right)) if cells]


def _second_labels(cells: list[SeenCell]) -> Iterator[int]:
    """The columns of texts that stand between numbers, and may begin another row."""
    numbers = [index for index, cell in enumerate(cells) if cell.is_number]
    for index in range(numbers[0] + 1, numbers[-1]) if numbers else ():
        if not cells[index].is_value and cells[index].text not in UNITS and cells[index - 1].is_value:
            yield cells[index].cell.column


def caption_of(observed: Observed, grid: ObservedGrid) -> str:
    """The line directly over a table, whatever it says; a longer one is no caption."""
    start = min((cell.start for cell in grid.cells if cell.end > cell.start), default=0)
    return observed.text[max(0, start - _CAPTION) : start].strip().rpartition("\n")[2]


def _rows_of(observed: Observed, number: int, inner: _Stretches, hidden: _Stretches) -> Iterator[SeenRow]:
    grid = observed.grids[number]
    by_row: dict[int, list[SeenCell]] = {}
    for cell in grid.cells:
        if cell.hidden or hidden.hold(cell) or inner.are_in(cell):  # a table within the cell: it lays out the page
            continue
        text = observed.of(cell)
        seen = SeenCell(grid=number, cell=cell, text=text, is_value=is_value(text), words=words_of(text))
        for row in range(cell.row, min(cell.row + cell.rowspan, grid.rows)):
            by_row.setdefault(row, []).append(seen)
    caption = words_of(caption_of(observed, grid))
    lines = [(row, sorted(by_row[row], key=lambda seen: seen.cell.column)) for row in sorted(by_row)]
    above: list[SeenRow] = []
    for row, cells in _one_below_the_other(lines):
        made = SeenRow(grid=number, row=row, cells=tuple(cells), above=tuple(above[-_ROWS_ABOVE:]), caption=caption)
        alone = not any(cell.is_value for cell in cells) and len(cells) <= _JOINED
        above = [*above[-_ROWS_ABOVE:], attrs.evolve(made, above=())] if alone else []
        yield made
