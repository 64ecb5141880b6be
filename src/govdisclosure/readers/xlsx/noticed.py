"""What a reader of a workbook should know of: formulas, hidden parts, numbers that are texts, charts and pictures."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.readers.xlsx.beside import Beside
from govdisclosure.readers.xlsx.blocks import PlacedSheet
from govdisclosure.readers.xlsx.cells import column_letters

__all__ = ["noticed"]

#: How much of a formula a finding quotes, and how many places it names.
_QUOTED, _NAMED = 60, 12
#: Fewer texts that would be numbers are years and codes, which nobody adds up.
_FEWEST = 3


def noticed(sheets: Sequence[PlacedSheet], beside: Sequence[Beside]) -> Iterator[Finding]:
    """The findings on a workbook, in the order of the codes above."""
    unsaved = [formula for sheet in sheets for formula in sheet.cells.unsaved]
    hidden = [place for sheet in sheets for place in _hidden(sheet)]
    if unsaved:
        yield _noted("formulas-unsaved", len(unsaved), formula=unsaved[0][:_QUOTED])
    if hidden:
        more = ["…"] if len(hidden) > _NAMED else []
        yield _noted("cells-hidden", len(hidden), places=", ".join([*hidden[:_NAMED], *more]))
    yield from _typed(sheets)
    for code, count in (
        ("formulas-stored", sum(sheet.cells.calculated for sheet in sheets)),
        ("picture-not-read", sum(one.pictures for one in beside)),
        ("chart-apart", sum(one.charts for one in beside)),
    ):
        if count:
            yield _noted(code, count)


def _noted(code: str, count: int, **params: str) -> Finding:
    return finding(code, Side(), verdict=Verdict.NOTED, params={"count": str(count), **params})


def _hidden(sheet: PlacedSheet) -> Iterator[str]:
    """The hidden sheet, or its hidden rows and columns that hold something, as spreadsheets name them."""
    cells = sheet.cells
    if cells.hidden:
        if cells.texts:
            yield cells.name
        return
    columns = {column for row in cells.texts.values() for column in row}
    for first, last in _stretches(sorted(cells.hidden_rows & cells.texts.keys())):
        yield f"{cells.name}!{first + 1}:{last + 1}"
    for first, last in _stretches(sorted(sheet.hidden_columns & columns)):
        yield f"{cells.name}!{column_letters(first)}:{column_letters(last)}"


def _stretches(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last of numbers that follow each other."""
    for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        yield run[0], run[-1]


def _typed(sheets: Sequence[PlacedSheet]) -> Iterator[Finding]:
    """Sheets on which most numbers are texts, which formulas pass over; a list of facts holds no others."""
    sums = (sheet.cells for sheet in sheets if not sheet.is_list_of_facts)
    found = [cells for cells in sums if len(cells.typed) > max(cells.numbers, _FEWEST - 1)]
    if found:
        row, column = found[0].typed[0]
        place = f"{found[0].name}!{column_letters(column)}{row + 1}"
        yield _noted("numbers-as-text", sum(len(cells.typed) for cells in found), place=place)
