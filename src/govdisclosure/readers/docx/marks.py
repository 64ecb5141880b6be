"""What the markup of a Word file says of its paragraphs: headings, bold lines, lines that belong together, links."""

from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from govdisclosure.readers.composing import Mark
from govdisclosure.readers.docx.look import Look
from govdisclosure.readers.observed import Markup, MarkupKind

__all__ = ["MarkedParagraph", "markup_of"]

#: By so much are the letters of a heading larger than those of the text, and so many of them it has at most.
_LARGER, _LONGEST = 1.15, 120
_BLANK = " \t　\xa0"


@attrs.define(eq=False)
class MarkedParagraph:
    """A paragraph: its stretch, and how it is set. ``level`` is that of a heading, 0 of none, ``None`` if not said."""

    mark: Mark
    level: int | None = None
    #: Whether it is part of a table, where letters are smaller than in the text.
    in_table: bool = False
    bold: bool = True
    #: How many characters there are of each size.
    sizes: dict[int, int] = attrs.field(factory=dict)

    def add(self, text: str, look: Look) -> None:
        """Words of the paragraph."""
        if inked := len(text.strip()):
            self.sizes[look.size] = self.sizes.get(look.size, 0) + inked
            self.bold &= look.bold


def markup_of(paragraphs: Iterable[MarkedParagraph], links: Iterable[Mark], text: str) -> tuple[Markup, ...]:
    """What stands of all this in the text of a file."""
    seen = [one for one in paragraphs if one.mark.flow.reason is None]
    stretches = [mark.stretch for mark in links if mark.flow.reason is None]
    made = [*_lines(seen, text), *(Markup(start=start, end=end, kind=MarkupKind.LINK) for start, end in stretches)]
    made = sorted((one for one in made if one.start < one.end), key=lambda one: (one.start, one.end))
    return tuple(_apart(made))


def _lines(seen: list[MarkedParagraph], text: str) -> Iterator[Markup]:
    levels = _levels(seen)
    for one in seen:
        start, end = one.mark.stretch
        of_size = levels.get(min(one.sizes)) if end - start <= _LONGEST else None
        whole = (of_size or one.bold) and _is_whole_line(text, start, end)
        if level := one.level or (whole and of_size):
            yield Markup(start=start, end=end, kind=MarkupKind.HEADING, level=level)
        if one.bold and whole:
            yield Markup(start=start, end=end, kind=MarkupKind.STRONG)
        if "\n" in text[start:end]:
            yield Markup(start=start, end=end, kind=MarkupKind.BLOCK)


def _levels(seen: list[MarkedParagraph]) -> dict[int, int]:
    """The levels of headings by their size, where it is clearly larger than that of most of the text."""
    sizes: Counter[int] = Counter()
    for one in seen:
        if not one.in_table:
            sizes.update(one.sizes)
    usual = max(sizes, key=lambda size: (sizes[size], -size), default=0)
    larger = sorted((size for size in sizes if usual and size >= usual * _LARGER), reverse=True)
    return {size: level for level, size in enumerate(larger, 1)}


def _is_whole_line(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the lines of a stretch: a cell is no line where others stand beside it."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    line_end = text.find("\n", end)
    behind = text[end : line_end if line_end >= 0 else len(text)]
    return "\t" not in before + behind and not (before + behind).strip(_BLANK)


def _apart(made: Iterable[Markup]) -> Iterator[Markup]:
    """Stretches in order; of two of a kind over each other the first counts."""
    ends: dict[MarkupKind, int] = {}
    for one in made:
        if one.start >= ends.get(one.kind, 0):
            ends[one.kind] = one.end
            yield one
