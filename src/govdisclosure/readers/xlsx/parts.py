"""The parts of a workbook around its sheets: which sheets there are, shared texts, number formats."""

import posixpath
import re
from collections.abc import Mapping

import attrs

from govdisclosure.readers.package import Handler, Package
from govdisclosure.readers.xlsx.shown import BUILT_IN

__all__ = ["Book", "SheetPart", "TextGatherer", "is_set", "local", "plain", "read_book", "unescaped"]

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATES = range(0xD800, 0xE000)
_TRUE = ("1", "true", "on")


@attrs.frozen
class SheetPart:
    """A sheet: its name on the tab, the path of its part, and whether it is shown."""

    name: str
    path: str
    hidden: bool


@attrs.frozen
class Book:
    """What all sheets share. ``formats`` are the number formats of the styles, by their index."""

    sheets: tuple[SheetPart, ...]
    texts: tuple[str, ...]
    formats: tuple[str, ...]
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


def read_book(package: Package) -> Book:
    """The parts of a workbook that its sheets need."""
    main = _targets(package, "", "").get("officeDocument", ["xl/workbook.xml"])[0]
    folder, file = posixpath.split(main)
    relations = _targets(package, folder, file)
    reader = _Workbook()
    if not package.parse(main, reader):
        raise package.broken()
    by_id = {key: target for key, target in relations.items() if key.startswith(_ID)}
    sheets = tuple(
        SheetPart(name, by_id[_ID + relation][0], hidden)
        for name, relation, hidden in reader.sheets
        if _ID + relation in by_id
    )
    texts, styles = _SharedTexts(), _Styles()
    for path in relations.get("sharedStrings", ())[:1]:
        package.parse(path, texts)
    for path in relations.get("styles", ())[:1]:
        package.parse(path, styles)
    return Book(sheets, tuple(texts.found), tuple(styles.formats()), reader.from_1904)


#: Marks the ids of relations among their kinds.
_ID = "#"


def _targets(package: Package, folder: str, file: str) -> dict[str, list[str]]:
    """The parts that a part refers to, by the kind of the relation and by its id; parts elsewhere are left alone."""
    relations = _Relations(folder)
    package.parse(posixpath.join(folder, "_rels", f"{file}.rels"), relations)
    return relations.found


class _Relations(Handler):
    """What a part in a folder refers to."""

    def __init__(self, folder: str) -> None:
        self.found: dict[str, list[str]] = {}
        self._folder = folder

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if local(tag) != "Relationship" or attributes.get("TargetMode") == "External":
            return
        target = attributes.get("Target", "")
        inside = target.lstrip("/") if target.startswith("/") else posixpath.join(self._folder, target)
        kind = attributes.get("Type", "").rpartition("/")[2]
        for key in (kind, _ID + attributes.get("Id", "")):
            self.found.setdefault(key, []).append(posixpath.normpath(inside))


class _Workbook(Handler):
    """The sheets that a workbook lists, in the order of their tabs."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.from_1904 = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        values = plain(attributes)
        if local(tag) == "sheet":
            hidden = values.get("state", "visible") != "visible"
            self.sheets.append((values.get("name", ""), values.get("id", ""), hidden))
        elif local(tag) == "workbookPr":
            self.from_1904 = is_set(values.get("date1904"))


class TextGatherer:
    """The text of an ``si`` or ``is`` element: all its runs, without the guides to their reading (``rPh``)."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._in_text = False
        self._guides = 0

    def start(self, name: str) -> None:
        """An element begins."""
        if name == "rPh":
            self._guides += 1
        self._in_text = name == "t" and not self._guides

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "rPh":
            self._guides -= 1
        self._in_text = False

    def data(self, text: str) -> None:
        """Characters."""
        if self._in_text:
            self._parts.append(text)

    def taken(self) -> str:
        """The text gathered so far; the next one begins."""
        text = unescaped("".join(self._parts))
        self._parts.clear()
        return text


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
        self._text = TextGatherer()

    def start(self, tag: str, _: Mapping[str, str]) -> None:
        """An element begins."""
        self._text.start(local(tag))

    def end(self, tag: str) -> None:
        """An element ends."""
        self._text.end(local(tag))
        if local(tag) == "si":
            self.found.append(self._text.taken())

    def data(self, text: str) -> None:
        """Text."""
        self._text.data(text)


class _Styles(Handler):
    """The number formats of the styles of cells."""

    def __init__(self) -> None:
        self._codes = dict(BUILT_IN)
        self._of_cells: list[str] = []
        self._within = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        match local(tag):
            case "numFmt":
                self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            case "cellXfs":
                self._within = True
            case "xf" if self._within:
                self._of_cells.append(attributes.get("numFmtId", "0"))

    def end(self, tag: str) -> None:
        """An element ends."""
        if local(tag) == "cellXfs":
            self._within = False

    def formats(self) -> list[str]:
        return [self._codes.get(one, "") for one in self._of_cells]
