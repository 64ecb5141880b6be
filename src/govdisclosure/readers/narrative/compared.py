"""Numbers that are compared: with another year, with what was changed, with a figure before."""

import re
from collections.abc import Iterator

import attrs

from govdisclosure.model import MetricKind as K
from govdisclosure.model import Unit
from govdisclosure.readers.narrative.figure import Figure
from govdisclosure.readers.narrative.naming import Naming
from govdisclosure.readers.narrative.phrases import front_length, front_stripped, trimmed
from govdisclosure.readers.narrative.position import REACH
from govdisclosure.readers.narrative.words import (
    CHANGED_FROM,
    CHANGED_TO,
    COMPARED,
    FALL,
    SAME_AGAIN,
)

__all__ = ["Compared"]

#: Figures that a comparison can speak of: no more than these last ones.
_RECENT = 12


@attrs.frozen
class Compared(Naming):
    """A number whose thing another figure or an earlier state names."""

    def multiple(self, times: re.Match[str]) -> Iterator[Figure]:
        """信息公开数量是2013年的2.4倍, 为上年的1.6倍: the thing before the verb, else that of the figure before."""
        thing = self.left[: times.start()]
        begin = front_length(thing)
        label = thing[begin:]
        earlier = [f for f in self.paragraph.figures[-_RECENT:] if f.unit is not Unit.PERCENT]
        if front_stripped(label):
            yield self.figure(K.MULTIPLE, label, self.left_start + begin, self.left_start + len(thing))
        elif earlier and earlier[-1].start >= self.sentence.start:
            yield self.figure(K.MULTIPLE, earlier[-1].counted, self.token.start, self.token.end)

    def same_again(self) -> Iterator[Figure]:
        """较2015年（689条）, 9大类67项: the figure before says what is counted."""
        token = self.token
        between = self.between(self.index)
        opening = self.sentence.start if self.index else self.text.rfind("。", 0, self.sentence.start) + 1
        here = [f for f in self.paragraph.figures[-_RECENT:] if f.start >= opening]
        joined = self.index > 0 and between in ("", "、", "共", "、共", "，共")
        compared = joined or (SAME_AGAIN.match(between) and any(y in between for y in "年期"))
        if not compared:
            return
        found = [f for f in here if (f.unit == token.told or joined) and f.kind is not K.CHANGE_AMOUNT]
        if found:
            kind = found[-1].kind
            if kind is K.TRAINING_COURSES and token.unit in (Unit.PERSON, Unit.PERSON_TIME):
                kind = K.TRAINED_PERSONS
            if kind is K.APPROVAL_CATEGORIES and token.unit is not Unit.CATEGORY:
                kind = K.APPROVAL_ITEMS
            yield self.figure(kind, found[-1].counted, token.start, token.end)

    def changed_value(self, raw: str) -> Iterator[Figure]:
        """由32项精简为18项: both numbers count what stands before 由."""
        start = self.sentence.start
        clause = max(self.text.rfind(mark, start, self.token.start) for mark in "，；：") + 1
        clause = max(clause, start, self.token.start - REACH)
        words = self.text[clause : self.token.start]
        cut = max(words.find("由"), words.find("从") if "由" not in words else -1)
        if cut < 0:
            match = CHANGED_TO.search(words)
            cut = match.start() if match else len(words)
        thing = trimmed(words[:cut])
        same = self.same_unit()
        if thing:
            made = list(self.named(thing, offset=clause))
        else:
            made = [self.figure(same.kind, same.counted, self.token.start, self.token.end)] if same else []
        former = CHANGED_FROM.search(raw) is not None
        year = self.spoken if self.spoken != self.paragraph.year or not former else self.paragraph.year - 1
        yield from (attrs.evolve(figure, of_year=year if former else self.paragraph.year) for figure in made)

    def change(self, change: re.Match[str], left: str) -> Iterator[Figure]:
        """比上年增长18.3%, 减少3件: the change word names the figure, and a fall makes it negative."""
        token = self.token
        fall = bool(FALL.search(change.group()))
        kind = K.CHANGE_RATE if token.unit in (Unit.PERCENT, Unit.PERCENTAGE_POINT) else K.CHANGE_AMOUNT
        begin = change.start()
        if token.unit is Unit.PERCENT and re.search(r"缩短|压缩|压减", change.group()):
            kind, fall = K.SPEED_UP_RATE, False
        if token.unit is Unit.MULTIPLE:
            kind = K.MULTIPLE
            thing = trimmed(left[: change.start()])
            if front_stripped(thing) and not COMPARED.fullmatch(thing):
                begin = front_length(thing)
                left = thing
        label = left[begin:].rstrip("了")
        made = self.figure(kind, label, self.left_start + begin, self.left_start + begin + len(label))
        yield attrs.evolve(made, value=-token.value if fall else token.value, of_year=self.paragraph.year)
