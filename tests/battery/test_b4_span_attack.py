"""B4: spans that nobody means. They are clamped, or the table is refused; the work stays small."""

import json
import subprocess
import sys
from typing import Any

import pytest

from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import DEFAULT_LIMITS, Limits
from govdisclosure.readers.html import observe_html

#: Read a page that an expression makes, in a process of its own; the peak is that of reading, above that of imports.
_CHILD = """
import json, re, resource, sys, time
from pathlib import Path
from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import DEFAULT_LIMITS
from govdisclosure.readers.html import observe_html

def peak():
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\\s+(\\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

page = eval(sys.stdin.read())
before, start = peak(), time.process_time()
try:
    observed = observe_html(page, DEFAULT_LIMITS)
    found = {"text": len(observed.text), "whole": "终" in observed.text, "grids": len(observed.grids)}
    found["codes"] = sorted({one.code for one in observed.findings})
except LimitExceeded as error:
    found = {"limit": error.limit}
print(json.dumps(found | {"seconds": time.process_time() - start, "megabytes": peak() - before}))
"""


def measured(page: str) -> dict[str, Any]:
    """What reading a page gives and costs; the page is written as an expression, so that large ones stay small."""
    ran = subprocess.run(
        [sys.executable, "-c", _CHILD], input=page, capture_output=True, text=True, check=True, timeout=60
    )
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


#: (attribute, as written): the span that a browser takes, in a table of three rows and one wide row.
SPANS = {
    ("colspan", "0"): 1,
    ("colspan", "-1"): 1,
    ("colspan", "1.5"): 1,
    ("colspan", "2;"): 2,
    ("colspan", "1001"): 1000,
    ("colspan", "1000000"): 1000,
    ("colspan", "1000000000"): 1000,
    ("colspan", "1" + "0" * 30): 1000,
    ("rowspan", "0"): 3,
    ("rowspan", "-1"): 1,
    ("rowspan", "1.5"): 1,
    ("rowspan", "2;"): 2,
    ("rowspan", "65535"): 3,
    ("rowspan", "1000000000"): 3,
    ("rowspan", "1" + "0" * 30): 3,
}


@pytest.mark.parametrize(("attribute", "written"), SPANS)
def test_spans_are_clamped(attribute: str, written: str) -> None:
    page = f"<table><tr><td {attribute}='{written}'>甲<td>乙<tr><td>丙<tr><td>丁</table>"
    observed = observe_html(page, DEFAULT_LIMITS)
    cell = observed.grids[0].cells[0]
    assert getattr(cell, attribute) == SPANS[attribute, written]
    told = [(f.code, f.params["axis"], f.params["used"]) for f in observed.findings]
    axis = "colspan" if attribute == "colspan" else "rowspan"
    as_written = (attribute, written) == ("rowspan", "0")
    assert told == ([] if as_written else [("grid-span", axis, str(SPANS[attribute, written]))])
    cost = measured(repr(page))
    assert cost["seconds"] < 0.5
    assert cost["megabytes"] < 100


@pytest.mark.parametrize(
    "page",
    [
        "'<table>' + ('<tr>' + '<td colspan=1000>x' * 100) * 100 + '</table>'",
        "'<table>' + '<tr><td rowspan=65534 colspan=1000>x' * 100 + '</table>'",
        "'<table><tr><td colspan=1000>' + '<tr><td>x' * 101 + '</table>'",
    ],
)
def test_a_table_of_too_many_places_is_refused(page: str) -> None:
    cost = measured(page)
    assert cost["limit"] == "table_places"
    assert cost["seconds"] < 0.5
    assert cost["megabytes"] < 100


def test_the_number_of_places_is_exact() -> None:
    page = "<table>" + "<tr><td><td>" * 50 + "</table>"
    assert observe_html(page, Limits(table_places=100)).grids[0].rows == 50
    with pytest.raises(LimitExceeded, match="table_places"):
        observe_html(page, Limits(table_places=99))


def test_the_number_of_tables_is_limited() -> None:
    assert len(observe_html("<table></table>" * 2_000, DEFAULT_LIMITS).grids) == 2_000
    with pytest.raises(LimitExceeded, match="tables"):
        observe_html("<table></table>" * 2_001, DEFAULT_LIMITS)


def test_row_spans_end_with_their_group() -> None:
    page = "<table><thead><tr><td rowspan=9>甲<tbody><tr><td rowspan=0>乙<td>丙<tr><td>丁<tfoot><tr><td>戊</table>"
    cells = observe_html(page, DEFAULT_LIMITS).grids[0].cells
    assert [(c.row, c.column, c.rowspan) for c in cells] == [(0, 0, 1), (1, 0, 2), (1, 1, 1), (2, 1, 1), (3, 0, 1)]
