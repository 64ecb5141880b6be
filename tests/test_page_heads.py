"""Law 9: what surrounds a report on its page never becomes part of a value."""

import json
import re
from collections.abc import Callable
from html import escape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tools import ROOT, examples

import govdisclosure as gd

BODY = "梧岭县林业局"
TITLE = f"{BODY}2022年政府信息公开工作年度报告"
TEXT = (
    "本报告按照《中华人民共和国政府信息公开条例》（国务院令第711号，2019年修订）编制，统计期限为2022年1月1日至2022年12月31日。",
    "一、总体情况",
    "2022年，我局通过网站主动公开政府信息87条，举办开放日3次。",
    "（一）主动公开方面",
    "全年公开规范性文件2件。",
    "二、主动公开政府信息情况",
    "本机关没有制发规章。",
    "三、收到和处理政府信息公开申请情况",
    "全年收到申请5件，均已答复。",
    "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    "没有行政复议和行政诉讼。",
    "五、政府信息公开工作存在的主要问题及改进情况",
    "公开的及时性还要提高，下一步加强培训。",
    "六、其他需要报告的事项",
    "本年度没有收取信息处理费。",
)
SIGNED = (BODY, "2023年1月16日")

#: What stands before the title, as lines; cells of one row are parted by tabs.
BEFORE: dict[str, tuple[str, ...]] = {
    "menu": ("首页", "走进梧岭", "政务公开", "政务服务", "政民互动"),
    "menu in a row": ("首页 | 新闻中心 | 政务公开 | 政务服务 | 政民互动 | 数据开放",),
    "last word of a menu that ends as a body does": ("网上办事大厅",),
    "departments in a menu": ("部门街道", "县直部门", "各乡镇"),
    "crumbs": ("当前位置：首页 > 政府信息公开 > 政府信息公开年报 > 县直部门 > 正文",),
    "crumbs without marks": ("您的位置：首页", "政务公开", "年度报告", "正文"),
    "clock": ("2025年12月30日 星期二",),
    "clock that greets": ("今天是：2025年12月30日 星期二 欢迎访问梧岭县人民政府网站",),
    "clock without a weekday": ("2025年12月30日",),
    "weather": ("梧岭 今天 多云 3℃~11℃ 2025-12-30",),
    "name of the site": ("梧岭县人民政府",),
    "name of the site and its slogan": ("梧岭县人民政府门户网站", "中国·梧岭"),
    "search box": ("请输入关键字", "搜索", "热门搜索：年度报告 公积金 社保"),
    "years": ("2025年", "2024年", "2023年", "2022年", "2021年"),
    "reports of other years": (f"{BODY}2024年政府信息公开工作年度报告", f"{BODY}2023年政府信息公开工作年度报告"),
    "reports of other bodies": (
        "梧岭县教育局2022年政府信息公开工作年度报告", "梧岭县财政局2022年政府信息公开工作年度报告"),
    "column": ("政府信息公开年报",),
    "label of the title": ("名称",),
    "title with its label": (f"名  称：{TITLE}",),
    "mark of the text": ("正文",),
    "block of lines": (
        "索 引 号：014005678/2023-00017", "主题分类：综合政务", "发布机构：梧岭县林业局", "公开日期：2023-01-18",
        "文    号：", f"名    称：{TITLE}", "有 效 性：有效",
    ),
    "block of pairs": (
        "索引号\t014005678/2023-00017\t主题分类\t综合政务", "发布机构\t梧岭县林业局\t成文日期\t2023-01-10",
        f"标题\t{TITLE}", "文号\t梧林〔2023〕4号\t发布日期\t2023-01-18",
    ),
    "block with a value below each label": (
        "索引号", "014005678/2023-00017", "发布单位", "梧岭县林业局", "信息名称", TITLE, "公开日期", "2023-01-18",
    ),
    "block apart by blanks": ("索引号 014005678/2023-00017 发布机构 县林业局", f"名  称 {TITLE}"),
    "accessibility": ("无障碍", "长者版", "简体", "繁体", "登录", "注册"),
    "tree of columns": ("政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报", "依申请公开"),
    "notice of the site": ("为进一步优化体验，本网站正在改版，给您带来的不便敬请谅解。",),
    "note of a collector": ("以下内容转自梧岭县人民政府网站，仅供参考。",),
}  # fmt: skip
#: What stands between the title and the text.
BETWEEN: dict[str, tuple[str, ...]] = {
    "source": ("发布时间：2023-01-18 09:30 来源：梧岭县人民政府 浏览次数：1,024 字号：【大 中 小】",),
    "source in parts": ("发布日期：2023-01-18", "来源：县林业局", "阅读1,024次", "【打印】", "【关闭】"),
    "counter": ("浏览量：123", "字体：大 中 小", "分享到："),
    "buttons": ("分享", "微信", "微博", "打印", "收藏", "A+ A-"),
    "block": ("索引号：014005678/2023-00017", "发布机构：梧岭县林业局", "公开日期：2023-01-18", "公开方式：主动公开"),
    "date and clicks": ("2023-01-18 点击：3,210次",),
    "reports of other years": ("2025年政府信息公开年报", "2024年政府信息公开年报"),
    "name of the body with the date": ("（2023年1月16日）",),
}
#: What stands behind the signature, or behind the text.
BEHIND: dict[str, tuple[str, ...]] = {
    "site": ("主办单位：梧岭县人民政府 承办：信息中心", "豫ICP备00000000号-1", "网站标识码：4100000000", "联系我们"),
    "reports of other years": (
        f"{BODY}2021年政府信息公开工作年度报告 2022-01-19", f"{BODY}2020年政府信息公开工作年度报告 2021-01-20"),
    "neighbours": ("上一篇：梧岭县教育局2022年政府信息公开工作年度报告", "下一篇：没有了"),
    "attachment": ("附件：梧岭县林业局2022年政府信息公开工作年度报告.docx",),
    "buttons": ("打印本页", "关闭窗口", "分享到：", "微信"),
    "links": ("相关链接：", "国务院部门网站", "省政府部门网站", "市县政府网站"),
    "clock": ("今天是：2025年12月30日 星期二",),
    "counter": ("浏览次数：1,024", "版权所有：梧岭县人民政府"),
}  # fmt: skip
NOTHING: tuple[str, ...] = ()


def as_text(lines: list[str]) -> bytes:
    return "\n".join(line.replace("\t", "    ") for line in lines).encode()


def as_spaced_text(lines: list[str]) -> bytes:
    return "\n\n".join(f"    {line}" for line in lines).encode()


def as_html(lines: list[str]) -> bytes:
    body = "".join(
        f"<table><tr>{''.join(f'<td>{escape(cell)}</td>' for cell in line.split(chr(9)))}</tr></table>"
        if "\t" in line
        else f"<p>{escape(line)}</p>"
        for line in lines
    )
    return f"<!doctype html><html><head><meta charset=utf-8></head><body>{body}</body></html>".encode()


def as_titled_html(lines: list[str]) -> bytes:
    page = as_html(lines).decode()
    head = f"<title>{TITLE}_梧岭县人民政府</title><meta name=ArticleTitle content={TITLE}>"
    return page.replace("<head>", f"<head>{head}").replace(f"<p>{TITLE}</p>", f"<h1>{TITLE}</h1>").encode()


MEDIA: dict[str, Callable[[list[str]], bytes]] = {
    "text": as_text, "spaced text": as_spaced_text, "html": as_html, "titled html": as_titled_html,
}  # fmt: skip


def values(data: bytes) -> dict[str, Any]:
    """The document of a report, but for what is of its page and for places."""
    report = gd.read(data).report
    assert report is not None
    document: dict[str, Any] = json.loads(gd.dumps(report))
    return {name: value for name, value in document.items() if name not in ("publication", "provenance")}


def is_the_same(
    medium: str, before: tuple[str, ...] = (), between: tuple[str, ...] = (), behind: tuple[str, ...] = (),
    signed: tuple[str, ...] = SIGNED,
) -> None:  # fmt: skip
    make = MEDIA[medium]
    bare = values(make([TITLE, *TEXT, *signed]))
    assert (bare["title"], bare["year"], bare["publisher"]["name"]) == (TITLE, 2022, BODY)
    assert values(make([*before, TITLE, *between, *TEXT, *signed, *behind])) == bare


def test_there_are_enough_shapes() -> None:
    assert len(BEFORE) >= 25


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("shape", BEFORE)
def test_what_stands_before_a_report_changes_no_value(shape: str, medium: str) -> None:
    is_the_same(medium, before=BEFORE[shape])


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("shape", BEFORE)
def test_nor_where_the_report_is_not_signed(shape: str, medium: str) -> None:
    is_the_same(medium, before=BEFORE[shape], signed=())


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("shape", BETWEEN)
def test_what_stands_between_title_and_text_changes_no_value(shape: str, medium: str) -> None:
    is_the_same(medium, between=BETWEEN[shape])


@pytest.mark.parametrize("signed", [SIGNED, NOTHING], ids=["signed", "not signed"])
@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("shape", BEHIND)
def test_what_stands_behind_a_report_changes_no_value(shape: str, medium: str, signed: tuple[str, ...]) -> None:
    is_the_same(medium, behind=BEHIND[shape], signed=signed)


@settings(max_examples=examples(60, 2_000), deadline=None)
@given(data=st.data())
def test_shapes_together_change_no_value(data: Any) -> None:
    several = st.lists(st.sampled_from(sorted(BEFORE)), max_size=4, unique=True)
    before = [line for shape in data.draw(several) for line in BEFORE[shape]]
    between, behind = (data.draw(st.sampled_from(sorted(shapes))) for shapes in (BETWEEN, BEHIND))
    is_the_same(data.draw(st.sampled_from(sorted(MEDIA))), tuple(before), BETWEEN[between], BEHIND[behind])


# --- pages that the library prints


def around(page: str, before: tuple[str, ...], behind: tuple[str, ...]) -> bytes:
    """A page within another one."""
    head, foot = (
        as_html(list(lines)).decode().partition("<body>")[2].partition("</body>")[0] for lines in (before, behind)
    )
    opened = re.sub(r"<body[^>]*>", lambda match: match.group() + head, page, count=1)
    return opened.replace("</body>", f"{foot}</body>").encode()


@pytest.mark.parametrize("to", ["html", "html-official", "text"])
def test_what_surrounds_a_printed_report_changes_no_value(to: str) -> None:
    report = gd.read(ROOT / "examples" / "qinghe-market-supervision-2016.txt").report
    page = gd.render(report, to=to, locale="zh-Hans", findings=())
    bare = values(page.encode())
    for shape, lines in (BEFORE | BEHIND).items():
        before, behind = (lines, NOTHING) if shape in BEFORE else (NOTHING, lines)
        text = "\n".join([*before, page, *behind]).encode()
        assert values(text if to == "text" else around(page, before, behind)) == bare, shape
