"""The tables that are open while a text is composed: where rows and cells begin and end."""

from collections.abc import Callable

import attrs

from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import Limits
from govdisclosure.readers.composing import Composer
from govdisclosure.readers.docx.events import value
from govdisclosure.readers.docx.tables import CellSeen, TableSeen
from govdisclosure.readers.observed import HiddenReason

__all__ = ["OpenTables"]


@attrs.define(eq=False)
class _Table:
    """A table that is open. ``counted`` is one that is seen; ``previous`` is where the last cell of the row began."""

    seen: TableSeen
    counted: bool
    previous: int | None = None
    #: For each open row whether it is hidden as a whole.
    rows: list[bool] = attrs.field(factory=list)
    cells: list[CellSeen] = attrs.field(factory=list)
    #: For each open cell that has begun what ends it.
    leaves: list[Callable[[], None]] = attrs.field(factory=list)


class OpenTables:
    """The tables of one text, in the order in which they begin."""

    def __init__(self, composer: Composer, limits: Limits) -> None:
        self.seen: list[TableSeen] = []
        self._composer, self._limits = composer, limits
        #: ``None`` parts what stands in a text box from the table around it.
        self._open: list[_Table | None] = [None]

    def begin_table(self) -> None:
        """A table; one that is hidden gives no grid."""
        self.begin_cell()
        self._composer.flow.end_line()
        if len(self.seen) >= self._limits.tables:
            raise LimitExceeded("tables", len(self.seen) + 1, self._limits.tables)
        seen = TableSeen(self._limits.table_places)
        counted = not self._composer.flow.reason
        if counted:
            self.seen.append(seen)
            self._composer.open_tables += 1
        self._open.append(_Table(seen, counted))

    def end_table(self) -> None:
        """The end of the table that began last."""
        table = self._open.pop()
        if table and table.counted:
            self._composer.open_tables -= 1
        self._composer.end_line()

    def begin_box(self) -> None:
        """A text box, whose paragraphs are no part of the cell in which it stands."""
        self._open.append(None)

    def end_box(self) -> None:
        """The end of a text box."""
        self._open.pop()

    def begin_row(self) -> None:
        """A row of the table that is open."""
        if table := self._open[-1]:
            table.seen.begin_row()
            table.rows.append(False)
            table.previous = None

    def end_row(self) -> None:
        """The end of a row."""
        if table := self._open[-1]:
            if table.rows.pop():
                self._composer.show()
            self._composer.flow.end_row()

    def row_says(self, name: str, attributes: dict[str, str]) -> None:
        """A property of a row: that it begins further on, or that it is deleted or hidden."""
        table = self._open[-1]
        if table is None or not table.rows:
            return
        if name == "gridBefore":
            table.seen.skip(value(attributes) or "")
        elif name in ("del", "hidden") and not table.rows[-1]:
            table.rows[-1] = True
            self._composer.hide(HiddenReason.DELETED if name == "del" else HiddenReason.INVISIBLE)

    def enter_cell(self) -> None:
        """A cell, which has yet to say what it is."""
        if table := self._open[-1]:
            table.cells.append(CellSeen())

    def cell_says(self, name: str, attributes: dict[str, str]) -> None:
        """A property of a cell."""
        table = self._open[-1]
        if table is None or not table.cells:
            return
        cell = table.cells[-1]
        match name:
            case "gridSpan":
                cell.colspan = value(attributes) or ""
            case "vMerge":
                cell.joins = value(attributes) or "continue"
            case "hMerge":
                cell.across = value(attributes) or "continue"
            case "cellDel":
                cell.deleted = True

    def begin_cell(self) -> None:
        """The cell that is open has said what it is; nothing where it has begun."""
        table = self._open[-1]
        if not table or len(table.leaves) >= len(table.cells):
            return
        cell = table.cells[-1]
        if table.seen.continues(cell) or cell.deleted:
            # What stands in a cell that continues another one is not shown.
            self._composer.hide(HiddenReason.DELETED if cell.deleted else HiddenReason.INVISIBLE)
            table.leaves.append(self._composer.show)
            return
        flow = self._composer.flow
        if table.previous is not None:
            flow.next_cell(table.previous)
        table.previous = flow.length
        mark = flow.mark()
        table.seen.place(cell, mark)
        table.leaves.append(lambda: flow.close(mark))

    def leave_cell(self) -> None:
        """The end of a cell."""
        self.begin_cell()
        table = self._open[-1]
        if table and table.cells:
            table.cells.pop()
            table.leaves.pop()()
