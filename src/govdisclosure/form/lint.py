"""What is wrong with a declaration itself. Missing translations are told by scripts/catalogs.py."""

from collections import Counter
from collections.abc import Iterator

from govdisclosure.codelist import CodeList
from govdisclosure.declare import ImpossibleFor, Linear, Stated
from govdisclosure.finding_codes import RULES
from govdisclosure.form.parts import Equation, Form

__all__ = ["lint"]


def lint(form: Form) -> tuple[str, ...]:
    """Twin labels on one level, rules that name no cell or one twice, twin codes, cells without a unit."""
    return (*_labels(form), *_units(form), *_rules(form), *_codes(form))


def _labels(form: Form) -> Iterator[str]:
    """Two cells under the same headers cannot be told apart on a page; rows that replace each other may be."""
    for table in form.tables:
        chains = Counter(
            (row.block, tuple(h.text for h in row.headers), tuple(h.text for h in chain))
            for row in table.rows
            if row.optional is None and row.repeats is None
            for chain in row.cells
        )
        for (_, rows, columns), count in chains.items():
            if count > 1:
                yield f"{table.path}: {count} cells under {' / '.join((*rows, *columns))}"


def _units(form: Form) -> Iterator[str]:
    for path, cell in form.cells.items():
        if not isinstance(cell.unit, CodeList):
            yield f"{path}: no unit"


def _rules(form: Form) -> Iterator[str]:
    equations = (*form.equations, *form.year_equations)
    reached = {equation.rule.code for equation in equations}
    yield from (f"{rule.code}: names no cell" for rule in form.cls.RULES if rule.code not in reached)
    for equation in equations:
        yield from _equation(equation)
    yield from (f"{rule.code}: names no cell" for rule in form.impossible if not rule.cells)
    silent = [rule for rule in form.stated if not any(reading.cells for reading in rule.readings)]
    yield from (f"{rule.code}: names no cell" for rule in silent)


def _equation(equation: Equation) -> Iterator[str]:
    code = equation.rule.code
    if not equation.left or not (equation.right or equation.previous):
        yield f"{code}: a side names no cell"
    if len(set(equation.paths)) < len(equation.paths):
        yield f"{code}: names a cell twice"
    if equation.previous and any("*" in path for path in (*equation.paths, *equation.previous)):
        yield f"{code}: rows that repeat by body are not compared between years"


def _codes(form: Form) -> Iterator[str]:
    titles: dict[str, str] = {}
    rules: tuple[Linear | Stated | ImpossibleFor, ...] = (*form.cls.RULES, *form.stated, *form.impossible)
    for rule in rules:
        if rule.code in RULES:
            yield f"{rule.code}: a code of the library itself"
        if titles.setdefault(rule.code, rule.title) != rule.title:
            yield f"{rule.code}: two rules of one code"
