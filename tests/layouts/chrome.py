"""What content systems put around an article. Five families, each with its own way to name the same things."""

from random import Random

import attrs
from tests.layouts.kind import Kind
from tests.layouts.page import Page

__all__ = ["KINDS"]

_HTML = frozenset({"html"})
_MENU = ("首页", "走进本地", "新闻中心", "政府信息公开", "政务服务", "互动交流", "数据开放")
_RELATED = (
    "关于印发年度工作要点的通知",
    "2018年政府信息公开工作年度报告",
    "部门预算公开说明（共12页）",
    "政府信息公开指南",
)


@attrs.frozen
class _Site:
    """The facts that a site prints about itself."""

    host: str
    code: str
    licence: str
    police: str
    telephone: str
    index: str
    clicks: str


def _site(page: Page, chosen: Random) -> _Site:
    code = f"{chosen.randrange(10**9, 10**10)}"
    return _Site(
        host=page.author or page.publisher,
        code=code,
        licence=f"{chosen.choice('湘鄂皖赣黔')}ICP备{chosen.randrange(10**7, 10**8)}号-{chosen.randrange(1, 4)}",
        police=f"公网安备 {chosen.randrange(10**13, 10**14)}号",
        telephone=f"0{chosen.randrange(300, 999)}-{chosen.randrange(10**6, 10**7)}",
        index=f"{code[:9]}/{page.year + 1}-{chosen.randrange(10**5):05}",
        clicks=str(chosen.randrange(10, 9999)),
    )


def _list(items: tuple[str, ...], tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="/col/{at}.html">{item}</a></{tag}>' for at, item in enumerate(items, 101))


def _meta(page: Page, site: _Site) -> str:
    names = {
        "SiteName": site.host,
        "SiteIDCode": site.code,
        "ColumnName": "政府信息公开年度报告",
        "ArticleTitle": page.title,
        "PubDate": f"{page.issued} 09:41",
        "ContentSource": site.host,
    }
    return "".join(f'<meta name="{name}" content="{words}"/>\n' for name, words in names.items())


def _columns(page: Page, chosen: Random) -> None:
    """A column site: breadcrumb, title, line of source and date, article between comments, footer."""
    site = _site(page, chosen)
    page.look.head += _meta(page, site)
    page.before = (
        f'<div class="header"><ul class="nav">{_list(_MENU)}</ul></div>\n<div class="position">您的位置：'
        f'<a href="/">首页</a>&gt;<a href="/col">政府信息公开'
        f'</a>&gt;年度报告</div>\n<div class="main-title">{page.title}</div>'
        f'<div class="xxly"><span>发布日期：{page.issued} 09:41</span><span>信息来源：{site.host}</span>'
        f'<span>浏览次数：<script>document.write("{site.clicks}")</script>'
        f"</span><span>字体：[<a>大</a> <a>中</a> <a>小</a>]</span>"
        '</div>\n<div id="zoom"><!--ZJEG_RSS.content.begin--><meta name="ContentStart">'
    )
    page.after = (
        '<meta name="ContentEnd"><!--ZJEG_RSS.content.end--></div>\n<div class="share bdsharebuttonbox">分享到：'
        f'<a>微信</a><a>微博</a></div><div class="related"><h4>相关文档'
        f"</h4><ul>{_list(_RELATED)}</ul></div>{_footer(site)}"
    )


def _footer(site: _Site) -> str:
    return (
        f'<div class="footer"><p>主办单位：{site.host}　承办：信息中心'
        f"</p><p>联系电话：{site.telephone}　网站标识码：{site.code}</p>"
        f"<p>{site.licence}　<img src='/ga.png'/>{site.police}</p><a>网站地图</a>|<a>关于我们</a></div>\n"
    )


def _index_table(page: Page, chosen: Random) -> None:
    """A disclosure column: the table of index number, body and dates stands before the article."""
    site = _site(page, chosen)
    page.look.head += '<link rel="stylesheet" href="/gkml/xxgk.css">\n'
    page.before = (
        f'<div class="wrap"><table class="xxgk-table" width="100%"><tr><td>索 引 号：</td><td>{site.index}</td>'
        f"<td>主题分类：</td><td>综合政务 / 政务公开</td></tr><tr>"
        f"<td>发布机构：</td><td>{site.host}</td><td>成文日期：</td>"
        f"<td>{page.issued}</td></tr><tr><td>标　　题：</td><td colspan=3>{page.title}</td></tr><tr><td>文　　号：</td>"
        f"<td></td><td>发布日期：</td><td>{page.issued}</td></tr><tr>"
        f"<td>有 效 性：</td><td>有效</td><td>主题词：</td><td>2</td>"
        '</tr></table><div class="article"><div class="TRS_Editor">'
    )
    page.after = (
        '</div></div><div class="tools"><a onclick="window.print()">【打印】</a><a>【关闭】</a></div>'
        f'<table class="fujian"><tr><td>附件：</td><td>'
        f'<a href="/a.pdf">1. 年度报告.pdf（1.2MB）</a></td></tr></table></div>{_footer(site)}'
    )


def _tables_site(page: Page, chosen: Random) -> None:
    """An old site laid out in tables, menus and footer included."""
    site = _site(page, chosen)
    menu = "".join(f'<td align="center"><a href="#">{item}</a></td><td>|</td>' for item in _MENU)
    page.before = (
        f'<table width="1000" border="0" align="center"><tr><td colspan="2">'
        f'<img src="/top.jpg" height="120"></td></tr></table>'
        f'<table width="1000" bgcolor="#c00"><tr>{menu}</tr></table><table width="1000"><tr><td width="30">&nbsp;</td>'
        f"<td>当前位置：首页 &gt;&gt; 年度报告</td><td>今天是 {page.issued[:4]}年3月12日</td></tr></table>\n"
        f'<table width="1000" align="center"><tr><td class="title">{page.title}'
        f"</td></tr><tr><td>发布时间：{page.issued} "
        f"来源：{site.host} 点击数：{site.clicks}</td></tr><tr><td class=content>"
    )
    page.after = (
        '</td></tr></table>\n<table width="1000" class="foot"><tr><td>'
        f"主办：{site.host} 电话：{site.telephone}<br>{site.licence} {site.police}<br>网站标识码：{site.code}<br>"
        f"您是第<font color=red>{chosen.randrange(10**6)}</font>位访客</td></tr></table>\n"
    )


def _sidebar(page: Page, chosen: Random) -> None:
    """A disclosure platform: tree of columns at the side, article in the middle, related years below."""
    site = _site(page, chosen)
    years = "".join(
        f"<li><a>{page.publisher}{year}年政府信息公开工作年度报告</a><i>{year + 1}-01-2{year % 10}</i></li>"
        for year in range(page.year - 1, page.year - 5, -1)
    )
    page.before = (
        f'<aside class="tree"><ul><li>政府信息公开指南</li><li>政府信息公开制度'
        f"<ul>{_list(_RELATED)}</ul></li><li>法定主动公开内容"
        f'</li><li class="cur">政府信息公开年报</li></ul></aside><main><nav>{_list(_MENU, "span")}</nav>'
        f'<article><header><h2>{page.title}</h2><time datetime="{page.issued}">{page.issued}</time>'
        f'<em>来源：{site.host}</em></header><section class="art-con ucap-content"><ucapcontent>'
    )
    page.after = (
        f"</ucapcontent></section></article><section class='years'><h5>历年年报</h5><ul>{years}</ul></section></main>"
        f"<footer><p>版权所有：{site.host}</p><p>{site.licence} | {site.police} | 网站标识码 {site.code}</p></footer>\n"
    )


def _scripts(page: Page, chosen: Random) -> None:
    """A page that is mostly scripts and templates, with numbers and tables in them."""
    site = _site(page, chosen)
    page.look.head += (
        '<style>td{padding:3px} .t0{display:none}</style><script>var rows="'
        "<table><tr><td>一、本年新收政府信息公开申请数量</td>"
        f'<td>{site.clicks}</td></tr></table>";</script>\n<noscript>请开启脚本</noscript>'
    )
    page.before = (
        '<template><table><tr><td>{{label}}</td><td>{{value}}</td></tr></table></template><div id="app" class="pc">'
        f'<h1 class="t">{page.title}</h1><div class="info">{page.issued}'
        f"　{site.host}　阅读量 {site.clicks}</div><div v-html>"
    )
    page.after = f'</div></div><textarea style="display:none">行政处罚 {site.clicks}</textarea>{_footer(site)}'


KINDS = (
    Kind("site-columns", "site", _columns, media=_HTML),
    Kind("site-index-table", "site", _index_table, media=_HTML),
    Kind("site-of-tables", "site", _tables_site, media=_HTML),
    Kind("site-sidebar", "site", _sidebar, media=_HTML),
    Kind("site-of-scripts", "site", _scripts, media=_HTML),
)
