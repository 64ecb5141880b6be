"""Figures of the text against the cells that state them again. Usage differs, so this only ever warns."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from govdisclosure.cell import Absent, CellValue
from govdisclosure.checks.sides import side
from govdisclosure.checks.tables.outcome import Number, Values, known
from govdisclosure.declare import Reading, Stated
from govdisclosure.finding import Finding, Severity, Verdict
from govdisclosure.form import Form, compile_form
from govdisclosure.model import Metric, Report

__all__ = ["check_stated"]

#: Shares are compared to the last printed place, or to this many points if that is more.
_STEP = Decimal("0.01")


def check_stated(report: Report) -> Iterator[Finding]:
    """Every figure of the text that the tables state again, by each of its readings."""
    if report.statistics is None or not report.metrics:
        return
    form = compile_form(type(report.statistics))
    values: Values = {}
    figures = {f"metrics.{index}": metric for index, metric in enumerate(report.metrics)}
    told = [path for path, metric in figures.items() if _is_whole(report, metric, figures)]
    for rule in form.stated:
        path = _stated(rule, told, figures)
        if path is None:
            continue
        told.remove(path)
        values = values or form.values(report.statistics)
        yield from _compared(report, form, rule, path, values)


def _stated(rule: Stated, told: list[str], figures: Mapping[str, Metric]) -> str | None:
    """The first figure of this year that a rule speaks of; those after it may be of a part of the body.

    A figure for two things together (予以公开及部分公开) belongs to the rule of the first.
    """
    for path in told:
        if figures[path].kind in rule.kinds and rule.words in figures[path].counted:
            return path
    return None


def _is_whole(report: Report, metric: Metric, figures: Mapping[str, Metric]) -> bool:
    whole = figures.get(metric.part_of) if metric.part_of else None
    return not metric.approximate and metric.of_year in (None, report.year) and (not whole or whole.kind != metric.kind)


def _compared(report: Report, form: Form, rule: Stated, path: str, values: Values) -> Iterator[Finding]:
    metric = report.metrics[int(path.rpartition(".")[2])]
    tried = [(reading, _read(reading, values, form)) for reading in rule.readings]
    readable = [(reading, value) for reading, value in tried if value is not None]
    if not readable or any(_same(metric, reading, value) for reading, value in readable):
        return
    first = readable[0][1]
    cells = dict.fromkeys(cell for reading, _ in readable for cell in reading.cells if values[cell] is not None)
    blank = any(not known(values[cell]) for cell in cells)
    yield Finding(
        code=rule.code,
        severity=Severity.WARNING,
        verdict=Verdict.FAILED,
        left=side(report, [path], metric.value),
        right=side(report, list(cells), first),
        difference=metric.value - first if isinstance(first, type(metric.value)) else None,
        params={"form": form.id, "counted": metric.counted, "readings": " / ".join(f"{v}" for _, v in readable)},
        agrees_if_blank_is_zero=False if blank else None,
    )


def _same(metric: Metric, reading: Reading, value: Number) -> bool:
    if not reading.base:
        return metric.value == value
    places = Decimal(metric.value).as_tuple().exponent
    half = Decimal(5).scaleb(min(0, int(places)) - 1)
    return abs(Decimal(metric.value) - value) <= max(half, _STEP)


def _read(reading: Reading, values: Values, form: Form) -> Number | None:
    """What a reading gives; ``None`` where its cells do not say."""
    count = _sum(reading.cells, values, form)
    if not reading.base or count is None:
        return count
    base = _sum(reading.base, values, form)
    return (Decimal(count) * 100 / Decimal(base)).quantize(_STEP / 100) if base else None


def _sum(cells: tuple[str, ...], values: Values, form: Form) -> Number | None:
    """Cells added up, blanks among them as nothing printed; ``None`` if none of them says a number."""
    numbers: list[Number] = []
    for cell in cells:
        value = values[cell]
        if value is Absent.BLANK:
            value = _from_parts(cell, values, form)
        if isinstance(value, int | Decimal):
            numbers.append(value)
        elif value is not None and value is not Absent.BLANK:
            return None
    return sum(numbers[1:], numbers[0]) if numbers else None


def _from_parts(cell: str, values: Values, form: Form) -> CellValue:
    """What the parts of a blank total add up to."""
    for equation in form.equations:
        if equation.rule.has_total and equation.left == (cell,):
            parts = [part for path in equation.right if isinstance(part := values[path], int | Decimal)]
            if parts:
                return sum(parts[1:], parts[0])
    return Absent.BLANK
