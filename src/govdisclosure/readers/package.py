"""The archive of XML parts that an office file is: looked at before it is unpacked, and unpacked within bounds.

Word files and workbooks are packed alike (Open Packaging Conventions, ISO/IEC 29500-2). Nothing is written to a disk
or looked up outside of the file, and no part with a document type is read. The standard library's expat is enough:
it hands on what it reads and keeps nothing.
"""

import posixpath
from functools import cache
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

import attrs

from govdisclosure.errors import UnreadableInput
from govdisclosure.limits import Limits
from govdisclosure.readers.archive import Archive

__all__ = ["Handler", "Package", "Related"]

_CONTENTS = "[Content_Types].xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types "
#: How the kind of the relation ends that leads to the main part, in the transitional and in the strict vocabulary.
_MAIN = "officeDocument"
#: The entry in which other archives say what they are, and how long it may be.
_MEDIA_TYPE, _MEDIA_TYPE_BYTES = "mimetype", 256
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
    """The parts of an office file, by their names and by what they are; ``is_office`` says whether it is such a file.

    ``UnreadableInput`` for an archive that is broken, encrypted or made to deceive, ``LimitExceeded`` beyond the
    ``office_...`` limits.
    """

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        super().__init__(data, name, limits)
        self._shown = 0
        #: By name as names of parts are compared: without regard to case, and to the backslashes of Windows.
        self._entries = {_name_of(entry): entry for entry in self._archive.infolist()}
        self.names = tuple(self._entries)
        self.is_office = _CONTENTS.lower() in self._entries
        if self.is_office:
            self._check_entries()
        self._contents = _Contents()
        self.parse(_CONTENTS, self._contents)
        self._relations = cache(self._read_relations)

    def unsafe(self, part: str) -> UnreadableInput:
        """The error for a part that no office program writes so."""
        return UnreadableInput("zip-unsafe", {"name": self.name, "part": part})

    def main(self) -> tuple[str, str]:
        """The main part and its kind, in small letters: the target of the relation that leads to it.

        Where no relation does, the first part that is declared as one; empty names without any.
        """
        parts = [*self.related("", _MAIN).values(), *(part for part in self._entries if self._is_main(part))]
        main = next((part for part in parts if part.lower() in self._entries), "")
        return main, self._contents.of(main.lower()) or ""

    def _is_main(self, part: str) -> bool:
        leads = part == _CONTENTS.lower() or part.endswith(".rels")
        return not leads and (self._contents.of(part) or "").endswith(".main+xml")

    def media_type(self) -> str:
        """What an archive that is no office file says of itself (ISO/IEC 26300-3, 3.3); empty where it says nothing."""
        entry = self._entries.get(_MEDIA_TYPE)
        if entry is None or not _is_short(entry):
            return ""
        try:
            return self.read(entry).decode("ascii", "replace").strip()
        except UnreadableInput:
            return ""

    def parts(self, kind: str) -> list[str]:
        """The names of the parts of a kind, in order."""
        return sorted(name for name in self._entries if self._contents.of(name) == kind)

    def related(self, part: str, kind: str) -> dict[str, str]:
        """The parts to which a part has relations of a kind, by their ids; ``""`` is the file as a whole.

        What lies elsewhere is left alone.
        """
        return {one.id: one.target for one in self._relations(part) if one.kind == kind}

    def _read_relations(self, part: str) -> "tuple[Related, ...]":
        folder, file = posixpath.split(part)
        relations = _Relations(folder)
        self.parse(posixpath.join(folder, "_rels", f"{file}.rels"), relations)
        return tuple(relations.found)

    def count_shown(self, characters: int) -> None:
        """Count characters before they are put together to a text: few bytes of a file may stand for many."""
        self._shown += characters
        self._within("office_characters", self._shown)

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

    # --- before anything is unpacked

    def _check_entries(self) -> None:
        """Each entry is of a kind that office programs write, and none lies over another."""
        seen: set[str] = set()
        reach = 0
        for entry in sorted(self._archive.infolist(), key=lambda entry: entry.header_offset):
            if entry.flag_bits & _ENCRYPTED:
                raise UnreadableInput("office-encrypted", {"name": self.name})
            name = _name_of(entry)
            overlaps = entry.header_offset < reach
            reach = entry.header_offset + entry.compress_size
            packed = entry.compress_type in (ZIP_STORED, ZIP_DEFLATED)
            if overlaps or name in seen or not packed or _leads_outside(name):
                raise self.unsafe(entry.filename)
            seen.add(name)


def _is_short(entry: ZipInfo) -> bool:
    return max(entry.file_size, entry.compress_size) < _MEDIA_TYPE_BYTES


def _name_of(entry: ZipInfo) -> str:
    return entry.filename.replace("\\", "/").lower()


def _leads_outside(part: str) -> bool:
    """Whether the name of an entry is no name of a part: parts lie within the file, each under one name."""
    steps = part.removesuffix("/").split("/")
    return ":" in part or any(step in ("", ".", "..") for step in steps)


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


@attrs.frozen
class Related:
    """A relation to a part of the file: its id, its kind (the last step of the address that names it), the part."""

    id: str
    kind: str
    target: str


class _Relations(Handler):
    """What a part in a folder refers to."""

    def __init__(self, folder: str) -> None:
        self.found: list[Related] = []
        self._folder = folder

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if not tag.endswith(" Relationship") or attributes.get("TargetMode") == "External":
            return
        target = attributes.get("Target", "").replace("\\", "/")
        inside = target.lstrip("/") if target.startswith("/") else posixpath.join(self._folder, target)
        kind = attributes.get("Type", "").rpartition("/")[2]
        self.found.append(Related(attributes.get("Id", ""), kind, posixpath.normpath(inside)))
