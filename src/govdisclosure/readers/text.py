"""Plain text to a draft: the page around it, title, sections, and what the narrative states."""

import itertools
import re
from collections.abc import Callable, Iterator
from datetime import date

import attrs

from govdisclosure import catalog
from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.limits import Limits
from govdisclosure.model import (
    AdministrativeLevel,
    Author,
    BodyKind,
    Channel,
    Metric,
    OnlineService,
    Period,
    PowerList,
    Provenance,
    Publisher,
    Report,
    Source,
)
from govdisclosure.numbers import parse_date, to_ascii
from govdisclosure.place import Place, SourcePlace
from govdisclosure.readers.characters import character_findings
from govdisclosure.readers.draft import Counts, Draft, LeftOver, LeftOverReason
from govdisclosure.readers.lines import Layout, Line, find_layout, lines_of, year_in
from govdisclosure.readers.narrative import doubtful_numbers, read_paragraph
from govdisclosure.readers.narrative.named import Kind, Named, channels, services
from govdisclosure.readers.page import PageFact, page_facts, publication_of
from govdisclosure.readers.sections import Placed, section_tree

__all__ = ["read_text"]

_DATE = re.compile(
    r"[0-9０-９]{4}[ 　]?[年./-][ 　]?[0-9０-９]{1,2}[ 　]?[月./-][ 　]?[0-9０-９]{1,2}[ 　]?日?"
    r"|[〇○ＯO零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_PERIOD = re.compile(
    r"(?P<start>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)(?:起)?(?:至|到|—|-|～|~)(?:(?P<year>[0-9]{4})年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日"
)
_TITLE_BODY = re.compile(
    r"(?:关于)?(?P<name>[^0-9０-９〇○零一二三四五六七八九]{2,40}?)(?:关于)?(?=[0-9０-９〇○ＯO零一二三四五六七八九]{4}年|政府信息公开|信息公开|政务公开)"
)
_YEAR_FIRST = re.compile(
    r"[0-9０-９〇○零一二三四五六七八九]{4}年度?(?P<name>[^0-9０-９]{2,40}?)(?=(?:关于)?(?:政府信息公开|信息公开|政务公开))"
)
_BODY_END = re.compile(
    r"(?:局|厅|委|委员会|政府|办|办公室|府|镇|乡|街道|办事处|院|中心|处|队|站|会|部|署|所|公司|学校|大学|馆|社|管委会)\Z"
)
_BLANK = " \t\r\n\x0b\x0c\x85\u2028\u2029\u3000\xa0\u2002\u2003\u2009\u200b\ufeff"
_REGION_END = re.compile(r"(?:省|市|县|区|州|盟|旗|镇|乡)\Z")
_OFFICE_END = re.compile(r"(?:人民政府)?办公[室厅]\Z")


@attrs.frozen
class _Found:
    """A fact that stands outside the paragraphs: where in the text, and its words."""

    path: str
    start: int
    end: int


def read_text(text: str, source: Source, limits: Limits) -> Draft:
    """A draft of the report that a text holds. Never raises for what the words say."""
    return _Reading(text, source, limits).draft()


@attrs.define
class _Reading:
    text: str
    source: Source
    limits: Limits
    places: dict[str, Place] = attrs.field(factory=dict)
    outside: list[_Found] = attrs.field(factory=list)

    def draft(self) -> Draft:
        lines = lines_of(self.text)
        layout = find_layout(lines)
        title = self.title(lines, layout)
        year = self.year(title, lines, layout)
        vintage = catalog.form_of_year(year) if year else None
        findings = list(character_findings(self.text))
        if year is None or vintage is None:
            findings.append(_no_form(year))
            return self.without_report(findings)
        sections, placed = section_tree(lines[i] for i in layout.body)
        facts = page_facts(*_around(lines, layout))
        publisher, author, issued = self.bodies(title, lines, layout)
        powers, metrics = self.figures(placed, year)
        report = Report(
            form=vintage.id,
            year=year,
            period=self.period(placed, vintage.period(year)),
            title=title,
            language=vintage.language,
            issued=issued,
            publisher=publisher,
            author=author,
            publication=publication_of(facts),
            sections=sections,
            powers=powers,
            metrics=metrics,
            channels=self.channels(placed),
            services=self.services(placed),
        )
        self.page(facts)
        report = attrs.evolve(report, provenance=Provenance(source=self.source, places=self.places))
        if publisher is None:
            findings.append(finding("publisher-missing", Side(paths=("publisher",)), verdict=Verdict.NOTED))
        findings += self.doubtful(placed)
        left = self.left_over(layout, lines)
        return self.made(report, findings, left, len(placed))

    def made(
        self, report: Report | None, findings: list[Finding], left: tuple[LeftOver, ...], paragraphs: int
    ) -> Draft:
        outside = sum(len(stretch.text) for stretch in left if stretch.reason is not LeftOverReason.LAYOUT)
        powers = report.powers if report else None
        stated = (powers.total is not None) + len(powers.extra) if powers else 0
        if powers:
            stated += sum(v is not None for v in attrs.asdict(powers.categories).values())
        counts = Counts(
            characters=len(self.text),
            characters_left_over=outside,
            paragraphs=paragraphs,
            figures=stated + (len(report.metrics) if report else 0),
        )
        return Draft(report=report, findings=tuple(findings), left_over=left, counts=counts, source=self.source)

    def without_report(self, findings: list[Finding]) -> Draft:
        whole = LeftOver(start=0, end=len(self.text), text=self.text, reason=LeftOverReason.UNPLACED)
        return self.made(None, findings, (whole,), 0)

    # --- outside the paragraphs

    def outside_fact(self, path: str, start: int, end: int) -> None:
        self.outside.append(_Found(path, start, end))
        quote = self.text[start:end]
        self.places[path] = Place(quote=quote, source=SourcePlace(start=start, end=end))

    def title(self, lines: tuple[Line, ...], layout: Layout) -> str | None:
        if layout.title is None:
            return None
        parts = lines[layout.title : layout.title + layout.title_lines]
        self.outside_fact("title", parts[0].start, parts[-1].end)
        return "".join(part.text for part in parts)

    def year(self, title: str | None, lines: tuple[Line, ...], layout: Layout) -> int | None:
        if title and (year := year_in(title)):
            return year
        opening = [lines[i].text for i in layout.body][:3]
        return next((year for text in opening if (year := year_in(text))), None)

    def period(self, placed: list[Placed], usual: Period) -> Period:
        """The period as the text states it, else that of the form."""
        for paragraph in placed[:6]:
            match = _PERIOD.search(to_ascii(paragraph.line.text))
            stated = re.search(r"统计|期限|报告|数据", paragraph.line.text)
            if match and stated and (start := parse_date(match["start"])):
                try:
                    end = date(int(match["year"] or start.year), int(match["month"]), int(match["day"]))
                except ValueError:
                    continue
                if (end - start).days > 180:  # noqa: PLR2004 - shorter ones are of something else
                    self.paragraph_fact(
                        "period", paragraph, match.start() - paragraph.start, match.end() - paragraph.start
                    )
                    return Period(start=start, end=end)
        return usual

    def bodies(
        self, title: str | None, lines: tuple[Line, ...], layout: Layout
    ) -> tuple[Publisher | None, Author | None, date | None]:
        """Publisher, author and date of signature: from the title and the signature."""
        titled = self.body_of_title(title, lines, layout)
        signed, issued = self.signature(lines, layout)
        if titled and signed and titled[0] != signed[0] and _OFFICE_END.search(signed[0]):
            self.outside_fact("publisher.name", titled[1], titled[2])
            self.outside_fact("author.name", signed[1], signed[2])
            return _publisher(titled[0]), Author(name=signed[0]), issued
        chosen = titled if titled and (_BODY_END.search(titled[0]) or not signed) else signed
        if chosen is None:
            return None, None, issued
        self.outside_fact("publisher.name", chosen[1], chosen[2])
        return _publisher(chosen[0]), None, issued

    def body_of_title(self, title: str | None, lines: tuple[Line, ...], layout: Layout) -> tuple[str, int, int] | None:
        if title is None or layout.title is None:
            return None
        first = lines[layout.title]
        match = _TITLE_BODY.match(title) or _YEAR_FIRST.match(title)
        if not match:
            return None
        name = match["name"].strip(" 　")
        named = _BODY_END.search(name) or _REGION_END.search(name)
        start = first.start + match.start("name")
        return (name, start, start + len(name)) if named and len(name) > 2 else None  # noqa: PLR2004

    def signature(self, lines: tuple[Line, ...], layout: Layout) -> tuple[tuple[str, int, int] | None, date | None]:
        name: tuple[str, int, int] | None = None
        issued: date | None = None
        for index in layout.signature:
            line = lines[index]
            match = _DATE.search(line.text)
            words = line.text[: match.start()] if match else line.text
            if match and issued is None and (day := parse_date(_plain_date(match.group()))):
                issued = day
                self.outside_fact("issued", line.start + match.start(), line.start + match.end())
            words = words.strip(" 　\xa0")
            if words and name is None and (_BODY_END.search(words) or _REGION_END.search(words)):
                start = line.start + line.text.index(words)
                name = words, start, start + len(words)
        return name, issued

    def page(self, facts: list[PageFact]) -> None:
        """Places of the facts of the page; telephones by their order."""
        host = ("published", "published_time", "origin", "index_number")
        count = 0
        for fact in facts:
            if fact.name == "telephone":
                path = f"publication.host.telephones.{count}.number"
                count += 1
            else:
                path = f"publication.{fact.name}" if fact.name in host else f"publication.host.{fact.name}"
            self.outside_fact(path, fact.start, fact.end)
            if fact.label:
                start = self.text.rindex(fact.label, 0, fact.start)
                self.outside_fact(path.removesuffix("number") + "label", start, start + len(fact.label))

    # --- inside the paragraphs

    def paragraph_fact(self, path: str, paragraph: Placed, start: int, end: int) -> None:
        self.places[path] = paragraph.place(start, end)

    def searched(self, paragraph: Placed) -> str:
        """The words of a paragraph that are looked at."""
        return paragraph.words[: self.limits.paragraph_characters]

    def figures(self, placed: list[Placed], year: int) -> tuple[PowerList | None, tuple[Metric, ...]]:
        powers: PowerList | None = None
        metrics: list[Metric] = []
        for paragraph in placed:
            figures, found = read_paragraph(self.searched(paragraph), year, paragraph.about)
            if found and powers is None:
                powers = found.powers
                for name, (start, end) in found.spans.items():
                    self.paragraph_fact(f"powers.{name}", paragraph, start, end)
            first = len(metrics)
            for figure in figures:
                self.paragraph_fact(f"metrics.{len(metrics)}", paragraph, figure.start, figure.end)
                metrics.append(
                    Metric(
                        kind=figure.kind,
                        value=figure.value,
                        unit=figure.unit,
                        counted=figure.counted,
                        part_of=None if figure.whole is None else f"metrics.{first + figure.whole}",
                        of_year=figure.of_year,
                        approximate=figure.approximate,
                    )
                )
        return powers, tuple(metrics)

    def doubtful(self, placed: list[Placed]) -> Iterator[Finding]:
        """What looks like a number and is not written as one: told, not guessed."""
        for paragraph in placed:
            for start, end in doubtful_numbers(self.searched(paragraph)):
                place = paragraph.place(start, end)
                side = Side(paths=(paragraph.path,), value=place.quote, places=(place,))
                yield finding("number-doubtful", side, verdict=Verdict.NOTED, params={"text": place.quote})

    def channels(self, placed: list[Placed]) -> tuple[Channel, ...]:
        return tuple(Channel(kind=named.kind, name=named.name) for named in self.named(placed, "channels", channels))

    def services(self, placed: list[Placed]) -> tuple[OnlineService, ...]:
        return tuple(
            OnlineService(kind=named.kind, name=named.name) for named in self.named(placed, "services", services)
        )

    def named(
        self, placed: list[Placed], path: str, find: Callable[[str], Iterator[Named[Kind]]]
    ) -> Iterator[Named[Kind]]:
        """Each thing that the text names, once, placed where it is named first."""
        seen: set[tuple[Kind, str]] = set()
        for paragraph in placed:
            for named in find(self.searched(paragraph)):
                if (named.kind, named.name) not in seen:
                    self.paragraph_fact(f"{path}.{len(seen)}", paragraph, named.start, named.end)
                    seen.add((named.kind, named.name))
                    yield named

    # --- nothing is lost

    def left_over(self, layout: Layout, lines: tuple[Line, ...]) -> tuple[LeftOver, ...]:
        """Everything that is in no section and no fact, in order: white space, and words of the page."""
        kept = [(lines[i].start, lines[i].end) for i in layout.body]
        kept += [(fact.start, fact.end) for fact in self.outside]
        kept.sort()
        left: list[LeftOver] = []
        signed = [(lines[i].start, lines[i].end) for i in layout.signature]
        at = 0
        for start, end in [*kept, (len(self.text), len(self.text))]:
            if start > at:
                left += _stretches(self.text, at, start, signed)
            at = max(at, end)
        return tuple(left)


def _stretches(text: str, start: int, end: int, signed: list[tuple[int, int]]) -> Iterator[LeftOver]:
    """A gap between what was kept: white space, the rest of the signature, words of the page."""
    bounds = sorted({start, end, *(b for span in signed for b in span if start < b < end)})
    for left, right in itertools.pairwise(bounds):
        words = text[left:right]
        reason = LeftOverReason.PAGE
        if not words.strip(_BLANK):
            reason = LeftOverReason.LAYOUT
        elif any(begin <= left and right <= stop for begin, stop in signed):
            reason = LeftOverReason.SIGNATURE
        yield LeftOver(start=left, end=right, text=words, reason=reason)


def _around(lines: tuple[Line, ...], layout: Layout) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines before the text and behind it."""
    before = tuple(line for i, line in enumerate(lines[: layout.body.start]) if i != layout.title)
    return before, lines[layout.body.stop + len(layout.signature) :]


def _no_form(year: int | None) -> Finding:
    if year is None:
        return finding("year-missing", Side(), verdict=Verdict.NOTED)
    return finding("form-unknown", Side(), verdict=Verdict.NOTED, params={"year": str(year)})


def _plain_date(words: str) -> str:
    return re.sub(r"[ 　]", "", to_ascii(words)).replace("Ｏ", "〇").replace("O", "〇")


_KINDS = (
    (BodyKind.TOWNSHIP, r"(?:镇|乡|街道)(?:人民政府|办事处|党政办公室|办公室|党工委)?\Z|街道办"),
    (BodyKind.GOVERNMENT, r"(?:人民政府|省|市|县|区|州|盟|旗)\Z"),
    (BodyKind.DEPARTMENT, r"(?:局|厅|委|委员会|办|办公室|部|署|处|队|站|管委会)\Z"),
    (BodyKind.INSTITUTION, r"(?:院|中心|学校|大学|馆|所|公司|社|会)\Z"),
)
_LEVELS = (
    (AdministrativeLevel.TOWNSHIP, r"(?:镇|乡|街道)(?:人民政府|办事处|党政办公室|办公室)?\Z"),
    (AdministrativeLevel.NATIONAL, r"\A(?:国家|国务院|中华人民共和国|中国)"),
    (AdministrativeLevel.COUNTY, r"\A[^省]{2,12}?(?:县|旗)|市[^市]{1,6}[区县]"),
    (
        AdministrativeLevel.PROVINCE,
        r"\A[^市县区]{2,8}(?:省|自治区)(?![^市县区]{1,6}[市县])|\A(?:北京|上海|天津|重庆)市(?!.{1,6}[区县])",
    ),
    (AdministrativeLevel.PREFECTURE, r"\A[^县区]{2,10}(?:市|自治州|州|盟|地区)(?!.{1,6}[区县])"),
)


def _publisher(name: str) -> Publisher:
    """The publisher with what its name says of its kind and level; nothing where the name does not say it."""
    kind = next((kind for kind, words in _KINDS if re.search(words, name)), None)
    level = next((level for level, words in _LEVELS if re.search(words, name)), None)
    return Publisher(name=name, kind=kind, level=level)
