"""How people copy a report as text, and what the programs they copy from make of its tables."""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterator
from itertools import accumulate
from random import Random

from tests.layouts.kind import Kind
from tests.layouts.page import Block, Cell, Page, Prose, Raw, Sheet

from govdisclosure.grid import placed

__all__ = ["COPIES", "KINDS", "page_text"]

_TEXT = frozenset({"text"})
#: Copies in which an empty cell leaves no trace: what follows would move to the left.
_TRACELESS = frozenset({"pdf-lines", "pdf-spaces", "pdf-wrapped"})


def page_text(page: Page) -> str:
    """The text as it was copied."""
    write = COPIES[page.copy]
    text = "\n".join(_block(block, write) for block in page.blocks) + "\n"
    return text.replace("\n", page.ends)


def _block(block: Block, write: Callable[[Sheet], str]) -> str:
    if isinstance(block, Sheet):
        return f"{write(block)}\n"
    return block.text if isinstance(block, Raw) else f"{'' if block.level else '    '}{block.text}"


def _flat(text: str) -> str:
    return text.replace("\n", "").replace("\r", "")


def _tabs(sheet: Sheet) -> str:
    """A browser: the cells of each row, with tabs between; nothing where a cell reaches down.

    A break inside a cell breaks the line.
    """
    return "\n".join("\t".join(cell.text.replace("\r", "") for cell in line.cells) for line in sheet.lines)


def _padded_tabs(sheet: Sheet) -> str:
    """A browser that puts a space before tabs and an empty line between rows."""
    return "\n\n".join(" \t".join(_flat(cell.text) for cell in line.cells) for line in sheet.lines)


def _paragraph_tabs(sheet: Sheet) -> str:
    """Cells that hold paragraphs: each cell ends its line, and the tab begins the next."""
    return "\n".join("\n\t".join(_flat(cell.text) for cell in line.cells) for line in sheet.lines)


def _squares(sheet: Sheet) -> list[list[str]]:
    """Every place of the table, with text only where a cell begins."""
    rows = placed([line.cells for line in sheet.lines])
    made = [[""] * sheet.width for _ in rows]
    for texts, row in zip(made, rows, strict=True):
        for column, cell in row:
            if column < sheet.width:
                texts[column] = _flat(cell.text)
    return made


def _spreadsheet(sheet: Sheet) -> str:
    """A spreadsheet: every place between tabs, those under merged cells empty."""
    return "\n".join("\t".join(row) for row in _squares(sheet))


def _commas(sheet: Sheet) -> str:
    """A spreadsheet saved as CSV."""
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows(_squares(sheet))
    return made.getvalue().rstrip("\n")


def _markdown(sheet: Sheet) -> str:
    first, *rest = [f"| {' | '.join(row)} |" for row in _squares(sheet)]
    return "\n".join(["", first, "|" + " --- |" * sheet.width, *rest, ""])


# --- converters that part cells by bars -------------------------------------------------------------------


def _bars_own(sheet: Sheet) -> str:
    """The cells of a row and nothing for those that are merged; a bar behind each."""
    return "\n".join(f"{' | '.join(_flat(cell.text) for cell in line.cells)} |" for line in sheet.lines)


def _bars_leading(sheet: Sheet) -> str:
    """The same with a bar before the first cell too."""
    return "\n".join(f"| {' | '.join(_flat(cell.text) for cell in line.cells)} |" for line in sheet.lines)


def _barred(sheet: Sheet) -> Iterator[tuple[list[str], str]]:
    """Each row up to its last text, and a bar for each place behind."""
    for row in _squares(sheet):
        last = max((at for at, text in enumerate(row) if text), default=0)
        yield row[: last + 1], "|" * (len(row) - last - 1)


def _bars_padded(sheet: Sheet) -> str:
    """A bar behind each place of the table, those at the end without blanks between them."""
    return "\n".join(f"{' | '.join(row)} |{rest}" for row, rest in _barred(sheet))


def _bar_lines(sheet: Sheet) -> str:
    """A line for each place of the table, with a bar behind it; those at the end of a row on one line."""
    rows = (([f"{text} |" if text else "|" for text in row], rest) for row, rest in _barred(sheet))
    return "\n".join("\n".join([*lines, *([rest] if rest else [])]) for lines, rest in rows)


# --- viewers of PDFs --------------------------------------------------------------------------------------


def _lines(sheet: Sheet) -> str:
    """A viewer of PDFs: one cell on each line."""
    return "\n".join(cell.text.replace("\r", "") for line in sheet.lines for cell in line.cells)


def _spaces(sheet: Sheet) -> str:
    """A viewer of PDFs: one row on each line, cells apart by a space."""
    return "\n".join(" ".join(_flat(cell.text) for cell in line.cells) for line in sheet.lines)


def _wrapped(sheet: Sheet) -> str:
    """The same, with long labels on lines of their own before the numbers of their row."""

    def row(cells: list[Cell]) -> str:
        words = [_flat(cell.text) for cell in cells if cell.role != "body"]
        long = [text[at : at + 9] for text in words for at in range(0, len(text), 9)]
        numbers = " ".join(_flat(cell.text) for cell in cells if cell.role == "body")
        return "\n".join([*long[:-1], f"{long[-1] if long else ''} {numbers}".strip()])

    return "\n".join(row(line.cells) for line in sheet.lines)


def _wide(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _layout(sheet: Sheet) -> str:
    """A program that keeps the places of words on the page by spaces."""
    rows = placed([line.cells for line in sheet.lines])
    starts = _starts([pair for row in rows for pair in row], sheet.width)
    return "\n".join(_aligned(row, starts) for row in rows)


def _starts(cells: list[tuple[int, Cell]], width: int) -> list[int]:
    """Where each column begins, so that all cells fit."""
    sizes = [4] * (width + 8)
    for column, cell in sorted(cells, key=lambda pair: pair[1].colspan):
        lacking = _wide(_flat(cell.text)) + 2 - sum(sizes[column : column + cell.colspan])
        sizes[column] += max(lacking, 0)
    return [0, *accumulate(sizes)]


def _aligned(row: list[tuple[int, Cell]], starts: list[int]) -> str:
    line = ""
    for column, cell in row:
        line += " " * (starts[column] - _wide(line)) + _flat(cell.text)
    return line.rstrip()


_ROOM = {"heading": 8, "row": 22, "column": 10, "corner": 22, "banner": 60, "prose": 80}


def _pieces(text: str, room: int) -> list[str]:
    """Lines that are at most so wide; a Chinese character is as wide as two others."""
    made, line = [], ""
    for sign in _flat(text):
        if line and _wide(line + sign) > room:
            made.append(line)
            line = ""
        line += sign
    return [*made, line]


def _layout_wrapped(sheet: Sheet) -> str:
    """The same program on narrow columns: labels run over lines, and numbers stand beside their middle."""
    rows = placed([line.cells for line in sheet.lines])
    starts = _narrow_starts([pair for row in rows for pair in row], sheet.width)
    cells = [
        (at, column, cell, _pieces(cell.text, starts[column + cell.colspan] - starts[column] - 2))
        for at, row in enumerate(rows)
        for column, cell in row
    ]
    tops = _tops(cells, len(rows))
    drawn: dict[int, list[tuple[int, str]]] = {}
    for at, column, cell, pieces in cells:
        first = (tops[at] + tops[at + cell.rowspan] - len(pieces)) // 2
        width = starts[column + cell.colspan] - starts[column]
        for down, piece in enumerate(pieces):
            left = starts[column] + ((width - _wide(piece)) // 2 if cell.role == "body" else 0)
            drawn.setdefault(first + down, []).append((left, piece))
    return "\n".join(_drawn(sorted(drawn.get(line, []))) for line in range(tops[-1]))


def _narrow_starts(cells: list[tuple[int, Cell]], width: int) -> list[int]:
    sizes = [4] * (width + 8)
    for column, cell in sorted(cells, key=lambda pair: pair[1].colspan):
        wanted = min(_wide(_flat(cell.text)), _ROOM.get(cell.role, 40)) + 2
        sizes[column] += max(wanted - sum(sizes[column : column + cell.colspan]), 0)
    return [0, *accumulate(sizes)]


def _tops(cells: list[tuple[int, int, Cell, list[str]]], count: int) -> list[int]:
    """The line in which each row begins, and that after the last."""
    heights = [1] * count
    for at, _, cell, pieces in sorted(cells, key=lambda one: one[2].rowspan):
        heights[at + cell.rowspan - 1] += max(len(pieces) - sum(heights[at : at + cell.rowspan]), 0)
    return [0, *accumulate(heights)]


def _drawn(texts: list[tuple[int, str]]) -> str:
    line = ""
    for left, text in texts:
        line += " " * max(left - _wide(line), 1 if line else 0) + text
    return line.rstrip()


COPIES: dict[str, Callable[[Sheet], str]] = {
    "browser-rows": _tabs,
    "browser-padded": _padded_tabs,
    "browser-paragraphs": _paragraph_tabs,
    "spreadsheet-rows": _spreadsheet,
    "comma-separated": _commas,
    "markdown": _markdown,
    "bars-own-cells": _bars_own,
    "bars-leading": _bars_leading,
    "bars-padded-right": _bars_padded,
    "bar-lines": _bar_lines,
    "pdf-lines": _lines,
    "pdf-spaces": _spaces,
    "pdf-wrapped": _wrapped,
    "pdf-layout": _layout,
    "pdf-layout-wrapped": _layout_wrapped,
}


def _copied(name: str) -> Callable[[Page, Random], None]:
    def apply(page: Page, chosen: Random) -> None:
        page.copy = name

    return apply


def _carriage_returns(page: Page, chosen: Random) -> None:
    page.ends = "\r\n"


def _joined_lines(page: Page, chosen: Random) -> None:
    """Paragraphs cut into lines of the width of the page, as copied from paper."""
    size = chosen.choice((24, 28, 36))
    for block in page.blocks:
        if isinstance(block, Prose) and not block.level:
            block.text = "\n".join(block.text[at : at + size] for at in range(0, len(block.text), size))


KINDS = (
    *(
        Kind(name, "copy", _copied(name), media=_TEXT, traceless=name in _TRACELESS)
        for name in COPIES
        if name != "browser-rows"
    ),
    Kind("carriage-returns", "ends", _carriage_returns, media=_TEXT),
    Kind("text-in-lines", "lines", _joined_lines, media=_TEXT),
)
