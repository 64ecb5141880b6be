"""How a stored value is printed in a cell: a number in its number format, a date, a truth value.

A number keeps every digit that is stored: a format adds zeros, signs and words, and never hides a digit.
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache

import attrs

__all__ = ["BUILT_IN", "shown"]

#: The number formats that files name by number alone and that matter here; dates among them by one of each kind.
BUILT_IN: Mapping[str, str] = {
    "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%",
    "37": "#,##0", "38": "#,##0", "39": "#,##0.00", "40": "#,##0.00", "49": "@",
    **dict.fromkeys(("14", "15", "16", "17", *map(str, range(27, 32)), "36", *map(str, range(50, 59))), "yyyy-m-d"),
    **dict.fromkeys(("18", "19", "20", "21", "32", "33", "34", "35", "45", "46", "47"), "h:mm:ss"),
    "22": "yyyy-m-d h:mm",
}  # fmt: skip
_GENERAL = ("general", "g/通用格式")
#: One piece of a format: a quoted or escaped literal, a condition or currency, padding, or one character.
_PIECE = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[(?P<bracket>[^\]]*)\]|[_*].|(?P<sign>.)', re.DOTALL)
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_DATE_LETTERS = frozenset("ymdhsYMDHS")
_NUMBER = re.compile(r"[+-]?[0-9]{1,400}(?:\.[0-9]{0,400})?(?:[eE][+-]?[0-9]{1,3})?|[+-]?\.[0-9]{1,400}")
#: The digits that a binary number of a spreadsheet keeps for sure, and that programs show.
_DIGITS = 15
_FIRST_DAY, _FIRST_DAY_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - local, without zone
#: Spreadsheets count a day that the year 1900 did not have; the last day is that of the year 9999.
_LEAP, _LAST = 60, 2_958_465
_DAY = 86_400


@attrs.frozen
class Format:
    """What a number format prints around a number, and how many decimal places at least."""

    kind: str
    places: int = 0
    percent: bool = False
    before: str = ""
    behind: str = ""


def shown(stored: str, code: str, *, from_1904: bool) -> str:
    """A stored number as its cell prints it; what is no number stays as it is."""
    if not _NUMBER.fullmatch(stored):
        return stored
    value = _exact(stored)
    form = _format(code)
    if form.kind == "date":
        return _date(value, from_1904=from_1904) or _plain(value, 0)
    if form.percent:
        return _plain(value.scaleb(2), form.places) + "%"
    before = form.before.replace("+", "" if value <= 0 else "+")
    return before + _plain(value, form.places) + form.behind


def _exact(stored: str) -> Decimal:
    """The number that is meant: whole numbers as stored, others without the last digits of a binary number."""
    try:
        value = Decimal(stored)
    except InvalidOperation:  # pragma: no cover - the pattern lets no such text through
        return Decimal(0)
    digits = len(value.as_tuple().digits)
    if digits <= _DIGITS or value == value.to_integral_value():
        return value
    rounded = value.quantize(Decimal(1).scaleb(value.adjusted() - _DIGITS + 1))
    return rounded.normalize() if rounded else Decimal(0)


def _plain(value: Decimal, places: int) -> str:
    """Digits with a point and at least so many places."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, _, fraction = text.partition(".")
    fraction = fraction.ljust(places, "0")
    return f"{whole}.{fraction}" if fraction else "0" if whole == "-0" else whole


def _date(value: Decimal, *, from_1904: bool) -> str | None:
    if not 0 <= value < _LAST:
        return None
    seconds = int((value * _DAY).to_integral_value())
    if seconds < _DAY:
        return _clock(seconds)
    first = _FIRST_DAY_1904 if from_1904 else _FIRST_DAY
    if not from_1904 and value < _LEAP:
        first += timedelta(days=1)
    day = first + timedelta(seconds=seconds)
    clock = seconds % _DAY
    return f"{day:%Y-%m-%d}" + (f" {_clock(clock)}" if clock else "")


def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    clock = f"{minutes // 60:02}:{minutes % 60:02}"
    return f"{clock}:{rest:02}" if rest else clock


@lru_cache(maxsize=2**10)
def _format(code: str) -> Format:
    if code.lower().startswith(_GENERAL) or not code:
        return Format("general")
    return _Scan(code).format()


class _Scan:
    """The first section of a number format, piece by piece."""

    def __init__(self, code: str) -> None:
        self.words = ["", ""]
        self.places = 0
        self.digits = self.point = self.percent = self.date = self.other = False
        for match in _PIECE.finditer(code):
            if match["sign"] == ";":
                break
            self._piece(match)

    def _piece(self, match: re.Match[str]) -> None:
        bracket = match["bracket"]
        if bracket is not None:
            self.date |= bool(_ELAPSED.fullmatch(bracket))
            self._literal(bracket[1:].partition("-")[0] if bracket.startswith("$") else "")
        elif (sign := match["sign"]) is not None:
            self._sign(sign)
        else:
            self._literal(match["quoted"] or match["escaped"] or "")

    def _sign(self, sign: str) -> None:
        if sign in "0#?":
            self.digits = True
            self.places += sign == "0" and self.point
        elif sign == ".":
            self.point = True
        elif sign == "%":
            self.percent = True
        elif sign in _DATE_LETTERS:
            self.date = True
        elif sign in "/E@":  # fractions, powers of ten, texts
            self.other = True
        elif not sign.isspace() and sign not in ",-()":
            self._literal(sign)

    def _literal(self, words: str) -> None:
        self.words[self.digits] += words.strip()

    def format(self) -> Format:
        if self.digits and not self.date:
            if self.other:
                return Format("general")
            before, behind = self.words
            return Format("number", self.places, self.percent, before, behind)
        return Format("date") if self.date else Format("general")
