"""What the markup of a page says of its text: titles, headings, raised digits, struck text."""

import pytest

from govdisclosure.limits import Limits
from govdisclosure.readers.html import observe_html
from govdisclosure.readers.observed import HiddenReason, MarkupKind, Observed


def observe(body: str, head: str = "") -> Observed:
    return observe_html(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", Limits())


def marked(observed: Observed, kind: MarkupKind) -> list[tuple[str, int | None]]:
    return [(observed.text[one.start : one.end], one.level) for one in observed.markup if one.kind is kind]


def seen(observed: Observed) -> str:
    hidden = {at for one in observed.hidden for at in range(one.start, one.end)}
    return "".join(char for at, char in enumerate(observed.text) if at not in hidden).strip()


def test_titles_are_the_contents_alone() -> None:
    head = '<title> 年报_某县 </title><meta name="ArticleTitle" content="某县审计局年报">'
    head += '<meta property="og:title" content="年报">'
    head += '<meta name="keywords" content="年报,公开"><meta name="DC.title" content="">'
    observed = observe("<svg><title>图</title></svg><p>正文</p>", head)
    assert marked(observed, MarkupKind.TITLE) == [("年报_某县", None), ("某县审计局年报", None), ("年报", None)]


def test_headings_have_their_level_and_all_their_lines() -> None:
    observed = observe("<h1>某县审计局<br>2022年年报</h1><h3><span>一、总体情况</span></h3><h2></h2>")
    assert marked(observed, MarkupKind.HEADING) == [("某县审计局\n2022年年报", 1), ("一、总体情况", 3)]
    assert marked(observed, MarkupKind.BLOCK) == [("某县审计局\n2022年年报", None)]


def test_a_class_names_a_heading_where_the_title_of_the_page_agrees() -> None:
    head = "<title>某县审计局2022年政府信息公开年报-审计局-某县</title>"
    body = '<div class="box-title">政府信息公开</div><div class="xl_Title">某县审计局<br>2022年政府信息公开年报</div>'
    observed = observe(body + '<div id="title">其他栏目的长长的名称</div>', head)
    assert marked(observed, MarkupKind.HEADING) == [("某县审计局\n2022年政府信息公开年报", None)]


def test_a_heading_within_a_block_that_is_called_a_title_counts_once() -> None:
    head = "<title>某县审计局2022年年报</title>"
    observed = observe('<div class="title"><h1>某县审计局2022年年报</h1></div>', head)
    assert marked(observed, MarkupKind.HEADING) == [("某县审计局2022年年报", 1)]


@pytest.mark.parametrize(
    ("body", "bold"),
    [
        ("<p><b>一、总体</b><strong>情况</strong></p><p>另<b>有</b></p>", ["一、总体情况"]),
        (
            '<p style="font-weight:700">二、主动公开</p><p><span style="font-weight: normal">正文</span></p>',
            ["二、主动公开"],
        ),
        ("<b><p>甲</p><p>乙</p></b>", ["甲", "乙"]),
        ("<p>甲<br><b>乙</b><br>丙</p>", ["乙"]),
        ("<table><tr><td><b>甲</b></td><td>乙</td></tr></table>", ["甲"]),
    ],
)
def test_bold_lines_are_bold_from_end_to_end(body: str, bold: list[str]) -> None:
    assert [text for text, _ in marked(observe(body), MarkupKind.STRONG)] == bold


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("<p>甲<br>乙<br/>丙</p><p>丁</p>", ["甲\n乙\n丙"]),
        ("<div>甲<br></div><div>乙</div>", []),
        ("<div>甲<br><p>乙</p></div>", []),
        ("<p>甲<br><br>乙</p><p>丙<br>丁</p>", ["甲\n乙", "丙\n丁"]),
        ("<table><tr><td>甲</td><td>乙<br>丙</td><td>丁</td></tr></table>", ["乙\n丙"]),
    ],
)
def test_blocks_are_lines_with_breaks_between(body: str, blocks: list[str]) -> None:
    assert [text for text, _ in marked(observe(body), MarkupKind.BLOCK)] == blocks


def test_links_are_texts_of_anchors_that_lead_somewhere() -> None:
    observed = observe(
        '<a href="/">首页</a> &gt; <a name="x">此处</a><div style="display:none"><a href="#">暗</a></div>'
    )
    assert marked(observed, MarkupKind.LINK) == [("首页", None)]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("46<sup>2</sup>", "46²"),
        ("46<sup>[12]</sup>", "46[¹²]"),
        ('46<span style="vertical-align:super;font-size:8px">3</span>', "46³"),
        ('46<font style="vertical-align: sub">0</font>', "46₀"),
        ("CO<sub>2</sub>", "CO₂"),
        ("<sup>注</sup>46", "注46"),
        ('<p style="vertical-align:super">46</p>', "46"),
    ],
)
def test_raised_and_lowered_digits_are_the_characters_of_that_look(cell: str, text: str) -> None:
    observed = observe(f"<table><tr><td>{cell}</td></tr></table>")
    (grid,) = observed.grids
    assert observed.of(grid.cells[0]) == text


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("4<s>5</s>6", HiddenReason.DELETED),
        ("4<strike>5</strike>6", HiddenReason.DELETED),
        ("4<del>5</del>6", HiddenReason.DELETED),
        ('4<span style="text-decoration: line-through red">5</span>6', HiddenReason.DELETED),
        ('4<span style="text-decoration-line:underline line-through">5</span>6', HiddenReason.DELETED),
        ('4<span class="a sr-only">5</span>6', HiddenReason.INVISIBLE),
    ],
)
def test_struck_and_unseen_digits_are_none_of_a_number(cell: str, reason: HiddenReason) -> None:
    observed = observe(f"<table><tr><td>甲</td><td>{cell}</td></tr></table>")
    (grid,) = observed.grids
    assert [observed.of(one) for one in grid.cells] == ["甲", "46"]
    assert [(observed.text[one.start : one.end], one.reason) for one in observed.hidden] == [("5", reason)]


def test_a_struck_cell_keeps_its_place() -> None:
    observed = observe('<table><tr><td>甲</td><td style="text-decoration:line-through">5</td><td>6</td></tr></table>')
    (grid,) = observed.grids
    assert [(one.column, observed.of(one), one.hidden) for one in grid.cells] == [
        (0, "甲", False),
        (1, "", False),
        (2, "6", False),
    ]


def test_a_line_break_within_a_cell_stays() -> None:
    observed = observe("<table><tr><td>12<br>89</td><td><p>3</p><p>4</p></td></tr></table>")
    (grid,) = observed.grids
    assert [observed.of(one) for one in grid.cells] == ["12\n89", "3\n4"]
