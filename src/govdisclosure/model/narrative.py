"""What a report says in words, and what those words state: sections, powers, metrics, channels, services."""

from decimal import Decimal
from typing import Annotated

import attrs

from govdisclosure.declare import FIRST_YEAR, LAST_YEAR, MAX_COUNT, Label, Range
from govdisclosure.model.codes import ChannelKind, PowerCategory, SectionKind, ServiceKind, Unit
from govdisclosure.model.metric_kinds import MetricKind

__all__ = [
    "Channel",
    "ExtraCategory",
    "Metric",
    "OnlineService",
    "PowerCategories",
    "PowerItem",
    "PowerList",
    "Section",
    "Year",
]

#: A calendar year that a report or a figure can speak of.
Year = Annotated[int, Range(FIRST_YEAR, LAST_YEAR)]
_Count = Annotated[int | None, Range(0, MAX_COUNT)]


@attrs.frozen(kw_only=True)
class Section:
    """A section of the narrative. ``number`` is as printed with its mark (``一、``, ``（二）``, ``3.``).

    ``paragraphs`` hold the text character for character, without the white space around each.
    Sections nest at most 8 deep.
    """

    kind: Annotated[SectionKind, Label("内容类别")]
    number: Annotated[str | None, Label("序号")] = None
    heading: Annotated[str | None, Label("标题")] = None
    paragraphs: Annotated[tuple[str, ...], Label("段落")] = ()
    subsections: Annotated[tuple["Section", ...], Label("下级标题")] = ()


@attrs.frozen(kw_only=True)
class PowerItem:
    """One administrative power, where the list itself is known. Limits are in working days."""

    name: Annotated[str, Label("权力事项名称")]
    category: Annotated[PowerCategory, Label("权力类别")]
    office: Annotated[str | None, Label("承办机构")] = None
    authority: Annotated[str | None, Label("实施主体")] = None
    procedure: Annotated[str | None, Label("办理流程")] = None
    legal_basis: Annotated[tuple[str, ...], Label("设定依据")] = ()
    statutory_limit: Annotated[Decimal | None, Label("法定时限（工作日）")] = None
    promised_limit: Annotated[Decimal | None, Label("承诺时限（工作日）")] = None
    link: Annotated[str | None, Label("链接")] = None


@attrs.frozen(kw_only=True)
class PowerCategories:
    """Number of powers (项) in each of the nine named categories and the rest; none where not stated."""

    licensing: Annotated[_Count, Label("行政许可")] = None
    punishment: Annotated[_Count, Label("行政处罚")] = None
    coercion: Annotated[_Count, Label("行政强制")] = None
    levy: Annotated[_Count, Label("行政征收")] = None
    payment: Annotated[_Count, Label("行政给付")] = None
    inspection: Annotated[_Count, Label("行政检查")] = None
    confirmation: Annotated[_Count, Label("行政确认")] = None
    reward: Annotated[_Count, Label("行政奖励")] = None
    adjudication: Annotated[_Count, Label("行政裁决")] = None
    other: Annotated[_Count, Label("其他权力")] = None


@attrs.frozen(kw_only=True)
class ExtraCategory:
    """A category of powers outside the usual ten, by its printed label. Unit: 项."""

    label: Annotated[str, Label("权力类别")]
    count: Annotated[int, Range(0, MAX_COUNT), Label("数量")]


@attrs.frozen(kw_only=True)
class PowerList:
    """The list of administrative powers (行政权力清单). Unit: 项.

    ``exhaustive`` says whether the text gives the categories as a complete list; after 等 they are not, and
    their sum then only cannot exceed the total.
    """

    total: Annotated[_Count, Label("行政权力总数")] = None
    categories: Annotated[PowerCategories, Label("分类数量")] = PowerCategories()
    extra: Annotated[tuple[ExtraCategory, ...], Label("其他类别")] = ()
    exhaustive: Annotated[bool, Label("分类完整")] = True
    items: Annotated[tuple[PowerItem, ...], Label("权力事项")] = ()


@attrs.frozen(kw_only=True)
class Metric:
    """One figure that the narrative states.

    ``value`` is an integer for counts and an exact decimal, with the printed scale, for measures (per cent,
    days, money, scores). 万 and 亿 before a classifier are in the value (26.8万条 is 268000), before 元 in the
    unit. ``counted`` are the words that name what is counted. ``part_of`` is the path of the figure that this
    one is a part of (``metrics.0``). ``of_year`` is the year that the figure speaks of. ``approximate`` says
    that the text itself does (余, 多, 近, 约, 左右, 以上).
    """

    kind: Annotated[MetricKind, Label("指标")]
    value: Annotated[int | Decimal, Label("数值")]
    unit: Annotated[Unit | None, Label("单位")] = None
    counted: Annotated[str, Label("统计对象")]
    part_of: Annotated[str | None, Label("其中项所属")] = None
    of_year: Annotated[Year | None, Label("所属年度")] = None
    approximate: Annotated[bool, Label("约数")] = False


@attrs.frozen(kw_only=True)
class Channel:
    """A channel of disclosure that the report names."""

    kind: Annotated[ChannelKind, Label("渠道类别")]
    name: Annotated[str, Label("渠道名称")]


@attrs.frozen(kw_only=True)
class OnlineService:
    """An online service that the report names."""

    kind: Annotated[ServiceKind, Label("服务类别")]
    name: Annotated[str, Label("服务名称")]
