"""Values by path: asking, replacing, and what both refuse."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.strategies import sample, sites

from govdisclosure import DecodeError, Report, UnknownPath, dumps, replace, value
from govdisclosure.codec import decode
from govdisclosure.model import Channel, ChannelKind, Period, PowerCategories, Section
from govdisclosure.paths import pointer
from govdisclosure.shape import Record, fields_of

FULL = sample(Record(Report))
REPORT = decode(FULL)


def paths() -> list[str]:
    """Every path of the full report; what stands in mappings has none."""
    found = (site for site in sites(FULL, Record(Report)) if site.steps and "places" not in site.steps[:-1])
    return [".".join(map(str, site.steps)) for site in found]


def unknown(act: Callable[[], Any]) -> tuple[str, tuple[str, ...]]:
    with pytest.raises(UnknownPath) as caught:
        act()
    return caught.value.name, caught.value.known


def refused(path: str, new: Any) -> list[tuple[str, str]]:
    with pytest.raises(DecodeError) as caught:
        replace(REPORT, path, new)
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


@pytest.mark.parametrize("path", paths())
def test_what_stands_at_a_path_can_be_put_there(path: str) -> None:
    assert replace(REPORT, path, value(REPORT, path)) == REPORT


@pytest.mark.parametrize(
    ("path", "expected"),
    [("year", REPORT.year), ("period.start", date(2015, 3, 31)), ("metrics.0", REPORT.metrics[0]),
     ("powers.categories.licensing", 0), ("sections.0.paragraphs.0", "文"), ("statistics", None),
     ("powers.items.0.statutory_limit", Decimal("48.07"))],
)  # fmt: skip
def test_value(path: str, expected: Any) -> None:
    assert value(REPORT, path) == expected


@pytest.mark.parametrize(
    ("path", "known"),
    [("", tuple(field.name for field in fields_of(Report))),
     ("tables", tuple(field.name for field in fields_of(Report))),
     ("period.middle", ("start", "end")),
     ("powers.categories.Licensing", tuple(field.name for field in fields_of(PowerCategories))),
     ("metrics.1", ("0 to 0",)), ("metrics.-1", ("0 to 0",)), ("metrics.", ("0 to 0",)),
     ("metrics.00", ("0 to 0",)), ("metrics.０", ("0 to 0",)), ("metrics.²", ("0 to 0",)),
     pytest.param("metrics." + "9" * 5_000, ("0 to 0",), id="an index of 5,000 digits"),
     ("sections.0.subsections.0", ()), ("year.real", ()), ("statistics.requests", ()),
     ("provenance.places.metrics.0", ()), ("form.__class__", ())],
)  # fmt: skip
def test_unknown_paths_name_what_is_known_there(path: str, known: tuple[str, ...]) -> None:
    assert unknown(lambda: value(REPORT, path)) == (path, known)
    assert unknown(lambda: replace(REPORT, path, None)) == (path, known)


@pytest.mark.parametrize("path", ["year", "powers.categories.licensing", "metrics.0.value"])
def test_replace_changes_one_value_and_leaves_the_old_report(path: str) -> None:
    before = dumps(REPORT)
    changed = replace(REPORT, path, 2016)
    assert value(changed, path) == 2016
    assert dumps(REPORT) == before
    assert replace(changed, path, value(REPORT, path)) == REPORT


def test_replace_shares_every_other_part() -> None:
    changed = replace(REPORT, "powers.categories.licensing", 12)
    shared = [field.name for field in fields_of(Report) if field.name != "powers"]
    assert all(getattr(changed, name) is getattr(REPORT, name) for name in shared)
    assert changed.powers.items is REPORT.powers.items


def test_replace_takes_whole_parts() -> None:
    period = Period(start=date(2016, 1, 1), end=date(2016, 12, 31))
    assert replace(REPORT, "period", period).period is period
    assert replace(REPORT, "metrics", ()).metrics == ()
    assert replace(REPORT, "sections.0.paragraphs.0", "改").sections[0].paragraphs == ("改",)


@pytest.mark.parametrize(
    ("path", "new", "code"),
    [("year", "2016", "wrong-type"), ("year", 2016.0, "wrong-type"), ("year", True, "wrong-type"),
     ("year", 3000, "out-of-range"), ("year", None, "wrong-type"), ("title", "\ud800", "lone-surrogate"),
     ("language", "", "wrong-form-of-text"), ("form", "cn-1999", "unknown-form"),
     ("metrics.0.value", 1.5, "wrong-type"), ("metrics.0.kind", "score", "wrong-type"),
     ("metrics.0", None, "wrong-type"), ("metrics", [], "wrong-type"),
     ("sections.0.paragraphs.0", 1, "wrong-type"), ("powers.items.0.legal_basis.0", None, "wrong-type"),
     ("powers.total", -1, "out-of-range"), ("period", {}, "wrong-type")],
)  # fmt: skip
def test_replace_refuses_what_the_field_does_not_take(path: str, new: Any, code: str) -> None:
    assert refused(path, new) == [(code, pointer(path))]


def test_replace_points_into_the_new_value() -> None:
    channels = (Channel(kind=ChannelKind.RADIO, name="广播"), Channel(kind=ChannelKind.RADIO, name=1))
    assert refused("channels", channels) == [("wrong-type", "/channels/1/name")]
    assert refused("channels.0", channels[1]) == [("wrong-type", "/channels/0/name")]


def test_replace_refuses_sections_that_nest_too_deep() -> None:
    section = Section(kind=REPORT.sections[0].kind)
    for _ in range(8):
        section = Section(kind=section.kind, subsections=(section,))
    assert refused("sections.0", section) == [("too-deep", "/sections" + "/0/subsections" * 8)]


@pytest.mark.parametrize(("path", "expected"), [("", ""), ("year", "/year"), ("metrics.3.value", "/metrics/3/value")])
def test_pointer(path: str, expected: str) -> None:
    assert pointer(path) == expected


def test_paths_of_the_full_report_are_many() -> None:
    assert len(paths()) > 80
