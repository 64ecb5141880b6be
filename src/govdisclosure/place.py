"""Where something was said: in the report, and in the document that was read."""

from typing import Annotated

import attrs

from govdisclosure.declare import Label

__all__ = ["Place", "SourcePlace"]


@attrs.frozen(kw_only=True)
class SourcePlace:
    """A place in the source document.

    ``start`` and ``end`` are offsets in Unicode code points of the decoded text, end exclusive, newlines as
    decoded. ``page``, ``table``, ``row`` and ``column`` count from 0 and are ``None`` where they do not apply.
    """

    start: Annotated[int | None, Label("起始位置")] = None
    end: Annotated[int | None, Label("结束位置")] = None
    page: Annotated[int | None, Label("页")] = None
    table: Annotated[int | None, Label("表格")] = None
    row: Annotated[int | None, Label("行")] = None
    column: Annotated[int | None, Label("列")] = None


@attrs.frozen(kw_only=True)
class Place:
    """The words behind a fact.

    ``path`` names the paragraph or cell of the report and ``start``/``end`` are offsets in code points of it;
    all three are ``None`` for words that stand outside the report's text (the page around it). ``quote`` is
    exactly the words; ``source`` says where they stand in the source document, where that is known.
    """

    path: Annotated[str | None, Label("所在路径")] = None
    start: Annotated[int | None, Label("起始位置")] = None
    end: Annotated[int | None, Label("结束位置")] = None
    quote: Annotated[str, Label("原文")]
    source: Annotated[SourcePlace | None, Label("来源位置")] = None

    @property
    def span(self) -> str | None:
        """``PATH:START-END`` in the report's text; ``None`` for words outside of it."""
        return f"{self.path}:{self.start}-{self.end}" if self.path else None
