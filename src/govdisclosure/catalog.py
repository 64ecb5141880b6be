"""Which forms exist. The one place that names the declarations; a new form is one line here."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar, overload

from govdisclosure.errors import UnknownForm, WrongForm
from govdisclosure.form import Form, blank_of, compile_form
from govdisclosure.forms.cn import y2008, y2014, y2019, y2021
from govdisclosure.model import Statistics
from govdisclosure.vintage import Vintage

S = TypeVar("S", bound=Statistics)

__all__ = ["FORMS", "blank", "form", "form_of_year", "statistics_of", "tables"]

_FORMS = {module.VINTAGE.id: module.VINTAGE for module in (y2008, y2014, y2019, y2021)}
#: Every form by its id.
FORMS: Mapping[str, Vintage] = MappingProxyType(_FORMS)


def form(form_id: str) -> Vintage:
    """The form with this id; ``UnknownForm`` names those that exist."""
    try:
        return FORMS[form_id]
    except KeyError:
        raise UnknownForm(form_id, tuple(FORMS)) from None


def form_of_year(year: int, country: str = "CN") -> Vintage | None:
    """The form by which a body of this country reports on ``year``; ``None`` where there is none."""
    return next((v for v in FORMS.values() if v.country == country and v.covers(year)), None)


def statistics_of(form_id: str) -> type[Statistics] | None:
    """The class of the statutory tables of a form; ``None`` where it has none or does not exist."""
    vintage = FORMS.get(form_id)
    return vintage.statistics if vintage else None


def tables(form_id: str) -> Form | None:
    """The statutory tables of a form, compiled; ``None`` where it has none or does not exist."""
    cls = statistics_of(form_id)
    return compile_form(cls) if cls else None


@overload
def blank(form: str) -> Statistics: ...
@overload
def blank(form: type[S]) -> S: ...
def blank(form: str | type[Statistics]) -> Statistics:
    """The tables of a form with every cell blank, for people who type; the form by its id or its class.

    Rows that are not always printed are ``None``, and lists of bodies empty. ``UnknownForm`` if there is no such
    form, :class:`govdisclosure.WrongForm` if it has no tables.
    """
    cls = _named(form) if isinstance(form, str) else form
    made: Statistics = blank_of(cls)
    return made


def _named(form_id: str) -> type[Statistics]:
    cls = form(form_id).statistics
    if cls is None:
        raise WrongForm(form_id)
    return cls
