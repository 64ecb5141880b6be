"""Pages as content systems publish them."""

from html import escape

from tests.layouts.page import Cell, Line, Page, Prose, Raw, Sheet

__all__ = ["inside", "page_html", "sheet_html", "words_of"]

_BREAKS = str.maketrans({"\n": "<br/>", "\r": "\n        ", "\u00a0": "&nbsp;"})


def words_of(text: str) -> str:
    """Text as markup."""
    return escape(text, quote=False).translate(_BREAKS)


def page_html(page: Page) -> str:
    """The page as text; what is left is to encode it."""
    content = page.frame("\n".join(_block(page, block) for block in page.blocks))
    charset = f'<meta charset="{page.label}">' if page.label else ""
    head = f"<head>{charset}<title>{words_of(page.title)}</title>\n{page.look.head}</head>"
    made = f'<!DOCTYPE html>\n<html lang="zh-CN">{head}\n<body>\n{page.before}{content}{page.after}</body></html>\n'
    for finish in page.look.finish:
        made = finish(made)
    return page.look.last(made)


def _block(page: Page, block: Prose | Sheet | Raw) -> str:
    if isinstance(block, Raw):
        return block.html
    if isinstance(block, Prose):
        if block.level == 9:
            return f"<h1>{words_of(block.text)}</h1>"
        return page.look.prose(block, words_of(block.text))
    return sheet_html(page, block)


def sheet_html(page: Page, sheet: Sheet) -> str:
    """A table."""
    look = page.look
    if look.sheet:
        return look.sheet(page, sheet)
    rows = [(line.head, _line(page, line)) for line in sheet.lines]
    if not look.grouped:
        inner = "".join(row for _, row in rows)
    else:
        heads = next((at for at, (head, _) in enumerate(rows) if not head), len(rows))
        top, rest = ("".join(row for _, row in part) for part in (rows[:heads], rows[heads:]))
        foot = "<tfoot></tfoot>" if len(rows) % 2 else ""
        inner = f"<thead>{top}</thead>{foot}<tbody>{rest}</tbody>"
    return f"<table{look.table}>{look.columns}\n{inner}</table>"


def _line(page: Page, line: Line) -> str:
    # Of two style attributes a browser takes the first.
    style = " hidden" if "style=" in page.look.line else ' style="display:none"'
    hidden = style if line.ghost else ""
    cells = "".join(_cell(page, cell, head=line.head) for cell in line.cells)
    return f"<tr{page.look.line}{hidden}>{cells}</tr>\n"


def _cell(page: Page, cell: Cell, *, head: bool) -> str:
    look = page.look
    tag = "th" if look.grouped and head else "td"
    spans = "".join(
        f' {name}="{size}"' for name, size in (("colspan", cell.colspan), ("rowspan", cell.rowspan)) if size != 1
    )
    return f"<{tag}{spans}{look.attributes(cell)}>{inside(page, cell)}</{tag}>"


def inside(page: Page, cell: Cell) -> str:
    """What stands in a cell."""
    struck = page.look.strike.format(cell.struck) if cell.struck else ""
    mark = page.look.lift.format(cell.mark) if cell.mark else ""
    return f"{page.look.cell(cell, f'{struck}{words_of(cell.text)}{mark}')}{cell.hidden}"
