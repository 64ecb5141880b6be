"""Plain text: for terminals, mail and reading aloud. Tables are aligned by the width of East Asian characters."""

import unicodedata

from govdisclosure.grid import placed
from govdisclosure.locales.direction import balanced, isolated
from govdisclosure.renderers.blocks import Block, Heading, Page, Paragraph, Sheet, SheetCell, SheetPart, Table

__all__ = ["block_text", "one_line", "plain", "summary", "text"]

#: Characters that can turn the direction of what follows them on the line.
_TURNING = frozenset("\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c")


def text(page: Page) -> str:
    """The whole page."""
    return "\n".join(block_text(block) for block in page.blocks)


def summary(page: Page) -> str:
    """What was read and found, without the text of the report."""
    return "\n".join(block_text(block) for block in page.about + page.figures + page.findings)


def one_line(value: str) -> str:
    """A text with its line breaks and controls as spaces."""
    return "".join(" " if c < " " or "\x7f" <= c < "\xa0" or c in "\u2028\u2029" else c for c in value)


def plain(value: str) -> str:
    """A text on one line, without controls, its direction kept to itself."""
    shown = one_line(value)
    turning = any(c in _TURNING or unicodedata.bidirectional(c) in ("R", "AL") for c in shown)
    return isolated(shown) if turning else shown


def _alone(value: str) -> str:
    """A text that has its line to itself: nothing stands beside it that it could turn."""
    shown = one_line(value)
    return balanced(shown) if any(c in _TURNING for c in shown) else shown


def block_text(block: Block) -> str:
    """A block in plain lines."""
    match block:
        case Heading(level=level, text=words):
            line = _alone(words)
            rule = {1: "=", 2: "-"}.get(level)
            return f"{line}\n{rule * _width(line)}\n" if rule else f"{line}\n"
        case Paragraph(runs=runs):
            return _alone("".join(run.text for run in runs)) + "\n"
        case Table():
            return _table(block)
        case Sheet():
            return "\n".join(_part(part) for part in block.parts)


def _width(words: str) -> int:
    """Columns that a text takes in a terminal."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in words)
    hidden = sum(unicodedata.category(c) in ("Mn", "Me", "Cf") for c in words)
    return len(words) + wide - hidden


def _table(table: Table) -> str:
    rows = [tuple(plain(cell.text) for cell in row) for row in table.rows]
    lines = [tuple(map(plain, table.head)), *rows] if table.head else rows
    columns = len(lines[0]) if lines else 0
    widths = [max(_width(line[i]) for line in lines) for i in range(columns)]
    return "".join(_line(line, widths, table.numeric) for line in lines)


def _line(line: tuple[str, ...], widths: list[int], numeric: tuple[bool, ...]) -> str:
    cells = []
    for words, width, number in zip(line, widths, numeric, strict=True):
        gap = " " * (width - _width(words))
        cells.append(gap + words if number else words + gap)
    return "  ".join(cells).rstrip() + "\n"


def _part(part: SheetPart) -> str:
    """A part of a statutory table in aligned columns; a header over several columns stands over the first."""
    rows = placed([*part.head, *part.rows])
    columns = _columns(part, rows)
    lines = [plain(part.banner) + "\n"] if part.banner else []
    for row in rows:
        line, at = "", 0
        for column, cell in row:
            line += " " * (sum(columns[at:column]) + 2 * (column - at))
            room = sum(columns[column : column + cell.colspan]) + 2 * (cell.colspan - 1)
            words = _words(cell)
            gap = " " * (room - _width(words))
            line += (gap + words if cell.kind in ("number", "absent") else words + gap) + "  "
            at = column + cell.colspan
        lines.append(line.rstrip() + "\n")
    return "".join(lines)


def _words(cell: SheetCell) -> str:
    return "  " * cell.indent + plain(cell.text)


def _columns(part: SheetPart, rows: list[list[tuple[int, SheetCell]]]) -> list[int]:
    """The width of each column: what its own cells need, the last one wider where a header over it needs more."""
    columns = [0] * part.width
    placed_cells = [pair for row in rows for pair in row]
    for column, cell in sorted(placed_cells, key=lambda pair: pair[1].colspan):
        last = column + cell.colspan - 1
        room = sum(columns[column : last + 1]) + 2 * (cell.colspan - 1)
        columns[last] += max(0, _width(_words(cell)) - room)
    return columns
