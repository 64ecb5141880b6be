"""The PDF reader on the report of a district for 2023, as it was published, and on glyphs laid by hand."""

import re
from collections import Counter
from pathlib import Path

import pytest
from tests.tools import need

from govdisclosure.limits import Limits
from govdisclosure.readers.observed import Observed, ObservedGrid
from govdisclosure.readers.pdf import observe_pdf

high_level = pytest.importorskip("pdfminer.high_level", reason="the extra pdf-read is not installed")

from pdfminer.psparser import PSLiteral  # noqa: E402 - after the check that pdfminer is there

from govdisclosure.readers.pdf.drawing import Pen  # noqa: E402
from govdisclosure.readers.pdf.lines import lines_of  # noqa: E402
from govdisclosure.readers.pdf.marks import Box, Glyph, once  # noqa: E402

HONGZE = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "cn" / "2023_hongze.pdf"

#: Row by row, the cells that begin in it, from left to right.
PROACTIVE = """
第二十条第（一）项
信息内容 本年制发件数 本年废止件数 现行有效件数
规章 0 0 0
行政规范性文件 0 5 5
第二十条第（五）项
信息内容 本年处理决定数量
行政许可 550
第二十条第（六）项
信息内容 本年处理决定数量
行政处罚 4119
行政强制 195
第二十条第（八）项
信息内容 本年收费金额（单位：万元）
行政事业性收费 7730.28
"""
#: The numbers of each row of the table of requests, from its fourth row on, and the label to the left of them.
REQUESTS = """
一、本年新收政府信息公开申请数量 21 0 0 0 0 0 21
二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0
（一）予以公开 0 0 0 0 0 0 0
（二）部分公开（区分处理的，只计这一情形，不计其他情形） 4 0 0 0 0 0 4
1.属于国家秘密 1 0 0 0 0 0 1
2.其他法律行政止公开 0 0 0 0 0 0 0
3.危及“三安全一稳定” 0 0 0 0 0 0 0
4.保护第三方合法权益 0 0 0 0 0 0 0
5.属于三类内部事务信息 0 0 0 0 0 0 0
6.属于四类过程性信息 1 0 0 0 0 0 1
7.属于行政执法案卷 1 0 0 0 0 0 1
8.属于行政查询事项 0 0 0 0 0 0 0
1.本机关不掌握相关政府信息 10 0 0 0 0 0 10
2.没有现成信息需要另行制作 3 0 0 0 0 0 3
3.补正后申请内容仍不明确 0 0 0 0 0 0 0
1.信访举报投诉类申请 1 0 0 0 0 0 1
2.重复申请 0 0 0 0 0 0 0
3.要求提供公开出版物 0 0 0 0 0 0 0
4.无正当理由大量反复申请 0 0 0 0 0 0 0
5.要求行政机关确认或重新出具已获取信息 0 0 0 0 0 0 0
（六）其他处理 0 0 0 0 0 0 0
（七）总计 21 0 0 0 0 0 21
四、结转下年度继续办理 0 0 0 0 0 0 0
"""
REVIEWS = (10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0)


@pytest.fixture(scope="module")
def hongze() -> Observed:
    need(HONGZE, "published reports are no part of the repository")
    return observe_pdf(HONGZE.read_bytes(), HONGZE.name, Limits())


def rows(document: Observed, grid: ObservedGrid) -> list[list[str]]:
    """The texts of the cells that begin in each row, without line breaks."""
    found: list[list[str]] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        found[cell.row].append(document.of(cell).replace("\n", ""))
    return found


def words(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


def test_the_table_of_disclosure_is_one_over_two_pages(hongze: Observed) -> None:
    grid = hongze.grids[0]
    assert (grid.rows, grid.columns, grid.page) == (14, 4, 1)
    assert rows(hongze, grid) == words(PROACTIVE)


def test_the_table_of_requests_is_one_over_two_pages(hongze: Observed) -> None:
    grid = hongze.grids[1]
    assert (grid.rows, grid.columns, grid.page) == (26, 10, 2)
    assert [row[-8:] for row in rows(hongze, grid)[3:]] == words(REQUESTS)
    numbers = {(cell.row, cell.column) for cell in grid.cells if hongze.of(cell).isdecimal()}
    assert numbers == {(row, column) for row in range(3, 26) for column in range(3, 10)}


def test_labels_span_the_rows_and_columns_that_they_speak_of(hongze: Observed) -> None:
    grid = hongze.grids[1]
    spans = {hongze.of(c).replace("\n", ""): (c.row, c.column, c.rowspan, c.colspan) for c in grid.cells}
    assert spans["申请人情况"] == (0, 3, 1, 7)
    assert spans["法人或其他组织"] == (1, 4, 1, 5)
    assert spans["三、本年度办理结果"] == (5, 0, 12, 1)
    assert spans["（三）不予公开"] == (7, 1, 8, 1)
    assert spans["（五）不予处理"] == (18, 1, 5, 1)


def test_the_table_of_reviews(hongze: Observed) -> None:
    grid = hongze.grids[2]
    assert (grid.rows, grid.columns, grid.page) == (4, 15, 3)
    last = [(cell.column, int(hongze.of(cell))) for cell in grid.cells if cell.row == 3]
    assert last == list(enumerate(REVIEWS))


def test_paragraphs_go_on_over_lines_and_pages(hongze: Observed) -> None:
    lines = hongze.text.splitlines()
    assert lines[:2] == ["洪泽区人民政府", "2023年政府信息公开工作年度报告"]
    [report] = [line for line in lines if line.startswith("本报告由")]
    assert report.endswith(
        "（地址：淮安市洪泽区洪泽湖大道90号，邮编：223100，电话：0517-87222589，电子邮箱：hzzwgk@126.com）。"
    )
    [broken] = [i for i, line in enumerate(lines) if "严格执行“分级审核、先审后发”程序" in line]
    assert lines[broken + 1] == "- 1 -"
    assert [line for line in lines if re.match("[一二三四五六]、", line)][:2] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
    ]


def test_pages_begin_where_their_first_words_stand(hongze: Observed) -> None:
    firsts = ("洪泽区人民政府", "级审核", "信息内容\t本年处理决定数量\n行政处罚", "\t\t3.补正后", "人员跟班学习")
    assert hongze.pages == tuple(hongze.text.index(first) for first in firsts)
    assert not hongze.findings


def test_every_character_of_the_text_layer_is_there(hongze: Observed) -> None:
    layer = high_level.extract_text(str(HONGZE), laparams=None)
    [title] = hongze.hidden
    shown = hongze.text[: title.start] + hongze.text[title.end :]
    assert Counter("".join(shown.split())) == Counter("".join(layer.split()))


# --- glyphs laid by hand


def glyphs(text: str, x: float = 0, top: float = 0, step: float = 10) -> list[Glyph]:
    return [Glyph(sign, Box(x + i * step, top, x + i * step + 10, top + 10)) for i, sign in enumerate(text)]


def test_glyphs_are_read_from_left_to_right_whatever_the_order_they_are_drawn_in() -> None:
    assert [line.text for line in lines_of(reversed([*glyphs("上一行"), *glyphs("下一行", top=12)]))] == [
        "上一行",
        "下一行",
    ]


@pytest.mark.parametrize(
    ("left", "gap", "right", "between"),
    [
        ("件", 7, "数", ""),
        ("件", 9, "数", " "),
        ("件", 26, "数", "\t"),
        ("1", 2, "2", ""),
        ("1", 3, "2", " "),
        ("1", 7, "件", ""),
    ],
)
def test_gaps_become_blanks_where_they_are_seen_as_such(left: str, gap: float, right: str, between: str) -> None:
    [line] = lines_of([*glyphs(left), *glyphs(right, x=10 + gap)])
    assert line.text == left + between + right


def test_a_raised_or_smaller_sign_stays_on_its_line() -> None:
    small = Glyph("2", Box(20, -1, 25, 5))
    [line] = lines_of([*glyphs("m米"), small, *glyphs("计", x=25)])
    assert line.text == "m米²计"


@pytest.mark.parametrize(("said", "read"), [("2022", "\u2022"), ("00b7", "\u00b7"), ("0039", ""), ("00390039", "")])
def test_of_what_a_page_says_beside_a_glyph_only_dots_that_look_alike_count(said: str, read: str) -> None:
    pen = Pen(bound=10)
    pen.begin_tag(PSLiteral("Span"), {"ActualText": bytes.fromhex(f"feff{said}")})
    assert pen.said == [read]
    pen.end_tag()
    pen.end_tag()
    assert not pen.said


def test_a_glyph_drawn_twice_counts_once() -> None:
    text = glyphs("11件")
    assert once([*text, *glyphs("11件", x=0.4, top=0.2)]) == text
    assert len(once([*text, *glyphs("11件", top=2)])) == 6
