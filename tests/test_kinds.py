"""Which kind a file is, by its bytes: pages in all their beginnings, saved pages, what is refused and by which name."""

import io
import tarfile
from base64 import b64encode
from collections.abc import Callable
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from tests.tools import ROOT
from tests.word import zipped

import govdisclosure as gd
from govdisclosure.limits import Limits
from govdisclosure.readers.inputs import observe
from govdisclosure.readers.observed import Observed

CASES = ROOT.parent / "shared" / "cases"
CELLS = "<table><tr><td>规章</td><td>4</td></tr></table>"
CONTENTS = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{}</Types>'


def seen(data: bytes, name: str = "a", **limits: int) -> tuple[Observed, str]:
    observed, source = observe(data, name, None, Limits(**limits))
    assert source.size == len(data)
    return observed, source.media_type


def refused(data: bytes, name: str = "a") -> gd.UnreadableInput:
    with pytest.raises(gd.UnreadableInput) as caught:
        gd.read(data, name=name)
    return caught.value


# --- web pages


@pytest.mark.parametrize(
    "page",
    [
        "<style>" + "p.Mso{margin:0}\n" * 400 + f"</style><h2>概况</h2>{CELLS}",
        "<!-- " + "说明 " * 3_000 + f"--><span>概况</span>{CELLS}",
        "<?php echo 1 ?>\n<!--[if gte mso 9]><xml></xml><![endif]--><section><h3>概况</h3></section>",
        "<h1>年报</h1><ul><li>概况</li></ul>",
        "<ul><li>概况</li></ul>",
        "<center><font size=5>概况</font></center>",
        "<strong>概况</strong><br>",
        "\ufeff\n <SPAN style='x'>概况</SPAN>",
        "<ucapcontent><p>概况</p></ucapcontent>",
        "<ol><li>概况",
        "<article>概况</article>",
        "<br/>概况",
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html><body><p>概况</p></body></html>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-16"])
def test_pieces_of_pages_are_pages(page: str, encoding: str) -> None:
    if encoding.startswith("utf-16-") and not page.startswith("<"):
        pytest.skip("without a tag at its very beginning UTF-16 without a mark cannot be told")
    observed, media_type = seen(page.encode(encoding))
    hidden = [(one.start, one.end) for one in observed.hidden]
    shown = "".join(char for at, char in enumerate(observed.text) if not any(a <= at < b for a, b in hidden))
    assert media_type == "text/html"
    assert "概况" in shown
    assert "<" not in shown
    assert len(observed.grids) == page.count("<table")


@pytest.mark.parametrize(
    "text",
    ["<2019年>政府信息公开年报", "<a的报告>", "<https://example.org> 年报", "< p>不是标签", "一、概述<br>甲",
     "<!-- 注 -->\n# 年报\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |",
     '<div align="center">年报</div>\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |'],
)  # fmt: skip
def test_what_only_begins_like_a_page_is_text(text: str) -> None:
    assert seen(text.encode())[1] in ("text/plain", "text/markdown")


@pytest.mark.parametrize("name", ["a.doc", "a.xls", "a.docx", "a.pdf", "a.bin"])
def test_a_page_is_one_under_every_name(name: str) -> None:
    page = (
        f"<html xmlns:x='urn:schemas-microsoft-com:office:excel'><meta name=ProgId content=Excel.Sheet>{CELLS}</html>"
    )
    assert seen(page.encode(), name)[1] == "text/html"


def test_xml_that_is_no_page_is_refused() -> None:
    for text in ("<?xml version='1.0'?><报告><年>2019</年></报告>", "<?xml version='1.0'?><data><a>1</a></data>"):
        assert refused(text.encode()).code == "unsupported"


# --- pages saved with all that belongs to them

PAGE = f"<html><body><p>柳河县概况</p>{CELLS}</body></html>"


def saved(*parts: MIMEText, start: str = "") -> bytes:
    whole = MIMEMultipart("related", **({"start": start} if start else {}))
    for part in parts:
        whole.attach(part)
    return whole.as_bytes()


def part(page: str, charset: str = "utf-8", id_: str = "") -> MIMEText:
    made = MIMEText(page, "html", charset)
    if id_:
        made["Content-ID"] = id_
    return made


@pytest.mark.parametrize(
    "data",
    [
        saved(part(PAGE)),
        saved(part(PAGE, "gb18030")),
        saved(part("<p>框架</p>", id_="<1@x>"), part(PAGE, id_="<2@x>"), start="<2@x>"),
        b"From: <Saved by Blink>\r\nSubject: x\r\n" + saved(part(PAGE)).replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf\r\n" + saved(part(PAGE)),
        f"Content-Type: text/html; charset=gbk\nContent-Transfer-Encoding: 8bit\n\n{PAGE}".encode("gbk"),
        f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{PAGE}".encode(),
        b"From: \xd3\xc9 IE \xb1\xa3\xb4\xe6\n" + saved(part(PAGE)),
    ],
)
def test_a_saved_page_is_read_as_its_page(data: bytes) -> None:
    observed, media_type = seen(data, "a.mht")
    assert media_type == "multipart/related"
    assert observed.text.split("\n") == ["柳河县概况", "规章\t4"]
    assert len(observed.grids) == 1


def test_a_page_in_utf_16_within_a_saved_page() -> None:
    """As Word saves one: base64 of UTF-16 that it calls unicode."""
    content = b64encode(PAGE.encode("utf-16-le")).decode()
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n本文档为网页存档。\n\n--b\n"
    body = f'Content-Type: text/html; charset="unicode"\nContent-Transfer-Encoding: base64\n\n{content}\n--b--\n'
    assert seen((head + body).encode())[0].text.split("\n") == ["柳河县概况", "规章\t4"]


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\nno parts",
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b--",
        b"Content-Type: text/html\n\n",
        b"Content-Type: multipart/related; boundary=b0\n\n"
        + b"".join(b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (n, n + 1) for n in range(3_000)),
    ],
)
def test_a_saved_page_without_a_page_is_refused(data: bytes) -> None:
    assert refused(data).code == "mhtml-broken"


def test_text_with_colons_is_no_saved_page() -> None:
    assert seen("Title: a\nContent: text/html\n\n年报".encode())[1] == "text/plain"


# --- what is refused, and by which name


def ole(*streams: str) -> bytes:
    entries = b"".join(stream.encode("utf-16-le").ljust(128, b"\0") for stream in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entries


def office(kind: str) -> bytes:
    override = f'<Override PartName="/x.bin" ContentType="application/vnd.{kind}"/>'
    related = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="x.bin"/>'
        "</Relationships>"
    )
    return zipped({"[Content_Types].xml": CONTENTS.format(override), "_rels/.rels": related, "x.bin": b"\0\1"})


def tarred() -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"))
    return made.getvalue()


SHEET = (
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row/></Table></Worksheet>'
    "</Workbook>"
)
WORD = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>'
)
FLAT = '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'
#: Bytes, the code of the refusal, and a word that the message names.
REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "doc": (lambda: ole("Root Entry", "WordDocument", "Workbook"), "other-format", ".docx"),
    "xls": (lambda: ole("Root Entry", "Workbook", "WordDocument"), "other-format", ".xlsx"),
    "old xls": (lambda: ole("Root Entry", "Book"), "other-format", ".xlsx"),
    "ppt": (lambda: ole("Root Entry", "PowerPoint Document"), "other-format", "PDF"),
    "unknown ole": (lambda: ole("Root Entry", "x"), "office-old", ".doc"),
    "password": (lambda: ole("Root Entry", "EncryptedPackage"), "office-encrypted", "password"),
    "rtf": (lambda: b"{\\rtf1\\ansi x}", "other-format", "RTF"),
    "xlsb": (lambda: office("ms-excel.sheet.binary.macroEnabled.main"), "other-format", ".xlsb"),
    "pptx": (lambda: office("openxmlformats-officedocument.presentationml.presentation.main+xml"), "other-format",
             "PDF"),
    "other office": (lambda: office("ms-visio.drawing.main+xml"), "other-format", "visio"),
    "ods": (lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
            "opendocument", ".xlsx"),
    "ods, mimetype late": (lambda: zipped({"a": "", "mimetype": "application/vnd.oasis.opendocument.text"}),
                           "opendocument", ".docx"),
    "odp without mimetype": (lambda: zipped({"content.xml": "<x/>", "META-INF/manifest.xml": "<x/>"}),
                             "opendocument", ""),
    "ofd": (lambda: zipped({"OFD.xml": "<x/>", "Doc_0/Document.xml": "<x/>"}), "other-format", "OFD"),
    "epub": (lambda: zipped({"mimetype": "application/epub+zip"}), "other-format", "EPUB"),
    "pages": (lambda: zipped({"Index/Document.iwa": "x"}), "other-format", "iWork"),
    "documents": (lambda: zipped({"a/1.docx": "x", "a/2.pdf": "%PDF-1.4"}), "archive", "unpack"),
    "a stored PDF": (lambda: zipped({"2.pdf": "%PDF-1.4"}, 0), "archive", "unpack"),
    "nothing": (lambda: zipped({}), "archive", "unpack"),
    "rar": (lambda: b"Rar!\x1a\x07\x01\x00x", "archive-packed", "RAR"),
    "7z": (lambda: b"7z\xbc\xaf\x27\x1c\x00\x04", "archive-packed", "7-Zip"),
    "gz": (lambda: b"\x1f\x8b\x08\x00x", "archive-packed", "gzip"),
    "tar": (tarred, "archive-packed", "tar"),
    "png": (lambda: b"\x89PNG\r\n\x1a\n\0", "picture", "PNG"),
    "jpg": (lambda: b"\xff\xd8\xff\xe0\0", "picture", "JPEG"),
    "webp": (lambda: b"RIFF\0\0\0\0WEBPVP8 ", "picture", "WebP"),
    "bmp": (lambda: b"BM\x40\0\0\0\0\0\0\0" + bytes(60), "picture", "BMP"),
    "Excel 2003": (SHEET.encode, "other-format", "Excel 2003"),
    "Excel 2003 in UTF-16": (lambda: SHEET.encode("utf-16"), "other-format", "Excel 2003"),
    "Word 2003": (WORD.encode, "other-format", "Word 2003"),
    "flat ODF": (FLAT.encode, "opendocument", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_files_of_other_programs_are_refused_by_name(name: str) -> None:
    make, code, word = REFUSED[name]
    error = refused(make())
    assert error.code == code
    assert word in str(error)


def test_a_text_that_begins_like_a_picture_is_text() -> None:
    assert seen("BM县2019年政府信息公开工作年度报告".encode())[1] == "text/plain"


# --- the limit that an input meets


@pytest.mark.parametrize(
    ("beginning", "limit"),
    [(b"%PDF-1.7\n", "pdf_bytes"), (b"PK\x03\x04", "office_bytes"), ("年报".encode(), "text_bytes"),
     (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n", "mhtml_bytes")],
)  # fmt: skip
@pytest.mark.parametrize("how", ["path", "bytes", "stream"])
def test_an_input_that_is_too_large_names_the_limit_that_it_meets(
    beginning: bytes, limit: str, how: str, tmp_path: Path
) -> None:
    limits = Limits(**dict.fromkeys(("text_bytes", "pdf_bytes", "office_bytes", "mhtml_bytes"), 1_000))
    data = beginning + b"x" * 2_000
    path = tmp_path / "a"
    path.write_bytes(data)
    source = {"path": path, "bytes": data, "stream": io.BytesIO(data)}[how]
    with pytest.raises(gd.LimitExceeded) as caught:
        gd.read(source, limits=limits)
    assert (caught.value.limit, caught.value.bound) == (limit, 1_000)


# --- the cases of the workshop


@pytest.mark.parametrize(
    ("name", "grids"),
    [("files/html-long-style-first.html", 1), ("files/html-headings-and-lists-only.html", 0),
     ("read/saved-page-mht.mht", 3)],
)  # fmt: skip
def test_a_case(name: str, grids: int) -> None:
    if not (CASES / name).exists():
        pytest.skip("the cases of the workshop are not here")
    assert len(seen((CASES / name).read_bytes())[0].grids) == grids


def test_the_case_of_opendocument() -> None:
    path = CASES / "files" / "ods-mimetype-not-first.ods"
    if not path.exists():
        pytest.skip("the cases of the workshop are not here")
    assert refused(path.read_bytes()).code == "opendocument"
