"""Reports as flat tables: one line a fact, the same columns for every report, year and form."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, TypedDict

from govdisclosure.cell import Absent, LessThan
from govdisclosure.form import Form, compile_form
from govdisclosure.locales.asked import AnyLocale
from govdisclosure.locales.tables import cell_label
from govdisclosure.locales.texts import Texts, texts
from govdisclosure.model import PowerCategory, Report, Statistics
from govdisclosure.shape import field_of, fields_of

__all__ = ["COLUMNS", "Fact", "csv_of", "facts", "table_schema", "to_csv", "to_jsonl"]


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


#: What each column holds: its type by Table Schema, and a description.
_FIELDS: Mapping[str, tuple[str, str]] = {
    "publisher": ("string", "name of the body whose report it is, as printed"),
    "year": ("integer", "report year"),
    "form": ("string", "id of the form"),
    "path": ("string", "path of the number in the report"),
    "kind": ("string", "`cell` for cells of statutory tables, else the kind of figure"),
    "label": ("string", "official wording, or its translation"),
    "value": ("number", "the number; empty where the cell holds none"),
    "absent": ("string", "what stands in a cell without a number: a code of the list `absent`, or a bound (`<1`)"),
    "unit": ("string", "code of the unit"),
    "of_year": ("integer", "the year that the number speaks of"),
    "approximate": ("boolean", "whether the text itself says that the number is not exact"),
    "part_of": ("string", "path of the number that this one is a part of"),
    "place": ("string", "where the text says it: path and offsets in code points"),
}


def table_schema() -> dict[str, Any]:
    """The Table Schema (Frictionless Data) of the facts as CSV."""
    required = {"year", "form", "path", "kind", "label", "approximate"}
    fields = [
        {"name": name, "type": kind, "description": words, "constraints": {"required": name in required}}
        for name, (kind, words) in _FIELDS.items()
    ]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "title": "Facts of reports on government information disclosure",
        "fields": fields,
        "missingValues": [""],
    }


def facts(reports: Report | Iterable[Report], locale: AnyLocale | None = None) -> list[Fact]:
    """Every number that one report or several state, in order: statutory tables, powers, metrics.

    ``label`` is in the asked locale, by default in that of the report. ``value`` is an integer for counts and
    an exact ``Decimal`` for measures; a cell without a number has the code of what stands there in ``absent``, a
    bound as it is printed (``<1``). Cells of rows that are not printed are no facts. ``part_of`` is the total
    that a cell is added up in, so that facts without it can be added up.
    """
    found: list[Fact] = []
    for report in [reports] if isinstance(reports, Report) else reports:
        words = texts(locale or report.language)
        found += [*_table_facts(report, words), *_power_facts(report, words), *_metric_facts(report, words)]
    return found


def _table_facts(report: Report, words: Texts) -> Iterator[Fact]:
    if report.statistics is None:
        return
    form = compile_form(type(report.statistics))
    totals = _totals(form, report.statistics)
    labels = {path: cell_label(cell, words) for path, cell in form.cells.items()}
    for path, value in form.values(report.statistics).items():
        cell = form.cell(path)
        if value is None or cell is None:
            continue
        known = isinstance(value, int | Decimal) and not isinstance(value, Absent)
        body = form.body(path, report.statistics)
        label = f"{body} / {labels[cell.path]}" if body else labels[cell.path]
        fact = _fact(report, path, "cell", label, value if known else None)
        if isinstance(value, LessThan):
            fact["absent"] = f"<{value.bound:f}"
        elif isinstance(value, Absent):
            fact["absent"] = value.value
        fact["unit"] = cell.unit.value if cell.unit else None
        fact["of_year"] = report.year + cell.of_year
        fact["part_of"] = totals.get(path)
        yield fact


def _totals(form: Form, statistics: Statistics) -> dict[str, str]:
    """The total that each cell is a part of; of several, that of the rule declared first."""
    found: dict[str, str] = {}
    for equation in form.expanded(form.equations, statistics):
        if equation.rule.has_total:
            for path in equation.right:
                found.setdefault(path, equation.left[0])
    return found


def _fact(report: Report, path: str, kind: str, label: str, value: Any) -> Fact:
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
    """Facts as CSV with a header line."""
    return csv_of(COLUMNS, (row.values() for row in rows))


def csv_of(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Rows as CSV (RFC 4180) below a header line. A text that a spreadsheet would run as a formula gets an ``'``."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def to_jsonl(rows: Iterable[Fact]) -> str:
    """Facts as JSON lines; decimals are strings, as in the report's own JSON."""
    return "".join(json.dumps(row, ensure_ascii=False, default=lambda d: f"{d:f}") + "\n" for row in rows)
