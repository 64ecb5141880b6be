"""Charts of a report: its power list, the wholes that its form adds up, and figures that it states for several years.

What belongs together is never guessed: a form says it by its sums, a text by stating the same thing for several years.
A sum that a form states for many rows (of each row, by applicant) is drawn for the first of them; one that it states
several times in a row (reviews and lawsuits by result) is drawn each time. Bars are drawn for numbers that are known
and above zero; a chart of fewer than two says nothing that a number does not, and is left out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import takewhile
from typing import Any

import attrs

from govdisclosure.cell import CellValue
from govdisclosure.codelist import CodeList
from govdisclosure.form import Equation, Form, Header, compile_form
from govdisclosure.locales import Formatter
from govdisclosure.locales.tables import header_text
from govdisclosure.model import Metric, PowerCategory, PowerList, Report
from govdisclosure.renderers.blocks import Bar, Chart
from govdisclosure.shape import fields_of

__all__ = ["charts", "power_counts"]

#: Fewer bars compare nothing.
_FEWEST = 2
#: Lengths are in ten-thousandths of the longest bar.
_WHOLE = 10_000

#: A label, whether it is the report's own, and a number.
_Count = tuple[str, bool, int | Decimal]


def charts(
    report: Report, form: Formatter, word: Callable[[str], str], values: Mapping[str, CellValue | None]
) -> tuple[Chart, ...]:
    """The charts of a report. ``word`` gives the words of the page; ``values`` are the cells of the tables by path."""
    maker = _Maker(form, word)
    made = [maker.powers(report.powers)] if report.powers else []
    if report.statistics:
        key: Any = type(report.statistics)
        made += [maker.parts(whole, values) for whole in _wholes(key, form)]
    made += [maker.years(metrics) for metrics in _over_years(report.metrics)]
    return tuple([chart for chart in made if chart])


def power_counts(powers: PowerList, form: Formatter) -> list[tuple[str, str, int, bool]]:
    """Label, path and count of each category of a power list, and whether the label is the report's own."""
    named = [
        (form.texts.code(PowerCategory.of(f.name)), f"powers.categories.{f.name}", count, False)
        for f in fields_of(type(powers.categories))
        if (count := getattr(powers.categories, f.name)) is not None
    ]
    return [*named, *((e.label, f"powers.extra.{i}.count", e.count, True) for i, e in enumerate(powers.extra))]


# --- wholes that a form adds up ---------------------------------------------------------------------------


@attrs.frozen
class _Whole:
    """A total and its parts by path, each part with the headers that it does not share with all of them."""

    caption: str
    table: tuple[str, str]
    total: str
    parts: tuple[tuple[str, str], ...]


@cache
def _wholes(cls: Any, form: Formatter) -> tuple[_Whole, ...]:
    """The sums of a form that are not parts of a larger one, in its order, each rule for the first row it speaks of.

    Rows that repeat by reporting body are too many to be drawn.
    """
    tables: Form = compile_form(cls)
    sums = [one for one in tables.equations if one.rule.kind == "sum" and not any("*" in path for path in one.paths)]
    inner = {path for one in sums for path in one.right}
    order = {path: at for at, path in enumerate(tables.cells)}
    outer = sorted(
        (one for one in sums if one.left[0] not in inner), key=lambda one: min(order[path] for path in one.paths)
    )
    row_of = {one.left[0]: tables.cells[one.left[0]].rows for one in outer}
    first = {one.rule.code: row_of[one.left[0]] for one in reversed(outer)}
    return tuple(_whole(tables, form, one) for one in outer if first[one.rule.code] == row_of[one.left[0]])


def _whole(tables: Form, form: Formatter, equation: Equation) -> _Whole:
    cells = [tables.cells[path] for path in (equation.left[0], *equation.right)]
    rows = _shared([cell.rows for cell in cells])
    columns = _shared([cell.columns for cell in cells])
    table = tables.table_of[cells[0].path]
    return _Whole(
        caption=_label(cells[0].rows[:rows] + cells[0].columns[:columns], form),
        table=(form.texts.label(table.context, table.mark.title), table.path),
        total=cells[0].path,
        parts=tuple((cell.path, _label(cell.rows[rows:] + cell.columns[columns:], form)) for cell in cells[1:]),
    )


def _label(headers: Sequence[Header], form: Formatter) -> str:
    return " / ".join(header_text(header, form.texts) for header in headers)


def _shared(chains: Sequence[tuple[Header, ...]]) -> int:
    """How many headers all chains begin with."""
    return sum(1 for _ in takewhile(lambda level: len(set(level)) == 1, zip(*chains, strict=False)))


# --- the same thing in several years ----------------------------------------------------------------------


def _over_years(metrics: Sequence[Metric]) -> Iterator[list[Metric]]:
    """Figures of one kind, unit and wording for several years, from the first year on."""
    alike: dict[tuple[CodeList | str | None, ...], dict[int, list[Metric]]] = {}
    for metric in metrics:
        if metric.of_year is not None:
            key = (metric.kind, metric.unit, metric.counted)
            alike.setdefault(key, {}).setdefault(metric.of_year, []).append(metric)
    for years in alike.values():
        # Two numbers for one year are two things under one name.
        alone = all(len({one.value for one in stated}) == 1 for stated in years.values())
        if alone and any(stated[0].value for stated in years.values()):
            yield [years[year][0] for year in sorted(years)]


class _Maker:
    """Charts in one locale's words."""

    def __init__(self, form: Formatter, word: Callable[[str], str]) -> None:
        self.form, self.word = form, word

    def powers(self, powers: PowerList) -> Chart | None:
        counts: list[_Count] = [(label, own, n) for label, _, n, own in power_counts(powers, self.form) if n]
        total = "" if powers.total is None else self.form.number(powers.total)
        return self.chart("powers", self.word("powers"), counts, (self.word("powers"), "powers"), total=total)

    def parts(self, whole: _Whole, values: Mapping[str, CellValue | None]) -> Chart | None:
        counts: list[_Count] = []
        for path, label in whole.parts:
            value = values[path]
            if isinstance(value, (int, Decimal)) and value > 0:
                counts.append((label, False, value))
        if len(counts) < _FEWEST:
            return None
        total = values[whole.total]
        known = self.form.number(total) if isinstance(total, int | Decimal) else ""
        return self.chart("parts", whole.caption, counts, whole.table, total=known)

    def years(self, metrics: Sequence[Metric]) -> Chart | None:
        counts: list[_Count] = [(str(metric.of_year), False, metric.value) for metric in metrics if metric.value >= 0]
        caption = self.form.texts.code(metrics[0].kind)
        return self.chart("years", caption, counts, (self.word("figures"), "figures"), own=metrics[0].counted)

    def chart(
        self, kind: str, caption: str, counts: list[_Count], at: tuple[str, str], *, own: str = "", total: str = ""
    ) -> Chart | None:
        if len(counts) < _FEWEST:
            return None
        longest = max([number for _, _, number in counts])
        written = self.form.number
        bars = tuple([Bar(label, written(n), int(_WHOLE * n // longest), label_own) for label, label_own, n in counts])
        numbers = self.form.texts.filled(self.word("chart-numbers"), {"table": at[0]})
        return Chart(kind, caption, bars, (numbers, at[1]), own, total)
