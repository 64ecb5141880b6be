"""Over which columns headers stand that were written one after the other, without the places of merged cells.

A text does not say how far a header reaches. What the forms declare tells it: which headers stand over groups of
columns, and which of them stand in a group.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import takewhile

import attrs

from govdisclosure import catalog
from govdisclosure.readers.tables.declared import declared_rows
from govdisclosure.readers.tables.wording import Words, alike, words_of

__all__ = ["Span", "columns_of", "is_header", "is_whole", "lack", "spans_of"]

#: Labels that are less alike are different headers; a title that names a group of columns is less like it.
_ALIKE = 0.88
#: More headers than this stand over no statutory table.
_MOST = 80
#: Pages print the same headers again and again: so many of them are remembered.
_REMEMBERED = 2**10


@attrs.frozen
class Span:
    """The columns of numbers over which a header stands, and whether it heads a group of them."""

    first: int
    end: int
    is_group: bool = False


@attrs.define(eq=False)
class _Node:
    """A header, with those that stand under it."""

    words: Words
    number: int
    group: tuple[Words, ...] = ()
    #: What stands under the groups of the group: directly in it where these are not printed.
    deeper: tuple[Words, ...] = ()
    below: "list[_Node]" = attrs.field(factory=list)

    def takes(self, words: Words) -> bool:
        """Whether a header belongs to the group and is not in it yet."""
        undivided = not any(one.group for one in self.below)
        known = self.group + self.deeper if undivided else self.group
        return alike(words, known) >= _ALIKE and all(one.words.whole != words.whole for one in self.below)

    def lacks(self, words: Words) -> bool:
        """Whether a header belongs to the group, or to one in it, and is not there yet."""
        return (bool(self.group) and self.takes(words)) or any(one.lacks(words) for one in self.below)

    def leaves(self) -> "Iterator[_Node]":
        """The headers that stand directly over numbers."""
        if not self.below:
            yield self
        for one in self.below:
            yield from one.leaves()


def spans_of(rows: Sequence[Sequence[str]], columns: int) -> Sequence[Span | None] | None:
    """For each header, row by row, its columns; ``None`` for those in front that head no numbers.

    ``None`` altogether where the headers do not tell the places of as many columns.
    """
    return _spans_of(tuple(map(tuple, rows)), columns)


def columns_of(rows: Sequence[Sequence[str]]) -> int | None:
    """How many columns headers tell, row by row; ``None`` where they tell none."""
    return _columns_of(tuple(map(tuple, rows)))


_Texts = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=_REMEMBERED)
def _columns_of(rows: _Texts) -> int | None:
    top = _tree(rows)
    before = sum(1 for _ in takewhile(lambda node: not (node.below or _is_known(node.words)), top))
    columns = sum(1 for node in top[before:] for _ in node.leaves())
    return columns if _spans_of(rows, columns) else None


@lru_cache(maxsize=_REMEMBERED)
def _spans_of(rows: _Texts, columns: int) -> tuple[Span | None, ...] | None:
    top = _tree(rows)
    leaves = [leaf for node in top for leaf in node.leaves()]
    before = len(leaves) - columns
    if before < 0 or not _may_head(leaves[before:]):
        return None
    several = [number if len(row) > 1 else 0 for number, row in enumerate(rows, 1) for _ in row]
    if any(not (several[leaf.number] or leaf.group or _is_known(leaf.words)) for leaf in leaves[before:]):
        return None  # a line of its own that is no header of a form may be anything
    if any(node.below or _is_known(node.words) for node in top[:before]) or not _in_order(top[before:], several):
        return None
    spans: list[Span | None] = [None] * len(several)
    end = 0
    for node in top[before:]:
        end = _spread(node, end, spans)
    return tuple(spans)


def _in_order(nodes: Sequence[_Node], several: Sequence[int]) -> bool:
    """Whether headers that stand beside each other do so in one row (by its number in ``several``), or in a list.

    Of those in several rows nothing tells which stands first.
    """
    rows = {several[node.number] for node in nodes}
    return len(rows) <= 1 and all(_in_order(node.below, several) for node in nodes if node.below)


def lack(rows: Sequence[Sequence[str]], text: str) -> bool:
    """Whether headers, row by row, have a group to which a text belongs and in which it is not yet."""
    words = words_of(text)
    return any(node.lacks(words) for node in _tree(tuple(map(tuple, rows))))


def is_header(text: str) -> bool:
    """Whether a text is the header of a column in a form."""
    return _is_known(words_of(text))


def is_whole(text: str) -> bool:
    """Whether a text is all of a label, a header or a title in a form."""
    return words_of(text).whole in _declared().texts


def _spread(node: _Node, first: int, spans: list[Span | None]) -> int:
    """Give a header and those below it their columns; the column behind them."""
    end = first
    for one in node.below:
        end = _spread(one, end, spans)
    end = end if node.below else first + 1
    spans[node.number] = Span(first, end, is_group=bool(node.below))
    return end


def _may_head(leaves: Sequence[_Node]) -> bool:
    """Whether headers may stand over numbers: the first is one of a form, none stands over labels or other headers."""
    return bool(leaves) and _is_known(leaves[0].words) and not any(_is_no_column(leaf) for leaf in leaves)


@lru_cache(maxsize=_REMEMBERED)
def _is_known(words: Words) -> bool:
    return alike(words, _declared().columns) >= _ALIKE


def _is_no_column(leaf: _Node) -> bool:
    other = alike(leaf.words, _declared().corners)
    return other >= _ALIKE and other > alike(leaf.words, _declared().columns)


def _tree(rows: _Texts) -> list[_Node]:
    """The outermost headers with those under them, where they were written row by row; none of too many."""
    headers = [words_of(text) for row in rows for text in row]
    if len(headers) > _MOST:
        return []
    top: list[_Node] = []
    groups: list[_Node] = []
    current: _Node | None = None
    for number, words in enumerate(headers):
        node = _Node(words, number, *_group_of(words))
        holding = next((group for group in groups if group.takes(words)), None)
        if holding is None:  # none of a form: it stands beside the one before
            (current.below if current else top).append(node)
        else:
            current = holding
            current.below.append(node)
        if node.group:
            groups.append(node)
    return top


@lru_cache(maxsize=_REMEMBERED)
def _group_of(words: Words) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """The headers that may stand under a header, and those under these."""
    groups = _declared().groups
    best = max(groups, key=lambda head: alike(words, (head,)))
    if words.is_empty or alike(words, (best,)) < _ALIKE:
        return (), ()
    below = groups[best]
    return below, tuple(one for head in below for one in groups.get(head, ()))


@attrs.frozen
class _Headers:
    """The headers of all forms: those over groups with what stands under them, those of columns, those of labels.

    ``texts`` is everything that their tables print, folded.
    """

    groups: Mapping[Words, tuple[Words, ...]]
    columns: tuple[Words, ...]
    corners: tuple[Words, ...]
    texts: frozenset[str]


@cache
def _declared() -> _Headers:
    groups: dict[Words, dict[Words, None]] = {}
    columns: dict[Words, None] = {}
    corners: dict[Words, None] = {}
    texts: set[Words] = set()
    for form in filter(None, map(catalog.tables, catalog.FORMS)):
        for row in declared_rows(form).rows:
            texts |= {*row.words, *row.above, *row.beside}
            for column in row.columns:
                columns |= dict.fromkeys(column.words)
                for head, below in zip(column.above, (*column.above[1:], column.words[0]), strict=False):
                    groups.setdefault(head, {})[below] = None
                    if below is column.words[0]:
                        groups[head] |= dict.fromkeys(column.words[:-1])
            printed = (row.table.mark.corner, row.table.mark.unit_header, row.row.block.corner if row.row.block else "")
            corners |= dict.fromkeys(words_of(text) for text in printed if text)
    return _Headers(
        {head: tuple(below) for head, below in groups.items()},
        tuple(columns),
        tuple(corners),
        frozenset(words.whole for words in texts),
    )
