"""Text as it was copied: its words as they are, and the tables that its lines print.

Known are cells parted by tabs or commas (from a browser or a spreadsheet), cells in columns of spaces (from a
terminal or a PDF), and rows as a stream of words (from a PDF). What is no table stays text.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, groupby, pairwise

import attrs

from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import Limits
from govdisclosure.readers.observed import Observed, ObservedGrid
from govdisclosure.readers.plain.barred import by_bars, has_bars
from govdisclosure.readers.plain.flowed import by_flow, has_numbers_behind
from govdisclosure.readers.plain.parted import by_commas, by_lone_tabs, by_tabs, commas_in
from govdisclosure.readers.plain.spaced import BY_SPACES, by_headers, by_order, by_spaces
from govdisclosure.readers.plain.tokens import TextLine, is_number, token

__all__ = ["TextLine", "grids_of_lines", "observe_text"]

#: A line without signs of a table that is longer than this is text.
_LONGEST_CELL = 60
#: A line with so many commas is a row of cells.
_LEAST_COMMAS = 2
#: Fewer lines with wide spaces are no table of columns.
_LEAST_SPACED = 2
#: Of lines with tabs, so large a share begins with the only one: then a line is a cell.
_CELL_A_LINE = 0.7
#: Lines without a tab before a table that may be its first headers.
_BEFORE = 3


def observe_text(text: str, limits: Limits) -> Observed:
    """A text with the tables that lines of it print."""
    grids = _grids(list(_lines(text)), limits)
    if len(grids) > limits.tables:
        raise LimitExceeded("tables", len(grids), limits.tables)
    return Observed(text=text, grids=tuple(grids))


def grids_of_lines(lines: Sequence[TextLine], limits: Limits) -> list[ObservedGrid]:
    """The tables that lines of a text print."""
    before = ["x", *(line.text for line in lines)]
    kept = [_Line(one.start, one.text) for one, last in zip(lines, before, strict=False) if one.text or last]
    return _grids(kept, limits)


def _grids(lines: Sequence["_Line"], limits: Limits) -> list[ObservedGrid]:
    return [grid for run in _runs(lines) for grid in _tables(run, limits)]


@attrs.frozen
class _Line(TextLine):
    @cached_property
    def kind(self) -> str:
        """How the line parts its cells; ``text`` where it is none of a table."""
        return _kind(self)


def _lines(text: str) -> Iterator[_Line]:
    """The lines of a text; of blank ones that follow each other the first."""
    parts = text.split("\n")
    starts = accumulate((len(part) + 1 for part in parts), initial=0)
    before = "x"
    for start, part in zip(starts, parts, strict=False):
        if part or before:
            yield _Line(start, part)
        before = part


def _kind(line: TextLine) -> str:
    words = line.words
    if "\t" in line.text and (words or line.text.startswith("\t")):
        return "tabs"
    if not words:
        return "blank"
    if has_bars(line):
        return "bars"
    if (commas := commas_in(line)) >= _LEAST_COMMAS or (commas and is_number(token(words.rpartition(",")[2], 0))):
        return "commas"
    if "  " in words and len(BY_SPACES.findall(words)) > 1:
        return "spaces"
    short = len(words) <= _LONGEST_CELL and not words.endswith(("。", "；"))
    return "cell" if short or has_numbers_behind(line) else "text"


def _runs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines that may be one table: all but text that is longer than a cell."""
    for is_table, group in groupby(lines, key=lambda line: line.kind != "text"):
        if is_table:
            yield from _split(list(group))


def _split(lines: list[_Line]) -> Iterator[list[_Line]]:
    """A run at the blank lines between tables, where cells stand in columns of spaces; others go on over them."""
    if not _in_columns(lines):
        said = [line for line, after in pairwise([*lines, None]) if line and _says(line, after)]
        # Between tabs on lines of their own, a blank that does not break is an empty cell.
        yield [line for line in lines if line.kind != "blank" or "\xa0" in line.text] if _are_lone(said) else said
        return
    table: list[_Line] = []
    for blank, group in groupby(lines, key=lambda line: line.kind == "blank"):
        if blank:
            continue
        part = list(group)
        if table and not _goes_on(table, part):
            yield table
            table = []
        table += part
    if table:
        yield table


def _goes_on(table: Sequence[_Line], part: Sequence[_Line]) -> bool:
    """Whether rows belong to the table over the blank line: they have no headers, or it has nothing else."""
    if part[0].kind != "spaces" or all(line.kind != "spaces" for line in table):
        return False
    return has_numbers_behind(part[0]) or not any(map(has_numbers_behind, table))


def _says(line: _Line, after: _Line | None) -> bool:
    """Whether a line holds a cell; one without words does so where a tab parts it from the next cell of its row."""
    return line.kind != "blank" or (after is not None and after.text.startswith("\t") and after.kind != "blank")


def _tables(run: list[_Line], limits: Limits) -> Iterator[ObservedGrid]:
    kinds = [line.kind for line in run]
    if kinds.count("bars") > max(1, kinds.count("tabs")):
        yield from by_bars(_between(run, kinds, "bars"), limits)
    elif grid := _table(run, kinds, limits):
        yield grid


def _table(run: list[_Line], kinds: list[str], limits: Limits) -> ObservedGrid | None:
    if kinds.count("tabs") > 1:
        if _are_lone(run):
            return by_lone_tabs(run, limits)
        if _is_cell_a_line(run):
            return by_flow(run, limits)
        return by_tabs(_between(run, kinds, "tabs"), limits)
    if kinds.count("commas") > 1:
        return by_commas(_between(run, kinds, "commas"), limits)
    if _in_columns(run) and (grid := by_order(run, limits) or by_spaces(run, limits)):
        return grid
    return by_flow(run, limits) or by_headers(run)


def _in_columns(run: Sequence[_Line]) -> bool:
    """Whether wide spaces part the cells: most lines with numbers have some."""
    spaced = sum(line.kind == "spaces" for line in run)
    single = sum(line.kind == "cell" and is_number(token(line.words.rpartition(" ")[2], 0)) for line in run)
    return spaced >= _LEAST_SPACED and spaced > single


def _are_lone(run: Sequence[_Line]) -> bool:
    """Whether tabs stand on lines of their own, and numbers on others."""
    lone = sum("\t" in line.text and not line.words for line in run)
    numbers = sum("\t" not in line.text and is_number(token(line.text, line.start)) for line in run)
    return lone >= _CELL_A_LINE * sum("\t" in line.text for line in run) and numbers >= lone / 2


def _is_cell_a_line(run: Sequence[_Line]) -> bool:
    tabbed = [line.text for line in run if "\t" in line.text]
    alone = sum(text.startswith("\t") and text.count("\t") == 1 for text in tabbed)
    return alone >= _CELL_A_LINE * len(tabbed)


def _between(run: list[_Line], kinds: list[str], kind: str) -> list[_Line]:
    """From a little before the first line of a kind to the last one."""
    first, last = kinds.index(kind), len(kinds) - kinds[::-1].index(kind)
    return run[max(0, first - _BEFORE) : last]
