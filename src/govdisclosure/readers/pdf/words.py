"""Glyphs -> words that stand apart, the rows in which they stand, and blocks of them below each other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import attrs

from govdisclosure.readers.pdf.lines import around, is_wide, lines_of, rows_of
from govdisclosure.readers.pdf.marks import Box, Glyph

__all__ = ["Row", "Word", "blocks_of", "joined", "rows_of_words"]

#: A gap of so many heights parts words; one of so many, a Chinese label from the number behind it.
_APART, _FROM_NUMBER = 0.3, 0.12
#: Lines of one label follow each other within so many heights and begin, or are centred, on one place within these.
_LEADING, _ALIKE = 1.65, 0.6
#: A word stands beside numbers whose middle is so near its own (in heights).
_BESIDE = 0.4
#: What stands in a cell of numbers: a number, or a sign for none.
_NUMBER = re.compile(r"[-+]?[0-9０-９][0-9０-９,，.．]*%?|[-/—－–]{1,3}|无|不适用|不涉及")
_DIGIT = re.compile(r"[0-9０-９]")
_IN_NUMBER = re.compile(r"[-+0-9０-９,，.．%]\Z")


@attrs.frozen(eq=False)
class Word:
    """Glyphs side by side."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def box(self) -> Box:
        """Its place."""
        return around(glyph.box for glyph in self.glyphs)

    @cached_property
    def text(self) -> str:
        """Its characters."""
        return "".join(glyph.text for glyph in self.glyphs)

    @cached_property
    def is_number(self) -> bool:
        """Whether it is what a cell of numbers holds."""
        return _NUMBER.fullmatch(self.text) is not None


@attrs.frozen(eq=False)
class Row:
    """Words side by side from left to right. ``numbers`` are those at its end that are numbers or signs for none."""

    words: tuple[Word, ...]

    @cached_property
    def box(self) -> Box:
        """Its place."""
        return around(word.box for word in self.words)

    @cached_property
    def numbers(self) -> tuple[Word, ...]:
        """The numbers at its end, if there is one among them."""
        first = len(self.words)
        while first and self.words[first - 1].is_number:
            first -= 1
        found = self.words[first:]
        return found if any(_DIGIT.search(word.text) for word in found) else ()

    @cached_property
    def middle(self) -> float:
        """The height on the page of its numbers, or of its words."""
        return around(word.box for word in self.numbers or self.words).middle[1]

    @cached_property
    def labels(self) -> tuple[Word, ...]:
        """The words before the numbers."""
        return self.words[: len(self.words) - len(self.numbers)]


def rows_of_words(glyphs: Iterable[Glyph]) -> list[Row]:
    """The rows of a page from top to bottom; only what is read from left to right stands in rows."""
    level = [glyph for glyph in glyphs if not glyph.turn and not glyph.text.isspace()]
    return [Row(tuple(_words(sorted(row, key=lambda glyph: glyph.box.x0)))) for row in rows_of(level)]


def _words(row: Sequence[Glyph]) -> Iterator[Word]:
    word: list[Glyph] = []
    for glyph in row:
        if word and _gap(word[-1], glyph) > _APART:
            yield from _without_number(word)
            word = []
        word.append(glyph)
    if word:
        yield from _without_number(word)


def _gap(one: Glyph, other: Glyph) -> float:
    return (other.box.x0 - one.box.x1) / min(one.box.height, other.box.height)


def _without_number(word: Sequence[Glyph]) -> Iterator[Word]:
    """A word, and the number at its end apart from it if that stands close behind a label."""
    first = len(word)
    while first and _IN_NUMBER.match(word[first - 1].text):
        first -= 1
    if (
        0 < first < len(word)
        and is_wide(word[first - 1].text[-1])
        and _gap(word[first - 1], word[first]) > _FROM_NUMBER
    ):
        yield Word(tuple(word[:first]))
        yield Word(tuple(word[first:]))
    else:
        yield Word(tuple(word))


def blocks_of(words: Iterable[Word], rows: Sequence[Row]) -> list[list[Word]]:
    """Words put together with those that go on below them; of those beside numbers each begins a block."""
    blocks: list[list[Word]] = []
    near: list[list[Word]] = []
    ordered = sorted(words, key=lambda word: (word.box.top, word.box.x0))
    far = max((word.box.height for word in ordered), default=0.0) * _LEADING
    beside = {word for row in rows for word in row.labels if row.numbers and _is_beside(word, row)}
    for word in ordered:
        near = [block for block in near if word.box.top - block[-1].box.top <= far]
        fitting = [block for block in near if _goes_on(block, word, beside)]
        if fitting:
            min(fitting, key=lambda block: word.box.top - block[-1].box.top).append(word)
        else:
            blocks.append([word])
            near.append(blocks[-1])
    return blocks


def _is_beside(word: Word, row: Row) -> bool:
    return abs(word.box.middle[1] - row.middle) <= _BESIDE * word.box.height


def _goes_on(block: Sequence[Word], word: Word, beside: set[Word]) -> bool:
    last, size = block[-1], word.box.height
    below = word.box.top - last.box.top
    if not size / 2 < below <= size * _LEADING or (word in beside and any(each in beside for each in block)):
        return False
    over = min(last.box.x1, word.box.x1) > max(last.box.x0, word.box.x0)
    left, middle = abs(last.box.x0 - word.box.x0), abs(last.box.middle[0] - word.box.middle[0])
    return over and min(left, middle) <= size * _ALIKE


def joined(words: Iterable[Word]) -> str:
    """The text of a cell that holds some words."""
    return "\n".join(line.text for line in lines_of((glyph for word in words for glyph in word.glyphs), float("inf")))
