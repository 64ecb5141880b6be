"""A PDF as lines of text: what it is called, its bookmarks, and its structure with the words of each element.

Where lines and pages end depends on the version of the fonts; it is no part of it.
"""

import io
from collections.abc import Iterator
from typing import Any

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral
from tests.printed_pdf import Printed

__all__ = ["pdf_lines"]

#: What an element says of itself, beside its words.
_SAID = ("Lang", "Alt", "ActualText", "T", "Scope", "RowSpan", "ColSpan", "ListNumbering", "Placement")
#: What stands between the elements inside of those that are told on one line.
_JOINED = {"TR": " | ", "TD": " ", "TH": " ", "P": " ", "LI": " "}


class _Words(PDFLayoutAnalyzer):
    """The words of each piece of marked content, by page and number."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.found: dict[tuple[int, int], str] = {}
        self.open: list[int | None] = []
        self.page = 0

    def begin_tag(self, tag: Any, props: Any = None) -> None:  # noqa: ARG002 - pdfminer's own signature
        self.open.append(props.get("MCID") if isinstance(props, dict) else None)

    def end_tag(self) -> None:
        self.open.pop()

    def render_char(self, matrix: Any, font: Any, fontsize: Any, scaling: Any, rise: Any, cid: Any, *rest: Any) -> Any:
        number = next((one for one in reversed(self.open) if one is not None), None)
        if number is not None:
            at = (self.page, number)
            self.found[at] = self.found.get(at, "") + font.to_unichr(cid)
        return super().render_char(matrix, font, fontsize, scaling, rise, cid, *rest)


def pdf_lines(data: bytes) -> Iterator[str]:
    """What a PDF says of itself, its bookmarks, its structure."""
    printed = Printed(data)
    yield f"language: {_plain(printed.catalog.get('Lang'))}"
    for info in printed.document.info:
        # The program that wrote it has a version, which says nothing of the page.
        yield from (f"{name}: {_plain(value)}" for name, value in sorted(info.items()) if name != "Creator")
    yield ""
    yield from (f"{'  ' * (level - 1)}bookmark: {title}" for level, title in printed.bookmarks())
    yield ""
    words, pages = _words(data)
    yield from _elements(printed.catalog["StructTreeRoot"], words, pages, None, 0)


def _words(data: bytes) -> tuple[dict[tuple[int, int], str], dict[int, int]]:
    """The words by page and number, and the number of each page by that of its object."""
    manager = PDFResourceManager()
    device = _Words(manager)
    interpreter = PDFPageInterpreter(manager, device)
    pages = {}
    for number, page in enumerate(PDFPage.get_pages(io.BytesIO(data))):
        device.page = number
        pages[page.pageid] = number
        interpreter.process_page(page)
    return device.found, pages


def _elements(
    node: Any, words: dict[tuple[int, int], str], pages: dict[int, int], page: int | None, depth: int
) -> Iterator[str]:
    node = resolve1(node)
    page = _page(node, page)
    name = node["S"].name if "S" in node else "document"
    attributes = [node, *_listed(node.get("A"))]
    said = [f"{key}={_plain(of[key])}" for of in attributes for key in _SAID if key in of]
    own, below = [], []
    for child in _listed(node.get("K")):
        if isinstance(child, int):
            own.append(words.get((pages[page], child), "") if page else "")
        elif "MCID" in child:
            own.append(words.get((pages[_page(child, page)], child["MCID"]), ""))
        elif "Obj" not in child:
            below.append(child)
    text = " ".join("".join(own).split())
    line = f"{name}{''.join(f' [{one}]' for one in said)}{f' {text}' if text else ''}"
    inside = [inner for child in below for inner in _elements(child, words, pages, page, depth + 1)]
    if name in _JOINED:
        yield f"{'  ' * depth}{line} {_JOINED[name].join(inner.strip() for inner in inside)}".rstrip()
        return
    yield f"{'  ' * depth}{line}"
    yield from inside


def _page(node: dict[str, Any], page: int | None) -> int | None:
    at = node.get("Pg")
    return at.objid if isinstance(at, PDFObjRef) else page


def _listed(value: Any) -> list[Any]:
    value = resolve1(value)
    return [resolve1(one) for one in value] if isinstance(value, list) else [] if value is None else [value]


def _plain(value: Any) -> str:
    value = resolve1(value)
    if isinstance(value, bytes):
        utf16 = value.startswith(b"\xfe\xff")
        return value.decode("utf-16" if utf16 else "latin-1")
    return value.name if isinstance(value, PSLiteral) else str(value)
