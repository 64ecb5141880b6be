"""C4, PDF: each page gives what it shows, or the document is refused with a typed error; never a part in silence."""

import json
import random
import re
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BytesIO
from typing import Any

import pytest
from tests.tools import FULL

from govdisclosure.errors import LimitExceeded, UnreadableInput
from govdisclosure.limits import Limits
from govdisclosure.readers.observed import Observed, ObservedGrid
from govdisclosure.readers.pdf import observe_pdf
from govdisclosure.readers.pdf.process import stop

pytest.importorskip("pdfminer", reason="the extra pdf-read is not installed")
canvas = pytest.importorskip("reportlab.pdfgen.canvas", reason="reportlab makes the documents of these tests")

from reportlab.lib.pdfencrypt import StandardEncryption  # noqa: E402 - after the check that it is there
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # noqa: E402
from reportlab.pdfbase.pdfmetrics import registerFont  # noqa: E402

SONG = "STSong-Light"
WIDTH, HEIGHT = 595.0, 842.0
#: Seconds and MiB that one document may take beyond what starting a process takes, on a busy machine.
SECONDS, MEBIBYTES = 10.0, 300
Draw = Callable[[Any], None]


@pytest.fixture(scope="module", autouse=True)
def _font() -> None:
    registerFont(UnicodeCIDFont(SONG))


# --- making documents


def drawn(*pages: Draw, size: tuple[float, float] = (WIDTH, HEIGHT), encrypt: Any = None) -> bytes:
    """A document of which each page is drawn by a function; places count from the top of the page."""
    made = BytesIO()
    paper = canvas.Canvas(made, pagesize=size, invariant=1, pageCompression=1, encrypt=encrypt)
    for draw in pages:
        paper.setFont(SONG, 12)
        draw(paper)
        paper.showPage()
    paper.save()
    return made.getvalue()


def put(paper: Any, x: float, top: float, text: str, size: float = 12) -> None:
    """A line whose upper edge lies ``top`` points below that of the page."""
    paper.setFont(SONG, size)
    paper.drawString(x, HEIGHT - top - size * 0.86, text)


def ruled(paper: Any, xs: list[float], ys: list[float], cells: dict[tuple[int, int, int, int], str]) -> None:
    """Cells by row, column, and those after the end, each drawn as a box with its text."""
    for (row, column, below, beyond), text in cells.items():
        paper.rect(xs[column], HEIGHT - ys[below], xs[beyond] - xs[column], ys[below] - ys[row])
        for number, line in enumerate(text.split("\n")):
            put(paper, xs[column] + 3, ys[row] + 3 + 13 * number, line, 10)


def plain_objects(*objects: bytes, root: int = 1) -> bytes:
    """A document of objects written by hand, numbered from 1."""
    data, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, len(data))
    return bytes(data) + head + table + trailer


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), entries, data)


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> %b >> >>"
)
HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
HELLO = b"BT /F 12 Tf 72 700 Td (Nr. 42) Tj ET"


def one_page(contents: bytes = HELLO, font: bytes = HELVETICA, *more: bytes, extra: bytes = b"") -> bytes:
    return plain_objects(
        CATALOG, PAGES, PAGE % extra, contents if b"stream" in contents else stream(contents), font, *more
    )


# --- reading them


def read(data: bytes, **limits: int) -> Observed:
    return observe_pdf(data, "a.pdf", Limits(**limits))


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableInput) as caught:
        read(data)
    assert str(caught.value).startswith("a.pdf: ")
    return caught.value.code


def shown(document: Observed, grid: ObservedGrid) -> dict[tuple[int, int, int, int], str]:
    """The cells of a grid as ``ruled`` takes them; no two cover one place, and none is left out."""
    taken = Counter(
        (row, column)
        for cell in grid.cells
        for row in range(cell.row, cell.row + cell.rowspan)
        for column in range(cell.column, cell.column + cell.colspan)
    )
    assert taken == Counter((row, column) for row in range(grid.rows) for column in range(grid.columns))
    return {(c.row, c.column, c.row + c.rowspan, c.column + c.colspan): document.of(c) for c in grid.cells}


def codes(document: Observed) -> list[tuple[str, dict[str, str]]]:
    return [(found.code, dict(found.params)) for found in document.findings]


COST = """
import json, resource, sys, time, logging
from govdisclosure.limits import Limits
from govdisclosure.readers.pdf.worker import answer
logging.disable()
before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
said = answer(sys.stdin.buffer.read(), Limits())
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([said, time.process_time() - start, (peak - before) / 1024]))
"""


def measured(data: bytes) -> dict[str, Any]:
    """What the worker answers; it keeps the ceilings of time and memory, measured in a process of its own."""
    pytest.importorskip("resource", reason="memory is measured where the system tells of it")
    ran = subprocess.run([sys.executable, "-c", COST], input=data, capture_output=True, check=True)
    said, seconds, mebibytes = json.loads(ran.stdout)
    assert seconds < SECONDS
    assert mebibytes < MEBIBYTES
    return said


# --- tables

SPANNED = {
    (0, 0, 2, 1): "项目",
    (0, 1, 1, 3): "本年",
    (1, 1, 2, 2): "收到",
    (1, 2, 2, 3): "办结",
    (2, 0, 3, 1): "申请\n（件）",
    (2, 1, 3, 2): "173",
    (2, 2, 3, 3): "",
}
XS, YS = [72.0, 200.0, 300.0, 400.0], [100.0, 130.0, 160.0, 200.0]


def spanned(paper: Any) -> None:
    put(paper, 72, 80, "表前")
    ruled(paper, XS, YS, SPANNED)
    put(paper, 72, 240, "表后")


SPANNED_TEXT = "表前\n项目\t本年\n收到\t办结\n申请\n（件）\t173\t\n表后\n"


def test_a_ruled_table_has_its_spans() -> None:
    document = read(drawn(spanned))
    assert document.text == SPANNED_TEXT
    [grid] = document.grids
    assert shown(document, grid) == SPANNED
    assert (grid.page, document.pages, document.findings) == (0, (0,), ())


def hairlines(paper: Any) -> None:
    """The same table, its rules drawn as thin areas that do not quite meet, with a double outer border."""
    for (row, column, below, beyond), text in SPANNED.items():
        x0, x1, y0, y1 = XS[column], XS[beyond], HEIGHT - YS[row], HEIGHT - YS[below]
        paper.rect(x0 + 0.5, y0 - 0.25, x1 - x0 - 1, 0.5, stroke=0, fill=1)
        paper.rect(x0 + 0.5, y1 - 0.25, x1 - x0 - 1, 0.5, stroke=0, fill=1)
        paper.rect(x0 - 0.25, y1, 0.5, y0 - y1, stroke=0, fill=1)
        for number, line in enumerate(text.split("\n")):
            put(paper, x0 + 3, YS[row] + 3 + 13 * number, line, 10)
    paper.rect(XS[0] - 1.5, HEIGHT - YS[-1] - 1.5, XS[-1] - XS[0] + 3, YS[-1] - YS[0] + 3)


def dashed(paper: Any) -> None:
    paper.setDash(2, 2)
    ruled(paper, XS, YS, SPANNED)


def open_sides(paper: Any) -> None:
    """No rule on the left and on the right."""
    for y, x0 in ((100, 72), (130, 200), (160, 72), (200, 72)):
        paper.line(x0, HEIGHT - y, 400, HEIGHT - y)
    paper.line(200, HEIGHT - 100, 200, HEIGHT - 200)
    paper.line(300, HEIGHT - 130, 300, HEIGHT - 200)
    for (row, column, *_), text in SPANNED.items():
        for number, line in enumerate(text.split("\n")):
            put(paper, XS[column] + 3, YS[row] + 3 + 13 * number, line, 10)


def framed(paper: Any) -> None:
    """A frame around the page is no table."""
    paper.rect(40, 40, WIDTH - 80, HEIGHT - 80)
    ruled(paper, XS, YS, SPANNED)


def shaded(paper: Any) -> None:
    """Areas behind the words of paragraphs and cells are no rules."""
    paper.setFillGray(0.9)
    for top in range(60, 400, 27):
        paper.rect(60, HEIGHT - top - 27, 470, 27, stroke=0, fill=1)
    paper.setFillGray(0)
    ruled(paper, XS, YS, SPANNED)


@pytest.mark.parametrize("draw", [hairlines, dashed, open_sides, framed, shaded], ids=lambda draw: draw.__name__)
def test_a_table_may_be_ruled_in_many_ways(draw: Draw) -> None:
    document = read(drawn(draw))
    [grid] = document.grids
    assert shown(document, grid) == SPANNED


def test_random_tables_come_back() -> None:
    chance = random.Random(4)  # noqa: S311 - the same documents every time
    for _ in range(20 if FULL else 6):
        cells = dict(tiling(chance, rows=chance.randint(2, 12), columns=chance.randint(2, 8)))
        rows, columns = max(cell[2] for cell in cells), max(cell[3] for cell in cells)
        xs = [60.0 + 470 / columns * i for i in range(columns + 1)]
        ys = [80.0 + 40 * i for i in range(rows + 1)]
        document = read(drawn(lambda paper, a=xs, b=ys, c=cells: ruled(paper, a, b, c)))
        [grid] = document.grids
        assert shown(document, grid) == compact(cells)


def tiling(chance: random.Random, rows: int, columns: int) -> Iterator[tuple[tuple[int, int, int, int], str]]:
    """Cells of random spans over a grid, with a number or nothing in each."""
    taken: set[tuple[int, int]] = set()
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            below, beyond = min(row + chance.choice((1, 1, 1, 2)), rows), column + 1
            while beyond < columns and chance.random() < 0.2 and (row, beyond) not in taken:
                beyond += 1
            places = {(i, j) for i in range(row, below) for j in range(column, beyond)}
            if places & taken:
                below, beyond = row + 1, column + 1
                places = {(row, column)}
            taken |= places
            yield (row, column, below, beyond), str(chance.randint(0, 999)) if chance.random() < 0.9 else ""


def compact(cells: dict[tuple[int, int, int, int], str]) -> dict[tuple[int, int, int, int], str]:
    """The cells without rows and columns in which none begins: no reader of the page can see them."""
    rows, columns = sorted({cell[0] for cell in cells}), sorted({cell[1] for cell in cells})

    def rank(places: list[int], value: int) -> int:
        return sum(place < value for place in places)

    return {
        (rank(rows, a), rank(columns, b), rank(rows, c), rank(columns, d)): text for (a, b, c, d), text in cells.items()
    }


def test_an_unruled_table_is_a_grid() -> None:
    def draw(paper: Any) -> None:
        for row, cells in enumerate((("事项", "收到", "办结"), ("申请公开", "21", "20"), ("投诉", "1136", "0"))):
            for x, text in zip((72, 250, 400), cells, strict=True):
                put(paper, x, 100 + 20 * row, text)

    document = read(drawn(draw))
    assert document.text == "事项\t收到\t办结\n申请公开\t21\t20\n投诉\t1136\t0\n"
    [grid] = document.grids
    rows = (("事项", "收到", "办结"), ("申请公开", "21", "20"), ("投诉", "1136", "0"))
    texts = {(i, j, i + 1, j + 1): text for i, row in enumerate(rows) for j, text in enumerate(row)}
    assert shown(document, grid) == texts


def test_a_number_that_is_wider_than_its_cell_stays_whole() -> None:
    def draw(paper: Any) -> None:
        ruled(paper, [72, 100, 128], [100, 120, 140], {(0, 0, 1, 1): "甲", (0, 1, 1, 2): "乙", (1, 1, 2, 2): "8"})
        ruled(paper, [72, 100, 128], [100, 120, 140], {(1, 0, 2, 1): ""})
        put(paper, 73, 124, "7730.28", 9)

    document = read(drawn(draw))
    assert shown(document, document.grids[0])[1, 0, 2, 1] == "7730.28"


def test_a_table_over_a_page_break_is_one() -> None:
    def page(rows: range, top: float, *, head: bool) -> Draw:
        def draw(paper: Any) -> None:
            if head:
                put(paper, 72, 80, "二、情况")
            put(paper, 290, 800, f"— {rows.start} —")
            cells = {(i, j, i + 1, j + 1): f"{row}{'甲乙'[j]}" for i, row in enumerate(rows) for j in range(2)}
            ruled(paper, [72, 300, 500], [top + 20 * i for i in range(len(rows) + 1)], cells)
            if not head:
                put(paper, 72, 300, "三、其他")

        return draw

    document = read(drawn(page(range(1, 4), 700, head=True), page(range(4, 6), 60, head=False)))
    rows = "".join(f"{row}甲\t{row}乙\n" for row in range(1, 6))
    assert document.text == f"二、情况\n{rows}— 1 —\n三、其他\n— 4 —\n"
    [grid] = document.grids
    assert (grid.rows, grid.columns, grid.page) == (5, 2, 0)
    assert document.pages == (0, document.text.index("4甲"))


def test_another_table_on_the_next_page_is_another() -> None:
    def page(*xs: float) -> Draw:
        cells = {(0, i, 1, i + 1): str(i) for i in range(len(xs) - 1)} | {
            (1, i, 2, i + 1): "0" for i in range(len(xs) - 1)
        }
        return lambda paper: ruled(paper, list(xs), [100, 130, 160], cells)

    document = read(drawn(page(72, 200, 500), page(72, 300, 500), page(72, 300, 450)))
    assert [(grid.page, grid.columns) for grid in document.grids] == [(0, 2), (1, 2), (2, 2)]


def test_vertical_headings_come_in_order() -> None:
    def draw(paper: Any) -> None:
        cells = {(0, 0, 2, 1): "", (0, 1, 2, 2): "", (0, 2, 1, 3): "甲", (1, 2, 2, 3): "0"}
        ruled(paper, [72, 100, 130, 300], [100, 200, 300], cells)
        for number, sign in enumerate("三、本年度办理结果"):
            put(paper, 80, 110 + 14 * number, sign)
        paper.saveState()
        paper.translate(110, HEIGHT - 110)
        paper.rotate(-90)
        paper.drawString(0, 0, "四、其他")
        paper.restoreState()

    document = read(drawn(draw))
    cells = shown(document, document.grids[0])
    assert cells[0, 0, 2, 1].replace("\n", "") == "三、本年度办理结果"
    assert cells[0, 1, 2, 2] == "四、其他"


# --- paragraphs

SENTENCES = "".join(f"第{number}件事项已经办结，申请人表示满意。" for number in range(1, 60))


def set_in_lines(text: str, signs: int) -> list[str]:
    """A paragraph set with an indent of two characters; digits are put in full width, so that lines are even."""
    wide = text.translate({ord(str(i)): chr(0xFF10 + i) for i in range(10)})
    padded = "\u3000\u3000" + wide
    return [padded[i : i + signs] for i in range(0, len(padded), signs)]


def test_paragraphs_are_put_together_over_pages() -> None:
    lines = ["第一章", *set_in_lines(SENTENCES, 37), *set_in_lines("短的一段。", 37)]
    pages = [lines[:20], lines[20:]]

    def page(number: int) -> Draw:
        def draw(paper: Any) -> None:
            put(paper, 72, 40, "某某区政府信息公开年度报告", 9)
            for i, line in enumerate(pages[number]):
                put(paper, 72, 80 + 22 * i, line)
            put(paper, 280, 800, f"第{number + 1}页 共2页", 9)

        return draw

    document = read(drawn(page(0), page(1)))
    head, whole = "某某区政府信息公开年度报告", "".join(set_in_lines(SENTENCES, 37)).strip()
    assert document.text.split("\n") == [head, "第一章", whole, "第1页 共2页", head, "短的一段。", "第2页 共2页", ""]
    assert document.pages == (0, document.text.index(pages[1][0]))


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = set_in_lines(SENTENCES[:300], 18), set_in_lines(SENTENCES[300:600], 18)

    def draw(paper: Any) -> None:
        put(paper, 180, 50, "关于政府信息公开工作情况的年度报告")
        for x, side in ((72, left), (312, right)):
            for i, line in enumerate(side):
                put(paper, x, 100 + 20 * i, line)
        put(paper, 290, 800, "- 1 -")

    text = read(drawn(draw)).text
    assert (
        text.replace("\n", "")
        == "关于政府信息公开工作情况的年度报告" + "".join(left + right).replace("\u3000", "") + "- 1 -"
    )


def test_fake_bold_counts_once_and_hidden_text_is_text() -> None:
    def draw(paper: Any) -> None:
        for shift in (0, 0.3, 0.5):
            put(paper, 72 + shift, 100, "总计11件")
        hidden = paper.beginText(72, 600)
        hidden.setFont(SONG, 12)
        hidden.setTextRenderMode(3)
        hidden.textLine("图下的文字")
        paper.drawText(hidden)

    assert read(drawn(draw)).text == "总计11件\n图下的文字\n"


# --- turned pages


def turned(angle: int) -> Draw:
    """What ``spanned`` draws, on a page that must be turned by ``angle`` to be read."""

    def draw(paper: Any) -> None:
        width, height = (WIDTH, HEIGHT) if angle % 180 == 0 else (HEIGHT, WIDTH)
        shift = {0: (0, 0), 90: (width, 0), 180: (width, height), 270: (0, height)}[angle]
        paper.translate(*shift)
        paper.rotate(angle)
        spanned(paper)

    return draw


@pytest.mark.parametrize("said", [True, False], ids=["by the page", "by the text"])
@pytest.mark.parametrize("angle", [90, 180, 270])
def test_turned_pages_are_read_upright(angle: int, *, said: bool) -> None:
    def draw(paper: Any) -> None:
        turned(angle)(paper)
        if said:
            paper.setPageRotation(angle)

    document = read(drawn(draw, size=(WIDTH, HEIGHT) if angle == 180 else (HEIGHT, WIDTH)))
    assert document.text == SPANNED_TEXT
    assert shown(document, document.grids[0]) == SPANNED


# --- signs that are no characters

IDENTITY = b"<< /Type /Font /Subtype /Type0 /BaseFont /Nameless /Encoding /Identity-H /DescendantFonts [6 0 R] %b >>"
DESCENDANT = (
    b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Nameless /DW 1000 /FontDescriptor 7 0 R "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
)
DESCRIPTOR = (
    b"<< /Type /FontDescriptor /FontName /Nameless /Flags 4 /FontBBox [0 -200 1000 800] /Ascent 800 /Descent -200 >>"
)
TWO_SIGNS = b"BT /F 12 Tf 72 700 Td <00010002> Tj ET"


def test_signs_without_a_meaning_are_kept_and_counted() -> None:
    document = read(one_page(TWO_SIGNS, IDENTITY % b"", DESCENDANT, DESCRIPTOR))
    assert document.text == "\ufffd\ufffd\n"
    assert codes(document) == [("font-without-unicode", {"page": "1", "count": "2"})]


def test_private_characters_have_no_meaning() -> None:
    unicode_map = stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def "
        b"1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfchar <0001> <e123> <0002> <4ef6> endbfchar "
        b"endcmap end end"
    )
    document = read(one_page(TWO_SIGNS, IDENTITY % b"/ToUnicode 8 0 R", DESCENDANT, DESCRIPTOR, unicode_map))
    assert document.text == "\ufffd件\n"
    assert codes(document) == [("font-without-unicode", {"page": "1", "count": "1"})]


# --- pages without text


def scanned(paper: Any) -> None:
    from reportlab.lib.utils import ImageReader

    picture = BytesIO(b"P6 2 2 255\n" + bytes(range(12)))
    paper.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)


def test_a_scanned_document_is_refused() -> None:
    assert refused(drawn(scanned, scanned)) == "pdf-without-text"


def test_a_scanned_page_is_named_and_an_empty_one_is_not() -> None:
    document = read(drawn(spanned, scanned, lambda _: None, spanned))
    assert codes(document) == [("page-without-text", {"page": "2"})]
    assert document.pages == (0, len(SPANNED_TEXT), len(SPANNED_TEXT), len(SPANNED_TEXT))


# --- what cannot be read


def test_a_document_with_a_password_is_refused() -> None:
    assert refused(drawn(spanned, encrypt=StandardEncryption("geheim", strength=128))) == "pdf-encrypted"


def test_a_document_that_only_restricts_its_use_is_read() -> None:
    def draw(paper: Any) -> None:
        paper.setFont("Helvetica", 12)
        paper.drawString(72, 700, "Nr. 42")

    assert read(drawn(draw, encrypt=StandardEncryption("", "owner", strength=128))).text == "Nr. 42\n"


@pytest.mark.parametrize("data", [b"", b"text", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", b"%PDF-" + bytes(5000) + b"%%EOF\n"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    assert refused(data) == "pdf-broken"


def golden_or_refused(data: bytes, whole: Observed) -> bool:
    """Whether the document was refused; what is read of it is all of it."""
    try:
        document = read(data)
    except UnreadableInput as error:
        return error.code in ("pdf-broken", "pdf-without-text")
    assert document == whole
    return False


def test_a_truncated_document_is_read_in_full_or_refused() -> None:
    data = drawn(spanned, spanned)
    whole = read(data)
    chance = random.Random(50)  # noqa: S311 - the same documents every time
    offsets = [len(data) - 1, len(data) - 2, *chance.sample(range(len(data)), 48)]
    assert sum(golden_or_refused(data[:offset], whole) for offset in offsets) >= 48


def test_a_page_whose_stream_is_cut_is_not_read_in_part() -> None:
    packed = zlib.compress(HELLO * 50, 9)
    good = one_page(stream(packed, b"/Filter /FlateDecode"))
    assert read(good).text.startswith("Nr. 42")
    assert refused(one_page(stream(packed[:-20], b"/Filter /FlateDecode"))) == "pdf-broken"
    assert refused(good.replace(b"/Contents 4 0 R", b"/Contents 9 0 R")) == "pdf-broken"
    assert refused(good.replace(b"/Count 1", b"/Count 2")) == "pdf-broken"


def test_damaged_bytes_never_raise_anything_else() -> None:
    data = bytearray(drawn(spanned, scanned))
    chance = random.Random(7)  # noqa: S311 - the same documents every time
    for _ in range(60 if FULL else 15):
        damaged = bytearray(data)
        for place in chance.sample(range(len(data)), 12):
            damaged[place] = chance.randrange(256)
        with suppress(UnreadableInput, LimitExceeded):
            assert read(bytes(damaged)).text


# --- what would take too much

CYCLES = {
    "pages": plain_objects(
        CATALOG, b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1 >>", PAGE % b"", stream(HELLO), HELVETICA
    ),
    "page": plain_objects(
        CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>", PAGE % b"", stream(HELLO), HELVETICA
    ),
    "form": one_page(
        HELLO + b" /X Do",
        HELVETICA,
        stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"),
        extra=b"/XObject << /X 6 0 R >>",
    ),
    "reference": one_page(HELLO, HELVETICA, b"7 0 R", b"6 0 R", extra=b"/ExtGState 6 0 R"),
    "length": one_page(stream(HELLO).replace(b"/Length %d" % len(HELLO), b"/Length 4 0 R")),
}


@pytest.mark.parametrize("cycle", CYCLES)
def test_cycles_end(cycle: str) -> None:
    said = measured(CYCLES[cycle])
    assert said.get("text") == "Nr. 42\n" or said["unreadable"][0] in ("pdf-broken", "pdf-without-text")


@pytest.mark.parametrize("box", [b"0 0 1e9 1e9", b"-1e30 -1e30 1e30 1e30", b"0 0 0 0", b"595 842 0 0", b"0 0 (a) []"])
def test_a_strange_media_box_costs_nothing(box: bytes) -> None:
    said = measured(one_page().replace(b"0 0 595 842", box))
    assert said.get("text") == "Nr. 42\n" or said["unreadable"][0] == "pdf-broken"


def test_many_objects_are_read() -> None:
    data = one_page(HELLO, HELVETICA, *[b"<< /A [1 2 3] >>"] * 100_000)
    assert measured(data)["text"] == "Nr. 42\n"


def test_many_rules_end() -> None:
    lines = b"".join(b"%d 0 m %d 842 l S 0 %d m 595 %d l S\n" % (i, i, i, i) for i in range(0, 590, 4))
    said = measured(one_page(stream(HELLO + b"\n" + lines)))
    assert said.get("text", "").replace("\n", "").replace("\t", "").replace(" ", "") == "Nr.42"


def test_a_stream_that_unpacks_without_end_is_refused() -> None:
    pytest.importorskip("resource", reason="memory is bounded where the system can bound it")
    packing = zlib.compressobj(9)
    head = packing.compress(b"") + packing.flush(zlib.Z_FULL_FLUSH)
    block = packing.compress(b" " * 2**22) + packing.flush(zlib.Z_FULL_FLUSH)
    bomb = head + block * 512 + packing.flush()
    assert len(bomb) < 2**22
    assert refused(one_page(stream(bomb, b"/Filter /FlateDecode"))) == "pdf-memory"


def test_the_worker_is_stopped_at_its_time_limit() -> None:
    nested = b"/X Do " * 12
    forms = [
        stream(
            nested, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>" % (i + 1)
        )
        for i in range(6, 14)
    ]
    data = one_page(HELLO + b" /X Do", HELVETICA, *forms, stream(HELLO), extra=b"/XObject << /X 6 0 R >>")
    with pytest.raises(LimitExceeded) as caught:
        read(data, pdf_seconds=2)
    assert (caught.value.limit, caught.value.bound) == ("pdf_seconds", 2)


def test_each_limit_is_kept() -> None:
    data = drawn(spanned, spanned)
    full = {
        "pdf_bytes": len(data),
        "pdf_pages": 2,
        "pdf_characters": 2 * len(re.sub(r"\s", "", SPANNED_TEXT)),
        "tables": 2,
        "table_places": 9,
    }
    assert len(read(data, **full).grids) == 2
    for name, bound in full.items():
        with pytest.raises(LimitExceeded) as caught:
            read(data, **{name: bound - 1})
        assert (caught.value.limit, caught.value.bound) == (name, bound - 1)
        assert caught.value.value > caught.value.bound


# --- nothing is lost, and nothing depends on chance


def test_every_character_of_the_text_layer_is_in_the_text() -> None:
    chance = random.Random(300)  # noqa: S311 - the same documents every time
    markers = [f"标记{number}号" for number in range(300 if FULL else 120)]

    def draw(paper: Any) -> None:
        ruled(paper, [100, 250, 400], [300, 400, 500], {(0, 0, 1, 1): "", (0, 1, 2, 2): "", (1, 0, 2, 1): ""})
        for marker in markers:
            paper.saveState()
            paper.translate(chance.uniform(-50, WIDTH + 50), chance.uniform(-50, HEIGHT + 50))
            paper.rotate(chance.choice((0, 0, 0, 90, 180, 270, 10)))
            paper.drawString(0, 0, marker)
            paper.restoreState()

    text = read(drawn(draw)).text
    assert Counter(re.sub(r"\s", "", text)) == Counter("".join(markers))


def test_the_same_bytes_give_the_same_document_whatever_the_hash_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    data = drawn(spanned, scanned, turned(90))
    documents = []
    for seed in ("0", "1", "77"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        stop()
        documents.append(read(data))
    stop()
    assert documents[0] == documents[1] == documents[2]
