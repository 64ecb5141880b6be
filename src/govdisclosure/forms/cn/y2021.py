"""Report years from 2021 on: six sections by the Regulations of 2019 and the form of 2021."""

from govdisclosure.forms.cn.y2019 import CONTENTS, DEADLINES
from govdisclosure.vintage import Vintage

__all__ = ["VINTAGE"]

VINTAGE = Vintage(
    id="cn-2021",
    country="CN",
    language="zh-Hans",
    title="政府信息公开工作年度报告（2021年起）",
    years=(2021, None),
    sources=(
        "政府信息公开条例（国务院令第711号，2019年修订）",
        "国办公开办函〔2021〕30号",
    ),
    contents=CONTENTS,
    deadlines=DEADLINES,
)
