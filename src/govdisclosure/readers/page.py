"""Facts of the page around a report: when it was put there, by which site, under which registrations."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time

import attrs

from govdisclosure.model import Host, Publication, Telephone
from govdisclosure.numbers import DATE, date_of, parse_date, parse_time
from govdisclosure.readers.lines import Line
from govdisclosure.readers.metadata import Entry

__all__ = ["PATTERNS", "PageFact", "page_facts", "publication_of"]

#: What the block of a site states of a document, by the fact of the report that it is.
_ENTRIES: dict[str, tuple[str, re.Pattern[str]]] = {
    "published": ("published", DATE),
    "updated": ("published", DATE),
    "origin": ("origin", re.compile(r"[^ 　\xa0\t|【\[:：]{2,40}(?=[ 　\xa0\t|【\[:：]|\Z)")),
    "index_number": ("index_number", re.compile(r"[0-9A-Za-z/_-]{6,40}")),
}
_CLOCK = re.compile(r"[ 　\xa0T]{1,3}(?P<value>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)")
#: A date without a label, at the begin of a line below the title: the day of the week or the weather make it a clock.
_BARE = re.compile(rf"[\[【（(]?(?P<value>{DATE.pattern})(?=[ 　\xa0|\]】）)]|\Z)")
_NOT_BARE = re.compile(r"星期|周[一二三四五六日]|今天|现在|农历|天气|℃")
#: Labelled facts of the site; the group named ``value`` is the fact. White space or bars stand between them.
PATTERNS: dict[str, re.Pattern[str]] = {
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


@attrs.frozen
class PageFact:
    """A fact of the page: which one, its words and their offsets in the text."""

    name: str
    value: str
    start: int
    end: int
    label: str | None = None


def page_facts(
    entries: Iterable[Entry], head: Sequence[Line], below: Sequence[Line], foot: Sequence[Line]
) -> list[PageFact]:
    """The facts that the lines around the report state, each at its first place.

    ``entries`` are those of the block of labels, ``head`` the lines before the text, ``below`` those of them behind
    the title.
    """
    found: dict[str, PageFact] = {}
    for entry in sorted(entries, key=lambda entry: entry.kind == "updated"):
        for fact in _of_entry(entry):
            found.setdefault(fact.name, fact)
    if "published" not in found and (bare := next(_bare(below), None)):
        found["published"] = bare
    if "published_time" not in found and "published" in found and (clock := _time_behind(found["published"], head)):
        found["published_time"] = clock
    telephones: list[PageFact] = []
    for line in foot:
        for fact in _of_site(line):
            if fact.name == "telephone":
                telephones.append(fact)
            else:
                found.setdefault(fact.name, fact)
    return [*found.values(), *telephones]


def _of_entry(entry: Entry) -> Iterator[PageFact]:
    if entry.kind not in _ENTRIES:
        return
    name, pattern = _ENTRIES[entry.kind]
    match = pattern.match(entry.text)
    if match and (name != "published" or date_of(match)):
        yield PageFact(name, match.group(), entry.start, entry.start + match.end())


def _bare(lines: Sequence[Line]) -> Iterator[PageFact]:
    for line in lines:
        match = _BARE.match(line.plain)
        if match and not _NOT_BARE.search(line.plain) and parse_date(match["value"]):
            start, end = match.span("value")
            yield PageFact("published", line.text[start:end], line.start + start, line.start + end)


def _time_behind(published: PageFact, lines: Sequence[Line]) -> PageFact | None:
    """The time of day that stands behind the date of publication."""
    line = next((line for line in lines if line.start <= published.start < line.end), None)
    match = _CLOCK.match(line.plain, published.end - line.start) if line else None
    if line is None or match is None or parse_time(match["value"]) is None:
        return None
    start, end = match.span("value")
    return PageFact("published_time", match["value"], line.start + start, line.start + end)


def _of_site(line: Line) -> Iterator[PageFact]:
    for name, pattern in PATTERNS.items():
        for match in pattern.finditer(line.plain):
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
