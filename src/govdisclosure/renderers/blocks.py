"""What a page consists of: blocks of finished words and numbers, which renderers only write down."""

from collections.abc import Callable
from decimal import Decimal

import attrs

from govdisclosure.grid import placed

__all__ = [
    "Bar",
    "Block",
    "Cell",
    "Chart",
    "Heading",
    "Metadata",
    "Page",
    "Paragraph",
    "Run",
    "Series",
    "Sheet",
    "SheetCell",
    "SheetPart",
    "Table",
]


@attrs.frozen
class Run:
    """A stretch of text. ``anchors`` name the facts that stand in it; ``severity`` marks a finding on it."""

    text: str
    anchors: tuple[str, ...] = ()
    severity: str | None = None


@attrs.frozen
class Heading:
    """A heading. ``level`` is 1 for the title. ``own`` says that the words are the report's own."""

    level: int
    text: str
    own: bool = False
    anchor: str | None = None


@attrs.frozen
class Paragraph:
    """A paragraph; ``anchor`` is its path. ``own`` as in :class:`Heading`."""

    runs: tuple[Run, ...]
    own: bool = False
    anchor: str | None = None


@attrs.frozen
class Cell:
    """A cell of finished words. ``link`` names an anchor; ``kind`` is ``header``, ``number``, ``year`` or ``text``.

    ``links`` are further words with an anchor each. ``value`` is the number that the words print, and ``around`` the
    words before and behind its digits.
    """

    text: str
    kind: str = "text"
    own: bool = False
    link: str | None = None
    links: tuple[tuple[str, str], ...] = ()
    value: int | Decimal | None = None
    around: tuple[str, str] = ("", "")


@attrs.frozen
class Table:
    """A table with one row of column headers; the first cell of a row may be its header.

    ``name`` is one of ``about``, ``powers``, ``figures``, ``channels``, ``services``, ``findings``, ``host``.
    """

    name: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    severities: tuple[str | None, ...] = ()

    @property
    def numeric(self) -> tuple[bool, ...]:
        """For each column whether it holds numbers, by its first row."""
        return tuple(cell.kind == "number" for cell in self.rows[0]) if self.rows else (False,) * len(self.head)


# A report has hundreds of them: a frozen class takes four times as long to make, and headers are told by identity.
@attrs.define(eq=False)
class SheetCell:
    """A cell of a statutory table.

    ``kind`` is ``corner``, ``column``, ``row``, ``heading`` (a row header over others), ``unit``, ``number``,
    ``absent``, ``text`` or ``empty``; ``indent`` counts the levels above in an outline. ``anchor`` is the path of
    a body cell; ``value`` the number in it, where it prints that and nothing else.
    """

    text: str
    kind: str
    rowspan: int = 1
    colspan: int = 1
    indent: int = 0
    own: bool = False
    anchor: str | None = None
    severity: str | None = None
    value: int | Decimal | None = None

    def wider(self, more: int) -> "SheetCell":
        """The cell over so many further columns."""
        span = self.colspan + more
        return SheetCell(
            self.text, self.kind, self.rowspan, span, self.indent, self.own, self.anchor, self.severity, self.value
        )


@attrs.frozen
class SheetPart:
    """A part of a statutory table with column headers of its own, under a line of its own where it has one.

    ``depth`` of its ``width`` columns hold row headers.
    """

    banner: str | None
    head: tuple[tuple[SheetCell, ...], ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    depth: int
    width: int

    def stretched(self, width: int) -> list[tuple[SheetCell, ...]]:
        """Its rows, those of headers first, in a table of so many columns: its last column takes the rest."""
        rows = [*self.head, *self.rows]
        more = width - self.width
        if more <= 0:
            return rows
        return [
            tuple(cell.wider(more) if column + cell.colspan == self.width else cell for column, cell in row)
            for row in placed(rows)
        ]


@attrs.frozen
class Sheet:
    """A statutory table as its form prints it; ``width`` is that of its widest part."""

    caption: str
    anchor: str
    parts: tuple[SheetPart, ...]
    width: int


@attrs.define
class Bar:
    """A bar of a chart: its label, its number in words, its length in ten-thousandths of the longest bar's.

    ``length`` is ``None`` where there is nothing to draw; the words then say why.
    """

    label: str
    words: str
    length: int | None
    own: bool = False


@attrs.frozen
class Series:
    """The bars of one thing in a chart of several, under its name."""

    label: str
    bars: tuple[Bar, ...]


@attrs.frozen
class Chart:
    """A picture of numbers that the page states elsewhere.

    ``kind`` is ``powers``, ``parts`` (of a whole that a form adds up), ``years`` or ``compared``; the last has
    ``series`` in place of ``bars``. ``own`` are words of the report that the caption goes on with, ``total`` is the
    number of the whole. ``link`` leads to the numbers: words and an anchor.
    """

    kind: str
    caption: str
    bars: tuple[Bar, ...]
    link: tuple[str, str]
    own: str = ""
    total: str = ""
    series: tuple[Series, ...] = ()


@attrs.frozen
class Metadata:
    """What catalogs of documents ask for. Days are written YYYY-MM-DD; ``period`` is the first and the last day."""

    name: str
    language: str
    period: tuple[str, str]
    issued: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None


Block = Heading | Paragraph | Table | Sheet


@attrs.frozen
class Page:
    """A report as it is to be seen, in reading order.

    ``language`` is that of the page, BCP 47, ``own_language`` that of the report's own words; each has its direction.
    ``charts`` stand for themselves: formats without pictures leave them out and lose nothing. ``signature`` is what
    a printed report ends with: its author or publisher, and the day of issue. ``facts`` makes the list of all numbers,
    for formats that have room for it beside the report.
    """

    language: str
    direction: str
    own_language: str
    title: str
    about: tuple[Block, ...]
    findings: tuple[Block, ...]
    figures: tuple[Block, ...]
    narrative: tuple[Block, ...]
    footer: tuple[Block, ...]
    charts: tuple[Heading | Paragraph | Chart, ...]
    signature: tuple[Paragraph, ...]
    metadata: Metadata
    #: What the page's own language is called in it, and what the lists of its parts and of its languages are called.
    language_name: str
    contents: str
    languages: str
    facts: Callable[[], Table] = attrs.field(eq=False, repr=False)
    own_direction: str = "ltr"

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Everything but charts and signature, in reading order."""
        return self.about + self.findings + self.figures + self.narrative + self.footer
