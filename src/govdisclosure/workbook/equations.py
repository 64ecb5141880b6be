"""The rules of a form as formulas of a spreadsheet.

A cell without a number counts as every value that it could have, as it does in the checks of the library: an equation
fails where no values could satisfy it, and while something is open nothing turns red.
"""

from collections.abc import Iterable, Mapping, Sequence

import attrs
from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

from govdisclosure.form import Equation, Form
from govdisclosure.workbook.layout import At

__all__ = ["Formulas", "addresses", "formulas_of", "quoted"]

#: Sums of decimals are binary in a spreadsheet: what is smaller than this many places is no difference.
_PLACES = 9
#: The longest text that a formula may hold.
_LONGEST = 255


@attrs.frozen
class Formulas:
    """An equation: the places of its cells, and formulas (without ``=``) for both sides and for its failing."""

    equation: Equation
    left: tuple[At, ...]
    right: tuple[At, ...]
    sums: tuple[str, str]
    #: How many cells of the right side hold a slash.
    slashes: str
    fails: str

    @property
    def total(self) -> str:
        """The left side added up from the right: empty until each part is a number or does not apply.

        Where no part applies, the total does not either.
        """
        parts = self.sums[1]
        added = f'IF(COUNT({parts})=0,"/",SUM({parts}))'
        return f'IF(COUNT({parts})+{self.slashes}<{len(self.right)},"",{added})'


def formulas_of(form: Form, places: Mapping[str, At], sheet: str | None = None) -> list[Formulas]:
    """The equations whose cells stand in the workbook, as they are written on a sheet."""
    found = []
    for equation in form.equations:
        left, right = ([places[path] for path in side if path in places] for side in (equation.left, equation.right))
        if left and right and equation.each is None:
            here = sheet or left[0].sheet
            found.append(_formulas(form, equation, left, right, here))
    return found


def _formulas(form: Form, equation: Equation, left: Sequence[At], right: Sequence[At], sheet: str) -> Formulas:
    sums = addresses(left, sheet), addresses(right, sheet)
    below = [any(_is_signed(form, path) for path in side) for side in (equation.left, equation.right)]
    complete = [f"COUNT({cells})={len(side)}" for cells, side in zip(sums, (left, right), strict=True)]
    difference = f"ROUND(SUM({sums[0]})-SUM({sums[1]}),{_PLACES})"
    # Too much on the left: nothing on the right can rise, and nothing on the left can fall.
    fails = _all([f"{difference}>0", complete[1], *([complete[0]] if below[0] else [])])
    if equation.rule.relation == "=":
        other = _all([f"{difference}<0", complete[0], *([complete[1]] if below[1] else [])])
        fails = f"OR({fails},{other})"
    slashes = "+".join(f'COUNTIF({area},"/")' for area in _areas(right, sheet))
    return Formulas(equation, tuple(left), tuple(right), sums, slashes, fails)


def _is_signed(form: Form, path: str) -> bool:
    cell = form.cell(path)
    return cell is not None and cell.kind.signed


def _all(conditions: Iterable[str]) -> str:
    return f"AND({','.join(conditions)})"


def addresses(places: Iterable[At], sheet: str) -> str:
    """Cells as the arguments of a function, in runs along a row or a column; those of other sheets by name."""
    return ",".join(_areas(places, sheet))


def _areas(places: Iterable[At], sheet: str) -> list[str]:
    by_sheet: dict[str, list[tuple[int, int]]] = {}
    for at in places:
        by_sheet.setdefault(at.sheet, []).append((at.row, at.column))
    made = []
    for name, cells in by_sheet.items():
        prefix = "" if name == sheet else f"{quote_sheetname(name)}!"
        made += [prefix + run for run in _runs(cells)]
    return made


def _runs(cells: Sequence[tuple[int, int]]) -> list[str]:
    """Ranges of neighbours: along the axis that the cells share."""
    along = 1 if len({row for row, _ in cells}) == 1 else 0
    runs: list[list[tuple[int, int]]] = []
    for cell in sorted(cells, key=lambda one: (one[1 - along], one[along])):
        last = runs[-1][-1] if runs else None
        if last and last[1 - along] == cell[1 - along] and last[along] + 1 == cell[along]:
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return [_range(run[0], run[-1]) for run in runs]


def _range(first: tuple[int, int], last: tuple[int, int]) -> str:
    start = xl_rowcol_to_cell(*first, row_abs=True, col_abs=True)
    return start if first == last else f"{start}:{xl_rowcol_to_cell(*last, row_abs=True, col_abs=True)}"


def quoted(words: str) -> str:
    """A text within a formula."""
    plain = words[: _LONGEST - words[:_LONGEST].count('"')]
    return '"' + plain.replace('"', '""') + '"'
