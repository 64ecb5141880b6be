"""``facts``: the numbers of reports as one table."""

import argparse

from govdisclosure.cli.documents import open_document, told
from govdisclosure.cli.streams import Output, inputs
from govdisclosure.cli.wording import WORDING
from govdisclosure.errors import GovDisclosureError
from govdisclosure.locales import texts
from govdisclosure.tabular import facts, to_csv, to_jsonl

HELP = "list every number of the reports, one a line"
EXAMPLE = "govdisclosure facts reports/ --format csv -o facts.csv"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="report documents, published documents, folders; -")
    parser.add_argument("--format", choices=["csv", "jsonl"], default="csv", help="form of the table (default: csv)")
    parser.add_argument("--locale", metavar="LOCALE", help="language of the labels (default: the report's own)")
    parser.add_argument("-o", "--output", metavar="FILE", help="where it goes (default: standard output)")


def run(options: argparse.Namespace, output: Output) -> int:
    """Gather the facts of every input; one that cannot be read is told and left out."""
    words, rows, unreadable, without_report = texts(options.locale or "en"), [], False, False
    for name in inputs(options.files):
        try:
            document = open_document(name)
        except GovDisclosureError as error:
            output.error(told(error, name, words))
            unreadable = True
            continue
        if document.report is None:
            output.error(words.message("cli:no-report", WORDING["no-report"]).format(name=name))
            without_report = True
            continue
        rows += facts(document.report, options.locale)
    output.write(to_csv(rows) if options.format == "csv" else to_jsonl(rows), options.output)
    return 4 if unreadable else 3 if without_report else 0
