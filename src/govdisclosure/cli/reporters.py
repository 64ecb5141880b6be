"""Findings in the forms that people and machines read: text, JSON, JSON lines, SARIF 2.1.0, GitHub commands."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from govdisclosure import __version__
from govdisclosure.cli.documents import STDIN
from govdisclosure.cli.wording import said
from govdisclosure.codec import write
from govdisclosure.errors import UnknownCode
from govdisclosure.finding import Finding, Severity, Verdict
from govdisclosure.locales import AnyLocale, explain, message, texts
from govdisclosure.place import Place
from govdisclosure.readers import LeftOver
from govdisclosure.renderers.text import plain

__all__ = ["REPORTERS", "as_jsonl", "as_text", "in_lines", "left_over_jsonl"]

Results = Iterable[tuple[str, tuple[Finding, ...]]]

#: What the command is, for readers of SARIF; it has no page of its own.
_INFORMATION = "urn:govdisclosure"
#: GitHub shows this many annotations of a kind for each step; the rest is told in a summary.
_GITHUB_MOST = 10


def as_text(results: Results, lang: AnyLocale, *, reading: bool = False) -> str:
    """For people: one line a finding, its places below it, a count at the end of each file."""
    return "".join(f"{''.join(words for words, _ in line)}\n" for line in in_lines(results, lang, reading=reading))


def in_lines(results: Results, lang: AnyLocale, *, reading: bool = False) -> Iterator[tuple[tuple[str, str], ...]]:
    """The lines for people, each in pieces with the name of a style: a severity, ``name``, ``place`` or none.

    What was found while ``reading`` alone is told as that: it says nothing of what a check would find.
    """
    words = texts(lang)
    counts, nothing = ("counts-reading", "nothing-found-reading") if reading else ("counts", "nothing-found")
    for name, found in results:
        for one in found:
            label, style = words.code(one.severity), one.severity.value
            said_of = f": [{one.code}] {plain(message(one, lang))}"
            yield (plain(name), "name"), (": ", ""), (label, style), (said_of, "")
            for place in one.places:
                yield (f"    {_at(place)}", "place"), (f"  {plain(place.quote)}", "")
        told = said(words, counts, **_counts(found)) if found else said(words, nothing)
        yield (plain(name), "name"), (f": {told}", "")


def _at(place: Place) -> str:
    if place.span:
        return place.span
    return f"@{place.source.start}-{place.source.end}" if place.source else ""


def _counts(found: Iterable[Finding]) -> dict[str, int]:
    severities = [one.severity for one in found]
    return {
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
        "notes": severities.count(Severity.INFO),
    }


def _as_data(name: str, one: Finding, lang: AnyLocale) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(write(one))
    return {"file": name, **data, "message": message(one, lang)}


def as_json(results: Results, lang: AnyLocale) -> str:
    """For programs: ``{"findings": [...]}``, the file in each."""
    found = [_as_data(name, one, lang) for name, findings in results for one in findings]
    return json.dumps({"findings": found}, ensure_ascii=False, indent=2) + "\n"


def as_jsonl(results: Results, lang: AnyLocale) -> str:
    """For pipes: one finding a line."""
    return _lines(_as_data(name, one, lang) for name, findings in results for one in findings)


def left_over_jsonl(name: str, left_over: Iterable[LeftOver]) -> str:
    """For pipes: what was left over of a file, a stretch a line."""
    return _lines(
        {"file": name, "left_over": {"start": s.start, "end": s.end, "text": s.text, "reason": s.reason.value}}
        for s in left_over
    )


def _lines(rows: Iterable[dict[str, Any]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(results: Results, lang: AnyLocale) -> str:
    """For code scanning: SARIF 2.1.0 with a stable fingerprint for each finding."""
    pairs = [(name, one) for name, found in results for one in found]
    codes = sorted({one.code for _, one in pairs})
    driver = {
        "name": "govdisclosure",
        "version": __version__,
        "informationUri": _INFORMATION,
        "rules": [_sarif_rule(code, lang) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(name, one, codes, lang) for name, one in pairs],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _sarif_rule(code: str, lang: AnyLocale) -> dict[str, Any]:
    try:
        rule = explain(code, lang)
    except UnknownCode:  # a check of an application
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.basis},
        "help": {"text": rule.guidance},
        "defaultConfiguration": {"level": _LEVELS[Severity.of(rule.severity)]},
    }


def _sarif_result(name: str, one: Finding, codes: list[str], lang: AnyLocale) -> dict[str, Any]:
    fingerprint = sha256("\0".join([one.code, *one.paths]).encode()).hexdigest()
    location = _sarif_location(name, one)
    return {
        "ruleId": one.code,
        "ruleIndex": codes.index(one.code),
        # By SARIF 2.1.0, 3.27.9, only what failed has a level.
        "level": "none" if one.verdict is Verdict.UNDECIDED else _LEVELS[one.severity],
        "kind": "review" if one.verdict is Verdict.UNDECIDED else "fail",
        "message": {"text": message(one, lang)},
        "locations": [location] if location else [],
        "partialFingerprints": {"findingPath/v1": fingerprint},
    }


def _sarif_location(name: str, one: Finding) -> dict[str, Any]:
    """Where a finding is: in a file, which standard input is none, and at paths of the report."""
    location: dict[str, Any] = {}
    if name.partition("/")[0] != STDIN:
        physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(name)}}
        source = next((place.source for place in one.places if place.source and place.source.start is not None), None)
        if source and source.end is not None and source.start is not None:
            physical["region"] = {"charOffset": source.start, "charLength": source.end - source.start}
        location["physicalLocation"] = physical
    if one.paths:
        location["logicalLocations"] = [{"fullyQualifiedName": path} for path in one.paths]
    return location


def _uri(name: str) -> str:
    """A path as a URI: a relative one as a reference (RFC 3986), an absolute one with its scheme (RFC 8089).

    An absolute path stays one, for the same input gives the same bytes in every working directory.
    """
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(name.replace("\\", "/").encode("utf-8", "surrogateescape"))


def _escaped(text: str, *, prop: bool = False) -> str:
    """Text inside a workflow command of GitHub: percent, line ends, and in properties colon and comma."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if prop else text


def as_github(results: Results, lang: AnyLocale) -> str:
    """For GitHub Actions: annotations as far as GitHub shows them, then what it would have left out."""
    lines: list[str] = []
    left: list[Finding] = []
    shown: Counter[str] = Counter()
    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    for name, found in results:
        for one in found:
            kind = kinds[one.severity]
            shown[kind] += 1
            if shown[kind] > _GITHUB_MOST:
                left.append(one)
                continue
            lines.append(f"::{kind} file={_escaped(name, prop=True)},title={one.code}::{_escaped(message(one, lang))}")
    if left:
        lines.append("+ " + said(texts(lang), "counts", **_counts(left)))
    return "".join(f"{line}\n" for line in lines)


#: The forms of ``check --format``.
REPORTERS: Mapping[str, Callable[[Results, AnyLocale], str]] = {
    "text": as_text,
    "json": as_json,
    "jsonl": as_jsonl,
    "sarif": as_sarif,
    "github": as_github,
}
