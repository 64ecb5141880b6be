"""What opening and signature of a report say: the year, the period, who compiled it, who signed and when."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from govdisclosure.model import Period
from govdisclosure.numbers import DATE, date_of, parse_date, to_ascii
from govdisclosure.readers.bodies import BODY_NAME, is_office
from govdisclosure.readers.characters import folded
from govdisclosure.readers.lines import BLANK, Line, Words, possible_year, without_blanks, year_in

__all__ = [
    "UNSIGNED",
    "Signature",
    "compiler_in",
    "could_be_dated",
    "periods_in",
    "signature_at",
    "stated_period",
    "year_of_period",
    "year_opened",
]

_GAP = "[ 　\xa0]{0,2}"
_DAY = rf"[0-9]{{1,2}}{_GAP}月{_GAP}[0-9]{{1,2}}{_GAP}日"
_PERIOD = re.compile(
    rf"(?P<start>[0-9]{{4}}{_GAP}年{_GAP}{_DAY}){_GAP}起?[，,]?{_GAP}(?:至|到|—{{1,2}}|-{{1,2}}|–|－|～|~){_GAP}"
    rf"(?:(?P<year>[0-9]{{4}}){_GAP}年{_GAP})?(?P<month>[0-9]{{1,2}}){_GAP}月{_GAP}(?P<day>[0-9]{{1,2}}){_GAP}日"
)
#: Who compiled a report, by its own words.
_COMPILED = re.compile(r"本(?:年度)?报告由(?P<name>[^，。；（(由]{4,40}?)(?:根据|按照|依据|编制|负责)")
#: What stands around a name or a date of a signature and is no part of it.
_LABEL = re.compile(
    r"(?:(?:编制|报告|填报|发布|公开|签发|制作)?(?:单位|机关|机构)|落款|署名)(?:名称)?(?:[（(](?:盖章|公章|印章|章)[)）])?[:：]"
)
_SEAL = re.compile(r"[（(](?:盖章|公章|印章|章|签章|加盖公章)[)）]\Z")
_BEFORE_DATE = re.compile(r"(?:(?:报告|签署|成文|编制|填报)?(?:日期|时间)[ 　]?[:：]|[（(\[【])\Z")
_BEHIND_DATE = re.compile(r"[ 　]*[）)\]】。]?\Z")
#: A date without its day, under a report.
_MONTH = re.compile(
    r"[（(]?(?:[0-9０-９]{4}|[〇○零一二三四五六七八九0]{4})[ 　]?年[ 　]?"
    r"(?:[0-9０-９]{1,2}|元|[一二三四五六七八九十]{1,2})[ 　]?月[）)]?"
)
#: The year in which a law was passed or revised is not that of the report, nor that of a document's number.
_OF_A_LAW = re.compile(
    r"《[^》]{0,60}》|[〔\[（(][0-9]{4}[〕\]）)]"
    r"|[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:修订|修正|公布|颁布|施行|实施|起施行|起实施)"
)
#: Shorter periods are of something else.
_HALF_A_YEAR = 180
#: A line of a signature is not longer.
_LONGEST = 60
_DATE_ENDS = frozenset("0123456789０１２３４５６７８９）)】]。日")


@attrs.frozen
class Signature:
    """A line under a report: the body that it names, and the date; ``dated`` also where the date has no day."""

    name: Words | None
    issued: tuple[date, Words] | None
    dated: bool


#: What a document says that nobody has signed.
UNSIGNED = Signature(None, None, dated=False)


def could_be_dated(text: str) -> bool:
    """Whether a line may end with a date: a quick look."""
    return len(text) <= _LONGEST and ("年" in text or text[-1] in _DATE_ENDS)


def signature_at(line: Line) -> Signature | None:
    """What a line says if it is one of a signature; ``None`` for other lines."""
    text = line.plain
    if len(text) > _LONGEST:
        return None
    if _MONTH.fullmatch(text):
        return Signature(None, None, dated=True)
    dates = list(DATE.finditer(text))
    match = dates[-1] if dates else None
    if match is None or not _BEHIND_DATE.match(text, match.end()):
        name = _signer(line, len(text))
        return Signature(name, None, dated=False) if name else None
    day = date_of(match)
    end = len(text[: match.start()].rstrip(BLANK))
    if before := _BEFORE_DATE.search(text, 0, end):
        end = before.start()
    name = _signer(line, end)
    if day is None or (text[:end].strip(BLANK) and name is None):
        return None
    words = Words(line.text[slice(*match.span())], line.start + match.start(), line.start + match.end())
    return Signature(name, (day, words), dated=True)


def _signer(line: Line, end: int) -> Words | None:
    """The body that the first words of a line name, if they are that and nothing else."""
    label = _LABEL.match(line.plain)
    begin = label.end() if label else 0
    words = _SEAL.sub("", line.plain[begin:end].strip(BLANK)).strip(BLANK)
    plain = without_blanks(words)
    if not BODY_NAME.fullmatch(plain):
        return None
    begin = line.plain.index(words, begin)
    printed = line.text[begin : begin + len(words)]
    return Words(without_blanks(folded(printed)), line.start + begin, line.start + begin + len(words))


def year_opened(texts: Sequence[str]) -> int | None:
    """The first year that the opening names, laws and documents apart."""
    plain = (_OF_A_LAW.sub("", text) for text in texts)
    return possible_year(next((year for text in plain if (year := year_in(text))), None))


def stated_period(text: str) -> tuple[Period, int, int] | None:
    """The period that a text states as the one reported on, with its offsets."""
    match = _PERIOD.search(to_ascii(text)) if "月" in text and "日" in text else None
    start = parse_date(without_blanks(match["start"])) if match else None
    if match is None or start is None or not re.search(r"统计|期限|报告|数据", text):
        return None
    try:
        end = date(int(match["year"] or start.year), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    if (end - start).days <= _HALF_A_YEAR:
        return None
    return Period(start=start, end=end), match.start(), match.end()


def year_of_period(period: Period) -> int | None:
    """The year in which most days of a period lie, if a report can speak of it."""
    return possible_year(date.fromordinal((period.start.toordinal() + period.end.toordinal()) // 2).year)


def compiler_in(words: str) -> re.Match[str] | None:
    """The office that an opening names as the one which compiled the report (group ``name``)."""
    match = _COMPILED.search(words)
    return match if match and is_office(match["name"]) else None


def periods_in(texts: Iterable[str]) -> Period | None:
    """The first period that texts state."""
    return next((found[0] for text in texts if (found := stated_period(text))), None)
