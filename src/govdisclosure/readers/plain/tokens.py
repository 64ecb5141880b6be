"""The words of cells in a text, and grids made of them."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import islice

import attrs

from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import Limits
from govdisclosure.readers.observed import ObservedCell, ObservedGrid
from govdisclosure.readers.tables.cells import is_value

__all__ = [
    "TextLine",
    "Token",
    "check_places",
    "grid_of",
    "is_number",
    "is_printed_number",
    "row_of",
    "token",
    "width_of",
]

#: White space, a form feed between pages among it, and characters without width.
_BLANK = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b\ufeff"


@attrs.frozen
class Token:
    """The words of one cell and where they begin and end in the text."""

    text: str
    start: int
    end: int


@attrs.frozen
class TextLine:
    """A line of a text, without its end, and where it begins."""

    start: int
    text: str

    @cached_property
    def words(self) -> str:
        """The line without the white space around it."""
        return self.text.strip(_BLANK)


def token(words: str, at: int) -> Token:
    """The words of a cell, without the white space around them, of which the first stood at an offset."""
    inner = words.strip(_BLANK)
    begin = at + (words.index(inner) if inner else 0)
    return Token(inner, begin, begin + len(inner))


def width_of(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def is_number(cell: Token) -> bool:
    """Whether a cell holds what values are, or nothing."""
    return is_value(cell.text)


def is_printed_number(text: str) -> bool:
    """Whether a text is what values are, and not nothing."""
    words = text.strip(_BLANK)
    return bool(words) and is_value(words)


def grid_of(rows: Iterable[Sequence[Token]], limits: Limits) -> ObservedGrid | None:
    """A grid whose rows hold their cells one after the other; no more cells are made than a table may have places."""
    cells: list[ObservedCell] = []
    many = widest = 0
    for number, row in enumerate(rows):
        many, widest = number + 1, max(widest, len(row))
        check_places(many * widest, limits)
        cells += (ObservedCell(row=number, column=c, start=one.start, end=one.end) for c, one in enumerate(row))
    return ObservedGrid(rows=many, columns=widest, cells=tuple(cells)) if cells else None


def row_of(cells: Iterable[Token], limits: Limits) -> list[Token]:
    """The cells of a row; of one with more than a table may have, enough to tell."""
    return list(islice(cells, limits.table_places + 1))


def check_places(places: int, limits: Limits) -> None:
    """Raise if a table has more places than a document may have."""
    if places > limits.table_places:
        raise LimitExceeded("table_places", places, limits.table_places)
