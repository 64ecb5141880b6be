"""Which program a file is of, by its bytes and never by its name: those that are not read are refused by name."""

import re

from govdisclosure.errors import UnreadableInput
from govdisclosure.readers.package import Package

__all__ = ["is_archive", "is_markup", "refusal", "refusal_of_archive", "refusal_of_xml"]

#: How the archives of ZIP begin: with an entry, with the end of an empty one, or in several volumes.
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
#: Files of Office 97-2003 and of WPS; those of later versions that ask for a password are packed in one.
_OLE, _PACKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage"
#: The streams by which such files are told apart, and the formats that are read instead.
_STREAMS = {
    "WordDocument": ("Word 97-2003, WPS (.doc, .wps)", ".docx"),
    "Workbook": ("Excel 97-2003, WPS (.xls, .et)", ".xlsx"),
    "Book": ("Excel 5.0 (.xls)", ".xlsx"),
    "PowerPoint Document": ("PowerPoint 97-2003, WPS (.ppt, .dps)", "PDF"),
}
#: The size of what the directory of such a file says of a stream.
_ENTRY = 128
_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
_ARCHIVES = (
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"MSCF\x00\x00\x00\x00", "CAB"),
)
#: What the main parts of other office files are (by a piece of their kinds), and the formats that are read instead.
_OFFICE = (
    ("ms-excel.sheet.binary", "Excel (.xlsb)", ".xlsx"),
    ("presentationml", "PowerPoint (.pptx)", "PDF"),
    ("ms-powerpoint", "PowerPoint (.pptm)", "PDF"),
)
#: Office files of one part: what their beginning names.
_XML = (
    ("urn:schemas-microsoft-com:office:spreadsheet", "Excel 2003 XML (.xml)", ".xlsx"),
    ('progid="excel.sheet"', "Excel 2003 XML (.xml)", ".xlsx"),
    ("schemas.microsoft.com/office/word/2003/wordml", "Word 2003 XML (.xml)", ".docx"),
    ('progid="word.document"', "Word 2003 XML (.xml)", ".docx"),
    ("schemas.microsoft.com/office/2006/xmlpackage", "Word XML (.xml)", ".docx"),
)
_FLAT_OPENDOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:office"
_BLANK = "\ufeff \t\r\n\f\u3000\xa0"
#: What stands before the first tag of a page: comments, also conditional ones, and instructions.
_BEFORE_TAGS = {"<!--": "-->", "<?": "?>", "<![": ">"}
#: The elements of HTML, but for those that are as likely in other XML.
_TAG = re.compile(
    r"<!doctype\s+html|</?(?:a|abbr|acronym|address|area|article|aside|b|base|basefont|big|blockquote|body|br|button"
    r"|caption|center|cite|code|col|colgroup|dd|del|details|dfn|dialog|dir|div|dl|dt|em|embed|fieldset|figcaption"
    r"|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hgroup|hr|html|i|iframe|img|input|ins|kbd|label"
    r"|legend|li|link|main|mark|marquee|meta|nav|nobr|noframes|noscript|ol|optgroup|option|p|pre|q|ruby|s|samp|script"
    r"|section|select|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|textarea|tfoot|th|thead|title|tr"
    r"|tt|u|ul|var)(?=[\s/>])",
    re.IGNORECASE,
)
#: Where a text begins with another tag, one of these stands near its beginning if it is a page.
_NEAR = 2048
_TAGS_NEAR = re.compile(r"<(?:!doctype html|html|head|body|meta|table|div|p|title)(?=[\s/>])", re.IGNORECASE)


def is_archive(data: bytes) -> bool:
    """Whether bytes are an archive of ZIP, as which office files are packed."""
    return data.startswith(_ZIP)


def refusal(data: bytes, name: str) -> UnreadableInput | None:
    """The error for a file of a kind that is known and not read; ``None`` for every other."""
    if data.startswith(_OLE):
        return _refusal_of_ole(data, name)
    if data.startswith(b"{\\rtf"):
        return _other("RTF (.rtf)", ".docx", name)
    if kind := _picture(data):
        return UnreadableInput("picture", {"name": name, "kind": kind})
    kind = next((kind for start, kind in _ARCHIVES if data.startswith(start)), "")
    if kind or data[257:262] == b"ustar":
        return UnreadableInput("archive-packed", {"name": name, "kind": kind or "tar"})
    return refusal_of_xml(data[: 2 * _NEAR].decode("latin-1"), name)


def _other(kind: str, target: str, name: str) -> UnreadableInput:
    return UnreadableInput("other-format", {"name": name, "kind": kind, "target": target})


def _refusal_of_ole(data: bytes, name: str) -> UnreadableInput:
    if _PACKED.encode("utf-16-le") in data:
        return UnreadableInput("office-encrypted", {"name": name})
    # What is embedded in a document stands behind the document's own stream.
    found = sorted((at, stream) for stream in _STREAMS if (at := _entry_of(data, stream)) >= 0)
    return _other(*_STREAMS[found[0][1]], name) if found else UnreadableInput("office-old", {"name": name})


def _entry_of(data: bytes, stream: str) -> int:
    """Where the directory names a stream; -1 where it does not."""
    entry = f"{stream}\0".encode("utf-16-le")
    at = data.find(entry)
    while at >= 0 and at % _ENTRY:
        at = data.find(entry, at + 2)
    return at


def _picture(data: bytes) -> str:
    if data.startswith(b"BM") and data[6:10] == bytes(4) and len(data) > 26:  # noqa: PLR2004 - a text may begin so too
        return "BMP"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif"):
        return "HEIF"
    return next((kind for start, kind in _PICTURES if data.startswith(start)), "")


def refusal_of_archive(package: Package) -> UnreadableInput:
    """The error for an archive that holds no Word file and no workbook."""
    name, names = package.name, frozenset(package.names)
    if package.is_office:
        main = package.main()[1]
        kind, target = next(((kind, target) for piece, kind, target in _OFFICE if piece in main), ("", ""))
        return _other(kind or f"Office Open XML ({main or '?'})", target or ".docx, .xlsx, PDF", name)
    kind = package.media_type()
    if kind.startswith("application/vnd.oasis.opendocument") or {"content.xml", "meta-inf/manifest.xml"} <= names:
        return UnreadableInput("opendocument", {"name": name})
    if "ofd.xml" in names:
        return _other("OFD (.ofd)", "PDF", name)
    if kind == "application/epub+zip":
        return _other("EPUB (.epub)", ".docx", name)
    if any(one.endswith(".iwa") for one in names):
        return _other("Apple iWork (.pages, .numbers)", ".docx, .xlsx", name)
    return UnreadableInput("archive", {"name": name})


def refusal_of_xml(head: str, name: str) -> UnreadableInput | None:
    """The error for an office file of one part, by its beginning; a page that such a program saved is none."""
    lower = head.lower()
    if not lower.lstrip("\ufeff\xef\xbb\xbf \t\r\n").startswith("<") or "<html" in lower:
        return None
    if _FLAT_OPENDOCUMENT in lower:
        return UnreadableInput("opendocument", {"name": name})
    return next((_other(kind, target, name) for piece, kind, target in _XML if piece in lower), None)


def is_markup(text: str) -> bool:
    """Whether a text is a web page or a piece of one: it begins with a tag of HTML, or has one near its beginning."""
    at = _first_tag(text)
    if not text.startswith("<", at):
        return False
    is_xml = text[:at].lstrip(_BLANK).lower().startswith("<?xml")
    return bool((not is_xml and _TAG.match(text, at)) or _TAGS_NEAR.search(text[at : at + _NEAR]))


def _first_tag(text: str) -> int:
    """Where a text begins behind white space, comments and instructions."""
    at = 0
    while at < len(text):
        if text[at] in _BLANK:
            at += 1
        elif end := next((end for start, end in _BEFORE_TAGS.items() if text.startswith(start, at)), ""):
            found = text.find(end, at)
            at = found + len(end) if found >= 0 else len(text)
        else:
            break
    return at
