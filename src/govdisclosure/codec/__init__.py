"""Reports to JSON and back. Strict both ways: nothing is coerced, unknown or doubled, and nothing is migrated.

The bytes of :func:`dumps` are canonical: declared keys in declared order, mappings in the order of their keys,
no white space, UTF-8, one document on one line with its newline.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

import attrs
from cattrs import ClassValidationError

from govdisclosure import catalog
from govdisclosure.codec.parse import check_depth, decoded, parse, walk
from govdisclosure.codec.refusal import Refused, problem, shown
from govdisclosure.codec.structure import hook_of, problems_of
from govdisclosure.codec.write import misfits, write
from govdisclosure.errors import DecodeError, Problem
from govdisclosure.limits import DEFAULT_LIMITS, Limits
from govdisclosure.model import Report
from govdisclosure.shape import Record, fields_in

__all__ = ["decode", "dumps", "encode", "evolve", "loads", "require_whole", "write"]


def dumps(report: Report) -> str:
    """A report as canonical JSON, one line with its newline.

    :class:`govdisclosure.DecodeError` if the report holds what a document cannot (a float, a wrong type, a form
    that does not exist).
    """
    require_whole(report)
    return write(report, type(report.statistics) if report.statistics else None) + "\n"


def require_whole(report: Report) -> None:
    """``DecodeError`` if the parts of a report do not fit together: its form, its tables, the depth of sections."""
    problems = [] if report.form in catalog.FORMS else [problem("/form", "unknown-form", found=shown(report.form))]
    cls = catalog.statistics_of(report.form)
    if report.statistics is not None and type(report.statistics) is not cls:
        expected = cls.__name__ if cls else "None"
        problems.append(problem("/statistics", "wrong-type", expected=expected, found=type(report.statistics).__name__))
    problems += _too_deep(report.sections, "/sections", 1, DEFAULT_LIMITS.section_depth, lambda s: s.subsections)
    if problems:
        raise DecodeError(tuple(problems))


def encode(report: Report) -> dict[str, Any]:
    """A report as plain JSON values: dicts, lists, texts, integers; keys in declared order."""
    document: dict[str, Any] = json.loads(dumps(report))
    return document


def loads(data: str | bytes, *, limits: Limits = DEFAULT_LIMITS) -> Report:
    """A report from its JSON document.

    Raises :class:`govdisclosure.DecodeError` with all problems, :class:`govdisclosure.LimitExceeded` for a
    document that is too large or too deep.
    """
    text = decoded(data, limits)
    try:
        return decode(parse(text, limits), limits=limits)
    except DecodeError:
        check_depth(text, limits)
        raise


def decode(document: Any, *, limits: Limits = DEFAULT_LIMITS) -> Report:
    """A report from plain JSON values, as :func:`encode` gives them."""
    too_deep = _depth_problems(document, limits)
    if too_deep:
        raise DecodeError(tuple(too_deep))
    if isinstance(document, dict) and document and not document.keys() & {"form", "year"}:
        raise DecodeError((problem("", "not-a-report"),))
    problems = _form_problems(document)
    shape = _shape_of(document)
    if not problems:
        try:
            report: Report = hook_of(shape)(document, Report)
        except Refused:
            pass  # the thorough way below says what is wrong, all of it
        else:
            return report
    try:
        hook_of(shape, thorough=True)(document, Report)
    except (Refused, ClassValidationError) as error:
        problems += [found for found in problems_of(error) if found not in problems]
    places = {pointer: index for index, (pointer, _) in enumerate(walk(document, ""))}
    raise DecodeError(tuple(sorted(problems, key=lambda found: places.get(found.pointer, 0))))


def _shape_of(document: Any) -> Record:
    """The report with the tables of the form that a document names."""
    form = document.get("form") if isinstance(document, dict) else None
    return Record(Report, catalog.statistics_of(form) if isinstance(form, str) else None)


def evolve(here: Any, name: str, new: Any, pointer: str) -> Any:
    """An attrs value with another value in one field, checked as strictly as a document."""
    record = Record(type(here), catalog.statistics_of(here.form) if isinstance(here, Report) else None)
    shape = next(field.shape for field in fields_in(record) if field.name == name)
    if problems := tuple(misfits(new, shape, pointer)):
        raise DecodeError(problems)
    return attrs.evolve(here, **{name: new})


def _form_problems(document: Any) -> list[Problem]:
    form = document.get("form") if isinstance(document, dict) else None
    if not isinstance(form, str) or form in catalog.FORMS:
        return []
    return [problem("/form", "unknown-form", found=shown(form))]


def _depth_problems(document: Any, limits: Limits) -> list[Problem]:
    """Sections of a document nested deeper than the limit; looks no further than that."""
    sections = document.get("sections") if isinstance(document, dict) else None
    below = lambda section: section.get("subsections") if isinstance(section, dict) else None  # noqa: E731
    return list(_too_deep(sections, "/sections", 1, limits.section_depth, below))


def _too_deep(sections: Any, pointer: str, depth: int, limit: int, below: Callable[[Any], Any]) -> Iterator[Problem]:
    for index, section in enumerate(sections if isinstance(sections, list | tuple) else ()):
        deeper = below(section)
        here = f"{pointer}/{index}/subsections"
        if deeper and depth == limit:
            yield problem(here, "too-deep", limit=str(limit))
        elif deeper:
            yield from _too_deep(deeper, here, depth + 1, limit, below)
