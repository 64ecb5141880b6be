"""Paragraphs and tables -> one text, the places of cells in it, and the offsets of pages."""

import re
from collections.abc import Iterable

import attrs

from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import Limits
from govdisclosure.readers.observed import Hidden, HiddenReason, Markup, MarkupKind, ObservedCell, ObservedGrid
from govdisclosure.readers.pdf.emphasis import SetLines
from govdisclosure.readers.pdf.flow import Block
from govdisclosure.readers.pdf.lines import is_wide
from govdisclosure.readers.pdf.tables import Cell, Table

__all__ = ["Written", "written"]

#: What a Latin word ends with that a line was broken in; after a bar a line is broken without a blank.
_BROKEN_WORD = re.compile(r"(?:(?<=[!-~])[-_/.=&?@]|(?<=\S)\||(?:://|www\.|@)[!-~]+)$")


@attrs.define
class Written:
    """A text that grows. ``begun`` is where pages begin, by page; ``paragraphs`` are those of the text proper."""

    text: list[str] = attrs.Factory(list)
    length: int = 0
    grids: list[ObservedGrid] = attrs.Factory(list)
    begun: dict[int, int] = attrs.Factory(dict)
    furniture: list[tuple[int, int]] = attrs.Factory(list)
    hidden: list[Hidden] = attrs.Factory(list)
    paragraphs: list[SetLines] = attrs.Factory(list)
    titles: list[Markup] = attrs.Factory(list)

    def add(self, text: str) -> int:
        """Add text; gives where it ends."""
        self.text.append(text)
        self.length += len(text)
        return self.length

    def hide(self, text: str, reason: HiddenReason) -> None:
        """Add a line that is not seen."""
        start = self.length
        self.hidden.append(Hidden(start=start, end=self.add(text), reason=reason))
        self.add("\n")

    def entitle(self, title: str) -> None:
        """Add the title that the file has of its own; nobody sees it on a page."""
        start = self.length
        self.hide(title, HiddenReason.DESCRIPTION)
        self.titles.append(Markup(start=start, end=self.length - 1, kind=MarkupKind.TITLE))

    def begin(self, page: int) -> None:
        """Something of a page stands here; what comes first in the text is its beginning."""
        self.begun.setdefault(page, self.length)

    def pages(self, count: int) -> tuple[int, ...]:
        """Where each page begins; one of which nothing is written begins where the next one does."""
        offsets: list[int] = []
        after = self.length
        for page in reversed(range(count)):
            after = min(after, self.begun.get(page, after))
            offsets.append(after)
        return tuple(reversed(offsets))


def written(blocks: Iterable[Block], limits: Limits) -> Written:
    """The text of all blocks, one line a paragraph or row."""
    out = Written()
    for block in blocks:
        start = out.length
        if block.hidden:
            out.begin(block.page)
            out.hide(block.lines[0].text, block.hidden)
        elif block.table is None:
            _paragraph(out, block)
        else:
            _table(out, block.table, {row: page for page, row in block.begun}, limits)
        if block.aside:
            out.furniture.append((start, out.length))
    return out


def _paragraph(out: Written, block: Block) -> None:
    pages = {line: page for page, line in block.begun}
    start, before = out.length, ""
    for number, line in enumerate(block.lines):
        if number:
            out.add(_join(before, line.text))
        if number in pages:
            out.begin(pages[number])
        out.add(line.text)
        before = line.text
    if not block.aside:
        out.paragraphs.append(SetLines(block.lines, block.begun[0][0], block.page, start, out.length))
    out.add("\n")


def _join(one: str, other: str) -> str:
    """What stands between two lines of a paragraph: a blank between Latin words."""
    wide = is_wide(one[-1]) or is_wide(other[0])
    return "" if wide or _BROKEN_WORD.search(one) else " "


def _table(out: Written, table: Table, pages: dict[int, int], limits: Limits) -> None:
    columns = len(table.xs) - 1
    if table.rows * columns > limits.table_places:
        raise LimitExceeded("table_places", table.rows * columns, limits.table_places)
    if len(out.grids) == limits.tables:
        raise LimitExceeded("tables", limits.tables + 1, limits.tables)
    rows: list[list[Cell]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append(cell)
    cells: list[ObservedCell] = []
    for number, row in enumerate(rows):
        if number in pages:
            out.begin(pages[number])
        for place, cell in enumerate(sorted(row, key=lambda each: each.column)):
            start = out.add("\t" if place else "")
            cells.append(_cell(cell, start, out.add(cell.text)))
        out.add("\n")
    out.grids.append(ObservedGrid(rows=table.rows, columns=columns, cells=tuple(cells), page=pages[0]))


def _cell(cell: Cell, start: int, end: int) -> ObservedCell:
    return ObservedCell(
        row=cell.row,
        column=cell.column,
        rowspan=cell.below - cell.row,
        colspan=cell.beyond - cell.column,
        start=start,
        end=end,
    )
