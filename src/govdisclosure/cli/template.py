"""``template``: the workbook in which the tables of a form are filled in."""

import argparse

from govdisclosure.catalog import FORMS, form
from govdisclosure.cli.arguments import output_option
from govdisclosure.cli.language import language_option, spoken
from govdisclosure.cli.streams import Output
from govdisclosure.workbook import template

HELP = "write a workbook (XLSX) in which the tables of a form are filled in"
EXAMPLE = "govdisclosure template FORM -o form.xlsx --locale zh-Hans"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    with_tables = ", ".join(vintage.id for vintage in FORMS.values() if vintage.statistics)
    parser.add_argument("form", metavar="FORM", help=f"the form: {with_tables}")
    language_option(parser, "--locale", "language of the instructions (default: that of the form)")
    output_option(parser)


def run(options: argparse.Namespace, output: Output) -> int:
    """Write the workbook."""
    output.write(
        template(options.form, locale=spoken(options, options.locale or form(options.form).language)), options.output
    )
    return 0
