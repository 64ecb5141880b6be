"""Which lines of a document are what: the page around the report, its title, its text, its signature."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

import attrs

from govdisclosure.model import Period
from govdisclosure.readers.bodies import BODY_NAME, related
from govdisclosure.readers.headings import opens_section
from govdisclosure.readers.lines import Line, Words, without_blanks
from govdisclosure.readers.metadata import Entry, entries_of_page
from govdisclosure.readers.observed import HiddenReason, Markup, MarkupKind, Observed
from govdisclosure.readers.opening import UNSIGNED, Signature, could_be_dated, periods_in, signature_at, year_of_period
from govdisclosure.readers.page_lines import (
    is_contact,
    is_crumbs,
    is_footer,
    is_label_line,
    is_menu_word,
    is_numbered,
    is_page_line,
    is_text,
)
from govdisclosure.readers.title import (
    Title,
    could_end,
    could_name,
    is_title,
    title_of_words,
    titles_at,
    year_below,
    year_of_title,
)

__all__ = ["Head", "Layout", "dress_of", "find_layout"]

#: The first section of a report by its number alone.
_FIRST_SECTION = re.compile(r"(?:一、|第一部分|（一）)[^。]{0,30}(?:情况|概述|概况|公开|工作)")
#: How many lines of a page are searched for the title, and how many of its own data.
_SEARCHED, _STATED = 5_000, 60
_SENTENCE = ("。", "；", "：", "！", ":")
#: A sentence is longer than a line of a head.
_LONG, _HEAD_LINE = 40, 24
#: How many lines of a head stand between a title and its text at most, and where a signature is looked for.
_BETWEEN, _SIGNED = 60, 400


@attrs.frozen(kw_only=True)
class Head:
    """What stands at the head of a document and says which report it is."""

    title: Title | None = None
    #: What the document says that it is called, in its own data and in the block of a site; the titles among these.
    names: tuple[Words, ...] = ()
    called: tuple[Title, ...] = ()
    entries: tuple[Entry, ...] = ()
    #: A body that stands on a line below the title.
    byline: Words | None = None
    period: Period | None = None


@attrs.frozen(kw_only=True)
class Layout:
    """Which lines are what: indexes into the lines.

    ``behind`` are lines behind the signature that are no footer: annexes, notes, contacts.
    """

    body: range
    head: Head = Head()
    signature: tuple[int, ...] = ()
    signed: Signature = UNSIGNED
    behind: range = range(0)


def find_layout(lines: tuple[Line, ...], observed: Observed) -> Layout:
    """Tell the report from the page around it: from its title to its signature."""
    return _Search(lines, observed).layout()


@attrs.define(slots=False)
class _Search:
    lines: tuple[Line, ...]
    observed: Observed

    def layout(self) -> Layout:
        title = self.title
        byline: Words | None = None
        begin = self.first_line_behind(title.lines.stop if title else 0)
        if title:
            byline = self.byline(range(title.lines.stop, begin))
        end = max(self.end, begin)
        behind = range(0)
        indexes, signed = self.signature
        if indexes and indexes[0] >= begin:
            behind = range(indexes[-1] + 1, max(end, indexes[-1] + 1))
            end = indexes[0]
        else:
            indexes, signed = _UNSIGNED
        return Layout(
            head=Head(
                title=title,
                names=self.names,
                called=self.called,
                entries=tuple(self.entries),
                byline=byline,
                period=self.period,
            ),
            body=range(begin, end),
            signature=indexes,
            signed=signed,
            behind=behind,
        )

    # --- what speaks for a title

    @cached_property
    def first(self) -> int | None:
        """The first line that heads a section; a menu may hold the words of one before the title comes."""
        titled = False
        for index, line in enumerate(self.lines[:_SEARCHED]):
            text = line.plain
            if _FIRST_SECTION.match(text) or (opens_section(text) and (titled or not text.startswith(_PLAIN_NAMES))):
                return index
            titled = titled or ("。" not in text and could_end(text) and is_title(text))
        return None

    @cached_property
    def head_end(self) -> int:
        """The line at which the text begins: the first section, or the first sentence behind a title."""
        if self.first is not None:
            return self.first
        titled = False
        for index, line in enumerate(self.lines[:_SEARCHED]):
            if titled and len(line.text) > _LONG and "。" in line.text:
                return index
            titled = titled or (could_end(line.plain) and is_title(line.plain))
        return min(len(self.lines), _SEARCHED)

    @cached_property
    def entries(self) -> list[Entry]:
        return self._entries[0]

    @cached_property
    def _entries(self) -> tuple[list[Entry], Mapping[int, int]]:
        return entries_of_page(self.lines[: self.head_end])

    @cached_property
    def names(self) -> tuple[Words, ...]:
        """What the document says that it is called: in its own data, and in the block of a site."""
        stretches = [(one.start, one.end) for one in self.observed.markup if one.kind is MarkupKind.TITLE]
        for one in self.observed.hidden[:_STATED]:
            if one.reason is HiddenReason.DESCRIPTION:
                label = _CALLED.match(self.observed.text, one.start, one.end)
                if label or one.start == 0:
                    stretches.append((label.end() if label else one.start, one.end))
        own = [Words(self.observed.text[start:end], start, end) for start, end in stretches]
        return (*own, *(Words(one.text, one.start, one.end) for one in self.entries if one.kind == "title"))

    @cached_property
    def called(self) -> tuple[Title, ...]:
        """Those of its names that are titles of annual reports."""
        return tuple(title for name in self.names if (title := title_of_words(name.text, name.start)) and title.year)

    @cached_property
    def period(self) -> Period | None:
        """The period that the opening states."""
        begin = max(self.head_end - 12, 0)
        return periods_in(line.plain for line in self.lines[begin : self.head_end + 12] if len(line.text) > _HEAD_LINE)

    @cached_property
    def known(self) -> frozenset[str]:
        """The names of bodies that other parts of the document than a title state."""
        names = {one.text for one in self.entries if one.kind == "publisher" and BODY_NAME.fullmatch(one.text)}
        names |= {title.body.text for title in self.called if title.body}
        signer = self.signature[1].name
        return frozenset(names | ({signer.text} if signer else set()))

    # --- the title

    @cached_property
    def title(self) -> Title | None:
        """The title: the block of lines that is one and on which most of the document agrees."""
        found = [title for index in range(self.head_end) if (title := self._title_at(index))]
        listed = _listed(found)
        last = 1 if self.first is not None else -1
        return max(
            found,
            key=lambda title: (self._weight(title, listed=title.lines.start in listed), last * title.lines.start),
            default=None,
        )

    def _title_at(self, index: int) -> Title | None:
        text = self.lines[index].plain
        if not could_end(text) or len(text) > 3 * _LONG or "。" in text or is_crumbs(text):
            return None
        above = 0
        while above < _ABOVE and self._goes_on(index - above - 1, index):
            above += 1
        signer = self.signature[1].name
        alike = above > 0 and index in self.dress
        title = titles_at(self.lines, index, above, self.known, None if alike or signer is None else signer.text)
        if title is None or title.year or index + 1 >= len(self.lines) or not year_below(self.lines[index + 1].plain):
            return title
        below = self.lines[index + 1]
        lines = range(title.lines.start, index + 2)
        return attrs.evolve(
            title, text=title.text + below.text, end=below.end, lines=lines, year=year_of_title(below.plain)
        )

    def _goes_on(self, above: int, below: int) -> bool:
        """Whether a title may go on from one line to another: they are set alike, and neither is one of the page."""
        if above < 0:
            return False
        text = self.lines[above].plain
        in_menu = above > 0 and year_below(text) and year_below(self.lines[above - 1].plain)
        return (
            could_name(text)
            and not in_menu
            and not is_label_line(text)
            and above not in self._entries[1]
            and not (is_title(text) and year_of_title(text))
            and self.dress.get(above) == self.dress.get(below)
        )

    @cached_property
    def dress(self) -> Mapping[int, tuple[str, int | None]]:
        """How the markup sets lines: as a heading with its level, bold, or as a link."""
        return dress_of(self.lines, self.observed.markup)

    def _weight(self, title: Title, *, listed: bool) -> int:
        """How much of the document agrees with a title."""
        kind = {self.dress.get(index, ("", None))[0] for index in title.lines}
        weight = 2 * (MarkupKind.HEADING in kind) + (MarkupKind.STRONG in kind) - 3 * (kind == {MarkupKind.LINK})
        weight += (title.year is not None) + (title.body is not None) - 3 * listed
        weight -= 4 * (title.lines.start in self._entries[1])
        if self.period and title.year:
            weight += 2 if year_of_period(self.period) == title.year else -2
        for other in self.called:
            weight += 2 * (without_blanks(other.text) == without_blanks(title.text)) + (other.year == title.year)
        if title.body:
            weight += any(related(title.body.text, name) for name in self.known)
        return weight

    # --- where the text begins and ends

    def first_line_behind(self, begin: int) -> int:
        """The first line of the text: behind the title, and behind what the page prints between them."""
        limit = min(begin + _BETWEEN, len(self.lines))
        opening = next((i for i in range(begin, limit) if self._opens_text(i)), None)
        for i in range(begin, limit):
            on_page = i in self._entries[1] or is_page_line(self.lines[i].plain)
            if not on_page and (opening is None or i >= opening):
                return i
        return limit

    def _opens_text(self, index: int) -> bool:
        """Whether a line can only be one of the report: a sentence, a heading by its words or by the markup."""
        if index in self._entries[1]:
            return False
        shown = self.dress.get(index, ("", None))[0] in (MarkupKind.HEADING, MarkupKind.STRONG)
        text = self.lines[index].plain
        return is_text(text) or (shown and not is_page_line(text) and not is_title(text))

    def byline(self, between: range) -> Words | None:
        """The body that stands alone below the title."""
        for index in between:
            signed = signature_at(self.lines[index])
            if signed and signed.name and index not in self._entries[1]:
                return signed.name
        return None

    @cached_property
    def end(self) -> int:
        """Where the page's footer begins: at the first footer line behind which only page lines follow."""
        begin = self.first or 0
        end = len(self.lines)
        for index in range(len(self.lines) - 1, begin - 1, -1):
            text = self.lines[index].plain
            if self._is_footer(index, text, end):
                end = index
            elif text.endswith(_SENTENCE) or len(text) > _LONG or _is_dated(self.lines[index]):
                break
            elif index + 1 == end and is_menu_word(text) and not self._is_under_heading(index):
                end = index
        return end

    def _is_footer(self, index: int, text: str, end: int) -> bool:
        if self.dress.get(index, ("",))[0] == MarkupKind.LINK:
            return True
        return is_footer(text) or (end == index + 1 and is_contact(text))

    def _is_under_heading(self, index: int) -> bool:
        """Whether a line stands directly under a numbered heading: then it is what the section says."""
        return index > 0 and is_numbered(self.lines[index - 1].plain)

    @cached_property
    def signature(self) -> tuple[tuple[int, ...], Signature]:
        """The body's name and the date under the text, on one line or two."""
        least = max(self.end - _SIGNED, 0)
        begin = next((i + 1 for i in range(self.end - 1, least, -1) if opens_section(self.lines[i].plain)), least)
        return next(
            (found for stop in (self.end, len(self.lines)) if (found := self._signed(begin, stop))[0]), _UNSIGNED
        )

    def _signed(self, begin: int, stop: int) -> tuple[tuple[int, ...], Signature]:
        found: tuple[tuple[int, ...], Signature] = _UNSIGNED
        for index in range(stop - 1, begin - 1, -1):
            one = signature_at(self.lines[index]) if could_be_dated(self.lines[index].plain) else None
            if one is None or not one.dated:
                continue
            before = signature_at(self.lines[index - 1]) if index > begin else None
            if one.name:
                return (index,), one
            if before and before.name and not before.dated:
                return (index - 1, index), attrs.evolve(one, name=before.name)
            below = signature_at(self.lines[index + 1]) if index + 1 < stop else None
            if below and below.name and not below.dated:
                return (index, index + 1), attrs.evolve(one, name=below.name)
            if not found[0] and stop - index <= _LAST and _is_day(self.lines[index].plain):
                found = (index,), one
        if (
            not found[0]
            and stop > begin
            and stop == self.end
            and (one := signature_at(self.lines[stop - 1]))
            and one.name
        ):
            return (stop - 1,), one
        return found


#: Names of contents that menus hold too.
_PLAIN_NAMES = ("概况", "概述", "基本情况", "总体", "收费")
_CALLED = re.compile(
    r"(?i)(?:article-?title|contenttitle|og:title|dc\.?title|title|headline|subject)\s{0,2}[:：]\s{0,2}"
)
_UNSIGNED: tuple[tuple[int, ...], Signature] = ((), UNSIGNED)
#: A title is broken over so many lines above its last one, and a date alone is a signature so near to the end.
_ABOVE, _LAST = 3, 6


def _is_dated(line: Line) -> bool:
    signed = signature_at(line) if could_be_dated(line.plain) else None
    return bool(signed and signed.dated)


def _is_day(text: str) -> bool:
    """Whether a date is written out as under a letter."""
    return "年" in text


def _listed(titles: Sequence[Title]) -> frozenset[int]:
    """The titles that stand in a list of several: each next to a like one of another year."""
    found: set[int] = set()
    for one, other in pairwise(titles):
        alike = one.year != other.year and (one.body is None) == (other.body is None)
        if alike and other.lines.start - one.lines.stop <= 1:
            found |= {one.lines.start, other.lines.start}
    return frozenset(found)


def dress_of(lines: Sequence[Line], markup: Iterable[Markup]) -> Mapping[int, tuple[str, int | None]]:
    """How the markup sets each line that lies within one of its stretches; headings count for more than links."""
    found: dict[int, tuple[str, int | None]] = {}
    for kind in (MarkupKind.LINK, MarkupKind.STRONG, MarkupKind.HEADING):
        index = 0
        for one in (one for one in markup if one.kind is kind):
            while index < len(lines) and lines[index].start < one.start:
                index += 1
            while index < len(lines) and lines[index].end <= one.end:
                found[index] = (kind, one.level)
                index += 1
    return found
