"""The codec in single examples: canonical bytes, and what is refused when a report is written."""

import json
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import attrs
import pytest
from tests.strategies import sample

from govdisclosure import DecodeError, Report, dumps, loads
from govdisclosure.codec import decode, encode, write
from govdisclosure.model import (
    Channel,
    ChannelKind,
    Metric,
    MetricKind,
    Period,
    Place,
    Provenance,
    Publication,
    Section,
    SectionKind,
    Source,
    Statistics,
)
from govdisclosure.shape import Record, fields_of

PERIOD = Period(start=date(2015, 1, 1), end=date(2015, 12, 31))
REPORT = Report(form="cn-2014", year=2015, period=PERIOD)
FULL = sample(Record(Report))
METRIC = Metric(kind=MetricKind.SCORE, value=Decimal("48.0700"), counted="得分")
PLACE = Place(quote="一")
SOURCE = Source(sha256="0" * 64, size=0, media_type="text/plain")


class Word(str):
    """A text of another class than ``str``."""

    __slots__ = ()


def with_metric(**changes: Any) -> Report:
    return attrs.evolve(REPORT, metrics=(attrs.evolve(METRIC, **changes),))


def with_published(**changes: Any) -> Report:
    return attrs.evolve(REPORT, publication=Publication(**changes))


def with_source(**changes: Any) -> Report:
    return attrs.evolve(REPORT, provenance=Provenance(source=attrs.evolve(SOURCE, **changes)))


def with_places(**places: Any) -> Report:
    return attrs.evolve(REPORT, provenance=Provenance(places=places))


def with_section(**changes: Any) -> Report:
    return attrs.evolve(REPORT, sections=(Section(**{"kind": SectionKind.OTHER, **changes}),))


def nested(levels: int) -> Report:
    sections: tuple[Section, ...] = ()
    for _ in range(levels):
        sections = (Section(kind=SectionKind.OTHER, subsections=sections),)
    return attrs.evolve(REPORT, sections=sections)


def problems(act: Callable[[], Any]) -> list[tuple[str, str]]:
    with pytest.raises(DecodeError) as caught:
        act()
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


# --- bytes ------------------------------------------------------------------------------------------------


def test_the_bytes_of_the_smallest_report() -> None:
    assert dumps(REPORT) == (
        '{"form":"cn-2014","year":2015,"period":{"start":"2015-01-01","end":"2015-12-31"},"title":null,'
        '"language":"zh-Hans","issued":null,"publisher":null,"author":null,"publication":null,"sections":[],'
        '"powers":null,"metrics":[],"channels":[],"services":[],"statistics":null,'
        '"provenance":{"source":null,"places":{}}}\n'
    )


def test_keys_stand_in_declared_order_whatever_order_they_were_read_in() -> None:
    backwards = json.dumps(dict(reversed(FULL.items())))
    assert dumps(loads(backwards)) == dumps(loads(json.dumps(FULL)))
    assert list(json.loads(dumps(loads(backwards)))) == [field.name for field in fields_of(Report)]


def test_keys_of_mappings_stand_in_the_order_of_code_points() -> None:
    keys = ["𠮷", "\uffff", "b", "a.10", "a.2", "B", ""]
    written = dumps(with_places(**dict.fromkeys(keys, PLACE)))
    assert list(json.loads(written)["provenance"]["places"]) == ["", "B", "a.10", "a.2", "b", "\uffff", "𠮷"]


def test_text_is_escaped_only_where_json_asks() -> None:
    title = '政𠮷é\u0301\u202e"\\/\x00\x1f\x7f\n\u2028'
    assert '"title":"政𠮷é\u0301\u202e\\"\\\\/\\u0000\\u001f\x7f\\n\u2028",' in dumps(attrs.evolve(REPORT, title=title))


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (-5, "-5"), (2**53 - 1, "9007199254740991"), (Decimal("48.0700"), '"48.0700"'),
     (Decimal(0), '"0"'), (Decimal("0.00"), '"0.00"'), (Decimal("-0.5"), '"-0.5"'),
     (Decimal("1E+3"), '"1000"'),
     (Decimal("1E-7"), '"0.0000001"'), (Decimal("9" * 30), f'"{"9" * 30}"')],
)  # fmt: skip
def test_numbers(value: int | Decimal, written: str) -> None:
    report = with_metric(value=value)
    assert f'"value":{written},' in dumps(report)
    assert type(loads(dumps(report)).metrics[0].value) is type(value)


def test_scale_is_kept() -> None:
    assert loads(dumps(with_metric())).metrics[0].value.as_tuple() == Decimal("48.0700").as_tuple()


def test_dates_and_times() -> None:
    report = with_published(published=date(2016, 2, 29), published_time=time(9, 5))
    assert '"published":"2016-02-29","published_time":"09:05:00"' in dumps(report)
    assert loads(dumps(report)) == report


def test_encode_and_decode_are_inverse() -> None:
    assert encode(decode(FULL)) == FULL
    assert decode(encode(REPORT)) == REPORT


def test_a_part_can_be_written_alone() -> None:
    assert write(PERIOD) == '{"start":"2015-01-01","end":"2015-12-31"}'


def test_eight_sections_deep() -> None:
    assert loads(dumps(nested(8))) == nested(8)


# --- what is refused --------------------------------------------------------------------------------------

# fmt: off
MISFITS = (
    ("a float for a year", attrs.evolve(REPORT, year=2015.0), [("wrong-type", "/year")]),
    ("a text for a year", attrs.evolve(REPORT, year="2015"), [("wrong-type", "/year")]),
    ("true for a year", attrs.evolve(REPORT, year=True), [("wrong-type", "/year")]),
    ("a year too early", attrs.evolve(REPORT, year=1948), [("out-of-range", "/year")]),
    ("a number for a text", attrs.evolve(REPORT, title=1), [("wrong-type", "/title")]),
    ("bytes for a text", attrs.evolve(REPORT, title=b"a"), [("wrong-type", "/title")]),
    ("none for a text", attrs.evolve(REPORT, language=None), [("wrong-type", "/language")]),
    ("a text of another class", attrs.evolve(REPORT, title=Word("a")), [("wrong-type", "/title")]),
    ("a code for a text", attrs.evolve(REPORT, title=SectionKind.OTHER), [("wrong-type", "/title")]),
    ("half a surrogate pair", attrs.evolve(REPORT, title="\ud800"), [("lone-surrogate", "/title")]),
    ("no language tag", attrs.evolve(REPORT, language="zh_CN"), [("wrong-form-of-text", "/language")]),
    ("a line feed after a digest", with_source(sha256="0" * 64 + "\n"),
     [("wrong-form-of-text", "/provenance/source/sha256")]),
    ("a moment for a date", attrs.evolve(REPORT, issued=datetime(2015, 1, 1, tzinfo=UTC)),
     [("wrong-type", "/issued")]),
    ("a text for a date", attrs.evolve(REPORT, issued="2015-01-01"), [("wrong-type", "/issued")]),
    ("a time with zone", with_published(published_time=time(9, tzinfo=UTC)),
     [("wrong-type", "/publication/published_time")]),
    ("a time with microseconds", with_published(published_time=time(9, microsecond=1)),
     [("wrong-type", "/publication/published_time")]),
    ("a float for a measure", with_metric(value=48.07), [("wrong-type", "/metrics/0/value")]),
    ("true for a count", with_metric(value=True), [("wrong-type", "/metrics/0/value")]),
    ("one for a truth", with_metric(approximate=1), [("wrong-type", "/metrics/0/approximate")]),
    ("a text for a code", with_metric(kind="score"), [("wrong-type", "/metrics/0/kind")]),
    ("a code of another list", with_metric(kind=ChannelKind.OTHER), [("wrong-type", "/metrics/0/kind")]),
    ("a list for a tuple", with_section(paragraphs=["一"]), [("wrong-type", "/sections/0/paragraphs")]),
    ("a number among texts", with_section(paragraphs=("一", 2)),
     [("wrong-type", "/sections/0/paragraphs/1")]),
    ("another class", attrs.evolve(REPORT, publisher=PERIOD), [("wrong-type", "/publisher")]),
    ("a mapping for a class", attrs.evolve(REPORT, period={}), [("wrong-type", "/period")]),
    ("a text for a place", with_places(**{"a/b~c": "一"}), [("wrong-type", "/provenance/places/a~1b~0c")]),
    ("a number as key", attrs.evolve(REPORT, provenance=Provenance(places={1: PLACE})),
     [("wrong-type", "/provenance/places/1")]),
    *((f"Decimal {value}", with_metric(value=Decimal(value)), [("wrong-type", "/metrics/0/value")])
      for value in ("NaN", "Infinity", "-0", "-0.0", "1E+40", "1E-40", "9" * 31, "9" * 30 + ".9")),
    ("a count of 2^53", with_metric(value=2**53), [("out-of-range", "/metrics/0/value")]),
    ("a year of 5,001 digits", attrs.evolve(REPORT, year=10**5_000), [("out-of-range", "/year")]),
)
#: What ``loads`` does not take must not be written either.
UNREADABLE = (
    ("an unknown form", attrs.evolve(REPORT, form="cn-1999"), [("unknown-form", "/form")]),
    ("tables without a form", attrs.evolve(REPORT, statistics=Statistics()), [("wrong-type", "/statistics")]),
    ("9 sections deep", nested(9), [("too-deep", "/sections" + "/0/subsections" * 8)]),
    ("900 sections deep", nested(900), [("too-deep", "/sections" + "/0/subsections" * 8)]),
)
# fmt: on


@pytest.mark.parametrize(("report", "expected"), [pytest.param(*case[1:], id=case[0]) for case in MISFITS + UNREADABLE])
def test_misfits_are_refused_with_their_places(report: Report, expected: list[tuple[str, str]]) -> None:
    assert problems(lambda: dumps(report)) == expected


def test_a_year_before_1000_is_not_written() -> None:
    report = attrs.evolve(REPORT, issued=date(999, 12, 31))
    assert [pointer for _, pointer in problems(lambda: dumps(report))] == ["/issued"]


def test_all_misfits_are_told_at_once() -> None:
    channels = (Channel(kind=ChannelKind.RADIO, name=None), Channel(kind="radio", name="广播"))
    report = attrs.evolve(REPORT, year="2015", channels=channels, issued="today")
    assert problems(lambda: dumps(report)) == [
        ("wrong-type", "/year"),
        ("wrong-type", "/issued"),
        ("wrong-type", "/channels/0/name"),
        ("wrong-type", "/channels/1/kind"),
    ]


def test_problems_of_one_object_stand_in_document_order() -> None:
    document = {**FULL, "year": "2015", "subtitle": None}
    assert problems(lambda: decode(document)) == [("wrong-type", "/year"), ("unknown-key", "/subtitle")]


def test_an_error_reads_one_problem_a_line_and_survives_pickling() -> None:
    with pytest.raises(DecodeError) as caught:
        decode({**FULL, "year": 1, "title": 2})
    assert str(caught.value) == "/year: 1 is outside 1949 to 2199\n/title: expected string, found 2"
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems  # noqa: S301
