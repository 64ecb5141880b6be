"""The paragraphs and runs that are open while a text is composed: how their words are set, numbered, hidden."""

from collections.abc import Callable

import attrs

from govdisclosure.readers.composing import Composer, Mark
from govdisclosure.readers.docx.events import value
from govdisclosure.readers.docx.fields import Field
from govdisclosure.readers.docx.look import Look, Told, told_by
from govdisclosure.readers.docx.marks import MarkedParagraph
from govdisclosure.readers.docx.numbering import Numbering
from govdisclosure.readers.docx.styles import Styles, outline_level

__all__ = ["OpenWords"]

#: The beginning of the instruction of a field says which field it is.
_INSTRUCTION = 20


@attrs.define(eq=False)
class _Paragraph:
    """A paragraph: what numbers it, and whether its end is deleted. What stands in a box has no stretch of its own."""

    marked: MarkedParagraph | None = None
    style: str | None = None
    number: str | None = None
    level: int | None = None
    is_joined: bool = False
    label: str = ""


@attrs.define(eq=False)
class _Run:
    """A run of one look: its style, its own properties, and whether a hidden stretch has begun with it."""

    style: str | None = None
    told: Told = attrs.field(factory=dict)
    look: Look | None = None
    begun: bool = False


class OpenWords:
    """The words of one text; ``count`` is called with the number of characters that are about to be written."""

    def __init__(self, composer: Composer, styles: Styles, numbering: Numbering, count: Callable[[int], None]) -> None:
        self.marked: list[MarkedParagraph] = []
        self.links: list[Mark] = []
        #: The lines of tables of contents, which only repeat what headings say.
        self.contents: list[Mark] = []
        #: Whether the next paragraph goes on in the line of the last one, whose end is deleted.
        self.is_joined = False
        self._composer, self._styles, self._numbering, self._count = composer, styles, numbering, count
        self._paragraphs: list[_Paragraph] = []
        self._runs: list[_Run] = []
        self._fields: list[Field] = []
        self._open_links: list[Mark] = []

    def write(self, text: str) -> None:
        """Words of the run that is open."""
        if not text:
            return
        run = self._runs[-1] if self._runs else _Run()
        paragraph = self._paragraphs[-1] if self._paragraphs else _Paragraph()
        look = run.look = run.look or self._look(paragraph, run)
        if look.unseen and not run.begun:
            self._composer.hide(look.unseen)
            run.begun = True
        flow = self._composer.flow
        if not flow.reason:
            if paragraph.label:
                self._count(len(paragraph.label))
                flow.add_preserved(paragraph.label)
                paragraph.label = ""
            if paragraph.marked:
                paragraph.marked.add(text, look)
        if self._fields:
            self._fields[-1].is_shown |= self._fields[-1].has_result
        self._count(len(text))
        flow.add_preserved(look.shown(text))

    def _look(self, paragraph: _Paragraph, run: _Run) -> Look:
        look = self._styles.look(paragraph.style, run.style)
        return attrs.evolve(look, **run.told) if run.told else look  # type: ignore[arg-type]

    # --- paragraphs

    @property
    def are_in_paragraph(self) -> bool:
        """Whether a paragraph is open."""
        return bool(self._paragraphs)

    def begin_paragraph(self) -> None:
        """A paragraph."""
        flow = self._composer.flow
        if not self.is_joined:
            flow.end_line()
        self.is_joined = False
        in_table = flow is self._composer.page and bool(self._composer.open_tables)
        self._paragraphs.append(_Paragraph(MarkedParagraph(flow.mark(), in_table=in_table)))

    def end_paragraph(self) -> None:
        """The end of a paragraph."""
        paragraph = self._paragraphs.pop()
        if marked := paragraph.marked:
            marked.mark.flow.close(marked.mark)
            if self._styles.is_contents(paragraph.style):
                self.contents.append(marked.mark)
            elif marked.sizes:
                marked.level = self._styles.heading(paragraph.style) if marked.level is None else marked.level
                self.marked.append(marked)
        self.is_joined = paragraph.is_joined
        if not paragraph.is_joined:
            self._composer.end_line()

    def paragraph_says(self, name: str, attributes: dict[str, str]) -> None:
        """A property of a paragraph."""
        if not self._paragraphs:
            return
        paragraph, said = self._paragraphs[-1], value(attributes)
        if name == "pStyle":
            paragraph.style = said
        elif name == "numId":
            paragraph.number = said or ""
        elif name == "ilvl" and said and said.isascii() and said.isdecimal():
            paragraph.level = int(said[:4])
        elif name == "outlineLvl" and paragraph.marked:
            paragraph.marked.level = outline_level(said)

    def join(self) -> None:
        """The end of the paragraph is deleted."""
        if self._paragraphs:
            self._paragraphs[-1].is_joined = True

    def number(self) -> None:
        """Number the paragraph, of which all properties are known."""
        if not self._paragraphs or self._composer.flow.reason:
            return
        paragraph = self._paragraphs[-1]
        number, level = self._styles.numbering(paragraph.style)
        if paragraph.number is not None:
            number, level = paragraph.number, paragraph.level
        if number is None:
            return
        if paragraph.level is not None:
            level = paragraph.level
        if level is None:
            level = self._numbering.level_of(number, paragraph.style)
        paragraph.label = self._numbering.next(number, level)

    # --- runs

    def begin_run(self) -> None:
        """A run."""
        self._runs.append(_Run())

    def end_run(self) -> None:
        """The end of a run."""
        if self._runs.pop().begun:
            self._composer.show()

    def run_says(self, name: str, attributes: dict[str, str]) -> None:
        """A property of a run."""
        if not self._runs:
            return
        if name == "rStyle":
            self._runs[-1].style = value(attributes)
        else:
            self._runs[-1].told |= told_by(name, attributes)

    def begin_box(self) -> None:
        """A box, whose words are none of the paragraph and the run to which it is tied."""
        self._paragraphs.append(_Paragraph())
        self.begin_run()

    def end_box(self) -> None:
        """The end of a box."""
        self._runs.pop()
        self._paragraphs.pop()

    # --- links and fields

    def begin_link(self) -> None:
        """Words that lead elsewhere."""
        self._open_links.append(self._composer.flow.mark())

    def end_link(self) -> None:
        """The end of a link."""
        self._close_link(self._open_links.pop())

    def _close_link(self, link: Mark) -> None:
        link.flow.close(link)
        self.links.append(link)

    def instruct(self, text: str) -> None:
        """The instruction of a field, or a part of it."""
        if self._fields:
            self._fields[-1].instruction += text[:_INSTRUCTION]

    def form_says(self, of: str, name: str, attributes: dict[str, str]) -> None:
        """A property of the field of a form."""
        if self._fields:
            self._fields[-1].form_says(of, name, attributes)

    def field(self, attributes: dict[str, str]) -> None:
        """The beginning of a field, of its result, or its end."""
        kind = value(attributes, "fldCharType")
        if kind == "begin":
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            field = self._fields[-1]
            field.has_result = True
            field.link = self._composer.flow.mark() if field.is_link else None
        elif kind == "end" and self._fields:
            self._end_field(self._fields.pop())

    def _end_field(self, field: Field) -> None:
        if field.link:
            self._close_link(field.link)
        if not field.is_shown:
            self.write(field.form)
