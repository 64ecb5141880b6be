"""How pages are encoded, and how they say they are."""

from collections.abc import Callable
from random import Random

from tests.layouts.kind import Kind
from tests.layouts.page import Page, Prose

__all__ = ["KINDS", "as_codec", "encoded"]

_HTML, _FILES = frozenset({"html"}), frozenset({"html", "text"})
#: Characters that GB2312 lacks and pages with that label use all the same.
_BEYOND = ("朱镕民", "李喆", "周珺", "300㎡", "欧元€", "二〇二〇")


def encoded(page: Page, made: str) -> bytes:
    """The bytes of a page; what its codec lacks becomes an entity."""
    return (b"\xef\xbb\xbf" if page.bom else b"") + made.encode(page.codec, "xmlcharrefreplace")


def as_codec(codec: str, *labels: str | None, bom: bool = False) -> Callable[[Page, Random], None]:
    """A page in a codec, under one of the labels."""

    def apply(page: Page, chosen: Random) -> None:
        page.codec, page.label, page.bom = codec, chosen.choice(labels), bom

    return apply


def _beyond(page: Page, chosen: Random) -> None:
    """The label promises fewer characters than the page has."""
    page.codec, page.label = "gb18030", chosen.choice(("gb2312", "GB2312", "gbk"))
    page.blocks.insert(1, Prose(text=f"联系人：{chosen.choice(_BEYOND)}，另：{chosen.choice(_BEYOND)}。"))


KINDS = (
    Kind("utf-8-bom", "encoding", as_codec("utf-8", "utf-8", "UTF-8", bom=True), media=_FILES),
    Kind("utf-16", "encoding", as_codec("utf-16", "utf-16", "utf-8"), media=_FILES),
    Kind("gb2312-label", "encoding", _beyond, media=_HTML),
    Kind("gbk-label", "encoding", as_codec("gb18030", "gbk", "GBK", "gb18030"), media=_FILES),
    Kind("wrong-label", "encoding", as_codec("gb18030", "utf-8", "iso-8859-1", "x-unknown"), media=_HTML),
    Kind("utf-8-called-gb2312", "encoding", as_codec("utf-8", "gb2312"), media=_HTML),
    Kind("no-label", "encoding", as_codec("gb18030", None), media=_HTML),
)
