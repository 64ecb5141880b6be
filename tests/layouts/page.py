"""A document before it is written: blocks of text and of tables, which the kinds of variation change in place.

In the text of a cell ``\\n`` is a line break that a person sees, ``\\r`` one of the source alone.
"""

from collections.abc import Callable, Iterator
from random import Random

import attrs

from govdisclosure.cell import CellValue
from govdisclosure.form import Form

__all__ = ["Block", "Cell", "Line", "Look", "Page", "Prose", "Raw", "Sheet"]


@attrs.define(kw_only=True)
class Cell:
    """One cell of a table.

    ``role`` is ``banner``, ``corner``, ``column``, ``row``, ``heading``, ``unit``, ``body``, ``empty`` or
    ``prose``. A body cell of the form has its ``path`` and the ``value`` that its text means. ``extra`` is the
    form's table beside which the cell stands in a column that the form does not have; ``hidden`` is markup that
    nobody sees; ``struck`` stands before the text and is crossed out, ``mark`` behind it and is raised.
    """

    text: str = ""
    role: str = "body"
    path: str | None = None
    value: CellValue | None = None
    rowspan: int = 1
    colspan: int = 1
    note: bool = False
    damaged: bool = False
    rescaled: bool = False
    extra: str = ""
    hidden: str = ""
    struck: str = ""
    mark: str = ""


@attrs.define(kw_only=True)
class Line:
    """A row of a table; ``row`` is the path of the form's row, ``extra`` that of the form's table
    where the row is none of the form's. Ghosts are not shown and say nothing of their own."""

    cells: list[Cell]
    row: str | None = None
    head: bool = False
    part: int = 0
    extra: str = ""
    ghost: bool = False

    @property
    def body(self) -> list[Cell]:
        """Its cells for numbers."""
        return [cell for cell in self.cells if cell.role == "body"]


@attrs.define(kw_only=True)
class Sheet:
    """A table; ``path`` is that of the form's table, ``None`` for one that has nothing to do with the form."""

    lines: list[Line]
    path: str | None = None
    width: int = 0

    @property
    def cells(self) -> Iterator[Cell]:
        """All its cells."""
        return (cell for line in self.lines for cell in line.cells)


@attrs.define(kw_only=True)
class Prose:
    """A paragraph, or a heading where it has a level; level 2 is a line that is neither."""

    text: str
    level: int = 0


@attrs.define(kw_only=True)
class Raw:
    """Markup as it stands, and the words that a person sees of it."""

    html: str
    text: str = ""


Block = Prose | Sheet | Raw


def _plain_cell(_: Cell, words: str) -> str:
    return words


def _no_attributes(_: Cell) -> str:
    return ""


def _plain_prose(prose: Prose, words: str) -> str:
    return f"<h3>{words}</h3>" if prose.level == 1 else f"<p>{words}</p>"


@attrs.define(kw_only=True)
class Look:
    """How markup is written; ``sheet`` writes tables otherwise than as tables."""

    table: str = ' border="1"'
    cell: Callable[[Cell, str], str] = _plain_cell
    attributes: Callable[[Cell], str] = _no_attributes
    prose: Callable[[Prose, str], str] = _plain_prose
    columns: str = ""
    line: str = ""
    grouped: bool = False
    strike: str = "<s>{}</s>"
    lift: str = "<sup>{}</sup>"
    sheet: Callable[["Page", Sheet], str] | None = None
    head: str = ""
    finish: list[Callable[[str], str]] = attrs.field(factory=list)
    last: Callable[[str], str] = str


@attrs.define(kw_only=True)
class Page:
    """A document in the making.

    ``codec`` and ``label`` are how it is encoded and how it says it is; ``copy`` is how a person copied
    the text, ``ends`` how its lines end; ``wishes`` are for paper.
    """

    form: Form
    year: int
    publisher: str
    author: str | None
    title: str
    issued: str
    blocks: list[Block]
    look: Look = attrs.field(factory=Look)
    before: str = ""
    after: str = ""
    frame: Callable[[str], str] = attrs.field(default=str)
    codec: str = "utf-8"
    label: str | None = "utf-8"
    bom: bool = False
    copy: str = "browser-rows"
    ends: str = "\n"
    wishes: set[str] = attrs.field(factory=set)

    @property
    def sheets(self) -> list[Sheet]:
        """The tables of the form."""
        return [block for block in self.blocks if isinstance(block, Sheet) and block.path]

    @property
    def lines(self) -> list[Line]:
        """The rows of the form's tables."""
        return [line for sheet in self.sheets for line in sheet.lines]

    @property
    def cells(self) -> list[Cell]:
        """The cells of the form's tables."""
        return [cell for line in self.lines for cell in line.cells]

    @property
    def body(self) -> list[Cell]:
        """The cells that the form has a path for."""
        return [cell for cell in self.cells if cell.path]

    @property
    def labels(self) -> list[Cell]:
        """The header cells of rows and columns."""
        return [cell for cell in self.cells if cell.role in {"row", "heading", "column", "corner"}]

    def numbers(self, chosen: Random, share: float) -> list[Cell]:
        """Some of the cells that hold a number as it stands, at least one where there is any."""
        whole = [cell for cell in self.body if cell.value is not None and not cell.note and cell.text.strip()]
        return chosen.sample(whole, min(len(whole), max(1, round(len(whole) * share))))
