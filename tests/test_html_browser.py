"""The HTML page where it is read: in a browser, by a screen reader's rules, on paper, under a strict policy."""

import json
import subprocess
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.tools import ROOT, need

import govdisclosure as gd
from govdisclosure.cell import Absent
from govdisclosure.model import Metric, MetricKind, Period, Section, SectionKind
from govdisclosure.readers.bodies import publisher_of

pytestmark = pytest.mark.xdist_group("browser")

#: The first test waits until the browser has seen all pages: some minutes on a busy machine.
pytestmark = pytest.mark.timeout(900)
NODE = ROOT / "tests" / "node"
SCREENS = ROOT / "build" / "screens"
#: A report whose figures do not add up, so that findings are marked; and one that holds what pages choke on.
WRONG = ROOT / "examples" / "qinghe-wrong-total-2016.txt"
FORMS = ("cn-2014", "cn-2019", "cn-2021")
#: A report with statutory tables whose rules hold, before one cell is changed.
TABLES = ROOT / "schemas" / "conformance" / "cn-2021" / "valid" / "only-other.json"
#: The name of each page, with the format and the locales that it is printed in.
PAGES: dict[str, tuple[str, list[str]]] = {
    "zh-Hans": ("html", ["zh-Hans"]),
    "zh-Hant": ("html", ["zh-Hant"]),
    "en": ("html", ["en"]),
    "hostile": ("html", ["en"]),
    "unchecked": ("html", ["ar"]),
    "tables": ("html", ["ar"]),
    "languages": ("html", ["zh-Hans", "en", "ar"]),
    "official": ("html-official", ["zh-Hans"]),
    **{f"{form_id}.{locale}": ("html", [locale]) for form_id in FORMS for locale in ("zh-Hans", "en")},
    **{f"{form_id}.official": ("html-official", ["zh-Hans"]) for form_id in FORMS},
    "cn-2021.official-en": ("html-official", ["en"]),
    **{f"years.{locale}": ("comparison", [locale]) for locale in ("zh-Hans", "en", "ar")},
    **{f"bodies.{locale}": ("comparison", [locale]) for locale in ("zh-Hans", "ar")},
}
#: What is in a report of one year or body and not in the next, so that something is drawn, and something unknown.
CHANGED = {"received": (120, 86, Absent.BLANK), "carried_out": (4, 0, 11), "results.total": (118, 90, 74)}


def compared(name: str) -> gd.Comparison:
    """Three reports with other numbers: of one body over years, or of three bodies."""
    tables = gd.load(TABLES)
    reports = []
    for at, body in enumerate(("清河县人民政府", "云岭市市场监督管理局", "青石镇人民政府")):
        one = gd.replace(tables, "publisher", publisher_of(body if name == "bodies" else "清河县人民政府"))
        one = one if name == "bodies" else gd.replace(one, "year", tables.year + at)
        for row, numbers in CHANGED.items():
            one = gd.replace(one, f"statistics.requests.{row}.total", numbers[at])
        reports.append(one)
    return gd.compare(reports)


def shown(name: str, example: gd.Report) -> gd.Report:
    """What a page shows: the example with its text, or the tables of a form with a number in every cell."""
    form_id = name.partition(".")[0]
    if form_id in FORMS:
        full = max((ROOT / "schemas" / "conformance" / form_id / "valid").glob("*.json"), key=numbers)
        tables = gd.replace(gd.load(full), "sections", example.sections)
        return gd.replace(gd.replace(tables, "publisher", example.publisher), "title", example.title)
    if name == "tables":
        return gd.replace(gd.load(TABLES), "statistics.requests.carried_out.total", 1_234_567)
    return hostile() if name == "hostile" else example


def numbers(document: Path) -> int:
    """How many cells hold a number above zero."""
    return sum(1 for fact in gd.facts(gd.load(document)) if isinstance(fact["value"], int) and fact["value"] > 0)


def hostile() -> gd.Report:
    """Markup, a right-to-left override, controls, a very long word, deep sections, no title."""
    text = "<script>alert(1)</script> & \u202eabc\u0007\ufffe </mark>\u2028" + "无" * 40 + "x" * 300
    inner: tuple[Section, ...] = ()
    for depth in range(8, 0, -1):
        section = Section(
            kind=SectionKind.OTHER, number=f"{depth}.", heading=text, paragraphs=(text,), subsections=inner
        )
        inner = (section,)
    metric = Metric(kind=MetricKind.DISCLOSED_ITEMS, value=10**9, counted=text)
    period = Period(start=date(2016, 1, 1), end=date(2016, 12, 31))
    return gd.Report(form="cn-2014", year=2016, period=period, sections=inner, metrics=(metric,))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    report = gd.read(WRONG).report
    assert report
    made = {}
    for name, (to, locales) in PAGES.items():
        made[name] = folder / f"{name}.html"
        if to == "comparison":
            page = gd.render_comparison(compared(name.partition(".")[0]), locale=locales[0])
        else:
            one = shown(name, report)
            page = gd.render(one, to=to, locale=locales, findings=None if name == "unchecked" else gd.check(one))
        made[name].write_text(str(page), "utf-8")
    return made


@pytest.fixture(scope="module")
def saw(pages: dict[str, Path]) -> dict[str, dict[str, Any]]:
    """What the browser saw of each page; screenshots lie in build/screens/."""
    node, browser = need("node", "it drives the browser"), need("chromium", "it shows the pages")
    need(NODE / "node_modules" / "playwright-core", "run scripts/install-test-tools")
    SCREENS.mkdir(parents=True, exist_ok=True)
    command = [node, str(NODE / "page-check.mjs"), browser, str(SCREENS), *map(str, pages.values())]
    made = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=850)
    assert made.returncode == 0, made.stderr
    return {page["name"]: page for page in json.loads(made.stdout)}


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, saw: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return saw[request.param]


def test_nothing_fails_and_nothing_is_fetched(page: dict[str, Any]) -> None:
    assert (page["console"], page["requests"]) == ([], [])


def test_works_under_a_strict_policy(page: dict[str, Any]) -> None:
    assert page["strict"] == {"console": [], "requests": [], "styled": True}


def test_accessible_in_light_and_dark_wide_and_narrow(page: dict[str, Any]) -> None:
    assert len(page["violations"]) == 4
    assert not [told for found in page["violations"].values() for told in found]


def test_headings_are_in_order(page: dict[str, Any]) -> None:
    levels = [level for level, _ in page["headings"]]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert all(text.strip() for _, text in page["headings"])


def test_nothing_runs_out_of_the_page(page: dict[str, Any]) -> None:
    assert page["sideways"] == {"wide": 0, "narrow": 0}


def test_no_short_word_of_a_table_is_cut(page: dict[str, Any]) -> None:
    if page["name"] != "hostile":
        assert page["cut"] == {"wide": [], "narrow": []}


def test_links_lead_to_their_marks(page: dict[str, Any]) -> None:
    assert (page["dangling"], page["twice"]) == ([], [])
    assert all(link["inView"] for links in page["followed"].values() for link in links), page["followed"]


def test_figures_are_linked_to_the_words(saw: dict[str, dict[str, Any]]) -> None:
    for links in saw["zh-Hans"]["followed"].values():
        assert len(links) == 5
        assert {link["mark"] for link in links} == {"MARK"}


def test_tables_begin_where_lines_begin(page: dict[str, Any]) -> None:
    right_to_left = PAGES[page["name"]][1][0] == "ar"
    if page["name"] == "official":  # a text without tables
        assert page["firstCells"] == []
        return
    assert set(page["firstCells"]) == {"right" if right_to_left else "left"}


def test_numbers_and_codes_are_not_turned(page: dict[str, Any]) -> None:
    assert [one for one in page["stretches"] if one["shown"] != one["written"]] == []


def test_numbers_with_signs_and_codes_are_among_arabic_words(saw: dict[str, dict[str, Any]]) -> None:
    written = {one["written"] for one in saw["tables"]["stretches"]}
    assert {"1,234,567", "cn-2021"} <= written
    assert any(text.startswith("-") for text in written)


def test_one_language_is_seen_at_a_time(saw: dict[str, dict[str, Any]]) -> None:
    _, names = PAGES["languages"]
    languages = saw["languages"]["languages"]
    assert languages["opened"] == languages["reopened"] == names[:1]
    assert languages["chosen"] == {name: [[name], [name]] for name in names}
    assert not languages["violations"]


def test_charts_are_drawn_within_the_page(saw: dict[str, dict[str, Any]]) -> None:
    for form_id in FORMS:
        for size in ("wide", "narrow"):
            charts = saw[f"{form_id}.en"]["charts"][size]
            assert charts["drawn"] >= 2
            assert charts["outside"] == []
    for name, (to, _) in PAGES.items():
        for size in ("wide", "narrow") if to == "comparison" else ():
            charts = saw[name]["charts"][size]
            assert charts["drawn"] >= 5
            assert charts["outside"] == [], name


def test_prints(page: dict[str, Any]) -> None:
    assert 1 <= page["printed"] <= 20


def test_valid_html(pages: dict[str, Path]) -> None:
    java = need("java", "the HTML checker runs on it")
    jar = NODE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    need(jar, "the HTML checker; run scripts/install-test-tools")
    command = [java, "-Xss4m", "-jar", str(jar), "--format", "json", "--stdout", *map(str, pages.values())]
    made = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=300)
    messages = json.loads(made.stdout)["messages"]
    told = [f"{Path(m['url']).name}:{m.get('lastLine')}: {m['message']}" for m in messages if m["type"] == "error"]
    assert not told
