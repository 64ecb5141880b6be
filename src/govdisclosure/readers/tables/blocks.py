"""The rows of one block of a table on the page, with the headers over them and the rows between that are no form's."""

import re
from collections.abc import Sequence
from itertools import groupby

import attrs

from govdisclosure.form import TableForm
from govdisclosure.readers.tables.declared import required_rows
from govdisclosure.readers.tables.header_rows import alone_head, head_of, listed_head
from govdisclosure.readers.tables.heads import Head
from govdisclosure.readers.tables.matches import Match
from govdisclosure.readers.tables.seen import SeenRow
from govdisclosure.readers.tables.wording import Words, alike

__all__ = ["BlockSeen", "TableSeen", "tables_seen"]

#: A table is taken for one of the form when so many of its rows are found, or this share of them.
_ENOUGH_ROWS, _ENOUGH_SHARE = 3, 0.5
#: Without a header of the form over any of them, so large a share has to be there.
_WITHOUT_HEADERS, _MANY = 0.6, 15
#: And of these, so many under just the label of the form.
_EXACT, _EXACT_SHARE = 0.98, 0.6
#: A row with a longer text in one cell is no part of a table, but of a page that is laid out by one.
_LONGEST_HEADER = 120
#: The heading of a section, which is no header of a table.
_SECTION = re.compile(r"[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}部分")
#: So small a share of the labels of a block may stand among its numbers: they are none.
_STRAY = 0.1
#: So large a share of the texts of a row of headers are those of the form.
_OF_FORM, _ALIKE = 0.4, 0.8


@attrs.frozen(kw_only=True)
class BlockSeen:
    """Rows that follow each other under the same headers."""

    matches: tuple[Match, ...]
    over: tuple[SeenRow, ...]
    head: Head
    edge: int


@attrs.frozen(kw_only=True)
class TableSeen:
    """A table of the form as it was found: its blocks, and rows with numbers that the form does not have.

    ``extra`` gives each of these with the match before it; ``rows`` are all rows that belong to the table.
    """

    table: TableForm
    blocks: tuple[BlockSeen, ...]
    extra: tuple[tuple[SeenRow, Match | None], ...]
    rows: tuple[SeenRow, ...]

    @property
    def headed(self) -> bool:
        """Whether headers of the form stand over it; rows without labels are found by theirs alone."""
        return any(block.head.is_headed or block.matches[0].declared.headless for block in self.blocks)


def tables_seen(matches: Sequence[Match], seen: Sequence[SeenRow], year: int | None) -> list[TableSeen]:
    """The tables of a form that are on the page, by the rows that were found."""
    found: list[TableSeen] = []
    place = {id(row): number for number, row in enumerate(seen)}
    groups = [list(group) for _, group in groupby(matches, key=lambda match: match.declared.table.path)]
    large = [rows for rows in groups if _is_large(rows)]
    taken = {id(match.seen) for rows in large for match in rows}
    for rows in groups:
        table = rows[0].declared.table
        if rows in large:
            made = _table(table, rows, seen, place, taken, year)
            if made.headed or _is_enough(rows, required_rows(table)):
                found.append(made)
        elif all(match.alike >= _EXACT for match in rows):
            made = _table(table, rows, seen, place, taken, year)
            if all(block.head.is_whole and not block.head.guessed for block in made.blocks):
                found.append(made)
    return found


def _is_large(rows: Sequence[Match]) -> bool:
    """Whether so many rows of a table are there that it is one; of fewer all headers have to be."""
    return len(rows) >= min(_ENOUGH_ROWS, _ENOUGH_SHARE * required_rows(rows[0].declared.table))


def _is_enough(rows: Sequence[Match], required: int) -> bool:
    """Whether the rows alone tell the table, without a header of the form over them: other lists use its words."""
    exact = sum(match.alike >= _EXACT for match in rows)
    many = len(rows) >= _WITHOUT_HEADERS * required or len(rows) >= _MANY
    return many and exact >= _EXACT_SHARE * len(rows)


def _table(
    table: TableForm,
    matches: list[Match],
    seen: Sequence[SeenRow],
    place: dict[int, int],
    taken: set[int],
    year: int | None,
) -> TableSeen:
    blocks: list[BlockSeen] = []
    rows: dict[int, SeenRow] = {}
    for _, group in groupby(matches, key=_together):
        together = tuple(group)
        over = _over(seen, place[id(together[0].seen)], taken, matches[0].declared.beside)
        block = _block(together, over, blocks[-1] if blocks else None, year)
        blocks.append(block)
        rows |= {id(row): row for row in (*over, *(match.seen for match in together))}
        begun = [seen[place[id(match.seen)] - back] for match in together for back in range(1, match.begun + 1)]
        rows |= {id(row): row for row in begun}
    extra = _between(matches, seen, place, taken, rows, matches[0].declared.beside)
    ordered = sorted(rows.values(), key=lambda row: place[id(row)])
    return TableSeen(table=table, blocks=tuple(blocks), extra=tuple(extra), rows=tuple(ordered))


def _together(match: Match) -> tuple[object, ...]:
    """What rows of one block have in common; each row without a label has headers of its own."""
    alone = match.seen.row if match.declared.headless else None
    return match.seen.grid, match.declared.row.block, alone


def _block(
    matches: tuple[Match, ...], over: tuple[SeenRow, ...], before: BlockSeen | None, year: int | None
) -> BlockSeen:
    numbers = (cell for match in matches for cell in match.seen.cells[match.label + 1 :] if cell.is_number)
    numbered = frozenset(cell.cell.column for cell in numbers)
    first = matches[0]
    columns = first.declared.columns
    continued = before if before and before.matches[0].declared.row.block == first.declared.row.block else None
    if first.declared.headless:
        over = over or (continued.over if continued else ())
        edge = first.seen.cells[first.label].end if first.label >= 0 else 0
        head = alone_head(over, first.seen, first.label, columns, year)
    else:
        edge = _edge(matches)
        listed = listed_head(over, first.seen, first.label, columns)
        head = listed or head_of(over, edge, columns, year, numbered)
    if not head.is_headed and continued:  # cut in two, and the header stands over the first part alone
        head, edge = continued.head, continued.edge
    head = attrs.evolve(head, numbered=numbered)
    return BlockSeen(matches=matches, over=over, head=head, edge=edge)


def _edge(matches: Sequence[Match]) -> int:
    """The column behind the labels of a block; a single label that stands among the numbers of the others is none."""
    labels = [match.seen.cells[match.label].end if match.label >= 0 else 0 for match in matches]
    numbers = [
        next((cell.cell.column for cell in match.seen.cells[match.label + 1 :] if cell.is_number), None)
        for match in matches
    ]
    begin = sorted(column for column in numbers if column is not None)
    usual = begin[len(begin) // 2] if begin else max(labels)
    beyond = [end for end in labels if end > usual]
    return max(labels) if len(beyond) > _STRAY * len(labels) else max(end for end in labels if end <= usual)


def _over(seen: Sequence[SeenRow], first: int, taken: set[int], headers: frozenset[Words]) -> tuple[SeenRow, ...]:
    """The rows of headers over a row, from top to bottom."""
    over: list[SeenRow] = []
    for row in reversed(seen[:first]):
        if row.grid != seen[first].grid or row.has_values or id(row) in taken or not _is_header(row, headers):
            break
        over.append(row)
    return tuple(over[::-1])


def _is_header(row: SeenRow, headers: frozenset[Words]) -> bool:
    """Whether a row prints headers of the form; others of its cells may be damaged or of the page's own."""
    texts = [cell for cell in row.cells if not cell.words.is_empty]
    if any(len(cell.text) > _LONGEST_HEADER for cell in texts):
        return False
    if len(texts) == 1 and _SECTION.match(texts[0].text) and alike(texts[0].words, headers) < _EXACT:
        return False
    return sum(alike(cell.words, headers) >= _ALIKE for cell in texts) >= _OF_FORM * len(texts)


def _between(
    matches: list[Match],
    seen: Sequence[SeenRow],
    place: dict[int, int],
    taken: set[int],
    rows: dict[int, SeenRow],
    headers: frozenset[Words],
) -> list[tuple[SeenRow, Match | None]]:
    """Rows between those of the form, and directly behind the last one; those with numbers are kept as extra."""
    extra: list[tuple[SeenRow, Match | None]] = []
    grids = {match.seen.grid for match in matches}
    by_row = {id(match.seen): match for match in matches}
    first, last = place[id(matches[0].seen)], place[id(matches[-1].seen)]
    before: Match | None = None
    for number in range(first, len(seen)):
        row = seen[number]
        before = by_row.get(id(row), before)
        if number > last and (row.grid not in grids or not (row.has_values and row.labels)):
            break
        if id(row) in taken or id(row) in rows or row.grid not in grids:
            continue
        if row.has_values and _is_short(row):
            extra.append((row, before))
        elif not _is_header(row, headers):
            continue
        rows[id(row)] = row
    return extra


def _is_short(row: SeenRow) -> bool:
    return all(len(cell.text) <= _LONGEST_HEADER for cell in row.cells)
