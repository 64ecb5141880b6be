"""E2, workbooks that are written: whatever the texts of a report, no formula, link or action, and the text is equal."""

import io
import re
import zipfile
from decimal import Decimal
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest
from openpyxl import load_workbook
from tests.battery.hostile import FULL, filled, filled_places, is_control
from tests.battery.naughty import NAUGHTY
from tests.tables import of_suite
from tests.workbooks import converted

import govdisclosure as gd
from govdisclosure.limits import DEFAULT_LIMITS
from govdisclosure.model import Report, Section, SectionKind
from govdisclosure.readers.package import Package
from govdisclosure.readers.xlsx.parts import read_book

MADE = {"texts": filled, "places": filled_places}
#: What a spreadsheet program takes for the beginning of a formula when a cell is edited.
FORMULA = (*"=+-@\t\n＝＋－＠", "_x000D_")  # a return is written by its number

every_string = pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
everywhere = pytest.mark.parametrize("where", MADE)


def rendered(report: Report, locale: str = "en") -> bytes:
    return gd.render(report, to="xlsx", locale=locale, findings=gd.check(report))


@cache
def parts(report: Report) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(rendered(report))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def usual_parts() -> frozenset[str]:
    return frozenset(parts(filled("x")))


def kept(text: str) -> str:
    """A text as spreadsheet.py says that it writes it, with line ends as the reader gives them."""
    return re.sub("[\ufffe\uffff]", "\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")


@everywhere
@every_string
def test_no_text_becomes_a_formula_a_link_or_a_part(text: str, where: str) -> None:
    found = parts(MADE[where](text))
    assert set(found) <= usual_parts()
    for name, content in found.items():
        elements = [element.tag.rpartition("}")[2] for element in ET.fromstring(content).iter()]  # noqa: S314 - ours
        assert not set(elements) & {"f", "hyperlink", "hyperlinks", "externalReference", "oleObject", "drawing"}
        assert b'TargetMode="External"' not in content, name


@every_string
def test_the_text_is_equal(text: str) -> None:
    texts = read_book(Package(rendered(filled(text)), "x", DEFAULT_LIMITS)).texts
    wanted = kept(text)
    assert not wanted or wanted in texts or wanted in "".join(texts)
    assert len([one for one in texts if one == wanted]) <= 1  # shared


@every_string
def test_what_looks_like_a_formula_stays_a_text_when_it_is_edited(text: str) -> None:
    if not text.replace("\r", "_x000D_").startswith(FORMULA):
        return
    book = load_workbook(io.BytesIO(rendered(filled(text))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row
             if isinstance(cell.value, str) and cell.value.startswith(FORMULA)]  # fmt: skip
    assert cells
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)


def test_libreoffice_shows_the_same_texts(tmp_path: Path) -> None:
    strings = [text for text in NAUGHTY if text.strip() and not any(map(is_control, text)) and kept(text) == text]
    section = Section(kind=SectionKind.OTHER, paragraphs=tuple(strings))
    report = attrs.evolve(FULL, sections=(section,), metrics=(), provenance=type(FULL.provenance)())
    saved = converted(rendered(report), tmp_path)
    texts = set(read_book(Package(saved, "x", DEFAULT_LIMITS)).texts)
    assert [text for text in strings if text not in texts] == []
    with zipfile.ZipFile(io.BytesIO(saved)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name]
    assert not [sheet for sheet in sheets if re.search(rb"<f[ >]|<hyperlink", sheet)]


# --- numbers


def test_numbers_are_numbers_with_their_scale() -> None:
    report = of_suite("cn-2021/valid/only-other.json")
    book = load_workbook(io.BytesIO(rendered(report, "zh-Hans")))
    shown = {cell.value: cell.number_format for sheet in book.worksheets[2:5] for row in sheet.iter_rows()
             for cell in row if isinstance(cell.value, int | float)}  # fmt: skip
    values = {value for fact in gd.facts(report) if (value := fact["value"]) is not None}
    assert {Decimal(str(number)) for number in shown} == {Decimal(value) for value in values}
    assert shown[19.09] == "#,##0.00"
    assert shown[1508] == "#,##0"
    assert all(sheet.freeze_panes for sheet in book.worksheets[2:])


@pytest.mark.parametrize("value", [999_999_999_999_999, 9_007_199_254_740_991])
def test_no_digit_is_lost(value: int) -> None:
    """A number that programs round is written as a text."""
    report = of_suite("cn-2021/valid/only-other.json")
    path = next(fact["path"] for fact in gd.facts(report) if isinstance(fact["value"], int))
    changed = gd.replace(report, path, value)
    again = gd.read(rendered(changed, "zh-Hans")).report
    assert again is not None
    assert gd.value(again, path) == value


def test_units_stand_around_the_numbers_of_figures() -> None:
    report = gd.read("examples/qinghe-market-supervision-2016.txt").report
    assert report is not None
    book = load_workbook(io.BytesIO(rendered(report, "zh-Hans")))
    sheet = next(sheet for sheet in book.worksheets if sheet.title == "文中数据")
    formats = {row[2].value: row[2].number_format for row in sheet.iter_rows(min_row=3)}
    assert formats[6.5] == '#,##0.0"个工作日"'


def test_a_text_that_no_cell_can_hold_goes_on_below() -> None:
    long = "长" * 40_000
    report = attrs.evolve(FULL, title=long, sections=(Section(kind=SectionKind.OTHER, paragraphs=(long,)),), metrics=(),
                          provenance=type(FULL.provenance)())  # fmt: skip
    book = load_workbook(io.BytesIO(rendered(report)))
    texts = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert "".join(text for text in texts if set(text) == {"长"}) == long * 2
    assert max(map(len, texts)) <= 32_767


def test_sheets_of_a_locale_from_right_to_left() -> None:
    for locale, mirrored in (("ar", True), ("en", False)):
        book = load_workbook(io.BytesIO(rendered(FULL, locale)))
        assert {bool(sheet.sheet_view.rightToLeft) for sheet in book} == {mirrored}


def test_the_same_report_gives_the_same_bytes() -> None:
    assert rendered(FULL) == rendered(FULL)
