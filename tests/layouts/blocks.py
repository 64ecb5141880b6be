"""Table four in other arrangements: its three blocks apart, below each other, as rows, or as fifteen numbers."""

from random import Random

import attrs
from tests.layouts.kind import Kind
from tests.layouts.page import Block, Cell, Line, Page, Prose, Sheet

from govdisclosure.cell import Absent
from govdisclosure.grid import placed

__all__ = ["KINDS"]

_PATH = "statistics.challenges"
_STATUTORY = frozenset({"cn-2019", "cn-2021"})


@attrs.frozen
class _Challenge:
    """A block of the table: the labels above it, and below them its outcomes with their numbers.

    ``group`` is the first label, that of reviews or lawsuits; ``name`` that of the block itself.
    """

    group: str
    name: str
    outcomes: list[Cell]
    numbers: list[Cell]

    @property
    def title(self) -> str:
        """Both labels, as the heading of a table says them."""
        return self.group if self.group == self.name else f"{self.group}（{self.name}）"


def _sheet(page: Page) -> Sheet:
    return next(sheet for sheet in page.sheets if sheet.path == _PATH)


def _challenges(sheet: Sheet) -> list[_Challenge]:
    """The three blocks of the official arrangement."""
    first, second, third, numbers = (line.cells for line in sheet.lines[:4])
    reviews, lawsuits = (cell.text for cell in first)
    outcomes = [*second[:5], *third]
    names = ((reviews, reviews), (lawsuits, second[5].text), (lawsuits, second[6].text))
    for cell in outcomes:
        cell.rowspan = 1
    return [
        _Challenge(*pair, outcomes[at : at + 5], numbers[at : at + 5])
        for at, pair in zip((0, 5, 10), names, strict=True)
    ]


def _put(page: Page, *blocks: Block) -> None:
    """Blocks in the place of the table."""
    sheet = _sheet(page)
    at = next(i for i, block in enumerate(page.blocks) if block is sheet)
    page.blocks[at : at + 1] = blocks


def _label(text: str, role: str, **spans: int) -> Cell:
    return Cell(text=text, role=role, **spans)


def _three_tables(page: Page, chosen: Random) -> None:
    """A table for each block, under a heading of its own."""
    number = chosen.choice(("（{}）", "{}、", "{}．"))
    made: list[Block] = []
    for sign, one in zip("一二三", _challenges(_sheet(page)), strict=True):
        made.append(Prose(text=f"{number.format(sign)}{one.title}"))
        lines = [Line(cells=one.outcomes, head=True), Line(cells=one.numbers, row=_PATH)]
        made.append(Sheet(lines=lines, path=_PATH, width=5))
    _put(page, *made)


def _stacked(page: Page, chosen: Random) -> None:
    """One table, its blocks below each other, each with its own headers."""
    lines: list[Line] = []
    for part, one in enumerate(_challenges(_sheet(page))):
        lines.append(Line(cells=[_label(one.title, "banner", colspan=5)], head=True, part=part))
        lines.append(Line(cells=one.outcomes, head=True, part=part))
        lines.append(Line(cells=one.numbers, row=_PATH, part=part))
    _put(page, Sheet(lines=lines, path=_PATH, width=5))


def _as_rows(page: Page, chosen: Random) -> None:
    """A row for each block, under one line of outcomes."""
    review, direct, after = _challenges(_sheet(page))
    corner = _label(chosen.choice(("", "类别", "项目")), "corner", colspan=2)
    lines = [
        Line(cells=[corner, *review.outcomes], head=True),
        Line(cells=[_label(review.name, "row", colspan=2), *review.numbers], row=f"{_PATH}.review"),
        Line(
            cells=[_label(direct.group, "heading", rowspan=2), _label(direct.name, "row"), *direct.numbers],
            row=f"{_PATH}.litigation_direct",
        ),
        Line(cells=[_label(after.name, "row"), *after.numbers], row=f"{_PATH}.litigation_after_review"),
    ]
    _put(page, Sheet(lines=lines, path=_PATH, width=7))


def _in_a_row(page: Page, chosen: Random) -> None:
    """Fifteen numbers under fifteen labels, each of which says all."""
    between = chosen.choice(("", "-", "："))
    blocks = _challenges(_sheet(page))
    labels = [_label(f"{one.title}{between}{cell.text}", "column") for one in blocks for cell in one.outcomes]
    numbers = [cell for one in blocks for cell in one.numbers]
    lines = [Line(cells=labels, head=True), Line(cells=numbers, row=_PATH)]
    _put(page, Sheet(lines=lines, path=_PATH, width=15))


def _in_a_column(page: Page, chosen: Random) -> None:
    """Fifteen rows of one number, with the names of the blocks beside them."""
    lines = [Line(cells=[_label("项目", "corner", colspan=3), _label("件数", "column")], head=True)]
    for one in _challenges(_sheet(page)):
        for at, (outcome, number) in enumerate(zip(one.outcomes, one.numbers, strict=True)):
            names = [_label(one.group, "heading", rowspan=5), _label(one.name, "heading", rowspan=5)]
            if one.group == one.name:
                names = [_label(one.name, "heading", rowspan=5, colspan=2)]
            label = _label(outcome.text, "row")
            lines.append(Line(cells=[*(names if at == 0 else ()), label, number], row=number.path))
    _put(page, Sheet(lines=lines, path=_PATH, width=4))


def _in_a_list(page: Page, chosen: Random) -> None:
    """Fifteen rows whose labels say all."""
    lines = [Line(cells=[_label("内容", "corner"), _label("数量（件）", "column")], head=True)]
    for one in _challenges(_sheet(page)):
        for outcome, number in zip(one.outcomes, one.numbers, strict=True):
            label = _label(f"{one.title}{outcome.text}", "row")
            lines.append(Line(cells=[label, number], row=number.path))
    _put(page, Sheet(lines=lines, path=_PATH, width=2))


def _split(page: Page, chosen: Random) -> None:
    """Reviews and lawsuits in a table each."""
    sheet = _sheet(page)
    halves = [Sheet(lines=[], path=sheet.path, width=width) for width in (5, 10)]
    for line, row in zip(sheet.lines, placed([line.cells for line in sheet.lines]), strict=True):
        for half, (low, high) in zip(halves, ((0, 5), (5, 15)), strict=True):
            if cells := [cell for column, cell in row if low <= column < high]:
                half.lines.append(Line(cells=cells, head=line.head, row=line.row))
    for cell in halves[0].lines[1].cells:
        cell.rowspan = 1
    _put(page, halves[0], Prose(text=""), halves[1])


def _undivided(page: Page, chosen: Random) -> None:
    """Lawsuits as five numbers: those brought at once and those after a review are not told apart."""
    sheet = _sheet(page)
    review, direct, after = _challenges(sheet)
    sums = [_total(*pair) for pair in zip(direct.numbers, after.numbers, strict=True)]
    first = [_label(review.name, "column", colspan=5), _label(direct.group, "column", colspan=5)]
    lines = [
        Line(cells=first, head=True),
        Line(cells=[*review.outcomes, *direct.outcomes], head=True),
        Line(cells=[*review.numbers, *sums], row=_PATH),
    ]
    _put(page, Sheet(lines=lines, path=_PATH, width=10))


def _total(*cells: Cell) -> Cell:
    """A number that no cell of the form stands for."""
    numbers = [cell.value for cell in cells if isinstance(cell.value, int) and not isinstance(cell.value, Absent)]
    return Cell(text=str(sum(numbers)))


KINDS = (
    Kind("split-challenges", "challenges", _split, forms=_STATUTORY),
    Kind("three-small-tables", "challenges", _three_tables, forms=_STATUTORY),
    Kind("blocks-below-each-other", "challenges", _stacked, forms=_STATUTORY),
    Kind("blocks-as-rows", "challenges", _as_rows, forms=_STATUTORY),
    Kind("fifteen-in-a-row", "challenges", _in_a_row, forms=_STATUTORY),
    Kind("fifteen-in-a-column", "challenges", _in_a_column, forms=_STATUTORY),
    Kind("fifteen-in-a-list", "challenges", _in_a_list, forms=_STATUTORY),
    Kind("lawsuits-undivided", "challenges", _undivided, forms=_STATUTORY),
)
