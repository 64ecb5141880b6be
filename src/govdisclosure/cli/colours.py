"""Whether the command shows colours: on a terminal, where rich is installed, unless ``NO_COLOR`` says otherwise."""

import os
import sys
from importlib import import_module
from typing import Any

__all__ = ["colours"]


def colours(target: str | None = None) -> Any:
    """The module that shows things in colour, or ``None`` where plain text is to be written.

    What goes into a pipe or a file is always plain.
    """
    plain = target not in (None, "-") or not sys.stdout.isatty()
    # https://no-color.org: set to anything but nothing.
    if plain or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return None
    try:
        return import_module("govdisclosure.terminal")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("govdisclosure"):
            raise
        return None
