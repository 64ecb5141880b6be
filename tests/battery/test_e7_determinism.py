"""E7, determinism: the same input gives the same bytes, whatever the process, its settings and its folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.narratives import GOOD, narratives
from tests.strategies import drawn
from tests.tools import ROOT, examples

WRONG = GOOD.replace("行政处罚173项".encode(), "行政处罚174项".encode())
#: Runs calls of the command, one a line, in one process; each writes into a file of its own.
_RUN_ALL = """
import io, sys
from govdisclosure.cli import main
for number, line in enumerate(sys.stdin.read().split("\\n")[:-1]):
    sys.stdout = io.TextIOWrapper(open(f"{sys.argv[1]}/{number}.out", "wb"), "utf-8")
    sys.stderr = io.TextIOWrapper(open(f"{sys.argv[1]}/{number}.err", "wb"), "utf-8")
    code = main(line.replace("OUT", sys.argv[1]).split(" "))
    sys.stdout.write(str(code))
    sys.stdout.close(), sys.stderr.close()
"""
_EACH = (
    *("read {file} -o OUT/{number}.json", "read {file} --findings OUT/{number}.jsonl", "read {file} --lang zh-Hans"),
    *("render {file} --to html", "render {file} --to html --locale en", "render {file} --to html --locale ar"),
    *("render {file} --to markdown", "render {file} --to text --locale zh-Hant", "render {file} --to summary"),
    *("render {file} --to pdf --locale en", "render {file} --to pdf --locale zh-Hant"),
    "render {file} --catalogs WORDING --locale ko --template TEMPLATE",
    *("render {file} --to docx", "render {file} --to docx --locale ar"),
    *("check {file} --format text --lang zh-Hant", "check {file} --format json", "check {file} --format jsonl"),
    *("check {file} --format sarif", "check {file} --format github", "facts {file}", "facts {file} --format jsonl"),
)
APPLICATION = ROOT / "examples" / "application"
_ONCE = ("schema", "schema cn-2014", "explain", "explain powers-total --lang zh-Hans", "check {folder} --format json")
SETTINGS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8"},
    {"PYTHONHASHSEED": "4294967295", "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "1"},
    {"PYTHONHASHSEED": "77", "TZ": "XXX+25", "LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii", "PYTHONOPTIMIZE": "1"},
)


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents of every kind that outputs are made of."""
    folder = tmp_path_factory.mktemp("inputs")
    texts = {"good.txt": GOOD, "wrong.txt": WRONG}
    texts |= {f"{i}.txt": text.encode() for i, text in enumerate(drawn(narratives(), examples(8, 60))) if text.strip()}
    for name, data in texts.items():
        (folder / name).write_bytes(data)
    return folder


def calls(inputs: Path) -> list[str]:
    files = sorted(inputs.iterdir())
    each = [call.format(file=file, number=f"{file.stem}-{i}") for file in files for i, call in enumerate(_EACH)]
    own = {"WORDING": APPLICATION / "wording", "TEMPLATE": APPLICATION / "templates" / "office.html.j2"}
    for name, path in own.items():
        each = [call.replace(name, str(path)) for call in each]
    return [*each, *(call.format(folder=inputs) for call in _ONCE)]


def outputs(inputs: Path, setting: dict[str, str], target: Path, folder: Path) -> dict[str, bytes]:
    """Every output of every call under one setting."""
    target.mkdir()
    subprocess.run(
        [sys.executable, "-c", _RUN_ALL, str(target)],
        input="".join(f"{call}\n" for call in calls(inputs)).encode(),
        check=True,
        cwd=folder,
        env={"PATH": os.environ["PATH"]} | setting,
    )
    return {path.name: path.read_bytes() for path in target.iterdir()}


@pytest.fixture(scope="module")
def usual(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    base = tmp_path_factory.mktemp("usual")
    return outputs(inputs, SETTINGS[0], base / "out", Path("/"))


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting["TZ"])
def test_same_bytes(setting: dict[str, str], inputs: Path, usual: dict[str, bytes], tmp_path: Path) -> None:
    found = outputs(inputs, setting, tmp_path / "out", tmp_path)
    assert found.keys() == usual.keys()
    # The name of the output folder is the caller's, not the program's.
    assert {name: data for name, data in found.items() if data != usual[name]} == {}


def test_the_calls_did_something(inputs: Path, usual: dict[str, bytes]) -> None:
    assert len([name for name in usual if name.endswith(".out")]) == len(calls(inputs))
    assert not [name for name, data in usual.items() if b"unexpected failure" in data]
    codes = [data[-1:] for name, data in usual.items() if name.endswith(".out")]
    # 2: a PDF that would need a character that no font of the machine draws.
    assert set(codes) <= {b"0", b"2", b"3"}
    refused = [name.removesuffix(".out") for name, data in usual.items() if name.endswith(".out") and data[-1:] == b"2"]
    assert all(b"U+" in usual[f"{name}.err"] for name in refused)
