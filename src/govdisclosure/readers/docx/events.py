"""The elements of a Word file: their names, and how many of them a part may hold."""

from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import Limits
from govdisclosure.readers.package import Handler

__all__ = ["Bounded", "Named", "relation", "value"]

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
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
    "http://purl.oclc.org/ooxml/drawingml/main": "a:",
    **dict.fromkeys(
        ("http://schemas.openxmlformats.org/drawingml/2006/chart", "http://purl.oclc.org/ooxml/drawingml/chart",
         "http://schemas.microsoft.com/office/drawing/2014/chartex"), "c:"),
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm:",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm:",
}  # fmt: skip
_WORD = tuple(uri for uri, prefix in _PREFIXES.items() if not prefix)


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


def relation(attributes: dict[str, str], name: str) -> str:
    """The id of a relation to another part."""
    return next((said for key, said in attributes.items() if key.endswith(f"/relationships {name}")), "")


class Bounded(Handler):
    """Hands a part on to another handler as long as it is no deeper and no larger than the ``docx_...`` limits."""

    def __init__(self, handler: Handler, limits: Limits) -> None:
        self._handler, self._limits = handler, limits
        self._depth = self._elements = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        self._elements += 1
        if self._depth > self._limits.docx_depth:
            raise LimitExceeded("docx_depth", self._depth, self._limits.docx_depth)
        if self._elements > self._limits.docx_elements:
            raise LimitExceeded("docx_elements", self._elements, self._limits.docx_elements)
        self._handler.start(tag, attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        self._depth -= 1
        self._handler.end(tag)

    def data(self, text: str) -> None:
        """Text."""
        self._handler.data(text)
