"""What each row of a page may be of the rows that a form declares, and how likely."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import attrs

from govdisclosure.readers.tables.declared import LEAST, DeclaredRow, DeclaredRows
from govdisclosure.readers.tables.seen import SeenRow
from govdisclosure.readers.tables.wording import Words, alike, words_of

__all__ = ["EXACT", "Match", "matches"]

#: Header words that have to stand over a row without a label of its own.
_LEAST_HEADERS = 0.5
_HEADER_ROWS = 40
#: So many labels before that of a row may be headings of its group.
_GROUPS = 20
#: A label that is put together from several rows has to be this like.
_SURE = 0.8
#: A label that is all of a declared one, if it is so long: shorter ones may be the end of another.
EXACT, _LONG = 0.98, 6
_NUMBERING, _ABOVE, _NOT_LAST, _EMPTY = 0.1, 0.15, 0.4, 0.2


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


def matches(declared: DeclaredRows, seen: Sequence[SeenRow]) -> dict[tuple[int, int], Match]:
    """Every declared row with every row of the page that may print it, by their numbers."""
    found: dict[tuple[int, int], Match] = {}
    headless = [(index, one) for index, one in enumerate(declared.rows) if one.headless]
    for number, row in enumerate(seen):
        broken = () if _is_whole(row, declared) else row.broken
        near = {index for words, *_ in (*row.readings, *broken) for index in declared.near(words)}
        made = {index: match for index in near if (match := _labelled(declared.rows[index], row, broken))}
        exact = {index: match for index, match in made.items() if match.alike >= EXACT and match.label == row.last}
        found |= {(index, number): match for index, match in (exact or made).items()}
        if headless and (row.has_values or not row.labels):
            over = _over(seen, number, declared)
            for index, one in headless if not declared.headers_alone.isdisjoint(over) else ():
                if match := _headed(one, row, over):
                    found[index, number] = match
    return found


def _is_whole(row: SeenRow, declared: DeclaredRows) -> bool:
    """Whether a row prints the whole label of one of the form: then no row above begins it."""
    return any(
        len(words.whole) >= _LONG
        and any(alike(words, declared.rows[index].words) >= EXACT for index in declared.near(words))
        for words, *_ in row.readings
    )


def _labelled(one: DeclaredRow, row: SeenRow, broken: Sequence[tuple[Words, int, int]]) -> Match | None:
    best: Match | None = None
    for words, first, label in row.readings:
        share = alike(words, one.words)
        if share < LEAST:
            continue
        score = share + _NUMBERING * _same_number(words, one) + _ABOVE * _under(row, first, one)
        score -= _EMPTY * (not row.has_values)  # a part of a label over or under the row of the numbers
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


def _over(seen: Sequence[SeenRow], number: int, declared: DeclaredRows) -> frozenset[str]:
    """The texts over a row in its grid, those of its own labels too; over the row of a group stand those of others."""
    row = seen[number]
    rows = [row]
    grouped = any(group in row.cells[i].words.whole for i in row.own[:_GROUPS] for group in declared.groups_alone)
    for later, earlier in pairwise(range(number, max(-1, number - _HEADER_ROWS - 1), -1)):
        if seen[earlier].grid != row.grid or (seen[later].has_values and later != number and not grouped):
            break
        rows.append(seen[earlier])
    texts = ["".join(row.cells[i].text for i in row.labels) for row in rows[::-1]]
    broken = (words_of(one + other).whole for one, other in pairwise(texts))
    return frozenset((*(row.cells[i].words.whole for row in rows for i in row.labels), *broken))


def _headed(one: DeclaredRow, row: SeenRow, over: frozenset[str]) -> Match | None:
    """A row that only its column headers tell: it holds numbers, and those headers stand over it."""
    blank = not row.labels and len(row.cells) >= _LEAST_HEADERS * len(one.columns)
    if not row.has_values and not blank:
        return None
    there = sum(any(words.whole in over for words in column.words) for column in one.columns)
    share = there / len(one.columns)
    if share < _LEAST_HEADERS:
        return None
    last = max(row.labels, default=-1)
    return Match(declared=one, seen=row, label=last, alike=share, score=share + _ABOVE)
