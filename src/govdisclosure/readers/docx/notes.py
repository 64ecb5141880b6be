"""Notes and comments: texts of their own, which stand where the text refers to them."""

from collections.abc import Callable

import attrs

from govdisclosure.readers.composing import Composer
from govdisclosure.readers.docx.events import Named, value
from govdisclosure.readers.observed import HiddenReason
from govdisclosure.readers.package import Handler

__all__ = ["Note", "Notes", "note_of"]

_KINDS = frozenset(("footnote", "endnote", "comment"))
#: Lines between text and notes, which Word keeps among the notes.
_RULES = frozenset(("separator", "continuationSeparator", "continuationNotice"))


@attrs.frozen
class Note:
    """A note: its lines, and what in it is hidden."""

    lines: str
    hidden: tuple[tuple[HiddenReason, str], ...]

    @property
    def size(self) -> int:
        """Its characters."""
        return len(self.lines) + sum(len(text) for _, text in self.hidden)


class Notes(Handler):
    """The notes of a file, by kind and id (``footnote:2``). A handler of the parts that hold them.

    ``begin`` makes a handler for one note, with the composer that it writes to.
    """

    def __init__(self, begin: Callable[[], tuple[Handler, Composer]]) -> None:
        self.found: dict[str, Note] = {}
        self._begin = begin
        self._names = Named()
        self._name = ""
        self._depth = 0
        self._inner: tuple[Handler, Composer] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._inner:
            self._depth += 1
            self._inner[0].start(tag, attributes)
        elif (kind := self._names[tag]) in _KINDS and value(attributes, "type") not in _RULES:
            self._name = f"{kind}:{value(attributes, 'id')}"
            self._depth = 0
            self._inner = self._begin()

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._inner is None:
            return
        if self._depth:
            self._depth -= 1
            self._inner[0].end(tag)
            return
        self.found[self._name] = note_of(self._inner[1])
        self._inner = None

    def data(self, text: str) -> None:
        """Text."""
        if self._inner:
            self._inner[0].data(text)


def note_of(composer: Composer) -> Note:
    """What was composed, the hidden stretches apart."""
    text = composer.text()
    lines, at = [], 0
    for one in composer.hidden:
        lines.append(text[at : one.start].strip("\n"))
        at = one.end
    lines.append(text[at:].strip("\n"))
    hidden = tuple((one.reason, text[one.start : one.end]) for one in composer.hidden)
    return Note("\n".join(filter(None, lines)), hidden)
