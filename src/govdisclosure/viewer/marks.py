"""Which words of a source facts and findings rest on, and how each leads to the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

import attrs

from govdisclosure.errors import UnknownPath
from govdisclosure.finding import Finding
from govdisclosure.model import Report
from govdisclosure.paths import value
from govdisclosure.place import Place
from govdisclosure.viewer.anchors import id_of

__all__ = ["SEVERITIES", "Links", "Mark", "Stretch", "worst"]

#: Start and end in the text of the document.
Stretch = tuple[int, int]
#: The worst first.
SEVERITIES = ("error", "warning", "info")
#: Findings may name every cell of a table: so many of its places carry a sign that leads back to it.
_MOST_FLAGS = 40
#: So many signs stand on the same words.
_MOST_TOGETHER = 3
#: So many paragraphs are looked for in the document.
_MOST_SOUGHT = 200


def worst(severities: Iterable[str | None]) -> str | None:
    """The worst of several severities; ``None`` where there is none."""
    found = set(severities)
    return next((severity for severity in SEVERITIES if severity in found), None)


K = TypeVar("K")


def _numbered(of_each: Sequence[tuple[K, ...]]) -> dict[K, tuple[int, ...]]:
    """The numbers of the findings on each thing, given the things of each finding."""
    found: dict[K, list[int]] = {}
    for number, things in enumerate(of_each, start=1):
        for thing in things[:_MOST_FLAGS]:
            found.setdefault(thing, []).append(number)
    return {thing: tuple(numbers[:_MOST_TOGETHER]) for thing, numbers in found.items()}


@attrs.frozen
class Mark:
    """Words of the source. ``back`` is the id of what rests on them, ``label`` its name.

    ``flags`` are the numbers of findings on the words, ``severity`` the worst of these.
    """

    id: str
    start: int
    end: int
    back: str
    label: str
    severity: str | None = None
    flags: tuple[int, ...] = ()


@attrs.frozen
class Links:
    """Facts, findings and the words that they rest on. ``labels`` names every fact by its path.

    Findings are counted from 1.
    """

    report: Report
    text: str
    labels: Mapping[str, str]
    findings: Sequence[Finding]

    @cached_property
    def stretches(self) -> dict[str, Stretch]:
        """Where the words of each place of the report stand, by its path; those that are there."""
        found = ((path, self.stretch_of(place)) for path, place in self.report.provenance.places.items())
        return {path: stretch for path, stretch in found if stretch}

    def stretch_of(self, place: Place) -> Stretch | None:
        """Where the words of a place stand; ``None`` where the document does not have them there."""
        source = place.source
        if source and source.start is not None and source.end is not None:
            return self._checked(source.start, source.end, place.quote)
        if place.path is None or place.start is None or place.end is None:
            return None
        base = self._paragraphs.get(place.path)
        return None if base is None else self._checked(base + place.start, base + place.end, place.quote)

    def _checked(self, start: int, end: int, quote: str) -> Stretch | None:
        """The stretch without the white space at its ends, if it holds the words of the quote."""
        if not 0 <= start < end <= len(self.text):
            return None
        words = self.text[start:end]
        if "".join(words.split()) != "".join(quote.split()) or not words.strip():
            return None
        left, right = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
        return start + left, end - right

    @cached_property
    def _paragraphs(self) -> dict[str, int]:
        """Where the paragraphs begin that findings speak of without a place in the source.

        Only those count that stand in the document once.
        """
        places = (place for finding in self.findings for place in finding.places)
        paths = dict.fromkeys(place.path for place in places if place.path and not place.source)
        found = {}
        for path in list(paths)[:_MOST_SOUGHT]:
            words = self._words(path)
            first = self.text.find(words) if words else -1
            if first >= 0 and self.text.find(words, first + 1) < 0:
                found[path] = first
        return found

    def _words(self, path: str) -> str:
        try:
            words = value(self.report, path)
        except UnknownPath:
            return ""
        return words if isinstance(words, str) else ""

    # --- findings

    @cached_property
    def _below(self) -> dict[str, list[str]]:
        """The facts at and under each path."""
        found: dict[str, list[str]] = {}
        for path in self.labels:
            steps = path.split(".")
            for length in range(1, len(steps) + 1):
                found.setdefault(".".join(steps[:length]), []).append(path)
        return found

    @cached_property
    def facts_of(self) -> tuple[tuple[str, ...], ...]:
        """For each finding the facts that it names, a row or a list by all that it holds."""
        return tuple(
            tuple(dict.fromkeys(fact for path in finding.paths for fact in self._below.get(path, ())))
            for finding in self.findings
        )

    @cached_property
    def words_of(self) -> tuple[tuple[Stretch, ...], ...]:
        """For each finding the stretches that it rests on: its places, and those of its facts."""
        found = []
        for finding, facts in zip(self.findings, self.facts_of, strict=True):
            placed = [self.stretch_of(place) for place in finding.places]
            placed += [self.stretches.get(path) for path in facts]
            found.append(tuple(dict.fromkeys(stretch for stretch in placed if stretch)))
        return tuple(found)

    @cached_property
    def severity_of(self) -> dict[str, str]:
        """The worst severity of the findings on each fact."""
        found: dict[str, str] = {}
        for finding, facts in zip(self.findings, self.facts_of, strict=True):
            for path in facts:
                found[path] = worst((finding.severity.value, found.get(path))) or ""
        return found

    @cached_property
    def flags_of(self) -> dict[str, tuple[int, ...]]:
        """The findings on each fact."""
        return _numbered(self.facts_of)

    # --- marks

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Every stretch that something rests on, in the order of the text, the longer first.

        Facts on the same words have a mark each; the first of them carries the findings on these words.
        """
        made = [*self._of_facts(), *self._of_findings()]
        return tuple(sorted(made, key=lambda mark: (mark.start, -mark.end)))

    @cached_property
    def id_at(self) -> dict[Stretch, str]:
        """The id of the mark at each stretch, the first where there are several."""
        found: dict[Stretch, str] = {}
        for mark in self.marks:
            found.setdefault((mark.start, mark.end), mark.id)
        return found

    @cached_property
    def _flags_at(self) -> dict[Stretch, tuple[int, ...]]:
        return _numbered(self.words_of)

    @cached_property
    def _severity_at(self) -> dict[Stretch, str | None]:
        found: dict[Stretch, str | None] = {}
        for finding, stretches in zip(self.findings, self.words_of, strict=True):
            for stretch in stretches:
                found[stretch] = worst((finding.severity.value, found.get(stretch)))
        return found

    def _of_facts(self) -> Iterator[Mark]:
        seen: set[Stretch] = set()
        for path, stretch in self.stretches.items():
            flags = () if stretch in seen else self._flags_at.get(stretch, ())
            seen.add(stretch)
            severity = self._severity_at.get(stretch)
            label = self.labels.get(path, path)
            yield Mark(id_of("at", path), *stretch, id_of("fact", path), label, severity, flags)

    def _of_findings(self) -> Iterator[Mark]:
        of_facts = set(self.stretches.values())
        first = {stretch: n for n, found in reversed([*enumerate(self.words_of, 1)]) for stretch in found}
        for start, end in sorted(first.keys() - of_facts):
            number = first[start, end]
            flags, severity = self._flags_at.get((start, end), ()), self._severity_at[start, end]
            label = self.findings[number - 1].code
            yield Mark(f"words-{start}-{end}", start, end, f"finding-{number}", label, severity, flags)
