"""Reports as flat tables: one line a fact, the same columns for every report, year and form."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypedDict

from govdisclosure.locales.texts import Texts, texts
from govdisclosure.model import PowerCategory, Report
from govdisclosure.shape import field_of, fields_of

__all__ = ["COLUMNS", "Fact", "facts", "to_csv", "to_jsonl"]


class Fact(TypedDict):
    """One number of a report. ``place`` is ``PATH:START-END`` in code points of that paragraph."""

    publisher: str | None
    year: int
    form: str
    path: str
    kind: str
    label: str
    value: int | Decimal | None
    absent: str | None
    unit: str | None
    of_year: int | None
    approximate: bool
    part_of: str | None
    place: str | None


#: The columns, in the order of every table.
COLUMNS = tuple(Fact.__annotations__)
#: What a spreadsheet would take for a formula (OWASP ASVS 5.0, V1.2.10); full-width forms included.
_FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")


def facts(report: Report, locale: str | None = None) -> list[Fact]:
    """Every number that the report states, in document order of its parts: powers, then metrics.

    ``label`` is in the asked locale, by default in that of the report. ``value`` is an integer for counts and
    an exact ``Decimal`` for measures.
    """
    words = texts(locale or report.language)
    return [*_power_facts(report, words), *_metric_facts(report, words)]


def _fact(report: Report, path: str, kind: str, label: str, value: int | Decimal | None) -> Fact:
    place = report.provenance.places.get(path)
    return Fact(
        publisher=report.publisher.name if report.publisher else None,
        year=report.year,
        form=report.form,
        path=path,
        kind=kind,
        label=label,
        value=value,
        absent=None,
        unit="matter",
        of_year=report.year,
        approximate=False,
        part_of=None,
        place=place.span if place else None,
    )


def _power_facts(report: Report, words: Texts) -> Iterator[Fact]:
    powers = report.powers
    if powers is None:
        return
    if powers.total is not None:
        label = words.label("field:PowerList.total", field_of(type(powers), "total").label)
        yield _fact(report, "powers.total", "power_total", label, powers.total)
    whole = "powers.total" if powers.total is not None else None
    for field in fields_of(type(powers.categories)):
        count = getattr(powers.categories, field.name)
        if count is not None:
            label = words.code(PowerCategory.of(field.name))
            path = f"powers.categories.{field.name}"
            fact = _fact(report, path, f"power_{field.name}", label, count)
            fact["part_of"] = whole
            yield fact
    for index, extra in enumerate(powers.extra):
        path = f"powers.extra.{index}.count"
        fact = _fact(report, path, "power_extra", extra.label, extra.count)
        fact["part_of"] = whole
        yield fact


def _metric_facts(report: Report, words: Texts) -> Iterator[Fact]:
    for index, metric in enumerate(report.metrics):
        label = words.code(metric.kind)
        fact = _fact(report, f"metrics.{index}", metric.kind.value, label, metric.value)
        fact["unit"] = metric.unit.value if metric.unit else None
        fact["of_year"] = metric.of_year
        fact["approximate"] = metric.approximate
        fact["part_of"] = metric.part_of
        yield fact


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def to_csv(rows: Iterable[Fact]) -> str:
    """Facts as CSV (RFC 4180) with a header line. A text that a spreadsheet would run as a formula gets an ``'``."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return out.getvalue()


def to_jsonl(rows: Iterable[Fact]) -> str:
    """Facts as JSON lines; decimals are strings, as in the report's own JSON."""
    return "".join(json.dumps(row, ensure_ascii=False, default=lambda d: f"{d:f}") + "\n" for row in rows)
