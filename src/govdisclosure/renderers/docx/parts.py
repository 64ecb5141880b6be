"""The parts of a Word file beside its text, and how all of them are put together."""

import io
from collections.abc import Mapping
from functools import cache
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from govdisclosure.renderers.docx.styles import MAIN, Tongues, font_table, styles
from govdisclosure.renderers.html_text import attribute, escaped

__all__ = ["RELATIONS", "package"]

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: What relates one part to another.
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
#: Parts of the text by their ids there: what they are, and their names.
_RELATED = {
    "styles": ("styles", "styles.xml"),
    "settings": ("settings", "settings.xml"),
    "fonts": ("fontTable", "fontTable.xml"),
    "odd": ("footer", "footer1.xml"),
    "even": ("footer", "footer2.xml"),
}
#: The first day that a ZIP archive can name: the same bytes whenever a file is written.
_DAY = (1980, 1, 1, 0, 0, 0)


def package(document: str, title: str, tongues: Tongues) -> bytes:
    """The bytes of a file with this text. They tell nothing of when or by whom it was written."""
    made = io.BytesIO()
    made.write(_begun(tongues))
    with ZipFile(made, "a", ZIP_DEFLATED) as archive:
        _put(archive, "docProps/core.xml", _properties(title, tongues))
        _put(archive, "word/document.xml", document)
    return made.getvalue()


@cache
def _begun(tongues: Tongues) -> bytes:
    """A file that lacks only what differs from report to report: packing takes longer than writing."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in _around(tongues).items():
            _put(archive, name, content)
    return made.getvalue()


def _put(archive: ZipFile, name: str, content: str) -> None:
    info = ZipInfo(name, _DAY)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    archive.writestr(info, f"{_DECLARATION}{content}".encode())


def _around(tongues: Tongues) -> Mapping[str, str]:
    """The parts that are the same for all reports of these languages, the list of contents first."""
    return {
        "[Content_Types].xml": _contents(),
        "_rels/.rels": _relations(
            ("text", f"{RELATIONS}/officeDocument", "word/document.xml"),
            ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/_rels/document.xml.rels": _relations(
            *((name, f"{RELATIONS}/{kind}", target) for name, (kind, target) in _RELATED.items())
        ),
        "word/styles.xml": styles(tongues),
        "word/fontTable.xml": font_table(),
        "word/settings.xml": _settings(),
        "word/footer1.xml": _footer("Footer"),
        "word/footer2.xml": _footer("FooterEven"),
    }


def _contents() -> str:
    kinds = {"/word/document.xml": "document.main"} | {f"/word/{name}": kind for kind, name in _RELATED.values()}
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{overrides}<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relations(*related: tuple[str, str, str]) -> str:
    made = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in related)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _settings() -> str:
    """Numbers of pages stand on the outer side; nothing is laid out as older versions of Word did."""
    return (
        f'<w:settings xmlns:w="{MAIN}"><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:useFELayout/>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat></w:settings>"
    )


def _footer(style: str) -> str:
    """The number of the page between dashes (GB/T 9704-2012, 7.5)."""
    return (
        f'<w:ftr xmlns:w="{MAIN}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">— </w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    )


def _properties(title: str, tongues: Tongues) -> str:
    """Title and language, for programs that read aloud."""
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escaped(title)}</dc:title>'
        f"<dc:language>{attribute(tongues.page)}</dc:language></cp:coreProperties>"
    )
