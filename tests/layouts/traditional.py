"""Mirrors in traditional characters: every character by itself, as the converters of sites do it."""

from random import Random

from tests.layouts.encodings import as_codec
from tests.layouts.kind import Kind
from tests.layouts.page import Page, Prose, Sheet

__all__ = ["KINDS", "traditional"]

_SIMPLE = (
    "专业东个为举乌乡争从们众会传关兴内农决况减击办务动区华协单卫历县参双发号启员国围图场处备够审对导将属屿岚币广应废开强"
    "当录径态总户执护报摆数无时权条来查标栏档桥检欧没济浏滩澜点热环现电监码砖砚稳类纠约级纳线组织经结络统继续维综编缴罚职联"
    "脚舆芦苇获补见规览计订认训议许讼设访识诉词话询说请读谈负财责购费资赣转较辑输达过运这进邮针链错镇镕长门闭问间闻阅隐霁页"
    "项预领题额驳鹭后复制采于余台范云系"
)
_COMPLEX = (
    "專業東個為舉烏鄉爭從們眾會傳關興內農決況減擊辦務動區華協單衛歷縣參雙發號啟員國圍圖場處備夠審對導將屬嶼嵐幣廣應廢開強"
    "當錄徑態總戶執護報擺數無時權條來查標欄檔橋檢歐沒濟瀏灘瀾點熱環現電監碼磚硯穩類糾約級納線組織經結絡統繼續維綜編繳罰職聯"
    "腳輿蘆葦獲補見規覽計訂認訓議許訟設訪識訴詞話詢說請讀談負財責購費資贛轉較輯輸達過運這進郵針鏈錯鎮鎔長門閉問間聞閱隱霽頁"
    "項預領題額駁鷺後復制採於餘台範雲系"
)
_PAIRS = str.maketrans(_SIMPLE, _COMPLEX)


def traditional(text: str) -> str:
    """The text in traditional characters."""
    return text.translate(_PAIRS)


def _mirror(page: Page, chosen: Random) -> None:
    for block in page.blocks:
        if isinstance(block, Prose):
            block.text = traditional(block.text)
        elif isinstance(block, Sheet):
            for cell in block.cells:
                cell.text = traditional(cell.text)
    page.look.finish.append(traditional)
    page.title, page.publisher = traditional(page.title), traditional(page.publisher)
    page.author = page.author and traditional(page.author)


def _big5(page: Page, chosen: Random) -> None:
    """An old mirror in the encoding of its readers; what that lacks is written as an entity."""
    _mirror(page, chosen)
    as_codec("big5", "big5", "Big5", "big5-hkscs")(page, chosen)


KINDS = (
    Kind("traditional", "script", _mirror),
    Kind("big5", "encoding", _big5, media=frozenset({"html"})),
)
