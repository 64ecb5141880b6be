"""Report years 2019 and 2020: six sections by the Regulations of 2019, and the trial form with its three tables.

The tables were seen complete in real reports of both years. That the change of last year's items gives this
year's rests on general knowledge.
"""

from typing import Annotated, ClassVar

import attrs

from govdisclosure.cell import Amount, Count, SignedCount
from govdisclosure.declare import AtMost, Balance, Block, Carry, Change, Column, Linear, Row, Stated, Sum
from govdisclosure.finding import Severity
from govdisclosure.forms.cn import requests as shared
from govdisclosure.forms.cn.requests import Applicants, Challenges, Denied, NotProcessed, Outcomes, Unable
from govdisclosure.model import BodyKind, SectionKind, Statistics, Unit
from govdisclosure.vintage import Content, Deadline, Vintage

__all__ = ["CN2019", "CONTENTS", "DEADLINES", "VINTAGE"]

CONTENT = "信息内容"
ITEM_1, ITEM_5 = Block("第二十条第（一）项", CONTENT), Block("第二十条第（五）项", CONTENT)
ITEM_6, ITEM_8 = Block("第二十条第（六）项", CONTENT), Block("第二十条第（八）项", CONTENT)
ITEM_9 = Block("第二十条第（九）项", CONTENT)


@attrs.frozen(kw_only=True)
class Documents:
    """Rules or normative documents. Unit: 件."""

    made: Annotated[Count, Column("本年新制作数量")]
    newly_disclosed: Annotated[Count, Column("本年新公开数量")]
    disclosed_total: Annotated[Count, Column("对外公开总数量")]


@attrs.frozen(kw_only=True)
class Powers:
    """Powers of one kind and the decisions made. Units: 项, 件; a decrease is negative."""

    items_last_year: Annotated[Count, Column("上一年项目数量", unit=Unit.MATTER, of_year=-1)]
    items_change: Annotated[SignedCount, Column("本年增/减", unit=Unit.MATTER)]
    decisions: Annotated[Count, Column("处理决定数量")]


@attrs.frozen(kw_only=True)
class FeeItems:
    """Administrative fees, by item. Unit: 项; a decrease is negative."""

    items_last_year: Annotated[Count, Column("上一年项目数量", unit=Unit.MATTER, of_year=-1)]
    items_change: Annotated[SignedCount, Column("本年增/减", unit=Unit.MATTER)]


@attrs.frozen(kw_only=True)
class Procurement:
    """Centralized procurement. Units: 项; 万元, whatever unit the cell itself prints."""

    projects: Annotated[Count, Column("采购项目数量", unit=Unit.MATTER)]
    amount: Annotated[Amount, Column("采购总金额", unit=Unit.CNY_10K, aliases=("采购总金额（万元）",))]


@attrs.frozen(kw_only=True)
class Proactive:
    """Section two: information disclosed by art. 20 of the Regulations of 2019."""

    regulations: Annotated[Documents, Row("规章", block=ITEM_1)]
    normative_documents: Annotated[Documents, Row("规范性文件", block=ITEM_1)]
    licensing: Annotated[Powers, Row("行政许可", block=ITEM_5)]
    other_services: Annotated[Powers, Row("其他对外管理服务事项", block=ITEM_5)]
    punishment: Annotated[Powers, Row("行政处罚", block=ITEM_6)]
    coercion: Annotated[Powers, Row("行政强制", block=ITEM_6)]
    fees: Annotated[FeeItems, Row("行政事业性收费", block=ITEM_8)]
    procurement: Annotated[Procurement, Row("政府集中采购", block=ITEM_9)]


@attrs.frozen(kw_only=True)
class Results:
    """Requests by result in the year."""

    granted: Annotated[Applicants, Row("（一）予以公开")]
    partly_granted: Annotated[Applicants, Row("（二）部分公开（区分处理的，只计这一情形，不计其他情形）")]
    denied: Annotated[Denied, Row("（三）不予公开")]
    unable: Annotated[Unable, Row("（四）无法提供")]
    not_processed: Annotated[NotProcessed, Row("（五）不予处理")]
    other: Annotated[Applicants, Row("（六）其他处理")]
    total: Annotated[Applicants, Row("（七）总计", aliases=("（七）合计",))]


@attrs.frozen(kw_only=True)
class Requests:
    """Section three: requests received and processed, by applicant."""

    received: Annotated[Applicants, Row("一、本年新收政府信息公开申请数量")]
    carried_in: Annotated[Applicants, Row("二、上年结转政府信息公开申请数量")]
    results: Annotated[Results, Row("三、本年度办理结果")]
    carried_out: Annotated[Applicants, Row("四、结转下年度继续办理")]


PARTS = ("granted", "partly_granted", "denied", "unable", "not_processed", "other")


@attrs.frozen(kw_only=True)
class CN2019(Statistics):
    """The tables of the form of 2019 (国办公开办函〔2019〕60号), for report years 2019 and 2020."""

    FORM: ClassVar[str] = "cn-2019"
    RULES: ClassVar[tuple[Linear, ...]] = (
        AtMost("documents-disclosed", "本年新公开数量不超过对外公开总数量", part="newly_disclosed",
               whole="disclosed_total", within=Documents),
        Balance("requests-balance", "第一项加第二项之和，等于第三项加第四项之和", source=shared.PRINTED,
                left=("requests.received", "requests.carried_in"),
                right=("requests.results.total", "requests.carried_out")),
        Sum("results-total", "办理结果总计等于各项之和", total="total", parts=PARTS, within=Results),
        Sum("applicants-total", "总计等于各类申请人之和", total="total", parts=shared.APPLICANTS, within=Applicants),
        Sum("outcomes-total", "总计等于各种结果之和", total="total",
            parts=("upheld", "corrected", "other", "pending"), within=Outcomes),
        Carry("requests-carried", "上年结转等于上一年度报告的结转下年度继续办理", this="requests.carried_in",
              last="requests.carried_out"),
        *(Change("items-last-year", "上一年项目数量等于上一年度报告的项目数量加增减",
                 this=(f"proactive.{row}.items_last_year",),
                 last=(f"proactive.{row}.items_last_year", f"proactive.{row}.items_change"))
          for row in ("licensing", "other_services", "punishment", "coercion", "fees")),
    )  # fmt: skip
    STATED: ClassVar[tuple[Stated, ...]] = shared.STATED

    proactive: Annotated[Proactive, shared.PROACTIVE]
    requests: Annotated[Requests, shared.REQUESTS]
    challenges: Annotated[Challenges, shared.CHALLENGES]


ARTICLE_49 = "政府信息公开条例（国务院令第711号，2019年修订）第四十九条"
ARTICLE_50 = "政府信息公开条例（国务院令第711号，2019年修订）第五十条"

KINDS = (SectionKind.OVERVIEW, SectionKind.PROACTIVE, SectionKind.ON_REQUEST, SectionKind.REVIEW_LITIGATION)
CONTENTS = tuple(
    Content(kind=kind, source=ARTICLE_50) for kind in (*KINDS, SectionKind.PROBLEMS, SectionKind.OTHER_MATTERS)
)
DEADLINES = (
    Deadline(kinds=(BodyKind.GOVERNMENT,), month=3, day=31, source=ARTICLE_49),
    Deadline(kinds=(BodyKind.DEPARTMENT,), month=1, day=31, source=ARTICLE_49),
    # The article does not name townships; most publish in January.
    Deadline(kinds=(BodyKind.TOWNSHIP,), month=1, day=31, source=ARTICLE_49, severity=Severity.WARNING),
)

VINTAGE = Vintage(
    id="cn-2019", country="CN", language="zh-Hans", title="政府信息公开工作年度报告（2019—2020年）", years=(2019, 2020),
    sources=("政府信息公开条例（国务院令第711号，2019年修订）", "国办公开办函〔2019〕60号"),
    contents=CONTENTS, deadlines=DEADLINES, statistics=CN2019,
)  # fmt: skip
