"""Rows that were written cell by cell to a grid: values stand under their headers, whatever became of merged cells.

A text either keeps a place for every place of the table, so that cells stand under each other by their number, or it
has only the *own cells* of each row: then the last cells of a row are its values, and the headers are put over them as
:mod:`govdisclosure.readers.plain.heads` tells. Nothing stands over a value by accident: headers whose places are not
known stand in a list, each in a row of its own, and rows with more or fewer values than others have them beside
all columns.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from govdisclosure.limits import Limits
from govdisclosure.readers.observed import ObservedCell, ObservedGrid
from govdisclosure.readers.plain.heads import Span, columns_of, is_header, lack, spans_of
from govdisclosure.readers.plain.tokens import Token, check_places, is_number, row_of

__all__ = ["grid_of_cells", "settled_grid"]

#: Of the rows with numbers, so many may have words among them.
_STRAY = 0.08


def grid_of_cells(rows: Iterable[Iterable[Token]], limits: Limits) -> ObservedGrid | None:
    """A grid of rows that hold their cells one after the other, empty ones where the text has them."""
    return _grid(_blocks(_read(rows, limits)), limits)


def settled_grid(rows: Iterable[Iterable[Token]], limits: Limits) -> ObservedGrid | None:
    """The same where nothing else is possible: all rows have as many values as there are headers over them."""
    blocks = _blocks(_read(rows, limits))
    return _grid(blocks, limits) if all(block.is_settled for block in blocks) else None


def _grid(blocks: "Sequence[_Block]", limits: Limits) -> ObservedGrid | None:
    aligned = [block.is_aligned for block in blocks]
    labels = max((block.labels for block, one in zip(blocks, aligned, strict=True) if not one), default=0)
    grid = _Grid(limits, beside=labels + max((block.values for block in blocks), default=0))
    for block, one in zip(blocks, aligned, strict=True):
        grid.add_block(block, labels, aligned=one)
    return grid.made()


class _Row:
    """The cells of a row, and what they are."""

    def __init__(self, cells: list[Token]) -> None:
        self.cells = cells
        #: The place of the first printed number; behind all cells where there is none.
        self.first = len(cells)
        #: How many cells stand before the values: up to the last text before the first number.
        self.labels = 0
        #: The number of cells up to the last that is not empty, and up to the last printed number.
        self.kept = self.numbered = 0
        for at, cell in enumerate(cells):
            if cell.text:
                self.kept = at + 1
                if is_number(cell):
                    self.first = min(self.first, at)
                    self.numbered = at + 1
                elif self.first == len(cells):
                    self.labels = at + 1

    @property
    def texts(self) -> list[Token]:
        """The cells that are not empty."""
        return [cell for cell in self.cells if cell.text]

    def is_blank_as(self, other: "_Row") -> bool:
        """Whether it is empty where another row has values."""
        size = len(self.cells)
        in_place = size == len(other.cells) and self.labels <= other.first
        return self.labels < size and (in_place or size - self.labels == len(other.cells) - other.labels)


def _read(rows: Iterable[Iterable[Token]], limits: Limits) -> list[_Row]:
    made: list[_Row] = []
    widest = 0
    for row in rows:
        cells = row_of(row, limits)
        widest = max(widest, len(cells))
        check_places((len(made) + 1) * widest, limits)
        made.append(_Row(cells))
    return made


def _blocks(rows: Iterable[_Row]) -> "list[_Block]":
    """Rows under the same headers. What stands between rows with as many values, and heads no numbers, is labels."""
    made: list[_Block] = []
    for head, data in _runs(rows):
        block = _Block(*_with_last_header(head, data))
        if made and made[-1].goes_on_with(block):
            made[-1].rows += [*head, *data]
            made[-1].data += data
        else:
            made.append(block)
    return made


def _with_last_header(head: list[_Row], data: list[_Row]) -> tuple[list[_Row], list[_Row]]:
    """Headers and rows, where the last header of a list came to stand before the numbers as if it were their label."""
    if not data or data[0].labels != 1 or not is_header(data[0].cells[0].text):
        return head, data
    if any(row.labels for row in data[1:]):  # a list of cells, each under its whole name
        return head, data
    first, *values = data[0].cells
    texts = [[cell.text for cell in row.texts] for row in head]
    if not lack(texts, first.text) and columns_of([*texts, [first.text]]) != len(values):
        return head, data
    return [*head, _Row([first])], [_Row(values), *data[1:]]


def _runs(rows: Iterable[_Row]) -> Iterator[tuple[list[_Row], list[_Row]]]:
    """Rows with numbers that follow each other, behind the rows without over them."""
    head: list[_Row] = []
    data: list[_Row] = []
    for row in rows:
        if row.numbered or (data and row.is_blank_as(data[0])):
            data.append(row)
            continue
        if data:
            yield head, data
            head, data = [], []
        head.append(row)
    yield head, data


class _Block:
    """Rows of headers and the rows under them, of which those with numbers are ``data``."""

    def __init__(self, head: list[_Row], data: list[_Row]) -> None:
        self.head = head
        self.data = data
        self.rows = list(data)
        self._texts = [[cell.text for cell in row.texts] for row in head]
        #: How many values the headers tell; how many they tell, or else most rows have.
        self.told = columns_of(self._texts)
        self.width = self.told or self._most()

    def goes_on_with(self, other: "_Block") -> bool:
        """Whether the headers stand over further rows, too; of these each may lack a value."""
        if not (self.data and other.data) or other.told or other.width > self.width:
            return False
        return not (other.is_aligned and other.is_headed_by_place)

    @property
    def is_settled(self) -> bool:
        """Whether all rows have as many values as headers say."""
        widths = {len(row.cells) - row.labels for row in self.data}
        return widths <= {self.told}

    @property
    def is_aligned(self) -> bool:
        """Whether the values of all rows stand under each other by the number of their cells."""
        if self.head and len(self.head[-1].texts) == len(self.head[-1].cells):
            sizes = {len(row.cells) for row in (self.head[-1], *self.data)}
            if len(sizes) == 1:
                return True
        if len({len(row.cells) for row in self.data}) > 1 and any(row.kept < len(row.cells) for row in self.data):
            return False  # blank cells at the end are kept, and rows are of different lengths
        short = self.told and any(row.numbered - row.first != self.told for row in self.data)
        if short and not self.is_headed_by_place:
            return False
        first = self.first
        astray = sum(row.labels > first for row in self.data)
        return astray <= _STRAY * len(self.data)

    @property
    def ends_on_values(self) -> bool:
        """Whether the last cells of all rows are the values, and the first ones behind the labels are not.

        Then the text has cells for places that a merged label takes.
        """
        starts = [len(row.cells) - self.width for row in self.data]
        last = all(row.labels <= start <= row.first for start, row in zip(starts, self.data, strict=True))
        return last and not all(row.kept <= row.labels + self.width for row in self.data)

    @property
    def first(self) -> int:
        """The first cell of a row in which a number stands."""
        return min((row.first for row in self.data if row.numbered), default=0)

    @property
    def labels(self) -> int:
        """The columns before the values where rows have cells of their own."""
        return max((row.labels for row in self.data), default=0)

    @property
    def last(self) -> int:
        """The column behind the last text where values stand under each other."""
        return max((row.kept for row in self.data), default=0)

    @property
    def values(self) -> int:
        """How many values the rows have."""
        return self.last - self.first if self.is_aligned else self.width

    def _most(self) -> int:
        """How many values most rows have; of several numbers that are as frequent the largest."""
        if not self.data:
            return 0
        every = Counter(len(row.cells) - row.labels for row in self.data)
        kept = Counter(row.kept - row.labels for row in self.data)
        return max((rows, cells) for many in (kept, every) for cells, rows in many.items())[1]

    @property
    def is_headed_by_place(self) -> bool:
        """Whether headers keep the places that merged cells take: then they reach to the last column, or have gaps."""
        rows = [row.kept >= self.last or row.kept > len(row.texts) for row in self.head if row.kept > 1]
        return bool(rows) and (all(rows) if self.told else any(rows))


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

    def add_block(self, block: _Block, labels: int, *, aligned: bool) -> None:
        """The headers of a block, and its rows; those of own cells stand behind so many columns of labels."""
        labels = block.first if aligned else labels
        if not block.data or (aligned and block.is_headed_by_place):
            self._add_rows(row.cells for row in block.head)
        else:
            self._add_head(block.head, labels, block.values)
        if aligned:
            self._add_rows(row.cells for row in block.rows)
            return
        values = block.values
        data = set(map(id, block.data))
        last = block.ends_on_values
        for row in block.rows:
            if id(row) in data:
                self._add_own(row, labels, values, len(row.cells) - values if last else row.labels)
            else:
                self._add_labels(row, labels)

    def _add_rows(self, rows: Iterable[Sequence[Token]]) -> None:
        """Rows whose cells stand in the columns of their numbers."""
        for row in rows:
            for column, cell in enumerate(row):
                self._put(cell, self._rows, column)
            self._rows += 1

    def _add_own(self, row: _Row, labels: int, values: int, start: int) -> None:
        """A row of own cells, whose values begin at ``start``: the last label reaches to them."""
        fits = row.kept <= start + values <= len(row.cells)
        heads = [cell for cell in row.cells[: row.labels] if cell.text]
        for column, cell in enumerate(heads):
            self._put(cell, self._rows, column, colspan=labels - column if cell is heads[-1] else 1)
        first, end = (labels, start + values) if fits else (max(labels, self._beside), len(row.cells))
        for column, cell in enumerate(row.cells[start if fits else row.labels : end], first):
            self._put(cell, self._rows, column)
        self._rows += 1

    def _add_labels(self, row: _Row, labels: int) -> None:
        """A row without values; texts that are more than there are columns of labels stand in rows of their own."""
        heads = row.texts
        self._add_rows([heads] if len(heads) <= labels else [[cell] for cell in heads])

    def _add_head(self, head: Sequence[_Row], labels: int, columns: int) -> None:
        """Headers over the columns that they tell; in a list where they tell none."""
        texts = [row.texts for row in head]
        spans = iter(spans_of([[cell.text for cell in row] for row in texts], columns) or ())
        rows = [list(zip(row, spans, strict=False)) for row in texts]
        if any(len(row) < len(own) or _stubs(row) > labels for own, row in zip(texts, rows, strict=True)):
            self._add_rows([cell] for row in texts for cell in row)
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
