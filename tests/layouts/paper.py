"""What printing to PDF does to pages and tables."""

from collections.abc import Callable
from random import Random

from tests.layouts.kind import Kind
from tests.layouts.page import Page

__all__ = ["KINDS"]

_PDF = frozenset({"pdf"})


def _wish(*wishes: str) -> Callable[[Page, Random], None]:
    def apply(page: Page, chosen: Random) -> None:
        page.wishes |= set(wishes)

    return apply


KINDS = (
    Kind("headers-repeated", "pages", _wish("repeat"), media=_PDF),
    Kind("landscape", "orientation", _wish("landscape"), media=_PDF),
    Kind("small-print", "size", _wish("small"), media=_PDF),
    Kind("large-print", "size", _wish("large"), media=_PDF),
    Kind("embedded-font", "font", _wish("embedded"), media=_PDF),
    Kind("filled-headers", "fill", _wish("filled"), media=_PDF),
    Kind("lines-as-boxes", "rules", _wish("boxes"), media=_PDF),
    Kind("lines-doubled", "rules", _wish("doubled"), media=_PDF),
    Kind("dashed-page-numbers", "folio", _wish("folio"), media=_PDF),
    Kind("running-heads", "running", _wish("running"), media=_PDF),
    Kind("letters-apart", "letters-set", _wish("letters"), media=_PDF),
    Kind("numbers-at-the-right", "align", _wish("right"), media=_PDF),
    Kind("table-on-its-own-page", "break", _wish("break"), media=_PDF),
)
