"""Page numbers and lines that head or foot every page."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from govdisclosure.readers.pdf.lines import Line

__all__ = ["furniture"]

_DASH = r"[\s\-—–－─―·•~～]*"
_NUMBER = re.compile(
    rf"{_DASH}\d{{1,4}}{_DASH}|第?\s*\d+\s*页(?:[\s,，/]*共\s*\d+\s*页)?|\d+\s*/\s*\d+|(?:page|p\.)\s*\d+(?:\s*of\s*\d+)?",
    re.IGNORECASE,
)
#: Among so many lines at the top and at the bottom of a page they are looked for.
_DEPTH = 3
#: Lines that recur do so on so many pages (or on all, if there are fewer), in this outer part of the page's height.
_PAGES = 3
_OUTER = 0.085
#: Whether a line is counted from the end, its text without numbers, and its height on the page.
_Key = tuple[bool, str, int]
#: The blocks of a page from top to bottom, and how high it is.
_Page = tuple[Sequence[object], float]


def furniture(pages: Sequence[_Page]) -> list[set[int]]:
    """The numbers of the blocks of each page that are no part of what is said; they are lines."""
    repeated = Counter(key for page in pages for key in {_key(page, i) for i in _edges(page)} if key)
    running = {key for key, count in repeated.items() if count >= min(_PAGES, max(len(pages), 2))}
    return [_of_page(page, running) for page in pages]


def _edges(page: _Page) -> list[int]:
    """The first blocks of a page and the last ones, the latter counted from the end."""
    return [i for i in (*range(_DEPTH), *range(-_DEPTH, 0)) if -len(page[0]) <= i < len(page[0])]


def _key(page: _Page, place: int) -> _Key | None:
    """By what a line is known again on another page; ``None`` for what cannot recur."""
    line, height = page[0][place], page[1]
    if not isinstance(line, Line) or (line.box.top > height * (1 - _OUTER)) == (line.box.bottom < height * _OUTER):
        return None
    return place < 0, re.sub(r"\d+", "#", line.text), round(line.box.top / 4)


def _of_page(page: _Page, running: set[_Key]) -> set[int]:
    count = len(page[0])
    top = _run(page, range(min(_DEPTH, count)), running)
    bottom = _run(page, range(-1, -1 - min(_DEPTH, count), -1), running)
    return {i % count for i in (*top, *bottom)}


def _run(page: _Page, places: Iterable[int], running: set[_Key]) -> list[int]:
    """From an edge of the page inwards, as long as there is furniture."""
    found: list[int] = []
    for i in places:
        line = page[0][i]
        if not isinstance(line, Line) or not (_NUMBER.fullmatch(line.text) or _key(page, i) in running):
            break
        found.append(i)
    return found
