"""How rows are arranged in tables: one table for all, many, tables cut in two, spans that do not fit."""

from random import Random

from tests.layouts.bases import restretched
from tests.layouts.kind import Kind
from tests.layouts.page import Block, Cell, Line, Page, Prose, Raw, Sheet

from govdisclosure.grid import placed

__all__ = ["KINDS", "cut"]

_STATUTORY = frozenset({"cn-2019", "cn-2021"})
_HTML = frozenset({"html"})


# --- one table for several --------------------------------------------------------------------------------


def _joined(page: Page, blocks: list[Block]) -> Sheet:
    """One table of these blocks; text becomes rows over the whole width."""
    tables = [block for block in blocks if isinstance(block, Sheet)]
    width = max(table.width for table in tables)
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Sheet):
            restretched(block.lines, block.width, width)
            lines += block.lines
        elif isinstance(block, Prose):
            lines.append(Line(cells=[Cell(text=block.text, role="prose", colspan=width)]))
    return Sheet(lines=lines, path=page.sheets[0].path, width=width)


def _one_table(page: Page, chosen: Random) -> None:
    """All sections in one table, their headings as rows."""
    places = [at for at, block in enumerate(page.blocks) if isinstance(block, Sheet)]
    first, last = places[0] - chosen.choice((0, 1)), places[-1]
    page.blocks[first : last + 1] = [_joined(page, page.blocks[first : last + 1])]


def _report_table(page: Page, chosen: Random) -> None:
    """The whole report as one table, narrative included."""
    start = chosen.choice((0, 1))
    page.blocks[start:] = [_joined(page, page.blocks[start:])]


# --- several tables for one -------------------------------------------------------------------------------


def cut(sheet: Sheet, at: int, *, repeat: bool, label: bool) -> tuple[Sheet, Sheet]:
    """Two tables of one; groups that reach over the cut go on in the second, with or without their label."""
    rows = placed([line.cells for line in sheet.lines])
    over: list[tuple[int, Cell]] = []
    for i, row in enumerate(rows[:at]):
        for column, cell in row:
            if (rest := i + cell.rowspan - at) > 0:
                cell.rowspan -= rest
                words = cell.text if label else ""
                over.append((column, Cell(text=words, role=cell.role, colspan=cell.colspan, rowspan=rest)))
    first = sheet.lines[at]
    first.cells = [cell for _, cell in sorted([*over, *rows[at]], key=lambda pair: pair[0])]
    head = [_copy(line) for line in sheet.lines if line.head] if repeat else []
    before = Sheet(lines=sheet.lines[:at], path=sheet.path, width=sheet.width)
    return before, Sheet(lines=[*head, *sheet.lines[at:]], path=sheet.path, width=sheet.width)


def _copy(line: Line) -> Line:
    cells = [
        Cell(text=one.text, role=one.role, rowspan=one.rowspan, colspan=one.colspan, hidden=one.hidden)
        for one in line.cells
    ]
    return Line(cells=cells, head=True, part=line.part)


def _long(page: Page) -> Sheet:
    return max(page.sheets, key=lambda sheet: len(sheet.lines))


def _cut(page: Page, chosen: Random, *, repeat: bool) -> None:
    sheet = _long(page)
    rows = [at for at, line in enumerate(sheet.lines) if line.row]
    halves = cut(sheet, chosen.choice(rows[3:-1]), repeat=repeat, label=chosen.random() < 0.5)
    at = next(i for i, block in enumerate(page.blocks) if block is sheet)
    between: list[Block] = [Prose(text=chosen.choice(("（续表）", "续上表", "- 3 -")))] if chosen.random() < 0.5 else []
    page.blocks[at : at + 1] = [halves[0], *between, halves[1]]


def _cut_repeated(page: Page, chosen: Random) -> None:
    _cut(page, chosen, repeat=True)


def _cut_bare(page: Page, chosen: Random) -> None:
    _cut(page, chosen, repeat=False)


def _many_tables(page: Page, chosen: Random) -> None:
    """A table for each item of article 20."""
    sheet = page.sheets[0]
    at = next(i for i, block in enumerate(page.blocks) if block is sheet)
    parts = dict.fromkeys(line.part for line in sheet.lines)
    page.blocks[at : at + 1] = [
        Sheet(lines=[line for line in sheet.lines if line.part == part], path=sheet.path, width=sheet.width)
        for part in parts
    ]


def _two_up(page: Page, chosen: Random) -> None:
    """The long table of 2014 in two columns of rows, side by side."""
    sheet = page.sheets[0]
    heads = [line for line in sheet.lines if line.head]
    rows = [line for line in sheet.lines if not line.head]
    middle = (len(rows) + 1) // 2
    left, right = rows[:middle], rows[middle:]
    right += [Line(cells=[Cell(role="empty", colspan=sheet.width)])] * (len(left) - len(right))
    made = [Line(cells=[*one.cells, *_copy(one).cells], head=True) for one in heads] + [
        Line(cells=[*one.cells, *other.cells], row=one.row) for one, other in zip(left, right, strict=True)
    ]
    sheet.lines, sheet.width = made, 2 * sheet.width


# --- spans ------------------------------------------------------------------------------------------------


def _misfit(page: Page, chosen: Random) -> None:
    """One column more than there are values: headers span it in one place, values in another."""
    sheet = page.sheets[0]
    sheet.width += 1
    for part in dict.fromkeys(line.part for line in sheet.lines):
        for line in (line for line in sheet.lines if line.part == part):
            count = len(line.cells)
            wide = 0 if count == 1 else count - 2 if line.head else 1
            line.cells[max(wide, min(1, count - 1))].colspan += 1


def _empty_rows(page: Page, chosen: Random) -> None:
    """Rows with nothing in them, as a spacer or at the end."""
    for sheet in page.sheets:
        ends = [at for at, line in enumerate(sheet.lines) if not _reached(sheet, at) and at]
        for at in sorted(chosen.sample(ends, min(len(ends), 2)), reverse=True):
            sheet.lines.insert(at, _nothing(sheet, chosen))
        sheet.lines.append(_nothing(sheet, chosen))


def _reached(sheet: Sheet, at: int) -> bool:
    """Whether a cell from above reaches into this row."""
    return any(i + cell.rowspan > at for i, line in enumerate(sheet.lines[:at]) for cell in line.cells)


def _nothing(sheet: Sheet, chosen: Random) -> Line:
    text = chosen.choice(("", "\u00a0"))
    if chosen.random() < 0.5:
        return Line(cells=[Cell(text=text, role="empty", colspan=sheet.width)])
    return Line(cells=[Cell(text=text, role="empty") for _ in range(sheet.width)])


def _layout_table(page: Page, chosen: Random) -> None:
    """A table that only places things around everything, one or three deep."""
    depth = chosen.choice((1, 2, 3))

    def frame(content: str) -> str:
        for level in range(depth):
            side = '<td width="180" valign="top"><ul><li>领导之窗</li><li>机构职能</li></ul></td>' if level == 0 else ""
            content = (
                f'<table width="{1000 - 20 * level}" align="center" cellpadding="{level}"><tbody><tr>{side}'
                f'<td class="bt_content">{content}</td></tr></tbody></table>'
            )
        return content

    page.frame = frame


def _divisions(page: Page, chosen: Random) -> None:
    """Tables in boxes that scroll, with captions of the system between them."""
    box = chosen.choice(('<div style="overflow-x:auto">', '<div class="table-box"><center>', '<div align="center">'))
    for at in reversed([i for i, block in enumerate(page.blocks) if isinstance(block, Sheet)]):
        page.blocks.insert(at + 1, Raw(html="</center></div>" if "center>" in box else "</div>"))
        page.blocks.insert(at, Raw(html=box))


KINDS = (
    Kind("two-up", "more", _two_up, forms=frozenset({"cn-2014"})),
    Kind("many-tables", "arrangement", _many_tables, forms=_STATUTORY),
    Kind("cut-header-repeated", "cut", _cut_repeated),
    Kind("cut-without-header", "cut", _cut_bare),
    Kind("misfit-spans", "spans", _misfit, forms=_STATUTORY, media=_HTML),
    Kind("empty-rows", "spacers", _empty_rows),
    Kind("one-table", "arrangement", _one_table, forms=_STATUTORY),
    Kind("report-as-table", "arrangement", _report_table),
    Kind("layout-table", "frame", _layout_table, media=_HTML),
    Kind("scroll-boxes", "boxes", _divisions, media=_HTML),
)
