"""A4, strict structuring: nothing is coerced, every problem has its place, and all are told at once."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.strategies import Fault, Site, faults, pointer_of, replaced, sample, sites

from govdisclosure import DecodeError, Report, loads
from govdisclosure.codec import decode
from govdisclosure.shape import Record, Shape

FULL = sample(Record(Report))
SITES = tuple(sites(FULL, Record(Report)))
LEAVES = tuple(site for site in SITES if site.is_scalar and site.value is not None)


def problems(document: Any) -> list[tuple[str, str]]:
    """Code and pointer of each problem that ``loads`` finds."""
    with pytest.raises(DecodeError) as caught:
        loads(json.dumps(document))
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


def one_site_a_shape() -> tuple[Site, ...]:
    """The first place of each scalar shape that a report has."""
    first: dict[Shape, Site] = {}
    for site in LEAVES:
        first.setdefault(site.shape, site)
    return tuple(first.values())


def wrong_scalars() -> Iterator[Any]:
    """Each scalar shape with each wrong value."""
    for site in one_site_a_shape():
        for fault in faults(site.shape, site.value):
            yield pytest.param(
                site, fault, id=f"{pointer_of(site.steps)}: {fault.name}".encode("unicode_escape").decode()
            )


WRONG_SCALARS = tuple(wrong_scalars())


def first_fault(site: Site) -> Fault:
    return faults(site.shape, site.value)[0]


def spoiled(places: tuple[Site, ...]) -> Any:
    """The full document with a wrong value in each of the places."""
    document = FULL
    for site in places:
        document = replaced(document, site.steps, first_fault(site).value)
    return document


def test_the_full_document_is_valid() -> None:
    assert loads(json.dumps(FULL))


def test_every_kind_of_scalar_is_tried() -> None:
    tried = {site.kind for site in one_site_a_shape()}
    assert tried == {"Text", "Whole", "Exact", "Day", "Clock", "Truth", "Code", "Either"}


@pytest.mark.parametrize(("site", "fault"), WRONG_SCALARS)
def test_wrong_scalar_is_refused(site: Site, fault: Fault) -> None:
    document = replaced(FULL, site.steps, fault.value)
    assert problems(document) == [(fault.code, pointer_of(site.steps))]


@pytest.mark.parametrize(("site", "fault"), WRONG_SCALARS)
def test_wrong_plain_value_is_refused(site: Site, fault: Fault) -> None:
    with pytest.raises(DecodeError) as caught:
        decode(replaced(FULL, site.steps, fault.value))
    assert [problem.pointer for problem in caught.value.problems] == [pointer_of(site.steps)]


@pytest.mark.parametrize("site", SITES, ids=lambda site: pointer_of(site.steps) or "the report")
def test_every_fault_of_every_place_is_told(site: Site) -> None:
    for fault in faults(site.shape, site.value):
        found = problems(replaced(FULL, site.steps, fault.value))
        assert found == [(fault.code, pointer_of(site.steps) + fault.below)], fault.name


def test_all_problems_are_told_at_once_in_document_order() -> None:
    expected = [(first_fault(site).code, pointer_of(site.steps)) for site in LEAVES]
    assert problems(spoiled(LEAVES)) == expected


@pytest.mark.parametrize("count", [3, 4, 5, 8, 13, 21])
def test_several_problems_are_told_at_once(count: int) -> None:
    places = LEAVES[:: len(LEAVES) // count][:count]
    assert [pointer for _, pointer in problems(spoiled(places))] == [pointer_of(site.steps) for site in places]


def test_missing_unknown_and_wrong_together() -> None:
    document = {key: value for key, value in FULL.items() if key != "title"} | {
        "subtitle": "",
        "year": "2015",
    }
    document["period"] = {"start": "2015-02-29", "finish": "2015-12-31"}
    document["channels"] = [{"kind": "smoke"}, "a channel"]
    assert set(problems(document)) == {
        ("missing-key", ""),
        ("unknown-key", "/subtitle"),
        ("wrong-type", "/year"),
        ("not-a-date", "/period/start"),
        ("missing-key", "/period"),
        ("unknown-key", "/period/finish"),
        ("not-a-code", "/channels/0/kind"),
        ("missing-key", "/channels/0"),
        ("wrong-type", "/channels/1"),
    }


def test_every_missing_key_is_told() -> None:
    with pytest.raises(DecodeError) as caught:
        loads("{}")
    assert [dict(problem.params)["key"] for problem in caught.value.problems] == list(FULL)


def test_unknown_form_is_told_beside_the_rest() -> None:
    assert problems(FULL | {"form": "cn-1999", "year": 1}) == [
        ("unknown-form", "/form"),
        ("out-of-range", "/year"),
    ]
