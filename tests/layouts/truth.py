"""What a made document prints: the answer that a reader should give."""

from collections.abc import Mapping

import attrs

from govdisclosure.cell import CellValue
from govdisclosure.model import Extra

__all__ = ["Truth"]


@attrs.frozen(kw_only=True)
class Truth:
    """What a document prints.

    ``values`` has every cell of the form that is printed, whatever is in it; cells of rows that are not printed
    are no keys of it. ``damaged`` are cells in which something stands that nobody can read as a number: their
    value is ``Absent.UNREADABLE``. ``rescaled`` are amounts printed in another unit, whose scale is open.
    """

    form: str
    year: int
    publisher: str
    author: str | None
    title: str
    values: Mapping[str, CellValue]
    printed: Mapping[str, str]
    extra: tuple[Extra, ...]
    optional: frozenset[str]
    damaged: frozenset[str]
    rescaled: frozenset[str]
