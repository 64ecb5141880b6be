"""Statutory tables as rows of texts, as converters leave of them: with merged cells, and without a trace of them."""

from collections.abc import Iterator
from random import Random

import attrs
from tests.tables import compiled

import conformance
import govdisclosure as gd
from govdisclosure.cell import Absent
from govdisclosure.grid import Grid, GridCell, Part, grids, placed

__all__ = ["HEADINGS", "Rows", "TableRows", "own_cells", "padded", "rows_of", "tables_of", "with_blanks"]

HEADINGS = ("二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况")

Rows = list[list[str]]
TableRows = list[list["Written"]]


@attrs.frozen
class Written:
    """A cell with its text and spans."""

    text: str
    colspan: int = 1
    rowspan: int = 1


def tables_of(report: gd.Report) -> Iterator[TableRows]:
    """The rows of each table of a report, block after block."""
    assert report.statistics
    for grid in grids(report.statistics):
        yield [row for part in grid.parts for row in rows_of(grid, part, report)]


def rows_of(grid: Grid, part: Part, report: gd.Report) -> Iterator[list[Written]]:
    """The rows of a block, its own line and headers first."""
    if part.banner:
        yield [Written(part.banner.text, grid.width)]
    for row in (*part.head, *part.rows):
        yield [_written(cell, report) for cell in row]


def _written(cell: GridCell, report: gd.Report) -> Written:
    value = gd.value(report, cell.path) if cell.path else cell.header.text if cell.header else cell.text
    return Written("" if value is Absent.BLANK else str(value), cell.colspan, cell.rowspan)


def own_cells(rows: TableRows) -> Rows:
    """The cells of each row, whatever they span."""
    return [[cell.text for cell in row] for row in rows]


def padded(rows: TableRows) -> Rows:
    """A text for each place of the table, empty behind the first of a merged cell."""
    width = max(column + cell.colspan for row in placed(rows) for column, cell in row)
    made = [[""] * width for _ in rows]
    for texts, row in zip(made, placed(rows), strict=True):
        for column, cell in row:
            texts[column] = cell.text
    return made


def with_blanks(report: gd.Report, many: int, seed: int) -> gd.Report:
    """A report with so many of its cells left blank."""
    assert report.statistics
    values = compiled(report.form).values(report.statistics)
    blank = set(Random(seed).sample([path for path, value in values.items() if value is not None], many))  # noqa: S311
    changed = {path: Absent.BLANK if path in blank else value for path, value in values.items()}
    return attrs.evolve(report, statistics=conformance.with_values(report.statistics, changed))
