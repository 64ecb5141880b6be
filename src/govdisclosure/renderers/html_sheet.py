"""Statutory tables in HTML: the official look, every cell with its path as its id."""

from functools import lru_cache
from typing import Protocol

import attrs

from govdisclosure.grid import placed
from govdisclosure.renderers.blocks import Sheet, SheetCell, SheetPart
from govdisclosure.renderers.html_text import escaped, framed

__all__ = ["SheetWriter", "sheet"]

#: What a header cell is the header of.
_SCOPE = {"column": "col", "corner": "col", "row": "row", "heading": "rowgroup"}
#: A row header over so many rows is written downwards, as the official forms do.
_TALL = 12


class SheetWriter(Protocol):
    """What a page says of the elements of its tables."""

    def id(self, anchor: str | None) -> str:
        """The id of an element, as an attribute."""
        ...

    def language(self, own: bool) -> str:  # noqa: FBT001
        """The language of an element, as an attribute."""
        ...

    def content(self, cell: SheetCell, words: str) -> str:
        """What stands in a body cell, given its escaped words."""
        ...


def sheet(block: Sheet, writer: SheetWriter) -> str:
    """A table."""
    several = len(block.parts) > 1
    parts = "".join([_part(part, block.width, writer, several=several) for part in block.parts])
    return framed(block.caption, parts, f' class="sheet"{writer.id(block.anchor)}')


def _part(part: SheetPart, width: int, writer: SheetWriter, *, several: bool) -> str:
    rows = [*part.head, *part.rows]
    if width > part.width:
        rows = _stretched(rows, part.width, width - part.width)
    lines = [f"<tr>{''.join([_cell(cell, writer) for cell in row])}</tr>\n" for row in rows]
    head, body = "".join(lines[: len(part.head)]), "".join(lines[len(part.head) :])
    if not several:
        return f"<thead>\n{head}</thead>\n<tbody>\n{body}</tbody>\n"
    banner = ""
    if part.banner is not None:
        banner = f'<tr><th class="banner" scope="rowgroup" colspan="{width}">{escaped(part.banner)}</th></tr>\n'
    return f"<tbody>\n{banner}{head}{body}</tbody>\n"


def _stretched(rows: list[tuple[SheetCell, ...]], width: int, more: int) -> list[tuple[SheetCell, ...]]:
    """The rows of a part that is narrower than its table: its last column takes the rest."""
    return [
        tuple(
            attrs.evolve(cell, colspan=cell.colspan + more) if column + cell.colspan == width else cell
            for column, cell in row
        )
        for row in placed(rows)
    ]


def _cell(cell: SheetCell, writer: SheetWriter) -> str:
    kind, words, anchor = cell.kind, cell.text, cell.anchor
    if not words.isalnum():  # digits need no escaping
        words = _shown(words, marked=cell.own or kind == "absent")
    if anchor is not None:
        words = writer.content(cell, words)
        if kind == "number" and cell.colspan == 1 and not cell.severity and not cell.own:  # nearly every cell
            return f'<td class="number"{writer.id(anchor)}>{words}</td>'
    spans = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    if cell.colspan > 1:
        spans += f' colspan="{cell.colspan}"'
    scope = _SCOPE.get(kind)
    if scope is None or (kind == "corner" and not words):
        classes = f"{kind} {cell.severity}" if cell.severity else kind
        return f'<td class="{classes}"{writer.id(anchor)}{spans}{writer.language(cell.own)}>{words}</td>'
    inset = f' style="padding-inline-start: {0.4 + 1.2 * cell.indent:.1f}rem"' if cell.indent else ""
    if cell.rowspan >= _TALL:
        kind += " tall"
    return f'<th class="{kind}" scope="{scope}"{spans}{inset}{writer.language(cell.own)}>{words}</th>'


@lru_cache(maxsize=4096)
def _shown(words: str, *, marked: bool) -> str:
    """The words of a cell, apart from what is around them where they are the report's own."""
    words = escaped(words)
    return f"<bdi>{words}</bdi>" if marked and words else words
