"""The lines of a text with their places."""

import re
from collections.abc import Iterator
from functools import cached_property

import attrs

from govdisclosure.declare import FIRST_YEAR, LAST_YEAR
from govdisclosure.numbers import parse_chinese, to_ascii
from govdisclosure.readers.characters import BARS, folded
from govdisclosure.readers.mirrored import simplified

__all__ = ["BLANK", "Line", "Words", "lines_of", "possible_year", "without_blanks", "year_in"]

_RAW = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
#: White space within a line.
BLANK = " \t\u3000\xa0\u2002\u2003\u2009\u200b\ufeff"
#: A cell that holds the title of an annual report; a quick look before the pattern of titles.
_TITLED = "公开"
_TITLED_CELL = re.compile(
    r"[^。]{0,60}(?:信息公开|政务公开)[^。]{0,24}(?:报告|年报|总结)"
    r"(?:[（(][^）)]{1,12}[）)]|[.．][a-z]{2,5}|[》”])?[ 　]?"
)
#: A row of a drawn frame that holds one cell, or a line with the bar of one side.
_FRAMED = re.compile(rf"[{BARS}]?[ \t\u3000\xa0]*([^{BARS}]*[^{BARS} \t\u3000\xa0])[ \t\u3000\xa0]*[{BARS}]?")
_YEAR = re.compile(r"([0-9０-９]{4}|[〇○ＯO0零一二三四五六七八九]{4})[ 　]?(?:—[0-9]{4})?年")


@attrs.frozen
class Line:
    """A line without the white space and the bars of a frame around it. Offsets in code points of the text."""

    text: str
    start: int
    end: int

    @cached_property
    def plain(self) -> str:
        """The text with usual simplified characters, of the same length: what patterns look at."""
        return simplified(folded(self.text))


@attrs.frozen
class Words:
    """Words of the document, with their offsets in its text."""

    text: str
    start: int
    end: int


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text that hold more than white space."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    for match in _RAW.finditer(text):
        raw = match.group()
        if stripped := _unframed(raw.strip(BLANK)):
            begin = match.start() + raw.index(stripped)
            line = Line(stripped, begin, begin + len(stripped))
            if (
                _TITLED in stripped
                and "\t" in stripped
                and any(_TITLED_CELL.fullmatch(cell) for cell in stripped.split("\t"))
            ):
                yield from _cells(line)
            else:
                yield line


def _unframed(text: str) -> str:
    framed = text[:1] in BARS or text[-1:] in BARS
    return match[1] if framed and (match := _FRAMED.fullmatch(text)) else text


def _cells(line: Line) -> Iterator[Line]:
    """The cells of a row that lays out the page and holds the title."""
    at = line.start
    for cell in line.text.split("\t"):
        if words := cell.strip(BLANK):
            begin = at + cell.index(words)
            yield Line(words, begin, begin + len(words))
        at += len(cell) + 1


def without_blanks(text: str) -> str:
    """A text without the white space in it."""
    return "".join(text.split()).replace("\u200b", "").replace("\ufeff", "")


def possible_year(year: int | None) -> int | None:
    """A year of which a report can speak."""
    return year if year is not None and FIRST_YEAR <= year <= LAST_YEAR else None


def year_in(text: str) -> int | None:
    """The first year named in a text, in digits or in Chinese numerals."""
    match = _YEAR.search(text)
    if not match:
        return None
    digits = to_ascii(match[1])
    return int(digits) if digits.isdigit() else parse_chinese(re.sub("[ＯO○0]", "〇", match[1]))
