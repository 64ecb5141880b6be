"""Which forms exist. The one place that names the declarations; a new form is one line here."""

from collections.abc import Mapping
from types import MappingProxyType

from govdisclosure.errors import UnknownForm
from govdisclosure.forms.cn import y2008, y2014, y2019, y2021
from govdisclosure.vintage import Vintage

__all__ = ["FORMS", "form", "form_of_year"]

#: Every form by its id.
FORMS: Mapping[str, Vintage] = MappingProxyType(
    {module.VINTAGE.id: module.VINTAGE for module in (y2008, y2014, y2019, y2021)}
)


def form(form_id: str) -> Vintage:
    """The form with this id; ``UnknownForm`` names those that exist."""
    try:
        return FORMS[form_id]
    except KeyError:
        raise UnknownForm(form_id, tuple(FORMS)) from None


def form_of_year(year: int, country: str = "CN") -> Vintage | None:
    """The form by which a body of this country reports on ``year``; ``None`` where there is none."""
    return next((v for v in FORMS.values() if v.country == country and v.covers(year)), None)
