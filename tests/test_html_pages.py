"""What stands on the pages: charts, the official look, several languages, metadata, links from figures to words."""

import json
import re
from html import unescape

import attrs
import pytest
from tests.tools import ROOT

import govdisclosure as gd
from govdisclosure.cell import Absent
from govdisclosure.finding import Side
from govdisclosure.form import compile_form
from govdisclosure.locales import formatter
from govdisclosure.model import Metric, MetricKind, Unit
from govdisclosure.renderers.blocks import Chart, Page, Table
from govdisclosure.renderers.view import view

EXAMPLE = ROOT / "examples" / "qinghe-market-supervision-2016.txt"
FILLED = ROOT / "schemas" / "conformance"
RECEIVED = "statistics.requests.received"


def report(path: str = "cn-2021/valid/only-other.json") -> gd.Report:
    return gd.load(FILLED / path)


def narrative() -> gd.Report:
    made = gd.read(EXAMPLE).report
    assert made
    return made


def page(shown: gd.Report, locale: str = "zh-Hans") -> Page:
    return view(shown, formatter(locale), gd.check(shown))


def charts(shown: gd.Report, locale: str = "zh-Hans") -> dict[str, Chart]:
    return {block.caption: block for block in page(shown, locale).charts if isinstance(block, Chart)}


# --- charts -----------------------------------------------------------------------------------------------


def test_requests_by_applicant_and_by_outcome_are_drawn() -> None:
    drawn = charts(report())
    by_applicant, by_outcome, *challenges = drawn.values()
    assert by_applicant.caption == "一、本年新收政府信息公开申请数量 / 申请人情况"
    assert [bar.label for bar in by_applicant.bars][:2] == ["自然人", "法人或其他组织 / 商业企业"]
    assert by_outcome.bars[2].label == "（三）不予公开 / 1.属于国家秘密"
    assert [chart.caption for chart in challenges] == [
        "行政复议",
        "行政诉讼 / 未经复议直接起诉",
        "行政诉讼 / 复议后起诉",
    ]


@pytest.mark.parametrize("form_id", ["cn-2014", "cn-2019", "cn-2021"])
def test_every_form_with_sums_has_charts(form_id: str) -> None:
    names = sorted((FILLED / form_id / "valid").glob("*.json"))
    assert any(charts(gd.load(name)) for name in names)


def test_a_bar_is_as_long_as_its_number_is_to_the_largest() -> None:
    shown = gd.replace(gd.replace(report(), f"{RECEIVED}.natural_person", 1000), f"{RECEIVED}.commercial", 250)
    chart = next(iter(charts(shown).values()))
    assert [(bar.words, bar.length) for bar in chart.bars[:2]] == [("1,000", 10_000), ("250", 2_500)]


def test_what_is_unknown_or_zero_is_no_bar() -> None:
    shown = gd.replace(gd.replace(report(), f"{RECEIVED}.natural_person", 0), f"{RECEIVED}.commercial", Absent.BLANK)
    chart = next(iter(charts(shown).values()))
    assert next(bar.label for bar in chart.bars) == "法人或其他组织 / 科研机构"
    assert len(chart.bars) == 4


def test_one_bar_alone_is_no_chart() -> None:
    shown = report()
    for column in ("commercial", "research", "social_welfare", "legal_service", "other"):
        shown = gd.replace(shown, f"{RECEIVED}.{column}", 0)
    assert "一、本年新收政府信息公开申请数量 / 申请人情况" not in charts(shown)


def test_a_blank_form_has_no_charts() -> None:
    blank = gd.replace(report(), "statistics", gd.blank("cn-2021"))
    assert page(blank).charts == ()
    assert "<svg" not in gd.render(blank)


def test_the_power_list_is_drawn() -> None:
    shown = narrative()
    chart = charts(shown)["行政权力公开" if "行政权力公开" in charts(shown) else next(iter(charts(shown)))]
    assert chart.kind == "powers"
    assert shown.powers
    assert chart.total == str(shown.powers.total)
    assert chart.link[1] == "powers"


def years(*stated: tuple[int | None, int]) -> gd.Report:
    metrics = tuple(
        Metric(kind=MetricKind.REQUESTS_RECEIVED, value=value, unit=Unit.PIECE, counted="收到申请", of_year=year)
        for year, value in stated
    )
    return gd.replace(gd.replace(narrative(), "metrics", metrics), "powers", None)


def test_a_figure_for_several_years_is_drawn_from_the_first_year_on() -> None:
    (chart,) = charts(years((2016, 40), (2014, 10), (2015, 20))).values()
    assert [(bar.label, bar.length) for bar in chart.bars] == [("2014", 2500), ("2015", 5000), ("2016", 10_000)]
    assert (chart.kind, chart.own, chart.link[1]) == ("years", "收到申请", "figures")


def test_two_numbers_for_one_year_or_none_are_not_drawn() -> None:
    assert not charts(years((2016, 40), (2016, 41), (2015, 20)))
    assert not charts(years((None, 40), (2015, 20)))
    assert not charts(years((2016, 0), (2015, 0)))


def test_a_drawing_says_in_words_what_it_shows() -> None:
    html = gd.render(report(), locale="en")
    for drawing in re.findall(r'<svg role="img".*?</figure>', html, re.DOTALL):
        described = unescape(re.search(r"<desc[^>]*>(.*?)</desc>", drawing)[1])
        numbers = re.findall(r'class="number"[^>]*>([^<]*)<', drawing)
        assert [part.rsplit(" ", 1)[1] for part in described.split("; ")] == numbers
        assert drawing.count("<rect") == len(numbers)


# --- figures and their words ------------------------------------------------------------------------------


def test_every_figure_with_words_in_the_text_is_linked_to_them() -> None:
    shown = narrative()
    places = shown.provenance.places
    html = gd.render(shown)
    tables = {block.name: block for block in page(shown).figures if isinstance(block, Table)}
    links = [cell.link for name in ("figures", "powers") for row in tables[name].rows for cell in row if cell.link]
    stated = [path for path, place in places.items() if path.startswith(("metrics.", "powers.")) and place.span]
    assert len(links) == len(stated) > 20
    for path in stated:
        place = places[path]
        (mark,) = re.findall(rf'<mark[^>]*?id="{re.escape(place.span)}"[^>]*>(.*?)</mark>', html) or re.findall(
            rf'<mark[^>]*>((?:<span[^>]*></span>)*<span id="{re.escape(place.span)}"></span>.*?)</mark>', html
        )
        assert place.quote in unescape(re.sub("<[^>]*>", "", mark))


@pytest.mark.parametrize(("many", "named", "more"), [(4, 4, 0), (5, 5, 0), (6, 4, 2), (12, 4, 8)])
def test_the_list_of_findings_says_how_many_cells_it_does_not_name(many: int, named: int, more: int) -> None:
    shown = report()
    found = gd.check(gd.replace(shown, f"{RECEIVED}.total", 1))[0]
    found = attrs.evolve(found, left=Side(paths=tuple(cells_of(shown))[:many]), right=None)
    listed = view(shown, formatter("en"), (found,)).findings[1]
    assert isinstance(listed, Table)
    links = listed.rows[0][2].links
    words = [text for text, _ in links]
    assert [path for _, path in links][:named] == list(found.paths[:named])
    assert words[named:] == ([f"further cells: {more}"] if more else [])
    assert all(anchor in found.paths for _, anchor in links)


def cells_of(shown: gd.Report) -> list[str]:
    assert shown.statistics is not None
    return list(compile_form(type(shown.statistics)).cells)


# --- the official look ------------------------------------------------------------------------------------


def test_the_official_look_is_the_report_alone() -> None:
    shown = narrative()
    html = gd.render(shown, to="html-official", findings=gd.check(shown))
    body = html[html.index("<body>") :]
    for added in ("<svg", "<nav", "<mark", "核对结果", "图表", "文中数据"):
        assert added not in body
    end = re.sub("<[^>]*>", "", body[body.index("</main>") :]).split()
    assert end == [shown.publisher.name, "2017年3月10日"]


def test_the_official_look_has_the_tables_without_marks() -> None:
    shown = gd.replace(report(), f"{RECEIVED}.total", 1)
    html = gd.render(shown, to="html-official", findings=gd.check(shown))
    assert f'<td class="number" id="{RECEIVED}.total">1</td>' in html
    assert html.count("<table") == 3


@pytest.mark.parametrize("path", ["cn-2014/valid/zeros.json", "cn-2019", "cn-2021/valid/only-other.json"])
def test_the_official_look_is_read_again(path: str) -> None:
    name = path if path.endswith("json") else min((FILLED / path / "valid").glob("*.json")).relative_to(FILLED)
    made, text = report(str(name)), narrative()
    year = 2016 if made.form == "cn-2014" else made.year
    shown = gd.replace(gd.replace(made, "title", f"清河县市场监督管理局{year}年政府信息公开工作年度报告"), "year", year)
    shown = gd.replace(gd.replace(shown, "publisher", text.publisher), "sections", text.sections[1:3])
    again = gd.read(gd.render(shown, to="html-official").encode()).report
    assert again
    assert again.title == shown.title
    assert again.publisher == shown.publisher
    assert [section.heading for section in again.sections] == [section.heading for section in shown.sections]
    assert again.statistics == shown.statistics


# --- languages --------------------------------------------------------------------------------------------


def test_a_page_in_several_languages_holds_the_pages_of_each() -> None:
    shown = narrative()
    html = gd.render(shown, locale=["zh-Hans", "en", "ar"])
    links = [("zh-Hans", "zh-Hans", "ltr"), ("en", "en", "ltr"), ("ar", "ar", "rtl")]
    assert re.findall(r'<a href="#([^"]*)" lang="([^"]*)" dir="(...)" hreflang', html) == 3 * links
    assert html.count('hidden="until-found"') == 2
    assert html.count("<main>") == 1
    alone = gd.render(shown, locale="zh-Hans")
    assert alone[alone.index("<header>") : alone.index("<nav")] in html


def test_a_page_in_several_languages_is_read_as_its_first() -> None:
    shown = narrative()
    again, alone = (gd.read(gd.render(shown, locale=locale).encode()) for locale in (["zh-Hans", "en"], "zh-Hans"))
    assert again.report
    assert gd.replace(again.report, "provenance", alone.report.provenance) == alone.report


def test_one_locale_in_two_spellings_is_one_language() -> None:
    assert gd.render(narrative(), locale=["en", "en"]) == gd.render(narrative(), locale="en")
    assert gd.render(narrative(), locale=("zh-Hans", "zh_Hans")) == gd.render(narrative(), locale="zh-Hans")
    assert gd.render(narrative(), locale=[]) == gd.render(narrative())


@pytest.mark.parametrize("to", ["html-official", "markdown", "text", "summary"])
def test_formats_of_one_language_say_so(to: str) -> None:
    with pytest.raises(gd.OneLocale, match="several can be asked of html"):
        gd.render(narrative(), to=to, locale=["zh-Hans", "en"])


# --- metadata ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("to", ["html", "html-official"])
def test_metadata(to: str) -> None:
    shown = narrative()
    html = gd.render(shown, to=to, locale="en")
    (written,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert json.loads(written) == {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": shown.title,
        "inLanguage": "zh-Hans",
        "temporalCoverage": "2016-01-01/2016-12-31",
        "dateCreated": "2017-03-10",
        "datePublished": shown.publication.published.isoformat(),
        "publisher": {"@type": "GovernmentOrganization", "name": shown.publisher.name},
    }


def test_readers_do_not_use_the_metadata() -> None:
    html = gd.render(narrative(), locale="zh-Hans")
    changed = re.sub(r"(<script[^>]*>).*?(</script>)", r'\1{"name":"另一个机关2011年报告"}\2', html)
    (one, other) = (gd.read(text.encode()).report for text in (html, changed))
    assert one
    assert other
    assert gd.replace(other, "provenance", one.provenance) == one
