"""What a compiled form consists of: tables, rows, cells, equations; and asking it together with a report."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import attrs

from govdisclosure.cell import CellValue
from govdisclosure.codelist import CodeList
from govdisclosure.declare import Block, CellKind, ImpossibleFor, Linear, Stated, Table
from govdisclosure.model import Statistics

__all__ = [
    "ROOT",
    "CellForm",
    "Equation",
    "Form",
    "Header",
    "RowForm",
    "TableForm",
    "pattern_of",
    "standing",
    "wordings",
]

#: Where the statistics stand in a report.
ROOT = "statistics"


_Tree = dict[str, Any]


@attrs.frozen
class Header:
    """A printed header: its official wording, the context of its translations, other wordings seen."""

    text: str
    context: str
    aliases: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class CellForm:
    """One cell: its path (``*`` for the index of a repeating row), its headers from the outside in, its unit."""

    path: str
    rows: tuple[Header, ...]
    columns: tuple[Header, ...]
    kind: CellKind
    unit: CodeList | None
    of_year: int

    @property
    def headers(self) -> tuple[Header, ...]:
        """Row headers, then column headers."""
        return self.rows + self.columns


@attrs.frozen(kw_only=True)
class RowForm:
    """One row: its path, headers and block, and its cells by column.

    ``optional`` is the path that is ``None`` where the row is not printed; ``name`` the field that holds the
    header of a row that repeats (``repeats`` is then the path of the list).
    """

    path: str
    headers: tuple[Header, ...]
    block: Block | None
    cells: Mapping[tuple[Header, ...], CellForm]
    optional: str | None = None
    repeats: str | None = None
    name: str | None = None


@attrs.frozen(kw_only=True)
class TableForm:
    """One printed table: its path (``""`` below the statistics where all stand in one), mark and rows in order."""

    path: str
    mark: Table
    context: str
    rows: tuple[RowForm, ...]

    def columns(self, block: Block | None) -> tuple[tuple[Header, ...], ...]:
        """The header chains of the columns of a block, in order."""
        return tuple(dict.fromkeys(chain for row in self.rows if row.block == block for chain in row.cells))


@attrs.frozen(kw_only=True)
class Equation:
    """One rule for certain cells. ``each`` is the path of a list for whose items it holds one by one.

    A path with ``*`` that is not under ``each`` stands for the sum over all items.
    """

    rule: Linear
    table: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    previous: tuple[str, ...] = ()
    each: str | None = None

    @property
    def paths(self) -> tuple[str, ...]:
        """The cells of this year's report, left first."""
        return self.left + self.right


@attrs.frozen(kw_only=True)
class Form:
    """The statutory tables of one form, ready for every tool."""

    id: str
    cls: type[Statistics]
    tables: tuple[TableForm, ...]
    cells: Mapping[str, CellForm]
    #: The table of each cell, by the cell's path.
    table_of: Mapping[str, TableForm]
    #: Rules within a report, expanded to cells.
    equations: tuple[Equation, ...]
    #: Rules against last year's report.
    year_equations: tuple[Equation, ...]
    #: Pairs of rows of which only one is printed.
    alternatives: tuple[tuple[str, str], ...]
    impossible: tuple[ImpossibleFor, ...]
    stated: tuple[Stated, ...]

    @cached_property
    def steps(self) -> "_Tree":
        """The field names that lead to the cells, as a tree in the order of the form."""
        tree: _Tree = {}
        for path in self.cells:
            here = tree
            for step in path.split(".")[1:]:
                here = here.setdefault(step, {})
        return tree

    @cached_property
    def optional(self) -> tuple[str, ...]:
        """The rows that are not always printed."""
        return tuple(dict.fromkeys(row.optional for table in self.tables for row in table.rows if row.optional))

    @cached_property
    def repeats(self) -> bool:
        """Whether rows of this form repeat by reporting body."""
        return any(row.repeats for table in self.tables for row in table.rows)

    def values(self, statistics: Statistics) -> dict[str, CellValue | None]:
        """Every cell of these statistics by its full path, ``None`` for cells of rows that are not printed."""
        found: dict[str, CellValue | None] = {}
        _collect(statistics, self.steps, ROOT, found)
        return found

    def cell(self, path: str) -> CellForm | None:
        """The declaration of a cell by its full path in a report; ``None`` if the form has no such cell."""
        return self.cells.get(path) or self.cells.get(pattern_of(path))

    def body(self, path: str, statistics: Statistics) -> str | None:
        """The name of the body in whose row a cell stands, for rows that repeat."""
        pattern = pattern_of(path)
        if pattern == path:
            return None
        row = next((r for r in self.table_of[pattern].rows if pattern.startswith(f"{r.path}.")), None)
        if row is None or row.name is None:
            return None
        here: Any = statistics
        for step, general in zip(path.split(".")[1:], pattern.split(".")[1:], strict=True):
            here = here[int(step)] if general == "*" else getattr(here, step)
            if general == "*":
                break
        return str(getattr(here, row.name))

    @cached_property
    def rules(self) -> Mapping[str, Linear | Stated | ImpossibleFor]:
        """The declared rules by code."""
        rules: tuple[Linear | Stated | ImpossibleFor, ...] = (*self.cls.RULES, *self.stated, *self.impossible)
        return {rule.code: rule for rule in rules}

    def expanded(self, equations: tuple[Equation, ...], statistics: Statistics) -> tuple[Equation, ...]:
        """Equations with every ``*`` replaced by the indexes that these statistics have."""
        if not self.repeats:
            return equations
        repeating = {row.repeats for table in self.tables for row in table.rows if row.repeats}
        counts = {path: len(standing(statistics, path) or ()) for path in repeating}
        return tuple(made for equation in equations for made in _instances(equation, counts))


def pattern_of(path: str) -> str:
    """A path with its indexes replaced by ``*``."""
    return ".".join("*" if step.isdigit() else step for step in path.split("."))


def _collect(here: Any, tree: _Tree, path: str, found: dict[str, CellValue | None]) -> None:
    for step, below in tree.items():
        if step == "*":
            for index, item in enumerate(here or ()):
                _collect(item, below, f"{path}.{index}", found)
            continue
        value = None if here is None else getattr(here, step)
        if below:
            _collect(value, below, f"{path}.{step}", found)
        else:
            found[f"{path}.{step}"] = value


def standing(statistics: Statistics, path: str) -> Any:
    """What stands at the path of a row, a table or a list; ``None`` where it is not printed."""
    here: Any = statistics
    for step in path.split(".")[1:]:
        here = None if here is None else getattr(here, step)
    return here


def _instances(equation: Equation, counts: Mapping[str, int]) -> Iterator[Equation]:
    if equation.each is None:
        yield attrs.evolve(
            equation,
            left=_summed(equation.left, counts),
            right=_summed(equation.right, counts),
            previous=_summed(equation.previous, counts),
        )
        return
    for index in range(counts[equation.each]):
        star, here = f"{equation.each}.*", f"{equation.each}.{index}"
        left, right = (tuple(path.replace(star, here) for path in side) for side in (equation.left, equation.right))
        yield attrs.evolve(equation, left=left, right=right, each=None)


def _summed(paths: tuple[str, ...], counts: Mapping[str, int]) -> tuple[str, ...]:
    made: list[str] = []
    for path in paths:
        head, star, tail = path.partition(".*")
        made += [f"{head}.{index}{tail}" for index in range(counts[head])] if star else [path]
    return tuple(made)


def wordings(form: Form) -> Iterator[tuple[str, str]]:
    """Everything official that a form prints or its rules say, each with the context of its translations."""
    for table in form.tables:
        yield table.context, table.mark.title
        blocks = [row.block for row in table.rows if row.block]
        others = [table.mark.corner, table.mark.unit_header, table.mark.value_header]
        others += [text for block in blocks for text in (block.title, block.corner)]
        yield from (("header", text) for text in dict.fromkeys(others) if text)
        headers = (header for row in table.rows for cell in row.cells.values() for header in cell.headers)
        yield from ((header.context, header.text) for header in dict.fromkeys(headers))
    for rule in form.rules.values():
        yield f"rule:{rule.code}", rule.title
        if rule.source:
            yield f"rule:{rule.code}:source", rule.source
