"""A Word file -> what it shows."""

from collections.abc import Iterator

from govdisclosure.errors import UnreadableInput
from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.readers.composing import Composer
from govdisclosure.readers.docx.events import Bounded
from govdisclosure.readers.docx.notes import Note, Notes
from govdisclosure.readers.docx.numbering import Numbering
from govdisclosure.readers.docx.story import Story
from govdisclosure.readers.docx.styles import Styles
from govdisclosure.readers.observed import HiddenReason, Observed
from govdisclosure.readers.package import Handler, Package

__all__ = ["observe_docx"]

#: What the kinds of the parts of Word files begin with; the kinds of its text; those of files with macros.
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = ("document", "template")
_MACROS = "application/vnd.ms-word."


def observe_docx(package: Package) -> Observed | None:
    """What a Word file shows; ``None`` for every other file.

    Raises ``UnreadableInput`` for a file that is broken, made to deceive or has macros, and ``LimitExceeded`` beyond
    the ``docx_...`` limits and those of tables.
    """
    if any(kind.startswith(_MACROS) for kind in package.kinds()):
        raise UnreadableInput("docx-macros", {"name": package.name})
    main = [part for kind in _MAIN for part in package.parts(f"{_WORD}{kind}.main+xml")]
    return _Reading(package, main[0]).observed() if main else None


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
        return self._package.parts(f"{_WORD}{kind}+xml")

    def _parse(self, part: str, handler: Handler) -> None:
        self._package.parse(part, Bounded(handler, self._limits))

    def observed(self) -> Observed:
        """The text with its notes, then the heads and feet of pages."""
        notes = self._notes("footnotes", "endnotes")
        story = self._story(notes)
        self._parse(self._main, story)
        composer = story.composer
        composer.end_line()
        for comment in self._notes("comments").values():
            composer.hide_text(HiddenReason.MARKUP, comment.lines)
        furniture = []
        for lines in self._around():
            start = composer.flow.append_line(lines)
            furniture.append((start, start + len(lines)))
        text = composer.text()
        furniture += [mark.stretch for mark in story.contents]
        return Observed(
            text=text,
            grids=tuple(table.grid() for table in story.tables.seen),
            hidden=tuple(composer.hidden),
            furniture=tuple(sorted(furniture)),
            findings=tuple(self._noticed(story)),
        )

    def _story(self, notes: dict[str, Note]) -> Story:
        return Story(self._limits, self._styles, self._numbering, notes)

    def _notes(self, *kinds: str) -> dict[str, Note]:
        notes = Notes(self._begin)
        for kind in kinds:
            for part in self._parts(kind):
                self._parse(part, notes)
        return notes.found

    def _begin(self) -> tuple[Story, Composer]:
        story = self._story({})
        return story, story.composer

    def _around(self) -> Iterator[str]:
        """The heads and feet of pages, each once."""
        seen: set[str] = set()
        for part in [*self._parts("header"), *self._parts("footer")]:
            story = self._story({})
            self._parse(part, story)
            lines = story.composer.text().strip()
            if lines and lines not in seen:
                seen.add(lines)
                yield lines

    def _noticed(self, story: Story) -> Iterator[Finding]:
        for table in story.tables.seen:
            yield from table.findings
        for form in self._numbering.unknown:
            yield finding("numbering-form", Side(), verdict=Verdict.NOTED, params={"form": form[:40]})
        if story.pictures:
            yield finding("picture-not-read", Side(), verdict=Verdict.NOTED, params={"count": str(story.pictures)})
