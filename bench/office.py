"""Word files: writing one beside the least that packs the same words into one, reading one beside python-docx."""

import io
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from xml.sax.saxutils import escape

import attrs
import docx

import govdisclosure as gd
from govdisclosure.locales import formatter
from govdisclosure.renderers.blocks import Heading, Page, Paragraph, Sheet, Table
from govdisclosure.renderers.view import view

Best = Callable[[dict[str, Callable[[], object]], float], dict[str, float]]
Tell = Callable[..., None]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_CONTENTS = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def bench_office(best: Best, tell: Tell, filled: Path, example: Path) -> None:
    """A full report with text, tables and lists into a Word file, and back."""
    report, told = gd.load(filled), gd.read(example).report
    assert told is not None
    report = attrs.evolve(report, title=told.title, language="zh-Hans", sections=told.sections, powers=told.powers,
                          metrics=told.metrics, provenance=told.provenance)  # fmt: skip
    words = _words(view(report, formatter("zh-Hans"), ()))
    written = gd.render(report, to="docx", locale="zh-Hans", findings=())
    times = best(
        {
            "bare": lambda: _bare(words),
            "docx": lambda: gd.render(report, to="docx", locale="zh-Hans", findings=()),
            "python-docx": lambda: _taken(written),
            "read": lambda: gd.read(written),
        },
        0.05,
    )
    ratio = times["docx"] / times["bare"]
    print(f"\nWord, a report of {len(words)} paragraphs and rows ({len(written):,} bytes)")
    tell("DOCX / zipfile and f-strings over the same words", ratio, "goal at most 7", met=ratio <= 7)
    tell("of which milliseconds", 1000 * times["docx"])
    tell("DOCX into a draft / python-docx taking texts and cells", times["read"] / times["python-docx"])


def _words(page: Page) -> list[tuple[str, ...]]:
    """What stands on a page: a text for each paragraph, several for each row."""
    rows: list[tuple[str, ...]] = []
    for block in page.blocks:
        match block:
            case Heading(text=text):
                rows.append((text,))
            case Paragraph(runs=runs):
                rows.append(("".join(run.text for run in runs),))
            case Table(rows=lines):
                rows += [tuple(cell.text for cell in line) for line in lines]
            case Sheet(parts=parts):
                rows += [tuple(cell.text for cell in line) for part in parts for line in [*part.head, *part.rows]]
    return rows


def _bare(words: Iterable[tuple[str, ...]]) -> bytes:
    """The least that Word opens: paragraphs, and rows of cells, with a style each and nothing else."""
    made = []
    for row in words:
        paragraphs = [
            f'<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>' for text in row
        ]
        if len(row) == 1:
            made.append(paragraphs[0])
        else:
            cells = "".join([f'<w:tc><w:tcPr><w:tcW w:w="800" w:type="dxa"/></w:tcPr>{p}</w:tc>' for p in paragraphs])
            made.append(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl><w:p/>")
    text = f'<w:document xmlns:w="{_MAIN}"><w:body>{"".join(made)}</w:body></w:document>'
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", _CONTENTS)
        packed.writestr("_rels/.rels", _RELATIONS)
        packed.writestr("word/document.xml", text)
    return archive.getvalue()


def _taken(data: bytes) -> tuple[list[str], list[list[str]]]:
    document = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    return texts, [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
