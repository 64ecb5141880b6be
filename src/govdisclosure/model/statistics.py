"""The base of the statutory tables."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

import attrs

from govdisclosure.codelist import CodeList
from govdisclosure.declare import ImpossibleFor, Label, Linear, Stated, Table
from govdisclosure.displayed import Displayed
from govdisclosure.model.mapping import FrozenMapping

__all__ = ["Axis", "Extra", "Statistics"]


class Axis(CodeList):
    """Along which axis of a table something stands."""

    ROW = "row", "行", "表格的行"
    COLUMN = "column", "列", "表格的列"


@attrs.frozen(kw_only=True)
class Extra:
    """A row or column that a document prints and the form does not have, kept as printed.

    ``table`` is the path of the table; ``after`` the path of the row before it (of a cell of the column before
    it), ``None`` where it comes first. ``labels`` are its headers from the outside in, ``cells`` its texts in
    order.
    """

    table: Annotated[str, Label("所在表格")]
    axis: Annotated[Axis, Label("行或列")] = Axis.ROW
    after: Annotated[str | None, Label("前一行或列")] = None
    labels: Annotated[tuple[str, ...], Label("名称")]
    cells: Annotated[tuple[str, ...], Label("内容")]


def _frozen(texts: Mapping[str, str]) -> Mapping[str, str]:
    return FrozenMapping(texts)


def _nothing() -> Mapping[str, str]:
    return FrozenMapping()


@attrs.frozen(kw_only=True)
class Statistics(Displayed):
    """The statutory tables of a report. Each form with tables declares a subclass under ``forms``.

    ``printed`` maps the path of a cell to its text where that says more than the number (``22（其中修订16件）``);
    ``extra`` keeps the rows and columns that the form does not have.
    """

    #: The id of the form that the tables belong to.
    FORM: ClassVar[str] = ""
    #: The one printed table, where all fields stand in one; else each field is marked as a table.
    TABLE: ClassVar[Table | None] = None
    #: What the form, its notice or plain arithmetic says of its cells.
    RULES: ClassVar[tuple[Linear, ...]] = ()
    #: Cells that some bodies cannot fill.
    IMPOSSIBLE: ClassVar[tuple[ImpossibleFor, ...]] = ()
    #: Figures of the text that cells state again.
    STATED: ClassVar[tuple[Stated, ...]] = ()

    printed: Annotated[Mapping[str, str], Label("单元格原文")] = attrs.field(factory=_nothing, converter=_frozen)
    extra: Annotated[tuple[Extra, ...], Label("表外的行和列")] = ()
