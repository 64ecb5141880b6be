"""Sections three and four of the form, whose wording 2021 kept from 2019: applicants, refusals, challenges.

Source: 国办公开办函〔2019〕60号 and 〔2021〕30号, as printed in reports by both forms.
"""

from typing import Annotated

import attrs

from govdisclosure.cell import Count
from govdisclosure.declare import Column, Reading, Row, Stated, Table
from govdisclosure.model import MetricKind, SectionKind, Unit

__all__ = [
    "APPLICANTS",
    "CHALLENGES",
    "PRINTED",
    "PROACTIVE",
    "REQUESTS",
    "STATED",
    "Applicants",
    "Challenges",
    "Denied",
    "NotProcessed",
    "Outcomes",
    "Unable",
]

#: The note in the top left cell, which is the one rule that the form itself states.
CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
PRINTED = "表格左上角所印勾稽关系"
#: The three tables with the sections in which they stand.
PROACTIVE = Table("主动公开政府信息情况", unit=Unit.PIECE, section=SectionKind.PROACTIVE)
REQUESTS = Table("收到和处理政府信息公开申请情况", CORNER, unit=Unit.PIECE, section=SectionKind.ON_REQUEST)
CHALLENGES = Table("政府信息公开行政复议、行政诉讼情况", unit=Unit.PIECE, section=SectionKind.REVIEW_LITIGATION)
WHO, BODIES, COURTS = "申请人情况", "法人或其他组织", "行政诉讼"
#: The six columns that add up to the total.
APPLICANTS = ("natural_person", "commercial", "research", "social_welfare", "legal_service", "other")


@attrs.frozen(kw_only=True)
class Applicants:
    """Requests by applicant. Unit: 件."""

    natural_person: Annotated[Count, Column("自然人", (WHO,))]
    commercial: Annotated[Count, Column("商业企业", (WHO, BODIES))]
    research: Annotated[Count, Column("科研机构", (WHO, BODIES))]
    social_welfare: Annotated[Count, Column("社会公益组织", (WHO, BODIES))]
    legal_service: Annotated[Count, Column("法律服务机构", (WHO, BODIES))]
    other: Annotated[Count, Column("其他", (WHO, BODIES))]
    total: Annotated[Count, Column("总计", (WHO,), aliases=("合计",))]


@attrs.frozen(kw_only=True)
class Denied:
    """Requests refused, by ground. Source: Regulations of 2019, art. 14 to 16."""

    state_secret: Annotated[Applicants, Row("1.属于国家秘密")]
    forbidden_by_law: Annotated[Applicants, Row("2.其他法律行政法规禁止公开")]
    security_stability: Annotated[Applicants, Row("3.危及“三安全一稳定”")]
    third_party: Annotated[Applicants, Row("4.保护第三方合法权益")]
    internal_affairs: Annotated[Applicants, Row("5.属于三类内部事务信息")]
    process: Annotated[Applicants, Row("6.属于四类过程性信息")]
    enforcement_file: Annotated[Applicants, Row("7.属于行政执法案卷")]
    query: Annotated[Applicants, Row("8.属于行政查询事项")]


@attrs.frozen(kw_only=True)
class Unable:
    """Requests that could not be met. Source: Regulations of 2019, art. 36."""

    not_held: Annotated[Applicants, Row("1.本机关不掌握相关政府信息")]
    must_create: Annotated[Applicants, Row("2.没有现成信息需要另行制作")]
    unclear: Annotated[Applicants, Row("3.补正后申请内容仍不明确")]


@attrs.frozen(kw_only=True)
class NotProcessed:
    """Requests that were not processed. Source: Regulations of 2019, art. 35, 36 and 39."""

    petition: Annotated[Applicants, Row("1.信访举报投诉类申请")]
    repeat: Annotated[Applicants, Row("2.重复申请")]
    publication: Annotated[Applicants, Row("3.要求提供公开出版物")]
    massive: Annotated[Applicants, Row("4.无正当理由大量反复申请")]
    confirm: Annotated[Applicants, Row("5.要求行政机关确认或重新出具已获取信息")]


@attrs.frozen(kw_only=True)
class Outcomes:
    """Reviews or lawsuits by result. Unit: 件."""

    upheld: Annotated[Count, Column("结果维持")]
    corrected: Annotated[Count, Column("结果纠正")]
    other: Annotated[Count, Column("其他结果")]
    pending: Annotated[Count, Column("尚未审结")]
    total: Annotated[Count, Column("总计", aliases=("合计",))]


@attrs.frozen(kw_only=True)
class Challenges:
    """Administrative reviews and lawsuits. There is no total over the two kinds of lawsuit."""

    review: Annotated[Outcomes, Column("行政复议")]
    litigation_direct: Annotated[Outcomes, Column("未经复议直接起诉", (COURTS,))]
    litigation_after_review: Annotated[Outcomes, Column("复议后起诉", (COURTS,))]


RECEIVED, CARRIED, RESULTS = "requests.received", "requests.carried_in", "requests.results"
GRANTED, PARTLY, ALL = f"{RESULTS}.granted.total", f"{RESULTS}.partly_granted.total", f"{RESULTS}.total.total"
OTHER = (f"{RESULTS}.other.total", f"{RESULTS}.other.*.total", f"{RESULTS}.other_undivided.total")
#: What each outcome is called in texts, its metric kind, and the cells that may be meant.
_OUTCOMES = (
    ("granted", "予以公开", MetricKind.REQUESTS_GRANTED, ((GRANTED,), (GRANTED, PARTLY))),
    ("partly-granted", "部分公开", MetricKind.REQUESTS_PARTLY_GRANTED, ((PARTLY,), (GRANTED, PARTLY))),
    ("denied", "不予公开", MetricKind.REQUESTS_REFUSED, ((f"{RESULTS}.denied.*.total",),)),
    ("unable", "无法提供", MetricKind.REQUESTS_UNABLE, ((f"{RESULTS}.unable.*.total",),)),
    ("not-processed", "不予处理", MetricKind.REQUESTS_NOT_PROCESSED, ((f"{RESULTS}.not_processed.*.total",),)),
    ("other", "其他处理", MetricKind.REQUESTS_OTHER, (OTHER,)),
)
_SUITS = ("challenges.litigation_direct.total", "challenges.litigation_after_review.total")
#: Figures of the text that the tables state again. Usage differs, so each has every reading seen in real reports.
STATED = (
    Stated(
        code="stated-received", title="文中收到申请数与表中新收（或新收加上年结转）一致",
        kinds=(MetricKind.REQUESTS_RECEIVED,),
        readings=(Reading((f"{RECEIVED}.total",)), Reading((f"{RECEIVED}.total", f"{CARRIED}.total"))),
    ),
    Stated(
        code="stated-natural-person", title="文中自然人申请数与表中自然人列一致", words="自然人",
        kinds=(MetricKind.REQUESTS_BY_APPLICANT,),
        readings=(Reading((f"{RECEIVED}.natural_person",)),
                  Reading((f"{RECEIVED}.natural_person", f"{CARRIED}.natural_person"))),
    ),
    Stated(
        code="stated-carried-out", title="文中结转下年数与表中第四项一致", kinds=(MetricKind.REQUESTS_CARRIED_OUT,),
        readings=(Reading(("requests.carried_out.total",)),),
    ),
    *(Stated(code=f"stated-{name}", title=f"文中{words}数与表中{words}合计一致", kinds=(kind,),
             readings=tuple(Reading(cells) for cells in readings)) for name, words, kind, readings in _OUTCOMES),
    *(Stated(code=f"stated-{name}-share", title=f"文中{words}占比与表中数据一致", kinds=(MetricKind.SHARE,),
             words=words, readings=tuple(Reading(cells, (ALL,)) for cells in readings))
      for name, words, _, readings in _OUTCOMES),
    # Texts may state the cases filed, tables the cases decided: a difference is no error.
    Stated(code="stated-reviews", title="文中行政复议数与表中行政复议总计一致", kinds=(MetricKind.REVIEWS,),
           readings=(Reading(("challenges.review.total",)),)),
    Stated(code="stated-lawsuits", title="文中行政诉讼数与表中行政诉讼总计一致", kinds=(MetricKind.LAWSUITS,),
           readings=(Reading(_SUITS), *(Reading((path,)) for path in _SUITS))),
)  # fmt: skip
