"""Workbooks that are written (XlsxWriter): the same bytes every time, texts that stay texts, numbers that stay exact.

This module needs the extra ``xlsx``; nothing imports it before a workbook is asked for.
"""

import io
import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

__all__ = ["MOST", "Book", "Heights", "cut", "is_exact", "number_format", "width_of"]

#: Written into every workbook in place of a clock.
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the properties of a workbook have no zone
#: What a program that is asked to edit a text would take for a formula; full-width forms too.
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
#: A cell holds 32,767 UTF-16 units; half as many characters always fit.
MOST = 16_383
#: So many digits of a number are kept by every spreadsheet program.
_DIGITS = 15
_FEW = 10**_DIGITS
_NAME_LENGTH = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
#: The height of a line and the highest row, in points.
_LINE, _HIGHEST = 15, 400
#: Characters that are as wide as two others: ideographs, kana, syllables of Korean, full-width forms, pictographs.
_WIDE = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
                   "\U0001f300-\U0001faff\U00020000-\U0003fffd]")  # fmt: skip
_LETTER, _APART = re.compile(r"[^\W\d_]"), re.compile("[\u2066-\u2068][^\u2069]*\u2069")


class Book:
    """A workbook in the making."""

    def __init__(self, *, right_to_left: bool = False) -> None:
        self._stream = io.BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._book = Workbook(self._stream, options)
        self._book.set_properties({"created": _CREATED})
        self._right_to_left = right_to_left
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        #: The format of each object that says a look: most cells share few of them.
        self._of_look: dict[int, tuple[Mapping[str, Any], Format]] = {}
        #: Looks with one thing added, by the object of the look and what was added.
        self._changed: dict[tuple[int, str], tuple[Mapping[str, Any], Mapping[str, Any]]] = {}
        self._names: set[str] = set()

    def sheet(self, name: str, *, official: bool = False) -> Worksheet:
        """A new sheet; its name is cut to what tabs can hold, and is no other's.

        An ``official`` one keeps the direction of its form, whatever that of the locale is.
        """
        title = self._free(name)
        sheet: Worksheet = self._book.add_worksheet(title)
        if self._right_to_left and not official:
            sheet.right_to_left()
        sheet.set_paper(9)  # A4
        return sheet

    def _free(self, name: str) -> str:
        plain = _NOT_IN_NAMES.sub(" ", name).strip() or "1"
        number, made = 1, plain[:_NAME_LENGTH].strip()
        while made.casefold() in self._names:
            number += 1
            made = f"{plain[: _NAME_LENGTH - len(str(number)) - 1].strip()} {number}"
        self._names.add(made.casefold())
        return made

    def format(self, look: Mapping[str, Any]) -> Format:
        """A format; one object for each look."""
        known = self._of_look.get(id(look))
        if known is not None:
            return known[1]
        key = tuple(look.items())
        found = self._formats.get(key)
        if found is None:
            found = self._formats[key] = self._book.add_format(dict(look))
        self._of_look[id(look)] = look, found
        return found

    def text(self, sheet: Worksheet, row: int, column: int, words: str, look: Mapping[str, Any]) -> None:
        """A text of at most :func:`cut` length, which no program takes for anything else."""
        if not words:
            sheet.write_blank(row, column, None, self.format(look))
            return
        if words[0] in _FORMULA:
            look = self._with(look, "quote_prefix", value=True)  # it stays a text when it is edited
        if not words.isascii():  # XML cannot hold these two, and no escape of spreadsheets stands for them
            if "\ufffe" in words or "\uffff" in words:
                words = words.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
            if _is_right_to_left(words):
                look = self._with(look, "reading_order", value=2)
        sheet.write_string(row, column, words, self.format(look))

    def _with(self, look: Mapping[str, Any], name: str, *, value: Any) -> Mapping[str, Any]:
        """A look with one thing more; the same object every time."""
        changed = self._changed.get((id(look), name))
        if changed is None:
            changed = self._changed[id(look), name] = look, {**look, name: value}
        return changed[1]

    def number(self, sheet: Worksheet, row: int, column: int, value: int | Decimal, look: Mapping[str, Any]) -> None:
        """A number that :func:`is_exact`; the look says how it is printed."""
        sheet.write_number(row, column, float(value), self.format(look))

    def formula(self, sheet: Worksheet, row: int, column: int, formula: str, look: Mapping[str, Any]) -> None:
        """A formula of ours, never of a text. No result is stored, so that every program calculates it."""
        result: Any = ""  # an empty one is allowed, and is none
        sheet.write_formula(row, column, formula, self.format(look), result)

    def merge(self, sheet: Worksheet, area: tuple[int, int, int, int], look: Mapping[str, Any]) -> None:
        """Merge an area (top, left, bottom, right) of more than one cell; what stands in it is written after it."""
        sheet.merge_range(*area, "", self.format(look))

    def done(self) -> bytes:
        """The bytes of the workbook; nothing can be added to it."""
        self._book.close()
        return self._stream.getvalue()


@lru_cache(maxsize=2**12)
def _is_right_to_left(words: str) -> bool:
    """Whether the first letter of a text, stretches kept apart aside, is of a script from right to left.

    Programs differ in what they make of a text that begins with a number in brackets, if nobody tells them.
    """
    first = _LETTER.search(_APART.sub("", words) if "\u2069" in words else words)
    return first is not None and unicodedata.bidirectional(first[0]) in ("R", "AL")


class Heights:
    """How high the rows of a sheet have to be for their words to be seen: not every program finds that by itself."""

    def __init__(self) -> None:
        self._lines: dict[int, int] = {}

    def add(self, row: int, words: str, width: int) -> None:
        """Words in a cell of a row, in a column of so many characters."""
        if len(words) * 2 <= width and "\n" not in words:
            return
        lines = sum(-(-width_of(line) // max(width - 1, 1)) or 1 for line in words.split("\n"))
        if lines > self._lines.get(row, 1):
            self._lines[row] = lines

    def set(self, sheet: Worksheet) -> None:
        """Set the heights of rows with more than one line."""
        for row, lines in self._lines.items():
            sheet.set_row(row, min(_LINE * lines, _HIGHEST))


def cut(words: str) -> list[str]:
    """A text in pieces that cells can hold."""
    if len(words) <= MOST:
        return [words]
    return [words[at : at + MOST] for at in range(0, len(words), MOST)] or [""]


def is_exact(value: int | Decimal) -> bool:
    """Whether spreadsheet programs keep every digit of a number."""
    if isinstance(value, int) and -_FEW < value < _FEW:
        return True
    return len(Decimal(value).normalize().as_tuple().digits) <= _DIGITS and _places(value) <= _DIGITS


def number_format(value: int | Decimal, *, signed: bool = False, before: str = "", behind: str = "") -> str:
    """The number format that prints a number with its scale, words around it, and a sign where it is a change."""
    places = _places(value)
    digits = "#,##0" + (f".{'0' * places}" if places else "")
    if before or behind:
        digits = f"{_quoted(before)}{digits}{_quoted(behind)}"
    return f"+{digits};-{digits};{digits}" if signed else digits


def _places(value: int | Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent)) if isinstance(value, Decimal) else 0


def _quoted(words: str) -> str:
    return "".join(f'"{part}"' for part in words.replace('"', "").split("\n") if part)


@lru_cache(maxsize=2**12)
def width_of(words: str) -> int:
    """How many columns of a screen the longest line of a text takes; Chinese characters take two."""
    if words.isascii() and "\n" not in words:
        return len(words)
    return max(len(line) + len(_WIDE.findall(line)) for line in words.split("\n"))
