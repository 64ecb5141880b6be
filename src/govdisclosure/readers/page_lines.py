"""Lines of the page around a report: dates, sources, buttons, menus, registrations, lists of other reports."""

import re

from govdisclosure.numbers import DATE
from govdisclosure.readers.bodies import BODY_NAME
from govdisclosure.readers.headings import opens_section
from govdisclosure.readers.title import is_title

__all__ = [
    "is_contact",
    "is_crumbs",
    "is_footer",
    "is_label_line",
    "is_menu_word",
    "is_numbered",
    "is_page_line",
    "is_text",
]

_CRUMBS = re.compile(r"位置|[>»›|]")
_BREADCRUMB = re.compile(r"当前位置|您的位置|您现在的位置|首页|>|»|›|\|")
#: Lines of a page around a report.
_PAGE_LINE = re.compile(
    r"发布时间|发布日期|发文日期|成文日期|公开日期|更新时间|更新日期|生成日期|来源[:：]|作者[:：]|信息来源|浏览次数|浏览量"
    r"|访问量|点击数|点击次数|点击[:：]|阅读次数|阅读[:：]|阅读量|字号|字体|打印|索引号|【大|大 中 小|大中小|收藏"
    r"|分享|关闭|发布机构|发文机关|责任编辑|编辑[:：]|文号[:：]|主题词|有效性|名称[:：]|语音播报|无障碍|扫一扫|二维码"
    r"|上一篇|下一篇|相关(?:文章|附件|链接)|返回(?:顶部|列表|首页)|附件下载"
    r"|今天是|星期[一二三四五六日天]|[阅浏][读览][ 　]?[0-9,，]+[ 　]?次"
)
_FOOTER_LINE = re.compile(
    r"主办(?:单位)?[:：]|承办(?:单位)?[:：]|协办(?:单位)?[:：]|主管(?:单位)?[:：]|版权所有|版权[:：]|Copyright|copyright|©"
    r"|ICP备|公网安备|网站标识码|标识码[:：]|技术支持|建议使用|网站地图|联系我们|关于我们|网站声明|隐私|扫一扫|分享到"
    r"|上一[条篇]|下一[条篇]|返回顶部|【?打印|【?关闭|微信公众号$|访问量统计|政府网站找错|责任编辑|[（(]编辑[:：]"
    r"|原文(?:链接|地址)|本文链接|验证码|昵称[:：]|发表评论|点赞|收藏|电脑版|手机版|\Ahttps?://[!-~]+(?:\s+[0-9]{1,3}/[0-9]{1,3})?\Z"
    r"|相关(?:文章|附件|链接|文档|阅读|新闻|稿件)|附件下载|浏览次数|阅读次数|点击次数|[阅浏][读览]量?[:：]|今天是"
)
_CONTACT_LINE = re.compile(
    r"(?:联系)?(?:地址|邮编|邮政编码|电话|传真|邮箱|电子邮箱|电子邮件)[:：]|[^。，]{0,12}电话[:：]"
)
#: A file in a list behind the text.
_FILE = re.compile(r"[.．](?:docx?|pdf|wps|xlsx?|ofd)(?:[（(].{1,16}[)）])?\Z")
_ATTACHED = re.compile(r"附件[0-9一二三]?[:：]")
#: The longest words of menus and buttons, the longest lines of a head, and the fewest words in a row of a menu.
_MENU_WORD, _HEAD_LINE, _MENU = 8, 24, 4
_LONG, _LONGEST = 40, 100
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]")


def is_crumbs(text: str) -> bool:
    """Whether a line says where on its site a page stands."""
    return bool(_CRUMBS.search(text))


def is_label_line(text: str) -> bool:
    """Whether a line holds words that pages print around a text."""
    return bool(_PAGE_LINE.search(text))


def is_numbered(text: str) -> bool:
    """Whether a line begins with the number of a section."""
    return bool(_NUMBERED.match(text))


def is_footer(text: str) -> bool:
    """Whether a line can only be one of the foot of a page: no sentence."""
    return not text.endswith("。") and bool(_FOOTER_LINE.search(text) or _is_listed(text))


def _is_listed(text: str) -> bool:
    """Whether a line names a report of another year, or a file, as lists behind a text do."""
    if len(text) > _LONGEST or re.search("[。；]", text):
        return False
    titled = ("信息公开" in text or "政务公开" in text) and ("报告" in text or "年报" in text)
    return titled or bool(_ATTACHED.match(text) or _FILE.search(text))


def is_contact(text: str) -> bool:
    """Whether a line tells how to reach a body, as the last ones of a page do."""
    return bool(_CONTACT_LINE.search(text)) and not text.endswith(("。", "）", ")"))


def is_text(text: str) -> bool:
    """Whether a line can only be one of the report: a sentence, or the heading of a section."""
    if opens_section(text) or _NUMBERED.match(text):
        return True
    return (
        (len(text) > _HEAD_LINE or text.endswith(("。", "；", "："))) and not is_page_line(text) and not is_title(text)
    )


def is_page_line(text: str) -> bool:
    """A line of the page between title and text: date, source, buttons; never a sentence."""
    if text.endswith(("。", "；")) or len(text) > 160:  # noqa: PLR2004
        return False
    dated = DATE.fullmatch(text) or re.fullmatch(r"[（(]?[0-9-/: ]{8,22}[)）]?", text)
    return bool(_PAGE_LINE.search(text) or _BREADCRUMB.search(text) or dated or _is_menu(text))


def _is_menu(text: str) -> bool:
    """Whether a line is a row of short words, as menus print them."""
    words = text.split()
    return len(words) >= _MENU and not re.search("[。，；]", text) and all(len(word) <= _MENU_WORD for word in words)


def is_menu_word(text: str) -> bool:
    """A word of a menu or a button; never a heading, a date or the name of a body."""
    return (
        len(text) <= _MENU_WORD
        and not BODY_NAME.fullmatch(text)
        and not re.match(r"[一二三四五六七八九十（(0-9]", text)
    )
