"""Tables that are none in the markup: boxes, lists and definitions that a style sheet sets in rows and columns."""

from collections.abc import Callable, Iterator
from random import Random

from tests.layouts.html import inside
from tests.layouts.kind import Kind
from tests.layouts.page import Cell, Line, Page, Sheet

from govdisclosure.grid import placed

__all__ = ["KINDS"]

_HTML = frozenset({"html"})
#: The class names that people give to tables, rows and cells.
_NAMES = (("table", "tr", "td"), ("tb", "row", "col"), ("el-table", "el-row", "el-col"), ("grid", "line", "item"))


def _all_places(sheet: Sheet) -> list[list[Cell]]:
    """A cell for each place of the table, empty where one reaches from elsewhere."""
    made = [[Cell(role="empty") for _ in range(sheet.width)] for _ in sheet.lines]
    for row, cells in zip(made, placed([line.cells for line in sheet.lines]), strict=True):
        for column, cell in cells:
            row[column] = cell
    return made


def _rows(sheet: Sheet, *, filled: bool) -> Iterator[tuple[Line, list[Cell]]]:
    cells = _all_places(sheet) if filled else [line.cells for line in sheet.lines]
    return zip(sheet.lines, cells, strict=True)


def _shown(line: Line, display: str = "") -> str:
    """The attribute that says how a row is displayed, where something does."""
    display = "none" if line.ghost else display
    return f' style="display:{display}"' if display else ""


def _flex(page: Page, chosen: Random) -> None:
    """Flexible boxes as wide as the columns that a cell spans; a row has its own cells only."""
    table, tr, td = chosen.choice(_NAMES)

    def write(page: Page, sheet: Sheet) -> str:
        rows = ""
        for line, cells in _rows(sheet, filled=False):
            inner = "".join(f'<div class="{td}" style="flex:{c.colspan}">{inside(page, c)}</div>' for c in cells)
            rows += f'<div class="{tr}"{_shown(line, "flex")}>{inner}</div>\n'
        return f'<div class="{table}">{rows}</div>'

    page.look.sheet = write


def _displayed(page: Page, chosen: Random) -> None:
    """Boxes that are displayed as a table; each place of it has one."""

    def write(page: Page, sheet: Sheet) -> str:
        rows = ""
        for line, cells in _rows(sheet, filled=True):
            inner = "".join(f'<div style="display:table-cell">{inside(page, c)}</div>' for c in cells)
            rows += f"<div{_shown(line, 'table-row')}>{inner}</div>\n"
        return f'<div style="display: table; width:100%">{rows}</div>'

    page.look.sheet = write


def _listed(page: Page, chosen: Random) -> None:
    """A list for each row."""
    filled = chosen.random() < 0.5

    def write(page: Page, sheet: Sheet) -> str:
        rows = ""
        for line, cells in _rows(sheet, filled=filled):
            inner = "".join(f"<li>{inside(page, cell)}</li>" for cell in cells)
            rows += f'<ul class="tr clearfix"{_shown(line)}>{inner}</ul>\n'
        return f'<div class="ul-table">{rows}</div>'

    page.look.sheet = write


def _defined(page: Page, chosen: Random) -> None:
    """A list of definitions for each row: its first cell is the term."""

    def write(page: Page, sheet: Sheet) -> str:
        rows = ""
        for line, cells in _rows(sheet, filled=False):
            first, *rest = [inside(page, cell) for cell in cells]
            inner = f"<dt>{first}</dt>{''.join(f'<dd>{words}</dd>' for words in rest)}"
            rows += f"<dl{_shown(line)}>{inner}</dl>\n"
        return f"<div>{rows}</div>"

    page.look.sheet = write


def _spans(page: Page, chosen: Random) -> None:
    """Boxes in a line, with widths in per cent, each row a paragraph."""

    def write(page: Page, sheet: Sheet) -> str:
        rows = ""
        for line, cells in _rows(sheet, filled=False):
            inner = "".join(_inline(page, cell, sheet.width) for cell in cells)
            rows += f"<p{_shown(line)}>{inner}</p>\n"
        return f'<div class="sheet">{rows}</div>'

    page.look.sheet = write


def _inline(page: Page, cell: Cell, width: int) -> str:
    share = 100 * cell.colspan / width
    return f'<span style="display:inline-block;width:{share:.1f}%">{inside(page, cell)}</span>'


_WRITERS: dict[str, Callable[[Page, Random], None]] = {
    "boxes-flexible": _flex,
    "boxes-as-table": _displayed,
    "lists-as-rows": _listed,
    "definitions-as-rows": _defined,
    "boxes-in-lines": _spans,
}

KINDS = tuple(Kind(name, "element", apply, media=_HTML) for name, apply in _WRITERS.items())
