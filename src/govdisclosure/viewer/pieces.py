"""What lies in an observed text: tables in cells in tables, hidden stretches, the beginnings of pages."""

from collections.abc import Iterator

import attrs

from govdisclosure.readers.observed import Hidden, Observed, ObservedCell, ObservedGrid

__all__ = ["GridPiece", "PagePiece", "Piece", "pieces_of"]

#: Tables and their cells nested deeper than this are shown as text.
_DEEPEST = 32


@attrs.frozen
class GridPiece:
    """A table by its number in the document, from 0."""

    number: int
    grid: ObservedGrid


@attrs.frozen
class PagePiece:
    """The beginning of a page, from 0."""

    number: int


@attrs.define(eq=False)
class Piece:
    """A stretch of the text that is no mere text, with the pieces in it, in the order of the text."""

    start: int
    end: int
    of: GridPiece | ObservedCell | Hidden | PagePiece
    below: list["Piece"] = attrs.field(factory=list)


def pieces_of(observed: Observed) -> list[Piece]:
    """The outermost pieces. A stretch that only partly lies in another one is no piece: it is left to the text.

    A page that begins in a table begins in its next cell.
    """
    outermost: list[Piece] = []
    path: list[Piece] = []
    turned: list[PagePiece] = []
    for piece in sorted(_found(observed), key=_order):
        while path and path[-1].end <= piece.start:
            path.pop()
        if path and (piece.end > path[-1].end or len(path) >= _DEEPEST):
            continue
        if path and isinstance(piece.of, PagePiece) and isinstance(path[-1].of, GridPiece):
            turned.append(piece.of)
            continue
        if isinstance(piece.of, ObservedCell):
            piece.below += [Piece(piece.start, piece.start, page) for page in turned]
            turned.clear()
        (path[-1].below if path else outermost).append(piece)
        if piece.end > piece.start:
            path.append(piece)
    return outermost


def _order(piece: Piece) -> tuple[int, bool, int]:
    """A page begins before what stands on it; what is longer holds what is shorter."""
    return piece.start, not isinstance(piece.of, PagePiece), -piece.end


def _found(observed: Observed) -> Iterator[Piece]:
    yield from (Piece(start, start, PagePiece(number)) for number, start in enumerate(observed.pages))
    yield from (Piece(one.start, one.end, one) for one in observed.hidden if one.end > one.start)
    for number, grid in enumerate(observed.grids):
        cells = [cell for cell in grid.cells if cell.end > cell.start]
        seen = [cell for cell in cells if not cell.hidden] or cells
        if seen:
            start, end = min(cell.start for cell in seen), max(cell.end for cell in seen)
            yield Piece(start, end, GridPiece(number, grid))
            yield from (Piece(cell.start, cell.end, cell) for cell in seen)
