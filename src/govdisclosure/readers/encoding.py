"""Bytes to text, once, by a fixed ladder: byte order mark, strict UTF-8, the declared label, GB18030.

Nothing is replaced: bytes that are no text in an encoding fail. ``gb2312``, ``gbk`` and ``gb18030`` all mean
GB18030 (WHATWG Encoding Standard). Big5 is read only where it is declared: its bytes are almost always valid
GB18030 too.
"""

import codecs
from pathlib import PurePath

import attrs

from govdisclosure.errors import UnreadableInput

__all__ = ["Decoded", "decode_bytes", "is_known_label", "label_misfit"]

#: Characters by which the sense of a text is judged.
_LOOKED_AT = 20_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Labels that declare one encoding and mean another (WHATWG Encoding Standard, section 4.2).
_LABELS = {
    **dict.fromkeys(
        ("gb2312", "gb_2312-80", "gbk", "x-gbk", "chinese", "gb18030", "csgb2312", "936", "cp936"), "gb18030"
    ),
    **dict.fromkeys(("utf8", "utf-8", "unicode-1-1-utf-8"), "utf-8"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "x-x-big5", "csbig5"), "big5hkscs"),
    **dict.fromkeys(("utf-16", "utf-16le"), "utf-16-le"),
    "utf-16be": "utf-16-be",
}
#: What begins files that are not text, and what they are.
_BINARY = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP (DOCX, XLSX)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Word or Excel 97-2003"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"RIFF", "RIFF"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
)


@attrs.frozen
class Decoded:
    """Text with how it was decoded: the codec, and ``bom``, ``utf-8``, ``label`` or ``trial``."""

    text: str
    encoding: str
    by: str


def decode_bytes(data: bytes, name: str, label: str | None = None) -> Decoded:
    """The text of an input. ``UnreadableInput`` if it is empty, no text, or no text in any encoding tried."""
    if not data.strip():
        raise UnreadableInput("empty", {"name": name})
    declared = _codec(label, name) if label else None
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data[len(mark) :], encoding, name), encoding, "bom")
    _refuse_binary(data, name)
    tried: list[str] = []
    stopped = 0
    if declared and _is_better(data, "gb18030", declared):
        declared = None
    by_label = [(declared, "label")] if declared else []
    for encoding, by in [("utf-8", "utf-8"), *by_label, ("gb18030", "trial")]:
        try:
            return Decoded(data.decode(encoding), encoding, by)
        except UnicodeDecodeError as error:
            tried.append(encoding)
            stopped = error.start
    raise _undecodable(name, tried, stopped)


#: Characters that hardly a Chinese text of some length is without, simplified and traditional.
_COMMON = frozenset("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主年动公开政府信息工报告关"
                    "這為個國時來們對會動開報關與處數據務應")  # fmt: skip


def _is_better(data: bytes, one: str, other: str) -> bool:
    """Whether a text makes more sense in one encoding than in another that was declared; both may decode it."""
    return _sense(data, one) > 2 * _sense(data, other)


def _sense(data: bytes, encoding: str) -> int:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0
    return sum(char in _COMMON for char in text[:_LOOKED_AT])


def _codec(label: str, name: str) -> str:
    key = label.strip().lower()
    try:
        return _LABELS.get(key) or codecs.lookup(key).name
    except LookupError:
        raise UnreadableInput("unknown-encoding", {"name": name, "label": label}) from None


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(name, [encoding], error.start) from None


def _undecodable(name: str, tried: list[str], offset: int) -> UnreadableInput:
    return UnreadableInput(
        "undecodable", {"name": name, "tried": ", ".join(dict.fromkeys(tried)), "offset": str(offset)}
    )


def _refuse_binary(data: bytes, name: str) -> None:
    for start, kind in _BINARY:
        if data.startswith(start):
            raise UnreadableInput("binary", {"name": name, "kind": kind})
    # Text files hold no NUL; UTF-16 without its mark does, and cannot be told from other binary data.
    if b"\0" in data:
        kind = f"binary data{PurePath(name).suffix and ' (' + PurePath(name).suffix + ')'}"
        raise UnreadableInput("binary", {"name": name, "kind": kind})


def is_known_label(label: str) -> bool:
    """Whether a label names an encoding."""
    try:
        _codec(label, "")
    except UnreadableInput:
        return False
    return True


def label_misfit(label: str, decoded: Decoded) -> bool:
    """Whether the declared label names another encoding than the one by which the text was read.

    UTF-8 without a mark that is pure ASCII fits every label.
    """
    return _codec(label, "") != decoded.encoding and not decoded.text.isascii()
