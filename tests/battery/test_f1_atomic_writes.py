"""F1, atomic writes: a file holds the old content or the new, whatever happens to the process or the disk."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.narratives import GOOD
from tests.tools import examples

import govdisclosure as gd
from govdisclosure.model import Report

REPORT = gd.read(GOOD).report
MEGABYTES = 5
posix = pytest.mark.skipif(os.name != "posix", reason="needs fork and kill of POSIX")

#: Forks writers of one large report over another and kills each at a random moment; tells what it found.
_KILLER = """
import hashlib, json, os, random, signal, sys, time
import attrs, govdisclosure as gd
folder, tries, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
target = os.path.join(folder, "report.json")
new, old = gd.load(os.path.join(folder, "new.json")), gd.load(os.path.join(folder, "old.json"))
digests = {hashlib.sha256(gd.dumps(one).encode()).hexdigest(): name for name, one in (("new", new), ("old", old))}
start = time.monotonic(); gd.dump(old, target); whole = time.monotonic() - start
chance, seen = random.Random(seed), {}
for _ in range(tries):
    gd.dump(old, target)
    child = os.fork()
    if child == 0:
        gd.dump(new, target)
        os._exit(0)
    time.sleep(chance.uniform(0, 1.3 * whole))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with open(target, "rb") as stream:
        state = digests.get(hashlib.sha256(stream.read()).hexdigest(), "mixed")
    seen[state] = seen.get(state, 0) + 1
print(json.dumps(seen))
"""
#: Writes two reports in turn, many times.
_WRITER = """
import sys, govdisclosure as gd
report = gd.load(sys.argv[1])
for _ in range(int(sys.argv[3])):
    gd.dump(report, sys.argv[2])
"""
#: Dumps a report where no file may grow beyond a size, as on a full disk.
_FULL_DISK = """
import resource, signal, sys, govdisclosure as gd
report = gd.load(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    gd.dump(report, sys.argv[2])
except OSError:
    sys.exit(7)
"""


def large(mark: str) -> Report:
    """A report of five million bytes."""
    section = REPORT.sections[0]
    paragraphs = tuple(f"{mark}{number:09}" + "政" * 330 for number in range(MEGABYTES * 1_000))
    return gd.replace(REPORT, "sections.0.paragraphs", section.paragraphs + paragraphs)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file that is there already."""
    path = tmp_path / "report.json"
    gd.dump(REPORT, path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two large reports."""
    for name in ("old", "new"):
        gd.dump(large(name), tmp_path / f"{name}.json")
    assert (tmp_path / "old.json").stat().st_size > MEGABYTES * 10**6
    return tmp_path


NEW = gd.replace(REPORT, "title", "另一份报告")


def names(path: Path) -> set[str]:
    return {entry.name for entry in path.iterdir()}


def python(script: str, *arguments: object) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, timeout=600)


# --- killed, crowded, full --------------------------------------------------------------------------------


@posix
def test_a_killed_writer_leaves_the_old_file_or_the_new(folder: Path) -> None:
    tries = examples(40, 400)
    done = python(_KILLER, folder, tries, 2014)
    assert done.returncode == 0, done.stderr.decode()
    seen = json.loads(done.stdout)
    assert "mixed" not in seen
    assert sum(seen.values()) == tries
    assert seen.get("old"), "no writer was killed before its end"


@posix
def test_two_writers_of_one_file(folder: Path) -> None:
    target, whole = folder / "report.json", {(folder / name).read_bytes() for name in ("old.json", "new.json")}
    gd.dump(large("old"), target)
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(folder / name), str(target), "10"])
        for name in ("old.json", "new.json")
    ]
    while any(writer.poll() is None for writer in writers):
        assert target.read_bytes() in whole
    assert [writer.returncode for writer in writers] == [0, 0]
    assert target.read_bytes() in whole
    assert names(folder) == {"old.json", "new.json", "report.json"}


@posix
def test_a_full_disk_leaves_the_old_file(folder: Path) -> None:
    target = folder / "report.json"
    gd.dump(REPORT, target)
    done = python(_FULL_DISK, folder / "new.json", target)
    assert done.returncode == 7, done.stderr.decode()
    assert gd.load(target) == REPORT
    assert names(folder) == {"old.json", "new.json", "report.json"}


@pytest.mark.parametrize("function", ["fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file(function: str, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, function, fail)
    with pytest.raises(OSError, match="Input/output error"):
        gd.dump(NEW, old)
    monkeypatch.undo()
    assert gd.load(old) == REPORT
    assert names(old.parent) == {old.name}


def test_an_interrupt_leaves_the_old_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        gd.dump(NEW, old)
    monkeypatch.undo()
    assert gd.load(old) == REPORT
    assert names(old.parent) == {old.name}


def test_a_report_that_cannot_be_written_leaves_the_old_file(old: Path) -> None:
    import attrs

    with pytest.raises(gd.DecodeError):
        gd.dump(attrs.evolve(REPORT, title=3), old)
    assert gd.load(old) == REPORT
    assert names(old.parent) == {old.name}


# --- the usual --------------------------------------------------------------------------------------------


def test_a_normal_run_leaves_one_file(old: Path) -> None:
    for report in (NEW, REPORT, NEW):
        gd.dump(report, old)
        assert gd.load(old) == report
    assert names(old.parent) == {old.name}


@posix
def test_a_link_stays_a_link(old: Path) -> None:
    (old.parent / "below").mkdir()
    link = old.parent / "below" / "link.json"
    link.symlink_to(old)
    gd.dump(NEW, link)
    assert link.is_symlink()
    assert gd.load(old) == NEW
    assert names(old.parent / "below") == {"link.json"}


@posix
def test_a_link_to_nothing_makes_its_target(tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "target.json")
    gd.dump(NEW, link)
    assert link.is_symlink()
    assert gd.load(tmp_path / "target.json") == NEW


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o444])
def test_permissions_are_kept(mode: int, old: Path) -> None:
    old.chmod(mode)
    gd.dump(NEW, old)
    assert old.stat().st_mode & 0o777 == mode


@posix
def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    usual, made = tmp_path / "usual", tmp_path / "made.json"
    usual.write_bytes(b"")
    gd.dump(REPORT, made)
    assert made.stat().st_mode == usual.stat().st_mode


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_folder_that_may_not_be_written(old: Path) -> None:
    old.parent.chmod(0o555)
    try:
        with pytest.raises(PermissionError):
            gd.dump(NEW, old)
    finally:
        old.parent.chmod(0o755)
    assert gd.load(old) == REPORT
    assert names(old.parent) == {old.name}


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        gd.dump(REPORT, tmp_path / "none" / "report.json")
    assert names(tmp_path) == set()


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "report.json").mkdir()
    with pytest.raises(OSError, match="irectory"):
        gd.dump(REPORT, tmp_path / "report.json")
    assert names(tmp_path) == {"report.json"}
