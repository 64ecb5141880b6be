"""Markdown to an observed document: what a reader of the rendered text sees, and its tables.

Of the marks only those are read that stand for structure here: headings, tables, emphasis of a whole line, and
backslashes. Everything else stays as it is written.
"""

import html
import re
from collections.abc import Iterator

from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import Limits
from govdisclosure.readers.observed import Observed, ObservedGrid
from govdisclosure.readers.plain.tokens import Token, grid_of

__all__ = ["is_markdown", "observe_markdown"]

_RULE = re.compile(r":?-{2,}:?")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ ]+(?P<text>.*?)(?:[ ]+#+)?[ ]*")
_STRONG = re.compile(r"(?P<mark>\*\*|__)(?P<text>[^*_]{1,200})(?P=mark)")
_MARKED = re.compile(r"\\(?P<sign>[!-/:-@\[-`{-~])|(?P<entity>&#?[0-9A-Za-z]{1,10};)")
_BAR = re.compile(r"(?<!\\)\|")


def is_markdown(text: str) -> bool:
    """Whether a text prints tables as Markdown does."""
    return any("|" in line and _is_rule(line.rstrip("\r")) for line in text.split("\n"))


def _is_rule(line: str) -> bool:
    """Whether a line parts the header of a table from its rows."""
    cells = line.strip().strip("|").split("|")
    return all(_RULE.fullmatch(cell.strip()) for cell in cells)


def observe_markdown(text: str, limits: Limits) -> Observed:
    """The words of a Markdown text, one line a block, and its tables."""
    lines = [line.rstrip("\r") for line in text.split("\n")]
    tables = _tables(lines)
    within = {number for table in tables for number in table}
    last = {table.stop - 1 for table in tables}
    rules = {table.start + 1 for table in tables}
    if len(tables) > limits.tables:
        raise LimitExceeded("tables", len(tables), limits.tables)
    made: list[str] = []
    grids: list[ObservedGrid] = []
    at = 0
    rows: list[list[Token]] = []
    for number, line in enumerate(lines):
        inside = number in within
        if number in rules and number not in last:
            continue
        words = "\t".join(_cells(line)) if inside else _shown(line)
        if inside:
            rows.append(list(_tokens(words, at)))
        made.append(words)
        at += len(words) + 1
        if number in last:
            grids += [grid] if (grid := grid_of(rows, limits)) else []
            rows = []
    return Observed(text="\n".join(made), grids=tuple(grids))


def _tables(lines: list[str]) -> list[range]:
    """The lines of each table: a header over a rule, and the rows behind it."""
    found: list[range] = []
    for number, line in enumerate(lines):
        if number == 0 or (found and number <= found[-1].stop) or "|" not in line or "|" not in lines[number - 1]:
            continue
        if not _is_rule(line):
            continue
        end = number + 1
        while end < len(lines) and "|" in lines[end]:
            end += 1
        found.append(range(number - 1, end))
    return found


def _cells(line: str) -> list[str]:
    parts = _BAR.split(line.strip())
    first, last = (1 if line.strip().startswith("|") else 0), (-1 if line.strip().endswith("|") else None)
    return [_meant(part).strip() for part in parts[first:last]]


def _tokens(words: str, at: int) -> Iterator[Token]:
    for part in words.split("\t"):
        yield Token(part, at, at + len(part))
        at += len(part) + 1


def _shown(line: str) -> str:
    heading = _HEADING.fullmatch(line)
    words = heading["text"] if heading else line
    strong = _STRONG.fullmatch(words.strip())
    return _meant(strong["text"] if strong else words)


def _meant(words: str) -> str:
    """The characters that backslashes and entities stand for; a tab would part cells."""
    plain = _MARKED.sub(lambda match: match["sign"] or html.unescape(match["entity"]), words)
    return plain.replace("\t", " ")
