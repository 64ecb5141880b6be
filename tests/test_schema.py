"""The published schema and foreign documents judged by it."""

import json
from copy import deepcopy
from typing import Any

import pytest
from tests.strategies import Fault, Site, faults, pointer_of, replaced, sample, sites

from govdisclosure import FORMS, DecodeError, LimitExceeded, Report, catalog, loads, schema, validate
from govdisclosure.errors import Problem
from govdisclosure.shape import Record, Shape

FULL = sample(Record(Report))
SITES = tuple(sites(FULL, Record(Report)))


def codec_problems(document: Any) -> tuple[Problem, ...]:
    """What the codec says against a document."""
    with pytest.raises(DecodeError) as caught:
        loads(json.dumps(document))
    return caught.value.problems


def codes(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(problem.pointer, problem.code) for problem in problems]


def seen_alike(fault: Fault) -> bool:
    """A number with a fraction is of a wrong type to a schema, and no integer to the codec."""
    return not isinstance(fault.value, float)


def one_site_a_shape() -> tuple[Site, ...]:
    """The first place of each shape that a report has."""
    first: dict[Shape, Site] = {}
    for site in SITES:
        first.setdefault(site.shape, site)
    return tuple(first.values())


def name_of(site: Site) -> str:
    return pointer_of(site.steps) or "the report"


def both(site: Site, fault: Fault) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """What the schema and what the codec says against a document with one fault."""
    document = replaced(FULL, site.steps, fault.value)
    return codes(validate(document)), codes(codec_problems(document))


@pytest.mark.parametrize("form", FORMS)
def test_the_full_document_is_accepted(form: str) -> None:
    assert validate(FULL | {"form": form}) == ()


def test_the_document_is_only_looked_at() -> None:
    document = FULL | {"year": "2015", "x": 1}
    before = deepcopy(document)
    validate(document)
    assert document == before


@pytest.mark.parametrize("site", one_site_a_shape(), ids=name_of)
def test_problems_are_those_of_the_codec(site: Site) -> None:
    for fault in filter(seen_alike, faults(site.shape, site.value)):
        by_schema, by_codec = both(site, fault)
        assert by_schema == by_codec, fault.name


@pytest.mark.parametrize(
    "changes",
    [{"year": 1}, {"year": "2015"}, {"issued": "2015-02-30"}, {"language": "?"}, {"form": "cn-1999"}, {"form": 1},
     {"subtitle": 1}, {"statistics": {}}, {"channels": {}}, {"channels": [1]}, {"title": []}],
    ids=str,
)  # fmt: skip
def test_words_are_those_of_the_codec(changes: dict[str, Any]) -> None:
    assert validate(FULL | changes) == codec_problems(FULL | changes)


@pytest.mark.parametrize(
    ("document", "pointer", "code"),
    [(None, "", "wrong-type"), ([], "", "wrong-type"), ("{}", "", "wrong-type"), ({}, "", "missing-key"),
     ({"form": None}, "/form", "wrong-type"), ({"form": ["cn-2014"]}, "/form", "wrong-type"),
     ({"form": "cn-1999"}, "/form", "unknown-form")],
    ids=str,
)  # fmt: skip
def test_documents_without_a_known_form(document: Any, pointer: str, code: str) -> None:
    assert codes(validate(document)) == [(pointer, code)]


def test_several_problems_are_told_at_once() -> None:
    document = {key: inner for key, inner in FULL.items() if key != "title"}
    document |= {"year": 1, "period": {"start": "2015-02-29", "end": 1}, "a/b~c": None}
    assert set(codes(validate(document))) == {
        ("", "missing-key"),
        ("/year", "out-of-range"),
        ("/period/start", "not-a-date"),
        ("/period/end", "wrong-type"),
        ("/a~1b~0c", "unknown-key"),
    }


def test_wording_of_the_validator_reaches_nobody() -> None:
    assert [problem.text for problem in validate(FULL | {"year": 1})] == ["/year: 1 is outside 1949 to 2199"]


def test_deep_documents_are_no_recursion_errors() -> None:
    inner: list[Any] = []
    for _ in range(400):
        inner = [FULL["sections"][0] | {"subsections": inner}]
    with pytest.raises(LimitExceeded):
        validate(FULL | {"sections": inner})


@pytest.mark.parametrize("form", FORMS)
def test_schemas_differ_in_form_and_tables_alone(form: str) -> None:
    made, first = schema(form), schema(next(iter(FORMS)))
    assert first["$defs"].items() <= made["$defs"].items()
    assert (made["properties"]["statistics"] == first["properties"]["statistics"]) == (not catalog.statistics_of(form))
    assert made["properties"]["form"]["const"] == form
