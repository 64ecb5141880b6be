"""Tables whose cells are parted by bars, as converters of pages write them: a row, or a cell and a bar, on a line."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, dropwhile, groupby, pairwise
from math import gcd

from govdisclosure.limits import Limits
from govdisclosure.readers.characters import BARS
from govdisclosure.readers.observed import ObservedGrid
from govdisclosure.readers.plain.flowed import rows_of_cells
from govdisclosure.readers.plain.tokens import TextLine, Token, is_number, token
from govdisclosure.readers.plain.unmerged import grid_of_cells

__all__ = ["BAR", "by_bars", "cells_between_bars", "has_bars", "is_rule"]

#: A bar between cells.
BAR = re.compile(rf"(?<!\\)[{BARS}]")
#: What parts rows in a drawn table, or its headers from its rows.
_DRAWN = r"[-+:=|｜│┃─━═┼╋├┤┌┐└┘┬┴┝┥╞╡╪\s]{0,1000}"
_RULE = re.compile(rf"{_DRAWN}(?:-{{3}}|={{3}}|[─━═]{{2}}){_DRAWN}")
#: A longer line with a single bar is a sentence.
_LONGEST = 120
#: Of the lines with bars, so many hold one text: then a line is a cell.
_CELL_A_LINE = 0.8
#: The least share of the rows that are in order; a number in the others may be damaged.
_IN_ORDER = 0.9
#: Wider tables are not looked for where a line is a cell.
_WIDEST = 60


def has_bars(line: TextLine) -> bool:
    """Whether bars part the cells of a line."""
    many = len(BAR.findall(line.words))
    return many > 1 or (many == 1 and len(line.words) <= _LONGEST)


def is_rule(line: TextLine) -> bool:
    """Whether a line only draws a rule between rows."""
    return bool(_RULE.fullmatch(line.words))


def by_bars(run: Sequence[TextLine], limits: Limits) -> Iterator[ObservedGrid]:
    """Cells parted by bars; a line without a bar is a row of one cell."""
    lines = [line for line in run if not is_rule(line)]
    barred = [line for line in lines if BAR.search(line.text)]
    if not _is_cell_a_line(barred):
        closed = sum(bool(BAR.match(line.words[-1:])) for line in barred) * 2 >= len(barred)
        opened = all(BAR.match(line.words[:1]) for line in barred)
        grid = grid_of_cells((cells_between_bars(line, opened=opened, closed=closed) for line in lines), limits)
        yield from [grid] if grid else []
        return
    for is_table, group in groupby(lines, key=lambda line: bool(BAR.search(line.text))):
        for grid in _of_cells(list(group), limits) if is_table else ():
            yield from [grid] if grid else []


def cells_between_bars(line: TextLine, *, opened: bool, closed: bool) -> list[Token]:
    """The cells of a line; bars at its ends part nothing where rows are ``opened`` and ``closed`` by them."""
    cells: list[Token] = []
    at = 0
    for bar in [*(match.span() for match in BAR.finditer(line.text)), (len(line.text), len(line.text))]:
        cells.append(token(line.text[at : bar[0]], line.start + at))
        at = bar[1]
    begin = 1 if opened and len(cells) > 1 and not cells[0].text else 0
    end = -1 if closed and len(cells) > 1 and not cells[-1].text else None
    return cells[begin:end]


def _is_cell_a_line(lines: Sequence[TextLine]) -> bool:
    """Whether most lines are one cell, which a bar ends."""
    alone = sum(BAR.split(line.words)[1:].count("") == len(BAR.findall(line.words)) for line in lines)
    return alone >= _CELL_A_LINE * len(lines)


def _of_cells(lines: Sequence[TextLine], limits: Limits) -> Iterator[ObservedGrid | None]:
    """Cells on lines of their own, with a place for each of the table; tables that blank lines part; or own cells."""
    own = [cells_between_bars(line, opened=False, closed=True) for line in lines]
    apart = [at for at, (one, other) in enumerate(pairwise(lines), 1) if other.start > one.start + len(one.text) + 1]
    for cuts in ([], apart) if apart else ([],):
        bounds = pairwise([0, *cuts, len(lines)])
        tables = [_in_places(lines[start:end], own[start:end]) for start, end in bounds]
        if all(tables):
            yield from (grid_of_cells(rows or (), limits) for rows in tables)
            return
    yield grid_of_cells(rows_of_cells([cell] for cell in chain.from_iterable(own)), limits)


def _in_places(lines: Sequence[TextLine], own: Sequence[list[Token]]) -> list[list[Token]] | None:
    """The rows of a table that has a cell for each of its places, from the cells of each line: several bars end a row.

    ``None`` where the lines hold no such table.
    """
    cells = list(chain.from_iterable(own))
    ends = accumulate(map(len, own))
    several = (end for end, line in zip(ends, lines, strict=True) if len(BAR.findall(line.text)) > 1)
    most = gcd(len(cells), *several)
    for width in (one for one in range(min(most, _WIDEST), 1, -1) if most % one == 0):
        rows = [cells[at : at + width] for at in range(0, len(cells), width)]
        if _are_rows(rows) or _are_rows([row[:-1] for row in rows]):  # remarks may stand in the last column
            return rows
    return None


def _are_rows(rows: Sequence[Sequence[Token]]) -> bool:
    """Whether numbers stand behind labels: nothing but numbers behind the first number of nearly all rows.

    Most rows of numbers have a label; a single one has none, for headers tell what it is.
    """
    filled = [[cell for cell in row if cell.text] for row in rows]
    numbered = [row for row in filled if any(map(is_number, row))]
    labelled = sum(not is_number(row[0]) for row in numbered)
    in_order = sum(all(map(is_number, dropwhile(lambda cell: not is_number(cell), row))) for row in numbered)
    usual = labelled == 0 if len(numbered) == 1 else len(numbered) <= 2 * labelled + 1
    return 0 < len(numbered) < len(rows) and usual and in_order >= _IN_ORDER * len(numbered)
