"""The headers over columns of numbers that no rules part: which of them stands over which columns."""

from collections.abc import Iterable, Sequence

import attrs

from govdisclosure.readers.pdf.lines import around
from govdisclosure.readers.pdf.marks import Box
from govdisclosure.readers.pdf.words import Row, Word

__all__ = ["Column", "Header", "Headers", "headers_over", "spread"]

#: In heights of the words: how far apart lines of one header stand at most; how near edges or middles are that are
#: set alike; and how near the middles of headers are that stand in one row.
_LEADING, _ALIKE, _LEVEL = 1.65, 0.7, 0.8
#: And how near a header begins to where the first of its columns does.
_EXACT = 0.25


@attrs.frozen
class Column:
    """The stretch of a line in which the numbers of a column stand."""

    left: float
    right: float

    @classmethod
    def of(cls, box: Box) -> "Column":
        """The column of one number."""
        return cls(box.x0, box.x1)

    def is_under(self, box: Box) -> bool:
        """Whether something stands over or in it."""
        return box.x0 < self.right and self.left < box.x1

    def is_set_as(self, box: Box) -> bool:
        """Whether something begins, ends or is centred where its numbers do."""
        off = (box.x0 - self.left, box.x1 - self.right, (box.x0 + box.x1 - self.left - self.right) / 2)
        return min(map(abs, off)) <= _ALIKE * box.height


def spread(columns: Iterable[Column]) -> list[Column]:
    """Columns from left to right; those that overlap are one."""
    made: list[Column] = []
    for column in sorted(columns, key=lambda each: each.left):
        if made and column.left < made[-1].right:
            made[-1] = Column(made[-1].left, max(made[-1].right, column.right))
        else:
            made.append(column)
    return made


@attrs.define(eq=False)
class Header:
    """Words over some columns, from the first one to that before the end."""

    words: list[Word]
    first: int
    end: int

    @property
    def box(self) -> Box:
        """Its place."""
        return around(word.box for word in self.words)

    @property
    def size(self) -> float:
        """The height of its signs."""
        return self.words[0].box.height


@attrs.frozen
class Headers:
    """The header of each column, ``None`` where there is none, and the rows of those that stand over several."""

    leaves: list[Header | None]
    above: list[list[Header]]

    @property
    def all(self) -> list[Header]:
        """All of them."""
        return [header for row in self.above for header in row] + [leaf for leaf in self.leaves if leaf]


def headers_over(columns: Sequence[Column], over: Sequence[Row], edge: float) -> Headers:
    """The headers in some rows, right of ``edge``."""
    words = [word for row in over for word in row.words if word.box.middle[0] > edge]
    stacks: list[list[Word]] = [[] for _ in columns]
    wide: list[Header] = []
    for word in sorted(words, key=lambda each: each.box.top):
        under = [number for number, column in enumerate(columns) if column.is_under(word.box)]
        if len(under) > 1:
            _join(wide, Header([word], under[0], under[-1] + 1))
        else:
            stacks[under[0] if under else _nearest(columns, word.box)].append(word)
    leaves: list[Header | None] = []
    for number, stack in enumerate(stacks):
        leaf = _lowest(stack)
        leaves.append(Header(leaf, number, number + 1) if leaf else None)
        for word in stack[: len(stack) - len(leaf)]:
            _join(wide, Header([word], number, number + 1))
    _extend(wide, leaves, columns)
    return Headers(leaves, _levels(wide))


def _nearest(columns: Sequence[Column], box: Box) -> int:
    return min(range(len(columns)), key=lambda i: abs(columns[i].left + columns[i].right - box.x0 - box.x1))


def _join(wide: list[Header], header: Header) -> None:
    """Add a header; a line that goes on under another one belongs to it."""
    for other in wide:
        below = header.box.top - other.words[-1].box.top
        alike = min(abs(header.box.x0 - other.box.x0), abs(header.box.middle[0] - other.box.middle[0]))
        if header.size / 2 < below <= header.size * _LEADING and alike <= _ALIKE * header.size:
            other.words += header.words
            other.first, other.end = min(other.first, header.first), max(other.end, header.end)
            return
    wide.append(header)


def _lowest(stack: Sequence[Word]) -> list[Word]:
    """The lines at the end of a stack that follow each other."""
    first = len(stack) - 1
    while first > 0 and stack[first].box.top - stack[first - 1].box.top <= stack[first].box.height * _LEADING:
        first -= 1
    return list(stack[max(first, 0) :])


def _extend(wide: Sequence[Header], leaves: Sequence[Header | None], columns: Sequence[Column]) -> None:
    """Let each header over several columns reach over those beside whose headers stand as low as those under it."""
    claimed = [(header, header.first, header.end) for header in wide]
    for header in wide:
        under = [leaf.box.middle[1] for leaf in leaves[header.first : header.end] if leaf]

        def is_free(number: int, header: Header = header, under: list[float] = under) -> bool:
            leaf = leaves[number]
            low = leaf is not None and any(abs(leaf.box.middle[1] - y) <= _LEVEL * header.size for y in under)
            return low and not any(
                first <= number < end and other is not header and _same_level(other, header)
                for other, first, end in claimed
            )

        last = header.end
        while last < len(columns) and is_free(last):
            last += 1
        start = header.first
        while start > 0 and is_free(start - 1):
            start -= 1
        header.first, header.end = _span(header, start, last, leaves, columns)


def _same_level(one: Header, other: Header) -> bool:
    return abs(one.box.middle[1] - other.box.middle[1]) <= _LEVEL * one.size


def _span(
    header: Header, start: int, last: int, leaves: Sequence[Header | None], columns: Sequence[Column]
) -> tuple[int, int]:
    """The columns over which a header begins, or in the middle of which it stands; the most of them that fit."""

    def begin(number: int) -> float:
        leaf = leaves[number]
        return min(columns[number].left, leaf.box.x0) if leaf else columns[number].left

    def finish(number: int) -> float:
        leaf = leaves[number]
        return max(columns[number].right, leaf.box.x1) if leaf else columns[number].right

    if abs(begin(header.first) - header.box.x0) <= _EXACT * header.size:
        return header.first, last
    fitting = [
        (end - first, first, end)
        for first in range(start, header.first + 1)
        for end in range(header.end, last + 1)
        if abs(begin(first) + finish(end - 1) - header.box.x0 - header.box.x1) <= 2 * _ALIKE * header.size
    ]
    return max(fitting)[1:] if fitting else (header.first, header.end)


def _levels(wide: Iterable[Header]) -> list[list[Header]]:
    """The headers over several columns by the rows in which they stand, from top to bottom."""
    rows: list[list[Header]] = []
    for header in sorted(wide, key=lambda each: each.box.middle[1]):
        beside = not any(header.first < other.end and other.first < header.end for other in (rows[-1] if rows else ()))
        if rows and beside and _same_level(rows[-1][0], header):
            rows[-1].append(header)
        else:
            rows.append([header])
    return rows
