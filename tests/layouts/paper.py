"""What printing to PDF does to pages and tables, and how office programs set them."""

from collections.abc import Callable
from random import Random

from tests.layouts.kind import Kind
from tests.layouts.page import Page

__all__ = ["KINDS"]

_PDF, _DOCX, _XLSX = frozenset({"pdf"}), frozenset({"docx"}), frozenset({"xlsx"})


def _wish(*wishes: str) -> Callable[[Page, Random], None]:
    def apply(page: Page, chosen: Random) -> None:
        page.wishes |= set(wishes)

    return apply


def _paragraphs(page: Page, chosen: Random) -> None:
    """Long labels in several paragraphs of their cell."""
    page.wishes.add("paragraphs")
    for cell in page.labels:
        at = len(cell.text) // 2
        if at > 4:
            cell.text = f"{cell.text[:at]}\n{cell.text[at:]}"


KINDS = (
    Kind("headers-repeated", "pages", _wish("repeat"), media=_PDF),
    Kind("landscape", "orientation", _wish("landscape"), media=_PDF),
    Kind("small-print", "size", _wish("small"), media=_PDF),
    Kind("large-print", "size", _wish("large"), media=_PDF),
    Kind("embedded-font", "font", _wish("embedded"), media=_PDF),
    Kind("filled-headers", "fill", _wish("filled"), media=_PDF),
    Kind("lines-as-boxes", "rules", _wish("boxes"), media=_PDF),
    Kind("lines-doubled", "rules", _wish("doubled"), media=_PDF),
    Kind("no-lines", "rules", _wish("bare"), media=_PDF),
    Kind("lines-across-only", "rules", _wish("across"), media=_PDF),
    Kind("cells-shaded", "rules", _wish("shaded"), media=_PDF),
    Kind("rows-shaded", "rules", _wish("striped"), media=_PDF),
    Kind("dashed-page-numbers", "folio", _wish("folio"), media=_PDF),
    Kind("running-heads", "running", _wish("running"), media=_PDF),
    Kind("letters-apart", "letters-set", _wish("letters"), media=_PDF),
    Kind("numbers-at-the-right", "align", _wish("right"), media=_PDF),
    Kind("table-on-its-own-page", "break", _wish("break"), media=_PDF),
    Kind("labels-in-paragraphs", "breaks", _paragraphs, media=_DOCX),
    Kind("sheet-for-each-table", "sheets", _wish("leaves"), media=_XLSX, forms=frozenset({"cn-2019", "cn-2021"})),
    Kind("numbers-as-text", "typed", _wish("texts"), media=_XLSX),
)
