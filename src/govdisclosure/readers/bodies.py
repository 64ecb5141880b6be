"""What the name of a body says of it: its kind and its level."""

import re

from govdisclosure.model import AdministrativeLevel, BodyKind, Publisher
from govdisclosure.readers.mirrored import simplified

__all__ = ["publisher_of"]

_KINDS = (
    (BodyKind.TOWNSHIP, r"(?:镇|乡|街道)(?:人民政府|办事处|党政办公室|办公室|党工委)?\Z|街道办"),
    (BodyKind.GOVERNMENT, r"(?:人民政府|省|市|县|区|州|盟|旗)\Z"),
    (BodyKind.DEPARTMENT, r"(?:局|厅|委|委员会|办|办公室|部|署|处|队|站|管委会)\Z"),
    (BodyKind.INSTITUTION, r"(?:院|中心|学校|大学|馆|所|公司|社|会)\Z"),
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
    plain = simplified(name)
    kind = next((kind for kind, words in _KINDS if re.search(words, plain)), None)
    level = next((level for level, words in _LEVELS if re.search(words, plain)), None)
    return Publisher(name=name, kind=kind, level=level)
