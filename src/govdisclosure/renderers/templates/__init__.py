"""A report through a template of an application: Jinja2 in a sandbox, every value escaped, nothing computed.

The template is handed what the built-in renderers print, finished words and numbers, and the report itself.
"""

import os
from importlib import import_module
from typing import overload

from govdisclosure.errors import MissingExtra
from govdisclosure.finding import Finding
from govdisclosure.limits import DEFAULT_LIMITS, Limits
from govdisclosure.locales import AnyLocale, formatter
from govdisclosure.model import Report
from govdisclosure.renderers.view import view

__all__ = ["render_template"]


@overload
def render_template(
    report: Report,
    template: str | os.PathLike[str],
    *,
    locale: AnyLocale | None = None,
    findings: tuple[Finding, ...] | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> str: ...
@overload
def render_template(
    report: Report,
    *,
    text: str,
    locale: AnyLocale | None = None,
    findings: tuple[Finding, ...] | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> str: ...
def render_template(
    report: Report,
    template: str | os.PathLike[str] | None = None,
    *,
    text: str | None = None,
    locale: AnyLocale | None = None,
    findings: tuple[Finding, ...] | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> str:
    """A report as a Jinja2 template of one's own prints it: HTML, in a locale (default: the report's own).

    ``template`` is the path of the template, which may extend, include and import what lies in its folder; or ``text``
    is the template itself. Marks the findings that it is handed; checks nothing. ``BrokenTemplate`` says in which
    template and line something is wrong, ``UnreadableInput`` that there is no such file, ``LimitExceeded`` that the
    template runs or prints without end, ``MissingExtra`` what is to be installed.
    """
    if (template is None) == (text is None):
        raise TypeError("render_template takes either the path of a template or its text")
    form = formatter(locale or report.language)
    try:
        environment = import_module("govdisclosure.renderers.templates.environment")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("govdisclosure"):
            raise
        raise MissingExtra("render", error.name or "") from None
    source = environment.Source.at(template) if text is None else environment.Source.of(text)
    made: str = environment.printed(
        source, environment.Printing(report, form, view(report, form, findings), findings), limits
    )
    return made
