"""The headers over a block: which column of the form each printed column is.

Its header tells; its place does only where the header is missing or broken.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs

from govdisclosure.readers.lines import year_in
from govdisclosure.readers.tables.declared import LEAST, DeclaredColumn
from govdisclosure.readers.tables.wording import alike, joins_several, words_of

__all__ = ["Head", "Leaf", "Printed", "matched_head"]

#: A header that is as good as the official one.
_EXACT = 0.95
#: What a header over the column's own adds that fits as well.
_ABOVE = 0.2
#: A header that shares as much with a column stands for it where its neighbours leave no other: it is damaged.
_BROKEN = 0.3
#: A column of the year before, beside that of the year.
_LAST_YEAR = re.compile(r"上一?[年期]|去年|上年度|同期")
_THIS_YEAR = re.compile(r"本年度?|当年度?|本期|当期|[0-9]{4}年度?")
_UNIT_HEADERS = frozenset({"单位", "计量单位"})
_UNIT = re.compile(r"[(（](?:单位|單位)?[:：]?(?P<unit>万元|萬元|亿元|億元|元)[)）]")


@attrs.frozen(kw_only=True)
class Leaf:
    """The innermost header over some columns, and those above it."""

    start: int
    end: int
    text: str
    above: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Printed:
    """A column as it is printed: its header, and the number of the declared column (``None``: another column)."""

    leaf: Leaf
    column: int | None


@attrs.frozen(kw_only=True)
class Head:
    """The headers over a block of ``many`` declared columns, from left to right.

    ``guessed`` are the declared columns whose headers are missing or broken, so that their neighbours tell them.
    ``is_part`` says that only some of the columns stand here, all of them with their headers.
    """

    many: int
    printed: tuple[Printed, ...] = ()
    guessed: frozenset[int] = frozenset()
    is_part: bool = False
    #: Columns of the grid in which numbers stand, in one row of the block or another.
    numbered: frozenset[int] = frozenset()

    @cached_property
    def leaves(self) -> tuple[Leaf | None, ...]:
        """The header of each declared column."""
        found = {one.column: one.leaf for one in self.printed}
        return tuple(found.get(index) for index in range(self.many))

    @cached_property
    def others(self) -> tuple[int, ...]:
        """Where among the printed columns those stand that the form does not have."""
        return tuple(index for index, one in enumerate(self.printed) if one.column is None)

    def before(self, index: int) -> int | None:
        """The declared column that is printed before another one."""
        return next((one.column for one in self.printed[:index][::-1] if one.column is not None), None)

    @property
    def is_headed(self) -> bool:
        """Whether any declared column has its header."""
        return any(self.leaves)

    @property
    def is_whole(self) -> bool:
        """Whether every declared column has its header."""
        return all(self.leaves)

    @property
    def is_placed(self) -> bool:
        """Whether the headers stand over columns, and are not only listed."""
        return all(one.leaf.end > one.leaf.start for one in self.printed)

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The unit of money that the header of each declared column prints."""
        found = (_UNIT.search(leaf.text) if leaf else None for leaf in self.leaves)
        return tuple(match["unit"] if match else "" for match in found)


def matched_head(leaves: Sequence[Leaf], columns: Sequence[DeclaredColumn], year: int | None) -> Head:
    """Each printed column with the declared one that its header names."""
    shares = [[_share(leaf, column, columns, year) for column in columns] for leaf in leaves]
    chosen = _without_ambiguous(_matched(shares), shares)
    guessed = dict(_between_neighbours(leaves, columns, chosen)) if any(one is not None for one in chosen) else {}
    made = (
        Printed(leaf=leaf, column=guessed.get(index, chosen[index]))
        for index, leaf in enumerate(leaves)
        if index in guessed or chosen[index] is not None or (leaf.text and not _is_unit(leaf))
    )
    return Head(many=len(columns), printed=tuple(made), guessed=frozenset(guessed.values()))


def _share(leaf: Leaf, column: DeclaredColumn, columns: Sequence[DeclaredColumn], year: int | None) -> float:
    """How well a header fits a column, from 0; not at all where it names several columns, or their group."""
    words = words_of(leaf.text)
    share = _of_year(leaf, year) if not column.chain and year else alike(words, column.words)
    share = share or alike(words, column.words)
    if share < LEAST or (share < _EXACT and (_is_group(leaf, columns) or joins_several(words, _labels(columns)))):
        return 0.0
    if _LAST_YEAR.search(leaf.text) and not any(_LAST_YEAR.search(header.text) for header in column.chain):
        share /= 2
    named = year_in(leaf.text) if year else None
    if named and named != year:
        share /= 2
    if not leaf.above or not column.above:
        return share
    over = {words_of(text).whole for text in leaf.above}
    return share + _ABOVE * sum(words.whole in over for words in column.above)


def _of_year(leaf: Leaf, year: int | None) -> float:
    """How well the header of the only column of numbers fits if it names a year in place of what is counted."""
    if not _THIS_YEAR.fullmatch(leaf.text.strip()):
        return 0.0
    return 1.0 if year_in(leaf.text) in (None, year) else 0.0


def _labels(columns: Sequence[DeclaredColumn]) -> frozenset[str]:
    return frozenset(column.words[0].whole for column in columns)


def _is_group(leaf: Leaf, columns: Sequence[DeclaredColumn]) -> bool:
    """Whether a header is rather one over several columns."""
    words = words_of(leaf.text)
    over = max((alike(words, (one,)) for column in columns for one in column.above), default=0.0)
    return over > max(alike(words, column.words) for column in columns)


def _matched(shares: Sequence[Sequence[float]]) -> list[int | None]:
    """The declared column of each header: in order, or in any order where the headers are clearly printed so."""
    ordered = _in_order(shares)
    best = _total(shares, ordered)
    if best >= sum(max(row, default=0.0) for row in shares):
        return ordered
    free = _in_any_order(shares)
    return free if _total(shares, free) >= best + _EXACT / 2 else ordered


def _total(shares: Sequence[Sequence[float]], chosen: Sequence[int | None]) -> float:
    return sum(shares[leaf][column] for leaf, column in enumerate(chosen) if column is not None)


def _in_order(shares: Sequence[Sequence[float]]) -> list[int | None]:
    """The choice with the highest sum in which neither side goes back; of two headers that fit the first."""
    width, height = len(shares), len(shares[0]) if shares else 0
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for c in range(1, height + 1):
        for i in range(1, width + 1):
            share = shares[i - 1][c - 1]
            best[c][i] = max(best[c - 1][i], best[c][i - 1], best[c - 1][i - 1] + share if share else 0.0)
    chosen: list[int | None] = [None] * width
    c, i = height, width
    while c and i:
        share = shares[i - 1][c - 1]
        if best[c][i] == best[c][i - 1]:
            i -= 1
        elif share and best[c][i] == best[c - 1][i - 1] + share:
            chosen[i - 1] = c - 1
            c, i = c - 1, i - 1
        else:
            c -= 1
    return chosen


def _in_any_order(shares: Sequence[Sequence[float]]) -> list[int | None]:
    """The best header of each column, the surest first; equal ones in the order in which they stand."""
    pairs = ((-share, leaf, column) for leaf, row in enumerate(shares) for column, share in enumerate(row) if share)
    chosen: list[int | None] = [None] * len(shares)
    for _, leaf, column in sorted(pairs):
        if chosen[leaf] is None and column not in chosen:
            chosen[leaf] = column
    return chosen


def _without_ambiguous(chosen: list[int | None], shares: Sequence[Sequence[float]]) -> list[int | None]:
    """The choice without headers that fit another column as well, which no header is left for: they join both."""
    taken = set(chosen)

    def is_clear(leaf: int, column: int | None) -> bool:
        row = shares[leaf]
        return column is None or not any(row[c] == row[column] for c in range(len(row)) if c not in taken)

    return [column if is_clear(leaf, column) else None for leaf, column in enumerate(chosen)]


def _between_neighbours(
    leaves: Sequence[Leaf], columns: Sequence[DeclaredColumn], chosen: Sequence[int | None]
) -> Iterator[tuple[int, int]]:
    """Broken headers with the columns that are missing between the same neighbours, where these are as many."""
    free: list[int] = []
    before = -1
    for leaf in range(len(leaves) + 1):
        column = chosen[leaf] if leaf < len(leaves) else len(columns)
        if column is None:
            if not _is_unit(leaves[leaf]):
                free.append(leaf)
            continue
        lost = [one for one in range(before + 1, column) if one not in chosen]
        if len(lost) == len(free):
            yield from ((at, one) for at, one in zip(free, lost, strict=True) if _is_broken(leaves[at], columns[one]))
        free, before = [], column


def _is_unit(leaf: Leaf) -> bool:
    return words_of(leaf.text).whole in _UNIT_HEADERS


def _is_broken(leaf: Leaf, column: DeclaredColumn) -> bool:
    """Whether a header is empty, or what is left of that of a column."""
    words = words_of(leaf.text)
    if words.is_empty:
        return True
    own = set(column.words[0].whole)
    return len(own & set(words.whole)) >= _BROKEN * len(own)
