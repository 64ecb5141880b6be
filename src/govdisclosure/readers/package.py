"""The archive of XML parts that an office file is: looked at before it is unpacked, and unpacked within bounds.

Word files and workbooks are packed alike (Open Packaging Conventions, ISO/IEC 29500-2). Nothing is written to a disk
or looked up outside of the file, and no part with a document type is read. The standard library's expat is enough:
it hands on what it reads and keeps nothing.
"""

from collections.abc import Iterator
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from govdisclosure.errors import UnreadableInput
from govdisclosure.limits import Limits
from govdisclosure.readers.archive import Archive

__all__ = ["Handler", "Package"]

_CONTENTS = "[Content_Types].xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types "
_ENCRYPTED = 0x1


class Handler:
    """What is told of the elements of a part; by itself it heeds nothing. Names are ``URI name``."""

    def start(self, tag: str, attributes: dict[str, str], /) -> None:
        """An element begins."""

    def end(self, tag: str, /) -> None:
        """An element ends."""

    def data(self, text: str, /) -> None:
        """Text; the text of one element may come in pieces."""


class Package(Archive):
    """The parts of an office file, by their names and by what they are.

    ``UnreadableInput`` for an archive that is broken, encrypted or made to deceive, ``LimitExceeded`` beyond the
    ``office_...`` limits.
    """

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        super().__init__(data, name, limits)
        #: By name as names of parts are compared: without regard to case.
        self._entries = dict(self._checked(self._archive.infolist()))
        self._contents = _Contents()
        self.parse(_CONTENTS, self._contents)

    def unsafe(self, part: str) -> UnreadableInput:
        """The error for a part that no office program writes so."""
        return UnreadableInput("zip-unsafe", {"name": self.name, "part": part})

    def kinds(self) -> tuple[str, ...]:
        """The kinds of parts (media types) that the file declares, in small letters."""
        return self._contents.kinds()

    def parts(self, kind: str) -> list[str]:
        """The names of the parts of a kind, in order."""
        return sorted(entry.filename for name, entry in self._entries.items() if self._contents.of(name) == kind)

    def parse(self, part: str, handler: Handler) -> bool:
        """Hand what a part holds to a handler; whether there is such a part."""
        entry = self._entries.get(part.lower())
        if entry is None:
            return False
        parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True

        def refuse(*_: object) -> None:
            raise self.unsafe(part)

        parser.StartElementHandler = handler.start
        parser.EndElementHandler = handler.end
        parser.CharacterDataHandler = handler.data
        parser.StartDoctypeDeclHandler = refuse
        data = self.read(entry)
        try:
            parser.Parse(data, True)
        except (ExpatError, ValueError, LookupError):
            raise self.broken() from None
        return True

    def _checked(self, entries: list[ZipInfo]) -> Iterator[tuple[str, ZipInfo]]:
        """The entries by name, each of a kind that office programs write, none over another."""
        seen: set[str] = set()
        reach = 0
        for entry in sorted(entries, key=lambda entry: entry.header_offset):
            if entry.flag_bits & _ENCRYPTED:
                raise UnreadableInput("office-encrypted", {"name": self.name})
            name = entry.filename.lower()
            overlaps = entry.header_offset < reach
            reach = entry.header_offset + entry.compress_size
            packed = entry.compress_type in (ZIP_STORED, ZIP_DEFLATED)
            if overlaps or name in seen or not packed or _leads_outside(name):
                raise self.unsafe(entry.filename)
            seen.add(name)
            yield name, entry


def _leads_outside(part: str) -> bool:
    """Whether the name of an entry is no name of a part: parts lie within the file, each under one name."""
    steps = part.removesuffix("/").split("/")
    return "\\" in part or ":" in part or any(step in ("", ".", "..") for step in steps)


class _Contents(Handler):
    """The kinds of parts, as the file declares them: by name, else by ending."""

    def __init__(self) -> None:
        self._by_name: dict[str, str] = {}
        self._by_ending: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        kind = attributes.get("ContentType", "").lower()
        if tag == f"{_TYPES}Override":
            self._by_name[attributes.get("PartName", "").removeprefix("/").lower()] = kind
        elif tag == f"{_TYPES}Default":
            self._by_ending[attributes.get("Extension", "").lower()] = kind

    def of(self, part: str) -> str | None:
        """The kind of a part, by its name in small letters."""
        return self._by_name.get(part) or self._by_ending.get(part.rpartition(".")[2])

    def kinds(self) -> tuple[str, ...]:
        """All kinds that are declared."""
        return (*self._by_name.values(), *self._by_ending.values())
