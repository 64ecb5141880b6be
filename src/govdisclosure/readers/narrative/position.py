"""One number in its sentence, and the words around it."""

import re
from typing import Self

import attrs

from govdisclosure.model import Unit
from govdisclosure.readers.narrative.figure import Sentence
from govdisclosure.readers.narrative.phrases import MARKS, front_stripped, opening_bracket, trimmed
from govdisclosure.readers.narrative.tokens import Token
from govdisclosure.readers.narrative.words import BEHAVIOUR, BODIES, IDLE_RIGHT, VERB_END

__all__ = ["REACH", "Position"]

#: Words further from a number than this say nothing of it; so the work for each number is bounded.
REACH = 240
#: What ends the words on either side: a mark, or a pause in a list.
_ENDS = frozenset(MARKS + "、")
_END = re.compile("[" + re.escape("".join(sorted(_ENDS))) + "]")


def _left_start(here: "Position") -> int:
    text, at = here.text, here.token.start
    start = max(here.taken_to, here.sentence.start, at - REACH)
    while at > start:
        at -= 1
        if text[at] in _ENDS:
            if text[at] in ")）" and (opening := opening_bracket(text, at)) > start:
                at = opening
            elif text[at] != "、" or _follows_listed(here, at):
                return at + 1
    return start


def _follows_listed(here: "Position", at: int) -> bool:
    """Whether nothing but words stands between the figure before and this place: the next of a list begins."""
    if not here.index or not here.sentence.tokens[here.index - 1].end <= here.taken_to > here.sentence.start:
        return False
    return not any(c in MARKS for c in here.text[here.taken_to : at])


def _right(here: "Position") -> str:
    text, begin = here.text, here.token.end
    limit = min(here.sentence.end, begin + REACH)
    if here.index + 1 < len(here.sentence.tokens):
        limit = min(limit, here.sentence.tokens[here.index + 1].start)
    mark = _END.search(text, begin, limit)
    if mark is None:
        return text[begin:limit]
    end = mark.start()
    if text[end] == "（" and end > begin:
        closing = text.find("）", end, end + 8)
        if 0 < closing < limit and not any(c.isdigit() for c in text[end:closing]):
            end = closing + 1
    return text[begin:end]


@attrs.frozen
class Position:
    """A number of a sentence. ``taken_to`` is where the words of the figure before it end.

    Cut once for all that look at them: the paragraph, the number itself, and the words before it from
    ``left_start`` (behind the last mark or number) and behind it up to the next mark or number.
    """

    sentence: Sentence
    index: int
    taken_to: int
    text: str = attrs.field(init=False, default=attrs.Factory(lambda self: self.sentence.text, takes_self=True))
    token: Token = attrs.field(
        init=False, default=attrs.Factory(lambda self: self.sentence.tokens[self.index], takes_self=True)
    )
    left_start: int = attrs.field(init=False, default=attrs.Factory(_left_start, takes_self=True))
    left: str = attrs.field(
        init=False, default=attrs.Factory(lambda self: self.text[self.left_start : self.token.start], takes_self=True)
    )
    right: str = attrs.field(init=False, default=attrs.Factory(_right, takes_self=True))

    def between(self, index: int) -> str:
        """The words between a number of the sentence and the one before it, at most those within reach."""
        start = self.sentence.tokens[index - 1].end if index else self.sentence.start
        start = max(start, self.sentence.tokens[index].start - REACH)
        return self.text[start : self.sentence.tokens[index].start]

    def previous(self) -> Self:
        """The number before this one, with all the words up to it."""
        earlier = self.sentence.tokens[self.index - 2].end if self.index > 1 else self.sentence.start
        return attrs.evolve(self, index=self.index - 1, taken_to=earlier)

    def earlier_words(self) -> tuple[int, str] | None:
        """The clause before, where it holds no number: 其次是规划审批类，共13件."""
        end = self.left_start - 1
        if end <= self.taken_to or end < 0 or self.text[end] not in "，,：:（(":
            return None
        start = end
        first = max(self.taken_to, self.sentence.start, end - REACH)
        while start > first and self.text[start - 1] not in MARKS:
            start -= 1
        words = trimmed(BEHAVIOUR.sub("", self.text[start:end]))
        return (start, words) if front_stripped(words) else None

    def words_before(self) -> tuple[int, str] | None:
        """予以公开占41.2%（7件）: the words of the number before, where only a bracket or 计 stands between."""
        if not self.index or not re.fullmatch(
            r"[（(]|，(?:共)?计|，(?:已)?(?:达到?|升至|降至)", self.between(self.index)
        ):
            return None
        before = self.previous()
        words = re.sub(r"(?:(?:的)?占(?:比)?|(?:较|比|同比)[^，。]{0,12})\Z", "", trimmed(before.left))
        return (before.left_start, words) if words else None

    def heads_next(self) -> bool:
        """9大类、37项行政审批事项: two numbers before one thing."""
        if self.token.unit is not Unit.CATEGORY or self.index + 1 >= len(self.sentence.tokens):
            return False
        following = attrs.evolve(self, index=self.index + 1)
        return self.between(self.index + 1) in ("", "、") and bool(following.right)

    def is_body(self, right: str) -> re.Match[str] | None:
        """44个部门: a body right behind its number is what is counted, whatever stands before."""
        return BODIES.match(right) if self.token.unit in (Unit.UNIT, Unit.ORGANIZATION) else None

    def counts_what_follows(self, left: str, stripped: str, right: str) -> bool:
        """Whether the words before only lead to the number, so that those behind it say what is counted."""
        if not stripped:
            return True
        if self.token.unit.is_measure:
            return False
        linked = self.left.rstrip().endswith("的") or VERB_END.search(left) or self.token.unit is Unit.SPOT
        return not IDLE_RIGHT.match(right) and bool(linked)

    def names_behind(self, left: str, thing: str) -> bool:
        """Whether what is counted stands behind the number."""
        return bool(self.right) and self.counts_what_follows(left, thing, self.right)
