"""Bytes to an observed document: which kind of input they are, and the module that knows it."""

import codecs
import hashlib
import importlib
import re
from itertools import takewhile
from typing import Any

import attrs

from govdisclosure.errors import LimitExceeded, MissingExtra, UnreadableInput
from govdisclosure.finding import Side, Verdict, finding
from govdisclosure.limits import Limits
from govdisclosure.model import Source
from govdisclosure.readers.encoding import Decoded, decode_bytes, is_known_label, label_misfit, names_utf16
from govdisclosure.readers.kinds import is_archive, is_markup, refusal, refusal_of_xml
from govdisclosure.readers.markdown import is_markdown, observe_markdown
from govdisclosure.readers.observed import Observed
from govdisclosure.readers.plain import observe_text

__all__ = ["observe"]

_PDF = b"%PDF-"
#: A PDF may begin behind other bytes (PDF 32000-1, annex H).
_PDF_WITHIN = 1024
#: How far into a file the beginning of a web page is looked at.
_HEAD = 2048
#: A line of the head of a mail, what says in it that a page follows, and how long it is at most.
_MAIL_LINE = re.compile(rb"[!-9;-~]{1,80}:|[ \t]")
_PAGE_FOLLOWS = re.compile(rb"(?im)^content-type:\s{0,80}(?:multipart/|text/html|application/xhtml)")
_MAIL_HEAD = 2**16
#: How pages in UTF-16 without a byte order mark begin.
_UTF16 = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
#: Cells of tables in markup.
_CELLS = re.compile(r"<t[dr]\b", re.IGNORECASE)


def observe(data: bytes, name: str, encoding: str | None, limits: Limits) -> tuple[Observed, Source]:
    """What a document shows, and the source as it was decoded. Raises for bytes that cannot be read."""
    if is_archive(data):
        observed, media_type = _room("office", "docx").observe_office(data, name, limits)
        return observed, _source(data, media_type, None)
    if known := refusal(data, name):
        raise known
    if _PDF in data[:_PDF_WITHIN]:
        observed = _room("pdf", "pdf-read").observe_pdf(data, name, limits)
        return observed, _source(data, "application/pdf", None)
    if is_saved := _is_saved_page(data):
        _within("mhtml_bytes", data, limits)
        text, label = _room("mhtml", "html").page_within(data, name)
        encoding = label if label and is_known_label(label) else encoding
    else:
        text = data
    _within("text_bytes", text, limits)
    observed, decoded, media_type = _observe_text(text, name, encoding, limits)
    return observed, _source(data, "multipart/related" if is_saved else media_type, decoded)


def _within(limit: str, data: bytes, limits: Limits) -> None:
    if len(data) > getattr(limits, limit):
        raise LimitExceeded(limit, len(data), getattr(limits, limit))


def _is_saved_page(data: bytes) -> bool:
    """Whether bytes are a page with all that belongs to it in one file: it begins like a mail."""
    lines = data[:_MAIL_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").splitlines()
    head = b"\n".join(takewhile(_MAIL_LINE.match, lines))
    return bool(_PAGE_FOLLOWS.search(head))


def _observe_text(data: bytes, name: str, encoding: str | None, limits: Limits) -> tuple[Observed, Decoded, str]:
    """What a text shows, how it was decoded, and its media type."""
    label = encoding or _declared(data)
    decoded = _utf16(data) or decode_bytes(data, name, label if encoding else _usable(label))
    observed, media_type = _of_text(decoded, name, limits)
    if label is None and media_type == "text/html":  # of a page in UTF-16, in which no tag could be seen before
        label = _declared(decoded.text[:_HEAD].encode("ascii", "replace"))
    if label and label_misfit(label, decoded):
        params = {"label": label, "encoding": decoded.encoding}
        wrong = finding("encoding-label", Side(), verdict=Verdict.NOTED, params=params)
        observed = attrs.evolve(observed, findings=(wrong, *observed.findings))
    return observed, decoded, media_type


def _utf16(data: bytes) -> Decoded | None:
    """A page in UTF-16 without a byte order mark."""
    encoding = next((encoding for start, encoding in _UTF16 if data.startswith(start)), None)
    try:
        return Decoded(data.decode(encoding), encoding, "trial") if encoding else None
    except UnicodeDecodeError:
        return None


def _declared(data: bytes) -> str | None:
    """The label that a web page declares for itself."""
    if not is_markup(data[:_MAIL_HEAD].removeprefix(codecs.BOM_UTF8).decode("latin-1")):
        return None
    label: str | None = _room("html.charset", "html").declared_encoding(data[: 2 * _HEAD])
    return label


def _usable(label: str | None) -> str | None:
    """A label of a page that may be true: one that was seen byte by byte does not stand in UTF-16."""
    if label is None or not is_known_label(label):
        return None
    return "utf-8" if names_utf16(label) else label


def _of_text(decoded: Decoded, name: str, limits: Limits) -> tuple[Observed, str]:
    text = decoded.text
    if known := refusal_of_xml(text[:_HEAD], name):  # of a file in UTF-16
        raise known
    if is_markup(text) and (_CELLS.search(text) or not is_markdown(text)):
        observed: Observed = _room("html", "html").observe_html(text, limits)
        return observed, "text/html"
    if text[:_HEAD].lstrip("\ufeff \t\r\n").startswith("<?xml"):
        raise UnreadableInput("unsupported", {"name": name, "kind": "XML"})
    if is_markdown(text):
        return observe_markdown(text, limits), "text/markdown"
    return observe_text(text, limits), "text/plain"


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
