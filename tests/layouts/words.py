"""Names, headings and sentences of the documents. The places and bodies are invented; the headings are official."""

from random import Random

__all__ = ["HEADINGS", "NOTICES", "body", "paragraphs"]

_PLACES = (
    *("芦岚县", "砚湖市", "霁川区", "松麓县", "桐汀区", "澄屿县", "乌榆县", "南笙市", "赤杉县", "望澜区"),
    *("青檀县", "沙柳区", "云橡市", "白荻县", "鹭滩区"),
)
_BUREAUS = (
    *("教育局", "卫生健康局", "自然资源局", "住房和城乡建设局", "市场监督管理局", "财政局", "生态环境局"),
    *("人力资源和社会保障局", "交通运输局", "民政局", "应急管理局", "文化广电和旅游局", "农业农村局"),
)
_TOWNS = ("苇桥镇", "双榆乡", "石檀街道", "柳坞镇", "东篱街道", "砖塔乡")

#: Official headings of the six sections; the third wording of the fourth was the first one's predecessor.
HEADINGS = (
    ("总体情况",),
    ("主动公开政府信息情况",),
    ("收到和处理政府信息公开申请情况",),
    (
        "政府信息公开行政复议、行政诉讼情况",
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    ),
    ("存在的主要问题及改进情况", "政府信息公开工作存在的主要问题及改进情况"),
    ("其他需要报告的事项",),
)

#: The notice under which a year reports.
NOTICES = {
    "cn-2014": "国办发〔2014〕32号",
    "cn-2019": "国办公开办函〔2019〕60号",
    "cn-2021": "国办公开办函〔2021〕30号",
}

_OVERALL = (
    "（一）主动公开。全年通过门户网站公开各类信息{a}条，其中政策文件{b}件，发布政策解读{c}篇。",
    "（二）依申请公开。全年收到政府信息公开申请{b}件，均在法定期限内答复，按时办结率{r}%。",
    "（三）政府信息管理。清理行政规范性文件{b}件，继续有效{c}件，废止{d}件。",
    "（四）政府信息公开平台建设。政务微信公众号推送信息{a}条，累计阅读{e}人次。",
    "（五）监督保障。召开专题会议{d}次，举办培训班{d}期，培训{c}人次。",
)
_FURTHER = (
    "围绕重点领域，集中公开义务教育、医疗卫生、养老服务等信息{a}条，及时回应群众关切{c}次。",
    "对照政务公开事项标准目录，编制完成{d}个领域{b}项事项的公开清单，并在村（社区）设立公开专栏{c}个。",
    "政务新媒体账号由{c}个整合为{d}个，全年发布信息{a}条，关注人数{e}人。",
    "组织政府开放日活动{d}场，邀请企业、居民代表{b}人次走进办事大厅，收集意见建议{c}条。",
    "建立信息发布三审三校制度，全年审核信息{a}条，退回修改{c}条，未发生失泄密事件。",
    "开展专项检查{d}次，通报问题{c}个，均已按期整改；社会评议满意率{r}%。",
)
_PROBLEMS = (
    "一是部分栏目更新不够及时，{d}个栏目超过{c}天未更新；二是政策解读形式较为单一。",
    "下一步，将健全信息审核机制，对照{d}项任务清单逐项整改，力争公开及时率达到{r}%以上。",
    "针对上年度查摆的{d}个问题，本机关已全部完成整改。",
)
_OTHERS = (
    "本年度收取政府信息公开信息处理费{z}元。",
    "本年度未收取信息处理费，无其他需要报告的事项。",
    "无。",
    "办理人大代表建议{c}件、政协提案{d}件，办结率100%，收取信息处理费{z}元。",
)
_LEADS = (
    "根据《中华人民共和国政府信息公开条例》和{notice}要求，编制本报告。",
    "本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
    "如对本报告有疑问，请与{name}联系（地址：{place}振兴路{d}号，邮编：4{e}，电话：0{c}7-62{e}）。",
)


def body(chosen: Random) -> tuple[str, str, str | None]:
    """A place, a body whose report it is, and the office that wrote it where that is another."""
    place = chosen.choice(_PLACES)
    if (kind := chosen.randrange(4)) == 0:
        return place, f"{place}人民政府", f"{place}人民政府办公室"
    return place, f"{place}{chosen.choice(_TOWNS)}人民政府" if kind == 1 else f"{place}{chosen.choice(_BUREAUS)}", None


def _figures(chosen: Random) -> dict[str, str]:
    return {
        "a": str(chosen.randrange(200, 5000)),
        "b": str(chosen.randrange(10, 200)),
        "c": str(chosen.randrange(3, 60)),
        "d": str(chosen.randrange(1, 9)),
        "e": str(chosen.randrange(10_000, 99_999)),
        "r": f"{chosen.randrange(8000, 10_000) / 100:.2f}",
        "z": str(chosen.choice((0, 0, 120, 3450))),
    }


def paragraphs(section: int, chosen: Random, **known: str) -> list[str]:
    """The text of a section: 0 is what stands before the first, 1 to 6 are the sections."""
    further = chosen.sample(_FURTHER, chosen.randrange(len(_FURTHER) + 1)) if section == 1 else ()
    texts = {0: _LEADS, 1: _OVERALL, 5: _PROBLEMS, 6: (chosen.choice(_OTHERS),)}.get(section, ())
    return [text.format(**_figures(chosen), **known) for text in (*texts, *further)]
