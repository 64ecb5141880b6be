"""E1 and E2, inert output: whatever the texts of a report, its pages, tables and lines only show them."""

import csv
import io
import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser

import pytest
from tests.battery.hostile import FULL, filled, filled_places, is_control
from tests.battery.naughty import NAUGHTY

import govdisclosure as gd
from govdisclosure.model import Report
from govdisclosure.tabular import COLUMNS, to_csv, to_jsonl

#: What a spreadsheet takes for a formula (OWASP ASVS 5.0, V1.2.10), with the full-width forms.
FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")
MADE = {"texts": filled, "places": filled_places}

every_string = pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
everywhere = pytest.mark.parametrize("where", MADE)


class Seen(HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.values: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.data: list[str] = []
        self.others: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.open.append(tag)
        self.attributes |= {(tag, name) for name, _ in attrs}
        self.values += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1] == tag or self.open[-1] == "meta", f"{tag} closes {self.open[-1]}"
        while self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.data.append(data)

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)

    def unknown_decl(self, data: str) -> None:
        self.others.append(data)


def rendered(report: Report, name: str, locale: str = "en") -> str:
    return gd.render(report, to=name, locale=locale, findings=gd.check(report))


@cache
def clean(name: str) -> str:
    """What the report gives with one harmless letter in every text field."""
    return rendered(filled("x"), name)


@cache
def clean_page() -> Seen:
    """A page with everything on it: the harmless one, and the report as it is, whose places fit."""
    harmless, whole = Seen(clean("html")), Seen(rendered(FULL, "html"))
    whole.elements |= harmless.elements
    whole.attributes |= harmless.attributes
    return whole


def as_html_shows(text: str) -> str:
    """A text as renderers/html.py says that it shows it: control and noncharacters are replaced."""

    def shown(char: str) -> str:
        point = ord(char)
        control = (point < 0x20 or 0x7F <= point < 0xA0) and char not in "\t\n"
        return "\ufffd" if control or 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE else char

    return "".join(map(shown, text))


# --- HTML -------------------------------------------------------------------------------------------------


@everywhere
@every_string
def test_a_page_has_no_new_element_or_attribute(text: str, where: str) -> None:
    page, usual = Seen(rendered(MADE[where](text), "html", "zh-Hant")), clean_page()
    assert page.elements <= usual.elements
    assert page.attributes <= usual.attributes
    assert not page.others
    assert page.open == ["meta", "meta"] or not page.open


@everywhere
@every_string
def test_a_page_runs_and_loads_nothing(text: str, where: str) -> None:
    source = rendered(MADE[where](text), "html")
    page = Seen(source)
    assert not page.elements & {"script", "iframe", "object", "embed", "link", "base", "form", "img", "svg"}
    assert not [name for name, _ in page.values if name.startswith("on") or name in ("src", "style", "srcset")]
    assert all(value.startswith("#") for name, value in page.values if name in ("href", "action", "xlink:href"))
    assert source.count("<style>") == 1
    style = source[source.index("<style>") : source.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    assert not [char for char in source if is_control(char) and char not in "\t\n\u2028\u2029"]


@every_string
def test_a_page_shows_the_text(text: str) -> None:
    shown = "".join(Seen(rendered(filled(text), "html")).data)
    assert shown.count(as_html_shows(text)) >= 4, "title, heading, paragraph, name"


@everywhere
@every_string
def test_ids_are_unique(text: str, where: str) -> None:
    page = Seen(rendered(MADE[where](text), "html"))
    ids = [value for name, value in page.values if name == "id"]
    assert len(ids) == len(set(ids))


def test_the_page_of_a_good_report_has_only_links_that_lead_somewhere() -> None:
    page = Seen(rendered(FULL, "html"))
    ids = {value for name, value in page.values if name == "id"}
    assert {value.removeprefix("#") for name, value in page.values if name == "href"} <= ids


# --- Markdown and plain text ------------------------------------------------------------------------------


@everywhere
@every_string
@pytest.mark.parametrize("name", ["markdown", "text", "summary"])
def test_every_line_stays_one_line(text: str, where: str, name: str) -> None:
    if not text.strip():
        return
    written = rendered(MADE[where](text), name)
    assert not [char for char in written if is_control(char) and char != "\n"]
    assert written.splitlines() == written.split("\n")[:-1]
    if where == "texts":
        assert written.count("\n") == clean(name).count("\n")


@every_string
def test_markdown_rows_have_their_columns(text: str) -> None:
    bare, usual = (columns(page) for page in (rendered(filled(text), "markdown"), clean("markdown")))
    assert bare == usual


def columns(page: str) -> list[int]:
    """How many cells each row of each table has, as CommonMark counts them."""
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    return [len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in rows]


# --- CSV and JSON lines -----------------------------------------------------------------------------------


def hostile_facts(text: str) -> Iterator[list[gd.Fact]]:
    for make in MADE.values():
        yield gd.facts(make(text), "en")


@every_string
def test_csv_is_read_back_and_runs_nothing(text: str) -> None:
    for rows in hostile_facts(text):
        head, *lines = csv.reader(io.StringIO(to_csv(rows), newline=""))
        assert tuple(head) == COLUMNS
        assert len(lines) == len(rows)
        for row, line in zip(rows, lines, strict=True):
            assert [guarded(row[name]) for name in COLUMNS] == line


def guarded(value: object) -> str:
    """A cell as tabular.py says that it writes it."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    return "" if value is None else str(value).lower()


def test_csv_leaves_numbers_alone() -> None:
    report = gd.replace(FULL, "metrics.0.value", -1)
    rows = list(csv.DictReader(io.StringIO(to_csv(gd.facts(report)), newline="")))
    assert {row["path"]: row["value"] for row in rows}["metrics.0"] == "-1"
    assert "98.50" in {row["value"] for row in rows}


@every_string
def test_jsonl_is_one_fact_a_line(text: str) -> None:
    for rows in hostile_facts(text):
        lines = to_jsonl(rows).split("\n")
        assert lines.pop() == ""
        assert [json.loads(line)["publisher"] for line in lines] == [row["publisher"] for row in rows]
        assert [json.loads(line)["place"] for line in lines] == [row["place"] for row in rows]
