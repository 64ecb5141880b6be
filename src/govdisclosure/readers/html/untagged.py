"""Tables that no ``table`` element marks: cells in ``div`` elements, in paragraphs, or between bars.

Their cells stand on lines of their own, or as text has them, and are read like a text that was copied.
"""

import re
from collections.abc import Iterable, Iterator

import attrs

from govdisclosure.limits import Limits
from govdisclosure.readers.observed import Observed, ObservedGrid
from govdisclosure.readers.plain import TextLine, grids_of_lines
from govdisclosure.readers.plain.tokens import is_printed_number

__all__ = ["may_be_untagged", "with_untagged_tables"]

#: So many lines of one number each are a table, whatever else the page has.
_ALONE = 10
#: A page whose tables hold fewer numbers may print its table otherwise, if so many lines end on a number.
_FEW, _ENDING = 10, 5
_NUMBER_ALONE = re.compile(r"^[0-9０-９,.，]{1,20}$", re.MULTILINE)
_NUMBER_BEHIND = re.compile(r"[0-9０-９][)）]?[ \xa0\u3000|｜│]*\Z")
#: A table with a longer cell lays out the page.
_LONGEST = 300


def may_be_untagged(observed: Observed) -> bool:
    """Whether a page may print tables outside of ``table`` elements: these hold few numbers, or many stand alone."""
    return _numbers_in(observed, observed.grids) < _FEW or len(_NUMBER_ALONE.findall(observed.text)) >= _ALONE


def with_untagged_tables(observed: Observed, limits: Limits) -> Observed:
    """The page with the tables that its lines print outside of ``table`` elements, if it seems to have some."""
    if not may_be_untagged(observed):
        return observed
    tagged = _numbers_in(observed, observed.grids) >= _FEW
    lines = list(_lines_outside(observed, filter(_holds_data, observed.grids)))
    sign, least = (_NUMBER_ALONE, _ALONE) if tagged else (_NUMBER_BEHIND, _ENDING)
    if sum(bool(sign.search(line.text)) for line in lines) < least:
        return observed
    return attrs.evolve(observed, grids=(*observed.grids, *grids_of_lines(lines, limits)))


def _holds_data(grid: ObservedGrid) -> bool:
    """Whether a table holds cells rather than the page."""
    return len(grid.cells) > 1 and all(cell.end - cell.start <= _LONGEST for cell in grid.cells)


def _lines_outside(observed: Observed, grids: Iterable[ObservedGrid]) -> Iterator[TextLine]:
    """The lines that are seen and in no table."""
    taken = [(one.start, one.end) for one in observed.hidden]
    taken += ((min(one.start for one in grid.cells), max(one.end for one in grid.cells)) for grid in grids)
    stretches = iter(sorted(taken))
    inside = next(stretches, None)
    at = 0
    for line in observed.text.split("\n"):
        while inside and inside[1] < at:
            inside = next(stretches, None)
        if not inside or inside[0] > at + len(line):
            yield TextLine(at, line)
        at += len(line) + 1


def _numbers_in(observed: Observed, grids: Iterable[ObservedGrid]) -> int:
    """How many numbers tables hold, at least: no more are counted than are asked for."""
    found = 0
    for grid in grids:
        for cell in grid.cells:
            found += is_printed_number(observed.of(cell))
            if found >= _FEW:
                return found
    return found
