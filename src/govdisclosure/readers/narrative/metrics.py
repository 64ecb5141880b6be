"""Figures of a paragraph: which number counts what.

Each number is looked at with the words beside it, up to the next mark or number. The lexicon says what the
words make of it; what it does not know becomes a generic count, or nothing where the words name no thing.
"""

import re
from collections.abc import Iterator

import attrs

from govdisclosure.model import MetricKind as K
from govdisclosure.model import Unit
from govdisclosure.readers.narrative.compared import Compared
from govdisclosure.readers.narrative.figure import Figure, Sentence, sentences
from govdisclosure.readers.narrative.listed import Listed
from govdisclosure.readers.narrative.naming import Context
from govdisclosure.readers.narrative.phrases import front_stripped, topic_in, trimmed
from govdisclosure.readers.narrative.refused import is_refused
from govdisclosure.readers.narrative.relations import SUM_OF, TOPIC_OF
from govdisclosure.readers.narrative.tokens import Token
from govdisclosure.readers.narrative.words import (
    ACTS,
    ATTRIBUTE_WORDS,
    AVERAGE,
    CHANGE,
    CHANGED_FROM,
    CHANGED_TO,
    COMING,
    COMPARED,
    IS,
    LONE_VERB,
    MONEY,
    OUTCOME_WORDS,
    PEOPLE,
    PLAN,
    PLAN_OPENING,
    RATE_OF_RULE,
    SAME_AGAIN,
    TIMES_OF,
    year_spoken_of,
)

__all__ = ["figures"]

#: Characters from a whole to the last of its parts.
_FAR_PART = 400
_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")
#: Classifiers of numbers inside a name (三类内部事务信息): such a number does not cut the words around it.
_IN_WORDS = (Unit.CATEGORY, Unit.MATTER, Unit.UNIT)
_PART_TAKEN = re.compile(r"参加(?:了)?(?:培训|学习)?|参训|受训|接受培训")
_SHARE_OF = re.compile(r"占了?\Z")
#: What stands between a whole and a part of it, and what does not.
_INSIDE = re.compile(r"其中|[（(：:]|包括|分别(?:为|是)")
_CLOSED = re.compile(r"[；;）)]")
_NEW_SENTENCE = re.compile(r"。(?!其中|从|按)")
#: Behind the number of requests that were decided in one way.
_REQUESTS_BEHIND = re.compile(r"(?:政府信息公开)?(?:申请|信息)?(?:中|里)?")


def figures(text: str, found: tuple[Token, ...], taken: frozenset[int], year: int, topic: str) -> list[Figure]:
    """The figures of a paragraph. ``taken`` are starts of numbers that are told elsewhere (a power list)."""
    reader = _Paragraph(year, topic, text=text)
    for sentence in sentences(text, found):
        reader.sentence(sentence, taken)
    return reader.figures


def _year_in(words: str, year: int) -> bool:
    """Whether words name a year, in digits of either width."""
    return f"{year}年" in words.translate(_NARROW)


@attrs.define
class _Paragraph(Context):
    """What is known of a paragraph while it is read from left to right."""

    text: str = ""
    #: Whether a plan that was opened before reaches to here.
    planned: bool = False

    def sentence(self, sentence: Sentence, taken: frozenset[int]) -> None:
        if self.is_plan(sentence):
            return
        spoken = self.year
        previous_end = consumed = sentence.start
        for index, token in enumerate(sentence.tokens):
            between = self.text[previous_end : token.start]
            spoken = year_spoken_of(between, self.year, spoken)
            self.topic = self.topic_at(between, sentence.start)
            here = _Here(sentence, index, consumed, self, spoken)
            self.topic = self.topic or topic_in(here.right)
            if not self.topic and OUTCOME_WORDS.match(self.text, token.end):
                self.topic = "requests"
            none = token.start not in taken and is_refused(here)
            if not none or token.unit not in _IN_WORDS:
                consumed = token.end
            if not none and token.start not in taken:
                for figure in here.read():
                    self.add(figure, here)
                    consumed = max(consumed, figure.end)
            previous_end = token.end

    def topic_at(self, words: str, opening: int) -> str:
        """What is spoken of after these words: what they name, else what was spoken of before."""
        documents = self.topic == "documents" or "公开属性" in words
        if documents and ATTRIBUTE_WORDS.search(trimmed(words.rstrip("，：:“” "))):
            return "documents"
        if OUTCOME_WORDS.search(words) and self.topic != "documents" and topic_in(words) in ("", "disclosed"):
            return "requests"
        here = self.topic != "cases" or any(figure.start >= opening for figure in self.figures[-1:])
        return topic_in(words, self.topic if here else "") or self.topic

    def is_plan(self, sentence: Sentence) -> bool:
        """Whether a sentence speaks of what is to come; a plan reaches from its opening words to the full stop."""
        if self.text[sentence.start - 1 : sentence.start] in ("。", "！", "？", "\n") or not sentence.start:
            self.planned = False
        words = self.text[sentence.start : sentence.end]
        coming = COMING.search(words) and _year_in(words, self.year + 1)
        opens = coming or PLAN_OPENING.search(words)
        plan = PLAN.search(words)
        told = self.planned or bool(plan or opens)
        self.planned = self.planned or bool(opens or ("：" in words and plan))
        return told

    def add(self, figure: Figure, here: "_Here") -> None:
        whole = here.whole_of(figure)
        if whole is not None:
            figure = attrs.evolve(figure, whole=whole)
        self.figures.append(figure)
        self.last_of_unit[figure.unit] = figure
        self.topic = TOPIC_OF.get(figure.kind) or self.topic
        if whole is None and figure.unit is not Unit.PERCENT:
            self.whole = len(self.figures) - 1


@attrs.frozen
class _Here(Listed, Compared):
    """A number while it is read: every way in which words can say what it counts."""

    def read(self) -> Iterator[Figure]:
        raw = self.left.rstrip(" 　")
        merged = raw.endswith(("整合为", "合并为", "调整为")) and self.right
        if CHANGED_FROM.search(raw) or (CHANGED_TO.search(raw) and not merged):
            yield from self.changed_value(raw)
            return
        left = trimmed(raw)
        if listed := self.listed():
            yield from listed
            return
        if members := self.spread():
            yield from members
            return
        if change := CHANGE.search(left):
            yield from self.change(change, left)
            return
        yield from self.plain(left)

    def plain(self, left: str) -> Iterator[Figure]:
        """A figure by the words on one side of its number; the first way that names something is taken.

        Each way looks at the words before the number, and at what of them names a thing.
        """
        if self.token.unit is not Unit.PERCENT:
            left = _SHARE_OF.sub("", left)
        thing = front_stripped(left)
        for way in (
            self.by_rate_first,
            self.by_what_follows,
            self.by_sum,
            self.by_verb,
            self.by_figure_before,
            self.by_words_around,
        ):
            if found := list(way(left, thing)):
                return iter(found)
        if not left or self.names_behind(left, thing):
            return iter(())
        return self.named(left, offset=self.left_start)

    def by_rate_first(self, left: str, thing: str) -> Iterator[Figure]:
        """百分之百公开: a rate that stands before what it says."""
        if self.token.unit is Unit.PERCENT and RATE_OF_RULE.match(self.right):
            if "、" in left:
                yield from self.over_all(left)
            elif not thing:
                yield from self.named(self.right, offset=self.token.end, after=True, rate=True)

    def by_what_follows(self, _left: str, _thing: str) -> Iterator[Figure]:
        """44个部门, and 9大类、37项行政审批事项: what stands behind the number, whatever stands before it."""
        if rates := self.rate_of_all():
            yield from rates
        elif body := self.body_behind():
            yield from body
        elif self.doers_or_deeds():
            yield from self.named(self.right, offset=self.token.end, after=True)
        elif part := self.part_taken():
            yield self.figure(K.TRAINED_PERSONS, part.group(), self.token.end, self.token.end + part.end())
        elif self.heads_next():
            following = attrs.evolve(self, index=self.index + 1)
            yield from self.named(following.right, offset=following.token.end, after=True)

    def doers_or_deeds(self) -> bool:
        """2名工作人员, 1次做客在线访谈, 12万元专项资金: what stands behind the number says what it is of."""
        unit = self.token.unit
        telling = ACTS if unit is Unit.TIME else PEOPLE if unit is Unit.PERSON else MONEY if unit.yuan else None
        return telling is not None and telling.match(self.right) is not None

    def part_taken(self) -> re.Match[str] | None:
        """54人参加, where a training was spoken of."""
        people = self.token.unit in (Unit.PERSON, Unit.PERSON_TIME) and self.paragraph.topic == "training"
        return _PART_TAKEN.match(self.right) if people and not front_stripped(trimmed(self.left)) else None

    def body_behind(self) -> list[Figure]:
        """44个部门 counts bodies, whatever they did; 2个工作机构 counts what the lexicon makes of it."""
        body = self.is_body(self.right)
        if body is None:
            return []
        if body.group().endswith("机构"):
            return list(self.named(self.right, offset=self.token.end, after=True))
        end = self.token.end + body.end()
        return [self.figure(K.ORGANIZATIONS, body.group(), self.token.end, end)]

    def by_verb(self, _: str, thing: str) -> Iterator[Figure]:
        """今年共发布431条, 全年受理247件: the verb alone."""
        words = self.left.rstrip("了 　")
        if thing or self.right or not LONE_VERB.search(words):
            return
        found = self.rule_for(words, rate=False, after=False)
        if found and found[1].end() == len(words):
            begin = found[1].start() + 2 * found[1].group().startswith("其中")
            yield self.figure(found[0], words[begin:], self.left_start + begin, self.token.start)

    def by_figure_before(self, left: str, thing: str) -> Iterator[Figure]:
        """较2015年（689条）, 日均10件: the figure before says what is counted."""
        if self.token.unit is Unit.MULTIPLE and (times := TIMES_OF.search(self.left)):
            yield from self.multiple(times)
        elif (left and SAME_AGAIN.match(left)) or (not thing and not self.right):
            yield from self.same_again()
        elif (average := AVERAGE.search(left)) and (same := self.same_unit()):
            yield self.figure(same.kind, average.group(), self.left_start + average.start(), self.token.start)

    def by_words_around(self, left: str, thing: str) -> Iterator[Figure]:
        """Words behind the number where those before it lead to it; else the clause before."""
        if self.decided_before(left):
            yield from self.named(left, offset=self.left_start)
        elif self.names_behind(left, thing):
            copula = IS.match(self.right)
            skipped = copula.end() if copula else 0
            yield from self.named(self.right[skipped:], offset=self.token.end + skipped, after=True)
        elif not thing or COMPARED.fullmatch(left):
            yield from self.by_clause_before()

    def by_clause_before(self) -> Iterator[Figure]:
        """其次是规划审批类，共13件: the clause before says what is counted."""
        if earlier := self.earlier_words() or self.words_before():
            start, words = earlier
            if self.token.unit is Unit.PERCENT and self.text[self.left_start - 1] in "（(":
                yield self.figure(K.SHARE, words, start, self.token.end)
            else:
                yield from self.named(words, offset=start)

    def decided_before(self, left: str) -> bool:
        """不予公开的3件申请, 办结的61件: the decision before the number says which requests are counted."""
        if not self.left.rstrip().endswith("的") or not _REQUESTS_BEHIND.fullmatch(self.right):
            return False
        found = self.rule_for(left, rate=False, after=False)
        return found is not None and found[0] in SUM_OF | {K.REQUESTS_CLOSED: None}

    def whole_of(self, figure: Figure) -> int | None:
        """The figure that this one is a part of: 其中, a bracket, or a colon before the list."""
        paragraph = self.paragraph
        if paragraph.whole is None or figure.unit is Unit.PERCENT or figure.kind in (K.CHANGE_AMOUNT, K.CHANGE_RATE):
            return None
        whole = paragraph.figures[paragraph.whole]
        if figure.start - whole.end > _FAR_PART:
            return None
        between = self.text[whole.end : figure.start]
        sum_like = figure.unit == whole.unit or figure.kind.breakdown is not None or "其中" in between
        if _NEW_SENTENCE.search(between) or figure.of_year != whole.of_year or not sum_like:
            return None
        return paragraph.whole if _INSIDE.search(between) and not _CLOSED.search(between) else None
