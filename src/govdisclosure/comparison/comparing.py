"""Reports -> rows: which figures of their forms are the same, and what became of them. Exact, and nothing guessed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from govdisclosure.cell import CellValue
from govdisclosure.checks.bodies import by_body
from govdisclosure.comparison.columns import EXACT, Column, Key, column, known, percent
from govdisclosure.comparison.model import Change, Comparison, Row, Uncompared, Why
from govdisclosure.comparison.shares import groups_of, shares_of
from govdisclosure.errors import TooFewReports
from govdisclosure.form import TableForm
from govdisclosure.model import Report

__all__ = ["compare"]


def compare(reports: Iterable[Report]) -> Comparison:
    """The figures of reports side by side: one body over years, several bodies, or both.

    Of a row with a total the total is compared. Only figures that two forms declare under the same path and label, in
    the same unit, are the same; all others are listed. ``TooFewReports`` for less than two.
    """
    groups = by_body(reports)
    ordered = tuple(report for group in groups for report in group)
    if len(ordered) < 2:  # noqa: PLR2004 - one report is beside nothing
        raise TooFewReports(len(ordered))
    columns = [column(report) for report in ordered]
    steps = list(_steps(groups))
    common = {key: _row(key, columns, steps) for key in _keys(columns) if _count(key, columns) > 1}
    # Of rows that stand in place of each other one is printed.
    rows = {key: row for key, row in common.items() if any(value is not None for value in row.values)}
    shares = tuple(shares_of(rows, columns))
    return Comparison(
        reports=ordered,
        rows=tuple(rows.values()),
        shares=shares,
        groups=tuple(groups_of(shares, columns)),
        totals=tuple(_totals(rows, columns)),
        carried=tuple(row for key, row in rows.items() if _is_carried(key, columns)),
        uncompared=(*_without_tables(columns), *_uncompared(columns)),
    )


def _steps(groups: Sequence[Sequence[Report]]) -> Iterator[tuple[int, int]]:
    """The numbers of neighbouring columns of one body, where the second is of a later year."""
    first = 0
    for group in groups:
        numbered = list(enumerate(group, first))
        yield from ((i, j) for (i, one), (j, other) in pairwise(numbered) if one.year < other.year)
        first += len(group)


def _keys(columns: Sequence[Column]) -> list[Key]:
    """The figures of all forms in the order of the latest one, those of earlier forms after it."""
    latest = sorted(columns, key=lambda column: column.report.year, reverse=True)
    return list(dict.fromkeys(key for column in latest for key in column.cells if "*" not in key[0]))


def _count(key: Key, columns: Sequence[Column]) -> int:
    return sum(key in column.cells for column in columns)


def _row(key: Key, columns: Sequence[Column], steps: Sequence[tuple[int, int]]) -> Row:
    path = key[0]
    declared = tuple(key in column.cells for column in columns)
    values = tuple(column.values.get(path) if here else None for column, here in zip(columns, declared, strict=True))
    last = max(
        (column for column, here in zip(columns, declared, strict=True) if here), key=lambda each: each.report.year
    )
    changes = [_change(i, j, values) for i, j in steps if declared[i] and declared[j]]
    return Row(cell=last.cells[key], table=_table(last, path), values=values, declared=declared, changes=tuple(changes))


def _table(column: Column, path: str) -> TableForm:
    assert column.form is not None  # noqa: S101 - for the type checker; what has cells has a form
    return column.form.table_of[path]


def _change(i: int, j: int, values: Sequence[CellValue | None]) -> Change:
    before, after = known(values[i]), known(values[j])
    if before is None or after is None:
        return Change(earlier=i, later=j, difference=None, percent=None)
    difference = EXACT.subtract(Decimal(after), Decimal(before))
    exact = isinstance(before, Decimal) or isinstance(after, Decimal)
    return Change(
        earlier=i, later=j, difference=difference if exact else int(difference), percent=percent(difference, before)
    )


def _totals(rows: Mapping[Key, Row], columns: Sequence[Column]) -> Iterator[Row]:
    """What forms add up, where that is no part of something larger, and what they balance."""
    wholes = {whole for column in columns for whole in column.wholes.values()}
    parts = {part for column in columns for part in column.wholes}
    balanced = {key for column in columns for key in column.balanced}
    named = (wholes - parts) | balanced
    return (row for key, row in rows.items() if key in named and not _is_carried(key, columns))


def _is_carried(key: Key, columns: Sequence[Column]) -> bool:
    return any(key in column.carried for column in columns)


def _without_tables(columns: Sequence[Column]) -> Iterator[Uncompared]:
    without = tuple(number for number, column in enumerate(columns) if column.form is None)
    if without:
        yield Uncompared(why=Why.NO_TABLES, cell=None, table=None, columns=without)


def _uncompared(columns: Sequence[Column]) -> Iterator[Uncompared]:
    """Every figure that only one report has, with the reason."""
    paths = {path for column in columns for path, _, _ in column.cells}
    several = {path for path in paths if sum(path in {key[0] for key in column.cells} for column in columns) > 1}
    keys = dict.fromkeys(key for column in columns for key in column.cells)
    for key in keys:
        here = tuple(number for number, column in enumerate(columns) if key in column.cells)
        why = Why.REPEATED if "*" in key[0] else Why.OTHER_WORDS if key[0] in several else Why.OTHER_FORM
        if why is Why.REPEATED or len(here) == 1:
            column = columns[here[0]]
            yield Uncompared(why=why, cell=column.cells[key], table=_table(column, key[0]), columns=here)
