"""G1, junk: random bytes, flipped bits, cut and spliced documents give a draft, a report or a typed error."""

import json
import random
from collections.abc import Callable
from contextlib import suppress
from functools import cache

import pytest
from tests.battery.hostile import FULL
from tests.narratives import GOOD, narratives
from tests.strategies import drawn, reports
from tests.tools import ROOT, examples

import govdisclosure as gd
from govdisclosure.model import Report
from govdisclosure.readers import Draft

BATCHES = 20
COUNT = examples(2_000, 200_000) // BATCHES
LOCALES = ("en", "zh-Hans", "zh-Hant", "ar")

Mutation = Callable[[random.Random, bytes], bytes]


@cache
def seeds() -> tuple[bytes, ...]:
    """What is spoilt: the examples, invented pages in several encodings, report documents."""
    pages = [path.read_bytes() for path in sorted((ROOT / "examples").glob("*.txt"))]
    pages += [GOOD, *(text.encode() for text in drawn(narratives(), 30))]
    encoded = [GOOD.decode().encode(codec) for codec in ("gb18030", "utf-16", "utf-8-sig")]
    documents = [gd.dumps(FULL).encode(), *(gd.dumps(report).encode() for report in drawn(reports(), 10))]
    return (*pages, *encoded, *documents)


def flipped(chance: random.Random, data: bytes) -> bytes:
    """Some bits are wrong."""
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if spoilt:
            spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def cut(chance: random.Random, data: bytes) -> bytes:
    """The end is missing, or the begin."""
    at = chance.randint(0, len(data))
    return data[:at] if chance.random() < 0.7 else data[at:]


def spliced(chance: random.Random, data: bytes) -> bytes:
    """The begin of one document and the end of another."""
    other = chance.choice(seeds())
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def stuffed(chance: random.Random, data: bytes) -> bytes:
    """Random bytes in the middle."""
    at = chance.randint(0, len(data))
    return data[:at] + chance.randbytes(chance.randint(1, 40)) + data[at:]


def rearranged(chance: random.Random, data: bytes) -> bytes:
    """The characters of some lines in another order."""
    lines = data.decode("utf-8", "replace").split("\n")
    for _ in range(3):
        at = chance.randrange(len(lines))
        lines[at] = "".join(chance.sample(lines[at], len(lines[at])))
    chance.shuffle(lines)
    return "\n".join(lines).encode("utf-8", "replace")


def renumbered(chance: random.Random, data: bytes) -> bytes:
    """Every digit is another."""
    digits = b"0123456789"
    return bytes(chance.choice(digits) if byte in digits and chance.random() < 0.5 else byte for byte in data)


def noise(chance: random.Random, _: bytes) -> bytes:
    """Nothing but random bytes."""
    return chance.randbytes(chance.randint(0, 2_000))


def characters(chance: random.Random, _: bytes) -> bytes:
    """Nothing but random characters."""
    points = (chance.choice((0x4E00, 0x30, 0x20, 0x2000, 0xFF00, 0x1F600)) + chance.randrange(60) for _ in range(400))
    return "".join(map(chr, points)).encode()


def swapped(chance: random.Random, data: bytes) -> bytes:
    """A JSON document with values of another type, or any text with JSON around it."""
    document = None
    with suppress(ValueError, RecursionError):
        document = json.loads(data)
    if not isinstance(document, dict) or not document:
        return json.dumps({"form": data.decode("utf-8", "replace")}).encode()
    keys = list(document)
    for _ in range(chance.randint(1, 4)):
        document[chance.choice(keys)] = chance.choice((None, 0, -1, 1.5, "", "x", [], {}, [[]], {"a": {}}, True, 2**60))
    return json.dumps(document).encode()


MUTATIONS: tuple[Mutation, ...] = (flipped, cut, spliced, stuffed, rearranged, renumbered, noise, characters, swapped)


def junk(chance: random.Random) -> bytes:
    data = chance.choice(seeds())
    for _ in range(chance.randint(1, 2)):
        data = chance.choice(MUTATIONS)(chance, data)
    return data


def survives(data: bytes, locale: str) -> None:
    """Reading, decoding and all that follows end in a result or in an error of the library."""
    for read in (report_read, gd.loads):
        report = None
        with suppress(gd.GovDisclosureError):
            report = read(data)
        used(report, locale)


def report_read(data: bytes) -> Report | None:
    draft = gd.read(data)
    assert isinstance(draft, Draft)
    return draft.report


def used(report: Report | None, locale: str) -> None:
    """What is done with a report."""
    if report is None:
        return
    findings = gd.check(report)
    assert all(gd.message(finding, locale) for finding in findings)
    gd.facts(report, locale)
    for name in ("html", "markdown", "text", "summary", "docx"):
        assert gd.render(report, to=name, locale=locale, findings=findings)
    assert gd.loads(gd.dumps(report)) == report


@pytest.mark.parametrize("batch", range(BATCHES))
def test_junk_gives_a_result_or_a_typed_error(batch: int) -> None:
    chance = random.Random(batch)  # noqa: S311 - the same junk every time
    for _ in range(COUNT):
        data, locale = junk(chance), chance.choice(LOCALES)
        try:
            survives(data, locale)
        except Exception as error:
            raise AssertionError(f"{type(error).__name__} for {data[:600]!r}") from error


#: Documents with two faults of which the first sends the decoder on its way back.
_DEEP = "[" * 100_000
TWICE_WRONG = (
    *('{"a":1,"a":2}x', '{"a":1,"a":2}}', '{"x":{"a":1,"a":2},', '{"x":{"a":1,"a":2},"b":"', '[{"a":1,"a":2}'),
    *(f'{{"a":{"1" * 5_000}}}x', f'{{"a":{"1" * 5_000},', '{"a":1,"a":"\\ud800"}', '{"a":NaN,"a":NaN}]'),
    *(f'{{"x":{{"a":1,"a":2}},"b":{_DEEP}', f'{{"a":{"1" * 5_000},"b":{_DEEP}', f'{_DEEP}{{"a":1,"a":2}}'),
)


@pytest.mark.parametrize("document", TWICE_WRONG, ids=range(len(TWICE_WRONG)))
def test_a_document_with_two_faults_is_refused_as_one_with_one(document: str) -> None:
    with pytest.raises((gd.DecodeError, gd.LimitExceeded)):
        gd.loads(document)


_TITLE = "2014年政府信息公开工作年度报告\n"
#: Texts with years, dates and numbers that a report cannot hold.
STRANGE = (
    *("3014年政府信息公开工作年度报告", "9999年政府信息公开工作年度报告", "0000年政府信息公开工作年度报告"),
    *("九九九九年政府信息公开工作年度报告", "2200年政府信息公开工作年度报告", "１８００年政府信息公开工作年度报告"),
    *(f"{_TITLE}我局工作。\n青禾县民政局\n0015年3月1日", f"发布时间:0001-01-01\n{_TITLE}"),
    *(f"{_TITLE}收到申请99999999999999999999件，投入0.5元。", f"{_TITLE}统计期限自0001年1月1日至2014年12月31日。"),
    f"{_TITLE}共有行政权力9999999999999999亿项，其中行政许可99999999999999999项、行政处罚1项、行政强制2项。",
)


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_what_is_read_can_be_written(text: str) -> None:
    report = gd.read(text.encode()).report
    if report is not None:
        assert gd.loads(gd.dumps(report)) == report
