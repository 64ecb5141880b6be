"""Which arguments of the command name what is read and what is written, and that no file is both."""

import argparse
import glob
import os
import stat
import sys
from collections.abc import Iterator
from typing import TypeVar

from govdisclosure.cli.wording import WORDING
from govdisclosure.errors import GovDisclosureError

__all__ = ["InputName", "OutputName", "OverwritesInput", "Place", "output_option", "place_of", "refuse_overwriting"]

N = TypeVar("N", "InputName", "OutputName")
#: What a file is known by: its device and its number there.
Place = tuple[int, int]


class InputName(str):
    """An argument that names what is read: a file, ``-``, a folder, a pattern."""

    __slots__ = ()


class OutputName(str):
    """An argument that names the file that is written, or ``-``."""

    __slots__ = ()


class OverwritesInput(GovDisclosureError):
    """A result is to go where an input lies."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        """The file."""
        return WORDING["overwrites"].format(name=self.name)


def output_option(parser: argparse.ArgumentParser, what: str = "it") -> None:
    """Declare ``-o``."""
    says = f"where {what} goes (default: standard output)"
    parser.add_argument("-o", "--output", metavar="FILE", type=OutputName, help=says)


def refuse_overwriting(options: argparse.Namespace) -> None:
    """Raise :class:`OverwritesInput` if an output is an input, under whatever name, or lies in a folder that is one.

    A command may declare (``replaces``) that what an earlier call left in the folder makes room for its successor.
    """
    outputs = {place_of(name): name for name in _named_by(options, OutputName)}
    outputs.pop(None, None)
    replaces = getattr(options, "replaces", lambda _: False)
    for place, in_folder in _read(_named_by(options, InputName)) if outputs else ():
        if place in outputs and not (in_folder and replaces(options)):
            raise OverwritesInput(outputs[place])


def _named_by(options: argparse.Namespace, kind: type[N]) -> list[N]:
    """The arguments of a kind."""
    values = (value if isinstance(value, list) else [value] for value in vars(options).values())
    return [value for several in values for value in several if isinstance(value, kind)]


def _read(names: list[InputName]) -> Iterator[tuple[Place | None, bool]]:
    """Every file that is read, and whether it was found in a folder."""
    for name in names:
        yield _standard_input() if name == "-" else None, False
        for found in dict.fromkeys([name, *glob.glob(name, recursive=True)]):  # noqa: PTH207 - patterns may be absolute
            yield place_of(found), False
            for folder, _, files in os.walk(found):
                yield from ((place_of(os.path.join(folder, file)), True) for file in files)  # noqa: PTH118 - names of bytes


def place_of(name: str) -> Place | None:
    """What a regular file is known by, whatever its name; ``None`` where there is none."""
    try:
        return _known_by(os.stat(name))  # noqa: PTH116 - a name may be that of an open file
    except (OSError, ValueError):
        return None


def _standard_input() -> Place | None:
    try:
        return _known_by(os.fstat(sys.stdin.fileno()))
    except (OSError, ValueError):
        return None


def _known_by(status: os.stat_result) -> Place | None:
    return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else None
