"""An observed document to a draft: the page around the report, title, sections, tables, what the text states."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

import attrs

from govdisclosure import catalog
from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.limits import Limits
from govdisclosure.model import (
    Author,
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
from govdisclosure.place import Place, SourcePlace
from govdisclosure.readers.bodies import publisher_of
from govdisclosure.readers.characters import character_findings
from govdisclosure.readers.draft import CellCounts, Counts, Draft, LeftOver, LeftOverReason, rest_of
from govdisclosure.readers.lacking import lacking, no_form
from govdisclosure.readers.lines import Layout, Line, find_layout, lines_of, year_in
from govdisclosure.readers.narrative import doubtful_numbers, read_paragraph
from govdisclosure.readers.narrative.named import Kind, Named, channels, services
from govdisclosure.readers.observed import Observed
from govdisclosure.readers.opening import (
    Words,
    compiler_in,
    ends_as_a_body,
    is_office,
    signed,
    stated_period,
    titled_body,
    year_of,
)
from govdisclosure.readers.own import (
    OwnPage,
    Stated,
    entries_of,
    form_named,
    is_name_of_a_form,
    own_page,
    without_names_of_forms,
)
from govdisclosure.readers.page import PageFact, page_facts, publication_of
from govdisclosure.readers.sections import Placed, section_tree
from govdisclosure.readers.tables import TablesRead, read_tables
from govdisclosure.readers.tables.unread import unread_tables

__all__ = ["read_document"]

Value = TypeVar("Value")

#: The number of a page, on a line of its own.
_PAGE_NUMBER = re.compile(
    r"[-—–－ ]{0,4}[0-9]{1,3}[-—–－ ]{0,4}|第 ?[0-9]{1,3} ?页(?: ?[/，,共]? ?共? ?[0-9]{1,3} ?页)?"
)


@attrs.frozen
class _Found:
    """A fact that stands outside the paragraphs: where in the text, and its words."""

    path: str
    start: int
    end: int


def read_document(observed: Observed, source: Source, limits: Limits) -> Draft:
    """A draft of the report that a document holds. Never raises for what the words say."""
    return _Reading(observed, source, limits).draft()


@attrs.define
class _Reading:
    observed: Observed
    source: Source
    limits: Limits
    places: dict[str, Place] = attrs.field(factory=dict)
    outside: list[_Found] = attrs.field(factory=list)

    @property
    def text(self) -> str:
        return self.observed.text

    def draft(self) -> Draft:
        seen = self.seen()
        form = form_named(seen)
        entries = entries_of(self.observed) if form else {}
        own = own_page(seen, form, entries)
        tables = read_tables(self.observed, own.year if own else _year_of(seen), own.form if own else None)
        lines = self.of_the_text(seen, tables, own)
        own = own_page(lines, form, entries) if own else None
        layout = own.layout if own else find_layout(lines)
        title = self.title(lines, layout, own)
        # A page that names its form states its year beside it, or nowhere.
        year = own.year if own else None if form else _year(title, lines, layout)
        form = own.form if own else tables.statistics.FORM if tables else None
        vintage = catalog.form(form) if form else catalog.form_of_year(year) if year else None
        findings = [*self.observed.findings, *character_findings(self.text), *(tables.findings if tables else ())]
        findings += unread_tables(self.observed, tables.rows if tables else ())
        if year is None or vintage is None:
            findings.append(no_form(year))
            return self.without_report(findings)
        sections, placed = section_tree(lines[i] for i in layout.body)
        facts = page_facts(*(own.around(lines) if own else _around(lines, layout)))
        publisher, author, issued = self.stated(own) if own else self.bodies(title, lines, layout)
        author = author or (self.compiler(placed, publisher) if not own else None)
        powers, metrics = self.figures(placed, year)
        self.page(facts)
        self.places |= tables.places if tables else {}
        report = Report(
            form=vintage.id,
            year=year,
            period=(own and own.period) or self.period(placed, vintage.period(year)),
            title=title,
            language=vintage.language,
            issued=issued,
            publisher=publisher,
            author=author,
            publication=publication_of(facts),
            sections=sections,
            powers=own.powers if own else powers,
            metrics=metrics,
            channels=self.channels(placed),
            services=self.services(placed),
            statistics=tables.statistics if tables else None,
            provenance=Provenance(source=self.source, places=self.places),  # last: those before it add places
        )
        findings += [*(own.unread if own else ()), *lacking(report, vintage, lines), *self.doubtful(placed)]
        left = self.left_over(layout, lines, tables)
        return self.made(report, findings, left, len(placed), tables.counts if tables else CellCounts())

    def seen(self) -> tuple[Line, ...]:
        """The lines that are seen, without the furniture of pages."""
        hidden = [(one.start, one.end) for one in self.observed.hidden]
        lines = _outside(lines_of(self.text), sorted([*hidden, *self.observed.furniture]))
        if self.observed.pages:
            lines = (line for line in lines if not _PAGE_NUMBER.fullmatch(line.plain))
        return tuple(lines)

    def of_the_text(self, seen: tuple[Line, ...], tables: TablesRead | None, own: OwnPage | None) -> tuple[Line, ...]:
        """The lines that belong to no table.

        A page of the library prints the titles of its tables over them; elsewhere such a line is a heading.
        """
        lines = tuple(line for line in seen if not is_name_of_a_form(line))
        if tables is None:
            return lines
        return tuple(tables.without_captions(_outside(lines, tables.rows), own=own is not None))

    def stated(self, own: OwnPage) -> tuple[Publisher | None, Author | None, date | None]:
        """What the list at the top of a page of the library says."""
        for name, path in (("publisher", "publisher.name"), ("author", "author.name"), ("issued", "issued")):
            if name in own.stated and (name != "issued" or own.issued):
                self.outside_fact(path, own.stated[name].start, own.stated[name].end)
        publisher, author = own.stated.get("publisher"), own.stated.get("author")
        return (
            publisher_of(publisher.text) if publisher else None,
            Author(name=author.text) if author else None,
            own.issued,
        )

    def made(
        self,
        report: Report | None,
        findings: list[Finding],
        left: tuple[LeftOver, ...],
        paragraphs: int,
        cells: CellCounts,
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
            cells=cells,
        )
        return Draft(report=report, findings=tuple(findings), left_over=left, counts=counts, source=self.source)

    def without_report(self, findings: list[Finding]) -> Draft:
        whole = LeftOver(start=0, end=len(self.text), text=self.text, reason=LeftOverReason.UNPLACED)
        return self.made(None, findings, (whole,), 0, CellCounts())

    # --- outside the paragraphs

    def outside_fact(self, path: str, start: int, end: int) -> None:
        self.outside.append(_Found(path, start, end))
        quote = self.text[start:end]
        self.places[path] = Place(quote=quote, source=SourcePlace(start=start, end=end))

    def title(self, lines: tuple[Line, ...], layout: Layout, own: OwnPage | None) -> str | None:
        if own and (listed := own.stated.get("title")):
            return self.said("title", listed, listed.text) if listed.text else None
        if layout.title is None:
            return None
        parts = lines[layout.title : layout.title + layout.title_lines]
        self.outside_fact("title", parts[0].start, parts[-1].end)
        return "".join(part.text for part in parts)

    def period(self, placed: list[Placed], usual: Period) -> Period:
        """The period as the text states it, else that of the form."""
        for paragraph in placed[:6]:
            if found := stated_period(paragraph.line.plain):
                period, start, end = found
                self.paragraph_fact("period", paragraph, start - paragraph.start, end - paragraph.start)
                return period
        return usual

    def bodies(
        self, title: str | None, lines: tuple[Line, ...], layout: Layout
    ) -> tuple[Publisher | None, Author | None, date | None]:
        """Publisher, author and date of signature: from the title and the signature."""
        titled = titled_body(title, lines[layout.title].start) if title and layout.title is not None else None
        signature, dated = signed(lines[i] for i in layout.signature)
        issued = self.said("issued", dated[1], dated[0]) if dated else None
        if titled and signature and titled.text != signature.text and is_office(signature.text):
            return (
                self.said("publisher.name", titled, publisher_of(titled.text)),
                self.said("author.name", signature, Author(name=signature.text)),
                issued,
            )
        chosen = titled if titled and (ends_as_a_body(titled.text) or not signature) else signature
        return self.said("publisher.name", chosen, publisher_of(chosen.text)) if chosen else None, None, issued

    def said(self, path: str, words: Words | Stated, value: Value) -> Value:
        """A value that stands outside of the paragraphs, with its place."""
        self.outside_fact(path, words.start, words.end)
        return value

    def compiler(self, placed: list[Placed], publisher: Publisher | None) -> Author | None:
        """The office that the opening names as the one which compiled the report for another body."""
        for paragraph in placed[:3]:
            match = compiler_in(paragraph.words)
            if match and publisher and match["name"] != publisher.name:
                self.paragraph_fact("author.name", paragraph, match.start("name"), match.end("name"))
                return Author(name=match["name"])
        return None

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

    def left_over(self, layout: Layout, lines: tuple[Line, ...], tables: TablesRead | None) -> tuple[LeftOver, ...]:
        """Everything that is in no section and no fact, in order: white space, labels of tables, words of the page."""
        kept = [(lines[i].start, lines[i].end) for i in layout.body]
        kept += [(fact.start, fact.end) for fact in self.outside]
        kept += [_stretch(place) for place in tables.places.values()] if tables else []
        known = [(lines[i].start, lines[i].end, LeftOverReason.SIGNATURE) for i in layout.signature]
        known += [(lines[i].start, lines[i].end, LeftOverReason.UNPLACED) for i in layout.behind]
        known += [(start, end, LeftOverReason.TABLE) for start, end in (tables.rows if tables else ())]
        known += [(one.start, one.end, LeftOverReason.HIDDEN) for one in self.observed.hidden]
        return tuple(rest_of(self.text, kept, known))


def _stretch(place: Place) -> tuple[int, int]:
    source = place.source
    return (source.start or 0, source.end or 0) if source else (0, 0)


def _year_of(lines: tuple[Line, ...]) -> int | None:
    """The year that the first title-like lines name; decides only between forms with the same labels."""
    plain = (without_names_of_forms(line.plain) for line in lines[:200])
    return next((year for text in plain if "公开" in text and (year := year_in(text))), None)


def _year(title: str | None, lines: tuple[Line, ...], layout: Layout) -> int | None:
    """The year reported on, as title and opening say it."""
    return year_of(title, [without_names_of_forms(lines[i].plain) for i in layout.body][:6])


def _outside(lines: Iterable[Line], apart: Sequence[tuple[int, int]]) -> Iterator[Line]:
    """The lines that are not within these stretches; both are in order."""
    index = 0
    for line in lines:
        while index < len(apart) and apart[index][1] <= line.start:
            index += 1
        if index == len(apart) or apart[index][0] >= line.end:
            yield line


def _around(lines: tuple[Line, ...], layout: Layout) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines before the text and behind it."""
    before = tuple(line for i, line in enumerate(lines[: layout.body.start]) if i != layout.title)
    return before, lines[layout.body.stop + len(layout.signature) :]
