"""The published TypeScript types: made from the schemas as they are, right programs compile, wrong ones do not."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from tests.tools import ROOT, need

SCHEMAS = ROOT / "schemas"
TYPES = SCHEMAS / "typescript"
MODULES = ROOT / "tests" / "node" / "node_modules"
SAMPLE = ROOT / "examples" / "typescript" / "sample.ts"
MISUSE = ROOT / "tests" / "typescript" / "misuse.ts"
#: facts.schema.json describes the columns of CSV files and is no JSON Schema.
NAMES = sorted(p.name.removesuffix(".schema.json") for p in SCHEMAS.glob("*.schema.json") if p.name[:5] != "facts")
_MARK = re.compile(r"// @ts-expect-error (TS[0-9]+)$")


def tsc(*arguments: str | Path) -> str:
    program = need(MODULES / ".bin" / "tsc", "run scripts/install-test-tools")
    options = ["--strict", "--pretty", "false", "--target", "es2022", "--module", "nodenext", "--types", ""]
    command = [program, *options, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd=ROOT, timeout=120).stdout


def test_the_types_are_current(tmp_path: Path) -> None:
    need(MODULES / "json-schema-to-typescript", "run scripts/install-test-tools")
    command = [need("node", "it writes the types"), str(ROOT / "scripts" / "typescript.mjs"), str(tmp_path)]
    subprocess.run(command, check=True, timeout=120)
    made, published = ({p.name: p.read_text("utf-8") for p in folder.iterdir()} for folder in (tmp_path, TYPES))
    assert sorted(published) == [f"{name}.d.ts" for name in NAMES]
    stale = [name for name in published if made.get(name) != published[name]]
    assert not stale, "run: node scripts/typescript.mjs"


@pytest.mark.parametrize("name", NAMES)
def test_every_definition_has_one_type_of_its_name(name: str) -> None:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    text = (TYPES / f"{name}.d.ts").read_text("utf-8")
    declared = re.findall(r"^export (?:type|interface) (\w+)", text, re.MULTILINE)
    assert sorted(declared) == sorted([schema["title"], *schema["$defs"]])
    assert text.startswith(f"/**\n * TypeScript types of {name}.schema.json, generated")
    assert "License: CC0-1.0" in text


def test_the_types_say_what_cells_hold() -> None:
    text = (TYPES / "cn-2021.d.ts").read_text("utf-8")
    assert 'export type AbsentCell = "not_applicable" | "unreadable";' in text
    assert "export type Count = number | AbsentCell | null;" in text
    assert "export type Amount = `${number}` | AbsentCell | null;" in text
    assert "  state_secret: Applicants;" in text
    assert "  other_undivided: Applicants | null;" in text


def test_right_and_marked_programs_compile() -> None:
    assert tsc("--noEmit", SAMPLE, MISUSE) == ""


def test_every_mistake_is_the_one_that_its_mark_names(tmp_path: Path) -> None:
    lines = MISUSE.read_text("utf-8").splitlines()
    marks = {n + 1: m[1] for n, line in enumerate(lines, 1) if (m := _MARK.match(line))}
    for folder in ("examples", "schemas"):
        (tmp_path / folder).symlink_to(ROOT / folder, target_is_directory=True)
    target = tmp_path / "tests" / "typescript" / "misuse.ts"
    target.parent.mkdir(parents=True)
    target.write_text("\n".join(_MARK.sub("//", line) for line in lines), "utf-8")
    found = set(re.findall(r"misuse\.ts\((\d+),\d+\): error (TS[0-9]+)", tsc("--noEmit", target)))
    assert {int(line) for line, _ in found} == set(marks)
    assert {(str(line), code) for line, code in marks.items()} <= found


_PROGRAM = """
import { readFileSync } from "node:fs";
const [sample, ...paths] = process.argv.slice(1);
const { read, summary } = await import(sample);
console.log(JSON.stringify(paths.map((path) => summary(read(readFileSync(path, "utf8"))))));
"""


def test_the_sample_reads_reports(tmp_path: Path) -> None:
    assert tsc("--outDir", tmp_path, "--rootDir", ROOT, SAMPLE) == ""
    node, made = need("node", "the sample runs in it"), tmp_path / "examples" / "typescript" / "sample.js"
    names = ["valid/only-other", "valid/only-other_undivided", "valid/no-tables", "invalid/all-unreadable"]
    reports = [SCHEMAS / "conformance" / "cn-2021" / f"{name}.json" for name in names]
    command = [node, "--input-type=module", "-e", _PROGRAM, str(made), *map(str, reports)]
    printed = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=60).stdout
    tables = json.loads(reports[0].read_text("utf-8"))["statistics"]
    requests, results = tables["requests"], tables["requests"]["results"]
    received, secrets = requests["received"]["total"], results["denied"]["state_secret"]["natural_person"]
    divided, undivided, none, unreadable = json.loads(printed)
    assert divided == [
        f"2021: received {received}, by applicants {received}",
        f"state secrets: {secrets} asked for by persons",
        f"other handling: {' + '.join(str(row['total']) for row in results['other'].values())}",
        f"fees, in 10,000 yuan: {tables['proactive']['fees']['amount']}",
    ]
    assert re.fullmatch("other handling: [0-9]+", undivided[2])
    assert none == ["2021: no tables"]
    assert unreadable[:2] == ["2021: received unreadable, by applicants not known", "state secrets: unreadable"]
