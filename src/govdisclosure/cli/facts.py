"""``facts``: the numbers of reports as one table."""

import argparse

from govdisclosure.cli.arguments import InputName, output_option
from govdisclosure.cli.documents import FILES, Documents
from govdisclosure.cli.language import language_option, spoken
from govdisclosure.cli.streams import Output
from govdisclosure.cli.wording import said
from govdisclosure.locales import texts
from govdisclosure.tabular import facts, to_csv, to_jsonl

HELP = "list every number of the reports, one a line"
EXAMPLE = "govdisclosure facts reports/ --format csv -o facts.csv"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", type=InputName, help=FILES)
    parser.add_argument("--format", choices=["csv", "jsonl"], default="csv", help="form of the table (default: csv)")
    language_option(parser, "--locale", "language of the labels (default: the report's own)")
    output_option(parser)


def run(options: argparse.Namespace, output: Output) -> int:
    """Gather the facts of every input; one that cannot be read is told and left out."""
    words, rows, without_report = texts(spoken(options, options.locale or "en")), [], False
    documents = Documents(options.files, output, words)
    for document in documents:
        if document.report is None:
            output.error(said(words, "no-report", name=document.name))
            without_report = True
        else:
            rows += facts(document.report, spoken(options, options.locale or document.report.language))
    output.write(to_csv(rows) if options.format == "csv" else to_jsonl(rows), options.output)
    return documents.code or (3 if without_report else 0)
