"""What is fastened to a page: the values of form fields, text that was typed over it, notes, and strokes through it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1, resolve_all
from pdfminer.psparser import literal_name
from pdfminer.utils import Matrix, Rect, apply_matrix_rect, mult_matrix

from govdisclosure.readers.pdf.drawing import Pen
from govdisclosure.readers.pdf.marks import Box, Glyph
from govdisclosure.readers.pdf.objects import text_of

__all__ = ["Drawing", "annotate"]

#: Bits of an annotation that say that it is not shown (ISO 32000-1, 12.5.3).
_NOT_SHOWN = 2 | 32
#: A field that holds a password, and one that is a button (12.7.4).
_PASSWORD = 1 << 13
#: What is typed without saying how large is not larger than this, in points.
_LARGEST = 12
_LEADING = 1.2
#: The parent of a field says what the field does not; so many generations at most.
_GENERATIONS = 16


class Drawing(Protocol):
    """What carries out drawing instructions."""

    def attempt(self, name: str, draw: Callable[..., None], *arguments: object) -> None:
        """Carry out something; what cannot be is named."""

    def subinterp(self) -> Any:
        """Another one, for what is drawn within this."""


def annotate(page: PDFPage, drawing: Drawing, pen: Pen) -> None:
    """Draw what is fastened to a page."""
    for each in list_value(resolve1(page.annots) or []):
        drawing.attempt("/Annot", _draw, dict_value(each), drawing, pen)


def _draw(entries: Mapping[str, Any], drawing: Drawing, pen: Pen) -> None:
    kind = literal_name(resolve1(entries.get("Subtype", "")))
    flags = resolve1(entries.get("F", 0))
    words = text_of(entries.get("Contents"))
    if kind in ("Popup", "Link") or (isinstance(flags, int) and flags & _NOT_SHOWN):
        return
    if kind == "StrikeOut":
        pen.marks.strokes += [_box(pen, quad) for quad in _quads(entries)]
    if kind in ("FreeText", "Widget"):
        shown = _appearance(entries)
        if shown is not None and shown.get_data().strip():
            _draw_appearance(entries, shown, drawing, pen)
            return
        words = words if kind == "FreeText" else _value(entries)
        _type(words, _box(pen, _rect(entries)), pen)
    elif words:
        pen.marks.notes.append(words)


def _rect(entries: Mapping[str, Any]) -> Rect:
    x0, y0, x1, y1 = (float(each) for each in resolve_all(entries["Rect"]))
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _quads(entries: Mapping[str, Any]) -> Iterator[Rect]:
    """The stretches of text that an annotation marks."""
    places = [float(each) for each in resolve_all(entries.get("QuadPoints", []))]
    for i in range(0, len(places) - 7, 8):
        xs, ys = places[i : i + 8 : 2], places[i + 1 : i + 8 : 2]
        yield min(xs), min(ys), max(xs), max(ys)


def _box(pen: Pen, rect: Rect) -> Box:
    return pen.box(apply_matrix_rect(pen.page_matrix, rect))


def _appearance(entries: Mapping[str, Any]) -> PDFStream | None:
    """How it looks, in the state in which it is."""
    shown = resolve1(dict_value(entries.get("AP", {})).get("N"))
    if isinstance(shown, dict):
        shown = resolve1(shown.get(literal_name(resolve1(entries.get("AS", "")))))
    return shown if isinstance(shown, PDFStream) else None


def _draw_appearance(entries: Mapping[str, Any], shown: PDFStream, drawing: Drawing, pen: Pen) -> None:
    """Draw the form that shows it, so that its box fills the place on the page (ISO 32000-1, 12.5.5)."""
    rect = _rect(entries)
    matrix: Matrix = tuple(resolve_all(shown.get("Matrix", [1, 0, 0, 1, 0, 0])))
    x0, y0, x1, y1 = apply_matrix_rect(matrix, tuple(resolve_all(shown["BBox"])))
    across = (rect[2] - rect[0]) / (x1 - x0) if x1 > x0 else 1.0
    down = (rect[3] - rect[1]) / (y1 - y0) if y1 > y0 else 1.0
    fit = (across, 0.0, 0.0, down, rect[0] - x0 * across, rect[1] - y0 * down)
    matrix = mult_matrix(matrix, mult_matrix(fit, pen.page_matrix))
    drawing.subinterp().render_contents(dict_value(shown.get("Resources", {})), [shown], ctm=matrix)


def _value(entries: Mapping[str, Any]) -> str:
    """What was typed into a field, or chosen in it."""
    kind = _inherited(entries, "FT")
    flags = _inherited(entries, "Ff")
    if not kind or literal_name(kind) not in ("Tx", "Ch") or (isinstance(flags, int) and flags & _PASSWORD):
        return ""
    value = _inherited(entries, "V")
    chosen = value if isinstance(value, list) else [value]
    return "\n".join(filter(None, map(text_of, chosen)))


def _inherited(entries: Mapping[str, Any], key: str) -> Any:
    for _ in range(_GENERATIONS):
        if key in entries:
            return resolve1(entries[key])
        if "Parent" not in entries:
            break
        entries = dict_value(entries["Parent"])
    return None


def _type(words: str, box: Box, pen: Pen) -> None:
    """Lay words that nothing draws into their box, line by line."""
    lines = words.splitlines()
    size = min(_LARGEST, (box.bottom - box.top) / (_LEADING * max(len(lines), 1)))
    top = (box.top + box.bottom - size * _LEADING * len(lines)) / 2
    for number, line in enumerate(lines):
        wide = [size if ord(sign) > 0xFF else size / 2 for sign in line]  # noqa: PLR2004 - Latin letters are narrow
        narrow = min(1.0, (box.x1 - box.x0) / max(sum(wide), 1.0))
        x, y = box.x0, top + number * size * _LEADING
        for sign, width in zip(line, wide, strict=True):
            pen.note(Glyph(sign, Box(x, y, x + width * narrow, y + size)))
            x += width * narrow
