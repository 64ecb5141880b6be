"""PDFs as other programs write them: broken objects, fonts, forms, shades, marks, columns without rules."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.battery.test_c4_pdf import (
    CATALOG,
    DESCENDANT,
    DESCRIPTOR,
    HEIGHT,
    HELVETICA,
    IDENTITY,
    PAGE,
    SONG,
    WIDTH,
    codes,
    drawn,
    one_page,
    plain_objects,
    put,
    read,
    refused,
    shown,
    stream,
)
from tests.tools import ROOT

from govdisclosure.errors import LimitExceeded
from govdisclosure.readers.observed import HiddenReason, MarkupKind, Observed
from govdisclosure.readers.pdf.marks import Box, Glyph
from govdisclosure.readers.pdf.raised import with_raised

pytest.importorskip("pdfminer", reason="the extra pdf-read is not installed")
pytest.importorskip("reportlab", reason="reportlab makes the documents of these tests")

from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont

CASES = ROOT.parent / "shared" / "cases"
Draw = Callable[[Any], None]


@pytest.fixture(scope="module", autouse=True)
def _font() -> None:
    registerFont(UnicodeCIDFont(SONG))


def texts(document: Observed) -> list[list[str]]:
    """The rows of the first grid."""
    grid = document.grids[0]
    return [[document.of(cell) for cell in grid.cells if cell.row == row] for row in range(grid.rows)]


def hidden(document: Observed) -> list[tuple[HiddenReason, str]]:
    return [(one.reason, document.text[one.start : one.end]) for one in document.hidden]


def marked(document: Observed, kind: MarkupKind) -> list[tuple[int | None, str]]:
    return [(one.level, document.text[one.start : one.end]) for one in document.markup if one.kind == kind]


# --- broken objects


def two_pages(first: bytes, second: bytes, *more: bytes) -> bytes:
    """Two pages whose instructions are the given streams."""
    pages = b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>"
    page = PAGE % b""
    return plain_objects(CATALOG, pages, page, first, HELVETICA, page.replace(b"4 0 R", b"7 0 R"), second, *more)


def words(text: str) -> bytes:
    return stream(b"BT /F 12 Tf 72 700 Td (%b) Tj ET" % text.encode("ascii"))


def test_a_name_with_a_blank_costs_nothing() -> None:
    font = HELVETICA.replace(b"/Helvetica", b"/Helvetica Neue")
    assert read(one_page(words("No. 17"), font)).text == "No. 17\n"


def test_a_page_whose_stream_is_broken_is_named_and_the_others_are_read() -> None:
    cut = stream(b"x\x9cgarbage", b"/Filter /FlateDecode")
    document = read(two_pages(cut, words("Page 2")))
    assert document.text == "Page 2\n"
    assert codes(document) == [("page-damaged", {"page": "1", "parts": "4 0 R"})]


def test_a_broken_page_is_named() -> None:
    data = two_pages(words("Page 1"), words("Page 2")).replace(b"/Kids [3 0 R 6 0 R]", b"/Kids [3 0 R 8 0 R]")
    document = read(data)
    assert document.text == "Page 1\n"
    assert codes(document) == [("page-damaged", {"page": "2", "parts": "/Page"})]


def test_a_document_of_which_nothing_can_be_read_is_damaged() -> None:
    cut = stream(b"x\x9cgarbage", b"/Filter /FlateDecode")
    assert refused(two_pages(cut, cut)) == "pdf-broken"


def test_a_broken_font_gives_signs_without_a_meaning() -> None:
    document = read(one_page(words("No. 17"), b"<< /Type /Font /Subtype /Type0 /BaseFont /Odd /DescendantFonts 3 >>"))
    assert document.text == "\ufffd" * 6 + "\n"
    assert [code for code, _ in codes(document)] == ["font-without-unicode", "page-damaged"]


def test_a_broken_instruction_is_passed_over() -> None:
    document = read(one_page(stream(b"(a) (b) (c) (d) (e) (f) cm /X Do BT /F 12 Tf 72 700 Td (No. 17) Tj ET")))
    assert document.text == "No. 17\n"


def test_too_many_pages_are_refused_by_the_number_that_the_file_says() -> None:
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 4711 >>"
    with pytest.raises(LimitExceeded) as caught:
        read(plain_objects(CATALOG, pages, PAGE % b"", words("1"), HELVETICA))
    assert (caught.value.limit, caught.value.value, caught.value.bound) == ("pdf_pages", 4711, 300)


# --- fonts

CODES = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 1 def "
    b"1 begincodespacerange <0000> <ffff> endcodespacerange %b endcmap end end"
)
CHARACTERS = stream(CODES % b"2 beginbfchar <0041> <7532> <0042> <4e59> endbfchar")


def embedded(codes_of_signs: bytes, *, named: bool = True) -> bytes:
    """A page in a font whose codes the file declares itself."""
    font = IDENTITY.replace(b"/Identity-H", b"8 0 R") % (b"/ToUnicode 9 0 R" if named else b"")
    own = stream(CODES % codes_of_signs, b"/Type /CMap /CMapName /Own")
    return one_page(stream(b"BT /F 12 Tf 72 700 Td <00410042> Tj ET"), font, DESCENDANT, DESCRIPTOR, own, CHARACTERS)


@pytest.mark.parametrize(
    "codes_of_signs",
    [
        b"1 begincidrange <0000> <ffff> 0 endcidrange",
        b"2 begincidchar <0041> 7 <0042> 9 endcidchar",
        b"",
    ],
    ids=["range", "single", "none"],
)
def test_codes_that_the_file_declares_are_read(codes_of_signs: bytes) -> None:
    document = read(embedded(codes_of_signs))
    assert (document.text, document.findings) == ("甲乙\n", ())


def test_codes_without_characters_are_named() -> None:
    document = read(embedded(b"1 begincidrange <0000> <ffff> 0 endcidrange", named=False))
    assert document.text == "\ufffd\ufffd\n"
    assert codes(document) == [("font-without-unicode", {"page": "1", "count": "2"})]


@pytest.mark.parametrize("descent", [-1048, -627, -120, 0])
def test_signs_lie_where_they_are_drawn_whatever_descent_a_font_declares(descent: int) -> None:
    font = HELVETICA.replace(b"/Helvetica", b"/Own /FirstChar 48 /LastChar 57 /Widths [%b] /FontDescriptor 6 0 R")
    descriptor = b"<< /Type /FontDescriptor /FontName /Own /Flags 4 /Ascent 1808 /Descent %d >>" % descent
    rules = b"".join(b"60 %d m 180 %d l S " % (y, y) for y in (600, 618, 636, 654))
    rules += b"".join(b"%d 600 m %d 654 l S " % (x, x) for x in (60, 120, 180))
    rows = b"".join(b"1 0 0 1 70 %d Tm (%d) Tj 1 0 0 1 130 %d Tm (%d) Tj " % (y, n, y, n + 1) for y, n in LINES)
    data = one_page(stream(rules + b"BT /F 12 Tf " + rows + b"ET"), font % b" ".join([b"556"] * 10), descriptor)
    assert texts(read(data)) == [["31", "32"], ["41", "42"], ["51", "52"]]


LINES = ((640, 31), (622, 41), (604, 51))


# --- signs that are no part of what stands beside them


def test_a_large_sign_beside_lines_does_not_join_them() -> None:
    def draw(paper: Any) -> None:
        put(paper, 72, 100, "叁", 60)
        for number, line in enumerate(("本年办结申请35件；", "其中公开21件；", "其余均已答复。")):
            put(paper, 150, 104 + 19 * number, line)

    lines = read(drawn(draw)).text.splitlines()
    assert sorted(lines) == sorted(["叁", "本年办结申请35件；", "其中公开21件；", "其余均已答复。"])


@pytest.mark.parametrize("aslant", [True, False])
def test_a_watermark_over_cells_is_no_part_of_their_values(*, aslant: bool) -> None:
    def draw(paper: Any) -> None:
        xs, ys = [72, 200, 300], [100, 130, 160, 190]
        for x in xs:
            paper.line(x, HEIGHT - ys[0], x, HEIGHT - ys[-1])
        for y in ys:
            paper.line(xs[0], HEIGHT - y, xs[-1], HEIGHT - y)
        for row, (label, value) in enumerate((("事项", "件数"), ("许可", "58"), ("处罚", "7"))):
            put(paper, 77, ys[row] + 8, label)
            put(paper, 205, ys[row] + 8, value)
        paper.saveState()
        paper.translate(120, HEIGHT - 185)
        paper.rotate(35 if aslant else 0)
        paper.setFont(SONG, 60)
        paper.drawString(0, 0, "样本")
        paper.restoreState()

    document = read(drawn(draw))
    assert texts(document) == [["事项", "件数"], ["许可", "58"], ["处罚", "7"]]
    assert "".join(document.text[start:end].strip() for start, end in document.furniture) == "样本"


def test_words_that_are_struck_through_are_deleted() -> None:
    def draw(paper: Any) -> None:
        put(paper, 72, 100, "本年收到申请")
        put(paper, 150, 100, "38")
        put(paper, 170, 100, "41件。")
        paper.setLineWidth(0.6)
        paper.line(150, HEIGHT - 106.5, 162, HEIGHT - 106.5)
        put(paper, 72, 140, "一件未办")
        paper.line(72, HEIGHT - 154, 120, HEIGHT - 154)

    document = read(drawn(draw))
    assert hidden(document) == [(HiddenReason.DELETED, "38")]
    assert document.text.splitlines() == ["本年收到申请 41件。", "一件未办", "38"]


def at(text: str, x: float, size: float, rise: float = 0) -> tuple[Box, Glyph]:
    """A glyph on a base line at 100."""
    box = Box(x, 100 - rise - 0.8 * size, x + size, 100 - rise + 0.2 * size)
    return box, Glyph(text, box)


@pytest.mark.parametrize(
    ("row", "read_as"),
    [
        ([at("8", 0, 10), at("1", 10, 10), at("1", 20, 6, 4)], "81¹"),
        ([at("6", 0, 10), at("2", 10, 6, 4), at("3", 16, 6, 4)], "6²³"),
        ([at("4", 0, 6, 4), at("注", 6, 10)], "⁴注"),
        ([at("C", 0, 10), at("2", 10, 6, -3)], "C₂"),
        ([at("5", 0, 10), at("7", 10, 6)], "57"),
        ([at("5", 0, 10), at("7", 40, 6, 4)], "57"),
        ([at("5", 0, 10), at("*", 10, 6, 4)], "5*"),
    ],
)
def test_raised_and_lowered_digits_are_no_part_of_numbers(row: list[tuple[Box, Glyph]], read_as: str) -> None:
    assert "".join(glyph.text for _, glyph in with_raised(row)) == read_as


def test_a_raised_mark_in_a_cell() -> None:
    def draw(paper: Any) -> None:
        for y in (100, 130, 160):
            paper.line(72, HEIGHT - y, 300, HEIGHT - y)
        for x in (72, 200, 300):
            paper.line(x, HEIGHT - 100, x, HEIGHT - 160)
        for top, label, value in ((108, "事项", "件数"), (138, "处罚", "64")):
            put(paper, 77, top, label)
            put(paper, 205, top, value)
        paper.setFont("Helvetica", 7)
        paper.drawString(217, HEIGHT - 143, "2")

    assert texts(read(drawn(draw)))[1] == ["处罚", "64²"]


# --- what is fastened to pages


def annotated(*annotations: bytes) -> bytes:
    """A page with annotations, the objects from the sixth on."""
    data = PAGE % b"" + b""
    page = data.replace(b"/Resources", b"/Annots [6 0 R] /Resources")
    return plain_objects(
        CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, words("No."), HELVETICA, *annotations
    )


def test_the_value_of_a_field_is_text() -> None:
    field = b"<< /Subtype /Widget /FT /Tx /T (a) /V (29) /Rect [100 695 160 712] /AP << /N 7 0 R >> >>"
    shows = stream(
        b"BT /F 12 Tf 2 4 Td (29) Tj ET",
        b"/Type /XObject /Subtype /Form /BBox [0 0 60 17] /Resources << /Font << /F 5 0 R >> >>",
    )
    assert read(annotated(field, shows)).text == "No. 29\n"


def test_a_value_that_nothing_draws_is_text() -> None:
    field = b"<< /Subtype /Widget /FT /Tx /T (a) /Parent 7 0 R /Rect [100 696 160 713] >>"
    assert read(annotated(field, b"<< /V <feff4e5d4ef6> >>")).text == "No.九件\n"


@pytest.mark.parametrize("flags", [2, 32])
def test_a_field_that_is_not_shown_is_none(flags: int) -> None:
    field = b"<< /Subtype /Widget /FT /Tx /T (a) /V (29) /F %d /Rect [100 695 160 712] >>" % flags
    assert read(annotated(field)).text == "No.\n"


def test_typed_text_is_text_and_a_note_is_hidden() -> None:
    typed = read(annotated(b"<< /Subtype /FreeText /Contents (29 pieces) /Rect [100 696 190 713] >>"))
    assert typed.text == "No. 29 pieces\n"
    note = read(annotated(b"<< /Subtype /Text /Contents (29 pieces) /Rect [100 696 120 713] >>"))
    assert (note.text, hidden(note)) == ("No.\n29 pieces\n", [(HiddenReason.MARKUP, "29 pieces")])


def test_a_broken_annotation_is_named() -> None:
    document = read(annotated(b"<< /Subtype /FreeText /Contents (29) /Rect [9 9] >>"))
    assert document.text == "No.\n"
    assert codes(document) == [("page-damaged", {"page": "1", "parts": "/Annot"})]


# --- tables


@pytest.mark.parametrize("gap", [0.0, 2.0, 5.0])
def test_cells_drawn_as_areas_make_a_table(gap: float) -> None:
    cells = {
        (0, 0, 2, 1): "事项",
        (0, 1, 1, 3): "本年",
        (1, 1, 2, 2): "收到",
        (1, 2, 2, 3): "办结",
        (2, 0, 3, 1): "甲类",
        (2, 1, 3, 2): "46",
        (2, 2, 3, 3): "",
        (3, 0, 4, 1): "乙类",
        (3, 1, 4, 2): "5",
        (3, 2, 4, 3): "3",
    }
    xs, ys = [72, 180, 280, 380], [100, 130, 160, 190, 220]

    def draw(paper: Any) -> None:
        for (row, column, below, beyond), text in cells.items():
            paper.setFillGray(0.85)
            width, height = xs[beyond] - xs[column] - gap, ys[below] - ys[row] - gap
            paper.rect(xs[column] + gap / 2, HEIGHT - ys[below] + gap / 2, width, height, stroke=0, fill=1)
            paper.setFillGray(0)
            put(paper, xs[column] + 8, ys[row] + 8, text)

    document = read(drawn(draw))
    assert shown(document, document.grids[0]) == cells


COLUMNS = ("自然人", "企业", "其他", "总计")
ROWS = (
    (("一、收到申请",), (26, 4, 0, 30)),
    (("二、办结申请",), (21, 3, 0, 24)),
    (("（一）公开，含部分公开以及", "区分处理的"), (18, 3, 0, 21)),
    (("（二）不予公开",), (3, None, 0, 3)),
)


def columns(paper: Any, top: float, rows: Any, *, head: bool = True, align: str = "left", middle: bool = True) -> None:
    """A table held by nothing but places: numbers to the left, to the right or in the middle of their columns."""
    xs = [300, 360, 420, 480, 540]
    if head:
        put(paper, 60, top, "情形", 10)
        for x, beyond, text in zip(xs, xs[1:], COLUMNS, strict=False):
            put(paper, x if align == "left" else x + (beyond - x - 10 * len(text)) / 2, top, text, 10)
        put(paper, 360 if align == "left" else 405, top - 24, "申请人", 10)
        top += 26
    for lines, numbers in rows:
        for number, line in enumerate(lines):
            put(paper, 60, top + 13 * number, line, 10)
        height = top + (6.5 * (len(lines) - 1) if middle else 0)
        for x, beyond, value in zip(xs, xs[1:], numbers, strict=False):
            text = "" if value is None else str(value)
            shift = {"left": 0, "right": beyond - x - 5 * len(text), "middle": (beyond - x - 5 * len(text)) / 2}[align]
            put(paper, x + shift, height, text, 10)
        top += 26 + 13 * (len(lines) - 1)


def expected(rows: Any) -> list[list[str]]:
    return [["\n".join(lines), *("" if n is None else str(n) for n in numbers)] for lines, numbers in rows]


@pytest.mark.parametrize("middle", [True, False])
@pytest.mark.parametrize("align", ["left", "right", "middle"])
def test_columns_without_rules_make_a_table(align: str, *, middle: bool) -> None:
    def draw(paper: Any) -> None:
        put(paper, 60, 60, "一、申请情况", 12)
        put(paper, 60, 90, "本年的申请情况如下。", 10)
        columns(paper, 160, ROWS, align=align, middle=middle)
        put(paper, 60, 340, "二、其他事项", 12)

    document = read(drawn(draw))
    assert texts(document)[1:] == [["情形", *COLUMNS], *expected(ROWS)]
    lines = document.text.splitlines()
    assert lines[:2] == ["一、申请情况", "本年的申请情况如下。"]
    assert lines[-1] == "二、其他事项"


def test_columns_without_rules_go_on_over_a_page() -> None:
    document = read(
        drawn(lambda paper: columns(paper, 700, ROWS[:2]), lambda paper: columns(paper, 60, ROWS[2:], head=False))
    )
    assert texts(document)[2:] == expected(ROWS)
    assert len(document.grids) == 1


def test_numbers_that_fit_no_column_of_the_page_before_are_named() -> None:
    def elsewhere(paper: Any) -> None:
        for row in range(3):
            put(paper, 60, 60 + 26 * row, "甲乙丙"[row], 10)
            for x in (330, 350, 545):
                put(paper, x, 60 + 26 * row, str(row), 10)

    document = read(drawn(lambda paper: columns(paper, 700, ROWS[:2]), elsewhere))
    assert len(document.grids) == 1
    assert codes(document) == [("columns-unclear", {"page": "2", "count": "9", "text": "0 0 0 1 1 1 2 2"})]


def test_rows_that_are_ruled_across_alone_are_read_by_their_columns() -> None:
    def draw(paper: Any) -> None:
        for y in (120, 152, 178, 204, 243, 269):
            paper.line(55, HEIGHT - y, 545, HEIGHT - y)
        paper.line(55, HEIGHT - 120, 55, HEIGHT - 269)
        paper.line(545, HEIGHT - 120, 545, HEIGHT - 269)
        columns(paper, 160, ROWS)

    assert texts(read(drawn(draw)))[1:] == [["情形", *COLUMNS], *expected(ROWS)]


PROSE = (
    "本年共收到申请 21",
    "件，其中办结 19",
    "件，其余 2",
    "件正在办理。",
)


def prose(paper: Any) -> None:
    for number, line in enumerate(PROSE):
        put(paper, 72, 100 + 20 * number, line)


def contents(paper: Any) -> None:
    put(paper, 250, 60, "目")
    put(paper, 300, 60, "录")
    for number, (line, page) in enumerate((("一、概述", 1), ("二、主动公开", 3), ("三、依申请公开", 5))):
        put(paper, 72, 100 + 20 * number, line)
        put(paper, 500, 100 + 20 * number, str(page))


def signature(paper: Any) -> None:
    put(paper, 72, 100, "联系电话：")
    put(paper, 150, 100, "5550123")
    put(paper, 300, 160, "某某局")


@pytest.mark.parametrize("draw", [prose, contents, signature], ids=lambda draw: draw.__name__)
def test_prose_and_lists_are_no_tables(draw: Draw) -> None:
    assert not read(drawn(draw)).grids


# --- what the layout says of headings


def test_larger_lines_are_headings_and_bold_ones_are_strong() -> None:
    def draw(paper: Any) -> None:
        for top, line, size in ((60, "某某局", 22), (90, "政府信息公开工作年度报告", 22), (140, "一、总体情况", 16)):
            put(paper, (WIDTH - size * len(line)) / 2, top, line, size)
        for number in range(6):
            put(paper, 72, 180 + 30 * number, f"第{number}段文字说明本年的工作情况。", 12)
        bold = paper.beginText(72, HEIGHT - 400)
        bold.setFont(SONG, 12)
        bold.setTextRenderMode(2)
        bold.textLine("（一）公开情况")
        paper.drawText(bold)

    document = read(drawn(draw))
    headings = [(1, "某某局\n政府信息公开工作年度报告"), (2, "一、总体情况")]
    assert marked(document, MarkupKind.HEADING) == headings
    assert marked(document, MarkupKind.STRONG) == [(None, "（一）公开情况")]


@pytest.mark.parametrize(
    ("title", "shown_as"),
    [(b"<feff5e745ea662a5544a>", "年度报告"), (b"(Annual report)", "Annual report"), (b"(untitled)", None)],
)
def test_the_title_of_the_file_is_a_hidden_line(title: bytes, shown_as: str | None) -> None:
    data = one_page(words("No. 17"), HELVETICA, b"<< /Title %b >>" % title)
    document = read(data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Info 6 0 R"))
    assert marked(document, MarkupKind.TITLE) == ([(None, shown_as)] if shown_as else [])
    assert hidden(document) == ([(HiddenReason.DESCRIPTION, shown_as)] if shown_as else [])


# --- the cases of others


@pytest.mark.parametrize("name", ["pdf-name-with-blank", "pdf-large-sign-beside-lines", "pdf-font-descent-is-its-box"])
def test_files_as_other_programs_write_them(name: str) -> None:
    source = CASES / "files" / f"{name}.pdf"
    if not source.exists():
        pytest.skip("the cases are no part of the repository")
    document = read(source.read_bytes())
    assert not document.findings
    assert document.text.splitlines()[0] == "清河县人民政府2021年政府信息公开工作年度报告"
