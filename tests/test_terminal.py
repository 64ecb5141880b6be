"""Colours on a terminal: only there, only with rich, never instead of words; no report steers the terminal."""

import io
import os
import re
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from tests.battery.hostile import FULL, filled, is_control
from tests.battery.naughty import NAUGHTY
from tests.command import PROGRAM, govdisclosure
from tests.tools import ROOT

import govdisclosure as gd
from govdisclosure import terminal
from govdisclosure.cli.reporters import as_text, in_lines
from govdisclosure.finding import Findings, Side, finding
from govdisclosure.locales import formatter
from govdisclosure.renderers.blocks import Sheet
from govdisclosure.renderers.text import plain
from govdisclosure.renderers.view import view

WRONG = ROOT / "examples" / "qinghe-wrong-total-2016.txt"
TABLES = ROOT / "schemas" / "conformance" / "cn-2021" / "valid" / "only-other.json"
#: The one thing that may steer the terminal: colours and weights (SGR).
STYLE = re.compile(r"\x1b\[[0-9;]*m")
MARKUP = ("[red]x[/red]", "[link=//evil.example]x[/link]", "[bold", "[/]", ":smile:", "\\[x]", "[@click=app.quit]x[/]")
every_string = pytest.mark.parametrize("text", [*NAUGHTY, *MARKUP], ids=ascii)


def on_rich(*shown: Any, width: int = 100) -> str:
    console = Console(file=io.StringIO(), force_terminal=True, width=width, _environ={})
    for one in shown:
        console.print(one)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def bare(written: str) -> str:
    """The words alone: no colours, no lines of tables, no room between."""
    return re.sub(r"[\s\u2500-\u257f]", "", STYLE.sub("", written))


# --- inert


@every_string
def test_nothing_of_a_report_steers_the_terminal(text: str) -> None:
    said = finding("year-missing", Side(paths=("title",), value=text))
    written = on_rich(filled(text), Findings((said,)), said)
    written += terminal.lines(in_lines([(text, (said,))], "en"))
    written += terminal.page(view(filled(text), formatter("en"), (said,)), whole=True)
    assert not [char for char in STYLE.sub("", written) if is_control(char) and char != "\n"]


@pytest.mark.parametrize("text", MARKUP)
def test_markup_of_rich_is_shown(text: str) -> None:
    assert on_rich(filled(text), width=400).count(text) >= 4
    assert text in STYLE.sub("", terminal.lines(in_lines([(text, ())], "en")))


# --- nothing is lost


@pytest.mark.parametrize("width", [40, 80, 200])
def test_every_word_of_the_plain_text_is_there(width: int) -> None:
    for report in (FULL, gd.load(TABLES)):
        page = view(report, formatter(report.language), gd.check(report))
        words = {bare(plain(run.text)) for block in page.narrative for run in getattr(block, "runs", ())}
        tables = [block for block in page.blocks if hasattr(block, "rows")]
        words |= {bare(plain(cell.text)) for table in tables for row in table.rows for cell in row if width == 200}
        shown = bare(on_rich(*terminal.blocks(page.blocks), width=width))
        assert [word for word in words if word not in shown] == []
        sheets = [block for block in page.blocks if isinstance(block, Sheet)]
        cells = [cell for sheet in sheets for part in sheet.parts for row in part.rows for cell in row]
        assert [cell.text for cell in cells if cell.kind == "number" and width > 40 and cell.text not in shown] == []


def test_coloured_lines_are_the_plain_lines() -> None:
    wrong = gd.replace(gd.load(TABLES), "statistics.requests.received.total", 7)
    for report in (FULL, wrong, filled("\u202eabc\x1b[31m"), gd.load(TABLES)):
        results = [("a.json", gd.check(report)), ("b.json", ())]
        for locale in ("en", "zh-Hans", "ar"):
            assert STYLE.sub("", terminal.lines(in_lines(results, locale))) == as_text(results, locale)


def test_severities_have_their_colours() -> None:
    shown = terminal.lines(in_lines([("a", gd.check(gd.read(WRONG).report))], "en"))
    assert "\x1b[1;31mError\x1b[0m" in shown


# --- where it is shown


def typed(*arguments: str | Path, **environment: str) -> str:
    """What the command shows on a terminal."""
    pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")
    shown: list[bytes] = []

    def read(handle: int) -> bytes:
        shown.append(os.read(handle, 2**16))
        return shown[-1]

    kept = dict(os.environ)
    os.environ.pop("NO_COLOR", None)
    os.environ |= {"TERM": "xterm-256color", "COLUMNS": "120"} | environment
    try:
        pty.spawn([*PROGRAM, *map(str, arguments)], read, lambda _: b"")
    finally:
        os.environ.clear()
        os.environ |= kept
    return b"".join(shown).decode().replace("\r\n", "\n")


CALLS = (("check", WRONG), ("render", WRONG, "--to", "summary"), ("render", WRONG, "--to", "text", "--locale", "en"))


@pytest.mark.parametrize("call", CALLS, ids=str)
def test_colours_on_a_terminal_alone(call: tuple[str | Path, ...]) -> None:
    piped = govdisclosure(*call).out.decode()
    assert not STYLE.search(piped)
    coloured = typed(*call)
    assert STYLE.search(coloured)
    assert typed(*call, NO_COLOR="1") == piped
    assert typed(*call, TERM="dumb") == piped
    assert STYLE.search(typed(*call, NO_COLOR=""))


def test_without_rich_the_text_is_plain(tmp_path: Path) -> None:
    (tmp_path / "rich.py").write_text("raise ModuleNotFoundError('no rich here', name='rich')")
    paths = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
    for call in CALLS:
        assert typed(*call, PYTHONPATH=paths) == govdisclosure(*call).out.decode()


def test_formats_for_programs_have_no_colours() -> None:
    assert not STYLE.search(typed("check", WRONG, "--format", "json"))
    assert not STYLE.search(typed("render", WRONG, "--to", "markdown"))


def test_a_file_has_no_colours(tmp_path: Path) -> None:
    typed("render", WRONG, "--to", "text", "-o", tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_bytes() == govdisclosure("render", WRONG, "--to", "text").out


def test_rich_prints_what_shows_itself() -> None:
    draft = gd.read(WRONG)
    assert "清河县市场监督管理局" in on_rich(draft)
    assert "powers-total" in on_rich(gd.check(draft.report), width=120)
    assert "powers-total" in on_rich(gd.check(draft.report)[0], width=120)
    assert "1,508" in on_rich(gd.load(TABLES).statistics, width=200)
    assert on_rich(gd.read(b"no year is named here"))
