"""One sheet: its cells, which of them are merged, which rows and columns are not shown."""

import re
from collections.abc import Mapping

import attrs

from govdisclosure.errors import LimitExceeded
from govdisclosure.readers.package import Handler, Package
from govdisclosure.readers.xlsx.parts import (
    Book,
    CellStyle,
    SheetPart,
    TextGatherer,
    index,
    is_set,
    local,
    plain,
    unescaped,
)
from govdisclosure.readers.xlsx.shown import shown

__all__ = ["Merged", "SheetCells", "column_letters", "read_sheet"]

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
#: A text that is a number as people type it; longer ones are telephone numbers and codes.
_TYPED = re.compile(r"[+-]?[0-9]{1,9}(?:,[0-9]{3}){0,3}(?:\.[0-9]{1,10})?")
_TEXTS = frozenset(("s", "inlineStr", "str"))
_DIGITS = frozenset("0123456789")
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
    stand here as their own text. ``struck`` are words that are struck through, which no cell shows. ``numbers`` counts
    the numbers, ``typed`` are the places of texts that would be numbers; ``filled`` counts the cells of the workbook
    so far, those that hold nothing left out.
    """

    name: str
    path: str
    hidden: bool
    filled: int
    texts: dict[int, dict[int, str]] = attrs.field(factory=dict)
    merged: list[Merged] = attrs.field(factory=list)
    hidden_rows: set[int] = attrs.field(factory=set)
    #: First and last columns of stretches that are not shown.
    hidden_columns: list[tuple[int, int]] = attrs.field(factory=list)
    calculated: int = 0
    unsaved: list[str] = attrs.field(factory=list)
    struck: list[str] = attrs.field(factory=list)
    numbers: int = 0
    typed: list[tuple[int, int]] = attrs.field(factory=list)


def read_sheet(package: Package, part: SheetPart, book: Book, filled: int) -> SheetCells:
    """The cells of a sheet. ``LimitExceeded`` for a cell beyond the bounds, wherever the sheet says that it ends."""
    made = SheetCells(name=part.name, path=part.path, hidden=part.hidden, filled=filled)
    reader = _Sheet(package, made, book)
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
        #: The text that the cell itself holds: what is seen of it, and what is struck through.
        self._own = "", ""
        #: The styles that cells have had so far, by the index as it is written.
        self._styles: dict[str, CellStyle] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        name = local(tag)
        if self._in_inline:
            self._inline.start(name, attributes)
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
            self._own = self._inline.taken()
        elif self._in_inline:
            self._inline.end(name)
        elif name in ("v", "f"):
            self._to = None
        elif name == "c":
            self._end()

    # --- rows and columns

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        number = index(attributes.get("r", ""))
        self._row = number - 1 if number else self._row + 1
        self._column = -1
        if is_set(attributes.get("hidden")) or _is_nothing(attributes.get("ht")):
            self.made.hidden_rows.add(self._row)

    def _hide_columns(self, attributes: Mapping[str, str]) -> None:
        first, last = index(attributes.get("min", "")), index(attributes.get("max", ""))
        hidden = is_set(attributes.get("hidden")) or _is_nothing(attributes.get("width"))
        if hidden and first and last:
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
        place = _place(attributes.get("r", ""))
        if place:
            self._row, self._column = place
        else:
            self._column += 1
        self._cell = dict(attributes)
        self._formula = self._value = None
        self._own = "", ""

    def _end(self) -> None:
        style = self._style()
        text = self._text(style)
        if style.struck:
            self._strike(text)
            return
        if not text:
            return
        made, limits = self.made, self.limits
        if self._row >= limits.xlsx_rows:
            raise LimitExceeded("xlsx_rows", self._row + 1, limits.xlsx_rows)
        if self._column >= limits.xlsx_columns:
            raise LimitExceeded("xlsx_columns", self._column + 1, limits.xlsx_columns)
        made.filled += 1
        if made.filled > limits.xlsx_cells:
            raise LimitExceeded("xlsx_cells", made.filled, limits.xlsx_cells)
        self.package.count_shown(len(text))  # many cells may refer to one text
        made.texts.setdefault(self._row, {})[self._column] = style.shown(text) if style.script else text
        if self._formula is None:
            self._note_kind(text)

    def _note_kind(self, text: str) -> None:
        """Whether the cell holds a number, or a text that would be one."""
        kind = self._cell.get("t", "n")
        if kind == "n":
            self.made.numbers += 1
        elif kind in _TEXTS and text.rstrip()[-1:] in _DIGITS and _TYPED.fullmatch(text.strip()):
            self.made.typed.append((self._row, self._column))

    def _strike(self, words: str) -> None:
        """Words that are struck through."""
        if words:
            self.package.count_shown(len(words))
            self.made.struck.append(words)

    def _text(self, style: CellStyle) -> str:
        kind = self._cell.get("t", "n")
        stored = "".join(self._value or ())
        if self._formula is not None:
            if not stored and kind != "str":  # saved by a program that does not calculate
                words = "=" + "".join(self._formula)
                self.made.unsaved.append(words)
                return words
            self.made.calculated += bool(stored)
            if (truth := _TRUTH_FORMULAS.get("".join(self._formula).strip().upper())) and stored in _TRUTH:
                return truth
        if kind == "s":
            return self._shared(stored)
        if kind == "inlineStr":
            seen, struck = self._own
            self._strike(struck)
            return seen
        return self._plain(kind, stored, style.format)

    def _plain(self, kind: str, stored: str, code: str) -> str:
        match kind:
            case "str":
                return unescaped(stored)
            case "b":
                return _TRUTH.get(stored, stored)
            case "n":
                return shown(stored.strip(), code, from_1904=self.book.from_1904)
        return stored

    def _shared(self, stored: str) -> str:
        """A shared text; a number that none has is damage, and no blank cell."""
        number = index(stored)
        if number is None and not stored:
            return ""
        if number is None or number >= len(self.book.texts):
            raise self.package.broken()
        if number in self.book.struck:
            self._strike(self.book.struck[number])
        return self.book.texts[number]

    def _style(self) -> CellStyle:
        written = self._cell.get("s", "0")
        if (style := self._styles.get(written)) is None:
            number = index(written) or 0
            style = self.book.styles[number] if number < len(self.book.styles) else CellStyle()
            self._styles[written] = style
        return style


def _is_nothing(size: str | None) -> bool:
    """Whether a height or a width is none: people hide rows so."""
    return size is not None and size.strip("0.") == "" and size != ""


def column_letters(column: int) -> str:
    """The name of a column: A for 0, AA for 26."""
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _place(reference: str) -> tuple[int, int] | None:
    """Row and column of a reference such as ``B7``, from 0."""
    match = _REFERENCE.fullmatch(reference)
    if not match or match[2].strip("0") == "":
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1
