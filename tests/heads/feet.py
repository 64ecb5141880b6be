"""Feet of pages, and whole pages with head and foot."""

from tests.heads.cores import Core
from tests.heads.facts import Facts
from tests.heads.metadata import day, moment
from tests.heads.navigation import MENU, links
from tests.heads.shape import Around, Shape

__all__ = ["SHAPES"]

_REGISTERED = frozenset({"host.name", "host.icp_number", "host.police_record_number"})
_FOOT = _REGISTERED | {
    "host.website_identification_code",
    "host.address",
    "host.telephones",
    "host.operator",
    "host.post_code",
}


def _full(facts: Facts) -> str:
    return (
        f"<footer><p>主办单位：{facts.site}　承办单位：{facts.office}</p><p>地址：{facts.address}　"
        f"邮编：{facts.post_code}　联系电话：{facts.telephone}</p><p>网站标识码：{facts.code}　{facts.icp}　"
        f"<img src='ga.png'>{facts.police}</p><p><a>网站地图</a> | <a>关于我们</a> | <a>版权声明</a></p></footer>"
    )


def _foot(core: Core, facts: Facts) -> Around:
    return Around(after=_full(facts))


def _foot_line(core: Core, facts: Facts) -> Around:
    return Around(after=f"<div>版权所有：{facts.site} {facts.icp} {facts.police}</div>")


def _foot_table(core: Core, facts: Facts) -> Around:
    return Around(
        after=f"<table width='100%'><tr><td>主办：{facts.site}　承办：{facts.office}</td></tr><tr><td>电话："
        f"{facts.telephone}　网站标识码：{facts.code}</td></tr><tr><td>您是第{facts.clicks}位访客</td></tr></table>"
    )


def _foot_links(core: Core, facts: Facts) -> Around:
    """Links to other sites, in lists to open and in a line."""
    options = "".join(f"<option>{body}</option>" for body in facts.others)
    return Around(
        after=f"<div>友情链接：<select>{options}</select> {links(('国务院部门网站', '省政府网站'), 'span', ' ')}</div>"
        f"<ul>{links(facts.others)}</ul>"
    )


def _comments(core: Core, facts: Facts) -> Around:
    fields = "昵称：<input name='n'> 验证码：<input name='c'><textarea>请文明发言</textarea><button>提交</button>"
    return Around(
        after=f"<div><h4>我要评论</h4><form>{fields}</form><p>共{facts.clicks % 30}条评论</p><p>暂无评论</p></div>"
    )


def _responsible(core: Core, facts: Facts) -> Around:
    return Around(after=f"<p>（责任编辑：{facts.editor}）</p><p>[打印] [关闭] [返回顶部]</p>")


def _portal(core: Core, facts: Facts) -> Around:
    """A column of a portal: clock, menu, search, crumbs, metadata, tools, related reports, foot."""
    clock = f"{facts.clock.year}年{facts.clock.month}月{facts.clock.day}日 {facts.weekday}"
    return Around(
        before=f"<div>今天是：{clock}</div><div><h1>{facts.site}</h1></div><ul>{links(MENU)}</ul>"
        "<div><input placeholder='请输入关键字'>热搜：社保</div><div>当前位置：首页 &gt; 政务公开 &gt; 年报</div>"
        f"<table><tr><td>索引号：</td><td>{facts.index}</td><td>发布机构：</td><td>{facts.source}</td></tr><tr>"
        f"<td>名　称：</td><td>{core.title}</td><td>发布日期：</td><td>{day(facts)}</td></tr></table>",
        heading="<h2>{title}</h2>",
        between="<div>字体：[大 中 小] 打印</div>",
        after=f"<div>分享到：微信</div><h4>相关信息</h4><ul>{links(facts.news)}</ul>{_full(facts)}",
        window="{title}" + f"-{facts.site}",
    )


def _tables_site(core: Core, facts: Facts) -> Around:
    """A site of the first years, laid out in tables."""
    menu = "".join(f"<td><a>{word}</a></td>" for word in MENU)
    years = "".join(f"<tr><td>{year}年</td></tr>" for year in facts.years[:4])
    return Around(
        before=f"<table width=1000><tr>{menu}</tr></table><table width=1000><tr><td>您的位置：首页&gt;&gt;年报</td>"
        f"<td>{facts.clock.year}年{facts.clock.month}月{facts.clock.day}日</td></tr></table><table width=1000><tr>"
        f"<td width=160><table>{years}</table></td><td><center>",
        heading="<font size=4><b>{title}</b></font></center>",
        between=f"<div>发布时间：{moment(facts)}　点击数：{facts.clicks}</div>",
        after=f"</td></tr></table><table><tr><td>主办：{facts.site}</td></tr><tr><td>{facts.icp}</td></tr></table>",
        window=facts.site,
    )


def _telephone(core: Core, facts: Facts) -> Around:
    """The page for telephones: few words, each in a box."""
    return Around(
        before=f"<div>返回</div><div>{facts.site}</div><div>正文</div>",
        between=f"<div>{moment(facts)}</div><div>{facts.source}</div><div>A- A+</div>",
        after="<div>点赞 12</div><div>收藏</div><div>电脑版 | 手机版</div>",
        window="正文",
    )


SHAPES = (
    Shape("foot", _foot, _FOOT),
    Shape("foot-line", _foot_line, _REGISTERED),
    Shape(
        "foot-table",
        _foot_table,
        frozenset({"host.name", "host.operator", "host.telephones", "host.website_identification_code"}),
    ),
    Shape("foot-links", _foot_links),
    Shape("comments", _comments),
    Shape("editor-below", _responsible),
    Shape("whole-portal", _portal, _FOOT | {"index_number", "origin", "published"}),
    Shape(
        "whole-site-of-tables", _tables_site, frozenset({"host.name", "host.icp_number", "published", "published_time"})
    ),
    Shape("whole-telephone-page", _telephone, frozenset({"host.name", "origin", "published", "published_time"})),
)
