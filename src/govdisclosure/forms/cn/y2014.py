"""Report years 2014 to 2018: the contents of the Regulations of 2007 and one statistics table.

Source of the table: 国办发〔2014〕32号. Its contents are named there; block two, the channels of block one, the
counts of applications told to amend or to go elsewhere, and the first rows of block one were seen in reports and
in publishing systems. The wording of the other rows, their order and the equations rest on general knowledge of
a table that is the same all over the country: a word of a label may differ, and is easily corrected here.
"""

from typing import Annotated, ClassVar

import attrs

from govdisclosure.cell import Amount, Count
from govdisclosure.declare import AtMost, Label, Linear, Reading, Row, Stated, Sum, Table
from govdisclosure.forms.cn.y2008 import CONTENTS, DEADLINES
from govdisclosure.model import MetricKind, Statistics, Unit
from govdisclosure.vintage import Vintage

__all__ = ["CN2014", "VINTAGE"]

ONE, TWO, THREE = "一、主动公开情况", "二、回应解读情况", "三、依申请公开情况"
EIGHT, NINE = "八、机构建设和保障经费情况", "九、政府信息公开会议和培训情况"
ITEMS = (ONE, "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）")
CHANNELS = (ONE, "（二）通过不同渠道和方式公开政府信息的情况")
WAYS = (TWO, "（二）通过不同渠道和方式回应解读的情况")
CONFERENCES, INTERVIEWS = (*WAYS, "1.参加或举办新闻发布会总次数"), (*WAYS, "2.政府网站在线访谈次数")
RECEIVED, CLOSED, REPLIES = (THREE, "（一）收到申请数"), (THREE, "（二）申请办结数"), (THREE, "（三）申请答复数")
REFUSED = (*REPLIES, "4.不同意公开答复数")
REVIEWS, LAWSUITS = ("四、行政复议数量",), ("五、行政诉讼数量",)
STAFF = (EIGHT, "（三）从事政府信息公开工作人员数")


@attrs.frozen(kw_only=True)
class Proactive:
    """Block one. Unit: 条, for documents issued 件."""

    items: Annotated[Count, Row(ITEMS[1], (ONE,), unit=Unit.ITEM)]
    normative_documents: Annotated[Count, Row("其中：主动公开规范性文件数", ITEMS, unit=Unit.ITEM)]
    normative_documents_issued: Annotated[Count, Row("制发规范性文件总数", ITEMS)]
    via_gazette: Annotated[Count, Row("1.政府公报公开政府信息数", CHANNELS, unit=Unit.ITEM)]
    via_website: Annotated[Count, Row("2.政府网站公开政府信息数", CHANNELS, unit=Unit.ITEM)]
    via_weibo: Annotated[Count, Row("3.政务微博公开政府信息数", CHANNELS, unit=Unit.ITEM)]
    via_wechat: Annotated[Count, Row("4.政务微信公开政府信息数", CHANNELS, unit=Unit.ITEM)]
    via_other: Annotated[Count, Row("5.其他方式公开政府信息数", CHANNELS, unit=Unit.ITEM)]


@attrs.frozen(kw_only=True)
class Response:
    """Block two. Unit: 次, for explanations 篇."""

    issues_answered: Annotated[
        Count, Row("（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", (TWO,), unit=Unit.TIME)
    ]
    press_conferences: Annotated[Count, Row(CONFERENCES[2], WAYS, unit=Unit.TIME)]
    press_conferences_by_head: Annotated[
        Count, Row("其中：主要负责同志参加新闻发布会次数", CONFERENCES, unit=Unit.TIME)
    ]
    online_interviews: Annotated[Count, Row(INTERVIEWS[2], WAYS, unit=Unit.TIME)]
    online_interviews_by_head: Annotated[
        Count, Row("其中：主要负责同志参加政府网站在线访谈次数", INTERVIEWS, unit=Unit.TIME)
    ]
    policy_explanations: Annotated[Count, Row("3.政策解读稿件发布数", WAYS, unit=Unit.ARTICLE)]
    social_media_responses: Annotated[Count, Row("4.微博微信回应事件数", WAYS, unit=Unit.TIME)]
    other_responses: Annotated[Count, Row("5.其他方式回应事件数", WAYS, unit=Unit.TIME)]


@attrs.frozen(kw_only=True)
class Requests:
    """Block three, first half: requests received, closed and answered. Unit: 件."""

    received: Annotated[Count, Row(RECEIVED[1], (THREE,))]
    received_in_person: Annotated[Count, Row("1.当面申请数", RECEIVED)]
    received_fax: Annotated[Count, Row("2.传真申请数", RECEIVED)]
    received_online: Annotated[Count, Row("3.网络申请数", RECEIVED)]
    received_letter: Annotated[Count, Row("4.信函申请数", RECEIVED)]
    closed: Annotated[Count, Row(CLOSED[1], (THREE,))]
    closed_on_time: Annotated[Count, Row("1.按时办结数", CLOSED)]
    closed_extended: Annotated[Count, Row("2.延期办结数", CLOSED)]
    replies: Annotated[Count, Row(REPLIES[1], (THREE,))]


@attrs.frozen(kw_only=True)
class Replies:
    """Block three, second half: replies by outcome. Unit: 件."""

    already_public: Annotated[Count, Row("1.属于已主动公开范围数", REPLIES)]
    granted: Annotated[Count, Row("2.同意公开答复数", REPLIES)]
    partly_granted: Annotated[Count, Row("3.同意部分公开答复数", REPLIES)]
    refused: Annotated[Count, Row(REFUSED[2], REPLIES)]
    refused_state_secret: Annotated[Count, Row("其中：涉及国家秘密", REFUSED)]
    refused_trade_secret: Annotated[Count, Row("涉及商业秘密", REFUSED)]
    refused_privacy: Annotated[Count, Row("涉及个人隐私", REFUSED)]
    refused_security: Annotated[Count, Row("危及国家安全、公共安全、经济安全和社会稳定", REFUSED)]
    refused_not_gov_info: Annotated[Count, Row("不是《条例》所指政府信息", REFUSED)]
    refused_other: Annotated[Count, Row("法律法规规定的其他情形", REFUSED)]
    not_this_agency: Annotated[Count, Row("5.不属于本行政机关公开数", REPLIES)]
    not_exist: Annotated[Count, Row("6.申请信息不存在数", REPLIES)]
    told_to_amend: Annotated[Count, Row("7.告知作出更改补充数", REPLIES)]
    other_channel: Annotated[Count, Row("8.告知通过其他途径办理数", REPLIES)]


@attrs.frozen(kw_only=True)
class Reviews:
    """Block four. Unit: 件."""

    total: Annotated[Count, Row(REVIEWS[0])]
    upheld: Annotated[Count, Row("（一）维持具体行政行为数", REVIEWS)]
    corrected: Annotated[Count, Row("（二）被依法纠错数", REVIEWS)]
    other: Annotated[Count, Row("（三）其他情形数", REVIEWS)]


@attrs.frozen(kw_only=True)
class Lawsuits:
    """Block five. Unit: 件."""

    total: Annotated[Count, Row(LAWSUITS[0])]
    upheld: Annotated[Count, Row("（一）维持具体行政行为或者驳回原告诉讼请求数", LAWSUITS)]
    corrected: Annotated[Count, Row("（二）被依法纠错数", LAWSUITS)]
    other: Annotated[Count, Row("（三）其他情形数", LAWSUITS)]


@attrs.frozen(kw_only=True)
class Resources:
    """Block eight. Units: 个, 人, 万元."""

    units: Annotated[Count, Row("（一）政府信息公开工作专门机构数", (EIGHT,), unit=Unit.UNIT)]
    reading_places: Annotated[Count, Row("（二）设置政府信息公开查阅点数", (EIGHT,), unit=Unit.UNIT)]
    staff: Annotated[Count, Row(STAFF[1], (EIGHT,), unit=Unit.PERSON)]
    staff_full_time: Annotated[
        Count, Row("1.专职人员数（不包括政府公报及政府网站工作人员数）", STAFF, unit=Unit.PERSON)
    ]
    staff_part_time: Annotated[Count, Row("2.兼职人员数", STAFF, unit=Unit.PERSON)]
    budget: Annotated[
        Amount,
        Row(
            "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",
            (EIGHT,),
            unit=Unit.CNY_10K,
        ),
    ]


@attrs.frozen(kw_only=True)
class Training:
    """Block nine. Units: 次, 人次."""

    meetings: Annotated[Count, Row("（一）召开政府信息公开工作会议或专题会议数", (NINE,), unit=Unit.TIME)]
    courses: Annotated[Count, Row("（二）举办各类培训班数", (NINE,), unit=Unit.TIME)]
    persons: Annotated[Count, Row("（三）接受培训人员数", (NINE,), unit=Unit.PERSON_TIME)]


def _outcomes(block: str) -> Linear:
    """Pending cases may be in the total and in none of the parts, so only a warning."""
    parts = (f"{block}.upheld", f"{block}.corrected", f"{block}.other")
    return Sum(f"{block}-total", "总数等于各种结果之和", total=f"{block}.total", parts=parts, severity="warning")


def _stated(kind: MetricKind, path: str) -> Stated:
    return Stated(code=f"stated-{kind.value.replace('_', '-')}", title=f"文中{kind.label}与统计表一致", kinds=(kind,),
                  readings=(Reading((path,)),))  # fmt: skip


REPLY_KINDS = ("already_public", "granted", "partly_granted", "refused", "not_this_agency", "not_exist",
               "told_to_amend", "other_channel")  # fmt: skip
GROUNDS = ("state_secret", "trade_secret", "privacy", "security", "not_gov_info", "other")


@attrs.frozen(kw_only=True)
class CN2014(Statistics):
    """The statistics table of 2014 (国办发〔2014〕32号), for report years 2014 to 2018."""

    FORM: ClassVar[str] = "cn-2014"
    TABLE: ClassVar[Table] = Table("政府信息公开情况统计表", "统计指标", unit=Unit.PIECE, outline=True,
                                   unit_header="单位", value_header="统计数")  # fmt: skip
    RULES: ClassVar[tuple[Linear, ...]] = (
        # Some places count requests by further channels.
        Sum("received-total", "收到申请数等于各渠道申请数之和", total="requests.received", severity="warning",
            parts=[f"requests.received_{way}" for way in ("in_person", "fax", "online", "letter")]),
        Sum("closed-total", "申请办结数等于按时、延期办结数之和", total="requests.closed",
            parts=("requests.closed_on_time", "requests.closed_extended")),
        Sum("replies-total", "申请答复数等于各类答复数之和", total="requests.replies",
            parts=[f"replies.{kind}" for kind in REPLY_KINDS]),
        Sum("refused-total", "不同意公开答复数等于各种理由之和", total="replies.refused",
            parts=[f"replies.refused_{ground}" for ground in GROUNDS]),
        _outcomes("reviews"),
        _outcomes("lawsuits"),
        Sum("staff-total", "工作人员数等于专职、兼职人员数之和", total="resources.staff",
            parts=("resources.staff_full_time", "resources.staff_part_time")),
        AtMost("normative-part", "主动公开规范性文件数不超过主动公开政府信息数", part="proactive.normative_documents",
               whole="proactive.items"),
        AtMost("conferences-part", "主要负责同志参加次数不超过新闻发布会总次数",
               part="response.press_conferences_by_head", whole="response.press_conferences"),
        AtMost("interviews-part", "主要负责同志参加次数不超过在线访谈次数", part="response.online_interviews_by_head",
               whole="response.online_interviews"),
        # One item in two channels counts once, so the channels need not add up.
        AtMost("channel-part", "各渠道公开数不超过主动公开政府信息数", whole="proactive.items", severity="info",
               part=[f"proactive.via_{way}" for way in ("gazette", "website", "weibo", "wechat", "other")]),
        # The form has no row for requests carried over, which may be closed too.
        AtMost("closed-part", "申请办结数一般不超过收到申请数", part="requests.closed", whole="requests.received",
               severity="warning"),
    )  # fmt: skip
    STATED: ClassVar[tuple[Stated, ...]] = (
        _stated(MetricKind.DISCLOSED_ITEMS, "proactive.items"),
        _stated(MetricKind.REQUESTS_RECEIVED, "requests.received"),
        _stated(MetricKind.REQUESTS_CLOSED, "requests.closed"),
        _stated(MetricKind.REVIEWS, "reviews.total"),
        _stated(MetricKind.LAWSUITS, "lawsuits.total"),
        _stated(MetricKind.COMPLAINTS, "complaints"),
        _stated(MetricKind.STAFF, "resources.staff"),
    )

    proactive: Annotated[Proactive, Label(ONE)]
    response: Annotated[Response, Label(TWO)]
    requests: Annotated[Requests, Label(THREE)]
    replies: Annotated[Replies, Label(REPLIES[1])]
    reviews: Annotated[Reviews, Label(REVIEWS[0])]
    lawsuits: Annotated[Lawsuits, Label(LAWSUITS[0])]
    complaints: Annotated[Count, Row("六、举报投诉数量")]
    request_fees: Annotated[Amount, Row("七、依申请公开信息收取的费用", unit=Unit.CNY_10K)]
    resources: Annotated[Resources, Label(EIGHT)]
    training: Annotated[Training, Label(NINE)]


VINTAGE = Vintage(
    id="cn-2014", country="CN", language="zh-Hans", title="政府信息公开工作年度报告（2014—2018年）", years=(2014, 2018),
    sources=("政府信息公开条例（国务院令第492号，2007年）", "国办发〔2014〕32号"),
    contents=CONTENTS, deadlines=DEADLINES, statistics=CN2014,
)  # fmt: skip
