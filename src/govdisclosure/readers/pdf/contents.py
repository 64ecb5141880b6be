"""The drawing instructions of a page, in the order in which they are carried out.

pdfminer reads them sign by sign. Nearly all of them are plain numbers, names, strings and operators that stand whole
in the buffer; those are taken here by one pattern, and whatever is not as plain is left to pdfminer.
"""

import re
from binascii import unhexlify
from collections.abc import Callable, Iterator
from typing import Any

from pdfminer.pdfinterp import PDFContentParser
from pdfminer.psparser import KWD, LIT, PSEOF

__all__ = ["Contents"]

#: One of these after white space, followed in the buffer by what ends it as pdfminer sees it: a whole number, another
#: number, an operator, a name, a string in hexadecimal digits, a string in brackets, the begin or end of an array.
_PLAIN_OBJECT = re.compile(
    rb"\s*+(?:"
    rb"([-+]?\d{1,15})(?=[^\d.])"
    rb"|([-+]?(?:\d{1,15}\.\d{0,15}|\.\d{1,15}))(?=\D)"
    rb"|([A-Za-z][^#/%\[\]()<>{}\s]*+)(?=[#/%\[\]()<>{}\s])"
    rb"|/([^#/%\[\]()<>{}\s]*+)(?=[/%\[\]()<>{}\s])"
    rb"|<((?:[0-9a-fA-F]{2})*+)>(?=[^>])"
    rb"|\(((?:[^()\\]++|\\(?:[0-3][0-7]{2}|[nrtbf()\\]))*+)\)"
    rb"|(\[)"
    rb"|(\]))"
)
_INTEGER, _NUMBER, _OPERATOR, _NAME, _HEXADECIMAL, _STRING, _BEGIN, _END = range(1, 9)
#: A sign in a string that is written otherwise: by its number, or by a letter.
_WRITTEN = re.compile(rb"\\([0-3][0-7]{2}|[nrtbf()\\])")
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
#: What an operator is that is none.
_VALUES = {b"true": True, b"false": False}
#: An image begins within the instructions, or its bytes do: they are no instructions.
_IMAGE = (b"BI", b"ID")


def _name(raw: bytes) -> object:
    try:
        return LIT(raw.decode())
    except UnicodeDecodeError:
        return LIT(raw)


def _string(raw: bytes) -> bytes:
    return _WRITTEN.sub(_sign, raw) if b"\\" in raw else raw


def _sign(written: re.Match[bytes]) -> bytes:
    sign = written[1]
    return bytes((int(sign, 8),)) if len(sign) > 1 else _LETTERS.get(sign, sign)


_MADE: dict[int, Callable[[bytes], object]] = {
    _INTEGER: int,
    _NUMBER: float,
    _OPERATOR: lambda raw: _VALUES[raw] if raw in _VALUES else KWD(raw),
    _NAME: _name,
    _HEXADECIMAL: unhexlify,
    _STRING: _string,
}


class Contents(PDFContentParser):
    """Gives what ``nextobject`` would give, one after the other."""

    def objects(self) -> Iterator[Any]:
        """Operators, each after what it is applied to."""
        while True:
            if not (self.results or self._tokens) and self._parse1 == self._parse_main and self.curtype != "inline":
                yield from self._plain_objects()
            try:
                _, found = self.nextobject()
            except PSEOF:
                return
            yield found

    def _plain_objects(self) -> Iterator[Any]:
        """Those at the front of the buffer that are plain; what is within an array or dictionary is put there."""
        data, place = self.buf, self.charpos
        while (plain := _PLAIN_OBJECT.match(data, place)) and (kind := plain.lastindex):
            if kind == _BEGIN:
                self.start_type(self.bufpos + plain.start(kind), "a")
            elif self._is_not_plain(kind, plain[kind]):
                break
            else:
                found: Any = self.end_type("a")[1] if kind == _END else _MADE[kind](plain[kind])
                if self.context:
                    self.push((self.bufpos + plain.start(kind), found))
                else:
                    yield found
            place = plain.end()
        self.charpos = place

    def _is_not_plain(self, kind: int, raw: bytes) -> bool:
        """Whether an image begins, or something ends that is no array."""
        return raw in _IMAGE if kind == _OPERATOR else kind == _END and self.curtype != "a"
