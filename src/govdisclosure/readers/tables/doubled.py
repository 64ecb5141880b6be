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
from govdisclosure.readers.tables.aligned import Alignment
from govdisclosure.readers.tables.declared import required_rows
from govdisclosure.readers.tables.matches import Match
from govdisclosure.readers.tables.seen import SeenRow

__all__ = ["Single", "single"]

#: Two sets of rows are the same table if each has so large a share of its rows, under just their labels.
_SHARE, _EXACT = 0.6, 0.98
#: How far over a table its caption may stand.
_CAPTION = 60
_OTHER_YEAR = re.compile(r"上一?年度?|去年|前一年")


@attrs.frozen(kw_only=True)
class Single:
    """The rows (by ``id``) of tables that are printed again, and which tables those are."""

    dropped: frozenset[int]
    doubled: tuple[str, ...]


def single(observed: Observed, form: Form, alignment: Alignment, year: int | None) -> Single:
    """The rows of tables that another printing of the same table stands for."""
    dropped: set[int] = set()
    doubled: list[str] = []
    for table in form.tables:
        sets = list(_sets(table, alignment))
        if len(sets) > 1:
            # Of those that are as good the first, as ``min`` has it.
            best = min(
                sets, key=lambda rows: (_is_of_another_year(observed, rows[0], alignment.seen, year), -len(rows))
            )
            dropped |= {id(row) for rows in sets if rows is not best for row in rows}
            doubled.append(table.path)
    return Single(dropped=frozenset(dropped), doubled=tuple(doubled))


def _sets(table: TableForm, alignment: Alignment) -> Iterator[tuple[SeenRow, ...]]:
    """The rows of every printing of a table that is nearly whole, one after the other; none where there is but one."""
    least = max(1, _SHARE * required_rows(table))
    if alignment.again(table.path, _EXACT) < least:
        return
    taken: set[int] = set()
    for _ in range(_MOST):
        run = _first(alignment.best((table.path,), taken))
        exact = [match for match in run if match.alike >= _EXACT or match.declared.headless]
        if len(exact) < least:
            return
        taken |= {id(match.seen) for match in run}
        yield tuple(match.seen for match in run)


def _first(run: list[Match]) -> list[Match]:
    """Of rows without labels those of the first printing: a row that holds all columns is one by itself."""
    whole = [match for match in run if match.declared.headless and _is_whole(match)]
    return whole[:1] or run


def _is_whole(match: Match) -> bool:
    return sum(cell.is_value for cell in match.seen.cells) >= len(match.declared.columns)


#: No page prints a table more often.
_MOST = 8


def _is_of_another_year(observed: Observed, first: SeenRow, seen: Sequence[SeenRow], year: int | None) -> bool:
    """Whether the words just over the first row of a table name another year."""
    rows = [row for row in seen if row.grid == first.grid and row.row < first.row and not row.has_values]
    begins = [cell.cell.start for row in (*rows, first) for cell in row.cells if not cell.is_blank]
    start = min(begins, default=0)
    over = observed.text[max(0, start - _CAPTION) : start].strip().split("\n")[-1]
    words = over + "".join(cell.text for row in rows[:1] for cell in row.cells)
    named = year_in(words)
    return bool(_OTHER_YEAR.search(words)) or (named is not None and year is not None and named != year)
