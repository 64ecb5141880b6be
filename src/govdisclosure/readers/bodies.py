"""What the name of a body says of it: its kind and its level."""

import re

from govdisclosure.model import AdministrativeLevel, BodyKind, Publisher
from govdisclosure.readers.mirrored import simplified

__all__ = [
    "BODY_NAME",
    "ends_as_a_body",
    "is_office",
    "is_region",
    "names_a_body",
    "publisher_of",
    "related",
    "without_second_name",
]

_ENDS = (
    "局|厅|委|委员会|政府|银行|支行|分行|集团|办|办公室|府|镇|乡|街道|办事处|院|中心|处|队|站|会|部|署|所"
    "|公司|学校|大学|中学|小学|幼儿园|馆|社|管委会"
)
#: A line that is the name of a body and nothing else.
BODY_NAME = re.compile(
    rf"[^，。；：:、！？（）()0-9]{{2,36}}(?:{_ENDS}|省|县|市|区|州|盟|旗)(?:[（(][^（）()0-9]{{2,20}}[)）])?"
)
_BODY_END = re.compile(rf"(?:{_ENDS})\Z")
_REGION_END = re.compile(r"(?:省|市|县|区|州|盟|旗|镇|乡)\Z")
_OF_AN_OFFICE = re.compile(r"(?<=..)(?:综合|党政|党委)?办(?:公[室厅])?\Z")
_OFFICE_END = re.compile(r"(?:人民政府)?办公[室厅]\Z")

#: The other name of a body that has two: 市场监督管理局（知识产权局）.
_SECOND_NAME = re.compile(r"[（(][^（）()]{2,20}[)）]\Z")
#: The bodies of the State below which those of regions stand: 国家税务总局清河县税务局.
_OF_THE_STATE = re.compile(r"\A国家(?:税务总局|统计局|粮食和物资储备局|矿山安全监察局)(?=.{2,30}[局队]\Z)")

_KINDS = (
    (BodyKind.TOWNSHIP, r"(?:镇|乡|街道)(?:人民政府|办事处|党政办公室|办公室|党工委)?\Z|街道办"),
    (BodyKind.GOVERNMENT, r"(?:人民政府|省|市|县|区|州|盟|旗)\Z"),
    (BodyKind.DEPARTMENT, r"(?:局|厅|委|委员会|办|办公室|部|署|处|队|站|管委会)\Z"),
    (BodyKind.INSTITUTION, r"(?:院|中心|学校|大学|中学|小学|幼儿园|馆|所|公司|社|会)\Z"),
)
_LEVELS = (
    (AdministrativeLevel.TOWNSHIP, r"(?:镇|乡|街道)(?:人民政府|办事处|党政办公室|办公室)?\Z"),
    (AdministrativeLevel.NATIONAL, r"\A(?:国家|国务院|中华人民共和国|中国)"),
    (AdministrativeLevel.COUNTY, r"\A[^省]{2,12}?(?:县|旗)|市[^市]{1,6}[区县]"),
    (
        AdministrativeLevel.PROVINCE,
        r"\A[^市县区]{2,8}(?:省|自治区)(?![^市县区]{1,6}[市县])|\A(?:北京|上海|天津|重庆)市(?!.{1,6}[区县])",
    ),
    (AdministrativeLevel.PREFECTURE, r"\A[^县区]{2,10}(?:市|自治州|州|盟|地区)(?!.{1,6}[区县])"),
)


def publisher_of(name: str) -> Publisher:
    """The publisher with what its name says of its kind and level; nothing where the name does not say it."""
    plain = _OF_THE_STATE.sub("", without_second_name(name))
    kind = next((kind for kind, words in _KINDS if re.search(words, plain)), None)
    level = next((level for level, words in _LEVELS if re.search(words, plain)), None)
    return Publisher(name=name, kind=kind, level=level)


def without_second_name(name: str) -> str:
    """The name of a body in simplified characters, without another name of it in brackets at its end."""
    return _SECOND_NAME.sub("", simplified(name))


def names_a_body(name: str) -> bool:
    """Whether words end as the names of bodies and regions do."""
    return ends_as_a_body(name) or is_region(name)


def ends_as_a_body(name: str) -> bool:
    """Whether words end as the names of bodies do, regions apart."""
    return bool(_BODY_END.search(without_second_name(name)))


def is_region(name: str) -> bool:
    """Whether words end as the names of regions do, those of towns among them."""
    return bool(_REGION_END.search(without_second_name(name)))


def is_office(name: str) -> bool:
    """Whether a body is the office of another one."""
    return bool(_OFFICE_END.search(simplified(name)))


def related(name: str, other: str) -> bool:
    """Whether two names can stand for one body: one is a part of the other, or leaves out some of its characters."""
    plain = (_OF_AN_OFFICE.sub("", without_second_name(one)) for one in (name, other))
    short, long = sorted(plain, key=len)
    characters = iter(long)
    return all(char in characters for char in short)
