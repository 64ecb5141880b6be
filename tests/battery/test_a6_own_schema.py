"""A6, own schema: it is a good schema, complete, usable offline and described throughout."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from govdisclosure import FORMS, Report, UnknownForm, schema
from govdisclosure.shape import fields_of

pytestmark = pytest.mark.parametrize("form", FORMS)


def nodes(schema_part: Any) -> Iterator[dict[str, Any]]:
    """Every object within a schema, itself first."""
    if isinstance(schema_part, dict):
        yield schema_part
    inside = schema_part.values() if isinstance(schema_part, dict) else schema_part
    for inner in inside if isinstance(schema_part, dict | list) else ():
        yield from nodes(inner)


def references(schema_part: Any) -> set[str]:
    """Everything that a schema refers to."""
    return {node["$ref"] for node in nodes(schema_part) if "$ref" in node}


def properties(made: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of every object that a schema declares."""
    for node in nodes(made):
        if isinstance(node.get("properties"), dict) and node.get("type") == "object":
            yield from node["properties"].items()


def test_meta_schema_accepts_it(form: str) -> None:
    Draft202012Validator.check_schema(schema(form))
    assert schema(form)["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def test_id_is_a_urn_that_resolves_offline(form: str) -> None:
    made = schema(form)
    assert re.fullmatch(rf"urn:govdisclosure:schema:{form}:[0-9]+\.[0-9]+", made["$id"])
    resolver = Registry().with_resource(made["$id"], Resource.from_contents(made)).resolver()
    for reference in references(made):
        assert resolver.lookup(made["$id"] + reference).contents in made["$defs"].values()


def test_ids_differ(form: str) -> None:
    assert [schema(other)["$id"] for other in FORMS].count(schema(form)["$id"]) == 1


def test_every_definition_is_reachable(form: str) -> None:
    made = schema(form)
    definitions = made.pop("$defs")
    reached: set[str] = set()
    waiting = references(made)
    while waiting:
        name = waiting.pop().removeprefix("#/$defs/")
        if name not in reached:
            reached.add(name)
            waiting |= references(definitions[name])
    assert reached == set(definitions)


def test_every_property_has_a_description(form: str) -> None:
    assert [name for name, made in properties(schema(form)) if not made.get("description")] == []


def test_every_definition_has_its_class_as_title(form: str) -> None:
    made = schema(form)
    assert {name: definition["title"] for name, definition in made["$defs"].items()} == {
        name: name for name in made["$defs"]
    }
    assert made["title"].isascii()


def test_every_code_list_is_described(form: str) -> None:
    lists = [node for node in nodes(schema(form)) if "enum" in node]
    assert lists
    assert all(node["description"] for node in lists)


def test_no_title_stands_beside_a_reference(form: str) -> None:
    assert [node for node in nodes(schema(form)) if "$ref" in node and "title" in node] == []


def test_patterns_refuse_a_last_line_feed(form: str) -> None:
    patterns = {node["pattern"] for node in nodes(schema(form)) if "pattern" in node}
    assert patterns
    assert [pattern for pattern in patterns if not pattern.endswith(r"$(?!\n)")] == []
    assert [pattern for pattern in patterns if not pattern.startswith("^")] == []


def test_examples_match_their_patterns(form: str) -> None:
    patterned = [node for node in nodes(schema(form)) if "pattern" in node]
    assert all(re.search(node["pattern"], text) for node in patterned for text in node["examples"])


def test_every_key_is_required_and_no_other_is_taken(form: str) -> None:
    objects = [node for node in nodes(schema(form)) if isinstance(node.get("required"), list)]
    assert objects
    for node in objects:
        assert list(node["properties"]) == node["required"]
        assert node["additionalProperties"] is False


def test_keys_of_the_report_stand_in_declared_order(form: str) -> None:
    assert schema(form)["required"] == [field.name for field in fields_of(Report)]


def test_it_is_json_and_made_anew(form: str) -> None:
    made = schema(form)
    assert json.loads(json.dumps(made)) == made
    made["properties"].clear()
    assert schema(form)["properties"]


def test_unknown_form(form: str) -> None:
    with pytest.raises(UnknownForm) as caught:
        schema(f"{form}-draft")
    assert caught.value.known == tuple(FORMS)
