"""B2: pages that are labelled gb2312 and hold what that encoding lacks. Nothing behind such a character is lost."""

import pytest

import govdisclosure as gd

#: Characters of GB18030 that GB2312 lacks, and some that nobody but one house has defined.
BEYOND = ("镕", "喆", "珺", "€", "㎡", "〇", "堃", "㙍", "𠮷", "𫍯", "・", "①", "Ⅷ", "ǹ", "ɡ")
PRIVATE = ("\ue000", "\ue5e5", "\ue78d", "\ue7c7", "\uf8ff", "\U000f0001")
LABELS = ("gb2312", "GB2312", "gb_2312-80", "gbk", "x-gbk", "chinese", "csgb2312")
DECLARED = (
    '<meta charset="{}">',
    "<meta charset={} />",
    '<meta http-equiv="Content-Type" content="text/html; charset={}">',
    "<META content='text/html;charset={}' http-equiv=content-type>",
)
TITLE = "青禾县水利局2016年政府信息公开工作年度报告"
BEHIND = "全年主动公开政府信息173条，其中行政处罚信息12条。"


def page(char: str, declared: str) -> bytes:
    body = f"<h1>{TITLE}</h1><p>一、概述</p><p>负责人{char}同志。{char}</p><p>{BEHIND}</p>"
    return f"<html><head>{declared}<title>{char}</title></head><body>{body}</body></html>".encode("gb18030")


def read(char: str, declared: str) -> gd.Draft:
    draft = gd.read(page(char, declared))
    assert draft.source.encoding == "gb18030"
    assert draft.source.encoding_by == "label"
    (section,) = draft.report.sections
    assert section.paragraphs == (f"负责人{char}同志。{char}", BEHIND)
    assert draft.report.title == TITLE
    assert [metric.value for metric in draft.report.metrics] == [173, 12]
    assert not [found for found in draft.findings if found.code == "encoding-label"]
    return draft


@pytest.mark.parametrize("declared", DECLARED)
@pytest.mark.parametrize("char", [*BEYOND, *PRIVATE], ids=ascii)
def test_what_stands_behind_is_kept(char: str, declared: str) -> None:
    draft = read(char, declared.format("gb2312"))
    told = [dict(found.params) for found in draft.findings if found.code == "text-private-use"]
    expected = {"character": f"U+{ord(char):04X}", "count": "3"}
    assert told == [expected] * (char in PRIVATE)


@pytest.mark.parametrize("label", LABELS)
def test_every_name_of_the_old_encodings_means_the_new_one(label: str) -> None:
    read("".join(BEYOND), DECLARED[0].format(label))


@pytest.mark.parametrize("char", BEYOND, ids=ascii)
def test_copied_text_with_the_label(char: str) -> None:
    text = f"{TITLE}\n一、概述\n负责人{char}同志。\n{BEHIND}\n"
    draft = gd.read(text.encode("gb18030"), encoding="GB2312")
    assert draft.report.sections[0].paragraphs == (f"负责人{char}同志。", BEHIND)


@pytest.mark.parametrize("data", [b"\xa6\xd9", b"\xa8\xbc"])
def test_bytes_whose_meaning_differs_between_editions_are_told(data: bytes) -> None:
    """GB18030-2022 gives some bytes a public character that were private before: a reader of the text should know."""
    written = page("镕", DECLARED[0].format("gb2312")).replace("镕".encode("gb18030"), data)
    draft = gd.read(written)
    assert draft.report.sections[0].paragraphs[1] == BEHIND
    private = [found for found in draft.findings if found.code == "text-private-use"]
    assert len(private) == 1
