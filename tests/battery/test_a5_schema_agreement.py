"""A5, schema agreement: the codec and every JSON Schema validator give the same verdict on every document."""

import json
import subprocess
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import jsonschema_rs
import pytest
from hypothesis import given, settings
from tests.strategies import Mutant, drawn, mutants, replaced, reports, sample
from tests.tools import ROOT, examples, need

from govdisclosure import FORMS, DecodeError, Report, loads, schema, validate
from govdisclosure.codec import decode, encode
from govdisclosure.errors import Problem
from govdisclosure.shape import Record

FULL = sample(Record(Report))
_SECTION = {"kind": "other", "number": None, "heading": None, "paragraphs": [], "subsections": []}
_AJV = """
const Ajv = require("ajv/dist/2020").default;
const {schemas, documents} = JSON.parse(require("fs").readFileSync(0, "utf8"));
const ajv = new Ajv({strict: true, allErrors: true});
const compiled = Object.entries(schemas).map(([form, made]) => [form, ajv.compile(made)]);
const validators = Object.fromEntries(compiled);
process.stdout.write(JSON.stringify(documents.map(([form, document]) => validators[form](document))));
"""


class Difference(NamedTuple):
    """A document (its text, for what only a text can show) that a schema accepts and the codec refuses."""

    name: str
    text: str
    code: str


def _nested(levels: int) -> list[Any]:
    inner: list[Any] = []
    for _ in range(levels):
        inner = [_SECTION | {"subsections": inner}]
    return inner


def _with(pointer: tuple[str | int, ...], value: Any) -> str:
    return json.dumps(replaced(FULL, pointer, value))


#: All that the codec refuses and the published schema cannot.
DIFFERENCES = (
    Difference("an integer written 1.0", _with(("powers", "total"), 1.0), "not-an-integer"),
    Difference("a key twice", json.dumps(FULL)[:-1] + f', "year": {FULL["year"]}}}', "duplicate-key"),
    Difference("half a surrogate pair", _with(("title",), "\ud800"), "lone-surrogate"),
    Difference("sections deeper than 8", _with(("sections",), _nested(9)), "too-deep"),
)


@cache
def _rust(form: str) -> jsonschema_rs.Validator:
    return jsonschema_rs.Draft202012Validator(schema(form))


def codec_problems(document: Any) -> tuple[Problem, ...]:
    """What the codec says against a document."""
    try:
        decode(document)
    except DecodeError as error:
        return error.problems
    return ()


def verdicts(form: str, document: Any) -> dict[str, bool]:
    """Who accepts a document."""
    return {
        "codec": not codec_problems(document),
        "jsonschema": not validate(document),
        "jsonschema-rs": _rust(form).is_valid(document),
    }


def same(verdict: bool) -> dict[str, bool]:  # noqa: FBT001
    """The verdict of everybody."""
    return dict.fromkeys(("codec", "jsonschema", "jsonschema-rs"), verdict)


@settings(max_examples=examples(100, 5_000))
@given(reports())
def test_all_accept_valid_reports(report: Report) -> None:
    assert verdicts(report.form, encode(report)) == same(verdict=True)


@settings(max_examples=examples(300, 15_000))
@given(mutants())
def test_all_refuse_mutants(mutant: Mutant) -> None:
    assert verdicts(mutant.form, mutant.document) == same(verdict=False)


@pytest.mark.parametrize("judge", [codec_problems, validate])
@settings(max_examples=examples(150, 5_000))
@given(mutant=mutants())
def test_the_one_problem_is_named_where_it_is(judge: Callable[[Any], tuple[Problem, ...]], mutant: Mutant) -> None:
    assert {problem.pointer for problem in judge(mutant.document)} == {mutant.pointer}


@pytest.mark.parametrize("form", FORMS)
def test_a_report_of_another_form_is_refused_by_the_schema_of_this_one(form: str) -> None:
    others = [FULL | {"form": other} for other in FORMS if other != form]
    assert not any(_rust(form).is_valid(other) for other in others)


@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda difference: difference.name)
def test_written_differences(difference: Difference) -> None:
    assert validate(json.loads(difference.text)) == ()
    with pytest.raises(DecodeError) as caught:
        loads(difference.text)
    assert [problem.code for problem in caught.value.problems] == [difference.code]


def test_ajv_agrees() -> None:
    node = need("node", "ajv runs in it")
    modules = need(ROOT / "tests" / "node" / "node_modules", "the documents are judged by ajv too")
    valid = [(report.form, encode(report)) for report in drawn(reports(), examples(100, 5_000))]
    wrong = [(mutant.form, mutant.document) for mutant in drawn(mutants(), examples(300, 15_000))]
    batch = {"schemas": {form: schema(form) for form in FORMS}, "documents": valid + wrong}
    command = [node, "-e", _AJV]
    result = subprocess.run(
        command, input=json.dumps(batch).encode(), capture_output=True, check=True, env={"NODE_PATH": modules}
    )
    assert json.loads(result.stdout) == [True] * len(valid) + [False] * len(wrong)
