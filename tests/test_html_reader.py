"""What is seen on web pages: lines, cells, what is hidden, and that nothing is lost."""

import random
import subprocess
import sys
from collections.abc import Callable

import pytest
from tests.tools import examples

from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import DEFAULT_LIMITS, Limits
from govdisclosure.readers.html import observe_html
from govdisclosure.readers.html.charset import declared_encoding
from govdisclosure.readers.observed import HiddenReason, Observed

INVISIBLE, MARKUP, DESCRIPTION = HiddenReason.INVISIBLE, HiddenReason.MARKUP, HiddenReason.DESCRIPTION


def observe(page: str) -> Observed:
    return observe_html(page, DEFAULT_LIMITS)


def hidden(observed: Observed) -> list[tuple[HiddenReason, str]]:
    return [(h.reason, observed.text[h.start : h.end]) for h in observed.hidden]


def grid(observed: Observed, number: int = 0) -> list[tuple[int, int, str]]:
    return [(c.row, c.column, observed.of(c)) for c in observed.grids[number].cells if not c.hidden]


LINES = {
    "<p>一<p>二": "一\n二",
    "<div>一<div>二</div>三</div>": "一\n二\n三",
    "一<br>二<br/><br>三": "一\n二\n三",
    "<p>一</br>二</p>": "一\n二",
    "<h1>一</h1>二<ul><li>三<li>四</ul>": "一\n二\n三\n四",
    "<p>收到<b>申请</b><span lang=EN-US>12<o:p></o:p></span>件</p>": "收到申请12件",
    "<p> 一  二\n三\t四 </p>": "一 二 三 四",
    "<p>一<b> 二 </b> 三": "一 二 三",
    "<p>一<b> </b>二": "一 二",
    "<p>　　一\u00a0\u00a0二": "　　一\u00a0\u00a0二",
    "<pre>一\n  二\n\n三</pre>四": "一\n  二\n\n三\n四",
    "<textarea>\n一\n二</textarea>": "一\n二",
    "&lt;p&gt;&nbsp;&#19968;&amp;amp;": "<p>\u00a0一&amp;",
    "<table><tr><td>一<td>二<tr><td>三<td>四</table>五": "一\t二\n三\t四\n五",
    "<table><tr><td><td>二<td><tr><td>三</table>": "\t二\t\n三",
    "<table><tr><td>本年新<br/>制作数量</td><td><p>一</p><p>二</p></td></tr></table>": "本年新\n制作数量\t一\n二",
    "<table><tr><td>一<table><tr><td>二<td>三</table>四<td>五</table>": "一\n二\t三\n四\t五",
    "<table><caption>表</caption><tr><td>一</table>": "表\n一",
    "<table>外<tr><td>一</td>也<tr>还<td>二</table>": "外也还\n一\n二",
    "<p><table><tr><td>一</table></p>二": "一\n二",
    "<fieldset><legend>一</legend>二</fieldset>": "一\n二",
    "<p>姓名<input value=张三>岁": "姓名张三岁",
    "<select><option>一<option>二</select><button>三</button>": "一\n二\n三",
    "<select><optgroup label=甲><option>一</select>": "甲\n一",
    "<xml><w:View>Normal</w:View></xml><p>一": "Normal\n一",
    "<v:shape><v:textbox><div>框</div></v:textbox></v:shape>": "框",
    "<marquee>一</marquee><center>二</center>": "一\n二",
    "<svg><text>一</text><text>二</text></svg>": "一\n二",
    "<p>一</p></body></html>二": "一\n二",
    "一\0二": "一二",
    "一\ud800二": "一\ufffd二",
    "": "",
}


@pytest.mark.parametrize("page", LINES)
def test_the_text_is_that_of_the_page(page: str) -> None:
    observed = observe(page)
    assert observed.text == LINES[page]
    assert not observed.hidden


HIDDEN = {
    "<p>一<!-- 注 -->二</p>三": ("一二\n注\n三", [(MARKUP, "注")]),
    "<p>一<script>\n var a;\n b</script>二</p>": ("一二\n var a;\n b", [(MARKUP, " var a;\n b")]),
    "<style>p{}</style><p>一": ("p{}\n一", [(MARKUP, "p{}")]),
    "<p>一<!--[if gte mso 9]><p>二</p><![endif]-->": (
        "一\n[if gte mso 9]><p>二</p><![endif]",
        [(MARKUP, "[if gte mso 9]><p>二</p><![endif]")],
    ),
    "<p>一<![if !vml]>二<![endif]>三": ("一二三\n[if !vml]\n[endif]", [(MARKUP, "[if !vml]"), (MARKUP, "[endif]")]),
    "<title>题</title><meta name=PubDate content=2020-01-31><p>一": (
        "题\nPubDate: 2020-01-31\n一",
        [(DESCRIPTION, "题"), (DESCRIPTION, "PubDate: 2020-01-31")],
    ),
    "<p>一<img src=a alt=图>二": ("一二\n图", [(DESCRIPTION, "图")]),
    "<p>一<a title=一>二</a><a title=提示>三</a>": ("一二三\n提示", [(DESCRIPTION, "提示")]),
    "<p>一<b hidden>二</b>三": ("一三\n二", [(INVISIBLE, "二")]),
    "<div style='color:red; DISPLAY : None'><p>一<p>二</div>三": ("一\n二\n三", [(INVISIBLE, "一\n二")]),
    "<div style='display:none;display:block'>一</div>": ("一", []),
    "<div hidden style='display:block'>一</div>": ("一", []),
    "<div style='visibility:/**/hidden'>一</div>": ("一", [(INVISIBLE, "一")]),
    "<div style='mso-hide:all'>一</div>": ("一", []),
    "<template><p>一</template>二": ("一\n二", [(INVISIBLE, "一")]),
    "<noscript><p>一</noscript>二": ("<p>一\n二", [(INVISIBLE, "<p>一")]),
    "<iframe srcdoc='<p>一'>二</iframe>三": ("<p>一\n二\n三", [(MARKUP, "<p>一"), (MARKUP, "二")]),
    "<input type=hidden value=一>二": ("一\n二", [(MARKUP, "一")]),
    "<div hidden>一<script>二</script></div>三": ("一\n二\n三", [(INVISIBLE, "一"), (MARKUP, "二")]),
    "<table><tr><td>一<!--注--><td>二</table>三": ("一\t二\n注\n三", [(MARKUP, "注")]),
}


@pytest.mark.parametrize("page", HIDDEN)
def test_what_is_hidden_stands_on_lines_of_its_own(page: str) -> None:
    text, stretches = HIDDEN[page]
    observed = observe(page)
    assert observed.text == text
    assert hidden(observed) == stretches
    for one in observed.hidden:
        assert observed.text[one.start - 1 : one.start] in ("", "\n")
        assert observed.text[one.end : one.end + 1] in ("", "\n")


def test_cells_point_into_the_text() -> None:
    observed = observe("<table><tr><td> 一 <td><p></p><td>　二\u00a0<tr><td colspan=3><p>三<p>四</table>")
    assert grid(observed) == [(0, 0, "一"), (0, 1, ""), (0, 2, "二"), (1, 0, "三\n四")]
    assert observed.grids[0].columns == 3


def test_inner_tables_have_grids_of_their_own() -> None:
    page = "<table><tr><td>外<table><tr><td>一<td>二</table><td>后</table><table><tr><td>下</table>"
    observed = observe(page)
    assert grid(observed, 0) == [(0, 0, "外\n一\t二"), (0, 1, "后")]
    assert grid(observed, 1) == [(0, 0, "一"), (0, 1, "二")]
    assert grid(observed, 2) == [(0, 0, "下")]


def test_a_hidden_row_takes_no_place() -> None:
    observed = observe("<table><tr><td rowspan=2>甲<td>1<tr style='display:none'><td>甲<td>1<tr><td>2</table>")
    assert grid(observed) == [(0, 0, "甲"), (0, 1, "1"), (1, 1, "2")]
    assert [(c.row, c.column, observed.of(c)) for c in observed.grids[0].cells if c.hidden] == [
        (2, 0, "甲"),
        (2, 1, "1"),
    ]
    assert hidden(observed) == [(INVISIBLE, "甲\t1")]
    assert observed.text == "甲\t1\n2\n甲\t1"


def test_a_hidden_cell_takes_no_place_and_a_blank_one_does() -> None:
    page = "<table><tr><td>一<td hidden>隐<td style='visibility:hidden'>空<td>二</table>"
    observed = observe(page)
    assert grid(observed) == [(0, 0, "一"), (0, 2, "二")]
    assert [(c.row, c.column, observed.of(c)) for c in observed.grids[0].cells if c.hidden] == [
        (0, 1, "空"),
        (1, 0, "隐"),
    ]


def test_a_hidden_table_is_a_grid_of_hidden_cells() -> None:
    observed = observe("<div hidden><table><tr><td>一<td>二<tr><td>三</table></div>四")
    assert [(c.row, c.column, observed.of(c), c.hidden) for c in observed.grids[0].cells] == [
        (0, 0, "一", True),
        (0, 1, "二", True),
        (1, 0, "三", True),
    ]
    assert observed.text == "一\t二\n三\n四"


def test_empty_hidden_cells_stand_in_the_text() -> None:
    observed = observe("<table><tr><td>一<tr hidden><td><td><td></table>")
    assert observed.text == "一"
    assert [(c.start, c.end) for c in observed.grids[0].cells if c.hidden] == [(1, 1)] * 3


def test_a_template_in_a_table_is_not_part_of_it() -> None:
    observed = observe("<table><template><tr><td>样</table></template><tr><td>一</table>")
    assert grid(observed) == [(0, 0, "一")]
    assert "样" in observed.text


def test_the_number_of_nodes_is_limited() -> None:
    assert observe_html("<p>一" * 100, Limits(html_nodes=220)).text.count("一") == 100
    with pytest.raises(LimitExceeded, match="html_nodes"):
        observe_html("<p>一" * 100, Limits(html_nodes=199))


#: Places where a page can say something; each takes a marker.
POSITIONS: tuple[Callable[[str], str], ...] = (
    lambda m: f"<p>{m}</p>",
    lambda m: f"<p>{m}",
    lambda m: f"<div><b>{m}</div></b>",
    lambda m: m,
    lambda m: f"<!-- {m} -->",
    lambda m: f"<!--[if gte mso 9]><xml>{m}</xml><![endif]-->",
    lambda m: f"<![if !supportLists]>{m}<![endif]>",
    lambda m: f"<? {m} ?>",
    lambda m: f"</ {m}>",
    lambda m: f"<![CDATA[{m}]]>",
    lambda m: f"<script>var x = '{m}';</script>",
    lambda m: f'<script type=\'application/json\'>{{"a": "{m}"}}</script>',
    lambda m: f"<style>/* {m} */</style>",
    lambda m: f"<span hidden>{m}</span>",
    lambda m: f"<p style='display:none'>{m}</p>",
    lambda m: f"<table><caption>{m}</caption><tr><td>x</table>",
    lambda m: f"<table><tr><td>x</td></tr>{m}<tr><td>y</td></tr></table>",
    lambda m: f"<table><colgroup>{m}</colgroup><tr><td>x</table>",
    lambda m: f"<table><tr><td>x<table><tr><td>{m}</table></table>",
    lambda m: f"<table><tr style='display:none'><td>{m}</table>",
    lambda m: f"<table><tr><td hidden>{m}<td>x</table>",
    lambda m: f"<table><tr><td>x<!-- {m} --></table>",
    lambda m: f"<td>{m}</td>",
    lambda m: f"<select><option>{m}<option>x</select>",
    lambda m: f"<select><optgroup label='{m}'><option>x</select>",
    lambda m: f"<select><option label='{m}'>x</select>",
    lambda m: f"<datalist><option value='x'>{m}</datalist>",
    lambda m: f"<title>{m}</title>",
    lambda m: f"<meta name=description content='{m}'>",
    lambda m: f"<img alt='{m}'>",
    lambda m: f"<area alt='{m}'>",
    lambda m: f"<a title='{m}'>x</a>",
    lambda m: f"<input value='{m}'>",
    lambda m: f"<input type=hidden value='{m}'>",
    lambda m: f"<input placeholder='{m}'>",
    lambda m: f"<textarea>{m}</textarea>",
    lambda m: f"<button>{m}</button>",
    lambda m: f"<fieldset><legend>{m}</legend></fieldset>",
    lambda m: f"<template><p>{m}</template>",
    lambda m: f"<noscript><p>{m}</noscript>",
    lambda m: f"<iframe>{m}</iframe>",
    lambda m: f"<iframe srcdoc='{m}'></iframe>",
    lambda m: f"<object>{m}</object>",
    lambda m: f"<svg><title>{m}</title><text>x</text></svg>",
    lambda m: f"<svg><text>{m}</text></svg>",
    lambda m: f"<math><mi>{m}</mi></math>",
    lambda m: f"<v:shape><v:textbox>{m}</v:textbox></v:shape>",
    lambda m: f"<pre>\n{m}\n</pre>",
    lambda m: f"<ruby>x<rp>(</rp><rt>{m}</rt></ruby>",
    lambda m: f"<details><summary>x</summary>{m}</details>",
    lambda m: f"</p></div>{m}</body></html>{m}",
)


@pytest.mark.parametrize("seed", range(examples(300, 3000)))
def test_nothing_is_lost(seed: int) -> None:
    chosen = random.Random(seed)  # noqa: S311
    markers = [f"标{seed}之{number}号" for number in range(50)]
    page = "".join(chosen.choice(POSITIONS)(marker) for marker in markers)
    observed = observe(chosen.choice(("", "<!DOCTYPE html><html><head>", "<html><body>")) + page)
    assert [marker for marker in markers if marker not in observed.text] == []
    for grid_seen in observed.grids:
        assert all(0 <= c.start <= c.end <= len(observed.text) for c in grid_seen.cells)
        assert all(observed.of(c) == observed.of(c).strip() for c in grid_seen.cells)


@pytest.mark.parametrize("seed", range(examples(100, 2000)))
def test_broken_pages_are_read_too(seed: int) -> None:
    """Pages with characters lost, doubled and changed: every grid fits the text, whatever is left of the markup."""
    chosen = random.Random(seed)  # noqa: S311
    signs = list("".join(chosen.choice(POSITIONS)(f"标{number}号") for number in range(30)))
    for _ in range(chosen.randint(1, 40)):
        place = chosen.randrange(len(signs))
        signs[place] = chosen.choice(("", "<", ">", '"', "'", "/", "&#", "\0", "\ud800", "</table>", "<td>", "<!--"))
    observed = observe("".join(signs))
    for one in observed.grids:
        assert all(0 <= c.start <= c.end <= len(observed.text) for c in one.cells)
        assert all(c.row + c.rowspan <= one.rows and c.column + c.colspan <= one.columns for c in one.cells)
    ends = [0, *(h.end for h in observed.hidden)]
    assert all(end <= h.start < h.end <= len(observed.text) for end, h in zip(ends, observed.hidden, strict=False))


def test_reading_is_the_same_in_every_process() -> None:
    code = "import sys; from govdisclosure.readers.html import observe_html as o; "
    code += "from govdisclosure.limits import DEFAULT_LIMITS as d; print(repr(o(sys.stdin.read(), d)))"
    page = "<a title=甲><a title=乙>" + "".join(position(f"标{n}") for n, position in enumerate(POSITIONS))
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=page,
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


ENCODINGS = {
    b"<meta charset=gb2312>": "gb2312",
    b"<META CHARSET = 'GBK' />": "GBK",
    b'<meta http-equiv="Content-Type" content="text/html; charset=gb18030">': "gb18030",
    b"<meta content='text/html;charset=big5' http-equiv=content-type>": "big5",
    b'<?xml version="1.0" encoding="UTF-8"?><html>': "UTF-8",
    b'\xef\xbb\xbf<?xml version="1.0" encoding="UTF-8"?><meta charset=gbk>': "UTF-8",
    b"<!-- <meta charset=gbk> --><meta charset=utf-8>": "utf-8",
    b"<!-- <meta charset=gbk>": None,
    b"<script>'<meta charset=gbk>'</script>": None,
    b"<title><meta charset=gbk></title>": None,
    b"<meta name=keywords content='charset=gbk'>": None,
    b"<meta name=viewport content='a>b'><meta charset=utf-8>": "utf-8",
    b"charset=gbk": None,
    b" " * 4096 + b"<meta charset=gbk>": None,
    b"": None,
}


@pytest.mark.parametrize("head", ENCODINGS)
def test_the_declared_encoding(head: bytes) -> None:
    assert declared_encoding(head) == ENCODINGS[head]
