"""In which language the command speaks: ``--locale`` or ``--lang``, with catalogs of one's own or without."""

import argparse

import govdisclosure
from govdisclosure.locales import AnyLocale

__all__ = ["catalogs_option", "spoken"]


def catalogs_option(parser: argparse.ArgumentParser) -> None:
    """Declare the folder of catalogs."""
    parser.add_argument(
        "--catalogs", metavar="DIR", help="your own message catalogs, asked before those that come along"
    )


def spoken(options: argparse.Namespace, tag: str) -> AnyLocale:
    """The locale of a tag, its words from the catalogs that were named, if any were."""
    named = getattr(options, "catalogs", None)
    if isinstance(named, str):
        named = options.catalogs = govdisclosure.catalogs(named)  # read once for all documents
    return named.locale(tag) if named else tag
