"""Channels of disclosure and online services that a text names."""

import re
from collections.abc import Iterator
from typing import Generic, TypeVar

import attrs

from govdisclosure.model import ChannelKind, ServiceKind

__all__ = ["PATTERNS", "Kind", "Named", "channels", "services"]


Kind = TypeVar("Kind", ChannelKind, ServiceKind)


@attrs.frozen
class Named(Generic[Kind]):
    """A named thing: its kind, its name and where the name stands in the paragraph."""

    kind: Kind
    name: str
    start: int
    end: int


#: A title and, in a list, what the list ends in: 《在线访谈》、《政策解读》等专栏.
_TITLED = re.compile(
    r"《(?P<name>[^《》]{2,20})》(?=(?:(?:、|和|及|与)?《[^《》]{2,20}》){0,12}(?P<list>等)?(?P<what>[^，。；、《》]{0,6}))"
)
_ACCOUNT = re.compile(
    r"[“\"](?P<name>[^“”\"]{2,16})[”\"](?P<what>[^，。；、“”]{0,16}(?:微博|微信|公众号|客户端|抖音)[^，。；、]{0,10})"
)
_PLAIN_COLUMN = re.compile(
    r"(?:设立|开设|设置|建立|开辟|增设)(?:了)?(?P<name>[^，。；、《》“”的了]{2,12}(?:专栏|栏目|专题)|[^，。；、《》“”的了]{0,6}曝光台)"
)
_SERVICES = re.compile(
    r"(?:对|包括|提供|实现|开通|涵盖|有)(?P<list>[^，。；：]{4,160})等[^，。；、]{1,16}(?:网上|在线)(?:查询|办公|办理|申报|服务|受理)"
)
#: Each pattern with the texts that it has to match and must not, for the tests.
PATTERNS = {"titled": _TITLED, "account": _ACCOUNT, "plain column": _PLAIN_COLUMN, "services": _SERVICES}
_SERVICE_WORD = re.compile(r"(?:系统|平台|服务|查询|申报|申请|受理|登记|注册|业务|管理|办理|审批|备案)\Z")
_LAW = re.compile(r"条例|办法|规定|细则|通知|意见|方案|要点|规划|决定|法\Z|标准|制度|指南|目录")
_KINDS = (
    (ServiceKind.QUERY, "查询"),
    (ServiceKind.REGISTRATION, "注册|登记"),
    (ServiceKind.APPLICATION, "申办|申报|申请|受理|办理"),
    (ServiceKind.MANAGEMENT, "管理"),
)


def channels(text: str) -> Iterator[Named[ChannelKind]]:
    """Named columns of a site, accounts, mobile papers, columns on television, in order of the text."""
    found = [*_titled(text), *_accounts(text), *_columns(text)]
    yield from sorted(found, key=lambda named: named.start)


def _titled(text: str) -> Iterator[Named[ChannelKind]]:
    for match in _TITLED.finditer(text):
        name, what = match["name"], match["what"]
        before = text[max(0, match.start() - 24) : match.start()]
        kind = _titled_kind(name, what, before)
        if kind and not _LAW.search(name):
            yield Named(kind, name, match.start("name"), match.end("name"))


def _titled_kind(name: str, what: str, before: str) -> ChannelKind | None:
    if "手机报" in name or "手机报" in what:
        return ChannelKind.MOBILE_PAPER
    if not re.search(r"专栏|栏目|专题|版|频道|板块|节目", what):
        return ChannelKind.GAZETTE if name.endswith("公报") and "刊" in before else None
    where = re.split(r"[，。；]", before)[-1]
    if re.search(r"电视台|电视", where):
        return ChannelKind.TELEVISION
    if re.search(r"广播|电台", where):
        return ChannelKind.RADIO
    if re.search(r"日报|晚报|报纸|报社", where):
        return ChannelKind.NEWSPAPER
    return ChannelKind.WEBSITE_COLUMN


def _accounts(text: str) -> Iterator[Named[ChannelKind]]:
    for match in _ACCOUNT.finditer(text):
        kinds = (
            (ChannelKind.WEIBO, "微博"),
            (ChannelKind.WECHAT, "微信|公众号"),
            (ChannelKind.MOBILE_APP, "客户端|APP"),
        )
        for kind, words in kinds:
            if re.search(words, match["what"]):
                yield Named(kind, match["name"], match.start("name"), match.end("name"))


def _columns(text: str) -> Iterator[Named[ChannelKind]]:
    for match in _PLAIN_COLUMN.finditer(text):
        name = re.sub(r"^(?:了|各类|相关|专门)", "", match["name"])
        if not re.fullmatch(r"(?:多个|若干|有关|专门|网站|各|一批)?(?:专栏|栏目|专题)", name):
            yield Named(ChannelKind.WEBSITE_COLUMN, name, match.end("name") - len(name), match.end("name"))


def services(text: str) -> Iterator[Named[ServiceKind]]:
    """Services that a list names before 等…网上查询、网上办理."""
    for match in _SERVICES.finditer(text):
        start = match.start("list")
        for piece in re.finditer(r"[^、]+", match["list"]):
            name = piece.group().strip()
            if _SERVICE_WORD.search(name):
                kind = next((k for k, words in _KINDS if re.search(words, name)), ServiceKind.OTHER)
                yield Named(kind, name, start + piece.start(), start + piece.start() + len(name))
