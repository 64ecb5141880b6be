"""PDF: what is in it, that it only shows what it is handed, and that no sign is lost on the way."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest
from pdfminer.layout import LTChar
from pdfminer.pdftypes import resolve1
from tests.battery.hostile import FULL, filled, filled_places
from tests.battery.naughty import NAUGHTY
from tests.printed_pdf import NOTO, Printed, need_fonts
from tests.tables import compiled

import conformance
import govdisclosure as gd
from govdisclosure import catalog
from govdisclosure.errors import MissingGlyphs, UnknownFont
from govdisclosure.locales import error_text, texts
from govdisclosure.model import Report, Section, SectionKind
from govdisclosure.renderers.pdf.data import shown
from govdisclosure.renderers.pdf.fonts import VARIABLE, library


@pytest.fixture(autouse=True)
def fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    need_fonts()


def pdf(report: Report, locale: str = "zh-Hans", *, checked: bool = True) -> bytes:
    return gd.render(report, to="pdf", locale=locale, findings=gd.check(report) if checked else ())


@cache
def with_tables(form_id: str) -> Report:
    """A report of a form with text, lists, and a number in each cell of its tables."""
    form, vintage, empty = catalog.tables(form_id), catalog.form(form_id), gd.blank(form_id)
    assert form is not None
    values = {path: form.cells[path].kind.low + number % 90 for number, path in enumerate(form.values(empty))}
    kinds = (SectionKind.PROACTIVE, SectionKind.ON_REQUEST)
    sections = tuple(Section(kind=kind, heading=kind.label, paragraphs=("甲",)) for kind in kinds)
    year = vintage.years[0]
    return Report(
        form=form_id,
        year=year,
        period=vintage.period(year),
        title="甲县政府信息公开工作年度报告",
        language="zh-Hans",
        sections=sections,
        powers=FULL.powers,
        statistics=conformance.with_values(empty, values),
    )


FORMS = [form_id for form_id in gd.FORMS if catalog.tables(form_id)]

# --- what is in it ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("locale", "language"), [("zh-Hans", b"zh-CN"), ("zh-Hant", b"zh-TW"), ("en", b"en")])
def test_it_is_tagged_and_says_title_and_language(locale: str, language: bytes) -> None:
    printed = Printed(pdf(FULL, locale))
    assert printed.catalog["Lang"] == language
    assert printed.catalog["MarkInfo"]["Marked"] is True
    assert printed.catalog["ViewerPreferences"]["DisplayDocTitle"] is True
    assert b"pdfuaid:part" in b"".join(stream.get_data() for stream in printed.objects if hasattr(stream, "get_data"))
    names = [name for name, _ in printed.tags()]
    assert names[:2] == ["Document", "Title"]
    assert {"H1", "H2", "P", "Table", "TR", "TH", "TD", "THead", "Link"} <= set(names)


def test_words_of_the_report_are_in_its_language() -> None:
    languages = {node.get("Lang") for _, node in Printed(pdf(FULL, "en")).tags()}
    assert b"zh-CN" in languages


def test_bookmarks_are_the_headings() -> None:
    bookmarks = Printed(pdf(FULL)).bookmarks()
    titles = [title for _, title in bookmarks]
    assert titles[0] == "报告正文"
    headings = [f"{section.number or ''}{section.heading or ''}" for section in FULL.sections]
    assert [title for title in titles if title in headings] == [heading for heading in headings if heading]
    assert titles[-2:] == ["核对结果", "登载报告的网站"]
    levels = [level for level, _ in bookmarks]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("locale", ["zh-Hans", "en", "ar"])
def test_every_font_is_embedded(locale: str) -> None:
    fonts = [one for one in Printed(pdf(FULL, locale)).dictionaries if "FontBBox" in one or "FontName" in one]
    assert fonts
    assert all({"FontFile", "FontFile2", "FontFile3"} & set(font) for font in fonts)


def test_chinese_is_drawn_as_its_region_draws_it() -> None:
    def families(report: Report, locale: str) -> set[str]:
        pages = Printed(pdf(report, locale)).glyphs
        return {glyph.fontname.partition("+")[2].partition("-")[0] for page in pages for glyph in page}

    assert families(FULL, "zh-Hans") == {"NotoSansCJKsc"}
    assert "NotoSansCJKtc" in families(FULL, "zh-Hant")
    assert families(FULL, "en") == {"NotoSans", "NotoSansCJKsc"}


@pytest.mark.parametrize("form_id", FORMS)
@pytest.mark.parametrize("locale", ["zh-Hans", "zh-Hant", "en", "ar"])
def test_tables_lie_within_the_page(form_id: str, locale: str) -> None:
    printed = Printed(pdf(with_tables(form_id), locale))
    for page, glyphs in zip(printed.pages, printed.glyphs, strict=True):
        _, _, width, height = page.mediabox
        assert all(min(glyph.x0, glyph.y0) > 0 and glyph.x1 < width and glyph.y1 < height for glyph in glyphs)


def test_the_table_of_requests_stands_on_one_page() -> None:
    ends = {"zh-Hans": ("一、本年新收", "四、结转下年度"), "en": ("I.Requestsnewly", "IV.Requestscarried")}
    for locale, (first, last) in ends.items():
        pages = pages_of(Printed(pdf(with_tables("cn-2021"), locale, checked=False)))
        here = [page for page in pages if first in page]
        assert len(here) == 1
        assert last in here[0]


def test_the_header_of_a_long_table_stands_on_each_of_its_pages() -> None:
    pages = pages_of(Printed(pdf(with_tables("cn-2014"), checked=False)))
    parts = [page for page in pages if "一、主动公开情况" in page or "九、政府信息公开会议" in page]
    assert len(parts) == 2
    assert all("统计指标" in page for page in parts)


def pages_of(printed: Printed) -> list[str]:
    return ["".join("".join(glyph.get_text().split()) for glyph in page) for page in printed.glyphs]


def test_arabic_pages_run_from_right_to_left() -> None:
    """The list about the report has its labels at the right, and its words beside them."""
    printed = Printed(pdf(with_tables("cn-2021"), "ar", checked=False))
    assert printed.catalog["Lang"] == b"ar"
    assert printed.catalog["ViewerPreferences"]["Direction"].name == "R2L"
    middle = printed.pages[0].mediabox[2] / 2
    year = str(with_tables("cn-2021").year)
    glyphs = printed.glyphs[0]
    lines: dict[int, list[Any]] = {}
    for glyph in glyphs:
        lines.setdefault(round(glyph.y0 / 6), []).append(glyph)
    plain = [[glyph for glyph in line if "Bold" not in glyph.fontname] for line in lines.values()]
    digits = next(line for line in plain if "".join(glyph.get_text() for glyph in line).strip() == year)
    beside = [glyph for glyph in glyphs if abs(glyph.y0 - digits[0].y0) < 6 and "Bold" in glyph.fontname]
    assert min(glyph.x0 for glyph in beside) > max(glyph.x1 for glyph in digits) > middle


def test_arabic_pages_do_not_turn_numbers() -> None:
    """A sign stands before its number, and a share behind it, as on every other page."""
    form = compiled("cn-2019")
    signed = next(path for path, cell in form.cells.items() if cell.kind.signed)
    plain = next(path for path, cell in form.cells.items() if path.endswith("received.total"))

    def of(year: int, number: int) -> Report:
        empty = gd.blank("cn-2019")
        statistics = conformance.with_values(empty, {**form.values(empty), signed: 7321, plain: number})
        report = attrs.evolve(with_tables("cn-2019"), year=year, publisher=FULL.publisher, statistics=statistics)
        return attrs.evolve(report, period=catalog.form("cn-2019").period(year))

    compared = gd.render_comparison(gd.compare([of(2019, 60), of(2020, 66)]), to="pdf", locale="ar")
    assert isinstance(compared, bytes)
    assert "+7321" in from_the_left(pdf(of(2019, 60), "ar", checked=False)).replace(",", "")
    # One glyph draws a bracket that opens to the left and one that opens to the right in words from there.
    assert re.search(r"\+6[()]\+10\.0%\u200e?[()]", from_the_left(compared))


def from_the_left(data: bytes) -> str:
    """The signs of each line as they stand from left to right; fonts begin at heights of their own."""
    lines: list[list[LTChar]] = []
    for page in Printed(data).glyphs:
        height = float("inf")
        for glyph in sorted(page, key=lambda glyph: -glyph.y0):
            if height - glyph.y0 > 5:
                lines.append([])
                height = glyph.y0
            lines[-1].append(glyph)
    return "\n".join(
        "".join(glyph.get_text().strip(" \u00a0\u2068\u2069") for glyph in sorted(line, key=lambda glyph: glyph.x0))
        for line in lines
    )


@pytest.mark.parametrize("name", ["NotoSansArabic", "NotoNaskhArabic"])
def test_arabic_letters_are_joined(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "Noto Naskh Arabic" if "Naskh" in name else "Noto Sans Arabic")
    report = attrs.evolve(with_tables("cn-2021"), title="\u0628\u0628\u0628", language="ar")
    printed = Printed(pdf(report, "ar", checked=False))
    title = [glyph for glyph in printed.glyphs[0] if glyph.get_text() == "\u0628" and glyph.size > 15]
    assert len({round(glyph.adv, 2) for glyph in title}) == len(title) == 3, "a beginning, a middle, an end"
    assert all(name in glyph.fontname for glyph in title)


# --- fonts ------------------------------------------------------------------------------------------------


def test_a_character_without_a_glyph_is_named() -> None:
    odd = attrs.evolve(FULL, title="甲\ue123乙\U0001f600")
    with pytest.raises(MissingGlyphs) as caught:
        pdf(odd)
    assert set("".join(caught.value.texts)) == {"\ue123", "\U0001f600"}
    for locale in ("en", "zh-Hans", "zh-Hant"):
        told = error_text(caught.value, texts(locale))
        assert "U+E123" in told
        assert "U+1F600 😀" in told
        assert VARIABLE in told
        assert "fonts-noto-cjk" in told


def test_all_missing_characters_are_named_at_once() -> None:
    odd = (Section(kind=SectionKind.OTHER, paragraphs=("\ue002",)),)
    with pytest.raises(MissingGlyphs) as caught:
        pdf(attrs.evolve(FULL, title="\ue001", sections=odd))
    assert set(caught.value.texts) == {"\ue001", "\ue002"}


def test_without_a_chinese_font_chinese_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    real = library()
    poor = attrs.evolve(real, noto=("Noto Sans",))
    monkeypatch.setattr("govdisclosure.renderers.pdf.library", lambda: poor)
    with pytest.raises(MissingGlyphs) as caught:
        pdf(FULL)
    assert "政" in caught.value.texts
    assert len(caught.value.characters) < 250


def test_a_family_that_the_user_names_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "noto serif cjk sc")
    assert library().named == ("Noto Serif CJK SC",)
    names = {glyph.fontname.partition("+")[2] for page in Printed(pdf(FULL)).glyphs for glyph in page}
    assert all(name.startswith("NotoSerifCJKsc") for name in names)


def test_a_folder_that_the_user_names_is_searched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = [info for info in library().fonts.fonts() if info.family == "DejaVu Sans" and info.path]
    if not found:
        pytest.skip("DejaVu Sans is not installed: it stands for a font of the user's own")
    source = Path(found[0].path)
    (tmp_path / source.name).write_bytes(source.read_bytes())
    monkeypatch.setenv(VARIABLE, os.pathsep.join([str(tmp_path), "Noto Sans CJK SC"]))
    assert library().named[0] == "DejaVu Sans"
    assert library().named[-1] == "Noto Sans CJK SC"


def test_a_font_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "No Such Font")
    with pytest.raises(UnknownFont, match="No Such Font"):
        pdf(FULL)


@pytest.mark.parametrize(
    ("language", "first"),
    [("zh-Hans", NOTO[0]), ("zh", NOTO[0]), ("zh-Hant", NOTO[1]), ("zh-TW", NOTO[1]),
     ("zh-Hant-HK", "Noto Sans CJK HK"), ("ja", "Noto Sans CJK JP"), ("ko-KR", "Noto Sans CJK KR"),
     ("en", NOTO[2]), ("ar", NOTO[3]), ("fa-IR", NOTO[3]),
     ("xx", NOTO[2])],
)  # fmt: skip
def test_the_first_font_goes_by_the_language(language: str, first: str) -> None:
    families = library().families(language)
    assert families[0] == first
    assert set(NOTO) <= set(families)
    assert len(families) == len(set(families))


# --- the same bytes ---------------------------------------------------------------------------------------


def test_two_processes_give_the_same_bytes(tmp_path: Path) -> None:
    gd.dump(FULL, tmp_path / "report.json")
    program = (
        "import sys, govdisclosure as gd; report = gd.load(sys.argv[1]); "
        "sys.stdout.buffer.write(gd.render(report, to='pdf', locale='en', findings=gd.check(report)))"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / "report.json")],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True, check=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("9", "Pacific/Kiritimati"))
    }  # fmt: skip
    assert made == {pdf(FULL, "en")}
    assert pdf(FULL, "en") == pdf(FULL, "en")


# --- inert ------------------------------------------------------------------------------------------------


def _is_plain(text: str) -> bool:
    """Whether the signs are drawn in the order in which they are read, each by itself."""
    turned = any(unicodedata.bidirectional(c) in ("R", "AL", "RLE", "RLO", "RLI") for c in text)
    return not turned and not any(unicodedata.combining(c) for c in text)


#: The strings in heaps, those apart whose signs change places or melt together.
PLAIN = [text for text in NAUGHTY if _is_plain(text)]
OTHERS = [text for text in NAUGHTY if not _is_plain(text)]
HEAPS = [PLAIN[at : at + 24] for at in range(0, len(PLAIN), 24)] + [OTHERS]


@pytest.mark.parametrize("make", [filled, filled_places])
@pytest.mark.parametrize("heap", HEAPS, ids=range(len(HEAPS)))
def test_a_text_is_shown_and_does_nothing(heap: list[str], make: Callable[[str], Report]) -> None:
    """Strings without a glyph are named by the error; all others are in the PDF, as text and nothing else."""
    texts = list(heap)
    try:
        data = pdf(make(" ".join(texts)), "en", checked=False)
    except MissingGlyphs as error:
        missing = {c for text in error.texts for c in text}
        texts = [text for text in heap if not missing & set(text)]
        assert missing <= set("".join(heap))
        data = pdf(make(" ".join(texts)), "en", checked=False)
    printed = Printed(data)
    assert printed.actions() <= {"GoTo"}
    assert {name for name, _ in printed.tags()} <= _usual_tags()
    if make is filled and heap is not OTHERS:
        # A text may go on behind the number of a page.
        words = re.sub(rf"[0-9]{{1,3}}/{len(printed.pages)}", "", printed.text)
        for text in texts:
            wanted = re.sub(rf"[0-9]{{1,3}}/{len(printed.pages)}", "", drawn(text))
            assert words.count(wanted) >= 4, "title, heading, paragraph, name"


@pytest.mark.parametrize("text", ["a" * 5_000, "<" * 500, "长" * 3_000, "https://www.example.gov.cn/" + "a" * 300])
def test_no_text_runs_off_the_page(text: str) -> None:
    printed = Printed(pdf(filled(text), "en", checked=False))
    for page, glyphs in zip(printed.pages, printed.glyphs, strict=True):
        assert all(min(glyph.x0, glyph.y0) > 0 and glyph.x1 < page.mediabox[2] for glyph in glyphs)


def drawn(text: str) -> str:
    """What is drawn of a text."""
    return "".join(c for c in "".join(shown(text).split()) if unicodedata.category(c) != "Cf")


def test_every_text_alone_is_a_page_or_an_error() -> None:
    for text in NAUGHTY:
        with suppress(MissingGlyphs):
            assert pdf(filled(text), "en", checked=False).startswith(b"%PDF-1.7")


def _is_link(one: dict[str, Any]) -> bool:
    return getattr(one.get("Subtype"), "name", None) == "Link"


@cache
def _usual_tags() -> frozenset[str]:
    return frozenset(name for report in (FULL, filled("x")) for name, _ in Printed(pdf(report, "en")).tags())


def test_links_lead_to_what_is_on_the_page() -> None:
    printed = Printed(pdf(with_tables("cn-2021")))
    links = [one for one in printed.dictionaries if _is_link(one)]
    assert links, "findings lead to cells"
    assert printed.actions() <= {"GoTo"}
    pages = {page.pageid for page in printed.pages}
    assert {target(one).objid for one in links} <= pages


def target(link: dict[str, Any]) -> Any:
    """The page that a link leads to."""
    action = resolve1(link["A"])["D"] if "A" in link else link["Dest"]
    return resolve1(action)[0]


def test_words_are_data_and_the_template_is_constant(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[bytes, str]] = []

    class Compiler:
        def compile(self, **given: Any) -> bytes:
            seen.append((given["input"], given["sys_inputs"]["page"]))
            return b""

    monkeypatch.setattr("govdisclosure.renderers.pdf._compiler", lambda _: Compiler())
    for text in ("甲", '"#panic()', "\\u0022]#panic()["):
        pdf(filled(text))
        assert text in json.loads(seen[-1][1])["title"]
    assert len({template for template, _ in seen}) == 1
