"""Statutory tables as finished words: the layout of the form, its headers in a locale, formatted cells."""

from collections.abc import Mapping
from decimal import Decimal

from govdisclosure.cell import Absent, CellValue, LessThan
from govdisclosure.codelist import CodeList
from govdisclosure.form import CellForm, Form, compile_form
from govdisclosure.grid import Grid, GridCell, Part, grids
from govdisclosure.locales import Formatter
from govdisclosure.locales.tables import header_text
from govdisclosure.model import Statistics
from govdisclosure.renderers.blocks import Sheet, SheetCell, SheetPart

__all__ = ["cell_text", "sheets"]


def sheets(
    statistics: Statistics, form: Formatter, severities: Mapping[str, str]
) -> tuple[tuple[CodeList | None, Sheet], ...]:
    """The tables of a report, each with the content of the report in which it stands."""
    tables = compile_form(type(statistics))
    maker = _Maker(statistics, tables, form, severities)
    return tuple((grid.table.mark.section, maker.sheet(grid)) for grid in grids(statistics))


def cell_text(value: CellValue, cell: CellForm, form: Formatter) -> str:
    """What stands in a cell: nothing for a blank, ``/`` where it does not apply, a sign before a change."""
    match value:
        case Absent.BLANK:
            return ""
        case Absent.NOT_APPLICABLE:
            return "/"
        case Absent():
            return f"[{form.texts.code(value)}]"
        case LessThan(bound=bound):
            return f"<{form.number(bound)}"
    sign = "+" if cell.kind.signed and value > 0 else ""
    return sign + form.number(value)


class _Maker:
    """One report's cells and one locale's words, while tables are made of them."""

    def __init__(self, statistics: Statistics, tables: Form, form: Formatter, severities: Mapping[str, str]) -> None:
        self.tables, self.form, self.severities = tables, form, severities
        self.printed = dict(statistics.printed)
        self.values = tables.values(statistics)

    def sheet(self, grid: Grid) -> Sheet:
        caption = self.form.texts.label(grid.table.context, grid.table.mark.title)
        return Sheet(caption, grid.table.path, tuple(self.part(part) for part in grid.parts), grid.width)

    def part(self, part: Part) -> SheetPart:
        banner = header_text(part.banner, self.form.texts) if part.banner else None
        head = tuple([tuple([self.cell(cell) for cell in row]) for row in part.head])
        rows = tuple([tuple([self.cell(cell) for cell in row]) for row in part.rows])
        return SheetPart(banner, head, rows, part.depth, part.width)

    def cell(self, cell: GridCell) -> SheetCell:
        path = cell.path
        if path is not None:
            return self.body(path)
        if cell.unit is not None:
            return SheetCell(self.form.texts.code(cell.unit), "unit")
        if cell.header is None:
            kind = "text" if cell.kind == "body" else cell.kind
            return SheetCell(cell.text, kind, cell.rowspan, cell.colspan, own=bool(cell.text))
        own = not cell.header.context
        text = cell.header.text if own else header_text(cell.header, self.form.texts)
        return SheetCell(text, cell.kind, cell.rowspan, cell.colspan, cell.indent, own)

    def body(self, path: str) -> SheetCell:
        value = self.values[path]
        severity = self.severities.get(path)
        if path in self.printed:
            return SheetCell(self.printed[path], "number", own=True, anchor=path, severity=severity)
        if type(value) is int and value >= 0:  # nearly every cell
            declared = self.tables.cells.get(path)
            if declared is not None and declared.kind.low == 0:
                return SheetCell(self.form.number(value), "number", anchor=path, severity=severity, value=value)
        declared = self.tables.cell(path)
        if value is None or declared is None:
            return SheetCell("", "empty")
        text = cell_text(value, declared, self.form)
        if isinstance(value, int | Decimal):
            return SheetCell(text, "number", anchor=path, severity=severity, value=value)
        kind = "number" if isinstance(value, LessThan) else "absent"
        return SheetCell(text, kind, anchor=path, severity=severity)
