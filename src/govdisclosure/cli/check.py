"""``check``: what is wrong in reports, and where."""

import argparse

from govdisclosure.checks import check
from govdisclosure.cli.arguments import InputName
from govdisclosure.cli.colours import colours
from govdisclosure.cli.documents import FILES, Documents
from govdisclosure.cli.language import language_option, spoken
from govdisclosure.cli.reporters import REPORTERS, in_lines
from govdisclosure.cli.streams import Output
from govdisclosure.finding import Finding, Severity
from govdisclosure.locales import texts

HELP = "check reports and say what was found, and where"
EXAMPLE = "govdisclosure check *.json --format github --fail-on warning"
_ORDER = [Severity.INFO, Severity.WARNING, Severity.ERROR]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", type=InputName, help=FILES)
    parser.add_argument("--format", choices=list(REPORTERS), default="text", help="form of the answer (default: text)")
    language_option(parser, "--lang", "language of messages (default: en)", default="en")
    fail_on(parser)
    parser.add_argument("--encoding", metavar="LABEL", help="the encoding that the documents were declared with")


def fail_on(parser: argparse.ArgumentParser) -> None:
    """Declare the severity from which on the command fails."""
    parser.add_argument(
        "--fail-on",
        choices=["error", "warning", "never"],
        default="error",
        help="exit with 3 from this severity on",
    )


def run(options: argparse.Namespace, output: Output) -> int:
    """Check every input; one that cannot be read does not keep the others from being checked."""
    lang = spoken(options, options.lang)
    words = texts(lang)
    results: list[tuple[str, tuple[Finding, ...]]] = []
    documents = Documents(options.files, output, words, encoding=options.encoding)
    for document in documents:
        found = check(document.report) if document.report else ()
        results.append((document.name, document.findings + found))
    terminal = colours() if options.format == "text" else None
    output.write(terminal.lines(in_lines(results, lang)) if terminal else REPORTERS[options.format](results, lang))
    return documents.code or exit_code(results, options.fail_on)


def exit_code(results: list[tuple[str, tuple[Finding, ...]]], fail_on: str) -> int:
    """3 if anything was found at or above a severity, else 0."""
    if fail_on == "never":
        return 0
    least = _ORDER.index(Severity.of(fail_on))
    return 3 if any(_ORDER.index(f.severity) >= least for _, found in results for f in found) else 0
