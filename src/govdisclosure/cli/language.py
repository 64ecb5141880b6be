"""In which language the command speaks: ``--locale`` or ``--lang``, with catalogs of one's own or without."""

import argparse

import govdisclosure
from govdisclosure.cli.arguments import InputName
from govdisclosure.locales import AnyLocale

__all__ = ["language_option", "spoken"]


def language_option(
    parser: argparse.ArgumentParser, name: str, says: str, *, default: str | None = None, several: bool = False
) -> None:
    """Declare ``--locale`` or ``--lang``, and the folder of catalogs that may go with it."""
    kind = _tags if several else _tag
    parser.add_argument(name, metavar="LOCALE", type=kind, default=[] if several else default, help=says)
    says = "your own message catalogs, asked before those that come along"
    parser.add_argument("--catalogs", metavar="DIR", type=InputName, help=says)


def _tag(text: str) -> str:
    """The locale that an option names; which exist is looked up later."""
    if not text.strip():
        raise argparse.ArgumentTypeError("a locale is expected, such as zh-Hans or en")
    return text.strip()


def _tags(text: str) -> list[str]:
    """The locales that an option names, parted by commas."""
    return [_tag(part) for part in text.split(",")]


def spoken(options: argparse.Namespace, tag: str) -> AnyLocale:
    """The locale of a tag, its words from the catalogs that were named, if any were."""
    named = getattr(options, "catalogs", None)
    if isinstance(named, str):
        named = options.catalogs = govdisclosure.catalogs(named)  # read once for all documents
    return named.locale(tag) if named else tag
