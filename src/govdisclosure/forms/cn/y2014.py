"""Report years 2014 to 2018: the contents of the Regulations of 2007 and a statistics table."""

from govdisclosure.forms.cn.y2008 import CONTENTS, DEADLINES
from govdisclosure.vintage import Vintage

__all__ = ["VINTAGE"]

VINTAGE = Vintage(
    id="cn-2014",
    country="CN",
    language="zh-Hans",
    title="政府信息公开工作年度报告（2014—2018年）",
    years=(2014, 2018),
    sources=(
        "政府信息公开条例（国务院令第492号，2007年）",
        "国办发〔2014〕32号",
    ),
    contents=CONTENTS,
    deadlines=DEADLINES,
)
