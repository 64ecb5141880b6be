"""A PDF -> what its pages show, in one process and without a time limit."""

from collections.abc import Sequence

from govdisclosure.errors import UnreadableInput
from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.limits import Limits
from govdisclosure.readers.observed import Observed
from govdisclosure.readers.pdf.columns import stretches
from govdisclosure.readers.pdf.flow import Page, flowing
from govdisclosure.readers.pdf.lines import Line
from govdisclosure.readers.pdf.marks import Marks
from govdisclosure.readers.pdf.pages import drawn_pages
from govdisclosure.readers.pdf.radicals import plain
from govdisclosure.readers.pdf.tables import Table, tables_of
from govdisclosure.readers.pdf.writing import written

__all__ = ["observed"]


def observed(data: bytes, name: str, limits: Limits) -> Observed:
    """The document. Raises ``UnreadableInput``, ``LimitExceeded``, and whatever a broken file makes pdfminer raise."""
    pages: list[Page] = []
    findings: list[Finding] = []
    for number, marks in enumerate(drawn_pages(data, name, limits), 1):
        pages.append(_page(marks, limits))
        findings += _noticed(marks, number)
    if not any(page.blocks for page in pages):
        raise UnreadableInput("pdf-without-text", {"name": name})
    out = written(flowing(pages), limits)
    return Observed(
        text=plain("".join(out.text)),
        grids=tuple(out.grids),
        pages=out.pages(len(pages)),
        furniture=tuple(out.furniture),
        findings=tuple(findings),
    )


def _page(marks: Marks, limits: Limits) -> Page:
    tables, glyphs = tables_of(marks, limits)
    pieces: list[Sequence[Line | Table]] = [*([table] for table in tables), *stretches(glyphs)]
    pieces.sort(key=lambda piece: piece[0].box.top)
    return Page(marks.width, marks.height, [block for piece in pieces for block in piece])


def _noticed(marks: Marks, number: int) -> list[Finding]:
    """A page that shows something and says nothing, and signs that are no characters."""
    found = []
    if marks.drawn and not any(not glyph.text.isspace() for glyph in marks.glyphs):
        found.append(("page-without-text", {"page": str(number)}))
    if marks.unmapped:
        found.append(("font-without-unicode", {"page": str(number), "count": str(marks.unmapped)}))
    return [finding(code, Side(), verdict=Verdict.NOTED, params=params) for code, params in found]
