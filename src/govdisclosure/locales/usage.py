"""Where the data that Babel carries differ from use, and what CLDR does not say: data, each with its source.

`tests/intl-differences.json` lists what still differs from another implementation of CLDR, and why.
"""

from collections.abc import Mapping

__all__ = ["BY_TEN_THOUSANDS", "DIGITS", "LISTS", "SECTION_NUMBERS", "first_group", "signs"]

#: The number system of every number: 0 to 9, in every locale. The figures of a statutory table are compared with
#: their source, copied and read again, and stand among codes and dates of the source that are in these digits.
DIGITS = "latn"

#: Signs that Babel 2.18 gives otherwise than CLDR 47 (common/main of each locale, as its JSON edition has it): the
#: point and the group of some languages are those of the root there, and de_AT has the group of its currency.
#: A locale takes those of its language too.
SIGNS: Mapping[str, Mapping[str, str]] = {
    "ar_SO": {"percentSign": "\u066a"},
    "de_AT": {"group": "\u00a0"},
    "fr_MA": {"group": "."},
    **{tag: {"decimal": ",", "group": "."} for tag in ("az_Cyrl", "fur", "nds", "vmw")},
    **{tag: {"decimal": ",", "group": "\u00a0"} for tag in ("oc", "os", "prg", "szl")},
    **{tag: {"decimal": ",", "group": "\u2019"} for tag in ("lmo", "wae")},
    "ksh": {"decimal": ",", "group": "\u00a0", "minusSign": "\u2212"},
}

#: Digits that the first group has at least, where that is more than one: ``minimumGroupingDigits`` of CLDR 47, which
#: Babel does not carry. 1000 is not grouped in Spanish, 10 000 is. Languages first, then single locales.
_FIRST_GROUP: Mapping[str, int] = {
    **dict.fromkeys(("be", "bg", "et", "hu", "ia", "ie", "it", "ka", "lv", "pl", "sl", "sq"), 2),
    **dict.fromkeys(("es", "es_EA", "es_ES", "es_GQ", "es_IC", "es_PH", "ru_UA"), 2),
    **dict.fromkeys((f"pt_{t}" for t in ("CH", "CV", "GQ", "GW", "LU", "MO", "MZ", "PT", "ST", "TL")), 2),
    "ee": 3,
}
#: Languages whose countries differ: a country that is not named above groups every thousand.
_BY_COUNTRY = frozenset({"es"})

#: What stands between the things of a list, and before the last. CLDR 47 has the English words for Uyghur, though its
#: own names of places have the Uyghur ones (بوسىنىيە ۋە گېرتسېگوۋىنا).
LISTS: Mapping[str, tuple[str, str]] = {"ug": ("، ", " ۋە ")}

#: Languages that count money by 万 and 亿 and whose words for it are in the catalogs.
BY_TEN_THOUSANDS = frozenset({"zh", "yue"})

#: How sections are numbered, from the outermost level inwards. ``{han}`` stands for the number in Chinese numerals,
#: ``{n}`` for it in digits, ``{stem}`` for one of the ten heavenly stems. Other languages, and levels further in, are
#: numbered by decimals (1.2.3). zh_Hans: GB/T 9704-2012, 7.3.3 (结构层次序数). zh_Hant: the manual of document
#: processing of the Executive Yuan (文書處理手冊), marks of items.
SECTION_NUMBERS: Mapping[str, tuple[str, ...]] = {
    "zh_Hans": ("{han}、", "（{han}）", "{n}.", "（{n}）"),
    "zh_Hant": ("{han}、", "（{han}）", "{n}、", "（{n}）", "{stem}、", "（{stem}）"),
}


def signs(tag: str) -> Mapping[str, str]:
    """The signs of a locale that differ from Babel's, by the names of CLDR."""
    parts = tag.split("_")
    return next((SIGNS[t] for n in range(len(parts), 0, -1) if (t := "_".join(parts[:n])) in SIGNS), {})


def first_group(tag: str) -> int:
    """How many digits the first group of a number has at least, as a locale writes it."""
    language = tag.partition("_")[0]
    return _FIRST_GROUP.get(tag) or (1 if language in _BY_COUNTRY else _FIRST_GROUP.get(language, 1))
