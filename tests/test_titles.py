"""Titles as bodies write and dress them: what the title is, which year, which publisher."""

from html import escape

import pytest

import govdisclosure as gd

TEXT = (
    "一、总体情况",
    "本年度，我单位认真落实条例，主动公开政府信息45条。",
    "二、主动公开政府信息情况",
    "没有制发规范性文件。",
)
WHOLE = "沙汀县教育局2021年政府信息公开工作年度报告"
BODY = "沙汀县教育局"
REST = "2021年政府信息公开工作年度报告"

#: The lines of a head, the title in them, its year, its publisher.
ONE_LINE: tuple[tuple[tuple[str, ...], str, int, str | None], ...] = (
    ((WHOLE,), WHOLE, 2021, BODY),
    ((f"附件1：{WHOLE}",), WHOLE, 2021, BODY),
    (("附件1", WHOLE), WHOLE, 2021, BODY),
    ((f"附件 {WHOLE}",), WHOLE, 2021, BODY),
    ((f"【年报】{WHOLE}",), WHOLE, 2021, BODY),
    ((f"[政府信息公开年报] {WHOLE}",), WHOLE, 2021, BODY),
    ((f"《{WHOLE}》",), WHOLE, 2021, BODY),
    ((f"{WHOLE}.docx",), WHOLE, 2021, BODY),
    ((f"1.{WHOLE}.pdf",), WHOLE, 2021, BODY),
    ((f"{WHOLE}（点击下载）",), WHOLE, 2021, BODY),
    ((f"标题：{WHOLE}",), WHOLE, 2021, BODY),
    ((f"正文：{WHOLE}",), WHOLE, 2021, BODY),
    ((f"关于报送《{WHOLE}》的函",), WHOLE, 2021, BODY),
    ((f"{BODY}关于报送{REST}的函",), REST, 2021, BODY),
    ((f"{BODY}关于公布{REST}的公告",), REST, 2021, BODY),
    ((f"{BODY}关于印发《{REST}》的通知",), REST, 2021, BODY),
    ((f"{BODY}关于2021年政府信息公开工作情况的报告",), f"{BODY}关于2021年政府信息公开工作情况的报告", 2021, BODY),
    ((f"政民互动 {WHOLE}",), WHOLE, 2021, BODY),
    ((f"首页 政务公开 {BODY} {REST}",), f"{BODY} {REST}", 2021, BODY),
    (("沙 汀 县 教 育 局 2 0 2 1 年 政 府 信 息 公 开 工 作 年 度 报 告",),
        "沙 汀 县 教 育 局 2 0 2 1 年 政 府 信 息 公 开 工 作 年 度 报 告", 2021, BODY),
    ((f"{BODY}2021 年度政府信息公开年报",), f"{BODY}2021 年度政府信息公开年报", 2021, BODY),
    ((f"{BODY}２０２１年政府信息公开工作年度报告",), f"{BODY}２０２１年政府信息公开工作年度报告", 2021, BODY),
    ((f"{BODY}二〇二一年政府信息公开工作年度报告",), f"{BODY}二〇二一年政府信息公开工作年度报告", 2021, BODY),
    ((f"{BODY}二○二一年度政府信息公开工作总结",), f"{BODY}二○二一年度政府信息公开工作总结", 2021, BODY),
    ((f"2021年{BODY}政府信息公开工作年度报告",), f"2021年{BODY}政府信息公开工作年度报告", 2021, BODY),
    ((f"2021年度{BODY}政府信息公开年报",), f"2021年度{BODY}政府信息公开年报", 2021, BODY),
    ((f"{BODY}政府信息公开工作年度报告（2021年）",), f"{BODY}政府信息公开工作年度报告（2021年）", 2021, BODY),
    ((f"{BODY}政府信息公开年度报告（2021）",), f"{BODY}政府信息公开年度报告（2021）", 2021, BODY),
    ((f"{BODY}2021政府信息公开年度报告",), f"{BODY}2021政府信息公开年度报告", 2021, BODY),
    (("沙汀县教育局（沙汀县体育局）2021年政府信息公开工作年度报告",),
        "沙汀县教育局（沙汀县体育局）2021年政府信息公开工作年度报告", 2021, "沙汀县教育局（沙汀县体育局）"),
    (("⽔沙县⽔务局2021年政府信息公开⼯作年度报告",), "⽔沙县⽔务局2021年政府信息公开⼯作年度报告",
        2021, "水沙县水务局"),
)  # fmt: skip
#: Titles over several lines.
LINES: tuple[tuple[tuple[str, ...], str, str | None], ...] = (
    ((BODY, REST), WHOLE, BODY),
    ((BODY, "2021年", "政府信息公开工作年度报告"), WHOLE, BODY),
    (("2021年", BODY, "政府信息公开工作年度报告"), f"2021年{BODY}政府信息公开工作年度报告", BODY),
    ((f"{BODY}2021年", "政府信息公开工作年度报告"), WHOLE, BODY),
    ((f"{BODY}2021年政府信息公开", "工作年度报告"), WHOLE, BODY),
    ((f"{BODY}2021年政府信息公开工作年度", "报告"), WHOLE, BODY),
    (("沙汀县教", f"育局{REST}"), WHOLE, BODY),
    (("沙汀县", f"教育局{REST}"), WHOLE, BODY),
    ((BODY, "2021年政府信息", "公开工作年度报告"), WHOLE, BODY),
    ((BODY, "政府信息公开工作年度报告", "（2021年度）"), f"{BODY}政府信息公开工作年度报告（2021年度）", BODY),
    ((REST, BODY), REST, BODY),
    ((REST, f"{BODY}（2022年1月14日）"), REST, BODY),
    ((REST, BODY, "（2022年1月14日）"), REST, BODY),
    (("附件", BODY, REST), WHOLE, BODY),
    (("政民互动", WHOLE), WHOLE, BODY),
    (("走进沙汀县", REST), REST, None),
    (("办事大厅", REST), REST, None),
    (("各县市区", REST), REST, None),
)


def read(*lines: str, medium: str = "text") -> gd.Draft:
    if medium == "text":
        return gd.read("\n".join(lines).encode())
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return gd.read(f"<!doctype html><meta charset=utf-8><body>{body}".encode())


def named(draft: gd.Draft) -> tuple[str | None, int, str | None]:
    assert draft.report
    return draft.report.title, draft.report.year, draft.report.publisher.name if draft.report.publisher else None


@pytest.mark.parametrize("medium", ["text", "html"])
@pytest.mark.parametrize(("head", "title", "year", "publisher"), ONE_LINE, ids=[str(one[0]) for one in ONE_LINE])
def test_the_dress_of_a_title_comes_off(
    head: tuple[str, ...], title: str, year: int, publisher: str | None, medium: str
) -> None:
    draft = read(*head, *TEXT, medium=medium)
    assert named(draft) == (title, year, publisher)
    assert not [
        one for one in draft.findings if one.code not in ("publisher-missing", "tables-missing", "text-compatibility")
    ]


@pytest.mark.parametrize("medium", ["text", "html"])
@pytest.mark.parametrize(("head", "title", "publisher"), LINES, ids=[str(one[0]) for one in LINES])
def test_a_title_over_lines(head: tuple[str, ...], title: str, publisher: str | None, medium: str) -> None:
    assert named(read(*head, *TEXT, medium=medium)) == (title, 2021, publisher)


@pytest.mark.parametrize(("head", "title", "publisher"), LINES[:14])
def test_a_title_over_lines_of_a_signed_report(head: tuple[str, ...], title: str, publisher: str) -> None:
    assert named(read("首页", "走进沙汀", *head, *TEXT, BODY, "2022年1月14日")) == (title, 2021, publisher)


def test_the_words_of_a_title_have_their_place() -> None:
    draft = read(f"附件1：{BODY}", f"{REST}.docx", *TEXT)
    assert draft.report
    place = draft.report.provenance.places["title"]
    assert place.quote == f"{BODY}\n{REST}"
    assert draft.report.provenance.places["publisher.name"].quote == BODY


# --- the body


@pytest.mark.parametrize(
    ("title", "signed", "publisher", "author"),
    [
        ("石坝镇2021年政府信息公开工作年度报告", "石坝镇人民政府", "石坝镇人民政府", None),
        ("沙汀县2021年政府信息公开工作年度报告", "沙汀县人民政府", "沙汀县人民政府", None),
        ("沙汀县2021年政府信息公开工作年度报告", "沙汀县人民政府办公室", "沙汀县人民政府", "沙汀县人民政府办公室"),
        ("石坝镇2021年政府信息公开工作年度报告", "石坝镇党政办公室", "石坝镇", "石坝镇党政办公室"),
        ("教育局2021年政府信息公开工作年度报告", BODY, BODY, None),
        (REST, "沙 汀 县 教 育 局", BODY, None),
        (REST, "沙汀县教育局（盖章）", BODY, None),
        (REST, "单位：沙汀县教育局", BODY, None),
    ],
)
def test_the_signature_says_which_body_a_place_is(title: str, signed: str, publisher: str, author: str | None) -> None:
    draft = read(title, *TEXT, signed, "2022年1月14日")
    assert draft.report
    assert named(draft)[2] == publisher
    assert (draft.report.author.name if draft.report.author else None) == author
    assert not [one for one in draft.findings if one.code == "head-differs"]


def test_the_block_of_a_site_completes_a_place() -> None:
    head = ("索引号：006/2022-00013", "发布机构：石坝镇人民政府", "公开日期：2022-01-14")
    assert named(read(*head, "石坝镇2021年政府信息公开工作年度报告", *TEXT))[2] == "石坝镇人民政府"


def test_the_block_of_a_site_names_the_publisher_where_nothing_else_does() -> None:
    draft = read("索 引 号：006/2022-00013", f"发布机构：{BODY}", "公开日期：2022-01-14", REST, *TEXT)
    assert named(draft)[2] == BODY
    assert draft.report
    assert draft.report.publication
    assert str(draft.report.publication.published) == "2022-01-14"


@pytest.mark.parametrize("short", ["县教育局", "教育局", "县教育局办公室"])
def test_a_short_name_in_the_block_is_no_other_body(short: str) -> None:
    assert not [one for one in read(f"发布机构：{short}", WHOLE, *TEXT).findings if one.code == "head-differs"]


@pytest.mark.parametrize(
    ("lines", "path", "other"),
    [
        ((WHOLE, *TEXT, "沙汀县财政局", "2022年1月14日"), "publisher.name", "沙汀县财政局"),
        (("发布机构：沙汀县大数据中心", WHOLE, *TEXT), "publisher.name", "沙汀县大数据中心"),
        (
            ("名称：沙汀县教育局2020年政府信息公开工作年度报告", WHOLE, *TEXT),
            "year",
            "沙汀县教育局2020年政府信息公开工作年度报告",
        ),
    ],
)
def test_what_disagrees_is_named_once(lines: tuple[str, ...], path: str, other: str) -> None:
    draft = read(*lines)
    assert named(draft)[1:] == (2021, BODY)
    assert [(one.paths, one.params["other"]) for one in draft.findings if one.code == "head-differs"] == [
        ((path,), other)
    ]


def test_the_title_of_the_page_is_a_witness() -> None:
    page = f"<html><head><meta charset=utf-8><title>{WHOLE}_沙汀县人民政府</title></head><body>"
    bare = gd.read((page + "".join(f"<p>{line}</p>" for line in ("政府信息公开工作年度报告", *TEXT))).encode())
    assert named(bare)[1:] == (2021, BODY)
    other = gd.read((page + "".join(f"<p>{line}</p>" for line in (WHOLE.replace("2021", "2020"), *TEXT))).encode())
    assert named(other)[1:] == (2020, BODY)
    assert [one.paths for one in other.findings if one.code == "head-differs"] == [("year",)]


# --- the year


def test_an_academic_year_is_a_period() -> None:
    draft = read("沙汀师范学院2021-2022学年信息公开工作年度报告", *TEXT)
    assert draft.report
    assert (str(draft.report.period.start), str(draft.report.period.end)) == ("2021-09-01", "2022-08-31")
    assert named(draft)[1:] == (2022, "沙汀师范学院")


@pytest.mark.parametrize(
    "opening",
    [
        "根据《中华人民共和国政府信息公开条例》（国务院令第711号，2019年4月3日修订）编制，数据统计期限为2021年1月1日至2021年12月31日。",
        "本报告数据统计期限自 2021 年 1 月 1 日起，至 12 月 31 日止。",
        "2021年，我局认真落实条例。",
    ],
)
def test_a_title_without_a_year(opening: str) -> None:
    draft = read("今天是：2025年12月30日 星期二", f"{BODY}政府信息公开工作年度报告", opening, *TEXT)
    assert named(draft)[1:] == (2021, BODY)


# --- the date of the signature


@pytest.mark.parametrize(
    "written",
    [
        *(
            "2022年1月14日",
            "2022年01月14日",
            "2022 年 1 月 14 日",
            "2022年元月14日",
            "2022年1月14号",
            "２０２２年１月１４日",
        ),
        *(
            "二〇二二年一月十四日",
            "二○二二年元月十四日",
            "二零二二年一月十四号",
            "二O二二年一月十四日",
            "二〇二二年 一月 十四日",
        ),
        *(
            "2022.1.14",
            "2022-01-14",
            "2022/1/14",
            "（2022年1月14日）",
            "日期：2022年1月14日",
            "日期: 2022.1.14",
            "2022年1月14日。",
        ),
    ],
)
def test_dates_of_signatures(written: str) -> None:
    for lines in ((BODY, written), (f"{BODY}　　{written}",), (written, BODY)):
        report = read(REST, *TEXT, *lines).report
        assert report
        assert (str(report.issued), report.publisher and report.publisher.name) == ("2022-01-14", BODY), lines
        assert report.sections[-1].paragraphs == TEXT[-1:]


def test_a_date_without_its_day_is_part_of_the_signature() -> None:
    report = read(REST, *TEXT, BODY, "二〇二二年元月").report
    assert report
    assert report.issued is None
    assert report.publisher
    assert report.sections[-1].paragraphs == TEXT[-1:]


@pytest.mark.parametrize(
    "label",
    [
        *("发布日期：2022-01-14", "公开日期： 2022年1月14日", "发布时间：2022年元月14日", "【发布日期】2022-01-14"),
        *("发布日期\t2022-01-14", "时间：2022.1.14", "2022-01-14", "[2022-01-14]", "更新时间：2022/1/14"),
    ],
)
def test_dates_of_publication(label: str) -> None:
    report = read("2025年12月30日", WHOLE, label, *TEXT).report
    assert report
    assert report.publication
    assert str(report.publication.published) == "2022-01-14"
