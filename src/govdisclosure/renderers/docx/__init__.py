"""Word: the report in the layout of official documents (GB/T 9704-2012), what is said about it as an appendix."""

from collections.abc import Iterable, Iterator

from govdisclosure.renderers.blocks import Block, Heading, Page, Paragraph, Run, Sheet, Table
from govdisclosure.renderers.docx.parts import RELATIONS, package
from govdisclosure.renderers.docx.styles import MAIN, Tongues, section
from govdisclosure.renderers.docx.tables import listed, ruled
from govdisclosure.renderers.docx.words import Words

__all__ = ["docx"]

#: Levels of headings that have a style.
_LEVELS = 4
#: The title and the line over the text are levels of the page; the first heading of the text is the third.
_IN_TEXT, _IN_APPENDIX = 2, 1


def docx(page: Page) -> bytes:
    """The page as a Word file (ISO/IEC 29500, transitional)."""
    tongues = Tongues(page.language, page.own_language, page.direction == "rtl")
    writer = _Writer(Words(tongues))
    title, *others = page.about
    text = writer.blocks(
        tuple(block for block in page.narrative if not _is_line_over(block)), _IN_TEXT
    ) + writer.signature(page.signature)
    body = (
        writer.blocks((title,), 0)
        + text
        # What has no text stands under the title; else it follows on a page of its own.
        + (writer.appendix(tuple(others)) if text else writer.blocks(tuple(_captioned(others)), _IN_APPENDIX))
        + writer.blocks(page.figures + page.findings + page.footer, _IN_APPENDIX)
    )
    document = f'<w:document xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"><w:body>{body}{section()}</w:body></w:document>'
    return package(document, page.title, tongues)


def _captioned(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks, each table under its caption."""
    for block in blocks:
        if isinstance(block, Table):
            yield Heading(2, block.caption)
        yield block


def _is_line_over(block: Block) -> bool:
    """Whether a heading only says that the text of the report follows: here that follows the title."""
    return isinstance(block, Heading) and block.level == _IN_TEXT


class _Writer:
    """Writes blocks down."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def blocks(self, blocks: tuple[Block, ...], over: int) -> str:
        """Blocks, with so many levels of headings over the first."""
        return "".join([self.block(block, over) for block in blocks])

    def block(self, block: Block, over: int) -> str:
        match block:
            case Heading():
                level = block.level - over
                style = "Title" if block.level == 1 else f"Heading{min(level, _LEVELS)}"
                return self.words.paragraph(style, block.text, own=block.own)
            case Paragraph():
                return self.paragraph(block, "BodyText" if block.own else "Note")
            case Table():
                return listed(block, self.words)
            case Sheet():
                return ruled(block, self.words)

    def paragraph(self, block: Paragraph, style: str) -> str:
        """A paragraph; only words that findings rest on are marked."""
        text = "".join([run.text for run in block.runs])
        if all(run.severity is None for run in block.runs):
            return self.words.paragraph(style, text, own=block.own)
        runs = "".join(self.run(run, own=block.own) for run in block.runs)
        direction = self.words.direction(text, own=block.own)
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{direction}</w:pPr>{runs}</w:p>'

    def run(self, run: Run, *, own: bool) -> str:
        return self.words.run(run.text, own=own, severity=run.severity)

    def signature(self, lines: tuple[Paragraph, ...]) -> str:
        """Body and day at the right, the day further from the edge, under an empty line."""
        styles = ("Signature",) * (len(lines) - 1) + ("Date",)
        gap = self.words.paragraph("Signature", "") if lines else ""
        return gap + "".join(self.paragraph(line, style) for line, style in zip(lines, styles, strict=False))

    def appendix(self, blocks: tuple[Block, ...]) -> str:
        """What is said about the report, from a new page on, each list under its caption."""
        return "".join(
            self.words.paragraph("Appendix", block.caption) + listed(block, self.words)
            for block in blocks
            if isinstance(block, Table)
        )
