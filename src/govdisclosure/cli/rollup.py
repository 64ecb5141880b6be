"""``rollup``: the reports of children added up into their parent's."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from govdisclosure.aggregate import Rollup, coverage_csv, rollup
from govdisclosure.checks import check
from govdisclosure.cli.arguments import InputName, OutputName, output_option
from govdisclosure.cli.check import exit_code, fail_on
from govdisclosure.cli.documents import FILES, Documents, open_reports
from govdisclosure.cli.language import language_option, spoken
from govdisclosure.cli.reporters import as_text
from govdisclosure.cli.streams import Output
from govdisclosure.cli.wording import said
from govdisclosure.codec import dumps
from govdisclosure.errors import GovDisclosureError
from govdisclosure.files import load, read_bytes
from govdisclosure.finding import Severity
from govdisclosure.limits import DEFAULT_LIMITS
from govdisclosure.locales import AnyLocale, Texts, texts
from govdisclosure.model import Report
from govdisclosure.readers.encoding import decode_bytes

HELP = "add up the reports of children into their parent's"
EXAMPLE = "govdisclosure rollup reports/ -o parent.json --coverage coverage.csv --publisher 清河县人民政府"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="DIR", type=InputName, help=FILES)
    output_option(parser, "the report")
    parser.add_argument("--coverage", metavar="FILE", type=OutputName, help="write what each cell rests on as CSV")
    parser.add_argument("--publisher", metavar="NAME", help="the body whose report it becomes")
    says = "the names of the bodies that should report, one a line"
    parser.add_argument("--expected", metavar="FILE", type=InputName, help=says)
    parser.set_defaults(replaces=_holds_earlier_result)
    language_option(parser, "--lang", "language of messages (default: en)", default="en")
    fail_on(parser)


def run(options: argparse.Namespace, output: Output) -> int:
    """Read every report; where all can be read, add them up, write the parent, check it, tell what it rests on."""
    lang = spoken(options, options.lang)
    words = texts(lang)
    expected = _names(options.expected) if options.expected else ()
    without = options.output if _holds_earlier_result(options) else None
    found, code = open_reports(Documents(options.files, output, words, without=without), output, words)
    if code:
        output.error(said(words, "not-rolled-up"))
        return code
    reports = {document.name: report for document, report in found}
    made = rollup(reports, publisher=options.publisher, expected=expected)
    output.ready(options.output, *([options.coverage] if options.coverage else []))
    if options.coverage:
        output.write(coverage_csv(made, lang), options.coverage)
    output.write(dumps(made.report), options.output)
    results = [(document.name, document.findings) for document, _ in found if document.findings]
    results.append((options.output or "-", made.findings + check(made.report)))
    output.note(as_text(results, lang) + _children_with_errors(reports, words) + _summary(made, lang))
    return exit_code(results, options.fail_on)


def _holds_earlier_result(options: argparse.Namespace) -> bool:
    """Whether the file that is written holds what an earlier call wrote: the report of the same parent, of no child."""
    if options.publisher is None or options.output in (None, "-"):
        return False
    try:
        report = load(options.output)
    except GovDisclosureError:
        return False
    return report.publisher is not None and report.publisher.name == options.publisher


def _names(name: str) -> tuple[str, ...]:
    data = read_bytes(Path(name), limit="text_bytes", bound=DEFAULT_LIMITS.text_bytes)
    lines = decode_bytes(data, name).text.splitlines()
    return tuple(line.strip() for line in lines if line.strip())


def _children_with_errors(reports: Mapping[str, Report], words: Texts) -> str:
    """One line for each report that its own check refuses; what is wrong in it may come out in the sums or not."""
    errors = {name: sum(one.severity is Severity.ERROR for one in check(report)) for name, report in reports.items()}
    return "".join(said(words, "child-errors", name=name, errors=n) + "\n" for name, n in errors.items() if n)


def _summary(made: Rollup, lang: AnyLocale) -> str:
    partial = sum(bool(one.missing) for one in made.coverage)
    counts = {"children": len(made.children), "cells": len(made.coverage), "partial": partial}
    return said(texts(lang), "rolled-up", **counts) + "\n"
