"""What a reader gives back: the report as far as it could be made, and everything else."""

import itertools
from collections.abc import Iterable, Iterator

import attrs

from govdisclosure.codelist import CodeList
from govdisclosure.displayed import Displayed
from govdisclosure.finding import Finding
from govdisclosure.model import Report, Source

__all__ = ["CellCounts", "Counts", "Draft", "LeftOver", "LeftOverReason", "rest_of"]

_BLANK = " \t\r\n\x0b\x0c\x85\u2028\u2029\u3000\xa0\u2002\u2003\u2009\u200b\ufeff"


class LeftOverReason(CodeList):
    """Why a stretch of the source is in no fact and no section."""

    LAYOUT = "layout", "排版", "空白和换行"
    SIGNATURE = "signature", "落款", "落款中已由标题说明的机关名称"
    TABLE = "table", "表式文字", "法定统计表中由表式规定的文字"
    HIDDEN = "hidden", "隐藏内容", "文件中有而页面不显示的内容"
    PAGE = "page", "网页内容", "报告以外的网页内容：导航、按钮、版权信息"
    UNPLACED = "unplaced", "未归入", "无法归入报告任何部分的文字"


@attrs.frozen(kw_only=True)
class LeftOver:
    """A stretch of the source that is in no fact and no section. Offsets in code points of the decoded text."""

    start: int
    end: int
    text: str
    reason: LeftOverReason


@attrs.frozen(kw_only=True)
class CellCounts:
    """How sure the cells of the tables are: confirmed by a sum that holds, or not; unreadable; not found."""

    confirmed: int = 0
    unconfirmed: int = 0
    unreadable: int = 0
    missing: int = 0


@attrs.frozen(kw_only=True)
class Counts:
    """How much was read: characters of the source, of them left over (white space apart), paragraphs, figures, cells.

    ``characters`` are those of the text as it was taken from the source, hidden ones too.
    """

    characters: int
    characters_left_over: int
    paragraphs: int
    figures: int
    cells: CellCounts


@attrs.frozen(kw_only=True)
class Draft(Displayed):
    """What was read. ``report`` is ``None`` where the text names no year, so that no form can be told.

    Every character of the source is in a fact, in a section, or in ``left_over`` with a reason.
    """

    report: Report | None
    findings: tuple[Finding, ...]
    left_over: tuple[LeftOver, ...]
    counts: Counts
    source: Source


def rest_of(
    text: str, kept: Iterable[tuple[int, int]], known: Iterable[tuple[int, int, LeftOverReason]]
) -> Iterator[LeftOver]:
    """What of a text is not ``kept``, in order; ``known`` says why for some stretches, the others are of the page."""
    stretches, reasons = sorted(kept, reverse=True), sorted(known, reverse=True)
    bounds = {0, len(text)}.union(*stretches, *((start, end) for start, end, _ in reasons))
    reach = 0
    for left, right in itertools.pairwise(sorted(bounds)):
        while stretches and stretches[-1][0] <= left:
            reach = max(reach, stretches.pop()[1])
        if reach > left:
            continue
        while reasons and reasons[-1][1] <= left:
            reasons.pop()
        words, reason = text[left:right], LeftOverReason.PAGE
        if not words.strip(_BLANK):
            reason = LeftOverReason.LAYOUT
        elif reasons and reasons[-1][0] <= left:
            reason = reasons[-1][2]
        yield LeftOver(start=left, end=right, text=words, reason=reason)
