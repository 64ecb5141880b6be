"""Documents that are zip containers of XML parts (OOXML): opened with every size counted while it is unpacked.

Nothing is written to a disk, no part is looked up outside the container, and no XML with a document type is read.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any
from xml.parsers import expat

from govdisclosure.errors import LimitExceeded, UnreadableInput
from govdisclosure.limits import Limits

__all__ = ["DOCUMENT", "WORKBOOK", "Package", "parse_xml"]

WORKBOOK, DOCUMENT = "workbook", "document"
#: What the content type of the main part holds, and the kind of document that it tells.
_KINDS = (
    ("spreadsheetml", WORKBOOK),
    ("ms-excel.sheet.macroenabled", WORKBOOK),
    ("wordprocessingml", DOCUMENT),
    ("ms-word.document.macroenabled", DOCUMENT),
)
_CHUNK = 2**16
#: Parts up to this size may be packed as tightly as they like.
_SMALL = 2**20
_ENCRYPTED = 0x1
_TYPES = "[Content_Types].xml"


class Package:
    """A zip container. Raises ``UnreadableInput`` where it is damaged and ``LimitExceeded`` where it is too large."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.name, self.limits = name, limits
        self._unpacked = 0
        if len(data) > limits.package_bytes:
            raise LimitExceeded("package_bytes", len(data), limits.package_bytes)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise self.broken(str(error)) from None
        entries = self._zip.infolist()
        if len(entries) > limits.package_parts:
            raise LimitExceeded("package_parts", len(entries), limits.package_parts)
        #: The parts by name, as OPC compares names: without regard to case.
        self._parts = {entry.filename.lower(): entry for entry in entries}
        if len(self._parts) < len(entries):
            raise self.broken("two parts of one name")

    def broken(self, detail: str) -> UnreadableInput:
        """The error for a damaged container."""
        return UnreadableInput("package-broken", {"name": self.name, "detail": detail})

    def kind(self) -> str | None:
        """Which kind of document it is, by the content type of its main part; ``None`` for any other container."""
        found: list[str] = []

        def start(_name: str, attributes: Mapping[str, str]) -> None:
            found.append(attributes.get("ContentType", "").lower())

        parse_xml(self, _TYPES, {"StartElementHandler": start})
        main = [one for one in found if one.endswith("main+xml")]
        return next((kind for mark, kind in _KINDS if any(mark in one for one in main)), None)

    def part(self, path: str) -> bytes | None:
        """The bytes of a part; ``None`` where there is none."""
        entry = self._parts.get(path.lower())
        if entry is None:
            return None
        if entry.flag_bits & _ENCRYPTED:
            raise self.broken("a part is encrypted")
        try:
            return self._unpack(entry)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
            raise self.broken(str(error)) from None

    def _unpack(self, entry: zipfile.ZipInfo) -> bytes:
        limits, chunks, size = self.limits, [], 0
        with self._zip.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                self._unpacked += len(chunk)
                self._within("package_part_bytes", size, limits.package_part_bytes)
                self._within("package_unpacked", self._unpacked, limits.package_unpacked)
                if size > _SMALL:
                    self._within("package_ratio", size // max(entry.compress_size, 1), limits.package_ratio)
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
        raise UnreadableInput("package-doctype", {"name": package.name, "part": path})

    parser.StartDoctypeDeclHandler = refuse
    for event, handler in handlers.items():
        setattr(parser, event, handler)
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise package.broken(f"{path}: {error}") from None
    return True
