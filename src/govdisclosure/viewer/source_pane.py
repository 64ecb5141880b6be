"""The source document as it is seen, with the words marked that facts and findings rest on."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise

from govdisclosure.readers.observed import Hidden, Observed, ObservedCell, ObservedGrid
from govdisclosure.renderers.html_text import attribute, escaped, framed
from govdisclosure.viewer.marks import Mark, worst
from govdisclosure.viewer.pieces import GridPiece, PagePiece, Piece, pieces_of
from govdisclosure.viewer.said import Said

__all__ = ["SourcePane"]

_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
_LINE = re.compile(f"[^{_ENDS}]+")
#: Places are looked up by line and cell.
_PARTED = re.compile(f"[{_ENDS}\t]")
#: Marks in marks; what nests deeper has its id, and no mark of its own.
_DEEPEST = 16
#: Tables of more columns are not pressed into a narrow screen.
_NARROW = 5


class SourcePane:
    """Writes an observed document; ``said`` words what the page adds, ``flag`` writes the sign of a finding."""

    def __init__(self, observed: Observed, marks: tuple[Mark, ...], said: Said, flag: Callable[[int], str]) -> None:
        self.text = observed.text
        self.said, self.flag = said, flag
        self._pieces = pieces_of(observed)
        self._marks = marks
        self._mark_starts = [mark.start for mark in marks]
        self._starts = [0, *(match.end() for match in _PARTED.finditer(self.text))]
        self._marks_on: dict[int, list[Mark]] = {}
        for mark in marks:
            for part in range(self._part(mark.start), self._part(mark.end - 1) + 1):
                self._marks_on.setdefault(part, []).append(mark)
        self._given: set[str] = set()
        self._linked: set[str] = set()
        #: Marks that had to be cut in several elements, by their ids.
        self.cut: dict[str, None] = {}

    def html(self) -> str:
        """The whole document."""
        return self._stretch(0, len(self.text), self._pieces)

    def _part(self, offset: int) -> int:
        """The line, or the cell of a line, on which a character stands."""
        return bisect_right(self._starts, offset) - 1

    # --- pieces

    def _stretch(self, start: int, end: int, pieces: list[Piece]) -> str:
        out = []
        for piece in pieces:
            out.append(self._lines(start, piece.start))
            out.append(self._piece(piece))
            start = piece.end
        out.append(self._lines(start, end))
        return "".join(out)

    def _piece(self, piece: Piece) -> str:
        match piece.of:
            case PagePiece(number=number):
                return f'<p class="page">{escaped(self.said("page", number=number + 1))}</p>\n'
            case Hidden(reason=reason):
                return self._hidden(piece, self.said("hidden", reason=self.said.code(reason)))
            case GridPiece(number=number, grid=grid):
                return self._grid(piece, grid, number)
        return self._stretch(piece.start, piece.end, piece.below)

    def _hidden(self, piece: Piece, summary: str) -> str:
        """Folded, unless something rests on words in it."""
        state = " open" if any(True for _ in self._marks_from(piece.start, piece.end)) else ""
        inner = self._stretch(piece.start, piece.end, piece.below)
        return f'<details class="unseen"{state}><summary>{escaped(summary)}</summary>\n{inner}</details>\n'

    def _marks_from(self, start: int, end: int) -> Iterator[Mark]:
        """The marks that begin in a stretch."""
        first, last = bisect_left(self._mark_starts, start), bisect_left(self._mark_starts, end)
        return iter(self._marks[first:last])

    # --- tables

    def _grid(self, piece: Piece, grid: ObservedGrid, number: int) -> str:
        """A table, and below it what stands between its cells."""
        cells: dict[int, Piece] = {}
        others: list[str] = []
        at = piece.start
        for below in piece.below:
            others.append(self._lines(at, below.start))
            if isinstance(below.of, ObservedCell):
                cells[id(below.of)] = below
            else:
                others.append(self._piece(below))
            at = below.end
        others.append(self._lines(at, piece.end))
        if grid.rows * grid.columns == 1:  # laid out by a table, and no table to its readers
            table = "".join(self._piece(cell) for cell in cells.values())
        else:
            rows = "".join(f"<tr>{row}</tr>\n" for row in self._rows(grid, cells))
            kind = ' class="seen broad"' if grid.columns > _NARROW else ' class="seen"'
            table = framed(self.said("table", number=number + 1), f"<tbody>\n{rows}</tbody>\n", kind)
        return table + "".join(others)

    def _rows(self, grid: ObservedGrid, cells: dict[int, Piece]) -> Iterator[str]:
        """The rows down to the last one that is seen; a place that no cell covers is an empty cell."""
        seen = [cell for cell in grid.cells if id(cell) in cells or not cell.hidden]
        height = min(grid.rows, max((cell.row + cell.rowspan for cell in seen), default=0))
        begins = {(cell.row, cell.column): cell for cell in seen}
        covered: set[tuple[int, int]] = set()
        for row in range(height):
            written = []
            for column in range(grid.columns):
                cell = begins.get((row, column))
                if (row, column) in covered:
                    continue
                if cell is None:
                    written.append("<td></td>")
                    continue
                rowspan, colspan = min(cell.rowspan, height - row), min(cell.colspan, grid.columns - column)
                covered |= {(r, c) for r in range(row, row + rowspan) for c in range(column, column + colspan)}
                written.append(self._cell(cells.get(id(cell)), rowspan, colspan))
            yield "".join(written)

    def _cell(self, piece: Piece | None, rowspan: int, colspan: int) -> str:
        spans = (f' rowspan="{rowspan}"' if rowspan > 1 else "") + (f' colspan="{colspan}"' if colspan > 1 else "")
        if piece is None:
            return f"<td{spans}></td>"
        simple = not any(isinstance(below.of, GridPiece) for below in piece.below)
        severity = worst(mark.severity for mark in self._marks_from(piece.start, piece.end)) if simple else None
        kind = f' class="{severity}"' if severity else ""
        return f"<td{kind}{spans}>{self._stretch(piece.start, piece.end, piece.below)}</td>"

    # --- text

    def _lines(self, start: int, end: int) -> str:
        out = []
        for match in _LINE.finditer(self.text, start, end):
            marks = self._marks_in(match.start(), match.end())
            if marks or not match[0].isspace():
                out.append(f'<p dir="auto">{self._marked(match.start(), match.end(), marks)}</p>\n')
        return "".join(out)

    def _marks_in(self, start: int, end: int) -> list[Mark]:
        """The marks of which something lies in a stretch, in their order."""
        parts = range(self._part(start), self._part(end - 1) + 1)
        found = {mark.id: mark for part in parts for mark in self._marks_on.get(part, ())}
        return [mark for mark in found.values() if mark.start < end and start < mark.end]

    def _marked(self, start: int, end: int, marks: list[Mark]) -> str:
        """A line, cut where marks begin and end; marks that cross are cut in two."""
        bounds = {start, end, *(b for mark in marks for b in (mark.start, mark.end) if start < b < end)}
        out: list[str] = []
        opened: list[Mark] = []
        waiting = marks[::-1]
        for left, right in pairwise(sorted(bounds)):
            out += self._closed(opened, left)
            while waiting and waiting[-1].start <= left:
                out.append(self._opened(waiting.pop(), opened))
            words = escaped(self.text[left:right])
            out.append(self._linked_words(words, opened[-1]) if opened else words)
        out += self._closed(opened, end)
        out += ["</mark>"] * len(opened)
        return "".join(out)

    def _opened(self, mark: Mark, opened: list[Mark]) -> str:
        if len(opened) >= _DEEPEST:
            self._given.add(mark.id)
            return f'<span id="{mark.id}"></span>{self._signs(mark)}'
        opened.append(mark)
        kind = f' class="{mark.severity}"' if mark.severity else ""
        if mark.id in self._given:
            self.cut[mark.id] = None
            return f'<mark{kind} data-of="{mark.id}">'
        self._given.add(mark.id)
        return f'<mark id="{mark.id}"{kind}>'

    def _closed(self, opened: list[Mark], at: int) -> list[str]:
        """Close the marks that end here; those that were opened in them and go on are opened again."""
        first = next((index for index, mark in enumerate(opened) if mark.end <= at), len(opened))
        taken = opened[first:]
        del opened[first:]
        out = ["</mark>" + (self._signs(mark) if mark.end <= at else "") for mark in reversed(taken)]
        return out + [self._opened(mark, opened) for mark in taken if mark.end > at]

    def _linked_words(self, words: str, mark: Mark) -> str:
        self._linked.add(mark.id)
        return f'<a href="#{mark.back}" title="{attribute(mark.label)}">{words}</a>'

    def _signs(self, mark: Mark) -> str:
        """Behind a mark: a link to what rests on it where none of its words is one, and its findings."""
        also = ""
        if mark.id not in self._linked:
            name = attribute(self.said("also", label=mark.label))
            also = f'<a class="also" href="#{mark.back}" title="{name}" aria-label="{name}"></a>'
        return also + "".join(self.flag(number) for number in mark.flags)
