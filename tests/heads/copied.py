"""Markup as a person or a collector copies it: the lines and tables that are seen, plain or with Markdown's signs."""

import re
from html.parser import HTMLParser

from tests.layouts.page import Block, Cell, Line, Prose, Sheet

__all__ = ["seen"]

_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "fieldset", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p"),
        *("section", "tbody", "ul"),
    }
)
_UNSEEN = frozenset({"script", "style", "template", "select", "textarea", "noscript", "title", "button"})
_MARKS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "li": "- "}
_BLANKS = re.compile(r"[ \n\r\t]+")


class _Copy(HTMLParser):
    """Lines and tables of markup, in order."""

    def __init__(self, *, marked: bool) -> None:
        super().__init__()
        self.made: list[Block] = []
        self.marked = marked
        self.line = ""
        self.rows: list[list[str]] = []
        self.cells: list[str] | None = None
        self.unseen = 0
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.end_line()
        if tag == "table":
            self.end_table()
        elif tag == "tr":
            self.end_line()
            self.cells = []
        elif tag in {"td", "th"} and self.cells is not None:
            self.cells.append("")
        if self.marked:
            self.mark(tag, dict(attrs))

    def mark(self, tag: str, attrs: dict[str, str | None]) -> None:
        """The sign that Markdown puts before the words of a tag."""
        if tag == "a":
            self.links.append(attrs.get("href") or "#")
        self.add({"a": "[", "b": "**", "strong": "**", **_MARKS}.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in _UNSEEN
        if self.marked:
            self.add({"b": "**", "strong": "**"}.get(tag, ""))
            if tag == "a" and self.links:
                self.add(f"]({self.links.pop()})")
        if tag in _BLOCKS:
            self.end_line()
        if tag == "tr" and self.cells is not None:
            self.rows.append(self.cells)
            self.cells = None
        if tag == "table" and self.rows:
            self.made.append(_sheet(self.rows))
            self.rows = []

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.add(_BLANKS.sub(" ", data))

    def add(self, words: str) -> None:
        """Words on the line, or in the cell."""
        if self.cells:
            self.cells[-1] += words
        else:
            self.line += words

    def end_line(self) -> None:
        """A line ends, outside of a cell or in it."""
        if self.cells:
            self.cells[-1] = f"{self.cells[-1].strip(' ')}\n" if self.cells[-1].strip() else ""
            return
        if words := self.line.strip(" \n"):
            self.made.append(Prose(text=words, level=2))
        self.line = ""

    def end_table(self) -> None:
        """A table in which another thing begins only places things: its cells are lines."""
        texts = [text for row in [*self.rows, self.cells or []] for text in row]
        self.rows, self.cells = [], None
        self.end_line()
        lines = [line for text in texts for line in text.split("\n") if line.strip()]
        self.made += [Prose(text=line.strip(" "), level=2) for line in lines]


def _sheet(rows: list[list[str]]) -> Sheet:
    width = max(len(row) for row in rows)
    lines = [Line(cells=[Cell(text=text.strip(" \n"), role="other") for text in row]) for row in rows if row]
    for line in lines:
        line.cells[-1].colspan += width - len(line.cells)
    return Sheet(lines=lines, width=width)


def seen(html: str, *, marked: bool = False) -> list[Block]:
    """The lines and tables that markup shows; parts of tables that begin or end elsewhere are lines."""
    copy = _Copy(marked=marked)
    copy.feed(html)
    copy.close()
    copy.end_table()
    return copy.made
