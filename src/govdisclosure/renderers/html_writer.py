"""The blocks of a page in HTML."""

from collections.abc import Iterable, Iterator

from govdisclosure.renderers.blocks import Block, Cell, Chart, Heading, Page, Paragraph, Run, Sheet, SheetCell, Table
from govdisclosure.renderers.html_chart import chart
from govdisclosure.renderers.html_document import Ids
from govdisclosure.renderers.html_sheet import sheet
from govdisclosure.renderers.html_text import attribute, escaped, framed

__all__ = ["PageWriter"]


class PageWriter:
    """Writes blocks down; knows the page's languages and the ids given so far."""

    def __init__(self, page: Page, ids: Ids) -> None:
        self.page = page
        self.rightwards = page.direction != "rtl"
        self.id, self.href = ids.id, ids.href

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """These blocks, one after the other."""
        return map(self._block, blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                runs = "".join(self._run(run) for run in block.runs)
                return f"<p{self.id(block.anchor)}{self.turned(block.own)}>{runs}</p>\n"
            case Table():
                return self._table(block)
            case Sheet():
                return sheet(block, self)

    def _heading(self, block: Heading) -> str:
        tag = f"h{block.level}"
        return f"<{tag}{self.id(block.anchor)}{self.turned(block.own)}>{escaped(block.text)}</{tag}>\n"

    def charts(self) -> Iterator[str]:
        """The charts under their heading."""
        for number, block in enumerate(self.page.charts):
            yield chart(block, self, number) if isinstance(block, Chart) else self._block(block)

    def navigation(self) -> str:
        """Links to the parts of the page, where it has any."""
        page = self.page
        headings = [
            block
            for block in (*page.findings, *page.charts, *page.figures, *page.narrative, *page.footer)
            if isinstance(block, Heading) and block.level == 2 and block.anchor  # noqa: PLR2004
        ]
        items = "".join(f'<li><a href="{self.href(h.anchor or "")}">{escaped(h.text)}</a></li>\n' for h in headings)
        return f'<nav aria-label="{attribute(self.page.contents)}">\n<ul>\n{items}</ul>\n</nav>\n'

    def language(self, own: bool) -> str:  # noqa: FBT001
        """The language of an element, as an attribute, where it is not that of the page."""
        differs = own and self.page.own_language != self.page.language
        return f' lang="{attribute(self.page.own_language)}"' if differs else ""

    def turned(self, own: bool) -> str:  # noqa: FBT001
        """The language of a line, as an attribute, and its direction where it is not that of the page."""
        page = self.page
        differs = own and page.own_direction != page.direction
        return self.language(own) + (f' dir="{page.own_direction}"' if differs else "")

    def content(self, cell: SheetCell, words: str) -> str:  # noqa: ARG002
        """What stands in a body cell: its words alone."""
        return words

    def _run(self, run: Run) -> str:
        if not run.anchors:
            return escaped(run.text)
        kind = f' class="{run.severity}"' if run.severity else ""
        first, *others = run.anchors
        inner = "".join(f"<span{self.id(anchor)}></span>" for anchor in others)
        return f"<mark{self.id(first)}{kind}>{inner}{escaped(run.text)}</mark>"

    def _table(self, table: Table) -> str:
        kinds = [' class="number"' if number else "" for number in table.numeric]
        head = "".join(
            f'<th scope="col"{kind}>{escaped(text)}</th>' for text, kind in zip(table.head, kinds, strict=False)
        )
        head = f"<thead>\n<tr>{head}</tr>\n</thead>\n" if head else ""
        severities = table.severities or (None,) * len(table.rows)
        rows = "".join(self._row(row, severity) for row, severity in zip(table.rows, severities, strict=True))
        # A table wider than the screen is moved within its own frame, by keyboard too.
        return framed(table.caption, f"{head}<tbody>\n{rows}</tbody>\n")

    def _row(self, row: tuple[Cell, ...], severity: str | None) -> str:
        kind = f' class="{severity}"' if severity else ""
        return f"<tr{kind}>{''.join(self._cell(cell) for cell in row)}</tr>\n"

    def _cell(self, cell: Cell) -> str:
        inner = f"<bdi>{escaped(cell.text)}</bdi>" if cell.text else ""
        if cell.link and inner:
            inner = f'<a href="{self.href(cell.link)}">{inner}</a>'
        links = "; ".join(f'<a href="{self.href(at)}"><bdi>{escaped(text)}</bdi></a>' for text, at in cell.links)
        inner = "; ".join(filter(None, (inner, links)))
        language = self.language(cell.own)
        if cell.kind == "header":
            return f'<th scope="row"{language}>{inner}</th>'
        kind = ' class="number"' if cell.kind == "number" else ""
        return f"<td{kind}{language}>{inner}</td>"
