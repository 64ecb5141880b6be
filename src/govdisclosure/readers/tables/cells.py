"""What a cell of a table says: a number, one kind of absence, or something that is no number.

Nothing is guessed. What looks like a number and is not written as one is *doubtful*: it counts only where the
sums of the table confirm it.
"""

import re
from decimal import Decimal
from functools import lru_cache

import attrs

from govdisclosure.cell import Absent, CellValue, LessThan
from govdisclosure.codelist import CodeList
from govdisclosure.declare import CellKind
from govdisclosure.model import Unit
from govdisclosure.numbers import parse_chinese, to_ascii
from govdisclosure.readers.tables.wording import UNSEEN

__all__ = ["UNITS", "Said", "is_value", "read_cell"]

_NOT_APPLICABLE = frozenset("/／\\＼-－—–―‐‑−﹣")
_NONE_IN_WORDS = frozenset({"无", "無", "不适用", "不適用", "不涉及", "无此项", "無此項"})
_INTEGER = r"[0-9]{1,16}|[0-9]{1,3}(?:[,，][0-9]{3}){1,5}"
_NUMBER = rf"(?:{_INTEGER})(?:\.[0-9]{{1,20}})?"
_PLAIN = re.compile(rf"[+-]?(?:{_NUMBER})")
_CHANGE = re.compile(rf"(?P<word>增加|增长|增|减少|减|減少|減)(?P<number>{_INTEGER})[件项條条]?")
_WITH_NOTE = re.compile(rf"(?P<number>{_NUMBER})[(（【\[].{{0,200}}[)）】\]]", re.DOTALL)
_BOUND = re.compile(rf"[<＜](?P<number>{_NUMBER})")
#: Groups that are not of three digits, zeros in front, letters for digits, blanks between digits.
_DOUBTFUL = re.compile(r"[0-9OoＯ〇○lI,.\s]{1,24}")
#: A mark that leads to a note, before a number or behind it.
_MARK = "[¹²³⁰⁴-⁹₀-₉①-⑳⓪❶-❿*＊※†‡]{1,4}"
_MARKED_BY_NOTE = re.compile(rf"(?:{_MARK})?\s?(?P<number>{_NUMBER}[\u4e00-\u9fff]{{0,2}})\s?(?:{_MARK})?")
_CHINESE = re.compile(
    r"(?P<number>[〇○零一二两兩三四五六七八九十廿卅百千万萬壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]{1,16})(?P<unit>[\u4e00-\u9fff]{0,2})"
)
#: The header of a column of one year.
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年度?")
#: Digits that a narrow column has broken over lines.
_BROKEN = re.compile(r"[0-9]{1,16}(?:\n[0-9]{1,16}){1,4}")
#: What is no number that can be read, and stands where one should.
_LOOSE = re.compile(
    r"(?:约|近|超|共|大约)[0-9][0-9,.]{0,20}[\u4e00-\u9fff]?"
    r"|[0-9][0-9,.]{0,20}(?:余|多|左右|以上|以下)[\u4e00-\u9fff]?"
    r"|[0-9][0-9,.]{0,20}[/~～%–—:-][0-9/~～%–—:,. -]{0,20}"
    r"|[#*?？■□…]{1,8}[A-Z/0!?]{0,8}"
    r"|=[^\n]{1,8192}"  # a formula of which no result is known
)
#: Digits, with marks between them wherever they stand.
_MARKED = re.compile(r"[0-9]{1,16}|[0-9]{1,7}(?:,[0-9]{1,7}){1,5}")
#: Places behind a whole number, which say nothing.
_ZEROS = re.compile(r"\.00?\Z")
_LIKE_DIGITS = str.maketrans("OoＯ〇○lI", "0000011")
#: Words behind a number of things; usage differs between offices, and none of them changes the number.
_COUNTED = frozenset(
    {"件", "条", "條", "次", "项", "項", "个", "個", "人", "篇", "人次", "宗", "起", "份", "场", "期", "类"}
)
_CURRENCY = re.compile(r"\A(?:人民币|人民幣|[¥￥])(?=[0-9])")
#: Other signs than the hyphen that stand for minus.
_MINUS = re.compile(r"\A[−–—](?=[0-9])")
_MONEY = {"元": 0, "万元": 4, "萬元": 4, "亿元": 8, "億元": 8}
#: Words that stand in a column of units.
UNITS = _COUNTED | _MONEY.keys()
#: Tables say the same short things again and again; so many of them are remembered.
_SHORT, _REMEMBERED = 16, 2**12
#: A unit may be any short word; behind a space it is one that is known, and else the number is that of a label.
_SPACED = "|".join(sorted(UNITS))
_WITH_UNIT = re.compile(rf"(?P<number>[+-]?(?:{_NUMBER}))(?:(?P<unit>[\u4e00-\u9fff]{{1,3}})|\s(?P<spaced>{_SPACED}))")
_MONEY_OF_UNIT = {Unit.CNY: 0, Unit.CNY_10K: 4}


@attrs.frozen(kw_only=True)
class Said:
    """What a cell says: its value, whether that is doubtful, and its text where it says more than the value.

    A number that is ``joined`` from digits on several lines is doubtful, and the likely one all the same.
    """

    value: CellValue
    doubtful: bool = False
    joined: bool = False
    printed: str | None = None


def is_value(text: str) -> bool:
    """Whether a text is what a cell holds rather than what heads it: it begins like a number or says that none is."""
    return (_short_is_value if len(text) <= _SHORT else _is_value)(text)


def _is_value(text: str) -> bool:
    plain = _plain(text)
    if not plain or _is_absence(plain):
        return True
    if _YEAR.fullmatch(plain):
        return False
    if _LOOSE.fullmatch(plain):
        return True
    return bool(_WITH_UNIT.fullmatch(plain) or _WITH_NOTE.fullmatch(plain) or _CHANGE.fullmatch(plain)
                or _PLAIN.fullmatch(plain) or _BOUND.fullmatch(plain) or _DOUBTFUL.fullmatch(plain)
                or _MARKED_BY_NOTE.fullmatch(plain) or _chinese(plain))  # fmt: skip


def _chinese(plain: str) -> str | None:
    """A number in Chinese numerals and its unit with ASCII digits; ``None`` where a text is none."""
    match = _CHINESE.fullmatch(plain)
    number = parse_chinese(match["number"]) if match else None
    if match is None or number is None or (match["unit"] and match["unit"] not in UNITS):
        return None
    return f"{number}{match['unit']}"


def read_cell(text: str, kind: CellKind, unit: CodeList | None, printed_unit: str = "") -> Said:
    """What a cell says; ``printed_unit`` is the unit that its header prints."""
    return (_short_read if len(text) <= _SHORT else _read)(text, kind, unit, printed_unit)


def _read(text: str, kind: CellKind, unit: CodeList | None, printed_unit: str) -> Said:
    plain = _plain(text)
    if not plain:
        return Said(value=Absent.BLANK)
    if _is_absence(plain):
        return Said(value=Absent.NOT_APPLICABLE, printed=text if plain in _NONE_IN_WORDS else None)
    said = _number(plain, kind, unit, printed_unit) or _doubtful(plain, kind)
    if said is None or not _allowed(said.value, kind):
        return Said(value=Absent.UNREADABLE, printed=text)
    return attrs.evolve(said, printed=text) if said.printed else said


_short_is_value = lru_cache(maxsize=_REMEMBERED)(_is_value)
_short_read = lru_cache(maxsize=_REMEMBERED)(_read)


def _plain(text: str) -> str:
    """The text with full-width digits as ASCII ones, without spaces around it."""
    plain = to_ascii(text.translate(UNSEEN)).replace("，", ",").replace("＋", "+").strip()
    return _MINUS.sub("-", _CURRENCY.sub("", plain))


def _is_absence(plain: str) -> bool:
    return plain in _NONE_IN_WORDS or (len(plain) <= 3 and all(char in _NOT_APPLICABLE for char in plain))  # noqa: PLR2004


def _number(plain: str, kind: CellKind, unit: CodeList | None, printed_unit: str) -> Said | None:
    """A number that is written as one, with a sign, a unit or a note at most."""
    if kind.bounds and (match := _BOUND.fullmatch(plain)):
        return Said(value=LessThan(_exact(match["number"])))
    if _PLAIN.fullmatch(plain):
        return _plain_number(plain, kind, unit, printed_unit)
    if kind.signed and (match := _CHANGE.fullmatch(plain)):
        sign = -1 if match["word"][0] in "减減" else 1
        return Said(value=sign * int(_exact(match["number"])), printed=plain)
    if match := _WITH_UNIT.fullmatch(plain):
        return _with_unit(match["number"], match["unit"] or match["spaced"], kind, unit)
    if match := _WITH_NOTE.fullmatch(plain):
        said = _plain_number(match["number"], kind, unit, printed_unit)
        return attrs.evolve(said, printed=plain) if said else None
    written = match["number"] if (match := _MARKED_BY_NOTE.fullmatch(plain)) else _chinese(plain)
    said = _number(written, kind, unit, printed_unit) if written and written != plain else None
    return attrs.evolve(said, printed=plain) if said else None


def _exact(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _plain_number(digits: str, kind: CellKind, unit: CodeList | None, printed_unit: str) -> Said | None:
    if digits[0] in "+-" and not kind.signed:
        return None
    value = _exact(digits)
    whole = digits.lstrip("+-").partition(".")[0]
    zeros = whole.startswith("0") and whole != "0"
    if kind.exact:
        said = _money(value, printed_unit, unit) if printed_unit in _MONEY else Said(value=value)
        return said and attrs.evolve(said, doubtful=zeros)
    if value != value.to_integral_value():
        return None
    # 5.00 is five; with three places the point could part thousands.
    places = len(digits.partition(".")[2])
    return Said(value=int(value), doubtful=places > 2 or zeros)  # noqa: PLR2004


def _money(value: Decimal, printed: str, unit: CodeList | None) -> Said | None:
    """An amount in the unit of the form; its digits are moved, never rounded."""
    asked = _MONEY_OF_UNIT.get(unit) if isinstance(unit, Unit) else None
    if asked is None:
        return None
    by = _MONEY[printed] - asked
    return Said(value=value.scaleb(by) if by < 0 else value * 10**by, printed=None if by == 0 else printed)


def _with_unit(digits: str, printed: str, kind: CellKind, unit: CodeList | None) -> Said | None:
    """A number with its unit behind it, which has to be that of the cell, or of money."""
    if printed in (_MONEY if kind.exact else _COUNTED):
        said = _plain_number(digits, kind, unit, printed)
        return said and attrs.evolve(said, printed=printed)
    return None


def _doubtful(plain: str, kind: CellKind) -> Said | None:
    """What may be a number if letters stand for digits or spaces have come between them."""
    if (
        kind.exact
        or not _DOUBTFUL.fullmatch(plain)
        or not any(char.isdigit() for char in plain.translate(_LIKE_DIGITS))
    ):
        return None
    digits = _ZEROS.sub("", re.sub(r"\s", "", plain.translate(_LIKE_DIGITS)))
    if not _MARKED.fullmatch(digits):
        return None
    # Thousands that are parted by marks tell a number that is broken over two lines from two numbers.
    if _BROKEN.fullmatch(plain) and not digits.startswith("0"):
        return Said(value=int(digits), doubtful=True, joined=True, printed=plain)
    broken = "," in digits and plain.replace("\n", "") == digits and bool(re.fullmatch(_INTEGER, digits))
    return Said(value=int(digits.replace(",", "")), doubtful=not broken, printed=None if broken else plain)


def _allowed(value: CellValue, kind: CellKind) -> bool:
    if isinstance(value, LessThan):
        return kind.bounds
    if isinstance(value, Absent):
        return True
    return kind.low <= value <= kind.high and (not isinstance(value, Decimal) or _fits(value))


def _fits(value: Decimal) -> bool:
    """Whether an exact decimal has no more digits than the documents of the library keep."""
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and -20 <= exponent <= 0 and len(value.as_tuple().digits) <= 30  # noqa: PLR2004
