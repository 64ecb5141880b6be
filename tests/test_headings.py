"""Headings as bodies write them: numbered in any way, or not at all, broken, spaced out; and lines that are none."""

from html import escape

import pytest

import govdisclosure as gd
from govdisclosure.model import Section

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
    *("{c}、{t}", "{c}、 {t}", "{c} 、{t}", "{c}、\u3000{t}", "{c}．{t}", "{c}.{t}", "{c}. {t}", "{c}，{t}", "{c},{t}"),
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
