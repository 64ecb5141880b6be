"""PDF: tagged, with bookmarks and embedded fonts, set by typst from one template.

The template is constant; the page goes in as JSON. A character that no font draws is an error that names it.
"""

import json
import re
import threading
from functools import lru_cache
from pathlib import Path
from typing import Final

import typst

from govdisclosure.errors import MissingGlyphs
from govdisclosure.renderers.blocks import Page
from govdisclosure.renderers.pdf.data import data_of
from govdisclosure.renderers.pdf.fonts import Library, library

__all__ = ["pdf"]

#: The look. It is read once.
_TEMPLATE = Path(__file__).with_name("report.typ").read_bytes()
#: PDF/UA-1 (ISO 14289-1) asks for tags, a language and a title, and for a glyph for each character.
_STANDARD: Final = "ua-1"
_NO_GLYPH = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\(?:u\{(?P<code>[0-9a-f]+)\}|(?P<sign>.))")
_SIGNS = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}
#: A compiler works for one caller at a time.
_one_at_a_time = threading.Lock()


def pdf(page: Page) -> bytes:
    """The page as a PDF. ``MissingGlyphs`` names the characters that none of the fonts draws."""
    fonts = library()
    words = json.dumps(data_of(page, fonts), ensure_ascii=False, separators=(",", ":"))
    try:
        with _one_at_a_time:
            made = _compiler(fonts).compile(
                input=_TEMPLATE, format="pdf", sys_inputs={"page": words}, pdf_standards=[_STANDARD]
            )
    except typst.TypstError as error:
        missing = tuple(dict.fromkeys(_unescaped(text) for text in _NO_GLYPH.findall(error.diagnostic)))
        if missing:
            raise MissingGlyphs(missing) from None
        raise
    assert isinstance(made, bytes)  # noqa: S101 - for the type checker: no file was named, and a PDF is one
    return made


@lru_cache(1)
def _compiler(fonts: Library) -> typst.Compiler:
    """The compiler, which keeps the fonts and what it learnt of the template."""
    return typst.Compiler(font_paths=fonts.fonts)


def _unescaped(text: str) -> str:
    """A text as typst's messages quote it."""

    def meant(match: re.Match[str]) -> str:
        if match["code"]:
            return chr(int(match["code"], 16))
        return _SIGNS.get(match["sign"], match["sign"])

    return _ESCAPED.sub(meant, text)
