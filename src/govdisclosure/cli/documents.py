"""An input of the command: a report document, or a published document that is read first."""

import sys
from collections.abc import Iterator
from pathlib import Path

import attrs

from govdisclosure.cli.streams import ENDINGS, Output, inputs
from govdisclosure.cli.wording import said
from govdisclosure.codec import loads
from govdisclosure.errors import GovDisclosureError, UnreadableInput
from govdisclosure.files import read_bytes
from govdisclosure.finding import Finding
from govdisclosure.limits import DEFAULT_LIMITS
from govdisclosure.locales import Texts, error_text
from govdisclosure.model import Report
from govdisclosure.readers import Draft, read

__all__ = ["Document", "open_document", "open_each", "open_reports", "told"]


@attrs.frozen
class Document:
    """What an input holds: its report, if one could be made, and what reading found."""

    name: str
    report: Report | None
    findings: tuple[Finding, ...] = ()
    draft: Draft | None = None


def open_document(name: str, encoding: str | None = None) -> Document:
    """Open an input: JSON if it begins with a brace, else a published document. ``-`` is standard input."""
    bound = DEFAULT_LIMITS.json_bytes
    data = sys.stdin.buffer.read(bound + 1) if name == "-" else read_bytes(Path(name), limit="json_bytes", bound=bound)
    shown = "<stdin>" if name == "-" else name
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return Document(shown, loads(data))
    draft = read(data, name=shown, encoding=encoding)
    return Document(shown, draft.report, draft.findings, draft)


def open_each(names: list[str], output: Output, words: Texts, encoding: str | None = None) -> Iterator[Document | None]:
    """Open every input that arguments name. One that cannot be read is told, and is ``None``."""
    for name in inputs(names):
        try:
            document = open_document(name, encoding)
        except GovDisclosureError as error:
            output.error(told(_of_a_folder(name) or error, name, words))
            yield None
        else:
            yield document


def _of_a_folder(name: str) -> UnreadableInput | None:
    """What is wrong with a folder: nothing was found in it, else its files would have been opened."""
    if name == "-" or not Path(name).is_dir():
        return None
    return UnreadableInput("folder-without-documents", {"name": name, "endings": ", ".join(ENDINGS)})


def open_reports(names: list[str], output: Output, words: Texts) -> tuple[list[tuple[Document, Report]], int]:
    """The reports of all inputs, and the exit code: 4 where one cannot be read, 3 where one holds none, else 0."""
    found: list[tuple[Document, Report]] = []
    code = 0
    for document in open_each(names, output, words):
        if document is None:
            code = 4
        elif document.report is None:
            output.error(said(words, "no-report", name=document.name))
            code = code or 3
        else:
            found.append((document, document.report))
    return found, code


def told(error: GovDisclosureError, name: str, words: Texts) -> str:
    """What was wrong with an input, each line with its name."""
    prefix = "" if isinstance(error, UnreadableInput) else f"{name}: "
    return "\n".join(prefix + line for line in error_text(error, words).splitlines())
