"""What the sums of a form say of a reading: which cells they confirm, and which of them fail."""

from collections.abc import Mapping
from decimal import Decimal

import attrs

from govdisclosure.cell import Absent, CellValue
from govdisclosure.form import Equation, Form

__all__ = ["Sums", "sums_of"]


@attrs.frozen(kw_only=True)
class Sums:
    """The equalities of a form whose cells are all known: those that hold and those that fail."""

    holding: tuple[Equation, ...]
    failing: tuple[Equation, ...]

    @property
    def confirmed(self) -> frozenset[str]:
        """The cells of equalities that hold. A sum of zeros confirms little, but nothing against it was read."""
        return frozenset(path for equation in self.holding for path in equation.paths)


def sums_of(form: Form, values: Mapping[str, CellValue], *, absent_is_zero: bool = False) -> Sums:
    """The equalities of a form over the cells that were read; cells of rows that are not printed add nothing.

    With ``absent_is_zero`` what is left blank or marked as not applicable adds nothing either: good enough to
    confirm how a number beside it was meant, not to say that a sum is wrong.
    """
    holding: list[Equation] = []
    failing: list[Equation] = []
    for equation in form.equations:
        if equation.rule.relation != "=" or equation.rule.severity != "error":
            continue
        sides = [_known(form, values, paths, absent_is_zero) for paths in (equation.left, equation.right)]
        if None not in sides:
            (holding if sides[0] == sides[1] else failing).append(equation)
    return Sums(holding=tuple(holding), failing=tuple(failing))


def _known(
    form: Form,
    values: Mapping[str, CellValue],
    paths: tuple[str, ...],
    absent_is_zero: bool,  # noqa: FBT001
) -> int | Decimal | None:
    """The sum of a side; ``None`` where a cell of it says no number, or no cell of it is printed."""
    cells = [values[path] for path in paths if path in values]
    if not cells or any(path not in values and not _optional(form, path) for path in paths):
        return None
    if absent_is_zero:
        cells = [0 if cell in (Absent.BLANK, Absent.NOT_APPLICABLE) else cell for cell in cells]
    numbers = [cell for cell in cells if isinstance(cell, int | Decimal)]
    return sum(numbers) if len(numbers) == len(cells) else None


def _optional(form: Form, path: str) -> bool:
    return any(row.optional and path.startswith(f"{row.path}.") for row in form.table_of[path].rows)
