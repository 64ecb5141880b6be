"""Marks that a field carries beside its type, and the rules that a form states between its cells. Values only.

A mark says what the form, the law or the standard states, and nothing about how it looks. The rules are a closed
set: sums and comparisons of cells (:class:`Linear`), figures of the text against cells (:class:`Stated`), and
cells that some bodies cannot fill (:class:`ImpossibleFor`).
"""

from collections.abc import Iterable

import attrs

from govdisclosure.codelist import CodeList

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "MAX_COUNT",
    "AtMost",
    "Balance",
    "Block",
    "Carry",
    "CellKind",
    "Change",
    "Column",
    "ImpossibleFor",
    "Label",
    "Linear",
    "Mark",
    "Pattern",
    "Range",
    "Reading",
    "Rollup",
    "Row",
    "Rows",
    "Stated",
    "Sum",
    "Table",
    "Text",
]

#: Years that a report or a figure can speak of.
FIRST_YEAR, LAST_YEAR = 1949, 2199
#: Counts are integers of no larger magnitude, so that every JSON reader keeps them exactly (RFC 8259).
MAX_COUNT = 2**53 - 1


# --- what a single field states ---------------------------------------------------------------------------


@attrs.frozen
class Label:
    """The official wording of a field (Chinese for the Chinese forms)."""

    text: str


@attrs.frozen
class Range:
    """Integers from ``low`` to ``high``, both included."""

    low: int
    high: int


@attrs.frozen
class Pattern:
    """Texts that match ``regex`` from end to end; ``example`` shows one.

    The expression keeps to what Python and ECMAScript read alike.
    """

    regex: str
    example: str


@attrs.frozen
class CellKind:
    """What kind of number a cell holds: its published name, its bounds, whether it is an exact decimal.

    Decimals are never below zero. ``bounds`` allows texts such as ``<1`` in place of the number.
    """

    name: str
    low: int = 0
    high: int = MAX_COUNT
    exact: bool = attrs.field(default=False, kw_only=True)
    bounds: bool = attrs.field(default=False, kw_only=True)

    @property
    def signed(self) -> bool:
        """Whether numbers below zero are allowed."""
        return self.low < 0


# --- tables: every mark carries the headers that the form prints ------------------------------------------


@attrs.frozen
class Block:
    """A part of a table under a line of its own (第二十条第（一）项) with its own column headers.

    ``corner`` is what stands above the row headers. Rows that follow each other with an equal block share it.
    """

    title: str
    corner: str = ""


@attrs.frozen
class Table:
    """One printed table. ``corner`` is what stands in the top left cell, above the row headers.

    An ``outline`` prints all row headers in one column, the parts below their whole (统计指标); ``unit_header``
    and ``value_header`` then head the columns of units and numbers. ``unit`` is that of every cell that has no
    other; ``section`` the content of the report in which the table stands.
    """

    title: str
    corner: str = ""
    unit: CodeList | None = attrs.field(default=None, kw_only=True)
    outline: bool = attrs.field(default=False, kw_only=True)
    unit_header: str = attrs.field(default="", kw_only=True)
    value_header: str = attrs.field(default="", kw_only=True)
    section: CodeList | None = attrs.field(default=None, kw_only=True)


@attrs.frozen
class Row:
    """A row, or rows under a common header where the field holds further rows.

    ``under`` are printed headers above it that are no fields. ``instead_of`` names the sibling row in whose
    place this one is printed. ``aliases`` are other wordings seen in real reports. ``of_year`` is 0 for figures
    of the report year and -1 for those of the year before.
    """

    label: str
    under: tuple[str, ...] = ()
    block: Block | None = attrs.field(default=None, kw_only=True)
    unit: CodeList | None = attrs.field(default=None, kw_only=True)
    aliases: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    instead_of: str | None = attrs.field(default=None, kw_only=True)
    of_year: int = attrs.field(default=0, kw_only=True)


@attrs.frozen
class Column:
    """A column, or columns under a common header; the other names mean what they mean for :class:`Row`."""

    label: str
    under: tuple[str, ...] = ()
    unit: CodeList | None = attrs.field(default=None, kw_only=True)
    aliases: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    of_year: int = attrs.field(default=0, kw_only=True)


@attrs.frozen
class Rows:
    """Rows that repeat, one for each reporting body; ``label`` says what the bodies are."""

    label: str


@attrs.frozen
class Text:
    """A text inside a table: the name of the body whose row it is."""

    label: str


Mark = Label | Table | Row | Column | Rows | Text


# --- rules ------------------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Linear:
    """Cells on the left, added up, against cells on the right: equal (``=``) or at most (``<=``).

    Paths are relative to the statistics, or to every place of the class ``within``. A path that names more than
    one cell makes a rule for each of the cells that correspond: rows are added column by column. ``previous`` are
    cells of last year's report that count on the right. ``kind`` names the constructor; a ``sum`` and a
    ``rollup`` have one total on the left. ``source`` is the law, the form, or the arithmetic behind it.
    """

    code: str
    title: str
    kind: str
    relation: str = "="
    left: tuple[str, ...]
    right: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()
    severity: str = "error"
    within: type | None = None
    source: str = ""

    @property
    def has_total(self) -> bool:
        """Whether the left side is one total of what stands on the right."""
        return self.kind in ("sum", "rollup")


def _paths(paths: str | Iterable[str]) -> tuple[str, ...]:
    return (paths,) if isinstance(paths, str) else tuple(paths)


def Sum(  # noqa: N802, PLR0913 - the constructors read as names of rules
    code: str, title: str, *, total: str, parts: Iterable[str], within: type | None = None, severity: str = "error",
    source: str = "",
) -> Linear:  # fmt: skip
    """A total equals its parts."""
    return Linear(code=code, title=title, kind="sum", left=(total,), right=_paths(parts), within=within,
                  severity=severity, source=source)  # fmt: skip


def Balance(  # noqa: N802, PLR0913
    code: str, title: str, *, left: Iterable[str], right: Iterable[str], within: type | None = None,
    severity: str = "error", source: str = "",
) -> Linear:  # fmt: skip
    """What came in equals what went out: both sides add up to the same."""
    return Linear(code=code, title=title, kind="balance", left=_paths(left), right=_paths(right), within=within,
                  severity=severity, source=source)  # fmt: skip


def AtMost(  # noqa: N802, PLR0913
    code: str, title: str, *, part: str | Iterable[str], whole: str, within: type | None = None,
    severity: str = "error", source: str = "",
) -> Linear:  # fmt: skip
    """Each part is at most its whole; the parts may overlap, so they are not added up."""
    return Linear(code=code, title=title, kind="at_most", relation="<=", left=_paths(part), right=(whole,),
                  within=within, severity=severity, source=source)  # fmt: skip


def Rollup(code: str, title: str, *, total: str, of: str, severity: str = "error", source: str = "") -> Linear:  # noqa: N802
    """A row for the whole body equals the sum of the rows that repeat for its parts, column by column."""
    return Linear(code=code, title=title, kind="rollup", left=(total,), right=(of,), severity=severity, source=source)


def Carry(  # noqa: N802
    code: str, title: str, *, this: str, last: str, severity: str = "error", source: str = ""
) -> Linear:
    """What this year takes over is what last year's report left open."""
    return Linear(code=code, title=title, kind="carry", left=(this,), previous=(last,), severity=severity,
                  source=source)  # fmt: skip


def Change(  # noqa: N802, PLR0913
    code: str, title: str, *, this: Iterable[str], plus: Iterable[str] = (), last: Iterable[str],
    severity: str = "warning", source: str = "",
) -> Linear:  # fmt: skip
    """The stock of this year is last year's with its changes; ``plus`` are cells of this year on the other side."""
    return Linear(code=code, title=title, kind="change", left=_paths(this), right=_paths(plus), previous=_paths(last),
                  severity=severity, source=source)  # fmt: skip


@attrs.frozen
class Reading:
    """One way to read a stated figure: the cells that it may be the sum of, or that sum as a share of ``base``."""

    cells: tuple[str, ...]
    base: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Stated:
    """A figure of the text against cells, with every reading that real reports follow; only ever a warning.

    ``kinds`` are codes of metric kinds; ``words`` the words of the text that the figure must name, where the
    kind alone does not tell enough.
    """

    code: str
    title: str
    kinds: tuple[CodeList, ...]
    readings: tuple[Reading, ...]
    words: str = ""
    source: str = ""


@attrs.frozen(kw_only=True)
class ImpossibleFor:
    """Cells that are above zero only for other bodies: of these kinds or levels the law does not allow it."""

    code: str
    title: str
    cells: tuple[str, ...]
    kinds: tuple[CodeList, ...] = ()
    levels: tuple[CodeList, ...] = ()
    severity: str = "warning"
    source: str = ""
