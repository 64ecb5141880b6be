"""E1, inert output: what a notebook shows of a report changes nothing around it, whatever the report says."""

import pickle
import re
import subprocess
import sys
from functools import cache
from typing import Any

import attrs
import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.battery.hostile import FULL, filled, filled_places, is_control
from tests.battery.naughty import NAUGHTY
from tests.battery.test_e1_html_inert import Seen, as_html_shows
from tests.tools import ROOT

import govdisclosure as gd
from govdisclosure.finding import Findings, Side, finding

TEXT = ROOT / "examples" / "qinghe-wrong-total-2016.txt"
TABLES = ROOT / "schemas" / "conformance" / "cn-2021" / "valid" / "only-other.json"
every_string = pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))


def displayed(text: str) -> dict[str, Any]:
    """Everything that shows itself, with one text wherever a text stands."""
    report, tables = filled(text), gd.load(TABLES)
    statistics = gd.replace(tables, "statistics.printed", {"statistics.requests.received.total": text}).statistics
    said = finding("year-missing", Side(paths=("title",), value=text), params={"a": text})
    draft = attrs.evolve(gd.read(TEXT), report=report, findings=(said,))
    return {
        "report": report,
        "places": filled_places(text),
        "statistics": statistics,
        "finding": said,
        "findings": Findings((said, *gd.check(filled_places(text)))),
        "draft": draft,
        "comparison": gd.compare([attrs.evolve(tables, publisher=one.publisher) for one in (report, FULL)]),
    }


def built(page: str) -> set[tuple[str, tuple[str, ...]]]:
    return {(node.tag or "", tuple(sorted(node.attributes))) for node in LexborHTMLParser(page).css("*")}


@cache
def harmless() -> set[tuple[str, tuple[str, ...]]]:
    pieces = [one._repr_html_() for text in ("x", "长" * 99) for one in displayed(text).values()]
    pieces += [one._repr_html_() for one in (FULL, gd.check(FULL), Findings())]
    return {element for piece in pieces for element in built(piece)}


@every_string
def test_a_piece_is_inert(text: str) -> None:
    for name, one in displayed(text).items():
        piece = one._repr_html_()
        assert built(piece) <= harmless(), name
        page = Seen(piece)
        assert not page.scripts
        assert not page.others
        assert not page.open
        assert not [said for said, _ in page.values if said in ("id", "name", "href", "src") or said.startswith("on")]
        assert piece.count("<style>") == 1
        assert not [char for char in piece if is_control(char) and char not in "\t\n\u2028\u2029"]


@every_string
def test_a_report_is_shown_as_it_is(text: str) -> None:
    assert as_html_shows(text) in "".join(Seen(filled(text)._repr_html_()).data)


def test_the_style_is_for_the_piece_alone() -> None:
    piece = FULL._repr_html_()
    style = piece.partition("<style>")[2].partition("</style>")[0]
    selectors = [one.strip() for rule in re.findall(r"([^{}]+)\{[^{}]*\}", style) for one in rule.split(",")]
    assert len(selectors) > 10
    assert all(one.startswith("div.govdisclosure") for one in selectors)
    assert not {"@import", "url(", "position", "!important"} & set(
        re.findall(r"@import|url\(|position|!important", style)
    )
    assert piece.startswith('<div class="govdisclosure"')
    assert not [level for level in "123456" if f"<h{level}" in piece]  # they would be headings of the notebook


def test_findings_are_a_tuple() -> None:
    wrong = gd.replace(gd.load(TABLES), "statistics.requests.received.total", 7)
    found = gd.check(wrong)
    assert isinstance(found, tuple)
    assert found == tuple(found)
    assert repr(found) == repr(tuple(found))
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes
    assert gd.check(gd.load(TABLES)) == ()
    assert type(gd.check_years([wrong])) is type(gd.check_rollup(wrong, [])) is type(found)
    assert "requests-balance" in found._repr_html_()  # type: ignore[attr-defined]
    assert "<th" not in Findings()._repr_html_()


def test_what_was_not_checked_is_not_called_clean() -> None:
    draft = gd.read(TEXT)
    assert not draft.findings
    assert "未发现" not in draft._repr_html_()
    assert "未发现" not in draft.report._repr_html_()


def test_a_language_without_a_locale_is_shown_too() -> None:
    report = gd.replace(FULL, "language", "qqq")
    assert '<div class="govdisclosure" lang="en" dir="ltr">' in report._repr_html_()


def test_importing_the_report_loads_no_renderer() -> None:

    code = "import sys; from govdisclosure import Report; print(*[m for m in sys.modules if 'govdisclosure' in m])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "notebook" not in loaded
    assert "renderers" not in loaded
