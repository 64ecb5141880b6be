"""Running the command as its users do: in a process of its own, with its own folder and environment."""

import os
import subprocess
import sys
from pathlib import Path

import attrs

__all__ = ["PROGRAM", "Outcome", "environment", "govdisclosure"]

PROGRAM = (sys.executable, "-m", "govdisclosure")
#: What of the environment a process needs to start; everything else is said by the test.
_KEPT = ("PATH", "HOME", "SYSTEMROOT", "TMPDIR")


@attrs.frozen
class Outcome:
    """What the command did."""

    code: int
    out: bytes
    error: str

    @property
    def has_traceback(self) -> bool:
        """Whether the reader was shown the inside of the program."""
        return "Traceback" in self.error or 'File "' in self.error


def environment(**more: str) -> dict[str, str]:
    """The environment of the command: nothing but what it needs and what is given."""
    return {name: os.environ[name] for name in _KEPT if name in os.environ} | more


def govdisclosure(*arguments: str | Path, stdin: bytes = b"", folder: Path | None = None, **env: str) -> Outcome:
    """Run the command and wait for it."""
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=folder,
        env=environment(**env),
        timeout=60,
    )
    return Outcome(done.returncode, done.stdout, done.stderr.decode("utf-8", "backslashreplace"))
