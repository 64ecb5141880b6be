"""What a page is drawn of: glyphs with their places, and the straight rules of tables."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import attrs

__all__ = ["ASLANT", "UNKNOWN", "Box", "Glyph", "Marks", "Rule", "once", "turned", "upright"]

#: Stands for a sign whose font does not say which character it is.
UNKNOWN = "\ufffd"
#: The direction of writing of glyphs that are neither level nor upright.
ASLANT = 45
#: Glyphs of one text nearer than this (in points) are one glyph that was drawn twice to look bold.
_SAME_PLACE = 0.75


class Box(NamedTuple):
    """A place on a page, in points from its left and its top."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """The centre."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """How high it is, never nothing."""
        return max(self.bottom - self.top, 0.1)


class Glyph(NamedTuple):
    """A drawn character. ``turn``: where it is read to, in degrees against the clock; 0 right, 90 up, 270 down."""

    text: str
    box: Box
    turn: int = 0
    heavy: bool = False


class Rule(NamedTuple):
    """A straight rule: where it lies across its direction, and from where to where it goes."""

    at: float
    start: float
    end: float


@attrs.define
class Marks:
    """All that is drawn on a page.

    ``across`` and ``down`` are its rules, ``areas`` what is filled, ``strokes`` where annotations
    strike words through, ``over`` the glyphs of watermarks, ``struck`` those
    that are struck through, ``notes`` the words of notes that are shown on demand. ``unmapped`` counts signs without
    meaning; ``broken`` names what could not be read.
    """

    width: float
    height: float
    glyphs: list[Glyph] = attrs.Factory(list)
    over: list[Glyph] = attrs.Factory(list)
    struck: list[Glyph] = attrs.Factory(list)
    areas: list[Box] = attrs.Factory(list)
    strokes: list[Box] = attrs.Factory(list)
    notes: list[str] = attrs.Factory(list)
    broken: list[str] = attrs.Factory(list)
    across: list[Rule] = attrs.Factory(list)
    down: list[Rule] = attrs.Factory(list)
    unmapped: int = 0
    drawn: bool = False


def once(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The glyphs without those that were drawn a second time at the same place."""
    kept: list[Glyph] = []
    seen: dict[tuple[str, int, int], list[Box]] = {}
    for glyph in glyphs:
        x, y = round(glyph.box.x0), round(glyph.box.top)
        places = ((glyph.text, x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        if not any(_same_place(glyph.box, other) for place in places for other in seen.get(place, ())):
            kept.append(glyph)
            seen.setdefault((glyph.text, x, y), []).append(glyph.box)
    return kept


def _same_place(one: Box, other: Box) -> bool:
    return abs(one.x0 - other.x0) < _SAME_PLACE and abs(one.top - other.top) < _SAME_PLACE


def turned(box: Box, turn: int, width: float = 0, height: float = 0) -> Box:
    """The box on the page (of that width and height) after it was turned so that ``turn`` becomes left to right."""
    x0, top, x1, bottom = box
    if turn == 90:  # noqa: PLR2004 - a quarter turn
        return Box(height - bottom, x0, height - top, x1)
    if turn == 180:  # noqa: PLR2004 - upside down
        return Box(width - x1, height - bottom, width - x0, height - top)
    return Box(top, width - x1, bottom, width - x0) if turn and turn != ASLANT else box


def upright(marks: Marks) -> Marks:
    """The page turned so that most of its text runs from left to right."""
    turns = Counter(glyph.turn for glyph in marks.glyphs if glyph.turn != ASLANT and not glyph.text.isspace())
    turn = max(sorted(turns), key=turns.__getitem__, default=0)
    if not turn:
        return marks
    size = marks.width, marks.height
    boxes = [Box(rule.start, rule.at, rule.end, rule.at) for rule in marks.across]
    boxes += [Box(rule.at, rule.start, rule.at, rule.end) for rule in marks.down]
    boxes = [turned(box, turn, *size) for box in boxes]
    return attrs.evolve(
        marks,
        width=size[turn % 180 != 0],
        height=size[turn % 180 == 0],
        glyphs=[_upright(glyph, turn, size) for glyph in marks.glyphs],
        over=[_upright(glyph, turn, size) for glyph in marks.over],
        struck=[_upright(glyph, turn, size) for glyph in marks.struck],
        areas=[turned(box, turn, *size) for box in marks.areas],
        strokes=[turned(box, turn, *size) for box in marks.strokes],
        across=[Rule(box.top, box.x0, box.x1) for box in boxes if box.top == box.bottom],
        down=[Rule(box.x0, box.top, box.bottom) for box in boxes if box.top != box.bottom],
    )


def _upright(glyph: Glyph, turn: int, size: tuple[float, float]) -> Glyph:
    now = glyph.turn if glyph.turn == ASLANT else (glyph.turn - turn) % 360
    return glyph._replace(box=turned(glyph.box, turn, *size), turn=now)
