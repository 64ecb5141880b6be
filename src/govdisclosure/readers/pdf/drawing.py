"""The pen of pdfminer: notes glyphs and rules as a page is drawn."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, cast
from weakref import WeakKeyDictionary

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT, PSLiteral
from pdfminer.utils import Matrix, PathSegment, Point, Rect, apply_matrix_pt, apply_matrix_rect

from govdisclosure.errors import LimitExceeded
from govdisclosure.readers.pdf.fonts import Fonts
from govdisclosure.readers.pdf.marks import ASLANT, UNKNOWN, Box, Glyph, Marks, Rule

__all__ = ["Pen"]

#: A filled area not wider than this (in points) is a rule; so is the distance within which a line counts as straight.
_THIN = 2.5
_STRAIGHT = 1.0
#: Dots that fonts draw with one glyph: which of them is meant, the page can only say beside it. No other words that a
#: file says beside what it draws are read: what nobody sees could be anything.
_DOTS = frozenset("\u00b7\u2022\u2027\u30fb")
#: The bytes of one character behind the mark that says how it is written.
_ONE = 4
_WATERMARK = LIT("Watermark")
#: How far the foot of a sign may lie below its base line, in heights of the font. Some programs give the box of the
#: largest sign of the font instead, which says nothing about the others; then the usual depth is taken.
_DEEPEST, _USUAL = -0.35, -0.2
#: Fonts whose signs are bold, by their names or by their flags (ISO 32000-1, 9.8.2) and weight.
_HEAVY = re.compile(r"bold|heavy|black|demi|hei(?![a-z])|黑", re.IGNORECASE)
_FORCED, _WEIGHT = 1 << 18, 600
#: Text that leans more than this against the edges of the page is neither level nor upright.
_LEANING = 0.1


class _Sign(NamedTuple):
    """What a font says of a sign; ``shift`` is where one that is written downwards begins."""

    text: str
    unmapped: bool
    width: float
    shift: tuple[float | None, float] | None
    foot: float
    heavy: bool


class Pen(PDFLayoutAnalyzer):
    """Draws a page into ``marks``. Characters are counted over all pages."""

    def __init__(self, bound: int) -> None:
        self.fonts = Fonts()
        super().__init__(self.fonts)
        self.bound = bound
        self.drawn_characters = 0
        #: What is known of the signs of each font, and of those of the font that is in use.
        self.known: WeakKeyDictionary[PDFFont, dict[int, _Sign]] = WeakKeyDictionary()
        self.heavy: WeakKeyDictionary[PDFFont, bool] = WeakKeyDictionary()
        self.font: PDFFont | None = None
        self.signs: dict[int, _Sign] = {}
        self.marks = Marks(0, 0)
        #: The dots that the stretches now open say they show, ``""`` for those that say nothing of the kind.
        self.said: list[str] = []
        #: How many of these lie within a watermark, and whether text is drawn with an outline, which makes it bold.
        self.watermarks = 0
        self.outlined = False
        #: How places on the page are turned and moved.
        self.page_matrix: Matrix = (1, 0, 0, 1, 0, 0)

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """A new page; its size is that of its media box as it is turned."""
        super().begin_page(page, ctm)
        x0, y0, x1, y1 = apply_matrix_rect(ctm, page.mediabox)
        self.marks = Marks(abs(x1 - x0), abs(y1 - y0))
        self.page_matrix = ctm
        self.said.clear()
        self._stack.clear()
        self.watermarks = 0

    def end_page(self, page: PDFPage) -> None:
        """The page ends, whatever of it is still open."""

    def begin_tag(self, tag: PSLiteral, props: object = None) -> None:  # noqa: ARG002 - the signature is pdfminer's
        """A stretch of the page begins; it may say what it shows (ISO 32000-1, 14.9.4)."""
        said = props.get("ActualText") if isinstance(props, dict) else None
        dot = said[2:].decode("utf-16-be", "replace") if isinstance(said, bytes) and len(said) == _ONE else ""
        self.said.append(dot if dot in _DOTS else "")
        if self.watermarks or (isinstance(props, dict) and props.get("Subtype") is _WATERMARK):
            self.watermarks += 1

    def end_tag(self) -> None:
        """The stretch ends."""
        if self.said:
            self.said.pop()
            self.watermarks = max(self.watermarks - 1, 0)

    def render_char(  # noqa: PLR0913, PLR0917 - the signature is pdfminer's
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,  # noqa: ARG002 - the signature is pdfminer's
        graphicstate: PDFGraphicState,  # noqa: ARG002 - the signature is pdfminer's
    ) -> float:
        """A glyph; gives how far the pen moves on."""
        if font is not self.font:
            self.font, self.signs = font, self.known.setdefault(font, {})
        sign = self.signs.get(cid) or self.signs.setdefault(cid, _sign(font, cid, heavy=self._is_heavy(font)))
        self._count(sign.text)
        self.marks.unmapped += sign.unmapped
        advance = sign.width * fontsize * scaling
        if sign.text:
            corners = _corners(sign, fontsize, rise, advance)
            turn = _turn(matrix, fontsize * scaling, vertical=sign.shift is not None)
            text = self.said[-1] or sign.text if self.said and sign.text in _DOTS else sign.text
            glyph = Glyph(text, self.box(_around(matrix, corners)), turn, sign.heavy or self.outlined)
            (self.marks.over if self.watermarks else self.marks.glyphs).append(glyph)
        return advance

    def _is_heavy(self, font: PDFFont) -> bool:
        if font not in self.heavy:
            self.heavy[font] = _is_heavy(font)
        return self.heavy[font]

    def note(self, glyph: Glyph) -> None:
        """Add a glyph that no drawing instruction shows."""
        self._count(glyph.text)
        self.marks.glyphs.append(glyph)

    def _count(self, text: str) -> None:
        self.drawn_characters += max(len(text), 1)
        if self.drawn_characters > self.bound:
            raise LimitExceeded("pdf_characters", self.drawn_characters, self.bound)

    def box(self, bbox: Rect) -> Box:
        """The place on the page, counted from its top, of a box counted from its foot."""
        x0, y0, x1, y1 = bbox
        return Box(x0, self.marks.height - y1, x1, self.marks.height - y0)

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002 - the signature is pdfminer's
        """An image; a thin one is a rule."""
        self._area(self.box(self.cur_item.bbox))

    def paint_path(
        self,
        gstate: PDFGraphicState,  # noqa: ARG002 - the signature is pdfminer's
        stroke: bool,  # noqa: FBT001
        fill: bool,  # noqa: FBT001
        evenodd: bool,  # noqa: ARG002, FBT001
        path: Sequence[PathSegment],
    ) -> None:
        """Lines and areas."""
        for points in self._lines(path):
            if stroke:
                for one, other in pairwise(points):
                    self._line(one, other)
            if fill:
                xs, ys = zip(*points, strict=True)
                self._area(Box(min(xs), min(ys), max(xs), max(ys)))

    def _lines(self, path: Sequence[PathSegment]) -> Iterator[list[Point]]:
        """The corners of each part of a path; a curve counts as the line to its end."""
        points: list[Point] = []
        for operator, *values in path:
            if operator == "m" and points:
                yield points
                points = []
            if operator == "h" and points:
                points.append(points[0])
            elif len(values) > 1:
                x, y = apply_matrix_pt(self.ctm, (float(values[-2]), float(values[-1])))
                points.append((x, self.marks.height - y))
        if points:
            yield points

    def _line(self, one: Point, other: Point) -> None:
        self.marks.drawn = True
        (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
        if y1 - y0 <= _STRAIGHT < x1 - x0:
            self.marks.across.append(Rule((y0 + y1) / 2, x0, x1))
        elif x1 - x0 <= _STRAIGHT < y1 - y0:
            self.marks.down.append(Rule((x0 + x1) / 2, y0, y1))

    def _area(self, box: Box) -> None:
        self.marks.drawn = True
        (x, y), width, height = box.middle, box.x1 - box.x0, box.bottom - box.top
        if height <= _THIN < width:
            self.marks.across.append(Rule(y, box.x0, box.x1))
        elif width <= _THIN < height:
            self.marks.down.append(Rule(x, box.top, box.bottom))
        elif width > _THIN:
            self.marks.areas.append(box)


def _means_nothing(character: str) -> bool:
    """Whether a character is none: unmapped, private, half a pair, or a control sign that is no white space."""
    return character == UNKNOWN or (unicodedata.category(character) in ("Co", "Cs", "Cc") and not character.isspace())


def _sign(font: PDFFont, cid: int, *, heavy: bool) -> _Sign:
    """The characters of a sign, one U+FFFD where the font does not know them, and how wide it is."""
    try:
        text = str(font.to_unichr(cid))
    except PDFUnicodeNotDefined:
        text = UNKNOWN
    unmapped = any(map(_means_nothing, text))
    shift = font.char_disp(cid) if font.is_vertical() else None
    return _Sign(
        text=UNKNOWN if unmapped else text,
        unmapped=unmapped,
        width=font.char_width(cid),
        shift=cast("tuple[float | None, float] | None", shift),
        foot=foot if _DEEPEST <= (foot := font.get_descent()) <= 0 else _USUAL,
        heavy=heavy,
    )


def _is_heavy(font: PDFFont) -> bool:
    weight = font.descriptor.get("FontWeight")
    name = f"{font.fontname} {getattr(font, 'basefont', '')}"
    return bool(_HEAVY.search(name) or font.flags & _FORCED or (isinstance(weight, int) and weight >= _WEIGHT))


def _corners(sign: _Sign, size: float, rise: float, advance: float) -> Rect:
    """The box of a glyph, one em high, before its matrix is applied."""
    if sign.shift is None:
        low = sign.foot * size + rise
        return 0, low, advance, low + size
    x, y = sign.shift
    x = size * 0.5 if x is None else x * size * 0.001
    y = (1000 - y) * size * 0.001 + rise
    return -x, y + advance, -x + size, y


def _around(matrix: Matrix, corners: Rect) -> Rect:
    """The box around the corners that a matrix moves, as pdfminer's ``apply_matrix_rect`` has it."""
    a, b, c, d, e, f = matrix
    x0, y0, x1, y1 = corners
    ax0, ax1, cy0, cy1 = a * x0, a * x1, c * y0, c * y1
    bx0, bx1, dy0, dy1 = b * x0, b * x1, d * y0, d * y1
    xs = (ax0 + cy0 + e, ax0 + cy1 + e, ax1 + cy0 + e, ax1 + cy1 + e)
    ys = (bx0 + dy0 + f, bx1 + dy0 + f, bx1 + dy1 + f, bx0 + dy1 + f)
    return min(xs), min(ys), max(xs), max(ys)


def _turn(matrix: Matrix, scale: float, *, vertical: bool) -> int:
    """The direction of writing; vertical fonts write downwards."""
    a, b = matrix[:2]
    level = abs(a) >= abs(b)
    if a and b and min(abs(a), abs(b)) > _LEANING * max(abs(a), abs(b)):
        return ASLANT
    along = a if level else b
    turn = (0 if level else 90) + (180 if (along if scale >= 0 else -along) < 0 else 0)
    return (turn + 270) % 360 if vertical else turn
