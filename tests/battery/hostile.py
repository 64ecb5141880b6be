"""A full report with a hostile string in every text field, and what the outputs make of single characters."""

from typing import Any

import attrs
from tests.narratives import GOOD
from tests.strategies import replaced, sites

import govdisclosure as gd
from govdisclosure.codec import decode, encode
from govdisclosure.model import (
    Author,
    Channel,
    ChannelKind,
    ExtraCategory,
    OnlineService,
    Report,
    Section,
    SectionKind,
    ServiceKind,
)
from govdisclosure.shape import Maybe, Record, Text

__all__ = ["FULL", "filled", "filled_places", "is_control"]


def _full() -> Report:
    """A report that has text in every part that the renderers show."""
    report = gd.read(GOOD).report
    host = attrs.evolve(report.publication.host, operator="甲", icp_number="乙", email="丙", post_code="丁")
    below = Section(kind=SectionKind.OTHER, number="（一）", heading="戊", paragraphs=("己", "庚"))
    first, *others = report.sections
    return attrs.evolve(
        report,
        author=Author(name="辛"),
        publication=attrs.evolve(report.publication, host=host),
        sections=(attrs.evolve(first, subsections=(below,)), *others),
        powers=attrs.evolve(report.powers, total=9, extra=(ExtraCategory(label="壬", count=3),)),
        channels=(*report.channels, Channel(kind=ChannelKind.WEIBO, name="癸")),
        services=(OnlineService(kind=ServiceKind.QUERY, name="子"),),
    )


FULL = _full()
_DOCUMENT = encode(FULL)
#: Fields that programs read: codes, and paths that lead into the report.
_FOR_PROGRAMS = ("form", "part_of")


def _text_sites(*, places: bool) -> list[tuple[str | int, ...]]:
    """Where texts stand that nothing bounds: in the places of facts, or everywhere else."""
    found = []
    for site in sites(_DOCUMENT, Record(Report)):
        shape = site.shape.item if isinstance(site.shape, Maybe) else site.shape
        free = shape == Text() and site.value is not None and site.steps[-1] not in _FOR_PROGRAMS
        if free and (site.steps[:2] == ("provenance", "places")) == places:
            found.append(site.steps)
    return found


_TEXTS, _PLACES = _text_sites(places=False), _text_sites(places=True)


def _with(steps: list[tuple[str | int, ...]], text: str) -> Report:
    document: Any = _DOCUMENT
    for one in steps:
        document = replaced(document, one, text)
    return decode(document)


def filled(text: str) -> Report:
    """The full report with one text in every text field of the report itself."""
    return _with(_TEXTS, text)


def filled_places(text: str) -> Report:
    """The full report whose places have this text for their paths and quotes."""
    return _with(_PLACES, text)


def is_control(char: str) -> bool:
    """Whether a character steers a terminal or ends a line."""
    return char < " " or "\x7f" <= char < "\xa0" or char in "\u2028\u2029"
