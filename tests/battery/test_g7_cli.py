"""G7, the contract of the command: exit codes, one clear error, no traceback, nothing half-written."""

import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from array import array
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from tests.command import PROGRAM, Outcome, environment, govdisclosure
from tests.narratives import GOOD, PAGE, page
from tests.strategies import replaced

import govdisclosure as gd
from govdisclosure.codec import encode

COMMANDS = ("read", "check", "render", "show", "facts", "schema", "explain", "doctor")
BAD = GOOD.replace("行政处罚173项".encode(), "行政处罚174项".encode())
NO_YEAR = page("政府信息公开工作年度报告", "我局认真落实条例。", signature="")
DOCUMENT = encode(gd.read(GOOD).report)
#: GB18030 bytes with a character that GB2312 lacks.
GBK = "2014年政府信息公开工作年度报告\n收到申请12件。\n朱镕基故居管理局\n2015年3月20日\n".encode("gb18030")
TOO_LARGE = 10 * 2**20 + 1


def as_json(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def opendocument(kind: str) -> bytes:
    """A file as LibreOffice packs it: its kind first, and not compressed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", "<office/>")
    return stream.getvalue()


#: The files that stand in the folder of every case.
FILES = {
    "good.txt": GOOD,
    "bad.txt": BAD,
    "good.json": as_json(DOCUMENT),
    "no-year.txt": NO_YEAR,
    "empty.txt": b"",
    "blank.txt": b" \r\n\t\n",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "report.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "page.xml": b"<?xml version='1.0'?><report/>",
    "nul.bin": b"2014\x00\x01\x02",
    "invalid.txt": "2014年报告".encode() + b"\xff\xff\xfe\x80",
    "gbk.txt": GBK,
    "gbk-cut.txt": GBK[:-1] + b"\x80",
    "unknown-key.json": as_json(DOCUMENT | {"colour": 1}),
    "wrong-type.json": as_json(replaced(DOCUMENT, ("powers", "total"), "188")),
    "twice.json": as_json(DOCUMENT)[:-1] + b', "year": 2014}',
    "cut.json": as_json(DOCUMENT)[:100],
    "form.json": as_json(DOCUMENT | {"form": "cn-1999"}),
    "package.json": as_json({"name": "page", "version": "1.0.0", "title": "x"}),
    "table.ods": opendocument("spreadsheet"),
    "two.json": as_json(DOCUMENT | {"colour": 1, "year": "2014"}),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


@attrs.frozen
class Case:
    """A call of the command, its exit code, and what its error says (nothing where nothing is expected)."""

    line: str
    code: int
    says: tuple[str, ...] = ()
    stdin: bytes = b""

    @property
    def arguments(self) -> list[str]:
        return self.line.split()


def error_lines(outcome: Outcome) -> list[str]:
    return [line for line in outcome.error.splitlines() if line.startswith("govdisclosure")]


CLEAN = (
    Case("read good.txt", 0),
    Case("read -", 0, stdin=GOOD),
    Case("read good.json", 0),
    Case("read gbk.txt --encoding gb2312", 0),
    Case("check good.txt", 0),
    Case("show good.json --source good.txt", 0),
    Case("show good.txt --source good.txt --locale en", 0),
    Case("check good.json", 0),
    Case("check -", 0, stdin=GOOD),
    Case("check -", 0, stdin=FILES["good.json"]),
    Case("check good.txt --fail-on warning", 0),
    Case("check bad.txt --fail-on never", 0),
    Case("render good.txt", 0),
    Case("render good.json --to markdown --locale zh-Hant", 0),
    Case("render - --to text", 0, stdin=GOOD),
    Case("render bad.txt --to summary --locale de", 0),
    Case("facts good.txt good.json", 0),
    Case("facts - --format jsonl --locale en", 0, stdin=GOOD),
    Case("schema", 0),
    Case("schema cn-2014", 0),
    Case("explain", 0),
    Case("explain powers-total --lang zh-Hans", 0),
    Case("doctor", 0),
    Case("--version", 0),
    Case("--help", 0),
    Case("check --help", 0),
)
FOUND = (
    Case("check bad.txt", 3),
    Case("check bad.txt --lang zh-Hant", 3),
    Case("check --fail-on warning good.txt bad.txt", 3),
    Case("check -", 3, stdin=BAD),
    Case("check no-year.txt", 3),
    Case("read no-year.txt", 3, ("no-year.txt",)),
    Case("render no-year.txt", 3, ("no-year.txt",)),
)
USAGE = (
    Case("", 2, ("COMMAND",)),
    Case("frobnicate", 2, ("frobnicate",)),
    Case("read", 2, ("FILE",)),
    Case("check", 2, ("FILE",)),
    Case("check good.txt --format xml", 2, ("xml",)),
    Case("check good.txt --fail-on always", 2, ("always",)),
    Case("check good.txt --lang tlh", 2, ("tlh",)),
    Case("render good.txt --to rtf", 2, ("rtf",)),
    Case("render good.txt --locale xx-yy", 2, ("xx-yy",)),
    Case("facts good.txt --locale nonsense", 2, ("nonsense",)),
    Case("show good.json", 2, ("--source",)),
    Case("show good.json --source bad.txt", 2, ("SHA-256",)),
    Case("read good.txt --lang tlh", 2, ("tlh",)),
    Case("schema cn-1999", 2, ("cn-1999", "cn-2014")),
    Case("explain no-such-code", 2, ("no-such-code", "powers-total")),
    Case("explain powers-total --lang tlh", 2, ("tlh",)),
    Case("read good.txt --colour", 2, ("--colour",)),
    Case("render good.txt --locale=", 2, ("locale",)),
    Case("render good.txt --locale en,", 2, ("locale",)),
    Case("facts good.txt --locale=", 2, ("locale",)),
    Case("check good.txt --lang=", 2, ("locale",)),
    Case("template cn-2008", 2, ("the form cn-2008 has no statutory tables",)),
    Case("read good.txt -o out --findings ./out", 2, ("out",)),
    Case("read good.txt --findings -", 2, ("standard output",)),
    Case("rollup good.json -o out --coverage out", 2, ("two results",)),
)
#: Inputs that cannot be used, and what has to be said of them, whatever the command.
UNUSABLE = {
    "missing.txt": ("missing.txt",),
    "good.txt/x": ("good.txt",),
    "empty.txt": ("empty.txt", "empty"),
    "blank.txt": ("blank.txt", "empty"),
    "picture.txt": ("picture.txt", "PNG"),
    "report.pdf": ("report.pdf", "PDF"),
    "page.xml": ("page.xml", "XML"),
    "nul.bin": ("nul.bin", "binary"),
    "invalid.txt": ("invalid.txt", "byte"),
    "unknown-key.json": ("unknown-key.json", "/colour"),
    "wrong-type.json": ("wrong-type.json", "/powers/total", "integer"),
    "twice.json": ("twice.json", "year", "more than once"),
    "cut.json": ("cut.json", "JSON", "column 100"),
    "form.json": ("form.json", "/form", "cn-1999"),
    "package.json": ("package.json", "not a report document"),
    "table.ods": ("table.ods", ".xlsx"),
}
#: One input of each kind of error for the commands that open inputs as those two do.
FEW = ("missing.txt", "picture.txt", "wrong-type.json")
UNREADABLE = (
    *(Case(f"read {name}", 4, says) for name, says in UNUSABLE.items()),
    *(Case(f"check {name}", 4, says) for name, says in UNUSABLE.items()),
    *(Case(f"{command} {name}", 4, UNUSABLE[name]) for command in ("render", "facts") for name in FEW),
    *(Case(f"show {name} --source good.txt", 4, UNUSABLE[name]) for name in FEW),
    *(Case(f"show good.json --source {name}", 4, UNUSABLE[name]) for name in ("missing.txt", "picture.txt")),
    Case("read gbk-cut.txt --encoding gb2312", 4, ("gbk-cut.txt", "gb18030", "byte")),
    Case("read good.txt --encoding klingon", 4, ("klingon",)),
    Case("read -", 4, ("<stdin>", "empty")),
    Case("check -", 4, ("/year",), FILES["two.json"]),
    Case("render .", 4, ("not a file",)),
    Case("check missing.txt empty.txt", 4, ("missing.txt", "empty.txt")),
    Case("check bad.txt missing.txt", 5, ("missing.txt",)),
    Case("check missing.txt bad.txt good.txt", 5, ("missing.txt",)),
    Case("check missing.txt no-year.txt", 5, ("missing.txt",)),
    Case("facts good.txt missing.txt", 5, ("missing.txt",)),
    Case("check *.nothing", 4, ("*.nothing",)),
)  # fmt: skip


@pytest.mark.parametrize("case", [*CLEAN, *FOUND, *USAGE, *UNREADABLE], ids=lambda case: case.line or "nothing")
def test_exit_code_and_error(case: Case, folder: Path) -> None:
    before = snapshot(folder)
    outcome = govdisclosure(*case.arguments, stdin=case.stdin, folder=folder)
    assert outcome.code == case.code, outcome.error
    assert not outcome.has_traceback
    assert all(words in outcome.error for words in case.says), outcome.error
    assert bool(error_lines(outcome)) == bool(case.says), outcome.error
    assert snapshot(folder) == before


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_one_problem_is_one_line_with_its_file(folder: Path) -> None:
    """One error a line, and every line names the file and the place."""
    error = govdisclosure("check", "two.json", folder=folder).error
    lines = error.strip().splitlines()
    assert len(lines) == 2
    assert all("two.json: /" in line for line in lines), error


@pytest.mark.parametrize("command", ["read", "check", "render", "facts"])
def test_too_large_input_is_unreadable_and_named(command: str, folder: Path) -> None:
    (folder / "large.txt").write_bytes(b"a" * TOO_LARGE)
    outcome = govdisclosure(command, "large.txt", folder=folder)
    assert outcome.code == 4
    assert "text_bytes" in outcome.error
    assert str(TOO_LARGE) in outcome.error
    assert "large.txt" in outcome.error
    assert outcome.out == b"" or command in ("check", "facts")


def test_stdin_may_be_too_large(folder: Path) -> None:
    outcome = govdisclosure("check", "-", stdin=b"a" * TOO_LARGE, folder=folder)
    assert (outcome.code, outcome.has_traceback) == (4, False)
    assert "text_bytes" in outcome.error


# --- many inputs ------------------------------------------------------------------------------------------


def files_found(outcome: Outcome) -> set[str]:
    """The names for which JSON findings are there."""
    return {one["file"] for one in json.loads(outcome.out)["findings"]}


def test_a_bad_file_does_not_keep_the_good_ones_from_being_checked(folder: Path) -> None:
    outcome = govdisclosure("check", "bad.txt", "missing.txt", "good.txt", "--format", "json", folder=folder)
    assert outcome.code == 5
    assert files_found(outcome) >= {"bad.txt"}
    assert len(error_lines(outcome)) == 1


def test_folder_is_searched_for_reports(tmp_path: Path) -> None:
    (tmp_path / "reports" / "2014").mkdir(parents=True)
    for name in ("reports/b.txt", "reports/2014/a.txt"):
        (tmp_path / name).write_bytes(BAD)
    outcome = govdisclosure("check", "reports", "--format", "json", folder=tmp_path)
    assert outcome.code == 3
    assert files_found(outcome) == {str(Path("reports/b.txt")), str(Path("reports/2014/a.txt"))}


@pytest.mark.parametrize("command", ["check", "facts", "compare", "rollup", "read"])
def test_a_folder_without_documents_is_told(command: str, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "scan.png").write_bytes(FILES["picture.txt"])
    outcome = govdisclosure(command, "reports", folder=tmp_path)
    assert outcome.code == 4
    assert "reports: no document was found in this folder" in outcome.error


def test_pattern_that_the_shell_left_alone(folder: Path) -> None:
    outcome = govdisclosure("check", "b*.txt", "--format", "json", folder=folder)
    assert files_found(outcome) == {"bad.txt"}


def test_file_named_like_a_pattern(tmp_path: Path) -> None:
    (tmp_path / "[1].txt").write_bytes(BAD)
    assert files_found(govdisclosure("check", "[1].txt", "--format", "json", folder=tmp_path)) == {"[1].txt"}


def test_facts_of_many_files_are_one_table(folder: Path) -> None:
    one, two = (govdisclosure("facts", *names, folder=folder).out.split(b"\r\n") for names in (
        ["good.txt"], ["good.txt", "good.json"]))  # fmt: skip
    assert two[0] == one[0]
    assert len(two) - 2 == 2 * (len(one) - 2)


# --- output -----------------------------------------------------------------------------------------------


def test_read_writes_the_report_and_nothing_else(folder: Path) -> None:
    outcome = govdisclosure("read", "good.txt", folder=folder)
    assert gd.loads(outcome.out) == gd.read(GOOD).report
    assert govdisclosure("read", "good.txt", "-o", "out.json", folder=folder).out == b""
    assert (folder / "out.json").read_bytes() == outcome.out
    assert snapshot(folder).keys() == {*FILES, "out.json"}


def test_findings_go_to_a_file_as_json_lines(folder: Path) -> None:
    outcome = govdisclosure("read", "good.txt", "--findings", "found.jsonl", folder=folder)
    rows = [json.loads(line) for line in (folder / "found.jsonl").read_text("utf-8").splitlines()]
    assert outcome.code == 0
    assert rows
    assert all("file" in row or "left_over" in row for row in rows)


def test_no_report_leaves_an_older_output_as_it_was(folder: Path) -> None:
    (folder / "out.json").write_bytes(b"old")
    assert govdisclosure("read", "no-year.txt", "-o", "out.json", folder=folder).code == 3
    assert govdisclosure("read", "invalid.txt", "-o", "out.json", folder=folder).code == 4
    assert (folder / "out.json").read_bytes() == b"old"


def test_declared_encoding_that_cannot_be_right_is_a_finding(folder: Path) -> None:
    outcome = govdisclosure("check", "gbk.txt", "--encoding", "big5", "--format", "json", folder=folder)
    report = gd.loads(govdisclosure("read", "gbk.txt", "--encoding", "gb2312", folder=folder).out)
    assert outcome.code in (0, 3, 4)
    assert report.publisher.name == "朱镕基故居管理局"
    assert report.provenance.source.encoding == "gb18030"


@pytest.mark.parametrize("target", ["no-such-folder/out", "."])
@pytest.mark.parametrize("call", ["read good.txt", "render good.txt", "facts good.txt", "schema cn-2014"])
def test_output_that_cannot_be_written(call: str, target: str, folder: Path) -> None:
    before = snapshot(folder)
    outcome = govdisclosure(*call.split(), "-o", target, folder=folder)
    assert outcome.code == 4
    assert not outcome.has_traceback
    assert target in outcome.error
    assert len(error_lines(outcome)) == 1
    assert snapshot(folder) == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_file_that_may_not_be_read(folder: Path) -> None:
    (folder / "good.txt").chmod(0)
    outcome = govdisclosure("read", "good.txt", folder=folder)
    assert outcome.code == 4
    assert "good.txt" in outcome.error


# --- terminals, pipes, signals ----------------------------------------------------------------------------

ENVIRONMENTS = (
    {"PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "C"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "latin-1:strict", "NO_COLOR": "1", "TERM": "dumb"},
    {"FORCE_COLOR": "1", "TERM": "xterm-256color"},
)


CALLS = ("check bad.txt --lang zh-Hans", "render good.txt --to text")


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """What the calls give where the environment says nothing."""
    folder = tmp_path_factory.mktemp("usual")
    for name in ("good.txt", "bad.txt"):
        (folder / name).write_bytes(FILES[name])
    return {call: govdisclosure(*call.split(), folder=folder) for call in CALLS}


@pytest.mark.parametrize("env", ENVIRONMENTS, ids=str)
def test_output_is_the_same_on_every_terminal(env: dict[str, str], usual: dict[str, Outcome], folder: Path) -> None:
    for call, outcome in usual.items():
        assert govdisclosure(*call.split(), folder=folder, **env) == outcome
        assert "\x1b" not in outcome.out.decode() + outcome.error


def test_help_and_wrong_usage_on_a_terminal_without_chinese(folder: Path) -> None:
    for call in (["check", "--help"], ["check", "good.txt", "--format", "年报"], ["年报"]):
        outcome = govdisclosure(*call, folder=folder, PYTHONIOENCODING="ascii", LC_ALL="C")
        assert not outcome.has_traceback, outcome.error
        assert outcome.code in (0, 2)


@pytest.mark.parametrize("call", ["render long.txt", "facts long.txt", "schema cn-2014"])
def test_closed_pipe_is_no_failure(call: str, folder: Path) -> None:
    heading = "    一、主动公开情况\n"
    (folder / "long.txt").write_bytes(PAGE.replace(heading, heading + "    召开会议12次。\n" * 1_000).encode())
    with started(call.split(), folder, stdout=subprocess.PIPE) as process:
        process.stdout.close()
        error = process.stderr.read().decode()
    assert process.returncode == 0
    assert error.count("Traceback") + error.count("Broken") + error.count("Exception") == 0, error


def started(arguments: list[str], folder: Path, **streams: int) -> "subprocess.Popen[bytes]":
    # A shell that starts its jobs in the background hands down an ignored interrupt.
    def listening() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    options = {"cwd": folder, "env": environment(), "stderr": subprocess.PIPE, "preexec_fn": listening}
    return subprocess.Popen([*PROGRAM, *arguments], **options, **streams)


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_interrupt_says_one_word(folder: Path) -> None:
    """The command has read a part of its input, and waits for the rest, when Ctrl-C comes."""
    with started(["check", "-"], folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdin.write(GOOD)
        process.stdin.flush()
        until(lambda: is_drained(process.stdin.fileno()))
        process.send_signal(signal.SIGINT)
        error = process.stderr.read().decode()
        process.stdin.close()
    assert process.returncode == 130
    assert error == "govdisclosure: interrupted\n"


def until(reached: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for a state, at most so long."""
    end = time.monotonic() + seconds
    while not reached():
        assert time.monotonic() < end, "the state was not reached"
        time.sleep(0.02)


def is_drained(pipe: int) -> bool:
    """Whether everything that was written into a pipe has been read."""
    import fcntl
    import termios

    waiting = array("i", [0])
    fcntl.ioctl(pipe, termios.FIONREAD, waiting)
    return waiting[0] == 0


# --- no case is forgotten ---------------------------------------------------------------------------------


def test_every_command_is_tried_and_every_exit_code_seen() -> None:
    cases = [*CLEAN, *FOUND, *USAGE, *UNREADABLE]
    tried = {argument for case in cases for argument in case.arguments}
    assert set(COMMANDS) <= tried
    assert {case.code for case in cases} == {0, 2, 3, 4, 5}


def test_unexpected_failure_is_told_in_one_line(folder: Path) -> None:
    """Exit code 1: a defect of the program itself, here brought about from outside."""
    broken = "import govdisclosure.cli.doctor as d; d._round_trip = lambda: 1 / 0\n"
    call = "from govdisclosure.cli import main; raise SystemExit(main(['doctor']))"
    done = subprocess.run([sys.executable, "-c", broken + call], capture_output=True, check=False, cwd=folder)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "govdisclosure: unexpected failure: ZeroDivisionError: division by zero"
    ]
