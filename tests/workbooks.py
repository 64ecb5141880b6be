"""Entry workbooks filled in as a person does, and spreadsheets as LibreOffice saves them."""

import io
import subprocess
import zipfile
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.tables import compiled
from tests.tools import need

import govdisclosure as gd
from govdisclosure.cell import Absent, CellValue
from govdisclosure.workbook.layout import to_fill_in

__all__ = ["FIRST_TABLE", "cells_of", "converted", "entry", "fill", "official_rows", "saved", "totals_of", "zip_of"]

#: The sheets before the tables: instructions, and what the report says of itself.
FIRST_TABLE = 2
#: The row in which tables begin.
_FIRST_ROW = 3


@cache
def entry(form_id: str, locale: str = "zh-Hans") -> bytes:
    """The entry workbook of a form."""
    return gd.template(form_id, locale=locale)


def official_rows(form_id: str) -> frozenset[str]:
    """The rows that a form prints itself where others may stand in their place."""
    return frozenset(first for first, _ in compiled(form_id).alternatives)


@cache
def cells_of(form_id: str) -> dict[str, tuple[int, int, int]]:
    """Where each cell of a form stands: the index of its sheet, row and column from 1."""
    tables = enumerate(to_fill_in(compiled(form_id), _FIRST_ROW), FIRST_TABLE)
    return {path: (sheet, row + 1, col + 1) for sheet, table in tables for path, (row, col) in table.places.items()}


@cache
def totals_of(form_id: str) -> set[str]:
    """The cells that hold a formula before they are filled in."""
    book = load_workbook(io.BytesIO(entry(form_id)))
    cells = cells_of(form_id).items()
    return {path for path, (sheet, row, col) in cells if book.worksheets[sheet].cell(row, col).data_type == "f"}


def fill(report: gd.Report, locale: str = "zh-Hans", *, totals: bool = True) -> bytes:
    """The entry workbook with everything that a report says; without ``totals`` their formulas stay."""
    book = load_workbook(io.BytesIO(entry(report.form, locale)))
    _about(book.worksheets[1], report)
    formulas = totals_of(report.form)
    values = compiled(report.form).values(report.statistics)
    for path, (sheet, row, col) in cells_of(report.form).items():
        if totals or path not in formulas:
            _enter(book.worksheets[sheet].cell(row, col), values[path])
    return saved(book)


def _about(sheet: Worksheet, report: gd.Report) -> None:
    period = report.period
    days = [f"{day.year}年{day.month}月{day.day}日" for day in (period.start, period.end)]
    whole = period.start == date(report.year, 1, 1)
    said = (report.publisher.name, report.year, report.title, report.author and report.author.name,
            None if whole else "至".join(days), report.issued)  # fmt: skip
    for row, value in enumerate(said, 2):
        sheet.cell(row, 2).value = value


def _enter(cell: Any, value: CellValue | None) -> None:
    if isinstance(value, Decimal):
        places = max(0, -int(value.as_tuple().exponent))
        cell.number_format = "0" + (f".{'0' * places}" if places else "")
        cell.value = float(value)
    elif value is Absent.NOT_APPLICABLE:
        cell.value = "/"
    else:
        cell.value = None if value is Absent.BLANK else value


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def converted(data: bytes, folder: Path, to: str = "xlsx") -> bytes:
    """A workbook as LibreOffice opens it, calculates it and saves it."""
    program = need("soffice", "it opens and calculates workbooks")
    source = folder / "in.xlsx"
    source.write_bytes(data)
    out = folder / "out"
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", to,
               "--outdir", str(out), str(source)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (out / f"in.{to.partition(':')[0]}").read_bytes()


def zip_of(data: bytes, **parts: bytes | None) -> bytes:
    """An archive with some of its parts replaced (by names with ``__`` for ``/``), added, or left out."""

    wanted = {name.replace("__", "/"): content for name, content in parts.items()}
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in wanted:
                new.writestr(name, old.read(name))
        for name, content in wanted.items():
            if content is not None:
                new.writestr(name, content)
    return stream.getvalue()
