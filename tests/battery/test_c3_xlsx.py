"""C3, hostile and odd workbooks: everything is read, or it is said what was not, and why."""

import io
import struct
import zipfile
from collections.abc import Callable
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook
from tests.workbooks import saved, zip_of

import govdisclosure as gd
from govdisclosure.limits import DEFAULT_LIMITS
from govdisclosure.readers.inputs import observe
from govdisclosure.readers.observed import Observed
from govdisclosure.readers.xlsx.cells import column_letters
from govdisclosure.readers.xlsx.shown import shown

SHEET = "xl__worksheets__sheet1.xml"
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def seen(data: bytes, **limits: int) -> Observed:
    return observe(data, "in.xlsx", None, gd.Limits(**limits))[0]


def plain() -> bytes:
    book = Workbook()
    book.active.append(["甲", 1])
    return saved(book)


def with_sheet(content: bytes, **parts: bytes) -> bytes:
    """A workbook whose one sheet holds this XML."""
    return zip_of(plain(), **{SHEET: HEAD + content + b"</worksheet>"}, **parts)


def rows(many: int, columns: int = 1) -> bytes:
    cells = "<c><v>7</v></c>" * columns
    return b"<sheetData>" + f"<row>{cells}</row>".encode() * many + b"</sheetData>"


def refused(data: bytes, **limits: int) -> str:
    """The limit or the reason for which bytes are refused."""
    with pytest.raises((gd.UnreadableInput, gd.LimitExceeded)) as caught:
        seen(data, **limits)
    assert "in.xlsx" in str(caught.value) or isinstance(caught.value, gd.LimitExceeded)
    return getattr(caught.value, "limit", None) or caught.value.code


# --- all is read, or refused


def test_a_stale_dimension_is_not_believed() -> None:
    data = with_sheet(b'<dimension ref="A1:A4"/>' + rows(3_000))
    assert seen(data).text.count("7") == 3_000
    assert len(list(load_workbook(io.BytesIO(data), read_only=True).active.iter_rows())) == 4  # as others do


@pytest.mark.parametrize(
    ("cell", "limit"), [("XFD1048577", "xlsx_rows"), ("A1048577", "xlsx_rows"), ("XFE1", "xlsx_columns")]
)
def test_a_far_cell_is_refused(cell: str, limit: str) -> None:
    row = f'<sheetData><row><c r="A1"><v>1</v></c><c r="{cell}"><v>2</v></c></row></sheetData>'
    assert refused(with_sheet(row.encode())) == limit


def test_a_cell_far_out_within_the_bounds_costs_nothing() -> None:
    found = seen(with_sheet(b'<sheetData><c r="A1"><v>1</v></c><c r="XFD1048576"><v>2</v></c></sheetData>'))
    assert found.text.split() == ["Sheet", "1", "2"]
    assert not found.grids


def test_empty_cells_far_out_are_passed_over() -> None:
    data = with_sheet(b'<sheetData><c r="A1"><v>1</v></c><c r="XFD1048576" s="0"/></sheetData>')
    assert seen(data).text.split() == ["Sheet", "1"]


def test_too_many_rows_cells_and_places_are_refused() -> None:
    assert refused(with_sheet(rows(20, 10)), xlsx_cells=199) == "xlsx_cells"
    assert refused(with_sheet(rows(1_000_000))) == "office_ratio"


def test_ordinary_large_workbooks_meet_no_limit() -> None:
    """Many rows, columns, sheets and tables; of large tables the filled cells are listed."""
    tall = seen(with_sheet(rows(60_000, 2)), office_ratio=10_000)
    assert (tall.grids[0].rows, len(tall.grids[0].cells)) == (60_000, 120_000)
    wide = seen(with_sheet(rows(3, 700)))
    assert (wide.grids[0].columns, len(wide.grids[0].cells)) == (700, 2_100)
    blank = b"<row/>"
    many = b"<sheetData>" + (rows(1, 2)[11:-12] + blank) * 400 + b"</sheetData>"
    assert len(seen(with_sheet(many)).grids) == 400
    head = "".join(f"<c r='{column_letters(column)}1'><v>7</v></c>" for column in range(700))
    side = "".join(f"<c r='A{row}'><v>8</v></c>" for row in range(2, 900))
    corner = seen(with_sheet(f"<sheetData>{head}{side}</sheetData>".encode()))
    assert [(one.rows, one.columns, len(one.cells)) for one in corner.grids] == [(899, 700, 1_598)]
    assert corner.text.count("\t") == 699


def test_a_text_that_many_cells_repeat_is_refused_before_it_is_put_together() -> None:
    data = with_sheet(b'<sheetData><c t="inlineStr"><is><t>' + b"x" * 5_000 + b"</t></is></c></sheetData>")
    assert len(seen(data).text) > 5_000
    assert refused(data, office_characters=4_000) == "office_characters"
    book = Workbook()
    for _ in range(90):
        book.active.append(["长文" * 500])
    assert refused(saved(book), office_characters=50_000) == "office_characters"
    shown_often = Workbook()
    for number in range(200):
        shown_often.active.append([number])
        shown_often.active.cell(number + 1, 1).number_format = f'"{"长" * 200}"0'
    assert refused(saved(shown_often), office_characters=20_000) == "office_characters"


def test_a_merged_cell_over_everything_is_cut_to_what_is_filled() -> None:
    merged = b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    found = seen(with_sheet(rows(3, 3) + merged))
    assert [(cell.rowspan, cell.colspan) for cell in found.grids[0].cells] == [(3, 3)]
    assert len(found.hidden) == 1  # what the merged cell covers
    assert found.text.count("7") == 9


def test_many_shared_texts_and_styles() -> None:
    namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    texts = "".join(f"<si><t>文{number}</t></si>" for number in range(100_000))
    styles = '<xf numFmtId="4"/>' * 100_000
    relation = ('<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                'sharedStrings" Target="sharedStrings.xml"/></Relationships>')  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(plain())) as old:
        relations = old.read("xl/_rels/workbook.xml.rels").decode().replace("</Relationships>", relation)
    data = with_sheet(b'<sheetData><c t="s"><v>99999</v></c><c s="99999"><v>5</v></c></sheetData>')
    data = zip_of(data, **{
        "xl/sharedStrings.xml": f"<sst {namespace}>{texts}</sst>".encode(),
        "xl/styles.xml": f"<styleSheet {namespace}><cellXfs>{styles}</cellXfs></styleSheet>".encode(),
        "xl/_rels/workbook.xml.rels": relations.encode(),
    })  # fmt: skip
    assert seen(data, office_ratio=10_000).text == "Sheet\n文99999\t5.00\n"
    lost = zip_of(data, **{SHEET: HEAD + b'<sheetData><c t="s"><v>100000</v></c></sheetData></worksheet>'})
    assert refused(lost, office_ratio=10_000) == "zip-broken"


# --- archives


def test_bombs_are_refused() -> None:
    zeros = with_sheet(b"<!--" + b"0" * 20_000_000 + b"-->" + rows(1))
    assert refused(zeros) == "office_ratio"
    assert refused(with_sheet(b"<!--" + b"0" * 70_000_000 + b"-->"), office_ratio=10**6) == "office_part_bytes"
    assert refused(plain(), office_entries=3) == "office_entries"
    assert refused(plain(), office_bytes=100) == "office_bytes"
    assert refused(plain(), office_xml_bytes=1_000) == "office_xml_bytes"


def test_a_document_type_is_refused() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    outside = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'
    for content in (laughs, outside, laughs.decode().encode("utf-16")):
        assert refused(zip_of(plain(), **{SHEET: content})) == "zip-unsafe"


def test_two_parts_of_one_name_are_refused() -> None:
    stream = io.BytesIO(plain())
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("xl/worksheets/SHEET1.xml", b"<worksheet/>")
    assert refused(stream.getvalue()) == "zip-unsafe"


def test_sizes_that_are_not_true_are_refused() -> None:
    data = bytearray(plain())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = struct.pack("<I", 10)  # said to unpack to so many bytes
        at = data.find(b"PK\x01\x02", at + 4)
    assert refused(bytes(data)) == "zip-broken"


def test_a_truncated_workbook_is_refused() -> None:
    whole = plain()
    for cut in range(50):
        data = whole[: 4 + cut * (len(whole) - 4) // 50]
        assert refused(data) == "zip-broken"


def test_bits_that_are_flipped_never_break_the_reader() -> None:
    whole = plain()
    for at in range(0, len(whole), 7):
        data = bytearray(whole)
        data[at] ^= 0x20
        try:
            gd.read(bytes(data), name="in.xlsx")
        except (gd.UnreadableInput, gd.LimitExceeded):
            continue


def test_old_and_locked_files_are_refused_by_name() -> None:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert refused(head) == "office-old"
    assert refused(head + "EncryptedPackage".encode("utf-16-le")) == "office-encrypted"


def test_links_to_other_places_are_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="x/worksheet" Target="file:///etc/passwd" TargetMode="External"/>'
        '<Relationship Id="rId2" Type="x/sharedStrings" Target="../../../etc/passwd"/></Relationships>'
    )
    data = zip_of(plain(), **{"xl/_rels/workbook.xml.rels": relations.encode()})
    monkeypatch.setattr("builtins.open", lambda *_, **__: pytest.fail("a file was opened"))
    assert seen(data).text == ""


# --- what cells show


def book_with(fill: Callable[[Workbook], None]) -> Observed:
    book = Workbook()
    fill(book)
    return seen(saved(book))


def test_hidden_sheets_rows_and_columns_are_kept_apart() -> None:
    def fill(book: Workbook) -> None:
        sheet = book.active
        for row in (["见", "藏", "见2"], ["行藏", "行藏2", ""], ["尾", "列藏", "尾2"]):
            sheet.append(row)
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True
        other = book.create_sheet("别")
        other.append(["页藏"])
        other.sheet_state = "veryHidden"

    found = book_with(fill)
    hidden = "".join(found.text[one.start : one.end] for one in found.hidden)
    assert all(words in hidden for words in ("藏", "行藏", "行藏2", "列藏", "别", "页藏"))
    grid = found.grids[0]
    assert [found.of(cell) for cell in grid.cells if not cell.hidden] == ["见", "见2", "尾", "尾2"]
    assert [(cell.row, cell.column, found.of(cell)) for cell in grid.cells if cell.hidden] == [
        (0, 1, "藏"), (1, 0, "行藏"), (1, 1, "行藏2"), (1, 2, ""), (2, 1, "列藏"),
    ]  # fmt: skip
    told = next(one for one in found.findings if one.code == "cells-hidden")
    assert told.params == {"count": "3", "places": "Sheet!2:2, Sheet!B:B, 别"}


def test_formulas_are_never_calculated() -> None:
    data = with_sheet(
        b'<sheetData><row><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v>5</v></c>'
        b'<c r="C1" t="str"><f>x</f><v></v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>'
    )
    found = seen(data)
    assert found.text == "Sheet\n=1+1\t5\t\t#DIV/0!\n"
    told = {one.code: one.params["count"] for one in found.findings}
    assert told == {"formulas-unsaved": "1", "formulas-stored": "2"}


def test_texts_of_all_kinds() -> None:
    data = with_sheet(
        b'<sheetData><row><c t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r>'
        b"<rPh><t>no</t></rPh></is></c>"
        b'<c t="b"><v>1</v></c><c t="str"><v>_x0041__x005F_x0042_</v></c><c t="d"><v>2024-01-31</v></c>'
        b"</row></sheetData>"
    )
    assert seen(data).text == "Sheet\na b\tTRUE\tA_x0042_\t2024-01-31\n"


@pytest.mark.parametrize(
    ("stored", "code", "text"),
    [
        ("12", "", "12"), ("12", "0.00", "12.00"), ("19.1", "#,##0.00", "19.10"), ("19.105", "0.00", "19.105"),
        ("19.089999999999999", "General", "19.09"), ("0.30000000000000004", "", "0.3"),
        ("1E+15", "0", "1000000000000000"),
        ("9007199254740991", "0", "9007199254740991"), ("-0", "0", "0"), ("0.4807", "0.00%", "48.07%"),
        ("12", '0"件"', "12件"), ("12", "[$¥-804]#,##0.00", "¥12.00"), ("5", "+0;-0;0", "+5"), ("-5", "+0;-0;0", "-5"),
        ("0", "+0;-0;0", "0"), ("45322", "yyyy-mm-dd", "2024-01-31"), ("45322.5", 'yyyy"年"m"月"', "2024-01-31 12:00"),
        ("0.75", "h:mm", "18:00"), ("45322", "G/通用格式", "45322"), ("1.5", "0.00E+00", "1.5"), ("3", "# ?/?", "3"),
        ("60", "0_);(0)", "60"), ("1234567890123456789012", "0", "1234567890123456789012"), ("x", "0", "x"),
        ("99999999", "yyyy", "99999999"),
    ],
)  # fmt: skip
def test_numbers_are_shown_with_every_digit(stored: str, code: str, text: str) -> None:
    assert shown(stored, code, from_1904=False) == text


def test_dates_by_another_first_day() -> None:
    assert shown("43860", "yyyy-mm-dd", from_1904=True) == "2024-01-31"


def test_what_another_program_writes() -> None:
    """openpyxl, which shares nothing with the reader."""
    book = Workbook()
    sheet = book.active
    sheet.append(["甲", 12, 19.25, True, date(2024, 1, 31), datetime(2024, 1, 31, 8, 30), "=x"])  # noqa: DTZ001
    sheet["C1"].number_format = "0.00"
    sheet["G1"].data_type = "s"
    cells = seen(saved(book)).text.split("\n")[1].split("\t")
    assert cells == ["甲", "12", "19.25", "TRUE", "2024-01-31", "2024-01-31 08:30", "=x"]


def test_limits_of_the_reader_can_be_set() -> None:
    assert DEFAULT_LIMITS.xlsx_rows == 1_048_576
    assert refused(with_sheet(rows(11)), xlsx_rows=10) == "xlsx_rows"
