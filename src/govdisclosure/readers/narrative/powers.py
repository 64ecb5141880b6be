"""Power lists in sentences: a total and its categories, told apart from other figures that speak of powers."""

import re
from collections.abc import Iterator

import attrs

from govdisclosure.model import ExtraCategory, PowerCategories, PowerList, Unit
from govdisclosure.readers.narrative.tokens import Token

__all__ = ["FoundPowers", "find_powers"]

#: What stands right before the number of a category. The older categories have no field of their own.
_CATEGORY = re.compile(
    r"(?P<older>非行政许可审批|行政(?:审批|监督|征用|规划|指导|合同|监察|备案|年检))|(?:行政)?(?P<name>许可|处罚|强制|征收|给付|检查|确认(?!职权|权力)|奖励|裁决)"
    r"|(?P<other>其[他它余](?:类别|类)?(?:行政)?(?:权力|职权|权利|事项)?(?:类别|类)?)"
)
_CODES = {
    "许可": "licensing",
    "处罚": "punishment",
    "强制": "coercion",
    "征收": "levy",
    "给付": "payment",
    "检查": "inspection",
    "确认": "confirmation",
    "奖励": "reward",
    "裁决": "adjudication",
}
#: What may stand between a category and its number.
_LINK = re.compile(
    r"(?:（审批）|\(审批\)|（许可）|类|事项|权力|权|职权|方面|措施|行为)?(?:(?:最多|次之|最少|居次)[，,])?"
    r"(?:共|有|为|计|占了?|[：:（(])?[ 　]*\Z"
)
_TOTAL = re.compile(
    r"(?:行政)?(?:权力|(?<!依)职权|权责|执法权)(?:清单)?(?:和责任)?(?:清单)?"
    r"(?:列入|纳入|包含|涉及|包括|确认|公布|保留)?(?:的)?(?:事项|项目)?(?:总[数量])?(?:中|内)?"
    r"(?:共列入|共纳入|列入|纳入|涉及|包含|共计|合计|总计|共有|共|计|总数|升至|增至|为|达到?|有"
    r"|由[^，。]{2,14}(?:调整|精简|减少|压缩|压减|缩减|变更|变|增加)(?:为|到|至))*[ 　]*\Z"
)
#: What is left of the powers once they were cleared.
_KEPT = re.compile(r"(?:最终|目前|现|确认|决定|调整后|清理后)(?:保留|剩余|实?有)\Z|\A[，,]?保留\Z")
#: A list with no classifier: 许可13、处罚167、强制14.
_BARE = re.compile(
    rf"(?:{_CATEGORY.pattern})(?:类|事项)?[：: ]?"
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3}|[0-9]{0,4}))(?=[、，,。；;）)]|\Z)"
)
_BARE_END = re.compile(r"[0-9](?=[、，,。；;）)]|\Z)")
#: Fewer categories are no list.
_LIST = 3
#: One number for several categories: 行政奖励、行政裁决和其他类各1项; several in turn: 分别为9项、134项.
_EACH = re.compile(r"[^，,。；：]{2,40}各\Z")
_IN_TURN = re.compile(r"(?:分别|依次)[为是有]\Z")
#: The words around a total that is no total: some powers were changed, or are those of a part.
_NO_TOTAL = re.compile(
    r"(?:取消|下放|承接|新增|调整(?!后)|清理出|划转|减少|增加|公共服务|责任)[^，。；]{0,4}(?:行政)?(?:权力|职权)|依申请|依职权|小微权力"
)
_FORMER = re.compile(r"由[^，。]{0,8}\Z|(?:上年|去年|原来|原有|20[0-9]{2}年)的?\Z|原有|年底有")


@attrs.frozen
class FoundPowers:
    """A power list, the numbers it takes, and the words of each by the path below ``powers``."""

    powers: PowerList
    taken: frozenset[int]
    spans: dict[str, tuple[int, int]]


def find_powers(text: str, found: tuple[Token, ...]) -> FoundPowers | None:
    """The first power list of a paragraph; ``None`` if it states none."""
    counts = _counted_as(text, found)
    counts = sorted([*counts, *_bare_counts(text, counts)], key=lambda token: token.start)
    if not counts:
        return None
    categories = list(_categories_in_turn(text, counts)) or list(_categories(text, counts))
    first = categories[0][1].start if len(categories) > 1 else None
    total = (
        _total(text, counts, first)
        or _total_by_sum(text, counts, categories)
        or _total_behind(text, counts, categories)
        or _total_kept(text, counts, first)
    )
    if total is None and len(categories) < 3:  # noqa: PLR2004 - two figures of permits and punishments are no list
        return None
    if total is None and {path for path, *_ in categories} <= {"extra", "categories.licensing"}:
        return None  # permits and approvals alone are matters of approval
    if total is None:
        categories = [c for c in categories if not re.search(r"公示|公开", text[max(0, c[1].start - 16) : c[1].start])]
    return _made(text, total, categories if len(categories) > 1 else [])


def _counted_as(text: str, found: tuple[Token, ...]) -> list[Token]:
    """The numbers with the classifier that powers are counted by: 项, in some lists 个 or 条."""
    whole = [token for token in found if isinstance(token.value, int)]
    if re.search(r"权力|职权|权责", text):
        for unit in (Unit.UNIT, Unit.ITEM):
            counts = [token for token in whole if token.unit is unit]
            if len(list(_categories(text, counts))) > 2:  # noqa: PLR2004 - fewer are no list
                return counts
    return [token for token in whole if token.unit is Unit.MATTER]


def _bare_counts(text: str, counts: list[Token]) -> list[Token]:
    """The numbers of a list of at least three categories that has no classifiers."""
    if len(_BARE_END.findall(text)) < _LIST:
        return []
    known = {token.start for token in counts}
    bare = [match for match in _BARE.finditer(text) if match.start("number") not in known]
    if len(bare) < _LIST:
        return []
    return [
        Token(
            match.start("number"),
            match.end("number"),
            int(match["number"].replace(",", "")),
            Unit.MATTER,
            approximate=False,
            plain=True,
        )
        for match in bare
    ]


def _names(words: str) -> list[re.Match[str]]:
    """The names of categories in an enumeration; none if it holds anything else."""
    pieces = [_CATEGORY.match(piece) for piece in re.split(r"、|和|及|以及|与", words.strip("，, "))]
    return [piece for piece in pieces if piece] if all(pieces) else []


def _path(name: re.Match[str]) -> tuple[str, str]:
    """Path and label of a category."""
    if name["older"]:
        return "extra", name["older"]
    return f"categories.{'other' if name['other'] else _CODES[name['name']]}", name.group()


def _categories_in_turn(text: str, counts: list[Token]) -> Iterator[tuple[str, Token, int, str]]:
    """许可、处罚和检查三类，分别为9项、134项和5项."""
    for index, token in enumerate(counts):
        opening = _IN_TURN.search(text, max(0, token.start - 4), token.start)
        if opening is None:
            continue
        begin = max(text.rfind(mark, 0, opening.start()) for mark in "。；：") + 1
        for clause in re.split(r"[，,]", text[max(begin, opening.start() - 120) : opening.start()]):
            named = re.sub(r"\A(?:[^按，]{0,12}按照?|其中)|(?:[一二三四五六七八九十]|[0-9]{1,2})类.*\Z", "", clause)
            names = _names(named)
            values = counts[index : index + len(names)]
            if len(names) > 2 and len(values) == len(names):  # noqa: PLR2004
                for name, value in zip(names, values, strict=True):
                    path, label = _path(name)
                    yield path, value, value.start, label
                return


def _categories(text: str, counts: list[Token]) -> Iterator[tuple[str, Token, int, str]]:
    """Numbers right behind the name of a category: path, token, start of the words, label."""
    sentence = -1
    for token in counts:
        begin = max(0, token.start - 14)
        before = text[begin : token.start]
        named = None
        if each := _EACH.search(text, max(0, token.start - 60), token.start):
            for name in _names(each.group()[:-1]):
                path, label = _path(name)
                yield path, token, token.start, label
            continue
        for match in _CATEGORY.finditer(before):
            if _LINK.match(before, match.end()):
                named = match
        if (
            named is None
            and (behind := _CATEGORY.match(text, token.end))
            and re.match(r"(?:事项|类)?(?:[、，,。；;和以）)]|\Z)", text[behind.end() :])
        ):
            named, begin = behind, 0
        if named is None:
            continue
        stop = text.rfind("。", 0, token.start)
        if sentence not in (-1, stop) and not named["other"]:
            continue
        if named["other"] and sentence != stop:
            continue
        sentence = stop
        path, label = _path(named)
        yield path, token, min(begin + named.start(), token.start), label


def _total(text: str, counts: list[Token], first: int | None) -> tuple[Token, int] | None:
    """The number that says how many powers there are in all: before the categories, or alone."""
    best: tuple[Token, int] | None = None
    for token in counts:
        if first is not None and token.start >= first:
            break
        begin = max(max(text.rfind(mark, 0, token.start) for mark in "，。；：") + 1, token.start - 200)
        before = text[begin : token.start]
        match = _TOTAL.search(before)
        if match and not _NO_TOTAL.search(before) and not _FORMER.search(before):
            best = token, begin + match.start()
            if first is None:
                break  # a further total alone is that of another list
        elif first is None and re.match(r"(?:行政)?(?:权力|职权)(?:事项)?", text[token.end : token.end + 8]):
            if re.search(r"共有|共|梳理出?|保留|现有|确认|涉及|公布\Z", before) and not re.search(
                r"对\Z|取消|下放|新增|调整", before
            ):
                best = token, token.start
        elif (
            first is not None
            and re.search(r"总数为?\Z|共计?\Z|合计\Z", before)
            and re.search(r"权责清单|权力清单|行政权力|行政职权", text[max(0, token.start - 200) : token.start])
        ):
            best = token, begin
        elif (
            first is not None
            and re.search(r"(?:共|合计|总计|共计|现有|保留)[^，。]{0,6}\Z", before)
            and re.match(r"(?:行政)?(?:权力|职权|事项)|[，,：:（(]", text[token.end :])
            and re.search(r"权力|职权|权责", text[max(0, token.start - 40) : token.end + 8])
        ):
            best = token, token.start
    return best


def _total_by_sum(
    text: str, counts: list[Token], categories: list[tuple[str, Token, int, str]]
) -> tuple[Token, int] | None:
    """The number before the categories that they add up to, where the words around it speak of powers."""
    if len(categories) < 3:  # noqa: PLR2004
        return None
    first, added = categories[0][1].start, sum(int(token.value) for _, token, _, _ in categories)
    for token in counts:
        if first - 60 < token.start < first and token.value == added:
            around = text[max(0, token.start - 40) : token.end + 10]
            if re.search(r"权力|职权|权责|清单", around):
                return token, token.start
    return None


def _total_behind(
    text: str, counts: list[Token], categories: list[tuple[str, Token, int, str]]
) -> tuple[Token, int] | None:
    """A total that follows its categories: ……6项其他权力，共计53项."""
    if len(categories) < 3:  # noqa: PLR2004
        return None
    last, added = categories[-1][1].end, sum(int(token.value) for _, token, _, _ in categories)
    for token in counts:
        between = text[last : token.start]
        if token.start > last and re.fullmatch(
            r"[^。；]{0,10}[，,](?:共计|合计|总计|共)|[^。；]{0,40}(?:权力|职权)(?:合计|共计|总计|共)", between
        ):
            return token, token.start
        if token.start > last and token.value == added and re.fullmatch(r"[^。；]{0,8}", between):
            return token, token.start
    return None


def _total_kept(text: str, counts: list[Token], first: int | None) -> tuple[Token, int] | None:
    """取消86项、……，最终保留488项, where powers are spoken of: what is left of them."""
    for token in counts:
        if first is not None and token.start >= first:
            break
        clause = max(max(text.rfind(mark, 0, token.start) for mark in "，。；：、") + 1, token.start - 40)
        before = text[max(0, token.start - 160) : token.start]
        if _KEPT.search(text[clause : token.start]) and re.search(r"权力|职权|权责", before) and "审批" not in before:
            return token, clause
    return None


def _made(
    text: str, total: tuple[Token, int] | None, categories: list[tuple[str, Token, int, str]]
) -> FoundPowers | None:
    spans: dict[str, tuple[int, int]] = {}
    taken = {token.start for _, token, _, _ in categories}
    if total:
        spans["total"] = (total[1], total[0].end)
        taken.add(total[0].start)
    counts: dict[str, int] = {}
    extra: list[ExtraCategory] = []
    for path, token, start, label in categories:
        assert isinstance(token.value, int)  # noqa: S101 - find_powers kept counts alone
        if path in spans:
            continue
        place = path
        if path == "extra":
            place = f"extra.{len(extra)}.count"
            extra.append(ExtraCategory(label=label, count=token.value))
        else:
            counts[path.removeprefix("categories.")] = token.value
        spans[place] = (start, token.end)
    behind = text[categories[-1][1].end : categories[-1][1].end + 2] if categories else ""
    powers = PowerList(
        total=total[0].value if total and isinstance(total[0].value, int) else None,
        categories=PowerCategories(**counts),
        extra=tuple(extra),
        exhaustive=bool(categories) and not behind.startswith("等"),
    )
    return FoundPowers(powers, frozenset(taken), spans)
