"""Reference renderers. Each is handed a page of finished words and only prints it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from govdisclosure.errors import UnknownFormat
from govdisclosure.finding import Finding
from govdisclosure.locales import formatter
from govdisclosure.model import Report
from govdisclosure.renderers.blocks import Page
from govdisclosure.renderers.html import html
from govdisclosure.renderers.markdown import markdown
from govdisclosure.renderers.text import summary, text
from govdisclosure.renderers.view import view

__all__ = ["RENDERERS", "render"]

#: The formats and what writes them; a new renderer is one module and one line here.
RENDERERS: Mapping[str, Callable[[Page], str]] = MappingProxyType(
    {"html": html, "markdown": markdown, "text": text, "summary": summary}
)


def render(
    report: Report,
    *,
    to: str = "html",
    locale: str | None = None,
    findings: tuple[Finding, ...] | None = None,
) -> str:
    """A report in a format (``html``, ``markdown``, ``text``, ``summary``) and a locale (default: its own).

    Marks the findings that it is handed; checks nothing. ``UnknownFormat`` and ``UnknownLocale`` name what exists.
    """
    if to not in RENDERERS:
        raise UnknownFormat(to, tuple(RENDERERS))
    return RENDERERS[to](view(report, formatter(locale or report.language), findings))
