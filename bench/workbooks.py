"""Workbooks: rendering against bare XlsxWriter that writes the same cells with the same formats, and reading."""

import io
from collections.abc import Callable
from typing import Any

from openpyxl import load_workbook
from xlsxwriter import Workbook

import govdisclosure as gd

__all__ = ["bench_workbooks"]


def bench_workbooks(
    best: Callable[..., dict[str, float]], tell: Callable[..., None], reports: dict[str, gd.Report]
) -> None:
    """Each report as a workbook, its yardstick, and the workbook read again beside openpyxl going over its cells."""
    for name, report in reports.items():
        data = gd.render(report, to="xlsx", locale="zh-Hans", findings=())
        sheets = _cells(data)
        count = sum(len(sheet["cells"]) for sheet in sheets)
        times = best(
            {
                "bare": lambda sheets=sheets: _bare(sheets),
                "ours": lambda report=report: gd.render(report, to="xlsx", locale="zh-Hans", findings=()),
                "openpyxl": lambda data=data: _gone_over(data),
                "read": lambda data=data: gd.read(data),
            }
        )
        ratio = times["ours"] / times["bare"]
        print(f"\nA workbook of {name}: {count:,} cells, {len(sheets)} sheets, {len(data):,} bytes")
        tell("render to XLSX / bare XlsxWriter, same cells", ratio, "goal at most 1.5", met=ratio <= 1.5)
        tell("render to XLSX, milliseconds", 1000 * times["ours"])
        tell("read the workbook, everything / openpyxl over its cells", times["read"] / times["openpyxl"])


def _cells(data: bytes) -> list[dict[str, Any]]:
    """What stands in a workbook, as bare calls need it."""
    sheets = []
    for sheet in load_workbook(io.BytesIO(data)):
        merged = [(r.min_row - 1, r.min_col - 1, r.max_row - 1, r.max_col - 1) for r in sheet.merged_cells.ranges]
        # A cell below a merged one has a border and nothing else; merging writes it.
        covered = {(r, c) for t, left, b, right in merged for r in range(t, b + 1) for c in range(left, right + 1)}
        corners = {(area[0], area[1]) for area in merged}
        cells = [
            (cell.row - 1, cell.column - 1, cell.value, _look(cell))
            for row in sheet.iter_rows()
            for cell in row
            if (cell.has_style or cell.value is not None) and ((cell.row - 1, cell.column - 1) not in covered - corners)
        ]
        sheets.append({"name": sheet.title, "merged": merged, "cells": cells, "panes": sheet.freeze_panes})
    return sheets


def _look(cell: Any) -> tuple[tuple[str, Any], ...]:
    look: dict[str, Any] = {"num_format": cell.number_format}
    if cell.border.left.style:
        look["border"] = 1
    if cell.font.b:
        look["bold"] = True
    if cell.alignment.horizontal:
        look["align"] = cell.alignment.horizontal
    if cell.alignment.wrap_text:
        look["text_wrap"] = True
    if cell.fill.fill_type:
        look["bg_color"] = f"#{cell.fill.fgColor.rgb[2:]}"
    return tuple(look.items())


def _bare(sheets: list[dict[str, Any]]) -> bytes:
    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    formats: dict[tuple[tuple[str, Any], ...], Any] = {}
    for sheet in sheets:
        made = book.add_worksheet(sheet["name"])
        if sheet["panes"]:
            made.freeze_panes(sheet["panes"])
        for area in sheet["merged"]:
            made.merge_range(*area, "")
        for row, column, value, look in sheet["cells"]:
            if look not in formats:
                formats[look] = book.add_format(dict(look))
            if isinstance(value, str):
                made.write_string(row, column, value, formats[look])
            elif value is None:
                made.write_blank(row, column, None, formats[look])
            else:
                made.write_number(row, column, value, formats[look])
    book.close()
    return stream.getvalue()


def _gone_over(data: bytes) -> int:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return sum(cell.value is not None for sheet in book for row in sheet.iter_rows() for cell in row)
