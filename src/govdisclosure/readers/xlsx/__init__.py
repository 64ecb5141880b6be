"""Workbooks (XLSX): the cells that a person sees, sheet by sheet. Nothing is calculated and nothing is interpreted.

``parts`` reads what all sheets share (their order, texts, number formats), ``cells`` one sheet, ``beside`` what lies
beside its cells, ``shown`` says how a stored value is printed, ``blocks`` what stands together, and ``laid`` puts texts
and grids together. ``noticed`` are the findings.
"""

from govdisclosure.readers.observed import Observed
from govdisclosure.readers.package import Package
from govdisclosure.readers.xlsx.beside import Beside, read_beside
from govdisclosure.readers.xlsx.cells import SheetCells, read_sheet
from govdisclosure.readers.xlsx.laid import lay_out
from govdisclosure.readers.xlsx.parts import read_book

__all__ = ["observe_xlsx"]


#: The kinds of the main part of a workbook; macros are never looked at.
_MAIN = frozenset((
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
    "application/vnd.ms-excel.sheet.macroenabled.main+xml",
    "application/vnd.ms-excel.template.macroenabled.main+xml",
))  # fmt: skip


def observe_xlsx(package: Package) -> Observed | None:
    """What the sheets of a workbook show; ``None`` for every other file.

    Raises ``UnreadableInput`` and ``LimitExceeded``.
    """
    if package.main()[1] not in _MAIN:
        return None
    book = read_book(package)
    sheets: list[tuple[SheetCells, Beside]] = []
    filled = 0
    for part in book.sheets:
        cells = read_sheet(package, part, book, filled)
        filled = cells.filled
        sheets.append((cells, read_beside(package, part.path)))
    return lay_out(sheets, package.limits)
