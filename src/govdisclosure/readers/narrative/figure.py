"""A figure as it stands in a paragraph, and the sentences of a paragraph with the numbers in them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

import attrs

from govdisclosure.model import MetricKind as K
from govdisclosure.model import Unit
from govdisclosure.readers.narrative.tokens import Token

__all__ = ["Figure", "Sentence", "sentences"]

_SENTENCE_END = re.compile(r"[。！？；;!?\n]")


@attrs.frozen(kw_only=True)
class Figure:
    """A figure of a paragraph. ``start``/``end`` span its words and number; ``whole`` is an index of a figure."""

    kind: K
    value: int | Decimal
    unit: Unit | None
    counted: str
    start: int
    end: int
    whole: int | None = None
    of_year: int | None = None
    approximate: bool = False


@attrs.frozen
class Sentence:
    """A sentence of a paragraph with the numbers in it, and what the paragraph spoke of before it."""

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]


def sentences(text: str, found: tuple[Token, ...]) -> Iterator[Sentence]:
    """Cut a paragraph at full stops and semicolons."""
    start = first = 0
    ends = [match.end() for match in _SENTENCE_END.finditer(text)] + [len(text)]
    for end in ends:
        if end > start:
            last = bisect_left(found, end, first, key=lambda token: token.start)
            yield Sentence(text, start, end, found[first:last])
            first = last
        start = end
