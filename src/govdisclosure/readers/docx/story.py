"""The walk through a part of a Word file that composes its text and its tables."""

from collections.abc import Callable, Mapping

import attrs

from govdisclosure.limits import Limits
from govdisclosure.readers.composing import Composer, Mark
from govdisclosure.readers.docx.cells import OpenTables
from govdisclosure.readers.docx.events import Named, value
from govdisclosure.readers.docx.notes import Note
from govdisclosure.readers.docx.numbering import Numbering
from govdisclosure.readers.docx.styles import Styles, is_on
from govdisclosure.readers.docx.symbols import symbol
from govdisclosure.readers.observed import HiddenReason
from govdisclosure.readers.package import Handler

__all__ = ["Story"]

#: What properties were before they were changed, parts that hold no text, and a second version of what was just read.
_SKIPPED = frozenset((
    *("pPrChange", "rPrChange", "tcPrChange", "trPrChange", "tblPrChange", "tblPrExChange", "tblGridChange"),
    *("sectPrChange", "numberingChange", "tabs", "tblPr", "tblPrEx", "tblGrid", "sectPr", "sdtPr", "sdtEndPr"),
    *("rubyPr", "ffData", "mc:Fallback"),
))  # fmt: skip
_PROPERTIES = frozenset(("pPr", "rPr", "numPr", "trPr", "tcPr"))
_TEXTS = frozenset(("t", "delText", "instrText", "delInstrText", "m:t"))
_DELETED = frozenset(("del", "moveFrom"))
_SPACE = "http://www.w3.org/XML/1998/namespace space"
#: White space that XML keeps and Word shows as a blank.
_BLANKS = str.maketrans("\t\n\r", "   ")

Attributes = dict[str, str]


@attrs.define(eq=False)
class _Paragraph:
    """A paragraph: what numbers it, and whether its end is deleted."""

    style: str | None = None
    number: str | None = None
    level: int | None = None
    joined: bool = False
    label: str = ""
    mark: Mark | None = None


@attrs.define(eq=False)
class _Run:
    """A run of one look: whether it is hidden, and whether the hidden stretch has begun."""

    hidden: bool = False
    begun: bool = False


class Story(Handler):
    """The text of one part. A handler of that part; ``notes`` are those to which it may refer."""

    def __init__(self, limits: Limits, styles: Styles, numbering: Numbering, notes: Mapping[str, Note]) -> None:
        self.composer = Composer()
        self.tables = OpenTables(self.composer, limits)
        #: The lines of tables of contents, which only repeat what headings say.
        self.contents: list[Mark] = []
        self.pictures = 0
        self._styles, self._numbering, self._notes = styles, numbering, notes
        self._names = Named()
        self._skipped = 0
        #: For each thing of several versions whether one was read.
        self._chosen: list[bool] = []
        self._properties: list[str] = []
        self._paragraphs: list[_Paragraph] = []
        self._runs: list[_Run] = []
        self._text: list[str] = []
        self._reads = self._keeps = False
        self._pending: list[str] = []
        #: Whether the next paragraph goes on in the line of the last one, whose end is deleted.
        self._joined = False
        self._enter = self._entering()
        self._leave = self._leaving()

    # --- elements

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        name = self._names[tag]
        if self._skipped or name in _SKIPPED:
            self._skipped += 1
        elif name in _PROPERTIES:
            self._properties.append(name)
        elif self._properties:
            self._property(self._properties[-1], name, attributes)
        elif name in _TEXTS:
            self._text.clear()
            self._reads, self._keeps = True, attributes.get(_SPACE) == "preserve"
        elif enter := self._enter.get(name):
            enter(attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        name = self._names[tag]
        if self._skipped:
            self._skipped -= 1
        elif name in _PROPERTIES:
            self._properties.pop()
            if not self._properties:
                self._told(name)
        elif self._properties:
            return
        elif name in _TEXTS:
            self._end_text(name)
        elif leave := self._leave.get(name):
            leave()

    def data(self, text: str) -> None:
        """Text, of which only that of runs is shown."""
        if self._reads:
            self._text.append(text)

    def _entering(self) -> dict[str, Callable[[Attributes], None]]:
        """What is done where elements begin."""
        plain: dict[str, Callable[[], None]] = {
            "p": self._begin_paragraph,
            **dict.fromkeys(("r", "m:r"), self._begin_run),
            **dict.fromkeys(("br", "cr"), self._break_line),
            **dict.fromkeys(("tab", "ptab"), self._blank),
            "noBreakHyphen": self._hyphen,
            "tbl": self.tables.begin_table,
            "tr": self.tables.begin_row,
            "tc": self.tables.enter_cell,
            "txbxContent": self._begin_box,
            "mc:AlternateContent": self._begin_choice,
            "mc:Choice": self._choose,
            **dict.fromkeys(("pic:pic", "v:imagedata", "altChunk"), self._picture),
            **dict.fromkeys(_DELETED, self._delete),
            "rt": self._annotate,
        }
        return {name: _without_attributes(called) for name, called in plain.items()} | {
            "sym": self._sign,
            "wp:docPr": self._describe,
            "footnoteReference": self._refer_to_foot,
            "endnoteReference": self._refer_to_end,
        }

    def _leaving(self) -> dict[str, Callable[[], None]]:
        """What is done where they end."""
        return {
            "p": self._end_paragraph,
            **dict.fromkeys(("r", "m:r"), self._end_run),
            "tbl": self._end_table,
            "tr": self.tables.end_row,
            "tc": self.tables.leave_cell,
            "txbxContent": self._end_box,
            "mc:AlternateContent": self._end_choice,
            **dict.fromkeys((*_DELETED, "rt"), self.composer.show),
        }

    # --- properties

    def _property(self, of: str, name: str, attributes: Attributes) -> None:
        if of in ("pPr", "numPr") and self._paragraphs:
            self._of_paragraph(self._paragraphs[-1], name, value(attributes))
        elif of == "rPr":
            self._of_run(name, attributes)
        elif of == "trPr":
            self.tables.row_says(name, attributes)
        elif of == "tcPr":
            self.tables.cell_says(name, attributes)

    def _of_paragraph(self, paragraph: _Paragraph, name: str, said: str | None) -> None:
        if name == "pStyle":
            paragraph.style = said
        elif name == "numId":
            paragraph.number = said or ""
        elif name == "ilvl" and said and said.isascii() and said.isdecimal():
            paragraph.level = int(said[:4])

    def _of_run(self, name: str, attributes: Attributes) -> None:
        if self._properties[0] == "pPr":
            if name in _DELETED and self._paragraphs:
                self._paragraphs[-1].joined = True
        elif self._runs and name == "rStyle":
            self._runs[-1].hidden |= self._styles.hides(value(attributes))
        elif self._runs and name == "vanish":
            self._runs[-1].hidden = is_on(attributes)

    def _told(self, name: str) -> None:
        """What follows from properties once all of them are known."""
        if name == "pPr" and self._paragraphs:
            self._number(self._paragraphs[-1])
        elif name == "tcPr":
            self.tables.begin_cell()

    def _number(self, paragraph: _Paragraph) -> None:
        if self._styles.is_contents(paragraph.style):
            paragraph.mark = self.composer.flow.mark()
        number, level = self._styles.numbering(paragraph.style)
        if paragraph.number is not None:
            number, level = paragraph.number, paragraph.level
        if number is None or self.composer.flow.reason:
            return
        if paragraph.level is not None:
            level = paragraph.level
        if level is None:
            level = self._numbering.level_of(number, paragraph.style)
        paragraph.label = self._numbering.next(number, level)

    # --- texts

    def _end_text(self, name: str) -> None:
        text = "".join(self._text)
        self._text.clear()
        self._reads = False
        if name in ("instrText", "delInstrText"):
            self.composer.hide_text(HiddenReason.MARKUP, text)
            return
        text = text.translate(_BLANKS)
        text = text if self._keeps or name == "m:t" else text.strip(" ")
        if name == "delText" and self.composer.flow.reason is None:
            self.composer.hide_text(HiddenReason.DELETED, text)
        else:
            self._write(text)

    def _write(self, text: str) -> None:
        """Words of the run that is open."""
        if not text:
            return
        run = self._runs[-1] if self._runs else _Run()
        if run.hidden and not run.begun:
            self.composer.hide(HiddenReason.INVISIBLE)
            run.begun = True
        paragraph = self._paragraphs[-1] if self._paragraphs else None
        if paragraph and paragraph.label and not self.composer.flow.reason:
            self.composer.flow.add_preserved(paragraph.label)
            paragraph.label = ""
        self.composer.flow.add_preserved(text)

    def _blank(self) -> None:
        self._write(" ")  # a tab would part cells

    def _hyphen(self) -> None:
        self._write("-")

    def _sign(self, attributes: Attributes) -> None:
        self._write(symbol(value(attributes, "font") or "", value(attributes, "char") or ""))

    def _break_line(self) -> None:
        self.composer.flow.end_line()

    # --- paragraphs and runs

    def _begin_paragraph(self) -> None:
        self.tables.begin_cell()
        if not self._joined:
            self.composer.flow.end_line()
        self._joined = False
        self._paragraphs.append(_Paragraph())

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        if paragraph.mark:
            paragraph.mark.flow.close(paragraph.mark)
            self.contents.append(paragraph.mark)
        self._joined = paragraph.joined
        if not paragraph.joined:
            self.composer.end_line()
        self._bring_notes()

    def _begin_run(self) -> None:
        paragraph = self._paragraphs[-1] if self._paragraphs else None
        self._runs.append(_Run(hidden=paragraph is not None and self._styles.hides(paragraph.style)))

    def _end_run(self) -> None:
        if self._runs.pop().begun:
            self.composer.show()

    def _delete(self) -> None:
        self.composer.hide(HiddenReason.DELETED)

    def _annotate(self) -> None:
        """How a word is pronounced, in small letters over it."""
        self.composer.hide(HiddenReason.DESCRIPTION)

    def _end_table(self) -> None:
        self.tables.end_table()
        self._bring_notes()

    # --- what stands beside the text

    def _begin_box(self) -> None:
        """A text box: it follows the paragraph to which it is tied."""
        self.composer.hide(self.composer.flow.reason)
        self.tables.begin_box()
        self._paragraphs.append(_Paragraph())
        self._runs.append(_Run())

    def _end_box(self) -> None:
        self._runs.pop()
        self._paragraphs.pop()
        self.tables.end_box()
        self.composer.flow.end_line()
        self.composer.show()

    def _begin_choice(self) -> None:
        self._chosen.append(False)

    def _end_choice(self) -> None:
        self._chosen.pop()

    def _choose(self) -> None:
        """Of several versions of a thing the first is read."""
        if not self._chosen:
            return
        if self._chosen[-1]:
            self._skipped = 1
        self._chosen[-1] = True

    def _describe(self, attributes: Attributes) -> None:
        if said := attributes.get("descr"):
            self.composer.hide_text(HiddenReason.DESCRIPTION, said)

    def _picture(self) -> None:
        self.pictures += 1

    def _refer_to_foot(self, attributes: Attributes) -> None:
        self._pending.append(f"footnote:{value(attributes, 'id')}")

    def _refer_to_end(self, attributes: Attributes) -> None:
        self._pending.append(f"endnote:{value(attributes, 'id')}")

    def _bring_notes(self) -> None:
        """The notes to which the text above refers, where no table is open."""
        composer = self.composer
        if not self._pending or composer.flow is not composer.page or composer.open_tables or self._paragraphs:
            return
        for note in filter(None, map(self._notes.get, self._pending)):
            composer.flow.append_line(note.lines)
            composer.end_line()
            for reason, text in note.hidden:
                composer.hide_text(reason, text)
        self._pending.clear()


def _without_attributes(called: Callable[[], None]) -> Callable[[Attributes], None]:
    return lambda _: called()
