"""Glyphs -> lines of text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from math import dist
from statistics import median

import attrs

from govdisclosure.readers.pdf.marks import ASLANT, Box, Glyph, turned
from govdisclosure.readers.pdf.raised import with_raised

__all__ = ["Line", "around", "is_wide", "lines_of", "rows_of"]

#: Gaps in heights of the line: within a Latin word or number there is none of this size ...
_WORD = 0.25
#: ... beside a Chinese character it may come from justified setting up to this one ...
_WIDE = 0.8
#: ... and between columns that no rules part it is at least this one.
_COLUMN = 2.5
#: No line is lower than this, in points.
_FLAT = 0.1
#: A sign so many times as high as the usual ones beside it may stand beside several lines.
_TALL = 1.8
#: Glyphs aslant that lie further apart (in heights) are not read on.
_APART = 2.0
#: Signs that cannot begin a line, and those that cannot end one: they go with their neighbour.
_CLOSING = re.compile(r"[、。，．：；！？）》」』】〕”’%,.;:!?)\]]")
_OPENING = re.compile(r"[（《「『【〔“‘(\[]")
#: Signs before amounts go with what follows, and with a closing sign before them (Unicode Standard Annex #14, PR).
_PREFIX = re.compile(r"[$+\\£¥€№±￥＄￡]")


@attrs.frozen(kw_only=True)
class Line:
    """A line of text as it stands on a page; columns that lie far apart are parted by tabs.

    ``size`` is the height of its signs; ``first`` how wide the first part is that cannot be broken over two lines;
    ``column`` 1 or 2 where the page has columns; ``heavy`` whether all of it is bold.
    """

    text: str
    box: Box
    size: float
    first: float = 0.0
    turn: int = 0
    column: int = 0
    heavy: bool = False


def is_wide(character: str) -> bool:
    """Whether a character is set in a square, as Chinese ones are, with no blanks between them."""
    return unicodedata.east_asian_width(character) in ("W", "F") or character in "“”‘’—…·"


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around several."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return Box(min(x0), min(top), max(x1), max(bottom))


def lines_of(glyphs: Iterable[Glyph], column: float = _COLUMN) -> list[Line]:
    """The lines of some glyphs from top to bottom. Gaps from ``column`` heights on become tabs."""
    by_turn: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        by_turn.setdefault(glyph.turn, []).append(glyph)
    lines = [
        _line(row, turn, column)
        for turn, members in by_turn.items()
        for row in _lines_along([(turned(glyph.box, turn), glyph) for glyph in members], turn)
    ]
    ordered = sorted((line for line in lines if line.text), key=lambda line: (line.box.top, line.box.x0))
    return ordered if len(by_turn) > 1 or 0 in by_turn else [line for line in lines if line.text]


#: A glyph with its box as it lies when its text runs from left to right.
_Placed = tuple[Box, Glyph]


def rows_of(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs side by side, from top to bottom, whatever their direction."""
    for row in _rows([(glyph.box, glyph) for glyph in glyphs]):
        yield [glyph for _, glyph in row]


def _lines_along(placed: list[_Placed], turn: int) -> Iterator[list[_Placed]]:
    """The glyphs of each line; aslant they are read as they were drawn."""
    if turn != ASLANT:
        yield from _rows(placed)
        return
    line: list[_Placed] = []
    for each in placed:
        if line and dist(line[-1][0].middle, each[0].middle) > _APART * each[0].height:
            yield line
            line = []
        line.append(each)
    yield line


def _rows(placed: list[_Placed]) -> Iterator[list[_Placed]]:
    """Glyphs side by side. A tall one beside several lines does not join them; it stands by itself."""
    for row in _side_by_side(placed):
        heights = [box[3] - box[1] for box, _ in row]
        if max(heights) > _TALL * min(heights):
            usual = median(heights)
            low = [each for each in row if each[0].height <= _TALL * usual]
            lines = list(_side_by_side(low))
            if len(lines) > 1:
                yield from lines
                yield from _side_by_side([each for each in row if each[0].height > _TALL * usual])
                continue
        yield row


def _side_by_side(placed: list[_Placed]) -> Iterator[list[_Placed]]:
    """Glyphs of which the middle of each lies within half a height of the middle of the row."""
    row: list[_Placed] = []
    middle = height = 0.0
    for box, glyph in sorted(placed, key=lambda each: each[0][1] + each[0][3]):
        at, high = (box[1] + box[3]) / 2, box[3] - box[1]
        if row and at - middle > max(height, high) / 2:
            yield row
            row = []
        row.append((box, glyph))
        middle += (at - middle) / len(row) if len(row) > 1 else at - middle
        height = max(height, high) if len(row) > 1 else high
    if row:
        yield row


def _line(row: list[_Placed], turn: int, column: float) -> Line:
    if turn != ASLANT:
        row.sort(key=lambda each: (each[0].x0, each[0].x1))
    shown = [each for each in row if not each[1].text.isspace()]
    box = around(glyph.box for _, glyph in shown or row)
    size = max(median(each[3] - each[1] for each, _ in shown or row), _FLAT)
    heavy = all(glyph.heavy for _, glyph in shown)
    text = "".join(_with_blanks(with_raised(row), size, column)).strip()
    return Line(text=text, box=box, size=size, first=_first(shown, size), turn=turn, heavy=heavy)


def _with_blanks(row: Sequence[_Placed], size: float, column: float) -> Iterator[str]:
    """The characters of a line with blanks and tabs where they are seen."""
    before: _Placed | None = None
    blank = False
    for box, glyph in row:
        if glyph.text.isspace():
            blank = True
            continue
        if before:
            yield _between(before, (box, glyph), size, column, blank=blank)
        yield " ".join(glyph.text.split())
        before, blank = (box, glyph), False


def _between(one: _Placed, other: _Placed, size: float, column: float, *, blank: bool) -> str:
    gap = (other[0].x0 - one[0].x1) / size
    if gap >= column:
        return "\t"
    wide = is_wide(one[1].text[-1]) or is_wide(other[1].text[0])
    return " " if gap >= (_WIDE if wide else _WORD) or (blank and gap > _WORD / 2) else ""


def _first(shown: list[_Placed], size: float) -> float:
    """How far a line goes at least: its first character with what cannot be parted from it."""
    end = 0
    for end in range(1, len(shown)):
        one, other = shown[end - 1], shown[end]
        if not _held(one[1].text, other[1].text) or _between(one, other, size, _COLUMN, blank=False):
            break
    else:
        end = len(shown)
    return shown[end - 1][0].x1 - shown[0][0].x0 if shown else 0.0


def _held(one: str, other: str) -> bool:
    """Whether a line is not broken between two characters."""
    if _CLOSING.match(other) or _OPENING.match(one) or _PREFIX.match(one):
        return True
    if _CLOSING.match(one) and _PREFIX.match(other):
        return True
    return not (is_wide(one[-1]) or is_wide(other[0]))
