"""A class of statutory tables to its form: the one walk over a declaration."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs

from govdisclosure.cell import Absent, CellValue
from govdisclosure.codelist import CodeList
from govdisclosure.declare import Block, Column, Label, Row, Rows
from govdisclosure.declare import Table as TableMark
from govdisclosure.declare import Text as TextMark
from govdisclosure.form.parts import ROOT, CellForm, Form, Header, RowForm, TableForm
from govdisclosure.form.rules import alternatives, expanded, impossible, stated
from govdisclosure.model import Statistics
from govdisclosure.shape import Cell, Field, Many, Maybe, Record, Shape, fields_of

__all__ = ["blank_of", "compile_form", "filled_of"]


@attrs.frozen(kw_only=True)
class _Where:
    """What the headers above a field have settled by the time that it is looked at."""

    path: str
    row_path: str
    rows: tuple[Header, ...] = ()
    columns: tuple[Header, ...] = ()
    block: Block | None = None
    unit: CodeList | None = None
    of_year: int = 0
    optional: str | None = None
    repeats: str | None = None
    name: str | None = None


@attrs.define
class _Draft:
    """A row while its cells are gathered."""

    where: _Where
    cells: dict[tuple[Header, ...], CellForm] = attrs.Factory(dict)


def compile_form(cls: type[Statistics]) -> Form:
    """The form that a class of statutory tables declares; compiled once, and shared by every tool.

    ``TypeError`` for what the vocabulary does not have.
    """
    key: Any = cls
    return _compiled(key)


@cache  # behind a function of its own: to the type checker attrs classes are not hashable
def _compiled(cls: Any) -> Form:
    tables = tuple(_tables(cls))
    table_of = {cell.path: table for table in tables for row in table.rows for cell in row.cells.values()}
    cells = {cell.path: cell for table in tables for row in table.rows for cell in row.cells.values()}
    within = _places(cls)
    equations = [e for rule in cls.RULES for e in expanded(rule, cells, table_of, within)]
    return Form(
        id=cls.FORM,
        cls=cls,
        tables=tables,
        cells=MappingProxyType(cells),
        table_of=MappingProxyType(table_of),
        equations=tuple(e for e in equations if not e.rule.previous),
        year_equations=tuple(e for e in equations if e.rule.previous),
        alternatives=tuple(alternatives(Record(cls), ROOT)),
        impossible=tuple(impossible(cls, cells)),
        stated=tuple(stated(cls, cells)),
    )


def _tables(cls: type[Statistics]) -> Iterator[TableForm]:
    own = _declared(cls)
    if cls.TABLE is not None:
        where = _Where(path=ROOT, row_path=ROOT, unit=cls.TABLE.unit)
        rows = _rows(cell for field in own for cell in _walk(cls, field, where))
        yield TableForm(path=ROOT, mark=cls.TABLE, context=f"table:{cls.__name__}", rows=rows)
        return
    for field in own:
        if not isinstance(field.mark, TableMark):
            raise TypeError(f"{cls.__name__}.{field.name} stands in no table")
        path = f"{ROOT}.{field.name}"
        where = _Where(path=path, row_path=path, unit=field.mark.unit)
        record = _record(field.shape)
        rows = _rows(cell for inner in fields_of(record) for cell in _walk(record, inner, where))
        yield TableForm(path=path, mark=field.mark, context=f"field:{cls.__name__}.{field.name}", rows=rows)


def _declared(cls: type) -> list[Field]:
    """The fields that a declaration adds to what all statistics have."""
    common = {field.name for field in fields_of(Statistics)} if issubclass(cls, Statistics) else set()
    return [field for field in fields_of(cls) if field.name not in common]


def _record(shape: Shape) -> type:
    inner = shape.item if isinstance(shape, Maybe | Many) else shape
    if not isinstance(inner, Record):
        raise TypeError(f"{shape} is neither a cell nor a class with cells")
    return inner.cls


def _rows(cells: Iterator[tuple[_Where, CellForm]]) -> tuple[RowForm, ...]:
    drafts: dict[str, _Draft] = {}
    for where, cell in cells:
        drafts.setdefault(where.row_path, _Draft(where)).cells[cell.columns] = cell
    return tuple(
        RowForm(path=path, headers=d.where.rows, block=d.where.block, cells=MappingProxyType(d.cells),
                optional=d.where.optional, repeats=d.where.repeats, name=d.where.name)
        for path, d in drafts.items()
    )  # fmt: skip


def _walk(cls: type, field: Field, above: _Where) -> Iterator[tuple[_Where, CellForm]]:
    """The cells under a field, each with its place in the table."""
    where = _placed(cls, field, attrs.evolve(above, path=f"{above.path}.{field.name}"))
    shape = field.shape
    if isinstance(shape, Maybe):
        where, shape = attrs.evolve(where, optional=where.path), shape.item
    if isinstance(shape, Cell):
        cell = CellForm(path=where.path, rows=where.rows, columns=where.columns, kind=shape.kind, unit=where.unit,
                        of_year=where.of_year)  # fmt: skip
        yield where, cell
        return
    if isinstance(field.mark, TextMark):
        return
    record = _record(shape)
    if isinstance(shape, Many):
        where = _repeated(record, where)
    for inner in fields_of(record):
        yield from _walk(record, inner, where)


def _repeated(record: type, where: _Where) -> _Where:
    if where.repeats is not None:
        raise TypeError(f"{record.__name__}: rows that repeat within rows that repeat")
    name = next((field.name for field in fields_of(record) if isinstance(field.mark, TextMark)), None)
    path = f"{where.path}.*"
    return attrs.evolve(where, path=path, row_path=path, repeats=where.path, name=name)


def _placed(cls: type, field: Field, where: _Where) -> _Where:
    """Add what the mark of a field says to what the marks above it have said."""
    mark, context = field.mark, f"field:{cls.__name__}.{field.name}"
    if isinstance(mark, Row | Column):
        own = Header(mark.label, context, mark.aliases)
        chain = (*(Header(text, "header") for text in mark.under), own)
        year = where.of_year + mark.of_year
        where = attrs.evolve(where, unit=mark.unit or where.unit, of_year=year)
        if isinstance(mark, Column):
            return attrs.evolve(where, columns=where.columns + chain)
        return attrs.evolve(where, rows=where.rows + chain, row_path=where.path, block=mark.block or where.block)
    if isinstance(mark, Label | Rows | TextMark):
        return where
    raise TypeError(f"{cls.__name__}.{field.name} stands in no row and in no column")


def _places(cls: type[Statistics]) -> dict[type, list[str]]:
    """Where each class occurs under the statistics, by path."""
    found: dict[type, list[str]] = {}

    def visit(here: type, path: str) -> None:
        found.setdefault(here, []).append(path)
        for field in fields_of(here):
            shape = field.shape.item if isinstance(field.shape, Maybe) else field.shape
            star = ".*" if isinstance(shape, Many) else ""
            inner = shape.item if isinstance(shape, Many) else shape
            if isinstance(inner, Record) and not isinstance(field.mark, TextMark):
                visit(inner.cls, f"{path}.{field.name}{star}")

    visit(cls, ROOT)
    return found


def blank_of(cls: type) -> Any:
    """An instance of a class of tables with every cell blank; rows that are not always printed are ``None``."""
    return cls(**{field.name: _blank(field.shape) for field in _declared(cls)})


def _blank(shape: Shape) -> Any:
    match shape:
        case Cell():
            return Absent.BLANK
        case Record(cls=cls):
            return blank_of(cls)
        case Maybe():
            return None
        case Many():
            return ()
    raise TypeError(shape)


def filled_of(cls: type, values: Mapping[str, CellValue], path: str = ROOT, **more: Any) -> Any:
    """An instance of a class of tables with these cells by path, all others blank.

    A row that is not always printed is there if any of its cells is. ``more`` are fields of all statistics.
    """
    made = {field.name: _filled(field.shape, values, f"{path}.{field.name}") for field in _declared(cls)}
    return cls(**made, **more)


def _filled(shape: Shape, values: Mapping[str, CellValue], path: str) -> Any:
    match shape:
        case Cell():
            return values.get(path, Absent.BLANK)
        case Record(cls=cls):
            return filled_of(cls, values, path)
        case Maybe(item=item):
            printed = any(cell == path or cell.startswith(f"{path}.") for cell in values)
            return _filled(item, values, path) if printed else None
    return _blank(shape)
