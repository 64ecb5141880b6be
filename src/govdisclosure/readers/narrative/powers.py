"""Power lists in sentences: a total and its categories, told apart from other figures that speak of powers."""

import re
from collections.abc import Iterator

import attrs

from govdisclosure.model import ExtraCategory, PowerCategories, PowerList, Unit
from govdisclosure.readers.narrative.tokens import Token

__all__ = ["FoundPowers", "find_powers"]

#: What stands right before the number of a category. The older categories have no field of their own.
_CATEGORY = re.compile(
    r"(?P<older>非行政许可审批|行政审批|行政监督|行政征用)|(?:行政)?(?P<name>许可|处罚|强制|征收|给付|检查|确认|奖励|裁决)"
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
_LINK = re.compile(r"(?:（审批）|\(审批\)|类|事项|权力|职权|方面|措施)?(?:共|有|为|计|占了?|[：:])?[ 　]*\Z")
_TOTAL = re.compile(
    r"(?:行政)?(?:权力|(?<!依)职权|权责|执法权)(?:清单)?(?:和责任)?(?:清单)?"
    r"(?:列入|纳入|包含|涉及|包括|确认|公布)?(?:的)?(?:事项|项目)?(?:总数)?(?:中|内)?"
    r"(?:共列入|共纳入|列入|纳入|涉及|包含|共计|合计|总计|共有|共|计|总数|为|达|有"
    r"|由[^，。]{2,14}(?:调整|精简|减少|压缩|变更|增加)(?:为|到|至))*[ 　]*\Z"
)
#: The words around a total that is no total: some powers were changed, or are those of a part.
_NO_TOTAL = re.compile(
    r"(?:取消|下放|承接|新增|调整|清理出|划转|减少|增加|公共服务|责任)[^，。；]{0,4}(?:行政)?(?:权力|职权)|依申请类|依职权类"
)
_FORMER = re.compile(r"由[^，。]{0,8}\Z|(?:上年|去年|原来|原有|20[0-9]{2}年)的?\Z")


@attrs.frozen
class FoundPowers:
    """A power list, the numbers it takes, and the words of each by the path below ``powers``."""

    powers: PowerList
    taken: frozenset[int]
    spans: dict[str, tuple[int, int]]


def find_powers(text: str, found: tuple[Token, ...]) -> FoundPowers | None:
    """The first power list of a paragraph; ``None`` if it states none."""
    counts = [token for token in found if token.unit is Unit.MATTER and isinstance(token.value, int)]
    categories = list(_categories(text, counts))
    first = categories[0][1].start if len(categories) > 1 else None
    total = (
        _total(text, counts, first)
        or _total_by_sum(text, counts, categories)
        or _total_behind(text, counts, categories)
    )
    if total is None and len(categories) < 3:  # noqa: PLR2004 - two figures of permits and punishments are no list
        return None
    if total is None and {path for path, *_ in categories} <= {"extra", "categories.licensing"}:
        return None  # permits and approvals alone are matters of approval
    if total is None:
        categories = [c for c in categories if not re.search(r"公示|公开", text[max(0, c[1].start - 16) : c[1].start])]
    return _made(text, total, categories if len(categories) > 1 else [])


def _categories(text: str, counts: list[Token]) -> Iterator[tuple[str, Token, int, str]]:
    """Numbers right behind the name of a category: path, token, start of the words, label."""
    sentence = -1
    for token in counts:
        begin = max(0, token.start - 14)
        before = text[begin : token.start]
        named = None
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
        if named["older"]:
            yield "extra", token, min(begin + named.start(), token.start), named["older"]
        else:
            code = "other" if named["other"] else _CODES[named["name"]]
            yield f"categories.{code}", token, min(begin + named.start(), token.start), named.group()


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
    last = categories[-1][1].end
    for token in counts:
        if token.start > last and re.fullmatch(r"[^。；]{0,10}[，,](?:共计|合计|总计|共)", text[last : token.start]):
            return token, token.start
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
