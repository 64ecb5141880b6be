"""Markdown as converters write it: tables between bars and in HTML, headings, links, tags in lines."""

import pytest
from tests.tables import settled_by_seed
from tests.unmerged import HEADINGS, TableRows, padded, tables_of

import govdisclosure as gd
from govdisclosure.limits import Limits
from govdisclosure.readers.markdown import is_markdown, observe_markdown
from govdisclosure.readers.observed import MarkupKind, Observed

TITLE = "# 石桥区统计局{year}年政府信息公开工作年度报告"


def observe(*lines: str) -> Observed:
    return observe_markdown("\n".join(lines), Limits())


def cells(observed: Observed, number: int = 0) -> list[tuple[int, int, str]]:
    return [(cell.row, cell.column, observed.of(cell)) for cell in observed.grids[number].cells]


def marked(observed: Observed, kind: MarkupKind) -> list[tuple[str, int | None]]:
    return [(observed.text[one.start : one.end], one.level) for one in observed.markup if one.kind is kind]


def html(rows: TableRows) -> str:
    """As pandoc writes a table with merged cells: a tag on each line."""
    lines = ["<table>", "<tbody>"]
    for row in rows:
        lines += ["<tr>"]
        lines += [f'<td colspan="{cell.colspan}" rowspan="{cell.rowspan}">{cell.text}</td>' for cell in row]
        lines += ["</tr>"]
    return "\n".join((*lines, "</tbody>", "</table>"))


def one_line(rows: TableRows) -> str:
    """As programs write it that recognise pages: the table as a whole page on one line."""
    return f"<html><body>{html(rows).replace(chr(10), '')}</body></html>"


def bars(rows: TableRows) -> str:
    made = [f"| {' | '.join(row)} |" for row in padded(rows)]
    return "\n".join((made[0], "|---" * len(padded(rows)[0]) + "|", *made[1:]))


def bars_without_a_rule(rows: TableRows) -> str:
    return "\n".join(f"| {' | '.join(f'**{text}**' if text else '' for text in row)} |" for row in padded(rows))


@pytest.mark.parametrize("write", [html, one_line, bars, bars_without_a_rule])
def test_every_cell_is_read(write) -> None:
    report = settled_by_seed("cn-2021", 21)
    parts = [
        part
        for pair in zip(HEADINGS, map(write, tables_of(report)), strict=True)
        for part in (f"## {pair[0]}", pair[1])
    ]
    read = gd.read("\n\n".join((TITLE.format(year=report.year), *parts, "")).encode()).report
    assert read
    assert read.statistics == report.statistics


def test_a_table_in_html_is_a_grid_where_it_stands() -> None:
    observed = observe(
        "## 甲",
        "",
        '<table border="1">',
        '<tr><td colspan="2">乙</td></tr>',
        "",
        "<tr><td>丙</td><td>3<br>4</td></tr>",
        "</table>",
        "丁 5",
        "",
    )
    assert cells(observed) == [(0, 0, "乙"), (1, 0, "丙"), (1, 1, "3\n4")]
    assert observed.text == "甲\n\n乙\n丙\t3\n4\n丁 5\n"


def test_a_table_that_is_not_closed_ends_at_a_blank_line() -> None:
    observed = observe("<table><tr><td>甲</td></tr>", "", "## 乙", "<table>", "<tr><td>丙</td></tr>", "", "丁")
    assert [cells(observed, number) for number in range(2)] == [[(0, 0, "甲")], [(0, 0, "丙")]]
    assert marked(observed, MarkupKind.HEADING) == [("乙", 2)]


def test_tags_in_lines_are_no_words() -> None:
    observed = observe('# <span id="a">甲</span>', "81<sup>1</sup>与<b>乙</b>，1 < 2，4<s>5</s>6 &lt;丙&gt;")
    assert observed.text == "甲\n81¹与乙，1 < 2，4~~5~~6 <丙>"


def test_cells_with_emphasis_breaks_and_bars() -> None:
    observed = observe("| **甲** | 乙\\|丙 |", "|:--|--:|", "| 1<br>2 | __3__ |", "|---|---|", "| -- | 7* |")
    assert cells(observed) == [(0, 0, "甲"), (0, 1, "乙|丙"), (1, 0, "1\n2"), (1, 1, "3"), (2, 0, "--"), (2, 1, "7*")]


def test_headers_over_the_rule_are_rows_too() -> None:
    observed = observe("| 甲 | 乙 |", "| 丙 | 丁 |", "|---|---|", "| 1 | 2 |")
    assert [text for *_, text in cells(observed)] == ["甲", "乙", "丙", "丁", "1", "2"]


def test_headings_bold_lines_and_links() -> None:
    observed = observe("甲局年报", "====", "### 乙 ###", "**丙**", "见[附表](a.html)和![章](b.png)", "\\# 丁", "#戊")
    assert observed.text == "甲局年报\n乙\n丙\n见附表和章\n# 丁\n#戊"
    assert marked(observed, MarkupKind.HEADING) == [("甲局年报", 1), ("乙", 3)]
    assert marked(observed, MarkupKind.STRONG) == [("丙", None)]
    assert marked(observed, MarkupKind.LINK) == [("附表", None)]


def test_blanks_to_fill_in_are_no_emphasis() -> None:
    assert observe("______年，______件").text == "______年，______件"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# 甲\n乙", "markdown"),
        ("甲\n<table><tr><td>1</td></tr></table>", "markdown"),
        ("| 甲 |\n|---|\n| 1 |", "markdown"),
        ("甲\n#1 乙", "plain"),
        ("甲 | 乙\n1 | 2", "plain"),
        ("甲 <table> 乙", "plain"),
    ],
)
def test_what_is_markdown(text: str, kind: str) -> None:
    assert is_markdown(text) is (kind == "markdown")
