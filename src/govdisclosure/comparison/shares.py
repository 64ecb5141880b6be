"""Parts of totals: the share of each, and what the parts under one header add up to."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby, takewhile

from govdisclosure.cell import CellValue
from govdisclosure.comparison.columns import EXACT, Column, Key, known, percent
from govdisclosure.comparison.model import Group, Row, Share
from govdisclosure.form import Header

__all__ = ["groups_of", "shares_of"]


def shares_of(rows: Mapping[Key, Row], columns: Sequence[Column]) -> Iterator[Share]:
    """Each row that forms add up with others to a total which is compared too."""
    pairs = dict.fromkeys((whole, part) for column in columns for part, whole in column.wholes.items())
    order = {key: number for number, key in enumerate(rows)}
    compared = [pair for pair in pairs if pair[0] in rows and pair[1] in rows]
    for whole, part in sorted(compared, key=lambda pair: (order[pair[0]], order[pair[1]])):
        declared = tuple(column.wholes.get(part) == whole for column in columns)
        percents = tuple(
            _share(rows[part].values[i], rows[whole].values[i]) if here else None for i, here in enumerate(declared)
        )
        yield Share(part=rows[part], whole=rows[whole], percents=percents, declared=declared)


def _share(part: CellValue | None, whole: CellValue | None) -> Decimal | None:
    one, all_of_it = known(part), known(whole)
    return None if one is None or all_of_it is None else percent(one, all_of_it)


def groups_of(shares: Sequence[Share], columns: Sequence[Column]) -> Iterator[Group]:
    """The parts of a total that stand under one header, where a form prints several there and no number of its own."""
    for _, of_whole in groupby(shares, key=lambda share: share.whole.cell.path):
        parts = list(of_whole)
        depth = _shared([share.part.cell.headers for share in parts]) + 1
        for _, below in groupby(parts, key=lambda share: _words(share.part.cell.headers[:depth])):
            members = tuple(below)
            if len(members) > 1:
                yield _group(members, members[0].part.cell.headers[:depth], columns)


def _words(headers: Sequence[Header]) -> tuple[str, ...]:
    return tuple(header.text for header in headers)


def _shared(chains: Sequence[tuple[Header, ...]]) -> int:
    """With how many headers of the same words all chains begin."""
    levels = zip(*map(_words, chains), strict=False)
    return sum(1 for _ in takewhile(lambda level: len(set(level)) == 1, levels))


def _group(members: tuple[Share, ...], headers: tuple[Header, ...], columns: Sequence[Column]) -> Group:
    declared = tuple(_is_whole(members, headers, i, column) for i, column in enumerate(columns))
    values = tuple(_sum([share.part.values[i] for share in members]) if here else None
                   for i, here in enumerate(declared))  # fmt: skip
    wholes = members[0].whole.values
    percents = tuple(_share(value, wholes[i]) for i, value in enumerate(values))
    return Group(headers=headers, shares=members, declared=declared, values=values, percents=percents)


def _is_whole(members: tuple[Share, ...], headers: tuple[Header, ...], number: int, column: Column) -> bool:
    """Whether these parts, and no others, are what the form of a report has under the header."""
    if not all(share.declared[number] for share in members):
        return False
    here = {share.part.cell.path for share in members}
    words, whole = _words(headers), members[0].whole.cell.path
    others = [
        part[0]
        for part, of in column.wholes.items()
        if of[0] == whole and part[1][: len(words)] == words and part[0] not in here
    ]
    return all("*" not in path and column.values.get(path) is None for path in others)


def _sum(values: Sequence[CellValue | None]) -> int | Decimal | None:
    """What numbers add up to; unknown if one is. Rows that are not printed add nothing."""
    printed = [value for value in values if value is not None]
    numbers = [number for value in printed if (number := known(value)) is not None]
    if not numbers or len(numbers) < len(printed):
        return None
    if not any(isinstance(number, Decimal) for number in numbers):
        return sum(int(number) for number in numbers)
    total = Decimal(0)
    for number in numbers:
        total = EXACT.add(total, Decimal(number))
    return total
