"""Python values to canonical JSON text, by one function compiled for each class.

The standard encoder would need the values as dicts first and would write whatever it is given; this one writes
each field by its declared shape, in one pass, and refuses a value that the field does not take.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from functools import cache
from json.encoder import encode_basestring
from typing import Any

from govdisclosure.cell import Absent, LessThan
from govdisclosure.codec.patterns import BOUND, DECIMAL, UNSIGNED
from govdisclosure.codec.refusal import Refused, cut, encodable, problem, refuse, step
from govdisclosure.codelist import CodeList
from govdisclosure.errors import DecodeError, Problem
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
    shape_of,
)

__all__ = ["misfits", "write"]

#: The first year that has four digits without leading zeros.
_FIRST_YEAR = 1000
#: Bits of a number that is told by its size alone.
_LONG = 4096
_DECIMAL, _UNSIGNED, _BOUND = re.compile(DECIMAL), re.compile(UNSIGNED), re.compile(BOUND)


def write(value: Any, variant: type | None = None) -> str:
    """Any attrs value of the library as canonical JSON; ``DecodeError`` with all problems if it does not fit.

    ``variant`` is the class of the statutory tables that the value holds.
    """
    shape: Shape = Record(type(value), variant) if variant else shape_of(type(value))
    try:
        text = writer_of(shape)(value)
        text.encode()
    except (Refused, TypeError, AttributeError, KeyError, UnicodeEncodeError):
        raise DecodeError(tuple(misfits(value, shape, ""))) from None
    return text


# --- one pass, no looking back ----------------------------------------------------------------------------


@cache
def writer_of(shape: Shape) -> Callable[[Any], str]:  # noqa: C901 - one case a shape
    """The function that writes a value of this shape."""
    match shape:
        case Text(pattern=None):
            return _plain_text
        case Whole(low=low, high=high):
            return lambda value: str(value) if type(value) is int and low <= value <= high else refuse("wrong-type")
        case Many(item=item):
            return _many_writer(writer_of(item))
        case Keyed(item=item):
            return _keyed_writer(writer_of(item))
        case Maybe(item=item):
            inner = writer_of(item)
            return lambda value: "null" if value is None else inner(value)
        case Record():
            return _record_writer(shape)
        case Cell():
            return _exact_cell_writer(shape) if shape.kind.exact else _count_writer(shape)
        case Code(codelist=codelist):
            return lambda value: encode_basestring(value) if type(value) is codelist else refuse("wrong-type")
        case Exact():
            return _decimal_text
        case Either(options=options):
            return _either_writer(options)
        case Truth():
            texts_of_truth = {True: "true", False: "false"}
            return lambda value: texts_of_truth[value] if type(value) is bool else refuse("wrong-type")
    return lambda value: _scalar_text(value) if _fits(value, shape) else refuse("wrong-type")


def _plain_text(value: Any) -> str:
    return encode_basestring(value) if type(value) is str else refuse("wrong-type")


def _decimal_text(value: Any) -> str:
    if type(value) is not Decimal:
        refuse("wrong-type")
    text = format(value, "f")
    return f'"{text}"' if _DECIMAL.match(text) else refuse("wrong-type")


_ABSENT_TEXT = {
    Absent.BLANK: "null",
    Absent.NOT_APPLICABLE: '"not_applicable"',
    Absent.UNREADABLE: '"unreadable"',
}


def _count_writer(shape: Cell) -> Callable[[Any], str]:
    low, high = shape.kind.low, shape.kind.high

    def count(value: Any) -> str:
        if type(value) is int and low <= value <= high:
            return str(value)
        return _ABSENT_TEXT[value] if type(value) is Absent else refuse("wrong-type")

    return count


def _exact_cell_writer(shape: Cell) -> Callable[[Any], str]:
    def decimal(value: Any) -> str:
        if type(value) is Absent:
            return _ABSENT_TEXT[value]
        return f'"{_cell_text(value)}"' if _fits_cell(value, shape) else refuse("wrong-type")

    return decimal


def _cell_text(value: Decimal | LessThan) -> str:
    return f"<{value.bound:f}" if isinstance(value, LessThan) else f"{value:f}"


def _fits_cell(value: Any, shape: Cell) -> bool:
    kind = shape.kind
    if type(value) is Absent:
        return True
    if not kind.exact:
        return type(value) is int and kind.low <= value <= kind.high
    if type(value) is LessThan:
        return kind.bounds and type(value.bound) is Decimal and bool(_BOUND.match(_cell_text(value)))
    return type(value) is Decimal and value.is_finite() and bool(_UNSIGNED.match(f"{value:f}"))


def _either_writer(options: tuple[Shape, ...]) -> Callable[[Any], str]:
    python_types = {Whole: int, Exact: Decimal, Text: str}
    by_type = {python_types[type(option)]: writer_of(option) for option in options}
    return lambda value: by_type[type(value)](value)


def _scalar_text(value: Any) -> str:
    return f'"{value.isoformat()}"' if isinstance(value, date | time) else encode_basestring(value)


def _many_writer(inner: Callable[[Any], str]) -> Callable[[Any], str]:
    def many(values: Any) -> str:
        if type(values) is not tuple:
            refuse("wrong-type")
        return f"[{','.join([inner(value) for value in values])}]"

    return many


def _keyed_writer(inner: Callable[[Any], str]) -> Callable[[Any], str]:
    def keyed(mapping: Any) -> str:
        pairs = [f"{encode_basestring(key)}:{inner(mapping[key])}" for key in sorted(mapping)]
        return "{" + ",".join(pairs) + "}"

    return keyed


def _record_writer(shape: Record) -> Callable[[Any], str]:
    """Compile the writer of a class on first use (sections hold sections), as attrs compiles its methods."""
    compiled: Callable[[Any], str] | None = None

    def record(value: Any) -> str:
        nonlocal compiled
        if compiled is None:
            compiled = _compiled(shape)
        return compiled(value)

    return record


def _compiled(shape: Record) -> Callable[[Any], str]:
    names: dict[str, Any] = {"cls": shape.cls, "refuse": refuse}
    pairs = []
    for field in fields_in(shape):
        optional = isinstance(field.shape, Maybe)
        names[f"write_{field.name}"] = writer_of(field.shape.item if isinstance(field.shape, Maybe) else field.shape)
        call = f"write_{field.name}(value.{field.name})"
        if optional:
            call = f'"null" if value.{field.name} is None else {call}'
        pairs.append(f'"{field.name}":{{{call}}}')
    source = (
        "def write(value):\n"
        "    if type(value) is not cls:\n"
        "        refuse('wrong-type')\n"
        f"    return f'''{{{{{','.join(pairs)}}}}}'''\n"
    )
    exec(compile(source, f"<writer of {shape.cls.__name__}>", "exec"), names)  # noqa: S102 - names are our own fields
    made: Callable[[Any], str] = names["write"]
    return made


# --- what does not fit, and where -------------------------------------------------------------------------


def _fits(value: Any, shape: Shape) -> bool:
    """Whether a scalar is of its shape's type and within its bounds."""
    match shape:
        case Whole(low=low, high=high):
            return type(value) is int and low <= value <= high
        case Text(pattern=pattern):
            return type(value) is str and encodable(value) and (not pattern or _matches(pattern.regex, value))
        case Exact():
            return type(value) is Decimal and bool(_DECIMAL.match(format(value, "f")))
        case Day():
            return type(value) is date and value.year >= _FIRST_YEAR
        case Clock():
            return type(value) is time and value.tzinfo is None and not value.microsecond
        case Truth():
            return type(value) is bool
        case Code(codelist=codelist):
            return type(value) is codelist
        case Cell():
            return _fits_cell(value, shape)
        case Either(options=options):
            return any(_fits(value, option) for option in options)
    return False


def _matches(regex: str, text: str) -> bool:
    return re.fullmatch(regex, text) is not None


def misfits(value: Any, shape: Shape, pointer: str) -> Iterator[Problem]:
    """Everything in a Python value that its declared shape does not take, with pointers."""
    match shape:
        case Maybe(item=item):
            if value is not None:
                yield from misfits(value, item, pointer)
        case Many(item=item) if type(value) is tuple:
            for index, inner in enumerate(value):
                yield from misfits(inner, item, f"{pointer}/{index}")
        case Keyed(item=item) if isinstance(value, Mapping):
            for key, inner in value.items():
                yield from misfits(key, Text(), f"{pointer}/{step(str(key))}")
                yield from misfits(inner, item, f"{pointer}/{step(str(key))}")
        case Record(cls=cls) if type(value) is cls:
            for field in fields_in(shape):
                yield from misfits(getattr(value, field.name), field.shape, f"{pointer}/{field.name}")
        case _ if not _fits(value, shape):
            yield _misfit(value, shape, pointer)


def _misfit(value: Any, shape: Shape, pointer: str) -> Problem:
    if type(value) is str and isinstance(shape, Text):
        if not encodable(value):
            return problem(pointer, "lone-surrogate")
        example = shape.pattern.example if shape.pattern else ""
        return problem(pointer, "wrong-form-of-text", expected=example, found=cut(repr(value)))
    if type(value) is int and isinstance(shape, Cell) and not shape.kind.exact:
        shape = Whole(shape.kind.low, shape.kind.high)
    whole = next((s for s in (shape.options if isinstance(shape, Either) else (shape,)) if isinstance(s, Whole)), None)
    if type(value) is int and whole:
        return problem(pointer, "out-of-range", found=_digits(value), low=str(whole.low), high=str(whole.high))
    found = value.list_name() if isinstance(value, CodeList) else type(value).__name__
    if type(value) is Decimal:
        found = cut(f"Decimal {value}")
    return problem(pointer, "wrong-type", expected=_python_name(shape), found=found)


def _digits(value: int) -> str:
    """A number for a message; Python does not write out numbers of thousands of digits."""
    return cut(str(value)) if value.bit_length() < _LONG else f"2^{value.bit_length()}"


def _python_name(shape: Shape) -> str:
    names = {
        Text: "str",
        Whole: "int",
        Exact: "Decimal",
        Day: "date",
        Clock: "time",
        Truth: "bool",
        Many: "tuple",
    }
    match shape:
        case Either(options=options):
            return " | ".join(_python_name(option) for option in options)
        case Code(codelist=codelist):
            return codelist.__name__
        case Record(cls=cls):
            return cls.__name__
        case Cell(kind=kind):
            return f"{'Decimal' if kind.exact else 'int'}{' | LessThan' if kind.bounds else ''} | Absent"
    return names.get(type(shape), "mapping")
