"""Blocks of metadata: index number, publishing body, dates, classes of subjects, as tables, lists and lines."""

from tests.heads.cores import Core
from tests.heads.facts import Facts
from tests.heads.shape import HTML, Around, Shape

__all__ = ["SHAPES", "day", "moment"]

_BLOCK = frozenset({"index_number", "origin", "published", "publisher"})
_LINE = frozenset({"origin", "published", "published_time"})


def day(facts: Facts) -> str:
    """The day of publication as most sites print it."""
    return facts.published.isoformat()


def moment(facts: Facts) -> str:
    """Day and time of publication."""
    return f"{day(facts)} {facts.published_time:%H:%M}"


def _rows(*rows: tuple[str, ...]) -> str:
    return "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)


# --- tables -----------------------------------------------------------------------------------------------


def _table_four(core: Core, facts: Facts) -> Around:
    rows = _rows(
        ("索引号", facts.index, "主题分类", "综合政务/政务公开"),
        ("发布机构", facts.source, "发布日期", day(facts)),
        ("文号", "无", "有效性", "有效"),
        ("名称", core.title, "公开方式", "主动公开"),
    )
    return Around(before=f'<table class="xxgk-head" border="1">{rows}</table>')


def _table_blanks(core: Core, facts: Facts) -> Around:
    """Labels spread to one width by blanks."""
    rows = _rows(
        ("索 引 号：", facts.index, "分　　类：", "年度报告"),
        ("发布机构：", facts.source, "发文日期：", day(facts)),
        ("名　　称：", core.title, "文　　号：", ""),
        ("主 题 词：", "政务公开 年报", "时 效 性：", "有效"),
    )
    return Around(before=f"<table>{rows}</table>")


def _table_two(core: Core, facts: Facts) -> Around:
    rows = _rows(
        ("信息索引", facts.index),
        ("信息名称", core.title),
        ("发布单位", facts.source),
        ("生成日期", day(facts)),
        ("体裁分类", "报告"),
        ("公开范围", "面向社会"),
    )
    return Around(before=f"<table width='600'>{rows}</table>")


def _table_heads(core: Core, facts: Facts) -> Around:
    """Labels as row headers, with colons."""
    pairs = (("索引号", facts.index), ("公开责任部门", facts.source), ("公开日期", day(facts)), ("公开形式", "网站"))
    rows = "".join(f"<tr><th scope='row'>{label}：</th><td>{value}</td></tr>" for label, value in pairs)
    return Around(before=f"<table class='info'>{rows}</table>")


def _table_below(core: Core, facts: Facts) -> Around:
    """Labels in the first row, values in the second."""
    rows = _rows(
        ("索引号", "信息分类", "发布机构", "发文日期", "文号", "关键词"),
        (facts.index, "年度报告", facts.source, day(facts), "", "年报"),
    )
    return Around(before=f"<table border='1'>{rows}</table>")


def _table_titled(core: Core, facts: Facts) -> Around:
    """The name of the document is the last row, right above the title."""
    rows = _rows(("发布机构", facts.source, "公开日期", day(facts)), ("标题：", core.title, "", ""))
    return Around(before=f"<table>{rows}</table>")


def _table_office(core: Core, facts: Facts) -> Around:
    """An office published it, which is not the body whose report it is."""
    rows = _rows(("索引号：", facts.index, "发布机构：", facts.office), ("成文日期：", "", "发布日期：", day(facts)))
    return Around(before=f"<table>{rows}</table>")


# --- lists and boxes --------------------------------------------------------------------------------------


def _definitions(core: Core, facts: Facts) -> Around:
    pairs = (("索引号", facts.index), ("发布机构", facts.source), ("发布日期", day(facts)), ("有效性", "有效"))
    return Around(before=f"<dl>{''.join(f'<dt>{a}</dt><dd>{b}</dd>' for a, b in pairs)}</dl>")


def _list(core: Core, facts: Facts) -> Around:
    pairs = (
        ("索 引 号", facts.index),
        ("公开类别", "主动公开"),
        ("发布机构", facts.source),
        ("发布时间", moment(facts)),
    )
    return Around(before=f"<ul class='xl'>{''.join(f'<li><b>{a}：</b><span>{b}</span></li>' for a, b in pairs)}</ul>")


def _boxes(core: Core, facts: Facts) -> Around:
    """Label and value in boxes of their own: copied, each is a line."""
    pairs = (("文件名称", core.title), ("索引号", facts.index), ("发布机构", facts.source), ("公开日期", day(facts)))
    made = "".join(f'<div class="lb">{a}</div><div class="val">{b}</div>' for a, b in pairs)
    return Around(before=f'<div class="attr">{made}</div>')


def _document_number(core: Core, facts: Facts) -> Around:
    number = f"浦办发〔{facts.year + 1}〕{facts.clicks % 90 + 1}号"
    return Around(
        before=f"<div><p>文　　号：{number}</p><p>主题分类：政务公开</p><p>体裁分类：报告</p><p>公开方式：主动公开</p>"
        f"<p>公开时限：长期公开</p><p>责任部门：{facts.source}</p></div>"
    )


# --- lines ------------------------------------------------------------------------------------------------


def _line(core: Core, facts: Facts) -> Around:
    words = f"发布时间：{moment(facts)}&nbsp;&nbsp;来源：{facts.source}&nbsp;&nbsp;浏览次数：{facts.clicks}"
    return Around(between=f'<p class="info">{words}</p>')


def _line_above(core: Core, facts: Facts) -> Around:
    words = f"索引号：{facts.index}　发布机构：{facts.source}　发布日期：{day(facts)}　文号："
    return Around(before=f"<p>{words}</p>")


def _line_bars(core: Core, facts: Facts) -> Around:
    words = f"{day(facts)} | 来源：{facts.source} | 作者：{facts.editor} | 点击：{facts.clicks}"
    return Around(between=f"<div>{words}</div>")


def _line_brackets(core: Core, facts: Facts) -> Around:
    return Around(between=f"<p>【发布时间】{moment(facts)}【来源】{facts.source}【字体：大 中 小】</p>")


def _lines(core: Core, facts: Facts) -> Around:
    """Several pairs on each line, without colons."""
    return Around(
        before=f"<p>索 引 号 {facts.index} 发布机构 {facts.source}</p>"
        f"<p>公开目录 年度报告 发布日期 {moment(facts)}</p><p>名  称 {core.title}</p>"
    )


def _line_next(core: Core, facts: Facts) -> Around:
    """The value stands on the line below its label."""
    return Around(before=f"<p>发布日期：</p><p>{day(facts)}</p><p>发布机构：</p><p>{facts.source}</p><p>信息名称：</p>")


def _date_alone(core: Core, facts: Facts) -> Around:
    return Around(between=f'<time datetime="{day(facts)}">{day(facts)}</time>')


def _date_slashes(core: Core, facts: Facts) -> Around:
    date, time = facts.published, facts.published_time
    return Around(between=f"<p>时间：{date.year}/{date.month}/{date.day} {time:%H:%M}:00　编辑：{facts.editor}</p>")


def _date_words(core: Core, facts: Facts) -> Around:
    date = facts.published
    return Around(between=f"<p>公开日期：{date.year}年{date:%m}月{date:%d}日　信息来源：{facts.source}</p>")


def _date_brackets(core: Core, facts: Facts) -> Around:
    return Around(between=f"<span>[ {moment(facts)} ]</span><span>阅读{facts.clicks:,}次</span>")


def _editors(core: Core, facts: Facts) -> Around:
    return Around(
        between=f"<p>来源：{facts.source}　作者：{facts.editor}　责任编辑：{facts.editor}　审核：{facts.editor}</p>"
    )


def _counters(core: Core, facts: Facts) -> Around:
    return Around(between=f"<p>阅读{facts.clicks:,}次　点击数：{facts.clicks + 7}　今日访问：{facts.clicks % 60}</p>")


# --- the head of the file ---------------------------------------------------------------------------------


def _meta_tags(core: Core, facts: Facts) -> Around:
    names = {
        "SiteName": facts.site,
        "SiteDomain": f"www.{facts.domain}",
        "SiteIDCode": facts.code,
        "ColumnName": "政府信息公开年报",
        "ColumnType": "信息公开",
        "ArticleTitle": core.title,
        "PubDate": moment(facts),
        "ContentSource": facts.source,
        "Keywords": "年报,公开",
    }
    tags = "".join(f'<meta name="{name}" content="{value}">\n' for name, value in names.items())
    return Around(meta=tags)


def _meta_of_template(core: Core, facts: Facts) -> Around:
    """Tags of the column, not of the article: the date is that of the template."""
    tags = (
        f'<meta name="keywords" content="{facts.site},政务公开,{facts.others[0]}"><meta name="description" '
        f'content="{facts.site}{facts.clock.year}年重点工作"><meta name="generator" content="CMS {facts.clock.year}.3">'
    )
    return Around(meta=tags)


SHAPES = (
    Shape("metadata-four-columns", _table_four, _BLOCK),
    Shape("metadata-blanks-in-labels", _table_blanks, _BLOCK),
    Shape("metadata-two-columns", _table_two, _BLOCK),
    Shape("metadata-row-headers", _table_heads, _BLOCK),
    Shape("metadata-values-below", _table_below, _BLOCK),
    Shape("metadata-title-last", _table_titled, frozenset({"origin", "published"})),
    Shape("metadata-of-an-office", _table_office, frozenset({"origin", "published", "index_number", "author"})),
    Shape("metadata-definitions", _definitions, _BLOCK),
    Shape("metadata-list", _list, _BLOCK | {"published_time"}),
    Shape("metadata-boxes", _boxes, _BLOCK),
    Shape("document-number", _document_number, frozenset({"origin"})),
    Shape("line-of-pairs", _line, _LINE),
    Shape("line-above-title", _line_above, _BLOCK),
    Shape("line-with-bars", _line_bars, frozenset({"origin", "published"})),
    Shape("line-with-brackets", _line_brackets, _LINE),
    Shape("lines-without-colons", _lines, _BLOCK | {"published_time"}),
    Shape("values-on-the-next-line", _line_next, frozenset({"origin", "published"})),
    Shape("date-alone", _date_alone, frozenset({"published"})),
    Shape("date-with-slashes", _date_slashes, frozenset({"published", "published_time"})),
    Shape("date-in-characters", _date_words, frozenset({"origin", "published"})),
    Shape("date-in-brackets", _date_brackets, frozenset({"published", "published_time"})),
    Shape("editors-line", _editors, frozenset({"origin"})),
    Shape("counters", _counters),
    Shape("meta-tags", _meta_tags, _LINE | {"host.name", "host.website_identification_code", "url"}, media=HTML),
    Shape("meta-tags-of-the-column", _meta_of_template, media=HTML),
)
