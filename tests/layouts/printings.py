"""The same table printed twice: last year's beside this year's, the whole county's beside the body's own."""

from random import Random

from tests.layouts.kind import Kind
from tests.layouts.page import Block, Cell, Line, Page, Prose, Sheet

__all__ = ["KINDS"]

_STATUTORY = frozenset({"cn-2019", "cn-2021"})


def _again(sheet: Sheet, chosen: Random) -> Sheet:
    """The table with other numbers, which the report does not report."""
    lines = [
        Line(cells=[_other(cell, chosen) for cell in line.cells], head=line.head, part=line.part)
        for line in sheet.lines
    ]
    return Sheet(lines=lines, width=sheet.width)


def _other(cell: Cell, chosen: Random) -> Cell:
    number = str(chosen.randrange(chosen.choice((3, 90, 900))))
    text = number if cell.path else "" if cell.extra and not cell.text else cell.text
    return Cell(text=text, role=cell.role, rowspan=cell.rowspan, colspan=cell.colspan)


def _printed(page: Page, sheets: list[Sheet], chosen: Random, captions: tuple[str, str], *, own_first: bool) -> None:
    """Each table a second time, with a caption above either of them; the second caption is that of the report's."""
    for sheet in sheets:
        at = next(i for i, block in enumerate(page.blocks) if block is sheet)
        other, own = captions
        pairs: list[Block] = [Prose(text=other), _again(sheet, chosen), Prose(text=own), sheet]
        page.blocks[at : at + 1] = [*pairs[2:], *pairs[:2]] if own_first else pairs


def _some(page: Page, chosen: Random) -> list[Sheet]:
    return chosen.choice((page.sheets, [chosen.choice(page.sheets)]))


def _last_year(page: Page, chosen: Random) -> None:
    """Last year's table stands before this year's."""
    forms = ("{}年度", "（{}年）", "{}年1月1日至12月31日", "附：{}年数据")
    form = chosen.choice(forms)
    captions = (form.format(page.year - 1), form.format(page.year))
    _printed(page, _some(page, chosen), chosen, captions, own_first=False)


def _last_year_after(page: Page, chosen: Random) -> None:
    """Last year's table follows for comparison; nothing is said above this year's."""
    for sheet in _some(page, chosen):
        at = next(i for i, block in enumerate(page.blocks) if block is sheet)
        page.blocks[at + 1 : at + 1] = [Prose(text=f"附：{page.year - 1}年同期数据"), _again(sheet, chosen)]


def _last_year_leaf(page: Page, chosen: Random) -> None:
    """Last year's tables on sheets of their own, each before this year's."""
    page.wishes.add("leaves")
    _last_year(page, chosen)


def _whole_and_own(page: Page, chosen: Random) -> None:
    """The table of the whole place first, then that of the body by itself."""
    whole = chosen.choice(("全市汇总", "全县（含乡镇、部门）", "（一）全区情况"))
    own = chosen.choice(("本级", "其中：市本级", "（二）本机关情况"))
    _printed(page, _some(page, chosen), chosen, (own, whole), own_first=True)


KINDS = (
    Kind("last-year-before", "printings", _last_year),
    Kind("last-year-after", "printings", _last_year_after),
    Kind("last-year-sheet", "printings", _last_year_leaf, media=frozenset({"xlsx"})),
    Kind("whole-and-own", "printings", _whole_and_own, forms=_STATUTORY),
)
