"""The command ``govdisclosure``: one module for each subcommand, each over one call of the library.

Exit codes: 0 clean, 1 unexpected failure, 2 wrong usage, 3 findings at or above ``--fail-on``, 4 the one input or
every input could not be read, 5 some inputs could not be read (both win over 3).
"""

import argparse
import sys
import traceback
from collections.abc import Sequence

from govdisclosure import __version__
from govdisclosure.cli import check, compare, doctor, explain, facts, read, render, rollup, schema, show, template
from govdisclosure.cli.arguments import OverwritesInput, refuse_overwriting
from govdisclosure.cli.documents import told
from govdisclosure.cli.language import spoken
from govdisclosure.cli.streams import Output
from govdisclosure.cli.wording import said
from govdisclosure.errors import BrokenCatalog, DecodeError, GovDisclosureError, LimitExceeded, UnreadableInput
from govdisclosure.locales import texts

__all__ = ["COMMANDS", "main", "parser"]

#: The subcommands; each has ``HELP``, ``EXAMPLE``, ``arguments(parser)`` and ``run(options, output)``.
COMMANDS = {
    "read": read,
    "check": check,
    "render": render,
    "show": show,
    "facts": facts,
    "template": template,
    "rollup": rollup,
    "compare": compare,
    "schema": schema,
    "explain": explain,
    "doctor": doctor,
}


def parser() -> argparse.ArgumentParser:
    """The command line as declared by the subcommands."""
    top = argparse.ArgumentParser(
        prog="govdisclosure",
        description="Read, check and render government information disclosure reports.",
        epilog="exit codes: 0 clean, 1 unexpected failure, 2 usage, 3 findings, 4 no input could be read, "
        "5 some could not",
    )
    top.add_argument("--version", action="version", version=f"govdisclosure {__version__}")
    top.add_argument("--traceback", action="store_true", help="show the whole traceback of an unexpected failure")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, module in COMMANDS.items():
        below = commands.add_parser(
            name,
            help=module.HELP,
            description=module.HELP[0].upper() + module.HELP[1:] + ".",
            epilog=f"example: {module.EXAMPLE}",
        )
        module.arguments(below)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is returned, nothing is raised."""
    output = Output()
    try:
        options = parser().parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    try:
        refuse_overwriting(options)
        return output.closed(COMMANDS[options.command].run(options, output))
    except GovDisclosureError as error:
        output.error(_told(error, options))
        return 4 if isinstance(error, UnreadableInput | DecodeError | LimitExceeded) else 2
    except BrokenPipeError:
        output.silence()
        return 0
    except KeyboardInterrupt:
        output.error("interrupted")
        return 130
    except Exception as error:  # noqa: BLE001 - the last line of defence: no traceback reaches a user unasked
        output.error(f"unexpected failure: {type(error).__name__}: {error}")
        if options.traceback:
            traceback.print_exc(file=sys.stderr)
        return 1


def _told(error: GovDisclosureError, options: argparse.Namespace) -> str:
    asked = getattr(options, "lang", None) or getattr(options, "locale", None) or "en"
    # Of several languages the first one speaks. What is wrong with one's own catalogs is not told in their words.
    language = asked if isinstance(asked, str) else asked[0]
    try:
        words = texts(language if isinstance(error, BrokenCatalog) else spoken(options, language))
        return said(words, "overwrites", name=error.name) if isinstance(error, OverwritesInput) else told(error, words)
    except GovDisclosureError:
        return str(error)
