"""Every pattern of the readers, what its parse says of it, and texts pumped from it. For the tests of D8."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from re import _constants as constants
from re import _parser as parser
from types import ModuleType
from typing import Any

import attrs

import govdisclosure.numbers
import govdisclosure.readers

__all__ = ["SHAPES", "Found", "faults", "patterns", "pumped"]

#: Functions of the module ``re`` whose first argument is a pattern.
_CALLS = {"search", "match", "fullmatch", "sub", "split", "finditer", "findall"}
_ANCHORED = {"match", "fullmatch"}
_REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT)
#: Where overlaps of gaps are looked for: one character of every kind that the patterns tell apart.
_ALPHABET = "政府信息公开申请件条项，。；：、！？（）《》“”()[]<>|/-—.:0９一十万年月日 　\t\nAbz_@"


# --- which patterns there are -------------------------------------------------------------------------------


@attrs.frozen
class Found:
    """A pattern of the readers. ``anchored``: it is only tried where a text begins, never searched for."""

    pattern: re.Pattern[str]
    anchored: bool

    def use(self, text: str) -> object:
        """Apply the pattern to a text as the readers do; those of bytes to its bytes."""
        given: Any = text.encode() if isinstance(self.pattern.pattern, bytes) else text
        if self.anchored:
            return self.pattern.match(given), self.pattern.fullmatch(given)
        return sum(1 for _ in self.pattern.finditer(given))


def patterns() -> dict[str, Found]:
    """Every compiled pattern of the readers by a name that says where it stands, each text once."""
    modules = tuple(_modules())
    sources = {module.__name__: Path(str(module.__file__)).read_text("utf-8") for module in modules}
    everything = "\n".join(sources.values())
    found: dict[str, Found] = {}
    for module in modules:
        short = module.__name__.removeprefix("govdisclosure.").removeprefix("readers.") or "readers"
        held = {name: Found(one, _is_anchored(name, everything)) for name, one in _held(short, vars(module), top=True)}
        for name, one in (held | dict(_inline(short, sources[module.__name__]))).items():
            if one.pattern.pattern not in {other.pattern.pattern for other in found.values()}:
                found[name] = one
    return found


def _is_anchored(name: str, sources: str) -> bool:
    """Whether the readers only match a pattern at the begin, as far as its name shows it."""
    methods = set(re.findall(rf"\b{re.escape(name.rsplit('.', 1)[-1])}\.([a-z]+)\(", sources))
    return bool(methods) and methods <= _ANCHORED


def _modules() -> Iterator[ModuleType]:
    yield govdisclosure.numbers
    yield govdisclosure.readers
    for below in pkgutil.walk_packages(govdisclosure.readers.__path__, "govdisclosure.readers."):
        yield importlib.import_module(below.name)


def _held(
    name: str, value: Any, *, top: bool = False, met: set[int] | None = None
) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns that a value holds: in tables, in rules, in tuples of tuples; each that was ``met`` is held once."""
    met = set() if met is None else met
    if isinstance(value, re.Pattern):
        yield name, value
        return
    if id(value) in met or not (isinstance(value, dict | tuple | list) or attrs.has(type(value))):
        return
    met.add(id(value))
    if isinstance(value, dict):
        for key, inner in value.items():
            if not (top and key.startswith("__")):
                yield from _held(f"{name}.{key}", inner, met=met)
    elif isinstance(value, tuple | list):
        for index, inner in enumerate(value):
            yield from _held(f"{name}.{index}", inner, met=met)
    else:
        for field in attrs.fields(type(value)):
            yield from _held(f"{name}.{field.name}", getattr(value, field.name), met=met)


def _inline(short: str, source: str) -> Iterator[tuple[str, Found]]:
    """The patterns that stand as texts in calls of ``re``."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=attr), args=[ast.Constant(value=str(text)), *_]
            ) if attr in _CALLS:
                yield f"{short}:{node.lineno}", Found(re.compile(text), attr in _ANCHORED)


# --- what the parse of a pattern says -----------------------------------------------------------------------


def faults(pattern: re.Pattern[str]) -> list[str]:
    """Constructions whose time may grow faster than the text: none is allowed."""
    return list(_faults(parser.parse(pattern.pattern, pattern.flags), within=False))


def _faults(items: Any, *, within: bool) -> Iterator[str]:
    gap: set[str] = set()
    for operator, argument in items:
        unbounded = operator in _REPEATS and argument[1] == constants.MAXREPEAT
        if unbounded and within:
            yield "an unbounded quantifier inside another"
        if unbounded:
            characters = _first(argument[2])
            if gap & characters:
                yield f"two unbounded gaps side by side, both of {min(gap & characters)!r}"
            gap = characters
        elif not _may_be_empty(operator, argument):
            gap = set()
        for below in _below(operator, argument):
            yield from _faults(below, within=within or unbounded)


def _below(operator: Any, argument: Any) -> Iterator[Any]:
    """The sequences inside an item."""
    if operator in _REPEATS:
        yield argument[2]
    elif operator is constants.SUBPATTERN:
        yield argument[3]
    elif operator is constants.BRANCH:
        yield from argument[1]
    elif operator in (constants.ASSERT, constants.ASSERT_NOT):
        yield argument[1]


def _may_be_empty(operator: Any, argument: Any) -> bool:
    if operator in _REPEATS:
        return bool(argument[0] == 0)
    return operator in (constants.AT, constants.ASSERT, constants.ASSERT_NOT)


def _first(items: Any) -> set[str]:
    """The characters that a sequence can begin with, as far as the alphabet shows them."""
    found: set[str] = set()
    for operator, argument in items:
        if operator in (constants.IN, constants.LITERAL, constants.NOT_LITERAL, constants.ANY):
            found |= {char for char in _ALPHABET if _takes(operator, argument, char)}
        elif operator not in (constants.ASSERT, constants.ASSERT_NOT):
            found |= set().union(*map(_first, _below(operator, argument)))
        if not _may_be_empty(operator, argument):
            break
    return found


def _takes(operator: Any, argument: Any, char: str) -> bool:
    """Whether an item of one character takes this one."""
    code = ord(char)
    if operator is constants.ANY:
        return char != "\n"
    if operator is constants.LITERAL:
        return bool(argument == code)
    if operator is constants.NOT_LITERAL:
        return bool(argument != code)
    if operator is constants.RANGE:
        return bool(argument[0] <= code <= argument[1])
    if operator is constants.CATEGORY:
        return _in_category(argument, char)
    negated = bool(argument) and argument[0][0] is constants.NEGATE
    return negated != any(_takes(*one, char) for one in argument if one[0] is not constants.NEGATE)


def _in_category(category: Any, char: str) -> bool:
    kinds = {
        constants.CATEGORY_DIGIT: char.isdigit(),
        constants.CATEGORY_NOT_DIGIT: not char.isdigit(),
        constants.CATEGORY_SPACE: char.isspace(),
        constants.CATEGORY_NOT_SPACE: not char.isspace(),
        constants.CATEGORY_WORD: char.isalnum() or char == "_",
        constants.CATEGORY_NOT_WORD: not (char.isalnum() or char == "_"),
    }
    return kinds[category]


# --- texts made from a pattern ------------------------------------------------------------------------------


def _sample(items: Any, turn: int, times: int) -> str:
    """A text that fits a sequence: the branch of this turn, every gap so many characters wide."""
    return "".join(_one(operator, argument, turn, times) for operator, argument in items)


def _one(operator: Any, argument: Any, turn: int, times: int) -> str:
    if operator in _REPEATS:
        low, high, below = argument
        return _sample(below, turn, times) * max(low, min(times, high))
    if operator is constants.BRANCH:
        return _sample(argument[1][turn % len(argument[1])], turn, times)
    if operator is constants.SUBPATTERN:
        return _sample(argument[3], turn, times)
    if operator in (constants.IN, constants.LITERAL, constants.NOT_LITERAL, constants.ANY):
        if operator is constants.LITERAL:
            return chr(argument)
        return next((char for char in _ALPHABET if _takes(operator, argument, char)), "政")
    return ""


#: How texts are pumped from a pattern. ``fit`` is a text that fits it, ``wide`` one with wide gaps.
SHAPES = {
    "fits": lambda fit, _: fit,
    "fits, cut at its end": lambda fit, _: fit[:-1],
    "fits, cut at its begin": lambda fit, _: fit[1:],
    "wide": lambda _, wide: wide,
    "wide, cut at its end": lambda _, wide: wide[:-1],
    "its begin": lambda fit, _: fit[: len(fit) // 2],
    "its end": lambda fit, _: fit[len(fit) // 2 :],
    "its first character": lambda fit, _: fit[:1],
    "its last character": lambda fit, _: fit[-1:],
    "one word": lambda *_: "政",
    "digits": lambda *_: "1",
    "white space": lambda *_: " ",
}


def pumped(pattern: re.Pattern[str], shape: str, size: int, turn: int = 0) -> str:
    """A text of so many characters, repeated from a pattern, with an end that fits nothing."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    unit = SHAPES[shape](_sample(tree, turn, 1), _sample(tree, turn, 20)) or "政"
    return (unit * (size // len(unit) + 1))[:size] + "\x00"
