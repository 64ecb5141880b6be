"""Where the cells of a form stand in its entry workbook."""

from collections.abc import Iterator, Mapping

import attrs

from govdisclosure.cell import Absent
from govdisclosure.form import Form, filled_of
from govdisclosure.grid import Grid, GridCell, grids, placed
from govdisclosure.model import Statistics

__all__ = ["At", "PlacedCell", "TableSheet", "to_fill_in"]


@attrs.frozen
class At:
    """A place in the workbook: the name of the sheet, row and column from 0."""

    sheet: str
    row: int
    column: int


@attrs.frozen
class PlacedCell:
    """A cell of the layout and the area that it takes: top, left, bottom, right."""

    cell: GridCell
    area: tuple[int, int, int, int]


@attrs.frozen
class TableSheet:
    """A table on its sheet: banners of its parts, cells, and the place of each cell of the form by its path."""

    grid: Grid
    cells: tuple[PlacedCell, ...]
    places: Mapping[str, tuple[int, int]]
    #: The row behind its headers, where it has one part.
    first_body: int | None
    last_row: int


def to_fill_in(form: Form, first_row: int) -> Iterator[TableSheet]:
    """The tables of a form with all rows that it prints itself, none that stands in place of others."""
    replacing = {other for _, other in form.alternatives}
    values = {
        cell.path: Absent.BLANK
        for table in form.tables
        for row in table.rows
        if row.repeats is None and row.optional not in replacing
        for cell in row.cells.values()
    }
    statistics: Statistics = filled_of(form.cls, values)
    return (_sheet(grid, first_row) for grid in grids(statistics))


def _sheet(grid: Grid, first_row: int) -> TableSheet:
    cells: list[PlacedCell] = []
    row, first_body = first_row, None
    for part in grid.parts:
        if part.banner is not None and len(grid.parts) > 1:
            cells.append(PlacedCell(GridCell(kind="banner", header=part.banner), (row, 0, row, grid.width - 1)))
            row += 1
        rows = placed([*part.head, *part.rows])
        for offset, line in enumerate(rows):
            for column, cell in line:
                end = column + cell.colspan
                right = grid.width if end == part.width else end  # the last column takes the rest
                cells.append(PlacedCell(cell, (row + offset, column, row + offset + cell.rowspan - 1, right - 1)))
        first_body = first_body or row + len(part.head)
        row += len(rows)
    places = {one.cell.path: one.area[:2] for one in cells if one.cell.path is not None}
    return TableSheet(grid, tuple(cells), places, first_body if len(grid.parts) == 1 else None, row - 1)
