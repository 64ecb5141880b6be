"""The rules of a form, expanded to cells."""

from collections.abc import Iterator, Mapping

import attrs

from govdisclosure.declare import ImpossibleFor, Linear, Reading, Row, Stated
from govdisclosure.form.parts import ROOT, CellForm, Equation, TableForm
from govdisclosure.model import Statistics
from govdisclosure.shape import Maybe, Record, fields_of

__all__ = ["alternatives", "expanded", "impossible", "stated"]


def expanded(
    rule: Linear, cells: Mapping[str, CellForm], table_of: Mapping[str, TableForm], places: Mapping[type, list[str]]
) -> Iterator[Equation]:
    """A rule for each of the places and columns that it speaks of."""
    for base in places.get(rule.within, ()) if rule.within else (ROOT,):
        each = base.partition(".*")[0] if ".*" in base else None
        sides = [[f"{base}.{path}" for path in side] for side in (rule.left, rule.right, rule.previous)]
        # Parts that may overlap are compared one by one.
        lefts = [[path] for path in sides[0]] if rule.kind == "at_most" else [sides[0]]
        for left in lefts:
            for tail in _tails(left[0], cells):
                made = [_in_column(side, tail, cells) for side in (left, *sides[1:])]
                yield Equation(rule=rule, table=table_of[made[0][0]].path, left=made[0], right=made[1],
                               previous=made[2], each=each)  # fmt: skip


def _under(path: str, cells: Mapping[str, CellForm]) -> list[str]:
    return [cell for cell in cells if cell == path or cell.startswith(f"{path}.")]


def _tails(path: str, cells: Mapping[str, CellForm]) -> list[str]:
    """What the cells under a path are called below it: one equation for each."""
    return [cell.removeprefix(path) for cell in _under(path, cells)]


def _in_column(paths: list[str], tail: str, cells: Mapping[str, CellForm]) -> tuple[str, ...]:
    """The cells under paths that stand in the column that ``tail`` names."""
    return tuple(cell for path in paths for cell in _under(path, cells) if cell.removeprefix(path).endswith(tail))


def alternatives(record: Record, path: str) -> Iterator[tuple[str, str]]:
    """The pairs of rows of which one is printed instead of the other."""
    for field in fields_of(record.cls):
        here = f"{path}.{field.name}"
        if isinstance(field.mark, Row) and field.mark.instead_of:
            yield f"{path}.{field.mark.instead_of}", here
        inner = field.shape.item if isinstance(field.shape, Maybe) else field.shape
        if isinstance(inner, Record):
            yield from alternatives(inner, here)


def impossible(cls: type[Statistics], cells: Mapping[str, CellForm]) -> Iterator[ImpossibleFor]:
    """The cells that some bodies cannot fill, by path."""
    for rule in cls.IMPOSSIBLE:
        named = tuple(cell for path in rule.cells for cell in _under(f"{ROOT}.{path}", cells))
        yield attrs.evolve(rule, cells=named)


def stated(cls: type[Statistics], cells: Mapping[str, CellForm]) -> Iterator[Stated]:
    """The figures of the text that cells state again, with the cells of each reading."""
    for rule in cls.STATED:
        readings = tuple(Reading(_cells(r.cells, cells), _cells(r.base, cells)) for r in rule.readings)
        yield attrs.evolve(rule, readings=readings)


def _cells(patterns: tuple[str, ...], cells: Mapping[str, CellForm]) -> tuple[str, ...]:
    """Cells by path, in which ``*`` stands for any one step."""
    made: list[str] = []
    for pattern in patterns:
        steps = f"{ROOT}.{pattern}".split(".")
        made += [cell for cell in cells if _fits(cell.split("."), steps)]
    return tuple(made)


def _fits(cell: list[str], steps: list[str]) -> bool:
    return len(cell) == len(steps) and all(step in ("*", name) for step, name in zip(steps, cell, strict=True))
