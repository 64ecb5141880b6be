"""JSON values to Python values: one hook for each shape, in two ways.

The quick way is compiled from the fields and stops at the first problem. Then the thorough one, by a strict cattrs
converter, gathers the errors of all fields. Every scalar is checked here, because the hooks of cattrs convert what
they should refuse (``12.9`` to 12, ``None`` to ``"None"``).
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

import attrs
from cattrs import AttributeValidationNote, ClassValidationError, Converter
from cattrs.gen import make_dict_structure_fn, override

from govdisclosure.cell import Absent, LessThan
from govdisclosure.codec.patterns import BOUND, DATE, DECIMAL, TIME, UNSIGNED
from govdisclosure.codec.refusal import (
    JSON_NAMES,
    MAX_DIGITS,
    Odd,
    Refused,
    cut,
    problem,
    refuse,
    shown,
    step,
    wrong_type,
)
from govdisclosure.declare import CellKind
from govdisclosure.errors import Problem
from govdisclosure.model import Statistics
from govdisclosure.model.mapping import FrozenMapping
from govdisclosure.shape import (
    Cell,
    Clock,
    Code,
    Day,
    Either,
    Exact,
    Keyed,
    Many,
    Maybe,
    Record,
    Shape,
    Text,
    Truth,
    Whole,
    fields_in,
)

__all__ = ["hook_of", "problems_of"]

#: Unknown keys are refused by the hook of the class, which needs the keys anyway to find the missing ones.
_CONVERTER = Converter(detailed_validation=True)

Hook = Callable[[Any, Any], Any]


def _text_hook(shape: Text) -> Callable[[Any, Any], str]:
    pattern = re.compile(shape.pattern.regex) if shape.pattern else None
    example = shape.pattern.example if shape.pattern else ""

    def text(value: Any, _: Any) -> str:
        if type(value) is not str:
            wrong_type("string", value)
        if pattern and not pattern.fullmatch(value):
            refuse("wrong-form-of-text", expected=example, found=shown(value))
        return value

    return text


def _whole_hook(shape: Whole) -> Callable[[Any, Any], int]:
    low, high = shape.low, shape.high

    def whole(value: Any, _: Any) -> int:
        if type(value) is not int:
            if isinstance(value, Odd) and value.raw.lstrip("-").isdigit():
                refuse("too-many-digits", limit=str(MAX_DIGITS))
            if isinstance(value, Odd) and not value.raw.endswith(("NaN", "Infinity")):
                refuse("not-an-integer", found=cut(value.raw))
            wrong_type("integer", value)
        if not low <= value <= high:
            refuse("out-of-range", found=cut(str(value)), low=str(low), high=str(high))
        return value

    return whole


def _matching(regex: str, code: str, make: Callable[[str], Any], **params: str) -> Hook:
    matches = re.compile(regex).match

    def hook(value: Any, _: Any) -> Any:
        if type(value) is not str:
            wrong_type("string", value)
        if not matches(value):
            refuse(code, found=shown(value), **params)
        return make(value)

    return hook


def _truth(value: Any, _: Any) -> bool:
    if type(value) is not bool:
        wrong_type("boolean", value)
    return value


def _code_hook(shape: Code) -> Callable[[Any, Any], Enum]:
    members: dict[Any, Enum] = {member.value: member for member in shape.codelist}

    def code(value: Any, _: Any) -> Enum:
        if type(value) is not str:
            wrong_type("string", value)
        if value not in members:
            refuse("not-a-code", found=shown(value), codelist=shape.codelist.list_name())
        return members[value]

    return code


#: What JSON writes for a cell without a number; a blank is ``null``.
_ABSENT = {Absent.NOT_APPLICABLE.value: Absent.NOT_APPLICABLE, Absent.UNREADABLE.value: Absent.UNREADABLE}


def _cell_hook(shape: Cell) -> Hook:
    low, high = shape.kind.low, shape.kind.high

    def count(value: Any, _: Any) -> Any:
        if type(value) is int and low <= value <= high:
            return value
        return Absent.BLANK if value is None else other(value)

    def decimal(value: Any, _: Any) -> Any:
        return Absent.BLANK if value is None else other(value)

    def other(value: Any) -> Any:
        if type(value) is str and value in _ABSENT:
            return _ABSENT[value]
        if not shape.kind.exact:
            return refuse("not-a-cell", found=shown(value)) if type(value) is str else number(value, None)
        if type(value) is not str:
            wrong_type("string", value)
        if exact(value):
            return Decimal(value)
        if shape.kind.bounds and bound(value):
            return LessThan(Decimal(value[1:]))
        return refuse("not-a-decimal", example='"48.07"', found=shown(value))

    number = _whole_hook(Whole(low, high))
    exact, bound = re.compile(UNSIGNED).match, re.compile(BOUND).match
    return decimal if shape.kind.exact else count


def _maybe_hook(shape: Maybe, *, thorough: bool) -> Hook:
    inner = hook_of(shape.item, thorough=thorough)
    return lambda value, _: None if value is None else inner(value, _)


def _either_hook(shape: Either) -> Hook:
    by_type = {(int if isinstance(option, Whole) else str): hook_of(option) for option in shape.options}
    expected = " / ".join(sorted(JSON_NAMES[kind] for kind in by_type))

    def either(value: Any, _: Any) -> Any:
        hook = by_type.get(type(value))
        if hook is None:
            wrong_type(expected, value)
        return hook(value, _)

    return either


def _each(pairs: Iterator[tuple[str, Any]], hook: Callable[[Any, Any], Any]) -> list[Any]:
    """Structure like things, collecting what is wrong with all of them before refusing."""
    made, problems = [], []
    for name, value in pairs:
        try:
            made.append(hook(value, None))
        except (Refused, ClassValidationError) as error:
            problems += [attrs.evolve(p, pointer=f"/{name}{p.pointer}") for p in problems_of(error)]
    if problems:
        raise Refused(*problems)
    return made


def _many_hook(shape: Many, *, thorough: bool) -> Hook:
    inner = hook_of(shape.item, thorough=thorough)

    def many(value: Any, _: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            wrong_type("array", value)
        if thorough:
            return tuple(_each(((str(i), item) for i, item in enumerate(value)), inner))
        return tuple([inner(item, None) for item in value])

    return many


def _keyed_hook(shape: Keyed, *, thorough: bool) -> Hook:
    inner = hook_of(shape.item, thorough=thorough)

    def keyed(value: Any, _: Any) -> FrozenMapping[Any]:
        if type(value) is not dict:
            wrong_type("object", value)
        if not thorough:
            return FrozenMapping({key: inner(item, None) for key, item in value.items()})
        steps = ((step(key), item) for key, item in value.items())
        return FrozenMapping(dict(zip(value, _each(steps, inner), strict=True)))

    return keyed


def _record_hook(shape: Record, *, thorough: bool) -> Hook:
    cls = shape.cls
    if cls is Statistics:
        return lambda value, _: wrong_type("null", value)
    names = tuple(field.name for field in fields_in(shape))
    structure: Hook | None = None

    def record(value: Any, _: Any) -> Any:
        nonlocal structure
        if structure is None:  # built on first use: sections hold sections
            structure = _structure_of(shape, thorough=thorough)
        if type(value) is not dict:
            wrong_type("object", value)
        if tuple(value) == names or value.keys() == set(names):
            return structure(value, cls)
        if not thorough:
            raise Refused
        raise Refused(*_key_problems(value, names), *_other_problems(structure, value, cls))

    return record


def _quick_structure(shape: Record) -> Hook:
    """One function for a class, which looks at plain texts and integers without calling anything."""
    names: dict[str, Any] = {"cls": shape.cls}
    lines, arguments = [], []
    for index, field in enumerate(fields_in(shape)):
        value = f"v{index}"
        names[f"hook{index}"] = hook_of(field.shape)
        lines.append(f" {value}=value[{field.name!r}]")
        plain = _plain(field.shape, value)
        lines.append(f" if not ({plain}): {value}=hook{index}({value},None)")
        arguments.append(f"{field.name}={value}")
    source = "\n".join(["def structure(value, _):", *lines, f" return cls({','.join(arguments)})"])
    exec(compile(source, f"<structure of {shape.cls.__name__}>", "exec"), names)  # noqa: S102 - our own fields
    made: Hook = names["structure"]
    return made


def _plain(shape: Shape, value: str) -> str:
    """The condition under which a JSON value is the Python value."""
    match shape:
        case Whole(low=low, high=high) | Cell(kind=CellKind(exact=False, low=low, high=high)):
            return f"type({value}) is int and {low}<={value}<={high}"
        case Text(pattern=None):
            return f"type({value}) is str"
        case Maybe(item=item):
            return f"{value} is None or {_plain(item, value)}"
    return "False"


def _structure_of(shape: Record, *, thorough: bool) -> Hook:
    """The function for a class; the thorough one, by cattrs, goes on after the first wrong field."""
    if not thorough:
        return _quick_structure(shape)
    hooks = {f.name: override(struct_hook=hook_of(f.shape, thorough=True)) for f in fields_in(shape)}
    made: Hook = make_dict_structure_fn(
        shape.cls,
        _CONVERTER,
        _cattrs_detailed_validation=True,
        **hooks,  # type: ignore[arg-type]
    )
    return made


def _key_problems(value: dict[str, Any], names: tuple[str, ...]) -> Iterator[Problem]:
    """Defaults are for people who write Python; a document states every key, and no other."""
    yield from (problem("", "missing-key", key=name) for name in names if name not in value)
    yield from (problem(f"/{step(key)}", "unknown-key", key=key) for key in value if key not in names)


def _other_problems(structure: Hook, value: dict[str, Any], cls: type) -> Iterator[Problem]:
    try:
        structure(value, cls)
    except (Refused, ClassValidationError) as error:
        yield from (found for found in problems_of(error) if found.code != "missing-key" or found.pointer)


@cache
def hook_of(shape: Shape, *, thorough: bool = False) -> Hook:  # noqa: C901, PLR0912 - one case a shape
    """The hook that turns a JSON value of this shape into its Python value, or raises ``Refused``.

    The quick one stops at the first problem; the ``thorough`` one gathers all of them.
    """
    match shape:
        case Text():
            return _text_hook(shape)
        case Whole():
            return _whole_hook(shape)
        case Exact():
            return _matching(DECIMAL, "not-a-decimal", Decimal, example='"48.07"')
        case Day():
            return _matching(DATE, "not-a-date", date.fromisoformat)
        case Clock():
            return _matching(TIME, "not-a-time", time.fromisoformat)
        case Truth():
            return _truth
        case Code():
            return _code_hook(shape)
        case Cell():
            return _cell_hook(shape)
        case Maybe():
            return _maybe_hook(shape, thorough=thorough)
        case Either():
            return _either_hook(shape)
        case Many():
            return _many_hook(shape, thorough=thorough)
        case Keyed():
            return _keyed_hook(shape, thorough=thorough)
        case Record():
            return _record_hook(shape, thorough=thorough)


def problems_of(error: BaseException) -> list[Problem]:
    """Everything that a refusal holds, pointers relative to the value that was refused."""
    if isinstance(error, Refused):
        return list(error.problems)
    if isinstance(error, KeyError):
        return [problem("", "missing-key", key=str(error.args[0]))]
    if not isinstance(error, ClassValidationError):
        raise error
    found: list[Problem] = []
    for inner in error.exceptions:
        notes = [note for note in getattr(inner, "__notes__", ()) if isinstance(note, AttributeValidationNote)]
        step = f"/{notes[0].name}" if notes and not isinstance(inner, KeyError) else ""
        found += [attrs.evolve(problem, pointer=step + problem.pointer) for problem in problems_of(inner)]
    return found
