"""Which observed row is which declared row: the best alignment that keeps the order of both."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from govdisclosure.readers.tables.cells import UNITS
from govdisclosure.readers.tables.declared import LEAST, DeclaredRow, DeclaredRows
from govdisclosure.readers.tables.matches import EXACT, Match, matches
from govdisclosure.readers.tables.seen import SeenRow
from govdisclosure.readers.tables.wording import alike

__all__ = ["Alignment"]

#: In a column of numbers so large a share of the rows of a block has one.
_MOSTLY = 2 / 3
_TOGETHER = 0.05


class Alignment:
    """The rows of a form and those of a page.

    What each of these may be is found once; they are aligned as often as asked, all of them or parts.
    """

    def __init__(self, declared: DeclaredRows, seen: Sequence[SeenRow]) -> None:
        self.seen = seen
        self.tables = declared.tables
        self.declared = declared
        self._declared = declared.rows
        self._found = matches(declared, seen)
        self._place = {id(row): number for number, row in enumerate(seen)}
        self._order = {id(one): number for number, one in enumerate(declared.rows)}

    def best(self, tables: Collection[str] | None = None, without: Collection[int] = ()) -> list[Match]:
        """The best matches, monotone on both sides: of some ``tables``, and ``without`` rows (by ``id``)."""
        found = {
            key: match
            for key, match in self._found.items()
            if (tables is None or match.declared.table.path in tables) and id(match.seen) not in without
        }
        filled = {index for (index, _), match in found.items() if match.seen.has_values}
        named = {(index, match.seen.grid) for (index, _), match in found.items() if _is_named(match)}
        found = {
            key: match
            for key, match in found.items()
            if (match.alike >= EXACT or (key[0], match.seen.grid) not in named)  # a likeness beside the row itself
            if not match.declared.headless or match.seen.has_values or key[0] not in filled  # a blank row for spacing
        }
        chosen = _in_order(self._scored(found, tables), found)
        whole = [one for index in range(len(chosen)) for one in self._parts(chosen, index, found)]
        lost = list(self._with_lost(_without_cells(whole), tables, without))
        return sorted([*lost, *_moved(lost, found)], key=lambda match: self._place[id(match.seen)])

    def named(self, table: str) -> Iterator[tuple[int, int]]:
        """The rows of the page that can only be one row of a table, by number, with the number of that one.

        They have its label, or as many numbers as a row that only headers name.
        """
        rows: dict[int, list[int]] = {}
        for (index, number), match in self._found.items():
            if match.declared.table.path == table and (_is_named(match) or _is_whole(match)):
                rows.setdefault(number, []).append(index)
        yield from ((number, found[0]) for number, found in sorted(rows.items()) if len(found) == 1)

    def _scored(
        self, found: dict[tuple[int, int], Match], tables: Collection[str] | None
    ) -> dict[tuple[int, int], float]:
        """How likely each match is; a little more so for a row that stands among others of its table."""
        many = sum(tables is None or one.table.path in tables for one in self._declared)
        together: dict[tuple[int, str], set[int]] = {}
        for (index, _), match in found.items():
            if match.alike == 1:
                together.setdefault((match.seen.grid, match.declared.table.path), set()).add(index)
        return {
            key: match.score + _TOGETHER * len(together.get((match.seen.grid, match.declared.table.path), ())) / many
            for key, match in found.items()
        }

    def _parts(self, chosen: list[Match], index: int, found: dict[tuple[int, int], Match]) -> list[Match]:
        """A match, with the other rows that print parts of a row without a label: its columns in several tables."""
        match = chosen[index]
        if not match.declared.headless:
            return [match]
        first = self._place[id(chosen[index - 1].seen)] if index else -1
        last = self._place[id(chosen[index + 1].seen)] if index + 1 < len(chosen) else len(self.seen)
        others = {number: one for (_, number), one in found.items() if one.declared is match.declared}
        return [others[number] for number in sorted(others) if first < number < last]

    def _with_lost(
        self, chosen: list[Match], tables: Collection[str] | None, without: Collection[int]
    ) -> Iterator[Match]:
        """The matches, with rows whose labels are lost where as many of the form are missing between two neighbours."""
        for before, after in pairwise([*chosen, None]):
            if before is None:
                break
            yield before
            if after is None or before.seen.grid != after.seen.grid:
                continue
            rows = self.seen[self._place[id(before.seen)] + 1 : self._place[id(after.seen)]]
            nameless = [row for row in rows if row.has_values and not row.own and id(row) not in without]
            between = self._declared[self._order[id(before.declared)] + 1 : self._order[id(after.declared)]]
            missing = [one for one in between if _required(one) and (tables is None or one.table.path in tables)]
            if len(nameless) == len(missing):
                for one, row in zip(missing, nameless, strict=True):
                    yield Match(declared=one, seen=row, label=max(row.labels, default=-1), alike=0, score=0)


def _moved(chosen: Sequence[Match], found: Mapping[tuple[int, int], Match]) -> Iterator[Match]:
    """Rows that stand elsewhere in a table than the form has them, under just their labels."""
    there = {(match.seen.grid, match.declared.table.path) for match in chosen}
    declared, seen = {id(match.declared) for match in chosen}, {id(match.seen) for match in chosen}
    exact = (match for match in found.values() if _is_named(match) and match.seen.has_values)
    for match in sorted(exact, key=lambda match: -match.score):
        free = id(match.declared) not in declared and id(match.seen) not in seen
        if free and (match.seen.grid, match.declared.table.path) in there:
            declared.add(id(match.declared))
            seen.add(id(match.seen))
            yield match


def _is_named(match: Match) -> bool:
    """Whether the last label of a row is just that of the form, and cells for numbers stand behind it."""
    if match.alike < EXACT or match.label != match.seen.last or match.declared.headless:
        return False
    cells = sum(cell.is_value for cell in match.seen.cells[match.label + 1 :])
    return 2 * cells >= len(match.declared.columns)


def _is_whole(match: Match) -> bool:
    """Whether a row that only headers tell holds all of its columns."""
    values = sum(cell.is_value for cell in match.seen.cells)
    return match.declared.headless and match.seen.has_values and values >= len(match.declared.columns)


def _without_cells(chosen: list[Match]) -> list[Match]:
    """The matches; a word for a number (见附件) that was joined to a label stands where other rows have numbers."""
    numbers: dict[tuple[object, ...], Counter[int]] = {}
    for match in chosen:
        columns = {column for cell in match.seen.cells if cell.is_number for column in cell.columns}
        numbers.setdefault(_block_of(match), Counter()).update(columns)
    many = Counter(_block_of(match) for match in chosen)
    return [_shortened(match, numbers[_block_of(match)], many[_block_of(match)]) for match in chosen]


def _block_of(match: Match) -> tuple[object, ...]:
    return match.seen.grid, match.declared.row.block


def _shortened(match: Match, numbers: Counter[int], many: int) -> Match:
    """A match without the last cell of its label where that is none, and the label is like enough without it."""
    if match.declared.headless or match.label < 1 or match.begun:
        return match
    cells = match.seen.cells
    labels = [index for index in match.seen.own if index < match.label and cells[index].text not in UNITS]
    share = alike(cells[labels[-1]].words, match.declared.words) if labels else 0.0
    among_numbers = numbers[cells[match.label].cell.column] >= _MOSTLY * many
    if share > match.alike or (among_numbers and share >= LEAST):
        return attrs.evolve(match, label=labels[-1], alike=share)
    return match


def _required(one: DeclaredRow) -> bool:
    return one.row.optional is None and not one.headless


def _in_order(scores: dict[tuple[int, int], float], found: dict[tuple[int, int], Match]) -> list[Match]:
    """The choice of matches with the highest sum in which neither side goes back."""
    declared = sorted({index for index, _ in found})
    rows = sorted({number for _, number in found})
    best = [[0.0] * (len(rows) + 1) for _ in range(len(declared) + 1)]
    for d, index in enumerate(declared, 1):
        line, above = best[d], best[d - 1]
        for s, number in enumerate(rows, 1):
            score = max(above[s], line[s - 1])
            if (index, number) in scores:
                score = max(score, above[s - 1] + scores[index, number])
            line[s] = score
    chosen: list[Match] = []
    d, s = len(declared), len(rows)
    while d and s:
        key = declared[d - 1], rows[s - 1]
        if best[d][s] == best[d][s - 1]:  # of two rows that fit, the first
            s -= 1
        elif key in scores and best[d][s] == best[d - 1][s - 1] + scores[key]:
            chosen.append(found[key])
            d, s = d - 1, s - 1
        else:
            d -= 1
    return chosen[::-1]
