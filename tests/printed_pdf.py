"""What a PDF made here consists of: its words, tags, bookmarks, fonts, links and pages."""

import io
import os
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import pytest

pytest.importorskip("typst", reason="the extra pdf is not installed")
pytest.importorskip("pdfminer", reason="the extra pdf-read is not installed")

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTContainer
from pdfminer.pdfdocument import PDFDocument, PDFNoOutlines
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1

from govdisclosure.renderers.pdf.fonts import library

__all__ = ["NOTO", "Printed", "need_fonts"]

#: The families of Debian's fonts-noto-cjk and fonts-noto-core that the tests set pages in.
NOTO = ("Noto Sans CJK SC", "Noto Sans CJK TC", "Noto Sans", "Noto Sans Arabic")


def need_fonts() -> None:
    """Skip where Debian's Noto fonts are not installed; fail under CI."""
    missing = sorted(set(NOTO) - set(library().noto))
    if missing:
        reason = f"{', '.join(missing)}: not installed (scripts/install-test-tools installs them)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)


class Printed:
    """A PDF that was opened."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.document = PDFDocument(PDFParser(io.BytesIO(data)))
        self.catalog: dict[str, Any] = self.document.catalog

    @cached_property
    def objects(self) -> list[Any]:
        numbers = sorted({number for xref in self.document.xrefs for number in xref.get_objids()})
        return [self.document.getobj(number) for number in numbers]

    @cached_property
    def dictionaries(self) -> list[dict[str, Any]]:
        """Every dictionary in the file, those inside others included."""
        return list(_dictionaries(self.objects))

    @cached_property
    def glyphs(self) -> list[list[LTChar]]:
        """The signs of each page as they are drawn."""
        pages = extract_pages(io.BytesIO(self.data), laparams=LAParams(all_texts=True))
        return [list(_glyphs(page)) for page in pages]

    @cached_property
    def text(self) -> str:
        """The words of all pages without white space and signs that are not seen."""
        signs = (c for page in self.glyphs for glyph in page for c in glyph.get_text())
        return "".join(c for c in signs if not c.isspace() and unicodedata.category(c) != "Cf")

    @property
    def pages(self) -> list[PDFPage]:
        return list(PDFPage.create_pages(self.document))

    def tags(self) -> list[tuple[str, dict[str, Any]]]:
        """Each structure element in reading order, by its name."""
        return list(_tags(self.catalog["StructTreeRoot"]))

    def bookmarks(self) -> list[tuple[int, str]]:
        try:
            return [(level, title) for level, title, *_ in self.document.get_outlines()]
        except PDFNoOutlines:
            return []

    def actions(self) -> set[str]:
        """The kinds of all actions, and what else could do something."""
        names = {one["S"].name for one in self.dictionaries if "S" in one and _is_action(one)}
        acting = ("OpenAction", "AA", "JS", "JavaScript", "EmbeddedFiles", "AcroForm", "XFA", "RichMedia", "URI")
        return names | {key for one in self.dictionaries for key in acting if key in one}


def _is_action(one: dict[str, Any]) -> bool:
    return one["S"].name in {"GoTo", "GoToR", "URI", "Launch", "JavaScript", "SubmitForm", "ImportData", "Named"}


def _dictionaries(value: Any) -> Iterator[dict[str, Any]]:
    match value:
        case PDFObjRef():
            return
        case PDFStream(attrs=attrs):
            yield from _dictionaries(attrs)
        case dict():
            yield value
            for inner in value.values():
                yield from _dictionaries(inner)
        case list():
            for inner in value:
                yield from _dictionaries(inner)


def _tags(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    node = resolve1(node)
    if isinstance(node, list):
        for inner in node:
            yield from _tags(inner)
    elif isinstance(node, dict):
        if "S" in node:
            yield node["S"].name, node
        yield from _tags(node.get("K"))


def _glyphs(item: Any) -> Iterator[LTChar]:
    if isinstance(item, LTChar):
        yield item
    elif isinstance(item, LTContainer):
        for inner in item:
            yield from _glyphs(inner)
