"""Folders of documents: those of the disk, and ZIP archives, which are read where they lie."""

import os
from collections.abc import Iterable
from pathlib import Path

from govdisclosure.cli.arguments import Place, place_of
from govdisclosure.errors import UnreadableInput
from govdisclosure.files import read_file
from govdisclosure.readers.archive import DocumentArchive
from govdisclosure.renderers.text import plain

__all__ = ["Archived", "Folder", "OnDisk"]


class OnDisk:
    """A folder of the disk with all folders below it. Links to folders are not followed, so that none is read twice."""

    def __init__(self, path: str, without: Place | None = None) -> None:
        self._path, self._without = Path(path), without
        self._closed: dict[str, OSError] = {}

    @property
    def names(self) -> Iterable[str]:
        """All files below the folder, and with them links to folders, and folders that cannot be listed."""
        for folder, folders, files in os.walk(self._path, onerror=self._unlisted):
            below = Path(folder).relative_to(self._path)
            links = [name for name in folders if (Path(folder) / name).is_symlink()]
            yield from ((below / name).as_posix() for name in (*files, *links))
        yield from self._closed

    def _unlisted(self, error: OSError) -> None:
        path = Path(os.fsdecode(error.filename))
        self._closed[path.relative_to(self._path).as_posix()] = error

    def shown(self, name: str) -> str:
        """The path of a file; that of a folder ends with a slash."""
        return str(self._path / name) + "/" * name.endswith("/")

    def left(self, name: str) -> str | None:
        """Links to folders, devices, and the file that is left out."""
        path = self._path / name
        if name in self._closed or not path.exists():
            return None  # reading it says what is wrong
        if path.is_dir():
            return "left-link"
        place = place_of(str(path))
        return "left-device" if place is None else "left-result" if place == self._without else None

    def read(self, name: str) -> bytes:
        """What a file holds."""
        if name in self._closed:
            raise UnreadableInput("not-permitted", {"name": self.shown(name)})
        return read_file(self._path / name)


class Archived:
    """A ZIP of documents."""

    def __init__(self, archive: DocumentArchive) -> None:
        self._archive = archive

    @property
    def names(self) -> Iterable[str]:
        """All files in the archive."""
        return self._archive.files

    def shown(self, name: str) -> str:
        """The name of the archive and the path in it."""
        return f"{self._archive.name}/{plain(name)}"

    def left(self, name: str) -> str | None:  # noqa: ARG002
        """Everything in an archive is read as a file."""
        return None

    def read(self, name: str) -> bytes:
        """What a file holds."""
        return self._archive.read(self._archive.files[name], self.shown(name))


#: A folder of files. Names are paths below it, with slashes.
Folder = OnDisk | Archived
