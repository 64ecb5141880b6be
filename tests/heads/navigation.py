"""Menus, breadcrumbs, trees of columns, and cells of layout tables beside a report."""

from tests.heads.cores import Core
from tests.heads.facts import Facts
from tests.heads.shape import Around, Shape

__all__ = ["MENU", "SHAPES", "links"]

#: The main menu of a site.
MENU = ("首页", "新闻动态", "政务公开", "办事服务", "数据发布", "互动交流", "政民互动")
_COLUMNS = ("政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报", "依申请公开")


def links(words: tuple[str, ...], tag: str = "li", between: str = "") -> str:
    """Links, each in an element of its own."""
    made = (f'<{tag}><a href="/col/{at}/index.html">{word}</a></{tag}>' for at, word in enumerate(words, 201))
    return between.join(made)


# --- menus ------------------------------------------------------------------------------------------------


def _menu_list(core: Core, facts: Facts) -> Around:
    return Around(before=f'<div class="nav"><ul>{links(MENU)}</ul></div>')


def _menu_nested(core: Core, facts: Facts) -> Around:
    below = f"<ul>{links(('领导之窗', '机构职能', '政策文件', '财政信息', *_COLUMNS))}</ul>"
    more = f"<ul>{links(('市长信箱', '在线访谈', '意见征集', '网上调查'))}</ul>"
    return Around(before=f"<ul><li><a>首页</a></li><li><a>政务公开</a>{below}</li><li><a>政民互动</a>{more}</li></ul>")


def _menu_bar(core: Core, facts: Facts) -> Around:
    return Around(before=f'<div id="menu">{links(MENU, "span", " | ")}</div>')


def _menu_words(core: Core, facts: Facts) -> Around:
    """Items without links, the last of them right above the title."""
    return Around(before="".join(f"<p>{word}</p>" for word in ("网站首页", "信息公开", "网上办事", "公众参与")))


def _menu_spaced(core: Core, facts: Facts) -> Around:
    return Around(before=f"<div>{'　　'.join(MENU)}</div>")


def _menu_below(core: Core, facts: Facts) -> Around:
    """The menu of a telephone's page, which stands between title and text."""
    return Around(between=f'<div class="tab">{links(("公开指南", "公开制度", "公开年报"), "span")}</div>')


def _menu_of_departments(core: Core, facts: Facts) -> Around:
    """Other bodies of the county, one link each, as the column's filter."""
    return Around(before=f'<div class="bm"><h4>县级部门</h4><ul>{links(facts.others)}</ul></div>')


def _tree(core: Core, facts: Facts) -> Around:
    cells = f'<ul class="ztree">{links(_COLUMNS)}</ul>'
    return Around(
        before=f'<aside><h3>政府信息公开</h3>{cells}</aside><section><div class="con">',
        after="</div></section>",
    )


def _layout_cell(core: Core, facts: Facts) -> Around:
    """Old sites: a table whose first cell is the menu, and whose second is the report."""
    menu = "<br>".join(f'<a href="#">{word}</a>' for word in _COLUMNS)
    return Around(
        before=f'<table width="980"><tr><td width="200" valign="top">{menu}</td><td valign="top">',
        after="</td></tr></table>",
    )


def _layout_three(core: Core, facts: Facts) -> Around:
    """Three columns: bodies at the left, the report, and the latest news at the right."""
    news = "".join(f"<p>·{words}</p>" for words in facts.news)
    bodies = "".join(f"<tr><td>{body}</td></tr>" for body in facts.others)
    return Around(
        before=f'<table width="1000" cellpadding="0"><tr><td><table><tr><th>部门导航</th></tr>{bodies}</table></td>'
        '<td class="content">',
        after=f"</td><td><b>最新信息</b>{news}</td></tr></table>",
    )


def _layout_rows(core: Core, facts: Facts) -> Around:
    """The name of the column and the title are rows of the table that holds the report."""
    return Around(
        before='<table align="center" width="90%"><tbody><tr><td class="lm">政府信息公开年报</td></tr><tr><td>',
        between="</td></tr><tr><td>",
        after="</td></tr><tr><td>【关闭窗口】</td></tr></tbody></table>",
    )


# --- breadcrumbs ------------------------------------------------------------------------------------------


def _crumb_angle(core: Core, facts: Facts) -> Around:
    return Around(before="<div>当前位置：<a>首页</a> &gt; <a>政务公开</a> &gt; <a>政府信息公开年报</a> &gt; 正文</div>")


def _crumb_double(core: Core, facts: Facts) -> Around:
    return Around(before="<p>您现在的位置： 首页 » 信息公开目录 » 年度报告 » 内容</p>")


def _crumb_slash(core: Core, facts: Facts) -> Around:
    return Around(before="<div class='path'><a>首页</a> / <a>公开</a> / <a>年报</a></div>")


def _crumb_arrow(core: Core, facts: Facts) -> Around:
    return Around(before="<div>位置: 网站首页 -&gt; 政务公开 -&gt; 年报 -&gt; 正文</div>")


def _crumb_list(core: Core, facts: Facts) -> Around:
    return Around(
        before=f'<ol class="breadcrumb">{links(("首页", "政务公开", "公开年报"))}<li class="active">正文</li></ol>'
    )


def _crumb_of_years(core: Core, facts: Facts) -> Around:
    """The last crumb is a year, and not the year of the report: reports are filed by the year of publication."""
    return Around(before=f"<div>首页 &gt; 政府信息公开年报 &gt; {facts.year + 1}年 &gt; 市直部门</div>")


def _crumb_of_site(core: Core, facts: Facts) -> Around:
    """The crumbs of a portal above the report of one of its bodies."""
    return Around(before=f"<div>当前位置：{facts.site}&gt;部门信息公开目录&gt;{core.publisher}&gt;年报</div>")


def _crumb_with_title(core: Core, facts: Facts) -> Around:
    return Around(before=f"<div>您所在的位置：首页 &gt; 年度报告 &gt; {core.title}</div>")


def _crumb_cut_title(core: Core, facts: Facts) -> Around:
    """The title in the crumbs is cut short."""
    return Around(before=f"<div>首页&gt;年报&gt;{core.title[:12]}...</div>")


SHAPES = (
    Shape("menu-list", _menu_list),
    Shape("menu-nested", _menu_nested),
    Shape("menu-bar", _menu_bar),
    Shape("menu-words", _menu_words),
    Shape("menu-spaced", _menu_spaced),
    Shape("menu-below-title", _menu_below),
    Shape("menu-of-departments", _menu_of_departments),
    Shape("tree-of-columns", _tree),
    Shape("layout-cell-menu", _layout_cell),
    Shape("layout-three-columns", _layout_three),
    Shape("layout-rows", _layout_rows),
    Shape("crumbs-angle", _crumb_angle),
    Shape("crumbs-double-angle", _crumb_double),
    Shape("crumbs-slash", _crumb_slash),
    Shape("crumbs-arrow", _crumb_arrow),
    Shape("crumbs-as-list", _crumb_list),
    Shape("crumbs-of-years", _crumb_of_years),
    Shape("crumbs-of-a-portal", _crumb_of_site),
    Shape("crumbs-with-the-title", _crumb_with_title),
    Shape("crumbs-with-a-cut-title", _crumb_cut_title),
)
