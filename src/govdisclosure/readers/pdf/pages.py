"""From the bytes of a PDF to what its pages are drawn of."""

import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream, resolve1
from pdfminer.psparser import PSEOF, PSKeyword, keyword_name

from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import Limits
from govdisclosure.readers.pdf.annotations import annotate
from govdisclosure.readers.pdf.contents import Contents
from govdisclosure.readers.pdf.drawing import Pen
from govdisclosure.readers.pdf.marks import Marks, once, upright
from govdisclosure.readers.pdf.objects import Document, Mending, number_of, pages_of
from govdisclosure.readers.pdf.overlays import apart

__all__ = ["drawn_pages"]

#: Text is drawn and outlined: it looks bold.
_FILLED_AND_OUTLINED = 2


def drawn_pages(document: Document, name: str, limits: Limits) -> Iterator[Marks]:
    """Each page, upright. Raises ``UnreadableInput`` and ``LimitExceeded``, and pdfminer's own errors."""
    pen = Pen(limits.pdf_characters)
    interpreter = _Interpreter(pen.fonts, pen)
    for page in pages_of(document, name, limits):
        document.broken.clear()
        pen.fonts.broken.clear()
        pen.marks = Marks(0, 0)
        if page is None:
            pen.marks.broken.append("/Page")
        else:
            interpreter.attempt("/Page", interpreter.process_page, page)
        marks = pen.marks
        marks.broken += [*sorted(pen.fonts.broken), *(f"{number} 0 R" for number in sorted(document.broken))]
        marks.glyphs = once(marks.glyphs)
        yield apart(upright(marks))


class _Instructions(Mending, Contents):
    """Drawing instructions, read on where a dictionary among them is broken."""


class _Interpreter(PDFPageInterpreter):
    """Leaves out what is broken, and goes on; a stream that is not there in full is left out whole.

    ``above`` are the numbers of the streams that are being drawn: none is drawn within itself.
    """

    device: Pen

    def __init__(self, rsrcmgr: PDFResourceManager, device: PDFDevice, above: frozenset[int] = frozenset()) -> None:
        super().__init__(rsrcmgr, device)
        self.above = self.drawing = above
        self.operators: dict[PSKeyword, tuple[Callable[..., None] | None, int]] = {}

    def dup(self) -> "_Interpreter":
        """Another one, for what is drawn within this."""
        return type(self)(self.rsrcmgr, self.device, self.drawing)

    def process_page(self, page: PDFPage) -> None:
        """Draw a page, and what is fastened to it."""
        super().process_page(page)
        annotate(page, self, self.device)

    def init_resources(self, resources: dict[object, object]) -> None:
        """Make ready what the instructions name; where a space of colours is broken, all the rest."""
        try:
            super().init_resources(resources)
        except (LimitExceeded, MemoryError):
            raise
        except Exception:  # noqa: BLE001 - a broken file can make pdfminer raise anything
            self.device.marks.broken.append("/ColorSpace")
            super().init_resources({key: value for key, value in resources.items() if key != "ColorSpace"})

    def execute(self, streams: Sequence[object]) -> None:
        """Draw what the streams say."""
        found = [stream for each in streams if (stream := self._stream(each))]
        drawn = [stream for stream in found if stream.objid is not None and stream.objid not in self.above]
        self.drawing = self.above.union(stream.objid for stream in drawn if stream.objid is not None)
        with suppress(PSEOF):
            self.attempt("/Contents", self._carry_out, _Instructions(drawn))

    def _stream(self, each: object) -> PDFStream | None:
        """A stream of instructions, if it is there in full."""
        stream = resolve1(each)
        if isinstance(stream, PDFStream) and _is_whole(stream):
            return stream
        number = number_of(each)
        self.device.marks.broken.append("stream" if number is None else f"{number} 0 R")
        return None

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
                try:
                    draw(*arguments)
                except (LimitExceeded, MemoryError, PSEOF):
                    raise
                except Exception:  # noqa: BLE001 - a broken file can make pdfminer raise anything
                    self.device.marks.broken.append(keyword_name(found))

    def attempt(self, name: str, draw: Callable[..., None], *arguments: object) -> None:
        """Carry out something; what cannot be is left out and named."""
        try:
            draw(*arguments)
        except (LimitExceeded, MemoryError, PSEOF):
            raise
        except Exception:  # noqa: BLE001 - a broken file can make pdfminer raise anything
            self.device.marks.broken.append(name)

    def _operator(self, keyword: PSKeyword) -> tuple[Callable[..., None] | None, int]:
        """What carries out an operator, and how many arguments it takes; they are called as pdfminer calls them."""
        name = keyword_name(keyword).replace("*", "_a").replace('"', "_w").replace("'", "_q")
        draw = getattr(self, f"do_{name}", None)
        known = self.operators[keyword] = (draw, draw.__code__.co_argcount - 1 if draw else 0)
        return known

    def do_TJ(self, seq: Any) -> None:  # noqa: N802 - the name is pdfminer's
        """Show a text. pdfminer would copy the state of colours for each; the pen has no use for them."""
        if self.textstate.font is not None:
            self.device.outlined = self.textstate.render == _FILLED_AND_OUTLINED
            self.device.render_string(self.textstate, seq, self.graphicstate.ncs, self.graphicstate)


def _is_whole(stream: PDFStream) -> bool:
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
