"""Entry workbooks: the official tables of a form as a spreadsheet to be filled in and read back.

``layout`` says where each cell of the form stands, ``equations`` puts the rules of the form into formulas, ``writing``
makes the sheets. What is filled in is found again by the words that a person sees; nothing is hidden in the file.
"""

from importlib import import_module

from govdisclosure import catalog
from govdisclosure.errors import MissingExtra, WrongForm
from govdisclosure.locales.asked import AnyLocale

__all__ = ["template"]


def template(form_id: str, *, locale: AnyLocale | None = None) -> bytes:
    """The workbook (XLSX) in which a body fills in the tables of a form; ``locale`` is that of the instructions.

    The tables have the official wording in every locale, with a translation beside it where that differs.
    ``UnknownForm`` and ``UnknownLocale`` name what exists, ``WrongForm`` a form without tables, ``MissingExtra`` what
    writing needs.
    """
    vintage = catalog.form(form_id)
    if vintage.statistics is None:
        raise WrongForm(form_id)
    try:
        writing = import_module("govdisclosure.workbook.writing")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("govdisclosure"):
            raise
        raise MissingExtra("xlsx", error.name or "") from None
    made: bytes = writing.written(vintage, locale or vintage.language)
    return made
