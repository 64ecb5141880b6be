"""Numbers and dates as printed, and as values.

Only the digits named here are digits (``int("١٧٣")`` and ``"²".isdigit()`` succeed in Python, and must not
succeed here). Nothing is guessed: a text that is not wholly a number gives ``None``.
"""

import re
from datetime import date, time
from decimal import Decimal

__all__ = [
    "DATE",
    "date_of",
    "format_chinese",
    "parse_chinese",
    "parse_date",
    "parse_number",
    "parse_time",
    "to_ascii",
]

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％：－", "0123456789.,%:-")
_PLAIN = re.compile(r"[0-9]{1,30}(?:\.[0-9]{1,20})?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,8}(?:\.[0-9]{1,20})?")
_CHINESE_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
_CHINESE_DIGITS |= {c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")} | {"两": 2, "○": 0}
_CHINESE_DIGITS |= {"兩": 2, "貳": 2, "參": 3, "陸": 6}
_CHINESE_PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_CHINESE_GROUPS = (("亿", 10**8), ("億", 10**8), ("万", 10**4), ("萬", 10**4))


def to_ascii(text: str) -> str:
    """Full-width digits and number signs as ASCII; every other character as it was. Length is kept."""
    return text if text.isascii() else text.translate(_FULL_WIDTH)


def parse_number(text: str) -> int | Decimal | None:
    """A printed number in ASCII or full-width digits, thousands marks allowed in groups of three.

    ``"1,234"`` is 1234; ``"48.07"`` a decimal that keeps its two places; ``"12,34"`` is no number.
    """
    plain = to_ascii(text)
    if not (_PLAIN.fullmatch(plain) or _GROUPED.fullmatch(plain)):
        return None
    plain = plain.replace(",", "")
    return Decimal(plain) if "." in plain else int(plain)


def parse_chinese(text: str) -> int | None:
    """A number in Chinese numerals below 10^16: ``一百二十``, ``两千零一十四``, ``二〇一四``, ``廿三``.

    Places must fall from left to right, and a place that is left out must be marked by 零: ``一百二`` is
    refused, because it may stand for 120 or be half a number.
    """
    text = text.replace("廿", "二十").replace("卅", "三十")
    if not text:
        return None
    if len(text) > 1 and all(c in _CHINESE_DIGITS for c in text):
        return int("".join(str(_CHINESE_DIGITS[c]) for c in text)) if len(text) <= 16 else None  # noqa: PLR2004
    return _grouped(text, leading=True)


def _grouped(text: str, *, leading: bool) -> int | None:
    """Split at 亿, then 万; each group below it is a number below 10000 (亿 may stand over 万)."""
    for mark, weight in _CHINESE_GROUPS:
        if mark not in text:
            continue
        head, _, tail = text.partition(mark) if weight == 10**4 else text.rpartition(mark)
        high = _grouped(head, leading=leading)
        if high is None or high == 0 or high * weight >= 10**16:
            return None
        if not tail:
            return high * weight
        gap = tail[0] in "零〇○"
        low = _grouped(tail[1:] if gap else tail, leading=gap)
        if low is None or low == 0 or low >= weight or gap != (low < weight // 10):
            return None
        return high * weight + low
    return _below_ten_thousand(text, leading=leading)


def _below_ten_thousand(text: str, *, leading: bool) -> int | None:
    """Thousands, hundreds, tens and units in falling order; ``leading`` allows 十五 for 一十五."""
    total, last, digit, zero = 0, 10**4, None, False
    for index, char in enumerate(text):
        if char in _CHINESE_PLACES:
            place = _CHINESE_PLACES[char]
            if digit is None and not (place == 10 and ((index == 0 and leading) or last == 100)):  # noqa: PLR2004
                return None
            if place >= last or (total and zero != (place * 10 < last)) or digit == 0:
                return None
            total, last, digit, zero = total + (1 if digit is None else digit) * place, place, None, False
        elif char in _CHINESE_DIGITS and digit is None:
            value = _CHINESE_DIGITS[char]
            if value == 0 and total and not zero:
                zero = True
            else:
                digit = value
        else:
            return None
    if digit is None:
        return None if zero or not total else total
    if total and (digit == 0 or zero != (last > 10)):  # noqa: PLR2004
        return None
    return total + digit


def format_chinese(number: int) -> str:
    """A number from 0 to 10^16-1 in the usual Chinese numerals: 120 is ``一百二十``, 10 is ``十``."""
    if not 0 <= number < 10**16:
        raise ValueError(number)
    text = _format_grouped(number)
    return text[1:] if text.startswith("一十") else text


def _format_grouped(number: int) -> str:
    for mark, weight in (("亿", 10**8), ("万", 10**4)):
        if number >= weight:
            high, low = divmod(number, weight)
            gap = "零" if 0 < low < weight // 10 else ""
            return _format_grouped(high) + mark + gap + (_format_grouped(low) if low else "")
    if number == 0:
        return "零"
    out, pending = "", False
    for mark, place in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, place)
        if digit:
            out += ("零" if pending and out else "") + "零一二三四五六七八九"[digit] + mark
            pending = False
        else:
            pending = True
    return out


#: Years before this one have fewer than four digits: no such date is printed in a report.
_FIRST_YEAR = 1000
_BLANK = r"[ \t\u3000\xa0]{0,3}"
_NUMERALS = "〇○零一二三四五六七八九"
#: A day as it is printed: digits of any width or Chinese numerals, blanks between them, 元月, 号.
DATE = re.compile(
    rf"(?P<year>[0-9０-９]{{4}}|[{_NUMERALS}OoＯ0]{{4}}){_BLANK}年{_BLANK}"
    rf"(?P<month>[0-9０-９]{{1,2}}|元|[一二三四五六七八九十]{{1,2}}){_BLANK}月{_BLANK}"
    rf"(?P<day>[0-9０-９]{{1,2}}(?![0-9０-９]){_BLANK}[日号]?|[一二三四五六七八九十廿卅]{{1,3}}{_BLANK}[日号])"
    rf"|(?P<y>[0-9０-９]{{4}}){_BLANK}(?P<sign>[年./．／-]){_BLANK}"
    rf"(?P<m>[0-9０-９]{{1,2}}){_BLANK}[月./．／-]{_BLANK}(?P<d>[0-9０-９]{{1,2}})(?![0-9０-９])(?:{_BLANK}日)?"
)
_ZEROS = str.maketrans("OoＯ0", "〇〇〇〇")
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?")


def parse_date(text: str) -> date | None:
    """A date as printed: ``2015年3月31日``, ``2015-03-31``, ``2015 年元月 31 号``, ``二〇一五年三月三十一日``."""
    match = DATE.fullmatch(text)
    return date_of(match) if match else None


def date_of(match: re.Match[str]) -> date | None:
    """The day that a match of :data:`DATE` prints; ``None`` where the calendar has none."""
    year, month, day = (match[long] or match[short] for long, short in (("year", "y"), ("month", "m"), ("day", "d")))
    parts = [
        _part(year.translate(_ZEROS) if set(year) & set(_NUMERALS) else year),
        _part(month),
        _part(day.rstrip(_UNITS)),
    ]
    try:
        found = date(*[part or 0 for part in parts])
    except ValueError:
        return None
    return found if found.year >= _FIRST_YEAR else None


_UNITS = "日号 \t\u3000\xa0"


def _part(words: str) -> int | None:
    """A year, month or day in digits or Chinese numerals; 元 is the first month."""
    plain = to_ascii(words)
    if plain.isascii() and plain.isdigit():
        return int(plain)
    return 1 if words == "元" else parse_chinese(words)


def parse_time(text: str) -> time | None:
    """A time of day as printed: ``16:18:08`` or ``16:18``."""
    match = _TIME.fullmatch(to_ascii(text))
    try:
        return time(int(match[1]), int(match[2]), int(match[3] or 0)) if match else None
    except ValueError:
        return None
