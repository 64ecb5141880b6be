"""The table of conversions, and the lists of what is not right."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from conversions.outcome import HEAD, Outcome
from conversions.routes import Route

__all__ = ["Results", "described", "details", "table"]

#: What became of each conversion of each document, by the names of both; nothing where no conversion was tried.
Results = Mapping[tuple[str, str], Outcome]
#: Conversions that keep cells, and those that keep only words and numbers.
_GROUPS = {"cells kept": False, "cells lost": True}
_COUNTS = ("exact", "named", "silent", "right")


def table(routes: Sequence[Route], sources: Sequence[str], results: Results, versions: Mapping[str, str]) -> str:
    """Conversions as Markdown: cells exact, named and silent, and facts of the head, for each document."""
    lines = [f"| | {' | '.join(sources)} | exact % |", f"|---|{'---:|' * (len(sources) + 1)}"]
    for label, flat in _GROUPS.items():
        rows = {one.name: [results.get((one.name, source)) for source in sources] for one in routes if one.flat is flat}
        if rows:
            sums = map(_sum, zip(*rows.values(), strict=True))
            lines.append(f"| **{label}** | {' | '.join(sums)} | {_percent(chain(*rows.values()))} |")
        lines += [f"| {name} | {' | '.join(map(_cell, row))} | {_percent(row)} |" for name, row in rows.items()]
    return "\n".join([*lines, "", *_foot(routes, versions)]) + "\n"


def _cell(outcome: Outcome | None) -> str:
    if outcome is None:
        return "absent"
    if outcome.file is None:
        return "no file"
    refused = ", refused" if outcome.reason else ""
    return f"{outcome.exact} / {outcome.named} / {outcome.silent}, {outcome.right} of {len(HEAD)}{refused}"


def _sum(outcomes: Iterable[Outcome | None]) -> str:
    """The counts of a document over all conversions that gave a file."""
    read = [one for one in outcomes if one and one.file]
    exact, named, silent, right = (sum(getattr(one, count) for one in read) for count in _COUNTS)
    return f"{exact} / {named} / {silent}, {right} of {len(HEAD) * len(read)}"


def _percent(outcomes: Iterable[Outcome | None]) -> str:
    """How many of the printed cells are exact; two places, never rounded up."""
    read = [one for one in outcomes if one and one.file]
    exact = sum(one.exact for one in read)
    printed = exact + sum(miss.wanted is not None for one in read for miss in one.misses)
    return f"{10_000 * exact // printed / 100:.2f}" if printed else "–"


def _foot(routes: Sequence[Route], versions: Mapping[str, str]) -> Iterator[str]:
    needed = dict.fromkeys(program for route in routes for program in route.programs)
    present = [f"{name} {versions[name]}" for name in needed if name in versions]
    absent = [name for name in needed if name not in versions]
    if present:
        yield f"Programs: {', '.join(present)}."
    if absent:
        yield f"Not at hand: {', '.join(absent)}."


def details(results: Results) -> Iterator[str]:
    """What is not right in each conversion."""
    for (route, source), outcome in results.items():
        if not outcome.whole:
            yield f"{route} · {source}"
            yield from (f"    {line}" for line in described(outcome))


def described(outcome: Outcome) -> Iterator[str]:
    """A line for each value that is not right, the silent ones first, and the codes of what the reader found."""
    yield outcome.reason or f"findings: {', '.join(outcome.codes) or 'none'}"
    for miss in sorted(outcome.misses, key=lambda miss: miss.named):
        yield f"{'named' if miss.named else 'SILENT'} {miss.path}: wanted {miss.wanted}, got {miss.got}"
    for miss in outcome.head:
        yield f"HEAD {miss.path}: wanted {miss.wanted}, got {miss.got}"
