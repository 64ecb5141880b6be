"""Bytes to text, once, by a fixed ladder: byte order mark, strict UTF-8, the declared label, GB18030.

Nothing is replaced: bytes that are no text in an encoding fail. ``gb2312``, ``gbk`` and ``gb18030`` all mean
GB18030 (WHATWG Encoding Standard). Big5 is read where it is declared, and on the evidence that the text makes sense
in it and none in GB18030: its bytes are almost always valid GB18030 too.
"""

import codecs
import re
from collections.abc import Iterator
from pathlib import PurePath

import attrs

from govdisclosure.errors import UnreadableInput

__all__ = ["Decoded", "decode_bytes", "is_known_label", "label_misfit", "names_utf16"]

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
        ("gb2312", "gb_2312", "gb_2312-80", "gbk", "x-gbk", "chinese", "gb18030", "csgb2312", "936", "cp936"), "gb18030"
    ),
    **dict.fromkeys(("utf8", "utf-8", "unicode-1-1-utf-8"), "utf-8"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "x-x-big5", "csbig5"), "big5hkscs"),
    **dict.fromkeys(("utf-16", "utf-16le", "unicode", "ucs-2", "iso-10646-ucs-2"), "utf-16-le"),
    "utf-16be": "utf-16-be",
    **dict.fromkeys(("ascii", "us-ascii", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1"), "cp1252"),
}
#: Other labels of encodings of text. No more are looked up: codecs of Python do all kinds of things.
_FURTHER = re.compile(
    r"iso[-_]?8859-(?:[2-9]|1[0134-6])|windows-125[0-8]|cp(?:125[0-8]|866|932|949|950)|koi8-[ru]|ibm866|hz(?:-gb-2312)?"
    r"|shift[-_]jis|sjis|euc-(?:jp|kr)|iso-2022-(?:jp|kr)|utf-16-[lb]e"
)


@attrs.frozen
class Decoded:
    """Text with how it was decoded: the codec, and ``bom``, ``utf-8``, ``label`` or ``trial``."""

    text: str
    encoding: str
    by: str


def decode_bytes(data: bytes, name: str, label: str | None = None) -> Decoded:
    """The text of an input. ``UnreadableInput`` if it is empty, no text, or no text in any encoding tried."""
    if not data or data.isspace():
        raise UnreadableInput("empty", {"name": name})
    declared = _codec(label, name) if label else None
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data[len(mark) :], encoding, name), encoding, "bom")
    _refuse_binary(data, name)
    tried: list[str] = []
    stopped = 0
    for encoding, by in _ladder(data, declared):
        try:
            return Decoded(data.decode(encoding), encoding, by)
        except UnicodeDecodeError as error:
            tried.append(encoding)
            stopped = error.start
    raise _undecodable(name, tried, stopped)


#: Characters that hardly a Chinese text of some length is without, simplified and traditional.
_COMMON = frozenset("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主年动公开政府信息工报告关"
                    "這為個國時來們對會動開報關與處數據務應")  # fmt: skip


#: Of a text that is read as Big5 without a label, so many characters make sense.
_EVIDENCE = 8


def _ladder(data: bytes, declared: str | None) -> Iterator[tuple[str, str]]:
    """The encodings to try, in order, each with how it was chosen."""
    yield "utf-8", "utf-8"
    if _is_spoilt(data):
        return
    is_big5 = _sense(data, "big5hkscs") >= _EVIDENCE and _is_better(data, "big5hkscs", "gb18030")
    likely = "big5hkscs" if is_big5 else "gb18030"
    if declared and not _is_better(data, likely, declared):
        yield declared, "label"
    yield likely, "trial"
    yield "gb18030", "trial"


def _is_spoilt(data: bytes) -> bool:
    """Whether a text is UTF-8 but for some bytes: in another encoding it makes much less sense, and some is wrong."""
    sense = _count(data.decode("utf-8", "ignore"))
    return sense >= _EVIDENCE and sense > 2 * max(_sense(data, "gb18030"), _sense(data, "big5hkscs"))


def _is_better(data: bytes, one: str, other: str) -> bool:
    """Whether a text makes more sense in one encoding than in another that was declared; both may decode it."""
    return _sense(data, one) > 2 * _sense(data, other)


def _sense(data: bytes, encoding: str) -> int:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0
    return _count(text)


def _count(text: str) -> int:
    return sum(char in _COMMON for char in text[:_LOOKED_AT])


def _codec(label: str, name: str) -> str:
    key = label.strip().lower()
    if key in _LABELS:
        return _LABELS[key]
    if _FURTHER.fullmatch(key):
        return codecs.lookup(key).name
    raise UnreadableInput("unknown-encoding", {"name": name, "label": label})


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


def names_utf16(label: str) -> bool:
    """Whether a known label names UTF-16."""
    return _codec(label, "").startswith("utf-16")


def label_misfit(label: str, decoded: Decoded) -> bool:
    """Whether the declared label names another encoding than the one by which the text was read, or none.

    UTF-8 without a mark that is pure ASCII fits every label, and UTF-16 with one both of its names.
    """
    if decoded.text.isascii() and decoded.by != "bom":
        return False
    if not is_known_label(label):
        return True
    either = decoded.by == "bom" and names_utf16(label) and decoded.encoding.startswith("utf-16")
    return _codec(label, "") != decoded.encoding and not either
