"""Cells that are drawn as filled areas side by side, without rules: the rules that would stand between them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from govdisclosure.readers.pdf.lattice import nearest, snapped
from govdisclosure.readers.pdf.lines import around
from govdisclosure.readers.pdf.marks import Box, Rule

__all__ = ["rules_between"]

#: Areas of one row begin and end at the same height within this (in points), and so much may lie between neighbours.
_SAME, _GAP = 1.5, 6.0
#: Smaller areas are no cells.
_NARROW, _LOW = 8.0, 6.0
#: Rows of at least two cells that a table has.
_ROWS = 2


def rules_between(areas: Iterable[Box]) -> tuple[list[Rule], list[Rule]]:
    """The rules across and down that part the cells; none where areas lie otherwise."""
    across: list[Rule] = []
    down: list[Rule] = []
    cells = sorted({area for area in areas if area.x1 - area.x0 >= _NARROW and area.height >= _LOW})
    for table in _tables(_rows(cells)):
        members = _members(cells, around(box for row in table for box in row))
        xs = snapped((x for box in members for x in (box.x0, box.x1)), _GAP)
        ys = snapped((y for box in members for y in (box.top, box.bottom)), _GAP)
        for box in members:
            x0, x1 = xs[nearest(xs, box.x0)], xs[nearest(xs, box.x1)]
            top, bottom = ys[nearest(ys, box.top)], ys[nearest(ys, box.bottom)]
            across += [Rule(top, x0, x1), Rule(bottom, x0, x1)]
            down += [Rule(x0, top, bottom), Rule(x1, top, bottom)]
    return across, down


def _rows(cells: Sequence[Box]) -> Iterator[list[Box]]:
    """Areas side by side between the same heights, two at least, from top to bottom."""
    row: list[Box] = []
    for box in sorted(cells, key=lambda box: (round(box.top / _SAME), round(box.bottom / _SAME), box.x0)):
        if row and (abs(box.top - row[0].top) > _SAME or abs(box.bottom - row[0].bottom) > _SAME):
            yield from _beside(row)
            row = []
        row.append(box)
    yield from _beside(row)


def _beside(row: list[Box]) -> Iterator[list[Box]]:
    """The row, if its areas lie beside each other without large gaps and not over each other."""
    if len(row) > 1 and all(-_SAME <= other.x0 - one.x1 <= _GAP for one, other in pairwise(row)):
        yield row


def _tables(rows: Iterable[list[Box]]) -> Iterator[list[list[Box]]]:
    """Rows below each other that begin and end at the same places."""
    table: list[list[Box]] = []
    for row in rows:
        if table and not _follows(table[-1], row):
            if len(table) >= _ROWS:
                yield table
            table = []
        table.append(row)
    if len(table) >= _ROWS:
        yield table


def _follows(above: Sequence[Box], row: Sequence[Box]) -> bool:
    ends = abs(above[0].x0 - row[0].x0) <= _GAP and abs(above[-1].x1 - row[-1].x1) <= _GAP
    return ends and -_SAME <= row[0].top - above[0].bottom <= _GAP


def _members(cells: Sequence[Box], whole: Box) -> list[Box]:
    """The areas within the width of a table that touch it: those that take several rows or columns, and its headers."""
    while True:
        members = [box for box in cells if _belongs(box, whole)]
        larger = around([whole, *members])
        if larger == whole:
            return members
        whole = larger


def _belongs(box: Box, whole: Box) -> bool:
    if box.x0 < whole.x0 - _SAME or box.x1 > whole.x1 + _SAME:
        return False
    if box.x1 - box.x0 > whole.x1 - whole.x0 - _GAP and box.height > whole.height / 2:
        return False  # it lies behind the table
    return box.top <= whole.bottom + _GAP and whole.top - _GAP <= box.bottom
