"""Charts in HTML: bars as inline SVG that fills the width of the page, each with its label and number in words.

Lengths are in per cent across and in em downwards, so that nothing is scaled and words stay as large as those of the
text around them. For those who do not see it, the picture is one image with a name and a description.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from govdisclosure.renderers.blocks import Bar, Chart
from govdisclosure.renderers.html_text import escaped

__all__ = ["ChartWriter", "chart"]

#: So many em stand beside each other on the narrowest screen; a character of East Asian text is one wide.
_LINE = 22.0
_WIDE, _NARROW = 1.0, 0.5
#: Heights: of a line of words and of a bar with the gap below it, in hundredths of an em, and of the bar, in em.
_WORDS, _STEP, _BAR = 135, 125, "0.7"
#: What is free below one thing of several, and below words without a bar, in hundredths of an em.
_GAP = 55
#: So much of the width, in hundredths of a per cent, may be words, so that bars beside them still compare something.
_MOST_BESIDE = 4_500


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
    drawn, height = _series(block, writer) if block.series else _bars(block.bars, writer, 0)
    name, told = f"chart-{number}", f"chart-{number}-bars"
    own = f" <bdi{writer.language(True)}>{escaped(block.own)}</bdi>" if block.own else ""
    total = f" <strong>{escaped(block.total)}</strong>" if block.total else ""
    return (
        f'<figure class="chart {block.kind}">\n'
        f"<figcaption{writer.id(name)}>{escaped(block.caption)}{own}{total}</figcaption>\n"
        f'<svg role="img" aria-labelledby="{writer.href(name)[1:]}" aria-describedby="{writer.href(told)[1:]}"'
        f' width="100%" height="{_hundredths(height)}em">\n<desc{writer.id(told)}>{escaped(_told(block))}</desc>\n'
        f"{drawn}</svg>\n"
        f'<p><a href="{writer.href(block.link[1])}">{escaped(block.link[0])}</a></p>\n</figure>\n'
    )


def _told(block: Chart) -> str:
    """What the bars say, for those who do not see them."""
    named = [(f"{series.label}: ", series.bars) for series in block.series] or [("", block.bars)]
    return "; ".join([name + "; ".join([f"{bar.label} {bar.words}" for bar in bars]) for name, bars in named])


def _bars(bars: Sequence[Bar], writer: ChartWriter, top: int) -> tuple[str, int]:
    """Bars from a height on, each below its words; and the height at which they end."""
    drawn, rightwards = [], writer.rightwards
    language = {own: writer.language(own) for own in (False, True)}
    for bar in bars:
        words = bar.words if bar.words.isalnum() else escaped(bar.words)
        before, between, height = _frame(bar.label, len(bar.words), rightwards, language[bar.own])
        if bar.length is None:
            shape, height = "</text>", height - _STEP + _GAP
        else:
            left = "" if rightwards else f' x="{_hundredths(10_000 - bar.length)}%"'
            shape = f'{between}{left} width="{_hundredths(bar.length)}%"/>'
        drawn.append(f'<svg y="{_hundredths(top)}em">{before}{words}{shape}</svg>\n')
        top += height
    return "".join(drawn), top


# --- bars of several things -------------------------------------------------------------------------------


def _series(block: Chart, writer: ChartWriter) -> tuple[str, int]:
    """Bars under the name of each thing; each beside its words where these are short, else below them."""
    start = "0" if writer.rightwards else "100%"
    sides = _sides([bar for series in block.series for bar in series.bars])
    drawn, top = [], 0
    for series in block.series:
        for line in _lines(series.label, _LINE):
            at = f'x="{start}" y="{_hundredths(top + 100)}em"'
            drawn.append(f'<text class="series" {at}>{escaped(line)}</text>\n')
            top += _WORDS
        inner, end = _beside(series.bars, writer, top, sides) if sides else _bars(series.bars, writer, top)
        drawn.append(inner)
        top = end + _GAP
    return "".join(drawn), top - _GAP


def _sides(bars: Sequence[Bar]) -> tuple[int, int] | None:
    """How much of the width the labels and the numbers beside bars take, in hundredths of a per cent."""
    label = max(_width(bar.label) for bar in bars)
    words = max((_width(bar.words) for bar in bars if bar.length is not None), default=0.0)
    taken = int((label + _NARROW) / _LINE * 10_000), int((words + _NARROW) / _LINE * 10_000)
    return taken if sum(taken) <= _MOST_BESIDE else None


def _beside(bars: Sequence[Bar], writer: ChartWriter, top: int, sides: tuple[int, int]) -> tuple[str, int]:
    """Bars from a height on, each between its label and its number; and the height at which they end."""
    drawn, rightwards = [], writer.rightwards
    start, end = ("0", "100%") if rightwards else ("100%", "0")
    room = 10_000 - sum(sides)
    for bar in bars:
        base = f"{_hundredths(top + 100)}em"
        label = f'<text x="{start}" y="{base}"{writer.language(bar.own)}>{escaped(bar.label)}</text>'
        shape = ""
        if bar.length is not None:
            long = room * bar.length // 10_000
            left = sides[0] if rightwards else 10_000 - sides[0] - long
            at = f'x="{_hundredths(left)}%" y="{_hundredths(top + 30)}em"'
            shape = f'<rect {at} height="{_BAR}em" width="{_hundredths(long)}%"/>'
        number = f'<text class="number" x="{end}" y="{base}">{escaped(bar.words)}</text>'
        drawn.append(f"{label}{shape}{number}\n")
        top += _WORDS
    return "".join(drawn), top


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
