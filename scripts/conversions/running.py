"""Runs a conversion in a folder of its own: with bounded time, without a network, the same for every language."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import zipfile
from functools import cached_property
from pathlib import Path

import attrs

from conversions.routes import PROGRAMS, Route, Step

__all__ = ["NoFile", "Workshop"]

_PYTHON_PROGRAMS = Path(__file__).with_name("python_programs.py")
#: A proxy that nobody is: programs that look for pictures of a page find no network.
_NOWHERE = "http://127.0.0.1:9"
_SECONDS = 180
_SHEET = re.compile(r'<sheet [^>]*?name="([^"]+)"')


class NoFile(Exception):
    """A program made no file; the text says why."""


@attrs.frozen(slots=False)
class Workshop:
    """The programs that are at hand, and the Python whose packages are used."""

    python: str = sys.executable

    @cached_property
    def versions(self) -> dict[str, str]:
        """The programs and packages that are at hand, with their versions."""
        found = {name: _version(name) for name in PROGRAMS}
        asked = [self.python, str(_PYTHON_PROGRAMS), "versions"]
        packages = subprocess.run(asked, capture_output=True, text=True, check=True, timeout=_SECONDS)
        return {name: version for name, version in {**found, **json.loads(packages.stdout)}.items() if version}

    def lacks(self, route: Route) -> list[str]:
        """The programs that a conversion needs and that are not at hand."""
        return [name for name in route.programs if name not in self.versions]

    def convert(self, route: Route, document: bytes, folder: Path, profile: Path) -> Path:
        """The file that a conversion makes of a document; ``NoFile`` where a program makes none."""
        made = folder / f"document.{route.start}"
        made.write_bytes(document)
        for number, step in enumerate(route.steps, 1):
            below = folder / str(number)
            below.mkdir()
            made = self._run(step, made, below, profile)
        return made

    def _run(self, step: Step, source: Path, folder: Path, profile: Path) -> Path:
        target = folder / f"document.{step.ending}"
        words = {"source": source, "target": target, "folder": folder, "profile": profile}
        args = [arg.format(**words) for arg in step.args]
        if step.program not in PROGRAMS:
            args = [self.python, str(_PYTHON_PROGRAMS), *args]
        printed = _output(args, folder, profile)
        if step.prints:
            target.write_bytes(printed)
        if step.ending == "csv":
            _join_sheets(source, target)
        if not target.exists():
            raise NoFile(f"{step.program} made no file")
        return target


def _output(args: list[str], folder: Path, profile: Path) -> bytes:
    """What a program prints; it and all that it started end with their time."""
    fixed = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "SOURCE_DATE_EPOCH": "1700000000", "HOME": str(profile)}
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), _NOWHERE)
    with subprocess.Popen(args, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder,
                          env={**os.environ, **fixed, **nowhere}, start_new_session=True) as started:  # fmt: skip
        try:
            out, err = started.communicate(timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(started.pid, signal.SIGKILL)
            raise NoFile(f"{Path(args[0]).name} took more than {_SECONDS} seconds") from None
    if started.returncode:
        last = err.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise NoFile(f"{Path(args[0]).name} ended with {started.returncode}: {' '.join(last)}")
    return out


def _join_sheets(workbook: Path, target: Path) -> None:
    """The sheets of a workbook, each written into a file of its own, in one file and in order."""
    with zipfile.ZipFile(workbook) as parts:
        names = _SHEET.findall(parts.read("xl/workbook.xml").decode())
    sheets = [target.with_name(f"{target.stem}-{name}{target.suffix}") for name in names]
    target.write_text("\n".join(sheet.read_text("utf-8") for sheet in sheets), "utf-8")


def _version(name: str) -> str | None:
    """The version of a program, without its name; nothing where it is not at hand."""
    program = PROGRAMS[name]
    path = shutil.which(program.command)
    if path is None or (program.beside and not Path(path).resolve().with_name(program.beside).exists()):
        return None
    asked = subprocess.run([path, program.version], capture_output=True, text=True, check=False, timeout=_SECONDS)
    found = re.search(r"\d+(\.\d+)+", asked.stdout or asked.stderr)
    return found[0] if found else "of unknown version"
