"""E5, characters that deceive the eye: kept in the text, told in a finding, kept to themselves in output."""

import sys
import unicodedata

import pytest
from tests.narratives import page

import govdisclosure as gd
from govdisclosure import catalog
from govdisclosure.readers import Draft
from govdisclosure.readers.characters import character_findings
from govdisclosure.renderers.text import plain

TITLE = "2014年政府信息公开工作年度报告"
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
UNSEEN = "\u200b\u200c\u200d\u2060\u00ad\u180e\ufeff"
#: Kangxi radicals, CJK radicals, compatibility ideographs of both planes.
LOOKALIKE = "⼯⼀⾏⿕⺀⻳\uf900\ufa11\U0002f800\U0002fa1d"
PRIVATE = "\ue000\ue78d\uf8ff\U000f0000\U0010fffd"
KINDS = {
    "text-direction-control": TURNING,
    "text-invisible": UNSEEN,
    "text-compatibility": LOOKALIKE,
    "text-private-use": PRIVATE,
}
CASES = [(char, code) for code, chars in KINDS.items() for char in chars]
every_character = pytest.mark.parametrize(("char", "code"), CASES, ids=[f"{ord(c):04X}" for c, _ in CASES])


def read(*lines: str) -> Draft:
    return gd.read(page(TITLE, *lines))


def paragraph(draft: Draft) -> str:
    return draft.report.sections[0].paragraphs[0]


@every_character
def test_the_character_is_kept(char: str, code: str) -> None:
    words = f"日常{char}事务，行政处罚情况。"
    assert paragraph(read(words)) == words


@every_character
def test_one_finding_tells_of_it(char: str, code: str) -> None:
    words = f"日常{char}事务{char}。"
    (finding,) = read(words).findings
    source = page(TITLE, words).decode()
    assert finding.code == code
    assert finding.params == {"character": f"U+{ord(char):04X}", "count": "2"}
    (place,) = finding.places
    assert source[place.source.start : place.source.end] == char == place.quote
    assert f"U+{ord(char):04X}" in gd.message(finding, "zh-Hans")


def test_every_character_for_private_use_is_told() -> None:
    private = "".join(char for char in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(char) == "Co")
    (finding,) = character_findings(private)
    assert (finding.code, finding.params["count"]) == ("text-private-use", str(len(private)))


def test_usual_characters_give_no_finding() -> None:
    assert read("“一网通办”——《条例》；①㎡℃，é𠮷😀：１２件（ＡＢ）〇。").findings == ()


@pytest.mark.parametrize("dash", "—–―－-—")
def test_dashes_are_kept_as_they_are(dash: str) -> None:
    words = f"统计期限为2014年1月1日{dash}12月31日。"
    assert paragraph(read(words)) == words


@pytest.mark.parametrize("code", ["22000О0056", "２２０００００５６", "22000000Ƽ6", "２200000056"])
def test_look_alikes_in_codes_are_no_codes(code: str) -> None:
    """Cyrillic О, full-width digits: never taken for the code that they look like."""
    report = gd.read(
        page(TITLE, "我局认真落实条例。", signature=f"青禾县民政局\n2015年3月1日\n网站标识码:{code}")
    ).report
    host = report.publication.host if report.publication else None
    found = host.website_identification_code if host else None
    assert found != "2200000056"
    assert found is None or found in code


@pytest.mark.parametrize("number", ["١٧٣", "१७३", "𝟏𝟕𝟑", "²³", "①②", "17\u200b3", "1\u202e73", "l73", "1О3"])
def test_what_only_looks_like_digits_is_no_number(number: str) -> None:
    report = read(f"收到申请{number}件。").report
    assert 173 not in [metric.value for metric in report.metrics]
    assert 371 not in [metric.value for metric in report.metrics]


# --- output -----------------------------------------------------------------------------------------------

_OPEN, _CLOSE = "\u2066\u2067\u2068", "\u2069"
BIDI = (
    *("\u202eabc", "a\u202eb\u202cc", "שלום", "مرحبا 12", "\u2067a", "\u2066\u2067\u2068", "a\u2069b", "\u2069\u202e"),
    *("\u2069\u2069\u2069abc", "\u2068a\u2069\u2069\u202ex", "\u200fa", "\u061c", "a\u2066\u2069", "\u202d12\u202c"),
)


def leaks(text: str) -> bool:
    """Whether the direction of a text reaches what follows it on the line (UAX #9, BD9 and X5a to X6a)."""
    depth, strong = 0, 0
    for char in text:
        if char in _OPEN:
            depth += 1
        elif char == _CLOSE:
            depth = max(0, depth - 1)
        elif not depth and (char in "\u202a\u202b\u202d\u202e" or unicodedata.bidirectional(char) in ("R", "AL")):
            strong += 1
        elif not depth and char == "\u202c":
            strong = max(0, strong - 1)
    return bool(depth or strong)


@pytest.mark.parametrize("text", BIDI, ids=ascii)
def test_plain_text_keeps_directions_to_itself(text: str) -> None:
    assert not leaks(plain(text))


@pytest.mark.parametrize("text", BIDI, ids=ascii)
def test_cells_of_a_page_are_isolated(text: str) -> None:
    report = gd.replace(read("我局认真落实条例。").report, "publisher.name", text)
    html = gd.render(report, to="html", locale="en")
    assert f"<bdi>{text}</bdi>" in html


def test_what_needs_no_isolation_gets_none() -> None:
    assert plain("行政处罚173项 abc") == "行政处罚173项 abc"


# --- what keeps words in their order is no warning ---------------------------------------------------------


def blank_report(form: str) -> gd.Report:
    return gd.Report(form=form, year=2023, period=catalog.form(form).period(2023), statistics=gd.blank(form))


def turning(text: str) -> int:
    """How many controls of a text are told."""
    found = [one for one in character_findings(text) if one.code == "text-direction-control"]
    return int(found[0].params["count"]) if found else 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("公开\u206812\u2069件", 0),
        ("公开\u2068丙县\u2068教育局\u2069\u2069件", 0),
        ("公开\u206812\n\u2069件", 2),
        ("公开\u206912\u2068件", 2),
        ("公开\u2068\u202e21\u2069件", 1),
        ("公开\u2068\u200f21\u2069件", 1),
        ("公开\u206712\u2069件", 2),
        ("公开\u206612\u2069件", 2),
        ("相差\u200e−12件", 0),
        ("相差\u200f−12件", 1),
        ("相差\u200e12件", 1),
        ("التقرير \u200e12\u200e، \u2068丙县", 0),
        ("التقرير \u202e12\u202c", 2),
        ("التقرير \u200e12\u200e\n公开\u200e12件", 1),
    ],
)
def test_isolates_that_are_closed_and_marks_beside_arabic_turn_nothing(text: str, told: int) -> None:
    assert turning(text) == told


def test_many_controls_in_one_line_take_no_time() -> None:
    many = 200_000
    assert turning("\u2068" * many + "\u2069" * many) == 0
    assert turning("\u2069" * many + "\u2068" * many) == 2 * many


@pytest.mark.parametrize("locale", ["fa", "ar", "he", "ur"])
@pytest.mark.parametrize("to", ["html", "markdown", "text", "docx", "xlsx"])
def test_pages_of_the_library_from_right_to_left_bring_no_warning(locale: str, to: str) -> None:
    """The equations of this report do not hold, so the pages print differences below zero."""
    tables = gd.replace(blank_report("cn-2021"), "statistics.requests.received.total", 3)
    report = gd.replace(tables, "statistics.requests.received.natural_person", 9)
    made = gd.render(report, to=to, locale=locale, findings=gd.check(report))
    found = gd.read(made if isinstance(made, bytes) else made.encode()).findings
    assert "text-direction-control" not in {one.code for one in found}
