"""Markdown to an observed document: what a reader of the rendered text sees, and its tables.

Read are the marks that stand for structure: headings, tables between bars, blocks of HTML (CommonMark 4.6: tables with
merged cells can be written no other way), links, emphasis, and backslashes. Other marks stay as they are written.
"""

import html
import importlib
import re
from collections.abc import Iterator, Sequence

import attrs

from govdisclosure.errors import LimitExceeded, MissingExtra
from govdisclosure.finding import Finding
from govdisclosure.limits import Limits
from govdisclosure.readers.composing import LOWERED, RAISED
from govdisclosure.readers.observed import Hidden, Markup, MarkupKind, Observed, ObservedGrid
from govdisclosure.readers.plain import TextLine, grids_of_lines
from govdisclosure.readers.plain.tokens import Token
from govdisclosure.readers.plain.unmerged import grid_of_cells

__all__ = ["is_markdown", "observe_markdown"]

_RULE = re.compile(r":?-{2,}:?")
_HEADING = re.compile(r"[ ]{0,3}(?P<signs>#{1,6})[ \t]+(?P<text>.*?)(?:[ ]+#+)?[ ]*")
_UNDERLINE = re.compile(r"={2,}[ ]*")
_STRONG = re.compile(r"(?<![\\*_])(?P<mark>\*\*|__)(?P<text>[^*_\n]{1,200})(?P=mark)(?![*_])")
_BAR = re.compile(r"(?<!\\)\|")
#: A line that begins a block of HTML; one with a table ends behind it, others at a blank line.
_HTML = re.compile(
    r"[ ]{0,3}</?(?:address|article|aside|blockquote|body|center|dd|div|dl|dt|figure|footer|form|h[1-6]|head|header|hr"
    r"|html|li|main|meta|nav|ol|p|section|style|table|tbody|td|tfoot|th|thead|title|tr|ul)(?=[ \t/>]|$)",
    re.IGNORECASE,
)
_TABLE_TAG = re.compile(r"<(?P<end>/?)table(?=[ \t/>]|$)", re.IGNORECASE)
#: What stands in a line for something else.
_MARKED = re.compile(
    r"\\(?P<sign>[!-/:-@\[-`{-~])"
    r"|(?P<entity>&#?[0-9A-Za-z]{1,10};)"
    r"|!\[(?P<alt>[^\[\]\n]{0,200})\]\([^()\n]{0,1000}\)"
    r"|(?<!!)\[(?P<link>[^\[\]\n]{1,200})\]\([^()\n]{0,1000}\)"
    r"|<(?P<script>su[bp])>(?P<set>[^<>\n]{0,50})</su[bp]>"
    r"|<(?P<struck>s|del|strike)>(?P<gone>[^<>\n]{0,200})</(?P=struck)>"
    r"|(?P<break><br[ ]*/?>)"
    r"|(?P<tag></?[A-Za-z][^<>:\n]{0,40}(?:=[^<>\n]{0,1000})?>)",
    re.IGNORECASE,
)


def is_markdown(text: str) -> bool:
    """Whether a text has tables or headings as Markdown writes them."""
    return any(_is_marked(line.rstrip("\r")) for line in text.split("\n"))


def _is_marked(line: str) -> bool:
    if line[:1] == "#" or line[:4].lstrip(" ")[:1] in ("#", "<"):
        heading = _HEADING.fullmatch(line)
        return bool(heading and any(map(str.isalnum, heading["text"]))) or line.lstrip(" ")[:6].lower() == "<table"
    # One or two dashes before a bar may as well be the sign for no number, in a cell on a line of its own.
    return "|" in line and _is_rule(line) and ("---" in line or line.strip(" |").count("|") > 0)


def _is_rule(line: str) -> bool:
    """Whether a line parts the header of a table from its rows."""
    cells = line.strip().strip("|").split("|")
    return all(_RULE.fullmatch(cell.strip()) for cell in cells)


def observe_markdown(text: str, limits: Limits) -> Observed:
    """The words of a Markdown text, one line a block, and its tables."""
    lines = [line.rstrip("\r") for line in text.split("\n")]
    made = _Made(limits)
    tables = {table.start: table.stop for table in _tables(lines)}
    closes = True
    at = 0
    while at < len(lines):
        end = at + 1
        if at in tables:
            end = tables[at]
            made.add_table(_without_rules(lines[at:end]))
        elif _HTML.match(lines[at]):
            end, closes = _html_end(lines, at, closes=closes)
            made.add_html("\n".join(lines[at:end]))
        else:
            underlined = end < len(lines) and bool(lines[at].strip() and _UNDERLINE.fullmatch(lines[end]))
            made.add_line(lines[at], level=1 if underlined else None)
            end += underlined
        at = end
    return made.observed()


def _tables(lines: Sequence[str]) -> Iterator[range]:
    """The lines of each table: headers over a rule, and the rows behind it."""
    behind = 0
    for number, line in enumerate(lines):
        if number <= behind or "|" not in line or "|" not in lines[number - 1] or not _is_rule(line):
            continue
        start, behind = number - 1, number + 1
        while start > 0 and "|" in lines[start - 1]:
            start -= 1
        while behind < len(lines) and "|" in lines[behind]:
            behind += 1
        yield range(start, behind)


def _without_rules(lines: Sequence[str]) -> list[str]:
    """The rows of a table: without the rule under its headers, and without lines of longer dashes."""
    first = next(number for number, line in enumerate(lines) if _is_rule(line))
    return [line for number, line in enumerate(lines) if number != first and not (_is_rule(line) and "---" in line)]


def _html_end(lines: Sequence[str], start: int, *, closes: bool) -> tuple[int, bool]:
    """Where a block of HTML ends, and whether tables may be closed; where one is not, a blank line ends the block."""
    blank = next((at for at in range(start, len(lines)) if not lines[at].strip()), len(lines))
    if not closes or not any(_TABLE_TAG.search(line) for line in lines[start:blank]):
        return blank, closes
    depth = 0
    for at in range(start, len(lines)):
        tags = [match["end"] for match in _TABLE_TAG.finditer(lines[at])]
        depth += tags.count("") - tags.count("/")
        if tags and depth <= 0:
            return at + 1, True
    return blank, False


@attrs.define
class _Made:
    """The document so far."""

    limits: Limits
    parts: list[str] = attrs.field(factory=list)
    length: int = 0
    grids: list[ObservedGrid] = attrs.field(factory=list)
    hidden: list[Hidden] = attrs.field(factory=list)
    markup: list[Markup] = attrs.field(factory=list)
    findings: list[Finding] = attrs.field(factory=list)
    #: Lines behind the last table, which may hold further tables as plain text does.
    plain: list[TextLine] = attrs.field(factory=list)

    def observed(self) -> Observed:
        """The document."""
        self._end_lines()
        if len(self.grids) > self.limits.tables:
            raise LimitExceeded("tables", len(self.grids), self.limits.tables)
        markup = sorted(self.markup, key=lambda one: (list(MarkupKind).index(one.kind), one.start))
        return Observed(
            text="\n".join(self.parts),
            grids=tuple(self.grids),
            hidden=tuple(self.hidden),
            markup=tuple(markup),
            findings=tuple(self.findings),
        )

    def add_line(self, line: str, level: int | None) -> None:
        """A line that is no part of a table; with a ``level`` it is a heading."""
        heading = _HEADING.fullmatch(line)
        words = heading["text"] if heading else line
        strong = _STRONG.fullmatch(words.strip())
        start = self.length
        shown = self._inline(words, start)
        end = start + len(shown)
        if level := len(heading["signs"]) if heading else level:
            self.markup.append(Markup(start=start, end=end, kind=MarkupKind.HEADING, level=level))
        elif strong:
            self.markup.append(Markup(start=start, end=end, kind=MarkupKind.STRONG))
        self.plain += [TextLine(start, shown)]
        self._write(shown)

    def add_table(self, lines: Sequence[str]) -> None:
        """Rows of cells between bars."""
        self._end_lines()
        rows: list[list[Token]] = []
        for line in lines:
            at = self.length
            row: list[Token] = []
            for cell in _cells(line):
                shown = self._inline(cell, at)
                row.append(Token(shown, at, at + len(shown)))
                at += len(shown) + 1
            rows.append(row)
            self._write("\t".join(cell.text for cell in row))
        self.grids += [grid] if (grid := grid_of_cells(rows, self.limits)) else []

    def add_html(self, source: str) -> None:
        """A block of HTML, as a browser shows it."""
        self._end_lines()
        by = self.length
        seen = _observe_html(source, self.limits)
        for grid in seen.grids:
            cells = (attrs.evolve(cell, start=cell.start + by, end=cell.end + by) for cell in grid.cells)
            self.grids.append(attrs.evolve(grid, cells=tuple(cells)))
        self.hidden += (attrs.evolve(one, start=one.start + by, end=one.end + by) for one in seen.hidden)
        self.markup += (attrs.evolve(one, start=one.start + by, end=one.end + by) for one in seen.markup)
        self.findings += seen.findings
        self._write(seen.text)

    def _write(self, line: str) -> None:
        self.parts.append(line)
        self.length += len(line) + 1

    def _end_lines(self) -> None:
        self.grids += grids_of_lines(self.plain, self.limits)
        self.plain = []

    def _inline(self, words: str, at: int) -> str:
        """What a line, or a cell, shows; its first character stands at an offset."""
        plain = _STRONG.sub(r"\g<text>", words)
        made = ""
        behind = 0
        for match in _MARKED.finditer(plain):
            made += plain[behind : match.start()]
            shown = _meant(match)
            if match["link"]:
                start = at + len(made)
                self.markup.append(Markup(start=start, end=start + len(shown), kind=MarkupKind.LINK))
            made += shown
            behind = match.end()
        return (made + plain[behind:]).replace("\t", " ")


def _meant(match: re.Match[str]) -> str:
    """The characters for which a mark stands; what is struck keeps signs of it."""
    if match["set"] is not None:
        return match["set"].translate(RAISED if match["script"].lower() == "sup" else LOWERED)
    if match["gone"] is not None:
        return f"~~{match['gone']}~~"
    if match["break"] or match["tag"]:
        return "\n" if match["break"] else ""
    return match["sign"] or match["alt"] or match["link"] or html.unescape(match["entity"] or "")


def _cells(line: str) -> list[str]:
    parts = _BAR.split(line.strip())
    first, last = (1 if line.strip().startswith("|") else 0), (-1 if line.strip().endswith("|") else None)
    return [part.strip() for part in parts[first:last]]


def _observe_html(source: str, limits: Limits) -> Observed:
    """What a block of HTML shows; ``MissingExtra`` where nothing is there to read it with."""
    try:
        room = importlib.import_module("govdisclosure.readers.html")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("govdisclosure"):
            raise
        raise MissingExtra("html", error.name or "") from None
    seen: Observed = room.observe_html(source, limits)
    return seen
