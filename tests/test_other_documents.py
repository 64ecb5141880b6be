"""What is no annual report gives none, and one plain finding says what was seen; what only looks so stays a report."""

from html import escape

import pytest

import govdisclosure as gd

BODY = "沙汀县教育局"
TITLE = f"{BODY}2021年政府信息公开工作年度报告"
TEXT = (
    "本报告的统计期限为2021年1月1日至2021年12月31日。",
    "一、总体情况",
    "2021年，我局主动公开政府信息45条。",
    "二、主动公开政府信息情况",
    "没有制发规范性文件。",
)
SIGNED = (BODY, "2022年1月14日")

HALF_YEAR = ("统计时间为2021年1月1日至6月30日。", "一、主动公开情况", "上半年主动公开政府信息12条。")
OTHERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "list of years": ("list",
        tuple(f"{BODY}{year}年政府信息公开工作年度报告 {year + 1}-01-14" for year in range(2017, 2023))),
    "list of bodies": ("list", tuple(f"沙汀县{name}局2021年政府信息公开工作年度报告" for name in ("教育", "财政",
        "水务", "林业"))),
    "list within a page": ("list", (
        "首页", "政务公开", "您的位置：首页 > 政府信息公开年报", "政府信息公开年报", "2021年政府信息公开年报",
        "2020年政府信息公开年报",
        "2019年政府信息公开年报", "共3条 首页 上一页 1 下一页 尾页", "主办单位：沙汀县人民政府",
        "网站标识码：4100000000",
    )),
    "half a year": ("shorter_period", ("沙汀县教育局2021年上半年政府信息公开工作报告", *HALF_YEAR)),
    "statistics of half a year": ("shorter_period", ("2021年上半年政府信息公开情况统计表", *HALF_YEAR)),
    "second half": ("shorter_period", ("2021年下半年政府信息公开工作总结", "一、总体情况", "2021年下半年公开12条。")),
    "quarter": ("shorter_period", ("沙汀县教育局2021年第三季度政府信息公开情况", "2021年第三季度收到申请2件。")),
    "quarter in digits": ("shorter_period", ("2021年1-3季度依申请公开情况统计", "2021年前三季度收到申请2件。")),
    "months": ("shorter_period", ("2021年1-6月政府信息公开工作情况统计", "2021年1至6月收到申请2件。")),
    "comparison": ("comparison", ("沙汀县教育局2020年与2021年政府信息公开年度报告数据对比",
        "2021年收到申请5件，2020年收到申请3件。")),
    "comparison of several years": ("comparison", ("近三年政府信息公开年度报告数据变化情况对比分析",
        "2019年至2021年，申请数量增加。")),
    "notice": ("notice", (
        "沙汀县人民政府办公室关于做好2021年政府信息公开工作年度报告编制和公布工作的通知",
        "各乡镇人民政府，县直各部门：",
        "为做好2021年度报告编制工作，现将有关事项通知如下。", "一、编制内容", "年度报告包括总体情况等六项内容。",
    )),
    "notice to hand in": ("notice", (
        "关于报送2021年政府信息公开工作年度报告的通知", "各乡镇人民政府：", "请于2022年1月10日前报送2021年度报告。",
    )),
    "template": ("notice", ("2021年政府信息公开工作年度报告（模板）", "一、总体情况", "（说明2021年总体情况。）")),
}  # fmt: skip

REPORTS: dict[str, tuple[str, ...]] = {
    "list behind it": (TITLE, *TEXT, *SIGNED, "历年年报", *OTHERS["list of years"][1]),
    "list before it": (*OTHERS["list of bodies"][1][1:], TITLE, *TEXT, *SIGNED),
    "links": (TITLE, *TEXT, *SIGNED, "相关链接：", "关于做好2021年政府信息公开工作年度报告编制工作的通知",
        "2021年上半年政府信息公开情况统计表"),
    "links before it": ("关于做好2021年政府信息公开工作年度报告编制工作的通知", "政府信息公开指南",
        TITLE, *TEXT, *SIGNED),
    "attachments": (TITLE, *TEXT, *SIGNED, f"附件：1.{TITLE}.docx", "2.2021年度政府信息公开情况统计表.xlsx"),
    "half years in its text": (TITLE, *TEXT, "三、依申请公开情况",
        "2021年上半年收到申请2件，下半年收到申请3件，与2020年对比增加1件。", *SIGNED),
    "letter": (f"{BODY}关于报送2021年政府信息公开工作年度报告的函", "县政府办公室：", *TEXT, *SIGNED),
    "other report in its text": (TITLE, *TEXT[:3], f"{BODY}2020年政府信息公开工作年度报告", *TEXT[3:], *SIGNED),
}  # fmt: skip


def as_text(lines: tuple[str, ...]) -> bytes:
    return "\n".join(lines).encode()


def as_html(lines: tuple[str, ...]) -> bytes:
    return ("<!doctype html><meta charset=utf-8><body>" + "".join(f"<p>{escape(line)}</p>" for line in lines)).encode()


MEDIA = pytest.mark.parametrize("medium", [as_text, as_html])


@MEDIA
@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_annual_report(name: str, medium: object) -> None:
    kind, lines = OTHERS[name]
    draft = gd.read(medium(lines))  # type: ignore[operator]
    assert draft.report is None
    (found,) = draft.findings
    assert found.code == "not-a-report"
    assert found.params["kind_code"] == f"document_kind:{kind}"
    assert found.params["text"] in gd.message(found, "en")
    assert "".join(stretch.text for stretch in draft.left_over) == "\n".join(lines)


@MEDIA
@pytest.mark.parametrize("name", REPORTS)
def test_what_only_looks_so(name: str, medium: object) -> None:
    report = gd.read(medium(REPORTS[name])).report  # type: ignore[operator]
    assert report
    assert (report.year, report.publisher and report.publisher.name) == (2021, BODY)
    assert report.sections[-1].heading in (TEXT[3][2:], "依申请公开情况")


@MEDIA
@pytest.mark.parametrize(
    "second", [TITLE.replace("2021", "2020"), TITLE.replace(BODY, "沙汀县财政局")], ids=["other year", "other body"]
)
def test_several_reports_are_each_named(second: str, medium: object) -> None:
    other = tuple(line.replace("2021", "2020") for line in TEXT) if "2020" in second else TEXT
    draft = gd.read(medium((TITLE, *TEXT, *SIGNED, second, *other, "2022年1月14日")))  # type: ignore[operator]
    assert draft.report is None
    (found,) = draft.findings
    assert (found.code, [place.quote for place in found.places]) == ("several-reports", [TITLE, second])
    assert TITLE in gd.message(found, "en")
    assert second in gd.message(found, "en")
