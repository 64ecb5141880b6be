"""Ratios, measured in one run: what the library costs beside the bare parts that it stands on.

    python bench/run.py

Each case is timed next to its yardstick, interleaved, best of several rounds; trust the ratios, not the times.
A goal that is missed is printed as missed; nothing fails, because a busy machine is no fault of the code.
"""

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from decimal import Decimal
from html import escape
from pathlib import Path
from unittest.mock import patch

import attrs
import orjson
from babel.numbers import format_decimal

import govdisclosure as gd
from govdisclosure.checks.tables import check_equations
from govdisclosure.form import compile_form
from govdisclosure.grid import GridCell, grids
from govdisclosure.locales import Formatter, formatter
from govdisclosure.renderers.html_style import READING
from office import bench_office
from pages import bench_pages
from pdf import bench_pdf
from workbooks import bench_workbooks

ROOT = Path(__file__).parent.parent
#: A report of the newest form with a number in every cell, all rules fulfilled.
FILLED = ROOT / "schemas" / "conformance" / "cn-2021" / "valid" / "only-other.json"
EXAMPLE = ROOT / "examples" / "qinghe-market-supervision-2016.txt"
ROUNDS = 9


def best(cases: dict[str, Callable[[], object]], seconds: float = 0.05) -> dict[str, float]:
    """Seconds a call for each case, cases interleaved, best of the rounds."""
    counts = {}
    for name, call in cases.items():
        call()
        start = time.perf_counter()
        call()
        counts[name] = max(1, int(seconds / max(time.perf_counter() - start, 1e-7)))
    times = dict.fromkeys(cases, float("inf"))
    for _ in range(ROUNDS):
        for name, call in cases.items():
            start = time.perf_counter()
            for _ in range(counts[name]):
                call()
            times[name] = min(times[name], (time.perf_counter() - start) / counts[name])
        gc.collect()
    return times


def tell(what: str, value: float, goal: str = "", *, met: bool | None = None) -> None:
    """One line of the result."""
    verdict = "" if met is None else ("  reached" if met else "  MISSED")
    print(f"{what:<66} {value:10.2f}  {goal}{verdict}")


def bench_json(report: gd.Report) -> None:
    """loads and dumps against orjson on the same bytes."""
    text = gd.dumps(report)
    raw = text.encode()
    document = orjson.loads(raw)
    times = best(
        {
            "orjson.loads": lambda: orjson.loads(raw),
            "loads": lambda: gd.loads(raw),
            "json.loads": lambda: json.loads(raw),
            "orjson.dumps": lambda: orjson.dumps(document),
            "dumps": lambda: gd.dumps(report),
            "json.dumps": lambda: json.dumps(document, ensure_ascii=False, separators=(",", ":")),
        }
    )
    load = times["loads"] / times["orjson.loads"]
    dump = times["dumps"] / times["orjson.dumps"]
    print(f"\nJSON, a report of {len(raw):,} bytes ({len(report.metrics)} figures); ratios to orjson")
    tell("loads / orjson.loads", load, "goal at most 11", met=load <= 11)
    tell("standard json.loads / orjson.loads", times["json.loads"] / times["orjson.loads"])
    tell("dumps / orjson.dumps", dump, "goal at most 18", met=dump <= 18)
    tell("standard json.dumps / orjson.dumps", times["json.dumps"] / times["orjson.dumps"])


def bench_numbers() -> None:
    """Formatting 300 numbers against plain Babel calls."""
    numbers: list[int | Decimal] = [n * n * 37 % 1_000_003 for n in range(200)]
    numbers += [Decimal(n * 7919 % 10007) / 100 for n in range(100)]
    form = formatter("zh-Hans")

    def plain() -> None:
        for number in numbers:
            format_decimal(number, locale="zh_Hans_CN")

    def ours() -> None:
        for number in numbers:
            form.number(number)

    times = best({"plain": plain, "ours": ours})
    gain = times["plain"] / times["ours"]
    print("\nFormatting 300 numbers")
    tell("plain Babel calls / formatter", gain, "goal at least 10", met=gain >= 10)


def bench_import() -> None:
    """Fresh processes: the package and the first report against doing nothing."""
    first = (
        "from datetime import date; import govdisclosure as g; from govdisclosure.model import Period; "
        "g.Report(form='cn-2014', year=2014, period=Period(start=date(2014,1,1), end=date(2014,12,31)))"
    )
    programs = {"nothing": "pass", "attrs": "import attrs", "import": "import govdisclosure", "first report": first}
    times = dict.fromkeys(programs, float("inf"))
    with tempfile.TemporaryDirectory() as compiled:
        # pip compiles what it installs; the source tree is compiled to here, by a first run that is not timed.
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = compiled
        for turn in range(26):
            for name, program in programs.items():
                start = time.perf_counter()
                subprocess.run([sys.executable, "-c", program], check=True, env=environment)
                if turn:
                    times[name] = min(times[name], time.perf_counter() - start)
    more = {name: 1000 * (value - times["nothing"]) for name, value in times.items()}
    print(f"\nFresh processes, milliseconds more than `python -c pass` ({1000 * times['nothing']:.1f} ms)")
    tell("import govdisclosure", more["import"], "goal at most 2", met=more["import"] <= 2)
    tell("import and the first Report", more["first report"], "goal at most 40", met=more["first report"] <= 40)
    tell("of which import attrs", more["attrs"])


def bench_read(text: str) -> None:
    """Reading a text report of about 10 KB against decoding it and splitting it into lines."""
    raw = text.encode()
    times = best({"bare": lambda: raw.decode().splitlines(), "read": lambda: gd.read(raw)}, 0.02)
    print(f"\nReading a text report of {len(raw):,} bytes")
    tell("read / decode and splitlines", times["read"] / times["bare"])
    tell("read, milliseconds", 1000 * times["read"])
    tracemalloc.start()
    draft = gd.read(raw)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    tell("peak memory of one read / bytes of the text", peak / len(raw))
    assert draft.report is not None
    page = best({"html": lambda: gd.render(draft.report, to="html", locale="en")}, 0.02)
    tell("render to HTML, milliseconds", 1000 * page["html"])
    checked = best({"check": lambda: gd.check(draft.report)}, 0.02)
    tell("check, milliseconds", 1000 * checked["check"])


def plain_grid(report: gd.Report) -> Callable[[], str]:
    """The page of a report's tables alone, by f-strings: layout, headers, spans and ids as the renderer writes them."""
    statistics = report.statistics
    assert statistics is not None
    form = compile_form(type(statistics))
    scopes = {"column": "col", "corner": "col", "row": "row", "heading": "rowgroup"}

    def cell(one: GridCell, values: dict[str, object]) -> str:
        if one.path is None:
            words = escape(one.header.text) if one.header else ""
            scope = scopes.get(one.kind, "")
            return (
                f'<th class="{one.kind}" scope="{scope}" rowspan="{one.rowspan}" colspan="{one.colspan}">{words}</th>'
            )
        value = values[one.path]
        words = f"{value:,}" if isinstance(value, int) else escape(str(value))
        return f'<td class="number" id="{one.path}">{words}</td>'

    def page() -> str:
        values: dict[str, object] = dict(form.values(statistics))
        head = f"<title>{escape(report.title or '')}</title>\n<style>{READING}</style>\n"
        parts = [f'<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n{head}</head>\n<body>\n']
        for grid in grids(statistics):
            parts.append(f'<table id="{grid.table.path}">\n<caption>{escape(grid.table.mark.title)}</caption>\n')
            for part in grid.parts:
                if part.banner:
                    words = escape(part.banner.text)
                    parts.append(f'<tr><th scope="rowgroup" colspan="{grid.width}">{words}</th></tr>\n')
                parts += [
                    f"<tr>{''.join([cell(one, values) for one in row])}</tr>\n" for row in (*part.head, *part.rows)
                ]
            parts.append("</table>\n")
        return "".join([*parts, "</body>\n</html>\n"])

    return page


def formatting(report: gd.Report, locale: str) -> Callable[[], object]:
    """The formatting of all numbers that a page of the report prints, without the rest of the page."""
    printed: list[tuple[Callable[..., str], int | Decimal]] = []

    def noted(method: Callable[..., str]) -> Callable[..., str]:
        def note(form: Formatter, value: int | Decimal) -> str:
            printed.append((method, value))
            return method(form, value)

        return note

    with patch.multiple(Formatter, number=noted(Formatter.number), percent=noted(Formatter.percent)):
        gd.render(report, to="html", locale=locale)
    form = formatter(locale)
    return lambda: [method(form, value) for method, value in printed]


def bench_tables() -> None:
    """A full report of the newest form: JSON, all rules, diagnosis of one wrong cell, HTML."""
    report = gd.load(FILLED)
    raw = gd.dumps(report).encode()
    document = orjson.loads(raw)
    path, value = next((f["path"], f["value"]) for f in gd.facts(report) if f["part_of"])
    wrong = gd.replace(report, path, value + 1)
    cells = [fact for fact in gd.facts(report) if fact["value"] is not None]

    def plain() -> str:
        rows = [
            f'<tr><th scope="row">{escape(c["label"])}</th><td class="number" id="{c["path"]}">{c["value"]:,}</td></tr>'
            for c in cells
        ]
        return f"<!DOCTYPE html><html><body><table>{''.join(rows)}</table></body></html>"

    grid = plain_grid(report)
    times = best(
        {
            "orjson.loads": lambda: orjson.loads(raw),
            "loads": lambda: gd.loads(raw),
            "orjson.dumps": lambda: orjson.dumps(document),
            "dumps": lambda: gd.dumps(report),
            "rules": lambda: list(check_equations(report)),
            "check": lambda: gd.check(report),
            "rules, wrong": lambda: list(check_equations(wrong)),
            "diagnose": lambda: gd.diagnose(wrong),
            "plain": plain,
            "grid": grid,
            "html": lambda: gd.render(report, to="html", locale="zh-Hans"),
            "numbers": formatting(report, "zh-Hans"),
        }
    )
    load, parsed = times["loads"] / times["orjson.loads"], times["orjson.loads"]
    dump, rules = times["dumps"] / times["orjson.dumps"], times["check"] / parsed
    search, page = times["diagnose"] / times["check"], times["html"] / times["plain"]
    print(f"\nStatutory tables, {len(cells)} cells, {len(raw):,} bytes of JSON")
    tell("loads / orjson.loads", load, "goal at most 11", met=load <= 11)
    tell("dumps / orjson.dumps", dump, "goal at most 18", met=dump <= 18)
    tell("rules of the form / orjson.loads", times["rules"] / parsed)
    tell("check, everything / orjson.loads", rules, "goal at most 4", met=rules <= 4)
    tell("rules of the form, one cell wrong / orjson.loads", times["rules, wrong"] / parsed)
    tell("diagnosis of one wrong cell / check", search, "goal at most 1000", met=search <= 1000)
    tell("HTML / plain f-strings over the same cells", page, "goal at most 6", met=page <= 6)
    page = times["html"] / times["grid"]
    tell("HTML / f-strings over the same grid", page, "goal at most 3", met=page <= 3)
    share = times["numbers"] / times["html"]
    tell("formatting of all its numbers / HTML", share, "goal at most 0.1", met=share <= 0.1)


def main() -> None:
    """Run everything."""
    text = EXAMPLE.read_text("utf-8")
    # The example's own paragraphs, repeated under further numbers, make a report of about 10 KB.
    long = text
    while len(long.encode()) < 10_000:
        long += "\n" + "\n".join(text.splitlines()[8:14])
    draft = gd.read(EXAMPLE)
    assert draft.report is not None
    print(f"Python {sys.version.split()[0]}; trust ratios, not times")
    bench_json(draft.report)
    bench_tables()
    bench_numbers()
    bench_import()
    bench_read(long)
    bench_pages(best, tell)
    bench_office(best, tell, FILLED, EXAMPLE)
    bench_workbooks(best, tell, {"tables": gd.load(FILLED), "a narrative report": draft.report})
    tables = gd.load(FILLED)
    whole = attrs.evolve(draft.report, form=tables.form, year=tables.year, statistics=tables.statistics)
    bench_pdf(best, tell, whole)


if __name__ == "__main__":
    main()
