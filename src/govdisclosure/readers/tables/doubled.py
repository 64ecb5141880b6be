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
#: Rows that are at most half as many as in another printing are no printing; a printing with at least 90 % is whole.
_HALF, _WHOLE = 0.5, 0.9
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
    sets = {path: found for path, found in _printings(form, alignment).items() if len(found) > 1}
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

    def worth(printing: _Printing) -> tuple[bool, bool, float]:
        most = max(len(one.rows) for found in sets.values() if printing in found for one in found)
        other = _is_of_another_year(observed, printing, alignment.seen, year)
        share = len(printing.rows) / most
        return share <= _HALF, other, -min(share, _WHOLE)

    if len({len(found) for found in sets.values()}) == 1:
        together = list(zip(*sets.values(), strict=True))
        best = min(together, key=lambda one: [sum(part) for part in zip(*map(worth, one), strict=True)])
        return dict(zip(sets, best, strict=True))
    return {path: min(found, key=worth) for path, found in sets.items()}


def _is_half(printing: _Printing, chosen: _Printing) -> bool:
    """Whether rows are rather a printing of their table than a list of its words."""
    return len(printing.rows) >= _HALF * len(chosen.rows)


def _printings(form: Form, alignment: Alignment) -> dict[str, list[_Printing]]:
    """The printings of each table, in the order of the document."""
    stretches = list(_stretches(form, alignment))
    return {table.path: list(_whole(table, stretches)) for table in form.tables}


def _whole(table: TableForm, stretches: Sequence[tuple[str, _Printing]]) -> Iterator[_Printing]:
    """The printings of one table: stretches that continue each other are joined, and a lone row is no printing."""
    least = _SHARE * required_rows(table)
    whole: list[_Printing] = []
    for part in (one for path, one in stretches if path == table.path):
        if whole and _goes_on(whole[-1], part):
            before = whole.pop()
            part = _Printing(rows=before.rows | part.rows, stretch=before.stretch + part.stretch)  # noqa: PLW2901
        whole.append(part)
    main = max(whole, key=lambda one: len(one.rows), default=None)
    for one in whole:
        many = min(2, least, len(main.rows)) if main else 0
        if one is main or (main and not main.rows.keys().isdisjoint(one.rows) and len(one.rows) >= many):
            yield one


def _goes_on(before: _Printing, part: _Printing) -> bool:
    """Whether rows are the rest of a table: those behind in the order of the form, or others of the same grid."""
    same = before.stretch[-1].grid == part.stretch[0].grid and before.rows.keys().isdisjoint(part.rows)
    return same or min(part.rows) > max(before.rows)


def _stretches(form: Form, alignment: Alignment) -> Iterator[tuple[str, _Printing]]:
    """The rows of all grids, cut where another table begins or a row of the same one comes again."""
    named = {table.path: dict(alignment.named(table.path)) for table in form.tables}
    enough = {table.path: _SHARE * required_rows(table) for table in form.tables}
    for _, grid in groupby(range(len(alignment.seen)), key=lambda number: alignment.seen[number].grid):
        numbers = list(grid)
        parts: list[tuple[str, dict[int, int]]] = []
        for number in numbers:
            own = [path for path, rows in named.items() if number in rows]
            if len(own) != 1:
                continue
            path, index = own[0], named[own[0]][number]
            again = parts and index in parts[-1][1] and len(parts[-1][1]) >= enough[path]
            if not parts or parts[-1][0] != path or again:
                parts.append((path, {}))
            parts[-1][1].setdefault(index, number)
        begins = [_headers_of(alignment.seen, before, after) for (_, before), (_, after) in pairwise(parts)]
        bounds = pairwise([numbers[0], *begins, numbers[-1] + 1])
        for (path, rows), (start, end) in zip(parts, bounds, strict=False):
            yield path, _Printing(rows=rows, stretch=tuple(alignment.seen[start:end]))


def _headers_of(seen: Sequence[SeenRow], before: dict[int, int], after: dict[int, int]) -> int:
    """Where rows begin that follow others in a grid: at the first row without numbers between them."""
    first = min(after.values())
    between = range(max(one for one in before.values() if one < first) + 1, first)
    return next((number for number in between if not seen[number].has_values), first)


def _is_of_another_year(observed: Observed, printing: _Printing, seen: Sequence[SeenRow], year: int | None) -> bool:
    """Whether the headers of a table or the short lines over it name another year; the nearest one counts."""
    number = next(number for number, row in enumerate(seen) if row is printing.stretch[0])
    heads = [row for row in printing.stretch if not row.has_values and row.row < seen[printing.first].row]
    start = min((cell.cell.start for row in printing.stretch for cell in row.cells if not cell.is_blank), default=0)
    before = max((cell.cell.end for cell in seen[number - 1].cells), default=0) if number else 0
    over = observed.text[max(before, start - _NEAR) : start].split("\n")
    captions = (row for row in heads if sum(not cell.is_blank for cell in row.cells) == 1 or year_in(_text(row)))
    for words in (*over, *map(_text, captions))[::-1]:
        if words.endswith("。"):  # text, not what stands over a table
            break
        if len(words) > _CAPTION:
            continue
        named = year_in(_OF_A_FORM.sub("", words))
        if named is not None or _OTHER_YEAR.search(words):
            return named is None or (year is not None and named != year)
    return False


def _text(row: SeenRow) -> str:
    return "".join(cell.text for cell in row.cells)
