"""Reading what a narrative states: sections know nothing of this, and this knows nothing of file formats."""

from bisect import bisect_left
from itertools import islice, takewhile

import attrs

from govdisclosure.model import SectionKind
from govdisclosure.readers.narrative.figure import Figure
from govdisclosure.readers.narrative.metrics import figures
from govdisclosure.readers.narrative.powers import FoundPowers, find_powers
from govdisclosure.readers.narrative.relations import TOPIC_OF_SECTION
from govdisclosure.readers.narrative.tokens import doubtful_numbers, tokens
from govdisclosure.readers.narrative.zeros import zero_figures

__all__ = ["Figure", "FoundPowers", "doubtful_numbers", "read_paragraph"]


def read_paragraph(
    text: str, year: int, about: SectionKind = SectionKind.OTHER
) -> tuple[list[Figure], FoundPowers | None]:
    """The figures of a paragraph in order of their words, and the power list that it states, if it does.

    ``about`` is what its section is about: words that name no topic of their own speak of that.
    """
    found = tuple(tokens(text))
    powers = find_powers(text, found)
    zeros = list(zero_figures(text, found, year))
    denied = _inside(zeros, [token.start for token in found])
    taken = (powers.taken if powers else frozenset()) | denied
    stated = figures(text, found, frozenset(taken), year, TOPIC_OF_SECTION.get(about, ""))
    told = _inside(stated, [zero.start for zero in zeros])
    zeros = [zero for zero in zeros if zero.start not in told]
    return (_merged(stated, zeros) if zeros else stated), powers


def _inside(figures_told: list[Figure], starts: list[int]) -> set[int]:
    """Those of some offsets that lie in the words of a figure. Both lists are in order."""
    found: set[int] = set()
    for figure in figures_told:
        first = bisect_left(starts, figure.start)
        found.update(takewhile(lambda at, end=figure.end: at < end, islice(starts, first, None)))  # type: ignore[misc]
    return found


def _merged(stated: list[Figure], zeros: list[Figure]) -> list[Figure]:
    """Both lists in order of place; references to wholes follow their figures."""
    order = sorted([*enumerate(stated), *((-1, z) for z in zeros)], key=lambda pair: (pair[1].start, pair[1].end))
    places = {index: at for at, (index, _) in enumerate(order) if index >= 0}
    return [attrs.evolve(f, whole=None if f.whole is None else places[f.whole]) for _, f in order]
