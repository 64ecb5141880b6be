"""What a narrative states in numbers: one code for each kind of figure."""

from typing import Self

from govdisclosure.codelist import CodeList
from govdisclosure.model.codes import SectionKind as Topic

__all__ = ["MetricKind"]


class MetricKind(CodeList):
    """Kinds of figures that narratives state.

    ``topic`` says which content of the report the figure belongs to. ``breakdown`` names the way in which
    figures of this kind divide their whole: parts of one breakdown do not overlap, so they cannot exceed the
    whole together; figures of kinds without one may overlap (one item published in two channels counts once).
    """

    topic: Topic
    breakdown: str | None

    def __new__(  # noqa: D102
        cls,
        code: str,
        label: str,
        definition: str,
        topic: Topic = Topic.OTHER,
        breakdown: str | None = "part",
    ) -> Self:
        member = cls.make(code, label, definition)
        member.topic = topic
        member.breakdown = breakdown
        return member

    # powers, outside the power list itself
    POWER_TOTAL = "power_total", "行政权力总数", "其他年度或者其他清单的行政权力总数", Topic.POWERS
    POWER_GROUP = "power_group", "行政权力分组数", "依申请类、依职权类等分组的权力数", Topic.POWERS
    POWER_CHANGE = "power_change", "行政权力变动数", "取消、下放、新增、调整的权力事项", Topic.POWERS
    POWER_PUBLIC_SERVICE = (
        "power_public_service",
        "公共服务事项数",
        "权力清单之外的公共服务事项",
        Topic.POWERS,
    )
    RESPONSIBILITY_ITEMS = "responsibility_items", "责任事项数", "与权力对应的责任事项", Topic.POWERS

    # approval and service
    APPROVAL_CATEGORIES = "approval_categories", "审批事项大类数", "审批或权力事项的大类", Topic.POWERS
    APPROVAL_ITEMS = "approval_items", "行政审批事项数", "承担的行政审批事项", Topic.POWERS
    ONLINE_ITEMS = "online_items", "网上可办事项数", "网上可办、可查的服务和事项", Topic.PLATFORM
    ONLINE_RATE = "online_rate", "网上办理率", "网上办理、受理的比例", Topic.PLATFORM
    MEAN_HANDLING_TIME = "mean_handling_time", "平均办理时限", "平均办理、办结、答复的时间", Topic.POWERS
    PROMISED_TIME = "promised_time", "承诺时限", "机关自己承诺的时限", Topic.POWERS
    SPEED_UP_RATE = "speed_up_rate", "提速比例", "比法定或原定时限压缩的比例", Topic.POWERS
    EARLY_COMPLETION_RATE = "early_completion_rate", "提前办结率", "提前办结的比例", Topic.POWERS
    ON_TIME_RATE = "on_time_rate", "按时办结率", "按时办结的比例", Topic.POWERS
    COMPLETION_RATE = "completion_rate", "办结率", "办结、回复、完成的比例", Topic.POWERS
    SATISFACTION_RATE = "satisfaction_rate", "满意率", "满意率、满意度", Topic.POWERS
    CASES_ACCEPTED = "cases_accepted", "受理业务数", "受理的审批或业务", Topic.POWERS
    CASES_CLOSED = "cases_closed", "办结业务数", "办结的审批或业务", Topic.POWERS
    CASES_DECIDED = "cases_decided", "许可决定数", "准予、不予许可的决定", Topic.POWERS
    ENFORCEMENT_DECISIONS = "enforcement_decisions", "处罚、强制决定数", "处罚、强制等执法决定", Topic.POWERS
    OVERDUE_CASES = "overdue_cases", "超期件数", "超过时限的业务", Topic.POWERS
    CONSULTATIONS = "consultations", "接待咨询数", "接待、咨询、热线受理", Topic.RESPONSE

    # proactive disclosure
    DISCLOSED_ITEMS = "disclosed_items", "主动公开政府信息数", "本年度主动公开的政府信息", Topic.PROACTIVE
    DISCLOSED_CUMULATIVE = "disclosed_cumulative", "累计公开数", "开展以来累计公开的政府信息", Topic.PROACTIVE
    DISCLOSED_PART = "disclosed_part", "其中某类公开数", "主动公开信息中的某类、某单位", Topic.PROACTIVE
    VIA_WEBSITE = "via_website", "政府网站公开数", "通过网站公开", Topic.PROACTIVE, None
    VIA_WEIBO = "via_weibo", "政务微博公开数", "通过微博公开", Topic.PROACTIVE, None
    VIA_WECHAT = "via_wechat", "政务微信公开数", "通过微信公开", Topic.PROACTIVE, None
    VIA_GAZETTE = "via_gazette", "政府公报公开数", "通过公报公开", Topic.PROACTIVE, None
    VIA_OTHER = "via_other", "其他方式公开数", "通过其他方式公开", Topic.PROACTIVE, None
    FULL_TEXT_RATE = "full_text_rate", "全文电子化率", "全文电子化的比例", Topic.PROACTIVE
    DISCLOSURE_RATE = "disclosure_rate", "公开率", "公开、及时公开的比例", Topic.PROACTIVE
    NORMATIVE_DOCUMENTS = "normative_documents", "规范性文件数", "制发、公开的规范性文件", Topic.PROACTIVE
    NORMATIVE_DOCUMENTS_REPEALED = (
        "normative_documents_repealed", "规范性文件废止数", "废止、失效的规范性文件", Topic.PROACTIVE)  # fmt: skip
    NORMATIVE_DOCUMENTS_IN_FORCE = (
        "normative_documents_in_force", "规范性文件有效数", "现行有效的规范性文件", Topic.PROACTIVE)  # fmt: skip
    DOCUMENTS_REVIEWED = (
        "documents_reviewed",
        "公文审核数",
        "审核公开属性的公文",
        Topic.MANAGEMENT,
        "attribute",
    )
    WARNINGS_ISSUED = "warnings_issued", "预警预报数", "发布的预警预报、风险警报", Topic.KEY_AREAS
    INCIDENT_NOTICES = "incident_notices", "事故信息发布数", "发布的事故等信息", Topic.KEY_AREAS
    INCIDENTS = "incidents", "事故数", "发生的事故、事件", Topic.KEY_AREAS
    WEBSITE_VISITS = "website_visits", "访问量", "访问量、阅读量、访客", Topic.PLATFORM
    FOLLOWERS = "followers", "关注人数", "粉丝、听众", Topic.PLATFORM
    WEBSITE_COLUMNS = "website_columns", "专栏数", "网站的专栏、栏目", Topic.PLATFORM
    ACCOUNTS = "accounts", "政务新媒体账号数", "微博、微信等账号", Topic.PLATFORM
    GAZETTE_ISSUES = "gazette_issues", "政府公报期数", "政府公报的期数", Topic.PLATFORM
    READING_PLACES = "reading_places", "查阅点数", "查阅点、赠阅点", Topic.PLATFORM

    # requests
    REQUESTS_RECEIVED = "requests_received", "收到申请数", "收到的政府信息公开申请", Topic.ON_REQUEST
    REQUESTS_CARRIED_IN = "requests_carried_in", "上年结转申请数", "上年结转的申请", Topic.ON_REQUEST
    REQUESTS_CARRIED_OUT = "requests_carried_out", "结转下年申请数", "结转下年继续办理", Topic.ON_REQUEST
    REQUESTS_BY_CHANNEL = (
        "requests_by_channel", "分渠道申请数", "当面、网络、信函、传真等申请", Topic.ON_REQUEST, "channel")  # fmt: skip
    REQUESTS_BY_APPLICANT = (
        "requests_by_applicant", "分申请人申请数", "自然人、法人的申请", Topic.ON_REQUEST, "applicant")  # fmt: skip
    REQUESTS_PART = "requests_part", "某类申请数", "某单位、某主题的申请", Topic.ON_REQUEST
    REQUESTS_CLOSED = "requests_closed", "申请办结数", "办结、答复的申请", Topic.ON_REQUEST
    REQUESTS_ON_TIME = "requests_on_time", "按时办结申请数", "按时办结的申请", Topic.ON_REQUEST, "timeliness"
    REQUESTS_EXTENDED = (
        "requests_extended",
        "延期办结申请数",
        "延期办结的申请",
        Topic.ON_REQUEST,
        "timeliness",
    )
    REQUESTS_GRANTED = "requests_granted", "同意公开数", "同意、予以公开", Topic.ON_REQUEST, "outcome"
    REQUESTS_PARTLY_GRANTED = "requests_partly_granted", "部分公开数", "部分公开", Topic.ON_REQUEST, "outcome"
    REQUESTS_REFUSED = "requests_refused", "不同意公开数", "不予公开及其理由", Topic.ON_REQUEST, "outcome"
    REQUESTS_ALREADY_PUBLIC = (
        "requests_already_public", "已主动公开数", "属于已主动公开范围", Topic.ON_REQUEST, "outcome")  # fmt: skip
    REQUESTS_NOT_THIS_AGENCY = (
        "requests_not_this_agency", "非本机关公开数", "不属于本机关公开", Topic.ON_REQUEST, "outcome")  # fmt: skip
    REQUESTS_UNABLE = "requests_unable", "无法提供数", "不存在或者无法提供", Topic.ON_REQUEST, "outcome"
    REQUESTS_NOT_PROCESSED = "requests_not_processed", "不予处理数", "不予处理", Topic.ON_REQUEST, "outcome"
    REQUESTS_OTHER = "requests_other", "其他处理数", "补正、撤回和其他处理", Topic.ON_REQUEST, "outcome"
    REQUESTS_CHARGED = "requests_charged", "收费申请数", "发出收费通知的申请", Topic.FEES

    # challenges
    REVIEWS = "reviews", "行政复议数", "因政府信息公开申请的行政复议", Topic.REVIEW_LITIGATION
    REVIEWS_RESULT = (
        "reviews_result",
        "行政复议结果数",
        "维持、纠错、其他、未审结的行政复议",
        Topic.REVIEW_LITIGATION,
        "result",
    )
    LAWSUITS = "lawsuits", "行政诉讼数", "因政府信息公开提起的行政诉讼", Topic.REVIEW_LITIGATION
    LAWSUITS_RESULT = (
        "lawsuits_result",
        "行政诉讼结果数",
        "维持、纠错、其他、未审结的行政诉讼",
        Topic.REVIEW_LITIGATION,
        "result",
    )
    COMPLAINTS = "complaints", "举报投诉数", "举报、投诉、申诉", Topic.REVIEW_LITIGATION

    # response
    POLICY_EXPLANATIONS = "policy_explanations", "政策解读数", "政策解读稿件", Topic.RESPONSE
    PRESS_CONFERENCES = "press_conferences", "新闻发布会数", "参加或者举办的新闻发布会", Topic.RESPONSE
    PRESS_CONFERENCES_BY_HEAD = (
        "press_conferences_by_head", "主要负责人出席发布会数", "主要负责人出席的发布会", Topic.RESPONSE)  # fmt: skip
    ONLINE_INTERVIEWS = "online_interviews", "在线访谈数", "政府网站在线访谈", Topic.RESPONSE
    ISSUES_ANSWERED = "issues_answered", "回应热点数", "回应公众关注的热点、舆情和事件", Topic.RESPONSE
    MESSAGES_RECEIVED = "messages_received", "来信留言数", "收到的来信、留言", Topic.RESPONSE
    MESSAGES_ANSWERED = "messages_answered", "来信留言回复数", "回复的来信、留言", Topic.RESPONSE
    OPINIONS_COLLECTED = "opinions_collected", "征集意见数", "征集、采纳的意见建议", Topic.RESPONSE

    # money and resources
    REQUEST_FEES = "request_fees", "依申请公开收费", "依申请公开收取的费用", Topic.FEES
    FEES_WAIVED = "fees_waived", "减免费用", "减免的费用", Topic.FEES
    BUDGET = "budget", "专项经费", "政府信息公开专项经费", Topic.SUPERVISION
    OTHER_AMOUNT = "other_amount", "其他金额", "公开所涉资金和其他费用", Topic.OTHER
    STAFF = "staff", "工作人员数", "从事政府信息公开工作的人员", Topic.SUPERVISION
    STAFF_FULL_TIME = "staff_full_time", "专职人员数", "专职人员", Topic.SUPERVISION, "staff"
    STAFF_PART_TIME = "staff_part_time", "兼职人员数", "兼职人员", Topic.SUPERVISION, "staff"
    UNITS = "units", "工作机构数", "政府信息公开工作机构", Topic.SUPERVISION
    MEETINGS = "meetings", "会议数", "政府信息公开工作会议", Topic.SUPERVISION
    TRAINING_COURSES = "training_courses", "培训班数", "举办的培训", Topic.SUPERVISION
    TRAINED_PERSONS = "trained_persons", "受训人次", "接受培训的人次", Topic.SUPERVISION
    INSPECTIONS = "inspections", "督查数", "督查、检查", Topic.SUPERVISION
    SCORE = "score", "考核得分", "考核、评估的得分", Topic.SUPERVISION

    # generic
    SHARE = "share", "占比", "占总数的比例和其他比率"
    CHANGE_RATE = "change_rate", "增减幅度", "与上年相比的增减幅度"
    CHANGE_AMOUNT = "change_amount", "增减数量", "与上年相比的增减数量"
    MULTIPLE = "multiple", "倍数", "是另一数的若干倍"
    ORGANIZATIONS = "organizations", "单位数", "单位、企业的数量"
    SUBJECT_COUNT = "subject_count", "业务数量", "机关自身业务的数量（简报、样品、资料等）"

    @property
    def is_rate(self) -> bool:
        """Whether figures of this kind lie within 0 to 100 per cent by what they mean."""
        return self.value.endswith("_rate") and self not in (MetricKind.CHANGE_RATE, MetricKind.SPEED_UP_RATE)
