"""What the words beside a number make of it: by the rules of the lexicon, else by what was spoken of before."""

import re
from collections.abc import Iterator

import attrs

from govdisclosure.model import MetricKind as K
from govdisclosure.model import Unit
from govdisclosure.readers.narrative.figure import Figure
from govdisclosure.readers.narrative.lexicon import Rule, rules_of
from govdisclosure.readers.narrative.phrases import front_length, front_stripped, last_end, thing_start, trimmed
from govdisclosure.readers.narrative.position import REACH, Position
from govdisclosure.readers.narrative.relations import ONLY_IN_LIST, OTHER_OF, PART_OF_LIST
from govdisclosure.readers.narrative.words import (
    CHANGED_TO,
    GENERIC_STOP,
    LEADING_VERB,
    RATE_OF_RULE,
    SHARED,
    VERB_INSIDE,
)

__all__ = ["Context", "Naming"]

#: Kinds whose words begin with a verb that belongs to the name: 提起行政诉讼, 不属于本机关公开.
_NAMED_BY_VERB = frozenset(k for k in K if k.value.startswith(("requests_", "reviews", "lawsuits")))
#: Kinds whose words are not cut at their front: 本机关不掌握, 累计公开.
_WHOLE = frozenset((K.DISCLOSED_CUMULATIVE, K.ORGANIZATIONS, K.REQUESTS_UNABLE, K.REQUESTS_NOT_THIS_AGENCY))
_DAYS = (Unit.WORKING_DAY, Unit.CALENDAR_DAY)
#: Units of things that are published one by one.
_THINGS = frozenset({Unit.UNIT, Unit.TIME, Unit.BATCH, Unit.MATTER, Unit.PIECE, Unit.COPY})
_PUBLISHING = (
    "公开", "发布", "公布", "公示", "公告", "披露", "挂出", "收录", "推送", "刊登", "刊发", "更新", "上传",
)  # fmt: skip
_MEANS = re.compile(r"分别[是为]|的是")
_VERBS = re.compile(
    "|".join(
        [*_PUBLISHING, "编发", "印发", "编印", "编制", "制作", "发放", "提供", "采用", "张贴", "撰写", "编写", "起草"]
    )
)
#: Words that name a channel of publication: they stay in the words of its figures.
_CHANNEL = re.compile(r"网站|门户网|微博|微信|公众号|公报")
_BY_CHANNEL = frozenset((K.VIA_WEBSITE, K.VIA_WEIBO, K.VIA_WECHAT, K.VIA_GAZETTE))
_PLATFORM = re.compile(r"微博|微信|公众号|网站|抖音|头条号|新媒体")
_BY_PLATFORM = {
    "微博": K.VIA_WEIBO,
    "微信": K.VIA_WECHAT,
    "公众号": K.VIA_WECHAT,
    "抖音": K.VIA_OTHER,
    "头条号": K.VIA_OTHER,
    "新媒体": K.VIA_OTHER,
}
_STATES_OF_DOCUMENTS = (K.NORMATIVE_DOCUMENTS_IN_FORCE, K.NORMATIVE_DOCUMENTS_REPEALED)
_OF_ACCOUNTS = (K.ACCOUNTS, K.FOLLOWERS)
_PUSHED = re.compile(r"(?:推送|发布|编发|发表)[^，。；、]{0,10}\Z")
#: What stands between a figure and a part of it, or between two parts.
_LISTED = re.compile(r"其中|含|包括|分别|[（(：:、]")
#: The rest of a list.
_OTHERS = re.compile(r"(?:其[他它余])(?:的|类|各类|信息|申请|方面|方式|申请人|情形|内容)?")
#: How far from the number the naming words may end.
_FAR = 6


@attrs.define
class Context:
    """What a paragraph has spoken of so far: the year, the topic, the figures."""

    year: int
    topic: str = ""
    figures: list[Figure] = attrs.field(factory=list)
    #: The figure that 其中 would speak of, by its index.
    whole: int | None = None
    #: The last figure with each classifier.
    last_of_unit: dict[Unit | None, Figure] = attrs.field(factory=dict)


@attrs.frozen
class Naming(Position):
    """A number with what its paragraph has spoken of. ``spoken`` is the year that the words speak of."""

    paragraph: Context
    spoken: int

    def same_unit(self) -> Figure | None:
        """The last figure of the paragraph with this classifier."""
        return self.paragraph.last_of_unit.get(self.token.told)

    def named(self, words: str, *, offset: int, after: bool = False, rate: bool = False) -> Iterator[Figure]:
        """The figure that words beside the number name."""
        if _OTHERS.fullmatch(words) and (kind := self.rest_of_list()):
            yield self.figure(kind, words, offset, offset + len(words))
            return
        found = self.rule_for(words, rate=rate, after=after)
        if found is None:
            yield from self.generic(words, offset, after=after)
        elif found[0] is K.DISCLOSED_ITEMS and (account := self.account_kind()):
            pushed = _PUSHED.search(words) or found[1]
            yield self.figure(account, words[pushed.start() :], offset + pushed.start(), offset + len(words))
        elif found[0] is K.SHARE and not after and (shared := SHARED.search(words)):
            yield self.share(words[: shared.start()], offset, shared)
        else:
            kind, match = found
            begin, end = self.behind(kind, words, match) if after else before(kind, words, match)
            if not words.startswith("主动公开", begin) and kind not in _WHOLE:
                begin += front_length(words[begin:end])
            if kind in _BY_CHANNEL and (channel := _CHANNEL.search(words)) and begin > channel.start():
                begin = front_length(words[: channel.end()])
            label = words[begin:end].rstrip("的了 　")
            yield self.figure(kind, label, offset + begin, offset + begin + len(label))

    def behind(self, kind: K, words: str, match: re.Match[str]) -> tuple[int, int]:
        """The stretch of words behind a number that names its thing: up to where something else begins."""
        begin = 1 if words[0] in "以由" else 0
        if kind is K.ORGANIZATIONS:
            return begin + words[begin : match.end()].rfind("的") + 1, match.end()
        stop = GENERIC_STOP.search(words, 2)
        cut = stop.start() if stop else len(words)
        people = self.token.unit in (Unit.PERSON, Unit.PERSON_TIME)
        whole = match.re.search(words[:cut]) or kind is K.ONLINE_ITEMS or people
        return begin, cut if whole else match.end()

    def share(self, thing: str, offset: int, shared: re.Match[str]) -> Figure:
        """工作动态占61.2%, 网络申请119件，占76.28%: what the share is of, else the word 占 itself."""
        begin = front_length(thing)
        label = thing[begin:].rstrip("的合约")
        here = [f for f in self.paragraph.figures[-3:] if f.start >= self.sentence.start and f.unit is not Unit.PERCENT]
        if front_stripped(label):
            kind = K.FULL_TEXT_RATE if "全文电子化" in label else K.SHARE
            return self.figure(kind, label, offset + begin, offset + begin + len(label))
        label = here[-1].counted if here else shared.group()
        kind = K.FULL_TEXT_RATE if "全文电子化" in label else K.SHARE
        return self.figure(kind, label, offset + shared.start(), offset + shared.end())

    def rest_of_list(self) -> K | None:
        """What 其他 counts: the same as the figure before it in its sentence."""
        before = self.same_unit()
        if before is None or before.start < self.sentence.start:
            return None
        return OTHER_OF.get(before.kind, before.kind)

    def rule_for(self, words: str, *, rate: bool, after: bool) -> tuple[K, re.Match[str]] | None:
        """The kind that the first fitting rule gives these words, and the words that it went by."""
        said = self.text[max(self.sentence.start, self.token.start - REACH) : self.token.start]
        for rule in rules_of(self.token.unit, self.paragraph.topic):
            if rule.words.search(words) is None or not rule.fits(words, said):
                continue
            if match := beside(rule, words, after=after):
                return self.as_listed(rule.kind, match.group()), match
        if rate and (match := RATE_OF_RULE.match(words)):
            return K.DISCLOSURE_RATE, match
        return None

    def as_listed(self, kind: K, words: str) -> K:
        """涉及土地征收的23件，咨询养老保险的6件: in a list of what requests ask for, all its members are that.

        现行有效规章14件、规范性文件263件: what a list begins with holds for its next member.
        """
        listed = self.same_unit()
        if listed is None or listed.start < self.sentence.start:
            return kind
        joined = self.text[listed.end : listed.end + 1] == "、" and "规范性文件" in words
        if joined and kind is K.NORMATIVE_DOCUMENTS and listed.kind in _STATES_OF_DOCUMENTS:
            return listed.kind
        own = kind.value.startswith(("requests", "reviews", "lawsuits", "share"))
        if listed.kind is K.REQUESTS_PART and not own and self.left.rstrip().endswith("的"):
            return K.REQUESTS_PART
        return kind

    def generic(self, words: str, offset: int, *, after: bool) -> Iterator[Figure]:
        """A count of something that the lexicon does not name."""
        begin = 0
        if after:
            stop = GENERIC_STOP.search(words)
            label = words[: stop.start()] if stop else words
        else:
            begin = front_length(words)
            for verb in VERB_INSIDE.finditer(words, begin):
                begin = verb.end() if verb.end() < len(words) - 1 else begin
            begin += front_length(words[begin:])
            for link in _MEANS.finditer(words, begin, len(words) - 1):
                begin = link.end()
            label = words[begin:]
        label = label.strip(" 　的了")
        if (account := self.account_kind()) and (pushed := _PUSHED.search(words)):
            yield self.figure(account, pushed.group(), offset + pushed.start(), offset + pushed.end())
            return
        unit = self.token.unit
        changed = unit in _DAYS and CHANGED_TO.search(self.left)
        if not label or (unit.is_measure and unit.yuan is None and not changed):
            return
        if changed:
            begin = words.find(label)
            yield self.figure(K.PROMISED_TIME, label, offset + begin, offset + begin + len(label))
            return
        begin = words.find(label)
        yield self.figure(self.generic_kind(), label, offset + begin, offset + begin + len(label))

    def generic_kind(self) -> K:
        """The kind of a figure that no rule names: by its list, its topic, its verb."""
        token, topic = self.token, self.paragraph.topic
        if token.unit.yuan is not None:
            return K.OTHER_AMOUNT
        if re.search(r"(?:公开|公布|发布)的\Z", self.left.rstrip()) and "信息" in self.right:
            return K.DISCLOSED_ITEMS
        if topic == "requests" and token.unit in (Unit.PIECE, Unit.ITEM, Unit.CASE):
            return K.REQUESTS_PART
        listed = self.same_unit()
        opening = self.text.rfind("。", 0, token.start) + 1
        published = listed is not None and listed.kind in (K.DISCLOSED_ITEMS, K.DISCLOSED_PART)
        if listed and (listed.start >= opening or published) and listed.kind in PART_OF_LIST:
            part = listed.whole is not None or listed.kind not in ONLY_IN_LIST
            if part or _LISTED.search(self.text, listed.end, token.start):
                return PART_OF_LIST[listed.kind]
        return self.account_kind() or self.published_kind() or K.SUBJECT_COUNT

    def account_kind(self) -> K | None:
        """微信公众号11个，年推送3,208条: what an account that was just counted published."""
        last = self.paragraph.figures[-1:]
        counted = any(figure.start >= self.sentence.start and figure.kind in _OF_ACCOUNTS for figure in last)
        told = counted or self.paragraph.topic == "accounts"
        if not told or self.token.unit not in (Unit.ITEM, Unit.ISSUE, Unit.ARTICLE):
            return None
        said = self.text[max(self.sentence.start, self.token.start - REACH) : self.token.start]
        platforms = _PLATFORM.findall(said)
        return _BY_PLATFORM.get(platforms[-1]) if platforms else None

    def published_kind(self) -> K | None:
        """A part of what was published, where the verb before it or the list that it stands in says so."""
        unit, among = self.token.unit, self.paragraph.topic == "disclosed"
        clause = self.text[self.left_start : self.token.start]
        if unit is Unit.ISSUE and re.search(r"简报|快报|专报|内刊|工作动态", clause):
            return None
        if unit in _THINGS and re.search(r"公示|公布|公告|披露|挂出", clause):
            return K.DISCLOSED_PART
        if unit is Unit.ORGANIZATION and re.search(r"(?:公示|公布|公告)[^，。；]*名单", clause):
            return K.DISCLOSED_PART
        if unit is Unit.COPY:
            return K.DISCLOSED_PART if re.search(r"(?<!务)公开|发布", clause) else None
        if unit is Unit.PIECE and re.search(r"(?:发布|公开|公布)[^，。；]{0,16}文件\Z", trimmed(clause)):
            return K.DISCLOSED_PART
        if unit is Unit.PIECE:
            return K.DISCLOSED_PART if among and re.search(r"(?:类|信息|文件)\Z", trimmed(clause)) else None
        if unit not in (Unit.ITEM, Unit.ARTICLE, Unit.ISSUE):
            return None
        verbs = _VERBS.findall(self.text, max(self.sentence.start, self.token.start - REACH), self.token.start)
        published = verbs[-1] in _PUBLISHING if verbs else among
        return K.DISCLOSED_PART if published else None

    def figure(self, kind: K, label: str, begin: int, end: int) -> Figure:
        """The figure of this number under these words; an opening quotation mark is not left behind."""
        token = self.token
        if label.count("”") > label.count("“") and self.text[max(0, begin - 8) : begin].rfind("“") >= 0:
            opening = self.text.rfind("“", 0, begin)
            begin, label = opening, self.text[opening:begin] + label
        return Figure(
            kind=kind,
            value=token.value,
            unit=token.told,
            counted=label,
            start=min(begin, token.start),
            end=max(end, token.end),
            of_year=self.spoken,
            approximate=token.approximate,
        )


def before(kind: K, words: str, match: re.Match[str]) -> tuple[int, int]:
    """The stretch of words before a number that names its thing: from where the thing begins."""
    end = len(words)
    if kind is K.DISCLOSED_CUMULATIVE and match.group().startswith("累计"):
        return match.start(), end
    if kind in _NAMED_BY_VERB:
        begin = match.start()
    else:
        begin = min(thing_start(words, match.start()), match.start())
        front = front_length(words)
        if match.start() < front < match.end() and not words.startswith("主动公开", match.start()):
            begin = front
    if match.re.pattern.startswith("[^"):
        begin = last_end(LEADING_VERB, words, begin, match.end() - 2)
    if kind is K.ORGANIZATIONS:
        begin += words[begin:end].rfind("的") + 1
    return begin, end


def beside(rule: Rule, words: str, *, after: bool) -> re.Match[str] | None:
    """The match of a rule that is nearest to the number; bodies are counted only right beside it."""
    found = [match for match in rule.words.finditer(words) if match.group()]
    if not after:
        found = [match for match in found if len(words) - match.end() <= _FAR]
    if rule.kind is K.ORGANIZATIONS:
        found = [match for match in found if (match.start() == 0 if after else match.end() == len(words))]
    if not found:
        return None
    return found[0] if after else found[-1]
