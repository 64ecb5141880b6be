"""Tables whose cells are parted by tabs or commas, as they come from a browser or a spreadsheet: a row a line."""

import re
from collections.abc import Iterator, Sequence

from govdisclosure.limits import Limits
from govdisclosure.readers.observed import ObservedGrid
from govdisclosure.readers.plain.tokens import TextLine, Token, grid_of, row_of, token
from govdisclosure.readers.plain.unmerged import grid_of_cells
from govdisclosure.readers.tables.wording import UNSEEN

__all__ = ["by_commas", "by_lone_tabs", "by_tabs", "commas_in"]

_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_LONGEST = 60
_FIELD = re.compile(r'(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>[^,"]*))(?P<end>,|\Z)')


def by_tabs(run: Sequence[TextLine], limits: Limits) -> ObservedGrid | None:
    """Cells parted by tabs; a line without a tab is a row of one cell."""
    return grid_of_cells(map(_tabbed, run), limits)


def _tabbed(line: TextLine) -> Iterator[Token]:
    at = line.start
    for part in line.text.split("\t"):
        yield token(part, at)
        at += len(part) + 1


def by_lone_tabs(run: Sequence[TextLine], limits: Limits) -> ObservedGrid | None:
    """Cells on lines of their own with a tab on a line between them, as browsers copy cells that hold paragraphs.

    Where no tab parts two lines, a row ends.
    """
    rows: list[list[Token]] = [[]]
    parted = True
    for line in run:
        if "\t" in line.text and not line.words:
            if parted and rows[-1]:  # nothing between two tabs
                rows[-1].append(Token("", line.start, line.start))
            parted = True
        else:
            if not parted:
                rows.append([])
            rows[-1].append(token(line.text, line.start))
            parted = False
    return grid_of_cells((row for row in rows if row), limits)


def commas_in(line: TextLine) -> int:
    """How many commas part the cells of a line; those within numbers do not, nor those of sentences."""
    if "," not in line.text:
        return 0
    seen = TextLine(line.start, line.text.translate(UNSEEN))
    fields = [field.text for field in _fields(seen)]
    if any(len(text) > _LONGEST for text in fields):
        return 0
    return len(fields) - 1 - len(_THOUSANDS.findall(seen.text))


def by_commas(run: Sequence[TextLine], limits: Limits) -> ObservedGrid | None:
    """Cells parted by commas, quoted where they hold one themselves (RFC 4180)."""
    return grid_of((row_of(_fields(line), limits) for line in run), limits)


def _fields(line: TextLine) -> Iterator[Token]:
    text, at = line.text.rstrip("\r"), 0
    while match := _FIELD.match(text, at):
        name = "plain" if match["quoted"] is None else "quoted"
        yield token(match[name], line.start + match.start(name))
        at = match.end()
        if not match["end"]:
            return
