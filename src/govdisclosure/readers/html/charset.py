"""The encoding that a web page declares for itself, found before anything is decoded."""

import re

__all__ = ["declared_encoding"]

#: How much of a page is looked at (the HTML standard looks at 1024 bytes; pages with long heads are many).
_HEAD = 4096
_XML = re.compile(rb"""\s{0,99}<\?xml[^>]{0,200}?\sencoding\s{0,9}=\s{0,9}["']([^"'>]{0,99})["']""")
#: What may stand before a declaration and is none; what is not closed hides the rest.
_ASIDE = re.compile(rb"<!--.*?(?:-->|\Z)|<(script|style|title)\b.*?(?:</\1|\Z)", re.DOTALL | re.IGNORECASE)
_META = re.compile(rb"""<meta[\s/](?:[^>"']|"[^"]{0,999}"|'[^']{0,999}'){0,999}""", re.IGNORECASE)
_CHARSET = re.compile(rb"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([^\s"'/>;]{1,99})""", re.IGNORECASE)

_CONTENT_TYPE = re.compile(rb"""http-equiv\s{0,9}=\s{0,9}["']?\s{0,9}content-type""", re.IGNORECASE)


def declared_encoding(head: bytes) -> str | None:
    """The label in ``<meta charset>``, ``<meta http-equiv>`` or ``<?xml encoding?>``; ``None`` if there is none.

    Only the first 4096 bytes are looked at, as ASCII, and nothing in comments and scripts. A label for people,
    such as one among keywords, does not count.
    """
    head = head[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if (xml := _XML.match(head)) and xml[1].strip():
        return _text(xml[1])
    for meta in _META.findall(_ASIDE.sub(b"", head)):
        if (label := _CHARSET.search(meta)) and _declares(meta, label.start()):
            return _text(label[1])
    return None


def _declares(meta: bytes, place: int) -> bool:
    """Whether ``charset=`` is an attribute of its own, or part of the content type."""
    return meta[place - 1 : place] in b" \t\r\n\f/" or bool(_CONTENT_TYPE.search(meta))


def _text(label: bytes) -> str:
    return label.strip().decode("ascii", "replace")
