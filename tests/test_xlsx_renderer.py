"""Workbooks as people see them: nothing is cut off, and words run in their own direction."""

import io
from typing import Any, cast

import attrs
import pytest
from openpyxl import load_workbook
from tests.tables import settled_by_seed
from tests.tools import ROOT

import govdisclosure as gd

EXAMPLE = ROOT / "examples" / "qinghe-wrong-total-2016.txt"


def book(report: gd.Report, locale: str) -> Any:
    return load_workbook(io.BytesIO(gd.render(report, to="xlsx", locale=locale, findings=gd.check(report))))


@pytest.mark.parametrize("locale", ["zh-Hans", "en", "ar"])
def test_lists_on_one_sheet_have_room_for_the_words_of_all(locale: str) -> None:
    report = gd.read(EXAMPLE).report
    assert report
    sheet = book(report, locale).worksheets[0]
    width = sheet.column_dimensions["B"].width
    framed = [cell for cell in sheet["B"] if cell.border.left.style]
    assert len(framed) > 10
    for cell in framed:
        lines = (sheet.row_dimensions[cell.row].height or 15) / 15
        assert len(str(cell.value)) <= lines * width, cell.value


def test_words_from_right_to_left_are_said_to_be() -> None:
    workbook = book(settled_by_seed("cn-2021", 4), "ar")
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    arabic = [cell for cell in cells if "\u0600" <= next(filter(str.isalpha, cell.value), "") <= "\u06ff"]
    assert any(cell.value.startswith("(1)") for cell in arabic)
    assert {cell.alignment.readingOrder for cell in arabic} == {2}
    assert {cell.alignment.readingOrder for cell in cells if cell.value.isascii()} == {0}


def test_a_title_begins_where_columns_begin() -> None:
    report = gd.read(EXAMPLE).report
    for locale, side in (("en", None), ("ar", "right")):
        assert book(report, locale).worksheets[0]["A1"].alignment.horizontal == side


def test_numbers_of_a_comparison_are_numbers() -> None:
    earlier = settled_by_seed("cn-2021", 4)
    later = attrs.evolve(settled_by_seed("cn-2021", 5), year=earlier.year + 1)
    compared = gd.render_comparison(gd.compare([earlier, later]), to="xlsx", locale="en")
    workbook = load_workbook(io.BytesIO(cast("bytes", compared)))
    rows = [row for sheet in workbook for row in sheet.iter_rows(min_row=2, values_only=True)]
    digits = [cell for row in rows for cell in row if isinstance(cell, str) and cell[:1].isdigit() and "%" in cell]
    assert not digits
    facts = list(workbook.worksheets[-1].iter_rows(min_row=2))
    assert {row[1].value for row in facts} == {earlier.year, later.year}
    assert all(row[1].number_format == "0" for row in facts)
    said = [row[3].value for row in facts]
    assert sum(isinstance(one, int | float) for one in said) > 90
    assert not any(one[:1].isdigit() for one in said if isinstance(one, str))


def test_years_in_the_list_of_facts_are_numbers_without_marks() -> None:
    report = gd.read(EXAMPLE).report
    assert report
    head, *rows = book(report, "en").worksheets[-1].iter_rows()
    years = [row[[cell.value for cell in head].index("year")] for row in rows]
    assert {(cell.value, cell.number_format) for cell in years} == {(2016, "0")}
