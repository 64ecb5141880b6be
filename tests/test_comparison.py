"""Reports side by side: what is the same figure, exact changes and shares, and what is not set beside anything."""

import io
import os
import re
import sys
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest
from docx import Document
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.command import govdisclosure
from tests.printable import printable
from tests.tables import WITH_TABLES

import conformance
import govdisclosure as gd
from govdisclosure import catalog
from govdisclosure.cell import Absent
from govdisclosure.comparison import Row, Why
from govdisclosure.form import compile_form
from govdisclosure.readers.bodies import publisher_of

RECEIVED = "statistics.requests.received.total"
GRANTED = "statistics.requests.results.granted.total"
ALL = "statistics.requests.results.total.total"
HERE, THERE = "清河县人民政府", "云岭市人民政府"


def report(form_id: str, year: int, name: str = HERE, **numbers: Any) -> gd.Report:
    """A report with tables of blanks but for some numbers."""
    blank = gd.blank(form_id)
    values = {**compile_form(type(blank)).values(blank), **{path.replace("__", "."): n for path, n in numbers.items()}}
    return gd.Report(
        form=form_id,
        year=year,
        period=catalog.form(form_id).period(year),
        publisher=publisher_of(name),
        language="zh-Hans",
        statistics=conformance.with_values(blank, values),
    )


def received(year: int, number: Any, form_id: str = "cn-2021", name: str = HERE) -> gd.Report:
    return report(form_id, year, name, **{RECEIVED: number})


def row(comparison: gd.Comparison, path: str) -> Row:
    return next(row for row in comparison.rows if row.cell.path == path)


# --- numbers ----------------------------------------------------------------------------------------------


@given(st.integers(0, 2**53 - 1), st.integers(0, 2**53 - 1))
def test_changes_are_exact(before: int, after: int) -> None:
    (change,) = row(gd.compare([received(2022, before), received(2023, after)]), RECEIVED).changes
    assert change.difference == after - before
    if before == 0:
        assert change.percent is None
        return
    exact = Fraction(1000 * (after - before), before)
    assert change.percent == Decimal(round(exact)).scaleb(-1), "round() of a fraction is half to even"


@pytest.mark.parametrize(
    ("before", "after", "percent"),
    [
        (2000, 2001, "0.0"),
        (2000, 2003, "0.2"),
        (2000, 2005, "0.2"),
        (2000, 1997, "-0.2"),
        (3, 4, "33.3"),
        (1, 0, "-100.0"),
    ],
)
def test_per_cents_are_rounded_half_to_even(before: int, after: int, percent: str) -> None:
    (change,) = row(gd.compare([received(2022, before), received(2023, after)]), RECEIVED).changes
    assert change.percent == Decimal(percent).quantize(Decimal("0.1"), ROUND_HALF_EVEN)


@pytest.mark.parametrize("unknown", list(Absent))
def test_what_rests_on_an_unknown_number_is_unknown(unknown: Absent) -> None:
    comparison = gd.compare([received(2022, 7), received(2023, unknown), received(2024, 9)])
    here = row(comparison, RECEIVED)
    assert here.values == (7, unknown, 9)
    assert [(change.difference, change.percent) for change in here.changes] == [(None, None)] * 2


def test_amounts_keep_their_exactness() -> None:
    path = "statistics.proactive.fees.amount"
    pair = [report("cn-2021", year, **{path: Decimal(text)}) for year, text in ((2022, "5.70"), (2023, "5.75"))]
    (change,) = row(gd.compare(pair), path).changes
    assert change.difference == Decimal("0.05")
    assert change.percent == Decimal("0.9")


def test_shares_are_of_the_totals_that_the_form_declares() -> None:
    comparison = gd.compare(
        [report("cn-2021", year, **{GRANTED: 1, ALL: total}) for year, total in ((2022, 3), (2023, 0))]
    )
    shares = {(share.part.cell.path, share.whole.cell.path): share.percents for share in comparison.shares}
    assert shares[GRANTED, ALL] == (Decimal("33.3"), None)
    wholes = {whole for _, whole in shares}
    assert wholes == {ALL, *(f"statistics.challenges.{kind}.total" for kind in
                             ("review", "litigation_direct", "litigation_after_review"))}  # fmt: skip


# --- which figures are the same ---------------------------------------------------------------------------


def test_of_a_row_with_a_total_the_total_is_compared() -> None:
    paths = {row.cell.path for row in gd.compare([received(2022, 1), received(2023, 2)]).rows}
    assert RECEIVED in paths
    assert not any(path.endswith(".natural_person") for path in paths)
    assert "statistics.challenges.review.upheld" in paths
    assert "statistics.proactive.regulations.in_force" in paths


def test_years_of_one_body_are_in_order_and_have_changes() -> None:
    comparison = gd.compare([received(2023, 3), received(2021, 1), received(2022, 2)])
    assert [each.year for each in comparison.reports] == [2021, 2022, 2023]
    assert [(change.earlier, change.later) for change in row(comparison, RECEIVED).changes] == [(0, 1), (1, 2)]


def test_bodies_of_one_year_have_no_changes() -> None:
    comparison = gd.compare([received(2022, 3), received(2022, 4, name=THERE)])
    assert {each.publisher.name for each in comparison.reports if each.publisher} == {HERE, THERE}
    assert not any(row.changes for row in comparison.rows)


def test_changes_stay_within_a_body() -> None:
    reports = [received(year, year, name=name) for name in (HERE, THERE) for year in (2022, 2023)]
    steps = [(change.earlier, change.later) for change in row(gd.compare(reports), RECEIVED).changes]
    assert steps == [(0, 1), (2, 3)]


def test_forms_are_compared_where_path_and_label_are_the_same() -> None:
    comparison = gd.compare([received(2020, 5, "cn-2019"), received(2021, 7)])
    assert row(comparison, RECEIVED).values == (5, 7)
    why = {one.cell.path: one.why for one in comparison.uncompared if one.cell}
    assert why["statistics.proactive.normative_documents.in_force"] is Why.OTHER_FORM
    compared = {(row.cell.path, tuple(h.text for h in row.cell.headers)) for row in comparison.rows}
    for form_id in ("cn-2019", "cn-2021"):
        form = catalog.tables(form_id)
        assert form is not None
        for path, headers in compared:
            cell = form.cell(path)
            assert cell is not None
            assert tuple(header.text for header in cell.headers) == headers
    for one in comparison.uncompared:
        if one.cell and one.why is Why.OTHER_WORDS:
            assert all(catalog.tables(form_id).cell(one.cell.path) for form_id in ("cn-2019", "cn-2021"))


def test_what_one_form_has_is_compared_among_its_reports_and_not_drawn_for_others() -> None:
    path = "statistics.proactive.normative_documents.in_force"
    comparison = gd.compare([received(2020, 5, "cn-2019"), received(2021, 7), received(2022, 8)])
    here = row(comparison, path)
    assert here.declared == (False, True, True)
    assert [(change.earlier, change.later) for change in here.changes] == [(1, 2)]


def test_unlike_forms_share_nothing_and_all_of_it_is_listed() -> None:
    comparison = gd.compare([report("cn-2014", 2016), received(2022, 7)])
    assert comparison.rows == ()
    listed = {(one.cell.path, one.columns) for one in comparison.uncompared if one.cell}
    form = catalog.tables("cn-2014")
    assert form is not None
    assert {path for path, columns in listed if columns == (0,)} == set(form.cells)
    assert (RECEIVED, (1,)) in listed


def test_a_report_without_tables_is_named() -> None:
    bare = attrs.evolve(received(2023, 1), statistics=None)
    comparison = gd.compare([received(2022, 1), bare])
    assert (Why.NO_TABLES, (1,)) in {(one.why, one.columns) for one in comparison.uncompared}


@pytest.mark.parametrize("count", [0, 1])
def test_one_report_is_compared_with_nothing(count: int) -> None:
    with pytest.raises(gd.TooFewReports, match=str(count)):
        gd.compare([received(2022, 1)] * count)


@given(st.data())
def test_nothing_is_lost_and_order_does_not_matter(data: Any) -> None:
    reports = [data.draw(printable(data.draw(st.sampled_from(WITH_TABLES)))) for _ in range(2)]
    assume(reports[0].year != reports[1].year)
    comparison = gd.compare(reports)
    assert gd.compare(reversed(reports)).rows == comparison.rows
    paths = {row.cell.path for row in comparison.rows} | {one.cell.path for one in comparison.uncompared if one.cell}
    for number, each in enumerate(comparison.reports):
        assert each.statistics is not None
        values = compile_form(type(each.statistics)).values(each.statistics)
        for here in comparison.rows:
            if here.declared[number]:
                assert here.values[number] == values[here.cell.path]
        assert any(path in paths for path in values)


# --- pages ------------------------------------------------------------------------------------------------


def test_a_page_says_changes_shares_and_what_is_missing() -> None:
    reports = [received(2020, 5, "cn-2019"), received(2021, 7), received(2022, 0), received(2023, Absent.BLANK)]
    text = gd.render_comparison(gd.compare(reports), to="text", locale="en")
    assert isinstance(text, str)
    line = next(line for line in text.splitlines() if line.startswith("I. Requests newly received"))
    assert " ".join(line.split()).endswith("5 7 0 blank +2 (+40.0%) -7 (-100.0%) unknown")
    assert "not comparable" in text
    assert "What cannot be compared" in text
    assert "half to even" in text


@pytest.mark.parametrize("locale", ["zh-Hans", "zh-Hant", "en", "ar"])
@pytest.mark.parametrize("to", ["html", "markdown", "text", "summary", "docx", "xlsx"])
def test_every_format_prints_a_comparison(to: str, locale: str) -> None:
    comparison = gd.compare([received(2020, 5, "cn-2019"), received(2022, 12_345)])
    made = gd.render_comparison(comparison, to=to, locale=locale)
    assert made == gd.render_comparison(comparison, to=to, locale=locale)
    if isinstance(made, str):
        assert "12,345" in made


@pytest.mark.parametrize("to", ["html", "html-official", "markdown", "text", "docx"])
def test_every_format_says_what_changes_and_unknowns_are(to: str) -> None:
    made = gd.render_comparison(gd.compare([received(2021, 5), received(2022, 7)]), to=to, locale="en")
    if isinstance(made, bytes):
        made = " ".join(part.text for part in Document(io.BytesIO(made)).paragraphs)
    assert "half to even" in made
    assert to == "docx" or "Requests newly received" in made


def test_reports_of_one_name_are_numbered() -> None:
    made = gd.render_comparison(gd.compare([received(2021, 5), received(2021, 7)]), to="text", locale="en")
    assert isinstance(made, str)
    assert re.search(r"2021 \(1\) +2021 \(2\)", made)


def test_a_comparison_as_pdf() -> None:
    printed_pdf = pytest.importorskip("tests.printed_pdf")
    printed_pdf.need_fonts()
    made = gd.render_comparison(gd.compare([received(2021, 5), received(2022, 12_345)]), to="pdf", locale="en")
    assert isinstance(made, bytes)
    printed = printed_pdf.Printed(made)
    assert "12,345" in printed.text
    assert [title for level, title in printed.bookmarks() if level == 1][-1] == "Shares"


def test_the_command(tmp_path: Path) -> None:
    for year, number in ((2022, 40), (2023, 50)):
        gd.dump(received(year, number), tmp_path / f"{year}.json")
    here: dict[str, Any] = {"folder": tmp_path, "PYTHONPATH": os.pathsep.join(sys.path)}
    made = govdisclosure("compare", "2022.json", "2023.json", "--to", "text", "--locale", "en", **here)
    assert made.code == 0, made.error
    assert "+10 (+25.0%)" in made.out.decode()
    assert govdisclosure("compare", "2022.json", **here).code == 2
    assert govdisclosure("compare", "2022.json", "none.json", **here).code == 5
