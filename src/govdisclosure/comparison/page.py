"""A comparison as a page of finished words, for every renderer."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

import attrs

from govdisclosure import catalog
from govdisclosure.comparison.charts import comparison_charts
from govdisclosure.comparison.model import Change, Comparison, Group, Row, Share, Uncompared
from govdisclosure.form import CellForm
from govdisclosure.locales import AnyLocale, Formatter, formatter
from govdisclosure.locales.rendering import WORDING
from govdisclosure.locales.tables import header_text
from govdisclosure.locales.texts import direction_of
from govdisclosure.model import Report
from govdisclosure.renderers import printed
from govdisclosure.renderers.blocks import Block, Cell, Chart, Heading, Metadata, Page, Paragraph, Run, Table
from govdisclosure.renderers.sheets import cell_text

__all__ = ["page_of", "render_comparison"]


def render_comparison(comparison: Comparison, *, to: str = "html", locale: AnyLocale | None = None) -> str | bytes:
    """A comparison in a format and a locale (default: that of its first report), as ``render`` prints reports."""
    form = formatter(locale or comparison.reports[0].language)
    return printed(page_of(comparison, form), to)


def page_of(comparison: Comparison, form: Formatter) -> Page:
    """The page of a comparison."""
    return _View(comparison, form).page()


@attrs.frozen
class _View:
    """The comparison and the locale while a page is made of them."""

    comparison: Comparison
    form: Formatter

    def word(self, key: str, **values: str) -> str:
        words = self.form.texts.message(f"render:{key}", WORDING[key])
        return self.form.texts.filled(words, values) if values else words

    def page(self) -> Page:
        title = self.word("comparison")
        own = self.comparison.reports[0].language
        return Page(
            language=self.form.tag,
            direction=self.form.direction,
            own_language=own,
            own_direction=direction_of(own),
            title=title,
            about=(Heading(1, title), self.about(), Paragraph((Run(self.word("comparison-note")),))),
            findings=(),
            figures=(*self.rows(), *self.shares(), *self.uncompared()),
            narrative=(),
            footer=(),
            facts=self.facts,
            charts=tuple(self.charts()),
            signature=(),
            metadata=self.metadata(title),
            language_name=self.form.locale.get_display_name() or str(self.form.locale),
            contents=self.word("contents"),
            languages=self.word("languages"),
        )

    def metadata(self, title: str) -> Metadata:
        """What catalogs ask for: the years that are covered, and the publisher where all reports have one."""
        reports = self.comparison.reports
        publishers = {report.publisher.name if report.publisher else None for report in reports}
        return Metadata(
            name=title,
            language=self.form.tag,
            period=(
                min(report.period.start for report in reports).isoformat(),
                max(report.period.end for report in reports).isoformat(),
            ),
            publisher=publishers.pop() if len(publishers) == 1 else None,
        )

    def about(self) -> Table:
        head = tuple(self.word(key) for key in ("publisher", "year", "form"))
        rows = tuple(
            (Cell(_publisher(report), "header", own=True), Cell(str(report.year)), Cell(self.form_name(report)))
            for report in self.comparison.reports
        )
        return Table("compared", self.word("reports-compared"), head, rows)

    def form_name(self, report: Report) -> str:
        vintage = catalog.FORMS.get(report.form)
        return self.form.texts.label(f"form:{vintage.id}:title", vintage.title) if vintage else report.form

    # --- columns

    def named(self, number: int) -> str:
        """A report as the head of a column, numbered where several have the same name."""
        names = [self.name_of(report) for report in self.comparison.reports]
        name = names[number]
        return f"{name} ({names[: number + 1].count(name)})" if names.count(name) > 1 else name

    def name_of(self, report: Report) -> str:
        """A report by its year, by its publisher, or by both where both differ."""
        reports = self.comparison.reports
        years, publishers = {each.year for each in reports}, {_publisher(each) for each in reports}
        if len(publishers) == 1:
            return str(report.year)
        name = self.form.texts.apart(_publisher(report))
        return name if len(years) == 1 else f"{name} {self.form.texts.apart(str(report.year))}"

    def columns(self) -> tuple[str, ...]:
        return tuple(self.named(number) for number in range(len(self.comparison.reports)))

    # --- charts

    def charts(self) -> Iterator[Heading | Paragraph | Chart]:
        """The charts, and what is said of those figures that none shows."""
        reports = self.comparison.reports
        own = len({report.year for report in reports}) == 1 and len({_publisher(report) for report in reports}) > 1
        columns = [(name, own) for name in self.columns()]
        drawn = list(comparison_charts(self.comparison, self.form, self.word, columns, _anchor))
        if drawn:
            yield Heading(2, self.word("charts"), anchor="charts")
            yield Paragraph((Run(self.word("charts-note")),))
        yield from drawn

    # --- tables

    def rows(self) -> Iterator[Block]:
        """The figures, table by table, with the changes between years."""
        # What only earlier forms have comes last among the rows, yet stands in a table with those of later ones.
        tables: dict[str, list[Row]] = {}
        for row in self.comparison.rows:
            tables.setdefault(row.table.path, []).append(row)
        for rows in tables.values():
            title = self.form.texts.label(rows[0].table.context, rows[0].table.mark.title)
            yield Heading(2, title, anchor=_anchor(rows[0]))
            steps = list(dict.fromkeys((change.earlier, change.later) for row in rows for change in row.changes))
            head = (self.word("figure"), *self.columns(), *(self.between(step) for step in steps))
            yield Table("comparison", title, head, tuple(self.row(row, steps) for row in rows))

    def between(self, step: tuple[int, int]) -> str:
        start, end = (str(self.comparison.reports[number].year) for number in step)
        words = self.word("change-between", start=start, end=end)
        if len({_publisher(report) for report in self.comparison.reports}) == 1:
            return words
        return f"{self.form.texts.apart(_publisher(self.comparison.reports[step[0]]))} {words}"

    def row(self, row: Row, steps: Sequence[tuple[int, int]]) -> tuple[Cell, ...]:
        changes = {(change.earlier, change.later): change for change in row.changes}
        return (
            Cell(self.label(row.cell), "header"),
            *(self.cell(row, number) for number in range(len(row.values))),
            *(self.change_cell(changes.get(step)) for step in steps),
        )

    def cell(self, row: Row, number: int) -> Cell:
        """A value of a report, with the number that it is."""
        value = row.values[number] if row.declared[number] else None
        return self.counted(self.value(row, number), value if isinstance(value, int | Decimal) else None)

    def change_cell(self, change: Change | None) -> Cell:
        return self.counted(self.change(change), change.difference if change else None)

    def counted(self, words: str, value: int | Decimal | None) -> Cell:
        """Words with the number that they print."""
        if value is None:
            return Cell(words, "number")
        before, digits, behind = words.partition(self.form.number(value))
        return Cell(words, "number", value=value if digits else None, around=(before, behind))

    def label(self, cell: CellForm) -> str:
        """The headers of a figure; of a row that is compared by its total, those of the row, with the unit."""
        headers = cell.rows or cell.columns
        several = sum(row.cell.rows == cell.rows for row in self.comparison.rows) > 1
        if cell.rows and several:
            headers = cell.headers
        words = " / ".join(header_text(header, self.form.texts) for header in headers)
        return f"{words} ({self.form.texts.code(cell.unit)})" if cell.unit else words

    def value(self, row: Row, number: int) -> str:
        value = row.values[number]
        if not row.declared[number]:
            return self.word("not-comparable-cell")
        if value is None:
            return self.word("not-printed")
        return cell_text(value, row.cell, self.form) or self.word("blank")

    def change(self, change: Change | None) -> str:
        if change is None:
            return self.word("not-comparable-cell")
        if change.difference is None:
            return self.word("unknown")
        number = _signed(change.difference, self.form.number(change.difference))
        if change.percent is None:
            return number
        percent = _signed(change.percent, self.form.percent(change.percent))
        return self.word("change-and-percent", number=number, percent=percent)

    def shares(self) -> Iterator[Block]:
        """The parts of each total, in per cent of it."""
        groups = groupby(self.comparison.shares, key=lambda share: share.whole.cell.path)
        for number, (_, group) in enumerate(groups):
            shares = list(group)
            if not number:
                yield Heading(2, self.word("shares"), anchor="shares")
            whole = shares[0].whole
            table = self.form.texts.label(whole.table.context, whole.table.mark.title)
            title = self.word("shares-of", whole=f"{table} · {self.label(whole.cell)}")
            yield Heading(3, title)
            head = (self.word("figure"), *self.columns())
            yield Table("shares", title, head, tuple(self.with_groups(shares)))

    def with_groups(self, shares: Sequence[Share]) -> Iterator[tuple[Cell, ...]]:
        """A row for each share, and one for what stands under one header before its first."""
        groups = {id(group.shares[0]): group for group in self.comparison.groups}
        for share in shares:
            if group := groups.get(id(share)):
                words = " / ".join(header_text(header, self.form.texts) for header in group.headers)
                yield self.percents(self.word("taken-together", headers=words), group)
            yield self.percents(self.label(share.part.cell), share)

    def percents(self, label: str, item: Share | Group) -> tuple[Cell, ...]:
        words = [(self.percent(item, number, percent), percent) for number, percent in enumerate(item.percents)]
        return Cell(label, "header"), *(self.counted(text, percent) for text, percent in words)

    def percent(self, item: Share | Group, number: int, percent: Decimal | None) -> str:
        if percent is not None:
            return self.form.percent(percent)
        return self.word("unknown" if item.declared[number] else "not-comparable-cell")

    def uncompared(self) -> Iterator[Block]:
        """What is in no table above, and why."""
        if not self.comparison.uncompared:
            return
        title = self.word("not-comparable")
        yield Heading(2, title, anchor="not-comparable")
        head = (self.word("figure"), self.word("only-in"), self.word("why"))
        yield Table("uncompared", title, head, tuple(self.left_out(one) for one in self.comparison.uncompared))

    def left_out(self, one: Uncompared) -> tuple[Cell, ...]:
        if one.cell is None or one.table is None:
            words = self.word("whole-report")
        else:
            table = self.form.texts.label(one.table.context, one.table.mark.title)
            words = f"{table} · " + " / ".join(header_text(header, self.form.texts) for header in one.cell.headers)
        names = self.form.listed([self.named(number) for number in one.columns])
        return Cell(words, "header"), Cell(names), Cell(self.form.texts.code(one.why))

    def facts(self) -> Table:
        """Every value that is compared, one a row."""
        head = tuple(self.word(key) for key in ("publisher", "year", "figure", "value"))
        rows = tuple(
            (
                Cell(_publisher(report), own=True),
                Cell(str(report.year), "year", value=report.year),
                Cell(self.label(row.cell)),
                self.cell(row, number),
            )
            for row in self.comparison.rows
            for number, report in enumerate(self.comparison.reports)
        )
        return Table("facts", self.word("facts"), head, rows)


def _anchor(row: Row) -> str:
    """The place of the table of a row."""
    return f"compared:{row.table.path}"


def _publisher(report: Report) -> str:
    return report.publisher.name if report.publisher else ""


def _signed(value: int | Decimal, words: str) -> str:
    return f"+{words}" if value > 0 else words
