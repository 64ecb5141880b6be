"""Which cell of a row stands in which declared column: by the headers over it, or by order where they do not fit."""

import re
from collections.abc import Sequence
from functools import cached_property

import attrs

from govdisclosure.readers.lines import year_in
from govdisclosure.readers.tables.cells import UNITS
from govdisclosure.readers.tables.declared import DeclaredColumn
from govdisclosure.readers.tables.seen import SeenCell, SeenRow
from govdisclosure.readers.tables.wording import alike, words_of

__all__ = ["Assigned", "Head", "assigned", "head_of", "in_order", "listed_head"]

_LEAST = 0.58
#: A header over the column's own that fits as well.
_ABOVE = 0.2
#: A column of the year before, beside that of the year.
_LAST_YEAR = re.compile(r"上一?年|去年|上年度|同期")
#: So many rows of one text each over a block, or texts before its numbers, list its headers.
_LISTED = 3
_UNIT_HEADERS = frozenset({"单位", "單位", "计量单位"})
#: The end of a label that stands apart from it.
_COLONS = frozenset(":：")
_UNIT = re.compile(r"[(（](?:单位|單位)?[:：]?(?P<unit>万元|萬元|亿元|億元|元)[)）]")


@attrs.frozen(kw_only=True)
class Leaf:
    """The innermost header over some columns, and those above it."""

    start: int
    end: int
    text: str
    above: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Head:
    """The headers over a block: the leaf of each declared column, and the leaves that the form does not have.

    ``after`` gives for each leaf of the latter the number of declared columns before it.
    """

    leaves: tuple[Leaf | None, ...]
    others: tuple[Leaf, ...] = ()
    after: tuple[int, ...] = ()
    #: Whether only some of the columns stand here, all of them with their headers.
    is_part: bool = False
    #: Columns of the grid in which numbers stand, in one row of the block or another.
    numbered: frozenset[int] = frozenset()

    @property
    def is_whole(self) -> bool:
        """Whether every declared column has its header."""
        return all(self.leaves)

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The unit of money that the header of each declared column prints."""
        found = (_UNIT.search(leaf.text) if leaf else None for leaf in self.leaves)
        return tuple(match["unit"] if match else "" for match in found)


@attrs.frozen(kw_only=True)
class Assigned:
    """The cells of a row by declared column (``None`` where none was found), and those of other columns."""

    cells: tuple[SeenCell | None, ...]
    others: tuple[SeenCell | None, ...] = ()
    #: Whether headers or numbers of cells left no choice.
    sure: bool = True


def head_of(over: Sequence[SeenRow], edge: int, columns: Sequence[DeclaredColumn], year: int | None) -> Head:
    """The headers of a block, by the rows over it from top to bottom, right of ``edge``."""
    leaves = _leaves(over, edge)
    if _is_part(leaves, columns):
        return _group(leaves, over, columns)
    return _in_order(leaves, columns, year)


def listed_head(over: Sequence[SeenRow], row: SeenRow, label: int, columns: Sequence[DeclaredColumn]) -> Head | None:
    """The headers over a row that were copied one below the other, or before its numbers.

    They tell an order and no places. ``None`` where they are no such list.
    """
    rows = (*over, attrs.evolve(row, cells=row.cells[: label + 1]))
    below = len(over) >= _LISTED and all(len(one.cells) == 1 for one in over)
    if not below and label < _LISTED:
        return None
    own = {column.words[0].whole for column in columns}
    texts = [cell for one in rows for cell in one.cells if cell.words.whole in own]
    leaves = [Leaf(start=0, end=0, text=cell.text) for cell in texts]
    return _group(leaves, rows, columns) if _is_part(leaves, columns) else None


def _is_part(leaves: list[Leaf], columns: Sequence[DeclaredColumn]) -> bool:
    """Whether there are fewer headers than columns, and columns of several groups have the same ones."""
    own = [column.words[0] for column in columns]
    return len(leaves) < len(columns) and len(set(own)) < len(own)


def _group(leaves: list[Leaf], over: Sequence[SeenRow], columns: Sequence[DeclaredColumn]) -> Head:
    """The columns that follow each other under these headers, by the headers of groups that stand over them."""
    known = {cell.words.whole for row in over for cell in row.cells}
    windows = [
        start
        for start in range(len(columns) - len(leaves) + 1)
        if all(_share(leaf, columns[start + index]) for index, leaf in enumerate(leaves))
    ]
    told = {start: _told(columns[start : start + len(leaves)], known) for start in windows}
    best = [start for start in windows if told[start] == max(told.values())]
    if len(best) != 1 or not told[best[0]]:
        return Head(leaves=(None,) * len(columns))
    before = (None,) * best[0]
    behind = (None,) * (len(columns) - len(before) - len(leaves))
    return Head(leaves=(*before, *leaves, *behind), is_part=True)


def _told(columns: Sequence[DeclaredColumn], known: set[str]) -> float:
    """The share of the headers of groups over some columns that are printed."""
    groups = {words.whole for column in columns for words in column.above}
    return len(groups & known) / len(groups) if groups else 0.0


def _leaves(over: Sequence[SeenRow], edge: int) -> list[Leaf]:
    """The innermost header of each column; a header that covers several of them counts once."""
    chains: dict[int, list[SeenCell]] = {}
    for row in over:
        if any(cell.cell.column < edge < cell.end and not cell.words.is_empty for cell in row.cells):
            continue  # the title of a block, or a heading over the rows below
        for cell in row.cells:
            for column in () if cell.words.is_empty else range(max(cell.cell.column, edge), cell.end):
                chain = chains.setdefault(column, [])
                if not chain or chain[-1] is not cell:
                    chain.append(cell)
    leaves: list[Leaf] = []
    before: SeenCell | None = None
    for column in sorted(chains):
        *above, cell = chains[column]
        if cell is before and leaves[-1].end == column:
            leaves[-1] = attrs.evolve(leaves[-1], end=column + 1)
        else:
            texts = tuple(one.text for one in above)
            leaves.append(Leaf(start=column, end=column + 1, text=cell.text, above=texts))
        before = cell
    return leaves


def _in_order(leaves: list[Leaf], columns: Sequence[DeclaredColumn], year: int | None) -> Head:
    """The leaves of the declared columns, by likeness and without going back."""
    width, height = len(leaves), len(columns)
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    shares = [[_share(leaf, column) * _of_year(leaf, year) for leaf in leaves] for column in columns]
    for c in range(1, height + 1):
        for i in range(1, width + 1):
            share = shares[c - 1][i - 1]
            best[c][i] = max(best[c - 1][i], best[c][i - 1], best[c - 1][i - 1] + share if share else 0.0)
    chosen: list[int | None] = [None] * height
    c, i = height, width
    while c and i:
        share = shares[c - 1][i - 1]
        if best[c][i] == best[c][i - 1]:  # of two headers that fit, the first
            i -= 1
        elif share and best[c][i] == best[c - 1][i - 1] + share:
            chosen[c - 1] = i - 1
            c, i = c - 1, i - 1
        else:
            c -= 1
    return _head(leaves, chosen)


def _of_year(leaf: Leaf, year: int | None) -> float:
    """Less than one for a header that names another year."""
    named = year_in(leaf.text) if year else None
    return 0.5 if named and named != year else 1.0


def _share(leaf: Leaf, column: DeclaredColumn) -> float:
    share = alike(words_of(leaf.text), column.words)
    if share < _LEAST:
        return 0.0
    if _LAST_YEAR.search(leaf.text) and not any(_LAST_YEAR.search(header.text) for header in column.chain):
        share /= 2
    if not leaf.above or not column.above:
        return share
    over = {words_of(text).whole for text in leaf.above}
    return share + _ABOVE * sum(words.whole in over for words in column.above)


def _head(leaves: list[Leaf], chosen: list[int | None]) -> Head:
    taken = {index: number for number, index in enumerate(chosen) if index is not None}
    if not taken:
        return Head(leaves=(None,) * len(chosen))
    others = [index for index, leaf in enumerate(leaves) if index not in taken and leaf.text not in _UNIT_HEADERS]
    return Head(
        leaves=tuple(None if index is None else leaves[index] for index in chosen),
        others=tuple(leaves[index] for index in others),
        after=tuple(sum(1 for found in taken if found < index) for index in others),
    )


def assigned(row: SeenRow, label: int, edge: int, head: Head) -> Assigned:
    """The cells of a row behind its label, by declared column."""
    behind = _behind(row, label, len(head.leaves))
    return _with_words(_assigned(behind, edge, head), behind)


def _assigned(behind: list[SeenCell], edge: int, head: Head) -> Assigned:
    many = len(head.leaves)
    if len(behind) == many:
        return Assigned(cells=tuple(behind))
    there = [index for index, leaf in enumerate(head.leaves) if leaf]
    if head.is_part and len(there) == len(behind):
        by_column = dict(zip(there, behind, strict=True))
        return Assigned(cells=tuple(by_column.get(index) for index in range(many)))
    under = _under(behind, head)
    whole = under is not None and all(under.cells) and _holds_all(under, behind)
    if under and whole:
        return under
    right = behind
    if not any(cell.is_number and cell.cell.column < edge for cell in behind):
        right = [cell for cell in behind if cell.cell.column >= edge]
    while len(right) > many and right[0].is_blank and right[0].cell.column not in head.numbered:
        right = right[1:]  # numbers stand beside their headers
    if len(right) == many:
        return Assigned(cells=tuple(right))
    if len(right) == many + len(head.others) and head.others:
        return _without(right, head)
    if len(right) == many + 1 and not right[-1].is_number and not head.is_whole:  # a remark
        return Assigned(cells=tuple(right[:-1]), sure=not right[-1].is_blank or right[0].cell.column in head.numbered)
    return attrs.evolve(under, sure=False) if under else Assigned(cells=(None,) * many, sure=False)


def _behind(row: SeenRow, label: int, many: int) -> list[SeenCell]:
    """The cells behind a label, without those that only end it or give the unit."""
    behind = [cell for cell in row.cells[label + 1 :] if not _covered(cell, row)]
    if behind and behind[0].text in _COLONS:
        behind = behind[1:]
    return behind[1:] if len(behind) > many and behind[0].text in UNITS else behind


def _with_words(found: Assigned, behind: Sequence[SeenCell]) -> Assigned:
    """The cells, with words that stand beside the first column instead of its number, where that is blank."""
    first = found.cells[0]
    if not first or not first.is_blank:
        return found
    before = [cell for cell in behind if cell.end <= first.cell.column]
    if len(before) == 1 and not before[0].is_value:
        return attrs.evolve(found, cells=(before[0], *found.cells[1:]))
    return found


def _holds_all(found: Assigned, behind: Sequence[SeenCell]) -> bool:
    """Whether every number of a row stands under a header."""
    used = {id(cell) for cell in (*found.cells, *found.others)}
    return all(id(cell) in used for cell in behind if cell.is_number)


def in_order(row: SeenRow, label: int, edge: int, head: Head) -> Assigned:
    """The last cells of a row, whatever stands over them."""
    many = len(head.leaves)
    behind = [cell for cell in row.cells[label + 1 :] if not _covered(cell, row)]
    return Assigned(cells=tuple(behind[-many:])) if len(behind) >= many else assigned(row, label, edge, head)


def _covered(cell: SeenCell, row: SeenRow) -> bool:
    """Whether a number reaches down from a row above, to which it belongs."""
    return cell.cell.row < row.row and not cell.is_blank


def _under(cells: list[SeenCell], head: Head) -> Assigned | None:
    """Each cell under its header; one that lies under two declared columns is in neither."""
    if not any(head.leaves):
        return None
    found = tuple(_lying(cells, leaf) if leaf else None for leaf in head.leaves)
    used = [id(cell) for cell in found if cell]
    alone = tuple(cell if cell and used.count(id(cell)) == 1 else None for cell in found)
    return Assigned(cells=alone, others=tuple(_lying(cells, leaf) for leaf in head.others))


def _lying(cells: list[SeenCell], leaf: Leaf) -> SeenCell | None:
    over = [cell for cell in cells if cell.cell.column < leaf.end and leaf.start < cell.end]
    return over[0] if len(over) == 1 else None


def _without(cells: list[SeenCell], head: Head) -> Assigned:
    """By order, without the columns that the form does not have."""
    extra = {number + before for number, before in enumerate(head.after)}
    kept = tuple(cell for index, cell in enumerate(cells) if index not in extra)
    return Assigned(cells=kept, others=tuple(cell for index, cell in enumerate(cells) if index in extra))
