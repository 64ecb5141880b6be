"""Where a table is wrong: the fewest cells whose change makes its equations hold, from the equations alone.

Single cells come first, then pairs. Work is bounded, nothing is ever changed, and where several cells explain
the failure equally, all of them are given, a total before a part.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice

import attrs

from govdisclosure.cell import Absent, CellValue
from govdisclosure.checks.sides import side
from govdisclosure.checks.tables.equations import all_hold, judge
from govdisclosure.checks.tables.outcome import Number, Outcome, known
from govdisclosure.finding import Finding, Severity, Side, Verdict, finding
from govdisclosure.form import Equation, Form, compile_form
from govdisclosure.model import Report

__all__ = ["Candidate", "Diagnosis", "Repair", "check_diagnosis", "diagnose"]

#: Pairs of cells that are tried for one failure, and explanations that are given.
_MOST_PAIRS, _MOST_CANDIDATES = 20_000, 20


@attrs.frozen(kw_only=True)
class Repair:
    """One cell, what it holds, and what it would have to hold."""

    path: str
    printed: CellValue
    needed: Number


@attrs.frozen(kw_only=True)
class Candidate:
    """The cells that explain a failure together."""

    repairs: tuple[Repair, ...]


@attrs.frozen(kw_only=True)
class Diagnosis:
    """One failure: the codes and cells of the equations that fail together, and what explains them, best first.

    ``candidates`` is empty where no one or two cells explain it.
    """

    table: str
    codes: tuple[str, ...]
    paths: tuple[str, ...]
    candidates: tuple[Candidate, ...]


@attrs.frozen
class _Line:
    """An equation over the cells that can be wrong: coefficients and what is left over with blanks as nothing."""

    equation: Equation
    cells: Mapping[str, int]
    rest: Number
    failing: bool

    @property
    def is_equality(self) -> bool:
        return self.equation.rule.relation == "="

    @property
    def broken(self) -> bool:
        """Whether it does not hold if blanks are nothing."""
        return self.rest != 0 if self.is_equality else self.rest > 0

    def after(self, changes: Mapping[str, Number]) -> bool:
        """Whether it holds with cells changed by so much."""
        rest = self.rest + sum(self.cells.get(path, 0) * by for path, by in changes.items())
        return rest == 0 if self.is_equality else rest <= 0


def diagnose(report: Report) -> tuple[Diagnosis, ...]:
    """Why equations of the statutory tables fail: which cells, and what each would have to be.

    One diagnosis for each group of failures that share cells; empty if nothing fails. The report is not changed.
    """
    statistics = report.statistics
    if statistics is None:
        return ()
    form = compile_form(type(statistics))
    if all_hold(form, statistics):
        return ()
    values = form.values(statistics)
    equations = form.expanded(form.equations, statistics)
    lines = [line for equation in equations if (line := _line(equation, values, form))]
    return tuple(_Search(form, values, lines).diagnosis(group) for group in _groups(lines))


def check_diagnosis(report: Report) -> Iterator[Finding]:
    """The best explanation of each failure of the tables, as a note; one that explains several is told once."""
    told: set[tuple[Repair, ...]] = set()
    for found in diagnose(report):
        repairs = found.candidates[0].repairs if found.candidates else ()
        if not repairs or repairs in told:
            continue
        told.add(repairs)
        only = repairs[0] if len(repairs) == 1 else None
        printed = only.printed if only and isinstance(only.printed, int | Decimal) else None
        yield finding(
            "cells-explain",
            side(report, [repair.path for repair in repairs], printed),
            Side(value=only.needed if only else None),
            severity=Severity.INFO,
            verdict=Verdict.NOTED,
            params={
                "form": report.statistics.FORM if report.statistics else "",
                "table": found.table,
                "needed": " ".join(str(repair.needed) for repair in repairs),
                "others": str(len(found.candidates) - 1),
            },
        )


def _line(equation: Equation, values: Mapping[str, CellValue | None], form: Form) -> _Line | None:
    """An equation that can be reckoned with, if it can: hints and unreadable cells say nothing."""
    if equation.rule.severity == "info":
        return None
    cells: dict[str, int] = {}
    rest: Number = 0
    sides_known = [False, False]
    for number, (paths, sign) in enumerate(((equation.left, 1), (equation.right, -1))):
        for path in paths:
            value = values[path]
            if known(value):
                rest += sign * value
                sides_known[number] = True
            elif value is None:
                continue
            elif value is not Absent.BLANK:
                return None
            cells[path] = sign
    if not all(sides_known):
        return None
    line = _Line(equation, cells, rest, failing=False)
    if line.broken and judge(equation, values, form).outcome is Outcome.FAILS:
        return attrs.evolve(line, failing=True)
    return line


def _groups(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """The equations that do not hold, in groups that share cells; a group counts if one of it fails for certain."""
    waiting = [line for line in lines if line.broken]
    while waiting:
        group, waiting = [waiting[0]], waiting[1:]
        for line in group:
            near = [other for other in waiting if other.cells.keys() & line.cells.keys()]
            group += near
            waiting = [other for other in waiting if other not in near]
        if any(line.failing for line in group):
            yield group


@attrs.frozen
class _Search:
    """The search for the cells behind one group of failures."""

    form: Form
    values: Mapping[str, CellValue | None]
    lines: Sequence[_Line]

    def diagnosis(self, group: list[_Line]) -> Diagnosis:
        failing = [line for line in group if line.failing]
        found = self.explained(group) or self.explained(failing)
        paths = dict.fromkeys(path for line in failing for path in line.cells)
        return Diagnosis(
            table=failing[0].equation.table,
            codes=tuple(dict.fromkeys(line.equation.rule.code for line in failing)),
            paths=tuple(paths),
            candidates=tuple(found[:_MOST_CANDIDATES]),
        )

    def explained(self, group: list[_Line]) -> list[Candidate]:
        """The single cells, else the pairs, with which every equation holds that is not broken otherwise."""
        found = [changes for path in _shared(group) if (changes := self.single(path, group))]
        found = found or self.pairs(group)
        return [self.candidate(changes) for changes in sorted(found, key=self.rank)]

    # --- one cell

    def single(self, path: str, group: list[_Line]) -> dict[str, Number] | None:
        for line in sorted(group, key=lambda line: not line.is_equality):
            changes = {path: -line.rest * line.cells[path]}
            if self.possible(changes) and all(other.after(changes) for other in self.touched([path], group)):
                return changes
        return None

    def touched(self, paths: Sequence[str], group: list[_Line]) -> Iterator[_Line]:
        """The equations to look at: those of the group, and those that hold and contain a changed cell."""
        yield from group
        for line in self.lines:
            if not line.broken and any(path in line.cells for path in paths):
                yield line

    def possible(self, changes: Mapping[str, Number]) -> bool:
        """Whether the cells can hold what they would have to."""
        for path, by in changes.items():
            cell = self.form.cell(path)
            if not by or cell is None or not cell.kind.low <= self.number(path) + by <= cell.kind.high:
                return False
        return True

    def number(self, path: str) -> Number:
        value = self.values[path]
        return value if known(value) else 0

    # --- two cells

    def pairs(self, group: list[_Line]) -> list[dict[str, Number]]:
        tried = islice(self.couples(group), _MOST_PAIRS)
        solved = (changes for one, other in tried if (changes := self.solved(one, other, group)))
        return list({tuple(sorted(changes)): changes for changes in solved}.values())

    def couples(self, group: list[_Line]) -> Iterator[tuple[str, str]]:
        first = min(group, key=lambda line: len(line.cells))
        for one in first.cells:
            others = [line for line in group if one not in line.cells]
            if others:
                partners = _shared(others)
            else:
                near = [line for line in self.lines if one in line.cells]
                partners = list(dict.fromkeys(path for line in near for path in line.cells))
            yield from ((one, other) for other in partners if other != one)

    def solved(self, one: str, other: str, group: list[_Line]) -> dict[str, Number] | None:
        lines = list(self.touched([one, other], group))
        by_one = _sole(one, other, lines)
        by_other = _sole(other, one, lines)
        both = next((line for line in lines if line.is_equality and one in line.cells and other in line.cells), None)
        if both and by_one is None and by_other is not None:
            by_one = -(both.rest + both.cells[other] * by_other) * both.cells[one]
        elif both and by_other is None and by_one is not None:
            by_other = -(both.rest + both.cells[one] * by_one) * both.cells[other]
        if by_one is None or by_other is None:
            return None
        changes = {one: by_one, other: by_other}
        return changes if self.possible(changes) and all(line.after(changes) for line in lines) else None

    # --- which first

    def rank(self, changes: Mapping[str, Number]) -> tuple[int, int, int]:
        """Printed numbers before blanks, totals before parts, then the order of the form."""
        order = list(self.values)
        blanks = sum(self.values[path] is Absent.BLANK for path in changes)
        totals = sum(line.equation.rule.has_total and path in line.equation.left
                     for path in changes for line in self.lines)  # fmt: skip
        return blanks, -totals, min(order.index(path) for path in changes)

    def candidate(self, changes: Mapping[str, Number]) -> Candidate:
        order = list(self.values)
        return Candidate(
            repairs=tuple(
                Repair(path=path, printed=self.values[path] or 0, needed=self.number(path) + changes[path])
                for path in sorted(changes, key=order.index)
            )
        )


def _shared(lines: Sequence[_Line]) -> list[str]:
    """The cells that all of the equations contain."""
    return [path for path in lines[0].cells if all(path in line.cells for line in lines[1:])]


def _sole(path: str, other: str, lines: Sequence[_Line]) -> Number | None:
    """By how much a cell is wrong, by an equation that contains it and not the other."""
    for line in lines:
        if line.is_equality and path in line.cells and other not in line.cells:
            return -line.rest * line.cells[path]
    return None
