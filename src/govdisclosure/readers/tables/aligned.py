"""Which observed row is which declared row: the best alignment that keeps the order of both."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import attrs

from govdisclosure.readers.tables.cells import UNITS
from govdisclosure.readers.tables.declared import DeclaredRow
from govdisclosure.readers.tables.seen import SeenRow
from govdisclosure.readers.tables.wording import Words, alike, words_of

__all__ = ["Match", "align", "in_order"]

#: Labels less alike than this are different ones.
_LEAST = 0.58
#: Header words that have to stand over a row without a label of its own.
_LEAST_HEADERS = 0.5
_HEADER_ROWS = 40
#: So many labels before that of a row may be headings of its group.
_GROUPS = 20
#: In a column of numbers so large a share of the rows of a block has one.
_MOSTLY = 2 / 3
#: A label that is put together from several rows has to be this like.
_SURE = 0.8
#: A label that is all of a declared one, if it is so long: shorter ones may be the end of another.
_EXACT, _LONG = 0.98, 6
#: So many labels are remembered with the rows that they may be.
_REMEMBERED = 2**13
_NUMBERING, _ABOVE, _TOGETHER, _NOT_LAST = 0.1, 0.15, 0.05, 0.4


@attrs.frozen(kw_only=True)
class Match:
    """A declared row and the observed row that prints it; ``label`` is the index of the cell that heads it."""

    declared: DeclaredRow
    seen: SeenRow
    label: int
    alike: float
    score: float
    #: How many rows above begin the label.
    begun: int = 0


def align(declared: Sequence[DeclaredRow], seen: Sequence[SeenRow]) -> list[Match]:
    """The best matches, monotone on both sides."""
    candidates = _candidates(declared, seen)
    rows = sorted({index for _, index in candidates})
    place = {index: number for number, index in enumerate(rows)}
    scores = {(d, place[s]): match for (d, s), match in candidates.items()}
    chosen = in_order(len(declared), len(rows), scores)
    whole = [one for index in range(len(chosen)) for one in _parts(chosen, index, candidates, seen)]
    return _with_lost(_without_cells(whole), declared, seen)


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
    if match.declared.headless or match.label < 1:
        return match
    cells = match.seen.cells
    labels = [index for index in match.seen.own if index < match.label and cells[index].text not in UNITS]
    share = alike(cells[labels[-1]].words, match.declared.words) if labels else 0.0
    among_numbers = numbers[cells[match.label].cell.column] >= _MOSTLY * many
    if share > match.alike or (among_numbers and share >= _LEAST):
        return attrs.evolve(match, label=labels[-1], alike=share)
    return match


def _with_lost(chosen: list[Match], declared: Sequence[DeclaredRow], seen: Sequence[SeenRow]) -> list[Match]:
    """The matches, with rows whose labels are lost where as many of the form are missing between two neighbours."""
    places = {id(row): number for number, row in enumerate(seen)}
    order = {id(row): number for number, row in enumerate(declared)}
    made: list[Match] = []
    for before, after in pairwise([*chosen, None]):
        if before is None:
            break
        made.append(before)
        if after is None or before.seen.grid != after.seen.grid:
            continue
        rows = seen[places[id(before.seen)] + 1 : places[id(after.seen)]]
        nameless = [row for row in rows if row.has_values and not row.own]
        missing = [
            one for one in declared[order[id(before.declared)] + 1 : order[id(after.declared)]] if _required(one)
        ]
        if len(nameless) == len(missing):
            pairs = zip(missing, nameless, strict=True)
            made += [Match(declared=d, seen=s, label=max(s.labels, default=-1), alike=0, score=0) for d, s in pairs]
    return made


def _required(one: DeclaredRow) -> bool:
    return one.row.optional is None and not one.headless


def _parts(
    chosen: list[Match],
    index: int,
    candidates: dict[tuple[int, int], Match],
    seen: Sequence[SeenRow],
) -> list[Match]:
    """A match, with the other rows that print parts of a row without a label: its columns in several tables."""
    match = chosen[index]
    if not match.declared.headless:
        return [match]
    numbers = {id(row): number for number, row in enumerate(seen)}
    first = numbers[id(chosen[index - 1].seen)] if index else -1
    last = numbers[id(chosen[index + 1].seen)] if index + 1 < len(chosen) else len(seen)
    others = {number: one for (_, number), one in candidates.items() if one.declared is match.declared}
    return [others[number] for number in sorted(others) if first < number < last]


def in_order(high: int, wide: int, scores: dict[tuple[int, int], Match]) -> list[Match]:
    """The choice of matches with the highest sum in which neither side goes back."""
    best = [[0.0] * (wide + 1) for _ in range(high + 1)]
    for d in range(1, high + 1):
        for s in range(1, wide + 1):
            found = max(best[d - 1][s], best[d][s - 1])
            match = scores.get((d - 1, s - 1))
            best[d][s] = max(found, best[d - 1][s - 1] + match.score) if match else found
    chosen: list[Match] = []
    d, s = high, wide
    while d and s:
        match = scores.get((d - 1, s - 1))
        if best[d][s] == best[d][s - 1]:  # of two rows that fit, the first
            s -= 1
        elif match and best[d][s] == best[d - 1][s - 1] + match.score:
            chosen.append(match)
            d, s = d - 1, s - 1
        else:
            d -= 1
    return chosen[::-1]


def _candidates(declared: Sequence[DeclaredRow], seen: Sequence[SeenRow]) -> dict[tuple[int, int], Match]:
    found: dict[tuple[int, int], Match] = {}
    rows = tuple(declared)
    headless = {index for index, one in enumerate(rows) if one.headless}
    for number, row in enumerate(seen):
        over = _over(seen, number) if headless and (row.has_values or not row.labels) else ()
        broken = () if _is_whole(row, rows) else row.broken
        near = headless.union(*(_near(words, rows) for words, *_ in (*row.readings, *broken)))
        for index in sorted(near):
            one = rows[index]
            match = _headed(one, row, over) if one.headless else _labelled(one, row, broken)
            if match:
                found[index, number] = match
    filled = {index for (index, _), match in found.items() if match.seen.has_values}
    found = {
        key: match
        for key, match in found.items()
        if not match.declared.headless or match.seen.has_values or key[0] not in filled  # a blank row for spacing
    }
    together: dict[tuple[int, str], set[int]] = {}
    for (index, _), match in found.items():
        if match.alike == 1:
            together.setdefault((match.seen.grid, match.declared.table.path), set()).add(index)
    return {
        key: attrs.evolve(match, score=match.score + _together(match, together, len(declared)))
        for key, match in found.items()
    }


@lru_cache(maxsize=_REMEMBERED)
def _near(words: Words, declared: tuple[DeclaredRow, ...]) -> frozenset[int]:
    """The rows that a label may be; pages print the same labels again and again."""
    return frozenset(index for index, one in enumerate(declared) if alike(words, one.words) >= _LEAST)


def _together(match: Match, together: dict[tuple[int, str], set[int]], many: int) -> float:
    """A little more for a row that stands among others of its table."""
    return _TOGETHER * len(together.get((match.seen.grid, match.declared.table.path), ())) / many


def _is_whole(row: SeenRow, declared: tuple[DeclaredRow, ...]) -> bool:
    """Whether a row prints the whole label of one of the form: then no row above begins it."""
    return any(
        len(words.whole) >= _LONG
        and any(alike(words, declared[index].words) >= _EXACT for index in _near(words, declared))
        for words, *_ in row.readings
    )


def _labelled(one: DeclaredRow, row: SeenRow, broken: Sequence[tuple[Words, int, int]]) -> Match | None:
    best: Match | None = None
    for words, first, label in row.readings:
        share = alike(words, one.words)
        if share < _LEAST:
            continue
        score = share + _NUMBERING * _same_number(words, one) + _ABOVE * _under(row, first, one)
        score -= _NOT_LAST * (label < row.last)  # a heading over it, rather than the row's own label
        if best is None or score > best.score:
            best = Match(declared=one, seen=row, label=label, alike=share, score=score)
    if best and best.alike == 1:
        return best
    for words, label, many in broken:
        share = alike(words, one.words)
        score = share + _NUMBERING * _same_number(words, one)
        if share >= _SURE and (best is None or score > best.score):
            best = Match(declared=one, seen=row, label=label, alike=share, score=score, begun=many)
    return best


def _same_number(words: Words, one: DeclaredRow) -> bool:
    return bool(words.number) and any(words.number == other.number for other in one.words)


def _under(row: SeenRow, label: int, one: DeclaredRow) -> float:
    if not one.above:
        return 0.0
    before = row.labels[: bisect_left(row.labels, label)][-_GROUPS:]
    return max((alike(row.cells[index].words, one.above) for index in before), default=0.0)


def _over(seen: Sequence[SeenRow], number: int) -> tuple[Words, ...]:
    """The texts over a row in its grid, those of its own labels too."""
    row = seen[number]
    rows = [row]
    for later, earlier in pairwise(range(number, max(-1, number - _HEADER_ROWS - 1), -1)):
        if seen[earlier].grid != row.grid or (seen[later].has_values and later != number):
            break
        rows.append(seen[earlier])
    texts = ["".join(row.cells[i].text for i in row.labels) for row in rows[::-1]]
    broken = [words_of(one + other) for one, other in pairwise(texts)]
    return (*(row.cells[i].words for row in rows for i in row.labels), *broken)


def _headed(one: DeclaredRow, row: SeenRow, over: tuple[Words, ...]) -> Match | None:
    """A row that only its column headers tell: it holds numbers, and those headers stand over it."""
    blank = not row.labels and len(row.cells) >= _LEAST_HEADERS * len(one.columns)
    if not row.has_values and not blank:
        return None
    known = {words.whole for words in over}
    there = sum(any(words.whole in known for words in column.words) for column in one.columns)
    share = there / len(one.columns)
    if share < _LEAST_HEADERS:
        return None
    last = max(row.labels, default=-1)
    return Match(declared=one, seen=row, label=last, alike=share, score=share + _ABOVE)
