"""Zeros in words: 未收到申请, 无行政复议和行政诉讼."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, takewhile

from govdisclosure.model import MetricKind as K
from govdisclosure.readers.narrative.figure import Figure
from govdisclosure.readers.narrative.tokens import Token
from govdisclosure.readers.narrative.words import PLAN, year_spoken_of

__all__ = ["zero_figures"]

#: Words that, denied, state a zero: what is denied, and the kind of its zero. In order, the first decides.
_ZEROS: tuple[tuple[K, re.Pattern[str]], ...] = (
    (K.REQUESTS_CHARGED, re.compile(r"收费通知书?")),
    (
        K.REQUESTS_BY_CHANNEL,
        re.compile(
            r"(?:网上|网络|当面|现场|信函|邮寄|传真|电子邮件|口头)(?:形式|方式|途径|渠道)?(?:的)?(?:申请(?!人)|\Z)"
        ),
    ),
    (K.LAWSUITS_RESULT, re.compile(r"败诉(?:案件)?")),
    (K.REVIEWS_RESULT, re.compile(r"(?:被)?纠错")),
    (K.LAWSUITS, re.compile(r"复议后(?:起诉|诉讼)")),
    (K.REVIEWS, re.compile(r"(?:被)?(?:申请|提起)?行政复议(?:案件|申请|情况)?|复议(?:案件|申请)?")),
    (
        K.LAWSUITS,
        re.compile(
            r"(?:被)?(?:提起)?(?:的)?行政诉讼案?件?|行政应诉(?:通知|案件)?|诉讼(?:应诉)?(?:案件|程序)?|应诉(?:通知|案件)?|起诉"
        ),
    ),
    (K.SUBJECT_COUNT, re.compile(r"行政事业性收费(?:项目)?|(?:被)?追究(?:相关)?责任|责任追究")),
    (K.REQUESTS_EXTENDED, re.compile(r"延期(?:答复|办理|办结)")),
    (K.FEES_WAIVED, re.compile(r"减免(?:费用|收费|情况)?|免除费用")),
    (
        K.REQUEST_FEES,
        re.compile(
            r"信息处理费|(?:收取)?[^，。、；]{0,16}(?:收费(?!标准|办法|依据|项目|通知)|费用)|(?:检索|复制|邮寄)费"
        ),
    ),
    (
        K.COMPLAINTS,
        re.compile(r"(?:被)?(?:行政)?(?:举报|投诉|申诉)(?:、?(?:举报|投诉|申诉))*(?:事项|案件|情况)?"),
    ),
    (K.OVERDUE_CASES, re.compile(r"(?:超期|超时|逾期)(?:未|不)?(?:办理|办结|答复|未办|办件|件|事项)?")),
    (K.BUDGET, re.compile(r"(?:专项|专门|独立)[^，。、；]{0,12}经费|工作经费")),
    (K.UNITS, re.compile(r"专门机构|专职机构")),
    (K.STAFF_FULL_TIME, re.compile(r"专职(?:工作)?人员")),
    (K.REQUESTS_REFUSED, re.compile(r"不予公开|不同意公开")),
    (K.REQUESTS_CARRIED_OUT, re.compile(r"结转(?:至|到)?下年度?(?:继续)?(?:办理)?")),
    (K.REQUESTS_CARRIED_IN, re.compile(r"上年度?(?:无)?结转")),
    (
        K.REQUESTS_RECEIVED,
        re.compile(
            r"依申请公开(?:政府信息)?(?:的)?(?:申请|事项|信息|件|受理)?|(?:政府)?(?:信息)?公开(?:的)?申请(?:事项)?|申请公开(?:政府信息)?|申请(?!人)"
        ),
    ),
    (
        K.INCIDENTS,
        re.compile(
            r"(?:失泄密|泄密|失密|信息安全|网络安全)(?:事件|事故|问题|情况)?|(?:安全)?(?:生产)?(?:责任)?(?:较大及以上|重大及以上|特别重大|重特大|较大以上|重大)?(?:突发)?(?:环境|食品安全|公共卫生|安全|道路交通|火灾)?(?:生产|责任)?(?:人员伤亡)?(?:事故|突发事件|环境事件|安全事件|卫生事件)|(?:重大)?(?:负面)?舆情"
        ),
    ),
    (K.NORMATIVE_DOCUMENTS, re.compile(r"(?:行政)?规范性文件|规章")),
    (K.COMPLAINTS, re.compile(r"来信来访|信访")),
    (K.REQUESTS_CARRIED_IN, re.compile(r"结转(?!至|到|下)")),
    (K.PRESS_CONFERENCES, re.compile(r"新闻发布会")),
    (K.ONLINE_INTERVIEWS, re.compile(r"在线访谈")),
)
_DENIAL = re.compile(
    r"(?:均|也|都|亦|既|暂|尚|从)?(?:未|没有?(?:[一1１][例次件])?|无(?:一[例次件]?)?|零)(?:对|因|就|发出|安排|列支|配备|收到|接到过?|开展|发生|出现|产生|收取|引发|设(?=信息|专)|设立|设置|进入|接收|受理|存在|涉及|因|有|被|有|发现|提起|向|制发|制定|出台|举办|召开|"
    r"引起|(?=减免|收费|败诉|结转|行政|举报|投诉|诉讼|复议|收费|超期|超时|逾期|专门|专职|申请|依申请|政府信息公开|上年|结转|失泄密|公民|以|通过|传真|信函|当面|网络|网上|不予|相关|有关|任何|延期|新|人员|因|独立))|不存在"
)
#: 较大及以上事故为零: a thing that is said to be nought, without a classifier.
_NOUGHT = re.compile(
    r"(?P<thing>[^，,。；：（）]{2,30}?)(?:均|都|数|数量)?(?:为|是)(?:零|0|０)(?![0-9０-９.．%％件起项次个条人元份家])"
)
_IS_NOUGHT = re.compile(r"[为是][零0０]")
#: A rate of nought: 败诉率为零.
_RATE = (K.SHARE, re.compile(r"[^，。、的]{1,8}率\Z"))
_SENTENCE = re.compile(r"[^。！？；;!?\n]+")
#: What ends what a denial reaches: a clause of another verb, a contrast.
_REACH = re.compile(r"但|而是|均(?!未|无|没)|已|全部|其中|按时|[，,](?!行政|诉讼|复议|举报|投诉|提起|申请(?!人)|被)")
_REACH_OF_NOUGHT = re.compile(r"[，,、]")
#: How far a denial reaches at most.
_FAR = 120
_PARTS = re.compile(r"、|,|和|及(?!时|以上)|或|与|以及|，")
_NOT_DENIED = re.compile(r"无法|无关|无理由|无正当|无条件|无偿|无障碍|未能|未按|未及时|未经|无误")


def zero_figures(text: str, found: tuple[Token, ...], year: int) -> Iterator[Figure]:
    """The zeros that a paragraph states in words, in order."""
    for sentence in _SENTENCE.finditer(text):
        words = sentence.group()
        if not (_DENIAL.search(words) or _IS_NOUGHT.search(words)) or PLAN.search(words):
            continue
        seen: set[tuple[str, int]] = set()
        for nought in _NOUGHT.finditer(words) if _IS_NOUGHT.search(words) else ():
            yield from _nought(sentence.start(), nought, year)
        for denial in _DENIAL.finditer(words):
            if _NOT_DENIED.match(words, denial.start()):
                continue
            spoken = year_spoken_of(words[max(0, denial.start() - _FAR) : denial.start()], year, year)
            for figure in _denied(sentence.start(), words, denial, found, spoken):
                if (figure.kind.value, figure.end) not in seen:
                    seen.add((figure.kind.value, figure.end))
                    yield figure


def _nought(base: int, nought: re.Match[str], year: int) -> Iterator[Figure]:
    """Each of the things that are said to be nought."""
    for piece in re.finditer(r"[^、和及]+", nought["thing"]):
        thing, start = piece.group(), base + nought.start() + piece.start()
        for kind, pattern in (_RATE, *_ZEROS):
            match = pattern.search(thing)
            if match and match.group():
                begin, end = start + match.start(), base + nought.end()
                yield Figure(
                    kind=kind, value=0, unit=None, counted=thing[match.start() :], start=begin, end=end, of_year=year
                )
                break


def _denied(base: int, words: str, denial: re.Match[str], found: tuple[Token, ...], year: int) -> Iterator[Figure]:
    begin = denial.end()
    reach = (_REACH_OF_NOUGHT if denial.group().startswith("零") else _REACH).search(words, begin, begin + _FAR)
    end = min(reach.start() if reach else len(words), begin + _FAR)
    first_number = bisect_left(found, base + begin, key=lambda token: token.start)
    numbers = list(takewhile(lambda t: t.start < base + end, islice(found, first_number, None)))
    one = next((t for t in numbers if t.value == 1 and not t.plain and t.start - base - begin < 2), None)  # noqa: PLR2004
    if stated := next((t for t in numbers if t is not one), None):
        end = words.rfind("，", begin, stated.start - base)  # 无行政诉讼，行政复议3件
        if end < 0:
            return
    at = begin
    pieces = [*_PARTS.finditer(words, begin, end), None]
    first = denial.start()
    for piece in pieces:
        stop = piece.start() if piece else end
        if named := _thing(words, at, stop):
            kind, start, stop_of_thing = named
            if kind is K.REQUEST_FEES:  # 检索、复制、邮寄费用 is one thing
                start = begin + 2 * words.startswith("任何", begin)
            yield Figure(
                kind=kind,
                value=0,
                unit=one.told if one else None,
                counted=words[start:stop_of_thing],
                start=base + (first if at == begin else start),
                end=base + stop_of_thing,
                of_year=year,
            )
        at = piece.end() if piece else stop


def _thing(words: str, at: int, stop: int) -> tuple[K, int, int] | None:
    """The kind of what is denied in a stretch of words, and where its words begin and end."""
    for kind, pattern in _ZEROS:
        match = None
        for match in pattern.finditer(words, at, stop):  # noqa: B007 - the last one names the thing
            pass
        if match and match.group():
            of_lawsuits = kind is K.REVIEWS_RESULT and "诉讼" in words and "复议" not in words
            return K.LAWSUITS_RESULT if of_lawsuits else kind, match.start(), match.end()
    return None
