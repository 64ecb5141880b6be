"""What the markup of a page sets apart: titles, headings, bold lines, links, and blocks of several lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from govdisclosure.readers.composing import Flow, Mark
from govdisclosure.readers.html.elements import HEADINGS
from govdisclosure.readers.observed import Markup, MarkupKind

__all__ = ["Marks", "is_title_name"]

#: The names under which pages say their title to programs.
_TITLES = frozenset(("articletitle", "og:title", "twitter:title", "dc.title", "dcterms.title", "title", "headline"))
#: Elements whose text is bold.
_BOLD = frozenset(("b", "strong"))
#: A shorter text agrees with the title of the page by accident; a longer one is no heading.
_SHORTEST, _LONGEST = 8, 120
_PARTS = re.compile(r"[\n\t]")

Stretch = tuple[int, int]


def is_title_name(name: str) -> bool:
    """Whether the content of a ``meta`` element of this name is the title of the page."""
    return name.lower() in _TITLES


class Marks:
    """Stretches that elements mark, while a page is walked."""

    def __init__(self) -> None:
        self._titles: list[Mark | None] = []
        self._headings: list[tuple[Mark, int | None]] = []
        self._bold: list[Mark] = []
        self._links: list[Mark] = []

    def add_title(self, mark: Mark | None) -> None:
        """A text that is a title of the page."""
        self._titles.append(mark)

    def begin(self, flow: Flow, tag: str, *, links: bool, is_bold: bool, is_title: bool) -> Mark | None:
        """What begins with an element: ``is_title`` says that its class or id names it a title."""
        kept = self._links if links else self._bold if is_bold or tag in _BOLD else None
        heads = tag in HEADINGS or is_title
        first_title = tag == "title" and not self._titles
        if kept is None and not heads and not first_title:
            return None
        mark = flow.mark()
        if kept is not None:
            kept.append(mark)
        if heads:
            self._headings.append((mark, int(tag[1]) if tag in HEADINGS else None))
        if first_title:
            self._titles.append(mark)
        return mark

    def markup(self, text: str, page: Flow) -> tuple[Markup, ...]:
        """What is marked in the text of the page, by kind and in order."""
        titles = [mark.stretch for mark in self._titles if mark]
        stretches = (
            (MarkupKind.TITLE, ((stretch, None) for stretch in titles)),
            (MarkupKind.HEADING, self._heading_stretches(text, page, titles)),
            (MarkupKind.STRONG, ((line, None) for line in _whole_lines(text, _seen(self._bold, page)))),
            (MarkupKind.BLOCK, ((block, None) for block in _blocks(text, page.breaks))),
            (MarkupKind.LINK, ((stretch, None) for stretch in _seen(self._links, page))),
        )
        return tuple(chain.from_iterable(_ordered(kind, found) for kind, found in stretches))

    def _heading_stretches(
        self, text: str, page: Flow, titles: Sequence[Stretch]
    ) -> Iterator[tuple[Stretch, int | None]]:
        """Headings by their element; by class or id those alone whose words begin the title of the page."""
        names = ["".join(text[start:end].split()) for start, end in titles]
        for mark, level in self._headings:
            if mark.flow is page:
                start, end = mark.stretch
                words = "".join(text[start:end].split())
                agrees = _SHORTEST <= len(words) <= _LONGEST and any(name.startswith(words) for name in names)
                if level or agrees:
                    yield (start, end), level


def _seen(marks: Sequence[Mark], page: Flow) -> Iterator[Stretch]:
    return (mark.stretch for mark in marks if mark.flow is page)


def _ordered(kind: MarkupKind, found: Iterator[tuple[Stretch, int | None]]) -> Iterator[Markup]:
    """The stretches in order; of those that overlap the first, and one with a level before others."""
    behind = 0
    for (start, end), level in sorted(found, key=lambda one: (one[0][0], one[1] is None, -one[0][1])):
        if end > start >= behind:
            yield Markup(start=start, end=end, kind=kind, level=level)
            behind = end


def _whole_lines(text: str, stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """The lines, or cells, that lie wholly in stretches of which nothing but white space parts one from the next."""
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and (start <= joined[-1][1] or not text[joined[-1][1] : start].strip()):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    for start, end in joined:
        at = max(text.rfind("\n", 0, start), text.rfind("\t", 0, start)) + 1
        while at < end:
            stop = _line_end(text, at)
            beside = text[at : max(at, start)] + text[end : max(stop, end)]
            if text[at:stop].strip() and not beside.strip():
                yield max(at, start), min(stop, end)
            at = stop + 1


def _line_end(text: str, at: int) -> int:
    found = _PARTS.search(text, at)
    return found.start() if found else len(text)


def _blocks(text: str, breaks: Sequence[int]) -> Iterator[Stretch]:
    """Lines of one block, of which only breaks within it part one from the next."""
    begun: int | None = None
    for number, at in enumerate(breaks):
        if begun is None:
            begun = max(text.rfind("\n", 0, at), text.rfind("\t", 0, at)) + 1
        stop = _line_end(text, at + 1)
        if number + 1 == len(breaks) or breaks[number + 1] != stop:
            yield begun, stop
            begun = None
