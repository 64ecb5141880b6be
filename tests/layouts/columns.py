"""Columns and rows in another order than the form's, together with their labels."""

from collections.abc import Iterator, Sequence
from random import Random

import attrs
from tests.layouts.kind import Kind
from tests.layouts.page import Cell, Line, Page, Sheet

from govdisclosure.grid import placed

__all__ = ["KINDS", "ColumnGroup", "column_groups", "reordered", "row_groups", "swapped"]


# --- columns ----------------------------------------------------------------------------------------------


@attrs.frozen
class ColumnGroup:
    """Columns side by side under one header, or under none: where each begins, and where the last ends.

    ``lines`` are the rows of the table, by number, that they reach through.
    """

    lines: tuple[int, ...]
    edges: tuple[int, ...]


def column_groups(sheet: Sheet) -> list[ColumnGroup]:
    """All groups of at least two columns, those of each block of the table apart."""
    rows = placed([line.cells for line in sheet.lines])
    found: list[ColumnGroup] = []
    for part in dict.fromkeys(line.part for line in sheet.lines):
        lines = tuple(at for at, line in enumerate(sheet.lines) if line.part == part)
        heads = {(at, column): cell for at in lines if sheet.lines[at].head for column, cell in rows[at]}
        heads = {place: cell for place, cell in heads.items() if cell.role == "column"}
        top = min((at for at, _ in heads), default=0)
        found += _groups(heads, lines, top, 0, sheet.width)
    return found


def _groups(
    heads: dict[tuple[int, int], Cell], lines: tuple[int, ...], at: int, first: int, end: int
) -> Iterator[ColumnGroup]:
    """The headers of a row between two columns, and then those below each."""
    row = sorted((column, cell) for (line, column), cell in heads.items() if line == at and first <= column < end)
    if len(row) > 1:
        last, cell = row[-1]
        yield ColumnGroup(lines, (*(column for column, _ in row), last + cell.colspan))
    for column, cell in row:
        yield from _groups(heads, lines, at + cell.rowspan, column, column + cell.colspan)


def reordered(sheet: Sheet, group: ColumnGroup, order: Sequence[int]) -> None:
    """Put the columns of a group into another order, with their headers and all that stands below them."""
    moved: dict[int, int] = {}
    to = group.edges[0]
    for one in order:
        for column in range(group.edges[one], group.edges[one + 1]):
            moved[column], to = to, to + 1
    rows = placed([line.cells for line in sheet.lines])
    for at in group.lines:
        cells = [
            (min(moved.get(one, one) for one in range(column, column + cell.colspan)), cell)
            for column, cell in rows[at]
        ]
        sheet.lines[at].cells = [cell for _, cell in sorted(cells, key=lambda pair: pair[0])]


def _columns(page: Page, chosen: Random) -> None:
    """Groups of the same size get the same order, as the outcomes of table four."""
    groups = [(sheet, at) for sheet in page.sheets for at in range(len(column_groups(sheet)))]
    wanted = set(chosen.sample(range(len(groups)), min(len(groups), chosen.choice((1, 2, len(groups))))))
    orders: dict[int, list[int]] = {}
    for number, (sheet, at) in enumerate(groups):
        group = column_groups(sheet)[at]
        size = len(group.edges) - 1
        if size not in orders:
            orders[size] = _another_order(size, chosen)
        if number in wanted:
            reordered(sheet, group, orders[size])


def _another_order(size: int, chosen: Random) -> list[int]:
    order = list(range(size))
    while order == sorted(order):
        chosen.shuffle(order)
    return order


# --- rows -------------------------------------------------------------------------------------------------


def row_groups(sheet: Sheet) -> list[list[int]]:
    """Rows, by number, that stand under one header and may change places; each of them is whole without the others.

    A row with a part of it below (其中) is none of them, nor is such a part.
    """
    groups: dict[tuple[str, int], list[int]] = {}
    run = 0
    for at, line in enumerate(sheet.lines):
        run += not line.row or not _is_free(sheet, at)
        if line.row and _is_free(sheet, at):
            above = line.row.rpartition(".")[0] if sheet.path != "statistics" else ""
            groups.setdefault((above, run if sheet.path == "statistics" else line.part), []).append(at)
    return [group for group in groups.values() if len(group) > 1]


def _is_free(sheet: Sheet, at: int) -> bool:
    """In the outline of 2014 only the numbered points of the last level are free."""
    if sheet.path != "statistics":
        return any(cell.role == "row" for cell in sheet.lines[at].cells)
    texts = [_label(line) for line in sheet.lines[at : at + 2]]
    return texts[0][:1].isdigit() and not any("其中" in text[:3] for text in texts[1:])


def _label(line: Line) -> str:
    return next((cell.text for cell in line.cells if cell.role == "row"), "")


def swapped(sheet: Sheet, one: int, other: int) -> None:
    """Exchange two rows; headers that reach over them from the left stay where they are."""
    first, second = sheet.lines[one], sheet.lines[other]
    heads, tails = zip(*(_cut(line) for line in (first, second)), strict=True)
    first.cells, second.cells = [*heads[0], *tails[1]], [*heads[1], *tails[0]]
    first.row, second.row = second.row, first.row


def _cut(line: Line) -> tuple[list[Cell], list[Cell]]:
    at = next(i for i, cell in enumerate(line.cells) if cell.role == "row")
    return line.cells[:at], line.cells[at:]


def _rows(page: Page, chosen: Random) -> None:
    groups = [(sheet, group) for sheet in page.sheets for group in row_groups(sheet)]
    for sheet, group in chosen.sample(groups, min(len(groups), chosen.choice((1, 2, 5)))):
        swapped(sheet, *chosen.sample(group, 2))


KINDS = (
    Kind("columns-exchanged", "order", _columns),
    Kind("rows-exchanged", "row-order", _rows),
)
