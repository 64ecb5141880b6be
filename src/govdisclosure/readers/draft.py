"""What a reader gives back: the report as far as it could be made, and everything else."""

import attrs

from govdisclosure.codelist import CodeList
from govdisclosure.finding import Finding
from govdisclosure.model import Report, Source

__all__ = ["Counts", "Draft", "LeftOver", "LeftOverReason"]


class LeftOverReason(CodeList):
    """Why a stretch of the source is in no fact and no section."""

    LAYOUT = "layout", "排版", "空白和换行"
    SIGNATURE = "signature", "落款", "落款中已由标题说明的机关名称"
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
class Counts:
    """How much was read: characters of the source, of them left over (white space apart), paragraphs, figures."""

    characters: int
    characters_left_over: int
    paragraphs: int
    figures: int


@attrs.frozen(kw_only=True)
class Draft:
    """What was read. ``report`` is ``None`` where the text names no year, so that no form can be told.

    Every character of the source is in a fact, in a section, or in ``left_over`` with a reason.
    """

    report: Report | None
    findings: tuple[Finding, ...]
    left_over: tuple[LeftOver, ...]
    counts: Counts
    source: Source
