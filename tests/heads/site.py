"""What a website shows on each of its pages: clocks, years, tools, names, notices, lists of other pages."""

from tests.heads.cores import Core
from tests.heads.facts import Facts
from tests.heads.metadata import day, moment
from tests.heads.navigation import links
from tests.heads.shape import HTML, Around, Shape

__all__ = ["SHAPES"]


# --- clocks and years -------------------------------------------------------------------------------------


def _date(facts: Facts) -> str:
    return f"{facts.clock.year}年{facts.clock.month}月{facts.clock.day}日"


def _clock(core: Core, facts: Facts) -> Around:
    return Around(before=f'<div class="date">今天是：{_date(facts)} {facts.weekday}</div>')


def _clock_lunar(core: Core, facts: Facts) -> Around:
    lunar = ("腊月初八", "正月十五", "八月廿三", "冬月十一")[facts.clicks % 4]
    return Around(before=f"<p>{_date(facts)} {facts.weekday} 农历乙巳年{lunar}</p>")


def _clock_script(core: Core, facts: Facts) -> Around:
    """The script and what it wrote when the page was saved."""
    script = f'<script>var d=new Date("{facts.clock}");document.write(d.getFullYear()+"年")</script>'
    return Around(before=f'<span id="clock">{script}{_date(facts)} {facts.clock_time:%H:%M:%S} {facts.weekday}</span>')


def _clock_alone(core: Core, facts: Facts) -> Around:
    """The date without a word, right above the title."""
    return Around(before=f"<div>{facts.site}</div><div>{facts.clock.isoformat()} {facts.clock_time:%H:%M}</div>")


def _weather(core: Core, facts: Facts) -> Around:
    low = facts.clicks % 9
    return Around(before=f"<div>今日天气 晴转多云 {low}℃~{low + 8}℃ 东北风3级 空气质量 优 {low + 31}</div>")


def _years(core: Core, facts: Facts) -> Around:
    """Reports by years, the one that is shown not marked."""
    items = tuple(f"{year}年" for year in facts.years)
    return Around(before=f'<div class="nd"><span>年度选择</span><ul>{links(items)}</ul></div>')


def _years_select(core: Core, facts: Facts) -> Around:
    options = "".join(f'<option value="{year}">{year}年度</option>' for year in facts.years)
    return Around(before=f"<form><select name='nd'>{options}</select><button>查询</button></form>")


def _years_line(core: Core, facts: Facts) -> Around:
    return Around(before=f"<p>{'　'.join(f'{year}年报' for year in facts.years)}</p>")


# --- tools ------------------------------------------------------------------------------------------------


def _search(core: Core, facts: Facts) -> Around:
    box = '<input type="text" value="请输入关键字" placeholder="搜索政策、服务"><a>搜索</a>'
    return Around(before=f"<div class='search'>{box}<p>热门搜索：公积金 社保 不动产 {facts.year + 1}年招聘</p></div>")


def _search_words(core: Core, facts: Facts) -> Around:
    """The hint of the search box as words of the page."""
    return Around(before="<div>请输入您要搜索的内容</div><div>站内搜索</div><div>高级检索</div>")


def _font_bar(core: Core, facts: Facts) -> Around:
    return Around(
        between="<div>字号：[<a>大</a> <a>中</a> <a>小</a>]　【打印本页】【关闭窗口】　分享到：<a>微信</a></div>"
    )


def _print_above(core: Core, facts: Facts) -> Around:
    return Around(before="<div>打印</div><div>收藏</div><div>纠错</div>")


def _accessible(core: Core, facts: Facts) -> Around:
    return Around(before=f"<div>{links(('无障碍浏览', '长者模式', '简', '繁', 'English'), 'span', ' ')}</div>")


def _login(core: Core, facts: Facts) -> Around:
    return Around(before=f"<div>您好，欢迎访问{facts.site}！ [登录] [注册] 个人中心 | 法人中心</div>")


def _notice(core: Core, facts: Facts) -> Around:
    words = "您的浏览器版本过低，为保证浏览效果，请升级到IE10以上版本或使用其他浏览器。"
    return Around(before=f"<div>{words}</div><div>本网站使用Cookie，继续浏览即表示同意。</div>")


def _banner(core: Core, facts: Facts) -> Around:
    return Around(before="<div>打开“政务通”APP，办事更方便 <a>立即打开</a></div><div>×</div>")


def _code(core: Core, facts: Facts) -> Around:
    return Around(after="<div>扫一扫在手机打开当前页</div><img src='/qr.png' alt='二维码'>")


# --- names ------------------------------------------------------------------------------------------------


def _site_heading(core: Core, facts: Facts) -> Around:
    """The site's name is the first heading; the report's title the second."""
    return Around(before=f"<h1>{facts.site}</h1>", heading="<h2>{title}</h2>")


def _site_line(core: Core, facts: Facts) -> Around:
    """The site's name in the line right above the title."""
    return Around(before=f"<div>{facts.site}</div>")


def _slogan(core: Core, facts: Facts) -> Around:
    return Around(before="<div>公开 透明 便民 高效</div><div>全心全意为人民服务</div>")


def _english(core: Core, facts: Facts) -> Around:
    return Around(before=f"<div>The People's Government Portal</div><div>www.{facts.domain}</div>")


def _bodies(core: Core, facts: Facts) -> Around:
    return Around(before="".join(f"<p>{body}</p>" for body in facts.others[:3]))


def _column_heading(core: Core, facts: Facts) -> Around:
    return Around(before="<h2>政府信息公开年报</h2>", heading="<h3>{title}</h3>")


def _column_line(core: Core, facts: Facts) -> Around:
    return Around(before="<div>政府信息公开工作年度报告</div>")


def _column_of_site(core: Core, facts: Facts) -> Around:
    """A heading that a report of the site itself might have."""
    return Around(before=f"<h1>{facts.site}信息公开平台</h1><h2>年度报告</h2>", heading="<h3>{title}</h3>")


def _logo(core: Core, facts: Facts) -> Around:
    return Around(before=f'<a href="/"><img src="/logo.png" alt="{facts.site}" title="{facts.site}"></a>', after="")


# --- other pages ------------------------------------------------------------------------------------------


def _reports(facts: Facts, end: str = "年政府信息公开工作年度报告") -> tuple[str, ...]:
    return tuple(f"{body}{facts.year + at % 3}{end}" for at, body in enumerate(facts.others))


def _list_before(core: Core, facts: Facts) -> Around:
    """Other bodies' reports in a list above."""
    return Around(before=f"<div><h4>推荐阅读</h4><ul>{links(_reports(facts))}</ul></div>")


def _list_dated(core: Core, facts: Facts) -> Around:
    news = "".join(f"<li>{words}<i>[{facts.clock.isoformat()}]</i></li>" for words in facts.news)
    return Around(before=f"<div><b>最新发布</b><ul>{news}</ul></div>")


def _related(core: Core, facts: Facts) -> Around:
    return Around(after=f"<div><h4>相关阅读</h4><ul>{links(_reports(facts))}</ul></div>")


def _neighbours(core: Core, facts: Facts) -> Around:
    before = f"{core.publisher}{facts.year - 1}年政府信息公开工作年度报告"
    return Around(after=f"<p>上一篇：<a>{before}</a></p><p>下一篇：<a>没有了</a></p>")


def _own_years(core: Core, facts: Facts) -> Around:
    """The reports of the same body for other years."""
    names = (f"{core.publisher}{year}年政府信息公开工作年度报告" for year in facts.years if year != facts.year)
    items = "".join(f"<li><a>{name}</a><span>{day(facts)}</span></li>" for name in names)
    return Around(after=f"<section><h5>历年年报</h5><ul>{items}</ul></section>")


def _attachments(core: Core, facts: Facts) -> Around:
    return Around(
        after=f"<div class='fj'><p>附件下载：</p><p>1. <a>{core.title}.docx</a>（下载{facts.clicks}次）</p>"
        f"<p>2. <a>统计表.xlsx</a></p></div>"
    )


# --- copies -----------------------------------------------------------------------------------------------


def _collector(core: Core, facts: Facts) -> Around:
    return Around(
        before=f"<p>本文由数据采集程序于{facts.clock.isoformat()}采集，仅供研究使用。</p>",
        after=f"<p>原文链接：{facts.url}</p>",
    )


def _collector_fields(core: Core, facts: Facts) -> Around:
    """Fields that a collector writes before the text it saves."""
    return Around(
        before=f"<div>URL: {facts.url}</div><div>标题: {core.title}</div><div>发布时间: {moment(facts)}</div>"
        f"<div>抓取时间: {facts.clock.isoformat()} {facts.clock_time:%H:%M:%S}</div><div>正文:</div>"
    )


def _front_matter(core: Core, facts: Facts) -> Around:
    return Around(
        before=f"<div>---</div><div>title: {core.title}</div><div>source: {facts.url}</div>"
        f"<div>crawled: {facts.clock.isoformat()}</div><div>---</div>"
    )


def _archive(core: Core, facts: Facts) -> Around:
    return Around(
        before=f"<div>您正在浏览的是网页存档，存档时间为{_date(facts)}，内容可能已经更新。</div>"
        f"<div>{facts.clicks} captures 12 Mar {facts.year + 1} - 30 Jun {facts.clock.year}</div>"
    )


def _newspaper(core: Core, facts: Facts) -> Around:
    paper = facts.site[:2]
    date = facts.published
    return Around(
        before=f"<p>《{paper}日报》 {date.year}年{date.month}月{date.day}日 第A{facts.clicks % 8 + 1}版 公告</p>",
        after=f"<p>《{paper}日报》社版权所有，未经书面授权不得复制</p>",
    )


def _library(core: Core, facts: Facts) -> Around:
    """A site on which people exchange documents."""
    return Around(
        before=f"<div>文档分类：行政公文</div><div>页数：12页　格式：docx　下载券：{facts.clicks % 9}</div>"
        f"<div>上传者：青山依旧　上传时间：{facts.clock.isoformat()}</div><div>4.{facts.clicks % 9}分</div>",
        after="<div>文档评论(0)</div><div>该文档为免费文档，您可以下载完整版</div>",
    )


def _printout(core: Core, facts: Facts) -> Around:
    """What a browser prints on the margins of its pages."""
    clock = facts.clock
    return Around(
        before=f"<p>{clock.year}/{clock.month}/{clock.day} {facts.clock_time:%H:%M}　{core.title}_{facts.site}</p>",
        after=f"<p>{facts.url}　1/9</p>",
    )


_LATE = frozenset({"published"})

SHAPES = (
    Shape("clock", _clock),
    Shape("clock-lunar", _clock_lunar),
    Shape("clock-of-a-script", _clock_script),
    Shape("clock-without-words", _clock_alone),
    Shape("weather", _weather),
    Shape("years-menu", _years),
    Shape("years-to-select", _years_select, media=HTML),
    Shape("years-in-a-line", _years_line),
    Shape("search-box", _search),
    Shape("search-hint", _search_words),
    Shape("font-bar", _font_bar),
    Shape("print-above-title", _print_above),
    Shape("accessibility", _accessible),
    Shape("login-bar", _login),
    Shape("browser-notice", _notice),
    Shape("app-banner", _banner),
    Shape("code-to-scan", _code),
    Shape("site-name-as-first-heading", _site_heading, frozenset({"host.name"})),
    Shape("site-name-above-title", _site_line, frozenset({"host.name"})),
    Shape("slogan", _slogan),
    Shape("english-name", _english),
    Shape("bodies-above-title", _bodies),
    Shape("column-as-heading", _column_heading),
    Shape("column-above-title", _column_line),
    Shape("column-of-the-site", _column_of_site, frozenset({"host.name"})),
    Shape("logo", _logo, frozenset({"host.name"}), media=HTML),
    Shape("reports-of-others-above", _list_before),
    Shape("news-above", _list_dated),
    Shape("related-below", _related),
    Shape("neighbours-below", _neighbours),
    Shape("own-reports-below", _own_years),
    Shape("attachments", _attachments),
    Shape("collector-note", _collector, frozenset({"url"})),
    Shape("collector-fields", _collector_fields, frozenset({"url", "published", "published_time"})),
    Shape("front-matter", _front_matter, frozenset({"url"})),
    Shape("archive-bar", _archive),
    Shape("newspaper", _newspaper, _LATE),
    Shape("document-library", _library),
    Shape("printed-by-a-browser", _printout, frozenset({"url"})),
)
