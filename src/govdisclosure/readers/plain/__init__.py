"""Text as it was copied: its words as they are, and the tables that its lines print.

Known are cells parted by tabs or commas (from a browser or a spreadsheet), cells in columns of spaces (from a
terminal or a PDF), and rows as a stream of words (from a PDF). What is no table stays text.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import Limits
from govdisclosure.readers.observed import Observed, ObservedGrid
from govdisclosure.readers.plain.flowed import by_flow, has_numbers_behind
from govdisclosure.readers.plain.parted import by_commas, by_tabs, commas_in
from govdisclosure.readers.plain.spaced import BY_SPACES, by_spaces
from govdisclosure.readers.plain.tokens import TextLine

__all__ = ["observe_text"]

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
    parts = text.split("\n")
    starts = accumulate((len(part) + 1 for part in parts), initial=0)
    lines = [TextLine(start, part) for start, part in zip(starts, parts, strict=False)]
    grids = [grid for run in _runs(lines) if (grid := _table(run))]
    if len(grids) > limits.tables:
        raise LimitExceeded("tables", len(grids), limits.tables)
    for grid in grids:
        if grid.rows * grid.columns > limits.table_places:
            raise LimitExceeded("table_places", grid.rows * grid.columns, limits.table_places)
    return Observed(text=text, grids=tuple(grids))


def _kind(line: TextLine) -> str:
    """How a line parts its cells; ``text`` where it is none of a table."""
    words = line.words
    if "\t" in line.text and (words or line.text.startswith("\t")):
        return "tabs"
    if not words:
        return "blank"
    if commas_in(line) >= _LEAST_COMMAS:
        return "commas"
    if "  " in words and len(BY_SPACES.findall(words)) > 1:
        return "spaces"
    short = len(words) <= _LONGEST_CELL and not words.endswith(("。", "；"))
    return "cell" if short or has_numbers_behind(line) else "text"


def _runs(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Lines that may be one table: all but text that is longer than a cell."""
    for is_table, group in groupby(lines, key=lambda line: _kind(line) != "text"):
        if is_table:
            yield from _split(list(group))


def _split(lines: list[TextLine]) -> Iterator[list[TextLine]]:
    """A run at its blank lines, where cells stand in columns of spaces; other tables go on over them."""
    if not _in_columns(lines):
        yield [line for line in lines if _kind(line) != "blank"]
        return
    for blank, group in groupby(lines, key=lambda line: _kind(line) == "blank"):
        if not blank:
            yield list(group)


def _table(run: list[TextLine]) -> ObservedGrid | None:
    kinds = [_kind(line) for line in run]
    if kinds.count("tabs") > 1:
        return by_flow(run) if _is_cell_a_line(run) else by_tabs(_between(run, kinds, "tabs"))
    if kinds.count("commas") > 1:
        return by_commas(_between(run, kinds, "commas"))
    if _in_columns(run) and (grid := by_spaces(run)):
        return grid
    return by_flow(run)


def _in_columns(run: Sequence[TextLine]) -> bool:
    """Whether wide spaces part the cells: most lines with numbers have some."""
    spaced = sum(_kind(line) == "spaces" for line in run)
    single = sum(_kind(line) == "cell" and has_numbers_behind(line) for line in run)
    return spaced >= _LEAST_SPACED and spaced > single


def _is_cell_a_line(run: Sequence[TextLine]) -> bool:
    tabbed = [line.text for line in run if "\t" in line.text]
    alone = sum(text.startswith("\t") and text.count("\t") == 1 for text in tabbed)
    return alone >= _CELL_A_LINE * len(tabbed)


def _between(run: list[TextLine], kinds: list[str], kind: str) -> list[TextLine]:
    """From a little before the first line of a kind to the last one."""
    first, last = kinds.index(kind), len(kinds) - kinds[::-1].index(kind)
    return run[max(0, first - _BEFORE) : last]
