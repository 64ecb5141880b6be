"""Statutory tables as finished words: the layout of the form, its headers in a locale, formatted cells."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

import attrs

from govdisclosure.cell import Absent, CellValue, LessThan
from govdisclosure.codelist import CodeList
from govdisclosure.form import CellForm, Form, compile_form
from govdisclosure.grid import Grid, GridCell, Part, grids, unprinted, usual
from govdisclosure.locales import Formatter
from govdisclosure.locales.tables import header_text
from govdisclosure.model import Statistics
from govdisclosure.renderers.blocks import Sheet, SheetCell, SheetPart

__all__ = ["cell_text", "sheets"]


def sheets(
    statistics: Statistics,
    form: Formatter,
    severities: Mapping[str, str],
    values: Mapping[str, CellValue | None] | None = None,
) -> tuple[tuple[CodeList | None, Sheet], ...]:
    """The tables of a report, each with the content of the report in which it stands.

    ``values`` are its cells by path, where they are known already.
    """
    tables = compile_form(type(statistics))
    filler = _Filler(statistics, values or tables.values(statistics), form, severities)
    key: Any = tables.cls
    rows = unprinted(statistics)
    layouts = _usual(key, rows, form) if rows is not None else _Headers(tables, form).layouts(grids(statistics))
    return tuple([(layout.section, filler.sheet(layout)) for layout in layouts])


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


# --- what the form prints: the same for every report that prints the same rows ----------------------------


@attrs.frozen
class _Slot:
    """Where a cell of the report goes."""

    path: str
    declared: CellForm | None
    #: Whether a number that is not below zero is written without a sign.
    unsigned: bool


_Row = tuple[SheetCell | _Slot, ...]


@attrs.frozen
class _LayoutPart:
    banner: str | None
    head: tuple[tuple[SheetCell, ...], ...]
    rows: tuple[_Row, ...]
    depth: int
    width: int


@attrs.frozen
class _Layout:
    """A table in a locale, without the cells of a report."""

    section: CodeList | None
    caption: str
    anchor: str
    parts: tuple[_LayoutPart, ...]
    width: int


@cache
def _usual(cls: Any, rows: frozenset[str], form: Formatter) -> tuple[_Layout, ...]:
    return _Headers(compile_form(cls), form).layouts(usual(cls, rows))


class _Headers:
    """One form's headers in one locale's words."""

    def __init__(self, tables: Form, form: Formatter) -> None:
        self.tables, self.form = tables, form

    def layouts(self, grids: tuple[Grid, ...]) -> tuple[_Layout, ...]:
        return tuple(self.layout(grid) for grid in grids)

    def layout(self, grid: Grid) -> _Layout:
        caption = self.form.texts.label(grid.table.context, grid.table.mark.title)
        parts = tuple(self.part(part) for part in grid.parts)
        return _Layout(grid.table.mark.section, caption, grid.table.path, parts, grid.width)

    def part(self, part: Part) -> _LayoutPart:
        banner = header_text(part.banner, self.form.texts) if part.banner else None
        head = tuple(tuple(self.header(cell) for cell in row) for row in part.head)
        rows = tuple(
            tuple(self.slot(cell.path) if cell.path else self.header(cell) for cell in row) for row in part.rows
        )
        return _LayoutPart(banner, head, rows, part.depth, part.width)

    def slot(self, path: str) -> _Slot:
        declared = self.tables.cell(path)
        return _Slot(path, declared, declared is not None and not declared.kind.signed)

    def header(self, cell: GridCell) -> SheetCell:
        if cell.unit is not None:
            return SheetCell(self.form.texts.code(cell.unit), "unit")
        if cell.header is None:
            kind = "text" if cell.kind == "body" else cell.kind
            return SheetCell(cell.text, kind, cell.rowspan, cell.colspan, own=bool(cell.text))
        own = not cell.header.context
        text = cell.header.text if own else header_text(cell.header, self.form.texts)
        return SheetCell(text, cell.kind, cell.rowspan, cell.colspan, cell.indent, own)


# --- what the report fills in -----------------------------------------------------------------------------


class _Filler:
    """One report's cells, written into layouts."""

    def __init__(
        self,
        statistics: Statistics,
        values: Mapping[str, CellValue | None],
        form: Formatter,
        severities: Mapping[str, str],
    ) -> None:
        self.values, self.form, self.severities = values, form, severities
        self.printed = dict(statistics.printed)

    def sheet(self, layout: _Layout) -> Sheet:
        return Sheet(layout.caption, layout.anchor, tuple([self.part(part) for part in layout.parts]), layout.width)

    def part(self, part: _LayoutPart) -> SheetPart:
        return SheetPart(part.banner, part.head, tuple([self.row(row) for row in part.rows]), part.depth, part.width)

    def row(self, row: _Row) -> tuple[SheetCell, ...]:
        values, form, severities, printed = self.values, self.form, self.severities, self.printed
        made = []
        for cell in row:
            if isinstance(cell, SheetCell):
                made.append(cell)
                continue
            path = cell.path
            value = values[path]
            if cell.unsigned and type(value) is int and path not in printed:  # nearly every cell
                words, severity = _count(form, value), severities.get(path)
                made.append(SheetCell(words, "number", 1, 1, 0, False, path, severity, value))
            else:
                made.append(self.other(cell, value))
        return tuple(made)

    def other(self, slot: _Slot, value: CellValue | None) -> SheetCell:
        path, severity = slot.path, self.severities.get(slot.path)
        if path in self.printed:
            return SheetCell(self.printed[path], "number", own=True, anchor=path, severity=severity)
        if value is None or slot.declared is None:
            return SheetCell("", "empty")
        text = cell_text(value, slot.declared, self.form)
        if isinstance(value, int | Decimal):
            return SheetCell(text, "number", anchor=path, severity=severity, value=value)
        kind = "number" if isinstance(value, LessThan) else "absent"
        return SheetCell(text, kind, anchor=path, severity=severity)


@lru_cache(maxsize=8192)  # most counts are small
def _count(form: Formatter, value: int) -> str:
    return form.number(value)
