"""B1: bytes to text. What is decoded is what was written, or the input is refused; nothing is replaced in silence."""

import codecs
import random
from collections.abc import Iterator
from contextlib import suppress

import attrs
import pytest

import govdisclosure as gd
from govdisclosure.limits import DEFAULT_LIMITS
from govdisclosure.readers.encoding import decode_bytes
from govdisclosure.readers.inputs import observe

#: Sentences of invented bodies. Each is written in every encoding that has its characters.
TEXTS = (
    "青禾县民政局2021年政府信息公开工作年度报告\n一、总体情况\n全年主动公开政府信息12条。\n",
    "白石市统计局2016年政府信息公开工作年度报告\n本局收到申请３件，已全部答复，公开率１００％。\n",
    "临川区发展和改革局2019年政府信息公开年度报告\n（一）主动公开情况\n公开规范性文件5件，比上年增加2件。\n",
    "云溪镇人民政府二〇一五年政府信息公开工作年度报告\n本年度没有收取任何费用。\n",
    "東湖縣政府2014年政府信息公開工作年度報告\n一、概述\n全年主動公開政府信息26條，收到申請3件。\n",
    "北山縣民政處2012年政府資訊公開工作報告\n本處對申請人提出的要求都會在十五個工作天內處理。\n",
    "南湾乡2017年工作报告\n一、概述\n表格：——、／、无；“其中”‘要求’【完】《条例》…\n",
    "Annual report 2021\nof Qinghe county, 12 items disclosed\n",
    "河口街道办事处2020年政府信息公开工作年度报告\n镕、喆、珺三位同志负责，面积120㎡，投入3€。\n",
    "沙洲市水利局2018年政府信息公开工作年度报告\n㐀㐁㑇三处地名和𠀀𠮷两个字在此公开。\n",
    "石桥县教育局2013年政府信息公开工作年度报告\n\t编号\t数量\n\t一\t12\n\t二\t7\n",
    "长林市档案馆2011年政府信息公开工作年度报告\n" + "公开政府信息，答复申请，做好解读和回应工作。" * 90 + "\n",
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "gbk", "gb18030", "big5")
MARKS = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
#: The labels that are right for an encoding.
RIGHT = {
    "utf-8": ("utf-8", "UTF8"),
    "utf-8-sig": ("utf-8",),
    "utf-16-le": ("utf-16", "utf-16le"),
    "utf-16-be": ("utf-16", "utf-16be"),
    "gbk": ("gbk", "gb2312", "GB18030", " x-gbk "),
    "gb18030": ("gb18030", "gb2312", "GBK"),
    "big5": ("big5", "Big5-HKSCS"),
}
FITTING = {name: {label.strip().lower() for label in labels} for name, labels in RIGHT.items()}
LABELS = ("utf-8", "utf-16", "gb2312", "gb18030", "big5", "iso-8859-1", "windows-1252", "shift_jis", "euc-kr", "koi8-r")
#: The codec that is recorded.
RECORDED = {"utf-8-sig": "utf-8", "gbk": "gb18030", "big5": "big5hkscs"}


@attrs.frozen
class Case:
    """A text in an encoding, and the label that comes with it."""

    text: str
    encoding: str
    label: str | None
    page: bool

    @property
    def is_right(self) -> bool:
        return self.label in RIGHT[self.encoding]

    @property
    def data(self) -> bytes:
        written = self.as_page() if self.page else self.text
        return MARKS.get(self.encoding, b"") + written.encode(self.encoding)

    def as_page(self) -> str:
        declared = f'<meta charset="{self.label}">' if self.label else ""
        return f"<!DOCTYPE html><html><head>{declared}</head><body><pre>{self.text}</pre></body></html>"


def fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def cases() -> Iterator[Case]:
    for text in TEXTS:
        for encoding in ENCODINGS:
            labels = (None, RIGHT[encoding][0], *(label for label in LABELS if label not in FITTING[encoding]))
            if fits(text, encoding):
                yield from (Case(text, encoding, label, page) for label in labels for page in (False, True))


def right_cases() -> Iterator[Case]:
    for text in TEXTS:
        for encoding in ENCODINGS:
            if fits(text, encoding):
                yield from (Case(text, encoding, label, page) for label in RIGHT[encoding] for page in (False, True))


def named(case: Case) -> str:
    return f"{TEXTS.index(case.text)}-{case.encoding}-{case.label}-{'page' if case.page else 'text'}"


ALL = tuple(dict.fromkeys((*cases(), *right_cases())))


def is_undecided(case: Case) -> bool:
    """Big5 with no label, or a false one, is told from GB18030 by its sense alone; a short text may have little."""
    return case.encoding == "big5" and not case.is_right


@pytest.mark.parametrize("case", ALL, ids=named)
def test_the_text_is_that_which_was_written(case: Case) -> None:
    observed, source = observe(case.data, "a", None if case.page else case.label, DEFAULT_LIMITS)
    lines = [line.strip() for line in observed.text.splitlines() if line.strip()]
    same = lines == [line.strip() for line in case.text.splitlines()]
    assert "\ufffd" not in observed.text
    assert same or (is_undecided(case) and source.encoding_by == "trial")
    if not same or case.text.isascii():
        return
    assert source.encoding == RECORDED.get(case.encoding, case.encoding)
    assert source.encoding_by == chosen_by(case)
    told = [dict(found.params) for found in observed.findings if found.code == "encoding-label"]
    wrong = case.label is not None and not case.is_right
    assert told == [{"label": case.label, "encoding": source.encoding}] * wrong


def chosen_by(case: Case) -> str:
    if case.encoding in (*MARKS, "utf-8-sig"):
        return "bom"
    if case.encoding == "utf-8":
        return "utf-8"
    alike = case.encoding in ("gbk", "gb18030") and case.label in ("gb2312", "gb18030")
    return "label" if case.is_right or alike else "trial"


def test_there_are_as_many_cases_as_are_due() -> None:
    assert len(ALL) >= 240


@pytest.mark.parametrize("text", [text for text in TEXTS if not text.isascii()], ids=range(len(TEXTS) - 1))
def test_bytes_of_several_encodings_are_refused_or_kept(text: str) -> None:
    """Of a text whose parts are in different encodings, no byte is replaced: it can be written back."""
    head, tail = text[: len(text) // 2], text[len(text) // 2 :]
    for first, second in (("utf-8", "gb18030"), ("gb18030", "utf-8"), ("utf-8", "utf-16-le"), ("gb18030", "utf-16-be")):
        data = head.encode(first) + tail.encode(second)
        for label in (None, "utf-8", "gb18030", "big5"):
            survives(data, label)


@pytest.mark.parametrize("seed", range(40))
def test_spoilt_bytes_are_refused_or_kept(seed: int) -> None:
    chosen = random.Random(seed)  # noqa: S311
    text = chosen.choice(TEXTS)
    data = bytearray(text.encode(chosen.choice(("utf-8", "gb18030"))))
    for _ in range(chosen.randint(1, 5)):
        data[chosen.randrange(len(data))] = chosen.randrange(256)
    survives(bytes(data), chosen.choice((None, "utf-8", "gb2312", "big5", "iso-8859-1")))


def survives(data: bytes, label: str | None) -> None:
    try:
        decoded = decode_bytes(data, "a", label)
    except gd.UnreadableInput:
        return
    mark = decoded.text.encode(decoded.encoding)
    assert "\ufffd" not in decoded.text or "\ufffd".encode(decoded.encoding) in data
    assert mark == data or mark.decode(decoded.encoding) == decoded.text


#: Names of things that are no encodings of text, and labels with damage.
STRANGE = (
    *("hex", "base64", "zip", "zlib", "bz2", "rot13", "uu", "quopri", "undefined", "idna", "punycode", "mbcs", "os"),
    *("unicode_escape", "raw_unicode_escape", "charmap", "utf-7", "aliases", "../../etc/passwd", "x" * 300, "é"),
    *("-", "a b", "<", "gb2312\\", "utf-8utf-8", "x-user-defined", "replacement", "iso-8859-12", "汉字", "%s", "{}"),
)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("label", STRANGE, ids=ascii)
def test_a_label_that_names_no_encoding(label: str, encoding: str) -> None:
    """A caller is told; a page that declares it is read without, with a finding."""
    text = TEXTS[0]
    with pytest.raises(gd.UnreadableInput):
        gd.read(text.encode("gb18030"), encoding=label)
    page = Case(text, "utf-8", label, page=True).as_page()
    if fits(page, encoding):
        draft = gd.read(page.encode(encoding))
        assert draft.report is not None
        assert [found.code for found in draft.findings].count("encoding-label") == 1


def test_a_label_in_bytes_does_not_make_a_page_utf16() -> None:
    """The tag that declares it was seen byte by byte, so that it cannot be true (HTML standard, section 13.2.3.2)."""
    page = Case("无\n", "gbk", "utf-16", page=True)
    draft = gd.read(page.data)
    assert draft.left_over[0].text.strip() == "无"
    assert draft.source.encoding_by == "trial"


def test_files_that_are_no_text_are_refused_by_name() -> None:
    for start, kind in (
        (b"PK\x03\x04", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
    ):
        with pytest.raises(gd.UnreadableInput, match=kind):
            gd.read(start + TEXTS[0].encode())
    for data in (b"", b" \r\n\t", b"a\0b", TEXTS[0].encode("utf-16-le"), TEXTS[0].encode("gb18030")[:-2]):
        with pytest.raises(gd.UnreadableInput):
            gd.read(data)


@pytest.mark.parametrize("text", [text for text in TEXTS if not text.isascii()], ids=range(len(TEXTS) - 1))
def test_spoilt_utf8_is_not_read_as_something_else(text: str) -> None:
    """Its bytes may well be valid GB18030, of which every word is another."""
    data = text.encode()
    for at in range(len(data)):
        for spoilt in (data[:at] + data[at + 1 :], data[:at] + b"\xa3" + data[at + 1 :]):
            with suppress(gd.UnreadableInput):
                assert decode_bytes(spoilt, "a").encoding == "utf-8"
