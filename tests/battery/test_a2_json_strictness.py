"""A2, JSON strictness: for each odd document exactly what becomes of it, in one table."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from tests.strategies import replaced, sample

from govdisclosure import DecodeError, LimitExceeded, Limits, Report, dumps, loads
from govdisclosure.shape import Record

ACCEPTED = "accepted"
SECTION = {"kind": "other", "number": None, "heading": None, "paragraphs": [], "subsections": []}
FULL = sample(Record(Report))
TEXT = json.dumps(FULL, ensure_ascii=False)
_HOLE = "the place of the raw text"


class Case(NamedTuple):
    """A document and what becomes of it: accepted, a limit, or code and pointer of each problem."""

    name: str
    data: str | bytes
    outcome: str | tuple[tuple[str, str], ...]


def outcome(data: str | bytes) -> str | tuple[tuple[str, str], ...]:
    """What becomes of a document. Any other exception is a failure."""
    try:
        loads(data)
    except DecodeError as error:
        return tuple((problem.code, problem.pointer) for problem in error.problems)
    except LimitExceeded as error:
        return error.limit
    return ACCEPTED


def raw(pointer: str, text: str) -> str:
    """The full document with a raw JSON text in one place."""
    steps = tuple(int(step) if step.isdigit() else step for step in pointer.split("/")[1:])
    return json.dumps(replaced(FULL, steps, _HOLE), ensure_ascii=False).replace(f'"{_HOLE}"', text)


def at(pointer: str) -> Any:
    """What stands at a place of the full document."""
    here = FULL
    for step in pointer.split("/")[1:]:
        here = here[int(step) if isinstance(here, list) else step]
    return here


def doubled(pointer: str) -> str:
    """The full document with the first key of one object written twice."""
    value = at(pointer)
    key = next(iter(value))
    again = json.dumps({key: value[key]}, ensure_ascii=False)[1:-1]
    return raw(pointer, f"{{{again}, {json.dumps(value, ensure_ascii=False)[1:]}")


def nested(levels: int) -> str:
    """Arrays in arrays."""
    return "[" * levels + "]" * levels


def sections(levels: int) -> str:
    """The full document with sections in sections."""
    inner: list[Any] = []
    for _ in range(levels):
        inner = [SECTION | {"subsections": inner}]
    return raw("/sections", json.dumps(inner))


def refused(code: str, pointer: str = "") -> tuple[tuple[str, str], ...]:
    """The outcome that is one problem."""
    return ((code, pointer),)


COUNT, NAME, VALUE = "/powers/total", "/publisher/name", "/metrics/0/value"
PLACE = "/provenance/places/metrics.0"
# fmt: off
OBJECTS = (
    "", "/period", "/publisher/identifiers/0", "/publication/host/telephones/0", "/sections/0",
    "/powers/categories", "/metrics/0", "/provenance/places", PLACE, f"{PLACE}/source",
)
BELOW_EIGHT = "/sections" + "/0/subsections" * 8

KEYS = (
    *(Case(f"key doubled in {pointer or 'the report'}", doubled(pointer), refused("duplicate-key", pointer))
      for pointer in OBJECTS),
    Case("key doubled by an escape",
         raw("/period", r'{"start":"2015-01-01","st\u0061rt":"2015-01-01","end":"2015-12-31"}'),
         refused("duplicate-key", "/period")),
    Case("unknown key doubled", raw("/period", '{"start":"2015-01-01","end":"2015-12-31","x":1,"x":1}'),
         refused("duplicate-key", "/period")),
    Case("keys doubled in two objects", raw("/channels", '[{"kind":1,"kind":1},{"name":1,"name":1}]'),
         (("duplicate-key", "/channels/0"), ("duplicate-key", "/channels/1"))),
    Case("key with slash and tilde", TEXT[:-1] + ', "a/b~c": 1}', refused("unknown-key", "/a~1b~0c")),
    Case("keys in another order", json.dumps(dict(reversed(FULL.items()))), ACCEPTED),
)
NUMBERS = (
    Case("zero", raw(COUNT, "0"), ACCEPTED),
    Case("minus zero", raw(COUNT, "-0"), ACCEPTED),
    Case("2^53-1", raw(COUNT, "9007199254740991"), ACCEPTED),
    Case("2^53", raw(COUNT, "9007199254740992"), refused("out-of-range", COUNT)),
    Case("-(2^53-1)", raw(VALUE, "-9007199254740991"), ACCEPTED),
    Case("-(2^53)", raw(VALUE, "-9007199254740992"), refused("out-of-range", VALUE)),
    Case("1.0", raw(COUNT, "1.0"), refused("not-an-integer", COUNT)),
    Case("1.5", raw(COUNT, "1.5"), refused("not-an-integer", COUNT)),
    Case("-0.0", raw(COUNT, "-0.0"), refused("not-an-integer", COUNT)),
    Case("1e3", raw(COUNT, "1e3"), refused("not-an-integer", COUNT)),
    Case("1e999", raw(COUNT, "1e999"), refused("not-an-integer", COUNT)),
    Case("1e999 for a text", raw(NAME, "1e999"), refused("wrong-type", NAME)),
    Case("NaN", raw(COUNT, "NaN"), refused("not-a-number", COUNT)),
    Case("NaN for a measure", raw(VALUE, "NaN"), refused("not-a-number", VALUE)),
    Case("Infinity", raw(COUNT, "Infinity"), refused("not-a-number", COUNT)),
    Case("-Infinity", raw(COUNT, "-Infinity"), refused("not-a-number", COUNT)),
    Case("NaN for a text", raw(NAME, "NaN"), refused("not-a-number", NAME)),
    Case("23 digits", raw(COUNT, "1" * 23), refused("out-of-range", COUNT)),
    Case("4,300 digits", raw(COUNT, "1" * 4_300), refused("out-of-range", COUNT)),
    Case("4,301 digits", raw(COUNT, "1" * 4_301), refused("too-many-digits", COUNT)),
    Case("4,301 digits for a text", raw(NAME, "1" * 4_301), refused("wrong-type", NAME)),
    Case("leading zero", raw(COUNT, "01"), refused("not-json")),
    Case("plus sign", raw(COUNT, "+1"), refused("not-json")),
    Case("hexadecimal", raw(COUNT, "0x1"), refused("not-json")),
    Case("full-width digit", raw(COUNT, "１"), refused("not-json")),
)
TEXTS = (
    Case("lone high surrogate, escaped", raw(NAME, r'"a\ud800"'), refused("lone-surrogate", NAME)),
    Case("lone low surrogate, escaped", raw(NAME, r'"\udc00a"'), refused("lone-surrogate", NAME)),
    Case("surrogates in the wrong order", raw(NAME, r'"\udc00\ud800"'), refused("lone-surrogate", NAME)),
    Case("surrogate pair, escaped", raw(NAME, r'"\ud842\udfb7"'), ACCEPTED),
    Case("lone surrogate in a key", raw("/provenance/places", json.dumps({"\ud800": at(PLACE)})),
         refused("lone-surrogate", "/provenance/places")),
    Case("lone surrogate in an unknown key", TEXT[:-1] + r', "\ud800": 1}', refused("lone-surrogate")),
    Case("lone surrogate in the text given", raw(NAME, '"\ud800"'), refused("lone-surrogate")),
    Case("lone surrogate in UTF-8",
         raw(NAME, '"\ud800"').encode("utf-8", "surrogatepass"), refused("not-utf8")),
    Case("NUL, escaped", raw(NAME, r'"\u0000"'), ACCEPTED),
    Case("NUL, raw", raw(NAME, '"\x00"'), refused("not-json")),
    Case("line feed, raw", raw(NAME, '"\n"'), refused("not-json")),
    Case("single quotes", raw(NAME, "'a'"), refused("not-json")),
    Case("unknown escape", raw(NAME, r'"\x41"'), refused("not-json")),
)
DOCUMENTS = (
    Case("as written", TEXT, ACCEPTED),
    Case("white space around", f" \t\r\n{TEXT}\r\n ", ACCEPTED),
    Case("byte order mark in the text", "\ufeff" + TEXT, refused("byte-order-mark")),
    Case("byte order mark in UTF-8", TEXT.encode("utf-8-sig"), refused("byte-order-mark")),
    Case("UTF-16 with mark", TEXT.encode("utf-16"), refused("not-utf8")),
    Case("UTF-16, little end first", json.dumps(FULL).encode("utf-16-le"), refused("not-json")),
    Case("UTF-16, big end first", json.dumps(FULL).encode("utf-16-be"), refused("not-json")),
    Case("GB18030", TEXT.encode("gb18030"), refused("not-utf8")),
    Case("trailing data", f"{TEXT} {{}}", refused("not-json")),
    Case("trailing bracket", TEXT + "}", refused("not-json")),
    Case("trailing comma", TEXT[:-1] + ",}", refused("not-json")),
    Case("comment", f"// report\n{TEXT}", refused("not-json")),
    Case("cut off", TEXT[:-1], refused("not-json")),
    Case("empty text", "", refused("not-json")),
    Case("empty bytes", b"", refused("not-json")),
    Case("white space only", " \n", refused("not-json")),
    Case("null", "null", refused("wrong-type")),
    Case("array of reports", f"[{TEXT}]", refused("wrong-type")),
    Case("report in a text", json.dumps(TEXT), refused("wrong-type")),
)
DEPTHS = (
    Case("depth 31", nested(31), refused("wrong-type")),
    Case("depth 32", nested(32), refused("wrong-type")),
    Case("depth 33", nested(33), "json_depth"),
    Case("depth 500", nested(500), "json_depth"),
    Case("depth 990", nested(990), "json_depth"),
    Case("depth 100,000", nested(100_000), "json_depth"),
    Case("depth 100,000, never closed", "[" * 100_000, "json_depth"),
    Case("objects 100,000 deep", '{"a":' * 100_000, "json_depth"),
    Case("depth 32 under an unknown key", f'{TEXT[:-1]}, "x": {nested(31)}}}', refused("unknown-key", "/x")),
    Case("depth 33 under an unknown key", f'{TEXT[:-1]}, "x": {nested(32)}}}', "json_depth"),
    Case("depth 33 with an escape", nested(33).replace("[]", r'["\u0041"]'), "json_depth"),
    Case("key doubled 34 deep", nested(33).replace("[]", '[{"a":1,"a":1}]'), "json_depth"),
    Case("brackets in a text", raw(NAME, json.dumps('"[{' * 1_000)), ACCEPTED),
    Case("8 sections deep", sections(8), ACCEPTED),
    Case("9 sections deep", sections(9), refused("too-deep", BELOW_EIGHT)),
    Case("16 sections deep", sections(16), "json_depth"),
    Case("300 sections deep", sections(300), "json_depth"),
)
# fmt: on
CASES = (*KEYS, *NUMBERS, *TEXTS, *DOCUMENTS, *DEPTHS)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_outcome(case: Case) -> None:
    assert outcome(case.data) == case.outcome


def test_minus_zero_is_written_as_zero() -> None:
    assert '"total":0,' in dumps(loads(raw(COUNT, "-0")))


@pytest.mark.parametrize(
    ("limits", "levels", "expected"),
    [(Limits(json_depth=8), 8, DecodeError), (Limits(json_depth=8), 9, LimitExceeded)],
)
def test_depth_can_be_set(limits: Limits, levels: int, expected: type[Exception]) -> None:
    with pytest.raises(expected):
        loads(nested(levels), limits=limits)


@pytest.mark.parametrize("data", [TEXT, TEXT.encode()], ids=["text", "bytes"])
def test_size_counts_bytes(data: str | bytes) -> None:
    size = len(TEXT.encode())
    assert loads(data, limits=Limits(json_bytes=size))
    with pytest.raises(LimitExceeded) as caught:
        loads(data, limits=Limits(json_bytes=size - 1))
    assert (caught.value.limit, caught.value.value, caught.value.bound) == ("json_bytes", size, size - 1)


def test_not_json_says_where() -> None:
    with pytest.raises(DecodeError) as caught:
        loads('{"form": "cn-2014",\n "year": 2016,,')
    params = dict(caught.value.problems[0].params)
    assert (params["line"], params["column"]) == ("2", "15")


def test_not_utf8_says_where() -> None:
    with pytest.raises(DecodeError) as caught:
        loads(b'{"form": "\xff"}')
    assert dict(caught.value.problems[0].params) == {"offset": "10"}


def _doubled_last(size: int) -> str:
    keys = ",".join(f'"k{index}":1' for index in range(size))
    return f'{{{keys},"k0":1}}'


@pytest.mark.timeout(5)
@pytest.mark.parametrize(
    "made",
    [lambda size: '\\"' * size, _doubled_last],
    ids=["escaped quotes outside texts", "many keys, one doubled"],
)
def test_refusing_takes_linear_time(made: Callable[[int], str]) -> None:
    with pytest.raises(DecodeError):
        loads(made(200_000))


@pytest.mark.timeout(5)
def test_a_fault_deep_below_takes_linear_time() -> None:
    levels = 40
    document = sections(levels).replace('"paragraphs": [], "subsections": []', '"paragraphs": 0, "subsections": []')
    with pytest.raises(DecodeError) as caught:
        loads(document, limits=Limits(json_depth=100, section_depth=levels))
    place = "/sections/0" + "/subsections/0" * (levels - 1) + "/paragraphs"
    assert [problem.pointer for problem in caught.value.problems] == [place]
