"""Texts that were damaged on their way are read, or refused for what they cost: never with another exception."""

from collections.abc import Callable, Sequence
from functools import cache

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.layouts.generate import documents
from tests.tables import settled_by_seed
from tests.test_text_bars import LAYOUTS, page

import govdisclosure as gd
from govdisclosure.limits import Limits
from govdisclosure.readers.markdown import observe_markdown
from govdisclosure.readers.observed import Observed
from govdisclosure.readers.plain import observe_text

#: White space of other kinds, marks of tables, and what ends a page.
ODD = (
    "\f",
    "\x0b",
    "\x1c",
    "\x85",
    "\u2028",
    "\u2003",
    "\u200b",
    "\t",
    "  ",
    "|",
    "｜",
    "<table>",
    "</td>",
    "#",
    "---|---",
    "",
)
MANY = 24


@cache
def texts() -> tuple[str, ...]:
    """Reports in every layout of text: as our own renderers print them, with bars, and as people copy them."""
    report = settled_by_seed("cn-2021", 33)
    rendered = [
        str(gd.render(settled_by_seed(form, 33), to=to))
        for form in ("cn-2014", "cn-2019")
        for to in ("text", "markdown")
    ]
    copied = [one.data.decode("utf-8", "replace") for one in documents("text", MANY, 33) if b"\0" not in one.data]
    return (*rendered, *(page(report, write) for write in LAYOUTS), *copied)


@st.composite
def mutants(draw: Callable[..., int]) -> str:
    """A text with lines deleted, doubled, cut, shifted and exchanged, and odd characters put in."""
    lines = draw(st.sampled_from(texts())).split("\n")
    for _ in range(draw(st.integers(1, 12))):
        at, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        lines = _mutated(
            lines, at, other, draw(st.integers(0, 6)), draw(st.integers(0, 80)), draw(st.sampled_from(ODD))
        )
    return "\n".join(lines)


def _mutated(lines: Sequence[str], at: int, other: int, kind: int, place: int, odd: str) -> list[str]:
    line = lines[at]
    changed = {
        0: [],
        1: [line, line],
        2: [line[:place], line[place:]],
        3: [" " * place + line],
        4: [lines[other]],
        5: [line[:place] + odd + line[place:]],
        6: [odd],
    }
    return [*lines[:at], *changed[kind], *lines[at + 1 :]] or [""]


@settings(max_examples=80, deadline=None)
@given(mutants())
@example("年度  2021\n\x0c\n格式  1\n规章  1  2\n")
def test_reading_never_raises(text: str) -> None:
    for observe in (observe_text, observe_markdown):
        seen: Observed = observe(text, Limits())
        for grid in seen.grids:
            assert all(0 <= cell.start <= cell.end <= len(seen.text) for cell in grid.cells)
            assert all(cell.column + cell.colspan <= grid.columns for cell in grid.cells)
            places = [
                (cell.row + down, cell.column + right)
                for cell in grid.cells
                for down in range(cell.rowspan)
                for right in range(cell.colspan)
            ]
            assert len(places) == len(set(places))
    gd.read(text.encode())
