"""The headers over a block: which column of the form each printed column is.

Its header tells; its place does only where the header is missing or broken.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain, combinations, groupby

import attrs

from govdisclosure.readers.lines import year_in
from govdisclosure.readers.tables.declared import LEAST, DeclaredColumn
from govdisclosure.readers.tables.seen import SeenCell, SeenRow
from govdisclosure.readers.tables.wording import alike, joins_several, words_of

__all__ = ["Head", "Leaf", "Printed", "alone_head", "head_of", "listed_head"]

#: A header that is as good as the official one.
_EXACT = 0.95
#: What a header over the column's own adds that fits as well.
_ABOVE = 0.2
#: A header that shares as much with a column stands for it where its neighbours leave no other: it is damaged.
_BROKEN = 0.3
#: A column of the year before, beside that of the year.
_LAST_YEAR = re.compile(r"上一?[年期]|去年|上年度|同期")
_THIS_YEAR = re.compile(r"本年度?|当年度?|本期|当期|[0-9]{4}年度?")
#: As many rows of one text each over a block, or texts before its numbers, list its headers.
_LISTED = 3
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


def head_of(
    over: Sequence[SeenRow],
    edge: int,
    columns: Sequence[DeclaredColumn],
    year: int | None,
    numbered: frozenset[int],
) -> Head:
    """The headers of a block, by the rows over it from top to bottom, right of ``edge``.

    Headers of a text that end before the ``numbered`` columns do stand over none of them and tell their order alone.
    """
    leaves = _leaves(over, edge, columns)
    if _is_part(leaves, columns):
        return _part(leaves, (_texts(over),), columns)
    head = _head(leaves, columns, year)
    if head.is_headed and not head.is_whole and max(leaf.end for leaf in leaves) <= max(numbered, default=0):
        nested = _head(_nested(over, columns), columns, year)
        return nested if nested.is_whole else Head(many=len(columns))
    return head


def _nested(over: Sequence[SeenRow], columns: Sequence[DeclaredColumn]) -> list[Leaf]:
    """The headers of rows that lie over nothing: those of a group stand in the place of its header above them."""
    own = frozenset(words.whole for column in columns for words in column.words)
    groups = frozenset(text for column in columns for text in _over(column))
    texts: list[SeenCell] = []
    for row in over:
        found = [cell for cell in row.cells if cell.words.whole in own | groups]
        at = next((index for index, cell in enumerate(texts) if cell.words.whole in groups), None)
        if texts and found and at is None:
            return []  # the header of their group is lost
        texts[at or 0 : (at or 0) + 1] = found
    return [Leaf(start=0, end=0, text=cell.text) for cell in texts]


def alone_head(
    over: Sequence[SeenRow], row: SeenRow, label: int, columns: Sequence[DeclaredColumn], year: int | None
) -> Head:
    """The headers of a row that only they tell: all of its columns, or those of a group that stands by itself.

    A row of one group is told by its own label, a header over it or the caption of its table.
    """
    if listed := listed_head(over, row, label, columns):
        return listed
    leaves = _leaves(over, row.cells[label].end if label >= 0 else 0, columns)
    if _is_part(leaves, columns):
        return _part(leaves, (_texts((row,)), _texts(over), frozenset((row.caption.whole,))), columns)
    return _head(leaves, columns, year)


def listed_head(over: Sequence[SeenRow], row: SeenRow, label: int, columns: Sequence[DeclaredColumn]) -> Head | None:
    """The headers over a row that were copied one below the other, or before its numbers.

    They tell an order and no places. ``None`` where they are no such list.
    """
    rows = (*over, attrs.evolve(row, cells=row.cells[: label + 1]))
    below = len(over) >= _LISTED and all(len(one.cells) == 1 for one in over)
    if not below and label < _LISTED:
        return None
    own = {words.whole for column in columns for words in column.words}
    texts = [cell for one in rows for cell in one.cells if cell.words.whole in own]
    leaves = [Leaf(start=0, end=0, text=cell.text) for cell in texts]
    if _is_part(leaves, columns):
        return _part(leaves, (_texts(rows),), columns)
    return _head(leaves, columns, None) if len(leaves) == len(columns) else None


def _texts(rows: Sequence[SeenRow]) -> frozenset[str]:
    return frozenset(cell.words.whole for row in rows for cell in row.cells)


def _is_part(leaves: list[Leaf], columns: Sequence[DeclaredColumn]) -> bool:
    """Whether there are fewer headers than columns, and columns of several groups have the same ones."""
    own = [column.words[0] for column in columns]
    return 0 < len(leaves) < len(columns) and len(set(own)) < len(own)


def _part(leaves: Sequence[Leaf], known: Sequence[frozenset[str]], columns: Sequence[DeclaredColumn]) -> Head:
    """The columns of some groups under these headers, in any order.

    Which groups they are is told by the first of the ``known`` sets of texts that names any.
    """
    groups = [list(group) for _, group in groupby(range(len(columns)), key=lambda index: _over(columns[index]))]
    windows = [list(chain(*groups[i:j])) for i, j in combinations(range(len(groups) + 1), 2)]
    fitting = [own for own in windows if len(own) == len(leaves)]
    scores = ([_told([columns[index] for index in own], texts) for own in fitting] for texts in known)
    told = next((shares for shares in scores if any(shares)), [])
    best = [own for own, share in zip(fitting, told, strict=False) if share == max(told)]
    known_groups = {text for texts in known for text in texts}
    if len(best) == 1 and all(_told_apart(columns[index], known_groups) for index in best[0]):
        head = _head(leaves, [columns[index] for index in best[0]], None)
        if head.is_whole:
            printed = (attrs.evolve(one, column=best[0][one.column or 0]) for one in head.printed)
            return Head(many=len(columns), printed=tuple(printed), is_part=True)
    return _head(leaves, columns, None)


def _told_apart(column: DeclaredColumn, texts: AbstractSet[str]) -> bool:
    """Whether the innermost header over a column is printed, which no other group has."""
    return any(column.above[-1].whole in one for one in texts) if column.above else True


def _over(column: DeclaredColumn) -> tuple[str, ...]:
    return tuple(words.whole for words in column.above)


def _told(columns: Sequence[DeclaredColumn], known: frozenset[str]) -> float:
    """The share of the headers of groups over some columns that are printed, alone or within a caption."""
    groups = {text for column in columns for text in _over(column)}
    return sum(any(text in one for one in known) for text in groups) / len(groups) if groups else 0.0


def _leaves(over: Sequence[SeenRow], edge: int, columns: Sequence[DeclaredColumn]) -> list[Leaf]:
    """The innermost header of each column; a header that covers several of them counts once.

    A column under a header of others that has none of its own has an empty one. Left of ``edge`` stand the headers of
    labels, and those of columns beside which a word was taken for a label.
    """
    own = frozenset(words.whole for column in columns for words in column.words)
    chains: dict[int, list[SeenCell]] = {}
    for row in over:
        if any(cell.cell.column < edge < cell.end and not cell.words.is_empty for cell in row.cells):
            continue  # the title of a block, or a heading over the rows below
        for cell in row.cells:
            begin = cell.cell.column if cell.words.whole in own else max(cell.cell.column, edge)
            for column in () if cell.words.is_empty else range(begin, cell.end):
                chain = chains.setdefault(column, [])
                if not chain or chain[-1] is not cell:
                    chain.append(cell)
    groups = {id(cell) for chain in chains.values() for cell in chain[:-1]}
    leaves: list[Leaf] = []
    before: SeenCell | None = None
    for column in sorted(chains):
        *above, cell = chains[column]
        if id(cell) in groups:
            leaves.append(Leaf(start=column, end=column + 1, text=""))
        elif cell is before and leaves[-1].end == column:
            leaves[-1] = attrs.evolve(leaves[-1], end=column + 1)
        else:
            texts = tuple(one.text for one in above)
            leaves.append(Leaf(start=column, end=column + 1, text=cell.text, above=texts))
        before = cell
    return leaves


def _head(leaves: Sequence[Leaf], columns: Sequence[DeclaredColumn], year: int | None) -> Head:
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
