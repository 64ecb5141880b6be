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
from govdisclosure.readers.identity import Identity, identify
from govdisclosure.readers.lacking import lacking, no_form
from govdisclosure.readers.layout import Head, Layout, dress_of, find_layout
from govdisclosure.readers.lines import Line, Words, lines_of
from govdisclosure.readers.metadata import entries_of_page
from govdisclosure.readers.narrative import doubtful_numbers, read_paragraph
from govdisclosure.readers.narrative.named import Kind, Named, channels, services
from govdisclosure.readers.observed import MarkupKind, Observed
from govdisclosure.readers.opening import compiler_in, stated_period
from govdisclosure.readers.other_documents import other_document
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
from govdisclosure.readers.title import Title

__all__ = ["read_document"]

Value = TypeVar("Value")

#: The first lines of a text, which state the year and the period.
_OPENING = 6
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
        shown = self.seen()
        named = form_named(shown)
        entries = entries_of(self.observed) if named else {}
        whole = own_page(shown, named, entries)
        seen = shown if whole else tuple(line for line in shown if not is_name_of_a_form(line))
        found = Layout(body=range(0)) if whole else find_layout(seen, self.observed)
        who = identify(found, [without_names_of_forms(seen[i].plain) for i in found.body[:_OPENING]])
        # A page that names its form states its year beside it, or nowhere.
        year = whole.year if whole else None if named else who.year
        tables = read_tables(self.observed, year, whole.form if whole else None)
        lines = self.of_the_text(seen, tables, whole)
        own = own_page(lines, named, entries) if whole else None
        parts = _Parts.of(lines, own.layout, own.around(lines)) if own else _parts(seen, lines, found)
        form = own.form if own else tables.statistics.FORM if tables else None
        vintage = catalog.form(form) if form else catalog.form_of_year(year) if year else None
        findings = [*self.observed.findings, *character_findings(self.text)]
        if own is None and (other := other_document(seen, found, tables=tables is not None)):
            return self.without_report([*findings, other])
        findings += [*(tables.findings if tables else ()), *(() if own else self.unread(tables))]
        if year is None or vintage is None:
            return self.without_report([*findings, no_form(year)])
        sections, placed = section_tree(parts.body, {} if own else self.levels(parts.body))
        publisher, author, issued = self.stated(own) if own else self.bodies(who)
        author = author or (self.compiler(placed, publisher) if not own else None)
        powers, metrics = self.figures(placed, year)
        facts = self.facts(found.head, parts, own)
        self.page(facts)
        self.places |= tables.places if tables else {}
        report = Report(
            form=vintage.id,
            year=year,
            period=(own and own.period) or self.period(placed) or who.period or vintage.period(year),
            title=self.title(lines, own, who),
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
        findings += [*(own.unread if own else who.findings), *lacking(report, vintage, lines), *self.doubtful(placed)]
        counts = tables.counts if tables else CellCounts()
        return self.made(report, findings, self.left_over(parts, tables), len(placed), counts)

    def unread(self, tables: TablesRead | None) -> Iterator[Finding]:
        """Tables of figures of which no cell was read."""
        return unread_tables(self.observed, tables.rows if tables else ())

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

    def title(self, lines: Sequence[Line], own: OwnPage | None, who: Identity) -> str | None:
        if own and (listed := own.stated.get("title")):
            return self.said("title", listed, listed.text) if listed.text else None
        if own:
            return self.said("title", line := lines[own.titled], line.text)
        return self.said("title", who.title, who.title.text) if who.title else None

    def period(self, placed: list[Placed]) -> Period | None:
        """The period as the text states it."""
        for paragraph in placed[:_OPENING]:
            if found := stated_period(paragraph.line.plain):
                period, start, end = found
                self.paragraph_fact("period", paragraph, start - paragraph.start, end - paragraph.start)
                return period
        return None

    def bodies(self, who: Identity) -> tuple[Publisher | None, Author | None, date | None]:
        """Publisher, author and date of signature, as the head and the signature say them."""
        publisher, author, issued = who.publisher, who.author, who.issued
        return (
            self.said("publisher.name", publisher, publisher_of(publisher.text)) if publisher else None,
            self.said("author.name", author, Author(name=author.text)) if author else None,
            self.said("issued", issued[1], issued[0]) if issued else None,
        )

    def levels(self, body: Sequence[Line]) -> dict[int, int | None]:
        """The lines of the text that the markup shows as headings, with their levels."""
        shown = dress_of(body, self.observed.markup)
        return {i: level for i, (kind, level) in shown.items() if kind in (MarkupKind.HEADING, MarkupKind.STRONG)}

    def said(self, path: str, words: Words | Stated | Title | Line, value: Value) -> Value:
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

    def facts(self, head: Head, parts: "_Parts", own: OwnPage | None) -> list[PageFact]:
        """The facts of the page around the report."""
        if own:
            return page_facts(entries_of_page(parts.before)[0], parts.before, parts.before, parts.after)
        titled = head.title.end if head.title else 0
        return page_facts(head.entries, parts.before, [one for one in parts.before if one.start >= titled], parts.after)

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

    def left_over(self, parts: "_Parts", tables: TablesRead | None) -> tuple[LeftOver, ...]:
        """Everything that is in no section and no fact, in order: white space, labels of tables, words of the page."""
        kept = [(line.start, line.end) for line in parts.body]
        kept += [(fact.start, fact.end) for fact in self.outside]
        kept += [_stretch(place) for place in tables.places.values()] if tables else []
        known = [(line.start, line.end, LeftOverReason.SIGNATURE) for line in parts.signature]
        known += [(line.start, line.end, LeftOverReason.UNPLACED) for line in parts.behind]
        known += [(start, end, LeftOverReason.TABLE) for start, end in (tables.rows if tables else ())]
        known += [(one.start, one.end, LeftOverReason.HIDDEN) for one in self.observed.hidden]
        return tuple(rest_of(self.text, kept, known))


@attrs.frozen
class _Parts:
    """The lines of a document by what they are for: the text, what stands under it, the page before and behind them."""

    body: Sequence[Line]
    signature: Sequence[Line]
    behind: Sequence[Line]
    before: Sequence[Line]
    after: Sequence[Line]

    @classmethod
    def of(cls, lines: Sequence[Line], layout: Layout, around: tuple[Sequence[Line], Sequence[Line]]) -> "_Parts":
        """The parts that a layout tells apart, with the page around them."""
        body, behind = layout.body, layout.behind
        return cls(
            lines[body.start : body.stop],
            [lines[i] for i in layout.signature],
            lines[behind.start : behind.stop],
            *around,
        )


def _parts(seen: Sequence[Line], lines: Sequence[Line], layout: Layout) -> _Parts:
    """The parts of a page that others made, without the rows of its tables."""
    kept = {line.start for line in lines}
    title = layout.head.title.lines if layout.head.title else range(0)
    before = [line for i, line in enumerate(seen[: layout.body.start]) if i not in title]
    after = seen[layout.body.stop + len(layout.signature) :]
    made = _Parts.of(seen, layout, (before, after))
    apart = ([line for line in part if line.start in kept] for part in attrs.astuple(made, recurse=False))
    return _Parts(*apart)


def _stretch(place: Place) -> tuple[int, int]:
    source = place.source
    return (source.start or 0, source.end or 0) if source else (0, 0)


def _outside(lines: Iterable[Line], apart: Sequence[tuple[int, int]]) -> Iterator[Line]:
    """The lines that are not within these stretches; both are in order."""
    index = 0
    for line in lines:
        while index < len(apart) and apart[index][1] <= line.start:
            index += 1
        if index == len(apart) or apart[index][0] >= line.end:
            yield line
