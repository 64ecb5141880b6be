"""Values of a report by path: field names and 0-based indexes joined by dots."""

import re
from typing import Any

import attrs

from govdisclosure.codec import evolve, require_whole
from govdisclosure.errors import UnknownPath
from govdisclosure.model import Report
from govdisclosure.shape import fields_of

__all__ = ["pointer", "replace", "value"]

#: Indexes are written without leading zeros (RFC 6901); longer ones exist in no report.
_INDEX = re.compile(r"0|[1-9][0-9]{0,8}")


def pointer(path: str) -> str:
    """The JSON Pointer of a path. Keys of mappings never hold a dot that matters: they are paths themselves."""
    return "".join(f"/{step}" for step in path.split(".")) if path else ""


def value(report: Report, path: str) -> Any:
    """What stands at a path: ``metrics.3.value``, ``powers.categories.licensing``.

    ``UnknownPath`` names the steps that are possible where the path leaves the report.
    """
    here: Any = report
    for step in path.split("."):
        here = _step(here, step, path)
    return here


def _step(here: Any, step: str, path: str) -> Any:
    if attrs.has(type(here)):
        names = tuple(field.name for field in fields_of(type(here)))
        if step in names:
            return getattr(here, step)
        raise UnknownPath(path, names)
    if isinstance(here, tuple):
        if _INDEX.fullmatch(step) and int(step) < len(here):
            return here[int(step)]
        raise UnknownPath(path, (f"0 to {len(here) - 1}",) if here else ())
    raise UnknownPath(path)


def replace(report: Report, path: str, new: Any) -> Report:
    """The report with another value at a path; every other part is shared with the old one.

    The value is checked as strictly as a document: ``DecodeError`` if the field does not take it.
    """
    value(report, path)
    changed: Report = _replaced(report, path.split("."), new, "")
    require_whole(changed)
    return changed


def _replaced(here: Any, steps: list[str], new: Any, at: str) -> Any:
    step, *rest = steps
    if isinstance(here, tuple):
        index = int(step)
        inner = _replaced(here[index], rest, new, f"{at}/{step}") if rest else new
        return (*here[:index], inner, *here[index + 1 :])
    inner = _replaced(getattr(here, step), rest, new, f"{at}/{step}") if rest else new
    return evolve(here, step, inner, f"{at}/{step}")
