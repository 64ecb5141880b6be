"""A page as plain data for the template: words, numbers of rows and columns, and nothing that is markup."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from govdisclosure.grid import placed
from govdisclosure.locales.direction import isolated
from govdisclosure.renderers.blocks import Block, Cell, Heading, Page, Paragraph, Sheet, SheetCell, SheetPart, Table
from govdisclosure.renderers.pdf.fonts import Library
from govdisclosure.renderers.pdf.measures import setting_of_sheet, setting_of_table

__all__ = ["data_of"]

#: Control characters, half surrogate pairs and noncharacters: nothing draws them.
_PLANES = "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000))
_UNDRAWN = re.compile(f"[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef{_PLANES}]")
#: A run of letters longer than any word or digest; a line can be broken after so many of them.
_ENDLESS = re.compile(r"[!-,.0->@-~]{65,}")
_BROKEN_AFTER = re.compile(r".{16}(?=.)")
_LANGUAGE = re.compile(r"(?P<lang>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}))?(?:-.*)?")
#: What a PDF says of Chinese, since it keeps language and region alone (CLDR, likely subtags).
_REGION = {"zh-hans": "cn", "zh-hant": "tw"}
#: Languages written without blanks, whose paragraphs are set in by two characters.
_INDENTED = ("zh",)
#: The scripts in which words may stand one character below the other.
_UPRIGHT = ("zh", "ja", "ko")
#: A row goes over the end of a page only where a cell has more characters than this, in a list and in a sheet.
_LONG, _LONG_IN_SHEET = 500, 100


def data_of(page: Page, fonts: Library) -> dict[str, Any]:
    """What the template prints: the text first, then the lists made from it, the findings and the site."""
    blocks = page.about + page.narrative + page.figures + page.findings + page.footer
    return _Maker(page, fonts, _anchors(blocks)).data(blocks)


def _anchors(blocks: tuple[Block, ...]) -> dict[str, int]:
    """A number for each anchor; the first place that has it counts."""
    found = (anchor for block in blocks for anchor in _anchors_in(block))
    return {anchor: number for number, anchor in enumerate(dict.fromkeys(found))}


def _anchors_in(block: Block) -> Iterator[str]:
    match block:
        case Heading(anchor=anchor) if anchor:
            yield anchor
        case Paragraph(runs=runs):
            yield from (anchor for run in runs for anchor in run.anchors)
        case Sheet(parts=parts):
            yield from (cell.anchor for part in parts for row in part.rows for cell in row if cell.anchor)
        case _:
            pass


class _Maker:
    """Turns blocks into data; knows the page, the fonts, the anchors and which of them stand somewhere already."""

    def __init__(self, page: Page, fonts: Library, anchors: dict[str, int]) -> None:
        self.page, self.fonts = page, fonts
        self.anchors, self.free = anchors, set(anchors)
        self.upright = page.language.split("-")[0] in _UPRIGHT
        self.level = 0

    def data(self, blocks: tuple[Block, ...]) -> dict[str, Any]:
        title, *others = blocks
        return {
            "title": shown(self.page.title),
            "own": isinstance(title, Heading) and title.own,
            "languages": {"page": self.language(self.page.language), "own": self.language(self.page.own_language)},
            "upright": self.upright,
            "rtl": self.page.direction == "rtl",
            "blocks": list(_with_leads(made for block in others if (made := self.block(block)))),
        }

    def language(self, tag: str) -> dict[str, Any]:
        """The fonts of a language, and what the document says of it; that of the page where a report names none."""
        parts = _LANGUAGE.fullmatch(tag.lower()) or _LANGUAGE.fullmatch(self.page.language.lower())
        named: dict[str, str] = {key: value for key, value in parts.groupdict().items() if value} if parts else {}
        region = _REGION.get(f"{named.get('lang')}-{named.get('script')}")
        if region is not None:
            named.setdefault("region", region)
        return {"font": self.fonts.families(tag), **named}

    def anchor(self, anchor: str | None) -> int | None:
        """The number of an anchor, once."""
        if anchor is None or anchor not in self.free:
            return None
        self.free.remove(anchor)
        return self.anchors[anchor]

    def block(self, block: Block) -> dict[str, Any] | None:
        match block:
            case Heading():
                return self.heading(block)
            case Paragraph():
                runs = [
                    (shown(run.text), run.severity, [n for a in run.anchors if (n := self.anchor(a)) is not None])
                    for run in block.runs
                ]
                indented = block.own and self.page.own_language.split("-")[0] in _INDENTED
                return {"kind": "paragraph", "own": block.own, "indented": indented, "runs": runs}
            case Table():
                return self.table(block) if block.head or block.rows else None
            case Sheet():
                return self.sheet(block)

    def heading(self, block: Heading) -> dict[str, Any] | None:
        """A heading below the title; no level is left out, and one without words is no heading."""
        words = shown(block.text)
        if not words.strip():
            return None
        self.level = min(block.level - 1, self.level + 1)
        anchor = self.anchor(block.anchor)
        return {"kind": "heading", "level": self.level, "text": words, "own": block.own, "anchor": anchor}

    def table(self, block: Table) -> dict[str, Any]:
        severities = block.severities or (None,) * len(block.rows)
        rows = [
            {
                "severity": severity,
                "cells": [self.cell(cell) for cell in row],
                "long": _is_long(map(_words, row), _LONG),
            }
            for row, severity in zip(block.rows, severities, strict=True)
        ]
        head = [shown(words) for words in block.head]
        words = [head, *([_words(cell) for cell in row] for row in block.rows)]
        setting = setting_of_table(block)
        fits = setting.fits([(i, 1, text) for i, text in enumerate(row)] for row in words)
        return {
            "kind": "table",
            "head": head,
            "rows": rows,
            "numeric": block.numeric,
            # Findings may be many, and go on where there is room.
            "whole": fits and not block.severities,
            **attrs.asdict(setting),
        }

    def cell(self, cell: Cell) -> dict[str, Any]:
        return {
            "text": self.apart(cell.text),
            "kind": cell.kind,
            "own": cell.own,
            "link": self.anchors.get(cell.link or ""),
            "links": [(self.apart(words), self.anchors.get(at)) for words, at in cell.links],
        }

    def apart(self, words: str) -> str:
        """Words that a page from right to left does not turn: signs before a number, a share behind it."""
        words = shown(words)
        return isolated(words) if self.page.direction == "rtl" else words

    def sheet(self, block: Sheet) -> dict[str, Any]:
        setting = setting_of_sheet(block, upright=self.upright)
        parts = [_parted(part, block) for part in block.parts]
        rows = [row for head, body in parts for row in (*head, *body)]
        return {
            "kind": "sheet",
            "lead": [],
            "long": _is_long((cell.text for row in rows for _, cell in row), _LONG_IN_SHEET),
            "parts": [{"head": self.cells(head), "body": self.cells(body)} for head, body in parts],
            "whole": setting.fits(
                [(column, cell.colspan, cell.text) for column, cell in row if cell.rowspan == 1] for row in rows
            ),
            **attrs.asdict(setting),
        }

    def cells(self, rows: "_Rows") -> list[tuple[Any, ...]]:
        return [self.sheet_cell(cell) for row in rows for _, cell in row]

    def sheet_cell(self, cell: SheetCell) -> tuple[Any, ...]:
        """A cell, as the template takes it apart."""
        words = shown(cell.text) if cell.anchor is None and not cell.own else self.apart(cell.text)
        anchor = self.anchor(cell.anchor)
        place = cell.rowspan, cell.colspan, cell.indent
        return words, cell.kind, *place, cell.own, cell.severity, anchor


#: The rows of head and body of a part, their cells with the columns in which they begin.
_Rows = list[list[tuple[int, SheetCell]]]


def _parted(part: SheetPart, sheet: Sheet) -> tuple[_Rows, _Rows]:
    """Head and body of a part as wide as its table."""
    rows = placed(part.stretched(sheet.width))
    head, body = rows[: len(part.head)], rows[len(part.head) :]
    if part.banner is not None and len(sheet.parts) > 1:
        head.insert(0, [(0, SheetCell(part.banner, "banner", colspan=sheet.width))])
    return head, body


def _words(cell: Cell) -> str:
    """All words of a cell, one line for each link."""
    return "\n".join([cell.text, *(words for words, _ in cell.links)])


def _is_long(cells: Iterable[str], bound: int) -> bool:
    return any(len(words) > bound for words in cells)


def _with_leads(blocks: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The blocks; headings that stand over a table in landscape go onto its page."""
    waiting: list[dict[str, Any]] = []
    for block in blocks:
        if block["kind"] == "heading":
            waiting.append(block)
            continue
        if block.get("landscape"):
            yield block | {"lead": waiting}
        else:
            yield from (*waiting, block)
        waiting = []
    yield from waiting


def shown(words: str) -> str:
    """Words with U+FFFD for what nothing draws; PDF/UA forbids U+FEFF, for which Unicode has U+2060 since 3.2."""
    if not words.isprintable():
        words = _UNDRAWN.sub("\ufffd", words.replace("\r\n", "\n").replace("\t", " ").replace("\ufeff", "\u2060"))
    return _ENDLESS.sub(_breakable, words) if len(words) > _WORD else words


#: No run is endless in a text that is shorter.
_WORD = 64


def _breakable(run: re.Match[str]) -> str:
    return _BROKEN_AFTER.sub("\\g<0>\u200b", run[0])
