"""What an input shows, whatever its format: one text in reading order, and grids of cells laid over it.

The module of each input kind ends here; everything after it is shared. Nothing is interpreted yet: a label is a
text like any other.
"""

from bisect import bisect_right

import attrs

from govdisclosure.codelist import CodeList
from govdisclosure.finding import Finding

__all__ = ["Hidden", "HiddenReason", "Markup", "MarkupKind", "Observed", "ObservedCell", "ObservedGrid"]


class HiddenReason(CodeList):
    """Why a stretch of the text is not seen by a reader of the page."""

    MARKUP = "markup", "标记", "注释、脚本、样式等不显示的内容"
    INVISIBLE = "invisible", "隐藏内容", "页面中设为不显示的内容"
    DELETED = "deleted", "删除内容", "修订标记为已删除、尚未接受的内容"
    DESCRIPTION = "description", "说明文字", "网页标题、图片替代文字等页面说明"


@attrs.frozen(kw_only=True)
class Hidden:
    """A stretch of the text that the document holds and does not show; offsets in code points, end exclusive."""

    start: int
    end: int
    reason: HiddenReason


class MarkupKind(CodeList):
    """What the markup of a document says that a stretch of its text is."""

    TITLE = "title", "文件标题", "文件自身信息中的标题：网页 title 和 ArticleTitle，Word、PDF 的文档属性"
    HEADING = "heading", "标题行", "以标题样式或较大字号排印的行"
    STRONG = "strong", "加粗行", "整行加粗的行"
    BLOCK = "block", "同一段落", "同一元素中的几行"
    LINK = "link", "链接", "链接的文字"


@attrs.frozen(kw_only=True)
class Markup:
    """A stretch of the text that the markup sets apart; offsets in code points, end exclusive.

    A heading may take several lines, which then belong together. ``level`` is that of a heading, from 1, the largest;
    a Word title has level 1 as well. Stretches of one kind do not overlap and stand in order.
    """

    start: int
    end: int
    kind: MarkupKind
    level: int | None = None


@attrs.frozen(kw_only=True)
class ObservedCell:
    """One cell of a grid, at its first row and column, both from 0.

    ``start`` and ``end`` are the stretch of the document's text that the cell holds (equal where it is empty).
    ``hidden`` cells are not seen by a reader of the page.
    """

    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    start: int
    end: int
    hidden: bool = False


@attrs.frozen(kw_only=True)
class ObservedGrid:
    """A table as it lies on the page; no two cells cover one place. ``page`` counts from 0 where there are pages."""

    rows: int
    columns: int
    cells: tuple[ObservedCell, ...]
    page: int | None = None


@attrs.frozen(kw_only=True)
class Observed:
    """A document as it is seen.

    ``text`` is everything in reading order, one line a block; cells of a row are parted by tabs. The texts of grids
    are parts of it, so that no word stands in two places. ``hidden`` stretches are in the text too, and lie on
    lines of their own. ``pages`` are the offsets at which pages begin, ``furniture`` the stretches of running heads
    and page numbers, which are seen and are no part of what is said. ``markup`` is what the document itself says of
    stretches of its text (a title may be a hidden one). Digits that are set raised or lowered are the characters of
    that look (U+00B9, U+2080), so that no note mark joins a number. ``findings`` are what was noticed on the way.
    """

    text: str
    grids: tuple[ObservedGrid, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    pages: tuple[int, ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()
    markup: tuple[Markup, ...] = ()
    findings: tuple[Finding, ...] = ()

    def of(self, cell: ObservedCell) -> str:
        """The text of a cell."""
        return self.text[cell.start : cell.end]

    def page_at(self, offset: int) -> int | None:
        """The page on which a character stands, from 0; ``None`` where there are no pages."""
        begun = bisect_right(self.pages, offset)
        return begun - 1 if begun else None
