"""The golden of the real report of 2014: what was read, with digests in place of its words."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import attrs

from govdisclosure import Report
from govdisclosure.model import Host, Metric, Section
from govdisclosure.place import Place

__all__ = ["DOCUMENT", "GOLDEN", "golden_of"]

_HERE = Path(__file__).resolve().parent
GOLDEN = _HERE / "2014_jilin-work-safety.json"
#: The document itself is no part of the project.
DOCUMENT = _HERE.parents[2] / "shared" / "corpus" / "cn" / "2014_jilin-work-safety.txt"


def golden_of(report: Report) -> str:
    """The text of the golden file."""
    return "".join(f"{line}\n" for line in _lines(_summary(report)))


def _summary(report: Report) -> dict[str, Any]:
    """Everything that was read of a report, without its sentences."""
    publication = report.publication
    return {
        "form": report.form,
        "year": report.year,
        "title": _digest(report.title),
        "publisher": report.publisher and {
            "name": _digest(report.publisher.name),
            "kind": _plain(report.publisher.kind),
            "level": _plain(report.publisher.level),
        },
        "issued": _plain(report.issued),
        "published": publication and [_plain(publication.published), _plain(publication.published_time)],
        "host": publication and publication.host and _host(publication.host),
        "sections": [_section(section) for section in report.sections],
        "powers": report.powers and attrs.asdict(report.powers),
        "metrics": [_metric(metric) for metric in report.metrics],
        "channels": [[thing.kind.value, _digest(thing.name)] for thing in report.channels],
        "services": [[thing.kind.value, _digest(thing.name)] for thing in report.services],
        "places": {path: _place(place) for path, place in report.provenance.places.items()},
    }  # fmt: skip


def _digest(words: str | None) -> str | None:
    return None if words is None else sha256(words.encode()).hexdigest()


def _plain(value: object) -> str | None:
    return None if value is None else str(value)


def _host(host: Host) -> dict[str, Any]:
    facts = attrs.asdict(host)
    facts["telephones"] = [[_digest(phone.label), _digest(phone.number)] for phone in host.telephones]
    return facts | {name: _digest(facts[name]) for name in ("name", "operator", "address", "email")}


def _section(section: Section) -> dict[str, Any]:
    return {
        "kind": section.kind.value,
        "number": section.number,
        "heading": _digest(section.heading),
        "paragraphs": [_digest(paragraph) for paragraph in section.paragraphs],
        "subsections": [_section(below) for below in section.subsections],
    }


def _metric(metric: Metric) -> dict[str, Any]:
    return {
        "kind": metric.kind.value,
        "value": metric.value if isinstance(metric.value, int) else str(metric.value),
        "unit": _plain(metric.unit),
        "of_year": metric.of_year,
        "part_of": metric.part_of,
        "approximate": metric.approximate,
        "counted": _digest(metric.counted),
    }


def _place(place: Place) -> list[Any]:
    """Path, start, end, the same in the source, and the digest of the quote."""
    source = place.source and [place.source.start, place.source.end]
    return [place.path, place.start, place.end, source, _digest(place.quote)]


def _lines(golden: dict[str, Any]) -> Iterator[str]:
    """One fact a line, so that a change of one fact is a change of one line."""
    yield "{"
    for number, (key, value) in enumerate(golden.items(), 1):
        comma = "," if number < len(golden) else ""
        if not isinstance(value, list | dict) or not value:
            yield f'  "{key}": {json.dumps(value, ensure_ascii=False)}{comma}'
            continue
        items = value.items() if isinstance(value, dict) else ((None, item) for item in value)
        rows = [(f'"{name}": ' if name else "") + json.dumps(item, ensure_ascii=False) for name, item in items]
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        yield f'  "{key}": {opening}'
        yield from (f"    {row}," for row in rows[:-1])
        yield f"    {rows[-1]}"
        yield f"  {closing}{comma}"
    yield "}"
