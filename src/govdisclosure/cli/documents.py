"""The inputs of the command: report documents, and published documents that are read first; folders of both."""

import glob
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import attrs

from govdisclosure.cli.arguments import place_of
from govdisclosure.cli.folders import Archived, Folder, OnDisk
from govdisclosure.cli.leaving_out import is_other_data, is_own, no_document, sorted_out
from govdisclosure.cli.streams import Output
from govdisclosure.cli.wording import said
from govdisclosure.codec import loads
from govdisclosure.errors import DecodeError, GovDisclosureError, LimitExceeded, UnreadableInput
from govdisclosure.files import is_json, read_file, read_stream
from govdisclosure.finding import Finding
from govdisclosure.limits import DEFAULT_LIMITS
from govdisclosure.locales import Texts, error_text
from govdisclosure.model import Report
from govdisclosure.readers import Draft, read
from govdisclosure.readers.archive import DocumentArchive

__all__ = ["FILES", "STDIN", "Document", "Documents", "open_document", "open_reports", "read_source", "told"]

#: What standard input is called.
STDIN = "<stdin>"
#: The help of arguments that name documents.
FILES = "report documents, published documents, folders and ZIP archives of them; - is standard input"


@attrs.frozen
class Document:
    """What an input holds: its report, if one could be made, and what reading found."""

    name: str
    report: Report | None
    findings: tuple[Finding, ...] = ()
    draft: Draft | None = None


def open_document(name: str, encoding: str | None = None) -> Document:
    """Open an input: JSON if it begins with a brace, else a published document. ``-`` is standard input."""
    try:
        return _opened(_shown(name), read_source(name), encoding)
    except (DecodeError, LimitExceeded) as error:
        error.source = _shown(name)
        raise


def read_source(name: str) -> bytes:
    """The bytes of an input. An error that does not say so itself carries the name."""
    try:
        return read_stream(sys.stdin.buffer) if name == "-" else read_file(Path(name))
    except LimitExceeded as error:
        error.source = _shown(name)
        raise


def _shown(name: str) -> str:
    return STDIN if name == "-" else name


def _opened(name: str, data: bytes, encoding: str | None) -> Document:
    if is_json(data):
        return Document(name, loads(data))
    draft = read(data, name=name, encoding=encoding)
    return Document(name, draft.report, draft.findings, draft)


class Documents:
    """The documents that arguments name, one after the other: files, ``-``, patterns left alone by the shell, folders.

    A ZIP of documents is a folder. What cannot be read is told, and so is what a folder holds beside documents.
    ``without`` is a file that is left out of folders.
    """

    def __init__(
        self,
        names: Iterable[str],
        output: Output,
        words: Texts,
        *,
        encoding: str | None = None,
        without: str | None = None,
    ) -> None:
        self._names, self._output, self._words = names, output, words
        self._encoding, self._without = encoding, place_of(without) if without else None
        self._counts: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Document]:
        """Open every document. A pattern in which nothing is found stands for itself."""
        for name in self._names:
            if name == "-" or Path(name).exists() or not any(mark in name for mark in "*?["):
                yield from self._named(name)
                continue
            for found in sorted(glob.glob(name, recursive=True)) or [name]:  # noqa: PTH207 - patterns may be absolute
                if is_own(Path(found).as_posix()):
                    self._leave(found, "left-hidden")
                else:
                    yield from self._named(found)

    @property
    def code(self) -> int:
        """The exit code: 4 where no input could be read, 5 where some could not, else 0."""
        return 0 if not self._counts["unreadable"] else 5 if self._counts["read"] else 4

    def _named(self, name: str) -> Iterator[Document]:
        if name != "-" and Path(name).is_dir():
            return self._folder(name, OnDisk(name, self._without))
        return self._loaded(_shown(name), lambda: read_source(name))

    def _folder(self, name: str, folder: Folder) -> Iterator[Document]:
        """The documents of a folder; what else it holds is named, and counted at its end."""
        before = self._counts.copy()
        for file, by_name in sorted_out(folder.names):
            shown = folder.shown(file)
            if reason := by_name or folder.left(file):
                self._leave(shown, reason)
            else:
                yield from self._loaded(shown, partial(folder.read, file), folder)
        counts = self._counts - before
        if not counts["read"] and not counts["unreadable"]:
            self._refuse(name, UnreadableInput("folder-without-documents", {"name": name}))
        elif counts.total() > counts["read"]:
            numbers = {key: counts[key] for key in ("read", "left", "unreadable")}
            self._output.note(said(self._words, "folder-counts", name=name, **numbers) + "\n")

    def _loaded(self, name: str, load: Callable[[], bytes], folder: Folder | None = None) -> Iterator[Document]:
        """The document that some bytes are, or those of the archive that they are; archives in archives stay closed.

        Of a file that was found in a ``folder`` it may turn out that it is no document.
        """
        try:
            data = load()
            archive = None if isinstance(folder, Archived) else DocumentArchive.of(data, name, DEFAULT_LIMITS)
            kind = no_document(name, data) if folder else None
            document = _opened(name, data, self._encoding) if not archive and not kind else None
        except GovDisclosureError as error:
            if folder and is_other_data(error):
                self._leave(name, "left-kind", kind="JSON")
            else:
                self._refuse(name, error)
            return
        if archive:
            yield from self._folder(name, Archived(archive))
        elif document:
            self._counts["read"] += 1
            yield document
        else:
            self._leave(name, "left-kind", kind=kind or "")

    def _refuse(self, name: str, error: GovDisclosureError) -> None:
        self._counts["unreadable"] += 1
        error.source = name
        self._output.error(told(error, self._words))

    def _leave(self, name: str, reason: str, **params: str) -> None:
        self._counts["left"] += 1
        self._output.note(said(self._words, "left-out", name=name, reason=said(self._words, reason, **params)) + "\n")


def open_reports(documents: Documents, output: Output, words: Texts) -> tuple[list[tuple[Document, Report]], int]:
    """The reports of all inputs, and the exit code: that of the inputs, 3 where one holds no report, else 0."""
    found: list[tuple[Document, Report]] = []
    code = 0
    for document in documents:
        if document.report is None:
            output.error(said(words, "no-report", name=document.name))
            code = 3
        else:
            found.append((document, document.report))
    return found, documents.code or code


def told(error: GovDisclosureError, words: Texts) -> str:
    """What was wrong, each line with the name of the input, where it is about one."""
    prefix = f"{error.source}: " if error.source and not isinstance(error, UnreadableInput) else ""
    return "\n".join(prefix + line for line in error_text(error, words).splitlines())
