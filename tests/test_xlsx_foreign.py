"""Workbooks as other programs write them: what lies beside the cells, what is hidden, struck, raised, typed as text."""

import io
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import Font
from tests.tools import ROOT
from tests.word import zipped
from tests.workbooks import saved, zip_of

import govdisclosure as gd
from govdisclosure.limits import Limits
from govdisclosure.readers.inputs import observe
from govdisclosure.readers.observed import HiddenReason, Observed
from govdisclosure.tabular import COLUMNS

CASES = ROOT.parent / "shared" / "cases"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
INVISIBLE, MARKUP = HiddenReason.INVISIBLE, HiddenReason.MARKUP
DELETED, DESCRIPTION = HiddenReason.DELETED, HiddenReason.DESCRIPTION


def seen(data: bytes) -> Observed:
    return observe(data, "a.xlsx", None, Limits())[0]


def hidden(made: Observed) -> list[tuple[HiddenReason, str]]:
    return [(one.reason, made.text[one.start : one.end]) for one in made.hidden]


def told(made: Observed) -> dict[str, Any]:
    return {one.code: dict(one.params) for one in made.findings}


def sheet_of(content: str, **parts: str) -> bytes:
    """A workbook of one sheet; further parts by their paths, with ``__`` for ``/``."""
    book = Workbook()
    book.active["A1"] = "x"
    further = {name.replace("__", "/"): text.encode() for name, text in parts.items()}
    whole = f'<worksheet xmlns="{MAIN}" xmlns:r="{RELATED}">{content}</worksheet>'
    return zip_of(saved(book), **{"xl/worksheets/sheet1.xml": whole.encode(), **further})


def relations(**targets: tuple[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="{id_}" Type="{kind if "/" in kind else f"{RELATED}/{kind}"}" Target="{target}"/>'
        for id_, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def row(*texts: str) -> str:
    return "<row>" + "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts) + "</row>"


# --- beside the cells


def test_comments_of_both_kinds_are_kept_apart() -> None:
    book = Workbook()
    book.active.append(["申请", 5])
    book.active["B1"].comment = Comment("含上年\n结转", "张")
    made = seen(saved(book))
    assert made.text.startswith("Sheet\n申请\t5\n")
    assert hidden(made) == [(MARKUP, "含上年\n结转")]
    thread = (
        '<ThreadedComments xmlns="x"><threadedComment ref="A1"><text>请核对</text></threadedComment></ThreadedComments>'
    )
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    data = sheet_of(f"<sheetData>{row('甲')}</sheetData>", **{
        "xl/threadedComments/t1.xml": thread,
        "xl/worksheets/_rels/sheet1.xml.rels": relations(a=(kind, "../threadedComments/t1.xml")),
    })  # fmt: skip
    assert hidden(seen(data)) == [(MARKUP, "请核对")]


DRAWING = (
    '<d:wsDr xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><d:twoCellAnchor><d:sp><d:txBody>'
    "<a:p><a:r><a:t>口径：</a:t></a:r><a:r><a:t>不含下属单位</a:t></a:r></a:p><a:p><a:r><a:t>截至年底</a:t></a:r></a:p>"
    "</d:txBody></d:sp></d:twoCellAnchor></d:wsDr>"
)


@pytest.mark.parametrize("state", ["visible", "hidden"])
def test_text_boxes_are_lines_below_the_cells(state: str) -> None:
    related = relations(a=("drawing", "../drawings/d1.xml"))
    workbook = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><sheets>'
        f'<sheet name="页" sheetId="1" state="{state}" r:id="rId1"/>'
        "</sheets></workbook>"
    )
    data = sheet_of(f"<sheetData>{row('甲', '乙')}</sheetData>", **{
        "xl/drawings/d1.xml": DRAWING, "xl/worksheets/_rels/sheet1.xml.rels": related, "xl/workbook.xml": workbook,
    })  # fmt: skip
    made = seen(data)
    assert made.text == "页\n甲\t乙\n口径：不含下属单位\n截至年底\n"
    assert bool(made.hidden) == (state == "hidden")


def test_charts_and_pictures_are_named() -> None:
    book = Workbook()
    for line in (["年", "件"], ["2017", 31], ["2018", 47]):
        book.active.append(line)
    chart = BarChart()
    chart.title = "历年受理"
    chart.add_data(Reference(book.active, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    book.active.add_chart(chart, "D5")
    book.create_chartsheet("图").add_chart(BarChart())
    picture = pytest.importorskip("PIL.Image", reason="openpyxl puts in pictures by Pillow").new("RGB", (2, 2))
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    book.active.add_image(Image(stream), "F9")
    made = seen(saved(book))
    assert (DESCRIPTION, "历年受理") in hidden(made)
    assert told(made)["chart-apart"] == {"count": "2"}
    assert told(made)["picture-not-read"] == {"count": "1"}
    assert "历年受理" not in made.text.split("\n")[:4]


# --- what is hidden


def test_hidden_rows_and_columns_keep_their_places_and_are_named() -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "表二"
    for line in (["项目", "甲", "乙", "丙"], ["收到", 1, 2, 3], ["办结", 4, 5, 6], ["结转", 7, 8, 9]):
        sheet.append(line)
    sheet.row_dimensions[2].hidden = sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet.row_dimensions[60].hidden = True  # without words
    made = seen(saved(book))
    grid = made.grids[0]
    assert (grid.rows, grid.columns) == (4, 4)
    shown = {(cell.row, cell.column): made.of(cell) for cell in grid.cells if not cell.hidden}
    assert shown == {(0, 0): "项目", (0, 1): "甲", (0, 3): "丙", (3, 0): "结转", (3, 1): "7", (3, 3): "9"}
    apart = {(cell.row, cell.column): made.of(cell) for cell in grid.cells if cell.hidden}
    assert apart[1, 0] == "收到"
    assert apart[3, 2] == "8"
    assert told(made)["cells-hidden"] == {"count": "2", "places": "表二!2:3, 表二!C:C"}
    assert made.text.split("\n")[:3] == ["表二", "项目\t甲\t丙", "结转\t7\t9"]


def test_rows_and_columns_without_height_or_width_are_hidden() -> None:
    tall = row("隐", "藏").replace("<row>", '<row ht="0" customHeight="1">')
    cols = '<cols><col min="2" max="2" width="0" customWidth="1"/></cols>'
    made = seen(sheet_of(f"{cols}<sheetData>{row('甲', '乙', '丙')}{tall}{row('丁', '戊', '己')}</sheetData>"))
    assert made.text.split("\n")[1:3] == ["甲\t丙", "丁\t己"]
    assert told(made)["cells-hidden"]["places"] == "Sheet!2:2, Sheet!B:B"


def test_a_merged_cell_is_hidden_only_as_a_whole() -> None:
    book = Workbook()
    sheet = book.active
    for line in (["组", "a", 1], [None, "b", 2], ["隐", "c", 3], [None, "d", 4], ["尾", "e", 5]):
        sheet.append(line)
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("A3:A4")
    for number in (1, 3, 4):
        sheet.row_dimensions[number].hidden = True
    made = seen(saved(book))
    cells = {(cell.row, cell.column): (made.of(cell), cell.rowspan, cell.hidden) for cell in made.grids[0].cells}
    assert cells[0, 0] == ("组", 2, False)
    assert cells[2, 0] == ("隐", 2, True)
    assert made.text.split("\n")[1:3] == ["组\tb\t2", "尾\te\t5"]


def test_a_sheet_of_which_all_is_shown_says_nothing_of_hidden_parts() -> None:
    book = Workbook()
    book.active.append(["甲", 1])
    book.active.column_dimensions["Q"].hidden = True
    assert "cells-hidden" not in told(seen(saved(book)))


# --- how words are set


def test_raised_and_struck_digits_are_no_digits_of_a_number() -> None:
    rich = (
        '<row><c t="inlineStr"><is><r><t>46</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r></is></c>'
        '<c t="inlineStr"><is><r><rPr><strike/></rPr><t>12</t></r><r><t>21</t></r></is></c>'
        '<c t="inlineStr"><is><r><rPr><strike val="0"/></rPr><t>9</t></r></is></c></row>'
    )
    made = seen(sheet_of(f"<sheetData>{rich}</sheetData>"))
    assert made.text.split("\n")[1] == "46²\t21\t9"
    assert hidden(made) == [(DELETED, "12")]


def test_the_font_of_a_cell_says_as_much() -> None:
    book = Workbook()
    book.active.append(["甲", 58, 3])
    book.active["B1"].font = Font(strike=True)
    book.active["C1"].font = Font(vertAlign="subscript")
    made = seen(saved(book))
    assert made.text.split("\n")[1] == "甲\t\t₃"
    assert hidden(made) == [(DELETED, "58")]


def test_formats_of_conditions_are_not_those_of_cells() -> None:
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="0.00"/></numFmts>'
        "<fonts><font/></fonts>"
        '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="170" fontId="0"/><xf numFmtId="9"/></cellXfs>'
        '<dxfs><dxf><font><strike/></font><numFmt numFmtId="170" formatCode="yyyy"/></dxf>'
        '<dxf><numFmt numFmtId="9" formatCode="0"/></dxf></dxfs></styleSheet>'
    )
    cells = '<sheetData><row><c><v>5</v></c><c s="1"><v>5</v></c><c s="2"><v>0.5</v></c></row></sheetData>'
    assert seen(sheet_of(cells, **{"xl/styles.xml": styles})).text.split("\n")[1] == "5\t5.00\t50%"


# --- numbers that are texts


def test_numbers_typed_as_text_are_named_with_the_first_of_them() -> None:
    book = Workbook()
    book.active.title = "填报"
    for line in (["项目", "件数"], ["甲", "12"], ["乙", "1,234"], ["丙", " 0 "]):
        book.active.append(line)
    assert told(seen(saved(book)))["numbers-as-text"] == {"count": "3", "place": "填报!B2"}


@pytest.mark.parametrize("value", ["7件", "二", "2019-1-1", "x7", 7])
def test_other_texts_are_no_numbers(value: Any) -> None:
    book = Workbook()
    book.active.append(["甲", value])
    assert "numbers-as-text" not in told(seen(saved(book)))


def test_some_texts_among_many_numbers_are_nothing_of_note() -> None:
    book = Workbook()
    for line in (["编号", "001"], ["甲", 3], ["乙", 4]):
        book.active.append(line)
    about = book.create_sheet("说明")
    for line in (["年度", "2019"], ["邮编", "130021"], ["电话", "13800000000"], ["传真", "13900000000"]):
        about.append(line)
    assert "numbers-as-text" not in told(seen(saved(book)))


def test_a_list_of_facts_holds_texts_by_right() -> None:
    book = Workbook()
    book.active.append(list(COLUMNS))
    book.active.append(["12"] * len(COLUMNS))
    assert "numbers-as-text" not in told(seen(saved(book)))


# --- packing


def test_names_with_the_backslashes_of_windows() -> None:

    book = Workbook()
    book.active.append(["甲", 8])
    with zipfile.ZipFile(io.BytesIO(saved(book))) as archive:
        parts = {name.replace("/", "\\"): archive.read(name) for name in archive.namelist()}
    assert seen(zipped(parts)).text == "Sheet\n甲\t8\n"


@pytest.mark.parametrize("name", ["xl\\..\\x", "xl/../x", "\\x", "xl\\worksheets\\SHEET1.xml"])
def test_names_that_deceive_are_refused(name: str) -> None:
    book = Workbook()
    data = zip_of(saved(book), **{name: b"x"})
    with pytest.raises(gd.UnreadableInput) as caught:
        seen(data)
    assert caught.value.code == "zip-unsafe"


# --- the cases of the workshop


@pytest.mark.parametrize(
    ("name", "words"),
    [("xlsx-backslashes.xlsx", "22\t6\t14"), ("xlsx-number-format-of-dxf.xlsx", "22\t6\t14"),
     ("xlsx-text-box-not-told.xlsx", "说明：本表数据含所属事业单位。")],
)  # fmt: skip
def test_a_case(name: str, words: str) -> None:
    path = CASES / "files" / name
    if not path.exists():
        pytest.skip("the cases of the workshop are not here")
    assert words in seen(path.read_bytes()).text


@pytest.mark.parametrize(
    ("name", "code"),
    [("hidden-row.xlsx", "cells-hidden"), ("hidden-row-unsaved.xlsx", "cells-hidden"),
     ("numbers-as-text.xlsx", "numbers-as-text")],
)  # fmt: skip
def test_a_case_of_one_workbook(name: str, code: str) -> None:
    path = CASES / "sets" / name
    if not path.exists():
        pytest.skip("the cases of the workshop are not here")
    assert code in told(seen(path.read_bytes()))


def test_the_case_of_a_repeated_text() -> None:
    path = CASES / "files" / "xlsx-shared-text-repeated.xlsx"
    if not path.exists():
        pytest.skip("the cases of the workshop are not here")
    with pytest.raises(gd.LimitExceeded, match="office_characters"):
        seen(path.read_bytes())
