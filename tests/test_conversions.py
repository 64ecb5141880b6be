"""The measure of conversions: what it counts, and that conversions run with what is at hand."""

import sys
from pathlib import Path

import attrs
import pytest
from tests.tools import need, need_package

import govdisclosure as gd
import measure_conversions
from conversions.outcome import HEAD, Outcome, compared
from conversions.page import described, table
from conversions.routes import PROGRAMS, ROUTES, Program, Route, Step
from conversions.running import Workshop
from conversions.sources import RENDERED, Source
from gallery_reports import with_tables
from govdisclosure.cell import Absent
from govdisclosure.finding import Severity, Side, Verdict, finding

CELL = "statistics.proactive.punishment.decisions"
SOURCE = Source("made", with_tables("cn-2021"))
UNTOUCHED = next(route for route in ROUTES if route.name == "none: md")


def noted(code: str, *paths: str) -> gd.Finding:
    return finding(code, Side(paths=paths), verdict=Verdict.NOTED)


def without(*findings: gd.Finding) -> Outcome:
    """The outcome of a reading that lost one cell."""
    return compared(SOURCE.report, gd.replace(SOURCE.report, CELL, Absent.BLANK), findings)


# --- what counts ------------------------------------------------------------------------------------------


def test_the_report_itself_is_whole() -> None:
    outcome = compared(SOURCE.report, SOURCE.report, ())
    assert outcome.whole
    assert (outcome.exact, outcome.right) == (200, len(HEAD))


def test_a_cell_is_named_by_a_warning_with_its_path_or_one_above_it() -> None:
    row, whole_table, all_tables = CELL.rsplit(".", 1)[0], "statistics.proactive", "statistics"
    for path in (CELL, row, whole_table):
        assert (without(noted("row-missing", path)).named, without(noted("row-missing", path)).silent) == (1, 0)
    for findings in ((), (noted("row-missing", all_tables),), (noted("row-extra", CELL),)):
        assert (without(*findings).exact, without(*findings).silent) == (199, 1)
    assert noted("row-extra").severity is Severity.INFO


def test_a_document_without_a_report_names_all_cells_if_the_reader_says_why() -> None:
    assert compared(SOURCE.report, None, [noted("year-missing")]).named == 200
    assert (compared(SOURCE.report, None, ()).silent, compared(SOURCE.report, None, ()).right) == (200, 0)
    assert compared(SOURCE.report, with_tables("cn-2014"), [noted("tables-missing", "statistics")]).named == 200


def test_numbers_where_nothing_is_printed_are_counted() -> None:
    source = gd.replace(SOURCE.report, CELL, Absent.BLANK)
    outcome = compared(source, SOURCE.report, ())
    assert [(miss.path, miss.wanted, miss.named) for miss in outcome.misses] == [(CELL, Absent.BLANK, False)]


def test_facts_of_the_head_are_compared() -> None:
    other = attrs.evolve(SOURCE.report, title="另一年度报告", publisher=None)
    assert [miss.path for miss in compared(SOURCE.report, other, ()).head] == ["publisher.name", "title"]
    spaced = attrs.evolve(SOURCE.report, title=SOURCE.report.title.replace("2021", " 2021 "))
    assert compared(SOURCE.report, spaced, ()).whole


def test_the_table_sums_up_and_names_what_is_absent() -> None:
    lost = Route("lost", "md", (Step("nowhere", (), "md"),))
    results = {("none: md", "made"): attrs.evolve(without(), file=Path("document.md"))}
    printed = table([UNTOUCHED, lost], ["made"], results, {}).splitlines()
    assert printed[2:5] == [
        "| **cells kept** | 199 / 0 / 1, 5 of 5 | 99.50 |",
        "| none: md | 199 / 0 / 1, 5 of 5 | 99.50 |",
        "| lost | absent | – |",
    ]
    assert printed[-1] == "Not at hand: nowhere."
    assert "SILENT" in "\n".join(described(without()))


# --- conversions ------------------------------------------------------------------------------------------


def converted(route: Route, tmp_path: Path, python: str = sys.executable) -> Outcome:
    measure = measure_conversions.Measure(Workshop(python), tmp_path, tmp_path / "kept")
    return measure.outcome((route, SOURCE))


def route_named(name: str) -> Route:
    return next(route for route in ROUTES if route.name == name)


@pytest.mark.parametrize("ending", sorted(RENDERED))
def test_documents_are_whole_before_they_are_converted(ending: str, tmp_path: Path) -> None:
    outcome = converted(route_named(f"none: {ending}"), tmp_path)
    assert outcome.whole, "\n".join(described(outcome))
    assert not (tmp_path / "kept").exists()


def test_a_conversion_by_a_program_of_the_system(tmp_path: Path) -> None:
    cut = "import sys; text = open(sys.argv[1], encoding='utf-8').read(); print(text.replace('| 21 |', '|  |'))"
    step = Step("Python", (sys.executable, "-X", "utf8", "-c", cut, "{source}"), "md", prints=True)
    route = Route("cut: md", "md", (step,))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(PROGRAMS, "Python", Program(sys.executable))
        assert Workshop().lacks(route) == []
        outcome = converted(route, tmp_path)
    assert outcome.misses
    assert (tmp_path / "kept" / "cut-md" / "made" / "note.txt").exists()


def test_a_program_that_makes_no_file_says_so(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(PROGRAMS, "Python", Program(sys.executable))
        for code, reason in (("pass", "made no file"), ("raise SystemExit('too old')", "too old")):
            route = Route("nothing", "md", (Step("Python", (sys.executable, "-c", code), "docx"),))
            assert reason in converted(route, tmp_path).reason


def test_programs_that_are_not_at_hand_are_known() -> None:
    assert Workshop().lacks(Route("lost", "md", (Step("nowhere", (), "md"),))) == ["nowhere"]


def test_a_conversion_by_a_package(tmp_path: Path) -> None:
    need_package("openpyxl", "it opens and saves a workbook")
    outcome = converted(route_named("openpyxl: xlsx opened and saved"), tmp_path)
    assert outcome.whole, "\n".join(described(outcome))


def test_a_conversion_by_libreoffice(tmp_path: Path) -> None:
    need("soffice", "it converts documents (scripts/install-test-tools installs it)")
    outcome = converted(route_named("LibreOffice: docx to odt to docx"), tmp_path)
    assert outcome.whole, "\n".join(described(outcome))


def test_every_route_starts_with_a_document_that_the_library_renders() -> None:
    assert {route.start for route in ROUTES} == set(RENDERED)
    assert len({route.name for route in ROUTES}) == len(ROUTES)


def test_the_page_has_every_conversion() -> None:
    page = measure_conversions.PAGE.read_text("utf-8")
    assert [route.name for route in ROUTES if f"\n| {route.name} | " not in page] == []
