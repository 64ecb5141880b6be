"""Tables of figures on disclosure that are no form's: the local statistics of early years, and offices' own."""

import re
from collections.abc import Iterator

from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.place import Place, SourcePlace
from govdisclosure.readers.observed import Observed, ObservedCell, ObservedGrid
from govdisclosure.readers.tables.cells import is_value
from govdisclosure.readers.tables.seen import caption_of

__all__ = ["unread_tables"]

#: What the rows of such a table count.
_SUBJECT = re.compile(r"公开|公開|申请|申請|答复|答覆|复议|複議|诉讼|訴訟|政府信息|政府信息|规范性文件|投诉|举报|咨询")
#: A table has at least so many rows with numbers, so large a share of them on disclosure.
_LEAST_ROWS, _SHARE = 4, 0.5
#: So many of them are told of one by one.
_MOST = 20


def unread_tables(observed: Observed, read: tuple[tuple[int, int], ...]) -> Iterator[Finding]:
    """A finding for each table of such figures, of which no cell is among those that were ``read``."""
    taken = set(read)
    found = 0
    for number, grid in enumerate(observed.grids):
        rows = _rows_on_disclosure(observed, grid) if grid.rows >= _LEAST_ROWS else 0
        if not rows or any((cell.start, cell.end) in taken for cell in grid.cells if cell.end > cell.start):
            continue
        found += 1
        if found <= _MOST:
            yield _unread(observed, grid, number, rows)


def _rows_on_disclosure(observed: Observed, grid: ObservedGrid) -> int:
    """How many rows hold a label and a number, if enough of the labels speak of disclosure; else 0."""
    rows: dict[int, list[ObservedCell]] = {}
    for cell in grid.cells:
        if not cell.hidden and cell.end > cell.start:
            rows.setdefault(cell.row, []).append(cell)
    labels: list[str] = []
    for cells in rows.values():
        texts = [observed.of(cell) for cell in cells]
        if not is_value(texts[0]) and any(is_value(text) and any(map(str.isdigit, text)) for text in texts[1:]):
            labels.append(texts[0])
    on_disclosure = sum(bool(_SUBJECT.search(label)) for label in labels)
    return len(labels) if len(labels) >= _LEAST_ROWS and on_disclosure >= _SHARE * len(labels) else 0


def _unread(observed: Observed, grid: ObservedGrid, number: int, rows: int) -> Finding:
    filled = [cell for cell in grid.cells if cell.end > cell.start]
    first = filled[0]
    text = caption_of(observed, grid) or observed.of(first)
    source = SourcePlace(
        start=first.start, end=first.end, page=grid.page, table=number, row=first.row, column=first.column
    )
    side = Side(paths=("statistics",), value=text, places=(Place(quote=observed.of(first), source=source),))
    return finding("table-unread", side, verdict=Verdict.NOTED, params={"rows": str(rows), "text": text})
