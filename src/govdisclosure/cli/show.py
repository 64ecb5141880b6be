"""``show``: a document and what was read from it, side by side."""

import argparse

from govdisclosure.checks import check
from govdisclosure.cli.arguments import InputName, output_option
from govdisclosure.cli.documents import open_document, read_source
from govdisclosure.cli.language import language_option, spoken
from govdisclosure.cli.streams import Output
from govdisclosure.cli.wording import said
from govdisclosure.finding import Finding
from govdisclosure.locales import texts
from govdisclosure.model import Report
from govdisclosure.readers import read
from govdisclosure.viewer import show

HELP = "write a page with the source document beside the facts that were read from it"
EXAMPLE = "govdisclosure show report.json --source page.html -o view.html"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", type=InputName, help="a report document, or a published document")
    says = "the document that the report was read from"
    parser.add_argument("--source", metavar="FILE", type=InputName, required=True, help=says)
    language_option(parser, "--locale", "the locale of the words (default: the report's own)")
    output_option(parser)


def run(options: argparse.Namespace, output: Output) -> int:
    """Open both, check, show the findings with the facts."""
    document = open_document(options.file)
    if document.report is None:
        output.error(said(texts(spoken(options, options.locale or "en")), "no-report", name=document.name))
        return 3
    source = read_source(options.source)
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
