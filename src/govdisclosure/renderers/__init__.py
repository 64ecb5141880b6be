"""Reference renderers. Each is handed a page of finished words and only prints it."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Literal, overload

from govdisclosure.errors import MissingExtra, OneLocale, UnknownFormat
from govdisclosure.finding import Finding
from govdisclosure.locales import AnyLocale, OwnLocale, formatter
from govdisclosure.model import Report
from govdisclosure.renderers.blocks import Page
from govdisclosure.renderers.html import html, html_languages
from govdisclosure.renderers.html_official import html_official
from govdisclosure.renderers.markdown import markdown
from govdisclosure.renderers.text import summary, text
from govdisclosure.renderers.view import view

__all__ = ["BINARY", "RENDERERS", "printed", "render"]

#: The formats of text and what writes them; a new renderer is one module and one line here.
RENDERERS: Mapping[str, Callable[[Page], str]] = MappingProxyType(
    {"html": html, "html-official": html_official, "markdown": markdown, "text": text, "summary": summary}
)
#: The formats that hold a report in several languages at once.
_LANGUAGES: Mapping[str, Callable[[Sequence[Page]], str]] = MappingProxyType({"html": html_languages})
#: The formats of bytes: each is a module here with one function of its name, and an extra of its name brings what it
#: needs. They are loaded when they are asked for.
BINARY: tuple[str, ...] = ("docx", "pdf", "xlsx")

Binary = Literal["docx", "pdf", "xlsx"]


#: One locale, or several; none is that of the report.
Locales = AnyLocale | Sequence[AnyLocale] | None


@overload
def render(
    report: Report, *, to: Binary, locale: Locales = None, findings: tuple[Finding, ...] | None = None
) -> bytes: ...
@overload
def render(
    report: Report,
    *,
    to: Literal["html", "html-official", "markdown", "text", "summary"] = "html",
    locale: Locales = None,
    findings: tuple[Finding, ...] | None = None,
) -> str: ...
@overload
def render(
    report: Report, *, to: str, locale: Locales = None, findings: tuple[Finding, ...] | None = None
) -> str | bytes: ...
def render(
    report: Report,
    *,
    to: str = "html",
    locale: Locales = None,
    findings: tuple[Finding, ...] | None = None,
) -> str | bytes:
    """A report in a format and a locale (default: its own): bytes for ``docx``, ``pdf`` and ``xlsx``, else text.

    ``html`` also takes several locales: one page with links between its languages, the first of which is shown. Marks
    the findings that it is handed; checks nothing. ``UnknownFormat`` and ``UnknownLocale`` name what exists,
    ``OneLocale`` the formats that take several; ``MissingExtra`` names what a format of bytes needs.
    """
    write = _writer(to)
    asked = (
        [locale or report.language] if isinstance(locale, str | OwnLocale) else [*(locale or ())] or [report.language]
    )
    forms = list({str(form.locale): form for form in map(formatter, asked)}.values())
    if len(forms) > 1:
        if to not in _LANGUAGES:
            raise OneLocale(to, tuple(_LANGUAGES))
        return _LANGUAGES[to]([view(report, form, findings) for form in forms])
    return write(view(report, forms[0], findings))


def printed(page: Page, to: str) -> str | bytes:
    """Any page in a format; the errors are those of :func:`render`."""
    return _writer(to)(page)


def _writer(to: str) -> Callable[[Page], str | bytes]:
    if to not in (*RENDERERS, *BINARY):
        raise UnknownFormat(to, (*RENDERERS, *BINARY))
    return RENDERERS[to] if to in RENDERERS else _binary(to)


def _binary(to: str) -> Callable[[Page], bytes]:
    try:
        write: Callable[[Page], bytes] = getattr(import_module(f"govdisclosure.renderers.{to}"), to)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("govdisclosure"):
            raise
        raise MissingExtra(to, error.name or "") from None
    return write
