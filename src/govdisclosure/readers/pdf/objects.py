"""The objects of a PDF: a broken one is left out, and the document goes on without it."""

from codecs import BOM_UTF8, BOM_UTF16_LE
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdfpage import LITERAL_PAGE, LITERAL_PAGES, PDFPage
from pdfminer.pdfparser import PDFParser, PDFStreamParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import PSEOF, PSLiteral, PSStackParser
from pdfminer.utils import decode_text

from govdisclosure.errors import LimitExceeded, UnreadableInput
from govdisclosure.limits import Limits

__all__ = ["Document", "Mending", "number_of", "pages_of", "text_of"]

#: Characters of a title.
_LONGEST_TITLE = 400
#: What programs write where nobody gave a title.
_NO_TITLES = frozenset({"untitled", "(anonymous)", "无标题"})


class Mending(PSStackParser[Any]):
    """A parser that keeps the entries of a dictionary whose key is a name, and passes over the words between them.

    ``/BaseFont /Song,Unicode MS`` is such a case: the blank in the name should have been written ``#20``.
    """

    def end_type(self, type: str) -> tuple[int, list[Any]]:  # noqa: A002 - the name is pdfminer's
        """The end of an array or dictionary."""
        place, found = super().end_type(type)
        return place, _entries(found) if type == "d" else found


def _entries(found: list[Any]) -> list[Any]:
    if len(found) % 2 == 0 and all(isinstance(key, PSLiteral) for key in found[::2]):
        return found
    kept, rest = [], iter(found)
    for key in rest:
        if isinstance(key, PSLiteral):
            kept += [key, next(rest, None)]
    return kept


class _Objects(Mending, PDFParser):
    pass


class _PackedObjects(Mending, PDFStreamParser):
    pass


class Document(PDFDocument):
    """A document. ``broken`` are the numbers of the objects that could not be read since it was last emptied."""

    def __init__(self, data: bytes) -> None:
        self.broken: set[int] = set()
        super().__init__(_Objects(BytesIO(data)))

    @classmethod
    def opened(cls, data: bytes, name: str) -> "Document":
        """The document. Raises ``UnreadableInput`` where it needs a password, and pdfminer's own errors."""
        try:
            return cls(data)
        except (PDFPasswordIncorrect, PDFEncryptionError) as error:
            raise UnreadableInput("pdf-encrypted", {"name": name}) from error

    @property
    def title(self) -> str:
        """The title that the file gives itself, on one line."""
        found = (text_of(dict_value(entries).get("Title")) for entries in self.info)
        title = next(filter(None, found), "")
        return "" if title in _NO_TITLES else " ".join(title.split())[:_LONGEST_TITLE]

    def getobj(self, objid: int) -> object:
        """The object of a number. Raises ``PDFObjectNotFound``, which pdfminer takes for no object."""
        try:
            return super().getobj(objid)
        except (PDFObjectNotFound, MemoryError):
            raise
        except Exception as error:
            self.broken.add(objid)
            raise PDFObjectNotFound(objid) from error

    def _get_objects(self, stream: PDFStream) -> tuple[list[object], int]:
        """The objects that are packed in a stream, and how many of them there are."""
        parser = _PackedObjects(stream.get_data())
        parser.set_document(self)
        found: list[object] = []
        try:
            while True:
                found.append(parser.nextobject()[1])
        except PSEOF:
            return found, int(stream.get("N", 0))


def text_of(value: object) -> str:
    """The words of a text string (ISO 32000-1, 7.9.2.2); some programs turn its bytes round."""
    value = resolve1(value)
    if not isinstance(value, bytes):
        return ""
    if value.startswith((BOM_UTF16_LE, BOM_UTF8)):
        words = value.decode("utf-8-sig" if value.startswith(BOM_UTF8) else "utf-16", "replace")
    else:
        words = decode_text(value)
    return "".join(sign for sign in words if sign.isprintable() or sign.isspace()).strip()


def number_of(reference: object) -> int | None:
    """The number of the object that a reference or a stream has."""
    return reference.objid if isinstance(reference, PDFObjRef | PDFStream) else None


def pages_of(document: Document, name: str, limits: Limits) -> list[PDFPage | None]:
    """The pages in order, ``None`` for one that is broken.

    Raises ``LimitExceeded`` before any page is read, and ``UnreadableInput`` where fewer pages are there than the
    document says.
    """
    count = resolve1(dict_value(document.catalog.get("Pages", {})).get("Count"))
    count = count if isinstance(count, int) else 0
    if count > limits.pdf_pages:
        raise LimitExceeded("pdf_pages", count, limits.pdf_pages)
    pages: list[PDFPage | None] = []
    for page in _tree(document) if "Pages" in document.catalog else PDFPage.create_pages(document):
        pages.append(page)
        if len(pages) > limits.pdf_pages:
            raise LimitExceeded("pdf_pages", len(pages), limits.pdf_pages)
    if len(pages) < max(count, 1):
        raise UnreadableInput("pdf-broken", {"name": name})
    return pages


def _tree(document: Document) -> Iterator[PDFPage | None]:
    """The leaves of the tree of pages; what a node says holds for those below it."""
    waiting: list[tuple[object, dict[str, Any]]] = [(document.catalog["Pages"], {})]
    seen: set[int | None] = set()
    while waiting:
        reference, above = waiting.pop()
        number = number_of(reference)
        if number in seen:
            continue
        seen.add(number)
        node = resolve1(reference)
        if not isinstance(node, dict):
            yield None
            continue
        entries = {**above, **node}
        kind = node.get("Type", node.get("type"))
        if "Kids" in node and (kind is LITERAL_PAGES or kind is not LITERAL_PAGE):
            inherited = {key: entries[key] for key in PDFPage.INHERITABLE_ATTRS if key in entries}
            waiting += [(kid, inherited) for kid in reversed(list_value(node["Kids"]))]
        else:
            yield _page(document, number, entries)


def _page(document: Document, number: int | None, entries: dict[str, Any]) -> PDFPage | None:
    try:
        return PDFPage(document, number, entries, None)
    except Exception:  # noqa: BLE001 - a broken page can make pdfminer raise anything
        return None
