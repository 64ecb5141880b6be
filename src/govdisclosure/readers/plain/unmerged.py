"""Rows that were written cell by cell to a grid: values stand under their headers, whatever became of merged cells.

A text either keeps a place for every place of the table, so that cells stand under each other by their number, or it
has only the *own cells* of each row: then the last cells of a row are its values, and the headers are put over them as
:mod:`govdisclosure.readers.plain.heads` tells. Nothing stands over a value by accident: headers whose places are not
known stand in a list, each in a row of its own, and rows with more or fewer values than others have them beside
all columns.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from govdisclosure.limits import Limits
from govdisclosure.readers.observed import ObservedCell, ObservedGrid
from govdisclosure.readers.plain.heads import Span, spans_of
from govdisclosure.readers.plain.tokens import Token, check_places, is_number, row_of

__all__ = ["grid_of_cells", "settled_grid"]

#: Of the rows with numbers, so many may have words among them.
_STRAY = 0.08

Row = Sequence[Token]


def grid_of_cells(rows: Iterable[Iterable[Token]], limits: Limits) -> ObservedGrid | None:
    """A grid of rows that hold their cells one after the other, empty ones where the text has them."""
    blocks = _blocks(_read(rows, limits))
    labels = max((block.labels for block in blocks if not block.is_aligned), default=0)
    grid = _Grid(limits, beside=max((labels + block.values for block in blocks), default=0))
    for block in blocks:
        grid.add_block(block, labels)
    return grid.made()


def settled_grid(rows: Sequence[Row], limits: Limits) -> ObservedGrid | None:
    """The same where nothing else is possible: all rows have as many values as there are headers over them."""
    return grid_of_cells(rows, limits) if all(block.is_settled for block in _blocks(rows)) else None


def _read(rows: Iterable[Iterable[Token]], limits: Limits) -> list[Row]:
    made: list[Row] = []
    widest = 0
    for row in rows:
        made.append(row_of(row, limits))
        widest = max(widest, len(made[-1]))
        check_places(len(made) * widest, limits)
    return made


def _is_printed_number(cell: Token) -> bool:
    return bool(cell.text) and is_number(cell)


def _labels(row: Row) -> int:
    """How many cells stand before the values: up to the last text before the first number."""
    first = next((at for at, cell in enumerate(row) if _is_printed_number(cell)), len(row))
    return next((at + 1 for at in range(first - 1, -1, -1) if not is_number(row[at])), 0)


def _trimmed(row: Row) -> int:
    """The number of cells up to the last that is not empty."""
    return next((at + 1 for at in range(len(row) - 1, -1, -1) if row[at].text), 0)


def _blocks(rows: Iterable[Row]) -> "list[_Block]":
    """Rows under the same headers. What stands between rows with as many values, and heads no numbers, is labels."""
    made: list[_Block] = []
    for head, data in _runs(rows):
        block = _Block(head, data)
        if made and made[-1].goes_on_with(block):
            made[-1].rows += [*head, *data]
            made[-1].data += data
        else:
            made.append(block)
    return made


def _runs(rows: Iterable[Row]) -> Iterator[tuple[list[Row], list[Row]]]:
    """Rows with numbers that follow each other, behind the rows without over them."""
    head: list[Row] = []
    data: list[Row] = []
    for row in rows:
        if any(map(_is_printed_number, row)) or (data and _is_blank_as(row, data[0])):
            data.append(row)
            continue
        if data:
            yield head, data
            head, data = [], []
        head.append(row)
    yield head, data


def _is_blank_as(row: Row, other: Row) -> bool:
    """Whether a row is empty where another one has values."""
    labels, first = _labels(row), next(at for at, cell in enumerate(other) if _is_printed_number(cell))
    in_place = len(row) == len(other) and labels <= first
    return labels < len(row) and (in_place or len(row) - labels == len(other) - _labels(other))


class _Block:
    """Rows of headers and the rows under them, of which those with numbers are ``data``."""

    def __init__(self, head: list[Row], data: list[Row]) -> None:
        self.head = head
        self.data = data
        self.rows = list(data)
        #: How many values the first rows have.
        self.width = self._values()

    def goes_on_with(self, other: "_Block") -> bool:
        """Whether the headers stand over further rows, too."""
        if not (self.data and other.data) or other.width != self.width:
            return False
        placed = other.is_aligned and other.is_headed_by_place
        return not placed and other.spans() is None

    def spans(self) -> list[Span | None] | None:
        """What the headers tell of the columns of the first rows."""
        return spans_of([[cell.text for cell in row if cell.text] for row in self.head], self.width)

    @property
    def is_settled(self) -> bool:
        """Whether all rows have as many values as headers say."""
        widths = {len(row) - _labels(row) for row in self.data}
        return not widths or (len(widths) == 1 and self.spans() is not None)

    @property
    def is_aligned(self) -> bool:
        """Whether the values of all rows stand under each other by the number of their cells."""
        if self.head and all(cell.text for cell in self.head[-1]) and {len(self.head[-1])} == set(map(len, self.data)):
            return True
        first = self.first
        astray = sum(_labels(row) > first for row in self.data)
        return astray <= _STRAY * len(self.data)

    @property
    def first(self) -> int:
        """The first cell of a row in which a number stands."""
        numbers = (at for row in self.data for at, cell in enumerate(row) if _is_printed_number(cell))
        return min(numbers, default=0)

    @property
    def labels(self) -> int:
        """The columns before those of the values."""
        return self.first if self.is_aligned else max(map(_labels, self.data), default=0)

    @property
    def values(self) -> int:
        """How many values the rows have."""
        if self.is_aligned:
            return max(map(_trimmed, self.data), default=0) - self.first
        return self._values()

    def _values(self) -> int:
        """How many values most rows have; of several numbers that are as frequent the largest."""
        return max(self._most(len), self._most(_trimmed))[1] if self.data else 0

    def _most(self, end: Callable[[Row], int]) -> tuple[int, int]:
        """In how many rows as many cells stand between labels and end, and how many cells those are."""
        many = Counter(end(row) - _labels(row) for row in self.data)
        return max((rows, cells) for cells, rows in many.items())

    @property
    def is_headed_by_place(self) -> bool:
        """Whether headers keep the places that merged cells take: then they reach to the last column, or have gaps."""
        last = self.first + self.values - 1
        texts = [[at for at, cell in enumerate(row) if cell.text] for row in self.head]
        return any(row and (row[-1] >= last or row != list(range(len(row)))) for row in texts)


def _stubs(row: Sequence[tuple[Token, Span | None]]) -> int:
    """How many headers of a row stand over labels; one that is alone is a title."""
    return sum(span is None for _, span in row) if len(row) > 1 else 0


class _Grid:
    """A grid in the making; values whose columns are not known stand behind the columns ``beside``."""

    def __init__(self, limits: Limits, beside: int) -> None:
        self._limits = limits
        self._beside = beside
        self._cells: list[ObservedCell] = []
        self._rows = 0

    def made(self) -> ObservedGrid | None:
        """The grid; ``None`` without a cell."""
        if not self._cells:
            return None
        columns = max(cell.column + cell.colspan for cell in self._cells)
        check_places(self._rows * columns, self._limits)
        ordered = sorted(self._cells, key=lambda cell: (cell.row, cell.column))
        return ObservedGrid(rows=self._rows, columns=columns, cells=tuple(ordered))

    def add_block(self, block: _Block, labels: int) -> None:
        """The headers of a block, and its rows; those of own cells stand behind so many columns of labels."""
        aligned, values = block.is_aligned, block.values
        labels = block.labels if aligned else labels
        if not block.data or (aligned and block.is_headed_by_place):
            self._add_rows(block.head)
        else:
            self._add_head(block.head, labels, values)
        if aligned:
            self._add_rows(block.rows)
            return
        data = set(map(id, block.data))
        for row in block.rows:
            if id(row) in data:
                self._add_own(row, labels, values)
            else:
                self._add_labels(row, labels)

    def _add_rows(self, rows: Sequence[Row]) -> None:
        """Rows whose cells stand in the columns of their numbers."""
        for row in rows:
            for column, cell in enumerate(row):
                self._put(cell, self._rows, column)
            self._rows += 1

    def _add_own(self, row: Row, labels: int, values: int) -> None:
        """A row of own cells: the last label reaches to the values."""
        begin = _labels(row)
        fits = _trimmed(row) <= begin + values <= len(row)
        heads = [cell for cell in row[:begin] if cell.text]
        for column, cell in enumerate(heads):
            self._put(cell, self._rows, column, colspan=labels - column if cell is heads[-1] else 1)
        first, end = (labels, begin + values) if fits else (max(labels, self._beside), len(row))
        for column, cell in enumerate(row[begin:end], first):
            self._put(cell, self._rows, column)
        self._rows += 1

    def _add_labels(self, row: Row, labels: int) -> None:
        """A row without values; texts that are more than there are columns of labels stand in rows of their own."""
        heads = [cell for cell in row if cell.text]
        self._add_rows([heads] if len(heads) <= labels else [[cell] for cell in heads])

    def _add_head(self, head: Sequence[Row], labels: int, columns: int) -> None:
        """Headers over the columns that they tell; in a list where they tell none."""
        texts = [[cell for cell in row if cell.text] for row in head]
        spans = iter(spans_of([[cell.text for cell in row] for row in texts], columns) or ())
        rows = [list(zip(row, spans, strict=False)) for row in texts]
        if any(len(row) < len(own) or _stubs(row) > labels for own, row in zip(texts, rows, strict=True)):
            self._add_rows([[cell] for row in texts for cell in row])
            return
        end = self._rows + len(rows)
        for row in rows:
            stubs = _stubs(row)
            for column, (cell, span) in enumerate(row):
                if span:
                    self._put_header(cell, span, labels, end)
                elif len(row) == 1:  # a title
                    self._put(cell, self._rows, 0, colspan=labels + columns)
                else:
                    self._put(cell, self._rows, column, colspan=labels - column if column == stubs - 1 else 1)
            self._rows += 1

    def _put_header(self, cell: Token, span: Span, labels: int, end: int) -> None:
        rows = 1 if span.is_group else end - self._rows
        self._put(cell, self._rows, labels + span.first, colspan=span.end - span.first, rowspan=rows)

    def _put(self, cell: Token, row: int, column: int, colspan: int = 1, rowspan: int = 1) -> None:
        self._cells.append(
            ObservedCell(row=row, column=column, rowspan=rowspan, colspan=colspan, start=cell.start, end=cell.end)
        )
