"""Facts of the page around a report: when it was put there, by which site, under which registrations."""

import re
from collections.abc import Iterator
from datetime import date, time

import attrs

from govdisclosure.model import Host, Publication, Telephone
from govdisclosure.numbers import parse_date, parse_time
from govdisclosure.readers.lines import Line

__all__ = ["PATTERNS", "PageFact", "page_facts", "publication_of"]

_DATE = r"[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?"
#: Labelled facts; the group named ``value`` is the fact. Between words of one line stand white space or bars.
PATTERNS: dict[str, re.Pattern[str]] = {
    "published": re.compile(
        rf"(?:发布|发表|发稿|公开|更新)?(?<!成文)(?<!发文)(?<!生成)(?<!签发)(?<!印发)(?:时间|日期)"
        rf"(?:[ 　]?[:：][ 　\xa0\t]*|[ \t]+)(?P<value>{_DATE})"
    ),
    "published_time": re.compile(rf"{_DATE}[ 　\xa0]+(?P<value>[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?)"),
    "bare_published": re.compile(rf"\A[\[【（(]?(?P<value>{_DATE})(?=[ 　\xa0|\]】）)]|\Z)"),
    "origin": re.compile(
        r"(?:信息来源|来源|文章来源)[ 　]?[:：][ 　\xa0\t]{0,3}(?P<value>[^ 　\xa0\t|【\[:：]{2,40}?)"
        r"(?=浏览|点击|阅读|字体|字号|打印|分享|[ 　\xa0\t|【\[:：]|\Z)"
    ),
    "index_number": re.compile(r"索[ 　]?引[ 　]?号[ 　]?[:：][ 　\xa0\t]{0,3}(?P<value>[0-9A-Za-z/_-]{6,40})"),
    "name": re.compile(r"主办(?:单位)?[ 　]?[:：][ 　\xa0\t]{0,3}(?P<value>[^ 　\xa0|:：，。]{2,40})"),
    "operator": re.compile(r"承办(?:单位)?[ 　]?[:：][ 　\xa0\t]{0,3}(?P<value>[^ 　\xa0|:：，。]{2,40})"),
    "website_identification_code": re.compile(
        r"(?:网站)?标识码[ 　]?[:：]?[ 　\xa0]?(?P<value>bm[0-9]{8}|[0-9A-Za-z]{8,12})"
    ),
    "icp_number": re.compile(r"(?P<value>[\u4e00-\u9fff]ICP[备证][ ]?[0-9]{5,10}号(?:-[0-9]{1,4})?)"),
    "police_record_number": re.compile(r"(?P<value>[\u4e00-\u9fff]公网安备[ 　\xa0]?[0-9]{10,16}号?)"),
    "address": re.compile(r"(?:联系|办公|单位)?地址[ 　]?[:：][ 　\xa0\t]{0,3}(?P<value>[^ 　\xa0|:：，。；]{4,60})"),
    "post_code": re.compile(r"(?:邮编|邮政编码)[ 　]?[:：][ 　\xa0\t]{0,3}(?P<value>[0-9]{6})(?![0-9])"),
    "email": re.compile(r"(?P<value>[0-9A-Za-z._-]{1,40}@[0-9A-Za-z.-]{3,40})"),
    "telephone": re.compile(
        r"(?P<label>[\u4e00-\u9fff（）()]{0,16}(?:电话|热线|传真))[ 　]?[:：][ 　\xa0\t]{0,3}"
        r"(?P<value>[（(]?[0-9]{3,4}[)）]?[- －]?[0-9]{3,8}(?:[-转][0-9]{1,6})?|[0-9]{5,12})"
    ),
}
_HOST = (
    "name",
    "operator",
    "website_identification_code",
    "icp_number",
    "police_record_number",
    "address",
    "post_code",
    "email",
)
_HEADER = ("published", "published_time", "bare_published", "origin", "index_number")


@attrs.frozen
class PageFact:
    """A fact of the page: which one, its words and their offsets in the text."""

    name: str
    value: str
    start: int
    end: int
    label: str | None = None


def page_facts(header: tuple[Line, ...], footer: tuple[Line, ...]) -> list[PageFact]:
    """The facts that the lines around the report state, each at its first place."""
    found: dict[str, PageFact] = {}
    telephones: list[PageFact] = []
    lines = [(line, _HEADER) for line in header] + [(line, (*_HOST, "telephone")) for line in footer]
    for line, names in lines:
        for fact in _of_line(line, names):
            if fact.name == "telephone":
                telephones.append(fact)
            else:
                found.setdefault("published" if fact.name == "bare_published" else fact.name, fact)
    if "published" not in found:
        found.pop("published_time", None)
    facts = [attrs.evolve(fact, name=name) for name, fact in found.items()]
    return [fact for fact in facts if _parsed(fact) is not None] + telephones


def _of_line(line: Line, names: tuple[str, ...]) -> Iterator[PageFact]:
    for name in names:
        for match in PATTERNS[name].finditer(line.plain):
            start, end = match.span("value")
            label = line.text[slice(*match.span("label"))] if "label" in match.groupdict() else None
            yield PageFact(name, line.text[start:end], line.start + start, line.start + end, label or None)


def _parsed(fact: PageFact) -> date | time | str | None:
    if fact.name == "published":
        return parse_date(fact.value)
    return parse_time(fact.value) if fact.name == "published_time" else fact.value


def publication_of(facts: list[PageFact]) -> Publication | None:
    """The publication that the facts of a page describe; ``None`` if there are none."""
    if not facts:
        return None
    single = {fact.name: _parsed(fact) for fact in facts if fact.name != "telephone"}
    telephones = tuple(Telephone(label=f.label, number=f.value) for f in facts if f.name == "telephone")
    host_facts = {name: single.pop(name) for name in _HOST if name in single}
    host = Host(**host_facts, telephones=telephones) if host_facts or telephones else None  # type: ignore[arg-type]
    return Publication(**single, host=host)  # type: ignore[arg-type]
