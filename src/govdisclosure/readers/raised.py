"""Digits that are set raised or lowered, as the characters of that look, so that no mark joins a number."""

__all__ = ["LOWERED", "RAISED"]

_PLAIN = "0123456789０１２３４５６７８９+-=()"

#: For ``str.translate``: a raised 1 beside 81 marks a note, and the number is not 811.
RAISED = str.maketrans(_PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
LOWERED = str.maketrans(_PLAIN, "₀₁₂₃₄₅₆₇₈₉₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
