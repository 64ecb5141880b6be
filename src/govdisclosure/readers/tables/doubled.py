"""The same table more than once on a page: last year's beside this year's, or that of another body.

One of them is read, never a mixture: the one that no other year is printed over, else the one with the most rows,
else the first.
"""

import re
from collections.abc import Iterator, Sequence

import attrs

from govdisclosure.form import Form, TableForm
from govdisclosure.readers.lines import year_in
from govdisclosure.readers.observed import Observed
from govdisclosure.readers.tables.aligned import Match, align
from govdisclosure.readers.tables.declared import DeclaredRow, declared_rows
from govdisclosure.readers.tables.seen import SeenRow

__all__ = ["Single", "single"]

#: Two sets of rows are the same table if each has so large a share of its rows, under just their labels.
_SHARE, _EXACT = 0.6, 0.98
#: How far over a table its caption may stand.
_CAPTION = 60
_OTHER_YEAR = re.compile(r"上一?年度?|去年|前一年")


@attrs.frozen(kw_only=True)
class Single:
    """The rows of a page without those of tables that are printed again, and which tables those are."""

    rows: tuple[SeenRow, ...]
    doubled: tuple[str, ...]


@attrs.frozen(kw_only=True)
class _Set:
    """One printing of a table: its rows, and whether another year stands over it."""

    rows: tuple[SeenRow, ...]
    declared: frozenset[str]
    other_year: bool
    number: int


def single(observed: Observed, form: Form, seen: Sequence[SeenRow], year: int | None) -> Single:
    """Leave out the rows of tables that another printing of the same table stands for."""
    dropped: set[int] = set()
    doubled: list[str] = []
    for table in form.tables:
        declared = [one for one in declared_rows(form) if one.table.path == table.path]
        sets = list(_sets(observed, table, declared, seen, year))
        if len(sets) > 1:
            best = min(sets, key=lambda one: (one.other_year, -len(one.rows), one.number))
            dropped |= {id(row) for one in sets if one is not best for row in one.rows}
            doubled.append(table.path)
    return Single(rows=tuple(row for row in seen if id(row) not in dropped), doubled=tuple(doubled))


def _sets(
    observed: Observed, table: TableForm, declared: list[DeclaredRow], seen: Sequence[SeenRow], year: int | None
) -> Iterator[_Set]:
    """Every printing of a table that is nearly whole, one after the other."""
    required = sum(row.optional is None for row in table.rows)
    rest = list(seen)
    for number in range(_MOST):
        run = _first(align(declared, rest))
        exact = [match for match in run if match.alike >= _EXACT or match.declared.headless]
        if len(exact) < max(1, _SHARE * required):
            return
        taken = {id(match.seen) for match in run}
        yield _Set(
            rows=tuple(match.seen for match in run),
            declared=frozenset(match.declared.row.path for match in run),
            other_year=_is_of_another_year(observed, run, seen, year),
            number=number,
        )
        rest = [row for row in rest if id(row) not in taken]


def _first(run: list[Match]) -> list[Match]:
    """Of rows without labels those of the first printing: a row that holds all columns is one by itself."""
    whole = [match for match in run if match.declared.headless and _is_whole(match)]
    return whole[:1] or run


def _is_whole(match: Match) -> bool:
    return sum(cell.is_value for cell in match.seen.cells) >= len(match.declared.columns)


#: No page prints a table more often.
_MOST = 8


def _is_of_another_year(observed: Observed, run: list[Match], seen: Sequence[SeenRow], year: int | None) -> bool:
    """Whether the words just over a table name another year."""
    first = run[0].seen
    rows = [row for row in seen if row.grid == first.grid and row.row < first.row and not row.has_values]
    begins = [cell.cell.start for row in (*rows, first) for cell in row.cells if not cell.is_blank]
    start = min(begins, default=0)
    over = observed.text[max(0, start - _CAPTION) : start].strip().split("\n")[-1]
    words = over + "".join(cell.text for row in rows[:1] for cell in row.cells)
    named = year_in(words)
    return bool(_OTHER_YEAR.search(words)) or (named is not None and year is not None and named != year)
