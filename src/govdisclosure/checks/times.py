"""Years, periods and dates: of the title, in the text, against the legal date."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from govdisclosure import catalog
from govdisclosure.checks.sides import sections_of, side
from govdisclosure.finding import Finding, Side, finding
from govdisclosure.model import BodyKind, Report
from govdisclosure.numbers import parse_chinese, to_ascii
from govdisclosure.place import Place

__all__ = ["check_deadline", "check_period", "check_year_words"]

_YEAR = re.compile(r"([0-9０-９]{4}|[〇○零一二三四五六七八九]{4})年")
#: A paragraph that opens with the year and the body speaks of the year reported on.
_OPENING = re.compile(r"([0-9０-９]{4}|[〇○零一二三四五六七八九]{4})年(?:度)?[，,]?(?:我|本|全|在|是)")
#: Paragraphs at the head of a report that are looked at for the year.
_HEAD = 3


def _year(text: str) -> int | None:
    ascii_text = to_ascii(text)
    return int(ascii_text) if ascii_text.isascii() and ascii_text.isdigit() else parse_chinese(text)


def check_year_words(report: Report) -> Iterator[Finding]:
    """The year of the title and of the opening words against the year of the report."""
    right_year = str(report.year)
    years = [_year(match[1]) for match in _YEAR.finditer(report.title or "")]
    if years and report.year not in years:
        left = side(report, ["year"], right_year)
        yield finding("year-in-title", left, side(report, ["title"], str(years[0])))
    for path, paragraph in _opening_paragraphs(report):
        match = _OPENING.match(paragraph)
        if match and (year := _year(match[1])) != report.year and right_year not in to_ascii(paragraph):
            place = Place(path=path, start=match.start(1), end=match.end(1), quote=match[1])
            stated = Side(paths=(path,), value=str(year), places=(place,))
            yield finding("year-in-text", side(report, ["year"], right_year), stated)


def _opening_paragraphs(report: Report) -> Iterator[tuple[str, str]]:
    paragraphs = (
        (f"{path}.paragraphs.{index}", paragraph)
        for path, section in sections_of(report)
        for index, paragraph in enumerate(section.paragraphs)
    )
    return islice(paragraphs, _HEAD)


def check_period(report: Report) -> Iterator[Finding]:
    """The stated period against that of the form."""
    vintage = catalog.FORMS.get(report.form)
    if vintage is None:
        return
    expected = vintage.period(report.year)
    if report.period != expected:
        left = Side(paths=("year",), value=f"{expected.start} – {expected.end}")
        stated = f"{report.period.start} – {report.period.end}"
        yield finding("period-mismatch", left, side(report, ["period"], stated))


def check_deadline(report: Report) -> Iterator[Finding]:
    """The date of publication (else of the signature) against the legal date and the end of the period."""
    dated = _dated(report)
    vintage = catalog.FORMS.get(report.form)
    if dated is None or vintage is None:
        return
    path, day = dated
    kind = report.publisher.kind if report.publisher else None
    if day <= report.period.end:
        right = Side(paths=("period.end",), value=report.period.end.isoformat())
        yield finding("published-early", side(report, [path], day.isoformat()), right)
    limit = vintage.deadline(report.year, None if kind is BodyKind.OTHER else kind)
    if limit and day > limit[0]:
        right = Side(value=limit[0].isoformat())
        left = side(report, [path], day.isoformat())
        yield finding("published-late", left, right, severity=limit[1].severity, params={"source": limit[1].source})


def _dated(report: Report) -> tuple[str, date] | None:
    if report.publication and report.publication.published:
        return "publication.published", report.publication.published
    return ("issued", report.issued) if report.issued else None
