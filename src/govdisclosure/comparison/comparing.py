"""Reports -> rows: which figures of their forms are the same, and what became of them. Exact, and nothing guessed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from itertools import pairwise

import attrs

from govdisclosure.cell import Absent, CellValue
from govdisclosure.checks.bodies import by_body
from govdisclosure.comparison.model import Change, Comparison, Row, Share, Uncompared, Why
from govdisclosure.errors import TooFewReports
from govdisclosure.form import CellForm, Form, TableForm, compile_form
from govdisclosure.model import Report

__all__ = ["compare"]

_PLACES = Decimal("0.1")
#: Counts have 16 digits, amounts at most 30: every quotient is rounded once, when it is cut to its places.
_EXACT = Context(prec=80, rounding=ROUND_HALF_EVEN)

#: What makes a figure the same in two forms: its path, the wording of its headers, its unit.
_Key = tuple[str, tuple[str, ...], str]


@attrs.frozen
class _Column:
    """A report with the figures of its form that are compared."""

    report: Report
    form: Form | None
    cells: Mapping[_Key, CellForm]
    values: Mapping[str, CellValue | None]
    #: For each part of a sum, its total.
    wholes: Mapping[_Key, _Key]


def compare(reports: Iterable[Report]) -> Comparison:
    """The figures of reports side by side: one body over years, several bodies, or both.

    Of a row with a total the total is compared. Only figures that two forms declare under the same path and label, in
    the same unit, are the same; all others are listed. ``TooFewReports`` for less than two.
    """
    groups = by_body(reports)
    ordered = tuple(report for group in groups for report in group)
    if len(ordered) < 2:  # noqa: PLR2004 - one report is beside nothing
        raise TooFewReports(len(ordered))
    columns = [_column(report) for report in ordered]
    steps = list(_steps(groups))
    common = {key: _row(key, columns, steps) for key in _keys(columns) if _count(key, columns) > 1}
    # Of rows that stand in place of each other one is printed.
    rows = {key: row for key, row in common.items() if any(value is not None for value in row.values)}
    return Comparison(
        reports=ordered,
        rows=tuple(rows.values()),
        shares=tuple(_shares(rows, columns)),
        uncompared=(*_without_tables(columns), *_uncompared(columns)),
    )


def _column(report: Report) -> _Column:
    if report.statistics is None:
        return _Column(report, None, {}, {}, {})
    form = compile_form(type(report.statistics))
    cells = {_key(cell): cell for cell in _compared(form)}
    keys = {cell.path: key for key, cell in cells.items()}
    wholes = {
        keys[part]: keys[equation.left[0]]
        for equation in reversed(form.equations)
        if equation.rule.kind == "sum" and equation.left[0] in keys
        for part in equation.right
        if part in keys
    }
    return _Column(report, form, cells, form.values(report.statistics), wholes)


def _key(cell: CellForm) -> _Key:
    return cell.path, tuple(header.text for header in cell.headers), cell.unit or ""


def _compared(form: Form) -> Iterator[CellForm]:
    """The figures of a form: of a row that it adds up the total, of all other rows every cell."""
    parts = {
        part
        for equation in form.equations
        if equation.rule.kind == "sum" and _stands_in_one_row(form, equation.paths)
        for part in equation.right
    }
    return (cell for path, cell in form.cells.items() if path not in parts or not cell.rows)


def _stands_in_one_row(form: Form, paths: Sequence[str]) -> bool:
    rows = {form.cells[path].rows for path in paths if path in form.cells}
    return len(rows) == 1 and all(path in form.cells for path in paths)


def _steps(groups: Sequence[Sequence[Report]]) -> Iterator[tuple[int, int]]:
    """The numbers of neighbouring columns of one body, where the second is of a later year."""
    first = 0
    for group in groups:
        numbered = list(enumerate(group, first))
        yield from ((i, j) for (i, one), (j, other) in pairwise(numbered) if one.year < other.year)
        first += len(group)


def _keys(columns: Sequence[_Column]) -> list[_Key]:
    """The figures of all forms in the order of the latest one, those of earlier forms after it."""
    latest = sorted(columns, key=lambda column: column.report.year, reverse=True)
    return list(dict.fromkeys(key for column in latest for key in column.cells if "*" not in key[0]))


def _count(key: _Key, columns: Sequence[_Column]) -> int:
    return sum(key in column.cells for column in columns)


def _row(key: _Key, columns: Sequence[_Column], steps: Sequence[tuple[int, int]]) -> Row:
    path = key[0]
    declared = tuple(key in column.cells for column in columns)
    values = tuple(column.values.get(path) if here else None for column, here in zip(columns, declared, strict=True))
    last = max(
        (column for column, here in zip(columns, declared, strict=True) if here), key=lambda each: each.report.year
    )
    changes = [_change(i, j, values) for i, j in steps if declared[i] and declared[j]]
    return Row(cell=last.cells[key], table=_table(last, path), values=values, declared=declared, changes=tuple(changes))


def _table(column: _Column, path: str) -> TableForm:
    assert column.form is not None  # noqa: S101 - for the type checker; what has cells has a form
    return column.form.table_of[path]


def _number(value: CellValue | None) -> int | Decimal | None:
    """A known number; bounds and absences are none."""
    return value if isinstance(value, int | Decimal) and not isinstance(value, Absent) else None


def _change(i: int, j: int, values: Sequence[CellValue | None]) -> Change:
    before, after = _number(values[i]), _number(values[j])
    if before is None or after is None:
        return Change(earlier=i, later=j, difference=None, percent=None)
    difference = _EXACT.subtract(Decimal(after), Decimal(before))
    exact = isinstance(before, Decimal) or isinstance(after, Decimal)
    return Change(
        earlier=i, later=j, difference=difference if exact else int(difference), percent=_percent(difference, before)
    )


def _percent(part: int | Decimal, whole: int | Decimal) -> Decimal | None:
    """A part of a whole above zero in per cent, to one place, half to even."""
    if whole <= 0:
        return None
    exact = _EXACT.divide(_EXACT.multiply(Decimal(part), Decimal(100)), Decimal(whole))
    return exact.quantize(_PLACES, context=_EXACT)


def _shares(rows: Mapping[_Key, Row], columns: Sequence[_Column]) -> Iterator[Share]:
    """Each row that forms add up with others to a total which is compared too."""
    pairs = dict.fromkeys((whole, part) for column in columns for part, whole in column.wholes.items())
    order = {key: number for number, key in enumerate(rows)}
    compared = [pair for pair in pairs if pair[0] in rows and pair[1] in rows]
    for whole, part in sorted(compared, key=lambda pair: (order[pair[0]], order[pair[1]])):
        percents = tuple(
            _share(rows[part].values[i], rows[whole].values[i]) if column.wholes.get(part) == whole else None
            for i, column in enumerate(columns)
        )
        yield Share(part=rows[part], whole=rows[whole], percents=percents)


def _share(part: CellValue | None, whole: CellValue | None) -> Decimal | None:
    one, all_of_it = _number(part), _number(whole)
    return None if one is None or all_of_it is None else _percent(one, all_of_it)


def _without_tables(columns: Sequence[_Column]) -> Iterator[Uncompared]:
    without = tuple(number for number, column in enumerate(columns) if column.form is None)
    if without:
        yield Uncompared(why=Why.NO_TABLES, cell=None, table=None, columns=without)


def _uncompared(columns: Sequence[_Column]) -> Iterator[Uncompared]:
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
