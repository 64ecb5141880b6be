"""The numbers that Word puts before paragraphs: counted here as it counts them."""

import re

import attrs

from govdisclosure.numbers import format_chinese
from govdisclosure.readers.docx.events import Named, value
from govdisclosure.readers.package import Handler

__all__ = ["Numbering"]

_LEVELS = 9
_HOLE = re.compile(r"%([1-9])")
_HIGHEST = 9_999
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x")),
    *((9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_CHINESE = frozenset(
    ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand")
)
_CIRCLED = frozenset(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"))
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
#: Signs before which nothing has to part a number from what follows it.
_CLOSING = "、）】》）．。"


@attrs.define
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    apart: bool = True
    style: str | None = None


@attrs.define
class _List:
    """A list that refers to another one, with the levels that it starts anew."""

    abstract: str = ""
    starts: dict[int, int] = attrs.field(factory=dict)


class Numbering(Handler):
    """The lists of a file, and how far each has counted. A handler of the part that holds them."""

    def __init__(self) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counted: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        self._names = Named()
        self._levels: dict[int, _Level] = {}
        self._level = _Level()
        self._list = _List()
        self._override = 0
        #: Forms of numbers that are shown as plain ones instead.
        self.unknown: dict[str, None] = {}

    # --- reading the part

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = self._names[tag]
        match name:
            case "abstractNum":
                self._levels = self._abstract[value(attributes, "abstractNumId") or ""] = {}
            case "num":
                self._list = self._lists[value(attributes, "numId") or ""] = _List()
                self._levels = {}
            case "lvl":
                self._level = self._levels[_number(value(attributes, "ilvl"))] = _Level()
            case "lvlOverride":
                self._override = _number(value(attributes, "ilvl"))
            case _:
                self._property(name, value(attributes) or "")

    def _property(self, name: str, said: str) -> None:
        match name:
            case "abstractNumId":
                self._list.abstract = said
            case "startOverride":
                self._list.starts[self._override] = _number(said)
            case "start":
                self._level.start = _number(said)
            case "numFmt":
                self._level.form = said
            case "lvlText":
                self._level.text = said
            case "suff":
                self._level.apart = said != "nothing"
            case "pStyle":
                self._level.style = said

    # --- numbering paragraphs

    def level_of(self, number: str, style: str | None) -> int:
        """The level at which a list numbers the paragraphs of a style."""
        levels = self._abstract.get(self._lists[number].abstract, {}) if number in self._lists else {}
        return next((at for at, level in levels.items() if style is not None and level.style == style), 0)

    def next(self, number: str, level: int) -> str:
        """What stands before the next paragraph of a list at a level, with what parts it from the text."""
        if number not in self._lists or not 0 <= level < _LEVELS:
            return ""
        one = self._lists[number]
        levels = self._abstract.get(one.abstract, {})
        if level not in levels:
            return ""
        counted = self._counted.setdefault(one.abstract, [None] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for at, start in one.starts.items():
                if 0 <= at < _LEVELS:
                    counted[at] = start - 1
        before = counted[level]
        counted[level] = levels[level].start if before is None else before + 1
        counted[level + 1 :] = [None] * (_LEVELS - level - 1)
        return self._shown(levels, level, counted)

    def _shown(self, levels: dict[int, _Level], level: int, counted: list[int | None]) -> str:
        this = levels[level]
        if this.form in ("bullet", "none"):
            return ""

        def filled(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = levels.get(at, _Level())
            count = counted[at]
            return self._written(other.start if count is None else count, other.form)

        shown = _HOLE.sub(filled, this.text)
        if not shown or not this.apart or shown.endswith(tuple(_CLOSING)):
            return shown
        return f"{shown} "

    def _written(self, count: int, form: str) -> str:
        count = max(0, min(count, _HIGHEST))
        if form in _CHINESE:
            return format_chinese(count)
        if form in _CIRCLED and 1 <= count <= 20:  # noqa: PLR2004 - so many circled numbers stand in a row
            return chr(0x2460 + count - 1)
        if form in ("lowerLetter", "upperLetter") and count:
            letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
            return letter if form == "lowerLetter" else letter.upper()
        if form in ("lowerRoman", "upperRoman"):
            return _roman(count) if form == "lowerRoman" else _roman(count).upper()
        return self._digits(count, form)

    def _digits(self, count: int, form: str) -> str:
        match form:
            case "decimal":
                return str(count)
            case "decimalZero":
                return f"{count:02}"
            case "decimalFullWidth" | "decimalFullWidth2":
                return str(count).translate(_FULL_WIDTH)
            case "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital":
                return str(count).translate(str.maketrans("0123456789", "〇一二三四五六七八九"))
            case "ideographTraditional" if 1 <= count <= len(_STEMS):
                return _STEMS[count - 1]
            case "ideographZodiac" if 1 <= count <= len(_BRANCHES):
                return _BRANCHES[count - 1]
        self.unknown[form] = None
        return str(count)


def _number(text: str | None) -> int:
    return int(text[:6]) if text and text.isascii() and text.isdecimal() else 0


def _roman(count: int) -> str:
    written = ""
    for number, letters in _ROMAN:
        many, count = divmod(count, number)
        written += letters * many
    return written
