"""Numbers with a classifier that are no figures: limits of a law, prices, frequencies, slogans, halves of names."""

import re

from govdisclosure.model import Unit
from govdisclosure.readers.narrative.naming import Naming
from govdisclosure.readers.narrative.phrases import trimmed
from govdisclosure.readers.narrative.words import CHANGED_TO, LEGAL, SAME_AGAIN, SLOGAN

__all__ = ["is_refused"]

_CHAPTER = re.compile(r"(?<!文)(?<!规)章\Z|附录\Z|(?<![环细季])节\Z|届\Z|部分\Z")
_FREQUENT = re.compile(r"每(?:[一两三四五六七八九十]|[年月季度周日天次页件个人份半]){0,3}[^，。]{0,4}\Z")
_AVERAGED = re.compile(r"平均每|每期")
#: Words by which a number of days says how long something took.
_HANDLED = re.compile(r"平均|天数|承诺|缩短|压缩|用时|开放|时限|实际|减少|提速|提前")
_ARTICLE = re.compile(r"第[一二三四五六七八九十0-9]{1,4}条")
_DAYS = (Unit.WORKING_DAY, Unit.CALENDAR_DAY)
_OUTLINED = (Unit.UNIT, Unit.MATTER, Unit.CATEGORY, Unit.SCORE)
_SINGLE = (Unit.UNIT, Unit.TIME, Unit.MATTER, Unit.CATEGORY, Unit.PERSON)


def is_refused(here: Naming) -> bool:
    """Whether a number is no figure."""
    return any(
        refuses(here) for refuses in (_in_an_outline, _limits, _days_of_no_matter, _half_a_name, _said_by_its_members)
    )


def _in_an_outline(here: Naming) -> bool:
    """三个方面, 全文分六章, 每月1次, 四项制度之一."""
    left, right = here.left, here.right
    if _CHAPTER.search(left) or right.startswith("章") or "之一" in right:
        return True
    if here.token.unit in _OUTLINED and SLOGAN.match(right) and here.is_body(right) is None:
        return True
    return _FREQUENT.search(left) is not None and not _AVERAGED.search(left)


def _limits(here: Naming) -> bool:
    """10件以下, 可处2000元, 超过1000条的, 第二十条规定的十五类."""
    left = here.left
    if here.text.startswith(("以下", "以内", "为一档", "为限", "及以下"), here.token.end):
        return not CHANGED_TO.search(left)
    if left.endswith("规定的") and _ARTICLE.search(here.between(here.index)):
        return True
    if left.endswith(("可处", "处以", "并处")):
        return True
    if here.token.unit is Unit.SCORE and left.endswith(("低于", "高于", "分值占", "满分", "满分为", "分值为")):
        return True
    return left.endswith(("超过", "不足", "少于")) and here.right.startswith("的")


def _days_of_no_matter(here: Naming) -> bool:
    """Days that no word makes a time of handling, or that a law sets."""
    if here.token.unit not in _DAYS:
        return False
    clause = here.text[max(here.sentence.start, here.token.start - 24) : here.token.start]
    again = here.same_unit() is not None and SAME_AGAIN.match(here.left)
    return LEGAL.search(here.left) is not None or not (_HANDLED.search(clause) or again)


def _half_a_name(here: Naming) -> bool:
    """一个窗口, 一次办好; a number between two marks."""
    token, left = here.token, here.left
    if not token.plain and token.value == 1 and token.unit in _SINGLE and (here.right or not trimmed(left)):
        return True
    return token.unit is Unit.UNIT and here.right == "" and not trimmed(left)


def _said_by_its_members(here: Naming) -> bool:
    """三个100%: the rate is told for each thing, the three are none."""
    return here.text.startswith(("100%", "百分之百", "100％", "100﹪"), here.token.end)
