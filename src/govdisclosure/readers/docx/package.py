"""The archive that an office file is: looked at before anything of it is unpacked, and unpacked within bounds."""

import io
import struct
import zlib
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from govdisclosure.errors import LimitExceeded, UnreadableInput
from govdisclosure.limits import Limits
from govdisclosure.readers.docx.events import Handler, parse

__all__ = ["Package"]

_CONTENTS = "[Content_Types].xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types "
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MACROS = "application/vnd.ms-word."
_MAIN = ("document.main+xml", "template.main+xml")
#: What the end of an archive begins with, how long that end is without its comment, and the longest comment.
_END, _END_SIZE, _COMMENT = b"PK\x05\x06", 22, 65_535
#: What each entry of the list of contents begins with.
_ENTRY = b"PK\x01\x02"
#: Below so many bytes it does not matter how well a part is packed.
_SMALL = 2**20
#: What a broken archive makes the standard library raise.
_BROKEN = (BadZipFile, zlib.error, struct.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError)
_ENCRYPTED = 0x1


class Package:
    """The parts of an office file, by what they are.

    ``UnreadableInput`` for an archive that is broken, encrypted or made to deceive, ``LimitExceeded`` beyond the
    ``docx_...`` limits. Nothing that a file names is looked up outside of it.
    """

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        self._room = limits.docx_xml_bytes
        self._entries = {entry.filename: entry for entry in _entries(data, name, limits)}
        try:
            self._archive = ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise UnreadableInput("zip-broken", {"name": name}) from None
        contents = _Contents()
        if _CONTENTS in self._entries:
            self.parse(_CONTENTS, contents)
        self._kinds = contents

    def parts(self, kind: str) -> list[str]:
        """The names of the parts of a kind (``styles``, ``header``), in order."""
        wanted = f"{_WORD}{kind}+xml"
        return sorted(name for name in self._entries if self._kinds.of(name) == wanted)

    def main(self) -> str | None:
        """The part that holds the text of a Word file; ``None`` in every other archive."""
        found = [name for kind in _MAIN for name in self.parts(kind.removesuffix("+xml"))]
        return found[0] if found else None

    def has_macros(self) -> bool:
        """Whether the file says that it is a Word file with macros."""
        return any(kind.startswith(_MACROS) for kind in self._kinds.kinds())

    def parse(self, part: str, handler: Handler) -> None:
        """Hand what a part holds to a handler."""
        parse(self._read(part), handler, self.limits, {"name": self.name, "part": part})

    def _read(self, part: str) -> bytes:
        entry = self._entries[part]
        if entry.file_size > self._room:
            raise LimitExceeded("docx_xml_bytes", self._used + entry.file_size, self.limits.docx_xml_bytes)
        ratio = entry.file_size // max(entry.compress_size, 1)
        if entry.file_size > _SMALL and ratio > self.limits.docx_ratio:
            raise LimitExceeded("docx_ratio", ratio, self.limits.docx_ratio)
        try:
            with self._archive.open(entry) as stream:
                data = stream.read(self._room + 1)
        except _BROKEN:
            raise UnreadableInput("zip-broken", {"name": self.name}) from None
        self._room -= len(data)
        if self._room < 0:
            raise LimitExceeded("docx_xml_bytes", self._used, self.limits.docx_xml_bytes)
        return data

    @property
    def _used(self) -> int:
        return self.limits.docx_xml_bytes - self._room


def _entries(data: bytes, name: str, limits: Limits) -> Iterator[ZipInfo]:
    """The entries of an archive, each of a kind that office programs write."""
    start, end = _list_of_contents(data, name)
    many = data.count(_ENTRY, start, end)
    if many > limits.docx_entries:
        raise LimitExceeded("docx_entries", many, limits.docx_entries)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except _BROKEN:
        raise UnreadableInput("zip-broken", {"name": name}) from None
    seen: set[str] = set()
    reach = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.flag_bits & _ENCRYPTED:
            raise UnreadableInput("office-encrypted", {"name": name})
        overlaps = entry.header_offset < reach
        reach = entry.header_offset + entry.compress_size
        if overlaps or entry.filename in seen or _leads_outside(entry.filename):
            raise UnreadableInput("zip-unsafe", {"name": name, "part": entry.filename})
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise UnreadableInput("zip-unsafe", {"name": name, "part": entry.filename})
        seen.add(entry.filename)
        yield entry


def _list_of_contents(data: bytes, name: str) -> tuple[int, int]:
    """Where the list of contents lies: counted before it is read, for it may be long."""
    at = data.rfind(_END, max(0, len(data) - _COMMENT - _END_SIZE))
    if at < 0 or at + _END_SIZE > len(data):
        raise UnreadableInput("zip-broken", {"name": name})
    size = int.from_bytes(data[at + 12 : at + 16], "little")
    if size > at:
        raise UnreadableInput("zip-broken", {"name": name})
    return at - size, at


def _leads_outside(part: str) -> bool:
    """Whether the name of an entry is no name of a part: parts lie within the file, each under one name."""
    steps = part.removesuffix("/").split("/")
    return "\\" in part or ":" in part or any(step in ("", ".", "..") for step in steps)


class _Contents:
    """The kinds of parts, as the file declares them: by name, else by ending."""

    def __init__(self) -> None:
        self._by_name: dict[str, str] = {}
        self._by_ending: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        kind = attributes.get("ContentType", "")
        if tag == f"{_TYPES}Override":
            self._by_name[attributes.get("PartName", "").removeprefix("/").casefold()] = kind
        elif tag == f"{_TYPES}Default":
            self._by_ending[attributes.get("Extension", "").casefold()] = kind

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text between elements, which says nothing here."""

    def of(self, part: str) -> str | None:
        """The kind of a part."""
        name = part.casefold()
        return self._by_name.get(name) or self._by_ending.get(name.rpartition(".")[2])

    def kinds(self) -> tuple[str, ...]:
        """All kinds that are declared."""
        return (*self._by_name.values(), *self._by_ending.values())
