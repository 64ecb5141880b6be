"""Report years from 2021 on: six sections by the Regulations of 2019, and the form of 2021 with its three tables.

The tables were seen complete in real reports. Which bodies make rules (规章) rests on general knowledge.
"""

from typing import Annotated, ClassVar

import attrs

from govdisclosure.cell import Amount, Count
from govdisclosure.declare import Balance, Block, Carry, Change, Column, ImpossibleFor, Linear, Row, Stated, Sum
from govdisclosure.forms.cn import requests as shared
from govdisclosure.forms.cn.requests import Applicants, Challenges, Denied, NotProcessed, Outcomes, Unable
from govdisclosure.forms.cn.y2019 import CONTENTS, DEADLINES
from govdisclosure.model import AdministrativeLevel, BodyKind, Statistics, Unit
from govdisclosure.vintage import Vintage

__all__ = ["CN2021", "VINTAGE"]

CONTENT = "信息内容"
ITEM_1, ITEM_5 = Block("第二十条第（一）项", CONTENT), Block("第二十条第（五）项", CONTENT)
ITEM_6, ITEM_8 = Block("第二十条第（六）项", CONTENT), Block("第二十条第（八）项", CONTENT)


@attrs.frozen(kw_only=True)
class Documents:
    """Rules or administrative normative documents. Unit: 件."""

    issued: Annotated[Count, Column("本年制发件数")]
    repealed: Annotated[Count, Column("本年废止件数")]
    in_force: Annotated[Count, Column("现行有效件数", aliases=("现行有效件", "现行有效件数（历史累计）"))]


@attrs.frozen(kw_only=True)
class Decisions:
    """Decisions made in the year. Unit: 件."""

    decisions: Annotated[Count, Column("本年处理决定数量")]


@attrs.frozen(kw_only=True)
class Fees:
    """Administrative fees collected in the year. Unit: 万元."""

    amount: Annotated[Amount, Column("本年收费金额（单位：万元）", unit=Unit.CNY_10K)]


@attrs.frozen(kw_only=True)
class Proactive:
    """Section two: information disclosed by art. 20 of the Regulations of 2019."""

    regulations: Annotated[Documents, Row("规章", block=ITEM_1, aliases=("规章（县级无此项）",))]
    normative_documents: Annotated[Documents, Row("行政规范性文件", block=ITEM_1, aliases=("规范性文件",))]
    licensing: Annotated[Decisions, Row("行政许可", block=ITEM_5)]
    punishment: Annotated[Decisions, Row("行政处罚", block=ITEM_6)]
    coercion: Annotated[Decisions, Row("行政强制", block=ITEM_6)]
    fees: Annotated[Fees, Row("行政事业性收费", block=ITEM_8)]


@attrs.frozen(kw_only=True)
class OtherHandling:
    """Requests handled otherwise."""

    not_corrected: Annotated[
        Applicants,
        Row("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", aliases=("1.逾期不补正",)),
    ]
    fee_unpaid: Annotated[
        Applicants,
        Row("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", aliases=("2.逾期不缴费",)),
    ]
    other: Annotated[Applicants, Row("3.其他")]


@attrs.frozen(kw_only=True)
class Results:
    """Requests by result in the year. Some reports print other handling in one row, as the form of 2019 did."""

    granted: Annotated[Applicants, Row("（一）予以公开")]
    partly_granted: Annotated[Applicants, Row("（二）部分公开（区分处理的，只计这一情形，不计其他情形）")]
    denied: Annotated[Denied, Row("（三）不予公开")]
    unable: Annotated[Unable, Row("（四）无法提供")]
    not_processed: Annotated[NotProcessed, Row("（五）不予处理")]
    other: Annotated[OtherHandling | None, Row("（六）其他处理")]
    other_undivided: Annotated[Applicants | None, Row("（六）其他处理", instead_of="other")]
    total: Annotated[Applicants, Row("（七）总计", aliases=("（七）合计",))]


@attrs.frozen(kw_only=True)
class Requests:
    """Section three: requests received and processed, by applicant."""

    received: Annotated[Applicants, Row("一、本年新收政府信息公开申请数量")]
    carried_in: Annotated[Applicants, Row("二、上年结转政府信息公开申请数量")]
    results: Annotated[Results, Row("三、本年度办理结果")]
    carried_out: Annotated[Applicants, Row("四、结转下年度继续办理")]


PARTS = ("granted", "partly_granted", "denied", "unable", "not_processed", "other", "other_undivided")
LOWER = (AdministrativeLevel.COUNTY, AdministrativeLevel.TOWNSHIP)


@attrs.frozen(kw_only=True)
class CN2021(Statistics):
    """The tables of the form of 2021 (国办公开办函〔2021〕30号), for report years from 2021 on."""

    FORM: ClassVar[str] = "cn-2021"
    RULES: ClassVar[tuple[Linear, ...]] = (
        Balance("requests-balance", "第一项加第二项之和，等于第三项加第四项之和", source=shared.PRINTED,
                left=("requests.received", "requests.carried_in"),
                right=("requests.results.total", "requests.carried_out")),
        Sum("results-total", "办理结果总计等于各项之和", total="total", parts=PARTS, within=Results),
        Sum("applicants-total", "总计等于各类申请人之和", total="total", parts=shared.APPLICANTS, within=Applicants),
        Sum("outcomes-total", "总计等于各种结果之和", total="total",
            parts=("upheld", "corrected", "other", "pending"), within=Outcomes),
        Carry("requests-carried", "上年结转等于上一年度报告的结转下年度继续办理", this="requests.carried_in",
              last="requests.carried_out"),
        # Amendments and documents that expire break it: a hint.
        *(Change("documents-in-force", "现行有效件数等于上年现行有效件数加本年制发减本年废止", severity="info",
                 this=(f"proactive.{row}.in_force", f"proactive.{row}.repealed"),
                 plus=(f"proactive.{row}.issued",), last=(f"proactive.{row}.in_force",))
          for row in ("regulations", "normative_documents")),
    )  # fmt: skip
    IMPOSSIBLE: ClassVar[tuple[ImpossibleFor, ...]] = (
        ImpossibleFor(code="regulations-impossible", title="县级以下机关和乡镇无权制定规章",
                      cells=("proactive.regulations",),
                      kinds=(BodyKind.TOWNSHIP,), levels=LOWER, source="立法法第九十一条、第九十三条"),
    )  # fmt: skip
    STATED: ClassVar[tuple[Stated, ...]] = shared.STATED

    proactive: Annotated[Proactive, shared.PROACTIVE]
    requests: Annotated[Requests, shared.REQUESTS]
    challenges: Annotated[Challenges, shared.CHALLENGES]


VINTAGE = Vintage(
    id="cn-2021", country="CN", language="zh-Hans", title="政府信息公开工作年度报告（2021年起）", years=(2021, None),
    sources=("政府信息公开条例（国务院令第711号，2019年修订）", "国办公开办函〔2021〕30号"),
    contents=CONTENTS, deadlines=DEADLINES, statistics=CN2021,
)  # fmt: skip
