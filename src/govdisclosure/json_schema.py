"""The published JSON Schema (2020-12), made from the classes, and foreign documents checked against it."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from govdisclosure import catalog
from govdisclosure.cell import Absent
from govdisclosure.codec.patterns import BOUND, DATE, DECIMAL, TIME, UNSIGNED
from govdisclosure.codec.refusal import problem, shown, step
from govdisclosure.codelist import CodeList
from govdisclosure.declare import CellKind
from govdisclosure.errors import LimitExceeded, Problem
from govdisclosure.finding import Finding
from govdisclosure.limits import DEFAULT_LIMITS
from govdisclosure.model import Report, Statistics
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
    fields_of,
    records_under,
)

__all__ = [
    "DIALECT",
    "LICENCE",
    "VERSION",
    "codelists_of",
    "definitions_of",
    "findings_schema",
    "schema",
    "schema_id",
    "validate",
]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
LICENCE = "CC0-1.0"
#: Version of the published schemas. 0.x may change until the first release; a released ``$id`` never does.
VERSION = "0.1"
_COMMENT = f"License: {LICENCE}. Generated from the classes of the Python package govdisclosure."


def schema_id(name: str) -> str:
    """The ``$id`` of a published schema: a URN, so that nothing is ever fetched."""
    return f"urn:govdisclosure:schema:{name}:{VERSION}"


def schema(form_id: str) -> dict[str, Any]:
    """The JSON Schema of the reports of one form. ``UnknownForm`` if there is no such form."""
    vintage = catalog.form(form_id)
    record = _record_schema(Record(Report, vintage.statistics))
    record["properties"]["form"] |= {"const": form_id}
    unused = records_under(Statistics) if vintage.statistics is None else (Statistics,)
    classes = [cls for cls in records_under(Report, vintage.statistics) if cls is not Report and cls not in unused]
    return {
        "$schema": DIALECT,
        "$id": schema_id(form_id),
        "$comment": _COMMENT,
        "title": "Report" + form_id.title().replace("-", ""),
        "description": vintage.title,
        **record,
        "$defs": _definitions(classes, _codelists_in([Report, *classes])),
    }


def definitions_of(cls: type, identifier: str, description: str) -> dict[str, Any]:
    """The JSON Schema of any of the library's classes."""
    classes = records_under(cls)
    definitions = _definitions(classes, codelists_of(cls))
    del definitions[cls.__name__]
    return {
        "$schema": DIALECT,
        "$id": identifier,
        "$comment": _COMMENT,
        "title": cls.__name__,
        "description": description,
        **{key: value for key, value in _record_schema(Record(cls)).items() if key != "title"},
        "$defs": definitions,
    }


def findings_schema() -> dict[str, Any]:
    """The JSON Schema of what ``check --format json`` writes: ``{"findings": [...]}``, in each its file and text."""
    made = definitions_of(Finding, schema_id("findings"), "核对结果")
    finding: dict[str, Any] = {"title": "Finding"} | {key: made.pop(key) for key in ("type", "properties", "required")}
    texts: dict[str, Any] = {
        "file": _described({"type": "string"}, "所在文件"),
        "message": _described({"type": "string"}, "说明文字"),
    }
    finding["properties"] = texts | finding["properties"]
    finding["additionalProperties"] = made.pop("additionalProperties")
    definitions = made.pop("$defs") | {"Finding": finding}
    items = {"type": "array", "description": "核对结果", "items": {"$ref": "#/$defs/Finding"}}
    return {
        **made,
        "title": "Findings",
        "type": "object",
        "properties": {"findings": items},
        "required": ["findings"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _definitions(classes: Iterable[type], codelists: Iterable[type[CodeList]]) -> dict[str, Any]:
    """What a schema refers to, by name: classes, code lists, and the kinds of scalar that have one."""
    made = {cls.__name__: _record_schema(Record(cls)) for cls in classes}
    made |= {codelist.__name__: _codelist_schema(codelist) for codelist in codelists}
    shapes = {inner for cls in classes for field in fields_of(cls) for inner in _inside(field.shape)}
    kinds = sorted({shape.kind for shape in shapes if isinstance(shape, Cell)}, key=lambda kind: kind.name)
    made |= {kind.name: _cell_schema(kind) for kind in kinds}
    if kinds:
        made["AbsentCell"] = _ABSENT_CELL
    if Exact() in shapes:
        made["Decimal"] = _DECIMAL
    return dict(sorted(made.items()))


def _inside(shape: Shape) -> Iterator[Shape]:
    """A shape and the shapes that it is composed of."""
    yield shape
    if isinstance(shape, Maybe | Many | Keyed):
        yield from _inside(shape.item)
    elif isinstance(shape, Either):
        yield from shape.options


_DECIMAL = {
    "title": "Decimal",
    "description": "精确小数，保留原有小数位数",
    "type": "string",
    "pattern": DECIMAL,
    "examples": ["48.07"],
}
_ABSENT_CELL = {
    "title": "AbsentCell",
    "description": "；".join(f"{a.value} {a.label}" for a in Absent if a is not Absent.BLANK),
    "type": "string",
    "enum": [a.value for a in Absent if a is not Absent.BLANK],
}


def _cell_schema(kind: CellKind) -> dict[str, Any]:
    """A kind of cell: its numbers, its bounds, what stands where there is none, and ``null`` for a blank."""
    number: dict[str, Any] = {"type": "integer", "minimum": kind.low, "maximum": kind.high}
    if kind.exact:
        number = {"type": "string", "pattern": UNSIGNED, "examples": ["48.07"]}
    bound = [{"type": "string", "pattern": BOUND, "examples": ["<1"]}] if kind.bounds else []
    return {
        "title": kind.name,
        "description": "单元格：数值，空白为null",
        "anyOf": [number, *bound, {"$ref": "#/$defs/AbsentCell"}, {"type": "null"}],
    }


def codelists_of(cls: type, variant: type | None = None) -> tuple[type[CodeList], ...]:
    """Every code list that the fields under an attrs class use, by name."""
    return _codelists_in(records_under(cls, variant))


def _codelists_in(classes: Iterable[type]) -> tuple[type[CodeList], ...]:
    found: set[type[CodeList]] = set()

    def visit(shape: Shape) -> None:
        if isinstance(shape, Code):
            found.add(shape.codelist)
        elif isinstance(shape, Maybe | Many | Keyed):
            visit(shape.item)

    for record in classes:
        for field in fields_of(record):
            visit(field.shape)
    return tuple(sorted(found, key=lambda codelist: codelist.__name__))


def _codelist_schema(codelist: type[CodeList]) -> dict[str, Any]:
    return {
        "title": codelist.__name__,
        "description": "；".join(f"{member.value} {member.label}" for member in codelist),
        "type": "string",
        "enum": [member.value for member in codelist],
    }


def _record_schema(record: Record) -> dict[str, Any]:
    fields = fields_in(record)
    made: dict[str, Any] = {"type": "object"}
    if record.cls is not Report:
        made = {"title": record.cls.__name__, **made}
    properties = {field.name: _described(_shape_schema(field.shape), field.label) for field in fields}
    return {
        **made,
        "properties": properties,
        "required": [field.name for field in fields],
        "additionalProperties": False,
    }


def _described(made: dict[str, Any], label: str) -> dict[str, Any]:
    return {"description": label, **made} if label else made


def _shape_schema(shape: Shape) -> dict[str, Any]:  # noqa: C901, PLR0912 - one case a shape
    match shape:
        case Text(pattern=pattern):
            if pattern is None:
                return {"type": "string"}
            return {"type": "string", "pattern": f"^({pattern.regex})$(?!\\n)", "examples": [pattern.example]}
        case Whole(low=low, high=high):
            return {"type": "integer", "minimum": low, "maximum": high}
        case Exact():
            return {"$ref": "#/$defs/Decimal"}
        case Cell(kind=kind):
            return {"$ref": f"#/$defs/{kind.name}"}
        case Day():
            return {"type": "string", "pattern": DATE, "examples": ["2015-03-31"]}
        case Clock():
            return {"type": "string", "pattern": TIME, "examples": ["16:18:08"]}
        case Truth():
            return {"type": "boolean"}
        case Code(codelist=codelist):
            return {"$ref": f"#/$defs/{codelist.__name__}"}
        case Record(cls=cls):
            return {"$ref": f"#/$defs/{cls.__name__}"}
        case Maybe(item=Record(cls=cls)) if cls is Statistics:
            return {"type": "null"}
        case Many(item=item):
            return {"type": "array", "items": _shape_schema(item)}
        case Keyed(item=item):
            return {"type": "object", "additionalProperties": _shape_schema(item)}
        case Maybe(item=Either(options=options)):
            return {"anyOf": [*map(_shape_schema, options), {"type": "null"}]}
        case Maybe(item=item):
            return {"anyOf": [_shape_schema(item), {"type": "null"}]}
        case Either(options=options):
            return {"anyOf": [_shape_schema(option) for option in options]}


# --- foreign documents ------------------------------------------------------------------------------------


_ALL_CODELISTS = codelists_of(Report, Statistics)


@cache
def _validator(form_id: str) -> Draft202012Validator:
    return Draft202012Validator(schema(form_id))


def validate(document: Any) -> tuple[Problem, ...]:
    """What is wrong with a document (plain JSON values) by the published schema of the form that it names.

    Empty if the schema accepts it. The document is only looked at, never changed or completed.
    :class:`govdisclosure.LimitExceeded` for a document nested deeper than any report.
    """
    if not isinstance(document, dict):
        return (problem("", "wrong-type", expected="object", found=shown(document)),)
    _require_shallow(document)
    form_id = document.get("form")
    if "form" not in document:
        return (problem("", "missing-key", key="form"),)
    if not isinstance(form_id, str):
        return (problem("/form", "wrong-type", expected="string", found=shown(form_id)),)
    if form_id not in catalog.FORMS:
        return (problem("/form", "unknown-form", found=shown(form_id)),)
    errors = _validator(form_id).iter_errors(document)
    return tuple(dict.fromkeys(problem for error in errors for problem in _translated(error)))


def _require_shallow(document: Any) -> None:
    """The validator recurses; a document nested deeper than any report is refused before."""
    level, depth = [document], 1
    while level:
        if depth > DEFAULT_LIMITS.json_depth:
            raise LimitExceeded("json_depth", depth, DEFAULT_LIMITS.json_depth)
        inside = [value for here in level for value in (here.values() if isinstance(here, dict) else here)]
        level, depth = [value for value in inside if isinstance(value, dict | list)], depth + 1


def _pointer(error: ValidationError) -> str:
    return "".join(f"/{step(str(key))}" for key in error.absolute_path)


def _translated(error: ValidationError) -> Iterator[Problem]:  # noqa: C901 - one case a keyword
    """An error of the validator in the words that the codec has for the same thing."""
    pointer, found = _pointer(error), shown(error.instance)
    instance: Any = error.instance
    schema: Any = error.schema
    match error.validator:
        case "required":
            known: Any = error.validator_value
            yield from (problem(pointer, "missing-key", key=k) for k in known if k not in instance)
        case "additionalProperties":
            known = schema["properties"]
            for key in instance:
                if key not in known:
                    yield problem(f"{pointer}/{step(key)}", "unknown-key", key=key)
        case "type":
            yield problem(pointer, "wrong-type", expected=str(error.validator_value), found=found)
        case "enum" if not isinstance(instance, str):
            pass  # the wrong type is told already
        case "enum":
            codelist = schema["title"]
            if codelist == _ABSENT_CELL["title"]:
                yield problem(pointer, "not-a-cell", found=found)
                return
            name = next(c.list_name() for c in _ALL_CODELISTS if c.__name__ == codelist)
            yield problem(pointer, "not-a-code", found=found, codelist=name)
        case "pattern":
            yield _pattern_problem(error, pointer, found)
        case "minimum" | "maximum":
            low, high = schema["minimum"], schema["maximum"]
            yield problem(pointer, "out-of-range", found=found, low=str(low), high=str(high))
        case "anyOf":
            yield from _best_branch(error)
        case _:
            yield problem(pointer, "wrong-form-of-text", found=found, expected=str(error.validator_value))


def _pattern_problem(error: ValidationError, pointer: str, found: str) -> Problem:
    schema: Any = error.schema
    pattern = str(error.validator_value)
    codes = {DATE: "not-a-date", TIME: "not-a-time"}
    if pattern in codes:
        return problem(pointer, codes[pattern], found=found)
    if pattern in (DECIMAL, UNSIGNED):
        return problem(pointer, "not-a-decimal", example='"48.07"', found=found)
    return problem(pointer, "wrong-form-of-text", expected=schema["examples"][0], found=found)


def _best_branch(error: ValidationError) -> Iterator[Problem]:
    """Of the alternatives, those whose type fits; if none does, what the first of them expects."""
    branches: dict[Any, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.schema_path[0], []).append(inner)
    own_depth = len(error.absolute_path)
    fitting = [
        errors
        for errors in branches.values()
        if not any(e.validator == "type" and len(e.absolute_path) == own_depth for e in errors)
    ]
    for inner in (fitting or list(branches.values()))[0]:
        yield from _translated(inner)
