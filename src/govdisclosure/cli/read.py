"""``read``: a published document into a report document."""

import argparse

from govdisclosure.cli.documents import open_document
from govdisclosure.cli.language import language_option, spoken
from govdisclosure.cli.reporters import as_jsonl, as_text
from govdisclosure.cli.streams import Output
from govdisclosure.cli.wording import said
from govdisclosure.codec import dumps
from govdisclosure.locales import texts
from govdisclosure.readers import LeftOverReason
from govdisclosure.renderers import render

HELP = "read a published document and write the report as JSON"
EXAMPLE = "govdisclosure read report.txt -o report.json"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", help="the document; - is standard input")
    parser.add_argument("-o", "--output", metavar="FILE", help="where the report goes (default: standard output)")
    parser.add_argument("--findings", metavar="FILE", help="write what was found and left over as JSON lines")
    parser.add_argument("--encoding", metavar="LABEL", help="the encoding that the document was declared with")
    language_option(parser, "--lang", "language of messages (default: en)", default="en")


def run(options: argparse.Namespace, output: Output) -> int:
    """Read, write the report, tell what was found."""
    lang = spoken(options, options.lang)
    words = texts(lang)
    document = open_document(options.file, options.encoding)
    left = [s for s in document.draft.left_over if s.reason is not LeftOverReason.LAYOUT] if document.draft else []
    output.ready(*([options.output] if document.report else []), *([options.findings] if options.findings else []))
    if document.report is not None:
        output.write(dumps(document.report), options.output)
    if options.findings:
        output.write(as_jsonl([(document.name, document.findings)], lang, left), options.findings)
    else:
        output.note(as_text([(document.name, document.findings)], lang, reading=True))
    if document.report is None:
        output.error(said(words, "no-report", name=document.name))
        return 3
    if options.output not in (None, "-"):
        output.note(render(document.report, to="summary", locale=lang))
    if left:
        output.note(said(words, "left-over", count=len(left)) + "\n")
    return 0
