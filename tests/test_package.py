"""The package as it is published: what is in it, what it needs, and that it works where only it is installed."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Iterator
from email.parser import Parser
from pathlib import Path

import pytest
from tests.tools import ROOT, need

pytestmark = pytest.mark.xdist_group("package")

WHEELHOUSE = ROOT / "build" / "wheelhouse"
EXAMPLE = ROOT / "examples" / "qinghe-market-supervision-2016.txt"
#: What is installed with the package, and nothing else: the four, and what these need themselves.
RUNTIME = {"attrs", "babel", "cattrs", "jsonschema"}
BELOW = {"jsonschema-specifications", "referencing", "rpds-py", "typing-extensions"}


def run(command: list[str | Path], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command; its output is in the failure if it fails."""
    made = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert made.returncode == 0, f"{command}\n{made.stdout}\n{made.stderr}"
    return made


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the files that a commit would hold, so that building leaves the work tree alone."""
    need("git", "it says which files belong to the project")
    listed = run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], ROOT).stdout
    folder = tmp_path_factory.mktemp("sources")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def dist(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, "."], sources)
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Iterator[zipfile.ZipFile]:
    (path,) = dist.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


@pytest.fixture(scope="module")
def sdist(dist: Path) -> dict[str, bytes]:
    """The files of the sdist by their path below its one folder."""
    (path,) = dist.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        files = {m.name.partition("/")[2]: archive.extractfile(m) for m in archive.getmembers() if m.isfile()}
        return {name: stream.read() for name, stream in files.items() if stream}


def files_of(folder: str, pattern: str = "*") -> dict[str, bytes]:
    """The files below a folder of the project, by path below it."""
    base = ROOT / folder
    return {p.relative_to(base).as_posix(): p.read_bytes() for p in sorted(base.rglob(pattern)) if p.is_file()}


# --- contents


def test_wheel_holds_the_package_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    names = {name for name in wheel.namelist() if not name.endswith("/")}
    assert {name.split("/")[0] for name in names} == {"govdisclosure", "govdisclosure-0.1.0.dist-info"}
    assert not [name for name in names if "test" in name.lower() or name.endswith((".pyc", ".tmp"))]
    modules = {f"govdisclosure/{name}" for name in files_of("src/govdisclosure", "*.py")}
    assert modules == {name for name in names if name.endswith(".py")}
    assert "govdisclosure/py.typed" in names


def test_wheel_has_each_catalog_compiled(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    catalogs = {name for name in names if name.endswith(".po")}
    assert catalogs == {f"govdisclosure/{name}" for name in files_of("src/govdisclosure", "*.po")}
    assert {name.removesuffix(".po") for name in catalogs} == {n.removesuffix(".mo") for n in names if n[-3:] == ".mo"}
    for name in names:
        if name.endswith(".mo"):
            assert wheel.read(name) == (ROOT / "src" / name).read_bytes(), f"{name}: run make catalogs"


def test_wheel_carries_the_published_schemas(wheel: zipfile.ZipFile) -> None:
    prefix = "govdisclosure/schemas/"
    bundled = {n.removeprefix(prefix): wheel.read(n) for n in wheel.namelist() if n.startswith(prefix)}
    assert bundled == files_of("schemas")


def test_both_carry_the_licences(wheel: zipfile.ZipFile, sdist: dict[str, bytes]) -> None:
    info = "govdisclosure-0.1.0.dist-info"
    for name, words in (("LICENSE", "Apache License"), ("LICENSE-CC0", "CC0 1.0 Universal")):
        assert words in wheel.read(f"{info}/licenses/{name}").decode()
        assert words in sdist[name].decode()


def test_metadata(wheel: zipfile.ZipFile) -> None:
    told = Parser().parsestr(wheel.read("govdisclosure-0.1.0.dist-info/METADATA").decode())
    needed = {line.split(">")[0].lower() for line in told.get_all("Requires-Dist", []) if "extra ==" not in line}
    assert needed == RUNTIME
    assert told["Requires-Python"] == ">=3.11"
    assert told["License-Expression"] == "Apache-2.0 AND CC0-1.0"
    assert told.get_payload().strip(), "the description is the readme"
    assert (
        "govdisclosure = govdisclosure.cli:main"
        in wheel.read("govdisclosure-0.1.0.dist-info/entry_points.txt").decode()
    )


def test_sdist_holds_what_building_needs_and_no_tests(sdist: dict[str, bytes]) -> None:
    assert {"pyproject.toml", "hatch_build.py", "README.md", "PKG-INFO"} <= set(sdist)
    tops = {name.split("/")[0] for name in sdist}
    assert not tops & {"tests", "bench", "scripts", "build", ".ci", ".venv", "requirements"}
    assert not [name for name in sdist if name.endswith((".mo", ".pyc"))]
    assert {n.removeprefix("schemas/"): b for n, b in sdist.items() if n.startswith("schemas/")} == files_of("schemas")


# --- alone in a new environment


@pytest.fixture(scope="module")
def alone(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a new environment that holds the wheel and what it needs, installed without a network."""
    need(WHEELHOUSE / "made", "the wheels of the dependencies; run: make build/wheelhouse/made")
    folder = tmp_path_factory.mktemp("alone")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    (path,) = dist.glob("*.whl")
    pip = [programs / "python", "-m", "pip", "--disable-pip-version-check", "--no-cache-dir"]
    run([*pip, "install", "--no-index", "--find-links", WHEELHOUSE, path], folder)
    run([*pip, "check"], folder)
    return programs


def test_the_four_and_what_they_need_are_all(alone: Path) -> None:
    listed = run([alone / "python", "-m", "pip", "list", "--format", "json"], alone).stdout
    installed = {package["name"].lower().replace("_", "-") for package in json.loads(listed)}
    assert installed - {"pip", "setuptools"} == RUNTIME | BELOW | {"govdisclosure"}


def test_the_main_job_by_command(alone: Path, tmp_path: Path) -> None:
    command = alone / "govdisclosure"
    shutil.copy(EXAMPLE, tmp_path / "report.txt")
    run([command, "read", "report.txt", "-o", "report.json"], tmp_path)
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert (report["year"], report["powers"]["total"]) == (2016, 370)
    checked = run([command, "check", "report.json", "--format", "json"], tmp_path).stdout
    assert json.loads(checked) == {"findings": []}
    for locale, words in (("en", "Administrative penalty"), ("zh-Hant", "行政處罰")):
        run([command, "render", "report.json", "--to", "html", "--locale", locale, "-o", "report.html"], tmp_path)
        assert words in (tmp_path / "report.html").read_text("utf-8")
    facts = run([command, "facts", "report.json", "--format", "csv"], tmp_path).stdout
    assert len(facts.splitlines()) > 20
    published = (ROOT / "schemas" / f"{report['form']}.schema.json").read_text("utf-8")
    assert run([command, "schema", report["form"]], tmp_path).stdout == published
    assert "FAILED" not in run([command, "doctor"], tmp_path).stdout


def test_the_main_job_in_python(alone: Path, tmp_path: Path) -> None:
    program = f"""
import importlib.resources, json, sys
import govdisclosure as gd
draft = gd.read({str(EXAMPLE)!r})
assert gd.check(draft.report) == ()
assert gd.loads(gd.dumps(draft.report)) == draft.report
assert gd.validate(json.loads(gd.dumps(draft.report))) == ()
bundled = importlib.resources.files(gd) / "schemas" / (draft.report.form + ".schema.json")
assert json.loads(bundled.read_text("utf-8")) == gd.schema(draft.report.form)
assert {{name for name in gd.__all__ if getattr(gd, name) is None}} == set()
print(*sorted({{name.split(".")[0] for name in sys.modules}}))
"""
    made = run([alone / "python", "-I", "-W", "error", "-c", program], tmp_path)
    extras = {"selectolax", "pdfminer", "docx", "openpyxl", "jinja2", "typst", "pyarrow", "orjson", "rich"}
    assert not extras & set(made.stdout.split())


def test_the_command_works_in_any_surroundings(alone: Path, tmp_path: Path) -> None:
    """An old locale, no home and another folder change no byte."""
    command = [alone / "govdisclosure", "render", EXAMPLE, "--to", "text", "--locale", "zh-Hans"]
    plain = run(command, tmp_path).stdout
    odd = run(command, tmp_path, LC_ALL="C", LANG="C", TZ="Pacific/Kiritimati", HOME="/nonexistent", PYTHONUTF8="0")
    assert odd.stdout == plain
