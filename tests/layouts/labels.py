"""How headers and row labels are worded, numbered and broken."""

import re
from collections.abc import Callable
from random import Random

from tests.layouts.kind import Kind
from tests.layouts.page import Cell, Page

__all__ = ["KINDS"]

_STATUTORY = frozenset({"cn-2019", "cn-2021"})
_HTML = frozenset({"html"})
_BRACKETED = re.compile(r"^（([一二三四五六七八九十])）")
_POINT = re.compile(r"^(\d)\.")
_COMMA = re.compile(r"^([一二三四五六七八九])、")
_NUMERALS = "一二三四五六七八九"

#: Official wording and what people write instead.
_SHORT = {
    "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "逾期不补正",
    "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": "逾期不缴费",
    "（区分处理的，只计这一情形，不计其他情形）": "",
    "要求行政机关确认或重新出具已获取信息": "要求确认或重新出具信息",
    "政府信息公开申请数量": "申请数量",
    "其他法律行政法规禁止公开": "法律法规禁止公开",
    "（不同渠道和方式公开相同信息计1条）": "",
    "（不包括政府公报及政府网站工作人员数）": "",
}
_OTHERWISE = {
    "行政规范性文件": "规范性文件",
    "规章": "规章(县级无此项)",
    "现行有效件数": "现行有效件数 (历史累计)",
    "本年处理决定数量": "本年处理决定数",
    "本年收费金额（单位：万元）": "本年收费金额(万元)",
    "采购总金额": "采购总金额(万元)",
    "本年增/减": "本年增减",
    "对外公开总数量": "对外公开总数",
    "总计": "合计",
    "自然人": "自然人（个人）",
    "社会公益组织": "社会公益机构",
    "尚未审结": "未审结",
    "统计数": "数量",
    "（三）其他情形数": "（三）其他情形",
}
_ALIKE = {
    "掌握": "掌屋",
    "查询": "査询",
    "案卷": "案巻",
    "内部": "内郡",
    "补正": "朴正",
    "重复": "重夏",
    "法律": "法津",
    "科研": "科硏",
    "规范": "规范范",
    "维持": "维恃",
    "申请": "申清",
    "公开": "公幵",
}


def _each(page: Page, change: Callable[[Cell], str]) -> None:
    for cell in page.labels:
        cell.text = change(cell)


def _renumbered(page: Page, chosen: Random) -> None:
    first, second = chosen.choice(
        (("({})", "{}、"), ("（{}）", "{}．"), ("({})", "({})"), ("{}、", "{}）"), ("({}）", "{} "))
    )
    third = chosen.choice(("{}.", "{}．", "{} 、", "{}、"))
    changes = ((_BRACKETED, first), (_POINT, second), (_COMMA, third))

    def change(cell: Cell) -> str:
        text = cell.text
        for pattern, form in changes:
            if found := pattern.match(text):
                return form.format(found[1]) + text[found.end() :]
        return text

    _each(page, change)


def _signs(page: Page, chosen: Random) -> None:
    """Numbers that are one character, as WPS makes them."""

    def change(cell: Cell) -> str:
        text = _BRACKETED.sub(lambda found: chr(0x3220 + _NUMERALS.index(found[1])), cell.text)
        return _POINT.sub(lambda found: chr(ord("①" if len(text) % 2 else "⒈") + int(found[1]) - 1), text)

    _each(page, change)


def _unnumbered(page: Page, chosen: Random) -> None:
    """Numbers of automatic lists, which a copy loses."""
    which = chosen.choice(((_POINT,), (_POINT, _BRACKETED), (_POINT, _BRACKETED, _COMMA)))

    def change(cell: Cell) -> str:
        text = cell.text
        for pattern in which:
            text = pattern.sub("", text)
        return text

    _each(page, change)


def _replaced(words: dict[str, str], share: float) -> Callable[[Page, Random], None]:
    def apply(page: Page, chosen: Random) -> None:
        found = {old: new for old, new in words.items() if any(old in cell.text for cell in page.labels)}
        kept = {old: new for old, new in found.items() if chosen.random() < share} or found
        for cell in page.labels:
            for old, new in kept.items():
                if old in cell.text and (not new or new not in cell.text):
                    cell.text = cell.text.replace(old, new)
                    break

    return apply


def _alike(page: Page, chosen: Random) -> None:
    """One wrong character, as a scan or a tired hand leaves it."""
    possible = [(cell, old) for cell in page.labels for old in _ALIKE if old in cell.text and len(cell.text) > 4]
    for cell, old in chosen.sample(possible, min(len(possible), chosen.randrange(1, 4))):
        cell.text = cell.text.replace(old, _ALIKE[old], 1)


def _lost(page: Page, chosen: Random) -> None:
    """One character fewer."""
    possible = [cell for cell in page.labels if cell.role == "row" and len(cell.text) > 7] or page.labels
    for cell in chosen.sample(possible, min(len(possible), chosen.randrange(1, 4))):
        at = chosen.randrange(3, len(cell.text)) if len(cell.text) > 4 else 0
        cell.text = cell.text[:at] + cell.text[at + 1 :]


def _broken(sign: str) -> Callable[[Page, Random], None]:
    def apply(page: Page, chosen: Random) -> None:
        size = chosen.choice((2, 4, 5, 7))

        def change(cell: Cell) -> str:
            return sign.join(cell.text[at : at + size] for at in range(0, len(cell.text), size))

        _each(page, change)

    return apply


def _spaced(page: Page, chosen: Random) -> None:
    """Spaces inside words, as the justified lines of a narrow column leave them."""
    sign = chosen.choice((" ", "\u00a0", "\u3000"))

    def change(cell: Cell) -> str:
        return "".join(c + sign if chosen.random() < 0.25 else c for c in cell.text)

    _each(page, change)


def _with_units(page: Page, chosen: Random) -> None:
    unit = chosen.choice(("（件）", "(件)", "（单位：件）"))
    columns = {"商业企业", "科研机构", "社会公益组织", "法律服务机构", "自然人", "总计", "其他", "本年处理决定数量"}

    def change(cell: Cell) -> str:
        wanted = cell.role == "column" and (cell.text in columns or cell.text.endswith("件数"))
        return f"{cell.text}{unit}" if wanted else cell.text

    _each(page, change)


def _half_width(page: Page, chosen: Random) -> None:
    marks = str.maketrans("（）“”：，、", chosen.choice(('()"":,、', "()“”:,､", "﹙﹚「」：，、")))
    _each(page, lambda cell: cell.text.translate(marks))


def _headless(page: Page, chosen: Random) -> None:
    """Headers that a conversion has lost: the corner, and the line above all applicants."""
    for cell in page.labels:
        if cell.role == "corner" or cell.text in {"申请人情况", "法人或其他组织"}:
            cell.text = ""


def _colons(page: Page, chosen: Random) -> None:
    for cell in page.labels:
        if cell.role == "row":
            cell.text += chosen.choice(("：", ":", "", " ："))


KINDS = (
    Kind("labels-abbreviated", "wording", _replaced(_SHORT, 0.8)),
    Kind("labels-otherwise", "wording", _replaced(_OTHERWISE, 0.5)),
    Kind("header-units", "header-units", _with_units, forms=_STATUTORY),
    Kind("wrong-character", "letters", _alike),
    Kind("lost-character", "letters", _lost),
    Kind("numbering-changed", "numbering", _renumbered),
    Kind("numbering-signs", "numbering", _signs),
    Kind("numbering-lost", "numbering", _unnumbered),
    Kind("half-width-marks", "marks", _half_width),
    Kind("headers-lost", "headers", _headless),
    Kind("labels-with-colons", "colons", _colons),
    Kind("labels-spaced", "breaks", _spaced),
    Kind("labels-broken", "breaks", _broken("\n")),
    Kind("labels-broken-in-source", "breaks", _broken("\r"), media=_HTML),
)
