"""Hypothesis strategies derived from the shapes: a new field is covered without a new line here."""

from collections.abc import Callable, Iterator
from datetime import date, time
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, NamedTuple

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from govdisclosure.catalog import FORMS, statistics_of
from govdisclosure.cell import Absent, LessThan
from govdisclosure.codec import encode
from govdisclosure.limits import DEFAULT_LIMITS
from govdisclosure.model import Report, Statistics
from govdisclosure.model.mapping import FrozenMapping
from govdisclosure.shape import (
    Cell,
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
    fields_in,
    fields_of,
)

__all__ = [
    "Fault",
    "Mutant",
    "Site",
    "drawn",
    "faults",
    "mutants",
    "pointer_of",
    "records",
    "replaced",
    "reports",
    "sample",
    "sites",
    "text",
    "values",
]

# --- valid Python values ----------------------------------------------------------------------------------

#: Chinese, supplementary planes, combining and bidirectional marks, JSON's own characters, controls.
_TELLING = (
    "政府信息公开〇㎡𠮷𪚥😀é\u0301\u0928\u093f\u200d\u202e\u2066\u2069\u05d0\u0627"
    "\"\\/~.0<&'{}\x00\x1f\x7f\n\r\t\u2028\ufeff\uffff "
)


def text() -> st.SearchStrategy[str]:
    """Short texts of any characters but lone surrogates."""
    anything = st.characters(exclude_categories=["Cs"])
    return st.text(st.one_of(st.sampled_from(_TELLING), anything), max_size=5)


def _decimals() -> st.SearchStrategy[Decimal]:
    digits, scales = st.integers(-(10**20), 10**20), st.integers(0, 6)
    return st.builds(lambda number, scale: Decimal(number).scaleb(-scale), digits, scales)


def _clocks() -> st.SearchStrategy[time]:
    return st.builds(time, st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))


def values(shape: Shape) -> st.SearchStrategy[Any]:
    """Every value that a shape takes; sections nest up to the limit."""
    return _values(shape, ())


@cache
def _values(shape: Shape, within: tuple[type, ...]) -> st.SearchStrategy[Any]:  # noqa: C901 - one case a shape
    match shape:
        case Text(pattern=None):
            return text()
        case Text(pattern=pattern):
            return st.just(pattern.example) | st.from_regex(pattern.regex, fullmatch=True)
        case Whole(low=low, high=high):
            return st.integers(low, high)
        case Exact():
            return _decimals()
        case Day():
            return st.dates(min_value=date(1000, 1, 1))
        case Clock():
            return _clocks()
        case Truth():
            return st.booleans()
        case Code(codelist=codelist):
            return st.sampled_from(list(codelist))
        case Cell():
            return _cells(shape)
        case Either(options=options):
            return st.one_of(*(_values(option, within) for option in options))
        case _:
            return _composed(shape, within)


def _cells(shape: Cell) -> st.SearchStrategy[Any]:
    """Numbers within the bounds of the kind, most of them small; each absence; bounds where there are any."""
    kind = shape.kind
    numbers: st.SearchStrategy[Any] = st.integers(max(kind.low, -30), 30) | st.integers(kind.low, kind.high)
    if kind.exact:
        numbers = st.builds(lambda n, scale: Decimal(n).scaleb(-scale), st.integers(0, 10**12), st.integers(0, 6))
    absent: st.SearchStrategy[Any] = st.sampled_from(list(Absent))
    if kind.bounds:
        absent |= st.sampled_from([LessThan(Decimal(1)), LessThan(Decimal("0.5"))])
    return numbers | absent


def _composed(shape: Shape, within: tuple[type, ...]) -> st.SearchStrategy[Any]:
    match shape:
        case Record(cls=cls, variant=variant):
            return _records(cls, within, variant)
        case Maybe(item=Record(cls=cls)) if cls is Statistics:
            return st.none()
        case Maybe(item=item):
            return st.none() | _values(item, within)
        case Many(item=Record(cls=cls)) if within.count(cls) >= DEFAULT_LIMITS.section_depth:
            return st.just(())
        case Many(item=item):
            return st.lists(_values(item, within), max_size=2).map(tuple)
        case Keyed(item=item):
            return st.dictionaries(text(), _values(item, within), max_size=2).map(FrozenMapping)
    raise TypeError(shape)


@cache
def _records(
    cls: type, within: tuple[type, ...] = (), variant: type | None = None, **fixed: st.SearchStrategy[Any]
) -> st.SearchStrategy[Any]:
    fields = {field.name: _values(field.shape, (*within, cls)) for field in fields_in(Record(cls, variant))}
    return st.builds(cls, **(fields | fixed))


def records(cls: type) -> st.SearchStrategy[Any]:
    """Valid instances of an attrs class of the model."""
    return _records(cls)


def reports() -> st.SearchStrategy[Report]:
    """Valid reports of every form, with statutory tables or without."""
    return st.sampled_from(list(FORMS)).flatmap(_reports)


def _reports(form: str) -> st.SearchStrategy[Report]:
    return _records(Report, (), statistics_of(form), form=st.just(form))


def drawn(strategy: st.SearchStrategy[Any], count: int) -> list[Any]:
    """A batch of examples, for tools that take many at once."""
    batch: list[Any] = []

    @settings(max_examples=count, phases=[Phase.generate])
    @given(strategy)
    def collect(example: Any) -> None:
        batch.append(example)

    collect()
    return batch


# --- one document with everything in it -------------------------------------------------------------------


def sample(shape: Shape, within: tuple[type, ...] = ()) -> Any:
    """A plain JSON value of a shape in which nothing is left out."""
    match shape:
        case Text(pattern=pattern):
            return pattern.example if pattern else "文"
        case Whole(low=low):
            return max(low, 0)
        case Exact():
            return "48.07"
        case Day():
            return "2015-03-31"
        case Clock():
            return "16:18:08"
        case Truth():
            return True
        case Code(codelist=codelist):
            return next(iter(codelist)).value
        case Cell(kind=kind):
            return "48.07" if kind.exact else 12
        case Either(options=options):
            return sample(options[0])
        case _:
            return _composed_sample(shape, within)


def _composed_sample(shape: Shape, within: tuple[type, ...]) -> Any:
    match shape:
        case Record(cls=cls) if cls is Report:
            return _record_sample(cls, within) | {"form": next(iter(FORMS))}
        case Record(cls=cls):
            return _record_sample(cls, within)
        case Maybe(item=Record(cls=cls)) if cls is Statistics:
            return None
        case Maybe(item=item):
            return sample(item, within)
        case Many(item=Record(cls=cls)) if cls in within:
            return []
        case Many(item=item):
            return [sample(item, within)]
        case Keyed(item=item):
            return {"metrics.0": sample(item, within)}
    raise TypeError(shape)


def _record_sample(cls: type, within: tuple[type, ...]) -> dict[str, Any]:
    return {field.name: sample(field.shape, (*within, cls)) for field in fields_of(cls)}


# --- wrong documents --------------------------------------------------------------------------------------


class Site(NamedTuple):
    """A place in a document: the keys and indexes that lead there, the shape of what stands there, and it."""

    steps: tuple[str | int, ...]
    shape: Shape
    value: Any

    @property
    def kind(self) -> str:
        """What kind of shape the value has, if there is one."""
        inner = self.shape.item if isinstance(self.shape, Maybe) else self.shape
        return type(inner).__name__

    @property
    def is_scalar(self) -> bool:
        """Whether one text, number or truth stands here."""
        return self.kind not in ("Record", "Many", "Keyed")


class Fault(NamedTuple):
    """What stands wrongly at a site: a name, the wrong value, the code and place of the problem it makes."""

    name: str
    value: Any
    code: str
    below: str = ""


class Mutant(NamedTuple):
    """A document that was valid until one field was changed; ``pointer`` is where the problem lies."""

    form: str
    document: Any
    pointer: str
    fault: Fault


def sites(value: Any, shape: Shape, steps: tuple[str | int, ...] = ()) -> Iterator[Site]:
    """Every place of a plain document, from the outside in, in document order."""
    yield Site(steps, shape, value)
    for step, inner, item in _inside(value, shape.item if isinstance(shape, Maybe) else shape):
        yield from sites(inner, item, (*steps, step))


def _inside(value: Any, shape: Shape) -> Iterator[tuple[str | int, Any, Shape]]:
    match value, shape:
        case dict(), Record():
            yield from ((field.name, value[field.name], field.shape) for field in fields_in(shape))
        case dict(), Keyed(item=item):
            yield from ((key, inner, item) for key, inner in value.items())
        case list(), Many(item=item):
            yield from ((index, inner, item) for index, inner in enumerate(value))


def pointer_of(steps: tuple[str | int, ...]) -> str:
    """The JSON Pointer (RFC 6901) of a place."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


def replaced(document: Any, steps: tuple[str | int, ...], new: Any) -> Any:
    """A copy of a document with another value at one place."""
    if not steps:
        return new
    step, *rest = steps
    copy = dict(document) if isinstance(document, dict) else list(document)
    copy[step] = replaced(document[step], tuple(rest), new)
    return copy


#: Values of every JSON type, among them those that lenient readers take for another type.
_OF_EVERY_TYPE = (
    *(None, True, False, 0, 1, -1, 12, 2016, 12.9, 12.0, 1e400, -0.5),
    *("", "12", "１２", "1_0", "no", "true", "null", "2015-03-31", "48.07"),
    *([], [None], ["文"], {}, {"value": 12}),
)
# fmt: off
_BAD_DATES = (
    "", "2015-02-29", "1900-02-29", "2015-13-01", "2015-04-31", "2015-00-10", "2015-3-1", "20150331",
    "0999-12-31", "2015-03-31\n", " 2015-03-31", "２０１５-03-31", "2015-03-31T00:00:00", "-2015-03-31",
)
_BAD_TIMES = (
    "", "24:00:00", "16:60:00", "16:18:60", "16:18", "161808", "16:18:08.5", "16:18:08Z", "4:18:08",
    "16:18:08+08:00", "１６:18:08", "16:18:08\n", " 16:18:08",
)
_BAD_DECIMALS = (
    "", "1e3", "1E3", "-0", "-0.00", "01", "-01.5", ".5", "1.", "+1", "1,000", "48,07", "1_0", "NaN",
    "Infinity", "0x1F", "４８.07", "--1", "1.2.3", " 1", "1 ", "1\n", "9" * 33, "0." + "1" * 31,
)
# fmt: on
_JSON_TYPE: dict[type, type] = {
    **dict.fromkeys((Text, Exact, Day, Clock, Code), str),
    **dict.fromkeys((Record, Keyed), dict),
    Whole: int,
    Truth: bool,
    Many: list,
}


def faults(shape: Shape, value: Any) -> tuple[Fault, ...]:
    """Everything wrong that this file knows to put in the place of a valid value."""
    return (*_wrong_types(shape), *_wrong_contents(shape, value))


def _json_types(shape: Shape) -> set[type]:
    match shape:
        case Cell(kind=kind):
            return {NoneType, str} if kind.exact else {NoneType, str, int}
        case Maybe(item=item):
            return {NoneType} | _json_types(item)
        case Either(options=options):
            return set().union(*map(_json_types, options))
    return {_JSON_TYPE[type(shape)]}


def _wrong_types(shape: Shape) -> Iterator[Fault]:
    taken = _json_types(shape)
    for value in _OF_EVERY_TYPE:
        if type(value) not in taken:
            code = "not-an-integer" if isinstance(value, float) and int in taken and str not in taken else "wrong-type"
            name = f"{type(value).__name__} {value!r}"
            yield Fault(name, value, "not-a-number" if value == float("inf") else code)


def _wrong_contents(shape: Shape, value: Any) -> Iterator[Fault]:
    match shape:
        case Maybe(item=item):
            yield from _wrong_contents(item, value)
        case Either(options=options):
            for option in options:
                yield from _wrong_contents(option, value)
        case Record() | Many() | Keyed() if value is not None:
            yield from _wrong_parts(shape, value)
        case _:
            yield from _wrong_scalars(shape)


def _wrong_scalars(shape: Shape) -> Iterator[Fault]:
    match shape:
        case Whole(low=low, high=high):
            numbers = {low - 1, high + 1, 2**53, -(2**53), 2**63, 2**64, 10**29}
            yield from _each("out-of-range", sorted(numbers))
        case Text(pattern=pattern) if pattern:
            yield from _each("wrong-form-of-text", ("", "?", f"{pattern.example}\n", f" {pattern.example}"))
        case Cell(kind=kind) if kind.exact:
            yield from _each("not-a-decimal", (*_BAD_DECIMALS, "-1", "blank", "<0", "<01", "/", "无"))
        case Cell(kind=kind):
            yield from _each("out-of-range", sorted({kind.low - 1, kind.high + 1, 2**53, -(2**53), 2**64}))
            yield from _each("not-a-cell", ("", "12", "blank", "Not_applicable", "<1", "/", "-", "１２"))
        case Exact():
            yield from _each("not-a-decimal", _BAD_DECIMALS)
        case Day():
            yield from _each("not-a-date", _BAD_DATES)
        case Clock():
            yield from _each("not-a-time", _BAD_TIMES)
        case Code(codelist=codelist):
            first = next(iter(codelist))
            yield from _each("not-a-code", ("", first.upper(), f"{first} ", first.label))


def _each(code: str, wrong: Any) -> Iterator[Fault]:
    return (Fault(f"{code} {value!r}", value, code) for value in wrong)


def _wrong_parts(shape: Shape, value: Any) -> Iterator[Fault]:
    match shape:
        case Record(cls=cls):
            yield from (_without(field, value) for field in fields_of(cls))
            yield Fault("added key", {**value, "a/b~c": None}, "unknown-key", "/a~1b~0c")
        case Many(item=item):
            wrong = next(_wrong_types(item))
            yield Fault("added item", [*value, wrong.value], wrong.code, f"/{len(value)}")
        case Keyed(item=item):
            wrong = next(_wrong_types(item))
            yield Fault("added key", {**value, "wrong": wrong.value}, wrong.code, "/wrong")


def _without(field: Field, value: dict[str, Any]) -> Fault:
    rest = {key: inner for key, inner in value.items() if key != field.name}
    return Fault(f"removed {field.name}", rest, "missing-key")


def _schema_sees(fault: Fault) -> bool:
    """JSON has no infinity, and to JSON Schema 12.0 is an integer."""
    return not isinstance(fault.value, float) or not (fault.value.is_integer() or fault.value == float("inf"))


def _visible_faults(site: Site) -> Iterator[Fault]:
    yield from filter(_schema_sees, faults(site.shape, site.value))
    if site.steps == ("form",):
        yield from _each("unknown-form", ("", "cn-1999", "CN-2014", "cn-2014\n"))


@st.composite
def mutants(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Mutant:
    """A valid document with one fault in one place."""
    document = encode(draw(reports()))
    kinds: dict[str, list[Site]] = {}
    for site in sites(document, Record(Report, statistics_of(document["form"]))):
        kinds.setdefault(site.kind, []).append(site)
    site = draw(st.sampled_from(kinds[draw(st.sampled_from(sorted(kinds)))]))
    by_code: dict[str, list[Fault]] = {}
    for fault in _visible_faults(site):
        by_code.setdefault(fault.code, []).append(fault)
    fault = draw(st.sampled_from(by_code[draw(st.sampled_from(sorted(by_code)))]))
    changed = replaced(document, site.steps, fault.value)
    return Mutant(document["form"], changed, pointer_of(site.steps) + fault.below, fault)
