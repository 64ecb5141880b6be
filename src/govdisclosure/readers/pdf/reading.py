"""A PDF -> what its pages show, in one process and without a time limit."""

from collections.abc import Sequence
from itertools import islice

from govdisclosure.errors import UnreadableInput
from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.limits import Limits
from govdisclosure.readers.observed import HiddenReason, Observed
from govdisclosure.readers.pdf.columns import stretches
from govdisclosure.readers.pdf.emphasis import emphasis
from govdisclosure.readers.pdf.flow import Page, flowing
from govdisclosure.readers.pdf.lines import Line, lines_of
from govdisclosure.readers.pdf.marks import Marks
from govdisclosure.readers.pdf.objects import Document
from govdisclosure.readers.pdf.pages import drawn_pages
from govdisclosure.readers.pdf.radicals import plain
from govdisclosure.readers.pdf.tables import Table, tables_of
from govdisclosure.readers.pdf.unruled import unruled_tables
from govdisclosure.readers.pdf.writing import written

__all__ = ["observed"]

#: Damaged parts of a page, and numbers without a place, that are named.
_PARTS = 8


def observed(data: bytes, name: str, limits: Limits) -> Observed:
    """The document. Raises ``UnreadableInput``, ``LimitExceeded``, and whatever a broken file makes pdfminer raise."""
    pages: list[Page] = []
    findings: list[Finding] = []
    document = Document.opened(data, name)
    for number, marks in enumerate(drawn_pages(document, name, limits), 1):
        page, unplaced = _page(marks, pages[-1].last_table if pages else None, limits)
        pages.append(page)
        findings += _noticed(marks, unplaced, number)
    if not any(page.blocks for page in pages):
        broken = any(each.code == "page-damaged" for each in findings)
        raise UnreadableInput("pdf-broken" if broken else "pdf-without-text", {"name": name})
    out = written(flowing(pages), limits)
    if title := document.title:
        out.entitle(title)
    return Observed(
        text=plain("".join(out.text)),
        grids=tuple(out.grids),
        hidden=tuple(out.hidden),
        pages=out.pages(len(pages)),
        furniture=tuple(out.furniture),
        markup=(*out.titles, *emphasis(out.paragraphs)),
        findings=tuple(findings),
    )


def _page(marks: Marks, before: Table | None, limits: Limits) -> tuple[Page, list[str]]:
    """A page, and numbers in columns that could not be placed; ``before`` is the table that ends the page before."""
    ruled, glyphs = tables_of(marks, limits)
    unruled = unruled_tables(glyphs, before)
    tables = [[table] for table in (*ruled, *unruled.tables)]
    pieces: list[Sequence[Line | Table]] = [*tables, *stretches(unruled.glyphs)]
    pieces.sort(key=lambda piece: piece[0].box.top)
    struck = [(HiddenReason.DELETED, line.text) for line in lines_of(marks.struck)]
    notes = [(HiddenReason.MARKUP, words) for words in marks.notes]
    blocks = [block for piece in pieces for block in piece]
    return Page(marks.width, marks.height, blocks, lines_of(marks.over), [*struck, *notes]), unruled.unplaced


def _noticed(marks: Marks, unplaced: list[str], number: int) -> list[Finding]:
    """What of a page was not read: all of it, signs that are no characters, and what is damaged."""
    found = []
    shown = any(not glyph.text.isspace() for glyph in (*marks.glyphs, *marks.over, *marks.struck))
    if marks.drawn and not shown:
        found.append(("page-without-text", {"page": str(number)}))
    if marks.unmapped:
        found.append(("font-without-unicode", {"page": str(number), "count": str(marks.unmapped)}))
    if unplaced:
        sample = " ".join(unplaced[:_PARTS])
        found.append(("columns-unclear", {"page": str(number), "count": str(len(unplaced)), "text": sample}))
    if marks.broken:
        parts = dict.fromkeys(marks.broken)
        found.append(("page-damaged", {"page": str(number), "parts": ", ".join(islice(parts, _PARTS))}))
    return [finding(code, Side(), verdict=Verdict.NOTED, params=params) for code, params in found]
