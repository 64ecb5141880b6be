"""The rows of headers over a block, as they stand on a page: in places over the columns, listed, or in parts."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, combinations, groupby

import attrs

from govdisclosure.readers.tables.declared import DeclaredColumn
from govdisclosure.readers.tables.heads import Head, Leaf, Printed, matched_head
from govdisclosure.readers.tables.seen import SeenCell, SeenRow

__all__ = ["alone_head", "head_of", "listed_head"]

#: As many rows of one text each over a block, or texts before its numbers, list its headers.
_LISTED = 3


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
    head = matched_head(leaves, columns, year)
    if head.is_headed and not head.is_whole and max(leaf.end for leaf in leaves) <= max(numbered, default=0):
        nested = matched_head(_nested(over, columns), columns, year)
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
    numbered = max((cell.cell.column for cell in row.cells if cell.is_number), default=0)
    if max((leaf.end for leaf in leaves), default=0) <= numbered and (grouped := _grouped(over, columns)):
        return grouped
    if _is_part(leaves, columns):
        return _part(leaves, (_texts((row,)), _texts(over), frozenset((row.caption.whole,))), columns)
    return matched_head(leaves, columns, year)


def listed_head(over: Sequence[SeenRow], row: SeenRow, label: int, columns: Sequence[DeclaredColumn]) -> Head | None:
    """The headers over a row that were copied one below the other, or before its numbers.

    They tell an order and no places. ``None`` where they are no such list.
    """
    rows = (*over, attrs.evolve(row, cells=row.cells[: label + 1]))
    below = len(over) >= _LISTED and all(len(one.cells) == 1 for one in over)
    if not below and label < _LISTED:
        return None
    if grouped := _grouped(rows, columns):
        return grouped
    own = {words.whole for column in columns for words in column.words}
    leaves = [Leaf(start=0, end=0, text=cell.text) for one in rows for cell in one.cells if cell.words.whole in own]
    if _is_part(leaves, columns):
        return _part(leaves, (_texts(rows),), columns)
    return matched_head(leaves, columns, None) if len(leaves) == len(columns) else None


def _grouped(rows: Sequence[SeenRow], columns: Sequence[DeclaredColumn]) -> Head | None:
    """The columns of several groups by the order in which the headers of groups, and those in them, are listed.

    Row by row of a header: what stands in a group follows the row of that group's own header.
    """
    groups = [list(group) for _, group in groupby(range(len(columns)), key=lambda index: _over(columns[index]))]
    texts = [cell for row in rows for cell in row.cells if not cell.words.is_empty]
    first = {cell.words.whole: place for place, cell in reversed(list(enumerate(texts)))}
    own = {words.whole for column in columns for words in column.words}
    leaves = [cell for cell in texts if cell.words.whole in own]
    chains = [[first.get(text, -1) for text in _over(columns[group[0]])] for group in groups]
    if len(groups) < 2 or len(leaves) != len(columns) or any(not chain or -1 in chain for chain in chains):  # noqa: PLR2004
        return None
    printed: dict[int, list[Printed]] = {}
    for number in sorted(range(len(groups)), key=lambda number: chains[number][-1]):
        mine = [Leaf(start=0, end=0, text=cell.text) for cell in leaves[: len(groups[number])]]
        del leaves[: len(groups[number])]
        head = matched_head(mine, [columns[index] for index in groups[number]], None)
        if not head.is_whole:
            return None
        printed[number] = [attrs.evolve(one, column=groups[number][one.column or 0]) for one in head.printed]
    order = sorted(range(len(groups)), key=lambda number: chains[number])
    return Head(many=len(columns), printed=tuple(one for number in order for one in printed[number]))


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
        head = matched_head(leaves, [columns[index] for index in best[0]], None)
        if head.is_whole:
            printed = (attrs.evolve(one, column=best[0][one.column or 0]) for one in head.printed)
            return Head(many=len(columns), printed=tuple(printed), is_part=True)
    return matched_head(leaves, columns, None)


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
    chains = _chains(over, edge, own, frozenset(text for column in columns for text in _over(column)))
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


def _chains(
    over: Sequence[SeenRow], edge: int, own: frozenset[str], groups: frozenset[str]
) -> dict[int, list[SeenCell]]:
    """The headers over each column from top to bottom."""
    chains: dict[int, list[SeenCell]] = {}
    for row in over:
        if any(cell.cell.column < edge < cell.end and not cell.words.is_empty for cell in row.cells):
            continue  # the title of a block, or a heading over the rows below
        group: SeenCell | None = None
        for cell in row.cells:
            if not cell.words.is_empty:
                group = cell if cell.words.whole in groups else None
            header = group if group and cell.words.is_empty else cell  # cells that are not merged are blank under it
            begin = cell.cell.column if cell.words.whole in own else max(cell.cell.column, edge)
            for column in () if header.words.is_empty else range(begin, cell.end):
                chain = chains.setdefault(column, [])
                if not chain or chain[-1] is not header:
                    chain.append(header)
    return chains
