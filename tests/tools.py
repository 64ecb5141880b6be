"""What the tests need from outside, and how many examples they run."""

import os
import shutil
from pathlib import Path

import pytest

__all__ = ["FULL", "ROOT", "examples", "need"]

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
        reason = f"{path_or_program} is not here: {why}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found
