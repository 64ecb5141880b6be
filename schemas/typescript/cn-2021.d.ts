/**
 * TypeScript types of cn-2021.schema.json, generated from it by scripts/typescript.mjs; not edited by hand.
 *
 * License: CC0-1.0
 */

/**
 * not_applicable 不适用；unreadable 无法辨认
 */
export type AbsentCell = "not_applicable" | "unreadable";
/**
 * national 国家级；province 省级；prefecture 地级；county 县级；township 乡级
 */
export type AdministrativeLevel = "national" | "province" | "prefecture" | "county" | "township";
/**
 * 单元格：数值，空白为null
 */
export type Amount = `${number}` | AbsentCell | null;
/**
 * row 行；column 列
 */
export type Axis = "row" | "column";
/**
 * government 人民政府；department 政府部门；township 乡镇人民政府、街道办事处；institution 事业单位；other 其他
 */
export type BodyKind = "government" | "department" | "township" | "institution" | "other";
/**
 * website 政府网站；website_column 网站专栏；weibo 政务微博；wechat 政务微信；mobile_app 移动客户端；mobile_paper 手机报；television 电视；radio 广播；newspaper 报刊；gazette 政府公报；press_conference 新闻发布会；reading_place 公开查阅点；hotline 热线电话；other 其他渠道
 */
export type ChannelKind =
  | "website"
  | "website_column"
  | "weibo"
  | "wechat"
  | "mobile_app"
  | "mobile_paper"
  | "television"
  | "radio"
  | "newspaper"
  | "gazette"
  | "press_conference"
  | "reading_place"
  | "hotline"
  | "other";
/**
 * 单元格：数值，空白为null
 */
export type Count = number | AbsentCell | null;
/**
 * 精确小数，保留原有小数位数
 */
export type Decimal = `${number}`;
/**
 * unified_social_credit_code 统一社会信用代码；organization_code 组织机构代码；other 其他代码
 */
export type IdentifierScheme = "unified_social_credit_code" | "organization_code" | "other";
/**
 * power_total 行政权力总数；power_group 行政权力分组数；power_change 行政权力变动数；power_public_service 公共服务事项数；responsibility_items 责任事项数；approval_categories 审批事项大类数；approval_items 行政审批事项数；online_items 网上可办事项数；online_rate 网上办理率；mean_handling_time 平均办理时限；promised_time 承诺时限；speed_up_rate 提速比例；early_completion_rate 提前办结率；on_time_rate 按时办结率；completion_rate 办结率；satisfaction_rate 满意率；cases_accepted 受理业务数；cases_closed 办结业务数；cases_decided 许可决定数；enforcement_decisions 处罚、强制决定数；overdue_cases 超期件数；consultations 接待咨询数；disclosed_items 主动公开政府信息数；disclosed_cumulative 累计公开数；disclosed_part 其中某类公开数；via_website 政府网站公开数；via_weibo 政务微博公开数；via_wechat 政务微信公开数；via_gazette 政府公报公开数；via_other 其他方式公开数；full_text_rate 全文电子化率；disclosure_rate 公开率；normative_documents 规范性文件数；normative_documents_repealed 规范性文件废止数；normative_documents_in_force 规范性文件有效数；documents_reviewed 公文审核数；warnings_issued 预警预报数；incident_notices 事故信息发布数；incidents 事故数；website_visits 访问量；followers 关注人数；website_columns 专栏数；accounts 政务新媒体账号数；gazette_issues 政府公报期数；reading_places 查阅点数；requests_received 收到申请数；requests_carried_in 上年结转申请数；requests_carried_out 结转下年申请数；requests_by_channel 分渠道申请数；requests_by_applicant 分申请人申请数；requests_part 某类申请数；requests_closed 申请办结数；requests_on_time 按时办结申请数；requests_extended 延期办结申请数；requests_granted 同意公开数；requests_partly_granted 部分公开数；requests_refused 不同意公开数；requests_already_public 已主动公开数；requests_not_this_agency 非本机关公开数；requests_unable 无法提供数；requests_not_processed 不予处理数；requests_other 其他处理数；requests_charged 收费申请数；reviews 行政复议数；reviews_result 行政复议结果数；lawsuits 行政诉讼数；lawsuits_result 行政诉讼结果数；complaints 举报投诉数；policy_explanations 政策解读数；press_conferences 新闻发布会数；press_conferences_by_head 主要负责人出席发布会数；online_interviews 在线访谈数；issues_answered 回应热点数；messages_received 来信留言数；messages_answered 来信留言回复数；opinions_collected 征集意见数；request_fees 依申请公开收费；fees_waived 减免费用；budget 专项经费；other_amount 其他金额；staff 工作人员数；staff_full_time 专职人员数；staff_part_time 兼职人员数；units 工作机构数；meetings 会议数；training_courses 培训班数；trained_persons 受训人次；inspections 督查数；score 考核得分；share 占比；change_rate 增减幅度；change_amount 增减数量；multiple 倍数；organizations 单位数；subject_count 业务数量
 */
export type MetricKind =
  | "power_total"
  | "power_group"
  | "power_change"
  | "power_public_service"
  | "responsibility_items"
  | "approval_categories"
  | "approval_items"
  | "online_items"
  | "online_rate"
  | "mean_handling_time"
  | "promised_time"
  | "speed_up_rate"
  | "early_completion_rate"
  | "on_time_rate"
  | "completion_rate"
  | "satisfaction_rate"
  | "cases_accepted"
  | "cases_closed"
  | "cases_decided"
  | "enforcement_decisions"
  | "overdue_cases"
  | "consultations"
  | "disclosed_items"
  | "disclosed_cumulative"
  | "disclosed_part"
  | "via_website"
  | "via_weibo"
  | "via_wechat"
  | "via_gazette"
  | "via_other"
  | "full_text_rate"
  | "disclosure_rate"
  | "normative_documents"
  | "normative_documents_repealed"
  | "normative_documents_in_force"
  | "documents_reviewed"
  | "warnings_issued"
  | "incident_notices"
  | "incidents"
  | "website_visits"
  | "followers"
  | "website_columns"
  | "accounts"
  | "gazette_issues"
  | "reading_places"
  | "requests_received"
  | "requests_carried_in"
  | "requests_carried_out"
  | "requests_by_channel"
  | "requests_by_applicant"
  | "requests_part"
  | "requests_closed"
  | "requests_on_time"
  | "requests_extended"
  | "requests_granted"
  | "requests_partly_granted"
  | "requests_refused"
  | "requests_already_public"
  | "requests_not_this_agency"
  | "requests_unable"
  | "requests_not_processed"
  | "requests_other"
  | "requests_charged"
  | "reviews"
  | "reviews_result"
  | "lawsuits"
  | "lawsuits_result"
  | "complaints"
  | "policy_explanations"
  | "press_conferences"
  | "press_conferences_by_head"
  | "online_interviews"
  | "issues_answered"
  | "messages_received"
  | "messages_answered"
  | "opinions_collected"
  | "request_fees"
  | "fees_waived"
  | "budget"
  | "other_amount"
  | "staff"
  | "staff_full_time"
  | "staff_part_time"
  | "units"
  | "meetings"
  | "training_courses"
  | "trained_persons"
  | "inspections"
  | "score"
  | "share"
  | "change_rate"
  | "change_amount"
  | "multiple"
  | "organizations"
  | "subject_count";
/**
 * licensing 行政许可；punishment 行政处罚；coercion 行政强制；levy 行政征收；payment 行政给付；inspection 行政检查；confirmation 行政确认；reward 行政奖励；adjudication 行政裁决；other 其他权力；requisition 行政征用；approval 行政审批；non_licensing_approval 非行政许可审批；supervision 行政监督
 */
export type PowerCategory =
  | "licensing"
  | "punishment"
  | "coercion"
  | "levy"
  | "payment"
  | "inspection"
  | "confirmation"
  | "reward"
  | "adjudication"
  | "other"
  | "requisition"
  | "approval"
  | "non_licensing_approval"
  | "supervision";
/**
 * preamble 引言；overview 总体情况；organization 组织领导和制度机制；proactive 主动公开政府信息情况；key_areas 重点领域信息公开；powers 行政权力公开；response 回应解读情况；on_request 依申请公开政府信息情况；fees 收费及减免情况；review_litigation 行政复议、行政诉讼情况；management 政府信息管理；platform 政府信息公开平台建设；supervision 监督保障；problems 存在的主要问题及改进情况；plans 下一步工作安排；other_matters 其他需要报告的事项；appendix 附表、附件；other 其他
 */
export type SectionKind =
  | "preamble"
  | "overview"
  | "organization"
  | "proactive"
  | "key_areas"
  | "powers"
  | "response"
  | "on_request"
  | "fees"
  | "review_litigation"
  | "management"
  | "platform"
  | "supervision"
  | "problems"
  | "plans"
  | "other_matters"
  | "appendix"
  | "other";
/**
 * query 查询；application 申请、申报；registration 登记、注册；management 管理；other 其他
 */
export type ServiceKind = "query" | "application" | "registration" | "management" | "other";
/**
 * item 条；piece 件；article 篇；issue 期；time 次；person_time 人次；person 人；copy 份；case 起；unit 个；spot 处；organization 家；matter 项；category 类；session 场；volume 册；letter 封；device 台；batch 批次；score 分；percent %；percentage_point 百分点；multiple 倍；working_day 工作日；calendar_day 天；cny 元；cny_10k 万元；cny_100m 亿元
 */
export type Unit =
  | "item"
  | "piece"
  | "article"
  | "issue"
  | "time"
  | "person_time"
  | "person"
  | "copy"
  | "case"
  | "unit"
  | "spot"
  | "organization"
  | "matter"
  | "category"
  | "session"
  | "volume"
  | "letter"
  | "device"
  | "batch"
  | "score"
  | "percent"
  | "percentage_point"
  | "multiple"
  | "working_day"
  | "calendar_day"
  | "cny"
  | "cny_10k"
  | "cny_100m";

/**
 * 政府信息公开工作年度报告（2021年起）
 */
export interface ReportCn2021 {
  /**
   * 格式
   */
  form: "cn-2021";
  /**
   * 年度
   */
  year: number;
  /**
   * 统计期限
   */
  period: Period;
  /**
   * 报告名称
   */
  title: string | null;
  /**
   * 语言
   */
  language: string;
  /**
   * 成文日期
   */
  issued: string | null;
  /**
   * 发布机构
   */
  publisher: Publisher | null;
  /**
   * 编制机构
   */
  author: Author | null;
  /**
   * 发布信息
   */
  publication: Publication | null;
  /**
   * 正文
   */
  sections: Section[];
  /**
   * 行政权力清单
   */
  powers: PowerList | null;
  /**
   * 文中数据
   */
  metrics: Metric[];
  /**
   * 公开渠道
   */
  channels: Channel[];
  /**
   * 网上服务
   */
  services: OnlineService[];
  /**
   * 统计表
   */
  statistics: CN2021 | null;
  /**
   * 出处
   */
  provenance: Provenance;
}
export interface Applicants {
  /**
   * 自然人
   */
  natural_person: Count;
  /**
   * 商业企业
   */
  commercial: Count;
  /**
   * 科研机构
   */
  research: Count;
  /**
   * 社会公益组织
   */
  social_welfare: Count;
  /**
   * 法律服务机构
   */
  legal_service: Count;
  /**
   * 其他
   */
  other: Count;
  /**
   * 总计
   */
  total: Count;
}
export interface Author {
  /**
   * 编制机构
   */
  name: string;
  /**
   * 机构代码
   */
  identifiers: Identifier[];
}
export interface CN2021 {
  /**
   * 主动公开政府信息情况
   */
  proactive: Proactive;
  /**
   * 收到和处理政府信息公开申请情况
   */
  requests: Requests;
  /**
   * 政府信息公开行政复议、行政诉讼情况
   */
  challenges: Challenges;
  /**
   * 单元格原文
   */
  printed: {
    [k: string]: string;
  };
  /**
   * 表外的行和列
   */
  extra: Extra[];
}
export interface Challenges {
  /**
   * 行政复议
   */
  review: Outcomes;
  /**
   * 未经复议直接起诉
   */
  litigation_direct: Outcomes;
  /**
   * 复议后起诉
   */
  litigation_after_review: Outcomes;
}
export interface Channel {
  /**
   * 渠道类别
   */
  kind: ChannelKind;
  /**
   * 渠道名称
   */
  name: string;
}
export interface Decisions {
  /**
   * 本年处理决定数量
   */
  decisions: Count;
}
export interface Denied {
  /**
   * 1.属于国家秘密
   */
  state_secret: Applicants;
  /**
   * 2.其他法律行政法规禁止公开
   */
  forbidden_by_law: Applicants;
  /**
   * 3.危及“三安全一稳定”
   */
  security_stability: Applicants;
  /**
   * 4.保护第三方合法权益
   */
  third_party: Applicants;
  /**
   * 5.属于三类内部事务信息
   */
  internal_affairs: Applicants;
  /**
   * 6.属于四类过程性信息
   */
  process: Applicants;
  /**
   * 7.属于行政执法案卷
   */
  enforcement_file: Applicants;
  /**
   * 8.属于行政查询事项
   */
  query: Applicants;
}
export interface Documents {
  /**
   * 本年制发件数
   */
  issued: Count;
  /**
   * 本年废止件数
   */
  repealed: Count;
  /**
   * 现行有效件数
   */
  in_force: Count;
}
export interface Extra {
  /**
   * 所在表格
   */
  table: string;
  /**
   * 行或列
   */
  axis: Axis;
  /**
   * 前一行或列
   */
  after: string | null;
  /**
   * 名称
   */
  labels: string[];
  /**
   * 内容
   */
  cells: string[];
}
export interface ExtraCategory {
  /**
   * 权力类别
   */
  label: string;
  /**
   * 数量
   */
  count: number;
}
export interface Fees {
  /**
   * 本年收费金额（单位：万元）
   */
  amount: Amount;
}
export interface Host {
  /**
   * 网站主办单位
   */
  name: string | null;
  /**
   * 网站承办单位
   */
  operator: string | null;
  /**
   * 网站标识码
   */
  website_identification_code: string | null;
  /**
   * ICP备案号
   */
  icp_number: string | null;
  /**
   * 公安备案号
   */
  police_record_number: string | null;
  /**
   * 地址
   */
  address: string | null;
  /**
   * 邮政编码
   */
  post_code: string | null;
  /**
   * 电子邮箱
   */
  email: string | null;
  /**
   * 联系电话
   */
  telephones: Telephone[];
}
export interface Identifier {
  /**
   * 代码类型
   */
  scheme: IdentifierScheme;
  /**
   * 代码
   */
  value: string;
}
export interface Metric {
  /**
   * 指标
   */
  kind: MetricKind;
  /**
   * 数值
   */
  value: number | Decimal;
  /**
   * 单位
   */
  unit: Unit | null;
  /**
   * 统计对象
   */
  counted: string;
  /**
   * 其中项所属
   */
  part_of: string | null;
  /**
   * 所属年度
   */
  of_year: number | null;
  /**
   * 约数
   */
  approximate: boolean;
}
export interface NotProcessed {
  /**
   * 1.信访举报投诉类申请
   */
  petition: Applicants;
  /**
   * 2.重复申请
   */
  repeat: Applicants;
  /**
   * 3.要求提供公开出版物
   */
  publication: Applicants;
  /**
   * 4.无正当理由大量反复申请
   */
  massive: Applicants;
  /**
   * 5.要求行政机关确认或重新出具已获取信息
   */
  confirm: Applicants;
}
export interface OnlineService {
  /**
   * 服务类别
   */
  kind: ServiceKind;
  /**
   * 服务名称
   */
  name: string;
}
export interface OtherHandling {
  /**
   * 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
   */
  not_corrected: Applicants;
  /**
   * 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
   */
  fee_unpaid: Applicants;
  /**
   * 3.其他
   */
  other: Applicants;
}
export interface Outcomes {
  /**
   * 结果维持
   */
  upheld: Count;
  /**
   * 结果纠正
   */
  corrected: Count;
  /**
   * 其他结果
   */
  other: Count;
  /**
   * 尚未审结
   */
  pending: Count;
  /**
   * 总计
   */
  total: Count;
}
export interface Period {
  /**
   * 统计期限起
   */
  start: string;
  /**
   * 统计期限止
   */
  end: string;
}
export interface Place {
  /**
   * 所在路径
   */
  path: string | null;
  /**
   * 起始位置
   */
  start: number | null;
  /**
   * 结束位置
   */
  end: number | null;
  /**
   * 原文
   */
  quote: string;
  /**
   * 来源位置
   */
  source: SourcePlace | null;
}
export interface PowerCategories {
  /**
   * 行政许可
   */
  licensing: number | null;
  /**
   * 行政处罚
   */
  punishment: number | null;
  /**
   * 行政强制
   */
  coercion: number | null;
  /**
   * 行政征收
   */
  levy: number | null;
  /**
   * 行政给付
   */
  payment: number | null;
  /**
   * 行政检查
   */
  inspection: number | null;
  /**
   * 行政确认
   */
  confirmation: number | null;
  /**
   * 行政奖励
   */
  reward: number | null;
  /**
   * 行政裁决
   */
  adjudication: number | null;
  /**
   * 其他权力
   */
  other: number | null;
}
export interface PowerItem {
  /**
   * 权力事项名称
   */
  name: string;
  /**
   * 权力类别
   */
  category: PowerCategory;
  /**
   * 承办机构
   */
  office: string | null;
  /**
   * 实施主体
   */
  authority: string | null;
  /**
   * 办理流程
   */
  procedure: string | null;
  /**
   * 设定依据
   */
  legal_basis: string[];
  /**
   * 法定时限（工作日）
   */
  statutory_limit: Decimal | null;
  /**
   * 承诺时限（工作日）
   */
  promised_limit: Decimal | null;
  /**
   * 链接
   */
  link: string | null;
}
export interface PowerList {
  /**
   * 行政权力总数
   */
  total: number | null;
  /**
   * 分类数量
   */
  categories: PowerCategories;
  /**
   * 其他类别
   */
  extra: ExtraCategory[];
  /**
   * 分类完整
   */
  exhaustive: boolean;
  /**
   * 权力事项
   */
  items: PowerItem[];
}
export interface Proactive {
  /**
   * 规章
   */
  regulations: Documents;
  /**
   * 行政规范性文件
   */
  normative_documents: Documents;
  /**
   * 行政许可
   */
  licensing: Decisions;
  /**
   * 行政处罚
   */
  punishment: Decisions;
  /**
   * 行政强制
   */
  coercion: Decisions;
  /**
   * 行政事业性收费
   */
  fees: Fees;
}
export interface Provenance {
  /**
   * 来源文件
   */
  source: Source | null;
  /**
   * 出处
   */
  places: {
    [k: string]: Place;
  };
}
export interface Publication {
  /**
   * 网址
   */
  url: string | null;
  /**
   * 发布日期
   */
  published: string | null;
  /**
   * 发布时间
   */
  published_time: string | null;
  /**
   * 信息来源
   */
  origin: string | null;
  /**
   * 索引号
   */
  index_number: string | null;
  /**
   * 网站
   */
  host: Host | null;
}
export interface Publisher {
  /**
   * 发布机构
   */
  name: string;
  /**
   * 机构类别
   */
  kind: BodyKind | null;
  /**
   * 行政级别
   */
  level: AdministrativeLevel | null;
  /**
   * 行政区划代码
   */
  region_code: string | null;
  /**
   * 机构代码
   */
  identifiers: Identifier[];
}
export interface Requests {
  /**
   * 一、本年新收政府信息公开申请数量
   */
  received: Applicants;
  /**
   * 二、上年结转政府信息公开申请数量
   */
  carried_in: Applicants;
  /**
   * 三、本年度办理结果
   */
  results: Results;
  /**
   * 四、结转下年度继续办理
   */
  carried_out: Applicants;
}
export interface Results {
  /**
   * （一）予以公开
   */
  granted: Applicants;
  /**
   * （二）部分公开（区分处理的，只计这一情形，不计其他情形）
   */
  partly_granted: Applicants;
  /**
   * （三）不予公开
   */
  denied: Denied;
  /**
   * （四）无法提供
   */
  unable: Unable;
  /**
   * （五）不予处理
   */
  not_processed: NotProcessed;
  /**
   * （六）其他处理
   */
  other: OtherHandling | null;
  /**
   * （六）其他处理
   */
  other_undivided: Applicants | null;
  /**
   * （七）总计
   */
  total: Applicants;
}
export interface Section {
  /**
   * 内容类别
   */
  kind: SectionKind;
  /**
   * 序号
   */
  number: string | null;
  /**
   * 标题
   */
  heading: string | null;
  /**
   * 段落
   */
  paragraphs: string[];
  /**
   * 下级标题
   */
  subsections: Section[];
}
export interface Source {
  /**
   * SHA-256
   */
  sha256: string;
  /**
   * 字节数
   */
  size: number;
  /**
   * 媒体类型
   */
  media_type: string;
  /**
   * 字符编码
   */
  encoding: string | null;
  /**
   * 编码依据
   */
  encoding_by: string | null;
}
export interface SourcePlace {
  /**
   * 起始位置
   */
  start: number | null;
  /**
   * 结束位置
   */
  end: number | null;
  /**
   * 页
   */
  page: number | null;
  /**
   * 表格
   */
  table: number | null;
  /**
   * 行
   */
  row: number | null;
  /**
   * 列
   */
  column: number | null;
}
export interface Telephone {
  /**
   * 电话用途
   */
  label: string | null;
  /**
   * 电话号码
   */
  number: string;
}
export interface Unable {
  /**
   * 1.本机关不掌握相关政府信息
   */
  not_held: Applicants;
  /**
   * 2.没有现成信息需要另行制作
   */
  must_create: Applicants;
  /**
   * 3.补正后申请内容仍不明确
   */
  unclear: Applicants;
}
