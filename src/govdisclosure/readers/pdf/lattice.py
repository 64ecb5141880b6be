"""Rules -> the cells that they enclose."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from govdisclosure.readers.pdf.lines import around
from govdisclosure.readers.pdf.marks import Box, Rule

__all__ = ["Lattice", "lattices", "nearest", "snapped"]

#: Rules nearer than this (in points) are one, and ends nearer than this touch.
_NEAR = 2.5
_TOUCH = 3.0
#: A rule shorter than this encloses nothing.
_SHORT = 4.0


def snapped(values: Iterable[float], near: float = _NEAR) -> list[float]:
    """The distinct places among values, each the mean of those that lie close together."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= near:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def nearest(places: Sequence[float], value: float) -> int:
    """The index of the place that lies nearest."""
    right = bisect_left(places, value)
    near = [i for i in (right - 1, right) if 0 <= i < len(places)]
    return min(near, key=lambda i: abs(places[i] - value))


@attrs.frozen
class Lattice:
    """Rules that hang together: ``across`` and ``down`` at the edges ``ys`` and ``xs`` of what they enclose."""

    across: list[Rule]
    down: list[Rule]
    xs: list[float]
    ys: list[float]

    @property
    def box(self) -> Box:
        """The place of the whole."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @property
    def places(self) -> int:
        """How many places there are at most."""
        return (len(self.xs) - 1) * (len(self.ys) - 1)

    def cells(self) -> list[tuple[int, int, int, int]]:
        """Row, column, and the row and column after the end of each cell, in reading order; every place is in one."""
        beside = _closed(self.down, self.xs, self.ys)
        below = _closed(self.across, self.ys, self.xs)
        taken: set[tuple[int, int]] = set()
        found = []
        for row in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                if (row, column) not in taken:
                    cell = self._cell(row, column, taken, beside, below)
                    taken |= {(i, j) for i in range(row, cell[2]) for j in range(column, cell[3])}
                    found.append(cell)
        return found

    def _cell(
        self,
        row: int,
        column: int,
        taken: set[tuple[int, int]],
        beside: set[tuple[int, int]],
        below: set[tuple[int, int]],
    ) -> tuple[int, int, int, int]:
        """From a first place to the right and then downwards, as far as no rule is in the way."""
        right = column + 1
        while right < len(self.xs) - 1 and (right, row) not in beside and (row, right) not in taken:
            right += 1
        bottom = row + 1
        while (
            bottom < len(self.ys) - 1
            and all((bottom, j) not in below and (bottom, j) not in taken for j in range(column, right))
            and not any((j, bottom) in beside for j in range(column + 1, right))
        ):
            bottom += 1
        return row, column, bottom, right


def _closed(rules: list[Rule], at: list[float], along: list[float]) -> set[tuple[int, int]]:
    """(edge, stretch) for every stretch between two places whose middle lies on a rule."""
    middles = [(one + other) / 2 for one, other in pairwise(along)]
    return {
        (nearest(at, rule.at), i)
        for rule in rules
        for i in range(bisect_left(middles, rule.start), bisect_right(middles, rule.end))
    }


def lattices(across: Iterable[Rule], down: Iterable[Rule]) -> Iterator[Lattice]:
    """Each group of rules that touch, if it can enclose more than one cell."""
    rows, columns = _merged(across), _merged(down)
    for members in _groups(rows, columns):
        here = [rows[i] for i in members if i < len(rows)]
        there = [columns[i - len(rows)] for i in members if i >= len(rows)]
        if len(here) > 1 and there and len(here) + len(there) > 3:  # noqa: PLR2004 - fewer rules make no table
            ends = around(
                [Box(r.start, r.at, r.end, r.at) for r in here] + [Box(c.at, c.start, c.at, c.end) for c in there]
            )
            xs = snapped([*(rule.at for rule in there), ends.x0, ends.x1], _TOUCH)
            ys = snapped([*(rule.at for rule in here), ends.top, ends.bottom], _TOUCH)
            if len(xs) > 1 and len(ys) > 1:
                yield Lattice(here, there, xs, ys)


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Pieces of one rule put together (dashes, borders drawn cell by cell)."""
    rules = sorted(rules, key=lambda rule: (rule.start, rule.end))
    places = snapped(rule.at for rule in rules)
    by_place: list[list[Rule]] = [[] for _ in places]
    for at, start, end in rules:
        i = nearest(places, at)
        pieces = by_place[i]
        if pieces and start - pieces[-1].end <= _TOUCH:
            pieces[-1] = Rule(places[i], pieces[-1].start, max(end, pieces[-1].end))
        else:
            pieces.append(Rule(places[i], start, end))
    return [rule for pieces in by_place for rule in pieces if rule.end - rule.start >= _SHORT]


def _groups(rows: list[Rule], columns: list[Rule]) -> Iterator[list[int]]:
    """The numbers of the rules that touch each other; columns count on from the rows."""
    leader = list(range(len(rows) + len(columns)))

    def lead(i: int) -> int:
        while leader[i] != i:
            leader[i] = leader[leader[i]]
            i = leader[i]
        return i

    for i, j in _touching(rows, columns):
        one, other = sorted((lead(i), lead(len(rows) + j)))
        leader[other] = one
    groups: dict[int, list[int]] = {}
    for i in range(len(leader)):
        groups.setdefault(lead(i), []).append(i)
    yield from groups.values()


def _touching(rows: list[Rule], columns: list[Rule]) -> Iterator[tuple[int, int]]:
    heights = [row.at for row in rows]
    for j, column in enumerate(columns):
        first, last = bisect_left(heights, column.start - _TOUCH), bisect_right(heights, column.end + _TOUCH)
        for i in range(first, last):
            if rows[i].start - _TOUCH <= column.at <= rows[i].end + _TOUCH:
                yield i, j
