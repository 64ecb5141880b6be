"""Tables that were copied as a stream of words: labels, then the numbers of the row, on one line or on several."""

import re
from collections.abc import Iterator, Sequence

from govdisclosure.readers.observed import ObservedGrid
from govdisclosure.readers.plain.tokens import TextLine, Token, grid_of, is_number, token

__all__ = ["by_flow", "has_numbers_behind"]

#: Words without spaces, but for those in brackets behind a number.
_WORD = re.compile(r"[0-9０-９.,]{1,20}[（(][^（）()]{1,60}[）)]|\S+")
#: So many lines, so large a share of them with numbers: a table, and not a list or an address.
_LEAST_LINES, _LEAST_NUMBERS = 3, 0.15
#: Of lines that end on a number, so many hold nothing else.
_ALONE = 0.8


def by_flow(run: Sequence[TextLine]) -> ObservedGrid | None:
    """A row for each line with words; lines that hold numbers alone, or begin with a tab, go on with the row."""
    rows: list[list[Token]] = []
    numbers = 0
    whole = _is_cell_a_line(run)
    for line in run:
        cells = [token(line.text, line.start)] if whole and "\t" not in line.text else list(_cells_of(line))
        numbers += any(map(is_number, cells))
        goes_on = line.text.startswith("\t") or all(map(is_number, cells))
        if rows and goes_on and _takes_more(rows[-1], cells):
            rows[-1] += cells
        else:
            rows.append(cells)
    if len(run) < _LEAST_LINES or numbers < _LEAST_NUMBERS * len(run):
        return None
    return grid_of(rows)


def _is_cell_a_line(run: Sequence[TextLine]) -> bool:
    """Whether numbers stand on lines of their own: then every line is one cell, whatever spaces it holds."""
    ends = [line.words.split() for line in run if is_number(token(line.words.split()[-1] if line.words else "", 0))]
    alone = sum(len(words) <= 1 for words in ends)
    return bool(ends) and alone >= _ALONE * len(ends)


def _takes_more(row: Sequence[Token], cells: Sequence[Token]) -> bool:
    """Whether a row goes on: words come before numbers, never behind them."""
    return all(map(is_number, cells)) or not any(cell.text and is_number(cell) for cell in row)


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
