"""Reports as PDFs: ruled tables that run over pages, with labels wrapped in narrow cells."""

import io
from functools import cache
from itertools import groupby
from pathlib import Path

import attrs
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from tests.layouts.page import Cell, Page, Prose, Sheet

from govdisclosure.grid import placed

__all__ = ["EMBEDDED", "page_pdf"]

EMBEDDED = Path("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf")
_NAMED = "STSong-Light"
_MARGIN = 56.0
_PAD = 3.0


@cache
def _glyphs(*, embedded: bool) -> frozenset[int]:
    """The characters of the font that is part of the file; none where it is only named, or the system lacks it."""
    pdfmetrics.registerFont(UnicodeCIDFont(_NAMED))
    if not embedded or not EMBEDDED.exists():
        return frozenset()
    font = TTFont("Embedded", str(EMBEDDED))
    pdfmetrics.registerFont(font)
    return frozenset(font.face.charToGlyph)


def _font_of(character: str, glyphs: frozenset[int]) -> str:
    """Chinese in one font, digits in another, the rest where it is found, as word processors do it."""
    if ord(character) in glyphs:
        return "Embedded"
    return "Times-Roman" if glyphs and character.isascii() else _NAMED


def _em(text: str) -> float:
    """The width of a text in ems: Chinese characters are square."""
    return sum(1.0 if ord(c) > 0x2000 else 0.52 for c in text)


def wrapped(text: str, ems: float) -> list[str]:
    """Lines that fit into a width; breaks of the text are kept."""
    lines: list[str] = []
    for piece in text.replace("\r", "").split("\n"):
        line, width = "", 0.0
        for c in piece:
            size = _em(c)
            if line and width + size > ems:
                lines.append(line)
                line, width = "", 0.0
            line, width = line + c, width + size
        lines.append(line)
    return lines


# --- pages ------------------------------------------------------------------------------------------------


@attrs.define(kw_only=True)
class _Paper:
    """Where the pen stands."""

    canvas: Canvas
    wishes: set[str]
    glyphs: frozenset[int]
    size: float
    width: float
    height: float
    title: str
    y: float = 0.0
    number: int = 1

    @property
    def leading(self) -> float:
        """From one line of a cell to the next."""
        return self.size * 1.25

    def begin(self) -> None:
        """Set up a page."""
        self.canvas.setLineWidth(0.5)
        self.y = self.height - _MARGIN
        if "running" in self.wishes:
            self.write(self.width - _MARGIN - _em(self.title) * self.size, self.height - 30, self.title)

    def turn(self) -> None:
        """Finish a page and begin the next."""
        mark = f"- {self.number} -" if "folio" in self.wishes else f"第 {self.number} 页"
        self.write(self.width / 2 - 20, 28, mark)
        self.canvas.showPage()
        self.number += 1
        self.begin()

    def need(self, space: float) -> None:
        """A new page where there is no room."""
        if self.y - space < _MARGIN:
            self.turn()

    def write(self, x: float, y: float, text: str, size: float | None = None) -> None:
        """A line of text, letter by letter where that is wished."""
        size = size or self.size
        for font, run in groupby(text, key=lambda c: _font_of(c, self.glyphs)):
            self.canvas.setFont(font, size)
            words = "".join(run)
            for piece in words if "letters" in self.wishes else (words,):
                self.canvas.drawString(x, y, piece)
                x += _em(piece) * size


def page_pdf(page: Page) -> bytes:
    """The document as a PDF."""
    out = io.BytesIO()
    width, height = landscape(A4) if "landscape" in page.wishes else A4
    canvas = Canvas(out, pagesize=(width, height), invariant=1, pageCompression=1)
    canvas.setTitle(page.title)
    size = 7.5 if "small" in page.wishes else 10.5 if "large" in page.wishes else 9.0
    paper = _Paper(
        canvas=canvas,
        wishes=page.wishes,
        glyphs=_glyphs(embedded="embedded" in page.wishes),
        size=size,
        width=width,
        height=height,
        title=page.title,
    )
    paper.begin()
    for block in page.blocks:
        if isinstance(block, Sheet):
            _table(paper, block)
        elif isinstance(block, Prose):
            _prose(paper, block)
    paper.turn()
    canvas.save()
    return out.getvalue()


def _prose(paper: _Paper, prose: Prose) -> None:
    size = paper.size + (6 if prose.level == 9 else 3)
    text = prose.text if prose.level > 1 else f"　　{prose.text}"
    for line in wrapped(text, (paper.width - 2 * _MARGIN) / size):
        paper.need(size * 1.6)
        paper.y -= size * 1.6
        paper.write(_MARGIN, paper.y, line, size)
    paper.y -= 4


# --- tables -----------------------------------------------------------------------------------------------


@attrs.define
class _Box:
    """A cell with its place: rows and columns, and the lines of its text that are still to be written."""

    cell: Cell
    top: int
    bottom: int
    left: float
    right: float
    lines: list[str]


def _edges(paper: _Paper, cells: list[tuple[int, Cell]]) -> list[float]:
    """Where columns begin and end: wide for labels, narrow for numbers and for groups."""
    count = max(column + cell.colspan for column, cell in cells)
    weights = [2.0] * count
    for column, cell in cells:
        if cell.colspan == 1:
            weights[column] = max(weights[column], _weight(cell))
    unit = (paper.width - 2 * _MARGIN) / sum(weights)
    edges = [_MARGIN]
    for weight in weights:
        edges.append(edges[-1] + weight * unit)
    return edges


def _weight(cell: Cell) -> float:
    if cell.role == "heading":
        return 2.0 if cell.rowspan > 9 else 4.5
    most = {"row": 11.0, "other": 9.0, "column": 3.0}.get(cell.role, 5.0)
    return min(most, _em(cell.text) + 1)


def _boxes(paper: _Paper, sheet: Sheet) -> list[_Box]:
    rows = placed([line.cells for line in sheet.lines])
    edges = _edges(paper, [pair for row in rows for pair in row])
    made: list[_Box] = []
    for at, row in enumerate(rows):
        for column, cell in row:
            box = _Box(cell, at, at + cell.rowspan, edges[column], edges[column + cell.colspan], [])
            box.lines = _lines(paper, box)
            made.append(box)
    return made


def _heights(paper: _Paper, count: int, boxes: list[_Box]) -> list[float]:
    heights = [paper.leading + 2 * _PAD] * count
    for box in sorted(boxes, key=lambda one: one.bottom - one.top):
        needed = len(box.lines) * paper.leading + 2 * _PAD
        lacking = needed - sum(heights[box.top : box.bottom])
        if lacking > 0:
            heights[box.bottom - 1] += lacking
    return heights


def _table(paper: _Paper, sheet: Sheet) -> None:
    """A table, cut where a page ends."""
    boxes = _boxes(paper, sheet)
    heights = _heights(paper, len(sheet.lines), boxes)
    heads = next((at for at, line in enumerate(sheet.lines) if not line.head), 0)
    if "break" in paper.wishes and len(sheet.lines) > 20:
        paper.turn()
    paper.need(sum(heights[: heads + 1]))
    at = 0
    while at < len(heights):
        end = _fitting(paper, heights, at)
        _part(paper, boxes, heights, at, end)
        at = end
        if at < len(heights):
            paper.turn()
            if "repeat" in paper.wishes:
                head = [attrs.evolve(box, lines=_lines(paper, box)) for box in boxes if box.bottom <= heads]
                _part(paper, head, heights, 0, heads)
    paper.y -= 6


def _lines(paper: _Paper, box: _Box) -> list[str]:
    return wrapped(box.cell.text, (box.right - box.left - 2 * _PAD) / paper.size)


def _fitting(paper: _Paper, heights: list[float], at: int) -> int:
    """The row before which the page ends; at least one row is printed."""
    end, y = at, paper.y
    while end < len(heights) and (y := y - heights[end]) >= _MARGIN:
        end += 1
    return max(end, at + 1)


def _part(paper: _Paper, boxes: list[_Box], heights: list[float], first: int, end: int) -> None:
    """The rows of a table that stand on one page."""
    for box in boxes:
        top, bottom = max(box.top, first), min(box.bottom, end)
        if top < bottom:
            y = paper.y - sum(heights[first:top])
            _box(paper, box, y, sum(heights[top:bottom]))
    paper.y -= sum(heights[first:end])


def _box(paper: _Paper, box: _Box, y: float, height: float) -> None:
    canvas, width = paper.canvas, box.right - box.left
    _ruled(paper, box, y, height)
    room = max(int((height - _PAD) / paper.leading), 1)
    lines, box.lines = box.lines[:room], box.lines[room:]
    base = y - (height - len(lines) * paper.leading) / 2 - paper.size
    for at, line in enumerate(lines):
        free = width - _em(line) * paper.size
        left = _PAD if box.cell.role in {"row", "corner", "prose"} else free / 2
        if "right" in paper.wishes and box.cell.role == "body":
            left = free - _PAD
        if line.strip():
            _words(paper, box, box.left + left, base - at * paper.leading, line)
    canvas.setFillGray(0)


def _words(paper: _Paper, box: _Box, x: float, y: float, line: str) -> None:
    """A line of a cell: crossed-out digits before it, a raised mark behind it."""
    struck, mark = box.cell.struck, box.cell.mark
    if struck:
        width = _em(struck) * paper.size
        paper.write(x - width - 2, y, struck)
        paper.canvas.line(x - width - 3, y + paper.size * 0.32, x - 1, y + paper.size * 0.32)
    paper.write(x, y, line)
    if mark:
        paper.write(x + _em(line) * paper.size, y + paper.size * 0.4, mark, paper.size * 0.6)


def _ruled(paper: _Paper, box: _Box, y: float, height: float) -> None:
    """The lines around a cell: four strokes, a stroked box, or thin filled boxes."""
    canvas, x, low = paper.canvas, box.left, y - height
    width = box.right - x
    if "filled" in paper.wishes and box.cell.role in {"banner", "column", "corner"}:
        canvas.setFillColorRGB(0.77, 0.85, 0.95)
        canvas.rect(x, low, width, height, stroke=0, fill=1)
        canvas.setFillGray(0)
    if {"shaded", "striped"} & paper.wishes:
        even = box.top % 2 if "striped" in paper.wishes else (box.top + round(x)) % 2
        canvas.setFillGray(0.86 if even else 0.95)
        canvas.rect(x + 0.5, low + 0.5, width - 1, height - 1, stroke=0, fill=1)
        canvas.setFillGray(0)
    elif "bare" in paper.wishes:
        return
    elif "across" in paper.wishes:
        canvas.lines([(x, low, x + width, low), (x, y, x + width, y)])
    elif "boxes" in paper.wishes:
        for edge in (low, y):
            canvas.rect(x, edge, width, 0.5, stroke=0, fill=1)
        for edge in (x, x + width):
            canvas.rect(edge, low, 0.5, height, stroke=0, fill=1)
    elif "doubled" in paper.wishes:
        canvas.rect(x + 0.4, low + 0.4, width - 0.8, height - 0.8)
    else:
        canvas.lines([(x, low, x + width, low), (x, y, x + width, y), (x, low, x, y), (x + width, low, x + width, y)])
