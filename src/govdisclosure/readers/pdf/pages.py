"""From the bytes of a PDF to what its pages are drawn of."""

import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream, dict_value, resolve1

from govdisclosure.errors import LimitExceeded, UnreadableInput
from govdisclosure.limits import Limits
from govdisclosure.readers.pdf.drawing import Pen
from govdisclosure.readers.pdf.marks import Marks, once, upright

__all__ = ["drawn_pages"]


def drawn_pages(data: bytes, name: str, limits: Limits) -> Iterator[Marks]:
    """Each page, upright. Raises ``UnreadableInput`` and ``LimitExceeded``, and pdfminer's own errors."""
    pen = Pen(limits.pdf_characters)
    interpreter = _Interpreter(pen.rsrcmgr, pen)
    for number, page in enumerate(_pages(_document(data, name), name), 1):
        if number > limits.pdf_pages:
            raise LimitExceeded("pdf_pages", number, limits.pdf_pages)
        interpreter.process_page(page)
        pen.marks.glyphs = once(pen.marks.glyphs)
        yield upright(pen.marks)


def _document(data: bytes, name: str) -> PDFDocument:
    try:
        return PDFDocument(PDFParser(BytesIO(data)))
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise UnreadableInput("pdf-encrypted", {"name": name}) from error


def _pages(document: PDFDocument, name: str) -> Iterator[PDFPage]:
    """The pages, as many as the document says that it has."""
    count = 0
    for page in PDFPage.create_pages(document):
        count += 1
        yield page
    said = resolve1(dict_value(document.catalog.get("Pages", {})).get("Count"))
    if not count or (isinstance(said, int) and count < said):
        raise UnreadableInput("pdf-broken", {"name": name})


class _Interpreter(PDFPageInterpreter):
    """Refuses drawing instructions that are not there in full; pdfminer would draw the part that is."""

    def execute(self, streams: Sequence[object]) -> None:
        """Draw what the streams say."""
        for each in streams:
            stream = resolve1(each)
            if not isinstance(stream, PDFStream) or not _whole(stream):
                raise ValueError(each)
        super().execute(streams)


def _whole(stream: PDFStream) -> bool:
    """Whether a packed stream goes on to its end (its check sum may be wrong: some writers never set it)."""
    raw, filters = stream.get_rawdata(), stream.get_filters()
    if not raw or stream.decipher or not filters or filters[0][0] not in LITERALS_FLATE_DECODE:
        return True
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        inflating.decompress(raw[2:])
    except zlib.error:
        return False
    return inflating.eof
