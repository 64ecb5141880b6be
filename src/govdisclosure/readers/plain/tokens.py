"""The words of cells in a text, and grids made of them."""

from collections.abc import Sequence

import attrs

from govdisclosure.readers.observed import ObservedCell, ObservedGrid
from govdisclosure.readers.tables.cells import is_value

__all__ = ["TextLine", "Token", "grid_of", "is_number", "token"]

_BLANK = " \t\r\u3000\xa0\u200b\ufeff"


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

    @property
    def words(self) -> str:
        """The line without the white space around it."""
        return self.text.strip(_BLANK)


def token(words: str, at: int) -> Token:
    """The words of a cell, without the white space around them, of which the first stood at an offset."""
    inner = words.strip(_BLANK)
    begin = at + (words.index(inner) if inner else 0)
    return Token(inner, begin, begin + len(inner))


def is_number(cell: Token) -> bool:
    """Whether a cell holds what values are, or nothing."""
    return is_value(cell.text)


def grid_of(rows: Sequence[Sequence[Token]]) -> ObservedGrid | None:
    """A grid whose rows hold their cells one after the other."""
    cells = [
        ObservedCell(row=number, column=column, start=one.start, end=one.end)
        for number, row in enumerate(rows)
        for column, one in enumerate(row)
    ]
    if not cells:
        return None
    return ObservedGrid(rows=len(rows), columns=max(map(len, rows)), cells=tuple(cells))
