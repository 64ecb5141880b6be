"""Which files of a folder are no documents, by their names and by what they hold.

What a file holds comes first: a web page is one whatever it is called. Names decide only of files that a document
never is: hidden ones, those that programs keep for themselves, what belongs to a saved page.
"""

import json
import re
from collections.abc import Iterable, Iterator
from posixpath import splitext

from govdisclosure.errors import DecodeError, GovDisclosureError
from govdisclosure.files import is_json, size_limit

__all__ = ["is_other_data", "is_own", "no_document", "sorted_out"]

#: Files that systems and programs keep for themselves: owner files of Office, thumbnails, views of folders.
_OWN_STARTS, _OWN_NAMES = (".", "~$"), frozenset(("thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx"))
#: What a browser or Word calls the folder of a page that it saves, behind the name of the page.
_ASSETS = ("_files", ".files")
#: What begins pictures, fonts and programs, and what that is; the shorter ones count only with a NUL behind them.
_SIGNATURES = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    **dict.fromkeys((b"GIF87a", b"GIF89a"), "GIF"),
    **dict.fromkeys((b"II*\x00", b"MM\x00*"), "TIFF"),
    b"\x00\x00\x01\x00": "ICO",
    **dict.fromkeys((b"wOFF", b"wOF2", b"\x00\x01\x00\x00"), "font"),
    b"\x7fELF": "program",
    b"SQLite format 3\x00": "SQLite",
}
_WITH_NUL = {b"BM": "BMP", b"RIFF": "RIFF", b"ID3": "MP3", b"OTTO": "font", b"MZ": "program"}
#: Endings of files in which nothing tells what they are, and which are no documents.
_ENDINGS = re.compile(
    r"\.(?:css|js|mjs|map|svgz?|ico|cur|png|jpe?g|gif|bmp|tiff?|webp|avif|heic|woff2?|ttf|otf|eot"
    r"|mp[34]|m4a|wav|wma|avi|mov|wmv|flv|webm|pyc?|sh|bat|cmd|ps1|exe|dll|so|lnk|url|webloc)"
)
#: What begins web pages, and the endings of those that are saved with a folder.
_PAGE, _PAGES = re.compile(rb"<!doctype html|<html", re.IGNORECASE), re.compile(r"\.(?:[sx]?html?|jsp|aspx?|php)")
_DOCUMENTS = ("pdf_bytes", "archive_bytes", "office_bytes")
_LOOKED_AT, _BLANK = 2048, b"\xef\xbb\xbf \t\r\n"


def sorted_out(names: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    """The files of a folder in order, each with the reason why its name alone leaves it out, if it does.

    Names are paths below the folder, with slashes. A folder that is left out is named once, in place of its files.
    """
    ordered = sorted(names)
    saved = {
        stem + ending for stem, kind in map(splitext, ordered) if _PAGES.fullmatch(kind.lower()) for ending in _ASSETS
    }
    folders = set()
    for name in ordered:
        folder = next((above for above in _above(name) if above in saved or is_own(above)), None)
        if folder is None:
            yield name, "left-hidden" if is_own(name) else None
        elif folder not in folders:
            folders.add(folder)
            yield f"{folder}/", "left-assets" if folder in saved else "left-hidden"


def _above(name: str) -> Iterator[str]:
    """The folders in which a file lies, the outermost first."""
    return (name[:at] for at, char in enumerate(name) if char == "/")


def is_own(name: str) -> bool:
    """Whether a file or folder is hidden, or one that a program keeps for itself."""
    last = name.rpartition("/")[2].lower()
    return last in _OWN_NAMES or (last.startswith(_OWN_STARTS) and last not in (".", ".."))


def no_document(name: str, data: bytes) -> str | None:
    """What a file is that is no document: by how it begins, else by its ending; ``None`` where it may be one."""
    head = data[:_LOOKED_AT]
    signatures = _SIGNATURES | _WITH_NUL if b"\0" in head else _SIGNATURES
    if kind := next((kind for start, kind in signatures.items() if head.startswith(start)), None):
        return kind
    if _is_list_of_data(data):
        return "JSON"
    ending = splitext(name)[1].lower()
    is_document = size_limit(data) in _DOCUMENTS or bool(_PAGE.search(head))
    return ending if _ENDINGS.fullmatch(ending) and not is_document else None


def is_other_data(error: GovDisclosureError) -> bool:
    """Whether an error says of JSON that it is no report document, and not what is wrong with one."""
    return isinstance(error, DecodeError) and [problem.code for problem in error.problems] == ["not-a-report"]


def _is_list_of_data(data: bytes) -> bool:
    """Whether a file holds a JSON list, or lines that are JSON objects: facts, findings, several reports."""
    if data.lstrip(_BLANK).startswith(b"["):
        return _is_json(data)
    first, _, second = data.partition(b"\n")
    return is_json(first) and is_json(second) and _is_json(first)


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True
