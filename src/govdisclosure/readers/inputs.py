"""Bytes to an observed document: which kind of input they are, and the module that knows it."""

import hashlib
import importlib
from typing import Any

import attrs

from govdisclosure.errors import LimitExceeded, MissingExtra, UnreadableInput
from govdisclosure.finding import Side, Verdict, finding
from govdisclosure.limits import Limits
from govdisclosure.model import Source
from govdisclosure.readers.encoding import Decoded, decode_bytes, is_known_label, label_misfit, names_utf16
from govdisclosure.readers.markdown import is_markdown, observe_markdown
from govdisclosure.readers.observed import Observed
from govdisclosure.readers.plain import observe_text

__all__ = ["observe"]

_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
#: What an OpenDocument file begins with, behind the head of its first part (ISO/IEC 26300-3, 3.3).
_OPENDOCUMENT, _BEHIND_HEAD = b"mimetypeapplication/vnd.oasis.opendocument.", 30
#: Files of Word and Excel 97-2003; those of later versions that ask for a password are packed in one.
_OLE, _PACKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le")
#: A PDF may begin behind other bytes (PDF 32000-1, annex H).
_PDF_WITHIN = 1024
#: How far into a file the first tag of a web page is looked for.
_HEAD = 2048
_TAGS = ("<!doctype html", "<html", "<head", "<body", "<meta", "<table", "<div", "<p>", "<p ", "<title")


def observe(data: bytes, name: str, encoding: str | None, limits: Limits) -> tuple[Observed, Source]:
    """What a document shows, and the source as it was decoded. Raises for bytes that cannot be read."""
    if _PDF in data[:_PDF_WITHIN]:
        observed = _room("pdf", "pdf-read").observe_pdf(data, name, limits)
        return observed, _source(data, "application/pdf", None)
    if data.startswith(_ZIP) and data.startswith(_OPENDOCUMENT, _BEHIND_HEAD):
        raise UnreadableInput("opendocument", {"name": name})
    if data.startswith(_ZIP) and (office := _room("office", "docx").observe_office(data, name, limits)):
        observed, media_type = office
        return observed, _source(data, media_type, None)
    if data.startswith(_OLE):
        raise UnreadableInput("office-encrypted" if _PACKED in data else "office-old", {"name": name})
    if len(data) > limits.text_bytes:
        raise LimitExceeded("text_bytes", len(data), limits.text_bytes)
    label = encoding or _declared(data)
    decoded = decode_bytes(data, name, label if encoding else _usable(label))
    observed, media_type = _of_text(decoded, name, limits)
    if label is None and media_type == "text/html":  # of a page in UTF-16, in which no tag could be seen before
        label = _declared(decoded.text[:_HEAD].encode("ascii", "replace"))
    if label and label_misfit(label, decoded):
        params = {"label": label, "encoding": decoded.encoding}
        wrong = finding("encoding-label", Side(), verdict=Verdict.NOTED, params=params)
        observed = attrs.evolve(observed, findings=(wrong, *observed.findings))
    return observed, _source(data, media_type, decoded)


def _declared(data: bytes) -> str | None:
    """The label that a web page declares for itself."""
    if not _looks_like_page(data[:_HEAD].decode("latin-1")):
        return None
    label: str | None = _room("html.charset", "html").declared_encoding(data[: 2 * _HEAD])
    return label


def _usable(label: str | None) -> str | None:
    """A label of a page that may be true: one that was seen byte by byte does not stand in UTF-16."""
    if label is None or not is_known_label(label):
        return None
    return "utf-8" if names_utf16(label) else label


def _of_text(decoded: Decoded, name: str, limits: Limits) -> tuple[Observed, str]:
    head = decoded.text[:_HEAD].lstrip()
    if _looks_like_page(head):
        observed: Observed = _room("html", "html").observe_html(decoded.text, limits)
        return observed, "text/html"
    if head.startswith("<?xml"):
        raise UnreadableInput("unsupported", {"name": name, "kind": "XML"})
    if is_markdown(decoded.text):
        return observe_markdown(decoded.text, limits), "text/markdown"
    return observe_text(decoded.text, limits), "text/plain"


def _looks_like_page(head: str) -> bool:
    """Whether a text is markup: it begins with a tag, and one of those that pages have stands near its beginning."""
    head = head.lstrip("\ufeff\xef\xbb\xbf \t\r\n").lower()
    return head.startswith("<") and any(tag in head for tag in _TAGS)


def _room(name: str, extra: str) -> Any:
    """The module of an optional kind of input, loaded when the first such input comes."""
    try:
        return importlib.import_module(f"govdisclosure.readers.{name}")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("govdisclosure"):
            raise
        raise MissingExtra(extra, error.name or "") from None


def _source(data: bytes, media_type: str, decoded: Decoded | None) -> Source:
    return Source(
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type=media_type,
        encoding=decoded.encoding if decoded else None,
        encoding_by=decoded.by if decoded else None,
    )
