"""Laws 6 and 7 of the design for texts: the same bytes everywhere, no character lost or counted twice."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from tests.narratives import PAGE, narratives
from tests.strategies import drawn
from tests.tools import ROOT, examples

import govdisclosure as gd
from govdisclosure.model import Section
from govdisclosure.readers import Draft

Span = tuple[int, int]
#: White space and what lines end with, as the readers see it.
WHITE = " \t\u3000\xa0\u200b\ufeff\u2002\u2003\u2009\r\n\x0b\x0c\x85\u2028\u2029"
COUNT = examples(400, 5_000)

#: Reads texts, given as one JSON array, and writes the report of each, its findings and what was left over.
_READ_ALL = """
import json, sys, govdisclosure as gd
for text in json.load(sys.stdin.buffer):
    draft = gd.read(text.encode())
    found = draft.findings + (gd.check(draft.report) if draft.report else ())
    print(gd.dumps(draft.report) if draft.report else None, found, draft.left_over, draft.counts)
"""
ELSEWHERE = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "zh_CN.GB18030", "LANG": "tr_TR.UTF-8"},
)


def read(text: str) -> Draft:
    draft = gd.read(text.encode())
    assert draft.source.encoding == "utf-8"
    return draft


def decoded(text: str) -> str:
    """The text that offsets speak of: a byte order mark is no part of it."""
    return text.removeprefix("\ufeff")


def facts_of(draft: Draft) -> list[Span]:
    """Where the facts stand that are outside the paragraphs, the outer before the inner."""
    places = draft.report.provenance.places.values() if draft.report else ()
    spans = [(place.source.start, place.source.end) for place in places if place.path is None]
    return sorted(spans, key=lambda span: (span[0], -span[1]))


def left_over_of(draft: Draft) -> list[Span]:
    return [(stretch.start, stretch.end) for stretch in draft.left_over]


def gaps(spans: list[Span], length: int) -> Iterator[Span]:
    """The stretches that no span covers."""
    at = 0
    for start, end in [*spans, (length, length)]:
        if start > at:
            yield at, start
        at = max(at, end)


def words_of(section: Section) -> Iterator[str]:
    """All text of a section and those below it, in order."""
    yield from (section.number or "", section.heading or "", *section.paragraphs)
    for below in section.subsections:
        yield from words_of(below)


def without_space(text: str) -> str:
    return "".join(text.split())


# --- law 7: every character is in a section, a fact, or left over -------------------------------------------


@settings(max_examples=COUNT)
@given(narratives())
def test_every_character_is_in_a_section_or_a_fact_or_left_over(text: str) -> None:
    draft, source = read(text), decoded(text)
    spans = sorted(facts_of(draft) + left_over_of(draft))
    uncovered = "".join(source[start:end] for start, end in gaps(spans, len(source)))
    sections = draft.report.sections if draft.report else ()
    told = "".join("".join(words_of(section)) for section in sections)
    assert without_space(uncovered) == without_space(told)


@settings(max_examples=COUNT)
@given(narratives())
def test_nothing_is_covered_twice(text: str) -> None:
    draft = read(text)
    left, facts = left_over_of(draft), facts_of(draft)
    assert all(start < end for start, end in [*left, *facts])
    assert all(first[1] <= second[0] for first, second in pairwise(left))
    for start, end in left:
        assert not [fact for fact in facts if fact[0] < end and start < fact[1]]
    for one, other in pairwise(facts):
        assert other[0] >= one[1] or other[1] <= one[1], "facts cross"


@settings(max_examples=COUNT)
@given(narratives())
def test_left_over_is_what_stands_there_and_has_its_reason(text: str) -> None:
    draft, source = read(text), decoded(text)
    for stretch in draft.left_over:
        assert source[stretch.start : stretch.end] == stretch.text
        assert (stretch.reason == "layout") == (not stretch.text.strip(WHITE))
    counted = sum(len(stretch.text) for stretch in draft.left_over if stretch.reason != "layout")
    assert draft.counts.characters == len(source)
    assert draft.counts.characters_left_over == counted


@settings(max_examples=COUNT)
@given(narratives())
def test_every_quote_stands_at_its_place(text: str) -> None:
    draft, source = read(text), decoded(text)
    if draft.report is None:
        return
    for path, place in draft.report.provenance.places.items():
        assert place.quote, path
        assert source[place.source.start : place.source.end] == place.quote, path
        if place.path is not None:
            paragraph = gd.value(draft.report, place.path)
            assert 0 <= place.start < place.end <= len(paragraph), path
            assert paragraph[place.start : place.end] == place.quote, path


@settings(max_examples=COUNT)
@given(narratives())
def test_every_figure_has_a_place_and_its_words_stand_in_it(text: str) -> None:
    report = read(text).report
    for index, metric in enumerate(report.metrics if report else ()):
        place = report.provenance.places[f"metrics.{index}"]
        assert metric.counted
        assert metric.counted in gd.value(report, place.path)
        if metric.part_of is not None:
            gd.value(report, metric.part_of)


@settings(max_examples=COUNT)
@given(narratives())
def test_what_was_read_is_a_valid_document(text: str) -> None:
    report = read(text).report
    if report is not None:
        written = gd.dumps(report)
        assert gd.loads(written) == report
        assert gd.dumps(gd.loads(written)) == written
        assert not gd.validate(json.loads(written))


@settings(max_examples=examples(150, 5_000))
@given(narratives())
def test_every_output_can_be_made_of_what_was_read(text: str) -> None:
    report = read(text).report
    if report is None:
        return
    findings = gd.check(report)
    for locale in ("en", "zh-Hans", "zh-Hant"):
        assert all(gd.message(finding, locale) for finding in findings)
        gd.facts(report, locale)
        for name in ("html", "markdown", "text", "summary", "docx"):
            gd.render(report, to=name, locale=locale, findings=findings)


# --- law 6: same input, same bytes ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def batch() -> list[str]:
    return [PAGE, *drawn(narratives(), examples(200, 5_000))]


def read_elsewhere(batch: list[str], environment: dict[str, str], folder: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-c", _READ_ALL],
        input=json.dumps(batch).encode(),
        capture_output=True,
        check=True,
        cwd=folder,
        env=os.environ | environment | {"PYTHONIOENCODING": "utf-8:backslashreplace"},
    )
    return done.stdout


def test_same_bytes_whatever_the_hash_seed_time_zone_locale_and_folder(batch: list[str]) -> None:
    here, there = (
        read_elsewhere(batch, environment, folder)
        for environment, folder in zip(ELSEWHERE, (str(ROOT), "/"), strict=True)
    )
    assert here
    assert here == there


@settings(max_examples=examples(100, 5_000))
@given(narratives())
def test_reading_again_gives_the_same(text: str) -> None:
    first, second = read(text), read(text)
    assert first == second
    if first.report and second.report:
        assert gd.dumps(first.report) == gd.dumps(second.report)
