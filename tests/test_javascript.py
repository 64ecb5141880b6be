"""The example in JavaScript: it finds what the conformance suite says, and notices where it does not."""

import json
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from tests.foreign_form import VINTAGE, foia
from tests.strategies import drawn
from tests.tools import ROOT, examples, need

import conformance
from govdisclosure import catalog, dumps
from govdisclosure.cell import Absent, LessThan
from govdisclosure.checks import TABLE_CHECKS, check_years
from govdisclosure.codec import write
from govdisclosure.declare import CellKind
from govdisclosure.form_description import form_json
from govdisclosure.model import AdministrativeLevel, BodyKind, Identifier, IdentifierScheme, Publisher, Report

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


def test_it_says_how_it_is_used(example: Path) -> None:
    made = run(example / "check.mjs")
    assert (made.returncode, made.stdout) == (2, "")
    assert made.stderr.startswith("usage: ")


# --- beyond the suite: any numbers and absences, and a form with rows that repeat and with bounds -------------

FORMS_WITH_TABLES = [form_id for form_id in catalog.FORMS if catalog.tables(form_id)]
_CODES = [(Identifier(scheme=IdentifierScheme.OTHER, value=value),) for value in "12"]
BODIES = (
    None,
    *(Publisher(name="某局", identifiers=codes) for codes in _CODES),
    *(Publisher(name="另一局", identifiers=codes) for codes in _CODES),
    Publisher(name="某镇人民政府", kind=BodyKind.TOWNSHIP),
    Publisher(name="某县人民政府", level=AdministrativeLevel.COUNTY),
    Publisher(name="某局", kind=BodyKind.DEPARTMENT, level=AdministrativeLevel.PROVINCE),
)
_BATCH = """
import { readFileSync } from "node:fs";
const { findings, findingsBetween } = await import(process.argv[1]);
const { forms, cases } = JSON.parse(readFileSync(0, "utf8"));
const looks = { 1: findings, 2: findingsBetween };
const found = cases.map((reports) => looks[reports.length](...reports, forms[reports.at(-1).form]));
process.stdout.write(JSON.stringify(found));
"""


def cells(kind: CellKind) -> st.SearchStrategy[Any]:
    """Numbers small and large, absences and bounds."""
    small, all_of_them = st.integers(max(kind.low, -9), 30), st.integers(kind.low, kind.high)
    numbers: st.SearchStrategy[Any] = st.sampled_from([0, 1]) | small | all_of_them
    if kind.exact:
        numbers = st.builds(lambda n, scale: Decimal(n).scaleb(-scale), numbers, st.integers(0, 2))
    bounds = [LessThan(Decimal(1)), LessThan(Decimal("0.5"))] if kind.bounds else []
    return numbers | st.sampled_from([*Absent, *bounds])


@st.composite
def shaken(draw: Any, form_id: str, year: int, body: Publisher | None) -> Report:
    """A report in which every rule held before some cells of some rules were changed."""
    form = catalog.tables(form_id)
    assert form is not None
    rows = draw(st.sets(st.sampled_from([row for pair in form.alternatives for row in pair] or [""])))
    base = foia((3, 10, 11, 2), (0, 4, 4, 0)) if form_id == VINTAGE.id else conformance.filled(form, rows)
    values = form.values(base)
    rules = [e.left + e.right + e.previous for e in form.expanded(form.equations + form.year_equations, base)]
    rules += [rule.cells for rule in form.impossible for _ in range(len(rules) // 4)]
    for paths in draw(st.lists(st.sampled_from(rules), max_size=8)):
        for path in draw(st.lists(st.sampled_from(paths), max_size=4)):
            cell = form.cell(path)
            if cell and values[path] is not None:
                values[path] = draw(cells(cell.kind))
    return conformance.report(form_id, conformance.with_values(base, values), year=year, publisher=body)


@st.composite
def cases(draw: Any, form_id: str) -> tuple[Report, ...]:
    """A report; or two, most of them of the same body in consecutive years, the earlier one perhaps by another form."""
    body = draw(st.sampled_from(BODIES))
    later = draw(shaken(form_id, 2022, body))
    if form_id == VINTAGE.id or draw(st.booleans()):
        return (later,)
    other_form, other_body = st.sampled_from(FORMS_WITH_TABLES), st.sampled_from([body] * 9 + list(BODIES))
    earlier = shaken(draw(st.just(form_id) | other_form), draw(st.sampled_from([2021] * 9 + [2020])), draw(other_body))
    return (draw(earlier), later)


@pytest.mark.parametrize("form_id", [*FORMS_WITH_TABLES, VINTAGE.id])
def test_both_languages_find_the_same(form_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(catalog._FORMS, VINTAGE.id, VINTAGE)
    command = [need("node", "it runs the example"), "--input-type=module", "-e", _BATCH, str(EXAMPLE / "rules.mjs")]
    batch = drawn(cases(form_id), examples(60, 5_000))
    expected = [
        check_years(case) if len(case) > 1 else [f for looks in TABLE_CHECKS for f in looks(*case)] for case in batch
    ]
    documents = [[json.loads(dumps(report)) for report in case] for case in batch]
    given = json.dumps({"forms": {form_id: form_json(form_id)}, "cases": documents})
    made = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=True)
    for case, ours, theirs in zip(documents, expected, json.loads(made.stdout), strict=True):
        assert theirs == [json.loads(write(one)) for one in ours], json.dumps(case, ensure_ascii=False)
