"""``show``: a document and what was read from it, side by side."""

import argparse
import sys
from pathlib import Path

from govdisclosure.checks import check
from govdisclosure.cli.documents import open_document
from govdisclosure.cli.language import language_option, spoken
from govdisclosure.cli.streams import Output
from govdisclosure.cli.wording import said
from govdisclosure.files import read_bytes
from govdisclosure.finding import Finding
from govdisclosure.limits import DEFAULT_LIMITS
from govdisclosure.locales import texts
from govdisclosure.model import Report
from govdisclosure.readers import read
from govdisclosure.viewer import show

HELP = "write a page with the source document beside the facts that were read from it"
EXAMPLE = "govdisclosure show report.json --source page.html -o view.html"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", help="a report document, or a published document")
    parser.add_argument("--source", metavar="FILE", required=True, help="the document that the report was read from")
    language_option(parser, "--locale", "the locale of the words (default: the report's own)")
    parser.add_argument("-o", "--output", metavar="FILE", help="where it goes (default: standard output)")


def run(options: argparse.Namespace, output: Output) -> int:
    """Open both, check, show the findings with the facts."""
    document = open_document(options.file)
    if document.report is None:
        output.error(said(texts(spoken(options, options.locale or "en")), "no-report", name=document.name))
        return 3
    source = _source(options.source)
    noticed = document.findings if document.draft else _noticed(document.report, source, options.source)
    found = noticed + check(document.report)
    locale = spoken(options, options.locale or document.report.language)
    shown = show(document.report, source, locale=locale, findings=found, name=options.source)
    output.write(shown, options.output)
    return 0


def _noticed(report: Report, source: bytes, name: str) -> tuple[Finding, ...]:
    """What reading the source notices: a report document does not keep it."""
    stated = report.provenance.source
    label = stated.encoding if stated and stated.encoding_by == "label" else None
    return read(source, name=name, encoding=label).findings


def _source(name: str) -> bytes:
    bound = DEFAULT_LIMITS.file_bytes
    if name == "-":
        return sys.stdin.buffer.read(bound + 1)
    return read_bytes(Path(name), limit="text_bytes", bound=bound)
