"""What shape the value of a field has. The one place that reads the fields and annotations of attrs classes.

The codec, the schema, paths, the flat table and the documentation all walk these shapes, so that a field is
declared once and nothing can disagree about it.
"""

import types
import typing
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Any, TypeGuard

import attrs

from govdisclosure.codelist import CodeList
from govdisclosure.declare import MAX_COUNT, CellKind, Label, Mark, Pattern, Range, Table

__all__ = [
    "Cell",
    "Clock",
    "Code",
    "Day",
    "Either",
    "Exact",
    "Field",
    "Keyed",
    "Many",
    "Maybe",
    "Record",
    "Shape",
    "Text",
    "Truth",
    "Whole",
    "field_of",
    "fields_in",
    "fields_of",
    "is_record",
    "records_under",
    "shape_of",
]


@attrs.frozen
class Text:
    """A text; JSON string. ``pattern`` bounds it where a standard does."""

    pattern: Pattern | None = None


@attrs.frozen
class Whole:
    """An integer within a range; JSON integer."""

    low: int = -MAX_COUNT
    high: int = MAX_COUNT


@attrs.frozen
class Exact:
    """An exact decimal that keeps its scale; JSON string."""


@attrs.frozen
class Day:
    """A calendar date; JSON string YYYY-MM-DD."""


@attrs.frozen
class Clock:
    """A local time of day; JSON string HH:MM:SS."""


@attrs.frozen
class Truth:
    """True or false."""


@attrs.frozen
class Code:
    """A member of a code list; JSON string."""

    codelist: type[CodeList]


@attrs.frozen
class Cell:
    """A cell of a statutory table: a number, an absence, or a bound.

    JSON integer or decimal string, ``null`` for a blank, ``"not_applicable"``, ``"unreadable"``, ``"<1"``.
    """

    kind: CellKind


@attrs.frozen
class Record:
    """An attrs class; JSON object with every declared key.

    ``variant`` is the class of the statutory tables where the class holds tables of more than one form.
    """

    cls: type
    variant: type | None = None


@attrs.frozen
class Many:
    """A tuple of like things; JSON array."""

    item: "Shape"


@attrs.frozen
class Keyed:
    """A mapping from text to like things; JSON object with sorted keys."""

    item: "Shape"


@attrs.frozen
class Maybe:
    """A value or none; JSON null."""

    item: "Shape"


@attrs.frozen
class Either:
    """One of several scalars that JSON tells apart."""

    options: tuple["Shape", ...]


Shape = Text | Whole | Exact | Day | Clock | Truth | Code | Cell | Record | Many | Keyed | Maybe | Either

_SCALARS: dict[Any, Shape] = {
    str: Text(),
    int: Whole(),
    Decimal: Exact(),
    date: Day(),
    time: Clock(),
    bool: Truth(),
}


@attrs.frozen
class Field:
    """One declared field: its name, its official wording, the shape of its value, and its place in a table."""

    name: str
    label: str
    shape: Shape
    mark: Mark | None = None


def is_record(value: Any) -> TypeGuard[type]:
    """Whether a value is an attrs class."""
    return isinstance(value, type) and attrs.has(value)


def shape_of(annotation: Any) -> Shape:
    """The shape that an annotation declares. ``TypeError`` for one that is outside the vocabulary."""
    if typing.get_origin(annotation) is typing.Annotated:
        inner, *marks = typing.get_args(annotation)
        if kind := next((mark for mark in marks if isinstance(mark, CellKind)), None):
            return Cell(kind)
        return _bounded(shape_of(inner), marks)
    if annotation in _SCALARS:
        return _SCALARS[annotation]
    if is_record(annotation):
        return Record(annotation)
    if isinstance(annotation, type) and issubclass(annotation, CodeList):
        return Code(annotation)
    return _composed(annotation)


def _composed(annotation: Any) -> Shape:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:  # noqa: PLR2004
        return Many(shape_of(arguments[0]))
    if origin is Mapping and arguments[0] is str:
        return Keyed(shape_of(arguments[1]))
    if origin in (typing.Union, types.UnionType):
        options = tuple(shape_of(option) for option in arguments if option is not types.NoneType)
        inner = options[0] if len(options) == 1 else Either(options)
        return Maybe(inner) if types.NoneType in arguments else inner
    raise TypeError(annotation)


def _bounded(shape: Shape, marks: list[Any]) -> Shape:
    """Put the bounds that the marks state on the scalar inside a shape."""
    for mark in marks:
        if isinstance(shape, Maybe) and not isinstance(mark, Mark):
            return Maybe(_bounded(shape.item, marks))
        if isinstance(mark, Range):
            shape = Whole(mark.low, mark.high)
        elif isinstance(mark, Pattern):
            shape = Text(mark)
    return shape


def fields_of(cls: type) -> tuple[Field, ...]:
    """The fields of an attrs class, in declared order; those of a base class last."""
    return _fields_of(cls)


@cache  # behind a function of its own: to the type checker attrs classes are not hashable
def _fields_of(cls: type) -> tuple[Field, ...]:
    hints = typing.get_type_hints(cls, include_extras=True)
    declared = sorted((a for a in attrs.fields(cls) if a.init), key=lambda a: a.inherited)
    return tuple(_field(a.name, hints[a.name]) for a in declared)


def _field(name: str, annotation: Any) -> Field:
    marks = typing.get_args(annotation)[1:] if typing.get_origin(annotation) is typing.Annotated else ()
    mark = next((mark for mark in marks if isinstance(mark, Mark)), None)
    return Field(name, _label(mark), shape_of(annotation), mark)


def _label(mark: Mark | None) -> str:
    match mark:
        case None:
            return ""
        case Label(text=text):
            return text
        case Table(title=title):
            return title
    return mark.label


def fields_in(record: Record) -> tuple[Field, ...]:
    """The fields of a record; the field that holds statutory tables holds those of the variant."""
    fields = fields_of(record.cls)
    variant = record.variant
    if variant is None or issubclass(record.cls, variant):
        return fields
    return tuple(
        attrs.evolve(field, shape=Maybe(Record(variant))) if _is_base_of(field.shape, variant) else field
        for field in fields
    )


def _is_base_of(shape: Shape, variant: type) -> bool:
    inner = shape.item if isinstance(shape, Maybe) else None
    return isinstance(inner, Record) and issubclass(variant, inner.cls)


def field_of(cls: type, name: str) -> Field:
    """One field of an attrs class by its name."""
    return next(field for field in fields_of(cls) if field.name == name)


def records_under(cls: type, variant: type | None = None) -> tuple[type, ...]:
    """An attrs class and every attrs class that its fields reach, each once, in order of first meeting."""
    seen: dict[type, None] = {}

    def visit(shape: Shape) -> None:
        if isinstance(shape, Record) and shape.cls not in seen:
            seen[shape.cls] = None
            for field in fields_in(shape):
                visit(field.shape)
        elif isinstance(shape, Many | Keyed | Maybe):
            visit(shape.item)

    visit(Record(cls, variant))
    return tuple(seen)
