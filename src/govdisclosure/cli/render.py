"""``render``: a report as a page."""

import argparse

from govdisclosure.checks import check
from govdisclosure.cli.arguments import InputName, output_option
from govdisclosure.cli.colours import colours
from govdisclosure.cli.documents import open_document
from govdisclosure.cli.language import language_option, spoken
from govdisclosure.cli.streams import Output
from govdisclosure.cli.wording import said
from govdisclosure.errors import OneLocale
from govdisclosure.locales import formatter, texts
from govdisclosure.renderers import BINARY, RENDERERS, render
from govdisclosure.renderers.templates import render_template
from govdisclosure.renderers.view import view

HELP = "render a report as HTML, Markdown, text, a Word file, a PDF or a workbook"
LOCALES = "zh-Hans, zh-Hant, en, ...; for html also several: zh-Hans,en (default: the report's own)"
#: The formats that a terminal can show in colour.
_PLAIN = ("text", "summary")
EXAMPLE = "govdisclosure render report.json --to html --locale en -o report.html"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    says = "a report document or a published document; - is standard input"
    parser.add_argument("file", metavar="FILE", type=InputName, help=says)
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--to", choices=[*RENDERERS, *BINARY], default="html", help="the format (default: html)")
    says = "a Jinja2 template of your own, for HTML (extra: render)"
    how.add_argument("--template", metavar="FILE", type=InputName, help=says)
    language_option(parser, "--locale", LOCALES, several=True)
    output_option(parser)


def run(options: argparse.Namespace, output: Output) -> int:
    """Open, check, render with the findings marked."""
    document = open_document(options.file)
    if document.report is None:
        output.error(said(texts(spoken(options, (options.locale or ["en"])[0])), "no-report", name=document.name))
        return 3
    found = document.findings + check(document.report)
    asked = [spoken(options, tag) for tag in options.locale or [document.report.language]]
    terminal = colours(options.output) if options.to in _PLAIN and not options.template else None
    if terminal and len(asked) == 1:
        shown = view(document.report, formatter(asked[0]), found)
        output.write(terminal.page(shown, whole=options.to == "text"))
        return 0
    if not options.template:
        output.write(render(document.report, to=options.to, locale=asked, findings=found), options.output)
        return 0
    if len(asked) > 1:
        raise OneLocale("--template", ("html",))
    output.write(render_template(document.report, options.template, locale=asked[0], findings=found), options.output)
    return 0
