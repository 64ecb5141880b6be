"""Tables that were copied as a stream of words: labels, then the numbers of the row, on one line or on several."""

import re
from collections.abc import Iterator, Sequence

from govdisclosure.limits import Limits
from govdisclosure.readers.observed import ObservedGrid
from govdisclosure.readers.plain.tokens import TextLine, Token, check_places, grid_of, is_number, row_of, token

__all__ = ["by_flow", "has_numbers_behind"]

#: Words without spaces, but for those in brackets behind a number.
_WORD = re.compile(r"[0-9０-９.,]{1,20}[（(][^（）()]{1,60}[）)]|\S+")
#: So many lines, so large a share of them with numbers: a table, and not a list or an address.
_LEAST_LINES, _LEAST_NUMBERS = 3, 0.15
#: Of lines that end on a number, so many hold nothing else.
_ALONE = 0.8


def by_flow(run: Sequence[TextLine], limits: Limits) -> ObservedGrid | None:
    """A row for each line with words; lines that hold numbers alone, or begin with a tab, go on with the row."""
    rows: list[list[Token]] = []
    numbers = places = 0
    whole, full = _is_cell_a_line(run), False
    for line in run:
        alone = whole and "\t" not in line.text
        cells = [token(line.text, line.start)] if alone else row_of(_cells_of(line), limits)
        said = [is_number(cell) for cell in cells]
        numbers += any(said)
        # Words come before numbers, never behind them.
        if rows and (all(said) or (line.text.startswith("\t") and not full)):
            rows[-1] += cells
        else:
            rows.append(cells)
            full = False
        full = full or any(is_one and cell.text for is_one, cell in zip(said, cells, strict=True))
        places += len(cells)
        if places > limits.table_places:  # too many for a table, if it is one
            rows = [[]]
    if len(run) < _LEAST_LINES or numbers < _LEAST_NUMBERS * len(run):
        return None
    check_places(places, limits)
    return grid_of(rows, limits)


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
    for word in words[:first]:  # a number before words numbers them
        if is_number(word):
            begun = begun or word
            continue
        yield Token(f"{begun.text} {word.text}", begun.start, word.end) if begun else word
        begun = None
    yield from words[first:]


def has_numbers_behind(line: TextLine) -> bool:
    """Whether a line ends on numbers as the row of a table does."""
    words = line.words.split()
    return len(words) > 1 and all(is_number(token(word, 0)) for word in words[-2:])
