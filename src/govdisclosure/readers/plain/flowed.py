"""Tables that were copied as a stream of words: labels, then the numbers of the row, on one line or on several."""

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from govdisclosure.limits import Limits
from govdisclosure.readers.observed import ObservedGrid
from govdisclosure.readers.plain.heads import is_whole
from govdisclosure.readers.plain.tokens import TextLine, Token, check_places, is_number, row_of, token, width_of
from govdisclosure.readers.plain.unmerged import grid_of_cells
from govdisclosure.readers.tables.cells import UNITS

__all__ = ["by_flow", "has_numbers_behind", "rows_of_cells"]

#: Words without spaces, but for those in brackets behind a number.
_WORD = re.compile(r"[0-9０-９.,]{1,20}[（(][^（）()]{1,60}[）)]|\S+")
#: So many lines, so large a share of them with numbers: a table, and not a list or an address.
_LEAST_LINES, _LEAST_NUMBERS = 3, 0.15
#: A line of so many numbers is a row, however many lines of headers stand over it.
_ROW = 5
#: Of lines that end on a number, so many hold nothing else.
_ALONE = 0.8
#: Labels are cut where at least 5 lines and 15 % of the lines are full; full lines differ by at most 2 columns.
_LEAST_FULL, _FULL, _RAGGED = 5, 0.15, 2
#: A label that is longer than this goes on with no further line.
_LONGEST = 120
#: At most this share of the lines is wider than a full line.
_BEYOND = 0.1
#: What numbers a label, on a line of its own.
_NUMBERING = re.compile(r"[0-9０-９]{1,2}[.．、]")


def by_flow(run: Sequence[TextLine], limits: Limits) -> ObservedGrid | None:
    """A row for each line with words; lines that hold numbers alone, or begin with a tab, go on with the row."""
    rows = _Rows(tabbed=any("\t" in line.text for line in run))
    numbers = places = 0
    whole = _is_cell_a_line(run)
    full = _full_width(run)
    begun: Token | None = None
    for line in run:
        alone = whole and "\t" not in line.text
        cells = [token(line.text, line.start)] if alone else row_of(_cells_of(line), limits)
        if begun and (not cells or is_number(cells[0])):  # it was a whole label
            rows.add([begun], begins=True)
        elif begun:
            cells[0] = Token(f"{begun.text}{cells[0].text}", begun.start, cells[0].end)
        begun = None
        if len(cells) == 1 and (_NUMBERING.fullmatch(cells[0].text) or _is_cut(line, cells[0], full)):
            begun = cells[0]
            continue
        filled = sum(is_number(cell) for cell in cells)
        numbers += filled if _ROW <= filled == len(cells) else filled > 0
        rows.add(cells, begins=not line.text.startswith("\t"))
        places += len(cells)
        if places > limits.table_places:  # too many for a table, if it is one
            rows = _Rows(tabbed=rows.tabbed)
    if begun:
        rows.add([begun], begins=True)
    if len(run) < _LEAST_LINES or numbers < _LEAST_NUMBERS * len(run):
        return None
    check_places(places, limits)
    return grid_of_cells(rows.made, limits)


def rows_of_cells(lines: Iterable[list[Token]]) -> list[list[Token]]:
    """The rows of cells that stand on lines: numbers go on with the row whose label stands before them."""
    rows = _Rows(tabbed=False)
    for cells in lines:
        rows.add(cells, begins=True)
    return rows.made


@attrs.define
class _Rows:
    """The rows of a flow so far. Where tabs part cells (``tabbed``), a line without one begins a row."""

    tabbed: bool
    made: list[list[Token]] = attrs.field(factory=list)
    #: Whether the last row holds a number, and whether it holds any words at all.
    full: bool = False
    said: bool = False

    def add(self, cells: list[Token], *, begins: bool) -> None:
        """Cells of a line: they go on with the last row, or begin another one."""
        if self.made and self._goes_on(cells, begins=begins):
            self.made[-1] += cells
        else:
            self.made.append(cells)
            self.full = self.said = False
        words = [cell for cell in cells if cell.text]
        self.said |= bool(words)
        self.full |= any(is_number(cell) for cell in words)

    def _goes_on(self, cells: list[Token], *, begins: bool) -> bool:
        if not all(is_number(cell) for cell in cells):
            unit = self.said and bool(cells) and cells[0].text in UNITS
            return (unit or not begins) and not self.full  # words come before numbers, never behind them
        if not (begins and self.tabbed):
            return True
        if not self.full and len(self.made[-1]) > 1 and any(cell.text for cell in cells):
            return False  # the numbers of a row without a label, behind its headers
        # A row that is left empty for spacing ends the one before, and is none that could go on.
        return self.said and not (self.full and not any(cell.text for cell in cells))


def _full_width(run: Sequence[TextLine]) -> int:
    """How wide the lines are that labels fill before they go on with the next line; 0 where none do."""
    texts = (line.words for line in run if not is_number(token(line.words.rpartition(" ")[2], 0)))
    widths = sorted(map(width_of, texts))
    most = widths[-1 - int(_BEYOND * len(widths))] if widths else 0  # titles between tables may be wider
    return most if sum(0 <= most - one <= _RAGGED for one in widths) >= max(_LEAST_FULL, _FULL * len(widths)) else 0


def _is_cut(line: TextLine, cell: Token, full: int) -> bool:
    """Whether the next line continues a label: the label fills its line, and no form prints it as it stands."""
    fills = 0 <= full - width_of(line.words) <= _RAGGED
    return full > 0 and fills and len(cell.text) <= _LONGEST and not is_number(cell) and not is_whole(cell.text)


def _is_cell_a_line(run: Sequence[TextLine]) -> bool:
    """Whether numbers stand on lines of their own: then every line is one cell, whatever spaces it holds."""
    ends = alone = 0
    for line in run:
        words = line.words.split()
        if not words or is_number(token(words[-1], 0)):
            ends += 1
            alone += len(words) <= 1
    return bool(ends) and alone >= _ALONE * ends


def _cells_of(line: TextLine) -> Iterator[Token]:
    if "\t" in line.text:
        at = line.start
        for number, part in enumerate(line.text.split("\t")):
            if number or part.strip():
                yield token(part, at)
            at += len(part) + 1
        return
    words = [token(match.group(), line.start + match.start()) for match in _WORD.finditer(line.text)]
    first = len(words)
    while first and is_number(words[first - 1]):
        first -= 1
    begun: Token | None = None
    for index, word in enumerate(words[:first]):  # a number before words numbers them
        if is_number(word) and (index == 0 or begun or _NUMBERING.fullmatch(word.text)):
            begun = begun or word
            continue
        yield Token(f"{begun.text} {word.text}", begun.start, word.end) if begun else word
        begun = None
    yield from words[first:]


def has_numbers_behind(line: TextLine) -> bool:
    """Whether a line ends on numbers as the row of a table does."""
    words = line.words.split()
    return len(words) > 1 and all(is_number(token(word, 0)) for word in words[-2:])
