"""The parts of a workbook around its sheets: which sheets there are, shared texts, number formats."""

import re
from collections.abc import Iterator, Mapping

import attrs

from govdisclosure.readers.package import Handler, Package
from govdisclosure.readers.raised import LOWERED, RAISED
from govdisclosure.readers.xlsx.shown import BUILT_IN

__all__ = [
    "Book",
    "CellStyle",
    "SheetPart",
    "TextGatherer",
    "index",
    "is_set",
    "local",
    "plain",
    "read_book",
    "unescaped",
]

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATES = range(0xD800, 0xE000)
#: Longer numbers of rows, styles and texts are none.
_INDEX_DIGITS = 9
_TRUE = ("1", "true", "on")
_SCRIPTS = {"superscript": RAISED, "subscript": LOWERED}


@attrs.frozen
class SheetPart:
    """A sheet: its name on the tab, the path of its part, and whether it is shown."""

    name: str
    path: str
    hidden: bool


@attrs.frozen
class CellStyle:
    """How the cells of a style show what they hold: the number format, and how the font sets it."""

    format: str = ""
    script: str = ""
    struck: bool = False

    def shown(self, text: str) -> str:
        """A text with raised or lowered digits as the characters of that look."""
        return text.translate(_SCRIPTS[self.script]) if self.script in _SCRIPTS else text


@attrs.frozen
class Book:
    """What all sheets share. ``styles`` are those of cells, by their index.

    ``struck`` holds what is struck through of a shared text, by its index; ``texts`` are what is seen of each.
    """

    sheets: tuple[SheetPart, ...]
    texts: tuple[str, ...]
    struck: Mapping[int, str]
    styles: tuple[CellStyle, ...]
    from_1904: bool


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(" ")[2]


def plain(attributes: Mapping[str, str]) -> dict[str, str]:
    """Attributes without their namespaces."""
    return {local(name): value for name, value in attributes.items()}


def is_set(value: str | None) -> bool:
    """Whether an attribute says yes."""
    return value is not None and value.lower() in _TRUE


def index(text: str) -> int | None:
    """A number from 0 on of a few digits."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _INDEX_DIGITS else None


def read_book(package: Package) -> Book:
    """The parts of a workbook that its sheets need."""
    main, _ = package.main()
    reader = _Workbook()
    if not package.parse(main, reader) or not reader.is_workbook:
        raise package.broken()
    by_id = {id_: part for kind in _SHEETS for id_, part in package.related(main, kind).items()}
    sheets = tuple(
        SheetPart(name, by_id[relation], hidden) for name, relation, hidden in reader.sheets if relation in by_id
    )
    texts, styles = _SharedTexts(), _Styles()
    for path in list(package.related(main, "sharedStrings").values())[:1]:
        package.parse(path, texts)
    for path in list(package.related(main, "styles").values())[:1]:
        package.parse(path, styles)
    return Book(sheets, tuple(texts.found), texts.struck, tuple(styles.found()), reader.from_1904)


#: The kinds of the relations that lead to sheets of cells, to charts that fill a sheet, to dialogs, to macros of 1992.
_SHEETS = ("worksheet", "chartsheet", "dialogsheet", "xlMacrosheet")


class _Workbook(Handler):
    """The sheets that a workbook lists, in the order of their tabs."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.from_1904 = self.is_workbook = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        values = plain(attributes)
        self.is_workbook |= local(tag) == "workbook"
        if local(tag) == "sheet":
            hidden = values.get("state", "visible") != "visible"
            self.sheets.append((values.get("name", ""), values.get("id", ""), hidden))
        elif local(tag) == "workbookPr":
            self.from_1904 = is_set(values.get("date1904"))


class TextGatherer:
    """The text of an ``si`` or ``is`` element: all its runs, without the guides to their reading (``rPh``)."""

    def __init__(self) -> None:
        self._seen: list[str] = []
        self._struck: list[str] = []
        self._in_text = self._is_struck = False
        self._script = ""
        self._guides = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        match name:
            case "rPh":
                self._guides += 1
            case "r":
                self._is_struck, self._script = False, ""
            case "strike":
                self._is_struck = is_set(attributes.get("val", "1"))
            case "vertAlign":
                self._script = attributes.get("val", "")
        self._in_text = name == "t" and not self._guides

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "rPh":
            self._guides -= 1
        self._in_text = False

    def data(self, text: str) -> None:
        """Characters."""
        if self._in_text and self._is_struck:
            self._struck.append(text)
        elif self._in_text:
            self._seen.append(text.translate(_SCRIPTS[self._script]) if self._script in _SCRIPTS else text)

    def taken(self) -> tuple[str, str]:
        """What is seen of the text gathered so far, and what is struck through; the next one begins."""
        seen, struck = unescaped("".join(self._seen)), unescaped("".join(self._struck)) if self._struck else ""
        self._seen.clear()
        self._struck.clear()
        self._is_struck, self._script = False, ""
        return seen, struck


def unescaped(text: str) -> str:
    """A text with the characters for which ``_xHHHH_`` stands, and with one kind of line end."""
    if "_x" in text:
        text = _ESCAPED.sub(_meant, text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _meant(match: re.Match[str]) -> str:
    point = int(match[1], 16)
    return match[0] if point in _SURROGATES else chr(point)


class _SharedTexts(Handler):
    """The texts that cells refer to by number."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.struck: dict[int, str] = {}
        self._text = TextGatherer()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._text.start(local(tag), attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        self._text.end(local(tag))
        if local(tag) == "si":
            seen, struck = self._text.taken()
            if struck:
                self.struck[len(self.found)] = struck
            self.found.append(seen)

    def data(self, text: str) -> None:
        """Text."""
        self._text.data(text)


class _Styles(Handler):
    """The number formats and fonts of the styles of cells."""

    def __init__(self) -> None:
        self._codes = dict(BUILT_IN)
        self._of_cells: list[tuple[str, str]] = []
        #: For each font how it raises or lowers, and whether it strikes through.
        self._fonts: list[tuple[str, bool]] = []
        #: The collection that is open: formats and fonts of differential styles number apart.
        self._open = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        match self._open, local(tag):
            case _, ("numFmts" | "cellXfs" | "fonts" | "dxfs") as name:
                self._open = name
            case "numFmts", "numFmt":
                self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            case "cellXfs", "xf":
                self._of_cells.append((attributes.get("numFmtId", "0"), attributes.get("fontId", "0")))
            case "fonts", "font":
                self._fonts.append(("", False))
            case "fonts", "vertAlign" if self._fonts:
                self._fonts[-1] = (attributes.get("val", ""), self._fonts[-1][1])
            case "fonts", "strike" if self._fonts:
                self._fonts[-1] = (self._fonts[-1][0], is_set(attributes.get("val", "1")))

    def end(self, tag: str) -> None:
        """An element ends."""
        if local(tag) == self._open:
            self._open = ""

    def found(self) -> Iterator[CellStyle]:
        """The styles of cells, in order; those that say the same are one."""
        same: dict[tuple[str, str], CellStyle] = {}
        for format_, font in self._of_cells:
            if (format_, font) not in same:
                number = index(font) or 0
                script, struck = self._fonts[number] if number < len(self._fonts) else ("", False)
                same[format_, font] = CellStyle(self._codes.get(format_, ""), script, struck)
            yield same[format_, font]
