"""Checks of several reports: one body over years, a parent and the bodies under it."""

import json
from datetime import date
from pathlib import Path

import attrs
import pytest
from tests.tools import ROOT

import conformance
import govdisclosure as gd
from govdisclosure import catalog
from govdisclosure.cell import Absent
from govdisclosure.codec import write
from govdisclosure.form import compile_form
from govdisclosure.forms.cn.requests import Outcomes
from govdisclosure.forms.cn.y2021 import CN2021
from govdisclosure.model import Identifier, IdentifierScheme, Period, Publisher

SUITE = ROOT / "schemas" / "conformance"
REVIEW = "statistics.challenges.review"


def body(name: str, code: str = "") -> Publisher:
    scheme = IdentifierScheme.UNIFIED_SOCIAL_CREDIT_CODE
    return Publisher(name=name, identifiers=(Identifier(scheme=scheme, value=code),) if code else ())


def report(publisher: Publisher, upheld: int = 0, year: int = 2023) -> gd.Report:
    """A report whose reviews alone are filled in."""
    period = Period(start=date(year, 1, 1), end=date(year, 12, 31))
    made = gd.Report(form="cn-2021", year=year, period=period, publisher=publisher, statistics=gd.blank(CN2021))
    return gd.replace(made, REVIEW, Outcomes(upheld=upheld, corrected=0, other=0, pending=0, total=upheld))


def codes(found: tuple[gd.Finding, ...]) -> list[str]:
    return [one.code for one in found if one.code != "rollup-cell-open"]


def cells(found: tuple[gd.Finding, ...]) -> list[tuple[str, object, object]]:
    return [(one.left.paths[0], one.left.value, one.right.value) for one in found if one.code == "rollup-cell"]


# --- years --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(SUITE.glob("*/years/*.findings.json")), ids=lambda p: f"{p.parts[-3]}-{p.stem}")
def test_the_suite_of_years(path: Path) -> None:
    pair = json.loads(path.with_name(path.name.replace(".findings", "")).read_text("utf-8"))
    reports = [gd.loads(json.dumps(pair[name])) for name in ("later", "earlier")]
    expected = json.loads(path.read_text("utf-8"))["findings"]
    assert [json.loads(write(one)) for one in gd.check_years(reports)] == expected


def test_years_that_do_not_follow_each_other_are_not_compared() -> None:
    made = [report(body("甲局"), year=year) for year in (2021, 2023)]
    assert gd.check_years(made) == ()
    assert gd.check_years([]) == ()


def test_bodies_are_not_compared_with_each_other() -> None:
    assert gd.check_years([report(body("甲局"), year=2022), report(body("乙局"))]) == ()


def test_two_reports_for_one_year() -> None:
    assert codes(gd.check_years([report(body("甲局")), report(body("甲局"))])) == ["years-doubled"]


def test_years_join_across_a_change_of_form() -> None:
    """Requests are carried over in both forms; cells that only one of them has are not compared."""
    old = conformance.report("cn-2019", conformance.filled(compile_form(catalog.statistics_of("cn-2019"))), year=2020)
    new = conformance.report("cn-2021", conformance.filled(compile_form(CN2021)), year=2021)
    found = gd.check_years([old, new])
    assert {one.code for one in found} == {"requests-carried"}
    assert "2020" in gd.message(found[0], "en")


# --- parent and children --------------------------------------------------------------------------------------


def test_every_cell_is_the_sum_of_the_children() -> None:
    children = [report(body("甲局"), 3), report(body("乙局"), 4)]
    assert codes(gd.check_rollup(report(body("县"), 7), children)) == []
    found = gd.check_rollup(report(body("县"), 8), children)
    assert cells(found) == [(f"{REVIEW}.upheld", 8, 7), (f"{REVIEW}.total", 8, 7)]


def test_a_missing_child_makes_a_cell_undecided_not_wrong() -> None:
    children, expected = [report(body("甲局"), 3)], [body("甲局"), body("乙局")]
    found = gd.check_rollup(report(body("县"), 7), children, expected=expected)
    assert codes(found) == ["rollup-missing"]
    assert any(one.code == "rollup-cell-open" and f"{REVIEW}.total" in one.left.paths for one in found)
    # No number of the missing one could bring the sum down.
    assert cells(gd.check_rollup(report(body("县"), 2), children, expected=expected))[0][1:] == (2, 3)


def test_a_doubled_child_counts_once() -> None:
    children = [report(body("甲局"), 3), report(body("甲局"), 3)]
    assert codes(gd.check_rollup(report(body("县"), 3), children)) == ["rollup-doubled"]


def test_a_renamed_child_is_known_by_its_identifier() -> None:
    children = [report(body("卫健委", "X1"), 3)]
    found = gd.check_rollup(report(body("县"), 3), children, expected=[body("卫计委", "X1")])
    assert codes(found) == ["rollup-renamed"]


def test_a_child_that_was_not_expected_and_one_of_another_year() -> None:
    children = [report(body("甲局"), 3), report(body("丙局"), 1), report(body("乙局"), 1, year=2022)]
    found = gd.check_rollup(report(body("县"), 4), children, expected=[body("甲局"), body("乙局")])
    assert codes(found) == ["rollup-unlike", "rollup-unexpected"]


def test_blank_cells_of_a_child_are_undecided() -> None:
    child = gd.replace(report(body("甲局"), 3), f"{REVIEW}.total", Absent.BLANK)
    found = gd.check_rollup(attrs.evolve(report(body("县"), 3)), [child])
    open_cells = [path for one in found if one.code == "rollup-cell-open" for path in one.left.paths]
    assert f"{REVIEW}.total" in open_cells
    assert f"{REVIEW}.upheld" not in open_cells
