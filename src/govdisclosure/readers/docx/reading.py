"""A Word file -> what it shows."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from govdisclosure.errors import UnreadableInput
from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.readers.composing import Composer
from govdisclosure.readers.docx.events import Bounded
from govdisclosure.readers.docx.marks import markup_of
from govdisclosure.readers.docx.notes import Note, Notes
from govdisclosure.readers.docx.numbering import Numbering
from govdisclosure.readers.docx.story import Sources, Story
from govdisclosure.readers.docx.styles import Styles
from govdisclosure.readers.drawn import CHARTS, DIAGRAM, words_of_part
from govdisclosure.readers.observed import HiddenReason, Markup, MarkupKind, Observed
from govdisclosure.readers.package import Handler, Package

__all__ = ["observe_docx"]

#: What the kinds of the parts of Word files begin with; the kinds of its text; those of files with macros.
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = tuple(f"{_WORD}{kind}.main+xml" for kind in ("document", "template"))
_MACROS = tuple(f"application/vnd.ms-word.{kind}.main+xml" for kind in
                ("document.macroenabled", "template.macroenabledtemplate"))  # fmt: skip
_TITLE = "http://purl.org/dc/elements/1.1/ title"


def observe_docx(package: Package) -> Observed | None:
    """What a Word file shows; ``None`` for every other file.

    Raises ``UnreadableInput`` for a file that is broken, made to deceive or has macros, and ``LimitExceeded`` beyond
    the ``docx_...`` limits and those of tables.
    """
    main, kind = package.main()
    if kind in _MACROS:
        raise UnreadableInput("docx-macros", {"name": package.name})
    return _Reading(package, main).observed() if kind in _MAIN else None


class _Reading:
    """One file, its styles and lists read."""

    def __init__(self, package: Package, main: str) -> None:
        self._package, self._main, self._limits = package, main, package.limits
        self._styles, self._numbering = Styles(), Numbering()
        for part in self._parts("styles"):
            self._parse(part, self._styles)
        for part in self._parts("numbering"):
            self._parse(part, self._numbering)

    def _parts(self, kind: str) -> list[str]:
        """The parts of a kind that belong to the text; a file may hold others, of a collection of blocks, say."""
        return sorted(self._package.related(self._main, kind).values()) or self._package.parts(f"{_WORD}{kind}+xml")

    def _parse(self, part: str, handler: Handler) -> None:
        self._package.parse(part, Bounded(handler, self._limits))

    def observed(self) -> Observed:
        """The text with its notes, then comments, the title of the file, the heads and feet of pages."""
        story = self._story(self._main, self._notes("footnotes", "endnotes"))
        self._parse(self._main, story)
        composer = story.composer
        composer.end_line()
        for comment in self._notes("comments").values():
            composer.hide_text(HiddenReason.MARKUP, comment.lines)
        composer.hide_text(HiddenReason.DESCRIPTION, title := self._title())
        titled = composer.hidden[-1] if title else None
        furniture = []
        for lines in self._around():
            start = composer.flow.append_line(lines)
            furniture.append((start, start + len(lines)))
        text = composer.text()
        furniture += [mark.stretch for mark in story.words.contents]
        markup = markup_of(story.words.marked, story.words.links, text)
        if titled:
            markup = (*markup, Markup(start=titled.start, end=titled.end, kind=MarkupKind.TITLE))
        return Observed(
            text=text,
            grids=tuple(table.grid() for table in story.tables.seen),
            hidden=tuple(composer.hidden),
            furniture=tuple(sorted(furniture)),
            markup=markup,
            findings=tuple(self._noticed(story)),
        )

    def _story(self, part: str, notes: dict[str, Note] | None = None) -> Story:
        def drawn(id_: str) -> list[str]:
            related = (self._package.related(part, kind) for kind in (*CHARTS, DIAGRAM))
            return [line for parts in related if id_ in parts for line in words_of_part(self._package, parts[id_])]

        count = self._package.count_shown
        return Story(Sources(self._limits, self._styles, self._numbering, notes or {}, drawn, count))

    def _notes(self, *kinds: str) -> dict[str, Note]:
        """The notes of these kinds."""
        found: dict[str, Note] = {}
        for kind in kinds:
            for part in self._parts(kind):
                notes = Notes(lambda part=part: self._begin(part))  # type: ignore[misc]
                self._parse(part, notes)
                found |= notes.found
        return found

    def _begin(self, part: str) -> tuple[Story, Composer]:
        story = self._story(part)
        return story, story.composer

    def _title(self) -> str:
        """The title that the file has among its properties, on one line; a damaged part of these harms nobody."""
        title = _Title()
        with suppress(UnreadableInput):
            for part in self._package.related("", "core-properties").values():
                self._package.parse(part, title)
        return " ".join("".join(title.found).split())

    def _around(self) -> Iterator[str]:
        """The heads and feet of pages, each once."""
        seen: set[str] = set()
        for part in [*self._parts("header"), *self._parts("footer")]:
            story = self._story(part)
            self._parse(part, story)
            lines = story.composer.text().strip()
            if lines and lines not in seen:
                seen.add(lines)
                yield lines

    def _noticed(self, story: Story) -> Iterable[Finding]:
        for table in story.tables.seen:
            yield from table.findings
        for form in self._numbering.unknown:
            yield finding("numbering-form", Side(), verdict=Verdict.NOTED, params={"form": form[:40]})
        for code, count in (("picture-not-read", story.pictures), ("chart-apart", story.charts)):
            if count:
                yield finding(code, Side(), verdict=Verdict.NOTED, params={"count": str(count)})


class _Title(Handler):
    """The title of a file. A handler of the part that holds its properties."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._reads = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - of a handler
        """An element begins."""
        self._reads = tag == _TITLE

    def end(self, tag: str) -> None:  # noqa: ARG002 - of a handler
        """An element ends."""
        self._reads = False

    def data(self, text: str) -> None:
        """Text."""
        if self._reads:
            self.found.append(text)
