"""``doctor``: what this installation consists of and whether it works."""

import argparse
import importlib.metadata
import platform
import sys
from datetime import date

from govdisclosure import __version__
from govdisclosure.catalog import FORMS
from govdisclosure.cli.streams import Output
from govdisclosure.codec import dumps, loads
from govdisclosure.json_schema import schema
from govdisclosure.locales.texts import catalog_tags
from govdisclosure.model import Period, Report

HELP = "show the versions of this installation and try its main parts"
EXAMPLE = "govdisclosure doctor"
_NEEDED = ("attrs", "cattrs", "Babel", "jsonschema")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare no arguments."""
    parser.set_defaults()


def run(options: argparse.Namespace, output: Output) -> int:  # noqa: ARG001 - every command takes its options
    """Print the versions and the result of each trial."""
    lines = [
        f"govdisclosure {__version__}",
        f"Python {platform.python_version()} on {sys.platform}",
        *(f"{name} {importlib.metadata.version(name)}" for name in _NEEDED),
        f"forms: {', '.join(FORMS)}",
        f"catalogs: {', '.join(catalog_tags())}",
    ]
    trials = {"JSON round trip": _round_trip(), "schemas": all("$defs" in schema(form) for form in FORMS)}
    trials["catalogs"] = {"ar", "en", "zh_Hans", "zh_Hant"} <= set(catalog_tags())
    lines += [f"{name}: {'ok' if good else 'FAILED'}" for name, good in trials.items()]
    output.write("".join(f"{line}\n" for line in lines))
    return 0 if all(trials.values()) else 1


def _round_trip() -> bool:
    period = Period(start=date(2014, 1, 1), end=date(2014, 12, 31))
    report = Report(form=next(iter(FORMS)), year=2014, period=period)
    return loads(dumps(report)) == report
