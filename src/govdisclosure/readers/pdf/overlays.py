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
#: A stroke through words lies so near their middle, and ends so little short of their ends or behind them (in heights
#: of the words); the ink of 一, which some programs draw as a rule, ends shorter.
_AT_MIDDLE, _SHORT, _BEHIND = 0.2, 0.03, 0.5
#: Nearer than this (in heights), words are struck through by one stroke.
_BESIDE = 1.0


def apart(marks: Marks) -> Marks:
    """The page with its watermarks and struck words taken out of its glyphs, and outlines of glyphs of its rules."""
    _take_watermarks(marks)
    level = _ByHeight(glyph for glyph in marks.glyphs if not glyph.turn and not glyph.text.isspace())
    long = level.tallest
    marks.across = [r for r in marks.across if r[2] - r[1] > long or not level.hold(Box(r.start, r.at, r.end, r.at))]
    marks.down = [r for r in marks.down if r[2] - r[1] > long or not level.hold(Box(r.at, r.start, r.at, r.end))]
    _take_struck(marks, level)
    return marks


class _ByHeight:
    """Glyphs in the order of their middles from the top of the page."""

    def __init__(self, glyphs: Iterable[Glyph]) -> None:
        self.glyphs = sorted(glyphs, key=lambda glyph: glyph[1][1] + glyph[1][3])
        self.middles = [(box[1] + box[3]) / 2 for _, box, *_ in self.glyphs]
        self.tallest = max((box[3] - box[1] for _, box, *_ in self.glyphs), default=0.0)

    def between(self, top: float, bottom: float) -> Sequence[Glyph]:
        """The glyphs whose middle lies between two heights of the page."""
        return self.glyphs[bisect_left(self.middles, top) : bisect_right(self.middles, bottom)]

    def hold(self, rule: Box) -> bool:
        """Whether a rule, not longer than glyphs are high, is a stroke of one that is drawn by its outline."""
        reach = self.tallest / 2
        return any(
            box.x0 <= rule.x0 and rule.x1 <= box.x1 and box.top <= rule.top and rule.bottom <= box.bottom
            for _, box, *_ in self.between(rule.middle[1] - reach, rule.middle[1] + reach)
        )

    def lie_under(self, glyph: Glyph) -> bool:
        """Whether a glyph is drawn over much smaller ones."""
        (x, y), height = glyph.box.middle, glyph.box.height
        reach, beside = height * _INNER / 2, (glyph.box.x1 - glyph.box.x0) * _INNER / 2
        return any(
            box.height < height * _SMALLER and abs(box.middle[0] - x) < beside
            for _, box, *_ in self.between(y - reach, y + reach)
        )


# --- watermarks


def _take_watermarks(marks: Marks) -> None:
    shown = [glyph for glyph in marks.glyphs if not glyph.text.isspace()]
    if not shown:
        return
    heights = [box[3] - box[1] for _, box, *_ in shown]
    body = median(heights)
    if max(heights) < body * _LARGE_ASLANT:
        return
    large = [glyph for glyph in shown if glyph.box.height >= body * (_LARGE_ASLANT if glyph.turn else _LARGE)]
    small = _ByHeight(glyph for glyph in shown if glyph.box.height < body * _LARGE)
    taken: set[Glyph] = set()
    for (_, turn), run in groupby(large, key=lambda glyph: (round(glyph.box.height), glyph.turn)):
        members = list(run)
        if turn == ASLANT or any(map(small.lie_under, members)):
            taken.update(members)
    marks.over += [glyph for glyph in marks.glyphs if glyph in taken]
    marks.glyphs = [glyph for glyph in marks.glyphs if glyph not in taken]


# --- words that are struck through


def _take_struck(marks: Marks, level: _ByHeight) -> None:
    reach = level.tallest * _AT_MIDDLE
    taken: set[Glyph] = set()
    rules = []
    for rule in marks.across:
        near = level.between(rule.at - reach, rule.at + reach)
        struck = _struck(rule, near) if near else []
        taken.update(struck)
        if not struck:
            rules.append(rule)
    for box in marks.strokes:
        taken.update(glyph for glyph in level.between(box.top, box.bottom) if box.x0 <= glyph.box.middle[0] <= box.x1)
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
    before, behind = (whole.x0 - rule.start) / size, (rule.end - whole.x1) / size
    fits = -_SHORT <= before <= _BEHIND and -_SHORT <= behind <= _BEHIND
    return under if fits and all(gap <= size * _BESIDE for gap in _gaps(under)) else []


def _gaps(glyphs: Sequence[Glyph]) -> Iterator[float]:
    return (other.box.x0 - one.box.x1 for one, other in pairwise(glyphs))
