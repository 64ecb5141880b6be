"""A part of an office file as a stream of elements and texts.

The standard library's expat is enough: it hands on what it reads and keeps nothing, so that a part of a million
elements takes no more memory than what is made of it, and a document type, which entities would need, is refused
before anything of it is read.
"""

from typing import Protocol
from xml.parsers.expat import ExpatError, ParserCreate

from govdisclosure.errors import LimitExceeded, UnreadableInput
from govdisclosure.limits import Limits

__all__ = ["Handler", "Named", "parse", "value"]

#: Vocabularies, transitional and strict; the words of Word itself go without a prefix.
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp:",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp:",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic:",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic:",
    "urn:schemas-microsoft-com:vml": "v:",
}
_WORD = tuple(uri for uri, prefix in _PREFIXES.items() if not prefix)


class Handler(Protocol):
    """What is told of the elements of a part. Names are ``URI name``."""

    def start(self, tag: str, attributes: dict[str, str], /) -> None:
        """An element begins."""
        ...

    def end(self, tag: str, /) -> None:
        """An element ends."""
        ...

    def data(self, text: str, /) -> None:
        """Text; the text of one element may come in pieces."""
        ...


class Named(dict[str, str]):
    """Names as Word's own books print them (``p``, ``mc:Choice``); others begin with ``?``."""

    def __missing__(self, tag: str) -> str:
        uri, _, local = tag.rpartition(" ")
        name = self[tag] = f"{_PREFIXES.get(uri, '?')}{local}"
        return name


def value(attributes: dict[str, str], name: str = "val") -> str | None:
    """An attribute of the vocabulary of Word."""
    for uri in _WORD:
        if (found := attributes.get(f"{uri} {name}")) is not None:
            return found
    return None


def parse(data: bytes, handler: Handler, limits: Limits, said: dict[str, str]) -> None:
    """Hand what a part holds to a handler; ``said`` names the file and the part in errors.

    Raises ``UnreadableInput`` for a part with a document type, or that is no XML, and ``LimitExceeded``.
    """
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = elements = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth += 1
        elements += 1
        if depth > limits.docx_depth:
            raise LimitExceeded("docx_depth", depth, limits.docx_depth)
        if elements > limits.docx_elements:
            raise LimitExceeded("docx_elements", elements, limits.docx_elements)
        handler.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(tag)

    def refuse(*_: object) -> None:
        raise UnreadableInput("zip-unsafe", said)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.data
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (ExpatError, ValueError, LookupError):
        raise UnreadableInput("zip-broken", {"name": said["name"]}) from None
