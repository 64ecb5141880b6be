"""What is no annual report and looks like one: lists of reports, shorter periods, comparisons, notices, collections."""

import re
from collections.abc import Sequence

from govdisclosure.codelist import CodeList
from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.place import Place, SourcePlace
from govdisclosure.readers.headings import opens_section
from govdisclosure.readers.layout import Layout
from govdisclosure.readers.lines import Line, Words, without_blanks
from govdisclosure.readers.mirrored import simplified
from govdisclosure.readers.title import Title, could_end, title_of_words

__all__ = ["DocumentKind", "other_document"]


class DocumentKind(CodeList):
    """What a document is that speaks of annual reports and is none."""

    LIST = "list", "年度报告目录页", "只列出各年度或者各机关的年度报告，没有报告正文"
    SHORTER_PERIOD = "shorter_period", "半年、季度或者月度统计", "统计期限短于一年的政府信息公开情况"
    COMPARISON = "comparison", "年度数据对比", "两个以上年度的数据对比，不是某一年度的报告"
    NOTICE = "notice", "关于年度报告的通知", "部署年度报告编制、发布工作的通知、范本和说明"


_ABOUT = re.compile(r"信息公开|政务公开|依申请公开|主动公开")
_KINDS = (
    (
        DocumentKind.SHORTER_PERIOD,
        re.compile(
            r"[上下]半年|(?<![两])半年(?:度|报|工作|政府)|[一二三四1-4]、?季度|季报|月报|[0-9一二三四五六七八九十]{1,3}[-—－至~]{1,2}[0-9一二三四五六七八九十]{1,3}月(?!日|[0-9])|前[一二三]季度"
        ),
    ),
    (
        DocumentKind.COMPARISON,
        re.compile(
            r"年.{0,30}(?:对比|比较|对照)|(?:对比|比较).{0,30}年|[两三]年.{0,16}(?:变化|数据|情况)(?:分析|统计|一览|对比)"
        ),
    ),
    (
        DocumentKind.NOTICE,
        re.compile(
            r"关于(?:做好|切实做好|认真做好|组织|开展|编制|编写|编报|提交|上报|报送|规范|进一步|启动|填报|印发.{0,40}(?:格式|模板|范本|指南|说明|要求)).{0,60}(?:通知|函|通告|说明)"
            r"|(?:报告|年报).{0,8}(?:格式|模板|范本|样式|样本|参考文本|编写指南|编制指南|编制说明|填报说明|填写说明|编写说明|编制规范|编制要求)"
        ),
    ),
)
#: A letter that brings a report is none of a notice.
_LETTER = re.compile(r"关于(?:报送|上报|提交).{0,60}(?:的函|的报告)")
_LONGEST = 80
#: How far behind its title a report begins at most, and how many lines of a text may name the document.
_NEAR, _OPENING = 15, 3
#: The number of a first section, or its words.
_BEGINNING = re.compile(r"[（(]?(?:第?[一1１壹Ⅰ㈠⑴](?![0-9０-９十])|总体|概述|基本情况|总[ 　]体)")
#: The date behind a title in a list.
_UNDATED = re.compile(r"[ 　\t(（\[]{0,4}[0-9]{4}[-./年][0-9]{1,2}[-./月][0-9]{1,2}日?[)）\]]?\Z")


def other_document(lines: Sequence[Line], layout: Layout, *, tables: bool) -> Finding | None:
    """What the document is, if it is no annual report; ``None`` where it is one, or nothing is known of it."""
    several = _several(lines, layout.head.title)
    if len(several) > 1:
        return _found("several-reports", several, {"reports": "；".join(one.text for one in several)})
    if named := _named_otherwise(lines, layout):
        kind, words = named
        return _found("not-a-report", [words], _params(kind, words.text))
    if not tables and not _has_text(lines, layout):
        listed = {one.text: one for line in lines if (one := _title_of(line)) and one.year}
        if len(listed) > 1:
            return _found("not-a-report", list(listed.values()), _params(DocumentKind.LIST, "；".join(listed)))
    return None


def _params(kind: DocumentKind, text: str) -> dict[str, str]:
    return {"kind": kind.label, "kind_code": f"{DocumentKind.list_name()}:{kind}", "text": text}


def _found(code: str, titles: Sequence[Title | Words], params: dict[str, str]) -> Finding:
    places = tuple(Place(quote=one.text, source=SourcePlace(start=one.start, end=one.end)) for one in titles)
    return finding(code, Side(places=places), verdict=Verdict.NOTED, params=params)


def _title_of(line: Line, known: Title | None = None) -> Title | None:
    """The title that a line is, also with a date behind it; the ``known`` one is not looked at again."""
    if known and line.start <= known.start and known.end <= line.end:
        return known
    text = line.text
    if len(text) > _LONGEST or "公开" not in text or "。" in text or ">" in text or not could_end(line.plain):
        return None
    return title_of_words(_UNDATED.sub("", text), line.start)


def _several(lines: Sequence[Line], known: Title | None) -> list[Title]:
    """The titles of several reports, each with its own text behind it."""
    titles = {i: title for i, line in enumerate(lines) if (title := _title_of(line, known)) and title.year}
    found: dict[tuple[int | None, str | None], Title] = {}
    for (index, title), following in zip(titles.items(), [*list(titles)[1:], len(lines)], strict=False):
        text = lines[index + 1 : min(following, index + _NEAR)] if len(titles) > 1 else ()
        if any(_BEGINNING.match(line.plain) and opens_section(line.plain) for line in text):
            found.setdefault((title.year, title.body.text if title.body else None), title)
    return list(found.values())


def _named_otherwise(lines: Sequence[Line], layout: Layout) -> tuple[DocumentKind, Words] | None:
    """The kind of another document that is named in the place of a title."""
    head = layout.head
    names = list(head.names) if not head.called else []
    if head.title:
        whole = lines[head.title.lines.start : head.title.lines.stop]
        names.append(Words("".join(line.text for line in whole), whole[0].start, whole[-1].end))
    else:
        names += [Words(line.text, line.start, line.end) for line in lines[: layout.body.start + _OPENING]]
    return next(((kind, name) for name in names if (kind := _kind_of(name.text))), None)


def _kind_of(name: str) -> DocumentKind | None:
    plain = simplified(without_blanks(name))
    if len(plain) > _LONGEST or "。" in plain or not _ABOUT.search(plain) or _LETTER.search(plain):
        return None
    return next((kind for kind, words in _KINDS if words.search(plain)), None)


def _has_text(lines: Sequence[Line], layout: Layout) -> bool:
    """Whether a report follows its title: a section, or a sentence."""
    return any(opens_section(lines[i].plain) or "。" in lines[i].text for i in layout.body)
