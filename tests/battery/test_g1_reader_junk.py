"""G1, junk for the readers of pages, PDFs, Markdown and copied tables: a draft or a typed error, whatever comes."""

import random
import time
from functools import cache

import pytest
from tests.battery.test_b6_no_silent_loss import filled, markdown, page, text
from tests.battery.test_g1_junk import cut, flipped, noise, rearranged, renumbered, stuffed
from tests.tables import settled_by_seed
from tests.tools import ROOT, examples

import govdisclosure as gd
from govdisclosure.readers import Draft

BATCHES = 10
COUNT = examples(600, 60_000) // BATCHES
PAPERS = examples(24, 400)
#: Seconds that one document may take on a busy machine; each is small.
SECONDS = 10.0
#: Pieces that mean something to one of the readers.
PIECES = (
    *(
        b"<table>",
        b"</table>",
        b"<tr>",
        b"<td rowspan=0 colspan=9>",
        b"</td>",
        b"<!--",
        b"-->",
        b"<p hidden>",
        b"<script>",
    ),
    *(
        b"</script>",
        b"<select><option>",
        b"<pre>",
        b"&#0;",
        b"&#x110000;",
        b"&amp",
        b"<svg>",
        b"<![CDATA[",
        b"<plaintext>",
    ),
    *(
        b"|",
        b"|--|--|\n",
        b"\n|:-:|\n",
        b"\\|",
        b"# ",
        b"**",
        b"\t",
        b"\t\t\n",
        b"  ",
        b"\n\n",
        b"\r",
        b"\x0b",
        b"\x0c",
    ),
    *(b",", b'"', b'",', b"12", "１２".encode(), "（".encode(), "一、".encode(), "2021年".encode(), "总计".encode()),
    *(
        "规章".encode(),
        "\u3000".encode(),
        "\u2028".encode(),
        "\ufeff".encode(),
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\0",
        b"\xa3",
    ),
    *(
        b'<meta charset="big5">',
        b'<meta charset="utf-16">',
        b'<meta charset="hex">',
        b"<?xml version='1.0'?>",
        b"%PDF-1.7",
    ),
)


@cache
def seeds() -> tuple[bytes, ...]:
    """What is spoilt: pages, texts and Markdown with tables, and what the library prints itself."""
    made = [filled(write, seed)[0] for write in (page, text, markdown) for seed in range(4)]
    reports = [settled_by_seed(form, 1) for form in ("cn-2014", "cn-2019", "cn-2021")]
    made += [
        gd.render(report, to=name, locale="zh-Hans") for report in reports for name in ("html", "markdown", "text")
    ]
    encoded = [made[0].encode("gb18030"), made[4].encode("utf-16"), made[8].encode("gb18030")]
    return (*(one.encode() for one in made), *encoded)


def pieced(chance: random.Random, data: bytes) -> bytes:
    """Pieces of markup at random places."""
    for _ in range(chance.randint(1, 12)):
        at = chance.randint(0, len(data))
        data = data[:at] + chance.choice(PIECES) * chance.choice((1, 1, 1, 3)) + data[at:]
    return data


def doubled(chance: random.Random, data: bytes) -> bytes:
    """A stretch stands twice, or is gone."""
    start, end = sorted(chance.randint(0, len(data)) for _ in range(2))
    return data[:end] + data[start:] if chance.random() < 0.5 else data[:start] + data[end:]


def spliced(chance: random.Random, data: bytes) -> bytes:
    """The begin of one document and the end of another."""
    other = chance.choice(seeds())
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


MUTATIONS = (flipped, cut, stuffed, pieced, pieced, doubled, spliced, rearranged, renumbered, noise)


def survives(data: bytes, label: str | None = None) -> None:
    """Reading ends in time, in a draft that can be written or in an error of the library."""
    start = time.process_time()
    try:
        draft = gd.read(data, encoding=label)
    except gd.GovDisclosureError:
        draft = None
    assert time.process_time() - start < SECONDS
    if draft is None:
        return
    assert isinstance(draft, Draft)
    if draft.report is not None:
        assert gd.loads(gd.dumps(draft.report)) == draft.report


@pytest.mark.parametrize("batch", range(BATCHES))
def test_junk_gives_a_draft_or_a_typed_error(batch: int) -> None:
    chance = random.Random(batch)  # noqa: S311 - the same junk every time
    for _ in range(COUNT):
        data = chance.choice(seeds())
        for _ in range(chance.randint(1, 3)):
            data = chance.choice(MUTATIONS)(chance, data)
        label = chance.choice((None, None, None, "utf-8", "gb2312", "big5", "latin1"))
        try:
            survives(data, label)
        except Exception as error:
            raise AssertionError(f"{type(error).__name__} for {data[:600]!r}") from error


@cache
def paper() -> bytes:
    pdf = pytest.importorskip("tests.battery.test_c4_pdf", reason="the extra pdf-read is not installed")
    pdf.registerFont(pdf.UnicodeCIDFont(pdf.SONG))

    def draw(sheet: object) -> None:
        pdf.put(sheet, 60, 60, "青禾县2021年政府信息公开工作年度报告", 14)
        pdf.ruled(sheet, [60.0, 200.0, 300.0], [100.0, 130.0, 160.0], {(0, 0, 1, 1): "规章", (0, 1, 1, 2): "12"})

    document: bytes = pdf.drawn(draw)
    return document


@pytest.mark.parametrize("seed", range(PAPERS))
def test_spoilt_papers(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    survives(chance.choice((flipped, cut, stuffed, doubled, pieced))(chance, paper()))


@pytest.mark.parametrize("piece", PIECES, ids=range(len(PIECES)))
def test_pieces_alone(piece: bytes) -> None:
    for data in (piece, piece * 50, b"x" + piece, piece + seeds()[-1], (ROOT / "README.zh.md").read_bytes() + piece):
        survives(data)


TABLE = (
    "<table><tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数<tr><td>规章<td>1<td>2<td>3"
    "<tr><td>行政规范性文件<td>4<td>5<td>6<tr><td>信息内容<td colspan=3>本年处理决定数量"
    "<tr><td>行政许可<td colspan=3>7<tr><td>行政处罚<td colspan=3>8<tr><td>行政强制<td colspan=3>9</table>"
)


@pytest.mark.parametrize("year", ["3014", "1019", "0000", "9999", "九九九九", "２２２２", "1948", "2200"])
def test_a_year_that_no_report_can_have_beside_tables(year: str) -> None:
    survives(f"<html><h1>青禾县{year}年政府信息公开工作年度报告</h1><p>收到申请3件。</p>{TABLE}</html>".encode())


#: What a page of the library states, and what somebody put in its place.
ALTERED = (
    *(("2021", year) for year in ("九九九九", "九千", "", "9999", "2" * 5_000, "٢٠٢١", "2021.5", "-2021", "１９４８")),
    *(("cn-2021", form) for form in ("cn-2019", "cn-2014", "cn-2008", "xx-2021", "CN-2021")),
    *(("12月31日", "13月41日"), ("12月", "٣月"), ("2021年1月1日", "9999年1月1日"), ("1月1日", "0月0日")),
)


@pytest.mark.parametrize("name", ["html", "markdown", "text"])
@pytest.mark.parametrize(("printed", "put"), ALTERED, ids=range(len(ALTERED)))
def test_pages_of_the_library_that_were_altered(name: str, printed: str, put: str) -> None:
    printing = gd.render(settled_by_seed("cn-2021", 1), to=name, locale="zh-Hans")
    survives(printing.replace(printed, put).encode())
