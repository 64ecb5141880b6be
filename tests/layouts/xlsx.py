"""Reports as workbooks: everything on one sheet, or each table on a sheet of its own."""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import attrs
from tests.layouts.page import Block, Cell, Page, Prose, Sheet
from xlsxwriter import Workbook

from govdisclosure.grid import placed

__all__ = ["page_xlsx"]

_WHOLE, _POINT, _GROUPED = re.compile(r"-?\d{1,15}"), re.compile(r"\d{1,12}\.(\d+)"), re.compile(r"\d{1,3}(,\d{3})+")


@attrs.define
class _Pen:
    """Where the next row of a worksheet is written."""

    book: Any
    sheet: Any
    texts: bool
    row: int = 0

    def format(self, **look: Any) -> Any:
        """A format of cells."""
        return self.book.add_format({"border": 1, "text_wrap": True, "align": "center", **look})


def page_xlsx(page: Page) -> bytes:
    """The document as a workbook."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"created": datetime(2024, 1, 1, tzinfo=UTC)})
    for number, blocks in enumerate(_leaves(page), 1):
        sheet = book.add_worksheet(f"Sheet{number}")
        pen = _Pen(book, sheet, "texts" in page.wishes)
        for block in blocks:
            _block(pen, block)
        lines = [line for block in blocks if isinstance(block, Sheet) for line in block.lines]
        if number > 1 and lines and all(line.ghost for line in lines):
            sheet.hide()
    book.close()
    return out.getvalue()


def _leaves(page: Page) -> Iterator[list[Block]]:
    """The blocks of each worksheet: all of them, or up to each table."""
    leaf: list[Block] = []
    for block in page.blocks:
        leaf.append(block)
        if "leaves" in page.wishes and isinstance(block, Sheet):
            yield leaf
            leaf = []
    if leaf:
        yield leaf


def _block(pen: _Pen, block: Block) -> None:
    if isinstance(block, Prose):
        pen.sheet.write_string(pen.row, 0, block.text)
        pen.row += 1
    elif isinstance(block, Sheet):
        _table(pen, block)


def _table(pen: _Pen, sheet: Sheet) -> None:
    for down, cells in enumerate(placed([line.cells for line in sheet.lines])):
        for column, cell in cells:
            _cell(pen, pen.row + down, column, cell)
        if sheet.lines[down].ghost:
            pen.sheet.set_row(pen.row + down, None, None, {"hidden": True})
    pen.row += len(sheet.lines) + 1


def _cell(pen: _Pen, row: int, column: int, cell: Cell) -> None:
    if cell.rowspan > 1 or cell.colspan > 1:
        pen.sheet.merge_range(row, column, row + cell.rowspan - 1, column + cell.colspan - 1, "", pen.format())
    if cell.struck or cell.mark:
        _rich(pen, row, column, cell)
    elif cell.role == "body" and not pen.texts and (shown := _number_format(cell.text)):
        number = float(cell.text.replace(",", ""))
        pen.sheet.write_number(row, column, number, pen.format(num_format=shown))
    elif cell.text:
        pen.sheet.write_string(row, column, cell.text.replace("\r", ""), pen.format())


def _number_format(text: str) -> str:
    """How a number is shown as it is printed; nothing for what a person would have to type as text."""
    if _WHOLE.fullmatch(text):
        return "0"
    if _GROUPED.fullmatch(text):
        return "#,##0"
    point = _POINT.fullmatch(text)
    return f"0.{'0' * len(point[1])}" if point else ""


def _rich(pen: _Pen, row: int, column: int, cell: Cell) -> None:
    """Text with crossed-out or raised signs."""
    struck = (pen.book.add_format({"font_strikeout": True}), cell.struck) if cell.struck else ()
    mark = (pen.book.add_format({"font_script": 1}), cell.mark) if cell.mark else ()
    pen.sheet.write_rich_string(row, column, *struck, cell.text, *mark, pen.format())
