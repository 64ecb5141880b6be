"""Sums and bounds in a narrative: powers against their categories, wholes against parts, rates."""

from collections.abc import Iterator
from decimal import Decimal

from govdisclosure.checks.sides import side
from govdisclosure.finding import Finding, Severity, Verdict, finding
from govdisclosure.model import Metric, MetricKind, Report, Unit
from govdisclosure.shape import fields_of

__all__ = ["check_figures", "check_powers", "check_rates"]


def check_powers(report: Report) -> Iterator[Finding]:
    """The stated total against the categories: equal if the list is complete, not below them if it is not."""
    powers = report.powers
    if powers is None or powers.total is None:
        return
    named = {f.name: getattr(powers.categories, f.name) for f in fields_of(type(powers.categories))}
    counts = {f"powers.categories.{name}": count for name, count in named.items() if count is not None}
    counts |= {f"powers.extra.{index}.count": extra.count for index, extra in enumerate(powers.extra)}
    added = sum(counts.values())
    code = "powers-total" if powers.exhaustive else "powers-part"
    wrong = powers.total != added if powers.exhaustive else added > powers.total
    if counts and wrong:
        yield finding(code, side(report, ["powers.total"], powers.total), side(report, list(counts), added))


def check_figures(report: Report) -> Iterator[Finding]:
    """Stated wholes against their stated parts, and one thing stated with two figures."""
    parts_of: dict[str, dict[str, Metric]] = {}
    for index, metric in enumerate(report.metrics):
        if metric.part_of is not None:
            parts_of.setdefault(metric.part_of, {})[f"metrics.{index}"] = metric
    for index, whole in enumerate(report.metrics):
        path = f"metrics.{index}"
        parts = parts_of.get(path, {})
        yield from _single_parts(report, path, whole, parts)
        yield from _summed_parts(report, path, whole, parts)
    yield from _doubled_figures(report)


def _single_parts(report: Report, path: str, whole: Metric, parts: dict[str, Metric]) -> Iterator[Finding]:
    for part_path, part in parts.items():
        if _comparable(whole, part) and part.value > whole.value:
            left, right = side(report, [path], whole.value), side(report, [part_path], part.value)
            yield finding("part-exceeds-whole", left, right)


def _comparable(whole: Metric, part: Metric) -> bool:
    """Approximate figures prove nothing, and other years and measures are other things."""
    exact = not whole.approximate and not part.approximate
    counts = not (whole.unit and whole.unit.is_measure) and not (part.unit and part.unit.is_measure)
    return exact and whole.of_year == part.of_year and (counts or whole.unit == part.unit)


def _summed_parts(report: Report, path: str, whole: Metric, parts: dict[str, Metric]) -> Iterator[Finding]:
    """Parts of one breakdown (by channel, by outcome) do not overlap; parts of two breakdowns may."""
    groups: dict[str, dict[str, Metric]] = {}
    for part_path, part in parts.items():
        if part.kind.breakdown is not None and _comparable(whole, part):
            groups.setdefault(part.kind.breakdown, {})[part_path] = part
    for group in groups.values():
        added = sum((part.value for part in group.values()), Decimal(0) if _has_decimal(group) else 0)
        if len(group) < 2 or added == whole.value or any(p.value > whole.value for p in group.values()):  # noqa: PLR2004
            continue
        left, right = side(report, [path], whole.value), side(report, list(group), added)
        if added > whole.value:
            yield finding("parts-exceed-whole", left, right)
        else:
            yield finding("parts-below-whole", left, right, severity=Severity.INFO, verdict=Verdict.UNDECIDED)


def _has_decimal(group: dict[str, Metric]) -> bool:
    return any(isinstance(part.value, Decimal) for part in group.values())


#: Things of which a report states one number a year.
_SINGLE = frozenset(
    {
        MetricKind.DISCLOSED_ITEMS,
        MetricKind.REQUESTS_RECEIVED,
        MetricKind.REQUESTS_CARRIED_IN,
        MetricKind.REQUESTS_CARRIED_OUT,
        MetricKind.REVIEWS,
        MetricKind.LAWSUITS,
        MetricKind.STAFF,
    }
)


def _doubled_figures(report: Report) -> Iterator[Finding]:
    first: dict[tuple[MetricKind, str, int | None, Unit | None], tuple[str, Metric]] = {}
    for index, metric in enumerate(report.metrics):
        if metric.kind not in _SINGLE or metric.approximate or metric.part_of:
            continue
        key = (metric.kind, metric.counted, metric.of_year, metric.unit)
        path, earlier = first.setdefault(key, (f"metrics.{index}", metric))
        if earlier.value != metric.value:
            left = side(report, [path], earlier.value)
            right = side(report, [f"metrics.{index}"], metric.value)
            yield finding("figures-differ", left, right, params={"counted": metric.counted})


def check_rates(report: Report) -> Iterator[Finding]:
    """Rates of a whole lie within 0 to 100, and what is closed early is also closed in time."""
    for index, metric in enumerate(report.metrics):
        if metric.unit is Unit.PERCENT and metric.kind.is_rate and not 0 <= metric.value <= 100:  # noqa: PLR2004
            one = side(report, [f"metrics.{index}"], metric.value)
            yield finding("rate-range", one, params={"counted": metric.counted})
    early = _rates(report, MetricKind.EARLY_COMPLETION_RATE)
    for on_time_path, on_time in _rates(report, MetricKind.ON_TIME_RATE).items():
        for path, metric in early.items():
            if metric.of_year == on_time.of_year and metric.value > on_time.value:
                left, right = side(report, [path], metric.value), side(report, [on_time_path], on_time.value)
                yield finding("early-above-on-time", left, right)


def _rates(report: Report, kind: MetricKind) -> dict[str, Metric]:
    return {f"metrics.{i}": m for i, m in enumerate(report.metrics) if m.kind is kind and m.unit is Unit.PERCENT}
