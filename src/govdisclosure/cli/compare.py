"""``compare``: the figures of several reports side by side."""

import argparse

from govdisclosure.cli.arguments import InputName, output_option
from govdisclosure.cli.documents import FILES, Documents, open_reports
from govdisclosure.cli.language import language_option, spoken
from govdisclosure.cli.streams import Output
from govdisclosure.comparison import compare, render_comparison
from govdisclosure.locales import texts
from govdisclosure.renderers import BINARY, RENDERERS

HELP = "set the figures of several reports side by side: one body over years, or several bodies"
EXAMPLE = "govdisclosure compare 2022.json 2023.json --to html --locale en -o comparison.html"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", type=InputName, help=FILES)
    parser.add_argument("--to", choices=[*RENDERERS, *BINARY], default="html", help="the format (default: html)")
    language_option(parser, "--locale", "zh-Hans, zh-Hant, en, ... (default: the first report's)")
    output_option(parser)


def run(options: argparse.Namespace, output: Output) -> int:
    """Read every report; where all can be read, compare them."""
    words = texts(spoken(options, options.locale or "en"))
    found, code = open_reports(Documents(options.files, output, words), output, words)
    if code:
        return code
    reports = [report for _, report in found]
    locale = spoken(options, options.locale or reports[0].language) if reports else None
    output.write(render_comparison(compare(reports), to=options.to, locale=locale), options.output)
    return 0
