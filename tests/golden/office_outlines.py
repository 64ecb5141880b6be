"""Word files and workbooks as lines of text: what they hold and how it is set, one thing a line."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet
from tests.word import MAIN

__all__ = ["docx_lines", "xlsx_lines"]

_W = f"{{{MAIN}}}"
#: Parts that hold no words of the report and say how it is set.
_SETTINGS = ("word/styles.xml", "word/settings.xml", "word/fontTable.xml", "docProps/core.xml")


# --- Word files -------------------------------------------------------------------------------------------


def docx_lines(data: bytes) -> Iterator[str]:
    """The paragraphs and tables of a Word file, the other parts, then its settings and styles."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = sorted(archive.namelist())
        yield f"parts: {' '.join(names)}"
        for name in names:
            if name.startswith(("word/footer", "word/header")):
                yield f"{name}: {_shown(_xml(archive, name))}"
        yield ""
        body = _xml(archive, "word/document.xml").find(f"{_W}body")
        for element in body if body is not None else ():
            yield from _block(element)
        for name in _SETTINGS:
            yield ""
            yield name
            yield from (f"  {_shown(element)}" for element in _xml(archive, name))


def _xml(archive: zipfile.ZipFile, name: str) -> ET.Element:
    return ET.fromstring(archive.read(name))  # noqa: S314 - of a file that the tests have made


def _block(element: ET.Element) -> Iterator[str]:
    if element.tag == f"{_W}p":
        yield f"p {_paragraph(element)}"
    elif element.tag == f"{_W}tbl":
        for part in element:
            if part.tag == f"{_W}tr":
                cells = " | ".join(_cell(cell) for cell in part.iter(f"{_W}tc"))
                yield f"  tr{_set(part, 'trPr')} {cells}"
            else:
                yield _shown(part)
    else:
        yield _shown(element)


def _paragraph(element: ET.Element) -> str:
    """The settings of a paragraph and its runs; settings of a run stand before its words."""
    words = "".join(_inside(child) for child in element if child.tag != f"{_W}pPr")
    return f"{_set(element, 'pPr')} {words}".strip()


def _inside(element: ET.Element) -> str:
    if element.tag == f"{_W}r":
        text = "".join(one.text or "" if one.tag == f"{_W}t" else _shown(one)
                       for one in element if one.tag != f"{_W}rPr")  # fmt: skip
        return _set(element, "rPr") + text
    return _shown(element)


def _cell(cell: ET.Element) -> str:
    inside = " ¶ ".join(_paragraph(one) for one in cell.iter(f"{_W}p"))
    return f"{_set(cell, 'tcPr')} {inside}".strip()


def _set(element: ET.Element, name: str) -> str:
    settings = element.find(f"{_W}{name}")
    return "" if settings is None or not len(settings) else f"{{{' '.join(map(_shown, settings))}}}"


def _shown(element: ET.Element) -> str:
    """An element on one line: ``name=value``, ``name(attribute=value inner ...)``, without the names of its spaces."""
    name, attributes = _local(element.tag), {_local(one): value for one, value in element.attrib.items()}
    text = (element.text or "").strip()
    if list(attributes) == ["val"] and not text and not len(element):
        return f"{name}={attributes['val']}"
    said = [f"{one}={value}" for one, value in attributes.items()]
    inside = " ".join([*said, *([text] if text else []), *map(_shown, element)])
    return f"{name}({inside})" if inside else name


def _local(name: str) -> str:
    return name.rpartition("}")[2]


# --- workbooks --------------------------------------------------------------------------------------------


def xlsx_lines(data: bytes) -> Iterator[str]:
    """The sheets of a workbook: their layout, what may be entered, then the cells row by row.

    A row begins with the place of its first cell; words that stand above too are 〃. The number behind a cell is that
    of its look, which is told at the end; it holds for the cells that follow.
    """
    book = load_workbook(io.BytesIO(data))
    properties = book.properties
    yield f"title: {properties.title}; creator: {properties.creator}; language: {properties.language}"
    yield from (f"name {name}: {defined.attr_text}" for name, defined in sorted(book.defined_names.items()))
    looks: dict[str, int] = {}
    for sheet in book.worksheets:
        yield ""
        yield f"sheet {sheet.title}: {sheet.dimensions} {sheet.sheet_state}"
        yield from (f"  {line}" for line in _sheet(sheet))
        above: dict[int, str] = {}
        for row in sheet.iter_rows():
            if any(cell.value is not None or cell.has_style for cell in row):
                height = sheet.row_dimensions[row[0].row].height
                tall = "" if height is None else f" ({height:g})"
                yield f"  {row[0].coordinate}{tall} {' | '.join(_row(row, looks, above)).rstrip(' |')}"
    yield ""
    yield from (f"look {number}: {look}" for look, number in looks.items())


def _sheet(sheet: Worksheet) -> Iterator[str]:
    view, page = sheet.sheet_view, sheet.page_setup
    yield f"frozen {sheet.freeze_panes}; right to left {bool(view.rightToLeft)}; gridlines {view.showGridLines}"
    yield f"protected {sheet.protection.sheet}; filter {sheet.auto_filter.ref}; titles {sheet.print_title_rows}"
    yield f"paper {page.paperSize} {page.orientation} {page.fitToWidth}x{page.fitToHeight}"
    widths = (f"{name}={of.width:g}" for name, of in sorted(sheet.column_dimensions.items()))
    yield f"widths {' '.join(widths)}"
    yield f"merged {' '.join(sorted(map(str, sheet.merged_cells.ranges)))}"
    entries: dict[str, list[str]] = {}
    for entry in sorted(sheet.data_validations.dataValidation, key=lambda one: str(one.sqref)):
        told = (entry.type, entry.operator, entry.formula1, entry.formula2, entry.promptTitle, entry.prompt,
                entry.errorTitle, entry.error)  # fmt: skip
        words = "; ".join(str(one) for one in told if one).replace(str(entry.sqref), "CELL")
        entries.setdefault(words, []).append(str(entry.sqref))
    yield from (f"entry {' '.join(places)}: {words}" for words, places in entries.items())
    turns: dict[str, list[str]] = {}
    for where in sheet.conditional_formatting:
        for rule in where.rules:
            fill = rule.dxf.fill.bgColor.rgb if rule.dxf and rule.dxf.fill else "-"
            turns.setdefault(f"{fill}: {rule.type} {'; '.join(rule.formula)}", []).append(str(where.sqref))
    yield from (f"turns {' '.join(places)} {words}" for words, places in turns.items())


def _row(row: tuple[Any, ...], looks: dict[str, int], above: dict[int, str]) -> Iterator[str]:
    before = None
    for cell in row:
        value = "" if cell.value is None else str(cell.value).replace("\n", "⏎")
        words = "〃" if isinstance(cell.value, str) and above.get(cell.column) == value else value
        above[cell.column] = value
        if isinstance(cell, MergedCell) or not cell.has_style:
            yield words
            continue
        number = looks.setdefault(_look(cell), len(looks))
        yield words if number == before else f"{words}{{{number}}}"
        before = number


def _look(cell: Cell) -> str:
    font, side, fill, border = cell.font, cell.alignment, cell.fill, cell.border
    colour = font.color and (font.color.rgb if font.color.type == "rgb" else f"of theme {font.color.theme}")
    lines = "".join((line.style or "-")[0] for line in (border.left, border.right, border.top, border.bottom))
    words = {
        cell.number_format: True,
        f"{font.name} {font.sz:g}": True,
        "bold": font.b,
        f"colour {colour}": colour,
        f"fill {fill.fgColor.rgb}": fill.fill_type,
        f"{side.horizontal} {side.vertical}": side.horizontal or side.vertical,
        "wrapped": side.wrap_text,
        f"indent {side.indent:g}": side.indent,
        f"order {side.readingOrder:g}": side.readingOrder,
        f"turned {side.textRotation}": side.textRotation,
        f"lines {lines}": lines != "----",
        "open": not cell.protection.locked,
    }
    return ", ".join(word for word, here in words.items() if here)
