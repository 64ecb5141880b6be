"""Figures of a paragraph: which number counts what.

Each number is looked at with the words beside it, up to the next mark or number. The lexicon says what the
words make of it; what it does not know becomes a generic count, or nothing where the words name no thing.
"""

import re
from collections.abc import Iterator

import attrs

from govdisclosure.model import MetricKind as K
from govdisclosure.model import Unit
from govdisclosure.readers.narrative.figure import Figure, Sentence, sentences
from govdisclosure.readers.narrative.lexicon import SUM_OF, TOPIC_OF
from govdisclosure.readers.narrative.naming import Context, Naming
from govdisclosure.readers.narrative.phrases import front_length, front_stripped, members, topic_in, trimmed
from govdisclosure.readers.narrative.position import REACH
from govdisclosure.readers.narrative.tokens import Token
from govdisclosure.readers.narrative.words import (
    ATTRIBUTE_WORDS,
    AVERAGE,
    CHANGE,
    CHANGED_FROM,
    CHANGED_TO,
    COMING,
    COMPARED,
    FALL,
    IDLE_RIGHT,
    IS,
    LEGAL,
    OUTCOME_WORDS,
    PLAN,
    MONEY,
    PEOPLE,
    PLAN_OPENING,
    RATE_OF_RULE,
    SAME_AGAIN,
    SLOGAN,
    SPREAD,
    year_spoken_of,
)

__all__ = ["figures"]

#: Figures that a comparison can speak of: no more than these last ones.
_RECENT = 12
#: Characters from a whole to the last of its parts.
_FAR_PART = 400
#: Numbers that one list can hold.
_LONGEST_LIST = 24
_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")
#: Words before the sum of a list.
_SUM = re.compile(r"(?:(?:[一二两三四五]项|以上|各项|两者)?(?:合计|总计|累计|共计|总数|相加)(?:为|达|约)?)")
#: Behind the number of requests that were decided in one way.
_REQUESTS_BEHIND = re.compile(r"(?:政府信息公开)?(?:申请|信息)?(?:中|里)?")
#: What stands between the numbers of one list.
_LIST_LINK = re.compile("、|和|及|，|与")


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
            consumed = token.end
            if token.start not in taken:
                for figure in here.read():
                    self.add(figure, here)
                    consumed = max(consumed, figure.end)
            previous_end = token.end

    def topic_at(self, words: str, opening: int) -> str:
        """What is spoken of after these words: what they name, else what was spoken of before."""
        if self.topic == "documents" and ATTRIBUTE_WORDS.search(trimmed(words.rstrip("，：:“” "))):
            return self.topic
        if OUTCOME_WORDS.search(words) and self.topic != "documents" and topic_in(words) in ("", "disclosed"):
            return "requests"
        here = self.topic != "cases" or any(figure.start >= opening for figure in self.figures[-1:])
        return topic_in(words, self.topic if here else "") or self.topic

    def is_plan(self, sentence: Sentence) -> bool:
        """Whether a sentence speaks of what is to come; a plan reaches from its opening words to the full stop."""
        if self.text[sentence.start - 1 : sentence.start] in ("。", "！", "？", "\n") or not sentence.start:
            self.planned = False
        words = self.text[sentence.start : sentence.end]
        coming = _year_in(words, self.year + 1) and COMING.search(words)
        here = bool(PLAN.search(words) or PLAN_OPENING.search(words) or coming)
        reaches = coming or PLAN_OPENING.search(words) or ("：" in words and PLAN.search(words))
        told = here or self.planned
        self.planned = self.planned or bool(reaches)
        return told

    def add(self, figure: Figure, here: "_Here") -> None:
        whole = here.whole_of(figure)
        self.figures.append(attrs.evolve(figure, whole=whole))
        self.last_of_unit[figure.unit] = figure
        self.topic = TOPIC_OF.get(figure.kind) or self.topic
        if whole is None and figure.unit is not Unit.PERCENT:
            self.whole = len(self.figures) - 1


@attrs.define
class _Here(Naming):
    """A number while it is read: every way in which words can say what it counts."""

    def read(self) -> Iterator[Figure]:
        if self.is_none():
            return
        raw = self.left.rstrip(" 　")
        if CHANGED_FROM.search(raw) or CHANGED_TO.search(raw):
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

    def is_none(self) -> bool:
        """Whether the number is no figure: a limit of the law, a price, a frequency, a slogan, half a name."""
        token, left, right = self.token, self.left, self.right
        if re.search(r"(?<!文)(?<!规)章\Z|附录\Z|(?<![环细季])节\Z|届\Z|部分\Z", left) or right.startswith("章"):
            return True
        if SLOGAN.match(right) and token.unit in (Unit.UNIT, Unit.MATTER, Unit.CATEGORY, Unit.SCORE):
            return True
        frequent = re.search(r"每(?:[一两三四五六七八九十]|[年月季度周日天次页件个人份半]){0,3}[^，。]{0,4}\Z", left)
        if frequent and not re.search(r"平均每|每期", left):
            return True
        if token.unit in (Unit.WORKING_DAY, Unit.CALENDAR_DAY):
            clause = self.text[max(self.sentence.start, token.start - 24) : token.start]
            named = re.search(r"平均|承诺|缩短|压缩|用时|时限|实际|减少|提速|提前", clause)
            again = self.same_unit() is not None and SAME_AGAIN.match(left)
            return bool(LEGAL.search(left)) or not (named or again)
        if "之一" in right:
            return True  # 四项制度之一
        single = (Unit.UNIT, Unit.TIME, Unit.MATTER, Unit.CATEGORY, Unit.PERSON)
        if not token.plain and token.value == 1 and token.unit in single and (right or not trimmed(left)):
            return True
        if self.text.startswith(("以下", "以内", "为一档", "为限", "及以下"), token.end):
            return True
        if left.endswith(("超过", "不足", "少于")) and right.startswith("的"):
            return True  # 超过1000条的不再显示
        if self.text.startswith(("100%", "百分之百", "100％", "100﹪"), token.end):
            return True
        return token.unit is Unit.UNIT and right == "" and not trimmed(left)

    def plain(self, left: str) -> Iterator[Figure]:
        """A figure by the words on one side of its number; the first way that names something is taken."""
        if self.token.unit is not Unit.PERCENT:
            left = re.sub(r"占了?\Z", "", left)
        for way in (self.by_rate_first, self.by_what_follows, self.by_sum, self.by_figure_before, self.by_words_around):
            if found := list(way(left)):
                return iter(found)
        return self.named(left, offset=self.left_start) if left and not self.names_behind(left) else iter(())

    def by_rate_first(self, left: str) -> Iterator[Figure]:
        """百分之百公开: a rate that stands before what it says."""
        if self.token.unit is Unit.PERCENT and RATE_OF_RULE.match(self.right):
            if "、" in left:
                yield from self.over_all(left)
            elif not front_stripped(left):
                yield from self.named(self.right, offset=self.token.end, after=True, rate=True)

    def by_what_follows(self, _: str) -> Iterator[Figure]:
        """44个部门, and 9大类、37项行政审批事项: what stands behind the number, whatever stands before it."""
        if body := self.body_behind():
            yield from body
        elif self.token.unit is Unit.PERSON and PEOPLE.match(self.right):
            yield from self.named(self.right, offset=self.token.end, after=True)
        elif self.token.unit.yuan is not None and MONEY.match(self.right):
            yield from self.named(self.right, offset=self.token.end, after=True)
        elif self.heads_next():
            following = attrs.evolve(self, index=self.index + 1)
            yield from self.named(following.right, offset=following.token.end, after=True)

    def body_behind(self) -> list[Figure]:
        """44个部门 counts bodies, whatever they did; 2个工作机构 counts what the lexicon makes of it."""
        body = self.is_body(self.right)
        if body is None:
            return []
        if body.group().endswith("机构"):
            return list(self.named(self.right, offset=self.token.end, after=True))
        end = self.token.end + body.end()
        return [self.figure(K.ORGANIZATIONS, body.group(), self.token.end, end)]

    def by_sum(self, left: str) -> Iterator[Figure]:
        """网络12件、信函3件，合计15件: the figures before say what is added up."""
        said = _SUM.fullmatch(self.left.strip(" ，、"))
        before = self.same_unit()
        if said is None or left or (self.right and not IDLE_RIGHT.match(self.right)):
            return
        if before is not None and before.start >= self.sentence.start:
            kind = SUM_OF.get(before.kind, before.kind)
            yield self.figure(kind, said.group(), self.token.start - len(said.group()), self.token.start)

    def by_figure_before(self, left: str) -> Iterator[Figure]:
        """较2015年（689条）, 日均10件: the figure before says what is counted."""
        if (left and SAME_AGAIN.match(left)) or (not front_stripped(left) and not self.right):
            yield from self.same_again()
        elif (average := AVERAGE.search(left)) and (same := self.same_unit()):
            yield self.figure(same.kind, average.group(), self.left_start + average.start(), self.token.start)

    def by_words_around(self, left: str) -> Iterator[Figure]:
        """Words behind the number where those before it lead to it; else the clause before."""
        if self.decided_before(left):
            yield from self.named(left, offset=self.left_start)
        elif self.names_behind(left):
            copula = IS.match(self.right)
            skipped = copula.end() if copula else 0
            yield from self.named(self.right[skipped:], offset=self.token.end + skipped, after=True)
        elif not front_stripped(left) and (earlier := self.earlier_words() or self.words_before()):
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

    def same_again(self) -> Iterator[Figure]:
        """较2015年（689条）, 9大类67项, 为上年的1.6倍: the figure before says what is counted."""
        if not self.index:
            return
        token = self.token
        between = self.text[self.sentence.tokens[self.index - 1].end : token.start]
        here = [f for f in self.paragraph.figures[-_RECENT:] if f.start >= self.sentence.start]
        if token.unit is Unit.MULTIPLE:
            times = re.match(r"，?[^，。]{0,10}(?:为|是|相当于)[^，。]{0,8}的\Z", between)
            found = [f for f in here if f.unit is not Unit.PERCENT] if times else []
            kind = K.MULTIPLE
        else:
            compared = (SAME_AGAIN.match(between) and any(y in between for y in "年期")) or between in (
                "",
                "、",
            )
            found = [f for f in here if f.unit == token.unit or between in ("", "、")] if compared else []
            kind = found[-1].kind if found else K.SHARE
        if not found:
            return
        label = found[-1].counted
        if kind is K.APPROVAL_CATEGORIES and token.unit is not Unit.CATEGORY:
            kind = K.APPROVAL_ITEMS
        yield self.figure(kind, label, token.start, token.end)

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
            label = member[front_length(member) :]
            yield self.figure(K.DISCLOSURE_RATE, label, at + len(member) - len(label), at + len(member))

    def listed(self) -> list[Figure]:
        """A、B和C分别为1件、2件和3件: each number counts the member at its place."""
        first = self.index
        while first > self.index - _LONGEST_LIST and first and _LIST_LINK.fullmatch(self.between(first)):
            first -= 1
        head = self.between(first)
        cut = re.search(
            r"(?:分别|依次)(?:为|是|达|达到|有|占|公开|发布|较上年|比上年|同比)?(?P<change>增长|下降|减少|增加|提高)?\Z",
            head,
        )
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
        if len(things) == 1:
            return list(self.named(things[0][1], offset=things[0][0]))[:1]
        return []

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
                label = member[front_length(member) :]
                out.append(self.figure(last.kind, label, at + len(member) - len(label), at + len(member)))
        return out

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
        if re.search(r"。(?!其中|从|按)", between) or figure.of_year != whole.of_year or not sum_like:
            return None
        inside = re.search(r"其中|[（(：:]|包括|分别(?:为|是)", between)
        return paragraph.whole if inside and not re.search(r"[；;）)]", between) else None
