"""Code lists of the report: who publishes, what a section is about, powers, channels, identifiers, units."""

from decimal import Decimal
from typing import Self

from govdisclosure.codelist import CodeList

__all__ = [
    "AdministrativeLevel",
    "BodyKind",
    "ChannelKind",
    "IdentifierScheme",
    "PowerCategory",
    "SectionKind",
    "ServiceKind",
    "Unit",
]


class BodyKind(CodeList):
    """What kind of body publishes. The legal deadline depends on it (Regulations of 2019, art. 49)."""

    GOVERNMENT = "government", "人民政府", "县级以上地方人民政府"
    DEPARTMENT = "department", "政府部门", "县级以上人民政府的部门、直属机构和派出机构"
    TOWNSHIP = "township", "乡镇人民政府、街道办事处", "乡、镇人民政府和街道办事处"
    INSTITUTION = "institution", "事业单位", "履行公共管理职能的事业单位和公共企事业单位"
    OTHER = "other", "其他", "其他编制年度报告的机关、组织"


class AdministrativeLevel(CodeList):
    """The level of government that the body belongs to."""

    NATIONAL = "national", "国家级", "国务院及其部门"
    PROVINCE = "province", "省级", "省、自治区、直辖市"
    PREFECTURE = "prefecture", "地级", "设区的市、自治州、地区、盟"
    COUNTY = "county", "县级", "县、自治县、旗、不设区的市、市辖区"
    TOWNSHIP = "township", "乡级", "乡、民族乡、镇、街道"


class SectionKind(CodeList):
    """What a section of the narrative is about."""

    PREAMBLE = "preamble", "引言", "第一个标题之前的文字"
    OVERVIEW = "overview", "总体情况", "概述、基本情况"
    ORGANIZATION = "organization", "组织领导和制度机制", "组织领导、机构建设、制度和保障机制"
    PROACTIVE = "proactive", "主动公开政府信息情况", "主动公开的内容、数量和渠道"
    KEY_AREAS = "key_areas", "重点领域信息公开", "财政资金、事故灾害等重点领域的信息公开"
    POWERS = "powers", "行政权力公开", "行政权力清单和行政权力运行公开"
    RESPONSE = "response", "回应解读情况", "政策解读、回应社会关切"
    ON_REQUEST = "on_request", "依申请公开政府信息情况", "收到和处理政府信息公开申请的情况和不予公开的情况"
    FEES = "fees", "收费及减免情况", "依申请公开政府信息的收费和减免"
    REVIEW_LITIGATION = (
        "review_litigation",
        "行政复议、行政诉讼情况",
        "因政府信息公开申请行政复议、提起行政诉讼的情况",
    )
    MANAGEMENT = "management", "政府信息管理", "政府信息的制作、审查和动态管理"
    PLATFORM = "platform", "政府信息公开平台建设", "网站、政务新媒体、公报等平台"
    SUPERVISION = "supervision", "监督保障", "考核、社会评议、责任追究、培训"
    PROBLEMS = "problems", "存在的主要问题及改进情况", "工作中存在的问题和改进措施"
    PLANS = "plans", "下一步工作安排", "下一年度的工作打算"
    OTHER_MATTERS = "other_matters", "其他需要报告的事项", "其他需要报告的事项"
    APPENDIX = "appendix", "附表、附件", "附在正文之后的表格和附件"
    OTHER = "other", "其他", "不属于以上各类的内容"


class PowerCategory(CodeList):
    """Categories of administrative powers: the nine named ones and the rest, and four older ones."""

    LICENSING = "licensing", "行政许可", "依申请准予从事特定活动"
    PUNISHMENT = "punishment", "行政处罚", "对违反行政管理秩序的行为给予惩戒"
    COERCION = "coercion", "行政强制", "行政强制措施和行政强制执行"
    LEVY = "levy", "行政征收", "依法征收税费"
    PAYMENT = "payment", "行政给付", "依法给予物质帮助"
    INSPECTION = "inspection", "行政检查", "对遵守法律法规情况的检查"
    CONFIRMATION = "confirmation", "行政确认", "对法律地位、法律关系或法律事实的确认"
    REWARD = "reward", "行政奖励", "依法给予的奖励"
    ADJUDICATION = "adjudication", "行政裁决", "对平等主体之间民事争议的裁决"
    OTHER = "other", "其他权力", "不属于以上九类的行政权力"
    REQUISITION = "requisition", "行政征用", "依法征用财产（旧类别）"
    APPROVAL = "approval", "行政审批", "行政审批（旧类别）"
    NON_LICENSING_APPROVAL = "non_licensing_approval", "非行政许可审批", "非行政许可审批（旧类别）"
    SUPERVISION = "supervision", "行政监督", "行政监督（旧类别）"


class ChannelKind(CodeList):
    """By which kind of channel information is disclosed."""

    WEBSITE = "website", "政府网站", "政府网站或门户网站"
    WEBSITE_COLUMN = "website_column", "网站专栏", "政府网站上的专栏、栏目"
    WEIBO = "weibo", "政务微博", "政务微博账号"
    WECHAT = "wechat", "政务微信", "政务微信公众号、公众平台"
    MOBILE_APP = "mobile_app", "移动客户端", "政务移动客户端"
    MOBILE_PAPER = "mobile_paper", "手机报", "以短信、彩信发送的手机报"
    TELEVISION = "television", "电视", "电视台的栏目、专栏"
    RADIO = "radio", "广播", "广播电台的栏目"
    NEWSPAPER = "newspaper", "报刊", "报纸、期刊及其栏目"
    GAZETTE = "gazette", "政府公报", "政府公报"
    PRESS_CONFERENCE = "press_conference", "新闻发布会", "新闻发布会、通气会"
    READING_PLACE = "reading_place", "公开查阅点", "政府信息公开查阅场所"
    HOTLINE = "hotline", "热线电话", "政务服务热线、咨询电话"
    OTHER = "other", "其他渠道", "其他公开渠道"


class ServiceKind(CodeList):
    """What an online service does."""

    QUERY = "query", "查询", "网上查询"
    APPLICATION = "application", "申请、申报", "网上申请、申报、办理"
    REGISTRATION = "registration", "登记、注册", "网上登记、注册"
    MANAGEMENT = "management", "管理", "网上管理"
    OTHER = "other", "其他", "其他网上服务"


class IdentifierScheme(CodeList):
    """By which scheme a body is identified. Each scheme has its own check."""

    UNIFIED_SOCIAL_CREDIT_CODE = (
        "unified_social_credit_code",
        "统一社会信用代码",
        "GB 32100-2015，18位，末位为校验码",
    )
    ORGANIZATION_CODE = "organization_code", "组织机构代码", "GB 11714-1997，8位本体代码和1位校验码"
    OTHER = "other", "其他代码", "其他代码，不作校验"


class Unit(CodeList):
    """One code for one printed classifier. Money units carry the power of ten that is printed."""

    pattern: str
    yuan: Decimal | None

    def __new__(cls, code: str, label: str, definition: str, pattern: str = "", yuan: str = "") -> Self:
        """Make one unit; ``pattern`` is how a number is printed with it, ``yuan`` what one of it is worth."""
        member = cls.make(code, label, definition)
        member.pattern = pattern or "{n}" + label
        member.yuan = Decimal(yuan) if yuan else None
        return member

    ITEM = "item", "条", "信息的条数"
    PIECE = "piece", "件", "申请、文件、案件的件数"
    ARTICLE = "article", "篇", "文章、稿件的篇数"
    ISSUE = "issue", "期", "公报、简报、预警等的期数"
    TIME = "time", "次", "次数"
    PERSON_TIME = "person_time", "人次", "参加、接待、访问的人次"
    PERSON = "person", "人", "人数（人、名）"
    COPY = "copy", "份", "材料、资料的份数"
    CASE = "case", "起", "案件、事故的起数"
    UNIT = "unit", "个", "机构、栏目、账号等的个数"
    SPOT = "spot", "处", "场所的处数"
    ORGANIZATION = "organization", "家", "单位、企业的家数"
    MATTER = "matter", "项", "事项的项数"
    CATEGORY = "category", "类", "大类、类别数"
    SESSION = "session", "场", "会议、发布会的场数"
    VOLUME = "volume", "册", "书册的册数"
    LETTER = "letter", "封", "来信的封数"
    DEVICE = "device", "台", "设备的台数"
    BATCH = "batch", "批次", "批次数"
    SCORE = "score", "分", "考核得分"
    PERCENT = "percent", "%", "百分比"
    PERCENTAGE_POINT = "percentage_point", "百分点", "百分比之差", "{n}个百分点"
    MULTIPLE = "multiple", "倍", "倍数"
    WORKING_DAY = "working_day", "工作日", "法定工作日", "{n}个工作日"
    CALENDAR_DAY = "calendar_day", "天", "自然日"
    CNY = "cny", "元", "人民币元", "", "1"
    CNY_10K = "cny_10k", "万元", "人民币万元", "", "10000"
    CNY_100M = "cny_100m", "亿元", "人民币亿元", "", "100000000"

    @property
    def is_measure(self) -> bool:
        """Whether figures of this unit are measures (exact decimals) rather than counts (integers)."""
        return self in _MEASURES


_MEASURES = frozenset(
    {Unit.SCORE, Unit.PERCENT, Unit.PERCENTAGE_POINT, Unit.MULTIPLE, Unit.WORKING_DAY, Unit.CALENDAR_DAY}
    | {unit for unit in Unit if unit.yuan is not None}
)
