"""The lines of a text with their places, and what each line is for: page, title, body, signature."""

import re
from collections.abc import Iterator
from functools import cached_property

import attrs

from govdisclosure.numbers import parse_chinese, parse_date, to_ascii
from govdisclosure.readers.mirrored import simplified

__all__ = ["Layout", "Line", "find_layout", "lines_of", "year_in"]

#: Words of menus and buttons are no longer than this.
_MENU_WORD = 8
_RAW = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_SPACE = " \t\u3000\xa0\u2002\u2003\u2009\u200b\ufeff"


@attrs.frozen
class Line:
    """A line without the white space around it. Offsets in code points of the text."""

    text: str
    start: int
    end: int

    @cached_property
    def plain(self) -> str:
        """The text with simplified characters, of the same length: what patterns look at."""
        return simplified(self.text)


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text that hold more than white space."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    for match in _RAW.finditer(text):
        raw = match.group()
        if stripped := raw.strip(_SPACE):
            begin = match.start() + raw.index(stripped)
            yield from _parts(Line(stripped, begin, begin + len(stripped)))


def _parts(line: Line) -> Iterator[Line]:
    """The cells of a row that lays out the page and holds the title; any other line whole."""
    cells = line.text.split("\t") if _TITLED in line.text else []
    if len(cells) <= 1 or not any(_is_title(cell.strip(_SPACE)) for cell in cells):
        yield line
        return
    at = line.start
    for cell in cells:
        words = cell.strip(_SPACE)
        if words:
            begin = at + cell.index(words)
            yield Line(words, begin, begin + len(words))
        at += len(cell) + 1


#: What every title names; and the whole of one.
_TITLED = "公开"
_TITLE = re.compile(
    r"(?:关于)?[^。；！？>|]{0,48}(?:信息公开|政务公开)[^。；！？>|]{0,16}?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?"
    r"(?:报告|年报|总结)(?:[（(][^）)]{1,12}[）)])?"
)
_YEAR = re.compile(r"([0-9０-９]{4}|[〇○ＯO零一二三四五六七八九]{4})[ 　]?(?:—[0-9]{4})?年")
_BREADCRUMB = re.compile(r"当前位置|您的位置|您现在的位置|首页|>|»|›|\|")
#: Lines of a page around a report.
_PAGE_LINE = re.compile(
    r"发布时间|发布日期|发文日期|成文日期|公开日期|更新时间|更新日期|生成日期|来源[:：]|作者[:：]|信息来源|浏览次数|浏览量|"
    r"访问量|点击数|点击次数|点击[:：]|阅读次数|阅读[:：]|字号|字体|打印|索引号|"
    r"【大|大 中 小|大中小|收藏|分享|关闭|发布机构|发文机关|责任编辑|编辑[:：]|"
    r"文号[:：]|主题词|有效性|名称[:：]|语音播报|无障碍|扫一扫|二维码|"
    r"上一篇|下一篇|相关(?:文章|附件|链接)|返回(?:顶部|列表|首页)|附件下载"
)
_FOOTER_LINE = re.compile(
    r"主办(?:单位)?[:：]|承办(?:单位)?[:：]|协办(?:单位)?[:：]|主管(?:单位)?[:：]|版权所有|版权[:：]|Copyright|copyright|©|ICP备|公网安备|网站标识码|标识码[:：]|技术支持|建议使用|"
    r"网站地图|联系我们|关于我们|网站声明|隐私|扫一扫|分享到|上一篇|下一篇|返回顶部|【?打印|【?关闭|微信公众号$|访问量统计|政府网站找错|"
    r"责任编辑|[（(]编辑[:：]|相关(?:文章|附件|链接)"
)
_CONTACT_LINE = re.compile(
    r"(?:联系)?(?:地址|邮编|邮政编码|电话|传真|邮箱|电子邮箱|电子邮件)[:：]|[^。，]{0,12}电话[:：]"
)
_DATE_END = re.compile(
    r"(?:[0-9０-９]{4}[ 　]?[年./-][ 　]?[0-9０-９]{1,2}[ 　]?[月./-][ 　]?[0-9０-９]{1,2}[ 　]?日?|"
    r"[〇○ＯO0零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)\Z"
)
_BODY_NAME = re.compile(
    r"[^，。；：:、！？（）()0-9]{2,36}(?:局|厅|委|委员会|政府|办|办公室|府|镇|乡|街道|办事处|院|中心|处|队|站|会|部|署|所|公司|学校|大学|中学|小学|幼儿园|馆|县|市|区|社|总队|支队|管委会)"
    r"(?:[（(][^（）()0-9]{2,20}[)）])?"
)


#: The first section of a report, and how many lines of a page are searched for it and for the title.
_FIRST_SECTION = re.compile(r"(?:一、|第一部分|（一）)[^。]{0,30}(?:情况|概述|概况|公开|工作)")
_SEARCHED = 5_000
#: A title is broken over so many lines at most, each no longer than this.
_TITLE_LINES, _TITLE_PART = 4, 40


@attrs.frozen
class Layout:
    """Which lines are what. Indexes into the lines; ``title`` may be none, ``body`` is a range.

    ``behind`` are lines behind the signature that are no footer: annexes, notes, contacts.
    """

    title: int | None
    title_lines: int
    body: range
    signature: tuple[int, ...]
    behind: range = range(0)


def year_in(text: str) -> int | None:
    """The first year named in a text, in digits or in Chinese numerals."""
    match = _YEAR.search(text)
    if not match:
        return None
    digits = to_ascii(match[1])
    return int(digits) if digits.isdigit() else parse_chinese(re.sub("[ＯO○]", "〇", match[1]))


def find_layout(lines: tuple[Line, ...]) -> Layout:
    """Tell the report from the page around it: from its title to its signature."""
    title, count = _find_title(lines)
    begin = title + count if title is not None else 0
    while begin < len(lines) and _is_page_line(lines[begin].plain):
        begin += 1
    end = _find_end(lines, begin)
    signature = _find_signature(lines, begin, end)
    behind = range(0)
    if signature:
        behind = range(signature[-1] + 1, end)
        end = signature[0]
    return Layout(title, count, range(begin, end), signature, behind)


def _find_title(lines: tuple[Line, ...]) -> tuple[int | None, int]:
    """The title: of those with a year the last one before the first section, for menus name other years' reports."""
    first = next((i for i, line in enumerate(lines[:_SEARCHED]) if _FIRST_SECTION.match(line.plain)), None)
    best: tuple[int | None, int] = (None, 1)
    dated: list[tuple[int, int]] = []
    for index, line in enumerate(lines[: _SEARCHED if first is None else first]):
        if _is_title(line.plain):
            if year_in(line.plain):
                dated.append((index, 1))
            elif best[0] is None:
                best = index, 1
        elif many := _split_title(lines[index : index + _TITLE_LINES]):
            return index, many
    # Without a section to go by, a list of other reports may stand behind the text.
    return (dated[-1 if first is not None else 0]) if dated else best


def _split_title(lines: tuple[Line, ...]) -> int:
    """Over how many lines a title is broken; 0 where there is none."""
    if len(lines) > 1 and _is_split_title(lines[0].plain, lines[1].plain):
        return 2
    for many in range(2, len(lines) + 1):
        texts = [line.plain for line in lines[:many]]
        whole = "".join(texts)
        short = all(len(text) <= _TITLE_PART and not _PAGE_LINE.search(text) for text in texts)
        if short and _is_title(whole) and year_in(whole) and not any(map(_is_title, texts[:-1])):
            return many
    return 0


def _is_title(text: str) -> bool:
    """A title; books of titles stand in 《》."""
    text = text.strip("《》")
    return (
        _TITLED in text
        and bool(_TITLE.fullmatch(text))
        and "\t" not in text
        and not _BREADCRUMB.search(text)
        and not _PAGE_LINE.search(text)
    )


def _is_split_title(first: str, second: str) -> bool:
    """A title on two lines: the body, then the rest."""
    named = _BODY_NAME.fullmatch(first) or re.fullmatch(r"[^，。；]{2,30}[0-9０-９]{4}年度?", first)
    plain = not _BREADCRUMB.search(first) and not _PAGE_LINE.search(first)
    return bool(named) and plain and _is_title(second) and not (_BODY_NAME.match(second) and year_in(first))


def _is_page_line(text: str) -> bool:
    """A line of the page between title and text: date, source, buttons; never a sentence."""
    if text.endswith(("。", "；")) or len(text) > 160:  # noqa: PLR2004
        return False
    dated = parse_date(text) is not None or re.fullmatch(r"[（(]?[0-9-/: ]{8,22}[)）]?", text)
    return bool(_PAGE_LINE.search(text) or _BREADCRUMB.search(text) or dated)


def _find_end(lines: tuple[Line, ...], begin: int) -> int:
    """Where the page's footer begins: at the first footer line behind which only page lines follow."""
    end = len(lines)
    for index in range(len(lines) - 1, begin - 1, -1):
        text = lines[index].plain
        if (_FOOTER_LINE.search(text) and not text.endswith("。")) or (
            _CONTACT_LINE.search(text) and end == index + 1 and not text.endswith(("。", "）", ")"))
        ):
            end = index
        elif _DATE_END.search(text) or text.endswith(("。", "；", "：", "！")) or len(text) > 40:  # noqa: PLR2004
            break
        elif index + 1 == end and _short_page_word(text) and not _is_under_heading(lines, index):
            end = index
    return end


def _is_under_heading(lines: tuple[Line, ...], index: int) -> bool:
    """Whether a line stands directly under a numbered heading: then it is what the section says."""
    return index > 0 and bool(
        re.match(r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]", lines[index - 1].plain)
    )


def _short_page_word(text: str) -> bool:
    """A word of a menu or a button; never a heading, a date or the name of a body."""
    return (
        len(text) <= _MENU_WORD
        and not _BODY_NAME.fullmatch(text)
        and not re.match(r"[一二三四五六七八九十（(0-9]", text)
    )


def _find_signature(lines: tuple[Line, ...], begin: int, end: int) -> tuple[int, ...]:
    """The last lines of the text: the body's name and the date, on one line or two."""
    for last in range(end - 1, max(begin, end - 6) - 1, -1):
        text = lines[last].plain
        if match := _DATE_END.search(text):
            before = text[: match.start()].strip(_SPACE)
            if not before:
                named = last - 1 >= begin and _BODY_NAME.fullmatch(lines[last - 1].plain)
                return tuple(range(last - 1 if named else last, last + 1))
            if _BODY_NAME.fullmatch(before):
                return (last,)
    if end > begin and _BODY_NAME.fullmatch(lines[end - 1].plain):
        return (end - 1,)
    return ()
