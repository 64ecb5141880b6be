"""Composing the text of a page: lines, tabs between cells, and what is hidden on lines of its own."""

import re

import attrs

from govdisclosure.readers.observed import Hidden, HiddenReason

__all__ = ["LOWERED", "RAISED", "Composer", "Flow", "Mark"]

#: Digits and signs of raised and lowered text as characters of that look.
RAISED = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")

#: Whether a line ends before what is written next: by its own block, or by a break within the block.
_NO, _WITHIN, _ENDS = range(3)
#: What a browser collapses to one space. U+3000 and the no-break space are characters like any other.
_BLANKS = re.compile(r"[ \t\n\r\f]+")


class Flow:
    """A run of text that is composed on its own: the page, or one hidden stretch (then with its reason)."""

    def __init__(self, reason: HiddenReason | None = None) -> None:
        self.reason = reason
        self.parts: list[str] = []
        self.length = 0
        #: Where the flow begins in the text of the document, once that is known.
        self.base = 0
        #: The offset behind the last character that is not white space.
        self._ink = 0
        #: Where the line begins, and the place behind the last tab or line end.
        self._line = 0
        self._fresh = 0
        #: A line end, or a space, that is written if anything follows.
        self._break = _NO
        self._space = False
        #: The line ends that part lines of one block.
        self.breaks: list[int] = []
        #: Stretches that have begun and hold nothing yet.
        self._waiting: list[Mark] = []

    def add(self, text: str) -> None:
        """Text with its white space collapsed."""
        collapsed = _BLANKS.sub(" ", text)
        words = collapsed.strip(" ")
        self._space |= collapsed[:1] == " "
        if words:
            self._write(words)
            self._space = collapsed[-1:] == " "

    def add_preserved(self, text: str) -> None:
        """Text with its own white space; line ends at its edges are left to what stands around it."""
        kept = text.replace("\r\n", "\n").replace("\r", "\n")
        body = kept.rstrip("\n")
        if self._break or self.length == self._fresh:
            body = body.lstrip("\n")
        if body:
            self._write(body)
            if "\n" in body:
                self._line = self._fresh = self.length - len(body.rpartition("\n")[2])
        if kept.endswith("\n") and self.length > self._fresh:
            self._break = _ENDS

    @property
    def at_line_start(self) -> bool:
        """Whether nothing stands on the line that is written next."""
        return self._break != _NO or self.length == self._line

    def end_line(self) -> None:
        """End the line if anything stands on it (in a cell: since the cell began)."""
        self._space = False
        if self.length > self._fresh:
            self._break = _ENDS

    def break_line(self) -> None:
        """End the line if anything stands on it; the block goes on."""
        self._space = False
        if self.length > self._fresh:
            self._break = self._break or _WITHIN

    def end_row(self) -> None:
        """End the line even if only tabs stand on it."""
        self._space = False
        if self.length > self._line:
            self._break = _ENDS

    def next_cell(self, previous: int) -> None:
        """A tab; ``previous`` is the length at which the cell before it began."""
        if self.length > previous:
            self._break = _NO
        self._end_waiting_line()
        self.parts.append("\t")
        self.length += 1
        self._fresh = self.length
        self._space = False

    def mark(self) -> "Mark":
        """The beginning of a stretch that is trimmed of white space."""
        mark = Mark(self, self.length, self.length)
        self._waiting.append(mark)
        return mark

    def close(self, mark: "Mark") -> None:
        """The end of a stretch; stretches that lie in it are closed before."""
        if self._waiting and self._waiting[-1] is mark:
            self._waiting.pop()
        else:
            mark.end = self._ink

    def append_line(self, line: str) -> int:
        """A line composed before, which parts no block; the offset at which it stands."""
        within = self._break == _WITHIN
        self.end_row()
        self._break = _WITHIN if within else self._break
        self._end_waiting_line()
        start = self.length
        self._append(line)
        self._break = _WITHIN if within else _ENDS
        return start

    def _write(self, words: str) -> None:
        self._end_waiting_line()
        if self._space and self.length > self._fresh:
            self._append(" ")
        self._space = False
        seen = words.strip()
        if seen:
            if self._waiting:
                self._reach(self.length + words.index(seen[0]))
            self._ink = self.length + len(words.rstrip())
        self.parts.append(words)
        self.length += len(words)

    def _reach(self, start: int) -> None:
        for mark in self._waiting:
            mark.start = start
        self._waiting.clear()

    def _end_waiting_line(self) -> None:
        if self._break:
            if self._break == _WITHIN:
                self.breaks.append(self.length)
            self.parts.append("\n")
            self.length += 1
            self._line = self._fresh = self.length
            self._break = _NO

    def _append(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


@attrs.define(eq=False)
class Mark:
    """A stretch of a flow."""

    flow: Flow
    start: int
    end: int

    @property
    def stretch(self) -> tuple[int, int]:
        """The offsets in the text of the document."""
        base, length = self.flow.base, self.flow.length
        return base + min(self.start, length), base + min(self.end, length)


class Composer:
    """The text of a page in the making: the flow that is seen, and hidden ones that wait for the end of a line.

    What is hidden never parts what is seen: it follows the line, or the table, in which it stands.
    """

    def __init__(self) -> None:
        self.page = Flow()
        self.flow = self.page
        self.hidden: list[Hidden] = []
        self.open_tables = 0
        self._outer: list[Flow] = []
        self._waiting: list[Flow] = []

    def hide(self, reason: HiddenReason | None) -> None:
        """Begin a hidden stretch; without a reason it is seen, and stands beside the line."""
        self._outer.append(self.flow)
        self.flow = Flow(reason=reason)
        self._waiting.append(self.flow)

    def show(self) -> None:
        """End the hidden stretch that began last."""
        self.flow = self._outer.pop()
        if self.page.at_line_start:
            self._bring_hidden()

    def hide_text(self, reason: HiddenReason, text: str, name: str = "") -> "Mark | None":
        """A hidden stretch that is one text, behind the ``name`` of it; where the text stands."""
        if not (kept := text.strip()):
            return None
        self.hide(reason)
        flow = self.flow
        flow.add_preserved(f"{name}{kept}")
        self.show()
        return Mark(flow, len(name), flow.length)

    def end_line(self) -> None:
        """End the line, and bring what is hidden where no table is open."""
        self.flow.end_line()
        if self._waiting:
            self._bring_hidden()

    def break_line(self) -> None:
        """The same within a block."""
        self.flow.break_line()
        if self._waiting:
            self._bring_hidden()

    def text(self) -> str:
        """The text of the document; nothing may be added behind it."""
        self.end_line()
        return "".join(self.page.parts)

    def _bring_hidden(self) -> None:
        if self.flow is not self.page or self.open_tables:
            return
        for flow in self._waiting:
            text = "".join(flow.parts).rstrip()
            flow.length = len(text)
            flow.base = self.page.append_line(text) if text else self.page.length
            if text and flow.reason:
                self.hidden.append(Hidden(start=flow.base, end=flow.base + len(text), reason=flow.reason))
        self._waiting.clear()
