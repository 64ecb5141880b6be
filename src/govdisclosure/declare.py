"""Marks that a field carries beside its type: its official wording and the values it may take.

A mark states what the form, the law or the standard states, and nothing about how it looks.
"""

import attrs

__all__ = ["FIRST_YEAR", "LAST_YEAR", "MAX_COUNT", "Label", "Pattern", "Range"]

#: Years that a report or a figure can speak of.
FIRST_YEAR, LAST_YEAR = 1949, 2199
#: Counts are integers of no larger magnitude, so that every JSON reader keeps them exactly (RFC 8259).
MAX_COUNT = 2**53 - 1


@attrs.frozen
class Label:
    """The official wording of a field (Chinese for the Chinese forms)."""

    text: str


@attrs.frozen
class Range:
    """Integers from ``low`` to ``high``, both included."""

    low: int
    high: int


@attrs.frozen
class Pattern:
    """Texts that match ``regex`` from end to end; ``example`` shows one.

    The expression keeps to what Python and ECMAScript read alike.
    """

    regex: str
    example: str
