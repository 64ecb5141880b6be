"""Statutory tables in HTML: the official look, every cell with its path as its id."""

from functools import lru_cache
from typing import Protocol

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
    lines = [_line(row, writer) for row in part.stretched(width)]
    head, body = "".join(lines[: len(part.head)]), "".join(lines[len(part.head) :])
    if not several:
        return f"<thead>\n{head}</thead>\n<tbody>\n{body}</tbody>\n"
    banner = ""
    if part.banner is not None:
        banner = f'<tr><th class="banner" scope="rowgroup" colspan="{width}">{escaped(part.banner)}</th></tr>\n'
    return f"<tbody>\n{banner}{head}{body}</tbody>\n"


def _line(row: tuple[SheetCell, ...], writer: SheetWriter) -> str:
    name, content = writer.id, writer.content
    made = []
    for cell in row:
        words = cell.text
        if cell.anchor is None:
            made.append(_own(cell, writer) if cell.own else _printed(cell))
        elif words.isalnum() and cell.kind == "number" and cell.colspan == 1 and not (cell.severity or cell.own):
            # Nearly every cell: digits, which need no escaping.
            made.append(f'<td class="number"{name(cell.anchor)}>{content(cell, words)}</td>')
        else:
            made.append(_own(cell, writer))
    return f"<tr>{''.join(made)}</tr>\n"


def _own(cell: SheetCell, writer: SheetWriter) -> str:
    """A cell of the report."""
    words = escaped(cell.text)
    if words and (cell.own or cell.kind == "absent"):
        words = f"<bdi>{words}</bdi>"
    if cell.anchor is not None:
        words = writer.content(cell, words)
    return _element(cell, words, writer.id(cell.anchor), writer.language(cell.own))


@lru_cache(maxsize=4096)
def _printed(cell: SheetCell) -> str:
    """A cell of the form, which is the same one in every report."""
    return _element(cell, escaped(cell.text))


def _element(cell: SheetCell, words: str, name: str = "", language: str = "") -> str:
    kind = cell.kind
    spans = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    if cell.colspan > 1:
        spans += f' colspan="{cell.colspan}"'
    scope = _SCOPE.get(kind)
    if scope is None or (kind == "corner" and not words):
        classes = f"{kind} {cell.severity}" if cell.severity else kind
        return f'<td class="{classes}"{name}{spans}{language}>{words}</td>'
    inset = f' style="padding-inline-start: {0.4 + 1.2 * cell.indent:.1f}rem"' if cell.indent else ""
    if cell.rowspan >= _TALL:
        kind += " tall"
    return f'<th class="{kind}" scope="{scope}"{spans}{inset}{language}>{words}</th>'
