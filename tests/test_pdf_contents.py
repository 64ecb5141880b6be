"""Drawing instructions are taken as pdfminer takes them, however they are written."""

import random

import pytest
from tests.tools import examples

pytest.importorskip("pdfminer", reason="the extra pdf-read is not installed")

from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import PSEOF

from govdisclosure.readers.pdf.contents import Contents

PLAIN = [b"1", b"-2.5", b"/F1", b"Tf", b"Tj", b"re", b"<0041>", b"(ab)", rb"(\001\)b)", b"[", b"]", b"[(a) -2 <41>] TJ"]
STRANGE = [
    *(b"+3", b"-.5", b"4.", b".", b"-", b"+", b"--1", b"1.2.3", b"5-3", b"1e5", b"007", b"1_0"),
    *(b"123456789012345678", b"1234567890.123456789012345678", b"%c\n", b"%", b"\x00", b"#", b"\xe4"),
    *(b"/", b"/A#20B", b"/\xe4\xb8\xad", b"/\xff", b"/A/B", b"T*", b"'", b'"', b"true", b"false", b"null", b"{", b"}"),
    *(b"<4>", b"<4 1>", b"<", b">", b"<<", b">>", b"<</A 1>>", b"<</A <41>>>", b"<zz>", b"/P <</MCID 0>> BDC"),
    *(b"(a(b)c)", rb"(\101\7\0123)", rb"(\400)", b"(\\r\\n\\q\\\n)", b"(", b")", b"(x\r\ny)", b"(\xe4\xb8\xad)"),
    *(b"BI /W 1 /H 1 ID abc EI ", b"BI", b"ID", b"EI", b"BI /F /A85 ID abc~> EI", b"(BI)"),
]
APART = [*[b" "] * 6, b"\n", b"\r\n", b"\t", b"", b"", b"\x0c", b"  "]


def streams(chance: random.Random) -> list[PDFStream]:
    """Instructions that go on over streams, most of them plain."""
    often = chance.choice((0.1, 0.5))
    made = []
    for _ in range(chance.choice((0, 1, 1, 2, 3))):
        words = (chance.choice(STRANGE if chance.random() < often else PLAIN) for _ in range(chance.randrange(40)))
        made.append(PDFStream({}, b"".join(word + chance.choice(APART) for word in words)))
    return made


def taken(parser: type[PDFContentParser], data: list[PDFStream], buffer: int) -> list[str]:
    """The objects as they are shown, the error at their end included."""
    found: list[str] = []
    try:
        contents = parser(data)
        contents.BUFSIZ = buffer
        if isinstance(contents, Contents):
            found.extend(shown(each) for each in contents.objects())
        while True:
            found.append(shown(contents.nextobject()[1]))
    except PSEOF:
        return found
    except Exception as error:  # noqa: BLE001 - pdfminer can raise anything
        return [*found, repr(error)]


def shown(found: object) -> str:
    if isinstance(found, PDFStream):
        return f"{found.attrs!r} {found.get_rawdata()!r}"
    return f"{type(found).__name__} {found!r}"


@pytest.mark.parametrize("buffer", [7, 64, 4096])
def test_instructions_are_those_of_pdfminer(buffer: int) -> None:
    chance = random.Random(buffer)  # noqa: S311 - the same instructions every time
    for _ in range(examples(1_000, 20_000)):
        data = streams(chance)
        assert taken(Contents, data, buffer) == taken(PDFContentParser, data, buffer), [s.get_rawdata() for s in data]
