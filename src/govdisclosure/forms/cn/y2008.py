"""Report years 2008 to 2013: free narrative with the contents of art. 32 of the Regulations of 2007."""

from datetime import date

from govdisclosure.finding import Severity
from govdisclosure.model import BodyKind, SectionKind
from govdisclosure.vintage import Content, Deadline, Vintage

__all__ = ["CONTENTS", "DEADLINES", "VINTAGE"]

# The six contents were seen in reports of the time; the wording of the article rests on general knowledge.
ARTICLE_32 = "政府信息公开条例（国务院令第492号，2007年）第三十二条"
# Quoted in reports: every agency publishes before 31 March.
ARTICLE_31 = "政府信息公开条例（国务院令第492号，2007年）第三十一条"

CONTENTS = (
    Content(kind=SectionKind.PROACTIVE, source=ARTICLE_32),
    Content(kind=SectionKind.ON_REQUEST, source=ARTICLE_32),
    Content(kind=SectionKind.FEES, source=ARTICLE_32),
    Content(kind=SectionKind.REVIEW_LITIGATION, source=ARTICLE_32),
    Content(kind=SectionKind.PROBLEMS, source=ARTICLE_32),
    Content(kind=SectionKind.OTHER_MATTERS, source=ARTICLE_32, severity=Severity.INFO),
)
DEADLINES = (Deadline(kinds=tuple(BodyKind), month=3, day=31, source=ARTICLE_31),)

VINTAGE = Vintage(
    id="cn-2008",
    country="CN",
    language="zh-Hans",
    title="政府信息公开工作年度报告（2008—2013年）",
    years=(2008, 2013),
    sources=("政府信息公开条例（国务院令第492号，2007年）",),
    contents=CONTENTS,
    deadlines=DEADLINES,
    first_day=date(2008, 5, 1),
)
