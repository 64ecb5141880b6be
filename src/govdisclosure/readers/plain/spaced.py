"""Tables whose columns are held by spaces, as on a terminal or in the copy of a PDF that keeps its layout."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import count, islice, takewhile

import attrs

from govdisclosure.limits import Limits
from govdisclosure.readers.observed import ObservedCell, ObservedGrid
from govdisclosure.readers.plain.heads import is_header
from govdisclosure.readers.plain.tokens import TextLine, Token, check_places, is_number, token, width_of
from govdisclosure.readers.plain.unmerged import settled_grid
from govdisclosure.readers.tables.cells import UNITS

__all__ = ["BY_SPACES", "by_headers", "by_order", "by_spaces"]

#: Lines with more words than that are no rows of columns.
_MOST_COLUMNS = 200
#: Words parted by more than one space.
BY_SPACES = re.compile(r"\S(?:[ \xa0\u3000]?\S)*")
#: A label is broken over so many lines before its numbers, and behind them.
_LABEL_LINES = 4
_PART = re.compile(r"\S+")


#: So many numbers in a row, in so large a share of the rows, tell how many columns there are.
_SEVERAL, _MOST_ROWS = 3, 0.6


@attrs.frozen
class _Placed:
    """A cell, and the columns of a terminal from which and up to which it reaches."""

    token: Token
    left: int
    right: int

    @property
    def is_number(self) -> bool:
        return is_number(self.token)


def by_order(run: Sequence[TextLine], limits: Limits) -> ObservedGrid | None:
    """Rows that hold a number for each of their headers: their order tells the columns, wherever they stand."""
    rows = [list(_words_of(line)) for line in run]
    return settled_grid([row for row in rows if row], limits)


def _words_of(line: TextLine) -> Iterator[Token]:
    """The texts between wide spaces, and the numbers, or headers of columns, that single ones part."""
    for match in BY_SPACES.finditer(line.text):
        at = line.start + match.start()
        parts = [token(part.group(), at + part.start()) for part in _PART.finditer(match.group())]
        if len(parts) > 1 and (all(map(is_number, parts)) or all(is_header(part.text) for part in parts)):
            yield from parts
        else:
            yield Token(match.group(), at, line.start + match.end())


def by_spaces(run: Sequence[TextLine], limits: Limits) -> ObservedGrid | None:
    """Numbers stand under each other; the texts before them head the rows, and those above them the columns.

    Some programs count a Chinese character as two columns, others as one: the columns are those that are fewer.
    """
    placed = [[list(_cells_of(line, width)) for line in run] for width in (width_of, len)]
    rows = min((rows for rows in placed if all(rows)), key=_columns_beyond, default=[])
    data = [row for row in rows if any(cell.is_number for cell in row)]
    if not data or max(map(len, rows)) > _MOST_COLUMNS or _is_shifted(data) or _is_joined(rows):
        return None
    edge = max((cell.right for row in data for cell in row[: _first(row)]), default=0)
    headers = [[cell for cell in row if cell.left >= edge and not cell.is_number] for row in rows]
    columns = _columns(headers, data)
    first = next(number for number, row in enumerate(rows) if row is data[0])
    # Rows behind the headers may hold nothing, the first of them too.
    head = max((number for number, row in enumerate(headers[:first]) if row), default=0)
    labels = max((sum(cell.left < edge and not cell.is_number for cell in row) for row in rows), default=0)
    check_places(len(rows) * (labels + len(columns)), limits)
    parts = _label_parts(rows, edge)
    cells: dict[tuple[int, int], ObservedCell] = {}
    for number, row in enumerate(rows):
        places = dict(_where(row, edge, labels, columns))
        if len(places) < len(row):
            return None  # two texts in one place: no table that can be told apart
        for column, one in places.items():
            cells[number, column] = ObservedCell(row=number, column=column, start=one.start, end=one.end)
        if any(cell.is_number for cell in row) or (row[0].left < edge and number > head and number not in parts):
            cells |= _blank(number, range(labels, labels + len(columns)), row[-1].token.end, cells)
    ordered = tuple(cells[place] for place in sorted(cells))
    return ObservedGrid(rows=len(rows), columns=labels + len(columns), cells=ordered)


def _label_parts(rows: Sequence[Sequence[_Placed]], edge: int) -> set[int]:
    """The rows without numbers around one without a label, which they may be: its label is broken over lines."""
    full = [any(cell.is_number for cell in row) for row in rows]
    found: set[int] = set()
    for number, row in enumerate(rows):
        if full[number] and (row[0].left >= edge or row[0].token.text in UNITS):
            for step in (-1, 1):
                near = takewhile(lambda at: 0 <= at < len(rows) and not full[at], count(number + step, step))
                found.update(islice(near, _LABEL_LINES))
    return found


def by_headers(run: Sequence[TextLine]) -> ObservedGrid | None:
    """A block whose every number is left blank: labels under the first of several headers, and nothing beside them."""
    rows = [list(_cells_of(line, width_of)) for line in run]
    wide = [number for number, row in enumerate(rows) if len(row) > 1]
    if len(wide) != 1 or any(cell.is_number for row in rows for cell in row):
        return None
    head, below = rows[wide[0]], rows[wide[0] + 1 :]
    if not below or any(row[0].left != head[0].left or row[0].right > head[1].left for row in below):
        return None
    cells: dict[tuple[int, int], ObservedCell] = {}
    for number, row in enumerate(rows):
        for column, one in enumerate(row):
            cells[number, column] = ObservedCell(row=number, column=column, start=one.token.start, end=one.token.end)
        if number > wide[0]:
            cells |= _blank(number, range(1, len(head)), row[-1].token.end, cells)
    return ObservedGrid(rows=len(rows), columns=len(head), cells=tuple(cells[place] for place in sorted(cells)))


def _columns_beyond(rows: Sequence[Sequence[_Placed]]) -> int:
    """How many more columns of numbers there are than numbers in the fullest row."""
    data = [row for row in rows if any(cell.is_number for cell in row)]
    places = _merged([(cell.left, cell.right) for row in data for cell in row[_first(row) :]])
    return abs(len(places) - max((len(row) - _first(row) for row in data), default=0))


def _is_shifted(data: Sequence[Sequence[_Placed]]) -> bool:
    """Whether most rows hold as many numbers, and these do not stand under each other: their order tells more.

    Where a column is left blank in most rows, the fullest row has a number in every column.
    """
    counts = Counter(len(row) - _first(row) for row in data)
    many, rows = counts.most_common(1)[0]
    places = _merged([(cell.left, cell.right) for row in data for cell in row[_first(row) :]])
    return many >= _SEVERAL and rows >= _MOST_ROWS * len(data) and len(places) not in (many, max(counts))


def _is_joined(rows: Sequence[Sequence[_Placed]]) -> bool:
    """Whether single spaces part numbers in one row or another: then wide ones are no sign of columns."""
    texts = (cell.token.text.split()[-_SEVERAL:] for row in rows for cell in row if " " in cell.token.text)
    return any(len(words) == _SEVERAL and all(is_number(token(word, 0)) for word in words) for words in texts)


def _blank(
    row: int, columns: range, at: int, cells: dict[tuple[int, int], ObservedCell]
) -> dict[tuple[int, int], ObservedCell]:
    """Nothing stands where a column has no number."""
    free = [column for column in columns if (row, column) not in cells]
    return {(row, column): ObservedCell(row=row, column=column, start=at, end=at) for column in free}


def _cells_of(line: TextLine, width: Callable[[str], int]) -> Iterator[_Placed]:
    left = before = 0
    for match in BY_SPACES.finditer(line.text):
        left += width(line.text[before : match.start()])
        right = left + width(match.group())
        yield _Placed(Token(match.group(), line.start + match.start(), line.start + match.end()), left, right)
        left, before = right, match.end()


def _first(row: Sequence[_Placed]) -> int:
    return next(index for index, cell in enumerate(row) if cell.is_number)


def _columns(headers: Sequence[Sequence[_Placed]], data: Sequence[Sequence[_Placed]]) -> list[tuple[int, int]]:
    """The stretches of a line in which numbers stand under each other, and headers of the form over nothing.

    Rows with many headers come first: those with few stand over several columns. Parts of headers tell no column.
    """
    columns = _merged([(cell.left, cell.right) for row in data for cell in row[_first(row) :]])
    whole = [row for row in headers if all(is_header(cell.token.text) for cell in row)]
    for row in sorted(whole, key=len, reverse=True):
        free = [cell for cell in row if not any(left < cell.right and cell.left < right for left, right in columns)]
        columns += [(cell.left, cell.right) for cell in free]
    return sorted(columns)


def _merged(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    made: list[tuple[int, int]] = []
    for left, right in sorted(stretches):
        if made and left < made[-1][1]:
            made[-1] = (made[-1][0], max(right, made[-1][1]))
        else:
            made.append((left, right))
    return made


def _where(
    row: Sequence[_Placed], edge: int, labels: int, columns: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, Token]]:
    """The column of each text: labels by order, all others by where they stand."""
    before = 0
    for cell in row:
        if cell.left < edge and not cell.is_number:
            yield before, cell.token
            before += 1
            continue
        over = [i for i, (left, right) in enumerate(columns) if left < cell.right and cell.left < right]
        yield labels + (over[0] if over else 0), cell.token
