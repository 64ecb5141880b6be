"""How words are set: hidden, struck through, raised, bold, in which size."""

import attrs

from govdisclosure.readers.docx.events import value
from govdisclosure.readers.observed import HiddenReason
from govdisclosure.readers.raised import LOWERED, RAISED

__all__ = ["Look", "Told", "is_on", "told_by"]

#: What properties say of a look, by the fields of ``Look``.
Told = dict[str, bool | int | str]

_SWITCHES = {"vanish": "hidden", "strike": "struck", "dstrike": "struck_twice", "b": "bold"}
_SCRIPTS = {"superscript": RAISED, "subscript": LOWERED}


def is_on(attributes: dict[str, str]) -> bool:
    """Whether a switch is on: it is where it stands without a value."""
    return (value(attributes) or "on").lower() not in ("0", "false", "off")


def told_by(name: str, attributes: dict[str, str]) -> Told:
    """What a property of a run says of its look."""
    if field := _SWITCHES.get(name):
        return {field: is_on(attributes)}
    said = value(attributes) or ""
    if name == "vertAlign":
        return {"script": said}
    if name == "sz" and said.isascii() and said.isdecimal():
        return {"size": int(said[:4])}
    return {}


@attrs.frozen
class Look:
    """The look of a run; ``size`` in half points, by itself that of a file which says nothing."""

    hidden: bool = False
    struck: bool = False
    struck_twice: bool = False
    bold: bool = False
    size: int = 20
    script: str = ""

    @property
    def unseen(self) -> HiddenReason | None:
        """Why the words do not count: what is struck through is deleted by hand."""
        if self.hidden:
            return HiddenReason.INVISIBLE
        return HiddenReason.DELETED if self.struck or self.struck_twice else None

    def shown(self, text: str) -> str:
        """The words, raised and lowered digits as the characters of that look: a mark beside a number is no digit."""
        table = _SCRIPTS.get(self.script)
        return text.translate(table) if table else text
