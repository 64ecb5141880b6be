"""``render``: a report as a page."""

import argparse

from govdisclosure.checks import check
from govdisclosure.cli.documents import open_document
from govdisclosure.cli.streams import Output
from govdisclosure.cli.wording import locale_tags, said
from govdisclosure.locales import texts
from govdisclosure.renderers import BINARY, RENDERERS, render

HELP = "render a report as HTML, Markdown, text, a Word file, a PDF or a workbook"
LOCALES = "zh-Hans, zh-Hant, en, ...; for html also several: zh-Hans,en (default: the report's own)"
EXAMPLE = "govdisclosure render report.json --to html --locale en -o report.html"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", help="a report document or a published document; - is standard input")
    parser.add_argument("--to", choices=[*RENDERERS, *BINARY], default="html", help="the format (default: html)")
    parser.add_argument("--locale", metavar="LOCALE", type=locale_tags, default=[], help=LOCALES)
    parser.add_argument("-o", "--output", metavar="FILE", help="where it goes (default: standard output)")


def run(options: argparse.Namespace, output: Output) -> int:
    """Open, check, render with the findings marked."""
    document = open_document(options.file)
    if document.report is None:
        output.error(said(texts((options.locale or ["en"])[0]), "no-report", name=document.name))
        return 3
    found = document.findings + check(document.report)
    output.write(render(document.report, to=options.to, locale=options.locale, findings=found), options.output)
    return 0
