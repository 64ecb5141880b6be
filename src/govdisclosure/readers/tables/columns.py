"""Which cell of a row stands in which column of the form.

The cells of a row that has one for each printed column follow the list of the head; those of any other row stand
under their headers.
"""

from collections.abc import Sequence

import attrs

from govdisclosure.readers.tables.cells import UNITS
from govdisclosure.readers.tables.heads import Head, Leaf
from govdisclosure.readers.tables.seen import SeenCell, SeenRow

__all__ = ["Assigned", "assigned", "in_order"]

#: The end of a label that stands apart from it.
_COLONS = frozenset(":：")


@attrs.frozen(kw_only=True)
class Assigned:
    """The cells of a row by declared column (``None`` where none was found), and those of other columns."""

    cells: tuple[SeenCell | None, ...]
    others: tuple[SeenCell | None, ...] = ()
    #: Declared columns that the page does not print.
    absent: frozenset[int] = frozenset()
    #: Declared columns that only their place tells.
    guessed: frozenset[int] = frozenset()
    #: Whether headers or numbers of cells left no choice.
    sure: bool = True


def assigned(row: SeenRow, label: int, edge: int, head: Head) -> Assigned:
    """The cells of a row behind its label, by declared column."""
    many = len(head.printed) if head.is_headed else head.many
    behind = _behind(row, label, many)
    return _with_words(_assigned(behind, edge, head), behind)


def _assigned(behind: list[SeenCell], edge: int, head: Head) -> Assigned:
    if not head.is_headed:
        return _by_place(behind, edge, head)
    many = len(head.printed)
    if len(behind) == many:
        return _listed(behind, head)
    under = _under(behind, head)
    if all(under.cells) and _holds_all(under, behind):
        return under
    right, sure = _right(behind, edge, head, many)
    if len(right) == many:
        return attrs.evolve(_listed(right, head), sure=sure)
    right, sure = _right(behind, edge, head, head.many)
    if len(right) == head.many and (found := _completed(right, head)):
        return attrs.evolve(found, sure=sure)
    return attrs.evolve(under, sure=False)


def _by_place(behind: list[SeenCell], edge: int, head: Head) -> Assigned:
    """The cells of a row over which no header of the form stands, if they are as many as the columns."""
    right, sure = (behind, True) if len(behind) == head.many else _right(behind, edge, head, head.many)
    if len(right) != head.many:
        return Assigned(cells=(None,) * head.many, sure=False)
    # One number under no header at all can be no other; under another header it can.
    guessed = frozenset(range(head.many)) if head.many > 1 or head.printed else frozenset()
    return Assigned(cells=tuple(right), guessed=guessed, sure=sure)


def _listed(cells: Sequence[SeenCell], head: Head) -> Assigned:
    """A cell for each printed column."""
    found = {one.column: cell for one, cell in zip(head.printed, cells, strict=True)}
    columns = range(head.many)
    return Assigned(
        cells=tuple(found.get(index) for index in columns),
        others=tuple(cells[index] for index in head.others),
        absent=frozenset() if head.is_part else frozenset(index for index in columns if index not in found),
        guessed=head.guessed,
    )


def _completed(cells: Sequence[SeenCell], head: Head) -> Assigned | None:
    """A cell for each declared column where some headers are missing and the others stand in order."""
    there = [one.column for one in head.printed if one.column is not None]
    if there != sorted(there):
        return None
    lost = frozenset(range(head.many)) - set(there)
    return Assigned(cells=tuple(cells), others=(None,) * len(head.others), guessed=head.guessed | lost)


def _right(behind: list[SeenCell], edge: int, head: Head, many: int) -> tuple[list[SeenCell], bool]:
    """The cells right of the labels, without blank ones before the first number and without a remark at the end.

    A blank remark may as well be a blank number: whether it is none is the second answer.
    """
    right = behind
    if not any(cell.is_number and cell.cell.column < edge for cell in behind):
        right = [cell for cell in behind if cell.cell.column >= edge or _is_left_out(cell, head)]
    while len(right) > many and right[0].is_blank and not _is_left_out(right[0], head):
        right = right[1:]  # numbers stand beside their headers
    if all(cell.is_number for cell in right[:many]) and all(cell.is_blank for cell in right[many:]):
        return right[:many], True
    if len(right) == many + 1 and not right[-1].is_number and not (head.is_whole and head.is_placed):
        return right[:-1], not right[-1].is_blank or right[0].cell.column in head.numbered
    return right, True


def _is_left_out(cell: SeenCell, head: Head) -> bool:
    """Whether a cell is blank in a column of numbers."""
    return cell.is_blank and cell.cell.column in head.numbered


def _behind(row: SeenRow, label: int, many: int) -> list[SeenCell]:
    """The cells behind a label, without those that only end it or give the unit."""
    behind = [cell for cell in row.cells[label + 1 :] if not _covered(cell, row)]
    if behind and behind[0].text in _COLONS:
        behind = behind[1:]
    return behind[1:] if len(behind) > many and behind[0].text in UNITS else behind


def _with_words(found: Assigned, behind: Sequence[SeenCell]) -> Assigned:
    """The cells, with words that stand beside the first column instead of its number, where that is blank."""
    first = found.cells[0]
    if not first or not first.is_blank:
        return found
    before = [cell for cell in behind if cell.end <= first.cell.column]
    if len(before) == 1 and not before[0].is_value:
        return attrs.evolve(found, cells=(before[0], *found.cells[1:]))
    return found


def _holds_all(found: Assigned, behind: Sequence[SeenCell]) -> bool:
    """Whether every number of a row stands under a header."""
    used = {id(cell) for cell in (*found.cells, *found.others)}
    return all(id(cell) in used for cell in behind if cell.is_number)


def in_order(row: SeenRow, label: int, edge: int, head: Head) -> Assigned:
    """The last cells of a row, whatever stands over them."""
    many = head.many
    behind = [cell for cell in row.cells[label + 1 :] if not _covered(cell, row)]
    return Assigned(cells=tuple(behind[-many:])) if len(behind) >= many else assigned(row, label, edge, head)


def _covered(cell: SeenCell, row: SeenRow) -> bool:
    """Whether a number reaches down from a row above, to which it belongs."""
    return cell.cell.row < row.row and not cell.is_blank


def _under(cells: list[SeenCell], head: Head) -> Assigned:
    """Each cell under its header; one that lies under two declared columns is in neither."""
    found = tuple(_lying(cells, leaf) if leaf else None for leaf in head.leaves)
    used = [id(cell) for cell in found if cell]
    alone = tuple(cell if cell and used.count(id(cell)) == 1 else None for cell in found)
    others = tuple(_lying(cells, head.printed[index].leaf) for index in head.others)
    return Assigned(cells=alone, others=others, guessed=head.guessed)


def _lying(cells: list[SeenCell], leaf: Leaf) -> SeenCell | None:
    over = [cell for cell in cells if cell.cell.column < leaf.end and leaf.start < cell.end]
    return over[0] if len(over) == 1 else None
