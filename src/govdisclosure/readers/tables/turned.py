"""A row that only its headers tell, printed as a column: one line for each of its cells, headed by the whole chain."""

from collections.abc import Sequence

import attrs

from govdisclosure.readers.tables.blocks import BlockSeen, TableSeen
from govdisclosure.readers.tables.cells import UNITS
from govdisclosure.readers.tables.declared import DeclaredRow, DeclaredRows
from govdisclosure.readers.tables.heads import Head, Leaf, Printed
from govdisclosure.readers.tables.matches import Match
from govdisclosure.readers.tables.seen import SeenCell, SeenRow

__all__ = ["turned_table"]

#: So large a share of the cells makes the row.
_SHARE = 0.5
#: At most this number of rows without numbers name the group of a line.
_OVER = 3


def turned_table(declared: DeclaredRows, path: str, seen: Sequence[SeenRow]) -> TableSeen | None:
    """The table of a form whose one row is printed so; ``None`` where it is not."""
    for one in declared.rows:
        if one.table.path == path and one.headless:
            lines = _lines(one, seen)
            if len(lines) >= max(2, _SHARE * len(one.columns)):
                return _table(one, lines)
    return None


def _lines(one: DeclaredRow, seen: Sequence[SeenRow]) -> dict[int, tuple[SeenRow, SeenCell]]:
    """The line of each column, with its number; of two lines the first."""
    columns = {column.words[-1].whole: index for index, column in enumerate(one.columns) if len(column.chain) > 1}
    found: dict[int, tuple[SeenRow, SeenCell]] = {}
    group, heads = "", list[str]()  # of a text, in which no cell reaches down over several rows
    for row in seen:
        labels = [row.cells[i].words.whole for i in row.labels if row.cells[i].text not in UNITS]
        behind = row.cells[row.labels[-1] + 1 :] if labels else ()
        values = [cell for cell in behind if cell.is_value and cell.cell.row == row.row]
        if labels and not values:
            heads.append("".join(labels))
            continue
        over = ["".join(labels[:-1])] if len(labels) > 1 else ["".join(heads[-many:]) for many in range(1, _OVER + 1)]
        for chain in (*(list(filter(None, over)) or [group]), "") if len(values) == 1 else ():
            if (index := columns.get(chain + labels[-1])) is not None:
                found.setdefault(index, (row, values[0]))
                group = chain
                break
        heads = []
    return found


def _table(one: DeclaredRow, lines: dict[int, tuple[SeenRow, SeenCell]]) -> TableSeen:
    rows = tuple(lines[index][0] for index in sorted(lines))
    made = attrs.evolve(rows[0], cells=tuple(lines[index][1] for index in sorted(lines)), above=())
    printed = tuple(
        Printed(leaf=Leaf(start=0, end=0, text=one.columns[index].label), column=index) for index in sorted(lines)
    )
    match = Match(declared=one, seen=made, label=-1, alike=1, score=1)
    block = BlockSeen(matches=(match,), over=(), head=Head(many=len(one.columns), printed=printed), edge=0)
    return TableSeen(table=one.table, blocks=(block,), extra=(), rows=rows)
