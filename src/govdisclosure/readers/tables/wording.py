"""Labels as they are compared: folded to what matters, and how alike two of them are.

Folding is for comparing alone; what is kept of a document are its own words.
"""

import re
import unicodedata
from collections.abc import Set as AbstractSet
from functools import lru_cache

import attrs

from govdisclosure.readers.mirrored import simplified

__all__ = ["NOTHING", "OVERLAP", "UNSEEN", "Words", "alike", "characters_of", "joins_several", "words_of"]

#: Characters of no width and soft hyphens, which say nothing in a cell: for ``str.translate``.
UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))

_NUMBERING = re.compile(
    r"\A[(\[【〔]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?:[)\]】〕、.．,:]|(?=[\u4e00-\u9fff]))[、.．]?"
)
_CHINESE_NUMBERING = re.compile(r"\A[(\[【〔]?[一二三四五六七八九十]{1,3}[)\]】〕、.．,:]|\A[(\[【〔]?[0-9]{1,2}")
#: A note in brackets; a long one may be cut before its end.
_NOTE = re.compile(r"[(\[【〔][^()\[\]【】〔〕]*(?:[)\]】〕]|\Z)")
#: Longer texts are sentences, not labels.
_LONGEST = 90
#: Parts of a label that are compared when their characters overlap by so much.
OVERLAP = 0.5
#: Words by which a label means something else than the one that it is like.
_CHANGES = ("非", "除", "以外", "之外", "不含", "不包括", "未", "其他", "上年", "上一年", "去年")
#: Shorter labels stand in others by chance.
_OWN = 3
#: So many labels are remembered, and four times as many pairs of them.
_REMEMBERED = 2**13


@attrs.frozen(cache_hash=True)
class Words:
    """A label as it is compared: all of it, without the notes in brackets, and how it is numbered."""

    whole: str
    bare: str
    number: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left of it."""
        return not self.whole


#: The folded form of no text.
NOTHING = Words("", "", "")


def words_of(text: str) -> Words:
    """A printed label, folded: width, spaces, line breaks, brackets, quotes, traditional characters, numbering."""
    return _words_of(text[: 2 * _LONGEST])


@lru_cache(maxsize=_REMEMBERED)
def _words_of(text: str) -> Words:
    plain = unicodedata.normalize("NFKC", text)
    plain = simplified("".join(plain.split())).translate(UNSEEN).replace("其它", "其他")
    number = _CHINESE_NUMBERING.match(plain)
    rest = _NUMBERING.sub("", plain, count=1) or plain
    return Words(_letters(rest), _letters(_NOTE.sub("", rest)), _letters(number.group()) if number else "")


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())[:_LONGEST]


@lru_cache(maxsize=4 * _REMEMBERED)
def alike(seen: Words, declared: tuple[Words, ...]) -> float:
    """How alike a printed label is to the wordings of a declared one, from 0 to 1."""
    return max((_alike(seen, one) for one in declared), default=0.0)


def characters_of(words: Words) -> int:
    """How many different characters a label has: two labels are not alike that share fewer than the overlap of them."""
    return len(set(words.bare or words.whole))


def _alike(seen: Words, one: Words) -> float:
    if seen.is_empty or one.is_empty:
        return 0.0
    if seen.whole == one.whole:
        return 1.0
    if seen.bare and seen.bare == one.bare:
        return 0.98
    if any(word in seen.bare and word not in one.whole for word in _CHANGES):
        return 0.0
    best = _measure(seen.bare or seen.whole, one.bare or one.whole)
    if best or (seen.bare == seen.whole and one.bare != one.whole):  # words in a note alone make no label
        best = max(best, _measure(seen.whole, one.whole))
    return min(0.95, best)


def joins_several(seen: Words, labels: AbstractSet[str]) -> bool:
    """Whether a label names several of these, each of which would be a label of its own."""
    named = [one for one in labels if len(one) >= _OWN and one != seen.whole and one in seen.whole]
    return sum(not any(one != other and one in other for other in named) for one in named) > 1


@lru_cache(maxsize=4 * _REMEMBERED)
def _measure(seen: str, one: str) -> float:
    """The share of the shorter text that stands in the longer one in order, a little less the longer that one is."""
    short, long = sorted((seen, one), key=len)
    if len(set(short) & set(long)) < OVERLAP * len(set(short)):
        return 0.0
    share = _common(short, long) / len(short)
    # A label of one or two characters stands in too many others.
    weight = 0.78 if len(short) > 2 else 0.6  # noqa: PLR2004
    return share * (weight + (1 - weight) * len(short) / len(long))


def _common(one: str, other: str) -> int:
    """The length of the longest common subsequence, a column of its table in the bits of a number (Hyyrö 2004)."""
    places: dict[str, int] = {}
    for index, char in enumerate(one):
        places[char] = places.get(char, 0) | 1 << index
    whole = column = (1 << len(one)) - 1
    for char in other:
        met = column & places.get(char, 0)
        column = ((column + met) | (column - met)) & whole
    return len(one) - column.bit_count()
