"""Readers: what was published, turned into the model, with nothing lost and every number traced.

One small module knows each kind of input; a reader of narratives and of tables is shared by all.
"""

import os
from pathlib import Path
from typing import BinaryIO

from govdisclosure.files import read_file, read_stream
from govdisclosure.limits import DEFAULT_LIMITS, Limits
from govdisclosure.readers.document import read_document
from govdisclosure.readers.draft import CellCounts, Counts, Draft, LeftOver, LeftOverReason
from govdisclosure.readers.inputs import observe

__all__ = ["CellCounts", "Counts", "Draft", "LeftOver", "LeftOverReason", "read"]

#: So much of an input says of what kind it is.
_HEAD = 2**16


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
    observed, made = observe(data, shown, encoding, limits)
    return read_document(observed, made, limits)


def _bytes_of(source: str | os.PathLike[str] | bytes | BinaryIO, name: str | None, limits: Limits) -> tuple[str, bytes]:
    if isinstance(source, str | os.PathLike):
        path = Path(source)
        return name or str(path), read_file(path, limits)
    data = source if isinstance(source, bytes) else read_stream(source, limits)
    return name or str(getattr(source, "name", "<bytes>")), data
