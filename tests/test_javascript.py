"""The example in JavaScript: it finds what the conformance suite says, and notices where it does not."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.tools import ROOT, need

EXAMPLE = ROOT / "examples" / "javascript"
MODULES = ROOT / "tests" / "node" / "node_modules"
SCHEMAS = ROOT / "schemas"
SUITE = Path("conformance") / "cn-2021"
#: Nobody wants to port a long file.
MAX_LINES = 140


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example, where its dependency is found."""
    made = tmp_path / "examples" / "javascript"
    shutil.copytree(EXAMPLE, made, ignore=shutil.ignore_patterns("node_modules"))
    (made / "node_modules").symlink_to(need(MODULES, "run scripts/install-test-tools"), target_is_directory=True)
    return made


def run(script: Path, *arguments: Path) -> subprocess.CompletedProcess[str]:
    command = [need("node", "it runs the example"), str(script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=120)


def changed(path: Path, change: Any) -> None:
    document = json.loads(path.read_text("utf-8"))
    change(document)
    path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")


def counted(pattern: str) -> int:
    found = SCHEMAS.glob(f"conformance/*/{pattern}")
    return sum(not path.name.endswith(".findings.json") for path in found)


def test_the_suite_passes(example: Path) -> None:
    made = run(example / "conformance.mjs", SCHEMAS)
    assert (made.returncode, made.stderr) == (0, ""), made.stdout
    expected = sum(len(json.loads(p.read_text("utf-8"))["findings"]) for p in SCHEMAS.rglob("*.findings.json"))
    assert made.stdout == (
        f"forms: {len(list(SCHEMAS.glob('*.form.json')))}, valid: {counted('valid/*.json')}, "
        f"invalid: {counted('invalid/*.json')}, years: {counted('years/*.json')}, findings: {expected}\n"
    )


def other_value(document: Any) -> None:
    document["findings"][0]["left"]["value"] += 1


def other_order(document: Any) -> None:
    document["findings"].reverse()


def one_less(document: Any) -> None:
    document["findings"].pop()


def not_a_finding(document: Any) -> None:
    document["findings"][0]["severity"] = "grave"


@pytest.mark.parametrize("change", [other_value, other_order, one_less, not_a_finding])
def test_a_difference_is_noticed(example: Path, tmp_path: Path, change: Any) -> None:
    shutil.copytree(SCHEMAS, tmp_path / "schemas")
    changed(tmp_path / "schemas" / SUITE / "invalid" / "every-rule-fails.findings.json", change)
    made = run(example / "conformance.mjs")  # the folder beside the examples
    assert made.returncode == 1, made.stderr
    assert "every-rule-fails" in made.stdout


@pytest.mark.parametrize(
    ("path", "change"),
    [
        (SUITE / "valid" / "filled.json", lambda document: document.update(unknown=1)),
        (SUITE / "years" / "carried-over.json", lambda pair: pair["later"].pop("language")),
        (Path("cn-2014.form.json"), lambda form: form.update(unknown=1)),
    ],
)
def test_what_a_schema_refuses_is_noticed(example: Path, tmp_path: Path, path: Path, change: Any) -> None:
    schemas = shutil.copytree(SCHEMAS, tmp_path / "schemas")
    changed(schemas / path, change)
    made = run(example / "conformance.mjs", schemas)
    assert made.returncode == 1, made.stderr
    assert len(made.stdout.splitlines()) == 2
    assert f"{path.name}: / must " in made.stdout


def test_an_empty_suite_does_not_pass(example: Path, tmp_path: Path) -> None:
    schemas = shutil.copytree(SCHEMAS, tmp_path / "schemas", ignore=shutil.ignore_patterns("years"))
    assert run(example / "conformance.mjs", schemas).returncode == 1


@pytest.mark.parametrize(
    ("name", "code", "first"),
    [
        ("valid/filled.json", 0, ""),
        ("valid/no-tables.json", 0, ""),
        ("invalid/all-blank.json", 0, "info\trequests-balance\tundecided"),
        ("invalid/requests-balance-fails.json", 3, "error\trequests-balance\tfailed"),
    ],
)
def test_one_report(example: Path, name: str, code: int, first: str) -> None:
    made = run(example / "check.mjs", SCHEMAS / SUITE / name, SCHEMAS)
    assert (made.returncode, made.stderr) == (code, "")
    assert made.stdout.startswith(first)
    assert bool(made.stdout) == bool(first)


@pytest.mark.parametrize("text", ["{}", "null", "not JSON", '{"form": "cn-1999"}', None, "a key too many"])
def test_what_is_no_report(example: Path, tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "report.json"
    if text == "a key too many":
        shutil.copy(SCHEMAS / SUITE / "valid" / "filled.json", path)
        changed(path, lambda document: document.update(unknown=1))
    elif text is not None:
        path.write_text(text, "utf-8")
    made = run(example / "check.mjs", path, SCHEMAS)
    assert (made.returncode, made.stdout) == (4, "")
    assert made.stderr
    assert "    at " not in made.stderr


def test_the_rules_stay_short_and_need_nothing() -> None:
    lines = (EXAMPLE / "rules.mjs").read_text("utf-8").splitlines()
    assert len(lines) <= MAX_LINES
    assert all('from "./' in line for line in lines if line.startswith("import"))
