"""What the styles of a Word file say of visibility, numbering and tables of contents."""

import re

import attrs

from govdisclosure.readers.docx.events import Named, value
from govdisclosure.readers.package import Handler

__all__ = ["Style", "Styles", "is_on"]

#: Styles of tables of contents have these names in every language version of Word.
_CONTENTS = re.compile(r"toc (?:[1-9]|heading)", re.IGNORECASE)
#: So far up is a style followed that is based on another one.
_MOST_BASES = 20


def is_on(attributes: dict[str, str]) -> bool:
    """Whether a switch is on: it is where it stands without a value."""
    return (value(attributes) or "on").lower() not in ("0", "false", "off")


@attrs.define
class Style:
    """One style. ``hidden`` is ``None`` where it does not say."""

    name: str = ""
    based_on: str | None = None
    hidden: bool | None = None
    number: str | None = None
    level: int | None = None


class Styles(Handler):
    """The styles of a file, by their ids. A handler of the part that holds them."""

    def __init__(self) -> None:
        self._styles: dict[str, Style] = {}
        self._names = Named()
        self._style = Style()
        self._within: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = self._names[tag]
        if name == "style":
            self._style = Style()
            self._styles[value(attributes, "styleId") or ""] = self._style
        elif self._within[1:2] == ["style"] and "pPrChange" not in self._within and "rPrChange" not in self._within:
            self._property(name, attributes)
        self._within.append(name)

    def _property(self, name: str, attributes: dict[str, str]) -> None:
        within = self._within[-1]
        if within == "style" and name == "name":
            self._style.name = value(attributes) or ""
        elif within == "style" and name == "basedOn":
            self._style.based_on = value(attributes)
        elif within == "rPr" and name == "vanish":
            self._style.hidden = is_on(attributes)
        elif within == "numPr" and name == "numId":
            self._style.number = value(attributes)
        elif within == "numPr" and name == "ilvl" and (level := value(attributes) or "").isdecimal():
            self._style.level = int(level[:4])

    def end(self, _tag: str) -> None:
        """An element ends."""
        self._within.pop()

    def _chain(self, name: str | None) -> list[Style]:
        """A style and those that it is based on."""
        found: list[Style] = []
        while name is not None and name in self._styles and len(found) < _MOST_BASES:
            found.append(self._styles[name])
            name = found[-1].based_on
        return found

    def hides(self, name: str | None) -> bool:
        """Whether words of a style are not shown."""
        return next((style.hidden for style in self._chain(name) if style.hidden is not None), False)

    def numbering(self, name: str | None) -> tuple[str | None, int | None]:
        """The list by which a style numbers its paragraphs, and the level where it says one."""
        chain = self._chain(name)
        number = next((style.number for style in chain if style.number is not None), None)
        return number, next((style.level for style in chain if style.level is not None), None)

    def is_contents(self, name: str | None) -> bool:
        """Whether paragraphs of a style are lines of a table of contents."""
        chain = self._chain(name)
        return bool(chain) and bool(_CONTENTS.fullmatch(chain[0].name))
