"""Documents in files. A file that is written is complete or absent."""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EISDIR
from pathlib import Path
from typing import BinaryIO

from govdisclosure.codec import dumps, loads
from govdisclosure.errors import LimitExceeded, UnreadableInput
from govdisclosure.limits import DEFAULT_LIMITS, Limits
from govdisclosure.model import Report

__all__ = [
    "dump",
    "is_json",
    "load",
    "read_bytes",
    "read_file",
    "read_stream",
    "size_limit",
    "try_to_write",
    "write_bytes",
]

#: A PDF may begin behind other bytes (PDF 32000-1, annex H).
_HEAD = 1024
#: A saved page (MHTML) begins like a mail.
_MAIL = re.compile(rb"\s*[!-9;-~]{1,40}:[^\n]*\n(?:.*\n)*?mime-version:", re.IGNORECASE)
#: Which limit of size binds what begins so; a ZIP may be an Office file or a folder of documents.
_LIMITS = ((b"PK\x03\x04", "archive_bytes"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office_bytes"))


def is_json(data: bytes) -> bool:
    """Whether a document begins as a JSON object does."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def size_limit(data: bytes) -> str:
    """The limit that binds the size of a document, by how it begins: the name of a field of ``Limits``."""
    if b"%PDF-" in data[:_HEAD]:
        return "pdf_bytes"
    if _MAIL.match(data[:_HEAD]) or data[:_HEAD].lower().startswith(b"mime-version:"):
        return "mhtml_bytes"
    of_archives = (limit for start, limit in _LIMITS if data.startswith(start))
    return next(of_archives, "json_bytes" if is_json(data) else "text_bytes")


def read_file(path: Path, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of a document of any kind, at most as many as its kind may have."""
    with _opened(path) as stream:
        return read_stream(stream, limits)


def read_stream(stream: BinaryIO, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of a document of any kind from a stream; ``LimitExceeded`` names the limit of its kind."""
    head = stream.read(_HEAD)
    limit = size_limit(head)
    return _bounded(stream, head, limit, getattr(limits, limit))


def read_bytes(path: Path, *, limit: str, bound: int) -> bytes:
    """The bytes of a file, at most ``bound`` of them; ``limit`` names the bound in the error."""
    with _opened(path) as stream:
        return _bounded(stream, b"", limit, bound)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        with path.open("rb") as stream:
            yield stream
    except FileNotFoundError:
        raise UnreadableInput("missing", {"name": str(path)}) from None
    except PermissionError:
        raise UnreadableInput("not-permitted", {"name": str(path)}) from None
    except OSError:  # a folder, a link to itself
        raise UnreadableInput("not-a-file", {"name": str(path)}) from None


def _bounded(stream: BinaryIO, head: bytes, limit: str, bound: int) -> bytes:
    data = head + stream.read(max(0, bound + 1 - len(head)))
    if len(data) > bound:
        raise LimitExceeded(limit, max(len(data), _size(stream)), bound)
    return data


def _size(stream: BinaryIO) -> int:
    """How large the file behind a stream is; 0 where there is none."""
    try:
        return os.fstat(stream.fileno()).st_size
    except (OSError, ValueError, AttributeError):
        return 0


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole: into a temporary file beside it, flushed to disk, then put in its place.

    A link is followed, and the file's permissions are kept. Whatever happens, no half-written file remains.
    A device or a pipe is no file that could be put in place: it is opened and written.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        with path.open("wb") as stream:
            stream.write(data)
        return
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())  # noqa: PTH101
        os.replace(name, target)  # noqa: PTH105
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(name)  # noqa: PTH108
        raise
    _sync_folder(target.parent)


def try_to_write(path: Path) -> None:
    """Raise what :func:`write_bytes` would raise because of where a file is to stand; nothing is left behind."""
    if path.is_dir():
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(path))
    if path.exists() and not path.is_file():
        return
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    os.close(handle)
    os.unlink(name)  # noqa: PTH108


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where the system lets folders be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def load(path: str | os.PathLike[str], *, limits: Limits = DEFAULT_LIMITS) -> Report:
    """A report from a JSON file. Raises as ``loads`` does, and ``UnreadableInput`` if there is no such file."""
    return loads(read_bytes(Path(path), limit="json_bytes", bound=limits.json_bytes), limits=limits)


def dump(report: Report, path: str | os.PathLike[str]) -> None:
    """Write a report to a JSON file, whole or not at all."""
    write_bytes(Path(path), dumps(report).encode())
