"""Headings as bodies write them: numbered in any way, or not at all, broken, spaced out; and lines that are none."""

from html import escape

import pytest

import govdisclosure as gd
from govdisclosure.limits import DEFAULT_LIMITS
from govdisclosure.model import Section, Source
from govdisclosure.readers.document import read_document
from govdisclosure.readers.observed import Markup, MarkupKind, Observed

WORDS = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    "政府信息公开工作存在的主要问题及改进情况",
    "其他需要报告的事项",
)
KINDS = ["overview", "proactive", "on_request", "review_litigation", "problems", "other_matters"]
TEXTS = (
    "2022年，我局认真落实条例，办好各项公开工作。",
    "全年通过网站公开信息87条。",
    "全年收到申请5件，均已答复。",
    "没有行政复议和行政诉讼。",
    "公开的及时性还要提高，下一步加强培训。",
    "没有收取信息处理费。",
)
TITLE = "梧岭县林业局2022年政府信息公开工作年度报告"
ROMAN = ("I", "II", "III", "IV", "V", "VI")
CHINESE, CAPITAL = "一二三四五六", "壹贰叁肆伍陆"

#: How a heading is written: ``{c}`` 一, ``{d}`` 1, ``{f}`` １, ``{r}`` Ⅰ, ``{l}`` I, ``{p}`` 壹, ``{o}`` ①, ``{b}`` ⑴,
#: ``{k}`` ㈠, ``{q}`` ㊀, ``{a}`` A, ``{t}`` the words, ``{s}`` the words spaced out, ``|`` a line break.
FORMS = (
    *("{c}、{t}", "{c}、 {t}", "{c} 、{t}", "{c}、\u3000{t}", "{c}．{t}", "{c}.{t}", "{c}. {t}", "{c}，{t}",
        "{c},{t}"),
    *("{c}:{t}", "{c}：{t}", "{c} {t}", "{c}\u3000{t}", "{c}·{t}", "{c}){t}", "{c}）{t}", "（{c}）{t}", "({c}){t}"),
    *("（{c}） {t}", "（{c}）、{t}", "【{c}】{t}", "第{c}、{t}", "第{c}，{t}", "第{c}部分 {t}", "第{c}部分：{t}"),
    *("第{c}部分{t}", "第{c}章 {t}", "第{c}节 {t}", "{d}、{t}", "{d}.{t}", "{d}. {t}", "{d}．{t}", "{d} {t}"),
    *("{d}){t}", "{d}）{t}", "（{d}）{t}", "({d}){t}", "{f}、{t}", "{f}．{t}", "{r}、{t}", "{r}. {t}", "{l}. {t}"),
    *("{l}、{t}", "{p}、{t}", "{p}、 {t}", "{o}{t}", "{o} {t}", "{b}{t}", "{k}{t}", "{k}、{t}", "{q}{t}", "{a}、{t}"),
    *("{a}. {t}", "{t}", "{t}：", "{t}:", "【{t}】", "■{t}", "◆ {t}", "● {t}", "● {c}、{t}", "★{t}", "{s}"),
    *("{c}、{s}", "{c}、|{t}", "（{c}）|{t}", "第{c}部分|{t}", "{d}|{t}", "{c}|{t}", "{c}、{t}。", "{c}、{t}："),
    *("{c}、“{t}”",),
    *("{c}、【{t}】", "{c}、关于{t}"),
)  # fmt: skip


def written(form: str, index: int) -> list[str]:
    words = WORDS[index]
    heading = form.format(
        c=CHINESE[index], d=index + 1, f="１２３４５６"[index], r=chr(0x2160 + index), l=ROMAN[index],
        p=CAPITAL[index], o=chr(0x2460 + index), b=chr(0x2474 + index), k=chr(0x3220 + index), q=chr(0x3280 + index),
        a="ABCDEF"[index], t=words, s=" ".join(words),
    )  # fmt: skip
    return [part for part in heading.split("|") if part]


def lines_of(form: str) -> list[str]:
    body = [line for i, text in enumerate(TEXTS) for line in (*written(form, i), text)]
    return [TITLE, "本报告的统计期限为2022年1月1日至2022年12月31日。", *body, "梧岭县林业局", "2023年1月16日"]


def as_text(lines: list[str]) -> bytes:
    return "\n".join(lines).encode()


def as_html(lines: list[str]) -> bytes:
    return ("<!doctype html><meta charset=utf-8>" + "".join(f"<p>{escape(line)}</p>" for line in lines)).encode()


def as_broken_html(lines: list[str]) -> bytes:
    return ("<!doctype html><meta charset=utf-8><div>" + "<br>".join(map(escape, lines)) + "</div>").encode()


def sections_of(data: bytes) -> tuple[Section, ...]:
    report = gd.read(data).report
    assert report is not None
    return report.sections


def test_there_are_enough_forms() -> None:
    assert len(set(FORMS)) >= 60


@pytest.mark.parametrize("medium", [as_text, as_html, as_broken_html])
@pytest.mark.parametrize("form", FORMS)
def test_a_heading_opens_its_section_however_it_is_written(form: str, medium: object) -> None:
    found = sections_of(medium(lines_of(form)))  # type: ignore[operator]
    assert [section.kind for section in found] == ["preamble", *KINDS]
    assert [section.paragraphs for section in found[1:]] == [(text,) for text in TEXTS]
    heads = ["".join(((section.number or "") + (section.heading or "")).split()) for section in found[1:]]
    assert heads == ["".join("".join(written(form, i)).split()) for i in range(len(WORDS))]


@pytest.mark.parametrize("form", FORMS)
def test_no_content_is_missed(form: str) -> None:
    report = gd.read(as_text(lines_of(form))).report
    assert report
    assert not [found for found in gd.check(report) if found.code in ("section-missing", "section-number")]


# --- what is none


@pytest.mark.parametrize(
    "line",
    [
        *("问题", "情况说明", "工作情况", "公开情况表", "主动公开", "依申请公开", "总体要求", "其他", "其他事项"),
        *(
            "主动公开政府信息情况统计表",
            "表1 收到和处理政府信息公开申请情况",
            "附表：政府信息公开情况统计表",
            "（单位：件）",
        ),
        *("一是完善制度", "1 5", "12 件", "2022年总体情况良好", "总体情况较好", "情况如下：", "存在问题的原因"),
    ],
)
@pytest.mark.parametrize("medium", [as_text, as_html])
def test_an_ordinary_short_line_heads_no_section(line: str, medium: object) -> None:
    lines = lines_of("{c}、{t}")
    found = sections_of(medium([*lines[:4], line, *lines[4:]]))  # type: ignore[operator]
    assert [section.kind for section in found] == ["preamble", *KINDS]
    assert found[1].paragraphs == (TEXTS[0], line)


def test_the_caption_of_a_table_heads_no_section() -> None:
    """The words of a content that has its numbered heading already, over the table."""
    lines = lines_of("{c}、{t}")
    at = lines.index("二、主动公开政府信息情况")
    found = sections_of(as_text([*lines[: at + 1], "主动公开政府信息情况", *lines[at + 1 :]]))
    assert [section.kind for section in found] == ["preamble", *KINDS]


@pytest.mark.parametrize("form", ["{c}、{t}", "{t}", "{d}.{t}"])
def test_a_list_of_contents_heads_no_sections(form: str) -> None:
    lines = lines_of(form)
    for contents in (
        ["目录", *(line for i in range(6) for line in written(form, i))],
        ["目  录", *(f"{written(form, i)[0]}……{i + 1}" for i in range(6))],
    ):
        found = sections_of(as_text([*lines[:2], *contents, *lines[2:]]))
        assert [section.kind for section in found] == ["preamble", *KINDS]
        assert [section.paragraphs for section in found[1:]] == [(text,) for text in TEXTS]


def test_what_stands_below_a_content_stays_below_it() -> None:
    """（一）主动公开情况 within the overview is no section of its own, whatever the contents are numbered by."""
    below = ["（一）主动公开情况", "全年公开87条。", "（二）依申请公开情况", "全年收到5件。"]
    for form in ("{c}、{t}", "{t}", "{d}.{t}", "{r}、{t}", "第{c}部分 {t}"):
        lines = lines_of(form)
        found = sections_of(as_text([*lines[:4], *below, *lines[4:]]))
        assert [section.kind for section in found] == ["preamble", *KINDS], form
        assert [section.number for section in found[1].subsections] == ["（一）", "（二）"]


def test_a_number_that_was_forgotten() -> None:
    lines = [line.removeprefix("四、") for line in lines_of("{c}、{t}")]
    assert [section.kind for section in sections_of(as_text(lines))] == ["preamble", *KINDS]


def test_contents_of_the_older_forms() -> None:
    words = ("概述", "主动公开政府信息情况", "依申请公开政府信息情况", "政府信息公开的收费及减免情况",
             "行政复议、行政诉讼和举报投诉情况",
             "机构建设、保障经费和会议培训情况", "存在的主要问题和改进措施")  # fmt: skip
    kinds = ["overview", "proactive", "on_request", "fees", "review_litigation", "organization", "problems"]
    body = [line for heading in words for line in (heading, "详见正文所列各项。")]
    found = sections_of(as_text(["梧岭县林业局2015年政府信息公开工作年度报告", "现公布如下。", *body]))
    assert [section.kind for section in found] == ["preamble", *kinds]


# --- headings that the markup shows


SOURCE = Source(sha256="0" * 64, size=0, media_type="text/html")


def observed(*lines: tuple[str, MarkupKind | None, int | None]) -> Observed:
    text = "\n".join(line for line, _, _ in lines)
    at, made = 0, []
    for line, kind, level in lines:
        if kind:
            made.append(Markup(start=at, end=at + len(line), kind=kind, level=level))
        at += len(line) + 1
    return Observed(text=text, markup=tuple(made))


def outline(sections: tuple[Section, ...]) -> list[object]:
    return [(one.heading, outline(one.subsections)) if one.subsections else one.heading for one in sections]


def read_observed(seen: Observed) -> tuple[Section, ...]:
    report = read_document(seen, SOURCE, DEFAULT_LIMITS).report
    assert report
    return report.sections


def test_headings_of_the_markup() -> None:
    heading, strong = MarkupKind.HEADING, MarkupKind.STRONG
    seen = observed(
        (TITLE, heading, 1),
        ("工作开展", heading, 2), ("2022年公开87条。", None, None),
        ("制度与机制", heading, 3), ("修订了发布流程。", None, None), ("人员培训", strong, None), ("培训3次。",
        None, None),
        ("下阶段", heading, 2), ("加强培训。", strong, None), ("2023年1月", None, None),
    )  # fmt: skip
    assert outline(read_observed(seen)) == [("工作开展", [("制度与机制", ["人员培训"])]), "下阶段"]


def test_headings_of_the_markup_beside_numbers() -> None:
    heading = MarkupKind.HEADING
    seen = observed(
        (TITLE, heading, 1),
        ("一、总体情况", heading, 2), ("主动公开方面", heading, 3), ("2022年公开87条。", None, None),
        ("二、主动公开政府信息情况", heading, 2), ("没有规章。", None, None),
        ("总结", heading, 2), ("来年继续。", None, None),
    )  # fmt: skip
    assert outline(read_observed(seen)) == [("总体情况", ["主动公开方面"]), "主动公开政府信息情况", "总结"]


def test_a_bold_table_title_heads_no_section() -> None:
    strong = MarkupKind.STRONG
    seen = observed(
        (TITLE, strong, None), ("一、总体情况", strong, None), ("2022年公开87条。", None, None),
        ("表1 公开情况", strong, None), ("单位：件", strong, None), ("全年没有行政复议。", strong, None),
    )  # fmt: skip
    assert outline(read_observed(seen)) == ["总体情况"]


# --- titles that the markup shows


def test_a_title_is_what_the_markup_sets_alike() -> None:
    """The name of a site above a heading is not joined to it; the first of its two lines is."""
    heading = MarkupKind.HEADING
    body = (("2022年公开87条。", None, None), ("一、总体情况", None, None), ("全年公开87条。", None, None))
    site = ("梧岭县人民政府", None, None)
    one = observed(site, ("2022年政府信息公开工作年度报告", heading, 1), *body)
    two = observed(site, ("梧岭县林业局", heading, 1), ("2022年政府信息公开工作年度报告", heading, 1), *body)
    found = [read_document(seen, SOURCE, DEFAULT_LIMITS).report for seen in (one, two)]
    assert [(one.title, one.publisher and one.publisher.name) for one in found if one] == [
        ("2022年政府信息公开工作年度报告", None),
        (TITLE, "梧岭县林业局"),
    ]


def test_a_link_is_no_title() -> None:
    seen = observed(
        (TITLE, MarkupKind.HEADING, 1), ("全年公开87条。", None, None),
        ("梧岭县林业局2024年政府信息公开工作年度报告", MarkupKind.LINK, None),
    )  # fmt: skip
    report = read_document(seen, SOURCE, DEFAULT_LIMITS).report
    assert report
    assert (report.title, report.year) == (TITLE, 2022)
