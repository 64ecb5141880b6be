"""G7, where results go: files whole, pipes and devices straight, and one clear error where nothing can be written."""

import os
import subprocess
from pathlib import Path

import pytest
from tests.command import PROGRAM, Outcome, environment, govdisclosure
from tests.narratives import GOOD

import govdisclosure as gd
from govdisclosure import catalog
from govdisclosure.locales import texts
from govdisclosure.locales.rendering import WORDING

posix = pytest.mark.skipif(os.name != "posix", reason="pipes and devices of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_bytes(GOOD)
    return tmp_path


@posix
@pytest.mark.parametrize("call", ["read good.txt", "render good.txt --to docx"])
def test_a_pipe_is_written_and_stays_a_pipe(call: str, folder: Path) -> None:
    """A file that is put in its place would take the place of a device, too."""
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        outcome = govdisclosure(*call.split(), "-o", "pipe", folder=folder)
        if not pipe.is_fifo():
            reader.kill()
        written = reader.communicate()[0]
    assert outcome.code == 0
    assert pipe.is_fifo()
    assert written == govdisclosure(*call.split(), folder=folder).out
    assert {path.name for path in folder.iterdir()} == {"good.txt", "pipe"}


@posix
def test_standard_output_by_its_name(folder: Path) -> None:
    usual = govdisclosure("render", "good.txt", "--to", "text", folder=folder)
    assert govdisclosure("render", "good.txt", "--to", "text", "-o", "/dev/stdout", folder=folder) == usual
    target = folder / "log"
    target.write_bytes(b"before\n")
    with target.open("ab") as stream:
        command = [*PROGRAM, "render", "good.txt", "--to", "text", "-o", "/dev/stdout"]
        subprocess.run(command, stdout=stream, check=True, cwd=folder, env=environment(), timeout=60)
    assert target.read_bytes() == b"before\n" + usual.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("call", ["render good.txt", "check good.txt --format json", "explain"])
def test_a_full_standard_output_is_an_output_that_cannot_be_written(call: str, folder: Path) -> None:
    command = [*PROGRAM, *call.split()]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, check=False, cwd=folder, env=environment(), timeout=60
        )
    outcome = Outcome(done.returncode, b"", done.stderr.decode())
    assert outcome.code == 4
    assert outcome.error.count("govdisclosure:") == 1
    assert "<stdout>" in outcome.error
    assert not outcome.has_traceback


@pytest.mark.parametrize("lang", ["en", "zh-Hans"])
def test_what_reading_finds_is_no_check(lang: str, folder: Path) -> None:
    """The total is wrong: reading does not look at it, and does not say that nothing needs a look."""
    (folder / "bad.txt").write_bytes(GOOD.replace("行政处罚173项".encode(), "行政处罚174项".encode()))
    read = govdisclosure("read", "bad.txt", "-o", "bad.json", "--lang", lang, folder=folder)
    assert read.code == 0
    told = texts(lang)
    assert told.message("render:findings-none", WORDING["findings-none"]) not in read.error
    assert told.message("render:findings-not-made", WORDING["findings-not-made"]) in read.error
    assert ("found while reading" if lang == "en" else "阅读时") in read.error.splitlines()[0]
    assert govdisclosure("check", "bad.json", folder=folder).code == 3


def test_of_two_results_none_is_written_where_one_cannot_be(folder: Path) -> None:
    outcome = govdisclosure("read", "good.txt", "-o", "r.json", "--findings", "nowhere/f.jsonl", folder=folder)
    assert outcome.code == 4
    assert "nowhere/f.jsonl" in outcome.error
    assert [path.name for path in folder.iterdir()] == ["good.txt"]
    tables = gd.blank("cn-2021")
    report = gd.Report(form="cn-2021", year=2023, period=catalog.form("cn-2021").period(2023), statistics=tables)
    gd.dump(report, folder / "child.json")
    for output, coverage, code in (("p.json", "nowhere/c.csv", 4), ("nowhere/p.json", "c.csv", 4), ("p", "p", 2)):
        outcome = govdisclosure("rollup", "child.json", "-o", output, "--coverage", coverage, folder=folder)
        assert outcome.code == code
        assert {path.name for path in folder.iterdir()} == {"good.txt", "child.json"}
