"""Which lines are set larger than the others, or bold: what the layout says of headings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from govdisclosure.readers.observed import Markup, MarkupKind
from govdisclosure.readers.pdf.lines import Line

__all__ = ["SetLines", "emphasis"]

#: A heading is so many times as high as the usual lines; sizes that differ by less than this factor are one size.
_LARGER, _SAME = 1.12, 1.04
#: Lines of one heading follow each other with no larger gap, and begin or are centred on the same place within this
#: (both in heights of the line).
_GAP, _ALIKE = 1.6, 1.0
#: Where more of the document than this is bold, being bold says nothing.
_MOSTLY = 0.5


@attrs.frozen
class SetLines:
    """Lines of a paragraph, on the page on which they begin and end, and the stretch of the text that they take."""

    lines: Sequence[Line]
    first_page: int
    last_page: int
    start: int
    end: int

    @property
    def is_worded(self) -> bool:
        """Whether words stand in it: a large initial or number is no heading."""
        return any(sum(map(str.isalpha, line.text)) > 1 for line in self.lines)

    @property
    def size(self) -> float:
        """The height of the smallest line."""
        return min(line.size for line in self.lines)

    def goes_on_in(self, other: "SetLines") -> bool:
        """Whether another paragraph follows directly and is set alike."""
        one, two = self.lines[-1], other.lines[0]
        small, large = sorted((self.size, other.size))
        if self.last_page != other.first_page or large > small * _SAME:
            return False
        near = -two.size < two.box.top - one.box.bottom <= two.size * _GAP
        centred = abs(one.box.middle[0] - two.box.middle[0]) <= two.size * _ALIKE
        return near and (centred or abs(one.box.x0 - two.box.x0) <= two.size * _ALIKE)


def emphasis(paragraphs: Sequence[SetLines]) -> tuple[Markup, ...]:
    """The headings, by rank of their size, and the paragraphs that are bold throughout."""
    return (*_headings(paragraphs), *_strong(paragraphs))


def _headings(paragraphs: Sequence[SetLines]) -> Iterator[Markup]:
    body = _usual(line for paragraph in paragraphs for line in paragraph.lines)
    groups: list[list[SetLines]] = []
    before: SetLines | None = None
    for paragraph in paragraphs:
        if paragraph.size >= body * _LARGER and paragraph.is_worded:
            if before and groups and groups[-1][-1] is before and before.goes_on_in(paragraph):
                groups[-1].append(paragraph)
            else:
                groups.append([paragraph])
        before = paragraph
    levels = _ranks(group[0].size for group in groups)
    for group in groups:
        level = levels[group[0].size]
        yield Markup(start=group[0].start, end=group[-1].end, kind=MarkupKind.HEADING, level=level)


def _usual(lines: Iterable[Line]) -> float:
    """The size in which most characters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sorted(sizes), key=sizes.__getitem__, default=0.0)


def _ranks(sizes: Iterable[float]) -> dict[float, int]:
    """The rank of each size, 1 for the largest; sizes that hardly differ have one rank."""
    ranks: dict[float, int] = {}
    rank, above = 0, 0.0
    for size in sorted(set(sizes), reverse=True):
        if not above or size * _SAME < above:
            rank, above = rank + 1, size
        ranks[size] = rank
    return ranks


def _strong(paragraphs: Sequence[SetLines]) -> Iterator[Markup]:
    heavy = [each for each in paragraphs if all(line.heavy for line in each.lines)]
    if sum(map(_length, heavy)) <= _MOSTLY * sum(map(_length, paragraphs)):
        for each in heavy:
            yield Markup(start=each.start, end=each.end, kind=MarkupKind.STRONG)


def _length(paragraph: SetLines) -> int:
    return paragraph.end - paragraph.start
