"""Fields of Word: what they show, where that is not among the runs of the text, and which of them are links."""

import attrs

from govdisclosure.readers.composing import Mark
from govdisclosure.readers.docx.events import value
from govdisclosure.readers.docx.look import is_on

__all__ = ["Field"]

_TICKED, _BLANK = "☒", "☐"


@attrs.define(eq=False)
class Field:
    """A field that is open: its instruction, the stretch of its result if it is a link, what its form shows."""

    instruction: str = ""
    link: Mark | None = None
    #: Whether its result has begun, and whether that holds words.
    has_result: bool = False
    is_shown: bool = False
    _entries: list[str] = attrs.field(factory=list)
    _chosen: str | None = None
    _ticked: bool | None = None

    def form_says(self, of: str, name: str, attributes: dict[str, str]) -> None:
        """A property of the list to choose from, or of the box to tick, that the field is."""
        said = value(attributes) or ""
        match (of, name):
            case ("ddList", "listEntry"):
                self._entries.append(said)
            case ("ddList", "result" | "default"):  # in this order
                self._chosen = said if self._chosen is None else self._chosen
            case ("checkBox", "default" | "checked"):  # in this order
                self._ticked = is_on(attributes)
            case ("checkBox", _) if self._ticked is None:
                self._ticked = False

    @property
    def is_link(self) -> bool:
        """Whether the words of the field lead elsewhere."""
        return self.instruction.lstrip().upper().startswith("HYPERLINK")

    @property
    def form(self) -> str:
        """What a field of a form shows that has no words of its own."""
        if self._entries:
            chosen = self._chosen or "0"
            at = int(chosen[:4]) if chosen.isascii() and chosen.isdecimal() else 0
            return self._entries[at] if at < len(self._entries) else ""
        return "" if self._ticked is None else _TICKED if self._ticked else _BLANK
