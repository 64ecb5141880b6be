"""Shapes: what annotations declare, and what is outside the vocabulary."""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any

import attrs
import pytest

from govdisclosure.codelist import CodeList
from govdisclosure.declare import Label, Pattern, Range
from govdisclosure.json_schema import codelists_of
from govdisclosure.model import ChannelKind, Period, Report, Section
from govdisclosure.shape import (
    Clock,
    Code,
    Day,
    Either,
    Exact,
    Field,
    Keyed,
    Many,
    Maybe,
    Record,
    Shape,
    Text,
    Truth,
    Whole,
    fields_of,
    is_record,
    records_under,
    shape_of,
)

DIGITS = Pattern("[0-9]+", "12")
SCORE = Range(0, 100)


@attrs.frozen(kw_only=True)
class Leaf:
    """A record of one field."""

    number: Annotated[int, SCORE, Label("数")] = 0


@attrs.frozen(kw_only=True)
class Tree:
    """A record that holds itself and others."""

    name: str
    leaf: Annotated[Leaf | None, Label("叶")] = None
    trees: Annotated[tuple["Tree", ...], Label("树")] = ()
    hidden: int = attrs.field(init=False, default=0)


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [(str, Text()), (int, Whole()), (Decimal, Exact()), (date, Day()), (time, Clock()), (bool, Truth()),
     (ChannelKind, Code(ChannelKind)), (Period, Record(Period)), (tuple[str, ...], Many(Text())),
     (Mapping[str, Period], Keyed(Record(Period))), (str | None, Maybe(Text())),
     (int | Decimal, Either((Whole(), Exact()))), (int | Decimal | None, Maybe(Either((Whole(), Exact())))),
     (tuple[tuple[int, ...], ...], Many(Many(Whole()))),
     (Annotated[int, SCORE], Whole(0, 100)), (Annotated[int | None, SCORE], Maybe(Whole(0, 100))),
     (Annotated[str, DIGITS], Text(DIGITS)), (Annotated[str | None, DIGITS], Maybe(Text(DIGITS))),
     (Annotated[Annotated[int, SCORE] | None, Label("分")], Maybe(Whole(0, 100))),
     (Annotated[str | None, Label("名"), DIGITS], Maybe(Text(DIGITS))),
     (Annotated[str, Label("名")], Text())],
    ids=str,
)  # fmt: skip
def test_shape_of(annotation: Any, expected: Shape) -> None:
    assert shape_of(annotation) == expected


@pytest.mark.parametrize(
    "annotation",
    [float, bytes, object, Any, None, list[str], dict[str, str], tuple[str, str], tuple[str], set[str],
     Mapping[int, str], complex],
    ids=str,
)  # fmt: skip
def test_annotations_outside_the_vocabulary(annotation: Any) -> None:
    with pytest.raises(TypeError):
        shape_of(annotation)


@pytest.mark.parametrize("codelist", codelists_of(Report), ids=lambda codelist: codelist.list_name())
def test_a_code_is_found_by_its_text(codelist: type[CodeList]) -> None:
    assert all({member: "found"}.get(member.value) == "found" for member in codelist)


def test_counts_are_exact_in_every_reader() -> None:
    assert (Whole().low, Whole().high) == (-(2**53 - 1), 2**53 - 1)


def test_fields_stand_in_declared_order_with_their_labels() -> None:
    assert fields_of(Tree) == (
        Field("name", "", Text()),
        Field("leaf", "叶", Maybe(Record(Leaf)), Label("叶")),
        Field("trees", "树", Many(Record(Tree)), Label("树")),
    )


def test_every_field_of_a_report_has_its_wording() -> None:
    unnamed = [
        (cls.__name__, field.name) for cls in records_under(Report) for field in fields_of(cls) if not field.label
    ]
    assert unnamed == []


def test_records_under_are_met_once_in_order() -> None:
    assert records_under(Tree) == (Tree, Leaf)
    assert records_under(Report)[:2] == (Report, Period)
    assert records_under(Report).count(Section) == 1


@pytest.mark.parametrize(("value", "expected"), [(Period, True), (Leaf(), False), (int, False), ("Period", False)])
def test_is_record(value: Any, expected: bool) -> None:  # noqa: FBT001
    assert is_record(value) is expected
