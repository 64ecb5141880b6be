"""Charts of a comparison, of what it has worked out: bars for each report under the name of each figure.

What is drawn follows from how forms add and balance their figures: what they add up or balance, what one year hands to
the next, the share of each part of a total, and the parts under each header. An unknown number is said and has no bar,
and neither has a figure that a report's form does not have. What is zero in every report, or known in none, is left to
the tables, and so is a chart in which nothing would be drawn.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby, takewhile

import attrs

from govdisclosure.cell import CellValue, LessThan
from govdisclosure.codelist import CodeList
from govdisclosure.comparison.columns import known
from govdisclosure.comparison.model import Comparison, Group, Row, Share
from govdisclosure.form import CellForm, Header
from govdisclosure.locales import Formatter
from govdisclosure.locales.tables import header_text
from govdisclosure.renderers.blocks import Bar, Chart, Series
from govdisclosure.renderers.sheets import cell_text

__all__ = ["comparison_charts"]

#: Lengths are in ten-thousandths of the longest bar.
_WHOLE = 10_000


@attrs.frozen
class _Figure:
    """What is said of a figure for each report: its number and words; ``unknown`` where a number ought to be known."""

    label: str
    numbers: tuple[int | Decimal | None, ...]
    words: tuple[str, ...]
    unknown: bool

    @property
    def is_told(self) -> bool:
        """Whether a reader would miss it: zeros say nothing as long as all of them are known."""
        return any(self.numbers) or (self.unknown and any(number is not None for number in self.numbers))


def comparison_charts(
    comparison: Comparison,
    form: Formatter,
    word: Callable[..., str],
    columns: Sequence[tuple[str, bool]],
    anchor: Callable[[Row], str],
) -> Iterator[Chart]:
    """All charts in one locale's words: numbers, what is carried over, shares.

    ``columns`` are the names of the reports, and whether these are the reports' own words; ``anchor`` gives the place
    of the table of a row on the page.
    """
    maker = _Maker(form, word, columns, anchor)
    made = [maker.totals(rows) for rows in _of_one_matter(comparison.totals)]
    made += [maker.numbers(rows, word("carried-over")) for rows in _of_one_matter(comparison.carried)]
    for _, shares in groupby(comparison.shares, key=lambda share: share.whole.cell.path):
        made += maker.parts(list(shares), comparison.groups)
    return (chart for chart in made if chart)


@attrs.frozen
class _Maker:
    """The locale and the columns while charts are made."""

    form: Formatter
    word: Callable[..., str]
    columns: Sequence[tuple[str, bool]]
    anchor: Callable[[Row], str]

    # --- numbers

    def totals(self, rows: Sequence[Row]) -> Chart | None:
        return self.numbers(rows, self.words(_common(rows)[0] if len(rows) > 1 else ()))

    def numbers(self, rows: Sequence[Row], about: str) -> Chart | None:
        figures = [
            _Figure(
                label=label,
                numbers=tuple(known(value) for value in row.values),
                words=tuple(self.value(row, number) for number in range(len(row.values))),
                unknown=any(_is_unknown(value) for value in row.values),
            )
            for row, label in zip(rows, self.labels(rows), strict=True)
        ]
        table = self.table(rows[0])
        return self.chart(" · ".join(filter(None, (table, about))), figures, (table, self.anchor(rows[0])), rows[0])

    def value(self, row: Row, number: int) -> str:
        value: CellValue | None = row.values[number]
        if not row.declared[number]:
            return self.word("not-comparable-cell")
        if value is None:
            return self.word("not-printed")
        stated = isinstance(value, LessThan) or known(value) is not None
        return cell_text(value, row.cell, self.form) if stated else self.word("no-figure")

    # --- parts of a total

    def parts(self, shares: Sequence[Share], all_groups: Sequence[Group]) -> Iterator[Chart | None]:
        """The shares of one total, those under one header as one; then the numbers under each such header."""
        whole = shares[0].whole
        groups = [group for group in all_groups if group.shares[0].whole is whole]
        group_of = {id(share): group for group in groups for share in group.shares}
        labels = self.labels([share.part for share in shares])
        figures: dict[int, _Figure] = {}
        for share, label in zip(shares, labels, strict=True):
            group = group_of.get(id(share))
            if group is None:
                figures[id(share)] = self.share(share, label, share.part.values)
            elif id(group) not in figures:
                figures[id(group)] = self.share(group, self.words(group.headers[-1:]), group.values)
        title = f"{self.table(whole)} · {self.words(whole.cell.rows or whole.cell.columns)}"
        caption = self.word("shares-of", whole=title)
        yield self.chart(caption, list(figures.values()), (self.word("shares"), "shares"))
        for group in groups:
            yield self.numbers([share.part for share in group.shares], self.words(group.headers[-1:]))

    def share(self, item: Share | Group, label: str, values: Sequence[CellValue | None]) -> _Figure:
        words = tuple(
            self.form.percent(percent)
            if percent is not None
            else self.word("no-figure" if item.declared[number] else "not-comparable-cell")
            for number, percent in enumerate(item.percents)
        )
        declared = zip(item.declared, values, strict=True)
        unknown = any(here and known(value) is None for here, value in declared)
        return _Figure(label, item.percents, words, unknown)

    # --- words and lengths

    def table(self, row: Row) -> str:
        return self.form.texts.label(row.table.context, row.table.mark.title)

    def words(self, headers: Sequence[Header]) -> str:
        return " / ".join(header_text(header, self.form.texts) for header in headers)

    def labels(self, rows: Sequence[Row]) -> list[str]:
        """The headers of each of these rows that do not stand over all of them."""
        if len(rows) == 1:
            return [self.words(rows[0].cell.rows or rows[0].cell.columns)]
        above, aside = (len(headers) for headers in _common(rows))
        return [self.words(row.cell.rows[above:] + row.cell.columns[aside:]) for row in rows]

    def chart(
        self, caption: str, figures: Sequence[_Figure], at: tuple[str, str], of: Row | None = None
    ) -> Chart | None:
        told = [figure for figure in figures if figure.is_told]
        longest = max((number for figure in told for number in figure.numbers if number is not None), default=0)
        if longest <= 0:
            return None
        series = tuple(
            Series(figure.label, tuple(self.bar(figure, number, longest) for number in range(len(self.columns))))
            for figure in told
        )
        unit = f" ({self.form.texts.code(of.cell.unit)})" if of and of.cell.unit else ""
        link = (self.word("chart-numbers", table=at[0]), at[1])
        return Chart("compared", caption + unit, (), link, series=series)

    def bar(self, figure: _Figure, number: int, longest: int | Decimal) -> Bar:
        value = figure.numbers[number]
        length = None if value is None or value < 0 else int(_WHOLE * value // longest)
        label, own = self.columns[number]
        return Bar(label, figure.words[number], length, own)


def _is_unknown(value: CellValue | None) -> bool:
    return value is not None and known(value) is None


def _of_one_matter(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows of one table and one unit; where a table is an outline, those under one heading of it."""
    return (list(group) for _, group in groupby(rows, key=_matter))


def _matter(row: Row) -> tuple[str, CodeList | None, tuple[str, ...]]:
    heading = tuple(header.text for header in row.cell.rows[:1]) if row.table.mark.outline else ()
    return row.table.path, row.cell.unit, heading


def _common(rows: Sequence[Row]) -> tuple[tuple[Header, ...], tuple[Header, ...]]:
    """The row headers and the column headers that stand over all of these rows."""
    cells: list[CellForm] = [row.cell for row in rows]
    return _shared([cell.rows for cell in cells]), _shared([cell.columns for cell in cells])


def _shared(chains: Sequence[tuple[Header, ...]]) -> tuple[Header, ...]:
    levels = zip(*chains, strict=False)
    return tuple(level[0] for level in takewhile(lambda level: len({header.text for header in level}) == 1, levels))
