"""Readers: what was published, turned into the model, with nothing lost and every number traced.

One small module knows each kind of input; a reader of narratives and of tables is shared by all.
"""

import hashlib
import os
from pathlib import Path
from typing import BinaryIO

import attrs

from govdisclosure.errors import LimitExceeded, UnreadableInput
from govdisclosure.files import read_bytes
from govdisclosure.finding import Side, Verdict, finding
from govdisclosure.limits import DEFAULT_LIMITS, Limits
from govdisclosure.model import Source
from govdisclosure.readers.draft import Counts, Draft, LeftOver, LeftOverReason
from govdisclosure.readers.encoding import Decoded, decode_bytes, label_misfit
from govdisclosure.readers.text import read_text

__all__ = ["Counts", "Draft", "LeftOver", "LeftOverReason", "read"]


def read(
    source: str | os.PathLike[str] | bytes | BinaryIO,
    *,
    encoding: str | None = None,
    name: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Draft:
    """Read a published report from a path, bytes or a binary stream.

    ``encoding`` is the label that came with the bytes, if any (an HTTP header, say); the bytes decide where it
    cannot be right. ``name`` stands for the source in errors. Raises ``UnreadableInput`` and ``LimitExceeded``
    for bytes that cannot be read, and nothing for what the words say: a text without a year gives a draft
    without a report.
    """
    shown, data = _bytes_of(source, name, limits)
    decoded = decode_bytes(data, shown, encoding)
    _refuse_markup(decoded, shown)
    made = Source(
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type="text/plain",
        encoding=decoded.encoding,
        encoding_by=decoded.by,
    )
    draft = read_text(decoded.text, made, limits)
    if encoding and label_misfit(encoding, decoded):
        params = {"label": encoding, "encoding": decoded.encoding}
        wrong = finding("encoding-label", Side(), verdict=Verdict.NOTED, params=params)
        draft = attrs.evolve(draft, findings=(wrong, *draft.findings))
    return draft


def _bytes_of(source: str | os.PathLike[str] | bytes | BinaryIO, name: str | None, limits: Limits) -> tuple[str, bytes]:
    bound = limits.text_bytes
    if isinstance(source, str | os.PathLike):
        path = Path(source)
        return name or str(path), read_bytes(path, limit="text_bytes", bound=bound)
    data = source if isinstance(source, bytes) else source.read(bound + 1)
    if len(data) > bound:
        raise LimitExceeded("text_bytes", len(data), bound)
    return name or str(getattr(source, "name", "<bytes>")), data


def _refuse_markup(decoded: Decoded, name: str) -> None:
    """A web page is not read as if its tags were words."""
    head = decoded.text[:1024].lstrip().lower()
    if head.startswith(("<!doctype", "<html", "<?xml")) or "<body" in head:
        raise UnreadableInput("unsupported", {"name": name, "kind": "HTML" if "html" in head else "XML"})
