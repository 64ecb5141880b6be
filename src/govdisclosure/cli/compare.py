"""``compare``: the figures of several reports side by side."""

import argparse

from govdisclosure.cli.documents import open_each
from govdisclosure.cli.streams import Output, inputs
from govdisclosure.cli.wording import said
from govdisclosure.comparison import compare, render_comparison
from govdisclosure.locales import texts
from govdisclosure.model import Report
from govdisclosure.renderers import BINARY, RENDERERS

HELP = "set the figures of several reports side by side: one body over years, or several bodies"
EXAMPLE = "govdisclosure compare 2022.json 2023.json --to html --locale en -o comparison.html"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="report documents or published documents, or folders")
    parser.add_argument("--to", choices=[*RENDERERS, *BINARY], default="html", help="the format (default: html)")
    parser.add_argument("--locale", metavar="LOCALE", help="zh-Hans, zh-Hant, en, ... (default: the first report's)")
    parser.add_argument("-o", "--output", metavar="FILE", help="where it goes (default: standard output)")


def run(options: argparse.Namespace, output: Output) -> int:
    """Read every report; where all can be read, compare them."""
    words = texts(options.locale or "en")
    reports: list[Report] = []
    code = 0
    for document in open_each(list(inputs(options.files)), output, words):
        if document is None:
            code = 4
        elif document.report is None:
            output.error(said(words, "no-report", name=document.name))
            code = code or 3
        else:
            reports.append(document.report)
    if code:
        return code
    output.write(render_comparison(compare(reports), to=options.to, locale=options.locale), options.output)
    return 0
