"""What the tests need from outside, and how many examples they run."""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import pytest

__all__ = ["FULL", "ROOT", "examples", "need", "need_package"]

ROOT = Path(__file__).resolve().parents[1]
#: Whether the long battery runs.
FULL = bool(os.environ.get("GOVDISCLOSURE_FULL"))


def examples(quick: int, full: int) -> int:
    """How many examples a property test runs."""
    return full if FULL else quick


def need(path_or_program: Path | str, why: str) -> str:
    """The path of a tool that a test needs; without it the test is skipped, under CI it fails."""
    found = shutil.which(path_or_program)
    if found is None and Path(path_or_program).exists():
        found = str(path_or_program)
    if found is None:
        _without(f"{path_or_program} is not here: {why}")
    return str(found)


def need_package(name: str, why: str) -> None:
    """A package that a test needs; without it the test is skipped, under CI it fails."""
    if find_spec(name) is None:
        _without(f"the package {name} is not installed: {why}")


def _without(reason: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
