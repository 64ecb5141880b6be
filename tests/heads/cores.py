"""The reports that pages are put around: as bodies write them, without anything of a page."""

from datetime import date
from functools import cache
from random import Random

import attrs
from tests.layouts.bases import form_of
from tests.layouts.drafts import draft
from tests.layouts.page import Page, Prose

__all__ = ["CORES", "Core", "core"]


@attrs.frozen(kw_only=True)
class Core:
    """A report: its title, and a page with the blocks below the title.

    ``office`` is the office that signs where it is another body than the publisher; ``issued`` the date under the
    signature, ``None`` where the report has none.
    """

    name: str
    title: str
    publisher: str
    office: str | None
    year: int
    issued: date | None
    page: Page


_NARRATIVE = (
    "根据《中华人民共和国政府信息公开条例》要求，编制本年度报告。统计期限自2014年1月1日至2014年12月31日。",
    "#一、概述",
    "一年来，本局指定专人负责信息公开工作，修订公开目录，全年召开专题会议4次。",
    "#二、主动公开政府信息情况",
    "全年主动公开政府信息216条，其中部门动态131条、公文公告85条。通过政府网站公开信息170条。",
    "清理行政权力46项，其中行政许可9项、行政处罚31项、行政强制6项。按时办结率99.10%。",
    "#三、依申请公开政府信息情况",
    "全年收到政府信息公开申请8件，其中当面申请3件、网络申请5件，均已按时答复。",
    "#四、收费及减免情况",
    "未收取费用。",
    "#五、行政复议、行政诉讼情况",
    "未发生因政府信息公开引起的行政复议和行政诉讼。",
    "#六、存在的主要问题及改进情况",
    "公开的时效有待加强。下一步将完善审核制度，举办培训班2期。",
)


def _narrative() -> Core:
    body, issued = "柳汀县林业局", date(2015, 3, 11)
    blocks = [Prose(text=text.lstrip("#"), level=int(text.startswith("#"))) for text in _NARRATIVE]
    page = Page(
        form=form_of("cn-2014"),
        year=2014,
        publisher=body,
        author=None,
        title=f"{body}2014年政府信息公开工作年度报告",
        issued=issued.isoformat(),
        blocks=[*blocks, Prose(text=body), Prose(text="2015年3月11日")],
    )
    return _core("narrative-2014", page, issued)


def _core(name: str, page: Page, issued: date | None) -> Core:
    return Core(
        name=name,
        title=page.title,
        publisher=page.publisher,
        office=page.author,
        year=page.year,
        issued=issued,
        page=page,
    )


def _drafted(form_id: str, seed: int, *, signed: bool) -> Core:
    page = draft(form_id, Random(seed))  # noqa: S311 - not for secrets
    page.blocks = page.blocks[1:]
    issued = date.fromisoformat(page.issued)
    if signed:
        page.blocks += [
            Prose(text=page.author or page.publisher),
            Prose(text=f"{issued:%Y年}{issued.month}月{issued.day}日"),
        ]
    return _core(f"{form_id}{'-signed' if signed else ''}-{seed}", page, issued if signed else None)


@cache
def _cores() -> dict[str, Core]:
    made = (
        _narrative(),
        _drafted("cn-2021", 5, signed=True),
        _drafted("cn-2019", 8, signed=False),
        _drafted("cn-2014", 2, signed=True),
        _drafted("cn-2021", 11, signed=False),
    )
    return {core.name: core for core in made}


def core(name: str) -> Core:
    """A report by its name."""
    return _cores()[name]


CORES = tuple(_cores())
