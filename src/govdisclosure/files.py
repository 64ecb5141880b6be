"""Reports in files. A file that is written is complete or absent."""

import os
import tempfile
from contextlib import suppress
from errno import EISDIR
from pathlib import Path

from govdisclosure.codec import dumps, loads
from govdisclosure.errors import LimitExceeded, UnreadableInput
from govdisclosure.limits import DEFAULT_LIMITS, Limits
from govdisclosure.model import Report

__all__ = ["dump", "load", "read_bytes", "try_to_write", "write_bytes"]


def read_bytes(path: Path, *, limit: str, bound: int) -> bytes:
    """The bytes of a file, at most ``bound`` of them; ``limit`` names the bound in the error."""
    try:
        with path.open("rb") as stream:
            data = stream.read(bound + 1)
    except FileNotFoundError:
        raise UnreadableInput("missing", {"name": str(path)}) from None
    except (IsADirectoryError, NotADirectoryError):
        raise UnreadableInput("not-a-file", {"name": str(path)}) from None
    except PermissionError:
        raise UnreadableInput("not-permitted", {"name": str(path)}) from None
    if len(data) > bound:
        raise LimitExceeded(limit, max(len(data), path.stat().st_size), bound)
    return data


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
