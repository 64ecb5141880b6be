"""Which report a document is: its title, year and publisher, and where the parts of the document disagree on them."""

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from govdisclosure.finding import Finding, Severity, Side, Verdict, finding
from govdisclosure.model import Period
from govdisclosure.place import Place, SourcePlace
from govdisclosure.readers.bodies import BODY_NAME, ends_as_a_body, is_office, is_region, related
from govdisclosure.readers.layout import Head, Layout
from govdisclosure.readers.lines import Words
from govdisclosure.readers.opening import year_of_period, year_opened
from govdisclosure.readers.title import Title, academic_year

__all__ = ["Identity", "identify"]

#: An academic year begins with September and ends with August.
_BEGIN, _END = (9, 1), (8, 31)
#: An office by its ending, without the body whose office it is.
_OFFICE = 3


@attrs.frozen(kw_only=True)
class Identity:
    """What a document says of the report that it is."""

    title: Title | None = None
    year: int | None = None
    period: Period | None = None
    publisher: Words | None = None
    author: Words | None = None
    issued: tuple[date, Words] | None = None
    findings: tuple[Finding, ...] = ()


def identify(layout: Layout, opening: Sequence[str]) -> Identity:
    """The title, the year and the bodies of a report; a finding for each of these on which its parts disagree.

    The year is that of the title, else that by which the document calls itself, else that of the period which the
    opening states, else the first one that the opening names.
    """
    head = layout.head
    title = head.title or next(iter(head.called), None)
    dated = next((one for one in (title, *head.called) if one and one.year), None)
    year = dated.year if dated else year_of_period(head.period) if head.period else year_opened(opening)
    publisher, author = _bodies(title, layout)
    years = academic_year(dated.text) if dated else None
    return Identity(
        title=title,
        year=year,
        period=Period(start=date(years[0], *_BEGIN), end=date(years[1], *_END)) if years else None,
        publisher=publisher,
        author=author,
        issued=layout.signed.issued,
        findings=(*_other_years(dated, head), *_other_bodies(publisher, author, title, layout)),
    )


def _bodies(title: Title | None, layout: Layout) -> tuple[Words | None, Words | None]:
    """The publisher and, where its office compiled the report, the author."""
    titled, signer = title.body if title else None, layout.signed.name
    if titled is None or signer is None:
        return _completed(titled or signer or layout.head.byline, layout.head), None
    if titled.text == signer.text:
        return titled, None
    if is_office(signer.text):
        return _completed(_government(titled, signer), layout.head), signer
    if titled.text in signer.text or not (ends_as_a_body(titled.text) or related(titled.text, signer.text)):
        return signer, None
    return titled, None


def _government(region: Words, office: Words) -> Words:
    """The government of a region, where its office signs with its whole name: 柳塘市人民政府办公室 for 柳塘市."""
    name = office.text[:-_OFFICE]
    if is_region(region.text) and name == f"{region.text}人民政府" and office.end - office.start == len(office.text):
        return Words(name, office.start, office.end - _OFFICE)
    return region


def _completed(name: Words | None, head: Head) -> Words | None:
    """A name with what other parts of the document say more of it: 石槐镇人民政府 for the place 石槐镇."""
    stated = [Words(one.text, one.start, one.end) for one in head.entries if one.kind == "publisher"]
    others = [one for one in (*stated, *(called.body for called in head.called), head.byline) if one]
    if name is None:
        return next((one for one in others if BODY_NAME.fullmatch(one.text)), None)
    if is_region(name.text):
        whole = (one for one in others if one.text.startswith(name.text) and ends_as_a_body(one.text[len(name.text) :]))
        return next((one for one in whole if not is_office(one.text)), name)
    return name


def _other_years(dated: Title | None, head: Head) -> Iterator[Finding]:
    """Where the document calls itself a report of another year than its title does."""
    for other in head.called:
        if dated and other.year != dated.year:
            words = Words(other.text, other.start, other.end)
            yield _differs("year", str(dated.year), words)
            return


def _other_bodies(
    publisher: Words | None, author: Words | None, title: Title | None, layout: Layout
) -> Iterator[Finding]:
    """Where a title, the signature or the block of a site names another body than the one that was taken."""
    if publisher is None:
        return
    names = [one.text for one in (publisher, author) if one]
    bodies = [title.body if title else None, layout.signed.name, *(called.body for called in layout.head.called)]
    for other in bodies:
        if other and not any(related(other.text, name) for name in names):
            yield _differs("publisher.name", publisher.text, other)
            return
    for entry in layout.head.entries:
        words = Words(entry.text, entry.start, entry.end)
        if entry.kind == "publisher" and not any(related(entry.text, name) for name in names):
            yield _differs("publisher.name", publisher.text, words, Severity.INFO)
            return


def _differs(path: str, taken: str, other: Words, severity: Severity | None = None) -> Finding:
    place = Place(quote=other.text, source=SourcePlace(start=other.start, end=other.end))
    sides = Side(paths=(path,), value=taken), Side(value=other.text, places=(place,))
    return finding(
        "head-differs", *sides, severity=severity, verdict=Verdict.NOTED, params={"other": other.text, "taken": taken}
    )
