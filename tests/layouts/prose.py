"""The text around the tables, and tables that have nothing to do with the form."""

from random import Random

from tests.layouts.drafts import NUMERALS
from tests.layouts.kind import Kind
from tests.layouts.page import Cell, Line, Page, Prose, Sheet
from tests.layouts.words import NOTICES

__all__ = ["KINDS", "plain_table"]

_STATUTORY = frozenset({"cn-2019", "cn-2021"})


def plain_table(rows: list[list[str]]) -> Sheet:
    """A table of texts, none of which the form knows."""
    lines = [Line(cells=[Cell(text=text, role="other") for text in row], head=i == 0) for i, row in enumerate(rows)]
    return Sheet(lines=lines, width=len(rows[0]))


def _headings(page: Page) -> list[Prose]:
    return [block for block in page.blocks if isinstance(block, Prose) and block.level == 1 and "、" in block.text[:3]]


def _shifted(page: Page, chosen: Random) -> None:
    """Section numbers that begin again or skip one."""
    shift = chosen.choice((-1, 1, 2))
    start = chosen.choice((1, 2, 3))
    for at, block in enumerate(_headings(page)):
        if at >= start:
            number = (at + shift if shift > 0 else at - start) % len(NUMERALS)
            block.text = f"{NUMERALS[number]}、{block.text.partition('、')[2]}"


def _other_notice(page: Page, chosen: Random) -> None:
    """The notice of another year, copied from an old report."""
    right = NOTICES[page.form.id]
    other = chosen.choice([notice for form, notice in NOTICES.items() if form != page.form.id])
    for block in page.blocks:
        if isinstance(block, Prose):
            block.text = block.text.replace(right, other)


def _untitled(page: Page, chosen: Random) -> None:
    """Tables without a heading of their own."""
    before = [page.blocks[i - 1] for i, block in enumerate(page.blocks) if isinstance(block, Sheet)]
    page.blocks = [block for block in page.blocks if not any(block is one for one in before)]


def _heading_forms(page: Page, chosen: Random) -> None:
    form = chosen.choice(("{n}.{t}", "第{n}部分　{t}", "（{n}）{t}", "{n} {t}", "{t}"))
    for block in _headings(page):
        number, _, text = block.text.partition("、")
        block.text = form.format(n=number, t=text)


def _figures(page: Page, chosen: Random) -> None:
    """Sentences before the tables that name their rows, with the figures of another year or another count."""
    sentences = (
        "上一年度，本机关新收政府信息公开申请{a}件，上年结转{b}件，予以公开{c}件，部分公开{b}件，总计{a}件。",
        "其中，自然人申请{a}件，商业企业{b}件，科研机构{c}件；行政复议结果维持{b}件，行政诉讼{c}件。",
        "规章：0件；行政规范性文件：{b}件，现行有效{c}件；行政许可{a}件，行政处罚{c}件。",
        "（单位：件）",
    )
    for at in reversed([i for i, block in enumerate(page.blocks) if isinstance(block, Sheet)]):
        figures = {name: chosen.randrange(300) for name in "abc"}
        page.blocks.insert(at, Prose(text=chosen.choice(sentences).format(**figures)))
        if chosen.random() < 0.5:
            page.blocks.insert(at + 2, Prose(text="注：表中数据含上年度结转，同比增长{b}.{c}%。".format(**figures)))


def _inserted(page: Page, chosen: Random, sheet: Sheet, title: str) -> None:
    at = chosen.choice([1, len(page.blocks)])
    page.blocks[at:at] = [Prose(text=title), sheet]


def _calendar(page: Page, chosen: Random) -> None:
    days = [str(day) for day in range(1, 32)]
    days = [""] * chosen.randrange(7) + days
    weeks = [days[at : at + 7] for at in range(0, len(days), 7)]
    rows = [list("日一二三四五六"), *(week + [""] * (7 - len(week)) for week in weeks)]
    _inserted(page, chosen, plain_table(rows), f"{page.year + 1}年{chosen.randrange(1, 13)}月")


def _budget(page: Page, chosen: Random) -> None:
    items = ("一般公共服务支出", "社会保障和就业支出", "卫生健康支出", "农林水支出", "行政事业性收费收入", "总计")
    rows = [["项目", "年初预算数", "决算数", "完成%"]]
    rows += [[item, *(f"{chosen.randrange(10**6) / 100:,.2f}" for _ in range(2)), "98.5"] for item in items]
    _inserted(page, chosen, plain_table(rows), "部门收支决算总表（单位：万元）")


def _years_compared(page: Page, chosen: Random) -> None:
    """A table of several years whose rows sound like those of the form."""
    span = [str(page.year - back) for back in (2, 1, 0)]
    names = ("新收申请数量", "上年结转", "予以公开", "不予公开", "行政复议", "行政诉讼")
    rows = [["指标", *(f"{year}年" for year in span)]]
    rows += [[name, *(str(chosen.randrange(200)) for _ in span)] for name in names]
    _inserted(page, chosen, plain_table(rows), "近三年依申请公开情况对比")


def _links(page: Page, chosen: Random) -> None:
    names = ["国务院部门网站", "省政府部门网站", "市县政府网站", "新闻媒体", "政务服务网", "12345热线"]
    chosen.shuffle(names)
    _inserted(page, chosen, plain_table([names[:3], names[3:]]), "友情链接")


def _contents(page: Page, chosen: Random) -> None:
    """A table of contents with the headings and page numbers."""
    texts = [f"{block.text}……{chosen.randrange(1, 12)}" for block in _headings(page)]
    page.blocks[1:1] = [Prose(text="目　录"), *(Prose(text=text) for text in texts)]


def _copied_chrome(page: Page, chosen: Random) -> None:
    """What stands around the article, caught by a copy of the whole page."""
    code = chosen.randrange(10**9, 10**10)
    above = (
        "当前位置：首页 > 政府信息公开 > 政府信息公开年度报告",
        f"索引号：{code}/{page.year + 1}-{chosen.randrange(10_000):05}　发布机构：{page.author or page.publisher}",
        f"发布日期：{page.issued}　浏览次数：{chosen.randrange(9999)}　字体：[大 中 小]　打印　关闭",
    )
    below = (
        "上一篇：关于公布规范性文件清理结果的通知",
        f"主办单位：{page.author or page.publisher}　标识码：{code}　电话：0{code % 700 + 300}-62{code % 99_999:05}",
        f"湘ICP备{chosen.randrange(10**7, 10**8)}号-1　湘公网安备 {code}{chosen.randrange(1000, 9999)}号",
    )
    page.blocks[:0] = [Prose(text=text) for text in above]
    page.blocks += [Prose(text=text) for text in below]


KINDS = (
    Kind("sections-shifted", "sections", _shifted, forms=_STATUTORY),
    Kind("headings-otherwise", "sections", _heading_forms, forms=_STATUTORY),
    Kind("other-notice", "notice", _other_notice),
    Kind("tables-untitled", "titles", _untitled),
    Kind("figures-in-text", "figures", _figures),
    Kind("calendar-table", "decoy", _calendar),
    Kind("budget-table", "decoy", _budget),
    Kind("years-compared", "decoy", _years_compared),
    Kind("link-table", "decoy", _links),
    Kind("contents-list", "contents", _contents, forms=_STATUTORY),
    Kind("copied-chrome", "around", _copied_chrome, media=frozenset({"text"})),
)
