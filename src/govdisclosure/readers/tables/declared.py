"""What a form prints: its rows and columns in order, ready to be looked for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import Any

import attrs

from govdisclosure.form import CellForm, Form, Header, RowForm, TableForm, compile_form
from govdisclosure.readers.tables.wording import OVERLAP, Words, alike, characters_of, joins_several, words_of

__all__ = ["HEADER", "LEAST", "DeclaredColumn", "DeclaredRow", "DeclaredRows", "declared_rows", "required_rows"]

#: Labels less alike than this are different ones.
LEAST = 0.58
#: What a column header that is printed as declared adds to the evidence for a form, of which a row adds one.
HEADER = 0.3
#: So many labels are remembered with the rows that they may be: pages print the same ones again and again.
_REMEMBERED = 2**14


@attrs.frozen(kw_only=True)
class DeclaredColumn:
    """A column of a block: its header chain, the wordings under which it is printed, and those over it."""

    chain: tuple[Header, ...]
    words: tuple[Words, ...]
    above: tuple[Words, ...]
    #: The official wording of its own header.
    label: str


@attrs.frozen(kw_only=True, eq=False)
class DeclaredRow:
    """A row that a form prints: the wordings of its own header and of the header above it, and its columns.

    ``beside`` is everything that its table prints besides labels and cells.
    """

    table: TableForm
    row: RowForm
    words: tuple[Words, ...]
    above: tuple[Words, ...]
    columns: tuple[DeclaredColumn, ...]
    #: The cell of each column.
    cells: tuple[CellForm, ...]
    beside: frozenset[Words]

    @property
    def headless(self) -> bool:
        """Whether only column headers tell what the row is."""
        return not self.words


@attrs.frozen(eq=False)
class DeclaredRows:
    """The rows of all tables of a form in the order in which they are printed, optional ones among them."""

    rows: tuple[DeclaredRow, ...]
    tables: tuple[str, ...]
    #: By character, the wordings of labels that it stands in: of each its row, its number there, and its characters.
    postings: Mapping[str, Sequence[tuple[int, int, int]]]
    #: The wordings of each row, and of each column of a block.
    labels: tuple[frozenset[str], ...]
    all_labels: frozenset[str]
    headers: tuple[frozenset[str], ...]
    #: The headers over the rows that nothing else tells, and those of their groups.
    headers_alone: frozenset[str]
    groups_alone: frozenset[str]

    def printed(self, texts: AbstractSet[str]) -> float:
        """How much of the form these folded texts of a page name just as it does."""
        rows, headers = ((not words.isdisjoint(texts) for words in one) for one in (self.labels, self.headers))
        return sum(rows) + HEADER * sum(headers)

    @lru_cache(maxsize=_REMEMBERED)  # noqa: B019 - there is one of these for each form, and it stays
    def near(self, words: Words) -> tuple[int, ...]:
        """The numbers of the rows that a label may be."""
        if words.whole not in self.all_labels and joins_several(words, self.all_labels):
            return ()
        shared = Counter(one for char in set(words.whole) for one in self.postings.get(char, ()))
        own = characters_of(words)
        rows = sorted({row for (row, _, many), common in shared.items() if common >= OVERLAP * min(own, many)})
        return tuple(index for index in rows if alike(words, self.rows[index].words) >= LEAST)


def declared_rows(form: Form) -> DeclaredRows:
    """What a form prints; made once."""
    key: Any = form.cls
    return _declared_rows(key)


@cache
def _declared_rows(cls: Any) -> DeclaredRows:
    form = compile_form(cls)
    beside = {table.path: _beside(table) for table in form.tables}
    rows = [_row(table, row, beside[table.path]) for table in form.tables for row in table.rows if row.repeats is None]
    columns = {(one.table.path, one.row.block, column.chain): column for one in rows for column in one.columns}
    return DeclaredRows(
        rows=tuple(rows),
        tables=tuple(beside),
        postings=_postings(rows),
        labels=tuple(_wholes(one.words) for one in rows if one.words),
        all_labels=frozenset().union(*(_wholes(one.words) for one in rows)),
        headers=tuple(_wholes(column.words) for column in columns.values()),
        headers_alone=frozenset().union(
            *(_wholes(column.words) for one in rows if one.headless for column in one.columns)
        ),
        groups_alone=frozenset().union(
            *(_wholes(column.above) for one in rows if one.headless for column in one.columns)
        ),
    )


def _postings(rows: list[DeclaredRow]) -> dict[str, list[tuple[int, int, int]]]:
    found: dict[str, list[tuple[int, int, int]]] = {}
    for index, one in enumerate(rows):
        for number, words in enumerate(one.words):
            for char in set(words.whole):
                found.setdefault(char, []).append((index, number, characters_of(words)))
    return found


def _wholes(wordings: tuple[Words, ...]) -> frozenset[str]:
    return frozenset(words.whole for words in wordings)


def required_rows(table: TableForm) -> int:
    """How many rows a table always prints."""
    return sum(row.optional is None for row in table.rows)


def _beside(table: TableForm) -> frozenset[Words]:
    mark = table.mark
    # The title of a table that stands in a section is the heading of the section.
    texts = {mark.corner, mark.unit_header, mark.value_header} | ({mark.title} if mark.section is None else set())
    for row in table.rows:
        texts |= {row.block.title, row.block.corner} if row.block else set()
        texts |= {header.text for cell in row.cells.values() for header in cell.headers}
    return frozenset(words_of(text) for text in texts if text)


def _row(table: TableForm, row: RowForm, beside: frozenset[Words]) -> DeclaredRow:
    chain = row.headers
    columns = [one for one in table.columns(row.block) if one in row.cells]
    return DeclaredRow(
        table=table,
        row=row,
        words=_wordings(chain[-1]) if chain else (),
        above=_wordings(chain[-2]) if len(chain) > 1 else (),
        columns=tuple(_column(one, table) for one in columns),
        cells=tuple(row.cells[one] for one in columns),
        beside=beside,
    )


def _wordings(header: Header) -> tuple[Words, ...]:
    return tuple(words_of(text) for text in (header.text, *header.aliases))


def _column(chain: tuple[Header, ...], table: TableForm) -> DeclaredColumn:
    """A column; pages that merge no cells print its whole chain in one. An outline has one column of numbers."""
    if not chain:
        label = table.mark.value_header
        return DeclaredColumn(chain=chain, words=(words_of(label),), above=(), label=label)
    whole = words_of("".join(header.text for header in chain))
    above = tuple(words_of(header.text) for header in chain[:-1])
    return DeclaredColumn(chain=chain, words=(*_wordings(chain[-1]), whole), above=above, label=chain[-1].text)
