"""Lines and tables of all pages -> paragraphs and tables, put together where they go on over a page."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from govdisclosure.readers.observed import HiddenReason
from govdisclosure.readers.pdf.furniture import furniture
from govdisclosure.readers.pdf.lines import Line
from govdisclosure.readers.pdf.marks import Box
from govdisclosure.readers.pdf.tables import Table

__all__ = ["Block", "Page", "flowing"]

#: In heights of the line: how far a first line is set in at least, how much a full line may lack, the gap between two
#: lines of a paragraph, and how far one may be set in at most; and how much larger one may be than another.
_INDENT = 0.8
_SLACK = 0.5
_GAP = 1.6
_FAR = 4.5
_LARGER = 1.2
#: The part of the width that a full line fills at least.
_EARLY = 0.6
#: From so many lines on, two must agree on a margin.
_LINES = 6
#: Lines below this part of the height of a page are no more text.
_FOOT = 0.915
#: A heading, which goes on with nothing.
_HEADING = re.compile(r"[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、")
_SENTENCE_END = re.compile(r"[。！？!?][”’」』）)\"']*$")


@attrs.frozen
class Page:
    """The lines and tables of a page from top to bottom; the lines of watermarks; and what is not shown on it."""

    width: float
    height: float
    blocks: Sequence[Line | Table]
    over: Sequence[Line] = ()
    hidden: Sequence[tuple[HiddenReason, str]] = ()

    @property
    def last_table(self) -> Table | None:
        """The table with which it ends, a line or two at its foot apart."""
        last = [block for block in self.blocks if not isinstance(block, Line) or block.box.bottom < self.height * _FOOT]
        return last[-1] if last and isinstance(last[-1], Table) else None


@attrs.define
class Block:
    """A paragraph or a table. ``begun`` says at which of its lines or rows a page begins, the first one included."""

    lines: list[Line]
    table: Table | None
    begun: list[tuple[int, int]]
    #: Whether it is a running head, a page number or a watermark.
    aside: bool = False
    #: Why its words are not seen.
    hidden: HiddenReason | None = None

    @classmethod
    def of(
        cls, content: Line | Table, page: int, *, aside: bool = False, hidden: HiddenReason | None = None
    ) -> "Block":
        """A block that begins with this."""
        if isinstance(content, Line):
            return cls([content], None, [(page, 0)], aside, hidden)
        return cls([], content, [(page, 0)], aside, hidden)

    @property
    def page(self) -> int:
        """The page on which it ends."""
        return self.begun[-1][0]


@attrs.frozen
class _Margins:
    """Where lines begin and end that are neither set in nor broken early."""

    left: float
    right: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "_Margins":
        """The outermost places on which some lines agree."""
        lefts = sorted(line.box.x0 for line in lines)
        rights = sorted((line.box.x1 for line in lines), reverse=True)
        size = max((line.size for line in lines), default=0.0)
        return cls(_agreed(lefts, size), _agreed(rights, size))

    def sets_in(self, line: Line) -> bool:
        """Whether a line begins further to the right than others do."""
        return line.box.x0 > self.left + line.size * _INDENT

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether what follows had no room on a line. Lines set in far, or ending early, were broken on purpose."""
        if line.box.x0 > self.left + line.size * _FAR or line.box.x1 < self.left + (self.right - self.left) * _EARLY:
            return False
        return line.box.x1 + following.first > self.right - line.size * _SLACK


def _agreed(values: list[float], size: float) -> float:
    """The first of some sorted places that has another one close behind it."""
    if len(values) >= _LINES:
        for one, other in pairwise(values):
            if abs(other - one) <= size * _SLACK:
                return one
    return values[0] if values else 0.0


def flowing(pages: Sequence[Page]) -> Iterator[Block]:
    """Paragraphs and tables in reading order; what is aside or hidden stands after what goes on around it."""
    aside = furniture([(page.blocks, page.height) for page in pages])
    margins = _margins(pages, aside)
    block: Block | None = None
    waiting: list[Block] = []
    for number, page in enumerate(pages):
        for i, content in enumerate(page.blocks):
            if i in aside[number]:
                waiting.append(Block.of(content, number, aside=True))
            elif not (block and _taken_in(block, content, number, margins)):
                yield from ([block] if block else [])
                yield from waiting
                waiting.clear()
                block = Block.of(content, number)
        waiting += _beside(page, number)
    yield from ([block] if block else [])
    yield from waiting


def _beside(page: Page, number: int) -> Iterator[Block]:
    """What is no part of the text of a page."""
    for line in page.over:
        yield Block.of(line, number, aside=True)
    for reason, words in page.hidden:
        for text in filter(None, map(str.strip, words.splitlines())):
            line = Line(text=text, box=Box(0, page.height, 0, page.height), size=0)
            yield Block.of(line, number, hidden=reason)


def _margins(pages: Sequence[Page], aside: Sequence[set[int]]) -> dict[tuple[int, int], _Margins]:
    """The margins by page and column; those of all pages of the same width where there are few lines."""
    plain: dict[tuple[int, int], list[Line]] = {}
    alike: dict[tuple[int, int], list[Line]] = {}
    for number, page in enumerate(pages):
        for i, line in enumerate(page.blocks):
            if isinstance(line, Line):
                here = plain.setdefault((number, line.column), [])
                there = alike.setdefault((round(page.width), line.column), [])
                if i not in aside[number] and _is_plain(line):
                    here.append(line)
                    there.append(line)
    return {
        (number, column): _Margins.of(lines if len(lines) >= _LINES else alike[round(pages[number].width), column])
        for (number, column), lines in plain.items()
    }


def _is_plain(line: Line) -> bool:
    return not line.turn and "\t" not in line.text


def _taken_in(block: Block, content: Line | Table, page: int, margins: dict[tuple[int, int], _Margins]) -> bool:
    """Add to a block what goes on with it; says whether it does."""
    if page > block.page + 1:
        return False
    if isinstance(content, Table):
        if block.table is None or page == block.page or not block.table.goes_on(content):
            return False
        block.begun.append((page, block.table.rows))
        block.table = block.table.followed_by(content)
        return True
    if not block.lines or not _goes_on(block, content, page, margins):
        return False
    if page != block.page:
        block.begun.append((page, len(block.lines)))
    block.lines.append(content)
    return True


def _goes_on(block: Block, line: Line, page: int, margins: dict[tuple[int, int], _Margins]) -> bool:
    """Whether a line belongs to the paragraph: the last one is full, and this one is not set in."""
    first, last = block.lines[0], block.lines[-1]
    if not _alike(last, line) or (_HEADING.match(line.text) and not last.text.endswith("第")):
        return False
    if page == block.page and last.column == line.column and not _next(last, line):
        return False
    if margins[page, line.column].sets_in(line) or not margins[block.page, last.column].is_full(last, line):
        return False
    return margins[block.begun[0][0], first.column].sets_in(first) or not _SENTENCE_END.search(last.text)


def _alike(one: Line, other: Line) -> bool:
    small, large = sorted((one.size, other.size))
    return _is_plain(one) and _is_plain(other) and large <= small * _LARGER


def _next(one: Line, other: Line) -> bool:
    """Whether one line follows another without a gap."""
    return -other.size < other.box.top - one.box.bottom <= other.size * _GAP
