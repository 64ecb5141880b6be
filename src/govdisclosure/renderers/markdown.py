"""Markdown (CommonMark with the tables of GitHub): for repositories, wikis and issue trackers."""

import re

from govdisclosure.grid import placed
from govdisclosure.renderers.blocks import Block, Heading, Page, Paragraph, Sheet, SheetPart, Table
from govdisclosure.renderers.text import one_line

__all__ = ["markdown"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
#: What begins a block if it stands first on a line: lists, quotes, rules, setext underlines.
_BLOCK_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def markdown(page: Page) -> str:
    """The page as Markdown. Nothing in the text acts as markup."""
    return "\n".join(_block(block) for block in page.blocks)


def _plain(text: str) -> str:
    """Text that means itself: special characters escaped, line breaks and controls as spaces."""
    escaped = _SPECIAL.sub(r"\\\1", one_line(text))
    return _BLOCK_START.sub(lambda m: f"{m[1]}\\{m[2]}" if not m[2].isdigit() else f"{m[1]}{m[2]}\\", escaped)


def _block(block: Block) -> str:
    match block:
        case Heading(level=level, text=text):
            return f"{'#' * level} {_plain(text)}\n"
        case Paragraph(runs=runs):
            return f"{_plain(''.join(run.text for run in runs).strip())}\n"
        case Table():
            return _table(block)
        case Sheet():
            return "\n".join(_part(part) for part in block.parts)


def _table(table: Table) -> str:
    head = table.head or ("",) * len(table.rows[0] if table.rows else ("", ""))
    rule = ["---:" if number else "---" for number in table.numeric or (False,) * len(head)]
    written = [f"| {' | '.join(_plain(text) for text in head)} |", f"| {' | '.join(rule)} |"]
    written += [f"| {' | '.join(_plain(cell.text) for cell in row)} |" for row in table.rows]
    return "\n".join(written) + "\n"


def _part(part: SheetPart) -> str:
    """A part of a statutory table.

    Markdown has one line of headers and no spans: headers over each other are joined, and a header over several
    rows stands in the first of them.
    """
    heads: list[list[str]] = [[] for _ in range(part.width)]
    for row in placed(part.head):
        for column, cell in row:
            for at in range(column, column + cell.colspan):
                # The corner spans the columns of row headers, and its note stands in the first.
                if cell.text and (cell.kind != "corner" or at == column):
                    heads[at].append(_plain(cell.text))
    banner = [f"**{_plain(part.banner)}**", ""] if part.banner else []
    rule = ["---" if column < part.depth else "---:" for column in range(part.width)]
    lines = [f"| {' | '.join(' / '.join(head) for head in heads)} |", f"| {' | '.join(rule)} |"]
    for row in placed(part.rows):
        texts = [""] * part.width
        for column, cell in row:
            texts[column] = ("&emsp;" * cell.indent) + _plain(cell.text)
        lines.append(f"| {' | '.join(texts)} |")
    return "\n".join([*banner, *lines]) + "\n"
