"""Digits that are set smaller and higher, or lower, than the words beside them: marks of notes, squares, indices.

They become the characters of that look, so that none of them joins a number: 81 with a raised 1 is 81¹.
"""

from collections.abc import Sequence

from govdisclosure.readers.pdf.marks import Box, Glyph

__all__ = ["with_raised"]

#: Such a sign is not higher than this part of the one beside it, and lies so far above or below it (in heights).
_SMALLER = 0.85
_RAISED, _LOWERED = 0.25, 0.08
#: And it lies so near (in heights).
_NEAR = 0.7
_DIGITS = "0123456789+-()"
_ABOVE = dict(zip(_DIGITS, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾", strict=True))
_BELOW = dict(zip(_DIGITS, "₀₁₂₃₄₅₆₇₈₉₊₋₍₎", strict=True))

_Placed = tuple[Box, Glyph]


def with_raised(row: Sequence[_Placed]) -> Sequence[_Placed]:
    """The glyphs of a line from left to right, raised and lowered digits as such."""
    heights = [box[3] - box[1] for box, _ in row]
    tallest = max(heights)
    if min(heights) > tallest * _SMALLER:
        return row
    made: list[_Placed] = []
    beside: Box | None = None
    for number, (box, glyph) in enumerate(row):
        if glyph.text in _ABOVE and box.height < tallest * _SMALLER:
            word = beside if beside and _is_beside(beside, box) else _behind(row[number:], box)
            made.append((box, glyph._replace(text=_as_set(glyph.text, box, word))))
            if word and word is beside:  # the next digit of a mark stands beside the same word
                beside = Box(word.x0, word.top, box.x1, word.bottom)
        else:
            made.append((box, glyph))
            if not glyph.text.isspace():
                beside = box
    return made


def _is_beside(word: Box, mark: Box) -> bool:
    return abs(mark.x0 - word.x1) <= word.height * _NEAR and mark.height <= word.height * _SMALLER


def _behind(rest: Sequence[_Placed], mark: Box) -> Box | None:
    """The first larger sign behind a mark, if nothing but the mark lies between."""
    end = mark.x1
    for box, glyph in rest:
        if glyph.text.isspace():
            continue
        if box.height > mark.height / _SMALLER:
            return box if box.x0 - end <= box.height * _NEAR else None
        if glyph.text not in _ABOVE:
            return None
        end = max(end, box.x1)
    return None


def _as_set(text: str, mark: Box, word: Box | None) -> str:
    """The character for a digit that is set beside a word."""
    if word is None:
        return text
    if mark.bottom < word.bottom - word.height * _RAISED and mark.middle[1] < word.middle[1]:
        return _ABOVE[text]
    if mark.bottom > word.bottom + word.height * _LOWERED:
        return _BELOW[text]
    return text
