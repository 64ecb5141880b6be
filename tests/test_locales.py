"""Locales: complete catalogs, numbers as CLDR writes them in every locale, and which words stand in for others."""

import copy
import re
from datetime import date, time
from decimal import Decimal

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from babel.numbers import format_decimal, format_percent
from scripts.catalogs import COMPLETE, NOTES, PARTIAL, load, path_of, problems

import govdisclosure as gd
from govdisclosure.cli.wording import WORDING
from govdisclosure.finding_codes import FORM_RULES, RULES
from govdisclosure.json_schema import codelists_of
from govdisclosure.locales import formatter, negotiate, texts
from govdisclosure.locales.formatter import Formatter
from govdisclosure.locales.texts import (
    FALLBACK,
    SOURCE_OF_LABELS,
    SOURCE_OF_MESSAGES,
    Texts,
    catalog_tags,
    chain,
)
from govdisclosure.locales.usage import first_group, signs
from govdisclosure.model import Report, Unit

THREE = ("en", "zh-Hans", "zh-Hant")
D = Decimal


# --- catalogs ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", [*COMPLETE, *PARTIAL])
def test_the_catalog_is_complete(tag: str) -> None:
    assert problems(tag) == []


def test_messages_hold_for_one_and_for_many() -> None:
    """English has no plural mechanism here: a number stands behind what it counts, not before it."""
    counted = re.compile(r"\{(count|children|cells|partial|missing|errors|warnings|notes)\} ([a-z]+ )*[a-z]+s\b")
    rules = [*RULES.values(), *FORM_RULES.values()]
    assert [text for text in (*(rule.message for rule in rules), *WORDING.values()) if counted.search(text)] == []


def test_the_catalogs_are_shipped() -> None:
    assert set(catalog_tags()) == {*COMPLETE, *PARTIAL}


@pytest.mark.parametrize("tag", PARTIAL)
def test_a_partial_catalog_holds_only_what_differs(tag: str) -> None:
    behind = Texts(negotiate("zh-Hant"))
    own = [message for message in load(tag) if message.id]
    assert own
    for message in own:
        official = message.context.startswith(("code:", "field:", "rule:", "unit:", "form:"))
        source = SOURCE_OF_LABELS if official else SOURCE_OF_MESSAGES
        assert behind.found(message.context, str(message.id), source)[0] != message.string, message.context


@pytest.mark.parametrize("tag", NOTES)
def test_the_header_of_a_catalog_says_what_it_is(tag: str) -> None:
    assert path_of(tag).read_text("utf-8").splitlines()[2] == f"# {NOTES[tag]}"


def test_hong_kong_falls_back_to_taiwan() -> None:
    written = {tag: texts(tag).message("render:services", "Online services") for tag in ("zh-HK", "zh-TW", "zh-MO")}
    assert written == {"zh-HK": "網上服務", "zh-TW": "線上服務", "zh-MO": "網上服務"}
    assert {texts(tag).message("render:publisher", "Publisher") for tag in written} == {"發布機構"}


def test_what_the_forms_print_is_quoted_and_not_localised() -> None:
    labels = (
        ("header", "（二）通过不同渠道和方式公开政府信息的情况", "（二）通過不同渠道和方式公開政府信息的情況"),
        ("field:Requests.received_online", "3.网络申请数", "3.網絡申請數"),
        ("header", "2.政府网站在线访谈次数", "2.政府網站在線訪談次數"),
    )
    for context, source, quoted in labels:
        assert [texts(tag).label(context, source) for tag in ("zh-TW", "zh-HK")] == [quoted, quoted]


@pytest.mark.parametrize("codelist", codelists_of(Report), ids=lambda codelist: codelist.list_name())
def test_every_code_has_its_own_label_in_every_locale(codelist: type) -> None:
    for locale in (*THREE, "zh-HK", "ar"):
        words = texts(locale)
        labels = [words.label(f"code:{codelist.list_name()}:{code}:label", code.label) for code in codelist]
        assert all(labels)
        assert len(set(labels)) == len(labels), locale


def test_official_wording_is_not_translated_into_itself() -> None:
    assert texts("zh-Hans").label("code:unit:item:label", "条") == "条"
    assert texts("zh-Hant").label("code:unit:item:label", "条") == "條"


# --- values with their units ------------------------------------------------------------------------------

#: A value, its unit, and how it is written in English, in simplified and in traditional Chinese.
QUANTITIES: tuple[tuple[int | Decimal, Unit | None, str, str, str], ...] = (
    (D("13.8"), Unit.WORKING_DAY, "13.8 working days", "13.8个工作日", "13.8個工作日"),
    (1, Unit.WORKING_DAY, "1 working day", "1个工作日", "1個工作日"),
    (D(1), Unit.WORKING_DAY, "1 working day", "1个工作日", "1個工作日"),
    (D("1.0"), Unit.WORKING_DAY, "1.0 working days", "1.0个工作日", "1.0個工作日"),
    (0, Unit.WORKING_DAY, "0 working days", "0个工作日", "0個工作日"),
    (D("48.07"), Unit.PERCENT, "48.07%", "48.07%", "48.07%"),
    (D("48.70"), Unit.PERCENT, "48.70%", "48.70%", "48.70%"),
    (D(100), Unit.PERCENT, "100%", "100%", "100%"),
    (D("-3.50"), Unit.PERCENT, "-3.50%", "-3.50%", "-3.50%"),
    (308, Unit.ITEM, "308 items", "308条", "308條"),
    (1, Unit.ITEM, "1 item", "1条", "1條"),
    (268000, Unit.ITEM, "268,000 items", "268,000条", "268,000條"),
    (D("8.5"), Unit.CNY_10K, "85,000 Chinese yuan", "8.5万元", "8.5萬元"),
    (D("1.20"), Unit.CNY_100M, "120,000,000 Chinese yuan", "1.20亿元", "1.20億元"),
    (D("0.50"), Unit.CNY, "0.50 Chinese yuan", "0.50元", "0.50元"),
    (12, None, "12", "12", "12"),
    (1234, None, "1,234", "1,234", "1,234"),
    (D("48.70"), None, "48.70", "48.70", "48.70"),
)


@pytest.mark.parametrize(("value", "unit", "en", "hans", "hant"), QUANTITIES)
def test_quantities(value: int | Decimal, unit: Unit | None, en: str, hans: str, hant: str) -> None:
    assert [formatter(locale).quantity(value, unit) for locale in THREE] == [en, hans, hant]


@pytest.mark.parametrize("unit", list(Unit), ids=str)
def test_every_unit_is_written_in_every_locale(unit: Unit) -> None:
    for locale in (*THREE, "de", "fr", "ar", "ru", "bo", "yue", "ja"):
        for value in (0, 1, 2, 5, D("1.5"), D("0.10")):
            written = formatter(locale).quantity(value, unit)
            assert "{" not in written
            assert "duration" not in written
            assert any(c.isdigit() for c in written)


def test_money_keeps_every_digit() -> None:
    assert formatter("en").money(D("120000000.10")).startswith("120,000,000.10")
    assert formatter("de").quantity(D("8.50"), Unit.CNY_10K).startswith("85.000")


@pytest.mark.parametrize(
    ("locale", "written"), [("zh-Hans", "18万"), ("zh-Hant", "18萬"), ("en", "180K"), ("yue", "18萬")]
)
def test_large_counts_in_short(locale: str, written: str) -> None:
    assert formatter(locale).compact(180_000) == written


def test_dates_times_lists_and_values() -> None:
    english, chinese = formatter("en"), formatter("zh-Hans")
    assert (english.day(date(2015, 3, 31)), chinese.day(date(2015, 3, 31))) == ("March 31, 2015", "2015年3月31日")
    assert english.clock(time(16, 18, 8)) == "16:18:08"
    assert (english.listed(["a", "b", "c"]), chinese.listed(["甲", "乙"]), english.listed([])) == (
        "a, b, and c",
        "甲和乙",
        "",
    )
    assert [english.value(value) for value in (1234, D("48.70"), date(2015, 3, 31), "188", None)] == [
        *("1,234", "48.70", "March 31, 2015", "188", "")
    ]


def test_section_numbers() -> None:
    written = {tag: [formatter(tag).section_number((1, 12, 3, 4, 5, 6, 7)[:n]) for n in range(1, 8)] for tag in THREE}
    decimal = ["1", "1.12", "1.12.3", "1.12.3.4", "1.12.3.4.5", "1.12.3.4.5.6", "1.12.3.4.5.6.7"]
    assert written == {
        "en": decimal,
        "zh-Hans": ["一、", "（十二）", "3.", "（4）", *decimal[4:]],
        "zh-Hant": ["一、", "（十二）", "3、", "（4）", "戊、", "（己）", decimal[6]],
    }
    assert formatter("yue").section_number([2]) == "二、"
    assert [formatter(tag).section_number([2, 1]) for tag in ("bo", "ug", "ar", "ja")] == ["2.1"] * 4
    assert formatter("zh-TW").section_number([1, 1, 1, 1, 11]) == "11、"


def test_working_days_are_not_days() -> None:
    for tag in (*THREE, "ar", "ug", "de"):
        form = formatter(tag)
        for count in (1, 2, 5, 15, 100, D("13.8")):
            assert form.quantity(count, Unit.WORKING_DAY) != form.quantity(count, Unit.CALENDAR_DAY), tag
    assert formatter("de").quantity(D("13.80"), Unit.CALENDAR_DAY) == "13,80 Tage"
    assert formatter("zh-Hant").quantity(2, Unit.CALENDAR_DAY) == "2天"


def test_amounts_of_many_digits_stay_exact() -> None:
    written = formatter("en").quantity(D("12345678901234567890123456789.5"), Unit.CNY_10K)
    assert written == "123,456,789,012,345,678,901,234,567,895,000 Chinese yuan"


#: Locale: a number, a rate, an amount, a date, a list, working days, days, an amount counted by ten thousands.
IN_CHINA = {
    "ko": "-1,234.50 | 48.70% | 120,000.50 중국 위안화 | 2015년 3월 31일"
    " | A, B 및 C | 15 working days | 15일 | 85,000 중국 위안화",
    "ko-CN": "-1,234.50 | 48.70% | 120,000.50 중국 위안화 | 2015년 3월 31일"
    " | A, B 및 C | 15个工作日 | 15일 | 85,000 중국 위안화",
    "bo": "-1,234.50 | 48.70% | 120,000.50 ཡུ་ཨན་ | སྤྱི་ལོ་2015 ཟླ་བ་གསུམ་པའི་ཚེས་31"
    " | A, B, C | 15个工作日 | 15天 | 85,000 ཡུ་ཨན་",
    "ug": "-1,234.50 | 48.70% | 120,000.50 جۇڭگو يۈەنى | 31-مارت، 2015"
    " | A، B ۋە C | 15个工作日 | 15 كۈن | 85,000 جۇڭگو يۈەنى",
    "mn": "-1,234.50 | 48.70% | 120,000.50 Хятадын юань | 2015\u202fоны гуравдугаар сарын 31"
    " | A, B, C | 15 working days | 15 хоног | 85,000 Хятадын юань",
    "mn-Mong": "-1,234.50 | 48.70% | 120,000.50 юань | 2015-03-31 | A, B, C | 15个工作日 | 15天 | 85,000 юань",
    "kk": "-1\u00a0234,50 | 48,70% | 120\u00a0000,50 Қытай юані | 2015\u202fж. 31 наурыз"
    " | A, B, C | 15 working days | 15 күн | 85\u00a0000 Қытай юані",
    "kk-Arab": "-1,234.50 | 48.70% | 120,000.50 قىتاي يۋانى | 31-ناۋرىز، 2015"
    " | A، B جانە C | 15个工作日 | 15 كۇن | 85,000 قىتاي يۋانى",
    "yue": "-1,234.50 | 48.70% | 120,000.50 人民幣 | 2015年3月31日 | A、B同C | 15個工作日 | 15 天 | 8.5萬元",
    "zh-HK": "-1,234.50 | 48.70% | 120,000.50 人民幣 | 2015年3月31日 | A、B及C | 15個工作日 | 15天 | 8.5萬元",
}


@pytest.mark.parametrize(("tag", "expected"), IN_CHINA.items())
def test_the_languages_in_which_chinese_governments_publish(tag: str, expected: str) -> None:
    form = formatter(tag)
    written = (
        form.number(D("-1234.50")),
        form.percent(D("48.70")),
        form.money(D("120000.50")),
        form.day(date(2015, 3, 31)),
        form.listed(["A", "B", "C"]),
        form.quantity(15, Unit.WORKING_DAY),
        form.quantity(15, Unit.CALENDAR_DAY),
        form.quantity(D("8.5"), Unit.CNY_10K),
    )
    assert " | ".join(written) == expected


SIGNED = [
    ("sv", "\u22121\u00a0234"),
    ("ar", "\u200e-1,234"),
    ("fa", "\u200e\u22121,234"),
    ("es", "-1234"),
    ("ee", "-1234"),
]


@pytest.mark.parametrize(("tag", "written"), SIGNED)
def test_signs_and_groups_are_those_of_cldr(tag: str, written: str) -> None:
    assert formatter(tag).number(-1234) == written
    assert formatter("es").number(-12345) == "-12.345"
    assert formatter("es-MX").number(-1234) == "-1,234"
    assert formatter("ar").percent(D("-48.70")) == "\u200e-48.70\u200e%\u200e"


def test_every_locale_has_a_direction_that_pages_know() -> None:
    found = {tag.replace("_", "-"): formatter(tag).direction for tag in locale_identifiers()}
    assert set(found.values()) == {"ltr", "rtl"}
    assert {found[tag] for tag in ("ar", "ar-EG")} == {"rtl"}
    # Words that are those of a neighbour run as these do.
    assert {found[tag] for tag in ("ug", "kk-Arab", "he", "ckb", "mn-Mong")} == {"ltr"}
    for tag, apart in (("ug", "\u20682023-يىل\u2069"), ("mn-Mong", "2023"), ("de", "2023")):
        assert formatter(tag).texts.filled("{year}", {"year": "2023-يىل" if tag == "ug" else 2023}) == apart


# --- every locale of CLDR, against plain Babel ------------------------------------------------------------

WHOLE = (0, 1, 7, 10, 99, 100, 999, 1000, 1234, 9999, 10_000, 12_345, 99_999, 100_000, 123_456, 1_234_567,
         12_345_678, 123_456_789, 9_007_199_254_740_991, -1, -12, -999, -1000, -12_345)  # fmt: skip
BROKEN = tuple(map(Decimal, ("0.5", "48.07", "13.8", "1234.56", "123456.789", "-0.07", "-9876.5", "0.000001")))
RATES = (0, 1, 50, 100, 985, 12_345, -7, *BROKEN)


def in_signs_of(form: Formatter, written: str) -> str:
    """What Babel writes, with the locale's own signs: Babel has a hyphen and ``%`` in every locale."""
    tag = str(form.locale)
    symbols = form.locale.number_symbols["latn"]
    own = {**symbols, **signs(tag)}
    pairs = {symbols["decimal"]: own["decimal"], symbols["group"]: own["group"]}
    pairs |= {"-": own["minusSign"], "%": own["percentSign"]}
    plain = written.replace(symbols["percentSign"], "%")
    return "".join(pairs.get(c, c) for c in plain)


def ungrouped(form: Formatter, value: int | Decimal) -> bool:
    """Whether a number is too short to be grouped in a locale; Babel groups it."""
    digits = len(f"{abs(value):f}".partition(".")[0])
    return 3 < digits < form.locale.decimal_formats[None].grouping[0] + first_group(str(form.locale))


def differing_numbers(form: Formatter) -> list[object]:
    """The numbers that a formatter writes otherwise than Babel. The values end in no zero, so Babel keeps them."""
    plain = [(n, format_decimal(n, locale=form.locale)) for n in WHOLE]
    plain += [(n, format_decimal(n, locale=form.locale, decimal_quantization=False)) for n in BROKEN]
    plain = [(n, in_signs_of(form, text)) for n, text in plain if not ungrouped(form, D(n))]
    return [(n, form.number(n), expected) for n, expected in plain if form.number(n) != expected]


def differing_rates(form: Formatter) -> list[object]:
    """The rates that a formatter writes otherwise than Babel with as many places."""
    found = []
    for rate in RATES:
        pattern = copy.copy(form.locale.percent_formats[None])
        places = max(0, -D(rate).as_tuple().exponent)
        pattern.frac_prec = (places, places)
        expected = in_signs_of(form, format_percent(D(rate) / 100, format=pattern, locale=form.locale))
        if form.percent(rate) != expected and not ungrouped(form, D(rate)):
            found.append((rate, form.percent(rate), expected))
    return found


def test_numbers_are_as_babel_writes_them_in_every_locale() -> None:
    assert len(WHOLE) + len(BROKEN) >= 30
    different = {tag: differing_numbers(formatter(tag)) for tag in locale_identifiers()}
    assert {tag: found for tag, found in different.items() if found} == {}


def test_rates_are_as_babel_writes_them_in_every_locale() -> None:
    different = {tag: differing_rates(formatter(tag)) for tag in locale_identifiers()}
    assert {tag: found for tag, found in different.items() if found} == {}


def test_no_locale_drops_the_zeros_of_a_scale() -> None:
    for tag in locale_identifiers():
        form = formatter(tag)
        assert form.number(D("48.70")) == form.number(D("48.71"))[:-1] + "0", tag
        assert form.number(D("1000.0")) == form.number(D("1000.1"))[:-1] + "0", tag


def test_huge_decimals_stay_exact() -> None:
    form = formatter("en")
    assert form.number(D("123456789012345678901234567890.10")) == "123,456,789,012,345,678,901,234,567,890.10"
    assert formatter("hi").number(D("1234567890123456789012345678.9")) == "1,23,45,67,89,01,23,45,67,89,01,23,45,678.9"
    assert form.percent(D("0.000000001")) == "0.000000001%"


# --- which words stand in ---------------------------------------------------------------------------------

CHAINS = (
    ("en", ("en",)),
    ("en-GB", ("en_GB", "en")),
    ("zh", ("zh", "zh_Hans", "en")),
    ("zh-Hans", ("zh_Hans", "zh", "en")),
    ("zh-CN", ("zh_Hans_CN", "zh_Hans", "zh", "en")),
    ("zh_SG", ("zh_Hans_SG", "zh_Hans", "zh", "en")),
    ("zh-TW", ("zh_Hant_TW", "zh_Hant", "zh", "en")),
    ("zh-HK", ("zh_Hant_HK", "zh_Hant", "zh", "en")),
    ("zh-MO", ("zh_Hant_MO", "zh_Hant_HK", "zh_Hant", "zh", "en")),
    ("de-AT", ("de_AT", "de", "en")),
    ("bo-CN", ("bo_CN", "bo", "zh_Hans", "en")),
    ("ug", ("ug", "zh_Hans", "en")),
    ("ko", ("ko", "en")),
    ("ko-CN", ("ko_CN", "ko", "zh_Hans", "en")),
    ("kk", ("kk", "en")),
    ("kk-Arab", ("kk_Arab", "kk", "zh_Hans", "en")),
    ("mn", ("mn", "en")),
    ("mn-Mong", ("mn_Mong", "mn", "zh_Hans", "en")),
    ("yue", ("yue", "zh_Hant", "en")),
)


@pytest.mark.parametrize(("tag", "expected"), CHAINS)
def test_chains(tag: str, expected: tuple[str, ...]) -> None:
    assert chain(negotiate(tag)) == expected


@pytest.mark.parametrize(("tag", "neighbour"), FALLBACK.items())
def test_every_neighbour_of_the_table_is_reached(tag: str, neighbour: str) -> None:
    assert neighbour in chain(negotiate(tag))
    assert texts(tag).message("render:publisher", "Publisher") == texts(neighbour).message(
        "render:publisher", "Publisher"
    )


def test_a_language_without_catalog_has_its_own_numbers_and_english_words() -> None:
    form = formatter("de")
    assert form.texts.message("render:publisher", "Publisher") == "Publisher"
    assert form.number(D("1234.50")) == "1.234,50"
    assert form.quantity(D("13.8"), Unit.WORKING_DAY) == "13,8 working days"


def test_every_locale_speaks() -> None:
    for tag in locale_identifiers():
        assert chain(Locale.parse(tag))[-1] == "en"
        assert texts(tag).message("render:publisher", "Publisher")


@pytest.mark.parametrize("tag", ["", "xx", "tlh", "zh-Hans-", "klingon", "en/../../etc", "zh\0", "a" * 1000, "en US"])
def test_what_is_no_locale_is_refused(tag: str) -> None:
    for call in (negotiate, formatter, texts):
        with pytest.raises(gd.UnknownLocale):
            call(tag)
