"""What a form prints: its rows and columns in order, ready to be looked for."""

from functools import cache
from typing import Any

import attrs

from govdisclosure.form import Form, Header, RowForm, TableForm, compile_form
from govdisclosure.readers.tables.wording import Words, words_of

__all__ = ["DeclaredColumn", "DeclaredRow", "declared_rows"]


@attrs.frozen(kw_only=True)
class DeclaredColumn:
    """A column of a block: its header chain, the wordings under which it is printed, and those over it."""

    chain: tuple[Header, ...]
    words: tuple[Words, ...]
    above: tuple[Words, ...]


@attrs.frozen(kw_only=True, eq=False)
class DeclaredRow:
    """A row that a form prints: the wordings of its own header and of the header above it, and its columns."""

    table: TableForm
    row: RowForm
    words: tuple[Words, ...]
    above: tuple[Words, ...]
    columns: tuple[DeclaredColumn, ...]

    @property
    def headless(self) -> bool:
        """Whether only column headers tell what the row is."""
        return not self.words


def declared_rows(form: Form) -> tuple[DeclaredRow, ...]:
    """The rows of all tables of a form in the order in which they are printed, optional ones among them."""
    key: Any = form.cls
    return _declared_rows(key)


@cache
def _declared_rows(cls: Any) -> tuple[DeclaredRow, ...]:
    form = compile_form(cls)
    return tuple(_row(table, row) for table in form.tables for row in table.rows if row.repeats is None)


def _row(table: TableForm, row: RowForm) -> DeclaredRow:
    chain = row.headers
    return DeclaredRow(
        table=table,
        row=row,
        words=_wordings(chain[-1]) if chain else (),
        above=_wordings(chain[-2]) if len(chain) > 1 else (),
        columns=tuple(_column(chain, table) for chain in table.columns(row.block) if chain in row.cells),
    )


def _wordings(header: Header) -> tuple[Words, ...]:
    return tuple(words_of(text) for text in (header.text, *header.aliases))


def _column(chain: tuple[Header, ...], table: TableForm) -> DeclaredColumn:
    """A column; pages that merge no cells print its whole chain in one. An outline has one column of numbers."""
    if not chain:
        return DeclaredColumn(chain=chain, words=(words_of(table.mark.value_header),), above=())
    whole = words_of("".join(header.text for header in chain))
    above = tuple(words_of(header.text) for header in chain[:-1])
    return DeclaredColumn(chain=chain, words=(*_wordings(chain[-1]), whole), above=above)
