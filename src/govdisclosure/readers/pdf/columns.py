"""Pages set in two columns: which glyphs are read together."""

from collections.abc import Iterable, Iterator

import attrs

from govdisclosure.readers.pdf.lines import Line, around, lines_of, rows_of
from govdisclosure.readers.pdf.marks import Glyph

__all__ = ["stretches"]

#: The gutter lies in this part of the text's width, is so wide (in points), and so few rows go across it.
_MIDDLE = (0.35, 0.65)
_GUTTER = 10
_ACROSS = 0.3
#: A column has so many lines, and its text fills so much of it; a table without rules has emptier ones.
_LINES = 5
_FILLED = 0.6


def stretches(glyphs: list[Glyph]) -> Iterator[list[Line]]:
    """The lines of a page in reading order, in pieces that lie below each other."""
    shown = [glyph for glyph in glyphs if not glyph.text.isspace()]
    gutter = _gutter(shown)
    if gutter is None:
        yield from ([line] for line in lines_of(glyphs))
        return
    for in_columns, members in _bands(glyphs, gutter):
        sides = _sides(members, gutter) if in_columns else None
        yield from [sides] if sides else ([line] for line in lines_of(members))


def _gutter(glyphs: list[Glyph]) -> float | None:
    """The middle of the widest strip in the middle of the page that few rows go across."""
    rows = [[glyph.box for glyph in row] for row in rows_of(glyphs)]
    if len(rows) < _LINES:
        return None
    whole = around(glyph.box for glyph in glyphs)
    first, last = (int(whole.x0 + (whole.x1 - whole.x0) * part) for part in _MIDDLE)
    crossed = [0] * max(last - first, 0)
    for row in rows:
        here = {x for box in row for x in range(max(int(box.x0), first), min(int(box.x1) + 1, last))}
        for x in here:
            crossed[x - first] += 1
    best = max(_free(crossed, len(rows) * _ACROSS), key=len, default=range(0))
    return first + (best.start + best.stop) / 2 if len(best) >= _GUTTER else None


def _free(crossed: list[int], most: float) -> Iterator[range]:
    start = 0
    for x, count in enumerate([*crossed, most + 1]):
        if count > most:
            yield range(start, x)
            start = x + 1


def _bands(glyphs: list[Glyph], gutter: float) -> Iterator[tuple[bool, list[Glyph]]]:
    """Rows below each other that go across the gutter, or do not."""
    before: bool | None = None
    band: list[Glyph] = []
    for row in rows_of(glyphs):
        beside = not any(glyph.box.x0 < gutter < glyph.box.x1 for glyph in row)
        if band and beside is not before:
            yield bool(before), band
            band = []
        band += row
        before = beside
    if band:
        yield bool(before), band


def _sides(glyphs: list[Glyph], gutter: float) -> list[Line] | None:
    """The left column and then the right one; ``None`` where they are none."""
    left = lines_of(glyph for glyph in glyphs if glyph.box.middle[0] < gutter)
    right = lines_of(glyph for glyph in glyphs if glyph.box.middle[0] >= gutter)
    if not (_is_column(left) and _is_column(right)):
        return None
    return [attrs.evolve(line, column=number) for number, side in enumerate((left, right), 1) for line in side]


def _is_column(lines: Iterable[Line]) -> bool:
    lines = list(lines)
    if len(lines) < _LINES:
        return False
    whole = around(line.box for line in lines)
    filled = sum(line.box.x1 - line.box.x0 for line in lines)
    return filled >= _FILLED * len(lines) * (whole.x1 - whole.x0)
