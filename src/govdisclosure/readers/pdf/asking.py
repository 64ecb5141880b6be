"""Having a PDF read by a process of its own: what is asked of it, and what its answer means."""

import json
from importlib.util import find_spec
from typing import Any

import attrs

from govdisclosure.errors import LimitExceeded, MissingExtra, UnreadableInput
from govdisclosure.finding import Side, Verdict, finding
from govdisclosure.limits import Limits
from govdisclosure.readers.observed import (
    Hidden,
    HiddenReason,
    Markup,
    MarkupKind,
    Observed,
    ObservedCell,
    ObservedGrid,
)
from govdisclosure.readers.pdf.process import ask

__all__ = ["observe_pdf"]

#: Within so many bytes from its start a PDF says that it is one, and from its end that it is complete (PDF reference,
#: implementation notes on the header and the trailer).
_MARGIN = 1024


def observe_pdf(data: bytes, name: str, limits: Limits) -> Observed:
    """What the pages of a PDF show. ``name`` stands for the source in errors.

    Raises ``UnreadableInput`` for a file that is encrypted, broken or without text, ``LimitExceeded`` beyond the
    ``pdf_...`` limits and those of tables, and ``MissingExtra`` without the extra ``pdf-read``.
    """
    if len(data) > limits.pdf_bytes:
        raise LimitExceeded("pdf_bytes", len(data), limits.pdf_bytes)
    if not _complete(data):
        raise UnreadableInput("pdf-broken", {"name": name})
    if find_spec("pdfminer") is None:
        raise MissingExtra("pdf-read", "pdfminer.six")
    return _decoded(_answer(data, name, limits), name)


def _complete(data: bytes) -> bool:
    """Whether nothing is cut off: a file that ends early would be read in part, and nobody would know."""
    _, end, after = data[-_MARGIN:].rpartition(b"%%EOF")
    return b"%PDF-" in data[:_MARGIN] and bool(end) and b" obj" not in after


def _answer(data: bytes, name: str, limits: Limits) -> dict[str, Any]:
    """What the worker answers."""
    try:
        status, said = ask(json.dumps(attrs.asdict(limits)).encode() + b"\n" + data, limits.pdf_seconds)
    except TimeoutError as error:
        raise LimitExceeded("pdf_seconds", limits.pdf_seconds + 1, limits.pdf_seconds) from error
    if status < 0:
        raise UnreadableInput("pdf-broken", {"name": name})
    if status:
        raise RuntimeError("the process that reads PDFs did not work", said.decode(errors="replace"))
    answer: dict[str, Any] = json.loads(said)
    return answer


def _decoded(answer: dict[str, Any], name: str) -> Observed:
    """The document, or the error, that an answer tells of (see ``worker``)."""
    if "limit" in answer:
        raise LimitExceeded(*answer["limit"])
    if "unreadable" in answer:
        code, note = answer["unreadable"]
        error = UnreadableInput(code, {"name": name})
        if note:
            error.add_note(note)
        raise error
    return Observed(
        text=answer["text"],
        grids=tuple(_grid(*grid) for grid in answer["grids"]),
        pages=tuple(answer["pages"]),
        furniture=tuple((start, end) for start, end in answer["furniture"]),
        hidden=tuple(Hidden(start=start, end=end, reason=HiddenReason.of(why)) for start, end, why in answer["hidden"]),
        markup=tuple(
            Markup(start=start, end=end, kind=MarkupKind.of(kind), level=level)
            for start, end, kind, level in answer["markup"]
        ),
        findings=tuple(
            finding(code, Side(), verdict=Verdict.NOTED, params=params) for code, params in answer["findings"]
        ),
    )


def _grid(rows: int, columns: int, page: int, cells: list[list[int]]) -> ObservedGrid:
    made = (
        ObservedCell(row=row, column=column, rowspan=rowspan, colspan=colspan, start=start, end=end)
        for row, column, rowspan, colspan, start, end in cells
    )
    return ObservedGrid(rows=rows, columns=columns, page=page, cells=tuple(made))
