"""Workbooks (XLSX): the cells that a person sees, sheet by sheet. Nothing is calculated and nothing is interpreted.

``parts`` reads what all sheets share (their order, texts, number formats), ``cells`` one sheet, ``shown`` says how a
stored value is printed, and ``laid`` puts texts and grids together.
"""

from govdisclosure.readers.observed import Observed
from govdisclosure.readers.package import Package
from govdisclosure.readers.xlsx.cells import SheetCells, read_sheet
from govdisclosure.readers.xlsx.laid import lay_out
from govdisclosure.readers.xlsx.parts import read_book

__all__ = ["observe_xlsx"]


#: What the kind of the main part of a workbook holds; macros are never looked at.
_WORKBOOK = ("spreadsheetml", "ms-excel.sheet.macroenabled", "ms-excel.template.macroenabled")


def observe_xlsx(package: Package) -> Observed | None:
    """What the sheets of a workbook show; ``None`` for every other file.

    Raises ``UnreadableInput`` and ``LimitExceeded``.
    """
    if not any(kind.endswith("main+xml") and any(mark in kind for mark in _WORKBOOK) for kind in package.kinds()):
        return None
    book = read_book(package)
    sheets: list[SheetCells] = []
    visited = 0
    for sheet in book.sheets:
        read = read_sheet(package, sheet, book, visited)
        visited = read.visited
        sheets.append(read)
    return lay_out(sheets, package.limits)
