"""The documentation says what is so: its code runs, its output is real, its links lead somewhere."""

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from govdisclosure import Limits

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "examples" / "README.md"])
RUN_PAGES = [page for page in PAGES if page.name.startswith("README") or page.parent.name == "docs"]

_FENCE = re.compile(r"^```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")
#: Words that would tie a file to the machine it was written on, or to one package index.
_MACHINE = re.compile(
    "|".join([r"/(?:root|work)/\w", r"/(?:home|Users)/[a-z]", r"\b[A-Z]:\\\\?Users", "/bash_" + "jobs"])
)
_INDEX = re.compile(
    r"https?://[\w.-]*(?:{})".format(
        "|".join(["pypi" + r"\.", "pythonhosted" + r"\.", "npm" + r"js\.", "npm" + r"mirror\.", "crates" + r"\.io"])
    )
)
_MARK = "=== end of a command ==="


@attrs.frozen
class Block:
    """A fenced block of a page: its language, its text, its line, and what stands before it."""

    kind: str
    body: str
    line: int
    before: str


def name_of(page: Path) -> str:
    """A page as the tests name it."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    text, at = page.read_text("utf-8"), 0
    for match in _FENCE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        yield Block(match["kind"], match["body"], line, text[at : match.start()])
        at = match.end()


def fits(expected: str, printed: str) -> bool:
    """Whether a text was printed; a line of three dots stands for any lines."""
    parts = re.split(r"^\.\.\.\n", expected, flags=re.MULTILINE)
    return re.fullmatch(r"(?:.*\n)*".join(map(re.escape, parts)), printed) is not None


@pytest.mark.parametrize("page", RUN_PAGES, ids=name_of)
def test_python_blocks_run_and_print_what_follows(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {"__name__": "__main__"}
    printed: str | None = None
    for block in blocks(page):
        if block.kind == "python":
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                exec(compile(block.body, f"{name_of(page)}:{block.line}", "exec"), names)  # noqa: S102 - our own page
            printed = out.getvalue()
            continue
        if block.kind == "text" and printed is not None and not block.before.strip():
            assert fits(block.body, printed), f"{name_of(page)}:{block.line}: printed was\n{printed}"
        printed = None


def commands(body: str) -> Iterator[tuple[str, str]]:
    """The commands of a console block, each with its output."""
    for piece in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, output = piece.partition("\n")
        yield command, output


def run_in_shell(lines: list[str], folder: Path) -> list[str]:
    """What each command prints on both streams; they follow each other in one shell, ``$?`` included."""
    script = "rc=0\n" + "".join(f"(exit $rc)\n{line}\nrc=$?\necho '{_MARK}'\n" for line in lines)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    result = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=os.environ | {"PATH": path, "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=True,
        timeout=120,
    )
    return result.stdout.decode().split(f"{_MARK}\n")[:-1]


@pytest.mark.parametrize("page", RUN_PAGES, ids=name_of)
def test_console_blocks_print_what_they_show(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shown = [(block.line, *pair) for block in blocks(page) if block.kind == "console" for pair in commands(block.body)]
    if not shown:
        return
    for (line, command, expected), printed in zip(
        shown, run_in_shell([command for _, command, _ in shown], tmp_path), strict=True
    ):
        assert fits(expected, printed), f"{name_of(page)}:{line}: {command}\n{printed}"


def test_the_page_of_findings_is_current() -> None:
    result = subprocess.run([sys.executable, "scripts/docs.py", "--check"], cwd=ROOT, capture_output=True, check=False)
    assert result.returncode == 0, result.stdout.decode()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_relative_links_lead_to_files(page: Path) -> None:
    text = _FENCE.sub("", page.read_text("utf-8"))
    targets = [match["target"] for match in _LINK.finditer(text)]
    relative = [
        target.partition("#")[0] for target in targets if "://" not in target and not target.startswith("mailto:")
    ]
    missing = [target for target in relative if target and not (page.parent / target).exists()]
    assert not missing


def anchor(heading: str) -> str:
    """The anchor that Markdown viewers give a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_to_headings_lead_to_headings(page: Path) -> None:
    text = _FENCE.sub("", page.read_text("utf-8"))
    wrong = []
    for match in _LINK.finditer(text):
        target, _, fragment = match["target"].partition("#")
        other = page if not target else page.parent / target
        if fragment and "://" not in target and other.suffix == ".md":
            headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", other.read_text("utf-8")), re.MULTILINE)
            wrong += [match["target"]] if fragment not in map(anchor, headings) else []
    assert not wrong


def test_the_limits_are_those_of_the_code() -> None:
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| ([0-9,]+)", text, re.MULTILINE))
    assert {name: int(value.replace(",", "")) for name, value in rows.items()} == attrs.asdict(Limits())


def text_files() -> list[Path]:
    """The files that belong to the repository and are text."""
    if not (ROOT / ".git").exists():
        pytest.skip("the list of files comes from git")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()]


@pytest.mark.parametrize("pattern", [_MACHINE, _INDEX], ids=["machine path", "package index"])
def test_no_file_is_tied_to_a_machine_or_an_index(pattern: re.Pattern[str]) -> None:
    found = [
        f"{name_of(path)}:{number}: {line.strip()[:120]}"
        for path in text_files()
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found, "\n".join(found)
