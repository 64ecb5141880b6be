"""What the styles of a Word file say of the look of words, of headings, of numbering and of tables of contents."""

import re
from functools import cache

import attrs

from govdisclosure.readers.docx.events import Named, value
from govdisclosure.readers.docx.look import Look, Told, told_by
from govdisclosure.readers.package import Handler

__all__ = ["Style", "Styles", "outline_level"]

#: Styles of tables of contents have these names in every language version of Word.
_CONTENTS = re.compile(r"toc (?:[1-9]|heading)", re.IGNORECASE)
#: So have those of titles and headings; people name their own after what Chinese versions show.
_HEADING = re.compile(r"(?:heading|标题|標題) ?(?P<level>[1-9])", re.IGNORECASE)
_TITLE = re.compile(r"title|标题|標題|文件标题|大标题", re.IGNORECASE)
#: So far up is a style followed that is based on another one.
_MOST_BASES = 20
#: Fields of a look that a style of words adds to that of the paragraph; of the others it has the last word.
_ADDED = ("hidden", "struck", "struck_twice", "bold")


def outline_level(said: str | None) -> int:
    """The level of a heading by its level in the outline, which counts from 0; 0 for other text."""
    return int(said) + 1 if said and len(said) == 1 and said in "012345678" else 0


@attrs.define
class Style:
    """One style. ``number``, ``level`` and ``outline`` (a level of headings from 1) are ``None`` where it says none."""

    name: str = ""
    based_on: str | None = None
    look: Told = attrs.field(factory=dict)
    number: str | None = None
    level: int | None = None
    outline: int | None = None


class Styles(Handler):
    """The styles of a file, by their ids. A handler of the part that holds them."""

    def __init__(self) -> None:
        self._styles: dict[str, Style] = {}
        self._names = Named()
        self._style = self._defaults = Style()
        #: The style of paragraphs that name none.
        self._usual: str | None = None
        self._within: list[str] = []
        # Paragraphs have few styles, and ask again and again.
        self.look, self.heading = cache(self._look), cache(self._heading)
        self.numbering, self.is_contents = cache(self._numbering), cache(self._is_contents)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = self._names[tag]
        if name == "docDefaults":
            self._style = self._defaults
        elif name == "style":
            self._begin_style(attributes)
        elif len(self._within) > 1 and "pPrChange" not in self._within and "rPrChange" not in self._within:
            self._property(name, attributes)
        self._within.append(name)

    def _begin_style(self, attributes: dict[str, str]) -> None:
        self._style = Style()
        id_ = value(attributes, "styleId") or ""
        self._styles[id_] = self._style
        if value(attributes, "type") == "paragraph" and (value(attributes, "default") or "0") in ("1", "true", "on"):
            self._usual = id_

    def _property(self, name: str, attributes: dict[str, str]) -> None:
        within, said = self._within[-1], value(attributes)
        match (within, name):
            case ("style", "name"):
                self._style.name = said or ""
            case ("style", "basedOn"):
                self._style.based_on = said
            case ("rPr", _):
                self._style.look |= told_by(name, attributes)
            case ("numPr", "numId"):
                self._style.number = said
            case ("numPr", "ilvl") if (said or "").isdecimal():
                self._style.level = int((said or "")[:4])
            case ("pPr", "outlineLvl"):
                self._style.outline = outline_level(said)

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

    def _of_paragraph(self, name: str | None) -> list[Style]:
        return self._chain(name if name in self._styles else self._usual)

    def _look(self, paragraph: str | None, run: str | None) -> Look:
        """How words are set that have a style of paragraphs, and perhaps one of words."""
        of_paragraph, of_words = (_told(chain) for chain in (self._of_paragraph(paragraph), self._chain(run)))
        told = self._defaults.look | of_paragraph | of_words
        added: Told = {field: True for field in _ADDED if of_paragraph.get(field) or of_words.get(field)}
        return Look(**(told | added))  # type: ignore[arg-type]

    def _heading(self, name: str | None) -> int:
        """The level of the headings that a style sets, from 1; 0 where it sets none."""
        chain = self._of_paragraph(name)
        told = next((style.outline for style in chain if style.outline is not None), 0)
        return told or next(filter(None, map(_level_named, chain)), 0)

    def _numbering(self, name: str | None) -> tuple[str | None, int | None]:
        """The list by which a style numbers its paragraphs, and the level where it says one."""
        chain = self._of_paragraph(name)
        number = next((style.number for style in chain if style.number is not None), None)
        return number, next((style.level for style in chain if style.level is not None), None)

    def _is_contents(self, name: str | None) -> bool:
        """Whether paragraphs of a style are lines of a table of contents."""
        chain = self._chain(name)
        return bool(chain) and bool(_CONTENTS.fullmatch(chain[0].name))


def _told(chain: list[Style]) -> Told:
    """What styles say together: those further down the chain first."""
    told: Told = {}
    for style in reversed(chain):
        told |= style.look
    return told


def _level_named(style: Style) -> int:
    """The level of headings that the name of a style says."""
    if match := _HEADING.fullmatch(style.name):
        return int(match["level"])
    return 1 if _TITLE.fullmatch(style.name) else 0
