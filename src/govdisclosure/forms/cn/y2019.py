"""Report years 2019 and 2020: six sections by the Regulations of 2019 and the trial form of 2019."""

from govdisclosure.finding import Severity
from govdisclosure.model import BodyKind, SectionKind
from govdisclosure.vintage import Content, Deadline, Vintage

__all__ = ["CONTENTS", "DEADLINES", "VINTAGE"]

ARTICLE_49 = "政府信息公开条例（国务院令第711号，2019年修订）第四十九条"
ARTICLE_50 = "政府信息公开条例（国务院令第711号，2019年修订）第五十条"

CONTENTS = (
    Content(kind=SectionKind.OVERVIEW, source=ARTICLE_50),
    Content(kind=SectionKind.PROACTIVE, source=ARTICLE_50),
    Content(kind=SectionKind.ON_REQUEST, source=ARTICLE_50),
    Content(kind=SectionKind.REVIEW_LITIGATION, source=ARTICLE_50),
    Content(kind=SectionKind.PROBLEMS, source=ARTICLE_50),
    Content(kind=SectionKind.OTHER_MATTERS, source=ARTICLE_50),
)
DEADLINES = (
    Deadline(kinds=(BodyKind.GOVERNMENT,), month=3, day=31, source=ARTICLE_49),
    Deadline(kinds=(BodyKind.DEPARTMENT,), month=1, day=31, source=ARTICLE_49),
    # The article does not name townships; most publish in January.
    Deadline(kinds=(BodyKind.TOWNSHIP,), month=1, day=31, source=ARTICLE_49, severity=Severity.WARNING),
)

VINTAGE = Vintage(
    id="cn-2019",
    country="CN",
    language="zh-Hans",
    title="政府信息公开工作年度报告（2019—2020年）",
    years=(2019, 2020),
    sources=("政府信息公开条例（国务院令第711号，2019年修订）", "国办公开办函〔2019〕60号"),
    contents=CONTENTS,
    deadlines=DEADLINES,
)
