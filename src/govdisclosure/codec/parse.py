"""JSON text to JSON values, refusing what the standard parser lets through.

Doubled keys, NaN and Infinity, numbers that are no integers and half surrogate pairs are found here, each with
its place.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from govdisclosure.codec.refusal import MAX_DIGITS, Odd, encodable, problem, step
from govdisclosure.errors import DecodeError, LimitExceeded, Problem
from govdisclosure.limits import Limits

__all__ = ["check_depth", "decoded", "parse", "walk"]


class _Doubled(dict[str, Any]):
    """An object in which keys occurred more than once."""

    doubled: tuple[str, ...] = ()


class _DoubledKeyError(ValueError):
    """Some object of the document holds a key twice."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _DoubledKeyError
    return made


def _doubled(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = _Doubled(pairs)
    counts = Counter(key for key, _ in pairs)
    made.doubled = tuple(sorted(key for key, count in counts.items() if count > 1))
    return made if made.doubled else dict(made)


def _integer(raw: str) -> Any:
    return int(raw) if len(raw) <= MAX_DIGITS else Odd(raw)


_PARSER = json.JSONDecoder(object_pairs_hook=_unique, parse_float=Odd, parse_constant=Odd)
#: Reads what the first one refuses, keeping what is wrong at its place.
_PARSER_OF_WRONG = json.JSONDecoder(object_pairs_hook=_doubled, parse_float=Odd, parse_constant=Odd, parse_int=_integer)
#: Strings, closed or not, so that no quote is looked at twice; and brackets outside of them.
_BRACKETS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)|([\[{])|([\]}])', re.DOTALL)


def parse(text: str, limits: Limits) -> Any:
    """The values of a JSON document; `DecodeError` or `LimitExceeded` if it is none that is taken."""
    try:
        document = _read(_PARSER, text, limits)
    except ValueError:  # a key twice, or an integer of more digits than Python converts
        document = _read(_PARSER_OF_WRONG, text, limits)
        if problems := tuple(_doubled_problems(document, "")):
            raise DecodeError(problems) from None
    if "\\u" in text and (problems := tuple(_surrogate_problems(document, ""))):
        raise DecodeError(problems)
    return document


def _read(parser: json.JSONDecoder, text: str, limits: Limits) -> Any:
    try:
        return parser.decode(text)
    except json.JSONDecodeError as error:
        check_depth(text, limits)
        raise DecodeError((_syntax_problem(error),)) from None
    except RecursionError:
        raise LimitExceeded("json_depth", _depth(text), limits.json_depth) from None


def decoded(data: str | bytes, limits: Limits) -> str:
    """The text of a document within the size limit: strict UTF-8, no byte order mark, no half surrogate pair."""
    try:
        raw = data if isinstance(data, bytes) else data.encode()
        text = data.decode() if isinstance(data, bytes) else data
    except UnicodeDecodeError as error:
        raise DecodeError((problem("", "not-utf8", offset=str(error.start)),)) from None
    except UnicodeEncodeError:
        raise DecodeError((problem("", "lone-surrogate"),)) from None
    if len(raw) > limits.json_bytes:
        raise LimitExceeded("json_bytes", len(raw), limits.json_bytes)
    if text.startswith("\ufeff"):
        raise DecodeError((problem("", "byte-order-mark"),))
    return text


def _syntax_problem(error: json.JSONDecodeError) -> Problem:
    return problem("", "not-json", detail=error.msg, line=str(error.lineno), column=str(error.colno))


def _depth(text: str) -> int:
    depth = deepest = 0
    for match in _BRACKETS.finditer(text):
        if match[1]:
            depth += 1
            deepest = max(deepest, depth)
        elif match[2]:
            depth -= 1
    return deepest


def check_depth(text: str, limits: Limits) -> None:
    """``LimitExceeded`` if brackets nest deeper than the limit."""
    depth = _depth(text)
    if depth > limits.json_depth:
        raise LimitExceeded("json_depth", depth, limits.json_depth)


def walk(document: Any, pointer: str) -> Iterator[tuple[str, Any]]:
    """Every value of a document with its JSON Pointer, in document order."""
    yield pointer, document
    if isinstance(document, dict):
        for key, value in document.items():
            yield from walk(value, f"{pointer}/{step(key)}")
    elif isinstance(document, list):
        for index, value in enumerate(document):
            yield from walk(value, f"{pointer}/{index}")


def _doubled_problems(document: Any, pointer: str) -> Iterator[Problem]:
    for place, value in walk(document, pointer):
        if isinstance(value, _Doubled):
            for key in value.doubled:
                yield problem(place, "duplicate-key", key=key)


def _surrogate_problems(document: Any, pointer: str) -> Iterator[Problem]:
    for place, value in walk(document, pointer):
        texts = [value] if isinstance(value, str) else [*value] if isinstance(value, dict) else []
        if not all(map(encodable, texts)):
            yield problem(place, "lone-surrogate")
