"""Numbers over enumerations: A、B、C均为100%, A和B分别为1件和2件, A、B全部公开，公开率100%; and their sums."""

import re
from collections.abc import Iterator

import attrs

from govdisclosure.model import MetricKind as K
from govdisclosure.model import Unit
from govdisclosure.readers.narrative.figure import Figure
from govdisclosure.readers.narrative.naming import Naming
from govdisclosure.readers.narrative.phrases import front_length, members, trimmed
from govdisclosure.readers.narrative.position import REACH
from govdisclosure.readers.narrative.relations import SUM_OF
from govdisclosure.readers.narrative.words import CHANGE, FALL, IDLE_RIGHT, SPREAD

__all__ = ["Listed"]

#: Numbers that one list can hold.
_LONGEST_LIST = 24
#: What stands between the numbers of one list.
_LIST_LINK = re.compile("、|和|及|，|与")
_IN_TURN = re.compile(
    r"(?:分别|依次)(?:为|是|达|达到|有|占(?:[^，。]{0,8}的)?|公开|发布|较上年|比上年|同比)?(?P<change>增长|下降|减少|增加|提高)?\Z"
)
#: A rate of disclosure with no thing of its own, or behind an enumeration.
_RATE_ALONE = re.compile(r"(?:公开|公示)率(?:均|都)?(?:达到|达|为|实现)?\Z")
_ALL_DISCLOSED = re.compile(
    r"(?P<things>[^，。；：]{4,60}?)(?:已|均|都|全部|做到)[^，。；]{0,16}(?:公开|公示|公布)，\Z"
    r"|(?:公开了|全部公开|均公开|都公开)(?P<told>[^，。；：]{4,60})，\Z"
)
_THINGS_DISCLOSED = re.compile(r"[、和及][^，。；]{0,60}(?:预算|决算|经费|信息)")
#: Words before the sum of a list.
_SUM = re.compile(r"(?:(?:[一二两三四五]项|以上|各项|两者)?(?:合计|总计|累计|共计|总数|相加)(?:为|达|约)?)")


@attrs.frozen
class Listed(Naming):
    """A number that stands for several things, or one of several numbers that stand for several things."""

    def rate_of_all(self) -> list[Figure]:
        """部门预算、部门决算全部公开，公开率100%: the rate for each member of the enumeration before it."""
        rate = _RATE_ALONE.search(self.left) if self.token.unit is Unit.PERCENT else None
        if rate is None:
            return []
        start = max(self.taken_to, self.sentence.start, self.token.start - REACH)
        clause = self.text[start : self.left_start]
        if self.index and clause.count("，") > 1:
            return []
        told = _ALL_DISCLOSED.search(clause + self.left[: rate.start()])
        if told is None:
            things, at = self.left[: rate.start()], self.left_start
        else:
            things = told["things"] or told["told"]
            at = start + told.start("things" if told["things"] else "told")
        found = list(members(things, at)) if _THINGS_DISCLOSED.search(things) else []
        if len(found) < 2:  # noqa: PLR2004
            return []
        return [self.member(K.DISCLOSURE_RATE, place, thing) for place, thing in found]

    def spread(self) -> list[Figure]:
        """A number over an enumeration (各, 均, 三个100%): one figure a member."""
        words, start = SPREAD.split(self.left)[0], self.left_start
        if not SPREAD.search(self.left):
            before = self.sentence.tokens[self.index - 1] if self.index else None
            if before is None or before.unit is not Unit.UNIT or before.end != self.token.start:
                return []
            outer = self.previous()
            words, start = outer.left, outer.left_start
        return self.over(list(members(words, start)))

    def over_all(self, left: str) -> Iterator[Figure]:
        """部门预算、部门决算百分之百公开: the rate for each member."""
        for at, member in members(left, self.left_start):
            yield self.member(K.DISCLOSURE_RATE, at, member)

    def listed(self) -> list[Figure]:
        """A、B和C分别为1件、2件和3件: each number counts the member at its place."""
        first = self.index
        while first > self.index - _LONGEST_LIST and first and _LIST_LINK.fullmatch(self.between(first)):
            first -= 1
        head = self.between(first)
        cut = _IN_TURN.search(head)
        if cut is None:
            return []
        start = self.sentence.tokens[first - 1].end if first else self.sentence.start
        following = self.index + 1 < len(self.sentence.tokens) and _LIST_LINK.fullmatch(self.between(self.index + 1))
        if cut["change"]:
            return self.same_change(cut["change"]) if self.index > first else []
        if first == self.index and not following:
            return []
        words = head[: cut.start()]
        mark = max(words.rfind(m) for m in "，；：:。") + 1
        things = list(members(words[mark:], start + mark))
        place = self.index - first
        count = 1
        last = min(len(self.sentence.tokens), first + _LONGEST_LIST)
        while first + count < last and _LIST_LINK.fullmatch(self.between(first + count)):
            count += 1
        if len(things) == count:
            at, member = things[place]
            made = self.over([things[-1], (at, member)]) if place != count - 1 else list(self.named(member, offset=at))
            return made[-1:]
        if "占" in head[cut.start() :] and (not things or len(things) != count):
            return self.shares_in_turn(place, count)
        if len(things) == 1:
            return list(self.named(things[0][1], offset=things[0][0]))[:1]
        return []

    def shares_in_turn(self, place: int, count: int) -> list[Figure]:
        """A194件、B87件，分别占54.5%、24.4%: each share is that of the figure at its place."""
        here = [f for f in self.paragraph.figures if f.start >= self.sentence.start and f.unit is not Unit.PERCENT]
        if len(here) < count:
            return []
        return [self.figure(K.SHARE, here[place - count].counted, self.token.start, self.token.end)]

    def same_change(self, word: str) -> list[Figure]:
        """分别增长18.3%和12.7%: the change word before the list holds for each of its numbers."""
        own = CHANGE.search(trimmed(self.left))
        if own:
            return []
        made = self.figure(K.CHANGE_RATE, word, self.token.start, self.token.end)
        kind = K.CHANGE_RATE if self.token.unit is Unit.PERCENT else K.CHANGE_AMOUNT
        value = -self.token.value if FALL.search(word) else self.token.value
        return [attrs.evolve(made, kind=kind, value=value, of_year=self.paragraph.year)]

    def over(self, members: list[tuple[int, str]]) -> list[Figure]:
        """The number for each of several things; what the last one ends in (公开率) holds for all."""
        if len(members) < 2:  # noqa: PLR2004
            return []
        made = [list(self.named(member, offset=at)) for at, member in members]
        last = made[-1][0] if made[-1] else None
        out: list[Figure] = []
        for (at, member), figures_made in zip(members, made, strict=True):
            if figures_made:
                out += figures_made
            elif last is not None:
                out.append(self.member(last.kind, at, member))
        return out

    def member(self, kind: K, at: int, words: str) -> Figure:
        """The number as that of one member of an enumeration."""
        label = words[front_length(words) :]
        return self.figure(kind, label, at + len(words) - len(label), at + len(words))

    def by_sum(self, left: str, _: str) -> Iterator[Figure]:
        """网络12件、信函3件，合计15件: the figures before say what is added up."""
        said = _SUM.fullmatch(self.left.strip(" ，、"))
        before = self.same_unit()
        if said is None or left or (self.right and not IDLE_RIGHT.match(self.right)):
            return
        if before is not None and before.start >= self.sentence.start:
            kind = SUM_OF.get(before.kind, before.kind)
            yield self.figure(kind, said.group(), self.token.start - len(said.group()), self.token.start)
