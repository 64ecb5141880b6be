"""``schema``: the published JSON Schema of a form."""

import argparse
import json

from govdisclosure.catalog import FORMS
from govdisclosure.cli.arguments import output_option
from govdisclosure.cli.streams import Output
from govdisclosure.json_schema import schema

HELP = "print the JSON Schema of a form, or the forms that exist"
EXAMPLE = "govdisclosure schema cn-2014 -o cn-2014.schema.json"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("form", nargs="?", metavar="FORM", help="the id of the form; without it the ids are listed")
    output_option(parser)


def run(options: argparse.Namespace, output: Output) -> int:
    """Print one schema, or the list."""
    if options.form is None:
        output.write("".join(f"{vintage.id}  {vintage.title}\n" for vintage in FORMS.values()), options.output)
    else:
        output.write(json.dumps(schema(options.form), ensure_ascii=False, indent=2) + "\n", options.output)
    return 0
