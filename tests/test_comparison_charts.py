"""Charts of comparisons: which are drawn, how long their bars are, and what is said where there is none."""

import re
from html import unescape
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.printable import printable
from tests.tables import WITH_TABLES
from tests.test_comparison import ALL, GRANTED, RECEIVED, THERE, report

import govdisclosure as gd
from govdisclosure.cell import Absent
from govdisclosure.comparison import Group
from govdisclosure.comparison.page import page_of
from govdisclosure.form import filled_of
from govdisclosure.locales import formatter
from govdisclosure.renderers.blocks import Bar, Chart

REQUESTS, CHALLENGES = "statistics.requests", "statistics.challenges"
CARRIED = f"{REQUESTS}.carried_out.total"
SECRET, PRIVATE = (f"{REQUESTS}.results.denied.{ground}.total" for ground in ("state_secret", "third_party"))
OTHER = f"{REQUESTS}.results.other"
#: Bars: words and length for each report.
Bars = list[tuple[str, int | None]]


def charts(*reports: gd.Report, locale: str = "en") -> dict[str, Chart]:
    page = page_of(gd.compare(reports), formatter(locale))
    return {block.caption: block for block in page.charts if isinstance(block, Chart)}


def bars(chart: Chart) -> dict[str, Bars]:
    return {series.label: [(bar.words, bar.length) for bar in series.bars] for series in chart.series}


def with_rows(year: int, **numbers: Any) -> gd.Report:
    """A report that prints the rows of which a cell is given, those in place of others too."""
    shown = report("cn-2021", year)
    return gd.replace(shown, "statistics", filled_of(type(shown.statistics), numbers))


def years(form_id: str, *numbers: dict[str, Any], first: int = 2021) -> list[gd.Report]:
    return [report(form_id, first + at, **values) for at, values in enumerate(numbers)]


# --- what is drawn ----------------------------------------------------------------------------------------


def test_requests_outcomes_refusals_what_is_carried_over_and_challenges_are_drawn() -> None:
    numbers = {RECEIVED: 9, CARRIED: 1, GRANTED: 4, SECRET: 2, ALL: 8, f"{CHALLENGES}.review.total": 3,
               f"{CHALLENGES}.review.upheld": 1, f"{CHALLENGES}.litigation_direct.total": 2}  # fmt: skip
    drawn = charts(*years("cn-2021", numbers, numbers), locale="zh-Hans")
    assert list(drawn) == [
        "收到和处理政府信息公开申请情况 (件)",
        "政府信息公开行政复议、行政诉讼情况 (件)",
        "收到和处理政府信息公开申请情况 · 各年度之间的结转 (件)",
        "占以下总计的比重：收到和处理政府信息公开申请情况 · 三、本年度办理结果 / （七）总计",
        "收到和处理政府信息公开申请情况 · （三）不予公开 (件)",
        "占以下总计的比重：政府信息公开行政复议、行政诉讼情况 · 行政复议 / 总计",
    ]
    totals, challenges, carried, outcomes, refusals, _ = drawn.values()
    assert list(bars(totals)) == ["一、本年新收政府信息公开申请数量", "三、本年度办理结果 / （七）总计"]
    assert {"行政复议 / 总计", "行政诉讼 / 未经复议直接起诉 / 总计"} <= set(bars(challenges))
    assert "四、结转下年度继续办理" in bars(carried)
    assert bars(outcomes)["（一）予以公开"] == [("50.0%", 10_000)] * 2
    assert bars(refusals)["1.属于国家秘密"] == [("2", 10_000)] * 2


def test_an_outline_is_drawn_heading_by_heading() -> None:
    numbers = {"statistics.requests.received": 9, "statistics.requests.replies": 8, "statistics.replies.granted": 2,
               "statistics.reviews.total": 3, "statistics.resources.staff": 5}  # fmt: skip
    drawn = charts(*years("cn-2014", numbers, numbers, first=2015), locale="zh-Hans")
    table = "政府信息公开情况统计表"
    assert list(drawn)[:3] == [f"{table} · 三、依申请公开情况 (件)", f"{table} (件)", f"{table} (人)"]
    assert (
        bars(drawn[f"占以下总计的比重：{table} · 三、依申请公开情况 / （三）申请答复数"])["2.同意公开答复数"]
        == [("25.0%", 10_000)] * 2
    )


def test_each_link_leads_to_a_table_of_the_page() -> None:
    pair = years("cn-2021", {RECEIVED: 9, GRANTED: 4, ALL: 8}, {RECEIVED: 10, GRANTED: 4, ALL: 8})
    page = page_of(gd.compare(pair), formatter("en"))
    anchors = [block.anchor for block in page.figures if getattr(block, "level", 0) == 2]
    assert len(anchors) == len(set(anchors))
    assert {block.link[1] for block in page.charts if isinstance(block, Chart)} <= set(anchors)


def test_nothing_is_drawn_of_blank_or_unlike_reports() -> None:
    assert not charts(*years("cn-2021", {}, {}))
    assert not charts(*years("cn-2021", {RECEIVED: 0}, {RECEIVED: 0}))
    assert not charts(report("cn-2014", 2016, **{"statistics.requests.received": 4}), report("cn-2021", 2022))


# --- lengths and words ------------------------------------------------------------------------------------


def test_a_bar_is_as_long_as_its_number_is_to_the_largest_of_the_chart() -> None:
    (chart,) = charts(*years("cn-2021", {RECEIVED: 1000}, {RECEIVED: 250}, {RECEIVED: 0})).values()
    assert bars(chart)["I. Requests newly received in the year"] == [("1,000", 10_000), ("250", 2500), ("0", 0)]


@pytest.mark.parametrize("unknown", list(Absent))
def test_what_is_unknown_is_said_and_is_no_zero(unknown: Absent) -> None:
    (chart,) = charts(*years("cn-2021", {RECEIVED: 5}, {RECEIVED: unknown})).values()
    assert bars(chart)["I. Requests newly received in the year"] == [("5", 10_000), ("no figure", None)]


def test_what_is_zero_everywhere_is_left_out_but_not_what_is_unknown() -> None:
    first = {RECEIVED: 5, ALL: 0}
    (chart,) = charts(*years("cn-2021", first, first)).values()
    assert len(chart.series) == 1
    (chart,) = charts(*years("cn-2021", first, {RECEIVED: 5, ALL: Absent.UNREADABLE})).values()
    assert len(chart.series) == 2


def test_a_form_without_the_figure_is_not_compared() -> None:
    # Only the form of 2021 divides what is handled otherwise.
    divided = {f"{OTHER}.{kind}.total": 1 for kind in ("not_corrected", "fee_unpaid", "other")} | {ALL: 6}
    later = (with_rows(year, **divided) for year in (2021, 2022))
    drawn = charts(report("cn-2019", 2020, **{f"{OTHER}.total": 3, ALL: 6}), *later)
    outcomes = next(chart for caption, chart in drawn.items() if caption.startswith("Shares of: Requests"))
    assert next(of for label, of in bars(outcomes).items() if label.startswith("(6)")) == [
        ("not comparable", None), ("50.0%", 10_000), ("50.0%", 10_000)]  # fmt: skip


def test_bodies_are_named_in_their_own_words() -> None:
    (chart,) = charts(
        report("cn-2021", 2022, **{RECEIVED: 4}), report("cn-2021", 2022, THERE, **{RECEIVED: 4})
    ).values()
    assert {(bar.label, bar.own) for series in chart.series for bar in series.bars} == {
        ("清河县人民政府", True), (THERE, True)}  # fmt: skip


# --- what stands under one header -------------------------------------------------------------------------


def group(header: str, *reports: gd.Report) -> Group:
    return next(one for one in gd.compare(reports).groups if header in one.headers[-1].text)


def denied(**numbers: Any) -> dict[str, Any]:
    """All grounds of refusal zero but for these."""
    blank = gd.facts(report("cn-2021", 2022))
    paths = [fact["path"] for fact in blank if ".denied." in fact["path"] and fact["path"].endswith(".total")]
    return dict.fromkeys(paths, 0) | {ALL: 10} | numbers


def test_refusals_are_added_up_over_their_grounds() -> None:
    one = group("不予公开", *years("cn-2021", denied(**{SECRET: 1, PRIVATE: 3}), denied()))
    assert one.values == (4, 0)
    assert [str(percent) for percent in one.percents] == ["40.0", "0.0"]


def test_a_sum_with_an_unknown_part_is_unknown() -> None:
    one = group("不予公开", *years("cn-2021", denied(**{SECRET: Absent.BLANK}), denied(**{PRIVATE: 3})))
    assert one.values == (None, 3)
    assert one.percents[0] is None


def test_rows_in_place_of_each_other_are_one_group() -> None:
    divided = {f"{OTHER}.{kind}.total": 1 for kind in ("not_corrected", "fee_unpaid", "other")}
    first, second = with_rows(2021, **divided), with_rows(2022, **{f"{OTHER}_undivided.total": 2})
    assert group("其他处理", first, second).values == (3, 2)


def test_a_row_that_no_report_prints_is_not_of_the_group() -> None:
    divided = {f"{OTHER}.{kind}.total": 1 for kind in ("not_corrected", "fee_unpaid", "other")}
    one = group("其他处理", *(with_rows(year, **divided) for year in (2021, 2022)))
    assert one.values == (3, 3)
    assert len(one.shares) == 3


# --- as SVG -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", ["zh-Hans", "en", "ar"])
def test_a_drawing_says_in_words_what_it_shows(locale: str) -> None:
    numbers = {RECEIVED: 9, CARRIED: Absent.BLANK, GRANTED: 4, SECRET: 2, ALL: 8}
    pair = [*years("cn-2021", numbers, numbers), report("cn-2021", 2021, THERE, **numbers)]
    html = gd.render_comparison(gd.compare(pair), locale=locale)
    drawings = re.findall(r'<svg role="img".*?</figure>', html, re.DOTALL)
    made = [block for block in page_of(gd.compare(pair), formatter(locale)).charts if isinstance(block, Chart)]
    assert len(drawings) == len(made) > 2
    for drawing, chart in zip(drawings, made, strict=True):
        described = unescape(re.search(r"<desc[^>]*>(.*?)</desc>", drawing)[1])
        all_bars: list[Bar] = [bar for series in chart.series for bar in series.bars]
        assert all(f"{bar.label} {bar.words}" in described for bar in all_bars)
        assert all(series.label in described for series in chart.series)
        assert drawing.count("<rect") == sum(bar.length is not None for bar in all_bars)


@given(st.data())
def test_every_number_that_is_drawn_stands_in_a_table(data: Any) -> None:
    form_id = data.draw(st.sampled_from(WITH_TABLES))
    reports = [data.draw(printable(form_id)) for _ in range(2)]
    assume(reports[0].year != reports[1].year)
    page = page_of(
        gd.compare([attrs.evolve(each, publisher=reports[0].publisher) for each in reports]), formatter("en")
    )
    printed = {cell.text for table in page.figures if hasattr(table, "rows") for row in table.rows for cell in row}
    for chart in page.charts:
        if isinstance(chart, Chart):
            drawn = [bar for series in chart.series for bar in series.bars]
            assert any(bar.length for bar in drawn)
            assert {bar.words for bar in drawn if bar.length is not None} <= printed
            assert all(0 <= bar.length <= 10_000 for bar in drawn if bar.length is not None)
