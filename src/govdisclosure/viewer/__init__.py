"""A document and what was read from it, side by side on one page, for people who check whether it was read right."""

import os
from pathlib import Path

from govdisclosure.errors import WrongSource
from govdisclosure.files import read_file
from govdisclosure.finding import Finding
from govdisclosure.limits import DEFAULT_LIMITS, Limits
from govdisclosure.locales import AnyLocale, Formatter, formatter
from govdisclosure.model import Report, Source
from govdisclosure.readers.inputs import observe
from govdisclosure.readers.observed import Observed
from govdisclosure.tabular import facts
from govdisclosure.viewer.facts_pane import FactsPane
from govdisclosure.viewer.marks import SEVERITIES, Links
from govdisclosure.viewer.page import page
from govdisclosure.viewer.said import Said
from govdisclosure.viewer.source_pane import SourcePane
from govdisclosure.viewer.stated import groups

__all__ = ["show"]


def show(
    report: Report,
    source: str | os.PathLike[str] | bytes,
    *,
    locale: AnyLocale | None = None,
    findings: tuple[Finding, ...] | None = None,
    name: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> str:
    """A page (HTML) with the source document beside the facts that were read from it, linked both ways.

    ``source`` is the path or the bytes of the document that the report was read from; :class:`WrongSource` if its
    digest is not the one in the report's provenance. Marks the findings that it is handed; checks nothing.
    ``locale`` is that of the words around the facts (default: the report's own); ``name`` stands for the source in
    errors. A place whose words the document
    does not have there is not marked, and said to be so.
    """
    form = formatter(locale or report.language)
    data, shown = _bytes_of(source, limits)
    stated = report.provenance.source
    # How the bytes were declared when they were read decides on the offsets.
    label = stated.encoding if stated and stated.encoding_by == "label" else None
    observed, made = observe(data, name or shown, label, limits)
    if stated and stated.sha256 != made.sha256:
        raise WrongSource(stated.sha256, made.sha256)
    return _composed(report, form, findings, observed, made)


def _bytes_of(source: str | os.PathLike[str] | bytes, limits: Limits) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, "<bytes>"
    return read_file(Path(source), limits), str(source)


def _composed(
    report: Report, form: Formatter, findings: tuple[Finding, ...] | None, observed: Observed, source: Source
) -> str:
    say, told = Said(form), facts(report, form.asked)
    parts = tuple(groups(report, told, form, say("data")))
    labels = {fact["path"]: fact["label"] for fact in told}
    labels |= {row.path: row.label for part in parts for row in part.rows}
    ordered = sorted(findings or (), key=lambda one: SEVERITIES.index(one.severity.value))
    links = Links(report, observed.text, labels, ordered)
    right = FactsPane(report, form, links, checked=findings is not None)
    left = SourcePane(observed, links.marks, say, right.flag)
    return page(report, form, source, left, right.html(parts, told))
