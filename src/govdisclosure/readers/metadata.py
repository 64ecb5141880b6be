"""The block in which a site says of a document what it is called, who published it and when: labels with values."""

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from govdisclosure.readers.lines import BLANK, Line, without_blanks

__all__ = ["Entry", "entries_of_page"]

#: The labels by what they name; those without a name are known so that they part the others.
_LABELS: dict[str, str] = {
    "title": "名称 标题 信息名称 文件名称 文件标题 信息标题 文章标题 公文名称 题名 题目",
    "publisher": """
        发布机构 发布单位 发布机关 发布部门 发文机关 发文单位 发文机构 公开主体 公开机构 公开单位 公开机关 公开部门
        公开责任部门 信息公开主体 制发机关 制作机关 责任部门 责任单位 信息提供单位 提供单位 编制单位 编制机关 公布机关
        印发机关""",
    "origin": "信息来源 文章来源 稿件来源 内容来源 来源单位 来源 稿源",
    "published": """
        公开日期 公开时间 发布日期 发布时间 发表日期 发表时间 发稿时间 公布日期 信息发布日期 上网日期 发布于
        日期 时间""",
    "updated": "更新日期 更新时间 修改时间 最后更新",
    "index_number": "索引号 信息索引号 信息索引 索引码 索取号",
    "": """
        成文日期 发文日期 生成日期 签发日期 印发日期 制发日期 形成日期 生效日期 失效日期 废止日期 终止日期 实施日期
        有效期 公开期限 文号 发文字号 文件编号 公文文号 文件字号 主题分类 主题词 信息分类 体裁分类 组配分类 服务对象
        服务对象分类 公开方式 公开范围 公开形式 公开时限 公开目录 公开类别 公开类型 公开属性 信息类别 信息类型 信息形式
        载体类型 关键词 关键字 有效性 时效性 效力状态 是否有效 内容概述 内容摘要 摘要 文件状态 语种 信息格式 文件格式
        所属栏目 栏目名称 所属分类 浏览次数 浏览量 浏览 访问量 访问次数 点击数 点击量 点击次数 点击率 点击 阅读次数
        阅读量 阅读数 阅读 人气 字号 字体 字体大小 作者 编辑 责任编辑 责编 审核 审核人 初审 复审 终审 校对 录入 撰稿
        供稿 统一登记号 登记号 信息编号 编号 公开程序 责任人 分享 分享到 打印 保存 收藏 正文 语音播报 听全文""",
}
_KIND_OF = {label: kind for kind, labels in _LABELS.items() for label in labels.split()}
_LONGEST_LABEL, _SPACED = max(map(len, _KIND_OF)), 4
#: Labels as short as this end longer ones.
_SHORT = 2
#: What closes a label; and the words of a line, with what parts them.
_CLOSED = re.compile(r"[】\]]?[ 　\xa0]{0,3}[:：]|[】\]]")
_WORD = re.compile(r"[^ 　\xa0\t|【】\[\]:：]+")
#: A label whose characters are spaced out: 名    称.
_SPACED_OUT = re.compile(r"(?:[^ 　\xa0\t|:：][ 　\xa0]{1,4}){1,3}[^ 　\xa0\t|:：]\Z")
_APART = re.compile(r"[ 　\xa0\t]|\Z")
#: What may follow a value on its line without a colon.
_STOP = re.compile(r"浏览|点击|阅读|字体|字号|打印|分享|【|\[")
#: What no value on a line of its own holds: a row of buttons.
_NO_VALUE = re.compile(r"[|｜\[【]")
_AROUND = BLANK + "|｜[]【】"
_LONGEST = 60


@attrs.frozen
class Entry:
    """A value that a site states: of what kind (empty for those that no report holds), its words, its place."""

    kind: str
    text: str
    start: int
    end: int


@attrs.frozen
class _Label:
    kind: str
    start: int
    end: int


def _labels(text: str) -> list[_Label]:
    """The labels of a line: with a colon or in brackets anywhere, without them only where blanks stand around them."""
    if text in _KIND_OF:
        return [_Label(_KIND_OF[text], 0, len(text))]
    if len(text) > 4 * _LONGEST:
        return []
    found = {label.start: label for label in (*_bare_labels(text), *_closed_labels(text))}
    return [found[start] for start in sorted(found)]


def _closed_labels(text: str) -> Iterator[_Label]:
    for sign in _CLOSED.finditer(text):
        before = text[: sign.start()]
        for length in range(_LONGEST_LABEL, 1, -1):
            if before[-length:] in _KIND_OF and len(before) >= length:
                if length <= _SHORT and before[:-length][-1:].isalpha():
                    break  # the end of another label: 上传时间
                yield _Label(_KIND_OF[before[-length:]], len(before) - length, sign.end())
                break
        else:
            spaced = _SPACED_OUT.search(before)
            if spaced and (kind := _KIND_OF.get(without_blanks(spaced.group()))) is not None:
                yield _Label(kind, spaced.start(), sign.end())


def _bare_labels(text: str) -> Iterator[_Label]:
    words = list(_WORD.finditer(text)) if _APART.search(text).start() < len(text) else []  # type: ignore[union-attr]
    for at, word in enumerate(words):
        plain, end = word.group(), word.end()
        for following in words[at + 1 : at + _SPACED]:
            if plain in _KIND_OF or len(plain) >= _SPACED or following.start() - end > _SPACED:
                break
            plain, end = plain + following.group(), following.end()
        if (kind := _KIND_OF.get(plain)) is not None and _APART.match(text, end):
            yield _Label(kind, word.start(), end)


def entries_of_page(lines: Sequence[Line]) -> tuple[list[Entry], Mapping[int, int]]:
    """What the lines around a report state, and the lines that do so, each with that of its label.

    A value stands behind its label, or on the next line.
    """
    entries: list[Entry] = []
    held: dict[int, int] = {}
    for index, line in enumerate(lines):
        labels = _labels(line.plain)
        if not labels:
            continue
        if not line.plain[: labels[0].start].strip(_AROUND):
            held[index] = index
        ends = [label.start for label in labels[1:]] + [len(line.text)]
        for label, end in zip(labels, ends, strict=True):
            if entry := _entry(label.kind, line, label.end, end):
                entries.append(entry)
        last = labels[-1]
        following = lines[index + 1] if index + 1 < len(lines) else None
        if following and not line.text[last.end :].strip(_AROUND) and _may_be_value(following.plain, last.kind):
            entries.append(Entry(last.kind, following.text, following.start, following.end))
            held[index + 1] = index
    return entries, held


def _entry(kind: str, line: Line, begin: int, end: int) -> Entry | None:
    raw = line.text[begin:end]
    if kind == "origin" and (stop := _STOP.search(raw)):
        raw = raw[: stop.start()]
    words = raw.strip(_AROUND)
    at = line.start + begin + raw.find(words)
    return Entry(kind, words, at, at + len(words)) if words else None


def _may_be_value(text: str, kind: str) -> bool:
    """Whether a line can be the value of the label above it."""
    if len(text) > _LONGEST or text.endswith(("。", "；")) or _labels(text) or _NO_VALUE.search(text):
        return False
    return kind == "title" or (bool(kind) and not ("公开" in text and ("报告" in text or "年报" in text)))
