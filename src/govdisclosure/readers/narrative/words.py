"""Words that lead to a number without naming what is counted, and words that make a number no figure. Data."""

import re

__all__ = [
    "ACTS",
    "ATTRIBUTE_WORDS",
    "AVERAGE",
    "BEHAVIOUR",
    "BODIES",
    "CHANGE",
    "CHANGED_FROM",
    "CHANGED_TO",
    "COMING",
    "COMPARED",
    "COPULA",
    "FALL",
    "FRONT",
    "GENERIC_STOP",
    "IDLE_RIGHT",
    "IS",
    "JOINT",
    "LEADING_VERB",
    "LEGAL",
    "LONE_VERB",
    "MONEY",
    "OUTCOME_WORDS",
    "PEOPLE",
    "PLAN",
    "PLAN_OPENING",
    "RATE_OF_RULE",
    "SAME_AGAIN",
    "SHARED",
    "SLOGAN",
    "SPREAD",
    "TAIL",
    "TIMES_OF",
    "TOPIC_WORDS",
    "VERB_END",
    "VERB_INSIDE",
    "year_spoken_of",
]

#: At the end of the words before a number.
TAIL = re.compile(
    r"(?:共计|合计|总计|共有|共|(?<![统合总设预会审])计|已达|达到了|达到|已达到|达|(?<!行)为|是|(?<!实)有|仍|亦|逾|(?<=率)实现|(?<!预)约|近|的|了|各|双|(?<![日月年平人])均|都|分别|依次|超过|突破|破|累计|其中|就有|仅|只有|最终|已|"
    r"[ 　]|数为|(?<!存)在|(?<![收接受])到|至|共分|(?<![得评])分为|共(?:举行|举办|召开|公布|发布|开展|编发|印发|接待|受理))\Z"
)
#: At the beginning of the words that name a thing: time, body, verb.
FRONT = re.compile(
    r"(?:[^，。、；：“”《》的]{1,8}?(?:局|厅)(?!长|领导|门户|网站|官网|微博|微信|公众号|级|部|域|面|限|势|机关|属|系统)(?=.{3})|[ 　、，的了]|(?:前|近|仅)?[0-9一二三四五六七八九十]{1,2}个月(?:来|共|内|就)?|全部(?!.)|其中|其余(?!各类|.{0,2}权力)|余下|剩余|剩下|而|让|其次|首先|此外|另外|另|同时|上述|包括|除(?!了)|凡|合计|经(?!费|济|营|办|查)|并(?!转)|还|又|再(?!审)|也|且|以及|及(?!时)|和|与|对(?!外)|将|把|由|从(?!事)|于|全年|年内|今年以来|今年|一年来|本年度|本年|当年|"
    r"20[0-9]{2}年度?|截至?(?:目前|20[0-9]{2}年(?:年)?底)?|目前|年[末底](?!结|累)|尚(?!在|未)|现有|现(?!场|行)|我(?:局|县|市|区|镇|委|厅|办|校|院|省|街道|乡|单位|部门|中心|处|队|站|所|州|旗|盟)"
    r"|全(?:县|市|区|省|局|镇|乡|州|系统|街道|委|厅|院|校)|本(?:机关|局|单位|级|行政机关|部门|委|厅|街道|镇|乡)|各级行政机关|"
    r"已(?!审结|判决|办|回复|答复|主动公开|经)|共计|共|还|先后|及时(?!率|公开率|性)|累计|分别|一共|总共|有(?!关|效)|为|是|即(?!办|来)|实现了?|实行|在(?!线|编|岗|职)|按(?!时|期|日|件|量)|含(?!有)|主动(?=公开.)|"
    r"公开(?!及时|征|总量|比例|量|数|点|率|栏|平台|手册|事项|专区|专栏|目录|指南|申请|工作|属性|类|查阅|办|领导|信箱|制度)|发布(?!会|率|平台|厅|机制|内容|活动)|公布|公示(?!率|栏|系统|公告)|召开|举办|举行|组织(?!机构|领导)|开展|"
    r"收到|接到|接收|接受(?!培训)|受理|发放|印发(?!通报)|制发|出台|设立|设置|开设|开通(?!率)|建立|成立|编发|编印|编制(?!内|人)|推送|播出|刊发|刊登|提供|承办|承担(?:的)?|"
    r"作出|做出|实施|下发|转发|张贴|制作|悬挂|安排|落实|投入(?!资金|经费)|建成|配备|明确|新建|更新|上传|上报|采集|归集|录入|梳理|形成|完成|邀请|"
    r"参加(?!人|者|培训|学习)|参与(?!群众)|到年底|实际(?!平均|提速|支出)|[^，。、“”]{2,4}[县市区](?=“)|各类|各种|各项|多种|相关|有关)"
)
#: What is left when there is nothing: only a copula.
COPULA = re.compile(r"(?:是|为|有|共|计|的|等|“|”|一|个|[ 　])*")
#: The words before the number end in a verb or a preposition: what is counted follows the number.
VERB_END = re.compile(
    r"(?:发布|公布|公开|公示|召开|举办|举行|组织|开展|收到|接到|接收|接受|受理|发放|印发|制发|制定|出台|设立|设置|开设|开通|建立|成立|编发|编印|编制|"
    r"报送|推出|推送|播出|刊发|刊登|提供|承办|承担|作出|做出|实施|下发|转发|张贴|制作|悬挂|安排|落实|配备|建成|明确|梳理|形成|完成|邀请|参加|参与|"
    r"对|将|把|向|由|从|及|和|与|等|全县|全市|全区|全省|全镇|全乡|辖区|下辖|县|先后|共|另有|有|连续|后|进行|回应|回复|答复|办理|处理|征集|采纳|涵盖|审核|抽查|检查|查处|曝光|承接|涉及|纳入|进驻|保留|管理|负责|监管|覆盖|的)\Z"
)
#: A verb that ends the words before a number and may be all of them.
LONE_VERB = re.compile(r"(?:公开|发布|公布|受理|接收|收到|办结)\Z")
#: Words in a clause behind which its thing begins.
JOINT = re.compile(r"被|向|因(?:政府信息公开)?(?:工作)?|于|含|对(?!外)|由|有|是|以|在(?!线)|”矩阵")
#: Behind the number stands no thing: an act, a link, nothing.
IDLE_RIGHT = re.compile(
    r"(?:[ 　]|减少|增加|增长|下降|提高|有所|明显|上升|增至|降至|中|里|之|未|转入|来自|以|均|已|全部|得到|被|是|为|在|按|经|于|由|和|与|及|等|左右|以上|以内|内|，|。|同比|比|较|占|并|后|时|平均|共计|合计|共(?!同|享)|的\Z|都|还|同意|予以|属|涉及|进行|办理|结转|依法)"
)
#: Behind the number and before the thing: 其余58条为综合类.
IS = re.compile(r"(?:均|全部|都)?(?:为|是|系)(?=[^了]{2})")
#: What somebody did so many times: 分管领导1次做客在线访谈.
ACTS = re.compile(r"(?:做客|走进|召开|举办|组织召开|听取|研究部署)")
#: People right behind their number, and money named behind its amount.
PEOPLE = re.compile(
    r"(?:专职|兼职|专兼职|专（兼）职)?(?:信息|政务)?(?:公开)?(?:工作)?(?:人员|信息员|专干|联络员|同志|干部|职工)"
)
MONEY = re.compile(r"(?:专项|工作|财政)?(?:资金|经费)")
#: Where a counted thing behind a number ends.
GENERIC_STOP = re.compile(
    r"(?:(?<!正)(?<!尚)在(?!线|建|编|岗|校)|外\Z|走进|轮流|分别|里\Z|中\Z|中，|提出|提交|参加|参与|组织|开展|接待|全年|具体|赠阅(?!点)|(?<!减)免费|免收|发放|因|已|均|全部|进行|作出|做出|收取|实行|以|并|被|得到|于|和|与|及|通过|进驻|向|为|的(?=[^ ]{0,2}\Z)|做到|实现|纳入)"
)
#: An increase or a decrease right before the number.
CHANGE = re.compile(
    r"(?:净增加?|净减少?|略增|略减|(?<=比)增|(?<=比)减|增速|高出|多出|增加|增长|上升|提高|提升|增幅|涨幅|增长率|上涨|增多|下降|减少|降低|减幅|降幅|下滑|精简|回落|缩短|(?<!最)多|少)(?:幅度|率)?(?:了|达|为|约)?\Z"
)
FALL = re.compile(r"净减|略减|(?<=比)减|下降|减少|降低|减幅|降幅|下滑|精简|回落|缩短|少")
#: A value that something was changed to: not a change, but a figure of its own.
CHANGED_TO = re.compile(
    r"(?:精简|减少|调整|增加|压缩|缩短|增|减|压减|提高|上升|升|压|变|整合|下降|扩大|缩减|降低|降|扩充|合并|上调|下调|提升|拓展)(?:为|到|至|成)了?[ 　]*\Z"
)
#: A value that something was changed from.
CHANGED_FROM = re.compile(
    r"(?:由|从)(?:(?:原来|原先|原有|原|年初|年底|上年末|上年底|上年度?|去年|上一年|20[0-9]{2}年)(?:的)?)?(?:约)?[ 　]*\Z"
)
_BODY = (
    "乡镇卫生院|卫生院|卫生室|办事处|社区居委会|居委会|医院|委办局|镇街|乡镇|街道|部门|单位|行政村|社区|县区|区县|企业|社会组织|机构"
    "|科室|处室|学校|公司|机关|旅行社|饭店|窗口(?=进驻|办理|受理)|分局|支队|大队|派出所"
)
#: Bodies counted behind their number: 44个部门, 9个县（市、区）.
BODIES = re.compile(
    rf"[^，。、；：（）0-9]{{0,6}}?(?:(?:{_BODY})(?!信息(?!公开情况)|公开(?!情况)|网站)|(?:村|县|市|区|镇|乡)(?:(?=[全均都已和及的完设建实开统])|(?![\u4e00-\u9fff])))(?:（[^）0-9]{{1,6}}）局?)?"
)
#: What a stretch of words speaks of; the last that is found holds. ``asked`` are words of requests of any sort.
TOPIC_WORDS = re.compile(
    r"(?P<reviews>行政复议|复议)|(?P<lawsuits>行政诉讼|诉讼|涉诉)|(?P<documents>(?<!法规)(?<!政策)公文(?!公告|类)|公开属性|文件公开属性)|(?P<normative>规范性文件|文件清理|清理[^，。]{0,6}文件|文件进行了[^，。]{0,4}清理)"
    r"|(?P<accounts>账号)|(?P<issues>热点|舆情|社会关切|突发事件)|(?P<powers>(?<!有)权力(?=[0-9])|有权力|行政权力|行政职权|权力清单|权力事项|审批事项)|(?P<messages>留言|来信|信件|工单|诉求|信箱)|(?P<consultations>来电|热线|咨询电话)"
    r"|(?P<requests>(?:信息公开|依申请公开|公开政府信息的)(?:的)?申请|依申请公开)"
    r"|(?P<asked>(?:有效|书面)(?:的)?申请|申请[人者]|申请答复|申请[^，。、；]{0,4}(?:内容|方式|渠道|类型|情况)|答复(?:结果|方式|情况|类型)|(?<!提案)(?<!建议)办理结果|(?:的|类|收到|办理|受理)申请|申请(?=中|，|量|未|已|被|因|仍|尚))"
    r"|(?P<disclosed>(?<!属性为)(?<!属于)(?<!已)主动公开(?!范围)|公开政府信息|公开的(?:政府)?信息|发布(?:政府|政务|各类)?信息|公开(?:各类)?信息)"
    r"|(?P<cases>审批服务|政务服务|办件|业务(?!工作|动态|信息|类|培训|知识|骨干)|审批系统|服务事项|证件申请|许可申请|行政服务中心|便民服务中心|办证|窗口(?!对)|政务大厅|办事大厅|行政审批)|(?P<explanations>解读(?!率))|(?P<gazette>政府公报)|(?P<interviews>访谈)|(?P<press>发布会|通气会|发布活动)"
)
#: Words of outcomes, which speak of requests where nothing else is spoken of.
OUTCOME_WORDS = re.compile(
    r"答复的|主动公开范围|不属于本|延期答复|按时办结|告知补正|予以公开|不予公开|同意公开|部分公开|无法提供|不予处理|国家秘密|商业秘密|个人隐私|信息不存在"
)
#: Attributes of documents, which name neither disclosure nor requests.
ATTRIBUTE_WORDS = re.compile(r"(?:主动公开|依申请公开|不予公开|不公开)(?:类|的|属性|为)*\Z")
#: Verbs behind which the thing itself begins, where a clause has its subject first.
VERB_INSIDE = re.compile(
    r"归集|报送|推送|发布(?!会|厅|平台|率)|公布|公示(?!率|栏)|(?<!务)(?<!信息)(?<!申请)公开(?!及时|率|栏|平台|目录|指南|申请|属性|查阅|办|专栏|工作|类|征|手册|事项|专区|要素|答复)|收到|刊登|聘请|配发|下设|设立|设置|开设|召开|举行|撰写|收录|落实|采取|作出|做出|受理|发放|印发|播出|刊发|提供|采集|上传|办理(?!时|率|期|流程|结果|复文|情况)|编发|编印|制作|播放|张贴|接待|开展|(?<!社会)(?<!社)组织(?!机构|领导)|举办|处理(?!率|费)|处置(?!率)|答复(?!率|时)|推出|建成|审核|新增|发出|提供"
)
#: Verbs that only lead to a thing and are never what is counted.
LEADING_VERB = re.compile(
    r"召开|举办|举行|(?<!社会)组织(?!机构|领导)|开展|印发|下发|编发|刊发|发布(?!会|厅|率|平台)|公布|(?<!务)(?<!信息)(?<!申请)(?<!主动)公开(?!及时|率|栏|平台|目录|指南|申请|属性|查阅|办|专栏|工作|类|征)|设立|设置|配备|开设|张贴|悬挂|抽检(?!信息|公告|结果)|抽查(?!公告|结果|信息|通报)|刊登|推出|下属|所属|名义"
)
#: What a thing did, behind its name: 申请量持续走高.
BEHAVIOUR = re.compile(r"(?:回落|持续|呈|有所|明显|大幅|稳步|不断|逐年)[^，。]{0,12}\Z")
#: What is told of the year after the report's.
COMING = re.compile(r"将|计划|争取|力争|拟|[年月]底前")
#: A plan reaches to the full stop.
PLAN_OPENING = re.compile(r"改进措施：|下一步|(?<!入)(?<!转)(?<!至)下一年(?!度?(?:继续)?(?:办|处|答))|明年|今后")
#: Words of comparison that name nothing themselves: the figure before says what is counted.
SAME_AGAIN = re.compile(
    r"(?:较|相比|比|\(|同|与|和|及|而|今年|本年度?|年底|年初|已|达到|达|约|共|为|是|在|上年|去年|上一年度?|同期|上年同期|20[0-9]{2} ?年度?|其中|（|的|[，、 　])*\Z"
)
#: With what a change is compared.
COMPARED = re.compile(r"(?:较|比|与|同)[^，。]{0,8}(?:年|年度|同期|期)(?:相比|比)?")
#: 为上年的1.6倍.
TIMES_OF = re.compile(r"(?:约)?(?:为|是|相当于|达到?)[^，。]{0,10}的\Z")
#: A share of a whole.
SHARED = re.compile(r"(?:约)?占(?!有|用|地)(?:到了?|比|总|全)?[^，。]{0,14}\Z")
#: Averages of the figure before.
AVERAGE = re.compile(r"(?:日均|月均|年均|平均每[天日月年周]|平均每[^，。、]{1,4})\Z")
#: A number over an enumeration.
SPREAD = re.compile(r"(?:各|双|均|都|皆|分别|全部)(?:为|是|达到|达|在|有|占|约|公开)*\Z")
#: A rate that stands before its predicate.
RATE_OF_RULE = re.compile(
    r"(?:实现|实行)?(?:了)?(?:全部|全文|及时|主动|在?网上|网站)?(?:公开|公示|发布|公布|答复|办结|回复|上网|张榜公示)[^，。、；]{0,8}|实现了?[^，。、；]{1,12}"
)
#: Limits that a law sets, not the agency.
LEGAL = re.compile(r"法定|规定|条例|应当|之日起|不超过|不得超过|不少于|延长|自收到|于\Z")
#: A sentence on what is to come.
PLAN = re.compile(
    r"下一步|(?<!入)(?<!转)(?<!至)(?<!转到)下一年(?!度?(?:继续)?(?:办|处|答))|明年|今后|力争|预计|计划(?:在|于|新增|开展|召开|举办|完成)|拟(?:于|在|新增|开展|举办)|将(?:进一步|继续|重点|着力|新增|加大|加强|开展|举办|组织|落实|从|切实|把|按照)|"
    r"确保[^，。]{0,12}(?:不少于|不低于|达到)|不少于|不低于"
)
#: Counted words of slogans and outlines.
SLOGAN = re.compile(
    r"(?:内部|过程|方面|层面|阶段|环节|步骤|部分|节点|问题|意识|自信|维护|窗口对|窗口、|渠道|原则|重点(?!部门|单位|领域|工程|项目|企业|区域|民生)|关键|目标|机制|要素|到位|统一|结合|转变|强化|清单|抓手|方向|领域|月|季度|小时|年|工作(?!实行|实现)|关系|"
    r"体系|抓|着力|突出|坚持|办法|措施|台阶|章节|章|文明|代表|必须|不|字|层次|维度|时间|基本|主要|一|类别|星期)"
)


_YEARS = re.compile(
    r"(?P<year>20[0-9]{2}) ?年|(?P<last>上年|去年|上一年|往年|上年度|去年同期)|(?P<this>今年|本年|本年度|当年|年内|全年)"
)


def year_spoken_of(words: str, report_year: int, before: int) -> int:
    """The year that a figure speaks of by the words since the figure before it."""
    year = before
    for match in _YEARS.finditer(words) if "年" in words else ():
        if match["year"]:
            year = int(match["year"])
        elif match["last"]:
            year = report_year - 1
        else:
            year = report_year
    return year
