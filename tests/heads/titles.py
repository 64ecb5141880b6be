"""How the title itself is set, and what the window and the headings above it say."""

import attrs
from tests.heads.cores import Core
from tests.heads.facts import Facts
from tests.heads.metadata import moment
from tests.heads.shape import HTML, Around, Shape

__all__ = ["SHAPES"]


def _halves(core: Core) -> tuple[str, str]:
    return core.publisher, core.title.removeprefix(core.publisher)


def _broken(core: Core, facts: Facts) -> Around:
    """Body and name of the report on a line each, in one paragraph."""
    first, second = _halves(core)
    return Around(heading=f'<p align="center"><strong>{first}<br/>{second}</strong></p>')


def _broken_below_menu(core: Core, facts: Facts) -> Around:
    """The same below items of a menu, which are as short as the name of a body."""
    return attrs.evolve(
        _broken(core, facts), before="".join(f"<p>{word}</p>" for word in ("首页", "政务公开", "公众参与"))
    )


def _broken_anywhere(core: Core, facts: Facts) -> Around:
    """The line ends where the page is full."""
    at = len(core.title) - 7
    return Around(heading=f"<h1>{core.title[:at]}<br>{core.title[at:]}</h1>")


def _two_paragraphs(core: Core, facts: Facts) -> Around:
    first, second = _halves(core)
    return Around(heading=f'<p style="text-align:center;font-size:22pt">{first}</p>'
                  f'<p style="text-align:center;font-size:22pt">{second}</p>')  # fmt: skip


def _spans(core: Core, facts: Facts) -> Around:
    """Each piece of the title in a bold span of its own, as word processors write it."""
    year = str(core.year)
    before, after = core.title.split(year, 1)
    face = '<span style="font-family:方正小标宋简体;font-size:29px"><strong>'
    end = "</strong></span>"
    return Around(heading=f'<p style="text-align:center">{face}{before}{end}{face}{year}{end}{face}{after}{end}</p>')


def _twice(core: Core, facts: Facts) -> Around:
    """The site's own heading, and the title of the document below it."""
    return Around(
        heading="<h1>{title}</h1>",
        between=f'<p>发布时间：{moment(facts)}</p><p style="text-align:center"><b>{core.title}</b></p>',
    )


def _twice_at_once(core: Core, facts: Facts) -> Around:
    return Around(before=f"<div>{core.title}</div>", heading="<div><strong>{title}</strong></div>")


def _twice_broken(core: Core, facts: Facts) -> Around:
    first, second = _halves(core)
    return Around(heading="<h2>{title}</h2>", between=f"<p align='center'>{first}<br>{second}</p>")


def _bracketed(core: Core, facts: Facts) -> Around:
    """The system writes a sign before the title in lists and crumbs, not in the heading."""
    return Around(before=f"<div>【年报】{core.title}</div>", heading="<h1>{title}</h1>")


def _window_site(core: Core, facts: Facts) -> Around:
    return Around(window="{title}" + f"_{facts.site}")


def _window_column(core: Core, facts: Facts) -> Around:
    return Around(window="政府信息公开年报-{title}-" + facts.site)


def _window_other(core: Core, facts: Facts) -> Around:
    """The words of the template, the same on every page."""
    return Around(window=f"{facts.site}-政府信息公开年报")


def _window_other_year(core: Core, facts: Facts) -> Around:
    """The words of the page from which this one was copied."""
    return Around(window=f"{facts.site}{facts.clock.year}年政府工作报告")


def _window_none(core: Core, facts: Facts) -> Around:
    return Around(window="")


def _window_empty(core: Core, facts: Facts) -> Around:
    return Around(window="信息公开详情页")


SHAPES = (
    Shape("title-in-two-lines", _broken),
    Shape("title-in-two-lines-below-a-menu", _broken_below_menu),
    Shape("title-broken-anywhere", _broken_anywhere),
    Shape("title-in-two-paragraphs", _two_paragraphs),
    Shape("title-in-spans", _spans, media=HTML | {"markdown"}),
    Shape("title-twice", _twice, frozenset({"published", "published_time"})),
    Shape("title-twice-at-once", _twice_at_once),
    Shape("title-again-in-two-lines", _twice_broken),
    Shape("title-with-a-sign-above", _bracketed),
    Shape("window-with-site", _window_site, frozenset({"host.name"}), media=HTML),
    Shape("window-with-column", _window_column, frozenset({"host.name"}), media=HTML),
    Shape("window-of-the-column", _window_other, frozenset({"host.name"}), media=HTML),
    Shape("window-of-another-page", _window_other_year, media=HTML),
    Shape("window-without-words", _window_none, media=HTML),
    Shape("window-of-a-template", _window_empty, media=HTML),
)
