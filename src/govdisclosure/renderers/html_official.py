"""HTML in the official look: the report alone, as an office prints it, without what the library adds.

A page of its own rather than a switch on the reading page: what it leaves out and what it adds (the signature) is then
in the file as it is on the screen, for readers of every kind, and the choice survives a reload, a link and a printer.
"""

from collections.abc import Iterator, Sequence

import attrs

from govdisclosure.renderers.blocks import Block, Heading, Page, Paragraph, Run, Sheet, SheetCell, SheetPart
from govdisclosure.renderers.html_document import Ids, document
from govdisclosure.renderers.html_style import OFFICIAL
from govdisclosure.renderers.html_writer import PageWriter

__all__ = ["html_official"]


def html_official(page: Page) -> str:
    """The report as an HTML document in the official look."""
    return document(page, OFFICIAL, _body(page))


def _body(page: Page) -> Iterator[str]:
    writer = PageWriter(page, Ids())
    yield "<main>\n"
    yield from writer.blocks(block for block in page.about if isinstance(block, Heading))
    yield from writer.blocks(_plain(block) for block in page.narrative if not _is_added(block))
    yield from writer.blocks(_tables(page.figures) if _is_report(page) else (*page.about[1:], *page.figures))
    yield "</main>\n"
    if page.signature:
        yield '<footer class="signature">\n'
        yield from writer.blocks(page.signature)
        yield "</footer>\n"


def _is_report(page: Page) -> bool:
    """Whether there is anything of a report to print; else it is a page of tables about several."""
    return bool(page.narrative) or any(isinstance(block, Sheet) for block in page.figures)


def _is_added(block: Block) -> bool:
    """Whether a block of the narrative is the library's heading above it."""
    return isinstance(block, Heading) and not block.own


def _tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """The statutory tables that stand outside of the text, each with its title as its first row.

    Over the table the title would be a line of the text for whoever reads the page.
    """
    for block in blocks:
        if isinstance(block, Sheet):
            yield _plain(attrs.evolve(block, parts=_titled(block)))


def _titled(sheet: Sheet) -> tuple[SheetPart, ...]:
    title = (SheetCell(sheet.caption, "column", colspan=sheet.width),)
    if len(sheet.parts) > 1:
        return (SheetPart(None, (title,), (), 0, sheet.width), *sheet.parts)
    return tuple(attrs.evolve(part, head=(title, *part.head)) for part in sheet.parts)


def _plain(block: Block) -> Block:
    """A block without what findings and figures add to it; the report's headings begin below the title."""
    match block:
        case Heading():
            return attrs.evolve(block, level=max(2, block.level - 1))
        case Paragraph():
            return attrs.evolve(block, runs=(Run("".join(run.text for run in block.runs)),))
        case Sheet():
            return attrs.evolve(block, parts=tuple(_unmarked(part) for part in block.parts))
    return block


def _unmarked(part: SheetPart) -> SheetPart:
    rows = tuple(
        tuple(attrs.evolve(cell, severity=None) if cell.severity else cell for cell in row) for row in part.rows
    )
    return attrs.evolve(part, rows=rows)
