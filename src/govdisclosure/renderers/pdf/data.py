"""A page as plain data for the template: words, numbers of rows and columns, and nothing that is markup."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from govdisclosure.grid import placed
from govdisclosure.renderers.blocks import Block, Cell, Heading, Page, Paragraph, Sheet, SheetCell, SheetPart, Table
from govdisclosure.renderers.pdf.fonts import Library

__all__ = ["data_of"]

#: Control characters, half surrogate pairs and noncharacters: nothing draws them.
_PLANES = "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000))
_UNDRAWN = re.compile(f"[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef{_PLANES}]")
_LANGUAGE = re.compile(r"(?P<lang>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}))?(?:-.*)?")
#: What a PDF says of Chinese, since it keeps language and region alone (CLDR, likely subtags).
_REGION = {("zh", "hans"): "cn", ("zh", "hant"): "tw"}
#: Languages written without blanks, whose paragraphs are set in by two characters.
_INDENTED = ("zh",)
#: The scripts in which words may stand one character below the other.
_UPRIGHT = ("zh", "ja", "ko")
#: Cells with more characters than this may go over the end of a page.
_LONG = 200
#: A sheet with so many columns is set smaller, and in landscape where words are long.
_WIDE = 9
#: With so many it is set close.
_DENSE = 14
#: Shares of the width: row headers over many others, over some, row headers, numbers.
_TALL, _OVER, _ROW, _NUMBER = 0.6, 1.1, 3.2, 1.0


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
            "blocks": list(_with_leads(made for block in others if (made := self.block(block)))),
        }

    def language(self, tag: str) -> dict[str, Any]:
        """The fonts of a language, and what the document says of it; that of the page where a report names none."""
        parts = _LANGUAGE.fullmatch(tag.lower()) or _LANGUAGE.fullmatch(self.page.language.lower())
        named = {key: value for key, value in parts.groupdict().items() if value} if parts else {}
        if (region := _REGION.get((named.get("lang"), named.get("script")))) and "region" not in named:
            named["region"] = region
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
            {"severity": severity, "cells": [self.cell(cell) for cell in row]}
            for row, severity in zip(block.rows, severities, strict=True)
        ]
        kinds = [cell.kind for cell in block.rows[0]] if block.rows else ["text"] * len(block.head)
        return {
            "kind": "table",
            "head": [shown(words) for words in block.head],
            "rows": rows,
            "numeric": block.numeric,
            "columns": _SHARES.get(block.name, [_SHARE[kind] for kind in kinds]),
            "whole": len(rows) <= _SHORT,
        }

    def cell(self, cell: Cell) -> dict[str, Any]:
        links = [(shown(words), self.anchors.get(at)) for words, at in cell.links]
        return {
            "text": shown(cell.text),
            "kind": cell.kind,
            "own": cell.own,
            "link": self.anchors.get(cell.link or ""),
            "links": links,
            "long": len(cell.text) + sum(len(words) for words, _ in links) > _LONG,
        }

    def sheet(self, block: Sheet) -> dict[str, Any]:
        wide = block.width >= _WIDE
        dense = block.width >= _DENSE
        return {
            "kind": "sheet",
            "columns": _shares(block),
            "size": 7 if dense else 7.5 if wide else 9,
            "inset": 1.2 if dense else 2.5,
            "landscape": wide and not self.upright,
            "lead": [],
            "parts": [self.part(part, block) for part in block.parts],
        }

    def part(self, part: SheetPart, sheet: Sheet) -> dict[str, Any]:
        """A part of a table; one that is narrower gives the rest of the width to its last column."""
        more = sheet.width - part.width
        rows = [
            [
                self.sheet_cell(cell, cell.colspan + (more if column + cell.colspan == part.width else 0))
                for column, cell in row
            ]
            for row in placed([*part.head, *part.rows])
        ]
        head = [cell for row in rows[: len(part.head)] for cell in row]
        if part.banner is not None and len(sheet.parts) > 1:
            head.insert(0, self.sheet_cell(SheetCell(part.banner, "banner"), sheet.width))
        return {"head": head, "body": [cell for row in rows[len(part.head) :] for cell in row]}

    def sheet_cell(self, cell: SheetCell, columns: int) -> tuple[Any, ...]:
        """A cell, as the template takes it apart."""
        words = shown(cell.text)
        anchor = self.anchor(cell.anchor)
        place = cell.rowspan, columns, cell.indent
        return words, cell.kind, *place, cell.own, cell.severity, anchor, len(words) > _LONG


#: Shares of the width of a list by the kinds of its columns, and of lists that need others.
_SHARE = {"header": 2.5, "text": 3.0, "number": 1.0}
_SHARES = {"about": (1.0, 3.0), "host": (1.0, 3.0), "figures": (2.0, 4.0, 1.5, 1.0), "findings": (1.0, 5.0, 3.0)}
#: A list of so many rows stays on one page.
_SHORT = 20


def _shares(sheet: Sheet) -> list[float]:
    """The share of the width that each column has, by what its widest part holds there."""
    part = max(sheet.parts, key=lambda part: part.width)
    tall = {
        column
        for row in placed(part.rows)
        for column, cell in row
        if cell.colspan == 1 and cell.rowspan > len(part.rows) / 2
    }
    return [
        _NUMBER if column >= part.depth else _ROW if column == part.depth - 1 else _TALL if column in tall else _OVER
        for column in range(part.width)
    ]


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
    """Words without what nothing draws. A mark of byte order is no character; a tab has no place in a paragraph."""
    if not words.isprintable():
        words = _UNDRAWN.sub("\ufffd", words.replace("\r\n", "\n").replace("\ufeff", "").replace("\t", " "))
    return words
