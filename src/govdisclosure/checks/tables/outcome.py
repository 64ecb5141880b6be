"""Whether an equation holds, fails, or cannot be decided.

A cell without a number counts as every value that it could have: a count as anything from 0 on, a change as
anything at all, a bound as anything below it. A rule fails if no values could satisfy it and holds if all do.
"""

from collections.abc import Iterable, Mapping
from decimal import Context, Decimal, localcontext
from enum import Enum
from typing import Protocol, TypeGuard

import attrs

from govdisclosure.cell import Absent, CellValue, LessThan
from govdisclosure.form import Equation, Form

__all__ = [
    "EXACT",
    "Number",
    "Outcome",
    "Span",
    "Values",
    "Weighed",
    "applies",
    "known",
    "outcome",
    "span_of",
    "total",
    "weigh",
]

Number = int | Decimal
Values = Mapping[str, CellValue | None]
_NUMBERS = (int, Decimal)
#: Sums of decimals of 30 digits, of which there may be thousands, without a digit lost.
EXACT = Context(prec=60)


class Outcome(Enum):
    """What became of an equation."""

    HOLDS = "holds"
    FAILS = "fails"
    UNDECIDED = "undecided"


@attrs.frozen
class Span:
    """The values that a side can have, from ``low`` to ``high``; ``None`` is no bound. ``open`` leaves out ``high``."""

    low: Number | None = 0
    high: Number | None = 0
    open: bool = False

    def __add__(self, other: "Span") -> "Span":
        """The values that a sum can have."""
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Span(low, high, self.open or other.open)

    @property
    def value(self) -> Number | None:
        """The one value that it can have; ``None`` if there are more."""
        return self.low if self.low == self.high else None


@attrs.frozen
class Weighed:
    """The sides of a rule and what became of it."""

    outcome: Outcome
    left: Span = Span()
    right: Span = Span()
    #: For an undecided rule, whether it holds if nothing printed means zero.
    agrees: bool = False

    @property
    def difference(self) -> Number | None:
        """Left less right, where both are one value."""
        one, other = self.left.value, self.right.value
        if one is None or other is None:
            return None
        with localcontext(EXACT):
            return one - other


class Sides(Protocol):
    """Gives what the two sides of a rule can be."""

    def __call__(self, *, blank_is_zero: bool) -> tuple[Span, Span]:
        """Left and right; with ``blank_is_zero`` nothing printed counts as zero."""
        ...


def weigh(relation: str, sides: Sides) -> Weighed:
    """What becomes of a rule with these sides."""
    with localcontext(EXACT):
        left, right = sides(blank_is_zero=False)
        found = outcome(relation, left, right)
        agrees = found is Outcome.UNDECIDED and outcome(relation, *sides(blank_is_zero=True)) is Outcome.HOLDS
    return Weighed(found, left, right, agrees)


def known(value: CellValue | None) -> TypeGuard[Number]:
    """Whether a cell holds a number."""
    return isinstance(value, _NUMBERS)


def span_of(value: CellValue, *, signed: bool, blank_is_zero: bool = False) -> Span:
    """The values that a cell can have."""
    match value:
        case LessThan(bound=bound):
            return Span(0, bound, open=True)
        case Absent():
            if blank_is_zero and value is not Absent.UNREADABLE:
                return Span()
            return Span(None if signed else 0, None)
    return Span(value, value)


def total(paths: Iterable[str], values: Values, form: Form, *, blank_is_zero: bool) -> Span:
    """The values that a sum of cells can have; cells of rows that are not printed add nothing."""
    sum_of_known: Number = 0
    spans: list[Span] = []
    for path in paths:
        value = values[path]
        if known(value):
            sum_of_known += value
        elif value is not None:
            cell = form.cell(path)
            spans.append(span_of(value, signed=cell is not None and cell.kind.signed, blank_is_zero=blank_is_zero))
    return sum(spans, Span(sum_of_known, sum_of_known))


def outcome(relation: str, left: Span, right: Span) -> Outcome:
    """What becomes of ``left = right`` or ``left <= right``."""
    if relation == "=":
        if left.value is not None and right.value is not None:
            return Outcome.HOLDS if left.value == right.value else Outcome.FAILS
        possible = _reaches(left, right) and _reaches(right, left)
        return Outcome.UNDECIDED if possible else Outcome.FAILS
    if left.high is not None and right.low is not None and left.high <= right.low:
        return Outcome.HOLDS
    return Outcome.UNDECIDED if _reaches(right, left) else Outcome.FAILS


def _reaches(one: Span, other: Span) -> bool:
    """Whether some value of one is at least the lowest value of the other."""
    if one.high is None or other.low is None:
        return True
    return one.high > other.low if one.open else one.high >= other.low


def applies(equation: Equation, values: Values) -> bool:
    """Whether both sides have a cell that is printed."""
    left = any(values[path] is not None for path in equation.left)
    return left and any(values[path] is not None for path in equation.right)
