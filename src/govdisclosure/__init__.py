"""Government information disclosure reports as typed data: read, check, convert and render them.

    >>> import govdisclosure as gd
    >>> draft = gd.read("report.txt")  # doctest: +SKIP
    >>> found = gd.check(draft.report)  # doctest: +SKIP

The names below are the whole public surface beside :mod:`govdisclosure.model`. Each is loaded when it is first
used, so that importing the package costs nothing.
"""

# Importing typing or importlib would cost more than the rest of this module; type checkers know the name.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any

    from govdisclosure.aggregate import Rollup as Rollup
    from govdisclosure.aggregate import rollup as rollup
    from govdisclosure.catalog import FORMS as FORMS
    from govdisclosure.catalog import blank as blank
    from govdisclosure.cell import Absent as Absent
    from govdisclosure.checks import check as check
    from govdisclosure.checks import check_rollup as check_rollup
    from govdisclosure.checks import check_years as check_years
    from govdisclosure.checks import diagnose as diagnose
    from govdisclosure.codec import dumps as dumps
    from govdisclosure.codec import loads as loads
    from govdisclosure.comparison import Comparison as Comparison
    from govdisclosure.comparison import compare as compare
    from govdisclosure.comparison import render_comparison as render_comparison
    from govdisclosure.errors import BrokenCatalog as BrokenCatalog
    from govdisclosure.errors import DecodeError as DecodeError
    from govdisclosure.errors import GovDisclosureError as GovDisclosureError
    from govdisclosure.errors import LimitExceeded as LimitExceeded
    from govdisclosure.errors import MissingExtra as MissingExtra
    from govdisclosure.errors import MissingGlyphs as MissingGlyphs
    from govdisclosure.errors import OneLocale as OneLocale
    from govdisclosure.errors import TooFewReports as TooFewReports
    from govdisclosure.errors import UnknownCode as UnknownCode
    from govdisclosure.errors import UnknownFont as UnknownFont
    from govdisclosure.errors import UnknownForm as UnknownForm
    from govdisclosure.errors import UnknownFormat as UnknownFormat
    from govdisclosure.errors import UnknownLocale as UnknownLocale
    from govdisclosure.errors import UnknownPath as UnknownPath
    from govdisclosure.errors import UnlikeReports as UnlikeReports
    from govdisclosure.errors import UnreadableInput as UnreadableInput
    from govdisclosure.errors import WrongForm as WrongForm
    from govdisclosure.errors import WrongSource as WrongSource
    from govdisclosure.files import dump as dump
    from govdisclosure.files import load as load
    from govdisclosure.finding import Finding as Finding
    from govdisclosure.form_description import form_json as form_json
    from govdisclosure.json_schema import schema as schema
    from govdisclosure.json_schema import validate as validate
    from govdisclosure.limits import Limits as Limits
    from govdisclosure.locales import AnyLocale as AnyLocale
    from govdisclosure.locales import OwnLocale as OwnLocale
    from govdisclosure.locales import explain as explain
    from govdisclosure.locales import message as message
    from govdisclosure.model import Report as Report
    from govdisclosure.own_catalogs import Catalogs as Catalogs
    from govdisclosure.own_catalogs import catalogs as catalogs
    from govdisclosure.paths import replace as replace
    from govdisclosure.paths import value as value
    from govdisclosure.readers import Draft as Draft
    from govdisclosure.readers import read as read
    from govdisclosure.renderers import render as render
    from govdisclosure.renderers.templates import render_template as render_template
    from govdisclosure.tabular import Fact as Fact
    from govdisclosure.tabular import facts as facts
    from govdisclosure.template_errors import BrokenTemplate as BrokenTemplate
    from govdisclosure.viewer import show as show
    from govdisclosure.workbook import template as template

__version__ = "0.1.0"

#: Where each public name comes from.
_HOMES = {
    "aggregate": ("Rollup", "rollup"),
    "catalog": ("FORMS", "blank"),
    "cell": ("Absent",),
    "checks": ("check", "check_rollup", "check_years", "diagnose"),
    "codec": ("dumps", "loads"),
    "comparison": ("Comparison", "compare", "render_comparison"),
    "errors": (
        "BrokenCatalog",
        "DecodeError",
        "GovDisclosureError",
        "LimitExceeded",
        "MissingExtra",
        "MissingGlyphs",
        "OneLocale",
        "TooFewReports",
        "UnknownCode",
        "UnknownFont",
        "UnknownForm",
        "UnknownFormat",
        "UnknownLocale",
        "UnknownPath",
        "UnlikeReports",
        "UnreadableInput",
        "WrongForm",
        "WrongSource",
    ),
    "files": ("dump", "load"),
    "finding": ("Finding",),
    "limits": ("Limits",),
    "locales": ("AnyLocale", "OwnLocale", "explain", "message"),
    "model": ("Report",),
    "own_catalogs": ("Catalogs", "catalogs"),
    "paths": ("replace", "value"),
    "readers": ("Draft", "read"),
    "renderers": ("render",),
    "renderers.templates": ("render_template",),
    "form_description": ("form_json",),
    "json_schema": ("schema", "validate"),
    "tabular": ("Fact", "facts"),
    "template_errors": ("BrokenTemplate",),
    "viewer": ("show",),
    "workbook": ("template",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "FORMS",
    "Absent",
    "AnyLocale",
    "BrokenCatalog",
    "BrokenTemplate",
    "Catalogs",
    "Comparison",
    "DecodeError",
    "Draft",
    "Fact",
    "Finding",
    "GovDisclosureError",
    "LimitExceeded",
    "Limits",
    "MissingExtra",
    "MissingGlyphs",
    "OneLocale",
    "OwnLocale",
    "Report",
    "Rollup",
    "TooFewReports",
    "UnknownCode",
    "UnknownFont",
    "UnknownForm",
    "UnknownFormat",
    "UnknownLocale",
    "UnknownPath",
    "UnlikeReports",
    "UnreadableInput",
    "WrongForm",
    "WrongSource",
    "__version__",
    "blank",
    "catalogs",
    "check",
    "check_rollup",
    "check_years",
    "compare",
    "diagnose",
    "dump",
    "dumps",
    "explain",
    "facts",
    "form_json",
    "load",
    "loads",
    "message",
    "read",
    "render",
    "render_comparison",
    "render_template",
    "replace",
    "rollup",
    "schema",
    "show",
    "template",
    "validate",
    "value",
]


def __getattr__(name: str) -> "Any":
    """Load a public name on first use (PEP 562)."""
    from importlib import import_module  # noqa: PLC0415 - the one lazy import of the package

    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """The public names."""
    return __all__
