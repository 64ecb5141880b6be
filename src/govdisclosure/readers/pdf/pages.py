"""From the bytes of a PDF to what its pages are drawn of."""

import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from typing import Any

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream, dict_value, resolve1
from pdfminer.psparser import PSEOF, PSKeyword, keyword_name

from govdisclosure.errors import LimitExceeded, UnreadableInput
from govdisclosure.limits import Limits
from govdisclosure.readers.pdf.contents import Contents
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
    """Refuses drawing instructions that are not there in full; pdfminer would draw the part that is.

    ``above`` are the numbers of the streams that are being drawn: none is drawn within itself.
    """

    def __init__(self, rsrcmgr: PDFResourceManager, device: PDFDevice, above: frozenset[int] = frozenset()) -> None:
        super().__init__(rsrcmgr, device)
        self.above = self.drawing = above
        self.operators: dict[PSKeyword, tuple[Callable[..., None] | None, int]] = {}

    def dup(self) -> "_Interpreter":
        """Another one, for what is drawn within this."""
        return type(self)(self.rsrcmgr, self.device, self.drawing)

    def execute(self, streams: Sequence[object]) -> None:
        """Draw what the streams say."""
        found = [(stream, stream.objid) for stream in map(_stream, streams)]
        drawn = [(stream, number) for stream, number in found if number is not None and number not in self.above]
        self.drawing = self.above.union(number for _, number in drawn)
        with suppress(PSEOF):
            self._carry_out(Contents([stream for stream, _ in drawn]))

    def _carry_out(self, contents: Contents) -> None:
        for found in contents.objects():
            if not isinstance(found, PSKeyword):
                self.argstack.append(found)
                continue
            draw, count = self.operators.get(found) or self._operator(found)
            if draw is None:
                continue
            arguments = self.argstack[-count:] if count else []
            del self.argstack[len(self.argstack) - len(arguments) :]
            if len(arguments) == count:
                draw(*arguments)

    def _operator(self, keyword: PSKeyword) -> tuple[Callable[..., None] | None, int]:
        """What carries out an operator, and how many arguments it takes; they are called as pdfminer calls them."""
        name = keyword_name(keyword).replace("*", "_a").replace('"', "_w").replace("'", "_q")
        draw = getattr(self, f"do_{name}", None)
        known = self.operators[keyword] = (draw, draw.__code__.co_argcount - 1 if draw else 0)
        return known

    def do_TJ(self, seq: Any) -> None:  # noqa: N802 - the name is pdfminer's
        """Show a text. pdfminer would copy the state of colours for each; the pen has no use for them."""
        if self.textstate.font is not None:
            self.device.render_string(self.textstate, seq, self.graphicstate.ncs, self.graphicstate)


def _stream(each: object) -> PDFStream:
    stream = resolve1(each)
    if not isinstance(stream, PDFStream) or not _whole(stream):
        raise ValueError(each)
    return stream


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
