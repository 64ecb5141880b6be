"""B5 for copied text, Markdown and tables: large and hostile inputs cost little more than their size."""

import json
import subprocess
import sys
from typing import Any

import pytest
from tests.tools import FULL

#: Read what an expression makes, in a process of its own; the peak is that of reading, above that of imports.
_CHILD = """
import json, re, resource, sys, time
from pathlib import Path
import govdisclosure as gd

def peak():
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\\s+(\\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

TOP = "青禾县2021年政府信息公开工作年度报告\\n一、总体情况\\n"
HTML = "<html><body><h1>青禾县2021年政府信息公开工作年度报告</h1>"
N, made = json.loads(sys.stdin.read())
data = eval(made).encode()
gd.read(TOP.encode()), gd.read((HTML + "<p>1").encode())
before, start = peak(), time.process_time()
try:
    draft = gd.read(data)
    found = {"lost": 0 if draft.report else len(data)}
except gd.LimitExceeded as error:
    found = {"limit": error.limit}
print(json.dumps(found | {"seconds": time.process_time() - start, "megabytes": peak() - before, "bytes": len(data)}))
"""

#: What is read, by an expression of the size ``N``, and the size that makes about five megabytes of it.
LINES = {
    "rows of tabs": ("TOP + '行政许可\\t12\\t3\\n' * N", 280_000),
    "rows of numbers": ("TOP + '1\\t2\\t3\\n' * N", 800_000),
    "columns": ("TOP + ('x\\t' * N + '\\n') * 5", 500_000),
    "short lines": ("TOP + '公开信息\\n' * N", 380_000),
    "short lines that differ": ("TOP + ''.join(f'公开信息{i}\\n' for i in range(N))", 280_000),
    "numbers on lines": ("TOP + '12\\n' * N", 1_600_000),
    "labels and numbers on lines": ("TOP + '许可\\n12\\n' * N", 500_000),
    "labels behind tabs": ("TOP + '\\t许可\\n' * N", 600_000),
    "one line": ("TOP + '公' * N", 1_700_000),
    "one line of digits": ("TOP + '1' * N", 5_000_000),
    "one line of words": ("TOP + '公开 1 ' * N", 550_000),
    "one line of columns": ("TOP + '公开  1  ' * N", 450_000),
    "three lines of columns": ("TOP + ('项目    ' + '12    ' * N + '\\n') * 3", 270_000),
    "rows of columns": ("TOP + '行政许可    12     3\\n' * N", 200_000),
    "ragged columns": ("TOP + ''.join('项' + ' ' * (i % 500 + 2) + f'{i}   甲\\n' for i in range(N))", 19_000),
    "columns on a diagonal": ("TOP + ''.join('项' + ' ' * (3 * i + 2) + '12\\n' for i in range(N))", 1_800),
    "bars": ("TOP + '|' * N", 5_000_000),
    "a rule of bars": ("TOP + '|a|\\n' + '|-' * N + '|\\n|1|\\n'", 2_500_000),
    "rows between bars": ("TOP + '|a|b|\\n|--|--|\\n' + '|行政许可|12|\\n' * N", 270_000),
    "rules": ("TOP + '|--|--|\\n' * N", 620_000),
    "dashes": ("TOP + '-' * N", 5_000_000),
    "dashes and colons": ("TOP + ':--' * N + '|'", 1_700_000),
    "tabs": ("TOP + '\\t' * N", 5_000_000),
    "lines of tabs": ("TOP + '\\t\\t\\n' * N", 1_700_000),
    "commas": ("TOP + ',' * N", 5_000_000),
    "lines of commas": ("TOP + ',,,\\n' * N", 1_250_000),
    "quotes": ("TOP + '\"' * N", 5_000_000),
    "quotes and commas": ("TOP + '\",' * N", 2_500_000),
    "quotes without an end": ("TOP + 'a,\"b,\\n' * N", 830_000),
    "quoted nothing": ("TOP + '\"\",' * N", 1_700_000),
    "spaces": ("TOP + ' ' * N + 'x'", 5_000_000),
    "empty lines": ("TOP + '\\n' * N + 'x'", 5_000_000),
    "emphasis": ("TOP + '|a|\\n|--|\\n' + '**' * N", 2_500_000),
    "backslashes": ("TOP + '|a|\\n|--|\\n' + '\\\\' * N", 5_000_000),
    "entities": ("TOP + '|a|\\n|--|\\n' + '&amp' * N", 1_250_000),
    "heading marks": ("TOP + '|a|\\n|--|\\n# ' + '# ' * N", 2_500_000),
    "open brackets": ("TOP + '行政许可 12（' * N", 290_000),
    "hidden paragraphs": ("HTML + '<p hidden>x</p><p>公开</p>' * N", 60_000),
    "rows of a page": ("HTML + '<table>' + '<tr><td>行政许可<td>12<td>3' * N + '</table>'", 33_000),
    "columns of a page": ("HTML + '<table><tr>' + '<td>行政许可' * N + '<tr>' + '<td>1' * N + '</table>'", 49_000),
    "cells that head a row": ("HTML + '<table>' + ('<tr>' + '<td>名称' * N + '<td>1') * 4 + '</table>'", 24_000),
    "cells that hold nothing": ("HTML + '<table>' + '<tr><td>行政许可<td><td>' * N + '</table>'", 33_000),
    "characters of no meaning": ("TOP + chr(0xE000) * N", 1_700_000),
}
#: Ceilings for a busy machine.
SECONDS, MEGABYTES = 40.0, 900
#: What a busy machine takes besides, where little is read; that time grows no faster than a text is tested below.
BESIDE = 4.0
#: The quick set reads less.
SHARE = 1 if FULL else 20


def measured(made: str, size: int) -> dict[str, Any]:
    """What reading costs; the input is written as an expression, so that large ones stay small."""
    sent = json.dumps([size, made])
    ran = subprocess.run(
        [sys.executable, "-c", _CHILD], input=sent, capture_output=True, text=True, check=True, timeout=120
    )
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


@pytest.mark.parametrize("name", LINES)
def test_the_cost_of_large_inputs(name: str) -> None:
    made, size = LINES[name]
    found = measured(made, size // SHARE)
    assert found.get("limit") in (None, "table_places")
    assert not found.get("lost")
    assert found["seconds"] < SECONDS / SHARE + BESIDE
    assert found["megabytes"] < MEGABYTES / SHARE + 50


#: Inputs whose cost once grew faster than they did.
GROWING = (
    *("rules", "columns on a diagonal", "three lines of columns", "hidden paragraphs", "cells that head a row"),
    *("labels behind tabs", "short lines that differ", "commas"),
)


@pytest.mark.parametrize("name", GROWING)
def test_twice_the_size_costs_about_twice(name: str) -> None:
    made, size = LINES[name]
    pairs = ([measured(made, part)["seconds"] for part in (size // 16, size // 8)] for _ in range(3))
    assert any(twice < 3 * once + 0.5 for once, twice in pairs)  # other work may fall into one of them


def test_many_rows_of_labels() -> None:
    """Rows of labels that are all alike, and differ: what costs most to compare."""
    row = "''.join(f'<td>政府信息公开申请数量{i * 9 + j}' for j in range(9))"
    found = measured(f"HTML + '<table>' + ''.join('<tr>' + {row} + '<td>3' for i in range(N)) + '</table>'", 300)
    assert found["seconds"] < SECONDS
