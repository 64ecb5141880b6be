"""Numbers in running Chinese text, each with its classifier and the words that make it approximate.

A number becomes a token only with a classifier behind it (or as 百分之…). Dates, document numbers, telephone
numbers and names carry none and never become tokens; ordinals and numbers inside 《》 or “” are refused here.
"""

import heapq
import re
from collections.abc import Iterator
from decimal import Decimal

import attrs

from govdisclosure.declare import MAX_COUNT
from govdisclosure.model import Unit
from govdisclosure.numbers import parse_chinese, parse_number

__all__ = ["CLASSIFIERS", "PATTERNS", "Token", "doubtful_numbers", "tokens"]

#: Printed classifiers and their units, longest first where one begins another.
CLASSIFIERS: dict[str, Unit] = {
    "个工作日": Unit.WORKING_DAY,
    "工作日": Unit.WORKING_DAY,
    "个百分点": Unit.PERCENTAGE_POINT,
    "百分点": Unit.PERCENTAGE_POINT,
    "人次": Unit.PERSON_TIME,
    "批次": Unit.BATCH,
    "个大类": Unit.CATEGORY,
    "大类": Unit.CATEGORY,
    "%": Unit.PERCENT,
    "％": Unit.PERCENT,
    "﹪": Unit.PERCENT,
    "条": Unit.ITEM,
    "件": Unit.PIECE,
    "篇": Unit.ARTICLE,
    "期": Unit.ISSUE,
    "次": Unit.TIME,
    "人": Unit.PERSON,
    "名": Unit.PERSON,
    "份": Unit.COPY,
    "起": Unit.CASE,
    "个": Unit.UNIT,
    "处": Unit.SPOT,
    "家": Unit.ORGANIZATION,
    "项": Unit.MATTER,
    "类": Unit.CATEGORY,
    "场": Unit.SESSION,
    "册": Unit.VOLUME,
    "封": Unit.LETTER,
    "台": Unit.DEVICE,
    "分": Unit.SCORE,
    "倍": Unit.MULTIPLE,
    "天": Unit.CALENDAR_DAY,
    "元": Unit.CNY,
}
#: Classifiers without a code of their own, and those that their things are read like.
_UNCODED: dict[str, Unit] = {
    "户次": Unit.PERSON_TIME,
    "户": Unit.UNIT,
    "所": Unit.ORGANIZATION,
    "张": Unit.COPY,
    "种": Unit.UNIT,
    "套": Unit.UNIT,
    "块": Unit.UNIT,
    "宗": Unit.UNIT,
}
_DIGITS = "0-9０-９"
_CHINESE = "〇零一二三四五六七八九十百千两廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
_CLASSIFIER = "|".join(re.escape(text) for text in CLASSIFIERS)
_UNCODED_ONE = "|".join(_UNCODED)
_GAPS = r" \u00a0\u2009\u202f"
_GAP = re.compile(f"[{_GAPS}]")
_NUMBER = (
    rf"[{_DIGITS}]{{1,3}}(?:[{_GAPS}][{_DIGITS}]{{3}}){{1,4}}(?:[.．][{_DIGITS}]{{1,4}})?"
    rf"|[{_DIGITS}][{_DIGITS},，.．]{{0,20}}|[{_CHINESE}]{{1,8}}[万亿][{_CHINESE}]{{1,8}}|[{_CHINESE}]{{1,12}}|(?<=[近上])(?=[万亿])"
)
_HUNDREDTHS = rf"[{_CHINESE}点]{{1,12}}|[{_DIGITS}]{{1,3}}(?:[.．][{_DIGITS}]{{1,4}})?"
_BEFORE = "大约|约|近|超过|超|逾|突破|将近|不下"
_TOKEN = re.compile(
    # A match begins with one of the characters of these: others are passed over without a trial.
    rf"(?=[{_DIGITS}{_CHINESE}万亿{_BEFORE}])(?P<before>{_BEFORE})?"
    rf"(?:(?P<share>百分之)(?P<hundred>{_HUNDREDTHS})"
    rf"|(?<![{_DIGITS}])(?P<number>{_NUMBER})[ 　]?(?P<more>余|多)?(?P<scale>万|亿|萬|億)?(?P<more2>余|多)?[ 　]?"
    rf"(?P<classifier>(?!个(?:半|多)?(?:月|小时|季度|星期|年头))(?:{_CLASSIFIER})|(?:{_UNCODED_ONE})(?!类)|[（(](?:件|条|次|人|项|份|篇)[)）]))"
    rf"(?:[（(](?:篇|条|件|次|人|项|份)[)）])?(?P<after>以上|左右|多|余)?"
)
#: Numbers that are printed without a classifier: 粉丝量386万, 阅读量1.3万, 得分81.7.
_PEOPLE, _VISITS, _SCORES = "粉丝|关注|用户|听众|订阅", "阅读|访问|点击|浏览|播放", "得分|总分|评分"
_BARE = re.compile(
    rf"(?=[{_PEOPLE}{_VISITS}{_SCORES}])(?:(?P<people>{_PEOPLE})|(?P<visits>{_VISITS})|(?P<score>{_SCORES}))"
    rf"(?:者|人|总)?(?:数|量)?(?:累计)?(?:已|共)?(?:达到|达|为|突破|超过|超|近|约|有|：)?"
    rf"(?P<number>[{_DIGITS}][{_DIGITS},.．]{{0,20}})(?P<scale>万|亿)?(?P<more>余|多)?(?=[，。；、）);]|,(?![{_DIGITS}])|\Z)"
)
_SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_RUN = re.compile(rf"[{_DIGITS}][{_DIGITS},.．]*|[{_CHINESE}]+")
#: Fewer followers or visits than this are no number without a classifier.
_FEW = 100
_ROUND = {"": 1, "百": 100, "千": 1000}
_CLOSED = (("《", "》"), ("“", "”"), ("‘", "’"), ("「", "」"), ("〔", "〕"))

#: For the tests of pattern safety: every pattern with texts that it has to match and that it must not.
PATTERNS = {
    "token": (
        _TOKEN,
        ("308条", "百分之百", "26.8万条", "约1.5万件", "四百六十余人次"),
        ("2014年", "〔2014〕32号"),
    ),
}


@attrs.frozen
class Token:
    """A number with its classifier. ``start``/``end`` are offsets in the text, end exclusive.

    ``value`` is an integer for counts and a decimal for measures. ``plain`` says that it was written in digits,
    ``coded`` that its classifier has a code; otherwise ``unit`` is the one whose things it is read like.
    """

    start: int
    end: int
    value: int | Decimal
    unit: Unit
    approximate: bool
    plain: bool
    coded: bool = True

    @property
    def told(self) -> Unit | None:
        """The unit that a figure of this number has."""
        return self.unit if self.coded else None


def tokens(text: str) -> Iterator[Token]:
    """Every number with a classifier, in order, outside of titles, quotations and ordinals.

    Followers, visits and scores are numbers without one, too.
    """
    closed = _closed_positions(text)
    bare = [token for match in _BARE.finditer(text) if (token := _bare(match)) and not closed[token.start]]
    if bare:
        yield from heapq.merge(_classified(text, closed), bare, key=lambda token: token.start)
    else:
        yield from _classified(text, closed)


def _bare(match: re.Match[str]) -> Token | None:
    unit = Unit.PERSON if match["people"] else Unit.TIME if match["visits"] else Unit.SCORE
    value = parse_number(match["number"].replace("，", ","))
    if value is None or (unit is not Unit.SCORE and not match["scale"] and value < _FEW):
        return None
    if match["scale"]:
        value *= _SCALES[match["scale"]]
    if unit is Unit.SCORE:
        value = Decimal(value)
    elif value != int(value):
        return None
    else:
        value = int(value)
    return Token(
        match.start("number"),
        match.end(),
        value,
        unit,
        approximate=bool(match["more"]) or match.group().rfind("约") > 0,
        plain=True,
        coded=False,
    )


def _classified(text: str, closed: bytearray) -> Iterator[Token]:
    at = 0
    while match := _TOKEN.search(text, at):
        token = _token(text, match)
        if token and not closed[token.start]:
            yield token
            at = token.end
        else:
            at = _next_start(text, match)


def doubtful_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where digits with thousands marks stand before a classifier and are no number: 12,34件."""
    for match in _TOKEN.finditer(text) if "," in text else ():
        written = match["number"] or ""
        if "," in written.strip(",") and parse_number(written) is None and not _is_joined(text, match.start("number")):
            yield match.start("number"), match.end()


def _next_start(text: str, match: re.Match[str]) -> int:
    """Where to look again after a refused match: behind its run of digits, so that no half number is read."""
    begin = match.start("number") if match["number"] else match.start()
    run = _RUN.match(text, begin)
    return max(begin + 1, run.end() if run else 0)


def _token(text: str, match: re.Match[str]) -> Token | None:
    begin = match.start("share") if match["share"] else match.start("number")
    if match["share"]:
        value = _hundredth(match["hundred"])
        return _made(match, begin, value, Unit.PERCENT, plain=match["hundred"][0] not in _CHINESE)
    if _is_joined(text, begin) or text[match.end() : match.end() + 1] == "+":
        return None
    written = _GAP.sub("", match["number"])
    plain = bool(written) and written[0] not in _CHINESE
    value = parse_number(written.replace("，", ",")) if plain else parse_chinese(written)
    if value is None and text[begin - 1 : begin] in ("近", "上"):
        value = _ROUND.get(written)  # 近百条, 上万条
    printed = match["classifier"].strip("（()）")
    unit = CLASSIFIERS.get(printed) or _UNCODED[printed]
    scale = match["scale"]
    if value is None or (printed in _UNCODED and (not plain or value < 2)):  # noqa: PLR2004 - 一种, 四张清单
        return None
    if unit is Unit.CNY and scale:
        unit = Unit.CNY_10K if scale in "万萬" else Unit.CNY_100M
    elif scale:
        value = value * _SCALES[scale]
    return _made(match, begin, value, unit, plain=plain, coded=printed not in _UNCODED)


#: A number that ends a range, or a count of articles: 第1至18项, 11—30件.
_RANGE = re.compile(
    r"(?:第[0-9一二三四五六七八九十]{1,4}[条项次个]?(?:至|到|、(?:[0-9一二三四五六七八九十]{1,4}、){0,4})|[0-9０-９][条件项个]?[—～~])\Z"
)


def _is_joined(text: str, begin: int) -> bool:
    if _RANGE.search(text, max(0, begin - 20), begin):
        return True
    before = text[max(0, begin - 2) : begin].rstrip(" 　")
    if before and before[-1] in "同每任某唯统专单逐不合之" and text[begin] == "一":
        return True  # 同一人, 每一项, 逐一件
    if before[-1:] == "队" and text[begin] == "伍":
        return True
    if before[-1:] in "长致" and text[begin : begin + 2] == "一封":
        return True  # 致家长一封信
    return bool(before) and (before[-1] in "第·•.．-－/〔[" or (before[-1].isascii() and before[-1].isalnum()))


def _made(
    match: re.Match[str],
    begin: int,
    value: int | Decimal | None,
    unit: Unit,
    *,
    plain: bool,
    coded: bool = True,
) -> Token | None:
    if value is None or value > MAX_COUNT:
        return None
    if unit.is_measure:
        value = Decimal(value)
    elif isinstance(value, Decimal) and value == value.to_integral_value():
        value = int(value)
    around = (match["before"], match["more"], match["more2"], match["after"])
    approximate = any(around) or match["number"] == ""
    return Token(begin, match.end(), value, unit, approximate, plain, coded)


def _hundredth(written: str) -> int | Decimal | None:
    """The number behind 百分之: 百 is 100, 九十七点三 is 97.3."""
    if written == "百":
        return 100
    if written[0] not in _CHINESE:
        return parse_number(written)
    whole, _, places = written.partition("点")
    value = parse_chinese(whole)
    if value is None or not places:
        return value
    digits = "".join(str(parse_chinese(c)) for c in places)
    return Decimal(f"{value}.{digits}") if digits.isdigit() else None


def _closed_positions(text: str) -> bytearray:
    """For each character whether it stands inside a title or a quotation; a mark without its partner closes none."""
    closed = bytearray(len(text) + 1)
    for left, right in _CLOSED:
        at = text.find(left)
        while at >= 0:
            end = text.find(right, at)
            if end < 0:
                break
            closed[at + 1 : end] = b"\1" * (end - at - 1)
            at = text.find(left, end)
    return closed
