"""What templates may use: filters, functions, methods and arithmetic. What is not here is not there."""

from collections.abc import Callable, Iterable, Mapping, Sized
from datetime import date, time
from decimal import Decimal
from functools import wraps
from typing import Any

from jinja2 import filters as jinja
from jinja2.environment import Environment
from jinja2.runtime import Context, markup_join
from jinja2.sandbox import safe_range
from jinja2.utils import Cycler, Joiner, Namespace, pass_context, pass_environment
from markupsafe import Markup, escape

from govdisclosure.renderers.html_text import shown
from govdisclosure.renderers.templates.budget import IN_A_ROW, STEP
from govdisclosure.renderers.templates.lint import IN_ATTRIBUTE, Refused

__all__ = ["FILTERS", "GLOBALS", "calculated", "may_use", "words_of"]

GLOBALS: Mapping[str, Any] = {
    "range": safe_range,
    "dict": dict,
    "cycler": Cycler,
    "joiner": Joiner,
    "namespace": Namespace,
}
#: Methods of texts; each gives something that is not larger.
_METHODS = frozenset(("endswith", "isdigit", "lower", "removeprefix", "removesuffix", "split", "startswith", "strip",
                      "upper"))  # fmt: skip
#: What has no methods for a template: numbers can be made into large bytes, days into long texts.
_VALUES = (int, Decimal, float, bytes, date, time)
#: Beyond this no page counts anything.
_LARGEST = 2**53
_NOT_THERE = frozenset(("/", "**"))


def may_use(given: Any, name: str, value: Any) -> bool:
    """Whether a template may use an attribute of something; what Jinja's sandbox refuses is refused already."""
    if isinstance(given, Markup):
        raise Refused("finished")
    if not callable(value):
        return True
    if isinstance(given, str):
        return name in _METHODS
    return not isinstance(given, _VALUES)


def calculated(sign: str, left: Any, right: Any, result: Callable[[Any, Any], Any]) -> Any:
    """A sum, a difference, a product, a quotient or rest of whole division: for counting rows and columns."""
    numbers = all(isinstance(n, int | Decimal) and not isinstance(n, bool) for n in (left, right))
    if sign in _NOT_THERE:
        raise Refused("not-calculated", {"operator": sign})
    if not numbers:
        raise Refused("arithmetic", {"operator": sign})
    if abs(made := result(left, right)) > _LARGEST:
        raise Refused("arithmetic", {"operator": sign})
    return made


def words_of(value: Any) -> str:
    """A value as it is printed: words and finished markup, whole and decimal numbers, days; nothing for ``None``."""
    if value is None:
        return ""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return shown(str.__str__(value))
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, date | time):
        return value.isoformat()
    raise Refused("not-words", {"kind": type(value).__name__})


# --- filters ----------------------------------------------------------------------------------------------


def _of(name: str) -> Callable[..., Any]:
    """A filter that the page's printing is asked for."""

    @pass_environment
    def asked(environment: Environment, *given: Any) -> Any:
        made = getattr(environment.printing, name)(*given)  # type: ignore[attr-defined]
        environment.budget.print(len(made))  # type: ignore[attr-defined]
        return made

    return asked


def _unfinished(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of Jinja that finished markup does not go through, and that is counted by what it goes through."""
    wanted = getattr(function, "jinja_pass_arg", None)

    @pass_context
    @wraps(function)
    def guarded(context: Context, *given: Any, **named: Any) -> Any:
        if any(isinstance(one, Markup) for one in given):
            raise Refused("finished")
        environment = context.environment
        for one in given:
            if isinstance(one, Sized):
                budget = environment.budget  # type: ignore[attr-defined]
                (budget.print if isinstance(one, str) else budget.walk)(len(one))
        handed = {"context": context, "eval_context": context.eval_ctx, "environment": environment}
        first = (handed[wanted.name],) if wanted else ()
        return function(*first, *given, **named)

    return guarded


def _in_attribute(value: Any) -> Any:
    """A value inside a quoted attribute: markup that was escaped before is one, other markup is not."""
    if isinstance(value, Markup) and set("<>\"'") & set(value):
        raise Refused("finished")
    return value


def _escaped(value: Any) -> Markup:
    return escape(words_of(value))


@pass_environment
def _in_a_row(environment: Environment, parts: Iterable[Any]) -> str:
    """Words one after the other."""
    words = [words_of(part) for part in parts]
    environment.budget.print(sum(map(len, words)))  # type: ignore[attr-defined]
    return markup_join(words)


@pass_environment
def _joined(environment: Environment, parts: Iterable[Any], between: str = "", attribute: str | None = None) -> str:
    """Words with something between them."""
    given = [environment.getitem(part, attribute) if attribute else part for part in parts]
    words = [one for part in given for one in (between, words_of(part))][1:]
    made: str = _in_a_row(environment, words)
    return made


@pass_environment
def _step(environment: Environment, characters: int) -> None:
    environment.budget.step(characters)  # type: ignore[attr-defined]


_OF_JINJA = (
    *("abs", "capitalize", "dictsort", "first", "groupby", "items", "last", "list", "lower", "map", "max", "min"),
    *("reject", "rejectattr", "reverse", "select", "selectattr", "sort", "title", "trim", "truncate", "unique"),
    *("upper", "wordcount"),
)
_OF_PRINTING = ("number", "percent", "money", "quantity", "date", "time", "listed", "code", "word", "translated",
                "message", "label", "printed", "html")  # fmt: skip
FILTERS: Mapping[str, Callable[..., Any]] = {
    **{name: _unfinished(jinja.FILTERS[name]) for name in _OF_JINJA},
    **{name: jinja.FILTERS[name] for name in ("count", "d", "default", "length")},
    **{name: _of(name) for name in _OF_PRINTING},
    **dict.fromkeys(("e", "escape", "forceescape"), _escaped),
    "join": _joined,
    IN_ATTRIBUTE: _in_attribute,
    IN_A_ROW: _in_a_row,
    STEP: _step,
}
