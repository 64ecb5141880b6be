"""Rows and columns that the form does not have, that are not printed, or that are printed otherwise."""

from random import Random

from tests.layouts.kind import Kind
from tests.layouts.page import Cell, Line, Page, Sheet

from govdisclosure.cell import Absent
from govdisclosure.grid import placed

__all__ = ["KINDS", "removed"]

_STATUTORY = frozenset({"cn-2019", "cn-2021"})
_EXTRA = {
    "statistics.proactive": ("其他主动公开文件", "其他主动公开文件（除规范性文件以外）", "其他政策文件", "行政检查"),
    "statistics.requests": ("（八）其中：网络渠道申请", "五、其中通过平台受理数量"),
    "statistics": ("（四）其他渠道情况数", "其他情况"),
}


def _extra_row(page: Page, chosen: Random) -> None:
    sheet = chosen.choice([sheet for sheet in page.sheets if sheet.path in _EXTRA])
    whole = [at for at, line in enumerate(sheet.lines) if line.row and line.cells[0].role == "row"]
    at = chosen.choice(whole if sheet.path != "statistics.requests" else [len(sheet.lines) - 1])
    before = sheet.lines[at]
    cells = [_like(cell, chosen) for cell in before.cells]
    cells[0].text = chosen.choice(_EXTRA[sheet.path or ""])
    sheet.lines.insert(at + 1, Line(cells=cells, part=before.part, extra=sheet.path or ""))


def _like(cell: Cell, chosen: Random) -> Cell:
    text = str(chosen.randrange(0, 90)) if cell.role == "body" else cell.text
    return Cell(text=text, role=cell.role, colspan=cell.colspan)


def _remarks(page: Page, chosen: Random) -> None:
    """A column for remarks, most of which is empty."""
    sheet = chosen.choice([sheet for sheet in page.sheets if sheet.path != "statistics.challenges"])
    label, done = chosen.choice(("备注", "说明", "备 注")), set[int]()
    for line in sheet.lines:
        if line.cells[0].role == "banner":
            line.cells[0].colspan += 1
        elif line.head and line.part not in done:
            done.add(line.part)
            line.cells.append(Cell(text=label, role="column", extra=sheet.path or "", rowspan=line.cells[0].rowspan))
        elif not line.head:
            text = chosen.choice(("", "", "", "含下属单位", "与上年持平"))
            line.cells.append(Cell(text=text, extra=sheet.path or ""))
    sheet.width += 1


def _missing_rows(page: Page, chosen: Random) -> None:
    """Rows that the report leaves out, as bodies do that never have such a case."""
    lines = [line for line in page.lines if line.row and line.cells[0].role == "row"]
    for line in chosen.sample(lines, min(len(lines), chosen.choice((1, 1, 2, 4)))):
        sheet = next(sheet for sheet in page.sheets if any(one is line for one in sheet.lines))
        removed(sheet, line)


def removed(sheet: Sheet, line: Line) -> None:
    """Take a row out that begins no group; groups around it become one row shorter."""
    at = next(i for i, one in enumerate(sheet.lines) if one is line)
    for i, row in enumerate(placed([one.cells for one in sheet.lines])):
        for _, cell in row:
            if i < at < i + cell.rowspan:
                cell.rowspan -= 1
    del sheet.lines[at]


def _undivided(page: Page, chosen: Random) -> None:
    """The last outcome as one row, as in the form before."""
    sheet = next(sheet for sheet in page.sheets if sheet.path == "statistics.requests")
    three = [line for line in sheet.lines if (line.row or "").startswith("statistics.requests.results.other.")]
    first = three[0]
    for line in three[1:]:
        removed(sheet, line)
    label = next(cell for cell in first.cells if cell.role == "heading")
    label.role, label.colspan, label.rowspan = "row", 2, 1
    first.cells = [label, *first.body]
    first.row = "statistics.requests.results.other_undivided"
    for column, cell in enumerate(first.body):
        cell.path = f"{first.row}.{(cell.path or '').rpartition('.')[2]}"
        cell.value = sum(value for line in three if isinstance(value := line.body[column].value, int))
        cell.text = str(cell.value)


def _totals_only(page: Page, chosen: Random) -> None:
    """Applicants are not told apart."""
    for cell in page.body:
        if (cell.path or "").startswith("statistics.requests.") and not (cell.path or "").endswith(".total"):
            cell.text, cell.value = "", Absent.BLANK


def _no_totals(page: Page, chosen: Random) -> None:
    """The column of totals blank but for the first and last rows."""
    for cell in page.body:
        if (cell.path or "").startswith("statistics.requests.results.") and (cell.path or "").endswith(".total"):
            cell.text, cell.value = "", Absent.BLANK


def _together(page: Page, chosen: Random) -> None:
    """One column for all legal persons and organisations: their numbers are added up."""
    sheet = next(sheet for sheet in page.sheets if sheet.path == "statistics.requests")
    first, second, _ = (line.cells for line in sheet.lines[:3])
    first[0].rowspan, first[1].colspan = 2, 3
    for cell in second:
        cell.rowspan = cell.colspan = 1
    del sheet.lines[2]
    for line in sheet.lines:
        if body := line.body:
            numbers = [cell.value for cell in body[1:-1] if isinstance(cell.value, int)]
            at = len(line.cells) - len(body)
            line.cells[at + 1 : -1] = [Cell(text=str(sum(numbers)))]
    sheet.width -= 4


def _one_block(page: Page, chosen: Random) -> None:
    """Of the items of article 20 the one that the body has to do with, as bodies without powers print it."""
    sheet = page.sheets[0]
    kept = chosen.choice(sorted({line.part for line in sheet.lines}))
    sheet.lines = [line for line in sheet.lines if line.part == kept]


def _year_columns(page: Page, chosen: Random) -> None:
    """Last year's numbers in a column beside this year's."""
    sheet = page.sheets[0]
    forms = (("本年", "上年"), ("本年度", "上年度"), (f"{page.year}年", f"{page.year - 1}年"), ("本期", "上年同期"))
    own, last = chosen.choice(forms)
    behind = chosen.random() < 0.5
    for line in sheet.lines:
        if len(line.cells) == 1:
            line.cells[0].colspan += 1
            continue
        if line.head:
            line.cells[-1].text = own
        text = last if line.head else str(chosen.randrange(chosen.choice((2, 40, 400))))
        cell = Cell(text=text, role="column" if line.head else "body", extra="statistics")
        line.cells.insert(len(line.cells) if behind else -1, cell)
    sheet.width += 1


KINDS = (
    Kind("one-other-row", "other", _undivided, forms=frozenset({"cn-2021"})),
    Kind("one-block-only", "fewer", _one_block, forms=_STATUTORY),
    Kind("legal-persons-together", "filled", _together, forms=_STATUTORY),
    Kind("year-columns", "more", _year_columns, forms=frozenset({"cn-2014"})),
    Kind("missing-rows", "fewer", _missing_rows),
    Kind("extra-row", "more", _extra_row),
    Kind("remarks-column", "more", _remarks, blanks=True),
    Kind("totals-only", "filled", _totals_only, forms=_STATUTORY, blanks=True),
    Kind("totals-blank", "filled", _no_totals, forms=_STATUTORY, blanks=True),
)
