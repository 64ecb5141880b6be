"""XLSX: a sheet for what the report says of itself, for the findings, each table, the text, and the list of facts."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from xlsxwriter.worksheet import Worksheet

from govdisclosure.grid import placed
from govdisclosure.renderers.blocks import Block, Cell, Heading, Page, Paragraph, Sheet, SheetCell, Table
from govdisclosure.spreadsheet import MOST, Book, Heights, cut, is_exact, number_format, width_of

__all__ = ["xlsx"]

Look = Mapping[str, Any]

_TOP: Look = {"valign": "top"}
_TITLE: Look = {"bold": True, "font_size": 14}
_HEADING: Look = {"bold": True, "font_size": 12, "valign": "top"}
_WRAPPED: Look = {"text_wrap": True, "valign": "top"}
_RECORD: Look = {}
_YEAR: Look = {"num_format": "0"}
_HEADER: Look = {"bold": True, "bg_color": "#F3F5F8", "border": 1, "text_wrap": True, "valign": "top"}
_BODY: Look = {"border": 1, "text_wrap": True, "valign": "top"}
_SHEET: Look = {"border": 1, "text_wrap": True, "valign": "vcenter"}
_CENTRE: Look = {**_SHEET, "align": "center"}
#: How cells look, by their kind; those of statutory tables apart.
_KINDS: Mapping[str, Look] = {
    "record": _RECORD,
    "header": _HEADER,
    "text": _BODY,
    "number": {**_BODY, "align": "right"},
    "sheet:column": {**_CENTRE, "bold": True},
    "sheet:corner": {**_SHEET, "bold": True},
    "sheet:banner": {**_CENTRE, "bg_color": "#E8F1F8"},
    "sheet:number": _CENTRE,
    "sheet:absent": _CENTRE,
    "sheet:unit": _CENTRE,
    "sheet:other": _SHEET,
}
#: A number that is one for the program too stands to the right by itself.
_NUMBER_CELL = "text"
_SEVERE: Mapping[str, str] = {"error": "#F4C7C3", "warning": "#FCE8B2", "info": "#E8F1F8"}
#: Widths of columns, in characters.
_LEAST, _WIDEST, _TEXT, _NUMBER, _HEADER_WIDTH = 9, 60, 100, 11, 40
#: One level of an outline.
_INDENT = 2


@lru_cache(maxsize=2**10)
def _look(kind: str, severity: str | None, number: str = "", indent: int = 0) -> Look:
    """How a cell of a kind looks; the same object every time."""
    look = dict(_KINDS[kind])
    if severity:
        look["bg_color"] = _SEVERE[severity]
    if number:
        look["num_format"] = number
    if indent:
        look["indent"] = indent * _INDENT
    return look


def xlsx(page: Page) -> bytes:
    """The page as a workbook."""
    writer = _Writer(page)
    writer.blocks(_first_heading(page.about), page.about + page.footer)
    if page.findings:
        writer.blocks(_first_heading(page.findings), page.findings)
    for block in page.blocks:
        if isinstance(block, Sheet):
            writer.statutory(block)
    for block in page.figures:
        if isinstance(block, Table):
            writer.blocks(block.caption, (Heading(2, block.caption), block))
    text = tuple(block for block in page.narrative if not isinstance(block, Sheet))
    if text:
        writer.blocks(_first_heading(text), text)
    facts = page.facts()
    writer.blocks(facts.caption, (facts,))
    return writer.book.done()


def _first_heading(blocks: Iterable[Block]) -> str:
    """What the tab of these blocks says: the caption of the first table, else the first heading."""
    named = [block for block in blocks if isinstance(block, Table | Heading)]
    tables = [block.caption for block in named if isinstance(block, Table)]
    return tables[0] if tables else next(block.text for block in named if isinstance(block, Heading))


class _Writer:
    """Writes blocks down, each on the sheet where it belongs."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.book = Book(right_to_left=page.direction == "rtl")
        #: Of the sheet that is being written.
        self.heights = Heights()
        #: What is longer than the cell in which it begins.
        self.rest: list[str] = []

    # --- blocks one below the other

    def blocks(self, name: str, blocks: Iterable[Block]) -> None:
        blocks = tuple(blocks)
        sheet, self.heights, row = self.book.sheet(name), Heights(), 0
        # Beside a table the first column is as wide as the table has it, and words above it run over the others.
        columns = _widths([block for block in blocks if isinstance(block, Table)])
        plain = not columns
        # Where columns begin at the right, words that run over the next ones have to begin there too.
        turned = {"align": "right"} if self.page.direction == "rtl" else {}
        for block in blocks:
            match block:
                case Heading():
                    look = _TITLE if block.level == 1 else _HEADING
                    row = self.words(sheet, row, block.text, {**look, **(_WRAPPED if plain else turned)})
                case Paragraph():
                    words = "".join(run.text for run in block.runs)
                    row = self.words(sheet, row, words, _WRAPPED if plain else {**_TOP, **turned})
                case Table():
                    row = self.table(sheet, row, block, columns) + 1
        for column, width in enumerate(columns or [_TEXT]):
            sheet.set_column(column, column, width)
        self.heights.set(sheet)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def words(self, sheet: Worksheet, row: int, words: str, look: Look) -> int:
        """A text down the first column; one that is longer than a cell goes on below. The row behind it."""
        for piece in cut(words):
            self.book.text(sheet, row, 0, piece, look)
            if "text_wrap" in look:
                self.heights.add(row, piece, _TEXT)
            row += 1
        return row

    def table(self, sheet: Worksheet, row: int, table: Table, columns: list[int]) -> int:
        """A table, its headers frozen; the row behind it."""
        for column, text in enumerate(table.head):
            self.book.text(sheet, row, column, text, _HEADER)
        if table.head:
            row += 1
            sheet.freeze_panes(row, 0)
            sheet.repeat_rows(row - 1)
        if table.name == "facts":
            return self.records(sheet, row, table)
        severities = table.severities or (None,) * len(table.rows)
        for cells, severity in zip(table.rows, severities, strict=True):
            row = self.row(sheet, row, cells, severity, columns)
        return row

    def records(self, sheet: Worksheet, row: int, table: Table) -> int:
        """Rows of data, without a frame and each on one line; the row behind them."""
        text, number = self.book.text, self.book.number
        for cells in table.rows:
            more = 1
            for column, cell in enumerate(cells):
                if cell.kind == "year" and cell.value is not None:
                    number(sheet, row, column, cell.value, _YEAR)
                elif cell.value is not None and is_exact(cell.value):
                    number(sheet, row, column, cell.value, _look("record", None, number_format(cell.value)))
                elif len(cell.text) <= MOST:
                    if cell.text:
                        text(sheet, row, column, cell.text, _RECORD)
                else:
                    pieces = cut(cell.text)
                    for below, piece in enumerate(pieces):
                        text(sheet, row + below, column, piece, _RECORD)
                    more = max(more, len(pieces))
            row += more
        return row

    def row(self, sheet: Worksheet, row: int, cells: tuple[Cell, ...], severity: str | None, columns: list[int]) -> int:
        """A row; texts that are longer than a cell go on below. The row behind it."""
        many = 1
        for column, cell in enumerate(cells):
            if cell.value is not None and is_exact(cell.value):
                form = number_format(cell.value, before=cell.around[0], behind=cell.around[1])
                self.book.number(sheet, row, column, cell.value, _look(_NUMBER_CELL, severity, form))
                continue
            look = _look(cell.kind if cell.kind in _KINDS else "text", severity)
            words = _said(cell) if cell.links else cell.text
            if not words:
                self.book.text(sheet, row, column, "", look)
                continue
            pieces = cut(words)
            for below, piece in enumerate(pieces):
                self.book.text(sheet, row + below, column, piece, look)
                self.heights.add(row + below, piece, columns[column])
            many = max(many, len(pieces))
        return row + many

    # --- statutory tables

    def statutory(self, block: Sheet) -> None:
        """A statutory table on a sheet of its own, its headers frozen."""
        sheet = self.book.sheet(block.caption)
        self.book.text(sheet, 0, 0, block.caption, _TITLE)
        row = 1
        for part in block.parts:
            if part.banner is not None and len(block.parts) > 1:
                self.spread(sheet, (row, 0, row, block.width - 1), part.banner, _KINDS["sheet:banner"])
                row += 1
            rows = placed(part.stretched(block.width))
            for offset, cells in enumerate(rows):
                for column, cell in cells:
                    self.sheet_cell(sheet, row + offset, column, cell)
            row += len(rows)
        for words in self.rest:
            row = self.words(sheet, row + 1, words, _WRAPPED)
        self.rest.clear()
        only = block.parts[0] if len(block.parts) == 1 else None
        sheet.freeze_panes(1 + len(only.head) if only else 1, block.parts[0].depth if block.parts else 0)
        self.sheet_widths(sheet, block)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def sheet_cell(self, sheet: Worksheet, row: int, column: int, cell: SheetCell) -> None:
        kind = f"sheet:{cell.kind}" if f"sheet:{cell.kind}" in _KINDS else "sheet:other"
        area = (row, column, row + cell.rowspan - 1, column + cell.colspan - 1)
        if cell.value is None or not is_exact(cell.value):
            self.spread(sheet, area, cell.text, _look(kind, cell.severity, indent=cell.indent))
            return
        look = _look(kind, cell.severity, number_format(cell.value, signed=cell.text.startswith("+")))
        if cell.rowspan > 1 or cell.colspan > 1:
            self.book.merge(sheet, area, look)
        self.book.number(sheet, row, column, cell.value, look)

    def spread(self, sheet: Worksheet, area: tuple[int, int, int, int], words: str, look: Look) -> None:
        """A text over an area; what a cell cannot hold of it goes on below the table."""
        if area[0] != area[2] or area[1] != area[3]:
            self.book.merge(sheet, area, look)
        first, *rest = cut(words)
        self.book.text(sheet, area[0], area[1], first, look)
        self.rest += rest

    def sheet_widths(self, sheet: Worksheet, block: Sheet) -> None:
        """The columns of row headers as wide as their words, the others alike; rows as high as their words."""
        depth = max((part.depth for part in block.parts), default=0)
        columns = [_NUMBER] * max(block.width, 1)
        rows = _rows_of(block)
        for column in range(depth):
            widths = [
                width_of(cell.text) + _INDENT * cell.indent
                for _, cells in rows
                for left, cell in cells
                if left == column and cell.colspan == 1
            ]
            columns[column] = min(max(max(widths, default=0) + 2, 6), _WIDEST if depth == 1 else _HEADER_WIDTH)
        heights = Heights()
        for row, cells in rows:
            for left, cell in cells:
                if cell.rowspan == 1 and cell.value is None:
                    heights.add(row, cell.text, sum(columns[left : left + cell.colspan]))
        heights.set(sheet)
        for column, width in enumerate(columns):
            sheet.set_column(column, column, width)


def _widths(tables: Iterable[Table]) -> list[int]:
    """The columns of a sheet as wide as the words of all its tables, within bounds."""
    columns: list[int] = []
    for table in tables:
        for row in (table.head, *([cell.text for cell in row] for row in table.rows)):
            columns += [_LEAST] * (len(row) - len(columns))
            for column, text in enumerate(row):
                if 2 * len(text) + 2 > columns[column]:  # no character is wider than two
                    columns[column] = max(columns[column], min(width_of(text[:_WIDEST]) + 2, _WIDEST))
    return columns


def _rows_of(block: Sheet) -> list[tuple[int, list[tuple[int, SheetCell]]]]:
    """The rows of a statutory table with their cells, by the row of the sheet in which they stand."""
    found: list[tuple[int, list[tuple[int, SheetCell]]]] = []
    row = 1
    for part in block.parts:
        row += part.banner is not None and len(block.parts) > 1
        for cells in placed(part.stretched(block.width)):
            found.append((row, cells))
            row += 1
    return found


def _said(cell: Cell) -> str:
    """The words of a cell, with those that only other formats make links of."""
    return "; ".join(filter(None, [cell.text, *(words for words, _ in cell.links)]))
