"""The quick look at pages before they are scanned: what it lets through is never deeper, or larger, than it says."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.tools import examples

from govdisclosure.readers.html.depth import _Scan
from govdisclosure.readers.html.ordinary import is_ordinary

#: Far more than any page here holds.
MANY = 10**6
LINES = ("b", "span", "font", "o:p", "ucap-title", "em", "label", "SPAN")
BLOCKS = ("div", "section", "center", "Div", "fieldset", "blockquote", "pre")
ALONE = (
    *("<br>", "<BR/>", "<img src=a/b.png>", "<input value='<p>'>", "<iframe src=x></iframe>"),
    *("<!-- - -- > <div> -->", "<!---->", "<![if !x]>", "<?x?>", "1 < 2", "甲", " ", "</i>", "</x>", "</head>"),
    *("<script>if (a < b) '<div>';<!-- a --></script>", "<style><!-- td {} --></style >", "<TEXTAREA><p></Textarea>"),
    *("<noscript><p><div></noscript>", "<select><option>a<option>b</select>", "<template><div>x</div></template>"),
)
ATTRIBUTES = ("", " a", " a=b", ' style="a>b"', " b = 'c' d", "\n\tclass=x", ' a="1" b="2" ')


@st.composite
def lines(draw: st.DrawFn, levels: int = 4) -> str:
    """What a paragraph holds, well nested."""
    if not levels or draw(st.booleans()):
        return draw(st.sampled_from(ALONE))
    if draw(st.integers(0, 4)) == 0:
        return f"<a href=x>{draw(st.sampled_from(ALONE))}</a>"
    name = draw(st.sampled_from(LINES))
    held = "".join(draw(st.lists(lines(levels - 1), max_size=3)))
    return f"<{name}{draw(st.sampled_from(ATTRIBUTES))}>{held}</{name}>"


def either(draw: st.DrawFn, end: str) -> str:
    """An end tag, or nothing."""
    return end if draw(st.booleans()) else ""


@st.composite
def blocks(draw: st.DrawFn, levels: int = 4) -> str:
    """What a page holds, well nested; end tags are left out where they may be."""
    kind = draw(st.sampled_from(("p", "p", "h2", "block", "line", "list", "terms", "table", "form"))) if levels else "p"
    held = "".join(draw(st.lists(blocks(levels - 1), max_size=3))) if levels else ""
    inline = draw(lines())
    if kind == "p":
        return f"<p{draw(st.sampled_from(ATTRIBUTES))}>{inline}</p>"
    if kind == "h2":
        return f"<h2>{inline}</h2>"
    if kind == "list":
        return "<ul>" + f"<li>{held}<p>{inline}{either(draw, '</li>')}" * 2 + "</ul>"
    if kind == "terms":
        return f"<dl><dt>{inline}{either(draw, '</dt>')}<dd>{held}{either(draw, '</dd>')}</dl>"
    if kind == "table":
        return draw(tables(held))
    name = draw(st.sampled_from(LINES if kind == "line" else BLOCKS))
    return f"<{name}>{held}</{name}>"


@st.composite
def tables(draw: st.DrawFn, held: str) -> str:
    """A table, whole or without what may be left out."""
    row = draw(st.sampled_from(("<tr>", "<tr>", "")))
    cell = f"<td>{held}{either(draw, '</td>')}<th><p>x{either(draw, '</th>')}"
    rows = f"{row}{cell}{either(draw, '</tr>' if row else '')}" * (2 if row else 1)
    group = draw(st.sampled_from(("", "<tbody>", "<thead>")))
    columns = draw(st.sampled_from(("", "<col>", "<colgroup><col></colgroup>", "<caption><p>x</p></caption>")))
    return f"<table>{columns}{group}{rows}{either(draw, group.replace('<', '</'))}</table>"


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page in the ordinary way."""
    body = "".join(draw(st.lists(blocks(), max_size=5)))
    before = ("", "<!DOCTYPE html>", "<!DOCTYPE html><html><head><meta charset=gbk><title>a<b</title></head><body>")
    return draw(st.sampled_from(before)) + body + draw(st.sampled_from(("", "</body></html>")))


NAMES = (
    "a b nobr font span o:p x p div h1 h2 ul li dl dt dd table caption colgroup col tbody thead tfoot tr td th form "
    "button select option optgroup input br hr img html head body pre center section svg math template title script "
    "style textarea object marquee ruby rt frameset plaintext image search details dialog menu dir address label"
)
PIECES = st.one_of(
    st.builds(
        lambda end, name, rest: f"<{end}{name}{rest}>",
        st.sampled_from(("", "", "/")),
        st.sampled_from(NAMES.split()),
        st.sampled_from((*ATTRIBUTES, "/", ' a="', "'", " =x", ' a"b')),
    ),
    st.sampled_from(ALONE),
    st.sampled_from(("<!--", "-->", "<!-->", "--!>", "<script>", "</script>", "<", "</", "</ x>", '"', "<p")),
)


@st.composite
def soups(draw: st.DrawFn) -> str:
    """Tags in any order, of few kinds in each page, so that they meet."""
    few = draw(st.lists(PIECES, min_size=2, max_size=8))
    return "".join(draw(st.lists(st.sampled_from(few), max_size=60)))


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """An ordinary page in which some pieces are left out or put in."""
    page = draw(pages())
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(page)))
        end = min(len(page), start + draw(st.sampled_from((0, 0, 1, 3, 8))))
        page = page[:start] + draw(st.one_of(PIECES, st.just(""))) + page[end:]
    return page


@given(pages())
@settings(max_examples=examples(300, 3000), deadline=None)
def test_what_is_written_in_the_ordinary_way_is_not_scanned(page: str) -> None:
    assert is_ordinary(page, 100, MANY)


@given(st.one_of(pages(), soups(), damaged()))
@example("<table><td><table><td>x")
@example("<p><table></table>x</p>" * 9)
@settings(max_examples=examples(1000, 30000), deadline=None)
def test_no_page_that_is_let_through_is_deeper_or_larger(page: str) -> None:
    depth, nodes = measured(page)
    scan = _Scan(page)
    for _ in scan.tags():
        pass
    for deepest in (depth, scan.open.deepest):
        assert deepest <= 1 or not is_ordinary(page, deepest - 1, MANY)
    assert not is_ordinary(page, MANY, max(nodes, scan.nodes) - 1)


@pytest.mark.parametrize("depth", [2, 99, 100])
def test_the_depth_is_that_of_an_element_without_content(depth: int) -> None:
    page = "<div>" * (depth - 1) + "<br>"
    assert measured(page)[0] == depth
    assert is_ordinary(page, depth, MANY)
    assert not is_ordinary(page, depth - 1, MANY)


def measured(page: str) -> tuple[int, int]:
    """How deep the elements of the body, or of the head, are nested, and how many nodes there are in all."""
    tree = LexborHTMLParser(page, scripting=True)
    todo = [(node, 0) for node in (tree.root, tree.head, tree.body) if node is not None]
    deepest = size = 0
    frame = {node.mem_id for node, _ in todo}
    while todo:
        node, depth = todo.pop()
        size += 1
        deepest = max(deepest, depth)
        todo += [(below, depth + below.is_element_node) for below in children(node) if below.mem_id not in frame]
    return deepest, size


def children(node: LexborNode) -> Iterator[LexborNode]:
    fragments = node.template_fragments() if node.tag == "template" else []
    child = fragments[0].first_child if fragments else node.first_child
    while child is not None:
        yield child
        child = child.next
