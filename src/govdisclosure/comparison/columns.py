"""A report as a column of a comparison: the figures that are compared, and how its form adds and balances them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal

import attrs

from govdisclosure.cell import Absent, CellValue
from govdisclosure.form import CellForm, Equation, Form, compile_form
from govdisclosure.model import Report

__all__ = ["EXACT", "Column", "Key", "column", "known", "percent"]

_PLACES = Decimal("0.1")
#: Counts have 16 digits, amounts at most 30: every quotient is rounded once, when it is cut to its places.
EXACT = Context(prec=80, rounding=ROUND_HALF_EVEN)

#: What makes a figure the same in two forms: its path, the wording of its headers, its unit.
Key = tuple[str, tuple[str, ...], str]


@attrs.frozen(kw_only=True)
class Column:
    """A report with the figures of its form that are compared.

    ``wholes`` has for each part of a sum its total; ``balanced`` are the figures that its form sets against each
    other, ``carried`` those that one year hands to the next.
    """

    report: Report
    form: Form | None = None
    cells: Mapping[Key, CellForm] = {}
    values: Mapping[str, CellValue | None] = {}
    wholes: Mapping[Key, Key] = {}
    balanced: frozenset[Key] = frozenset()
    carried: frozenset[Key] = frozenset()


def column(report: Report) -> Column:
    """The column of a report."""
    if report.statistics is None:
        return Column(report=report)
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
    return Column(
        report=report,
        form=form,
        cells=cells,
        values=form.values(report.statistics),
        wholes=wholes,
        balanced=_ruled("balance", form.equations, keys),
        carried=_ruled("carry", form.year_equations, keys),
    )


def _ruled(kind: str, equations: Iterable[Equation], keys: Mapping[str, Key]) -> frozenset[Key]:
    """The figures that rules of a kind speak of."""
    ruled = [equation for equation in equations if equation.rule.kind == kind]
    return frozenset(keys[path] for one in ruled for path in (*one.paths, *one.previous) if path in keys)


def _key(cell: CellForm) -> Key:
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


def known(value: CellValue | None) -> int | Decimal | None:
    """A known number; bounds and absences are none."""
    return value if isinstance(value, int | Decimal) and not isinstance(value, Absent) else None


def percent(part: int | Decimal, whole: int | Decimal) -> Decimal | None:
    """A part of a whole above zero in per cent, to one place, half to even."""
    if whole <= 0:
        return None
    exact = EXACT.divide(EXACT.multiply(Decimal(part), Decimal(100)), Decimal(whole))
    return exact.quantize(_PLACES, context=EXACT)
