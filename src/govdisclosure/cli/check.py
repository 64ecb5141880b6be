"""``check``: what is wrong in reports, and where."""

import argparse

from govdisclosure.checks import check
from govdisclosure.cli.documents import open_each
from govdisclosure.cli.reporters import REPORTERS
from govdisclosure.cli.streams import Output
from govdisclosure.finding import Finding, Severity
from govdisclosure.locales import texts

HELP = "check reports and say what was found, and where"
EXAMPLE = "govdisclosure check *.json --format github --fail-on warning"
_ORDER = [Severity.INFO, Severity.WARNING, Severity.ERROR]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="report documents, published documents, folders; -")
    parser.add_argument("--format", choices=list(REPORTERS), default="text", help="form of the answer (default: text)")
    parser.add_argument("--lang", default="en", metavar="LOCALE", help="language of messages (default: en)")
    parser.add_argument(
        "--fail-on",
        choices=["error", "warning", "never"],
        default="error",
        help="exit with 3 from this severity on",
    )
    parser.add_argument("--encoding", metavar="LABEL", help="the encoding that the documents were declared with")


def run(options: argparse.Namespace, output: Output) -> int:
    """Check every input; one that cannot be read does not keep the others from being checked."""
    words = texts(options.lang)
    results: list[tuple[str, tuple[Finding, ...]]] = []
    unreadable = False
    for document in open_each(options.files, output, words, options.encoding):
        if document is None:
            unreadable = True
            continue
        found = check(document.report) if document.report else ()
        results.append((document.name, document.findings + found))
    output.write(REPORTERS[options.format](results, options.lang))
    return 4 if unreadable else _code(results, options.fail_on)


def _code(results: list[tuple[str, tuple[Finding, ...]]], fail_on: str) -> int:
    if fail_on == "never":
        return 0
    least = _ORDER.index(Severity.of(fail_on))
    return 3 if any(_ORDER.index(f.severity) >= least for _, found in results for f in found) else 0
