"""Tables as the form prints them, with numbers whose sums hold: what every variation starts from."""

import itertools
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from random import Random

from tests.layouts.page import Cell, Line, Sheet

import conformance
import govdisclosure as gd
from govdisclosure import catalog
from govdisclosure.cell import CellValue
from govdisclosure.form import Form
from govdisclosure.grid import Grid, GridCell, Part, grids, placed
from govdisclosure.model import Statistics

__all__ = ["form_of", "restretched", "sheets", "years"]

#: How many sets of numbers are settled for each form; documents are sums and multiples of two of them.
_POOL = 16

Values = dict[str, CellValue | None]


def form_of(form_id: str) -> Form:
    """A form that has tables."""
    form = catalog.tables(form_id)
    if form is None:
        raise ValueError(f"{form_id} has no tables")
    return form


def years(form_id: str) -> tuple[int, ...]:
    """Years whose reports follow the form."""
    return {"cn-2014": tuple(range(2014, 2019)), "cn-2019": (2019, 2020)}.get(form_id, tuple(range(2021, 2026)))


# --- numbers ----------------------------------------------------------------------------------------------


@cache
def _blank(form_id: str) -> Statistics:
    """Empty tables with the first of rows that are alternatives."""
    form = form_of(form_id)
    return conformance.with_rows(gd.blank(form.cls), {first for first, _ in form.alternatives})


@cache
def _settled(form_id: str, index: int) -> Values:
    """Numbers whose sums hold, most of them zero as in most reports."""
    form, chosen = form_of(form_id), Random(f"base-{form_id}-{index}")  # noqa: S311 - not for secrets
    empty = _blank(form_id)
    values: Values = {path: value if value is None else _drawn(chosen) for path, value in form.values(empty).items()}
    return conformance.settled(form, values, empty)


def _drawn(chosen: Random) -> int:
    return chosen.choice((0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, chosen.randrange(4, 40)))


def _values(form: Form, form_id: str, chosen: Random) -> Values:
    """A multiple of one set plus a multiple of another: sums that hold in both hold in their sum."""
    first, second = (_settled(form_id, chosen.randrange(_POOL)) for _ in range(2))
    by, of = chosen.choice((0, 1, 1, 2, 7)), chosen.choice((1, 1, 2, 3, 11))
    made: Values = {}
    for path, value in first.items():
        other = second[path]
        if isinstance(value, int) and isinstance(other, int):
            made[path] = value * by + other * of
        if value is not None and (kind := form.cells[path].kind).exact:
            made[path] = Decimal(chosen.randrange(10**6)).scaleb(-chosen.choice((0, 1, 2, 2, 4)))
        elif value is not None and kind.low < 0:
            made[path] = chosen.choice((0, 0, chosen.randrange(-9, 30)))
    return made


# --- layout -----------------------------------------------------------------------------------------------


def sheets(form_id: str, chosen: Random) -> list[Sheet]:
    """The tables of a form, filled."""
    form = form_of(form_id)
    values = _values(form, form_id, chosen)
    return [_sheet(form, grid, values) for grid in grids(_blank(form_id))]


def _sheet(form: Form, grid: Grid, values: Values) -> Sheet:
    rows = {cell.path: row.path for row in grid.table.rows for cell in row.cells.values()}
    width = grid.width
    lines = [line for index, part in enumerate(grid.parts) for line in _part(part, index, width)]
    for cell in itertools.chain.from_iterable(line.cells for line in lines):
        if cell.path:
            cell.value = values[cell.path]
            cell.text = str(cell.value)
            _name_unit(form, cell)
    for line in lines:
        line.row = next((rows[cell.path] for cell in line.cells if cell.path), None)
    return Sheet(lines=lines, path=grid.table.path, width=width)


def _name_unit(form: Form, cell: Cell) -> None:
    """The unit in the cell, where no header names it: the form asks for that."""
    one = form.cells[cell.path or ""]
    if one.kind.exact and one.columns and not any("元" in header.text for header in one.columns):
        cell.text, cell.note = f"{cell.text}万元", True


def _part(part: Part, index: int, width: int) -> list[Line]:
    head = [Line(cells=[_cell(one) for one in row], head=True, part=index) for row in part.head]
    rows = [Line(cells=[_cell(one) for one in row], part=index) for row in part.rows]
    lines = [*head, *rows]
    restretched(lines, part.width, width, part.depth)
    if part.banner:
        banner = Cell(text=part.banner.text, role="banner", colspan=width)
        lines.insert(0, Line(cells=[banner], head=True, part=index))
    return lines


def _cell(one: GridCell) -> Cell:
    words = one.header.text if one.header else one.text or (one.unit.label if one.unit else "")
    path = one.path if one.kind == "body" else None
    return Cell(text=words, role=one.kind, path=path, rowspan=one.rowspan, colspan=one.colspan)


def restretched(lines: list[Line], width: int, wanted: int, fixed: int = 0) -> None:
    """Spread columns over a wider table; the first ones keep their width."""
    if width >= wanted or width <= fixed:
        return
    edges = [*range(fixed), *(fixed + (i * (wanted - fixed)) // (width - fixed) for i in range(width - fixed + 1))]
    for column, cell in _with_columns(lines):
        cell.colspan = edges[column + cell.colspan] - edges[column]


def _with_columns(lines: list[Line]) -> Iterator[tuple[int, Cell]]:
    return itertools.chain.from_iterable(placed([line.cells for line in lines]))
