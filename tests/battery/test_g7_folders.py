"""G7, folders and ZIP archives: what is a document is read, and everything else is named with its reason."""

import io
import json
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.command import Outcome, govdisclosure
from tests.narratives import GOOD
from tests.tools import ROOT

import govdisclosure as gd
from govdisclosure import catalog
from govdisclosure.readers.bodies import publisher_of

REPORT = gd.read(GOOD).report
DOCUMENT = gd.dumps(REPORT).encode()
PAGE = gd.render(REPORT, to="html").encode()
#: The owner file of an Office program: the name of who has the document open.
OWNER = b"\x04Lina" + b" " * 49 + b"\x04\x00L\x00i\x00n\x00a\x00" + b" \x00" * 50
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(32)
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

DOCUMENTS = {
    "in/a.HTML": PAGE,
    "in/annual.shtml": PAGE,
    "in/deep/er/list.jsp": PAGE,
    "in/page.doc": PAGE,
    "in/page.css": PAGE,
    "in/r.JSON": DOCUMENT,
    "in/words.MD": gd.render(REPORT, to="markdown").encode(),
    "in/年报.DOCX": gd.render(REPORT, to="docx"),
    "in/without": GOOD,
}
NO_DOCUMENTS = {
    "in/.DS_Store": b"\x00\x00\x00\x01Bud1",
    "in/Thumbs.db": OLD_WORD,
    "in/~$年报.DOCX": OWNER,
    "in/.~lock.a.HTML#": b",lina,desk,15.03.2024 09:12,file;",
    "in/scan.pdf": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(20),
    "in/logo.bin": PICTURE,
    "in/site.css": b"table { border: 0 }",
    "in/menu.js": b"document.write('2023');",
    "in/package.json": b'{"name": "site", "version": "1"}',
    "in/rows.JSON": b"[1, 2]",
    "in/facts.jsonl": b'{"path": "a", "year": 2023, "form": "x"}\n{"path": "b", "year": 2023, "form": "x"}\n',
}
ASSETS = {"in/annual_files/frame.html": PAGE, "in/annual_files/logo.png": PICTURE}


def put(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def left_out(outcome: Outcome) -> list[str]:
    """The files that are named as left out, one a line."""
    lines = (line.partition(": left out: ") for line in outcome.error.splitlines() if ": documents: " not in line)
    return [name for name, says, _ in lines if says]


@pytest.mark.parametrize("command", ["check", "facts", "read"])
def test_documents_are_told_by_what_they_hold(command: str, tmp_path: Path) -> None:
    outcome = govdisclosure(command, "in", folder=put(tmp_path, DOCUMENTS | NO_DOCUMENTS | ASSETS))
    assert outcome.code == 0, outcome.error
    assert left_out(outcome) == [*sorted([*NO_DOCUMENTS, "in/annual_files/"])]
    assert f"in: documents: {len(DOCUMENTS)}, left out: {len(NO_DOCUMENTS) + 1}, unreadable: 0" in outcome.error
    if command == "read":
        assert [gd.loads(line).year for line in outcome.out.splitlines()] == [REPORT.year] * len(DOCUMENTS)
    if command == "check":
        assert {line.partition(": ")[0] for line in outcome.out.decode().splitlines()} == set(DOCUMENTS)


def test_nothing_is_said_of_a_folder_of_documents_alone(tmp_path: Path) -> None:
    assert govdisclosure("check", "in", folder=put(tmp_path, DOCUMENTS)).error == ""


def test_a_folder_of_documents_is_no_folder_of_a_page(tmp_path: Path) -> None:
    """Only beside the page of its name do files belong to a page."""
    put(tmp_path, {"in/annual_files/frame.html": PAGE, "in/annual.xlsx": gd.template("cn-2021")})
    outcome = govdisclosure("check", "in", "--format", "json", folder=tmp_path)
    assert left_out(outcome) == []


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"in/a.txt": GOOD, "in/b.doc": OLD_WORD}, 5),
        ({"in/b.doc": OLD_WORD, "in/scan.png": PICTURE}, 4),
        ({"in/scan.png": PICTURE}, 4),
        ({"in/a.txt": GOOD, "in/cut.json": DOCUMENT[:90]}, 5),
        ({"in/a.txt": GOOD, "in/none.txt": b""}, 5),
        ({"in/a.txt": GOOD, "in/no-year.txt": "没有年份的文字".encode()}, 3),
    ],
)
def test_the_exit_code_is_that_of_documents(files: Mapping[str, bytes], code: int, tmp_path: Path) -> None:
    outcome = govdisclosure("facts", "in", folder=put(tmp_path, files))
    assert outcome.code == code, outcome.error
    assert all(name in outcome.error for name in files if name != "in/a.txt")


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")
def test_links_are_not_followed_in_circles(tmp_path: Path) -> None:
    put(tmp_path, {"in/a.txt": GOOD, "out/b.txt": GOOD})
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "b").symlink_to(tmp_path / "out" / "b.txt")
    (tmp_path / "in" / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "in" / "self").symlink_to("self")
    os.mkfifo(tmp_path / "in" / "pipe")
    outcome = govdisclosure("read", "in", folder=tmp_path)
    assert outcome.code == 5
    assert len(outcome.out.splitlines()) == 2
    assert left_out(outcome) == ["in/again", "in/pipe"]
    assert "documents: 2, left out: 2, unreadable: 2" in outcome.error


def test_sums_and_comparisons_count_every_ending(tmp_path: Path) -> None:
    about = {"form": "cn-2021", "year": 2023, "period": catalog.form("cn-2021").period(2023)}
    reports = [
        gd.Report(**about, statistics=gd.blank("cn-2021"), publisher=publisher_of(name))
        for name in ("丙县教育局", "丙县民政局")
    ]
    files = {f"in/{end}": gd.dumps(one).encode() for end, one in zip(("x.JSON", "y"), reports, strict=True)}
    put(tmp_path, files | {"in/~$y.xlsx": OWNER})
    outcome = govdisclosure("rollup", "in", "-o", "p.json", folder=tmp_path)
    assert "Reports added up: 2;" in outcome.error
    assert left_out(outcome) == ["in/~$y.xlsx"]


# --- ZIP archives -----------------------------------------------------------------------------------------


def packed(files: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def gbk_named(data: bytes, name: str) -> bytes:
    """An archive whose one entry has a name in GBK, as archivers in China write it: no word about the encoding."""
    raw = name.encode("gb18030")
    return packed({"x" * len(raw): data}).replace(b"x" * len(raw), raw)


@pytest.mark.parametrize("command", ["check", "facts", "read"])
def test_a_zip_of_documents_is_a_folder(command: str, tmp_path: Path) -> None:
    files = {
        "r/甲.shtml": PAGE,
        "b.txt": GOOD,
        "c/d.DOCX": DOCUMENTS["in/年报.DOCX"],
        "__MACOSX/._b.txt": b"\0\5\x16\7",
        "l.png": PICTURE,
    }
    (tmp_path / "all.dat").write_bytes(packed(files))
    outcome = govdisclosure(command, "all.dat", folder=tmp_path)
    assert outcome.code == 0, outcome.error
    assert left_out(outcome) == ["all.dat/__MACOSX/", "all.dat/l.png"]
    assert "all.dat: documents: 3, left out: 2, unreadable: 0" in outcome.error
    assert [path.name for path in tmp_path.iterdir()] == ["all.dat"]
    if command == "check":
        assert "all.dat/r/甲.shtml: nothing found" in outcome.out.decode()


def test_a_zip_from_standard_input_and_in_a_folder(tmp_path: Path) -> None:
    data = packed({"b.txt": GOOD})
    assert govdisclosure("read", "-", stdin=data).out == govdisclosure("read", "-", stdin=GOOD).out
    put(tmp_path, {"in/all.zip": data, "in/c.txt": GOOD})
    assert len(govdisclosure("read", "in", folder=tmp_path).out.splitlines()) == 2
    (tmp_path / "in" / "nested.zip").write_bytes(packed({"all.zip": data}))
    outcome = govdisclosure("read", "in", folder=tmp_path)
    assert outcome.code == 5
    assert "in/nested.zip/all.zip" in outcome.error


@pytest.mark.parametrize("name", ["青禾县教育局2023年年报.txt", "报告/民政.txt"])
def test_names_in_gbk(name: str, tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(gbk_named(GOOD, name))
    assert f"all.zip/{name}: nothing found" in govdisclosure("check", "all.zip", folder=tmp_path).out.decode()


def test_names_in_cp437_and_names_that_lead_outside(tmp_path: Path) -> None:
    raw = "résumé.txt".encode("cp437")
    data = packed({"x" * len(raw): GOOD, "../../out.txt": GOOD}).replace(b"x" * len(raw), raw)
    (tmp_path / "all.zip").write_bytes(data)
    outcome = govdisclosure("check", "all.zip", folder=tmp_path)
    assert {line.partition(": ")[0] for line in outcome.out.decode().splitlines()} == {
        "all.zip/résumé.txt", "all.zip/../../out.txt"}  # fmt: skip
    assert [path.name for path in tmp_path.iterdir()] == ["all.zip"]


def test_an_office_file_is_no_folder(tmp_path: Path) -> None:
    put(tmp_path, {"a.docx": DOCUMENTS["in/年报.DOCX"], "b": gd.template("cn-2021")})
    assert govdisclosure("check", "a.docx", "b", folder=tmp_path).error == ""


@pytest.mark.parametrize(
    ("data", "limit"),
    [
        (packed({"bomb.txt": b" " * 8 * 2**20}), "archive_ratio"),
        (packed({f"{number}": b"" for number in range(5_001)}), "archive_entries"),
        (packed({"large.txt": os.urandom(33 * 2**20)}), "archive_part_bytes"),
    ],
    ids=["bomb", "entries", "large"],
)
def test_an_archive_beyond_a_limit_names_it(data: bytes, limit: str, tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(data)
    outcome = govdisclosure("check", "all.zip", folder=tmp_path)
    assert outcome.code == 4
    assert limit in outcome.error
    assert "all.zip" in outcome.error
    assert not outcome.has_traceback


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + bytes(200), packed({"a.txt": GOOD})[:-30]])
def test_a_damaged_archive_is_an_error(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(data)
    outcome = govdisclosure("check", "all.zip", folder=tmp_path)
    assert (outcome.code, outcome.has_traceback) == (4, False)
    assert "all.zip" in outcome.error


# --- an output that is an input ---------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path, {"a.txt": GOOD, "in/a.txt": GOOD, "in/b.json": DOCUMENT, "names.txt": "丙县教育局\n".encode()})
    put(tmp_path, {"t.html.j2": b"{{ report.year }}"})
    (tmp_path / "linked.txt").symlink_to("a.txt")
    (tmp_path / "twin.txt").hardlink_to(tmp_path / "a.txt")
    return tmp_path


OVERWRITING = (
    "read a.txt -o a.txt",
    "read a.txt -o ./in/../a.txt",
    "read a.txt -o linked.txt",
    "read linked.txt -o a.txt",
    "read a.txt -o twin.txt",
    "read a.txt -o new.json --findings a.txt",
    "read in -o in/b.json",
    "read - -o a.txt",
    "render a.txt -o a.txt",
    "render in/b.json --template t.html.j2 -o t.html.j2",
    "facts a.txt in/b.json -o in/b.json",
    "facts in -o in/a.txt",
    "facts i? -o in/a.txt",
    "show in/b.json --source a.txt -o a.txt",
    "show in/b.json --source a.txt -o in/b.json",
    "compare a.txt in/b.json -o a.txt",
    "compare in -o in/a.txt",
    "rollup in/b.json -o in/b.json",
    "rollup in/b.json -o in/b.json --publisher 清河县市场监督管理局",
    "rollup in -o in/b.json --publisher 丙县人民政府",
    "rollup in -o p.json --coverage in/a.txt",
    "rollup in -o names.txt --expected names.txt",
)


@pytest.mark.parametrize("call", OVERWRITING)
def test_an_output_that_is_an_input_is_refused(call: str, folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with (folder / "a.txt").open("rb") as stream:
        outcome = piped(call, folder, stream) if " - " in call else govdisclosure(*call.split(), folder=folder)
    assert outcome.code == 2, outcome.error
    assert "would be overwritten" in outcome.error
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def piped(call: str, folder: Path, stream: io.BufferedReader) -> Outcome:
    import subprocess

    from tests.command import PROGRAM, environment

    done = subprocess.run(
        [*PROGRAM, *call.split()], stdin=stream, capture_output=True, check=False, cwd=folder, env=environment()
    )
    return Outcome(done.returncode, done.stdout, done.stderr.decode())


@pytest.mark.parametrize("call", ["read a.txt -o new.json", "read in -o b.json", "facts in -o in/new.csv"])
def test_an_output_beside_the_inputs_is_written(call: str, folder: Path) -> None:
    assert govdisclosure(*call.split(), folder=folder).code == 0


def test_every_argument_that_names_a_file_says_what_becomes_of_it() -> None:
    """Else a new command could overwrite its input."""
    from govdisclosure.cli import parser
    from govdisclosure.cli.arguments import InputName, OutputName

    (commands,) = (action for action in parser()._actions if action.choices)
    for command in commands.choices.values():
        for action in command._actions:
            if action.metavar in ("FILE", "DIR"):
                assert action.type in (InputName, OutputName), (command.prog, action.dest)


# --- the limit that was met -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "limit"),
    [
        (b"a" * (11 * 2**20), "text_bytes"),
        (b"a" * (40 * 2**20), "text_bytes"),
        (b'{"form": "' + b"a" * (33 * 2**20), "json_bytes"),
        (b"%PDF-1.7\n" + bytes(33 * 2**20), "pdf_bytes"),
    ],
    ids=["text", "large text", "json", "pdf"],
)
@pytest.mark.parametrize("way", ["file", "stdin", "folder"])
def test_the_limit_of_its_kind_is_named(data: bytes, limit: str, way: str, tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(data)
    named = {"file": "large", "stdin": "-", "folder": "."}[way]
    outcome = govdisclosure("check", named, folder=tmp_path, stdin=data if way == "stdin" else b"")
    assert outcome.code == 4
    bound = getattr(gd.Limits(), limit)
    assert f"the limit {limit} is exceeded: " in outcome.error
    assert f"where at most {bound} is allowed" in outcome.error
    assert ("<stdin>" if way == "stdin" else "large") in outcome.error
    if way != "stdin":
        assert str(len(data)) in outcome.error


def test_the_source_that_is_too_large_is_the_one_that_is_named(folder: Path) -> None:
    (folder / "large.txt").write_bytes(b"a" * (11 * 2**20))
    outcome = govdisclosure("show", "in/b.json", "--source", "large.txt", folder=folder)
    assert outcome.code == 4
    assert "large.txt: the limit text_bytes" in outcome.error


# --- the cases --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["sets/capital-extension.d", "sets/owner-file.d", "read/folder-of-saved-pages"])
def test_every_file_of_the_cases_is_read_or_named(name: str) -> None:
    place = ROOT.parent / "shared" / "cases" / name
    if not place.is_dir():
        pytest.skip(f"{place} is not there")
    outcome = govdisclosure("check", place)
    told = outcome.out.decode() + outcome.error
    assert all(path.name in told for path in place.iterdir())
    assert json.dumps(outcome.code) in "0345"
