"""Glyphs that are no part of what stands beside them: watermarks over the words, and words that are struck through."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from govdisclosure.readers.pdf.lines import around
from govdisclosure.readers.pdf.marks import ASLANT, Box, Glyph, Marks, Rule

__all__ = ["apart"]

#: A watermark is so many times as high as the words of the page; one set aslant has a larger box anyhow.
_LARGE, _LARGE_ASLANT = 2.0, 1.8
#: Words over which it lies are smaller than this part of it, and have their middle in this inner part of its box.
_SMALLER, _INNER = 0.6, 0.8
#: A stroke through words lies so near their middle, and ends so near their ends (in heights of the words).
_AT_MIDDLE, _AT_END = 0.2, 0.5
#: Nearer than this (in heights), words are struck through by one stroke.
_BESIDE = 1.0


def apart(marks: Marks) -> Marks:
    """The page with its watermarks and struck words taken out of its glyphs."""
    _take_watermarks(marks)
    _take_struck(marks)
    return marks


# --- watermarks


def _take_watermarks(marks: Marks) -> None:
    shown = [glyph for glyph in marks.glyphs if not glyph.text.isspace()]
    if not shown:
        return
    body = median(glyph.box.height for glyph in shown)
    large = [glyph for glyph in shown if glyph.box.height >= body * (_LARGE_ASLANT if glyph.turn else _LARGE)]
    if not large:
        return
    small = _ByHeight.of(glyph.box for glyph in shown if glyph.box.height < body * _LARGE)
    taken: set[Glyph] = set()
    for (_, turn), run in groupby(large, key=lambda glyph: (round(glyph.box.height), glyph.turn)):
        members = list(run)
        if turn == ASLANT or any(map(small.lie_under, members)):
            taken.update(members)
    marks.over += [glyph for glyph in marks.glyphs if glyph in taken]
    marks.glyphs = [glyph for glyph in marks.glyphs if glyph not in taken]


class _ByHeight:
    """Boxes in the order of their middles from the top of the page."""

    def __init__(self, boxes: list[Box]) -> None:
        self.boxes = boxes
        self.middles = [box.middle[1] for box in boxes]

    @classmethod
    def of(cls, boxes: Iterable[Box]) -> "_ByHeight":
        return cls(sorted(boxes, key=lambda box: box.middle[1]))

    def between(self, top: float, bottom: float) -> Sequence[Box]:
        """The boxes whose middle lies between two heights of the page."""
        return self.boxes[bisect_left(self.middles, top) : bisect_right(self.middles, bottom)]

    def lie_under(self, glyph: Glyph) -> bool:
        """Whether a glyph is drawn over much smaller ones."""
        (x, y), height = glyph.box.middle, glyph.box.height
        reach, beside = height * _INNER / 2, (glyph.box.x1 - glyph.box.x0) * _INNER / 2
        return any(
            box.height < height * _SMALLER and abs(box.middle[0] - x) < beside
            for box in self.between(y - reach, y + reach)
        )


# --- words that are struck through


def _take_struck(marks: Marks) -> None:
    level = sorted((g for g in marks.glyphs if not g.turn and not g.text.isspace()), key=lambda g: g.box.middle[1])
    middles = [glyph.box.middle[1] for glyph in level]
    tallest = max((glyph.box.height for glyph in level), default=0.0) * _AT_MIDDLE
    taken: set[Glyph] = set()
    rules = []
    for rule in marks.across:
        near = level[bisect_left(middles, rule.at - tallest) : bisect_right(middles, rule.at + tallest)]
        struck = _struck(rule, near) if near else []
        taken.update(struck)
        if not struck:
            rules.append(rule)
    for box in marks.strokes:
        near = level[bisect_left(middles, box.top) : bisect_right(middles, box.bottom)]
        taken.update(glyph for glyph in near if box.x0 <= glyph.box.middle[0] <= box.x1)
    if taken:
        marks.across = rules
        marks.struck += [glyph for glyph in marks.glyphs if glyph in taken]
        marks.glyphs = [glyph for glyph in marks.glyphs if glyph not in taken]


def _struck(rule: Rule, near: Iterable[Glyph]) -> list[Glyph]:
    """The glyphs that a rule strikes through: it goes through the middle of words, from their begin to their end."""
    under = [
        glyph
        for glyph in near
        if abs(glyph.box.middle[1] - rule.at) <= glyph.box.height * _AT_MIDDLE
        and rule.start <= glyph.box.middle[0] <= rule.end
    ]
    if not under:
        return []
    under.sort(key=lambda glyph: glyph.box.x0)
    whole, size = around(glyph.box for glyph in under), under[0].box.height
    fits = abs(whole.x0 - rule.start) <= size * _AT_END and abs(whole.x1 - rule.end) <= size * _AT_END
    return under if fits and all(gap <= size * _BESIDE for gap in _gaps(under)) else []


def _gaps(glyphs: Sequence[Glyph]) -> Iterator[float]:
    return (other.box.x0 - one.box.x1 for one, other in pairwise(glyphs))
