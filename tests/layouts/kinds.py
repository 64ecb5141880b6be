"""All kinds of variation, in the order in which they are applied."""

from collections.abc import Sequence
from random import Random

from tests.layouts import (
    arrange,
    blocks,
    broken,
    cells,
    chrome,
    columns,
    copies,
    divisions,
    encodings,
    labels,
    marks,
    markup,
    paper,
    printings,
    prose,
    rows,
    traditional,
)
from tests.layouts.kind import Kind

__all__ = ["KINDS", "chosen_kinds", "kinds_of", "named"]

#: Rows first, then what stands in the cells, then how they are arranged, written and encoded.
KINDS: tuple[Kind, ...] = (
    *rows.KINDS,
    *cells.KINDS,
    *marks.KINDS,
    *labels.KINDS,
    *prose.KINDS,
    *traditional.KINDS,
    *blocks.KINDS,
    *columns.KINDS,
    *printings.KINDS,
    *arrange.KINDS,
    *markup.KINDS,
    *divisions.KINDS,
    *broken.KINDS,
    *chrome.KINDS,
    *copies.KINDS,
    *paper.KINDS,
    *encodings.KINDS,
)

_BY_NAME = {kind.name: kind for kind in KINDS}
#: How many kinds a document takes at most.
_MOST = 6


def named(names: Sequence[str]) -> list[Kind]:
    """Kinds by name, in the order in which they are applied."""
    unknown = set(names) - _BY_NAME.keys()
    if unknown:
        raise ValueError(f"no such kinds: {sorted(unknown)}")
    return [kind for kind in KINDS if kind.name in names]


def kinds_of(medium: str, form_id: str | None = None) -> list[Kind]:
    """The kinds that a medium has, and that a form can show."""
    return [kind for kind in KINDS if medium in kind.media and (form_id is None or form_id in kind.forms)]


def chosen_kinds(medium: str, form_id: str, chosen: Random) -> list[Kind]:
    """One to six kinds, no two of one slot; nine texts of ten are copied in some other way than the plain one."""
    possible = kinds_of(medium, form_id)
    order = chosen.sample(possible, len(possible))
    if chosen.random() < 0.9:
        order.sort(key=lambda kind: kind.slot != "copy")
    taken: list[Kind] = []
    wanted = chosen.randrange(1, _MOST + 1)
    for kind in order:
        if len(taken) < wanted and all(_agree(kind, other) for other in taken):
            taken.append(kind)
    return named([kind.name for kind in taken])


def _agree(one: Kind, other: Kind) -> bool:
    lost = (one.blanks and other.traceless) or (one.traceless and other.blanks)
    return one.slot != other.slot and not lost
