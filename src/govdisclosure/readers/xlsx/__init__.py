"""Workbooks (XLSX): the cells that a person sees, sheet by sheet. Nothing is calculated and nothing is interpreted.

``parts`` reads the container (sheets, shared texts, number formats), ``cells`` one sheet, ``shown`` says how a stored
value is printed, and ``laid`` puts texts and grids together.
"""

from govdisclosure.limits import Limits
from govdisclosure.readers.observed import Observed
from govdisclosure.readers.xlsx.cells import SheetCells, read_sheet
from govdisclosure.readers.xlsx.laid import lay_out
from govdisclosure.readers.xlsx.package import Package
from govdisclosure.readers.xlsx.parts import read_book

__all__ = ["observe_xlsx"]


def observe_xlsx(data: bytes, name: str, limits: Limits) -> Observed | None:
    """What the sheets of a workbook show; ``None`` for every other archive.

    Raises ``UnreadableInput`` and ``LimitExceeded``.
    """
    package = Package(data, name, limits)
    if not package.is_workbook():
        return None
    book = read_book(package)
    sheets: list[SheetCells] = []
    visited = 0
    for sheet in book.sheets:
        read = read_sheet(package, sheet, book, limits, visited)
        visited = read.visited
        sheets.append(read)
    return lay_out(sheets, limits)
