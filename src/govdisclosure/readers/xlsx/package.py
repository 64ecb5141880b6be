"""Documents that are zip containers of XML parts (OOXML): opened with every size counted while it is unpacked.

Nothing is written to a disk, no part is looked up outside the container, and no XML with a document type is read.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any
from xml.parsers import expat

from govdisclosure.errors import LimitExceeded, UnreadableInput
from govdisclosure.limits import Limits

__all__ = ["Package", "parse_xml"]

#: What the content type of the main part of a workbook holds; macros are never looked at.
_WORKBOOK = ("spreadsheetml", "ms-excel.sheet.macroenabled", "ms-excel.template.macroenabled")
_CHUNK = 2**16
#: Parts up to this size may be packed as tightly as they like.
_SMALL = 2**20
_ENCRYPTED = 0x1
#: What a damaged container makes the standard library raise.
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError,
           ValueError)  # fmt: skip
_TYPES = "[Content_Types].xml"


class Package:
    """A zip container. Raises ``UnreadableInput`` where it is damaged and ``LimitExceeded`` where it is too large."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.name, self.limits = name, limits
        self._unpacked = 0
        if len(data) > limits.xlsx_bytes:
            raise LimitExceeded("xlsx_bytes", len(data), limits.xlsx_bytes)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise self.broken() from None
        entries = self._zip.infolist()
        if len(entries) > limits.xlsx_entries:
            raise LimitExceeded("xlsx_entries", len(entries), limits.xlsx_entries)
        #: The parts by name, as OPC compares names: without regard to case.
        self._parts = {entry.filename.lower(): entry for entry in entries}
        if len(self._parts) < len(entries):
            raise self.unsafe(next(e.filename for e in entries if self._parts[e.filename.lower()] is not e))

    def broken(self) -> UnreadableInput:
        """The error for a damaged container."""
        return UnreadableInput("zip-broken", {"name": self.name})

    def unsafe(self, part: str) -> UnreadableInput:
        """The error for a part that no program writes so."""
        return UnreadableInput("zip-unsafe", {"name": self.name, "part": part})

    def is_workbook(self) -> bool:
        """Whether the container holds a workbook, by the content type of its main part."""
        found: list[str] = []

        def start(_name: str, attributes: Mapping[str, str]) -> None:
            found.append(attributes.get("ContentType", "").lower())

        parse_xml(self, _TYPES, {"StartElementHandler": start})
        return any(one.endswith("main+xml") and any(mark in one for mark in _WORKBOOK) for one in found)

    def part(self, path: str) -> bytes | None:
        """The bytes of a part; ``None`` where there is none."""
        entry = self._parts.get(path.lower())
        if entry is None:
            return None
        if entry.flag_bits & _ENCRYPTED:
            raise UnreadableInput("office-encrypted", {"name": self.name})
        try:
            return self._unpack(entry)
        except _BROKEN:
            raise self.broken() from None

    def _unpack(self, entry: zipfile.ZipInfo) -> bytes:
        limits, chunks, size = self.limits, [], 0
        with self._zip.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                self._unpacked += len(chunk)
                self._within("xlsx_part_bytes", size, limits.xlsx_part_bytes)
                self._within("xlsx_xml_bytes", self._unpacked, limits.xlsx_xml_bytes)
                if size > _SMALL:
                    self._within("xlsx_ratio", size // max(entry.compress_size, 1), limits.xlsx_ratio)
                chunks.append(chunk)
        return b"".join(chunks)

    @staticmethod
    def _within(limit: str, value: int, bound: int) -> None:
        if value > bound:
            raise LimitExceeded(limit, value, bound)


def parse_xml(package: Package, path: str, handlers: Mapping[str, Any]) -> bool:
    """Hand the elements of a part to handlers (named as expat names them); whether there is such a part.

    Names come without their namespaces. ``UnreadableInput`` for XML that is damaged or declares a document type.
    """
    data = package.part(path)
    if data is None:
        return False
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise package.unsafe(path)

    parser.StartDoctypeDeclHandler = refuse
    for event, handler in handlers.items():
        setattr(parser, event, handler)
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise package.broken() from None
    return True
