"""The entry workbook: what is filled in is read back, sums are live, and what cannot be is told."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.printable import printable, printed_tables
from tests.tables import WITH_TABLES, by_form, compiled, settled_by_seed
from tests.tools import examples
from tests.workbooks import FIRST_TABLE, cells_of, converted, entry, fill, official_rows, saved, totals_of, zip_of

import govdisclosure as gd
from govdisclosure import catalog
from govdisclosure.cell import Absent
from govdisclosure.model import Period
from govdisclosure.readers.bodies import publisher_of

LOCALES = ("zh-Hans", "zh-Hant", "en", "ar")
RED = "#F8696B"


def coded(found: tuple[gd.Finding, ...]) -> set[str]:
    return {one.code for one in found}


def settled_report(form_id: str, seed: int) -> gd.Report:
    """A report with the official rows, all of whose sums hold."""
    rows = official_rows(form_id)
    for number in range(seed * 100, seed * 100 + 100):
        made = settled_by_seed(form_id, number)
        values = compiled(form_id).values(made.statistics)
        if all(any(path.startswith(f"{row}.") and values[path] is not None for path in values) for row in rows):
            return attrs.evolve(made, publisher=publisher_of("某省水利厅"))
    raise AssertionError(form_id)


# --- law 2


@pytest.mark.parametrize("form_id", WITH_TABLES)
@settings(max_examples=examples(50, 1_000), deadline=None)
@given(data=st.data())
def test_what_is_filled_in_is_read_back(form_id: str, data: Any) -> None:
    drawn = data.draw(printable(form_id))
    tables = data.draw(printed_tables(form_id, official_rows(form_id)))
    title = data.draw(st.sampled_from([None, drawn.title]))
    report = gd.Report(
        form=form_id, year=drawn.year, period=drawn.period, title=title, language=drawn.language, issued=drawn.issued,
        publisher=drawn.publisher, author=drawn.author, statistics=tables,
    )  # fmt: skip
    draft = gd.read(fill(report, data.draw(st.sampled_from(LOCALES))))
    assert draft.report is not None
    assert gd.dumps(attrs.evolve(draft.report, provenance=report.provenance)) == gd.dumps(report)
    assert not coded(draft.findings) & {"cell-unreadable", "cell-missing", "row-missing", "row-label", "column-extra"}


# --- LibreOffice


@by_form
def test_sums_are_live(form_id: str, tmp_path: Path) -> None:
    report = settled_report(form_id, 1)
    draft = gd.read(converted(fill(report, "en", totals=False), tmp_path))
    assert draft.report is not None
    values, wanted = (compiled(form_id).values(one.statistics) for one in (draft.report, report))
    assert values == wanted  # scales apart, which a cell that shows all its digits does not have
    assert coded(draft.findings) == {"formulas-stored"}
    assert "≠" not in "".join(stretch.text for stretch in draft.left_over)
    page = converted(fill(report, totals=False), tmp_path, "html").decode("utf-8", "replace").upper()
    assert RED not in page


@by_form
def test_a_number_that_breaks_an_equation_turns_red(form_id: str, tmp_path: Path) -> None:
    """Every total is one too high: it is overwritten, turns red, and is told beside its row."""
    report = settled_report(form_id, 2)
    form = compiled(form_id)
    path = next(e.left[0] for e in form.equations if e.rule.has_total and e.rule.severity == "error")
    wrong = gd.replace(report, path, gd.value(report, path) + 1)
    data = fill(wrong)
    page = converted(data, tmp_path, "html").decode("utf-8", "replace").upper()
    assert RED in page
    draft = gd.read(converted(data, tmp_path))
    assert draft.report is not None
    assert "≠" in "".join(stretch.text for stretch in draft.left_over)
    failing = {(f.code, f.paths) for f in gd.check(wrong) if f.verdict == "failed"}
    assert {(f.code, f.paths) for f in gd.check(draft.report) if f.verdict == "failed"} == failing


@by_form
def test_a_total_is_empty_until_each_part_is_known(form_id: str, tmp_path: Path) -> None:
    """An empty part is unknown and not zero; one that does not apply adds nothing."""
    form, formulas, cells = compiled(form_id), totals_of(form_id), cells_of(form_id)
    book = load_workbook(io.BytesIO(fill(settled_report(form_id, 1), totals=False)))
    wanted: dict[str, Any] = {}
    touched: set[str] = set()
    for equation in form.equations:
        total, parts = equation.left[0], [path for path in equation.right if path in cells]
        if not equation.rule.has_total or touched & {total, *parts} or total not in formulas or formulas & {*parts}:
            continue
        touched |= {total, *parts}
        entries: tuple[Any, ...] = ((None, 2), ("/", 2), ("/", "/"))[len(wanted) % 3]
        values = [entries[0], *[entries[1]] * (len(parts) - 1)]
        for path, value in zip(parts, values, strict=True):
            sheet, row, column = cells[path]
            book.worksheets[sheet].cell(row, column).value = value
        wanted[total] = (Absent.BLANK, 2 * (len(parts) - 1), Absent.NOT_APPLICABLE)[len(wanted) % 3]
    assert len(wanted) >= 3
    draft = gd.read(converted(saved(book), tmp_path))
    assert draft.report is not None
    assert {path: gd.value(draft.report, path) for path in wanted} == wanted


def test_an_open_table_is_not_red(tmp_path: Path) -> None:
    page = converted(entry("cn-2021"), tmp_path, "html").decode("utf-8", "replace").upper()
    assert RED not in page


# --- without results


@by_form
def test_a_formula_without_a_result_is_unknown_and_not_zero(form_id: str) -> None:
    report = settled_report(form_id, 3)
    draft = gd.read(fill(report, totals=False))
    assert draft.report is not None
    assert "formulas-unsaved" in coded(draft.findings)
    values, wanted = (compiled(form_id).values(one.statistics) for one in (draft.report, report))
    formulas = totals_of(form_id)
    assert formulas
    assert {values[path] for path in formulas} == {Absent.UNREADABLE}
    assert {path: values[path] for path in values if path not in formulas} == {
        path: wanted[path] for path in wanted if path not in formulas
    }
    told = [f for f in gd.check(draft.report) if f.verdict == "failed" and f.code in compiled(form_id).rules]
    assert not told


def test_a_text_in_a_number_cell_is_told() -> None:
    report = settled_report("cn-2021", 4)
    path, (sheet, row, column) = next(iter(cells_of("cn-2021").items()))
    book = load_workbook(io.BytesIO(fill(report)))
    book.worksheets[sheet].cell(row, column).value = "待统计"
    draft = gd.read(saved(book))
    assert draft.report is not None
    assert gd.value(draft.report, path) is Absent.UNREADABLE
    assert ("cell-unreadable", (path,)) in {(one.code, one.paths) for one in draft.findings}
    others = [one for one in cells_of("cn-2021") if one != path]
    assert all(gd.value(draft.report, one) == gd.value(report, one) for one in others)


@by_form
@pytest.mark.parametrize("year", [None, "明年", 99])
def test_a_year_that_is_not_entered_is_not_guessed(form_id: str, year: Any) -> None:
    """The name of the form has years in it, too."""
    book = load_workbook(io.BytesIO(fill(settled_report(form_id, 5))))
    book.worksheets[1]["B3"] = year
    draft = gd.read(saved(book))
    assert draft.report is None
    assert "year-missing" in coded(draft.findings)


def entered(**cells: Any) -> gd.Draft:
    """A filled-in workbook with other entries on its sheet about the report."""
    book = load_workbook(io.BytesIO(fill(attrs.evolve(settled_report("cn-2021", 5), year=2023))))
    for name, value in cells.items():
        book.worksheets[1][name] = value
    return gd.read(saved(book))


@pytest.mark.parametrize("year", ["2023年", "2023年度", "２０２３", " 2023 "])
def test_a_year_is_read_as_it_is_written(year: str) -> None:
    draft = entered(B3=year)
    assert draft.report is not None
    assert draft.report.year == 2023


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("  清河县教育局  ", "清河县教育局"),
        ("\t清河县教育局", "清河县教育局"),
        ("　清河县教育局　", "清河县教育局"),
        ("清河县教育局\n（体育局）", "清河县教育局（体育局）"),
        ("清河县  教育局", "清河县  教育局"),
        ("Qinghe Education\nBureau", "Qinghe Education Bureau"),
    ],
)
def test_the_name_of_a_body_is_read_whole(body: str, read: str) -> None:
    draft = entered(B2=body, B4=f"  {body.strip()}年度报告")
    assert draft.report is not None
    assert draft.report.publisher.name == read
    assert draft.report.title == f"{read}年度报告"


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("2023-03-01至2023-12-31", date(2023, 3, 1), date(2023, 12, 31)),
        ("2023-03-01/2023-12-31", date(2023, 3, 1), date(2023, 12, 31)),
        ("2023-03-01 / 12-31", date(2023, 3, 1), date(2023, 12, 31)),
        ("2023/9/1-2023/12/31", date(2023, 9, 1), date(2023, 12, 31)),
        ("自2023年3月1日起至12月31日止", date(2023, 3, 1), date(2023, 12, 31)),
    ],
)
def test_a_period_is_read_as_it_is_written(period: str, start: date, end: date) -> None:
    draft = entered(B6=period)
    assert draft.report is not None
    assert draft.report.period == Period(start=start, end=end)
    assert "entry-unreadable" not in coded(draft.findings)


@pytest.mark.parametrize(
    ("cell", "value", "path"),
    [
        ("B6", "全年", "period"),
        ("B6", "2023-12-31/2023-03-01", "period"),
        ("B6", "2023-02-30/2023-12-31", "period"),
        ("B7", "明年", "issued"),
        ("B7", 45_306, "issued"),
    ],
)
def test_an_entry_that_cannot_be_read_is_told(cell: str, value: Any, path: str) -> None:
    """A date in a cell without a format for dates is the number that a person sees, too."""
    draft = entered(**{cell: value})
    assert draft.report is not None
    if cell == "B7":
        book = load_workbook(io.BytesIO(fill(settled_report("cn-2021", 5))))
        book.worksheets[1][cell] = value
        book.worksheets[1][cell].number_format = "General"
        draft = gd.read(saved(book))
        assert draft.report.issued is None
    else:
        assert (draft.report.period.start, draft.report.period.end) == (date(2023, 1, 1), date(2023, 12, 31))
    told = [one for one in draft.findings if one.code == "entry-unreadable"]
    assert [(one.paths, one.left.value) for one in told] == [((path,), str(value))]


@by_form
@pytest.mark.parametrize("named", [None, "cn-2019", "格式", "政府信息公开工作年度报告（2021年起）"])
def test_without_the_name_of_its_form_the_list_is_read(form_id: str, named: str | None) -> None:
    report = settled_report(form_id, 5)
    book = load_workbook(io.BytesIO(fill(report)))
    book.worksheets[1]["B1"] = named
    draft = gd.read(saved(book))
    assert draft.report is not None
    assert (draft.report.form, draft.report.year) == (form_id, report.year)
    assert draft.report.publisher == report.publisher


@by_form
def test_the_name_of_a_form_is_no_year(form_id: str) -> None:
    """Without the sheet on the report, and without the name of the form anywhere but over the tables."""
    book = load_workbook(io.BytesIO(fill(settled_report(form_id, 5))))
    del book[book.sheetnames[1]]
    draft = gd.read(saved(book))
    assert draft.report is None
    assert "year-missing" in coded(draft.findings)
    for sheet in book.worksheets:  # and without its id
        sheet["A2"] = str(sheet["A2"].value).partition(" (")[0]
    draft = gd.read(saved(book))
    assert draft.report is None
    assert "year-missing" in coded(draft.findings)


def test_a_truth_value_is_no_number() -> None:
    """Programs save one as what it is, or as a formula with a number for its result."""
    data = fill(settled_report("cn-2021", 4))
    path, (sheet, row, column) = list(cells_of("cn-2021").items())[20]
    book = load_workbook(io.BytesIO(data))
    cell = book.worksheets[sheet].cell(row, column)
    for value in (True, "=TRUE()"):
        cell.value = value
        stored = saved(book)
        if value is not True:
            part = f"xl/worksheets/sheet{sheet + 1}.xml"
            with zipfile.ZipFile(io.BytesIO(stored)) as archive:
                xml = archive.read(part)
            assert b"<f>TRUE()</f><v/>" in xml or b"<f>TRUE()</f><v></v>" in xml
            xml = re.sub(rb"<f>TRUE\(\)</f><v ?(/>|></v>)", b"<f>TRUE()</f><v>1</v>", xml)
            stored = zip_of(stored, **{part.replace("/", "__"): xml})
        draft = gd.read(stored)
        assert draft.report is not None
        assert gd.value(draft.report, path) is Absent.UNREADABLE
        assert ("cell-unreadable", (path,)) in {(one.code, one.paths) for one in draft.findings}


# --- the workbook itself


@by_form
@pytest.mark.parametrize("locale", LOCALES)
def test_it_says_what_it_is(form_id: str, locale: str) -> None:
    book = load_workbook(io.BytesIO(entry(form_id, locale)))
    tables = compiled(form_id).tables
    sheets = book.worksheets[FIRST_TABLE : FIRST_TABLE + len(tables)]
    assert all(f"({form_id})" in str(sheet["A2"].value) for sheet in (book.worksheets[0], *sheets))
    assert [sheet["A1"].value for sheet in sheets] == [table.mark.title for table in tables]
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in book.worksheets)
    assert all(sheet.sheet_state == "visible" for sheet in book.worksheets)
    assert all(sheet.freeze_panes for sheet in sheets)
    assert bool(book.worksheets[0].sheet_view.rightToLeft) == (locale == "ar")
    assert not any(sheet.sheet_view.rightToLeft for sheet in sheets)  # the official layout is that of the form
    assert len(book.worksheets) == FIRST_TABLE + len(tables) + (locale != "zh-Hans")


@by_form
def test_every_cell_is_open_and_guarded(form_id: str) -> None:
    book = load_workbook(io.BytesIO(entry(form_id)))
    places = cells_of(form_id)
    for path, (sheet, row, column) in places.items():
        cell = book.worksheets[sheet].cell(row, column)
        assert not cell.protection.locked, path
        assert any(cell.coordinate in rule.sqref for rule in book.worksheets[sheet].data_validations.dataValidation)
    unlocked = sum(not cell.protection.locked and type(cell).__name__ == "Cell"
                   for sheet in book.worksheets[FIRST_TABLE:] for row in sheet.iter_rows() for cell in row)  # fmt: skip
    assert unlocked == len(places)


@by_form
def test_every_equation_has_its_colour(form_id: str) -> None:
    """By the form's own rules: a conditional format on the total of each sum, on all cells of anything else."""
    book = load_workbook(io.BytesIO(entry(form_id)))
    places = cells_of(form_id)
    coloured: dict[str, int] = {}
    for path, (sheet, row, column) in places.items():
        here = book.worksheets[sheet]
        name = here.cell(row, column).coordinate
        rules = [rule for area in here.conditional_formatting if name in area.cells for rule in area.rules]
        coloured[path] = len(rules)
    wanted = dict.fromkeys(places, 0)
    for equation in compiled(form_id).equations:
        for path in equation.left if equation.rule.has_total else equation.paths:
            if path in wanted:
                wanted[path] += 1
    assert coloured == wanted


def test_it_is_the_same_every_time() -> None:
    assert gd.template("cn-2021", locale="en") == entry("cn-2021", "en")


def test_forms_without_tables_and_unknown_names() -> None:
    with pytest.raises(gd.WrongForm):
        gd.template("cn-2008")
    with pytest.raises(gd.UnknownForm):
        gd.template("xx-1900")
    with pytest.raises(gd.UnknownLocale):
        gd.template("cn-2021", locale="xx")


def test_all_locales_with_a_direction_are_written() -> None:
    """Texts that formulas quote may hold anything that a catalog does."""
    for locale in ("ug", "bo", "ar", "fr"):
        book = load_workbook(io.BytesIO(gd.template("cn-2019", locale=locale)))
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        assert len(cell.value) <= 8_192
                        assert all(len(text) <= 255 for text in re.findall(r'"((?:[^"]|"")*)"', cell.value))


def test_the_year_of_another_form_is_refused_by_the_cell() -> None:
    vintage = catalog.form("cn-2019")
    book = load_workbook(io.BytesIO(entry("cn-2019")))
    rule = next(iter(book.worksheets[1].data_validations.dataValidation))
    assert (rule.type, int(rule.formula1), int(rule.formula2)) == ("whole", *vintage.years)
