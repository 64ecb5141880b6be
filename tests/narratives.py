"""Texts of invented reports: one fixed, and a strategy for plausible ones with the page around them."""

from hypothesis import strategies as st

__all__ = ["GOOD", "PAGE", "narratives", "page"]

#: A page as people copy it: navigation, date, report, signature, footer. Its sums agree.
PAGE = """当前位置:首页 > 政府信息公开
发布时间:2015-03-20 09:30 来源:

青禾县市场监督管理局2014年政府信息公开工作年度报告

    2014年，我局认真落实《政府信息公开条例》。
    一、主动公开情况
    全年主动公开政府信息308条，其中部门动态156条、公文公告152条。开设《办事指南》专栏。
    二、行政权力公开情况
    共有行政权力188项，其中行政许可7项、行政处罚173项、行政强制1项、行政奖励2项、其他权力5项。按时办结率98.50%，提前办结率48.07%。
    三、依申请公开情况
    全年收到申请12件，均已按时答复。
    四、收费及减免情况
    未收取任何费用。
    五、行政复议、诉讼情况
    无行政复议和行政诉讼。
    六、存在的主要问题及改进情况
    公开内容有待丰富。
    七、其他需要报告的事项
    没有其他事项。
    青禾县市场监督管理局
    2015年3月20日

    主办:青禾县人民政府 地址:青禾县人民路12号
    网站标识码:2200000056 监督投诉电话:0431-12345
"""
GOOD = PAGE.encode()


def page(title: str, *lines: str, signature: str = "青禾县市场监督管理局\n2015年3月20日") -> bytes:
    """A small report: title, lines, signature."""
    return "\n".join([title, *lines, signature, ""]).encode()


# --- plausible texts --------------------------------------------------------------------------------------

#: Characters that texts lose first: supplementary planes, combining, bidirectional, unseen, compatible ones.
_ODD = "𠮷𪚥😀é\u0301\u0928\u093f\u200d\u202e\u2066\u2069\u200b\u05d0\u0627⼯\ufa0b\ue78d㎡〇①ｱ—"
_CHINESE = "政府信息公开工作行政机关部门群众服务监督管理制度落实推进平台建设年度重点领域"
_NUMBERS = st.one_of(st.integers(0, 999).map(str), st.sampled_from(("1,234", "12万", "3.5", "一百二十", "两", "１７")))
_WORDS = st.text(st.sampled_from(_CHINESE), min_size=1, max_size=8)
_ANYTHING = st.text(
    st.sampled_from(_ODD + _CHINESE + "0123456789，。；：、（）《》“”%件条项年 "), min_size=1, max_size=30
)
_PATTERNS = (
    *("全年主动公开政府信息{n}条", "其中部门动态{n}条、公文公告{m}条", "通过政府网站公开{n}条"),
    *("共有行政权力{n}项，其中行政许可{m}项、行政处罚{n}项、其他权力{m}项", "新增行政许可{n}项"),
    *("收到政府信息公开申请{n}件", "其中网络申请{n}件、信函申请{m}件", "同意公开{n}件，不予公开{m}件"),
    *("今年未收到依申请公开事项", "无行政复议和行政诉讼", "较上年增长{n}%", "平均办理时限{n}个工作日"),
    *("按时办结率为{n}%", "发布预警预报{n}期", "召开新闻发布会{n}次", "投入经费{n}万元", "约{n}人次参加培训"),
    *("开设《{w}》、《{w}》等专栏", "对{w}系统、{w}平台等{n}项工作实行网上查询", "创建“{w}”政务微博"),
    *("{w}", "认真落实{w}", "统计期限自2014年1月1日至2014年12月31日"),
)
_HEADS = (
    *(
        "当前位置:首页 > 政府信息公开",
        "发布时间:2015-03-31 16:18:08 来源:{w}",
        "打印| 字号:[ ]|",
        "索引号：A0001-2015-00{n}",
    ),
    *("浏览次数：{n}", "首页 | 政务公开"),
)
_FEET = (
    *("主办:{w}局     吉ICP备0500160{n}号", "地址:{w}{n}号     邮编:130021", "监督电话:0431-850963{n}"),
    *("网站标识码:2200000056     吉公网安备 22010402000767号", "技术支持：{w}", "分享到", "版权所有：{w}"),
)
_TITLES = (
    *(
        "2014年政府信息公开工作年度报告",
        "{w}局2014年政府信息公开工作年度报告",
        "{w}县人民政府2019年政府信息公开工作年度报告",
    ),
    *(
        "关于{w}局二〇一四年度政府信息公开工作情况的报告",
        "{w}局\n2014年度政府信息公开工作报告",
        "{w}工作总结",
        "{w}",
    ),
)
_NUMBERING = ("一、", "二、", "三、", "（一）", "（二）", "1.", "2、", "（1）", "第一部分", "")
_BODY = "青禾县市场监督管理局"
_DATE = "2015年3月20日"
_SIGNATURES = ([], [_BODY, _DATE], ["青禾县人民政府办公室 2015年3月20日"], [_DATE])
_SPACES = st.sampled_from(("", "", "    ", "\u3000\u3000", "\xa0", "\t"))
_BREAKS = st.sampled_from(("\n", "\n", "\n\n", "\r\n", "\n \n", "\u2028", "\x0b", "\r"))


@st.composite
def _filled(draw: st.DrawFn, patterns: tuple[str, ...]) -> str:
    """A pattern with numbers and words in its gaps."""
    pattern = draw(st.sampled_from(patterns))
    return pattern.format(n=draw(_NUMBERS), m=draw(_NUMBERS), w=draw(_WORDS))


@st.composite
def _sentences(draw: st.DrawFn) -> str:
    clauses = draw(st.lists(st.one_of(_filled(_PATTERNS), _ANYTHING), min_size=1, max_size=4))
    return "".join(clause + draw(st.sampled_from("，。。；")) for clause in clauses)


@st.composite
def _headings(draw: st.DrawFn) -> str:
    number, words = draw(st.sampled_from(_NUMBERING)), draw(_WORDS)
    return number + draw(_SPACES) + words + draw(st.sampled_from(("", "", "情况", "。", "：")))


@st.composite
def narratives(draw: st.DrawFn) -> str:
    """A text as a page of a report may be copied: any part may be missing, odd or in the wrong place."""
    body = draw(st.lists(st.one_of(_headings(), _sentences()), max_size=8))
    parts = [
        *draw(st.lists(_filled(_HEADS), max_size=2)),
        *draw(st.lists(_filled(_TITLES), min_size=1, max_size=1)),
        *body,
        *draw(st.sampled_from(_SIGNATURES)),
        *draw(st.lists(_filled(_FEET), max_size=2)),
    ]
    return "".join(draw(_SPACES) + part + draw(_SPACES) + draw(_BREAKS) for part in parts)
