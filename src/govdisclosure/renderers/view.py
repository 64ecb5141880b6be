"""What is to be seen of a report, as blocks of finished words: the one thing that all renderers print.

Every number is formatted here and every word chosen, so that a renderer only writes down what it is handed.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

import attrs

from govdisclosure.catalog import FORMS
from govdisclosure.cell import CellValue
from govdisclosure.codelist import CodeList
from govdisclosure.finding import Finding
from govdisclosure.form import compile_form
from govdisclosure.locales import Formatter, message
from govdisclosure.locales.rendering import WORDING
from govdisclosure.locales.tables import cell_label
from govdisclosure.locales.texts import direction_of
from govdisclosure.model import Channel, Metric, OnlineService, Report, Section
from govdisclosure.place import Place
from govdisclosure.renderers.blocks import Block, Cell, Chart, Heading, Metadata, Page, Paragraph, Run, Sheet, Table
from govdisclosure.renderers.charts import charts, power_counts
from govdisclosure.renderers.sheets import sheets
from govdisclosure.shape import field_of, fields_of
from govdisclosure.tabular import COLUMNS, facts

__all__ = ["view"]


def view(report: Report, form: Formatter, findings: tuple[Finding, ...] | None) -> Page:
    """The page of a report. ``findings`` of ``None`` says that nobody looked for any."""
    places: dict[str, list[Place]] = {}
    for place in report.provenance.places.values():
        if place.path is not None:
            places.setdefault(place.path, []).append(place)
    severities: dict[str, set[str]] = {}
    for finding in findings or ():
        for at in (*(place.span for place in finding.places), *finding.paths):
            if at:
                severities.setdefault(at, set()).add(finding.severity.value)
    worst = {at: next(s for s in _SEVERITIES if s in found) for at, found in severities.items()}
    values = compile_form(type(report.statistics)).values(report.statistics) if report.statistics else {}
    tables = sheets(report.statistics, form, worst, values) if report.statistics else ()
    return _View(report, form, findings, places, worst, tables, values).page()


#: Cells of words, most of which stand in many rows of the list of facts.
_word_cell = lru_cache(maxsize=2**12)(Cell)
_year_cell = lru_cache(maxsize=2**8)(lambda year: Cell(str(year), "year", value=year))
_FLAGS = {None: "", True: "true", False: "false"}


def _fact_cell(name: str, value: object) -> Cell:
    if name in ("year", "of_year") and isinstance(value, int):
        return _year_cell(value)
    if name == "value":
        number = value if isinstance(value, int | Decimal) else None
        return Cell("" if number is None else f"{number:f}" if type(number) is Decimal else str(number), "number",
                    value=number)  # fmt: skip
    return _word_cell(_FLAGS[value] if value is None or isinstance(value, bool) else str(value))


#: The worst first.
_SEVERITIES = ("error", "warning", "info")
#: Cells that a finding names where it has many more; all of them are marked where they stand.
_MOST_LINKS = 4


@attrs.frozen
class _View:
    """The report, the locale and the findings while a page is made of them."""

    report: Report
    form: Formatter
    found: tuple[Finding, ...] | None
    #: The places in each paragraph, by its path.
    places_in: dict[str, list[Place]]
    #: The worst severity of the findings that rest on each place or path.
    severity_at: dict[str, str]
    #: The statutory tables, each with the content of the report in which it stands.
    tables: tuple[tuple[CodeList | None, Sheet], ...]
    #: The cells of these tables by path.
    values: dict[str, CellValue | None]
    #: The places that are marked in the narrative, to which others can link.
    marked: set[str] = attrs.field(factory=set, init=False)

    def word(self, key: str) -> str:
        return self.form.texts.message(f"render:{key}", WORDING[key])

    def code(self, member: CodeList) -> str:
        return self.form.texts.code(member)

    def page(self) -> Page:
        language = self.form.tag
        title = self.report.title or self.word("untitled")
        narrative = tuple(self.narrative())
        return Page(
            language=language,
            direction=self.form.direction,
            own_language=self.report.language,
            own_direction=direction_of(self.report.language),
            title=title,
            about=(Heading(1, title, own=self.report.title is not None), self.about()),
            findings=tuple(self.findings()),
            figures=tuple(self.figures()),
            narrative=narrative,
            footer=tuple(self.footer()),
            charts=tuple(self.charts()),
            signature=tuple(self.signature()),
            metadata=self.metadata(title),
            language_name=self.form.locale.get_display_name() or language,
            contents=self.word("contents"),
            languages=self.word("languages"),
            facts=self.facts,
        )

    def metadata(self, title: str) -> Metadata:
        report = self.report
        published = report.publication.published if report.publication else None
        return Metadata(
            name=title,
            language=report.language,
            period=(report.period.start.isoformat(), report.period.end.isoformat()),
            issued=report.issued.isoformat() if report.issued else None,
            published=published.isoformat() if published else None,
            publisher=report.publisher.name if report.publisher else None,
            author=report.author.name if report.author else None,
        )

    # --- about

    def about(self) -> Table:
        report, form = self.report, self.form
        days = {"start": form.day(report.period.start), "end": form.day(report.period.end)}
        period = form.texts.filled(self.word("period-of"), days)
        rows = [("year", str(report.year), False), ("period", period, False), ("form", self.form_name(), False)]
        if report.author:
            rows.insert(0, ("author", report.author.name, True))
        if report.publisher:
            rows.insert(0, ("publisher", report.publisher.name, True))
        if report.issued:
            rows.append(("issued", form.day(report.issued), False))
        if published := self.published():
            rows.append(("published", published, False))
        cells = tuple((Cell(self.word(key), "header"), Cell(text, own=own)) for key, text, own in rows)
        return Table("about", self.word("about"), (), cells)

    def form_name(self) -> str:
        """The title of the form in the locale, and its id."""
        vintage = FORMS.get(self.report.form)
        if vintage is None:
            return self.report.form
        title = self.form.texts.label(f"form:{vintage.id}:title", vintage.title)
        return f"{title} ({self.form.texts.apart(vintage.id)})"

    def published(self) -> str:
        publication = self.report.publication
        if publication is None or publication.published is None:
            return ""
        clock = publication.published_time
        return self.form.day(publication.published) + (f" {self.form.clock(clock)}" if clock else "")

    # --- findings

    def findings(self) -> Iterator[Block]:
        yield Heading(2, self.word("findings"), anchor="findings")
        if self.found is None:
            yield Paragraph((Run(self.word("findings-not-made")),))
        elif not self.found:
            yield Paragraph((Run(self.word("findings-none")),))
        else:
            head = tuple(self.word(key) for key in ("severity", "finding", "places"))
            rows = tuple(self.finding_row(finding) for finding in self.found)
            severities = tuple(finding.severity.value for finding in self.found)
            yield Table("findings", self.word("findings"), head, rows, severities)

    def finding_row(self, finding: Finding) -> tuple[Cell, ...]:
        severity = self.code(finding.severity)
        quotes = " … ".join(dict.fromkeys(place.quote for place in finding.places))
        link = next((at for place in finding.places if (at := place.span) in self.marked), None)
        return (
            Cell(severity, "header"),
            Cell(message(finding, self.form.asked)),
            Cell(quotes, own=True, link=link, links=self.cells_of(finding)),
        )

    def cells_of(self, finding: Finding) -> tuple[tuple[str, str], ...]:
        """The cells of tables that a finding names; after the first of them how many more there are."""
        tables = compile_form(type(self.report.statistics)) if self.report.statistics else None
        cells = [(cell, path) for path in finding.paths if tables and (cell := tables.cell(path))]
        named = cells if len(cells) <= _MOST_LINKS + 1 else cells[:_MOST_LINKS]
        links = [(cell_label(cell, self.form.texts), path) for cell, path in named]
        if more := cells[len(named) :]:
            words = self.form.texts.filled(self.word("places-more"), {"count": self.form.number(len(more))})
            links.append((words, more[0][1]))
        return tuple(links)

    # --- figures

    def figures(self) -> Iterator[Block]:
        kinds = {section.kind for section in self.report.sections}
        outside = [sheet for kind, sheet in self.tables if kind not in kinds]
        if outside:
            yield Heading(2, self.word("tables"), anchor="tables")
        for sheet in outside:
            yield Heading(3, sheet.caption)
            yield sheet
        if self.report.powers:
            yield Heading(2, self.word("powers"), anchor="powers")
            yield self.powers()
        if self.report.metrics:
            yield Heading(2, self.word("figures"), anchor="figures")
            yield self.metrics()
        named: tuple[tuple[str, tuple[Channel | OnlineService, ...]], ...] = (
            ("channels", self.report.channels),
            ("services", self.report.services),
        )
        for name, things in named:
            if things:
                yield Heading(2, self.word(name), anchor=name)
                head = (self.word("name"), self.word("kind"))
                rows = tuple(
                    (
                        Cell(thing.name, "header", own=True, link=self.place(f"{name}.{index}")),
                        Cell(self.code(thing.kind)),
                    )
                    for index, thing in enumerate(things)
                )
                yield Table(name, self.word(name), head, rows)

    def place(self, path: str) -> str | None:
        """The words that a fact rests on, where they are marked in the narrative."""
        place = self.report.provenance.places.get(path)
        return place.span if place and place.span in self.marked else None

    def powers(self) -> Table:
        powers = self.report.powers
        assert powers is not None  # noqa: S101 - for the type checker; the caller looked
        counted = [(label, path, count) for label, path, count, _ in power_counts(powers, self.form)]
        if powers.total is not None:
            counted.append((self.word("total"), "powers.total", powers.total))
        rows = tuple(
            (Cell(label, "header", link=self.place(path)), Cell(self.form.number(count), "number", value=count))
            for label, path, count in counted
        )
        return Table("powers", self.word("powers"), (self.word("category"), self.word("number")), rows)

    def metrics(self) -> Table:
        head = tuple(self.word(key) for key in ("figure", "counted", "value", "of-year"))
        rows = tuple(self.metric_row(index, metric) for index, metric in enumerate(self.report.metrics))
        return Table("figures", self.word("figures"), head, rows)

    def metric_row(self, index: int, metric: Metric) -> tuple[Cell, ...]:
        amount = self.form.quantity(metric.value, metric.unit)
        if metric.approximate:
            amount = self.form.texts.filled(self.word("approximately"), {"value": amount})
        before, digits, behind = amount.partition(self.form.number(metric.value))
        value = metric.value if digits else None  # money may be written out in another unit
        return (
            Cell(self.code(metric.kind), "header"),
            Cell(metric.counted, own=True, link=self.place(f"metrics.{index}")),
            Cell(amount, "number", value=value, around=(before, behind)),
            Cell(str(metric.of_year) if metric.of_year else "", "number"),
        )

    def facts(self) -> Table:
        """Every number, one a row, in the columns of the flat table."""
        rows = tuple(
            tuple(_fact_cell(name, value) for name, value in fact.items())
            for fact in facts(self.report, self.form.asked)
        )
        return Table("facts", self.word("facts"), COLUMNS, rows)

    def charts(self) -> Iterator[Heading | Chart]:
        drawn = charts(self.report, self.form, self.word, self.values)
        if drawn:
            yield Heading(2, self.word("charts"), anchor="charts")
        yield from drawn

    # --- narrative

    def narrative(self) -> Iterator[Block]:
        if self.report.sections:
            yield Heading(2, self.word("narrative"), anchor="text")
        waiting = list(self.tables)
        for index, section in enumerate(self.report.sections):
            yield from self.section(section, f"sections.{index}", 3)
            # A table stands in the first section of its content, as the form has it.
            yield from (sheet for kind, sheet in waiting if kind == section.kind)
            waiting = [(kind, sheet) for kind, sheet in waiting if kind != section.kind]

    def section(self, section: Section, path: str, level: int) -> Iterator[Block]:
        if section.heading is not None or section.number is not None:
            text = (section.number or "") + (section.heading or "")
            yield Heading(min(level, 6), text, own=True, anchor=path)
        for index, paragraph in enumerate(section.paragraphs):
            here = f"{path}.paragraphs.{index}"
            yield Paragraph(self.runs(paragraph, here), own=True, anchor=here)
        for index, below in enumerate(section.subsections):
            yield from self.section(below, f"{path}.subsections.{index}", level + 1)

    def runs(self, paragraph: str, path: str) -> tuple[Run, ...]:
        """Cut a paragraph where the words of facts begin and end; words inside other words share their mark."""
        marked: dict[tuple[int, int], list[str]] = {}
        for place in self.places_in.get(path, ()):
            marked.setdefault((place.start or 0, place.end or 0), []).append(place.span or "")
        runs, done = [], 0
        for (start, end), anchors in sorted(marked.items(), key=lambda item: (item[0][0], -item[0][1])):
            if start < done or end > len(paragraph):
                continue
            inside = [a for (s, e), names in marked.items() if start <= s and e <= end for a in names]
            runs += [
                Run(paragraph[done:start]),
                Run(paragraph[start:end], tuple(dict.fromkeys([*anchors, *inside]))),
            ]
            done = end
        runs.append(Run(paragraph[done:]))
        self.marked.update(anchor for run in runs for anchor in run.anchors)
        return tuple(self.judged(run) for run in runs if run.text)

    def judged(self, run: Run) -> Run:
        """The run with the worst severity of the findings that rest on it."""
        severities = {self.severity_at[at] for at in run.anchors if at in self.severity_at}
        return attrs.evolve(run, severity=next((s for s in _SEVERITIES if s in severities), None))

    # --- signature and footer

    def signature(self) -> Iterator[Paragraph]:
        """Who signs is the office that wrote the report, or the body whose report it is."""
        signing = self.report.author or self.report.publisher
        if signing:
            yield Paragraph((Run(signing.name),), own=True)
        if self.report.issued:
            yield Paragraph((Run(self.form.day(self.report.issued)),))

    def footer(self) -> Iterator[Block]:
        publication = self.report.publication
        if publication and publication.host:
            host = publication.host
            rows = [
                (Cell(self.form.texts.label(f"field:Host.{f.name}", f.label), "header"), Cell(text, own=True))
                for f in fields_of(type(host))
                if isinstance(text := getattr(host, f.name), str)
            ]
            if host.telephones:
                label = field_of(type(host), "telephones").label
                numbers = [" ".join(filter(None, (t.label, t.number))) for t in host.telephones]
                name = self.form.texts.label("field:Host.telephones", label)
                rows.append((Cell(name, "header"), Cell(self.form.listed(numbers), own=True)))
            yield Heading(2, self.word("host-facts"), anchor="host")
            yield Table("host", self.word("host-facts"), (), tuple(rows))
        source = self.report.provenance.source
        if source:
            yield Paragraph((Run(self.form.texts.filled(self.word("made-from"), {"digest": source.sha256})),))
