"""Markup that is odd or wrong, and that browsers show all the same."""

import re
from collections.abc import Callable
from random import Random

from tests.layouts.kind import Kind
from tests.layouts.page import Cell, Line, Page, Sheet

__all__ = ["KINDS"]

_HTML = frozenset({"html"})
#: Where rows can be there and not be seen.
_HIDING = frozenset({"html", "docx", "xlsx"})


def _no_end_tags(page: Page, chosen: Random) -> None:
    tags = chosen.choice((("td", "th"), ("td", "th", "tr"), ("td", "th", "tr", "tbody"), ("p",)))
    pattern = re.compile(rf"</({'|'.join(tags)})>", re.IGNORECASE)
    page.look.finish.append(lambda made: pattern.sub("", made))


def _end_tags_too_many(page: Page, chosen: Random) -> None:
    stray = chosen.choice(("</p>", "</span></span>", "</div></font>", "</td>"))
    page.look.finish.append(lambda made: made.replace("</tr>", f"</tr>{stray}"))


def _rows_in_paragraphs(page: Page, chosen: Random) -> None:
    """Paragraphs around rows and tables, which no standard allows; parsers move them out of the table."""
    page.look.finish.append(lambda made: made.replace("<tr", "<p><tr").replace("</tr>", "</tr></p>"))


def _tables_in_paragraphs(page: Page, chosen: Random) -> None:
    page.look.finish.append(
        lambda made: made.replace("<table", '<p align="center"><table').replace("</table>", "</table></p>")
    )


def _words_between_rows(page: Page, chosen: Random) -> None:
    """Text where only rows may be: it is shown above the table."""
    words = chosen.choice(("&nbsp;", "单位：件", "<!-- 第二行 -->", "<br>"))
    page.look.finish.append(lambda made: made.replace("</tr>\n<tr", f"</tr>{words}\n<tr", 2))


def _grouped(page: Page, chosen: Random) -> None:
    """``thead``, ``tfoot`` and ``tbody``, headers as ``th``."""
    page.look.grouped = True


def _rowspan_to_the_end(page: Page, chosen: Random) -> None:
    """``rowspan=0``: down to the end of the table."""
    sheet = max(page.sheets, key=lambda one: len(one.lines))
    size = len(sheet.lines)
    reaching = [cell for at, line in enumerate(sheet.lines) for cell in line.cells if at + cell.rowspan == size]
    for cell in reaching:
        cell.rowspan = 0


def _spans_too_long(page: Page, chosen: Random) -> None:
    """Spans that reach over the edge of the table, as editors leave them when rows are deleted."""
    for sheet in page.sheets:
        for cell in sheet.lines[-1].cells:
            cell.rowspan = chosen.choice((1, 2, 3))
        banners = [line.cells[0] for line in sheet.lines if line.cells and line.cells[0].role == "banner"]
        for cell in banners:
            cell.colspan += chosen.choice((0, 1, 3))


def _ones(page: Page, chosen: Random) -> None:
    """Every span written out, with quotes of all sorts."""
    quote = chosen.choice(("'", '"', ""))
    page.look.finish.append(
        lambda made: re.sub(r'(colspan|rowspan)="(\d+)"', rf"\1={quote}\2{quote}", made).replace(
            "<td>", f"<td rowspan={quote}1{quote} colspan={quote}1{quote}>"
        )
    )


def _ghost_of(line: Line, chosen: Random) -> Line:
    cells = [
        Cell(text=one.text if one.role != "body" else str(chosen.randrange(99)), role=one.role, colspan=one.colspan)
        for one in line.cells
    ]
    return Line(cells=cells, part=line.part, ghost=True)


def _hidden_rows(page: Page, chosen: Random) -> None:
    """Rows that say a visible row again with old numbers, and are not shown."""
    for sheet in page.sheets:
        whole = [at for at, line in enumerate(sheet.lines) if line.row and _stands_alone(sheet, at)]
        for at in sorted(chosen.sample(whole, min(len(whole), 2)), reverse=True):
            sheet.lines.insert(at + 1, _ghost_of(sheet.lines[at], chosen))


def _stands_alone(sheet: Sheet, at: int) -> bool:
    """Whether a row is as wide as the table, and no cell reaches from it into the next."""
    cells = sheet.lines[at].cells
    return sum(cell.colspan for cell in cells) == sheet.width and all(cell.rowspan == 1 for cell in cells)


def _hidden_table(page: Page, chosen: Random) -> None:
    """Last year's table, kept in the page and not shown."""
    sheet = chosen.choice(page.sheets)
    ghosts = [
        Line(
            cells=[
                Cell(text=c.text if c.role != "body" else "7", role=c.role, rowspan=c.rowspan, colspan=c.colspan)
                for c in line.cells
            ],
            ghost=True,
        )
        for line in sheet.lines
    ]
    at = next(i for i, block in enumerate(page.blocks) if block is sheet)
    page.blocks.insert(at, Sheet(lines=ghosts, width=sheet.width))


def _hidden_leaf(page: Page, chosen: Random) -> None:
    """The same on a sheet of its own, which is hidden."""
    page.wishes.add("leaves")
    _hidden_table(page, chosen)


def _hidden_numbers(page: Page, chosen: Random) -> None:
    """Other numbers inside cells, which nobody sees: sort keys, old values, tracked changes."""
    forms: tuple[Callable[[int], str], ...] = (
        lambda n: f'<span style="display:none">{n}</span>',
        lambda n: f'<span style="DISPLAY: none;mso-hide:all">{n}</span>',
        lambda n: f'<input type="hidden" value="{n}">',
        lambda n: f"<!--{n}-->",
        lambda n: f"<script>var v={n};</script>",
        lambda n: f"<span hidden>{n}</span>",
    )
    form = chosen.choice(forms)
    for cell in page.numbers(chosen, 0.3):
        cell.hidden = form(chosen.randrange(1, 400))


def _entities(page: Page, chosen: Random) -> None:
    """Digits and Chinese characters as numeric entities, as some editors save them."""
    page.look.finish.append(lambda made: re.sub(r"[第项年件信申]", lambda found: f"&#{ord(found[0])};", made))
    digits = chosen.choice(("&#{};", "&#x{:x};"))
    for cell in page.numbers(chosen, 0.2):
        if cell.text.isascii() and cell.text.isdigit():
            cell.hidden += "<!-- -->" if chosen.random() < 0.3 else ""
    page.look.finish.append(
        lambda made: re.sub(r">(\d+)<", lambda found: f">{''.join(digits.format(ord(c)) for c in found[1])}<", made)
    )


KINDS = (
    Kind("head-and-foot-groups", "groups", _grouped, media=_HTML),
    Kind("hidden-rows", "hidden", _hidden_rows, media=_HIDING),
    Kind("hidden-table", "hidden", _hidden_table, media=_HIDING),
    Kind("hidden-sheet", "hidden", _hidden_leaf, media=frozenset({"xlsx"}), forms=frozenset({"cn-2019", "cn-2021"})),
    Kind("hidden-numbers", "hidden", _hidden_numbers, media=_HTML),
    Kind("rowspan-zero", "reach", _rowspan_to_the_end, media=_HTML),
    Kind("spans-too-long", "reach", _spans_too_long, media=_HTML),
    Kind("spans-of-one", "quotes", _ones, media=_HTML),
    Kind("numeric-entities", "entities", _entities, media=_HTML),
    Kind("end-tags-missing", "tags", _no_end_tags, media=_HTML),
    Kind("end-tags-too-many", "tags", _end_tags_too_many, media=_HTML),
    Kind("rows-in-paragraphs", "tags", _rows_in_paragraphs, media=_HTML),
    Kind("tables-in-paragraphs", "tags", _tables_in_paragraphs, media=_HTML),
    Kind("words-between-rows", "tags", _words_between_rows, media=_HTML),
)
