"""C2, Word files made to harm: a typed error within bounds, and nothing opened outside of the input."""

import functools
import json
import random
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from tests.test_docx_renderer import report, written
from tests.tools import examples
from tests.word import MAIN, cell, paragraph, row, table, word_file, zipped

import govdisclosure as gd

#: Seconds and MiB that one document may take beyond what starting a process takes; a busy machine is slower.
SECONDS, MEBIBYTES = 8.0, 150
OPEN = f'<w:document xmlns:w="{MAIN}"><w:body>'
CLOSE = "</w:body></w:document>"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

COST = """
import json, resource, sys, time
import govdisclosure as gd
gd.read("2020年政府信息公开工作年度报告".encode())
import govdisclosure.readers.office
data = sys.stdin.buffer.read()
opened = []
def watch(event, args):
    if event in ("open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.listdir"):
        opened.append([event, str(args[0])])
sys.addaudithook(watch)
before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
try:
    draft = gd.read(data, name="a.docx")
    said = ["draft", "", ""]
except gd.GovDisclosureError as error:
    said = [type(error).__name__, str(getattr(error, "code", getattr(error, "limit", ""))), str(error)]
opened = [one for one in opened if not one[1].endswith((".py", ".pyc", ".so"))]
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([said, time.process_time() - start, (peak - before) / 1024, opened]))
"""


def measured(data: bytes) -> tuple[str, str]:
    """The error that a file gives, read in a process of its own, which keeps the ceilings and opens nothing."""
    pytest.importorskip("resource", reason="memory is measured where the system tells of it")
    ran = subprocess.run([sys.executable, "-c", COST], input=data, capture_output=True, check=True)
    said, seconds, mebibytes, opened = json.loads(ran.stdout)
    assert seconds < SECONDS
    assert mebibytes < MEBIBYTES
    assert opened == []
    return said[0], said[1]


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_text(text: str | bytes) -> bytes:
    """A file whose text is this part."""
    return zipped({**parts_of(word_file("")), "word/document.xml": text})


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    return with_text(f'<!DOCTYPE w [<!ENTITY a0 "ha">{entities}]>{OPEN}{paragraph("&a9;")}{CLOSE}')


def outside(target: str) -> bytes:
    return with_text(f'<!DOCTYPE w [<!ENTITY x SYSTEM "{target}">]>{OPEN}{paragraph("P&x;P")}{CLOSE}')


def nested_archives() -> bytes:
    inner = b"\0" * 10_000_000
    for _ in range(3):
        inner = zipped({"a.zip": inner})
    return zipped({**parts_of(word_file(paragraph("甲"))), "word/embeddings/a.zip": inner})


def false_sizes(real: int, told: int) -> bytes:
    """A part that says that it is smaller, or larger, than it is."""
    text = (OPEN + paragraph("甲" * real) + CLOSE).encode()
    data = bytearray(with_text(text))
    needle = struct.pack("<I", len(text))
    at = data.find(needle)
    while at >= 0:
        data[at : at + 4] = struct.pack("<I", told)
        at = data.find(needle, at + 4)
    return bytes(data)


def overlapping() -> bytes:
    """Two entries that share their bytes."""
    data = zipped({**parts_of(word_file(paragraph("甲"))), "word/other.xml": OPEN + paragraph("甲") + CLOSE})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        first, last = archive.getinfo("word/document.xml"), archive.getinfo("word/other.xml")
    where = data.rfind(b"word/other.xml")
    changed = bytearray(data)
    changed[where - 4 : where] = struct.pack("<I", first.header_offset)
    assert last.header_offset != first.header_offset
    return bytes(changed)


def encrypted() -> bytes:
    data = bytearray(word_file(paragraph("甲")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def twice() -> bytes:
    """Two parts under one name: programs differ on which of them they read."""
    data = zipped({**parts_of(word_file(paragraph("甲"))), "word/documenx.xml": "<x/>"})
    return data.replace(b"word/documenx.xml", b"word/document.xml")


def many_entries(count: int) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts_of(word_file(paragraph("甲"))).items():
            archive.writestr(zipfile.ZipInfo(name), content)
        for number in range(count):
            archive.writestr(zipfile.ZipInfo(f"word/media/{number}.png"), b"")
    return made.getvalue()


def also(name: str) -> bytes:
    return zipped({**parts_of(word_file(paragraph("甲"))), name: "x"})


def external() -> bytes:
    """Templates and pictures on other machines, and a file of this one."""
    related = "".join(
        f'<Relationship Id="r{number}" Type="{RELATIONS}/{kind}" Target="{target}" TargetMode="External"/>'
        for number, (kind, target) in enumerate(
            (("attachedTemplate", "http://127.0.0.1:9/x"), ("image", "file:///etc/passwd"), ("styles", "//evil/x"))
        )
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    relations = f'<Relationships xmlns="{space}">{related}</Relationships>'
    return zipped({**parts_of(word_file(paragraph("甲"))), "word/_rels/document.xml.rels": relations})


LIMIT = "LimitExceeded"
NO = "UnreadableInput"
#: What is made, and the error that it has to give.
HOSTILE: dict[str, tuple[Callable[[], bytes], tuple[str, str]]] = {
    "flat bomb": (lambda: with_text(OPEN + " " * 2**28 + CLOSE), (LIMIT, "office_part_bytes")),
    "small bomb": (lambda: with_text(OPEN + " " * 2**23 + CLOSE), (LIMIT, "office_ratio")),
    "nested bomb": (nested_archives, ("draft", "")),
    "four million paragraphs": (lambda: with_text(OPEN + "<w:p/>" * 4_000_000 + CLOSE), (LIMIT, "office_ratio")),
    "a million paragraphs": (
        lambda: with_text(OPEN + "".join(f"<w:p n='{n:x}'/>" for n in range(700_000)) + CLOSE),
        (LIMIT, "docx_elements"),
    ),
    "sizes too small": (lambda: false_sizes(9_000, 100), (NO, "zip-broken")),
    "sizes too large": (lambda: false_sizes(9_000, 2**24 - 1), (NO, "zip-broken")),
    "overlapping entries": (overlapping, (NO, "zip-unsafe")),
    "an entry twice": (twice, (NO, "zip-unsafe")),
    "many entries": (lambda: many_entries(20_000), (LIMIT, "office_entries")),
    "billion laughs": (laughs, (NO, "zip-unsafe")),
    "external entity": (lambda: outside("file:///etc/passwd"), (NO, "zip-unsafe")),
    "entity on the net": (lambda: outside("http://127.0.0.1:9/x"), (NO, "zip-unsafe")),
    "document type alone": (lambda: with_text(f"<!DOCTYPE w>{OPEN}{CLOSE}"), (NO, "zip-unsafe")),
    "external relationships": (external, ("draft", "")),
    "macros under another name": (
        lambda: word_file(paragraph("甲"), "application/vnd.ms-word.document.macroEnabled.main+xml"),
        (NO, "docx-macros"),
    ),
    "absolute name": (lambda: also("/etc/cron.d/x"), (NO, "zip-unsafe")),
    "name that climbs": (lambda: also("word/../../x"), (NO, "zip-unsafe")),
    "name with backslashes": (lambda: also("word\\..\\x"), (NO, "zip-unsafe")),
    "name with a drive": (lambda: also("C:x"), (NO, "zip-unsafe")),
    "wide cells": (
        lambda: with_text(OPEN + table(*[row(cell("", '<w:gridSpan w:val="1000000"/>'))] * 200) + CLOSE),
        (LIMIT, "table_places"),
    ),
    "many tables": (lambda: with_text(OPEN + table(row(cell())) * 3_000 + CLOSE), (LIMIT, "tables")),
    "deep tables": (
        lambda: with_text(OPEN + "<w:tbl><w:tr><w:tc>" * 90 + "</w:tc></w:tr></w:tbl>" * 90 + CLOSE),
        (LIMIT, "docx_depth"),
    ),
    "deep elements": (lambda: with_text(OPEN + "<w:p>" * 9_999 + "</w:p>" * 9_999 + CLOSE), (LIMIT, "docx_depth")),
    "many columns left out": (
        lambda: with_text(OPEN + table(*[row(cell("1"), properties='<w:gridBefore w:val="99999999"/>')] * 500) + CLOSE),
        (LIMIT, "table_places"),
    ),
    "encrypted entries": (encrypted, (NO, "office-encrypted")),
    "packed with a password": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        (NO, "office-encrypted"),
    ),
    "Word 97": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, (NO, "office-old")),
    "another compression": (
        lambda: zipped(parts_of(word_file(paragraph("甲"))), zipfile.ZIP_BZIP2),
        (NO, "zip-unsafe"),
    ),
    "no XML": (lambda: with_text("甲"), (NO, "zip-broken")),
    "unknown encoding": (lambda: with_text("<?xml version='1.0' encoding='x-y'?><a/>"), (NO, "zip-broken")),
    "UTF-16 that is none": (lambda: with_text(b"\xff\xfe<\0a\0/\0"), (NO, "zip-broken")),
    "another archive": (lambda: zipped({"a.txt": "x"}), (NO, "archive")),
    "a spreadsheet": (
        lambda: word_file("", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
        (NO, "zip-broken"),
    ),
    "nothing but the beginning": (lambda: b"PK\x03\x04", (NO, "zip-broken")),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_made_to_harm(name: str) -> None:
    make, expected = HOSTILE[name]
    assert measured(make()) == expected


@functools.cache
def good() -> bytes:
    return written(report(), check=False)


def outcome(data: bytes) -> Any:
    """The draft, or the error, which is one of the library's own."""
    start = time.monotonic()
    try:
        return gd.read(data, name="a.docx")
    except (gd.UnreadableInput, gd.LimitExceeded) as error:
        return error
    finally:
        assert time.monotonic() - start < SECONDS


def test_a_file_that_is_cut_off_is_refused() -> None:
    data = good()
    for number in range(50):
        cut = data[: 5 + (len(data) - 6) * number // 49]
        assert isinstance(outcome(cut), gd.UnreadableInput), len(cut)


def test_a_larger_file_than_is_allowed() -> None:
    with pytest.raises(gd.LimitExceeded) as caught:
        gd.read(good(), limits=gd.Limits(office_bytes=1_000))
    assert caught.value.limit == "office_bytes"


def test_damaged_archives_give_typed_errors() -> None:
    chance = random.Random(11)  # noqa: S311 - the same damage every time
    for _ in range(examples(300, 20_000)):
        data = bytearray(good())
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(4, len(data))] = chance.randrange(256)
        outcome(bytes(data))


PIECES = (
    "p", "r", "t", "del", "ins", "tbl", "tr", "tc", "tcPr", "trPr", "pPr", "rPr", "vanish", "vMerge", "gridSpan",
    "delText", "instrText", "br", "tab", "sym", "txbxContent", "moveFrom", "numPr", "numId", "ilvl", "rt", "cellDel",
    "footnoteReference", "pStyle", "sdtPr", "hMerge", "gridBefore", "hidden", "footnote",
)  # fmt: skip


def test_elements_in_every_order_give_a_draft() -> None:
    """Markup that no program writes: what it holds is in the text all the same."""
    chance = random.Random(5)  # noqa: S311 - the same documents every time

    def made(depth: int) -> str:
        if depth == 0 or chance.random() < 0.2:
            return f"<w:t>文{chance.randrange(10)}</w:t>"
        name = chance.choice((*PIECES, "p", "tbl", "tr", "tc", "r"))
        said = f' w:val="{chance.choice(("1", "0", "x", "restart", "9"))}"' if chance.random() < 0.5 else ""
        inside = "".join(made(depth - 1) for _ in range(chance.randint(0, 3)))
        return f"<w:{name}{said}>{inside}</w:{name}>"

    for _ in range(examples(400, 40_000)):
        body = "".join(made(chance.randint(1, 7)) for _ in range(chance.randint(1, 6)))
        draft = outcome(
            word_file(body + paragraph("2020年政府信息公开工作年度报告"), styles=made(4), numbering=made(4))
        )
        assert isinstance(draft, gd.Draft)
        for left in draft.left_over:
            assert draft.counts.characters >= left.end
