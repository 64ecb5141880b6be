# ruff: noqa: PLC0415 - each program needs its own package alone
"""Conversions by Python packages, run in the Python that has them.

python python_programs.py versions                  prints which packages there are, as JSON
python python_programs.py PROGRAM SOURCE TARGET     converts a file

This file needs nothing but the package of the program that is asked for.
"""

import json
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

PACKAGES = (
    "html5lib", "lxml", "beautifulsoup4", "weasyprint", "python-docx", "openpyxl", "docx2txt", "markitdown",
    "pypdfium2", "pypdf",
)  # fmt: skip

# --- web pages --------------------------------------------------------------------------------------------


def by_html5lib(source: Path, target: Path) -> None:
    """Parse and write a page, with every tag that the standard lets a writer leave out."""
    import html5lib

    tree = html5lib.parse(source.read_bytes(), namespaceHTMLElements=False)
    written = html5lib.serialize(tree, omit_optional_tags=True, quote_attr_values="legacy", encoding="utf-8")
    target.write_bytes(written)


def by_lxml(source: Path, target: Path) -> None:
    """Parse and write a page."""
    from lxml import html

    target.write_bytes(html.tostring(html.fromstring(source.read_bytes()), encoding="utf-8", doctype="<!DOCTYPE html>"))


def by_beautifulsoup(source: Path, target: Path) -> None:
    """Write each tag and each text of a page on a line of its own."""
    from bs4 import BeautifulSoup

    target.write_text(BeautifulSoup(source.read_bytes(), "html.parser").prettify(), "utf-8")


def by_weasyprint(source: Path, target: Path) -> None:
    """Print a page, without what it links to."""
    from weasyprint import HTML

    def nothing(*_: Any) -> Any:
        raise ValueError("there is no network")

    HTML(string=source.read_text("utf-8"), url_fetcher=nothing).write_pdf(target)


# --- Word files and workbooks -----------------------------------------------------------------------------


def docx_saved(source: Path, target: Path) -> None:
    """Open and save a Word file."""
    from docx import Document

    Document(str(source)).save(str(target))


def docx_merged(source: Path, target: Path) -> None:
    """Build paragraphs and tables anew, with merged cells."""
    _docx_anew(source, target, _merged)


def docx_cells(source: Path, target: Path) -> None:
    """Build paragraphs and tables anew as most programs do: what a merged cell says is repeated in its parts."""
    _docx_anew(source, target, _repeated)


def _docx_anew(source: Path, target: Path, fill: Callable[[Any, Any], None]) -> None:
    from docx import Document

    made = Document()
    for block in Document(str(source)).iter_inner_content():
        if hasattr(block, "rows"):
            table = made.add_table(len(block.rows), len(block.columns), style="Table Grid")
            fill(block, table)
        else:
            made.add_paragraph(block.text)
    made.save(str(target))


def _repeated(old: Any, new: Any) -> None:
    for row, other in zip(old.rows, new.rows, strict=True):
        for cell, copy in zip(row.cells, other.cells, strict=True):
            copy.text = cell.text


def _merged(old: Any, new: Any) -> None:
    places: dict[Any, list[tuple[int, int]]] = {}
    words = {}
    for down, row in enumerate(old.rows):
        for across, cell in enumerate(row.cells):
            places.setdefault(cell._tc, []).append((down, across))  # noqa: SLF001 - the only mark of a merged cell
            words[cell._tc] = cell.text  # noqa: SLF001
    for cell, covered in places.items():
        new.cell(*covered[0]).merge(new.cell(*covered[-1])).text = words[cell]


def by_openpyxl(source: Path, target: Path) -> None:
    """Open and save a workbook."""
    import openpyxl

    openpyxl.load_workbook(source).save(target)


def by_docx2txt(source: Path, target: Path) -> None:
    """The text of a Word file."""
    import docx2txt

    target.write_text(docx2txt.process(str(source)), "utf-8")


def by_markitdown(source: Path, target: Path) -> None:
    """A document as Markdown."""
    from markitdown import MarkItDown

    target.write_text(MarkItDown(enable_plugins=False).convert(str(source)).text_content, "utf-8")


# --- PDF --------------------------------------------------------------------------------------------------


def pdfium_saved(source: Path, target: Path) -> None:
    """Open and save a PDF."""
    import pypdfium2

    pypdfium2.PdfDocument(source).save(target)


def pdfium_text(source: Path, target: Path) -> None:
    """The text of a PDF."""
    import pypdfium2

    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(source)]
    target.write_text("\n".join(pages), "utf-8", newline="")


def by_pypdf(source: Path, target: Path) -> None:
    """Write the pages of a PDF into a new file."""
    from pypdf import PdfReader, PdfWriter

    written = PdfWriter()
    for page in PdfReader(source).pages:
        written.add_page(page)
    written.write(target)


PROGRAMS: dict[str, Callable[[Path, Path], None]] = {
    "html5lib": by_html5lib,
    "lxml": by_lxml,
    "beautifulsoup4": by_beautifulsoup,
    "weasyprint": by_weasyprint,
    "docx-save": docx_saved,
    "docx-merged": docx_merged,
    "docx-cells": docx_cells,
    "openpyxl": by_openpyxl,
    "docx2txt": by_docx2txt,
    "markitdown": by_markitdown,
    "pdfium-save": pdfium_saved,
    "pdfium-text": pdfium_text,
    "pypdf": by_pypdf,
}


def versions() -> dict[str, str]:
    """The packages that are installed, with their versions."""
    found = {}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def main() -> None:
    """Print versions, or convert a file."""
    if sys.argv[1:] == ["versions"]:
        print(json.dumps(versions()))
        return
    program, source, target = sys.argv[1:]
    PROGRAMS[program](Path(source), Path(target))


if __name__ == "__main__":
    main()
