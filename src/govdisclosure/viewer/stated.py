"""What a report states, as rows of finished words: its data, power list, figures, channels and services."""

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from typing import Any

import attrs

from govdisclosure.codelist import CodeList
from govdisclosure.locales import Formatter
from govdisclosure.locales.rendering import WORDING
from govdisclosure.model import Report, Unit
from govdisclosure.shape import Many, Maybe, Record, fields_of
from govdisclosure.tabular import Fact

__all__ = ["Group", "Row", "groups"]

#: Parts of a report that have a group of their own, or none: the text stands on the other side.
_APART = ("sections", "powers", "metrics", "channels", "services", "statistics", "provenance")


@attrs.frozen
class Row:
    """A fact: its path, what it is, and its value; ``own`` are words of the report that say what is counted."""

    path: str
    label: str
    value: str
    own: str = ""


@attrs.frozen
class Group:
    """Facts of one kind, under a heading of finished words. ``name`` is its id."""

    name: str
    heading: str
    rows: tuple[Row, ...]


def groups(report: Report, facts: list[Fact], form: Formatter, data: str) -> Iterator[Group]:
    """The groups that hold anything, ``data`` being the heading of the first; cells of tables are in none."""
    yield Group("data", data, tuple(_Leaves(form).of_report(report)))
    lists = {
        "powers": tuple(_counted(fact, form) for fact in facts if fact["path"].startswith("powers.")),
        "figures": tuple(_figure(report, fact, form) for fact in facts if fact["path"].startswith("metrics.")),
        "channels": _named(report, "channels", form),
        "services": _named(report, "services", form),
    }
    for name, rows in lists.items():
        if rows:
            yield Group(name, form.texts.message(f"render:{name}", WORDING[name]), rows)


def _counted(fact: Fact, form: Formatter) -> Row:
    return Row(fact["path"], fact["label"], form.value(fact["value"]))


def _figure(report: Report, fact: Fact, form: Formatter) -> Row:
    metric = report.metrics[int(fact["path"].rpartition(".")[2])]
    amount = form.quantity(metric.value, Unit.of(metric.unit) if metric.unit else None)
    if metric.approximate:
        amount = form.texts.filled(
            form.texts.message("render:approximately", WORDING["approximately"]), {"value": amount}
        )
    if metric.of_year not in (None, report.year):
        amount = f"{amount} ({metric.of_year})"
    return Row(fact["path"], fact["label"], amount, metric.counted)


def _named(report: Report, name: str, form: Formatter) -> tuple[Row, ...]:
    things = getattr(report, name)
    return tuple(Row(f"{name}.{i}", form.texts.code(thing.kind), thing.name) for i, thing in enumerate(things))


class _Leaves:
    """Every single value below a record, with its official wording."""

    def __init__(self, form: Formatter) -> None:
        self.form = form

    def of_report(self, report: Report) -> Iterator[Row]:
        for field in fields_of(Report):
            if field.name not in _APART:
                label = self.form.texts.label(f"field:Report.{field.name}", field.label)
                yield from self.below(field.shape, getattr(report, field.name), field.name, label)

    def below(self, shape: Any, value: Any, path: str, label: str) -> Iterator[Row]:
        if value is None:
            return
        match shape:
            case Maybe(item=item):
                yield from self.below(item, value, path, label)
            case Many(item=item):
                for index, one in enumerate(value):
                    yield from self.below(item, one, f"{path}.{index}", label)
            case Record(cls=cls):
                for field in fields_of(cls):
                    name = self.form.texts.label(f"field:{cls.__name__}.{field.name}", field.label)
                    yield from self.below(field.shape, getattr(value, field.name), f"{path}.{field.name}", name)
            case _:
                yield Row(path, label, self.worded(value))

    def worded(self, value: Any) -> str:
        """A value as the locale writes it; years and codes as they are."""
        match value:
            case CodeList():
                return self.form.texts.code(value)
            case date():
                return self.form.day(value)
            case time():
                return self.form.clock(value)
            case Decimal():
                return self.form.number(value)
        return str(value)
