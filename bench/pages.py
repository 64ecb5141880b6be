"""Reading pages and PDF files against the parsers underneath, and whether memory stays flat over many of them.

The documents are those of tests/layouts; the page is the one of them that is nearest to 90 KB.
"""

import io
import os
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pdfplumber
from selectolax.lexbor import LexborHTMLParser

import govdisclosure as gd

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from tests.layouts.generate import documents  # noqa: E402 - the tests are not installed

#: The size of an ordinary page of a content system, with its scripts and menus.
_PAGE = 90_000
_AMONG, _MANY, _WARM = 200, 2_000, 500

Best = Callable[[dict[str, Callable[[], object]], float], dict[str, float]]
Tell = Callable[..., None]


def bench_pages(best: Best, tell: Tell) -> None:
    """A page into a checked draft against parsing it, a PDF file against taking its tables, memory over many pages."""
    raw = min((one.data for one in documents("html", _AMONG, 0)), key=lambda data: abs(len(data) - _PAGE))
    times = best({"parse": lambda: LexborHTMLParser(raw), "read": lambda: _checked(raw)}, 0.05)
    ratio = times["read"] / times["parse"]
    print(f"\nReading pages and PDF files (a page of {len(raw):,} bytes)")
    tell("HTML into a checked draft / selectolax", ratio, "goal at most 15", met=ratio <= 15)
    tell("of which milliseconds", 1000 * times["read"])
    pdf = next(documents("pdf", 1, 0)).data
    times = best({"bare": lambda: _tables(pdf), "read": lambda: gd.read(pdf)}, 0.05)
    ratio = times["read"] / times["bare"]
    tell("PDF into a draft / pdfplumber's tables", ratio, "goal at most 1.3", met=ratio <= 1.3)
    pages = iter(documents("html", _MANY, 1))
    for one in islice(pages, _WARM):
        gd.read(one.data)
    before = _resident()
    for one in pages:
        gd.read(one.data)
    ratio = _resident() / before
    tell(f"memory after {_MANY} pages / after {_WARM}", ratio, "goal at most 1.1", met=ratio <= 1.1)


def _checked(raw: bytes) -> object:
    draft = gd.read(raw)
    return gd.check(draft.report) if draft.report else draft


def _tables(raw: bytes) -> object:
    with pdfplumber.open(io.BytesIO(raw)) as pdf:
        return [page.extract_tables() for page in pdf.pages]


def _resident() -> int:
    """Bytes of memory that the process holds now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
