"""Tables of boxes: elements beside each other in rows below each other, which no ``table`` element marks."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import attrs
from selectolax.lexbor import LexborNode

from govdisclosure.limits import Limits
from govdisclosure.readers.html.elements import BLOCKS, GROUPS
from govdisclosure.readers.html.visibility import Visibility
from govdisclosure.readers.observed import ObservedGrid
from govdisclosure.readers.plain.tokens import Token, is_printed_number
from govdisclosure.readers.plain.unmerged import grid_of_cells

__all__ = ["Roles", "respanned", "roles_in"]

#: Displays that set an element beside others, and those that set what an element holds beside each other.
_BESIDE = frozenset(("inline-block", "inline-flex", "inline-table", "table-cell"))
_ROW = frozenset(("flex", "inline-flex", "grid", "table-row"))
#: A longer cell, or one with more blocks in it, is a part of the page.
_LONGEST, _MOST_BLOCKS = 200, 2
#: A table has at least this number of rows with several cells, and at least this number of rows that hold a number.
_LEAST_ROWS, _LEAST_NUMBERS = 2, 2
_PARTS_OF_TABLES = GROUPS | {"table", "tr", "td", "th", "body", "html", "head"}
_CELLS = BLOCKS - _PARTS_OF_TABLES
#: A break is a part of a text, and no block in it.
_BREAK = "br"
#: The longest text of which it is asked whether it is a number.
_NUMBER = 40


@attrs.frozen
class Roles:
    """The elements in tables of boxes: by their numbers, ``tr`` or ``td``, and the first and last rows of a table."""

    tags: dict[int, str] = attrs.field(factory=dict)
    first: set[int] = attrs.field(factory=set)
    last: set[int] = attrs.field(factory=set)


@attrs.define(eq=False)
class _Box:
    """An element: how long its text is, how many blocks it holds, and whether text stands in it directly."""

    node: LexborNode
    display: str
    size: int = 0
    blocks: int = 0
    said: bool = False
    below: "list[_Box]" = attrs.field(factory=list)

    @property
    def is_cell(self) -> bool:
        """Whether it may be a cell of a table."""
        return self.size <= _LONGEST and self.blocks <= _MOST_BLOCKS

    @property
    def is_row(self) -> bool:
        """Whether it may be a row of cells: nothing else stands in it, and they are set beside each other."""
        if self.said or not self.below or self.node.tag in _PARTS_OF_TABLES:
            return False
        beside = self.display in _ROW
        return all(one.is_cell and (beside or one.display in _BESIDE or one.node.tag in _CELLS) for one in self.below)

    @property
    def numbers(self) -> int:
        """How many of its cells hold a number."""
        short = (one.node.text() for one in self.below if one.size <= _NUMBER)
        return sum(map(is_printed_number, short))


def roles_in(first: LexborNode | None) -> Roles:
    """The elements that are tables of boxes, from a node on."""
    roles = Roles()
    for box in _boxes(first):
        for is_row, group in groupby(box.below, key=lambda one: one.is_row and one.node.tag):
            rows = list(group) if is_row else []
            if _is_table(rows):
                roles.first.add(rows[0].node.mem_id)
                roles.last.add(rows[-1].node.mem_id)
                roles.tags.update((row.node.mem_id, "tr") for row in rows)
                roles.tags.update((cell.node.mem_id, "td") for row in rows for cell in row.below)
    return roles


def respanned(grid: ObservedGrid, text: str, limits: Limits) -> ObservedGrid | None:
    """The grid of boxes, which do not say how many columns or rows they span: their headers tell it."""
    rows: list[list[Token]] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        if not cell.hidden:
            rows[cell.row].append(Token(text[cell.start : cell.end], cell.start, cell.end))
    return grid_of_cells((row for row in rows if row), limits)


def _is_table(rows: Sequence[_Box]) -> bool:
    """Whether rows follow each other as those of a table do: several with a number and more beside it."""
    several = [row.numbers for row in rows if len(row.below) > 1]
    return len(several) >= _LEAST_ROWS and (sum(map(bool, several)) >= _LEAST_NUMBERS or max(several) > _LEAST_NUMBERS)


def _boxes(first: LexborNode | None) -> Iterator[_Box]:
    """All elements with what they hold, each behind those in it."""
    path: list[_Box] = []
    visibility = Visibility()
    node = first
    while node is not None:
        tag = node.tag or ""
        if tag == "-text":
            text = (node.text_content or "").strip()
            if path:
                path[-1].size += len(text)
                path[-1].said |= bool(text)
        elif tag[:1] != "-":
            path.append(_Box(node, visibility.look(node.attributes).display))
            if node.first_child is not None:
                node = node.first_child
                continue
            yield from _left(path)
        following = node.next
        while following is None and path:
            node = path[-1].node
            yield from _left(path)
            following = node.next
        node = following


def _left(path: list[_Box]) -> Iterator[_Box]:
    """The last element of a path, at its end; it counts for the one around it."""
    box = path.pop()
    if path:
        path[-1].size += box.size
        path[-1].blocks += box.blocks
        if box.node.tag != _BREAK:
            path[-1].blocks += box.node.tag in BLOCKS
            path[-1].below.append(box)
    yield box
