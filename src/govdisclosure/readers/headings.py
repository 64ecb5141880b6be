"""Headings as bodies write them: how they are numbered, and which words head a required content of the report."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

import attrs

from govdisclosure.model import SectionKind
from govdisclosure.readers.lines import Line, without_blanks

__all__ = ["PATTERNS", "Heading", "content_of", "find_headings", "opens_section"]

#: How sections are numbered, outermost first.
PATTERNS: tuple[re.Pattern[str], ...] = (
    re.compile(r"第[一二三四五六七八九十]{1,3}(?:部分|章)[、：: 　]?"),
    re.compile(r"[一二三四五六七八九十]{1,3}[ 　]?[、.．，](?=[ 　\xa0]{0,9}[^ 　\xa0])"),
    re.compile(r"[（(][一二三四五六七八九十]{1,3}[)）][、.．]?"),
    re.compile(r"[0-9０-９]{1,2}(?:[、．]|\.(?![0-9]))"),
    re.compile(r"[（(][0-9０-９]{1,2}[)）]"),
)
#: Numbers and signs that only stand before a heading where the words behind them are those of a required content.
_LOOSE = re.compile(
    r"第[一二三四五六七八九十0-9０-９]{1,2}(?:部分|章|节|条|项)?[、，,：:.．]?"
    r"|[（(【\[]?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾]{1,2}|[\u2160-\u217f]{1,4}|[IVX]{1,4}"
    r"|[A-Ha-h]|[\u2460-\u249b\u24b6-\u24e9\u2776-\u277f\u3220-\u3229\u3280-\u3289])[)）】\]]?[、，,：:.．·—－-]{0,2}"
    r"|[#■◆●★▲▶►§•◎※·*◇□○〇—－-]{1,3}"
)
#: A number that stands alone: its words are on the next line.
_ALONE = re.compile(
    r"第[一二三四五六七八九十]{1,3}(?:部分|章)[、：:]?|[一二三四五六七八九十]{1,3}[ 　]?[、.．，,：:]"
    r"|[（(][一二三四五六七八九十]{1,3}[)）][、.．]?"
)
#: A line of a table of contents.
_CONTENTS_LINE = re.compile(r"(?:[.．…·⋯]{2}|\t|[ 　]{3})[ 　]?[0-9０-９]{1,3}\Z")
#: What every required content is called by; a quick look before its patterns.
_HINT = re.compile(r"情况|概述|概况|总述|问题|事项|不足")
_WORK = r"(?:政府信息公开|政务公开|信息公开)?(?:工作)?(?:中)?的?"
_AND = r"(?:及其|以及|[及和与、，,或])"
#: The words by which the forms, and bodies, call the contents that the regulations of 2007 and 2019 ask for.
_WORDS: dict[SectionKind, tuple[str, ...]] = {
    SectionKind.OVERVIEW: (
        rf"{_WORK}(?:总体|基本|整体)(?:工作)?(?:开展)?(?:情况|概况)(?:概述)?",
        rf"{_WORK}(?:概述|概况|总述)",
    ),
    SectionKind.PROACTIVE: (
        r"(?:行政机关|本机关|本单位)?主动公开(?:政府|政务)?(?:信息)?的?(?:工作)?(?:开展)?情况",
        r"(?:政府|政务)?信息主动公开的?(?:工作)?情况",
    ),
    SectionKind.ON_REQUEST: (
        rf"(?:行政机关)?(?:收到(?:{_AND}?处理)?|受理{_AND}?(?:办理|处理))(?:政府)?信息(?:公开)?申请的?(?:处理|办理)?的?情况",
        r"(?:政府信息)?依申请公开(?:政府)?(?:信息)?的?(?:工作)?(?:办理|受理|处理)?的?情况",
        rf"(?:政府)?信息公开申请的?(?:(?:收到|受理|办理|处理){_AND}?){{0,2}}的?情况",
    ),
    SectionKind.REVIEW_LITIGATION: (
        (
            r"因?(?:政府)?(?:信息公开)?(?:工作)?(?:申请)?(?:被|引起的?|引发的?)?(?:申请|提起)?"
            rf"(?:行政)?复议{_AND}?被?(?:提起)?(?:行政)?诉讼(?:{_AND}?(?:举报|投诉|申诉)){{0,2}}的?情况"
        ),
    ),
    SectionKind.FEES: (rf"{_WORK}(?:政府信息)?收费{_AND}?(?:减免)?的?情况",),
    SectionKind.PROBLEMS: (
        (
            rf"{_WORK}存在的?(?:主要)?(?:困难|问题|不足)(?:{_AND}?(?:不足|困难|问题))?"
            rf"(?:{_AND}?(?:今后|下一步)?的?(?:改进|整改)?的?(?:工作)?(?:情况|措施|打算|意见|建议|办法|方向|计划|思路))?"
        ),
        rf"{_WORK}主要问题{_AND}(?:改进|整改)(?:情况|措施)",
    ),
    SectionKind.OTHER_MATTERS: (
        r"其[他它](?:需要|需|须|应当|应)(?:报告|说明|报送)的?(?:有关)?(?:事项|情况|内容)",
        r"需要(?:报告|说明)的其[他它]事项",
    ),
    SectionKind.RESPONSE: (r"(?:政策)?(?:回应解读|解读回应)(?:工作)?情况",),
    SectionKind.KEY_AREAS: (r"(?:推进)?重点领域(?:政府)?信息公开(?:工作)?的?情况",),
    SectionKind.ORGANIZATION: (rf"机构建设{_AND}?(?:人员|保障)?(?:经费)?{_AND}?(?:会议)?{_AND}?(?:培训)?的?情况",),
}
_CONTENTS = {kind: re.compile("|".join(words)) for kind, words in _WORDS.items()}
#: A heading with the text of its section behind it.
_RUN_IN = re.compile(r"[^。；！？，,0-9０-９：:]{2,30}[。：:](?=.)")
_DRESS = '《》“”"【】[]〔〕「」<>：:。.；;*#＊ '
#: The most characters of a heading, of a line with one that is spaced out, and of a number that stands alone.
LONGEST, _LONGEST_LINE, _LONGEST_NUMBER = 45, 100, 8
_SENTENCE = ("。", "；", ";", "！", "？")
#: Lines that are set like headings and are none.
_NO_HEADING = re.compile(
    r"\A(?:附?[表图]|单位[:：]|注[:：]|[0-9０-９./\- 　年月日号]{1,20}\Z)|[表图](?:[（(][^）)]{0,20}[)）])?\Z"
)
#: Numbers of the two outermost kinds need nothing to say that they are outermost.
_STEP = 100
_OUTER = 2 * _STEP
#: The rank of sections that stand above all numbers, and of a heading that is bold and has neither number nor level.
_RAISED, _SHOWN = 0, 6 * _STEP


@attrs.frozen
class Heading:
    """A heading: how deep it stands, its number, where its words begin in its first line, and its number of lines."""

    rank: int
    number: str | None
    begin: int
    lines: int = 1


@attrs.frozen
class _Seen:
    """What a line could head: its rank by its number, the number, where its words begin, which content they name."""

    rank: int | None
    number: str
    begin: int
    kind: SectionKind | None
    lines: int = 1


@lru_cache(maxsize=4096)
def content_of(words: str) -> SectionKind | None:
    """The required content that the words of a heading name; ``None`` for other words."""
    plain = without_blanks(words).strip(_DRESS).removeprefix("关于")
    if len(plain) > LONGEST or not _HINT.search(plain):
        return None
    return next((kind for kind, pattern in _CONTENTS.items() if pattern.fullmatch(plain)), None)


def opens_section(text: str) -> bool:
    """Whether a line heads a required content, with a number or without."""
    return len(text) <= _LONGEST_LINE and _seen(text).kind is not None


def _seen(text: str) -> _Seen:
    """What a line could be the heading of."""
    rank, number = _numbering(text)
    begin = _words_at(text, len(number))
    kind = _content(text, begin)
    if len(text) > _LONGEST_LINE:
        return _Seen(rank, number, begin if rank else 0, kind)
    if _CONTENTS_LINE.search(text):
        return _Seen(None, "", 0, None)
    if rank is None and kind is None and (loose := _LOOSE.match(text)):
        begin = _words_at(text, loose.end())
        if kind := _content(text, begin):
            return _Seen(None, loose.group(), begin, kind)
        rank, number = _numbering(text[begin:])
        if rank and (kind := _content(text, _words_at(text, begin + len(number)))):
            return _Seen(rank, text[: begin + len(number)], _words_at(text, begin + len(number)), kind)
        rank, number = None, ""
    return _Seen(rank, number, begin if rank else 0, kind)


def _numbering(text: str) -> tuple[int | None, str]:
    for rank, pattern in enumerate(PATTERNS):
        if match := pattern.match(text):
            return (rank + 1) * _STEP, match.group()
    return None, ""


def _words_at(text: str, begin: int) -> int:
    return len(text) - len(text[begin:].lstrip(" 　\xa0"))


def _content(text: str, begin: int) -> SectionKind | None:
    """The content that the words of a line name, alone or before the text of the section."""
    if len(text) - begin <= 2 * LONGEST and (kind := content_of(text[begin:])):
        return kind
    run_in = _RUN_IN.match(text, begin) if _HINT.search(text, begin, begin + LONGEST) else None
    return content_of(run_in.group()) if run_in else None


def find_headings(lines: Sequence[Line], levels: Mapping[int, int | None] | None = None) -> dict[int, Heading]:
    """The headings of a text by the indexes of their lines.

    ``levels`` are the lines that the markup shows as headings, with their levels; ``None`` for lines that are bold.
    """
    levels = levels or {}
    seen = {i: found for i in range(len(lines)) if (found := _at(lines, i)).rank or found.kind or i in levels}
    _drop_lists_of_contents(seen, lines)
    top, raised = _top(seen)
    numbered = {one.kind for one in seen.values() if one.kind and one.rank and one.rank in (top, raised)}
    shown = _ranks_of_levels(seen, levels)
    made: dict[int, Heading] = {}
    behind = 0
    for i, one in seen.items():
        if i < behind:
            continue
        rank = top if one.kind and one.rank and one.rank == raised else one.rank
        if rank is None and one.kind and one.kind not in numbered:
            numbered.add(one.kind)
            rank = top
        elif rank is None and i in levels and _may_head(lines[i].plain):
            rank = shown.get(levels[i], _SHOWN)
        if rank is not None:
            made[i] = Heading(rank, one.number or None, one.begin, one.lines)
            behind = i + one.lines
    return made


def _at(lines: Sequence[Line], i: int) -> _Seen:
    """What a line could head, together with the next one where its words are broken, also behind the number."""
    text = lines[i].plain
    found = _seen(text)
    if found.kind or i + 1 == len(lines) or not (found.rank or len(text) <= _LONGEST_NUMBER) or len(text) > LONGEST:
        return found
    following = lines[i + 1].plain
    if len(following) > LONGEST or following.endswith(_SENTENCE) or _numbering(following)[0]:
        return found
    if found.rank and found.begin < len(text):
        kind = content_of(text[found.begin :] + following)
        return attrs.evolve(found, kind=kind, lines=2) if kind else found
    if _ALONE.fullmatch(text):
        return _Seen(_numbering(f"{text}。")[0], text, len(text), content_of(following), lines=2)
    if _LOOSE.fullmatch(text) and (kind := content_of(following)):
        return _Seen(None, text, len(text), kind, lines=2)
    return found


def _drop_lists_of_contents(seen: dict[int, _Seen], lines: Sequence[Line]) -> None:
    """Leave out headings that follow each other without a word between them and all come again."""
    words = {i: without_blanks(lines[i].plain) for i, one in seen.items() if one.kind}
    for run in _runs(seen, words):
        later = {text for i, text in words.items() if i > run[-1]}
        if len(run) > 2 and later.issuperset(words[at] for at in run):  # noqa: PLR2004 - two may be a pair
            for at in run:
                del seen[at]


def _runs(seen: Mapping[int, _Seen], words: Mapping[int, str]) -> list[list[int]]:
    """Headings of contents that follow each other, each but once."""
    runs: list[list[int]] = [[]]
    for i in words:
        run = runs[-1]
        if run and (i != run[-1] + seen[run[-1]].lines or words[i] in [words[at] for at in run]):
            runs.append([])
        runs[-1].append(i)
    return runs


def _top(seen: Mapping[int, _Seen]) -> tuple[int, int | None]:
    """The rank of the required contents, and the rank by their numbers of those that stand higher than it says.

    Bodies number the contents 1. or （一） too: where nothing stands above these, they are the outermost sections.
    """
    outermost = [one.rank for one in seen.values() if one.kind and one.rank and one.rank <= _OUTER]
    if outermost:
        return min(outermost), None
    above: int | None = None
    for one in seen.values():
        if one.kind:
            return (above, None) if above and above < (one.rank or _SHOWN) else (_RAISED, one.rank)
        if one.rank and (above is None or one.rank < above):
            above = one.rank
    return _RAISED, None


def _ranks_of_levels(seen: Mapping[int, _Seen], levels: Mapping[int, int | None]) -> dict[int | None, int]:
    """How deep headings stand that the markup alone shows: as the numbered ones of their level, or below."""
    known: dict[int, int] = {}
    for i, level in levels.items():
        if level and i in seen and (rank := seen[i].rank):
            known[level] = min(rank, known.get(level, rank))
    found: dict[int | None, int] = {}
    for level in {one for one in levels.values() if one}:
        above = [rank for other, rank in known.items() if other < level]
        found[level] = known[level] if level in known else max(above) + level if above else level
    return found


def _may_head(text: str) -> bool:
    """Whether a line that is set like a heading can be one: no sentence, no title of a table, no number alone."""
    return len(text) <= LONGEST and not text.endswith((*_SENTENCE, "，", "、")) and not _NO_HEADING.search(text)
