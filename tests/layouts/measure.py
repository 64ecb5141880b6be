"""How much of what a document prints was read, and how much of the rest was said to be missing.

What counts:

- A printed cell is *exact* if the same number was read (a decimal with the scale that is printed; another scale
  only where the amount is printed in another unit), or the same kind of absence. A cell damaged on purpose is
  exact if it was read as ``Absent.UNREADABLE``.
- It is *missing* if nothing was read: no tables, no such row, or ``Absent.BLANK`` where a number or a sign is
  printed. It is *wrong* if something else was read; a number in a damaged cell is always wrong.
- A cell that is not printed must have no number: an optional row is ``None``, any other cell ``None`` or
  ``Absent.BLANK``. These count as exact or wrong too, but only as ``invented`` where they are wrong.
- A wrong or missing cell is *named* if a finding has its path, or that of its row or table; otherwise it is *silent*.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Protocol

import attrs
from tests.layouts.bases import form_of
from tests.layouts.generate import Document
from tests.layouts.truth import Truth

from govdisclosure.cell import Absent, CellValue
from govdisclosure.model import Axis, Extra, Statistics

__all__ = ["Named", "Score", "score", "table"]


class Named(Protocol):
    """What is needed of a finding."""

    @property
    def paths(self) -> tuple[str, ...]:
        """The cells, rows or tables that it names."""
        ...

    @property
    def code(self) -> str:
        """Its code."""
        ...


@attrs.frozen(kw_only=True)
class Score:
    """What became of the cells of one document.

    ``exact``, ``wrong`` and ``missing`` count printed cells and add up to ``printed``. ``invented`` counts cells
    that are not printed and were read as something. ``named`` and ``silent`` add up to wrong, missing and
    invented; ``silent_cells`` gives the paths of the silent ones with what is printed and what was read.
    """

    name: str
    medium: str
    kinds: tuple[str, ...]
    form: str
    right_form: bool
    printed: int
    exact: int
    wrong: int
    missing: int
    invented: int
    named: int
    silent: int
    extra: int
    extra_kept: int
    silent_cells: tuple[tuple[str, CellValue | None, CellValue | None], ...] = ()
    codes: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether every cell is exact and every extra row was kept."""
        return self.exact == self.printed and not self.invented and self.extra_kept == self.extra


# --- one document -----------------------------------------------------------------------------------------


def score(document: Document, statistics: Statistics | None, findings: Iterable[Named]) -> Score:
    """Compare what was read from a document with what it prints."""
    truth, noted = document.truth, list(findings)
    right_form = statistics is not None and truth.form == statistics.FORM
    values = form_of(truth.form).values(statistics) if statistics is not None and right_form else {}
    verdicts = {path: _verdict(truth, path, values.get(path)) for path in [*truth.values, *_unprinted(truth, values)]}
    failed = [path for path, verdict in verdicts.items() if verdict != "exact"]
    names = {path for finding in noted for path in finding.paths}
    least = 1 if not values or any(table.path == "statistics" for table in form_of(truth.form).tables) else 2
    silent = [path for path in failed if not _is_named(path, names, least)]
    seen = [verdicts[path] for path in truth.values]
    return Score(
        name=document.name,
        medium=document.medium,
        kinds=document.kinds,
        form=truth.form,
        right_form=right_form,
        printed=len(truth.values),
        exact=seen.count("exact"),
        wrong=seen.count("wrong"),
        missing=seen.count("missing"),
        invented=len(failed) - len(seen) + seen.count("exact"),
        named=len(failed) - len(silent),
        silent=len(silent),
        extra=len(truth.extra),
        extra_kept=_kept(truth.extra, statistics.extra if statistics is not None else ()),
        silent_cells=tuple((path, truth.values.get(path), values.get(path)) for path in silent),
        codes=tuple(sorted({finding.code for finding in noted})),
    )


def _unprinted(truth: Truth, values: Mapping[str, Any]) -> Iterator[str]:
    return (path for path in values if path not in truth.values)


def _verdict(truth: Truth, path: str, read: CellValue | None) -> str:
    if path not in truth.values:
        nothing = read is None or (read is Absent.BLANK and not _is_optional(truth, path))
        return "exact" if nothing else "wrong"
    printed = truth.values[path]
    if _same(printed, read, scaled=path not in truth.rescaled):
        return "exact"
    return "missing" if read is None or read is Absent.BLANK else "wrong"


def _is_optional(truth: Truth, path: str) -> bool:
    rows = {row.optional for table in form_of(truth.form).tables for row in table.rows if row.optional}
    return any(path.startswith(f"{row}.") for row in rows - truth.optional)


def _same(printed: CellValue, read: CellValue | None, *, scaled: bool) -> bool:
    if isinstance(printed, Absent) or isinstance(read, Absent) or read is None:
        return printed is read
    if isinstance(printed, Decimal) and isinstance(read, Decimal) and scaled:
        return printed.as_tuple() == read.as_tuple()
    return printed == read


def _is_named(path: str, names: set[str], least: int) -> bool:
    """Whether a finding names the cell, or a row or table that it is part of.

    All tables at once (``statistics``, one step) are too much to say, unless none of them was read.
    """
    steps = path.split(".")
    return any(".".join(steps[:length]) in names for length in range(least, len(steps) + 1))


def _kept(printed: Sequence[Extra], read: Sequence[Extra]) -> int:
    """Extra rows and columns that were kept: same axis, same texts in the same order, and the same last label."""
    rest = [_gist(one) for one in _joined(read)]
    kept = 0
    for one in printed:
        found = next((gist for gist in rest if _holds(gist, _gist(one))), None)
        if found:
            rest.remove(found)
            kept += 1
    return kept


def _holds(read: tuple[str, ...], printed: tuple[str, ...]) -> bool:
    """Whether a row or column was kept; a column of units may stand before its numbers."""
    return read[:2] == printed[:2] and read[len(read) - len(printed) + 2 :] == printed[2:]


def _joined(extra: Sequence[Extra]) -> list[Extra]:
    """A column beyond the form is kept block by block: its texts follow each other."""
    rows = [one for one in extra if one.axis is Axis.ROW]
    columns: dict[tuple[str, tuple[str, ...]], Extra] = {}
    for one in extra:
        if one.axis is Axis.COLUMN:
            before = columns.get((one.table, one.labels))
            columns[one.table, one.labels] = attrs.evolve(one, cells=(*before.cells, *one.cells)) if before else one
    return [*rows, *columns.values()]


def _gist(extra: Extra) -> tuple[str, ...]:
    texts = (extra.axis.value, *extra.labels[-1:], *extra.cells)
    return tuple("".join(text.split()) for text in texts)


# --- many documents ---------------------------------------------------------------------------------------

_COLUMNS: tuple[tuple[str, Callable[[Sequence[Score]], str]], ...] = (
    ("documents", lambda scores: str(len(scores))),
    ("whole", lambda scores: str(sum(one.whole for one in scores))),
    ("form right", lambda scores: str(sum(one.right_form for one in scores))),
    ("printed", lambda scores: str(sum(one.printed for one in scores))),
    ("exact %", lambda scores: _percent(sum(one.exact for one in scores), sum(one.printed for one in scores))),
    ("wrong", lambda scores: str(sum(one.wrong for one in scores))),
    ("missing", lambda scores: str(sum(one.missing for one in scores))),
    ("invented", lambda scores: str(sum(one.invented for one in scores))),
    ("named", lambda scores: str(sum(one.named for one in scores))),
    ("silent", lambda scores: str(sum(one.silent for one in scores))),
    ("extra kept", lambda scores: f"{sum(one.extra_kept for one in scores)}/{sum(one.extra for one in scores)}"),
)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}" if whole else "-"


def table(scores: Iterable[Score]) -> str:
    """Sums by medium, by form and by kind, as Markdown; a document counts under each of its kinds."""
    every = list(scores)
    lines = [f"| | {' | '.join(name for name, _ in _COLUMNS)} |", f"|---|{'---:|' * len(_COLUMNS)}"]
    for label, group in _groups(every):
        lines.append(f"| {label} | {' | '.join(column(group) for _, column in _COLUMNS)} |")
    return "\n".join(lines) + "\n"


def _groups(scores: Sequence[Score]) -> Iterator[tuple[str, list[Score]]]:
    for medium in sorted({one.medium for one in scores}):
        within = [one for one in scores if one.medium == medium]
        yield f"**{medium}**", within
        for form in sorted({one.form for one in within}):
            yield f"{medium}: {form}", [one for one in within if one.form == form]
        for kind in sorted({kind for one in within for kind in one.kinds}):
            yield f"{medium}: {kind}", [one for one in within if kind in one.kinds]
