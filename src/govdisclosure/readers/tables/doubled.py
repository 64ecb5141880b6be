"""The same table more than once in a document: last year's beside this year's, or that of another body.

One printing is read whole, never a mixture: the one over which no other year is printed, else the one with the most
rows, else the first.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import attrs

from govdisclosure.form import Form, TableForm
from govdisclosure.readers.lines import year_in
from govdisclosure.readers.observed import Observed
from govdisclosure.readers.tables.aligned import Alignment
from govdisclosure.readers.tables.declared import required_rows
from govdisclosure.readers.tables.seen import SeenRow

__all__ = ["Single", "single"]

#: Rows are a printing of a table if they are so large a share of its rows.
_SHARE = 0.6
#: How far over a table the line that names its year may stand, and how long it is at most.
_NEAR, _CAPTION = 300, 60
#: The year from which a form is used is none of a report.
_OF_A_FORM = re.compile(r"[0-9]{4}年(?:起|版)")
_OTHER_YEAR = re.compile(r"上一?年度?|去年|前一年")


@attrs.frozen(kw_only=True)
class Single:
    """The rows (by ``id``) of tables that are printed again, and which tables those are."""

    dropped: frozenset[int]
    doubled: tuple[str, ...]


@attrs.frozen(kw_only=True)
class _Printing:
    """A table as it is printed once: the row of each declared one by their numbers, and all rows of its stretch."""

    rows: dict[int, int]
    stretch: tuple[SeenRow, ...]

    @property
    def first(self) -> int:
        return min(self.rows.values())


def single(observed: Observed, form: Form, alignment: Alignment, year: int | None) -> Single:
    """The rows of tables that another printing of the same table stands for."""
    sets = {table.path: list(_printings(table, alignment)) for table in form.tables}
    sets = {path: found for path, found in sets.items() if len(found) > 1}
    if not sets:
        return Single(dropped=frozenset(), doubled=())
    chosen = _chosen(observed, sets, alignment, year)
    others = {path: [one for one in found if one is not chosen[path]] for path, found in sets.items()}
    again = [path for path, found in others.items() if any(_is_half(one, chosen[path]) for one in found)]
    dropped = frozenset(id(row) for found in others.values() for one in found for row in one.stretch)
    return Single(dropped=dropped, doubled=tuple(again))


def _chosen(
    observed: Observed, sets: dict[str, list[_Printing]], alignment: Alignment, year: int | None
) -> dict[str, _Printing]:
    """Of each table one printing: where all are printed as often, those that stand together."""

    def worth(printing: _Printing) -> tuple[bool, bool, int]:
        most = max(len(one.rows) for found in sets.values() if printing in found for one in found)
        other = _is_of_another_year(observed, printing, alignment.seen, year)
        return 2 * len(printing.rows) <= most, other, -len(printing.rows)

    if len({len(found) for found in sets.values()}) == 1:
        together = list(zip(*sets.values(), strict=True))
        best = min(together, key=lambda one: [sum(part) for part in zip(*map(worth, one), strict=True)])
        return dict(zip(sets, best, strict=True))
    return {path: min(found, key=worth) for path, found in sets.items()}


def _is_half(printing: _Printing, chosen: _Printing) -> bool:
    """Whether rows are rather a printing of their table than a list of its words."""
    return 2 * len(printing.rows) >= len(chosen.rows)


def _printings(table: TableForm, alignment: Alignment) -> Iterator[_Printing]:
    """The printings of a table in order; parts of it that follow each other are one. A lone row is none."""
    least = _SHARE * required_rows(table)
    parts = [part for run in _by_grid(table, alignment) for part in _parts(run, alignment.seen, least)]
    whole: list[_Printing] = []
    for part in parts:
        if whole and min(part.rows) > max(whole[-1].rows):
            before = whole.pop()
            part = _Printing(rows=before.rows | part.rows, stretch=before.stretch + part.stretch)  # noqa: PLW2901
        whole.append(part)
    main = max(whole, key=lambda one: len(one.rows), default=None)
    for one in whole:
        many = min(2, least, len(main.rows)) if main else 0
        if one is main or (main and not main.rows.keys().isdisjoint(one.rows) and len(one.rows) >= many):
            yield one


def _by_grid(table: TableForm, alignment: Alignment) -> Iterator[list[tuple[int, int]]]:
    """The rows that are named just as one of the table, by grid: the number of each with that of the declared row."""
    for _, run in groupby(alignment.named(table.path), key=lambda one: alignment.seen[one[0]].grid):
        yield list(run)


def _parts(run: list[tuple[int, int]], seen: Sequence[SeenRow], least: float) -> Iterator[_Printing]:
    """The printings within a grid: the next one begins where a row comes again."""
    begins = [run[0][0]]
    parts: list[dict[int, int]] = [{}]
    for number, index in run:
        if index in parts[-1] and len(parts[-1]) >= least:
            parts.append({})
            begins.append(_behind_numbers(seen, number))
        parts[-1].setdefault(index, number)
    grid = seen[run[0][0]].grid
    first, last = run[0][0], run[-1][0]
    while first and seen[first - 1].grid == grid:
        first -= 1
    while last + 1 < len(seen) and seen[last + 1].grid == grid:
        last += 1
    bounds = [first, *begins[1:], last + 1]
    for part, (start, end) in zip(parts, pairwise(bounds), strict=True):
        yield _Printing(rows=part, stretch=tuple(seen[start:end]))


def _behind_numbers(seen: Sequence[SeenRow], number: int) -> int:
    """The first of the rows without numbers over a row, which are its headers."""
    while seen[number - 1].grid == seen[number].grid and not seen[number - 1].has_values:
        number -= 1
    return number


def _is_of_another_year(observed: Observed, printing: _Printing, seen: Sequence[SeenRow], year: int | None) -> bool:
    """Whether the headers of a table or the short lines over it name another year; the nearest one counts."""
    number = next(number for number, row in enumerate(seen) if row is printing.stretch[0])
    rows = [row for row in printing.stretch if not row.has_values and row.row < seen[printing.first].row]
    start = min((cell.cell.start for row in printing.stretch for cell in row.cells if not cell.is_blank), default=0)
    before = max((cell.cell.end for cell in seen[number - 1].cells), default=0) if number else 0
    over = observed.text[max(before, start - _NEAR) : start].split("\n")
    texts = ["".join(cell.text for cell in row.cells) for row in rows[:2]]
    for words in (*texts, *(line for line in over[::-1] if len(line) <= _CAPTION)):
        named = year_in(_OF_A_FORM.sub("", words))
        if named is not None or _OTHER_YEAR.search(words):
            return named is None or (year is not None and named != year)
    return False
