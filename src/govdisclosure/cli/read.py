"""``read``: a published document into a report document."""

import argparse

import attrs

from govdisclosure.cli.arguments import InputName, OutputName, output_option
from govdisclosure.cli.documents import Document, Documents
from govdisclosure.cli.language import language_option, spoken
from govdisclosure.cli.reporters import as_jsonl, as_text, left_over_jsonl
from govdisclosure.cli.streams import Output
from govdisclosure.cli.wording import said
from govdisclosure.codec import dumps
from govdisclosure.locales import AnyLocale, texts
from govdisclosure.readers import LeftOver, LeftOverReason
from govdisclosure.renderers import render

HELP = "read a published document and write the report as JSON; of a folder, one report a line"
EXAMPLE = "govdisclosure read report.txt -o report.json"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    says = "the document, or a folder or ZIP archive of documents; - is standard input"
    parser.add_argument("file", metavar="FILE", type=InputName, help=says)
    output_option(parser, "the report")
    says = "write what was found and left over as JSON lines"
    parser.add_argument("--findings", metavar="FILE", type=OutputName, help=says)
    parser.add_argument("--encoding", metavar="LABEL", help="the encoding that the document was declared with")
    language_option(parser, "--lang", "language of messages (default: en)", default="en")


def run(options: argparse.Namespace, output: Output) -> int:
    """Read, write the reports, tell what was found."""
    lang = spoken(options, options.lang)
    documents = Documents([options.file], output, texts(lang), encoding=options.encoding)
    to_file = options.output not in (None, "-")
    made = [_Reading.of(document, lang, summary=to_file, findings=options.findings) for document in documents]
    reports = "".join(one.report for one in made)
    output.ready(*([options.output] if reports else []), *([options.findings] if options.findings and made else []))
    if reports:
        output.write(reports, options.output)
    if options.findings and made:
        output.write("".join(one.findings for one in made), options.findings)
    for one in made:
        output.note(one.told)
        if not one.report:
            output.error(said(texts(lang), "no-report", name=one.name))
    return documents.code or (0 if reports and all(one.report for one in made) else 3)


@attrs.frozen
class _Reading:
    """What is written of one document: its report, its findings as JSON lines, and what is told of it."""

    name: str
    report: str
    findings: str
    told: str

    @classmethod
    def of(cls, document: Document, lang: AnyLocale, *, summary: bool, findings: bool) -> "_Reading":
        left = _left_over(document)
        told = "" if findings else as_text([(document.name, document.findings)], lang, reading=True)
        if document.report and summary:
            told += render(document.report, to="summary", locale=lang)
        if document.report and left:
            told += said(texts(lang), "left-over", count=len(left)) + "\n"
        rows = as_jsonl([(document.name, document.findings)], lang) + left_over_jsonl(document.name, left)
        return cls(document.name, dumps(document.report) if document.report else "", rows, told)


def _left_over(document: Document) -> list[LeftOver]:
    stretches = document.draft.left_over if document.draft else ()
    return [stretch for stretch in stretches if stretch.reason is not LeftOverReason.LAYOUT]
