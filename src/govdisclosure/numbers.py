"""Numbers and dates as printed, and as values.

Only the digits named here are digits (``int("١٧٣")`` and ``"²".isdigit()`` succeed in Python, and must not
succeed here). Nothing is guessed: a text that is not wholly a number gives ``None``.
"""

import re
from datetime import date, time
from decimal import Decimal

__all__ = [
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
_DATE = re.compile(r"([0-9]{4})\s?(?:年|[-/.])\s?([0-9]{1,2})\s?(?:月|[-/.])\s?([0-9]{1,2})\s?日?")
_CHINESE_DATE = re.compile(
    r"([〇○零一二三四五六七八九Oo0]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?")


def parse_date(text: str) -> date | None:
    """A date as printed: ``2015年3月31日``, ``2015-03-31``, ``2015/3/31``, ``二〇一五年三月三十一日``."""
    if match := _DATE.fullmatch(to_ascii(text)):
        parts: tuple[int | None, ...] = tuple(int(group) for group in match.groups())
    elif match := _CHINESE_DATE.fullmatch(text):
        year = match[1].translate(str.maketrans("Oo0", "〇〇〇"))
        parts = (parse_chinese(year), parse_chinese(match[2]), parse_chinese(match[3]))
    else:
        return None
    try:
        day = date(*[part or 0 for part in parts])
    except ValueError:
        return None
    return day if day.year >= _FIRST_YEAR else None


def parse_time(text: str) -> time | None:
    """A time of day as printed: ``16:18:08`` or ``16:18``."""
    match = _TIME.fullmatch(to_ascii(text))
    try:
        return time(int(match[1]), int(match[2]), int(match[3] or 0)) if match else None
    except ValueError:
        return None
