"""The layout of a printed table: header and body cells with their spans, for any form and report.

Order and spans come from the order of the fields and from the header chains of their marks, never from the
names in paths. A table consists of parts, one for each block with column headers of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import groupby, takewhile
from typing import Any, Protocol, TypeVar

import attrs

from govdisclosure.codelist import CodeList
from govdisclosure.form import Form, Header, RowForm, TableForm, compile_form, standing
from govdisclosure.model import Axis, Extra, Statistics

__all__ = ["Grid", "GridCell", "Part", "grids", "placed", "unprinted", "usual"]


class Spanning(Protocol):
    """A cell with spans, of a layout or of a page made of one."""

    @property
    def rowspan(self) -> int:
        """Rows that it covers."""
        ...

    @property
    def colspan(self) -> int:
        """Columns that it covers."""
        ...


C = TypeVar("C", bound=Spanning)


def placed(rows: Sequence[Sequence[C]]) -> list[list[tuple[int, C]]]:
    """The cells of each row with the column in which each begins, after those that reach down into the row."""
    taken: dict[int, int] = {}
    found: list[list[tuple[int, C]]] = []
    for row in rows:
        column = 0
        here: list[tuple[int, C]] = []
        for cell in row:
            while column in taken:
                column += 1
            here.append((column, cell))
            column += cell.colspan
        taken = {at: rest - 1 for at, rest in taken.items() if rest > 1}
        for start, cell in here:
            if cell.rowspan > 1:
                taken |= dict.fromkeys(range(start, start + cell.colspan), cell.rowspan - 1)
        found.append(here)
    return found


@attrs.frozen(kw_only=True)
class GridCell:
    """One cell of the layout.

    ``kind`` is ``corner``, ``column`` (a column header), ``row`` (a row header), ``heading`` (a row header over
    further rows), ``unit``, ``body`` or ``empty``. Words are a ``header`` of the form, or ``text`` of the
    document. ``path`` is that of a body cell; ``indent`` counts the levels above in an outline.
    """

    kind: str
    header: Header | None = None
    text: str = ""
    path: str | None = None
    unit: CodeList | None = None
    rowspan: int = 1
    colspan: int = 1
    indent: int = 0


def _width(rows: Sequence[Sequence[Spanning]]) -> int:
    """The columns of rows that begin with no cell of a row above."""
    return max((column + cell.colspan for row in placed(rows) for column, cell in row), default=0)


@attrs.frozen(kw_only=True)
class Part:
    """A block of a table: its line of its own (``None`` without one), column headers, and rows of cells.

    ``depth`` counts the columns of row headers.
    """

    banner: Header | None
    head: tuple[tuple[GridCell, ...], ...]
    rows: tuple[tuple[GridCell, ...], ...]
    depth: int

    @cached_property
    def width(self) -> int:
        """Its columns, those of row headers included; a row that the form does not have may have more than others."""
        return max(self.columns, _width(self.rows))

    @cached_property
    def columns(self) -> int:
        """The columns that it has headers for."""
        return _width(self.head)


@attrs.frozen(kw_only=True)
class Grid:
    """The layout of one table."""

    table: TableForm
    parts: tuple[Part, ...]

    @property
    def width(self) -> int:
        """The columns of its widest part."""
        return max((part.width for part in self.parts), default=0)


def grids(statistics: Statistics) -> tuple[Grid, ...]:
    """The tables of these statistics, as their form prints them; rows that are not printed are left out."""
    form = compile_form(type(statistics))
    rows = unprinted(statistics)
    if rows is None:
        return tuple(
            _grid(table, _lines(table, statistics), _extra(statistics, table, Axis.COLUMN)) for table in form.tables
        )
    key: Any = form.cls
    return usual(key, rows)


def unprinted(statistics: Statistics) -> frozenset[str] | None:
    """The rows of the form that these statistics do not print: all that their layout depends on.

    ``None`` where it depends on more: rows that repeat by body, rows and columns that the form does not have.
    """
    form = compile_form(type(statistics))
    if form.repeats or statistics.extra:
        return None
    return frozenset(path for path in form.optional if standing(statistics, path) is None)


@cache  # most reports print the same rows
def usual(cls: Any, unprinted: frozenset[str]) -> tuple[Grid, ...]:
    """The tables of a form, a class of statistics, without the rows that are not printed."""
    form: Form = compile_form(cls)
    return tuple(
        _grid(table, [_line(row) for row in table.rows if row.optional not in unprinted]) for table in form.tables
    )


# --- the rows of a report ---------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class _Line:
    """A row as it is printed: its header chain, its body cells by column, where it stands."""

    row: RowForm | None
    chain: tuple[Header, ...]
    cells: Mapping[tuple[Header, ...], str]
    texts: tuple[str, ...] = ()


def _line(row: RowForm) -> _Line:
    return _Line(row=row, chain=row.headers, cells={chain: cell.path for chain, cell in row.cells.items()})


def _lines(table: TableForm, statistics: Statistics) -> list[_Line]:
    """The rows that a report prints: one for each body where rows repeat, and those that the form does not have."""
    made: list[_Line] = []
    extra = _extra(statistics, table, Axis.ROW)
    _add(made, extra, None)
    for row in table.rows:
        if row.optional and standing(statistics, row.optional) is None:
            continue
        if row.repeats is None:
            made.append(_line(row))
        for index, body in enumerate(standing(statistics, row.repeats) if row.repeats else ()):
            name = Header(str(getattr(body, row.name)) if row.name else str(index + 1), "")
            paths = {chain: cell.path.replace(".*", f".{index}", 1) for chain, cell in row.cells.items()}
            made.append(_Line(row=row, chain=(*row.headers, name), cells=paths))
        _add(made, extra, row.path)
    return made


def _extra(statistics: Statistics, table: TableForm, axis: Axis) -> list[Extra]:
    return [extra for extra in statistics.extra if extra.table == table.path and extra.axis is axis]


def _add(made: list[_Line], extra: Sequence[Extra], after: str | None) -> None:
    for one in extra:
        if one.after == after:
            chain = tuple(Header(label, "") for label in one.labels)
            if len(chain) == 1 and made:  # within the group of the row before it
                chain = (*made[-1].chain[:-1], *chain)
            made.append(_Line(row=made[-1].row if made else None, chain=chain, cells={}, texts=one.cells))


# --- from rows to cells -----------------------------------------------------------------------------------


def _grid(table: TableForm, lines: list[_Line], extra: Sequence[Extra] = ()) -> Grid:
    """The parts of a table; columns that the form does not have stand at the end of the part of their neighbour."""
    depth = 1 if table.mark.outline else max((len(line.chain) for line in lines), default=0)
    parts: list[Part] = []
    for _, group in groupby(lines, key=lambda line: line.row.block if line.row else None):
        together = list(group)
        part = _covered(_outline(table, together) if table.mark.outline else _nested(table, together, depth))
        for one in extra:
            if any(one.after in line.cells.values() for line in together) or (one.after is None and not parts):
                part = _widened(part, one)
        parts.append(part)
    return Grid(table=table, parts=tuple(parts))


def _nested(table: TableForm, lines: list[_Line], depth: int) -> Part:
    """Row headers in columns of their own, common ones merged; column headers above."""
    block = next((line.row.block for line in lines if line.row), None)
    columns = tuple(dict.fromkeys(chain for line in lines for chain in line.cells))
    corner = block.corner if block else table.mark.corner
    return Part(
        banner=Header(block.title, "header") if block else None,
        head=_head(columns, depth, corner),
        rows=tuple((*_row_headers(lines, index, depth), *_body(line, columns)) for index, line in enumerate(lines)),
        depth=depth,
    )


def _head(columns: Sequence[tuple[Header, ...]], depth: int, corner: str) -> tuple[tuple[GridCell, ...], ...]:
    height = max((len(chain) for chain in columns), default=0)
    head: list[tuple[GridCell, ...]] = []
    for level in range(height):
        row: list[GridCell] = []
        if level == 0 and depth:
            words = Header(corner, "header") if corner else None
            row.append(GridCell(kind="corner", header=words, rowspan=height, colspan=depth))
        for prefix, group in groupby(columns, key=lambda chain: chain[: level + 1]):
            if len(prefix) == level + 1:
                together = list(group)
                last = all(len(chain) == level + 1 for chain in together)
                rowspan = height - level if last else 1
                row.append(GridCell(kind="column", header=prefix[-1], rowspan=rowspan, colspan=len(together)))
        head.append(tuple(row))
    return tuple(head)


def _row_headers(lines: list[_Line], index: int, depth: int) -> Iterator[GridCell]:
    """The row headers that begin in a line: those that it does not share with the line before."""
    chain = _texts(lines[index].chain)
    if depth and not chain:  # the form gives its rows no headers, and another row has one
        yield GridCell(kind="empty", colspan=depth)
    before = _texts(lines[index - 1].chain) if index else ()
    for level, header in enumerate(lines[index].chain):
        prefix, last = chain[: level + 1], level == len(chain) - 1
        if not last and before[: level + 1] == prefix:
            continue
        below = takewhile(lambda line: _texts(line.chain)[: level + 1] == prefix, lines[index:])  # noqa: B023
        yield GridCell(
            kind="row" if last else "heading",
            header=header,
            rowspan=1 if last else sum(1 for _ in below),
            colspan=depth - level if last else 1,
        )


def _widened(part: Part, extra: Extra) -> Part:
    """A part with one column more, whose texts belong to the rows of the form."""
    label = GridCell(kind="column", header=Header(" / ".join(extra.labels), ""), rowspan=max(len(part.head), 1))
    texts = iter(extra.cells)
    rows = tuple(
        (*row, GridCell(kind="body", text=next(texts, ""))) if any(cell.path for cell in row) else _reaching(row, 1)
        for row in part.rows
    )
    head = ((*part.head[0], label), *part.head[1:]) if part.head else ()
    return attrs.evolve(part, head=head, rows=rows)


def _covered(part: Part) -> Part:
    """A part in which every row covers all columns.

    A row that the form does not have may hold fewer cells than there are columns: its last one takes the rest. Where
    it holds more, the other rows end in an empty cell.
    """
    columns, width = part.columns, part.width
    head = part.head
    if head and columns < width:
        more = GridCell(kind="empty", rowspan=len(head), colspan=width - columns)
        head = ((*head[0], more), *head[1:])
    ends = [max(column + cell.colspan for column, cell in row) if row else 0 for row in placed(part.rows)]
    if head is part.head and all(end == width for end in ends):
        return part
    rows = tuple(_reaching(row, width - end) for row, end in zip(part.rows, ends, strict=True))
    return attrs.evolve(part, head=head, rows=rows)


def _reaching(row: tuple[GridCell, ...], more: int) -> tuple[GridCell, ...]:
    """A row of a body with so many columns more."""
    if not row or more <= 0:
        return row
    last = row[-1]
    if last.kind == "heading" or (last.kind == "body" and last.path is None):
        return (*row[:-1], attrs.evolve(last, colspan=last.colspan + more))
    return (*row, GridCell(kind="empty", colspan=more))


def _texts(chain: tuple[Header, ...]) -> tuple[str, ...]:
    return tuple(header.text for header in chain)


def _body(line: _Line, columns: Sequence[tuple[Header, ...]]) -> Iterator[GridCell]:
    if line.texts:
        yield from (GridCell(kind="body", text=text) for text in line.texts)
        return
    for chain in columns:
        path = line.cells.get(chain)
        yield GridCell(kind="body", path=path) if path else GridCell(kind="empty")


def _outline(table: TableForm, lines: list[_Line]) -> Part:
    """All row headers in one column, the parts below their whole; units and numbers in columns of their own."""
    mark = table.mark
    titles = [mark.corner, *([mark.unit_header] if mark.unit_header else []), mark.value_header]
    head = tuple(
        GridCell(kind="corner" if i == 0 else "column", header=Header(t, "header")) for i, t in enumerate(titles)
    )
    rows: list[tuple[GridCell, ...]] = []
    printed: set[tuple[str, ...]] = set()
    for line in lines:
        chain = _texts(line.chain)
        for level in range(len(chain) - 1):
            if chain[: level + 1] not in printed:
                printed.add(chain[: level + 1])
                heading = GridCell(kind="heading", header=line.chain[level], colspan=len(titles), indent=level)
                rows.append((heading,))
        printed.add(chain)
        rows.append(tuple(_outlined(table, line)))
    return Part(banner=None, head=(head,), rows=tuple(rows), depth=1)


def _outlined(table: TableForm, line: _Line) -> Iterator[GridCell]:
    yield GridCell(kind="row", header=line.chain[-1], indent=len(line.chain) - 1)
    if line.texts:
        yield from (GridCell(kind="body", text=text) for text in line.texts)
        return
    cell = next(iter(line.row.cells.values())) if line.row else None
    if table.mark.unit_header:
        yield GridCell(kind="unit", unit=cell.unit if cell else None)
    yield GridCell(kind="body", path=cell.path if cell else None)
