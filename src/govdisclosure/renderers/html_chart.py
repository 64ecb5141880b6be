"""Charts in HTML: bars as inline SVG that fills the width of the page, each with its label and number in words.

Lengths are in per cent across and in em downwards, so that nothing is scaled and words stay as large as those of the
text around them. For those who do not see it, the picture is one image with a name and a description.
"""

import unicodedata
from functools import lru_cache
from typing import Protocol

from govdisclosure.renderers.blocks import Chart
from govdisclosure.renderers.html_text import escaped

__all__ = ["ChartWriter", "chart"]

#: So many em stand beside each other on the narrowest screen; a character of East Asian text is one wide.
_LINE = 22.0
_WIDE, _NARROW = 1.0, 0.5
#: Heights: of a line of words and of a bar with the gap below it, in hundredths of an em, and of the bar, in em.
_WORDS, _STEP, _BAR = 135, 125, "0.7"


class ChartWriter(Protocol):
    """What a page says of the elements of its charts."""

    @property
    def rightwards(self) -> bool:
        """Whether the page is read from left to right."""
        ...

    def id(self, anchor: str | None) -> str:
        """The id of an element, as an attribute."""
        ...

    def href(self, anchor: str) -> str:
        """The address of an anchor, escaped."""
        ...

    def language(self, own: bool) -> str:  # noqa: FBT001
        """The language of an element, as an attribute."""
        ...


def chart(block: Chart, writer: ChartWriter, number: int) -> str:
    """A chart, the ``number``-th of its page."""
    top, bars, rightwards = 0, [], writer.rightwards
    language = {own: writer.language(own) for own in (False, True)}
    for bar in block.bars:
        words = bar.words if bar.words.isalnum() else escaped(bar.words)
        before, between, height = _frame(bar.label, len(bar.words), rightwards, language[bar.own])
        left = "" if rightwards else f' x="{_hundredths(10_000 - bar.length)}%"'
        drawn = f'{before}{words}{between}{left} width="{_hundredths(bar.length)}%"/>'
        bars.append(f'<svg y="{_hundredths(top)}em">{drawn}</svg>\n')
        top += height
    name, told = f"chart-{number}", f"chart-{number}-bars"
    own = f" <bdi{language[True]}>{escaped(block.own)}</bdi>" if block.own else ""
    total = f" <strong>{escaped(block.total)}</strong>" if block.total else ""
    description = escaped("; ".join([f"{bar.label} {bar.words}" for bar in block.bars]))
    return (
        f'<figure class="chart {block.kind}">\n'
        f"<figcaption{writer.id(name)}>{escaped(block.caption)}{own}{total}</figcaption>\n"
        f'<svg role="img" aria-labelledby="{writer.href(name)[1:]}" aria-describedby="{writer.href(told)[1:]}"'
        f' width="100%" height="{_hundredths(top)}em">\n<desc{writer.id(told)}>{description}</desc>\n'
        f"{''.join(bars)}</svg>\n"
        f'<p><a href="{writer.href(block.link[1])}">{escaped(block.link[0])}</a></p>\n</figure>\n'
    )


@lru_cache(maxsize=1024)
def _frame(label: str, digits: int, rightwards: bool, language: str) -> tuple[str, str, int]:  # noqa: FBT001
    """What stands around the number and the length of a bar, and how high it is."""
    start, end = ("0", "100%") if rightwards else ("100%", "0")
    lines = _lines(label, _LINE - 1 - _NARROW * digits)
    written = [
        f'<text x="{start}" y="{_hundredths(at * _WORDS + 100)}em"{language}>{escaped(line)}</text>'
        for at, line in enumerate(lines)
    ]
    top = len(lines) * _WORDS
    before = f'{"".join(written)}<text class="number" x="{end}" y="1em">'
    return before, f'</text><rect y="{_hundredths(top)}em" height="{_BAR}em"', top + _STEP


@lru_cache(maxsize=16_384)
def _hundredths(number: int) -> str:
    return f"{number // 100}.{number % 100:02d}"


def _lines(label: str, room: float) -> list[str]:
    """A label in lines that fit; between words where there are any."""
    lines: list[str] = []
    line, width = "", 0.0
    for word in _words(label):
        long = _width(word)
        if line and width + long > room:
            lines.append(line.rstrip())
            line, width = "", 0.0
        line, width = line + word, width + long
    return [*lines, line]


def _words(label: str) -> list[str]:
    """What a line may end after: words with the space behind them, East Asian characters, pieces of long words."""
    words = [""]
    for char in label:
        if _may_break(words[-1], char):
            words.append(char)
        else:
            words[-1] += char
    return words


def _may_break(word: str, char: str) -> bool:
    if not word or len(word) >= _LONGEST:
        return bool(word)
    # What closes does not begin a line, what opens does not end one.
    if unicodedata.category(char) in _CLOSING or unicodedata.category(word[-1]) in _OPENING:
        return False
    return word[-1].isspace() or _is_wide(char) or _is_wide(word[-1])


#: A longer run without a space is cut.
_LONGEST = 16
_CLOSING, _OPENING = frozenset(("Pe", "Pf", "Po", "Mn")), frozenset(("Ps", "Pi"))


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _width(words: str) -> float:
    return sum(_WIDE if _is_wide(char) else _NARROW for char in words)
