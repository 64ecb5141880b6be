"""How a value is refused: problems gathered with pointers relative to the value."""

import json
from typing import Any, NoReturn

from govdisclosure.errors import Problem

__all__ = [
    "JSON_NAMES",
    "MAX_DIGITS",
    "Odd",
    "Refused",
    "cut",
    "encodable",
    "problem",
    "refuse",
    "shown",
    "step",
    "wrong_type",
]

#: Digits of the longest number that a document may hold.
MAX_DIGITS = 30
#: What JSON calls the Python types that a parsed document consists of.
JSON_NAMES = {
    str: "string",
    bool: "boolean",
    int: "integer",
    list: "array",
    dict: "object",
    type(None): "null",
}


class Refused(Exception):
    """Problems found in one value, their pointers relative to it."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(problems)
        self.problems = problems


class Odd:
    """A JSON number that no field takes, kept as written so that its place can be named."""

    __slots__ = ("raw",)

    def __init__(self, raw: str) -> None:
        self.raw = raw


def step(key: str) -> str:
    """A key as a step of a JSON Pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1")


def encodable(text: str) -> bool:
    """Whether a text is Unicode text: half a surrogate pair is not."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def cut(text: str, most: int = 60) -> str:
    """A text shortened for a message."""
    return text if len(text) <= most else f"{text[:most]}…"


def shown(value: Any) -> str:
    """A wrong value for a message: its JSON text, shortened; the JSON type of what is no scalar."""
    if isinstance(value, Odd):
        return cut(value.raw)
    if type(value) in (str, bool, int, type(None)):
        return cut(json.dumps(value, ensure_ascii=False))
    return JSON_NAMES.get(type(value), type(value).__name__)


def problem(pointer: str, code: str, **params: str) -> Problem:
    """A problem with its params in order. Half surrogate pairs are written out, so that it can be printed."""
    return Problem(_printable(pointer), code, tuple(sorted((k, _printable(v)) for k, v in params.items())))


def _printable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


def refuse(code: str, **params: str) -> NoReturn:
    """Refuse the value at hand."""
    raise Refused(problem("", code, **params))


def wrong_type(expected: str, value: Any) -> NoReturn:
    """Refuse a value for its type."""
    if isinstance(value, Odd) and value.raw in ("NaN", "Infinity", "-Infinity"):
        refuse("not-a-number", found=value.raw)
    refuse("wrong-type", expected=expected, found=shown(value))
