"""What a user's type checker sees: nothing in a right program, every mistake in a wrong one."""

import re
import subprocess
import sys
from pathlib import Path

from tests.tools import ROOT, need

TYPING = ROOT / "tests" / "typing"
PYRIGHT = ROOT / "tests" / "node" / "node_modules" / ".bin" / "pyright"
MARK = re.compile(r"  # type: ignore\[([a-z-]+)\]")


def marked() -> tuple[str, dict[int, str]]:
    """The wrong program without its marks, and the marks by line."""
    text = (TYPING / "misuse.py").read_text("utf-8")
    marks = {n: m[1] for n, line in enumerate(text.splitlines(), 1) if (m := MARK.search(line))}
    return MARK.sub("", text), marks


def mypy(path: Path, folder: Path) -> str:
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--no-error-summary", str(path)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


def pyright(path: Path) -> str:
    program = need(PYRIGHT, "pyright is the second type checker")
    command = [program, "--pythonpath", sys.executable, str(path)]
    return subprocess.run(command, cwd=path.parent, capture_output=True, text=True, check=False).stdout


def test_a_right_program_is_clean_to_mypy(tmp_path: Path) -> None:
    assert mypy(TYPING / "usage.py", tmp_path) == ""


def test_mypy_sees_every_mistake(tmp_path: Path) -> None:
    text, marks = marked()
    target = tmp_path / "misuse.py"
    target.write_text(text, "utf-8")
    found = dict(re.findall(r"misuse\.py:(\d+): error: .*\[([a-z-]+)\]$", mypy(target, tmp_path), re.MULTILINE))
    assert {int(line): code for line, code in found.items()} == marks


def test_a_right_program_is_clean_to_pyright() -> None:
    assert "0 errors, 0 warnings" in pyright(TYPING / "usage.py")


def test_pyright_sees_every_mistake(tmp_path: Path) -> None:
    text, marks = marked()
    target = tmp_path / "misuse.py"
    target.write_text(text, "utf-8")
    assert {int(line) for line in re.findall(r"misuse\.py:(\d+):\d+ - error", pyright(target))} == set(marks)
