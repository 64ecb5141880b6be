"""The processes that read PDFs: one is kept and forks for each file, and nothing of them stays behind."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from tests.tools import ROOT

from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import Limits
from govdisclosure.readers.observed import Observed
from govdisclosure.readers.pdf import observe_pdf, process

pytest.importorskip("pdfminer", reason="the extra pdf-read is not installed")
canvas = pytest.importorskip("reportlab.pdfgen.canvas", reason="reportlab makes the documents of these tests")

KEEPS = process._can_be_kept()
kept_only = pytest.mark.skipif(not KEEPS, reason="no process is kept on this system")


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    process.stop()
    yield
    process.stop()


def made(text: str = "Nr. 42", times: int = 1) -> bytes:
    file = BytesIO()
    paper = canvas.Canvas(file, invariant=1)
    for i in range(times):
        paper.drawString(72, 700 - i % 60 * 10, text)
    paper.save()
    return file.getvalue()


def read(data: bytes, **limits: int) -> Observed:
    return observe_pdf(data, "a.pdf", Limits(**limits))


def endless() -> bytes:
    """Forms within forms: drawing them takes longer than anybody waits."""
    file = BytesIO()
    paper = canvas.Canvas(file, invariant=1)
    for i in range(9):
        paper.beginForm(f"form{i}")
        paper.drawString(0, 0, "1")
        for _ in range(12 if i else 0):
            paper.doForm(f"form{i - 1}")
        paper.endForm()
    paper.doForm("form8")
    paper.save()
    return file.getvalue()


def kept() -> list[int]:
    return [each.process.pid for each in process._KEEPER.idle]


def gone(number: int) -> bool:
    """Whether no process is in the group of that number; what was stopped just now may take a moment."""
    for _ in range(200):
        try:
            os.killpg(number, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


# --- one process, many files


@kept_only
def test_one_process_serves_one_file_after_another() -> None:
    assert [read(made(f"Nr. {i}")).text for i in range(3)] == ["Nr. 0\n", "Nr. 1\n", "Nr. 2\n"]
    first = kept()
    assert len(first) == 1
    with pytest.raises(LimitExceeded):
        read(made(), pdf_characters=1)
    assert read(made()).text == "Nr. 42\n"
    assert kept() == first


def test_a_process_for_one_file_answers_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made("Number 42", times=100)
    there = read(data)
    monkeypatch.setattr(process, "_can_be_kept", lambda: False)
    process.stop()
    assert read(data) == there
    assert not kept()


def test_the_worker_loads_no_other_reader() -> None:
    code = process._START.replace("sys.argv[1]", "'__doc__'").replace(")()", ")") + "print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code], env=process._environment(), capture_output=True, text=True, check=True
    )
    rooms = {name.split(".")[2] for name in ran.stdout.split() if name.startswith("govdisclosure.readers.")}
    assert rooms == {"observed", "pdf"}


def test_threads_read_at_the_same_time() -> None:
    data = [made(f"Nr. {i}", times=20) for i in range(12)]
    with ThreadPoolExecutor(6) as threads:
        read_there = list(threads.map(read, data))
    assert [document.text for document in read_there] == [" ".join([f"Nr. {i}"] * 20) + "\n" for i in range(12)]
    assert len(kept()) <= process._KEPT
    assert set(process._KEEPER.idle) == process._KEEPER.all


# --- what goes wrong


@kept_only
@pytest.mark.parametrize("signal", [9, 15])
def test_a_process_that_was_killed_is_replaced(signal: int) -> None:
    read(made())
    [before] = kept()
    os.kill(before, signal)
    assert read(made()).text == "Nr. 42\n"
    assert gone(before)
    assert read(made()).text == "Nr. 42\n"
    assert before not in kept()


@kept_only
def test_a_file_that_takes_too_long_leaves_nothing_running(monkeypatch: pytest.MonkeyPatch) -> None:
    read(made())
    [before] = kept()
    with pytest.raises(LimitExceeded) as caught:
        read(endless(), pdf_seconds=1)
    assert caught.value.limit == "pdf_seconds"
    assert gone(before)
    assert not process._KEEPER.all
    assert read(made()).text == "Nr. 42\n"


@kept_only
def test_a_large_request_to_a_process_that_does_not_listen_ends() -> None:
    read(made())
    [before] = kept()
    os.kill(before, 19)
    with pytest.raises(TimeoutError):
        process.ask(bytes(2**22), 1)
    assert gone(before)


# --- the process that asks


def run(code: str) -> subprocess.Popen[str]:
    """Start a program that reads a file and tells which process is kept."""
    head = "import os, sys, time\nfrom tests.test_pdf_process import *\nread(made())\nprint(*kept(), flush=True)\n"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src"), *sys.path])}
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", head + code],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@kept_only
@pytest.mark.parametrize(
    "code",
    ["", "sys.exit(3)", "os._exit(0)", "os.kill(os.getpid(), 9)", "raise KeyboardInterrupt"],
    ids=["end", "exit", "at once", "killed", "interrupted"],
)
def test_nothing_outlives_the_program(code: str) -> None:
    with run(code) as program:
        said, told = program.communicate()
    assert gone(int(said))
    assert "ResourceWarning" not in told


@kept_only
def test_stopping_leaves_no_child() -> None:
    with run("process.stop()\ntry:\n    os.waitpid(-1, 0)\nexcept ChildProcessError:\n    print('none')") as program:
        said, told = program.communicate()
    assert said.split()[1:] == ["none"], told


FORKS = """
data = made("Nr. 7")
child = os.fork()
if not child:
    assert not kept()
    assert read(data).text == "Nr. 7\\n"
    print(*kept(), flush=True)
    sys.exit(0)
assert read(data).text == "Nr. 7\\n"
assert os.waitpid(child, 0)[1] == 0
assert read(data).text == "Nr. 7\\n"
print(*kept())
"""


@kept_only
def test_a_forked_program_keeps_processes_of_its_own() -> None:
    with run(FORKS) as program:
        said, told = program.communicate()
    assert not told
    first, *others = [int(number) for number in said.split()]
    assert sorted(others) != [first, first]
    assert first in others
    assert len(set(others)) == 2
    assert all(map(gone, {first, *others}))


@kept_only
def test_the_folder_that_the_program_was_in_can_be_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    read(made())
    [number] = kept()
    assert Path(f"/proc/{number}/cwd").resolve() == Path("/") or not Path("/proc").exists()
