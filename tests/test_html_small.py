"""Pages that are small: what is let through without a scan never has more nodes than it may."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.test_html_ordinary import MANY, measured, soups
from tests.tools import examples

from govdisclosure.readers.html.small import is_small

NAMES = ("b", "i", "FONT", "strong", "nobr", "code", "a", "tt")
ATTRIBUTES = (
    "",
    " a=1",
    ' a="1"',
    " a='2' b",
    " a=2/",
    ' a=">"',
    " a='\"' c=\"'>",
    ' a=x" c=">"',
    ' a="<i>"',
    "/",
    "\f",
)
OTHERS = (
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<td>",
    "<table>",
    "</table>",
    "<object>",
    "</object>",
    "x",
    "<li>",
    "<p x='<b y='>",
)
FORMATTING = st.builds(
    lambda end, name, rest: f"<{end}{name}{rest}>",
    st.sampled_from(("", "", "/")),
    st.sampled_from(NAMES),
    st.sampled_from(ATTRIBUTES),
)


@st.composite
def formatted(draw: st.DrawFn) -> str:
    """Formatting elements and what closes or moves them, in any order, of few kinds in each page."""
    few = draw(st.lists(st.one_of(FORMATTING, st.sampled_from(OTHERS)), min_size=2, max_size=10))
    page = "".join(draw(st.lists(st.sampled_from(few), max_size=60)))
    return page * draw(st.sampled_from((1, 1, 3, 20)))


@given(st.one_of(formatted(), soups()))
@example("<p>" + "".join(f"<b a={i}>" for i in range(400)) + "</p>" + "<p>x</p>" * 400)
@example("<div>" + "".join(f"<b a={i}><div>" for i in range(100)) + "</b>" * 800)
@example('<p title="<b x=\'">' + "".join(f"<b a={i}>" for i in range(300)) + "'></p>" + "<p>x</p>" * 700)
@settings(max_examples=examples(600, 30000), deadline=None)
def test_a_small_page_has_no_more_nodes_than_it_may(page: str) -> None:
    _, nodes = measured(page)
    assert not is_small(page, nodes - 1)


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td><p class='x'><b>1</b><font face=\"宋体\">2</font></table>" * 200,
        "<div>" * 8000,  # how deep the tree is shows when it is walked
        "<p>" + "公" * 10**6,
    ],
)
def test_ordinary_pages_are_small(page: str) -> None:
    assert is_small(page, MANY)


@pytest.mark.parametrize(
    "page",
    ["<br>" * 8001, "<p " + "a=b " * 7501 + ">", "<p " + "/a" * 15001, '<b a=x"y>', "<font <i>"],
)
def test_many_tags_or_attributes_are_counted_exactly(page: str) -> None:
    assert not is_small(page, MANY)
