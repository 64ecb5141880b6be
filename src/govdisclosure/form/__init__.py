"""A class of statutory tables, compiled: paths, axes, header chains and expanded rules.

Everything that works on tables takes a :class:`Form`. Rows that repeat by reporting body have one pattern, in
which ``*`` stands for the index, so paths are asked of a form *and* a report.
"""

from govdisclosure.form.lint import lint
from govdisclosure.form.parts import (
    ROOT,
    CellForm,
    Equation,
    Form,
    Header,
    RowForm,
    TableForm,
    pattern_of,
    standing,
    wordings,
)
from govdisclosure.form.tables import blank_of, compile_form, filled_of

__all__ = [
    "ROOT",
    "CellForm",
    "Equation",
    "Form",
    "Header",
    "RowForm",
    "TableForm",
    "blank_of",
    "compile_form",
    "filled_of",
    "lint",
    "pattern_of",
    "standing",
    "wordings",
]
