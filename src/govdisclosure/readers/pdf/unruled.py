"""Tables without rules: numbers stand under each other, their labels beside them and their headers over them.

Nothing is made a table that reads as prose or as a list: numbers stand under each other in two columns and two rows,
or each of them stands under a header.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from govdisclosure.readers.pdf.headers import Column, headers_over, spread
from govdisclosure.readers.pdf.lattice import nearest, snapped
from govdisclosure.readers.pdf.lines import around
from govdisclosure.readers.pdf.marks import Box, Glyph
from govdisclosure.readers.pdf.tables import Cell, Table
from govdisclosure.readers.pdf.words import Row, Word, blocks_of, joined, rows_of_words

__all__ = ["Unruled", "unruled_tables"]

#: A heading or a sentence: no part of a table where no number stands beside it.
_PROSE = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[部章]|.*[。！？；;]\Z")
#: In heights: how far labels may reach beyond the begin of the numbers, how near the edges of labels are that begin
#: together, how near a row is to a label beside it, and how far headers may lie over what they head.
_BEYOND, _SAME_LEFT, _NEAR, _FAR = 0.5, 0.8, 0.3, 4.0
#: Rows of other words between two parts of one table.
_BETWEEN = 3
#: Characters of a label; what is longer is prose.
_LONGEST_LABEL = 80
#: Letters of a header.
_WORD = 2
#: Columns and rows that stand under each other without headers.
_COLUMNS, _ROWS = 2, 2


@attrs.define(eq=False)
class _Group:
    """Rows whose numbers stand under each other: the numbers of the rows, and their columns."""

    rows: list[int]
    columns: list[Column]

    @property
    def left(self) -> float:
        """Where the numbers begin."""
        return self.columns[0].left

    def take(self, number: int, row: Row) -> bool:
        """Add a row, if each of its numbers stands in a column of its own, some of them in those that are there."""
        columns = spread([*self.columns, *(Column.of(word.box) for word in row.numbers)])
        places = [_column(columns, word.box) for word in row.numbers]
        shared = sum(any(column.is_under(word.box) for column in self.columns) for word in row.numbers)
        if not shared or len(set(places)) < len(places) or len(columns) < len(self.columns):
            return False
        if any(label.box.x1 > columns[0].left + _BEYOND * label.box.height for label in row.labels):
            return False
        self.rows.append(number)
        self.columns = columns
        return True


def _column(columns: Sequence[Column], box: Box) -> int:
    """The column under which a number stands."""
    return next(number for number, column in enumerate(columns) if column.is_under(box))


@attrs.frozen(eq=False)
class _Page:
    """The rows of a page, the blocks of its labels with their places, and the words of headings and sentences."""

    rows: list[Row]
    blocks: list[tuple[Box, list[Word]]]
    prose: set[Word]

    @classmethod
    def of(cls, rows: list[Row]) -> "_Page":
        """The page of some rows."""
        blocks = blocks_of((word for row in rows for word in row.labels), rows)
        prose: set[Word] = set()
        numbered = [row for row in rows if row.numbers]
        middles = [row.middle for row in numbered]
        placed = [(around(word.box for word in block), block) for block in blocks]
        for box, block in placed:
            reach = _NEAR * block[0].box.height
            near = numbered[bisect_left(middles, box.top - reach) : bisect_right(middles, box.bottom + reach)]
            beside = any(box.x0 < row.numbers[0].box.x0 for row in near)
            if not beside and _PROSE.match("".join(word.text for word in block)):
                prose.update(block)
        return cls(rows, placed, prose)

    def groups(self) -> Iterator[_Group]:
        """The groups from top to bottom."""
        group: _Group | None = None
        for number, row in enumerate(self.rows):
            if not row.numbers:
                continue
            if group and self._is_open(group, number) and group.take(number, row):
                continue
            if group:
                yield group
            group = _Group([number], spread(Column.of(word.box) for word in row.numbers))
        if group:
            yield group

    def _is_open(self, group: _Group, number: int) -> bool:
        """Whether nothing but labels stands between a group and a row."""
        between = (word for row in self.rows[group.rows[-1] + 1 : number] for word in row.words)
        return all(word not in self.prose and word.box.x1 <= group.left for word in between)

    def over(self, group: _Group, end: int) -> list[Row]:
        """The rows over a group, down from row ``end``, that may be its headers."""
        first = group.rows[0]
        found: list[Row] = []
        below = self.rows[first]
        for row in reversed(self.rows[end:first]):
            size = below.words[0].box.height
            far = below.box.top - row.box.bottom > _FAR * size
            across = len(row.words) == 1 and row.box.x0 < group.left - _FAR * size and row.box.x1 > group.left + size
            prose = any(word in self.prose for word in row.words)
            if far or across or (prose and (len(row.words) > 1 or any(len(each.words) > 1 for each in found))):
                break
            found.append(row)
            below = row
        while found and len(found[-1].words) == 1 and found[-1].words[0] in self.prose:
            found.pop()  # a heading over a paragraph, or over rows that are no table
        return found[::-1]


@attrs.frozen
class Unruled:
    """The tables without rules, the glyphs that are in none, and the numbers for which there was no place."""

    tables: list[Table]
    glyphs: list[Glyph]
    unplaced: list[str]


def unruled_tables(glyphs: list[Glyph], before: Table | None) -> Unruled:
    """The tables without rules among some glyphs.

    ``before`` is the table with which the page before ends: numbers at the top of the page may stand in its columns.
    """
    rows = rows_of_words(glyphs)
    if not any(row.numbers for row in rows):
        return Unruled([], glyphs, [])
    page = _Page.of(rows)
    tables: list[Table] = []
    unplaced: list[str] = []
    taken: set[Glyph] = set()
    end = last = 0
    for group in page.groups():
        made = _Making(page, group, page.over(group, end))
        end = group.rows[-1] + 1
        if table := made.table(before if group.rows[0] - last <= _BETWEEN else None):
            tables.append(table)
            taken.update(glyph for word in made.words for glyph in word.glyphs)
            before, last = table, end
        elif made.stand_under_each_other():
            unplaced += [word.text for row in made.rows for word in row.numbers]
    return Unruled(tables, [glyph for glyph in glyphs if glyph not in taken], unplaced)


class _Making:
    """Makes the table of a group. ``words`` are those that stand in it."""

    def __init__(self, page: _Page, group: _Group, over: list[Row]) -> None:
        self.columns = group.columns
        self.rows = [page.rows[number] for number in group.rows]
        self.size = self.rows[0].numbers[0].box.height
        self.labels = self._labels(page)
        self.edge = self._edge()
        self.headers = headers_over(self.columns, over, self.edge)
        self.beside_headers = self._beside_headers(over)
        self.labels += self._below_headers(over)
        self.words: list[Word] = []
        #: Blocks of labels for which there is no place beside the others; they stay lines of the page.
        self.clashes: list[list[Word]] = []

    def _labels(self, page: _Page) -> list[list[Word]]:
        """The blocks of labels beside the rows or between them."""
        top, bottom = self.rows[0].middle - self.size / 2, self.rows[-1].middle + self.size / 2
        left = self.columns[0].left
        near = ((box, block) for box, block in page.blocks if box.bottom > top and box.top < bottom and box.x0 < left)
        return [block for _, block in near if block[0] not in page.prose]

    def _edge(self) -> float:
        """Where the labels end and the columns of numbers begin."""
        left = self.columns[0].left
        ends = [word.box.x1 for block in self.labels for word in block]
        return (min(max(ends), left) + left) / 2 if ends else left - self.size / 2

    def _beside_headers(self, over: Iterable[Row]) -> list[list[Word]]:
        """What heads the labels: the blocks of words beside the headers, from left to right."""
        if not self.headers.all:
            return []
        own = {word for block in self.labels for word in block}
        top = min(header.box.top for header in self.headers.all)
        bottom = max(header.box.bottom for header in self.headers.all)
        beside = (word for row in over for word in row.words if row.box.bottom > top and word.box.top < bottom)
        found = blocks_of((word for word in beside if word.box.middle[0] <= self.edge and word not in own), [])
        return sorted(found, key=lambda block: block[0].box.x0)

    def _below_headers(self, over: Iterable[Row]) -> list[list[Word]]:
        """Labels without numbers between the headers and the first row."""
        if not self.headers.all:
            return []
        known = {word for block in (*self.labels, *self.beside_headers) for word in block}
        bottom = max(header.box.bottom for header in self.headers.all)
        below = (word for row in over for word in row.words if word.box.top >= bottom)
        return blocks_of((word for word in below if word.box.x1 <= self.edge and word not in known), [])

    def table(self, before: Table | None) -> Table | None:
        """The table; ``None`` where the numbers do not stand as those of a table do."""
        edges = self._edges(before)
        if edges is None or any(sum(len(word.text) for word in block) > _LONGEST_LABEL for block in self.labels):
            return None
        lefts = self._lefts(edges[0])
        cells = [*self._head(lefts), *self._body(lefts, len(edges) - 1)]
        return Table(
            box=around(word.box for word in self.words),
            xs=[*lefts, *edges],
            rows=max(cell.below for cell in cells),
            cells=cells,
            values=len(edges) - 1,
        )

    def _edges(self, before: Table | None) -> list[float] | None:
        """Where the columns of numbers begin and end; those of the table before, if these rows go on with it."""
        if before and before.values and not self.headers.all:
            edges = before.xs[-before.values - 1 :]
            columns = [Column(one, other) for one, other in pairwise(edges)]
            middles = [(column.left + column.right) / 2 for column in self.columns]
            places = [number for x in middles for number, one in enumerate(columns) if one.left <= x <= one.right]
            if len(set(places)) < len(self.columns) or len(places) > len(self.columns):
                return None
            self.columns = columns
            return edges
        if not (self.stand_under_each_other() or self._stand_under_headers()):
            return None
        between = [(one.right + other.left) / 2 for one, other in pairwise(self.columns)]
        return [self.edge, *between, self.columns[-1].right + self.size / 2]

    def stand_under_each_other(self) -> bool:
        """Whether numbers stand under each other in several columns."""
        numbers = [word.box for row in self.rows for word in row.numbers]
        several = [column for column in self.columns if sum(map(column.is_under, numbers)) >= _ROWS]
        return len(several) >= _COLUMNS

    def _stand_under_headers(self) -> bool:
        leaves = [leaf for leaf in self.headers.leaves if leaf]
        if len(leaves) < len(self.columns):
            return False
        pairs = zip(self.columns, leaves, strict=True)
        alike = len(leaves) > 1 and all(column.is_set_as(leaf.box) for column, leaf in pairs)
        return alike or self._is_list([leaf.words for leaf in leaves])

    def _is_list(self, leaves: Sequence[Sequence[Word]]) -> bool:
        """Whether labels (and units) with their numbers stand under headers side by side, as far apart as columns."""
        blocks = [*self.beside_headers, *leaves]
        if not self.beside_headers or any(sum(map(str.isalpha, joined(block))) < _WORD for block in blocks):
            return False
        middles = [around(word.box for word in block).middle[1] for block in blocks]
        gaps = [row.numbers[0].box.x0 - row.labels[-1].box.x1 for row in self.rows if row.labels]
        few = all(1 <= len(row.labels) <= len(self.beside_headers) for row in self.rows)
        return max(middles) - min(middles) <= _NEAR * self.size and few and min(gaps) > _NEAR * self.size

    def _lefts(self, edge: float) -> list[float]:
        """Where labels begin, from left to right."""
        lefts = [min(word.box.x0 for word in block) for block in (*self.labels, *self.beside_headers)]
        return [left for left in snapped(lefts, self.size * _SAME_LEFT) if left < edge]

    def _head(self, lefts: Sequence[float]) -> Iterator[Cell]:
        """The cells of the headers: those over several columns, row by row, and then those of the columns."""
        many = len(lefts)
        leaves = [leaf for leaf in self.headers.leaves if leaf]
        for row, headers in enumerate([*self.headers.above, leaves]):
            for header in headers:
                yield self._cell(row, many + header.first, row + 1, many + header.end, header.words)
        last, ends = len(self.headers.above), many
        for number, block in reversed(list(enumerate(self.beside_headers))):
            column = nearest(lefts, block[0].box.x0) if number else 0
            if column < ends:
                yield self._cell(last, column, last + 1, ends, block)
                ends = column

    def _body(self, lefts: Sequence[float], values: int) -> Iterator[Cell]:
        """The cells of the rows: their labels, and a cell in each column of numbers."""
        many = len(lefts)
        first = len(self.headers.above) + any(self.headers.leaves)
        rows = sorted([(row.middle, number) for number, row in enumerate(self.rows)] + self._bare())
        at = {number: first + place for place, (_, number) in enumerate(rows)}
        yield from self._label_cells(lefts, at)
        for number, place in at.items():
            row = self.rows[number] if number >= 0 else None
            held = {_column(self.columns, word.box): word for word in row.numbers} if row else {}
            for column in range(values):
                words = [held[column]] if column in held else []
                yield self._cell(place, many + column, place + 1, many + column + 1, words)

    def _covered(self, block: Sequence[Word]) -> list[int]:
        """The rows beside which a block of labels stands."""
        box, reach = around(word.box for word in block), _NEAR * self.size
        return [n for n, row in enumerate(self.rows) if box.top - reach <= row.middle <= box.bottom + reach]

    def _bare(self) -> list[tuple[float, int]]:
        """The heights of the blocks of labels beside which no number stands, with their numbers below zero."""
        boxes = [around(word.box for word in block) for block in self.labels]
        return [(box.middle[1], -1 - n) for n, box in enumerate(boxes) if not self._covered(self.labels[n])]

    def _label_cells(self, lefts: Sequence[float], at: dict[int, int]) -> Iterator[Cell]:
        """The cells of the labels; each reaches to the next label of its rows, or to the numbers."""
        places = []
        for number, block in enumerate(self.labels):
            rows = [at[row] for row in self._covered(block)] or [at[-1 - number]]
            column = nearest(lefts, block[0].box.x0)
            places.append((min(rows), column, max(rows) + 1, block))
        taken: set[tuple[int, int]] = set()
        for top, column, below, block in sorted(places, key=lambda place: place[:3]):
            beside = [c for t, c, b, _ in places if t < below and top < b and c > column]
            beyond = min(beside, default=len(lefts))
            free = {(row, c) for row in range(top, below) for c in range(column, beyond)}
            if free & taken:
                self.clashes.append(block)
                continue
            taken |= free
            yield self._cell(top, column, below, beyond, block)

    def _cell(self, row: int, column: int, below: int, beyond: int, words: Sequence[Word]) -> Cell:
        self.words += words
        return Cell(row=row, column=column, below=below, beyond=beyond, text=joined(words) if words else "")
