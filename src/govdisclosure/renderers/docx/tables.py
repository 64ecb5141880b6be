"""Tables in a Word file: merged cells, headers that repeat, rows that no page divides."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from govdisclosure.grid import placed
from govdisclosure.renderers.blocks import Cell, Sheet, SheetCell, Table
from govdisclosure.renderers.docx.styles import OUTLINED, SEVERITIES, SIZES, TEXT_WIDTH
from govdisclosure.renderers.docx.words import Words
from govdisclosure.renderers.html_text import attribute

__all__ = ["listed", "ruled"]

#: Tables of more columns are set in a smaller type.
_MANY = 9
#: A row header over so many rows is written downwards, as the official forms do; not where rows begin at the right.
_TALL = 12
#: What stands on both sides of the words of a cell, and the narrowest column, in characters.
_MARGINS, _NARROWEST = 150, 1.5
#: How wide a column may want to be for what stands in it, in characters.
_WANTED = {"column": 5.0, "row": 14.0, "heading": 4.0, "corner": 2.0, "text": 14.0}
_LONGEST, _LONGEST_WORD = 16.0, 8.0
#: Words of so many characters stay on one line where there is room.
_TOGETHER = 4.0
_STYLES = {"corner": "CellHead", "column": "CellHead", "row": "CellRow", "heading": "CellRow", "text": "CellText"}
_LISTED = {"column": "CellHead", "header": "CellRow", "number": "CellAmount"}
_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_HEAD_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


def ruled(sheet: Sheet, words: Words) -> str:
    """A statutory table."""
    rows, heads = _rows(sheet)
    lines = placed(rows)
    size, widths = _set(lines, sheet.width, upright=words.rtl)
    writer = _Ruled(words, widths, size)
    repeated = heads if len(sheet.parts) == 1 else 0
    body = [writer.row(line, _HEAD_ROW if number < repeated else _ROW) for number, line in enumerate(lines)]
    return _table("StatutoryTable", sheet.caption, writer.widths, "".join(body), words)


def _rows(sheet: Sheet) -> tuple[list[tuple[SheetCell, ...]], int]:
    """All rows, those over parts included, and how many of the first hold headers."""
    rows: list[tuple[SheetCell, ...]] = []
    for part in sheet.parts:
        if part.banner is not None and len(sheet.parts) > 1:
            rows.append((SheetCell(part.banner, "column", colspan=sheet.width),))
        rows += part.stretched(sheet.width)
    return rows, len(sheet.parts[0].head) if sheet.parts else 0


def _set(lines: list[list[tuple[int, SheetCell]]], columns: int, *, upright: bool) -> tuple[str, list[int]]:
    """The size of a table and the widths of its columns, which fill the page.

    By what stands in each column, not by what stands over several. The size is the largest in which no word is cut;
    where even the smallest has no room for whole words, they are cut; numbers never are.
    """
    numbers, words, together, wanted = ([_NARROWEST] * columns for _ in range(4))
    for line in lines:
        for column, cell in line:
            if cell.colspan > 1 or column >= columns or _downwards(cell, upright=upright):
                continue
            width = min(_characters(cell.text), _WANTED.get(cell.kind, _LONGEST))
            wanted[column] = max(wanted[column], width)
            if cell.kind == "number":
                numbers[column] = max(numbers[column], width)
            else:
                words[column] = max(words[column], _unbroken(cell.text))
                together[column] = max(together[column], words[column], width if width <= _TOGETHER else 0.0)
    leasts = [[max(pair) for pair in zip(numbers, least, strict=True)] for least in (together, words)]
    sizes = [(end, 10 * half_points) for end, half_points in SIZES.items()][columns > _MANY :]
    for end, character in sizes:
        for least in leasts:
            if sum(least) * character + columns * _MARGINS <= TEXT_WIDTH:
                return end, _filled(least, wanted, character)
    end, character = sizes[-1]
    return end, _filled(numbers, wanted, character)


@lru_cache(maxsize=2**12)
def _unbroken(text: str) -> float:
    """The width that no line may cut: that of the longest word, within bounds, or of two Chinese characters."""
    return max((min(_uncut(word), _LONGEST_WORD) for word in text.split()), default=0.0)


def _uncut(word: str) -> float:
    if word.isascii():
        return len(word) / 2
    if any(unicodedata.east_asian_width(char) in "WF" for char in word):
        return 2.0
    # Fonts of other scripts are wider; signs above and below letters take no room.
    return 0.6 * sum(unicodedata.category(char) not in ("Mn", "Cf") for char in word)


def _filled(least: list[float], wanted: list[float], character: int) -> list[int]:
    """Widths that fill the page: what each column needs, and a share of the rest by what more it would have."""
    needed = [width * character + _MARGINS for width in least]
    if (whole := sum(needed)) > TEXT_WIDTH:
        needed = [width * TEXT_WIDTH / whole for width in needed]
    more = [1 + max(0.0, want - need) * character for want, need in zip(wanted, least, strict=True)]
    rest = TEXT_WIDTH - sum(needed)
    widths = [int(need + rest * share / sum(more)) for need, share in zip(needed, more, strict=True)]
    widths[-1] += TEXT_WIDTH - sum(widths)
    return widths


def _downwards(cell: SheetCell, *, upright: bool) -> bool:
    return cell.rowspan >= _TALL and not upright


def _characters(text: str) -> float:
    """The width of a text in Chinese characters, which are wide and take three bytes; Latin ones take half and one."""
    return (len(text) + len(text.encode("utf-8", "surrogatepass"))) / 4


def _table(style: str, caption: str, widths: list[int], rows: str, words: Words) -> str:
    """A table, and the gap behind it: tables that touch each other become one."""
    grid = "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])
    turned = "<w:bidiVisual/>" if words.rtl else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{turned}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCaption w:val="{attribute(caption)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'
    )


class _Ruled:
    """Writes the rows of one statutory table."""

    def __init__(self, words: Words, widths: list[int], size: str) -> None:
        self.words, self.widths, self.size = words, widths, size
        number = f'<w:p><w:pPr><w:pStyle w:val="CellNumber{size}"/></w:pPr><w:r><w:t>'
        #: What stands before the number of a plain cell, by its column.
        self._plain = [f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/></w:tcPr>{number}' for w in widths]
        #: Columns taken by cells of rows above: how many rows are left, and the columns that the cell spans.
        self._down: dict[int, tuple[int, int]] = {}

    def row(self, line: list[tuple[int, SheetCell]], start: str) -> str:
        made = [start]
        at = 0
        for column, cell in line:
            at = self._reach(at, column, made)
            made.append(self._cell(column, cell))
            if cell.rowspan > 1:
                self._down[column] = (cell.rowspan, cell.colspan)
            at = column + cell.colspan
        self._reach(at, len(self.widths), made)
        self._down = {column: (left - 1, span) for column, (left, span) in self._down.items() if left > 1}
        made.append("</w:tr>")
        return "".join(made)

    def _reach(self, at: int, column: int, made: list[str]) -> int:
        """The cells that reach down into the row, up to a column; places that nothing takes stay empty."""
        while at < column:
            span = self._down[at][1] if at in self._down else 1
            made.append(self._empty(at, span, merged=at in self._down))
            at += span
        return at

    def _empty(self, column: int, span: int, *, merged: bool) -> str:
        merge = "<w:vMerge/>" if merged else ""
        return f"<w:tc>{self._properties(column, span, merge)}{self._blank()}</w:tc>"

    def _blank(self) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="CellText{self.size}"/></w:pPr></w:p>'

    def _cell(self, column: int, cell: SheetCell) -> str:
        kind = cell.kind
        if kind == "number" and cell.colspan == 1 and not cell.severity and cell.text.isalnum():  # nearly every cell
            return f"{self._plain[column]}{cell.text}</w:t></w:r></w:p></w:tc>"
        merge = '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""
        if cell.severity:
            merge += _shaded(cell.severity)
        style = _STYLES.get(kind, "CellNumber")
        if _downwards(cell, upright=self.words.rtl):
            merge += '<w:textDirection w:val="tbRlV"/>'
            style = "CellHead"
        if cell.indent and not self.size:
            style += str(min(cell.indent, OUTLINED))
        else:
            style += self.size
        content = self.words.paragraph(style, cell.text, own=cell.own, severity=cell.severity)
        return f"<w:tc>{self._properties(column, cell.colspan, merge)}{content}</w:tc>"

    def _properties(self, column: int, span: int, more: str) -> str:
        width = sum(self.widths[column : column + span])
        wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{wide}{more}</w:tcPr>'


def _shaded(severity: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{SEVERITIES[severity][0]}"/>'


# --- lists


def listed(table: Table, words: Words) -> str:
    """A list with one row of headers, or none."""
    widths = _list_widths(table)
    starts = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>' for width in widths]
    heads = tuple(Cell(text, "column") for text in table.head)
    head = _HEAD_ROW + _list_row(heads, starts, None, words) if heads else ""
    severities = table.severities or (None,) * len(table.rows)
    rows = [
        _ROW + _list_row(row, starts, severity, words) for row, severity in zip(table.rows, severities, strict=True)
    ]
    return _table("List", table.caption, widths, head + "".join(rows), words)


def _list_widths(table: Table) -> list[int]:
    columns = max((len(row) for row in [table.head, *table.rows]), default=1)
    wanted = [4.0] * columns
    least = [2.0] * columns
    for row in [tuple(map(Cell, table.head)), *table.rows]:
        for column, cell in enumerate(row):
            wanted[column] = max(wanted[column], min(_characters(_said(cell)), _LONGEST))
    return _filled(least, wanted, 10 * SIZES[""])


def _said(cell: Cell) -> str:
    """The words of a cell, with those that lead elsewhere on a screen."""
    if not cell.links:
        return cell.text
    return "; ".join(filter(None, (cell.text, *(text for text, _ in cell.links))))


def _list_row(row: Iterable[Cell], starts: list[str], severity: str | None, words: Words) -> str:
    shade = f"{_shaded(severity)}</w:tcPr>" if severity else "</w:tcPr>"
    made = []
    for start, cell in zip(starts, row, strict=False):
        style = _LISTED.get(cell.kind, "CellText")
        marked = severity if cell.kind == "header" else None
        content = words.paragraph(style, _said(cell), own=cell.own, severity=marked)
        made.append(f"{start}{shade}{content}</w:tc>")
    return f"{''.join(made)}</w:tr>"
