"""One sheet: its cells, which of them are merged, which rows and columns are not shown."""

import re
from collections.abc import Mapping

import attrs

from govdisclosure.errors import LimitExceeded
from govdisclosure.readers.package import Handler, Package
from govdisclosure.readers.xlsx.parts import Book, SheetPart, TextGatherer, is_set, local, plain, unescaped
from govdisclosure.readers.xlsx.shown import shown

__all__ = ["Merged", "SheetCells", "read_sheet"]

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
#: Longer numbers of rows, styles and texts are none.
_INDEX_DIGITS = 9
_TRUTH = {"1": "TRUE", "0": "FALSE"}
#: Truth values as some programs save them: formulas with a number for a result.
_TRUTH_FORMULAS = {"TRUE()": "TRUE", "FALSE()": "FALSE"}


@attrs.frozen
class Merged:
    """An area of merged cells, ends included; rows and columns count from 0."""

    top: int
    left: int
    bottom: int
    right: int


@attrs.define
class SheetCells:
    """The cells of a sheet that hold something, by row and column from 0.

    ``calculated`` counts the results of formulas among them; ``unsaved`` are formulas without a stored result, which
    stand here as their own text. ``visited`` counts all cells of the workbook so far, empty ones too.
    """

    name: str
    hidden: bool
    visited: int
    texts: dict[int, dict[int, str]] = attrs.field(factory=dict)
    merged: list[Merged] = attrs.field(factory=list)
    hidden_rows: set[int] = attrs.field(factory=set)
    hidden_columns: list[tuple[int, int]] = attrs.field(factory=list)
    calculated: int = 0
    unsaved: list[str] = attrs.field(factory=list)

    def is_hidden_column(self, column: int) -> bool:
        """Whether a column is not shown."""
        return any(first <= column <= last for first, last in self.hidden_columns)


def read_sheet(package: Package, part: SheetPart, book: Book, visited: int) -> SheetCells:
    """The cells of a sheet. ``LimitExceeded`` for a cell beyond the bounds, wherever the sheet says that it ends."""
    reader = _Sheet(package, SheetCells(name=part.name, hidden=part.hidden, visited=visited), book)
    if not package.parse(part.path, reader):
        raise package.broken()
    return reader.made


class _Sheet(Handler):
    """A sheet while its part is read."""

    def __init__(self, package: Package, made: SheetCells, book: Book) -> None:
        self.package, self.made, self.book, self.limits = package, made, book, package.limits
        self._row = self._column = -1
        self._cell: dict[str, str] = {}
        self._inline = TextGatherer()
        self._formula: list[str] | None = None
        self._value: list[str] | None = None
        self._to: list[str] | None = None
        self._in_inline = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        name = local(tag)
        if self._in_inline:
            self._inline.start(name)
            return
        match name:
            case "c":
                self._begin(attributes)
            case "v":
                self._value = self._to = []
            case "f":
                self._formula = self._to = []
            case "is":
                self._in_inline = True
            case "row":
                self._begin_row(plain(attributes))
            case "col":
                self._hide_columns(plain(attributes))
            case "mergeCell":
                self._merge(attributes.get("ref", ""))

    def data(self, text: str) -> None:
        """Text."""
        if self._in_inline:
            self._inline.data(text)
        elif self._to is not None:
            self._to.append(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        name = local(tag)
        if name == "is":
            self._in_inline = False
        elif self._in_inline:
            self._inline.end(name)
        elif name in ("v", "f"):
            self._to = None
        elif name == "c":
            self._end()

    # --- rows and columns

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        number = _index(attributes.get("r", ""))
        self._row = number - 1 if number else self._row + 1
        self._column = -1
        if is_set(attributes.get("hidden")):
            self.made.hidden_rows.add(self._row)

    def _hide_columns(self, attributes: Mapping[str, str]) -> None:
        first, last = _index(attributes.get("min", "")), _index(attributes.get("max", ""))
        if is_set(attributes.get("hidden")) and first and last:
            self.made.hidden_columns.append((first - 1, last - 1))

    def _merge(self, reference: str) -> None:
        corners = [_place(corner) for corner in reference.split(":")]
        if len(corners) == 2 and corners[0] and corners[1]:  # noqa: PLR2004 - two corners
            (top, left), (bottom, right) = corners[0], corners[1]
            self.made.merged.append(Merged(min(top, bottom), min(left, right), max(top, bottom), max(left, right)))
            if len(self.made.merged) > self.limits.xlsx_cells:
                raise LimitExceeded("xlsx_cells", len(self.made.merged), self.limits.xlsx_cells)

    # --- cells

    def _begin(self, attributes: Mapping[str, str]) -> None:
        self.made.visited += 1
        if self.made.visited > self.limits.xlsx_cells:
            raise LimitExceeded("xlsx_cells", self.made.visited, self.limits.xlsx_cells)
        place = _place(attributes.get("r", ""))
        if place:
            self._row, self._column = place
        else:
            self._column += 1
        self._cell = dict(attributes)
        self._formula = self._value = None

    def _end(self) -> None:
        text = self._text()
        if not text:
            return
        for limit, value, bound in (
            ("xlsx_rows", self._row + 1, self.limits.xlsx_rows),
            ("xlsx_columns", self._column + 1, self.limits.xlsx_columns),
        ):
            if value > bound:
                raise LimitExceeded(limit, value, bound)
        self.made.texts.setdefault(self._row, {})[self._column] = text

    def _text(self) -> str:
        kind = self._cell.get("t", "n")
        inline = self._inline.taken()
        stored = "".join(self._value or ())
        if self._formula is not None:
            if not stored and kind != "str":  # saved by a program that does not calculate
                words = "=" + "".join(self._formula)
                self.made.unsaved.append(words)
                return words
            self.made.calculated += bool(stored)
            if (truth := _TRUTH_FORMULAS.get("".join(self._formula).strip().upper())) and stored in _TRUTH:
                return truth
        match kind:
            case "s":
                return self._shared(stored)
            case "inlineStr":
                return inline
            case "str":
                return unescaped(stored)
            case "b":
                return _TRUTH.get(stored, stored)
            case "n":
                return shown(stored.strip(), self._format(), from_1904=self.book.from_1904)
        return stored

    def _shared(self, stored: str) -> str:
        """A shared text; a number that none has is damage, and no blank cell."""
        number = _index(stored)
        if number is None and not stored:
            return ""
        if number is None or number >= len(self.book.texts):
            raise self.package.broken()
        return self.book.texts[number]

    def _format(self) -> str:
        number = _index(self._cell.get("s", "0")) or 0
        return self.book.formats[number] if number < len(self.book.formats) else ""


def _index(text: str) -> int | None:
    """A number from 0 on of a few digits."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _INDEX_DIGITS else None


def _place(reference: str) -> tuple[int, int] | None:
    """Row and column of a reference such as ``B7``, from 0."""
    match = _REFERENCE.fullmatch(reference)
    if not match or match[2].strip("0") == "":
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1
