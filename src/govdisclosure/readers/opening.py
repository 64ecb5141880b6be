"""What title, opening and signature of a report say: the body, the year, the period, the date."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from govdisclosure.declare import FIRST_YEAR, LAST_YEAR
from govdisclosure.model import Period
from govdisclosure.numbers import parse_date, to_ascii
from govdisclosure.readers.bodies import without_second_name
from govdisclosure.readers.lines import Line, year_in
from govdisclosure.readers.mirrored import simplified

__all__ = [
    "Words",
    "compiler_in",
    "ends_as_a_body",
    "is_office",
    "names_a_body",
    "signed",
    "stated_period",
    "titled_body",
    "year_of",
]

_NUMERAL = "0-9０-９〇○ＯO零一二三四五六七八九"
_DATE = re.compile(
    r"[0-9０-９]{4}[ 　]?[年./-][ 　]?[0-9０-９]{1,2}[ 　]?[月./-][ 　]?[0-9０-９]{1,2}[ 　]?日?"
    r"|[〇○ＯO0零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_PERIOD = re.compile(
    r"(?P<start>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)(?:起)?(?:至|到|—|-|～|~)(?:(?P<year>[0-9]{4})年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日"
)
#: A name may hold numerals (四川省, 三门峡市), but is no year.
_TITLE_BODY = re.compile(
    rf"(?:关于)?(?P<name>(?![{_NUMERAL}]{{4}}[ 　]?年)[^0-9０-９]{{2,40}}?)(?:关于)?"
    rf"(?=[{_NUMERAL}]{{4}}[ 　]?(?:年|政府|政务)|政府信息公开|信息公开|政务公开)"
)
_YEAR_FIRST = re.compile(
    rf"[{_NUMERAL}]{{4}}[ 　]?年度?(?P<name>[^0-9０-９]{{2,40}}?)(?=(?:关于)?(?:政府信息公开|信息公开|政务公开))"
)
_BODY_END = re.compile(
    r"(?:局|厅|委|委员会|政府|办|办公室|府|镇|乡|街道|办事处|院|中心|处|队|站|会|部|署|所|公司|学校|大学|中学|小学|幼儿园|馆|社|管委会)\Z"
)
_REGION_END = re.compile(r"(?:省|市|县|区|州|盟|旗|镇|乡)\Z")
_OFFICE_END = re.compile(r"(?:人民政府)?办公[室厅]\Z")
#: Who compiled a report, by its own words.
_COMPILED = re.compile(r"本(?:年度)?报告由(?P<name>[^，。；（(由]{4,40}?)(?:根据|按照|依据|编制|负责)")
_SEAL = re.compile(r"[（(](?:盖章|公章|印章)[)）]\Z")
#: The year in which a law was passed or revised is not that of the report.
_OF_A_LAW = re.compile(r"[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:修订|修正|公布|颁布|施行|实施)")
#: Shorter periods are of something else.
_HALF_A_YEAR = 180
_SPACE = " 　\xa0"


@attrs.frozen
class Words:
    """Words of the document, with their offsets in its text."""

    text: str
    start: int
    end: int


def names_a_body(name: str) -> bool:
    """Whether words end as the names of bodies and regions do."""
    plain = without_second_name(name)
    return bool(_BODY_END.search(plain) or _REGION_END.search(plain))


def ends_as_a_body(name: str) -> bool:
    """Whether words end as the names of bodies do, regions apart."""
    return bool(_BODY_END.search(without_second_name(name)))


def is_office(name: str) -> bool:
    """Whether a body is the office of another one."""
    return bool(_OFFICE_END.search(simplified(name)))


def titled_body(title: str, start: int) -> Words | None:
    """The body that a title names; ``start`` is where the title begins in the text."""
    plain = simplified(title)
    lead = 1 if plain.startswith("《") else 0
    match = _TITLE_BODY.match(plain, lead) or _YEAR_FIRST.match(plain, lead)
    if not match:
        return None
    name = title[match.start("name") : match.end("name")].strip(_SPACE)
    if not names_a_body(name) or len(name) <= 2:  # noqa: PLR2004 - the shortest names of bodies have three characters
        return None
    begin = start + match.start("name")
    return Words(name, begin, begin + len(name))


def year_of(title: str | None, opening: Sequence[str]) -> int | None:
    """The year reported on: of the title, else of the period that the opening states, else the first one named."""
    if title and (year := year_in(title)):
        return _possible(year)
    periods = (found for text in opening if (found := stated_period(text)))
    if found := next(periods, None):
        return _possible(found[0].start.year)
    plain = (_OF_A_LAW.sub("", text) for text in opening[:3])
    return _possible(next((year for text in plain if (year := year_in(text))), None))


def _possible(year: int | None) -> int | None:
    """A year of which a report can speak."""
    return year if year is not None and FIRST_YEAR <= year <= LAST_YEAR else None


def stated_period(text: str) -> tuple[Period, int, int] | None:
    """The period that a text states as the one reported on, with its offsets."""
    match = _PERIOD.search(to_ascii(text))
    start = parse_date(match["start"]) if match else None
    if match is None or start is None or not re.search(r"统计|期限|报告|数据", text):
        return None
    try:
        end = date(int(match["year"] or start.year), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    if (end - start).days <= _HALF_A_YEAR:
        return None
    return Period(start=start, end=end), match.start(), match.end()


def compiler_in(words: str) -> re.Match[str] | None:
    """The office that an opening names as the one which compiled the report (group ``name``)."""
    match = _COMPILED.search(words)
    return match if match and is_office(match["name"]) else None


def signed(lines: Iterable[Line]) -> tuple[Words | None, tuple[date, Words] | None]:
    """The body and the date under a report."""
    name: Words | None = None
    issued: tuple[date, Words] | None = None
    for line in lines:
        match = _DATE.search(line.plain)
        words = line.text[: match.start()] if match else line.text
        if match and issued is None and (day := parse_date(_plain_date(match.group()))):
            begin = line.start + match.start()
            issued = day, Words(line.text[match.start() : match.end()], begin, begin + len(match.group()))
        words = _SEAL.sub("", words.strip(_SPACE)).strip(_SPACE)
        if words and name is None and names_a_body(words):
            begin = line.start + line.text.index(words)
            name = Words(words, begin, begin + len(words))
    return name, issued


def _plain_date(words: str) -> str:
    plain = re.sub(r"[ 　]", "", to_ascii(words)).replace("Ｏ", "〇").replace("O", "〇")
    chinese = re.match(r"[〇○0零一二三四五六七八九]{4}年[一二三四五六七八九十]", plain)
    return plain.replace("0", "〇") if chinese else plain
