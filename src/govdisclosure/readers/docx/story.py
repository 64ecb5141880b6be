"""The walk through a part of a Word file that composes its text and its tables."""

from collections.abc import Callable, Mapping

import attrs

from govdisclosure.limits import Limits
from govdisclosure.readers.composing import Composer
from govdisclosure.readers.docx.cells import OpenTables
from govdisclosure.readers.docx.events import Named, relation, value
from govdisclosure.readers.docx.notes import Note
from govdisclosure.readers.docx.numbering import Numbering
from govdisclosure.readers.docx.styles import Styles
from govdisclosure.readers.docx.symbols import symbol
from govdisclosure.readers.docx.words import OpenWords
from govdisclosure.readers.observed import HiddenReason
from govdisclosure.readers.package import Handler

__all__ = ["Sources", "Story"]

#: What properties were before they were changed, parts that hold no text, and a second version of what was just read.
_SKIPPED = frozenset((
    *("pPrChange", "rPrChange", "tcPrChange", "trPrChange", "tblPrChange", "tblPrExChange", "tblGridChange"),
    *("sectPrChange", "numberingChange", "tabs", "tblPr", "tblPrEx", "tblGrid", "sectPr", "sdtPr", "sdtEndPr"),
    *("rubyPr", "mc:Fallback"),
))  # fmt: skip
_PROPERTIES = frozenset(("pPr", "rPr", "numPr", "trPr", "tcPr", "ffData", "ddList", "checkBox"))
_TEXTS = frozenset(("t", "delText", "instrText", "delInstrText", "m:t", "a:t"))
_DELETED = frozenset(("del", "moveFrom"))
_SPACE = "http://www.w3.org/XML/1998/namespace space"
#: White space that XML keeps and Word shows as a blank.
_BLANKS = str.maketrans("\t\n\r", "   ")

Attributes = dict[str, str]


@attrs.frozen
class Sources:
    """What the text of a part draws on.

    ``notes`` are those to which it may refer, ``drawn`` gives the lines of a chart or diagram by the id of its
    relation, and ``count`` is called with the number of characters that are about to be written.
    """

    limits: Limits
    styles: Styles
    numbering: Numbering
    notes: Mapping[str, Note]
    drawn: Callable[[str], list[str]]
    count: Callable[[int], None]


class Story(Handler):
    """The text of one part. A handler of that part."""

    def __init__(self, sources: Sources) -> None:
        self.composer = Composer()
        self.tables = OpenTables(self.composer, sources.limits)
        self.words = OpenWords(self.composer, sources.styles, sources.numbering, sources.count)
        self.pictures = self.charts = 0
        self._sources = sources
        self._names = Named()
        self._skipped = 0
        #: For each thing of several versions whether one was read.
        self._chosen: list[bool] = []
        self._properties: list[str] = []
        self._text: list[str] = []
        self._reads = self._keeps = False
        self._pending: list[str] = []
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
            self._reads, self._keeps = True, attributes.get(_SPACE) == "preserve" or name in ("m:t", "a:t")
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
            **dict.fromkeys(("p", "a:p"), self._begin_paragraph),
            **dict.fromkeys(("r", "m:r"), self.words.begin_run),
            **dict.fromkeys(("br", "cr", "a:br"), self._break_line),
            **dict.fromkeys(("tab", "ptab"), self._blank),
            "noBreakHyphen": self._hyphen,
            "hyperlink": self.words.begin_link,
            "tbl": self.tables.begin_table,
            "tr": self.tables.begin_row,
            "tc": self.tables.enter_cell,
            **dict.fromkeys(("txbxContent", "a:txBody"), self._begin_box),
            "mc:AlternateContent": self._begin_choice,
            "mc:Choice": self._choose,
            **dict.fromkeys(("pic:pic", "v:imagedata", "altChunk"), self._picture),
            **dict.fromkeys(_DELETED, self._delete),
            "rt": self._annotate,
        }
        return {name: _without_attributes(called) for name, called in plain.items()} | {
            "sym": self._sign,
            "fldChar": self.words.field,
            "wp:docPr": self._describe,
            "v:textpath": self._show_lettering,
            "c:chart": self._show_chart,
            "dgm:relIds": self._show_diagram,
            "footnoteReference": self._refer_to_foot,
            "endnoteReference": self._refer_to_end,
        }

    def _leaving(self) -> dict[str, Callable[[], None]]:
        """What is done where they end."""
        return {
            **dict.fromkeys(("p", "a:p"), self._end_paragraph),
            **dict.fromkeys(("r", "m:r"), self.words.end_run),
            "hyperlink": self.words.end_link,
            "tbl": self._end_table,
            "tr": self.tables.end_row,
            "tc": self.tables.leave_cell,
            **dict.fromkeys(("txbxContent", "a:txBody"), self._end_box),
            "mc:AlternateContent": self._end_choice,
            **dict.fromkeys((*_DELETED, "rt"), self.composer.show),
        }

    # --- properties

    def _property(self, of: str, name: str, attributes: Attributes) -> None:
        if of in ("pPr", "numPr"):
            self.words.paragraph_says(name, attributes)
        elif of == "rPr" and self._properties[0] != "pPr":
            self.words.run_says(name, attributes)
        elif of == "rPr" and name in _DELETED:
            self.words.join()
        elif of == "trPr":
            self.tables.row_says(name, attributes)
        elif of == "tcPr":
            self.tables.cell_says(name, attributes)
        elif of in ("ddList", "checkBox"):
            self.words.form_says(of, name, attributes)

    def _told(self, name: str) -> None:
        """What follows from properties once all of them are known."""
        if name == "pPr":
            self.words.number()
        elif name == "tcPr":
            self.tables.begin_cell()

    # --- texts

    def _end_text(self, name: str) -> None:
        text = "".join(self._text)
        self._text.clear()
        self._reads = False
        if name in ("instrText", "delInstrText"):
            self.words.instruct(text)
            self.composer.hide_text(HiddenReason.MARKUP, text)
            return
        text = text.translate(_BLANKS)
        text = text if self._keeps else text.strip(" ")
        if name == "delText" and self.composer.flow.reason is None:
            self.composer.hide_text(HiddenReason.DELETED, text)
        else:
            self.words.write(text)

    def _blank(self) -> None:
        self.words.write(" ")  # a tab would part cells

    def _hyphen(self) -> None:
        self.words.write("-")

    def _sign(self, attributes: Attributes) -> None:
        self.words.write(symbol(value(attributes, "font") or "", value(attributes, "char") or ""))

    def _break_line(self) -> None:
        self.composer.flow.end_line()

    def _begin_paragraph(self) -> None:
        self.tables.begin_cell()
        self.words.begin_paragraph()

    def _end_paragraph(self) -> None:
        self.words.end_paragraph()
        self._bring_notes()

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
        self.words.begin_box()

    def _end_box(self) -> None:
        self.words.end_box()
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

    def _show_lettering(self, attributes: Attributes) -> None:
        """Words drawn as a picture: the mark across a page, say."""
        self.composer.hide_text(HiddenReason.DESCRIPTION, attributes.get("string", ""))

    def _show_chart(self, attributes: Attributes) -> None:
        """A chart, whose words are no sentences and whose numbers stand in no table."""
        self.charts += 1
        self.composer.hide_text(HiddenReason.DESCRIPTION, "\n".join(self._sources.drawn(relation(attributes, "id"))))

    def _show_diagram(self, attributes: Attributes) -> None:
        """A diagram: words in boxes, which follow the paragraph."""
        self.composer.hide(self.composer.flow.reason)
        for line in self._sources.drawn(relation(attributes, "dm")):
            self.composer.flow.add_preserved(f"{line}\n")
        self.composer.show()

    def _picture(self) -> None:
        self.pictures += 1

    def _refer_to_foot(self, attributes: Attributes) -> None:
        self._pending.append(f"footnote:{value(attributes, 'id')}")

    def _refer_to_end(self, attributes: Attributes) -> None:
        self._pending.append(f"endnote:{value(attributes, 'id')}")

    def _bring_notes(self) -> None:
        """The notes to which the text above refers, where no table is open."""
        composer = self.composer
        if not self._pending or composer.flow is not composer.page or composer.open_tables:
            return
        if self.words.are_in_paragraph:
            return
        for note in filter(None, map(self._sources.notes.get, self._pending)):
            self._sources.count(note.size)
            composer.flow.append_line(note.lines)
            composer.end_line()
            for reason, text in note.hidden:
                composer.hide_text(reason, text)
        self._pending.clear()


def _without_attributes(called: Callable[[], None]) -> Callable[[Attributes], None]:
    return lambda _: called()
