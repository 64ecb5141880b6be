"""A ZIP archive, looked at before it is unpacked, and unpacked within bounds. Nothing of it is written to a disk.

Office files are such archives, and folders of documents are handed on as such.
"""

import io
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from zipfile import BadZipFile, ZipFile, ZipInfo

from govdisclosure.errors import LimitExceeded, UnreadableInput
from govdisclosure.limits import Limits
from govdisclosure.readers.encoding import decode_bytes

__all__ = ["ZIP", "Archive", "DocumentArchive"]

#: What an archive begins with.
ZIP = b"PK\x03\x04"
#: What the end of an archive begins with, how long that end is without its comment, and the longest comment.
_END, _END_SIZE, _COMMENT = b"PK\x05\x06", 22, 65_535
#: What each entry of the list of contents begins with.
_ENTRY = b"PK\x01\x02"
#: Below so many bytes it does not matter how well a part is packed.
_SMALL = 2**20
_CHUNK = 2**16
#: What a broken archive makes the standard library raise.
_BROKEN = (BadZipFile, zlib.error, struct.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError)
_ENCRYPTED, _UTF8 = 0x1, 0x800
#: Entries, in small letters, by which an archive is one document: of Office, OpenDocument, OFD, EPUB, iWork, Java.
_OF_ONE_DOCUMENT = re.compile(
    r"\[content_types]\.xml|_rels/\.rels|word/document\.xml|xl/workbook\.(?:xml|bin)"
    r"|mimetype|content\.xml|ofd\.xml|meta-inf/(?:manifest\.xml|container\.xml|manifest\.mf)|index(?:/document\.iwa|\.zip)"
)
#: From this byte on CP437 draws lines and mathematics, of which no name of a file is made.
_NO_NAME_IN_CP437 = 0xB0


class Archive:
    """The entries of an archive, to be read one after the other.

    ``UnreadableInput`` for an archive that is broken or encrypted, ``LimitExceeded`` beyond the limits that the
    class names: of the archive, its entries, all that is unpacked, each part, and how many times smaller it may be
    packed.
    """

    BYTES, ENTRIES, UNPACKED = "office_bytes", "office_entries", "office_xml_bytes"
    PART, RATIO = "office_part_bytes", "office_ratio"

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.name, self.limits = name, limits
        self._unpacked = 0
        self._within(self.BYTES, len(data))
        self._check_contents(data)
        try:
            self._archive = ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise self.broken() from None

    def broken(self, name: str | None = None) -> UnreadableInput:
        """The error for a file that is damaged."""
        return UnreadableInput("zip-broken", {"name": name or self.name})

    def read(self, entry: ZipInfo, name: str | None = None) -> bytes:
        """What an entry holds; ``name`` stands for it in errors, where it is a document of its own."""
        if entry.flag_bits & _ENCRYPTED:
            raise UnreadableInput("office-encrypted", {"name": name or self.name})
        try:
            return b"".join(self._chunks(entry))
        except _BROKEN:
            raise self.broken(name) from None

    def _chunks(self, entry: ZipInfo) -> Iterator[bytes]:
        """What a part holds, counted while it is unpacked: what an archive says of sizes need not be true."""
        size = 0
        with self._archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                self._unpacked += len(chunk)
                self._within(self.PART, size)
                self._within(self.UNPACKED, self._unpacked)
                if size > _SMALL:
                    self._within(self.RATIO, size // max(entry.compress_size, 1))
                yield chunk
        if size != entry.file_size:
            raise self.broken()

    def _within(self, limit: str, value: int) -> None:
        bound: int = getattr(self.limits, limit)
        if value > bound:
            raise LimitExceeded(limit, value, bound)

    def _check_contents(self, data: bytes) -> None:
        """Count the list of contents before it is read, for it may be long."""
        at = data.rfind(_END, max(0, len(data) - _COMMENT - _END_SIZE))
        if at < 0 or at + _END_SIZE > len(data):
            raise self.broken()
        size = int.from_bytes(data[at + 12 : at + 16], "little")
        if size > at:
            raise self.broken()
        self._within(self.ENTRIES, data.count(_ENTRY, at - size, at))


class DocumentArchive(Archive):
    """A ZIP of documents: a folder that is read where it lies. Names may say what they like, for nothing is written."""

    BYTES, ENTRIES, UNPACKED = "archive_bytes", "archive_entries", "archive_unpacked_bytes"
    PART, RATIO = "archive_part_bytes", "archive_ratio"

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        super().__init__(data, name, limits)
        self._files = dict(_named(self._archive.infolist()))

    @classmethod
    def of(cls, data: bytes, name: str, limits: Limits) -> "DocumentArchive | None":
        """The folder that a ZIP is; ``None`` for all else: an Office file, a damaged archive, what is no archive."""
        if not data.startswith(ZIP):
            return None
        try:
            made = cls(data, name, limits)
        except UnreadableInput:
            return None
        return None if made.is_package else made

    @property
    def is_package(self) -> bool:
        """Whether the entries are the parts of one document (Word, Excel, OpenDocument, OFD, EPUB ...)."""
        return any(_OF_ONE_DOCUMENT.fullmatch(name.lower()) for name in self._files)

    @property
    def files(self) -> Mapping[str, ZipInfo]:
        """The files by their names, in the order of the archive."""
        return self._files


def _named(entries: list[ZipInfo]) -> Iterator[tuple[str, ZipInfo]]:
    """The files of an archive by name; a name that comes again is numbered."""
    seen: Counter[str] = Counter()
    for entry in entries:
        name = _name(entry)
        if not name or name.endswith("/"):
            continue
        seen[name] += 1
        yield (f"{name} ({seen[name]})" if seen[name] > 1 else name), entry


def _name(entry: ZipInfo) -> str:
    """The name of an entry. Programs in China write it in GBK without a word, where others mean CP437."""
    if entry.flag_bits & _UTF8 or entry.filename.isascii():
        return entry.filename.replace("\\", "/")
    try:
        raw = entry.filename.encode("cp437")
        name = decode_bytes(raw, "").text if max(raw) >= _NO_NAME_IN_CP437 else entry.filename
    except (UnicodeEncodeError, UnreadableInput):
        name = entry.filename
    return name.replace("\\", "/")
