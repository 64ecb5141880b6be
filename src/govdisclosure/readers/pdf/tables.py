"""Ruled tables of a page: cells with their texts."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import inf

import attrs

from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import Limits
from govdisclosure.readers.pdf.lattice import Lattice, lattices, nearest, snapped
from govdisclosure.readers.pdf.lines import around, lines_of
from govdisclosure.readers.pdf.marks import Box, Glyph, Marks
from govdisclosure.readers.pdf.shades import rules_between

__all__ = ["Cell", "Table", "tables_of"]

#: How far (in points) the edges of one table may lie apart on two pages, and how near glyphs of one word are.
_SAME_EDGE = 6.0
_SAME_WORD = 0.15


@attrs.frozen(kw_only=True)
class Cell:
    """A cell: the row and column at which it begins and those after its end."""

    row: int
    column: int
    below: int
    beyond: int
    text: str


@attrs.frozen(kw_only=True)
class Table:
    """A table on one page, or what of it stands there. ``xs`` are the edges of its columns; ``rows`` how many.

    ``values`` are its last columns, which hold numbers, where no rules say where columns begin.
    """

    box: Box
    xs: list[float]
    rows: int
    cells: list[Cell]
    values: int = 0

    def goes_on(self, other: "Table") -> bool:
        """Whether it can go on in another: the outer edges are the same, and the inner ones of one are the other's."""
        if self.values or other.values:
            return self.values == other.values and self.xs[-self.values - 1 :] == other.xs[-self.values - 1 :]
        few, many = sorted((self.xs, other.xs), key=len)
        onto = [nearest(many, x) for x in few]
        near = all(abs(x - many[i]) <= _SAME_EDGE for x, i in zip(few, onto, strict=True))
        return near and onto[0] == 0 and onto[-1] == len(many) - 1 and all(i < j for i, j in pairwise(onto))

    def followed_by(self, other: "Table") -> "Table":
        """One table of both, the rows of the other below."""
        xs = snapped([*self.xs, *other.xs], _SAME_EDGE) if self.values else max(self.xs, other.xs, key=len)
        cells = [*_moved(self, xs, 0), *_moved(other, xs, self.rows)]
        return Table(box=self.box, xs=xs, rows=self.rows + other.rows, cells=cells, values=self.values)


def _moved(table: Table, xs: list[float], rows: int) -> Iterator[Cell]:
    """The cells on the columns ``xs``, so many rows further down."""
    place = [nearest(xs, x) for x in table.xs]
    for cell in table.cells:
        column, beyond = place[cell.column], place[cell.beyond]
        yield attrs.evolve(cell, row=cell.row + rows, below=cell.below + rows, column=column, beyond=beyond)


def tables_of(marks: Marks, limits: Limits) -> tuple[list[Table], list[Glyph]]:
    """The ruled and shaded tables of a page, and the glyphs that are in none."""
    glyphs = marks.glyphs
    tables = []
    ruled = _apart(lattices(marks.across, marks.down), [])
    boxes = [lattice.box for lattice in ruled]
    areas = [area for area in marks.areas if not any(_overlap(area, box) for box in boxes)]
    shaded = _apart(lattices(*rules_between(areas)), ruled) if areas else []
    for lattice in (*ruled, *shaded):
        words, rest = _within(lattice.box, glyphs)
        if words:
            if lattice.places > limits.table_places:
                raise LimitExceeded("table_places", lattice.places, limits.table_places)
            if table := _table(lattice, words):
                tables.append(table)
                glyphs = rest
    return tables, glyphs


def _apart(found: Iterable[Lattice], before: Iterable[Lattice]) -> list[Lattice]:
    """Those that lie over no other; of two the finer one stays (a frame around a table is no table)."""
    kept: list[Lattice] = []
    for lattice in sorted(found, key=lambda each: -each.places):
        if lattice.places > 1 and not any(_overlap(lattice.box, other.box) for other in (*before, *kept)):
            kept.append(lattice)
    return kept


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > _SAME_EDGE and down > _SAME_EDGE


def _within(box: Box, glyphs: list[Glyph]) -> tuple[list[list[Glyph]], list[Glyph]]:
    """The words whose middle lies in a box, and all other glyphs."""
    inside, outside = [], []
    for word in _words(glyphs):
        x, y = around(glyph.box for glyph in word).middle
        if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom:
            inside.append(word)
        else:
            outside += word
    return inside, outside


def _words(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs one by one, but Latin words and numbers whole: one that is wider than its cell is not torn."""
    word: list[Glyph] = []
    for glyph in glyphs:
        if word and not _hang_together(word[-1], glyph):
            yield word
            word = []
        word.append(glyph)
    if word:
        yield word


def _hang_together(one: Glyph, other: Glyph) -> bool:
    if one.turn or other.turn or not (_latin(one.text) and _latin(other.text)):
        return False
    near = (one.box.bottom - one.box.top) * _SAME_WORD
    return abs(other.box.x0 - one.box.x1) < near and abs(other.box.middle[1] - one.box.middle[1]) < near


def _latin(text: str) -> bool:
    return text.isascii() and text.isprintable() and not text.isspace()


def _table(lattice: Lattice, words: list[list[Glyph]]) -> Table | None:
    """The table of a lattice, ``None`` where it encloses one column only."""
    cells = lattice.cells()
    owner = {
        (row, column): number
        for number, (top, left, below, beyond) in enumerate(cells)
        for row in range(top, below)
        for column in range(left, beyond)
    }
    held: list[list[Glyph]] = [[] for _ in cells]
    for word in words:
        x, y = around(glyph.box for glyph in word).middle
        held[owner[_place(lattice.ys, y), _place(lattice.xs, x)]] += word
    rows, columns = sorted({cell[0] for cell in cells}), sorted({cell[1] for cell in cells})
    if len(columns) < 2:  # noqa: PLR2004 - cells below each other are a frame, or rows whose columns no rules part
        return None
    return Table(
        box=lattice.box,
        xs=[*(lattice.xs[i] for i in columns), lattice.xs[-1]],
        rows=len(rows),
        cells=[
            Cell(
                row=bisect_left(rows, top),
                column=bisect_left(columns, left),
                below=bisect_left(rows, below),
                beyond=bisect_left(columns, beyond),
                text="\n".join(line.text for line in lines_of(glyphs, inf)),
            )
            for (top, left, below, beyond), glyphs in zip(cells, held, strict=True)
        ],
    )


def _place(edges: list[float], value: float) -> int:
    return min(max(bisect_right(edges, value) - 1, 0), len(edges) - 2)
