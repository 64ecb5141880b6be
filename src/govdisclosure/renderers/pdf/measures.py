"""How large the words of a table are set, how wide its columns are, and whether it surely fits on one page."""

import unicodedata
from collections.abc import Iterable, Sequence
from math import ceil

import attrs

from govdisclosure.grid import placed
from govdisclosure.renderers.blocks import Sheet, Table

__all__ = ["Setting", "setting_of_sheet", "setting_of_table"]

#: The text area of a page in points, upright and in landscape; a heading may stand on it too.
_PAGE, _LANDSCAPE = (470.0, 660.0), (739.0, 430.0)
#: A sheet with so many columns is set smaller, in landscape where words are long, and with so many closer still.
_WIDE, _DENSE = 9, 14
#: Shares of the width: row headers over many others, over some, row headers, numbers.
_TALL, _OVER, _ROW, _NUMBER = 0.6, 1.1, 3.2, 1.0
#: Shares of the width of a list by the kinds of its columns, and of lists that need others.
_SHARE = {"header": 2.5, "text": 3.0, "number": 1.0}
_SHARES = {
    "about": (1.0, 3.0),
    "host": (1.0, 3.0),
    "figures": (2.0, 4.0, 1.5, 1.0),
    "findings": (1.0, 5.0, 3.0),
    "compared": (3.0, 1.0, 4.0),
    "uncompared": (5.0, 2.0, 2.0),
}
#: Signs that are not as wide as they are high are at most so wide, on average, in parts of their height.
_NARROW = 0.65
#: From line to line, in heights of a sign.
_LINE = 1.4


@attrs.frozen(kw_only=True)
class Setting:
    """The size of the type and the space beside and above words, in points; ``columns`` are shares of the width."""

    columns: Sequence[float]
    size: float
    beside: float
    above: float = 2.5
    landscape: bool = False

    def fits(self, rows: Iterable[Iterable[tuple[int, int, str]]]) -> bool:
        """Whether a table surely fits on a page, by the columns of its cells, how many they span, and their words."""
        width, height = _LANDSCAPE if self.landscape else _PAGE
        unit = width / sum(self.columns)
        for row in rows:
            lines = 1
            for column, span, words in row:
                room = sum(self.columns[column : column + span]) * unit - 2 * self.beside
                lines = max(lines, sum(_lines(line, room / self.size) for line in words.split("\n")))
            height -= lines * self.size * _LINE + 2 * self.above
        return height >= 0


def _lines(words: str, room: float) -> int:
    """How many lines words take at most where one has room for so many square signs."""
    wide = sum(unicodedata.east_asian_width(c) in "WFA" for c in words)
    width = wide + (len(words) - wide) * _NARROW
    return 1 if width <= room else ceil(width / max(room - 1, 1)) + 1


def setting_of_table(table: Table) -> Setting:
    """How a list is set."""
    kinds = [cell.kind for cell in table.rows[0]] if table.rows else ["text"] * len(table.head)
    columns = _SHARES.get(table.name, [_SHARE[kind] for kind in kinds])
    return Setting(columns=columns, size=9, beside=5, above=3.2)


def setting_of_sheet(sheet: Sheet, *, upright: bool) -> Setting:
    """How a statutory table is set; ``upright`` says that its words are short, as Chinese ones are."""
    size, beside = (7.0, 1.2) if sheet.width >= _DENSE else (7.5, 2.5) if sheet.width >= _WIDE else (9.0, 2.5)
    landscape = sheet.width >= _WIDE and not upright
    return Setting(columns=_shares(sheet), size=size, beside=beside, landscape=landscape)


def _shares(sheet: Sheet) -> list[float]:
    """The share of the width that each column has, by what its widest part holds there."""
    part = max(sheet.parts, key=lambda part: part.width)
    tall = {
        column
        for row in placed(part.rows)
        for column, cell in row
        if cell.colspan == 1 and cell.rowspan > len(part.rows) / 2
    }
    return [
        _NUMBER if column >= part.depth else _ROW if column == part.depth - 1 else _TALL if column in tall else _OVER
        for column in range(part.width)
    ]
