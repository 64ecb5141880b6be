"""Statutory tables for tests: reports that consist of tables, and an oracle of their published rules.

The oracle reads the rules of ``form.json`` and adds up fractions; it shares nothing with the checks.
"""

import json
import random
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import pytest
from hypothesis import strategies as st
from tests.tools import ROOT

import conformance
import govdisclosure as gd
from govdisclosure import catalog
from govdisclosure.cell import Absent, CellValue
from govdisclosure.checks import TABLE_CHECKS
from govdisclosure.form import Form
from govdisclosure.model import Period, Statistics

__all__ = [
    "SUITE",
    "WITH_TABLES",
    "Expected",
    "by_form",
    "by_rule",
    "compiled",
    "expected_of",
    "failing",
    "of_suite",
    "report",
    "rule_findings",
    "rules_of",
    "settled",
    "settled_by_seed",
]

WITH_TABLES = tuple(form_id for form_id in gd.FORMS if catalog.tables(form_id))
SUITE = ROOT / "schemas" / "conformance"
#: Counts of drawn tables stay below this.
_MOST = 61

by_form = pytest.mark.parametrize("form_id", WITH_TABLES)


def report(statistics: Statistics, year: int | None = None) -> gd.Report:
    """A report that consists of these tables."""
    year = year or catalog.form(statistics.FORM).years[0]
    period = Period(start=date(year, 1, 1), end=date(year, 12, 31))
    return gd.Report(form=statistics.FORM, year=year, period=period, statistics=statistics)


def compiled(form_id: str) -> Form:
    """A form that has tables."""
    form = catalog.tables(form_id)
    assert form is not None
    return form


def of_suite(path: str) -> gd.Report:
    """A document of the conformance suite."""
    return gd.loads(json.dumps(json.loads((SUITE / path).read_text("utf-8"))))


def rule_findings(made: gd.Report) -> list[gd.Finding]:
    """What the published rules find."""
    return [one for looks in TABLE_CHECKS for one in looks(made)]


def failing(made: gd.Report) -> set[tuple[str, tuple[str, ...]]]:
    """The rules that fail, each with its cells."""
    return {(one.code, one.paths) for one in rule_findings(made) if one.verdict == "failed"}


# --- tables whose sums hold -----------------------------------------------------------------------------------


@st.composite
def settled(draw: Any, form_id: str, rows: frozenset[str] | None = None) -> gd.Report:
    """A report all of whose sums hold; ``rows`` are the optional rows that are printed."""
    form = compiled(form_id)
    if rows is None:
        rows = draw(st.sampled_from([frozenset({row}) for pair in form.alternatives for row in pair] or [frozenset()]))
    numbers = draw(st.binary(min_size=len(form.cells), max_size=len(form.cells)))
    return _settled(form, rows, [number % _MOST for number in numbers])


def settled_by_seed(form_id: str, seed: int) -> gd.Report:
    """The same from a seed."""
    form, chosen = compiled(form_id), random.Random(seed)  # noqa: S311 - tests
    rows = frozenset({chosen.choice(pair) for pair in form.alternatives})
    return _settled(form, rows, [chosen.randrange(_MOST) for _ in form.cells])


def _settled(form: Form, rows: frozenset[str], numbers: list[int]) -> gd.Report:
    empty = conformance.with_rows(gd.blank(form.cls), set(rows))
    values: dict[str, CellValue | None] = {}
    for (path, value), number in zip(form.values(empty).items(), numbers, strict=True):
        exact = form.cells[path].kind.exact
        values[path] = None if value is None else Decimal(number).scaleb(-1) if exact else number
    return report(conformance.with_values(empty, conformance.settled(form, values, empty)))


# --- the oracle -----------------------------------------------------------------------------------------------


class Expected(NamedTuple):
    """What a rule has to give: its sides by the known cells, and what becomes of it."""

    code: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    sums: tuple[Fraction, Fraction]
    verdict: str


def rules_of(form_id: str) -> list[Mapping[str, Any]]:
    """The published rules within a report."""
    return [rule for rule in gd.form_json(form_id)["rules"] if not rule["previous"]]


def by_rule(*, times: int = 1) -> Any:
    """A test for every code of a published rule, and several seeds."""
    cases = [
        (form_id, code, seed)
        for form_id in WITH_TABLES
        for code in dict.fromkeys(rule["code"] for rule in rules_of(form_id))
        for seed in range(times)
    ]
    return pytest.mark.parametrize(("form_id", "code", "seed"), cases)


def expected_of(form_id: str, values: Mapping[str, CellValue | None]) -> Iterator[Expected]:
    """What every published rule has to give for these cells."""
    signed = {cell["path"] for cell in gd.form_json(form_id)["cells"] if cell["signed"]}
    for rule in rules_of(form_id):
        sides = [[path for path in rule[side] if values[path] is not None] for side in ("left", "right")]
        if not all(sides):
            continue
        known, unknown = zip(*(_known(side, values) for side in sides), strict=True)
        below = [any(path in signed for path in side) for side in unknown]
        verdict = _verdict(rule["relation"], known, [bool(side) for side in unknown], below)
        yield Expected(rule["code"], tuple(rule["left"]), tuple(rule["right"]), known, verdict)


def _known(paths: list[str], values: Mapping[str, CellValue | None]) -> tuple[Fraction, list[str]]:
    known = [Fraction(value) for path in paths if isinstance(value := values[path], int | Decimal)]
    return sum(known, Fraction()), [path for path in paths if isinstance(values[path], Absent)]


def _verdict(relation: str, known: tuple[Fraction, ...], unknown: list[bool], below: list[bool]) -> str:
    """An unknown cell can be anything from zero on, a change (``below``) anything at all."""
    (left, right), (left_open, right_open) = known, unknown
    if relation == "=":
        if not left_open and not right_open:
            return "holds" if left == right else "failed"
        can_rise = right_open or (left_open and below[0])
        can_fall = left_open or (right_open and below[1])
        return "undecided" if (left <= right or can_rise) and (left >= right or can_fall) else "failed"
    if not left_open and left <= right and not (right_open and below[1]):
        return "holds"
    return "undecided" if left <= right or right_open or (left_open and below[0]) else "failed"
