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
in_every_look = pytest.mark.parametrize("look", ["html", "html-official", "languages"])


class Seen(HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.values: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.data: list[str] = []
        self.scripts: list[str] = []
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
        if self.open[-1:] == ["script"]:
            self.scripts.append(data)
        elif self.open[-1:] != ["style"]:
            self.data.append(data)

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)

    def unknown_decl(self, data: str) -> None:
        self.others.append(data)


def rendered(report: Report, name: str, locale: str = "en") -> str:
    return gd.render(report, to=name, locale=locale, findings=gd.check(report))


def page_of(report: Report, look: str, locale: str) -> str:
    """A page in one look, or in several languages."""
    if look != "languages":
        return rendered(report, look, locale)
    return gd.render(report, locale=[locale, "en", "ar"], findings=gd.check(report))


@cache
def clean(name: str) -> str:
    """What the report gives with one harmless letter in every text field."""
    return rendered(filled("x"), name)


@cache
def clean_page(look: str) -> Seen:
    """A page with everything on it: the harmless one, and the report as it is, whose places fit."""
    harmless, whole = (Seen(page_of(report, look, "zh-Hans")) for report in (filled("x"), FULL))
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


@in_every_look
@everywhere
@every_string
def test_a_page_is_inert(text: str, where: str, look: str) -> None:
    source = page_of(MADE[where](text), look, "zh-Hans")
    page = Seen(source)
    nothing_is_new(page, clean_page(look))
    nothing_runs_or_loads(page, source)
    links_lead_somewhere(page)


def nothing_is_new(page: Seen, usual: Seen) -> None:
    """No element or attribute that the page of a harmless report does not have."""
    assert page.elements <= usual.elements
    assert page.attributes <= usual.attributes
    assert not page.others
    assert page.open == ["meta", "meta"] or not page.open


def nothing_runs_or_loads(page: Seen, source: str) -> None:
    assert not page.elements & {"iframe", "object", "embed", "link", "base", "form", "img", "image", "use"}
    assert source.count("<script") == source.count('<script type="application/ld+json">') == 1
    assert not [name for name, _ in page.values if name.startswith("on") or name in ("src", "srcset")]
    assert not [value for name, value in page.values if name == "style" and "padding-inline-start" not in value]
    assert all(value.startswith("#") for name, value in page.values if name in ("href", "action", "xlink:href"))
    assert source.count("<style>") == 1
    style = source[source.index("<style>") : source.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    assert not [char for char in source if is_control(char) and char not in "\t\n\u2028\u2029"]


def links_lead_somewhere(page: Seen) -> None:
    """Every id is there once, and every link leads to one."""
    ids = [value for name, value in page.values if name == "id"]
    assert len(ids) == len(set(ids))
    assert {value.removeprefix("#") for name, value in page.values if name == "href"} <= set(ids)


@every_string
def test_metadata_is_data_alone(text: str) -> None:
    (written,) = Seen(rendered(filled(text), "html")).scripts
    assert not set("<>&\u2028\u2029") & set(written)
    said = json.loads(written)
    assert said["@type"] == "Report"
    if text:
        assert said["name"] == said["publisher"]["name"] == as_html_shows(text)


@every_string
def test_a_page_shows_the_text(text: str) -> None:
    shown = "".join(Seen(rendered(filled(text), "html")).data)
    assert shown.count(as_html_shows(text)) >= 4, "title, heading, paragraph, name"


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
