"""Reports as Word files: paragraphs, and tables with merged cells as Word writes them."""

from html import escape

from tests.layouts.page import Cell, Line, Page, Prose, Sheet
from tests.word import MAIN, paragraph, row, zipped

from govdisclosure.grid import placed

__all__ = ["page_docx"]

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
    'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_RELATION}" '
    'Target="word/document.xml"/></Relationships>'
)
_CENTRED = '<w:jc w:val="center"/>'


def page_docx(page: Page) -> bytes:
    """The document as a Word file."""
    body = "".join(_block(page, block) for block in page.blocks if isinstance(block, Prose | Sheet))
    text = f'<w:document xmlns:w="{MAIN}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    return zipped({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": text})


def _block(page: Page, block: Prose | Sheet) -> str:
    if isinstance(block, Sheet):
        return _table(page, block)
    bold = "<w:b/>" if block.level in {1, 9} else ""
    return paragraph("", _CENTRED if block.level == 9 else "", _run(block.text, bold))


def _run(text: str, properties: str = "", word: str = "w:t") -> str:
    """A run; a line break of the text is one of the run."""
    pieces = text.replace("\r", "").split("\n")
    words = "<w:br/>".join(f'<{word} xml:space="preserve">{escape(piece, quote=False)}</{word}>' for piece in pieces)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{words}</w:r>"


# --- tables -----------------------------------------------------------------------------------------------


def _table(page: Page, sheet: Sheet) -> str:
    """Each place of the table has a cell that begins there, or reaches there from above."""
    above: dict[int, tuple[Cell, int]] = {}
    made = []
    for line, cells in zip(sheet.lines, placed([line.cells for line in sheet.lines]), strict=True):
        begun = dict(cells)
        made.append(_row(page, line, begun, above))
        above = {column: (cell, rest - 1) for column, (cell, rest) in above.items() if rest > 1}
        above |= {column: (cell, cell.rowspan - 1) for column, cell in begun.items() if cell.rowspan > 1}
    columns = '<w:gridCol w:w="800"/>' * sheet.width
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(made)}</w:tbl>"


def _row(page: Page, line: Line, begun: dict[int, Cell], above: dict[int, tuple[Cell, int]]) -> str:
    continued = {column: cell for column, (cell, _) in above.items()}
    cells = [_cell(page, line, cell, column in continued) for column, cell in sorted({**begun, **continued}.items())]
    return row(*cells, properties="<w:hidden/>" if line.ghost else "")


def _cell(page: Page, line: Line, cell: Cell, continued: bool) -> str:  # noqa: FBT001 - two ways of one cell
    span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
    merged = "<w:vMerge/>" if continued else '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""
    inner = paragraph() if continued else _paragraphs(page, line, cell)
    return f"<w:tc><w:tcPr>{span}{merged}</w:tcPr>{inner}</w:tc>"


def _paragraphs(page: Page, line: Line, cell: Cell) -> str:
    """What stands in a cell, each line a paragraph where that is wished."""
    hidden = "<w:vanish/>" if line.ghost else ""
    parts = cell.text.split("\n") if "paragraphs" in page.wishes else [cell.text]
    runs = [_run(part, hidden) for part in parts]
    runs[0] = _struck(page, cell) + runs[0]
    runs[-1] += _run(cell.mark, '<w:vertAlign w:val="superscript"/>') if cell.mark else ""
    return "".join(paragraph("", "", run) for run in runs)


def _struck(page: Page, cell: Cell) -> str:
    """Digits that are crossed out, or deleted in a revision that is still shown."""
    if not cell.struck:
        return ""
    if "revisions" in page.wishes:
        return f'<w:del w:id="1" w:author="a">{_run(cell.struck, word="w:delText")}</w:del>'
    return _run(cell.struck, "<w:strike/>")
