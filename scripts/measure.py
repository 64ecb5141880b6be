"""How well the narrative reader does on annotated sentences and reports.

    python scripts/measure.py            print the table
    python scripts/measure.py --write    put it into docs/reading.md
    python scripts/measure.py --errors   print every figure that is missed, wrong or false (development sets only)

A figure counts as found only if its value, unit, kind and the words that name it are all right. The words are
right if they hold the annotated core and stay within the widest stretch that a clerk would still accept; where two
wordings are as good (占40% by its own word, or by the thing whose share it is), ``also`` holds the other one.
"""

import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

import govdisclosure as gd
from govdisclosure.model import Metric, PowerList
from govdisclosure.readers.narrative import Figure, read_paragraph

ROOT = Path(__file__).parent.parent
SETS = ROOT / "tests" / "narrative"
PAGE = ROOT / "docs" / "reading.md"
BEGIN, END = "<!-- figures -->", "<!-- /figures -->"
ASPECTS = ("value", "unit", "kind", "words")


@attrs.define
class Score:
    """What was counted on one set."""

    name: str
    items: int = 0
    expected: int = 0
    found: int = 0
    right: int = 0
    aspects: dict[str, int] = attrs.field(factory=lambda: dict.fromkeys(ASPECTS, 0))
    without_figures: int = 0
    false_on_those: int = 0
    power_lists: int = 0
    power_lists_right: int = 0
    errors: list[str] = attrs.field(factory=list)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.expected + self.found) if self.expected + self.found else 1.0


def fits(expected: dict[str, Any], got: Figure | Metric) -> tuple[bool, ...]:
    """Which aspects of a figure are right."""
    unit = got.unit.value if got.unit else None
    named = (expected, *expected.get("also", ()))
    words = any(one["core"] in got.counted and got.counted in one["max"] for one in named)
    return (
        Decimal(expected["value"]) == got.value,
        expected["unit"] is None or expected["unit"] == unit,
        got.kind.value in expected["kind"],
        words,
    )


def compare(score: Score, name: str, expected: list[dict[str, Any]], got: list[Figure] | list[Metric]) -> None:
    """Pair what is annotated with what was read, each at most once, and count.

    What is wholly right is paired first, so that one wrong zero does not take the partner of another.
    """
    left = list(got)
    score.expected += len(expected)
    score.found += len(left)
    rest = []
    for one in expected:
        match = next((figure for figure in left if all(fits(one, figure))), None)
        if match is None:
            rest.append(one)
            continue
        left.remove(match)
        score.right += 1
        for aspect in ASPECTS:
            score.aspects[aspect] += 1
    for one in rest:
        pairs = [(fits(one, figure), figure) for figure in left]
        best = max((p for p in pairs if p[0][0]), key=lambda p: p[0], default=None)
        if best is None:
            score.errors.append(f"{name}: missed {one['value']} {one['unit']} {one['kind']} {one['core']}")
            continue
        left.remove(best[1])
        for aspect, good in zip(ASPECTS, best[0], strict=True):
            score.aspects[aspect] += good
        score.errors.append(f"{name}: {one['kind']} {one['core']!r}, read {best[1].kind} {best[1].counted!r}")
    score.errors += [f"{name}: false {figure.value} {figure.kind} {figure.counted}" for figure in left]
    if not expected:
        score.without_figures += 1
        score.false_on_those += len(got)


def powers_as_data(powers: PowerList | None) -> dict[str, Any] | None:
    """A power list in the form of the annotations."""
    if powers is None:
        return None
    categories = {code: count for code, count in attrs.asdict(powers.categories).items() if count is not None}
    extra = {one.label: one.count for one in powers.extra}
    return {"total": powers.total, "categories": categories, "extra": extra}


def compare_powers(score: Score, name: str, expected: dict[str, Any] | None, got: PowerList | None) -> None:
    """Power lists are right as a whole or not at all."""
    if expected is None and got is None:
        return
    right = expected == powers_as_data(got)
    score.power_lists += 1
    score.power_lists_right += right
    if not right:
        score.errors.append(f"{name}: power list {expected}, read {powers_as_data(got)}")


def sentences(path: Path) -> Score:
    """The score on a file of annotated sentences."""
    score = Score(f"{path.parent.name}: {path.stem}")
    for one in json.loads(path.read_text("utf-8")):
        figures, powers = read_paragraph(one["text"], one["year"])
        score.items += 1
        compare(score, one["id"], one["metrics"], figures)
        compare_powers(score, one["id"], one["powers"], powers.powers if powers else None)
    return score


def reports(folder: Path) -> Score:
    """The score on a folder of annotated reports."""
    score = Score(f"{folder.parent.name}: whole reports")
    for path in sorted(folder.glob("*.json")):
        expected = json.loads(path.read_text("utf-8"))
        report = gd.read(path.with_suffix(".txt")).report
        score.items += 1
        compare(score, path.stem, expected["metrics"], list(report.metrics) if report else [])
        compare_powers(score, path.stem, expected["powers"], report.powers if report else None)
    return score


def scores() -> Iterator[Score]:
    """All sets, development sets first."""
    for name in ("development", "held-out"):
        yield from map(sentences, sorted((SETS / name).glob("*.json")))
        if any((SETS / name / "reports").glob("*.json")):
            yield reports(SETS / name / "reports")


def table(measured: list[Score]) -> str:
    """The scores as a Markdown table."""
    columns = (
        "set",
        "sentences or reports",
        "figures",
        "F1",
        *ASPECTS,
        "false figures where there are none",
        "power lists",
    )
    head = f"| {' | '.join(columns)} |"
    lines = [head, "|" + "---|" * 10]
    for one in measured:
        aspects = " | ".join(f"{one.aspects[aspect] / max(one.expected, 1):.1%}" for aspect in ASPECTS)
        none = f"{one.false_on_those} in {one.without_figures}" if one.without_figures else "–"
        lists = f"{one.power_lists_right} of {one.power_lists}"
        lines.append(f"| {one.name} | {one.items} | {one.expected} | {one.f1:.3f} | {aspects} | {none} | {lists} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Run the command."""
    measured = list(scores())
    print(table(measured))
    if "--errors" in sys.argv:
        print("\n".join(e for one in measured if one.name.startswith("development") for e in one.errors))
    if "--write" in sys.argv:
        text = PAGE.read_text("utf-8")
        before, behind = text.split(BEGIN)[0], text.split(END)[1]
        PAGE.write_text(f"{before}{BEGIN}\n{table(measured)}{END}{behind}", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
