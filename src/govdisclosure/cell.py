"""What a cell of a statutory table can hold: a number, one of three kinds of absence, or a bound.

The aliases at the end are the types that declarations of forms use, one for each kind of cell.
"""

from decimal import Decimal
from typing import Annotated, Any, NoReturn

import attrs

from govdisclosure.codelist import CodeList
from govdisclosure.declare import MAX_COUNT, CellKind

__all__ = ["Absent", "Amount", "CellValue", "Count", "Duration", "LessThan", "SignedCount"]


class Absent(CodeList):
    """What a cell holds that holds no number. None of them ever becomes another, and none is a zero.

    An absent value takes part in no arithmetic: ``TypeError`` instead of a wrong sum.
    """

    BLANK = "blank", "空白", "表格中未填写任何内容"
    NOT_APPLICABLE = "not_applicable", "不适用", "表格中填写“/”“-”“—”等，表示不适用"
    UNREADABLE = "unreadable", "无法辨认", "表格中填写了内容，但不是数值"

    def _refuse(self, _: Any) -> NoReturn:
        """Codes are texts, and two texts could be joined or compared: a sum of absences must not look like one."""
        raise TypeError(f"a cell that is {self.value} has no value to reckon with")

    __add__ = __radd__ = __sub__ = __rsub__ = _refuse  # pyright: ignore[reportAssignmentType]
    __mul__ = __rmul__ = _refuse  # pyright: ignore[reportAssignmentType]
    __lt__ = __le__ = __gt__ = __ge__ = _refuse


@attrs.frozen
class LessThan:
    """A bound that a form allows instead of a number: ``LessThan(Decimal(1))`` is printed ``<1``.

    It stands for some value from 0 up to ``bound``, which is itself not reached. JSON: ``"<1"``.
    """

    bound: Decimal


#: Everything that a cell can hold; ``None`` stands for a cell of a row that is not printed.
CellValue = int | Decimal | LessThan | Absent

#: A count: an integer from 0 to 2^53 - 1.
Count = Annotated[int | Absent, CellKind("Count", low=0, high=MAX_COUNT)]
#: A change of a count: an integer of magnitude below 2^53.
SignedCount = Annotated[int | Absent, CellKind("SignedCount", low=-MAX_COUNT, high=MAX_COUNT)]
#: An amount of money: an exact decimal from 0 on that keeps its printed scale.
Amount = Annotated[Decimal | Absent, CellKind("Amount", exact=True)]
#: A length of time: an exact decimal from 0 on, or a bound such as "less than one".
Duration = Annotated[Decimal | LessThan | Absent, CellKind("Duration", exact=True, bounds=True)]
