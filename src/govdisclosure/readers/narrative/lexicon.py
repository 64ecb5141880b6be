"""Which words make a number which figure. Data: rules in order, the first that fits decides.

A rule looks at the words beside the number, on the side that names what is counted. ``topics`` asks for what
the paragraph spoke of last; ``units`` for the classifier; ``unless`` for the absence of words in the clause; ``after`` and
``not_after`` for words before it in the sentence.
Patterns hold no nested quantifiers and only bounded gaps; each is tried against pumped texts in the tests.
"""

import re
from functools import cache
from re import Pattern

import attrs

from govdisclosure.model import MetricKind as K
from govdisclosure.model import Unit

__all__ = ["RULES", "Rule", "rules_of"]


@attrs.frozen
class Rule:
    """One way in which words name a figure."""

    kind: K
    words: Pattern[str]
    units: frozenset[Unit] = frozenset()
    topics: frozenset[str] = frozenset()
    unless: Pattern[str] | None = None
    after: Pattern[str] | None = None
    not_after: Pattern[str] | None = None

    def fits(self, words: str, said: str) -> bool:
        """Whether nothing in these words, or in what is ``said`` before the number, speaks against the rule."""
        if self.unless and self.unless.search(words):
            return False
        return bool(
            (not self.after or self.after.search(said)) and not (self.not_after and self.not_after.search(said))
        )


def _units(names: str) -> frozenset[Unit]:
    return frozenset(Unit.of(name) for name in names.split())


_COUNT = "item piece article issue time copy case unit matter person person_time organization"
_RATE = "percent"
_MONEY = "cny cny_10k cny_100m"
_DAYS = "working_day calendar_day"


def _rule(  # noqa: PLR0913, PLR0917 - one argument a column of the table
    kind: K,
    words: str,
    units: str = "",
    topics: str = "",
    unless: str = "",
    after: str = "",
    not_after: str = "",
) -> Rule:
    return Rule(
        kind,
        re.compile(words),
        _units(units),
        frozenset(topics.split()),
        re.compile(unless) if unless else None,
        re.compile(after) if after else None,
        re.compile(not_after) if not_after else None,
    )


_APPLICANTS = "公民个人|公民|自然人|个人|法人|其他组织|社会组织|企业|商业企业|律师事务所|律师|法律服务机构|社会团体|科研机构|公益组织|媒体|同一人|同一申请人|村民|居民|市民"
_HEAD = "主要负责同志|主要负责人|主要领导|负责同志|一把手|局长|厅长|主任|县长|市长|区长|镇长|领导|主任|书记"

# fmt: off
RULES: tuple[Rule, ...] = (
    # --- rates
    _rule(K.EARLY_COMPLETION_RATE, r"提前(?:办结|完成|办理|答复)率?", _RATE),
    _rule(K.ON_TIME_RATE, r"(?:按时|按期|限时|及时|准时|时限内|期限内|法定期限内)(?:办结|答复|办理|回复|办复|完成|反馈|受理|处置)率?", _RATE),
    _rule(K.SPEED_UP_RATE, r"(?:实际|平均|总体|审批|整体)?(?:提速|压缩|缩短|缩减|压减)(?:率|比例|幅度|比)?(?:了)?", _RATE, "", r"\A压减率"),
    _rule(K.FULL_TEXT_RATE, r"(?:全文)?电子化(?:率|比例|程度)?", _RATE),
    _rule(K.SATISFACTION_RATE, r"(?:群众|社会|公众|办事|服务|窗口|申请人|企业|总体|测评|综合)?(?:非常)?(?:基本)?满意(?:率|度|比例)?", _RATE),
    _rule(K.ONLINE_RATE, r"(?:全程)?(?:网上|线上|在线|网办|全程网|不见面|互联网)[^，。]{0,4}(?:办理|受理|办结|申报|可办|审批|服务|预约|申请|办件)[^，。]{0,4}(?:率|比例|比率|占比)|(?:一网通办”?|网办|网上办理|网上受理|网上可办|全程网办|可网办)率?", _RATE),
    _rule(K.DISCLOSURE_RATE, r"[^，。、]{0,10}(?:公开|公示|发布|公布|更新)”?(?:及时|按时)?率|及时率|[^，。、]{0,6}(?:公开|公示|发布|公布)(?:的)?比例", _RATE),
    _rule(K.COMPLETION_RATE, r"[^，。、]{0,6}(?:办结|回复|答复|办复|完成|反馈|回访|办理|处置|结案|受理|审结)率", _RATE),
    _rule(K.SHARE, r"(?:约)?占(?:比|总|全|到)?[^，。]{0,14}|[^，。、的达]{1,10}(?:率|比例|比重|占比|覆盖面)", _RATE),
    # --- days
    _rule(K.PROMISED_TIME, r"承诺(?:的)?(?:办理|办结|服务|审批|答复)?(?:时限|期限|时间)?", _DAYS),
    _rule(K.PROMISED_TIME, r"(?<!平均)(?<!实际)(?:审批|办理|办结)(?:总)?时限", _DAYS, "", r"平均|实际"),
    _rule(K.MEAN_HANDLING_TIME, r"平均(?:办理|办结|答复|审批|用时|处理|回复|办件|受理|耗时|每件|每项|开办|办证|时长)[^，。]{0,8}|[^，。、；]{0,6}平均[^，。；]{0,10}(?:时间|时限|用时|时长|天数|周期)|(?:平均|实际)(?:办理|办结|答复|审批|回复|处理)?(?:时限|时间|用时|时长|周期|天数|期限)", _DAYS),
    # --- money
    _rule(K.FEES_WAIVED, r"(?:减免|免除|免收)(?:了)?[^，。]{0,8}(?:费用|费|金额|收费)?", _MONEY),
    _rule(K.REQUEST_FEES, r"信息处理费|(?:收取|收费|收缴)[^，。]{0,12}(?:费用|费|成本费)?|(?:检索|复制|复印|邮寄)[^，。]{0,8}费(?:用)?|依申请公开[^，。]{0,6}收费", _MONEY, "", r"行政事业性收费"),
    _rule(K.BUDGET, r"(?:年初|年中|财政)?预算(?:列支|安排|经费)?|列支|追加", _MONEY, "", r"部门预算|三公|拨款|支出", r"经费|费用|保障"),
    _rule(K.BUDGET, r"(?:政府)?(?:信息公开|政务公开)?(?:工作)?(?:专项|专门|工作|保障)?(?:工作)?经费(?:预算)?|专项资金", _MONEY, "", r"三公|运行经费|办公经费"),
    _rule(K.OTHER_AMOUNT, r"[^，。、；：（）的了]{0,10}(?:金额|资金|经费|支出|投入|投资|罚款|总额|收入|总价|款项|补贴|补助|费用|收费|预算|成本|处罚|罚没)[^，。、；：（）]{0,4}", _MONEY),
    # --- scores
    _rule(K.SATISFACTION_RATE, r"满意度[^，。]{0,4}", "score", "", r"得分|评分"),
    _rule(K.SCORE, r"(?:考核|测评|评估|综合|最终|总|考评|平均|社会评议)?(?:得分|评分|成绩|总分|分数|得|获得|分值)", "score"),
    _rule(K.DOCUMENTS_REVIEWED, r"(?:属性|定)?(?:确定|认定|定|标注|标识)?(?:为)?(?:属于)?(?:主动公开|依申请公开|不予公开|不公开|此件公开)(?:属性)?(?:的)?(?:公文|文件)?", "piece item copy", "documents"),
    _rule(K.CONSULTATIONS, r"(?:12345|[0-9]{5}|热线)[^，。；]{0,14}(?:诉求|工单|转办件|事项)[^，。、；]{0,2}", "item piece"),
    _rule(K.MESSAGES_RECEIVED, r"[^，。、；]{0,10}转办(?:件|单)|处理(?:群众)?(?:来信|留言)", "item letter piece"),
    _rule(K.SUBJECT_COUNT, r"[^，。、；]{0,10}(?:人大|政协|代表|委员)[^，。、；]{0,6}(?:建议|提案)\Z", "piece"),
    _rule(K.DISCLOSED_PART, r"公开[^，。、]{0,6}(?:建议|提案)[^，。、；]{0,8}", "piece item copy"),
    _rule(K.SUBJECT_COUNT, r"[^，。、；]{0,8}(?:优良|达标|良好)?天数\Z|答复书\Z", "calendar_day copy"),
    _rule(K.WARNINGS_ISSUED, r"[^，。、；]{0,10}风险(?:提示|警示)", "issue item time piece"),
    _rule(K.INCIDENT_NOTICES, r"处置(?:各类)?突发[^，。、；]{0,6}事件信息", "case"),
    _rule(K.INCIDENTS, r"处置(?:各类)?突发[^，。、；]{0,6}事件", "case"),
    _rule(K.DISCLOSED_PART, r"[^，。、；]{1,12}(?:奖扶|补贴|财务|救助|补偿|监测|预决算)[^，。、；]{0,4}信息\Z|公开要素\Z", "item"),
    _rule(K.DISCLOSED_PART, r"全文电子化的[^，。；]{0,12}信息数?\Z|(?<!概况)[^，。、；]{1,8}服务类信息数?\Z", "item piece"),
    _rule(K.REQUESTS_BY_APPLICANT, r"(?:某一?|同一|个别)申请人[^，。、；]{0,8}", "piece item", "", r"重复"),
    _rule(K.READING_PLACES, r"(?:政务|信息)?(?:公开|查阅)专区", "unit spot"),
    _rule(K.ENFORCEMENT_DECISIONS, r"(?<!刑事)立案(?:查处)?\Z", "piece case"),
    _rule(K.SUBJECT_COUNT, r"(?:督查|检查|督办|情况)通报\Z", "issue"),
    _rule(K.SUBJECT_COUNT, r"[^，。、；]{0,6}(?:执法|招聘|旁听|监督|评议)[^，。、；]{0,4}(?:人员|员)\Z", "person"),
    _rule(K.COMPLAINTS, r"网上信访\Z", "piece"),
    _rule(K.OVERDUE_CASES, r"(?:超期|超时|逾期)(?:办结|办理|办件|件)\Z", "piece item letter"),
    _rule(K.REQUESTS_EXTENDED, r"延期(?:办理|答复|办结)\Z", "piece item"),
    _rule(K.REQUESTS_BY_CHANNEL, r"(?:以|通过)(?:当面|现场|信函|网络|邮寄|传真|电子邮件)(?:方式|形式)[^，。]{0,8}", "piece item", "requests"),
    _rule(K.REQUESTS_BY_CHANNEL, r"通过[^，。]{2,16}(?:收到|提交)\Z", "piece item", "requests"),
    _rule(K.REQUESTS_ALREADY_PUBLIC, r"已(?:在|于)[^，。]{1,8}(?:公开|公布)(?:的)?\Z", "piece item", "requests"),
    _rule(K.FEES_WAIVED, r"(?:减免|免收|免除)[^，。；]{0,12}(?:费|费用)\Z", _MONEY, "", r"企业|检测"),
    _rule(K.CASES_CLOSED, r"[^，。、；]{0,6}(?:环评|项目|行政)审批\Z", "piece", "", r"非行政|涉及"),
    _rule(K.COMPLETION_RATE, r"[^，。、；]{0,6}(?:整改|解决|送达|化解)率", _RATE),
    _rule(K.INCIDENTS, r"发生[^，。、；]{0,8}险情", "case"),
    _rule(K.INCIDENT_NOTICES, r"[^，。、；]{0,8}险情信息", "item case"),
    _rule(K.DISCLOSED_PART, r"案件信息(?:公开)?\Z", "piece item"),
    _rule(K.OTHER_AMOUNT, r"清退[^，。、；]{0,10}|[^，。、；]{0,6}(?:违价款|货值)", _MONEY),
    _rule(K.REQUESTS_CLOSED, r"(?:当场|当面|书面)(?:答复|办结)\Z", "piece item", "requests"),
    _rule(K.FEES_WAIVED, r"(?:申请人)?费用\Z", _MONEY, "", "", r"减免[^，。]{0,20}\Z"),
    _rule(K.CASES_DECIDED, r"(?:作出|做出)许可决定", "piece"),
    _rule(K.DISCLOSURE_RATE, r"(?:公告|上线|上网)率", _RATE),
    _rule(K.ONLINE_RATE, r"离柜率", _RATE),
    _rule(K.COMPLETION_RATE, r"(?:按期|按时)办复率", _RATE),
    _rule(K.NORMATIVE_DOCUMENTS_IN_FORCE, r"(?:对外)?公开总数", "piece", "normative"),
    _rule(K.ENFORCEMENT_DECISIONS, r"(?:立案处罚|暂停[^，。、；]{0,6}服务|解除协议)\Z", "case piece organization"),
    _rule(K.READING_PLACES, r"[^，。、；]{0,4}(?:投放点|赠阅点|发放点)", "unit spot"),
    _rule(K.ONLINE_ITEMS, r"接入[^，。、；]{0,12}(?:的)?事项", "matter"),
    _rule(K.SUBJECT_COUNT, r"[^，。、；]{0,8}(?:供养|优抚|困难|低保|受助)(?:人员|对象)|[^，。、；]{0,4}低保资格", "person"),
    _rule(K.DISCLOSED_PART, r"[^，。、；]{0,12}(?:审批|征收|验收|鉴定|评审|许可)结果\Z", "piece unit matter"),
    _rule(K.INSPECTIONS, r"[^，。、；]{0,8}(?:明察暗访|暗访|抽查通报)\Z", "time batch"),
    _rule(K.REQUESTS_RECEIVED, r"依申请公开(?:受理|申请|办件)量", "piece item"),
    _rule(K.TRAINING_COURSES, r"[^，。、；]{0,6}跟班学习", "time issue session batch"),
    _rule(K.TRAINED_PERSONS, r"(?:累计)?参学(?:人员|人数)?", "person person_time"),
    _rule(K.MESSAGES_ANSWERED, r"回应(?:网民|网友|群众|公众)?提问", "item piece unit time"),
    _rule(K.CASES_DECIDED, r"核准\Z", "piece item"),
    _rule(K.STAFF, r"[^，。、；]{0,6}信息员\Z|\A[^，。、；]{0,6}信息员", "person", "", r"培训|兼职|专职"),
    _rule(K.SUBJECT_COUNT, r"\A[^，。、；]{0,6}(?:网站|子站)(?=[，。、；]|\Z)|关停[^，。、；]{0,6}网站|\A试点领域", "organization unit"),
    _rule(K.REQUESTS_PART, r"内容[^，。；]{0,4}涉及(?!其他)[^，。、；]{1,12}\Z", "piece item", "requests"),
    _rule(K.DISCLOSED_PART, r"事故调查报告\Z", "copy piece item"),
    _rule(K.SUBJECT_COUNT, r"[^，。、；]{0,8}转载\Z|案件线索\Z", "time piece item"),
    _rule(K.WEBSITE_VISITS, r"[^，。、；]{0,14}(?:查询|检索)量", "time person_time"),
    _rule(K.ORGANIZATIONS, r"\A[^，。、；]{0,8}(?:服务|咨询|接待|文化|活动)中心", "unit"),
    _rule(K.REQUESTS_REFUSED, r"法律、?法规规定的其他[^，。]{0,6}", "piece case item", "requests"),
    _rule(K.REVIEWS, r"涉(?:及)?政府信息公开(?:类)?(?:的)?\Z", "piece case", "reviews"),
    _rule(K.LAWSUITS, r"涉(?:及)?政府信息公开(?:类)?(?:的)?\Z", "piece case", "lawsuits"),
    _rule(K.DISCLOSED_PART, r"[^，。、；]{0,8}(?:统计|普查|数据|环境状况|环境质量|审计结果|监测|水质)[^，。、；]{0,4}公报\Z", "issue copy item article"),
    _rule(K.SUBJECT_COUNT, r"[^，。、；]{0,6}学堂\Z", "issue session time"),
    _rule(K.SUBJECT_COUNT, r"(?<!热线)[^，。、；线]{0,10}(?<!在线)(?<!网络)(?<!网上)(?<!访谈)(?<!热线)直播\Z", "time session issue", "", r"访谈|热线|在线|网络|网上"),
    _rule(K.SUBJECT_COUNT, r"更换[^，。、；]{0,6}\Z|(?<!公开)议题\Z", "issue time unit"),
    _rule(K.ONLINE_INTERVIEWS, r"(?:参加|参与|走进|做客|上线)[^，。；、]{0,8}热线|[^，。；、]{0,10}热线[》”]?(?:上线|直播)(?:节目)?|走进[^，。；、]{0,10}(?:直播间|演播室)", "time issue session"),
    _rule(K.SUBJECT_COUNT, r"[^，。、；]{0,6}(?:采访|记者)", "time person_time person batch"),
    _rule(K.SUBJECT_COUNT, r"(?:被|后)采用\Z", "item article"),
    _rule(K.COMPLAINTS, r"差评\Z", "piece item"),
    _rule(K.SUBJECT_COUNT, r"(?:发现|整改|排查|反馈|督促整改|修复|清理|通报)[^，。、；]{0,8}(?:问题|隐患|错链|错敏字|错别字|线索)[^，。、；]{0,2}", "unit item matter spot"),
    _rule(K.TRAINED_PERSONS, r"[^，。；]{0,8}(?:人员|员|干部|职工)[^，。；]{0,8}(?:进行|开展|参加|接受)[^，。；]{0,20}(?:培训|学习|测试|考试|轮训)", "person person_time"),
    _rule(K.STAFF, r"\A(?:工作人员|同志|专干|联络员)", "person"),
    _rule(K.TRAINED_PERSONS, r"培训[^，。；]{0,20}(?:人员|员|干部|人|职工)\Z", "person person_time"),
    _rule(K.DISCLOSED_PART, r"[^，。、；]{0,8}公开(?:指南和|信息)?目录\Z", "item"),
    _rule(K.CASES_ACCEPTED, r"(?:今年|全年)?(?:受理量|办件量|办件总量|收件量)", "piece item"),
    _rule(K.CASES_ACCEPTED, r"(?:许可|审批|项目|业务|登记|办证|资助|补贴|职称|低保|救助|公租房|住房|证照)[^，。、；]{0,4}申请|申请办件", "piece item", "", r"信息公开|涉及"),
    _rule(K.DISCLOSED_PART, r"[^，。、；]{0,14}(?:日报|周报|月报|季报|监测结果|公示|公告|名单|通报|公示信息)\Z", "issue item copy time batch unit piece article", "", r"事故|火灾|检查|督查|整改|督办|考核|收费|栏|简报|张贴|通知"),
    # --- requests: challenges first, because they are stated as requests too
    _rule(K.REQUESTS_ALREADY_PUBLIC, r"(?:属于)?[“”]?已(?:经)?主动公开[”]?(?:的|范围(?:的)?)?\Z|属于主动公开范围(?:的)?", "piece case"),
    _rule(K.REVIEWS_RESULT, r"(?:复议)?(?:机关)?(?:决定|结果)?(?:予以)?(?:维持|被?纠错|纠正|撤销|责令|确认违法|驳回(?:复议)?(?:申请|请求)?|(?:申请人)?(?:主动|自愿)?撤回|终止|未审结|尚未审结|未办结|尚未办结|正在审理|已审结|审结|其他(?:情形|结果)|不予受理|调解|和解|变更|结案)[^，。、；]{0,10}", "piece case item", "reviews", r"诉讼"),
    _rule(K.LAWSUITS_RESULT, r"(?:一审|二审|法院)?(?:判决|裁定|结果)?(?:予以)?(?:原告)?(?:维持|被?纠错|纠正|撤销|责令|确认违法|驳回(?:原告|起诉|诉讼请求|诉求)?|撤诉|撤回|败诉|胜诉|再审|二审|终止|未审结|尚未审结|正在审理|尚在审理|审理中|已审结|审结|其他(?:情形|结果)|调解|和解|结案|未结|未判决)[^，。、；]{0,10}", "piece case item", "lawsuits"),
    _rule(K.LAWSUITS_RESULT, r"驳回(?:原告)?诉讼请求", "piece case item"),
    _rule(K.LAWSUITS, r"\A案件中?\Z", "piece case", "lawsuits"),
    _rule(K.REVIEWS, r"\A案件中?\Z", "piece case", "reviews"),
    _rule(K.REVIEWS, r"(?:提起|申请|被|提请)[^，。、；]{0,4}复议(?:的)?\Z|(?<!行政)复议(?:的)?\Z", _COUNT),
    _rule(K.LAWSUITS, r"被诉|诉至[^，。、；]{0,4}|被起诉|(?<!行政)诉讼(?:的)?\Z", _COUNT),
    _rule(K.REVIEWS, r"(?:被)?(?:申请|提起|受理|发生|收到)?(?:的)?(?:政府信息公开)?行政复议(?:案件|申请|决定|事项)?|复议(?:案件|申请)", _COUNT),
    _rule(K.LAWSUITS, r"(?:被)?(?:提起|发生|应诉)?(?:的)?(?:政府信息公开)?(?:行政)?(?:诉讼|(?:出庭)?应诉)(?:案件|事项)?|(?:未经复议)?直接起诉|复议后起诉|起诉", _COUNT, "", r"诉讼请求"),
    _rule(K.CASES_ACCEPTED, r"(?:受理|收到|接收|接件|收件)[^，。、；]{0,8}申请(?:件|数)?\Z|\A[^，。、；]{0,4}申请(?:件)?\Z", "piece item", "cases", r"信息公开|依申请"),
    _rule(K.REQUESTS_CHARGED, r"按[件量]计收|缴费告知[^，。、；]{0,8}", "piece person case"),
    _rule(K.REQUESTS_CHARGED, r"\A减免\Z", "piece"),
    _rule(K.REQUESTS_CHARGED, r"(?:发出|发送|下发)?[^，。、；发]{0,6}收费通知书?|收取[^，。、；]{0,6}收费", "piece copy"),
    _rule(K.REQUESTS_BY_CHANNEL, r"(?:当面|现场|网络|网上|信函|邮寄|传真|书面|电子邮件|邮件|在线)(?:提交|递交|提出|邮寄|平台)?(?:的)?申请\Z", "piece case item"),
    _rule(K.REQUESTS_CARRIED_OUT, r"(?:结转|转入|转|留待|顺延|延续|跨)(?:至|到|入)?(?:下一?|次)年度?(?:继续)?(?:办理|处理|答复)?|结转(?:至|到)?20[0-9]{2}年|下年度继续办理|结转下年|(?:转入|顺延)[^，。]{0,4}20[0-9]{2}年", "piece case item"),
    _rule(K.REQUESTS_CARRIED_OUT, r"(?:正在|尚在|仍在)?(?:办理中|办理期限内|答复期限内)|(?:正在|尚在|仍在)(?:办理|处理|答复)(?:之?中)?|未到(?:答复|办理)?期限", "piece case item", "requests"),
    _rule(K.REQUESTS_CARRIED_IN, r"(?:上一?|去|往)年度?(?:末|底)?(?:结转|转入|遗留|转结|转来|未办结|跨年|留转)[^，。]{0,12}|结转(?:的)?(?:上年|上年度)?(?:申请)?|20[0-9]{2}年(?:结转|转入)(?:的)?(?:申请)?", "piece case item", "", r"下一?年|次年"),
    _rule(K.REQUESTS_EXTENDED, r"(?:经)?(?:批准)?(?:依法)?延期(?:办结|答复|办理|处理)?(?:的)?|延长(?:答复)?(?:期限)?(?:后)?(?:答复|办结)?", "piece case item", "requests"),
    _rule(K.REQUESTS_ON_TIME, r"(?:按时|按期|及时|如期|限时|在?(?:法定|规定)(?:期限|时限)内)(?:办结|答复|办理|回复)(?:的)?(?:数|申请)?", "piece case item", "requests"),
    _rule(K.REQUESTS_OTHER, r"(?:告知)?(?:申请人)?(?:作出|做出|进行)?(?:更改|补充|补正|更正)(?:更改|补充|补正|、)*(?:申请)?(?:的)?|(?:逾期)?(?:不|未)补正(?:[^，。]{0,10}(?:放弃|撤回)[^，。]{0,4})?|(?:申请)?(?:内容)?(?<!仍)不明确(?:[^，。]{0,6}(?:补正|更正))?|(?:主动|自行|申请人)?(?:撤回|撤销)(?:申请)?|逾期[^，。]{0,8}(?:缴费|缴纳)|其他(?:处理|情形|方式)(?:的)?|(?:告知)?(?:通过)?其他(?:途径|渠道)(?:办理)?|便民(?:答复|告知)|重新(?:提出|答复)|转(?:交|办|其他)[^，。]{0,6}|(?:放弃|取消)申请|(?:协商|沟通)解决", "piece case item", "requests"),
    _rule(K.REQUESTS_NOT_PROCESSED, r"不予(?:处理|受理)(?:的)?|(?:信访|举报|投诉)[、信访举报投诉]{0,8}类?(?:申请)?(?:不予(?:处理|受理))?|重复(?:申请|提出)(?:的)?(?:(?:不予|不再)(?:重复)?(?:处理|答复))?|(?:要求提供)?公开出版物|(?:无正当理由)?大量(?:、)?反复(?:申请)?|(?:要求)?(?:行政机关)?确认或(?:者)?重新出具[^，。]{0,8}|非正常申请|不(?:再)?(?:重复)?处理", "piece case item", "requests"),
    _rule(K.REQUESTS_UNABLE, r"(?:申请)?(?:的)?(?:政府)?信息不存在|无法提供(?:的)?|不存在(?:的)?|(?:本机关|本单位|本行政机关|我局)?不掌握[^，。]{0,8}|(?:本机关)?未(?:制作|获取|保存)[^，。]{0,8}|没有现成(?:信息)?[^，。]{0,10}|(?:需要|需)?另行制作|(?:申请)?(?:内容)?仍不明确|没有制作", "piece case item", "requests"),
    _rule(K.REQUESTS_NOT_THIS_AGENCY, r"(?:不|非)(?:属于|是|属)?(?:本|我)(?:行政)?(?:机关|局|单位|委|厅|部门|县|市|区|镇)[^，。]{0,12}|(?:不属于|非)[^，。]{0,8}(?:职责|职权|权限|公开)范围|涉及其他(?:部门|机关|单位)职责|告知[^，。]{0,4}(?:其他|有关|相关)(?:行政)?(?:机关|部门|单位)[^，。]{0,6}", "piece case item", "requests"),
    _rule(K.REQUESTS_ALREADY_PUBLIC, r"(?:属于|涉及)?(?:政府)?已(?:经)?主动公开(?:范围|信息|的)?(?:内)?(?:的)?|(?:属于)?主动公开范围(?:的)?|已(?:经)?公开(?:的)?|告知[^，。]{0,18}(?:获取|查询|查阅)(?:方式|途径|渠道)?[^，。]{0,6}", "piece case item", "requests"),
    _rule(K.REQUESTS_REFUSED, r"(?:决定)?(?:不同意|不予|不宜|免予|否决|拒绝)(?:公开|提供)?(?:的|答复)?|(?:属于|涉及|因|属)?(?:国家秘密|商业秘密|个人隐私|(?:保护)?第三方(?:合法)?权益|内部(?:事务|管理)信息|三类内部事务信息|四类过程性信息|过程性信息|行政执法案卷|行政查询事项|工作秘密)[^，。、]{0,6}|危及[^，。]{0,16}|法律法规(?:规定|禁止)[^，。]{0,10}|不(?:是|属于)《条例》[^，。]{0,12}|非政府信息|不属于政府信息[^，。]{0,6}|三安全一稳定", "piece case item", "requests"),
    _rule(K.REQUESTS_GRANTED, r"(?:同意|予以)(?:公开)?(?:或|和|及|、)(?:同意)?部分(?:同意|予以)?公开", "piece case item", "requests"),
    _rule(K.REQUESTS_PARTLY_GRANTED, r"(?:予以|同意|给予)?部分(?:予以|同意)?公开(?:的|答复)?|区分处理", "piece case item", "requests"),
    _rule(K.REQUESTS_GRANTED, r"(?:全部|同意|予以|给予|准予|依法|完全)(?:予以)?(?:公开|提供)(?:答复)?(?:的)?|(?:同意|予以)公开[^，。]{0,4}|均?予公开|提供(?:了)?(?:相关)?信息", "piece case item", "requests"),
    _rule(K.REQUESTS_BY_CHANNEL, r"(?:通过|以|其中)?(?:当面|现场|窗口|线上|线下|信件|网络|网上|网站|在线|互联网|电子邮件|电子邮箱|邮件|挂号信|信函(?:邮寄)?|书面|传真|邮寄|邮政|快递|来函|来人|上门|书信|平台|口头|电话)(?:形式|方式|平台|系统|渠道|途径|申请|提交|提出|递交|者|的)*", "piece case item person copy", "requests"),
    _rule(K.REQUESTS_BY_APPLICANT, rf"(?:申请人为|来自|由|其中)?(?:{_APPLICANTS})(?!改制|开办|注销)[^，。、]{{0,12}}", "piece case item person unit", "requests", r"信息公开申请\Z"),
    _rule(K.REQUESTS_RECEIVED, r"(?:共)?(?:需|应)(?:办理|答复|处理)(?:的)?|(?<!办结)(?<!答复)(?:申请)?总数\Z", "piece case item", "requests"),
    _rule(K.REQUESTS_CLOSED, r"(?:已|均已|全部)?(?:依法)?(?:办结|答复|办理完毕|回复|办复|审结|办理)(?:的)?(?:依申请公开|政府信息公开)?(?:申请|答复|件)?(?:数|总数)?", "piece case item", "requests"),
    _rule(K.REQUESTS_CLOSED, r"(?:申请)?(?:办结|答复|办理)(?:总)?数\Z", "piece case item", "", r"按时|延期|同意"),
    _rule(K.REQUESTS_CLOSED, r"(?:办结|答复|回复)[^，。]{0,10}申请", "piece case item"),
    _rule(K.REQUESTS_RECEIVED, r"\A(?:书面|有效|政府信息公开)?申请(?=[中的]|\Z)", "piece case item", "requests"),
    _rule(K.REQUESTS_PART, r"(?:此类|该类|这类|同类|[^，。、；]{1,8}类|涉及[^，。、；]{1,10})(?:的)?申请", "piece case item", "requests", r"信访"),
    _rule(K.REQUESTS_RECEIVED, r"依申请公开(?:政府信息)?(?:的)?(?:申请|事项|信息|件)?|(?:政府)?信息公开(?:的)?申请|(?:新收|收到|受理|接收|接到|提出|提交|受理的)(?:的)?(?:各类|有效|书面|网上)?申请(?:件|数)?|(?:新收|受理)(?:的)?(?:政府信息公开)?申请|今年受理|申请(?:总)?(?:量|数|件)|(?:共)?(?:需|应)(?:办理|答复|处理)(?:的)?", "piece case item copy time person"),
    _rule(K.REQUESTS_RECEIVED, r"(?:本年度?|全年|当年|今年)?新收(?:的)?|(?:今年|本年度?|全年)?(?:共|新)?(?:收到|受理|接收)(?:的)?\Z", "piece case item", "requests"),
    _rule(K.REQUESTS_GRANTED, r"\A(?:其中)?公开(?:的)?\Z", "piece case item", "requests"),
    _rule(K.REQUESTS_PART, r"[^，。、；：（）]{0,16}申请|(?:涉及|有关|关于|属于|申请)[^，。、；：]{1,18}|[^，。、；：（）]{1,10}(?:类|方面|领域|信息|问题)(?:的)?|其[他它余][^，。、；]{0,4}", "piece case item", "requests"),
    _rule(K.REQUESTS_RECEIVED, r"申请", "piece case item copy"),
    # --- powers beside the list
    _rule(K.RESPONSIBILITY_ITEMS, r"(?:对应|相应)?(?:的)?责任事项|追责(?:情形|事项)|(?:主体|部门)?(?:职责|责任)(?:清单)?事项?|主要职责|职责边界", "matter item unit"),
    _rule(K.POWER_PUBLIC_SERVICE, r"(?:政府)?公共服务(?:事项)?", "matter unit", "", r"审批"),
    _rule(K.POWER_GROUP, r"[^，。；：]{0,14}(?:依申请|依职权)(?:类|实施|办理)?(?:的)?(?:行政)?(?:权力|职权|事项)?(?:事项)?|其余各类|其它各类|其他各类", "matter"),
    _rule(K.POWER_CHANGE, r"(?:取消|下放|承接|新增|调整(?!后)|合并|精简|清理(?!公布|出|后)|减少|划转|整合|削减|增加|废止|下沉|转移|暂停|承办)(?:和[^，。、]{2})?(?:的)?(?:行政)?(?:权力|职权|审批|许可|处罚)?[^，。、；]{0,10}", "matter", "powers cases", r"网上|一次|最多跑|审核|材料"),
    _rule(K.POWER_TOTAL, r"(?:行政)?(?:权力|职权)(?:事项)?(?:总数|数量)?\Z", "matter", "", r"取消|下放|承接|新增|调整(?!后)|合并|精简|清理(?!后)|划转|对"),
    _rule(K.POWER_CHANGE, r"(?:取消|下放|承接|新增|调整(?!后)|合并|精简|清理(?!公布|出|后)|划转|削减|废止|转移)(?:了)?[^，。、；]{0,12}(?:权力|职权|审批|许可|事项|项目)[^，。、；]{0,6}|(?:行政)?(?:权力|职权)(?:事项)?(?:进行了?)(?:动态)?(?:调整|清理)", "matter", "", r"收费"),
    # --- approval and service
    _rule(K.APPROVAL_CATEGORIES, r"(?:行政)?(?:审批|许可|权力|职权|服务)?(?:事项|项目|业务)?", "category", "", r"信息|栏目|专栏|申请|文件"),
    _rule(K.ONLINE_ITEMS, r"(?:网上|在线)(?:可?办|申办|查询|申报|服务|受理|预审|预约|审批)[^，。、；]{0,12}|[“\"](?:最多跑一次|只跑一次|跑一次|一次办结|一次不跑|零跑腿|一网通办|不见面审批|马上办|网上办|就近办|一次办|全程网办|跨省通办|一窗通办|秒批|零跑动|一件事)[”\"][^，。、；]{0,8}|(?:最多跑一次|一次不跑|零跑腿|不见面审批|网上可办|全程网办|跨省通办|全程代办|一次办好|不见面)(?:事项|业务|服务|办理)?[^，。、；]{0,6}|(?:事项|服务|业务)[^，。、；]{0,6}“?(?:掌上办|网上办|全程网办|不见面|一次办|最多跑一次|零跑腿)[^，。、；]{0,3}|(?:实行|实现|提供|开通)?网上(?:查询|办公|办理|办事)|(?:平台|网上|大厅)[^，。、；]{0,4}(?:上线|运行|入驻|进驻)[^，。、；]{0,4}事项", "matter unit category", "", r"(?:专栏|栏目|板块|专题|频道)\Z"),
    _rule(K.APPROVAL_ITEMS, r"(?:即办|承诺)件", "matter"),
    _rule(K.APPROVAL_ITEMS, r"(?:确认|决定|最终|目前|仍|拟|继续)?保留\Z", "matter"),
    _rule(K.APPROVAL_ITEMS, r"行政许可[^，。；]{0,8}(?:项目|事项)(?:数量)?\Z", "matter"),
    _rule(K.APPROVAL_ITEMS, r"(?:市级|县区|省级|区级|县级|委托[^，。、]{0,4})审批\Z|许可（[^）]{1,6}）|许可事项", "matter unit", "", r"非行政"),
    _rule(K.APPROVAL_ITEMS, r"(?:行政)?(?:审批|许可|政务服务|办事|服务)(?:服务)?(?:事项|项目)(?:总数)?[^，。、；]{0,14}|审批事项|进驻[^，。、]{0,4}(?:事项|项目)", "matter unit"),
    _rule(K.CASES_ACCEPTED, r"(?:受理|接件|收件)[^，。；]{0,24}业务\Z", "piece item"),
    _rule(K.CASES_ACCEPTED, r"(?:共|全年|累计)?(?:受理|接件|收件|接收)\Z|受理[^，。；、]{0,12}", "piece item matter", "cases", r"信息公开|复议|诉讼|投诉|举报"),
    _rule(K.CASES_CLOSED, r"(?:已|共)?(?:办结|办理|签发|发证|办证)\Z|即来?即?办(?:件|结)?|当场办结|限时办结|承诺件", "piece item matter", "cases"),
    _rule(K.NORMATIVE_DOCUMENTS, r"备案\Z", "piece", "normative"),
    _rule(K.CASES_CLOSED, r"(?:新办|变更|延续|注销|补证|换证|签发|发证|办毕|代办[^，。；]{0,14})\Z|(?:办理)?备案\Z", "piece item", "", r"文件|申请人|信访"),
    _rule(K.CASES_CLOSED, r"即办件|(?:共|已|累计)?办结[^，。、；]{0,14}(?:事项|业务|办件|审批|服务|许可|案件|件)?", "piece item matter", "", r"申请|工单|诉求|留言|来信|信件", r"审批|业务|窗口|政务服务|服务中心|办件|大厅|事项"),
    _rule(K.CASES_CLOSED, r"(?:便民|政务|代办|审批)服务(?:事项)?\Z", "piece item"),
    _rule(K.ONLINE_ITEMS, r"(?:便民|政务|网上|在线)服务\Z", "matter"),
    _rule(K.CASES_CLOSED, r"办理[^，。；]{0,16}(?:业务|证件|手续|登记|事项)|(?<!许可)证件", "piece item matter"),
    _rule(K.CASES_CLOSED, r"(?:已|按期|按时|全部|均)?(?:办结|处理|办理|处置)(?:完毕)?\Z", "piece item case", "complaints"),
    _rule(K.MESSAGES_ANSWERED, r"(?:现场|当场|当面)(?:答复|解答|回复)\Z", "piece item", "complaints"),
    _rule(K.CASES_ACCEPTED, r"共?收件|(?:网上)?申请办件|(?:受理|接件|收件|接收|承办)[^，。、；]{0,14}(?:事项|业务|申报|办件|审批|许可|服务|登记)[^，。、；]{0,4}|办件(?:量|总量)?|受理(?:各类)?(?:业务|行政许可申请)", "piece item matter", "", r"信息公开|复议|诉讼|投诉|举报"),
    _rule(K.OVERDUE_CASES, r"(?:超期|超时|逾期|超时限|过期)[^，。、；]{0,8}", "piece letter case item"),
    _rule(K.CASES_DECIDED, r"[^，。、；]{0,10}(?<!行政)许可\Z", "piece", "", r"信息"),
    _rule(K.CASES_DECIDED, r"[^，。、；]{0,10}审批决定|(?:不予)?批准|审批意见", "piece copy item", "", r"公开|信息"),
    _rule(K.CASES_DECIDED, r"(?:准予|不予|作出|办理|颁发|核发|审批)?(?:的)?行政许可(?:决定|证|事项)?|(?:准予|不予)(?:行政)?许可(?:决定)?|(?:核发|颁发|发放)[^，。、]{0,10}(?:许可证|执照|证书)", "piece copy item", "", r"信息"),
    _rule(K.ENFORCEMENT_DECISIONS, r"(?:涉及)?案件\Z|法院强制执行", "case", "", r"复议|诉讼|应诉"),
    _rule(K.ENFORCEMENT_DECISIONS, r"(?:作出|做出|实施|下达|办理|查处|立案查处|立案)?(?:的)?行政(?:处罚|强制)(?:案件|决定|措施)?|(?:查封|扣押)[、查封扣押]{0,4}|(?:立案|查处|办结)[^，。、；]{0,8}(?:违法|案件|案)[^，。、；]{0,4}|按日计罚|责令[^，。；]{0,18}|(?:处罚|强制)决定(?:数)?|日计罚|(?:移送|行政拘留|停产|限产|关停|取缔)[^，。、；]{0,8}", "piece case copy organization", "", r"信息|网站|账号|新媒体"),
    # --- messages, consultations, opinions
    _rule(K.READING_PLACES, r"[^，。、；]{0,10}(?:查阅|赠阅|查询)(?:点|场所|室|中心|处|窗口)|公开(?:查阅)?(?:点|场所)|(?:便民)?(?:资料索取|受理)点", "unit spot organization"),
    _rule(K.MESSAGES_ANSWERED, r"(?:已|均已|全部|及时|现场|会后|当场|直接|在线|电话)?(?:办结|回复|答复|办复|反馈|处理|解答)(?:的)?(?:留言|来信|信件|咨询|诉求|问题|率)?[^，。、；]{0,4}", "item letter piece time unit copy person_time", "messages consultations", r"率"),
    _rule(K.MESSAGES_ANSWERED, r"(?:网上|在线)?答疑|(?:留言|来信|诉求)(?:办理|回复|答复|办结)\Z|(?:现场|当场|在线)?(?:解答|答复|回复|回答)[^，。、；]{0,24}(?:提问|帖子|问题)", "item letter piece time unit copy"),
    _rule(K.MESSAGES_RECEIVED, r"(?:提交|提出|收集)(?:的)?问题|互动评论|评论|私信\Z", "item piece unit letter"),
    _rule(K.MESSAGES_ANSWERED, r"私信答复|作出答复", "item piece unit letter case"),
    _rule(K.COMPLAINTS, r"[^，。、；：（）]{0,12}(?:举报|投诉|申诉)(?:件|事项|案件)?\Z", "item piece letter case"),
    _rule(K.MESSAGES_RECEIVED, r"(?:市长|县长|局长|书记|厅长|区长|镇长|主任)信箱|[^，。、；]{0,6}问政[^，。、；]{0,6}", "item letter piece"),
    _rule(K.MESSAGES_RECEIVED, r"(?:群众|网民|公众|网友)?(?:来信|留言|信件|来函|邮件|提问|诉求|工单|网上咨询|网络问政|互动信息)(?:、(?:来信|留言|咨询|投诉|建议|邮件))*[^，。、；]{0,6}", "item letter piece time unit copy"),
    _rule(K.MESSAGES_ANSWERED, r"(?:回复|答复|办复|解答)(?:网民|群众|公众|网友)?(?:的)?(?:留言|来信|信件|咨询|诉求|提问|问题)[^，。、；]{0,4}", "item letter piece time unit copy"),
    _rule(K.CONSULTATIONS, r"(?:到馆)?(?:查档|查阅)(?:的)?(?:群众|人员)?", "person_time person"),
    _rule(K.CONSULTATIONS, r"(?:接待|接听|受理|解答|现场|电话|网上|热线|群众|公众)?[^，。、；：（）]{0,8}(?:咨询|来访(?!问)|来电|查阅|接待|电话|热线|办事群众|服务群众|接听)[^，。、；]{0,6}|查询(?:人员|群众)?", "person_time person time unit piece item batch"),
    _rule(K.OPINIONS_COLLECTED, r"(?:公开)?(?:征求意见)|(?:公开)?(?:征集|征求|收集|采纳|吸纳|收到)(?:的)?[^，。、；]{0,10}(?:意见|建议)(?:建议)?|意见建议|采纳[^，。、；]{0,6}|(?:有效)?(?:意见|建议)(?:和建议)?(?:数)?", "item piece matter time", "", r"人大|政协|代表|委员|提案"),
    _rule(K.COMPLAINTS, r"(?:受理)?质疑|(?:群众)?信访事项|异议", "piece case item"),
    _rule(K.COMPLAINTS, r"(?:受理|收到|接到|办理|处理)?(?:的)?[^，。、；：（）]{0,6}(?:举报|投诉|申诉)(?:、?(?:举报|投诉|申诉))*(?:事项|案件|件|数|信息)?", "item piece issue time copy case unit matter letter"),
    # --- response
    _rule(K.PRESS_CONFERENCES_BY_HEAD, rf"(?:其中)?[^，。、；]{{0,6}}(?:{_HEAD})[^，。；]{{0,6}}(?:参加|出席|主持|参与|发布)[^，。；]{{0,6}}(?:新闻)?(?:发布会|通气会|通报会)?", "time session unit", "press"),
    _rule(K.PRESS_CONFERENCES_BY_HEAD, rf"(?:{_HEAD})[^，。；]{{0,4}}(?:参加|出席|主持)[^，。；]{{0,4}}(?:新闻)?(?:发布会|通气会|通报会)", "time session unit"),
    _rule(K.PRESS_CONFERENCES_BY_HEAD, r"(?:参加|出席|主持)[^，。、；]{0,4}(?:新闻)?(?:发布会|通气会|通报会)", "time session unit", "", "", _HEAD, r"[我本全][局委厅市县区][^，。；]{0,12}\Z"),
    _rule(K.PRESS_CONFERENCES_BY_HEAD, r"(?:亲自)?到场\Z|出席(?:的)?\Z", "time session", "press"),
    _rule(K.PRESS_CONFERENCES, r"[^，。、；]{0,6}发布活动|(?:新闻|政策)?(?:发布|通气|通报|媒体见面|吹风|媒体通报|新闻)会(?:[^，。、；会]{0,8}发布会)?", "time session unit issue"),
    _rule(K.ONLINE_INTERVIEWS, r"(?:政府网站)?(?:在线|网上|网络|视频|嘉宾)?(?:访谈|直播|做客|对话|问政)[^，。、；]{0,6}|(?:在线|网民|网上|网友)交流", "time issue session unit"),
    _rule(K.ONLINE_INTERVIEWS, rf"(?:{_HEAD})[^，。；]{{0,6}}", "time issue session", "interviews"),
    _rule(K.POLICY_EXPLANATIONS, r"(?:各类)?(?:政策|文件|图文|图解|视频|专家|文字|图表|图片|动漫|媒体|多媒体|音视频|数字化|一图读懂|部门负责人|负责人|简明问答|原创|H5)?(?:性)?(?:文件|法规)?解读[^，。、；]{0,8}|(?:一图读懂|图说政策|图解)[^，。、；]{0,4}", "article item piece time issue unit copy", "", r"会议|培训|专栏|栏目"),
    _rule(K.POLICY_EXPLANATIONS, r"(?:图文|图解|视频|专家|文字|图表|动漫|音频|问答|H5)[^，。、；]{0,6}", "article item piece time issue unit copy", "explanations"),
    _rule(K.ISSUES_ANSWERED, r"[^，。、；]{0,10}(?:回应|发声|声明)(?:的)?\Z", "time piece item case unit", "issues"),
    _rule(K.ISSUES_ANSWERED, r"主动发声|作出回应", "time piece item case unit"),
    _rule(K.ISSUES_ANSWERED, r"(?:回应|回复|处置|答复|应对)[^，。、；]{0,14}(?:热点|舆情|关切|事件|问题|关注|谣言|诉求)[^，。、；]{0,6}|(?:热点|舆情|社会关切)[^，。、；]{0,6}|(?:微博|微信)[^，。、；]{0,6}回应事件[^，。、；]{0,3}|(?:其他方式)回应[^，。、；]{0,4}|辟谣[^，。、；]{0,4}", "time piece item case unit"),
    # --- documents
    _rule(K.NORMATIVE_DOCUMENTS_REPEALED, r"(?:宣布)?(?:清理)?(?:废止|失效|废除)(?:[和、]?(?:宣布)?(?:失效|废止))?(?:的)?(?:行政)?(?:规范性文件)?", "piece item", "normative"),
    _rule(K.NORMATIVE_DOCUMENTS_REPEALED, r"(?:废止|失效)[^，。、；]{0,4}(?:行政)?规范性文件", "piece item"),
    _rule(K.NORMATIVE_DOCUMENTS_IN_FORCE, r"(?:现行|继续|保留|仍然|目前)?有效(?:的)?(?:行政)?(?:规范性文件)?|继续(?:执行|保留)|予以保留|保留(?:的)?", "piece item", "normative"),
    _rule(K.NORMATIVE_DOCUMENTS_IN_FORCE, r"(?:现行|继续)有效(?:的)?(?:行政)?规范性文件", "piece item"),
    _rule(K.DOCUMENTS_REVIEWED, r"拟(?:修改|修订)\Z", "piece item", "normative"),
    _rule(K.NORMATIVE_DOCUMENTS, r"(?:统一)?(?:登记|编号|公布|备案|报备)\Z|合法性审查[^，。、；]{0,4}", "piece item", "normative"),
    _rule(K.NORMATIVE_DOCUMENTS, r"(?:行政)?规范性文件[^，。、；]{0,8}|(?:新|拟)?(?:制定|修订|修改|制发|出台)(?:的|数)?", "piece item copy", "normative"),
    _rule(K.NORMATIVE_DOCUMENTS, r"(?:行政)?规范性文件[^，。、；]{0,8}", "piece item copy"),
    _rule(K.SUBJECT_COUNT, r"(?:全面)?清理(?:历年|各类|现有)?文件\Z", "piece"),
    _rule(K.DOCUMENTS_REVIEWED, r"(?:登记|审查|审核)[^，。、；]{0,8}(?:文件|稿件)|(?:退回修改|不予发布)(?:的)?", "piece item copy article"),
    _rule(K.DOCUMENTS_REVIEWED, r"(?:审核|审查|认定|核定|审定|确定)[^，。、；]{0,10}(?:公文|文件|信息|属性)[^，。、；]{0,4}|(?:制发|拟制|起草|印发)(?:的)?公文|(?:保密|公开属性)[^，。、；]{0,4}(?:审核|审查)[^，。、；]{0,8}", "piece item copy"),
    _rule(K.DOCUMENTS_REVIEWED, r"公文\Z", "piece copy"),
    # --- warnings, incidents
    _rule(K.VIA_OTHER, r"(?:通过|利用|借助|运用)[^，。；、]{0,8}(?:短信|广播|电视|电子屏|显示屏|报刊|报纸|大喇叭)[^，。；]{0,12}", "item article piece time issue copy"),
    _rule(K.INCIDENTS, r"(?:成功)?(?:预报|避让)[^，。、；]{0,6}(?:灾害|险情)", "case"),
    _rule(K.VIA_OTHER, r"[^，。；、]{0,4}(?:电子屏|显示屏|大屏)[^，。；、]{0,8}(?:播放|滚动|发布)[^，。；]{0,10}", "item article piece time copy"),
    _rule(K.SUBJECT_COUNT, r"[^，。、；]{0,10}(?:简报|快报|专报|内刊|工作动态|信息专刊|明白卡|明白纸)\Z", "issue copy piece"),
    _rule(K.WARNINGS_ISSUED, r"[^，。、；：（）发布]{0,12}(?:预警|警报|预报|警示)(?:信息|预报|信号|公告|提示|短信)?|(?:橙|黄|红|蓝)色[^，。、；]{0,4}", "issue item time case piece"),
    _rule(K.INCIDENT_NOTICES, r"(?:发布|公布|通报|公开|曝光)[^，。、；]{0,16}(?:事故(?!隐患)|事件|灾害|火灾|突发|违法[^，。、；]{0,4}案例)[^，。、；]{0,12}|[^，。、；：（）发布公]{0,12}(?:事故|事件|灾害)[^，。、；]{0,6}(?:信息|通报|快报|处置信息|报告|统计|情况)[^，。、；]{0,4}", "case item issue piece time copy"),
    _rule(K.INCIDENTS, r"(?:发生)[^，。、；]{0,14}(?:事故|事件|灾害|火灾|疫情|案件)|通报[^，。、；]{0,10}(?:火灾|灾害)|[^，。、；：（）]{0,8}(?:事故|火灾|突发事件|突发环境事件|突发公共事件)", "case"),
    # --- resources
    _rule(K.STAFF_FULL_TIME, r"专门从事[^，。、；]{0,10}|全职[^，。、；]{0,6}|专职(?!兼职|、兼职|和兼职)[^，。、；]{0,10}", "person"),
    _rule(K.STAFF_PART_TIME, r"(?<!专)(?<!专、)兼职[^，。、；]{0,10}", "person"),
    _rule(K.TRAINED_PERSONS, r"(?:接受|参训|受训|培训|轮训|累计培训|参与培训|参加(?:培训|学习|考试|人|测试|讲座))[^，。、；]{0,12}(?:人员|人数|干部|人|职工)?|参训[^，。、；]{0,6}|(?:知识)?测试|[^，。、；]{0,6}培训[^，。、；]{0,6}", "person_time person"),
    _rule(K.TRAINED_PERSONS, r"[^，。、；]{0,12}(?:人员|人数|干部|职工|学员|骨干)", "person_time person", "training", r"从事|工作人员|专职|兼职"),
    _rule(K.FOLLOWERS, r"(?:新增)?(?:关注|粉丝|读者|订阅|听众|用户|收听)[^，。、；]{0,10}", "person person_time unit", "", r"访问"),
    _rule(K.CONSULTATIONS, r"(?:接待|服务|受理|查阅|查询|来访(?!问)|来电)[^，。、；]{0,10}", "person_time person"),
    _rule(K.WEBSITE_VISITS, r"[^，。、；：（）]{0,10}(?:访问|点击|浏览|阅读|点阅|访客|播放|观看|转发|浏览次)[^，。、；]{0,6}", "person_time time person item unit"),
    _rule(K.STAFF, r"(?:从事|负责|承担|参与)?[^，。、；]{0,12}(?:工作人员|人员|编制|专人|专干|信息员|联络员|干部|工作者|队伍)[^，。、；]{0,4}|(?:从事|参与|负责)[^，。、；]{0,12}工作(?:的)?", "person"),
    _rule(K.UNITS, r"(?:成立|设立|设置|明确|现有|配备)?[^，。、；]{0,10}(?:内设机构|工作机构|专门机构|办事机构|公开办公室|公开办|公开机构|机构\Z)", "unit"),
    _rule(K.TRAINING_COURSES, r"[^，。、；]{0,14}(?:培训班|培训会|培训|轮训|讲座|辅导|授课)[^，。、；]{0,6}", "time issue session unit batch"),
    _rule(K.TRAINING_COURSES, r"(?:集中|专题|组织)?学习[^，。、；]{0,12}", "time session", "", r"会"),
    _rule(K.MEETINGS, r"[^，。、；]{0,18}(?:会议|党组会|党委会|常务会|推进会|协调会|部署会|例会|座谈会|调度会|专题会|联席会|动员会|工作会|交流会|办公会|研究|听证会)[^，。、；]{0,10}", "time session unit issue"),
    _rule(K.INSPECTIONS, r"[^，。、；]{0,12}(?:督查|督办|督导|检查|巡查|抽查|自查|监测|考核|评议|测评|通报)[^，。、；]{0,6}", "time issue session"),
    # --- platform
    _rule(K.GAZETTE_ISSUES, r"(?:政府)?(?:公报|政报)[^，。、；]{0,6}", "issue"),
    _rule(K.ACCOUNTS, r"(?:摸底|拟?保留|关停|并转|抖音号|头条号|微博|微信)[^，。；、]{0,6}", "unit", "accounts"),
    _rule(K.ACCOUNTS, r"(?:关停|整合|注销|新开通|清理)[^，。；、]{0,6}", "unit", "accounts"),
    _rule(K.ACCOUNTS, r"(?:政务)?(?:新媒体|微博|微信|公众号|客户端|短视频|抖音|头条号)[^，。、；]{0,8}(?:账号|帐号|公众号|号|平台)?|(?:账号|帐号|公众号)", "unit organization"),
    _rule(K.WEBSITE_COLUMNS, r"[^，。、；：（）]{0,12}(?:专栏|栏目|专题|子栏目|板块|频道|模块)[^，。、；]{0,4}", "unit category matter"),
    # --- disclosure by channel and in all
    _rule(K.DISCLOSED_PART, r"(?:网站|门户网|平台|公众号|微信|微博|网|显示屏|公告栏|电子屏|报刊)[^，。；]{0,6}(?:公开(?!栏)|公示(?!栏)|公布|发布)(?:了)?(?![^，。；]{0,24}(?:许可|处罚|解读|规范性文件|预警))(?!(?:各类)?[^，。；]{0,2}(?<!招生)(?<!补贴)信息\Z)(?!(?:各类|有关|相关|的|本[局街镇]道?|政府|政务|主动|公开|工作|动态){0,5}(?:信息|文章|稿件|内容|文件|动态|条目|推文|博文)?\Z)(?:(?!公开|发布|公布|公示)[^，。；]){2,24}\Z", "item piece article copy"),
    _rule(K.VIA_GAZETTE, r"(?:刊登|刊载|登载)[^，。；、]{0,14}|[^，。；、]{0,10}文件", "item piece article", "gazette"),
    _rule(K.VIA_GAZETTE, r"(?:通过)?(?:政府)?公报[^，。；、]{0,12}\Z", "item piece article", "", r"月报|统计公报"),
    _rule(K.VIA_WEIBO, r"(?:通过)?(?:政务|官方|新浪|腾讯|人民)?微博[^，。；、]{0,12}|博文", "item article piece time issue"),
    _rule(K.VIA_WECHAT, r"(?:通过)?(?:政务|官方)?(?:微信|公众号)[^，。；、]{0,14}|推文", "item article piece time issue"),
    _rule(K.DISCLOSED_ITEMS, r"等(?:多种)?(?:形式|方式|渠道|途径|载体|平台)[^，。；]{0,4}(?:主动)?(?:公开|发布|公布)[^，。；]{0,8}信息\Z", "item piece"),
    _rule(K.VIA_OTHER, r"(?:通过)?(?:其他|其它)(?:方式|渠道|途径|形式|媒体)[^，。；]{0,10}|(?:通过|利用|在|借助)?[^，。；、]{0,8}(?:公告栏|报刊(?!登)|报纸|广播|电视|电台|新闻媒体|媒体|公开栏|公示栏|宣传栏|电子屏|显示屏|手机报|短信|抖音|客户端|头条|今日头条|APP|app|新媒体|触摸屏|查询机)[^，。；]{0,12}", "item article piece time issue copy"),
    _rule(K.DISCLOSED_CUMULATIVE, r"存量信息", "item"),
    _rule(K.DISCLOSED_CUMULATIVE, r"(?:历年)?累计(?:主动|向社会)?(?:主动)?(?:公开|发布|公布)(?:各类|的)?(?:政府|政务)?(?:信息|文件)[^，。；]{0,4}", "item piece article", "", "", r"以来|至今|截至|截止|历年|开通|条[^。]{0,60}累计"),
    _rule(K.DISCLOSED_CUMULATIVE, r"累计(?:主动|上网)?(?:公开|发布|公布)\Z|累计(?:主动|上网)?(?:公开|发布|公布|收录)(?:各类|的)?(?:政府|政务)?(?:信息|文件|条目)[^，。；]{0,4}", "item piece article", not_after=r"粉丝|听众|关注|全年|年内|今年|本年|一年来|20[0-9]{2}年"),
    _rule(K.DISCLOSED_CUMULATIVE, r"公开[^，。；]{0,6}信息[^，。；]{0,4}", "item piece article", "", "", r"(?:截[至止]|以来|至今)[^。]{0,60}累计(?:达到|达|为|有|约|共)?\Z"),
    _rule(K.VIA_WEBSITE, r"(?:通过|在)?[^，。；、：（）]{0,10}(?:网站|门户网|公众网|官网|网页|网上|政府网|信息网|网(?=公布|公开|发布|刊登)|在线平台|公开平台|公开网|公示系统|政务网)[^，。；]{0,14}", "item article piece"),
    _rule(K.DISCLOSED_ITEMS, r"(?:主动)?(?:公开|发布|公布)?(?:各类|的)?(?:政府|政务)信息(?:数量|总数|总量|数)?|主动公开(?:的)?(?:各类)?(?:信息|文件|各类信息)?[^，。；、]{0,8}|(?:今年|本年度?|20[0-9]{2}年)?新增(?:的)?(?:政府|公开)?信息|(?:本年度?|今年|当年|年内|20[0-9]{2}年度?)(?:共|就)?(?:新增|公开|发布)(?:的)?(?:有)?\Z|(?:公开|发布|公布|更新)(?:各类|的)?信息\Z|公开信息(?:总量|总数|数量)?|公开(?:信息)?(?:总)?(?:量|数|条数)", "item piece article"),
    # --- bodies
    _rule(K.ORGANIZATIONS, r"[^，。、；：（）]{0,8}?(?:乡镇卫生院|社区居委会|居委会|卫生院|市直医院|医院|市场主体|委办局|镇街|乡镇|街道|部门|单位|行政村|社区|县区|区县|企业|机构|科室|处室|学校|公司|机关|中心|村（社区）|县（市、区）)(?:（[^）]{1,6}）)?", "unit organization"),
    _rule(K.ORGANIZATIONS, r"[^，。、；：（）]{0,4}?(?:村|县|市|区|镇|乡|所|站|局)(?![\u4e00-\u9fff])(?:（[^）]{1,8}）)?", "unit organization"),
)
# fmt: on


@cache  # there are as many as there are classifiers and topics
def rules_of(unit: Unit, topic: str) -> tuple[Rule, ...]:
    """The rules for figures with this classifier under this topic, in order."""
    return tuple(
        rule for rule in RULES if (not rule.units or unit in rule.units) and (not rule.topics or topic in rule.topics)
    )
