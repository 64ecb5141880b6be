"""Word files as they are written: what Word needs to open them, and what it then shows."""

import io
import re
import subprocess
import zipfile
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest
from tests.battery.hostile import FULL as REPORT
from tests.battery.hostile import filled, filled_places
from tests.battery.naughty import NAUGHTY
from tests.tables import WITH_TABLES, compiled, settled_by_seed
from tests.tools import FULL, need

import govdisclosure as gd
from govdisclosure.locales.tables import header_text
from govdisclosure.locales.texts import texts
from govdisclosure.model import Section, SectionKind
from govdisclosure.renderers.html_text import escaped

word = pytest.importorskip("docx", reason="python-docx reads the files of these tests")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: What a page of the standard measures, in twentieths of a point: 210 by 297 mm, 37 above, 28 on the left.
PAPER = {"w": "11906", "h": "16838"}
MARGINS = {"top": 37, "left": 28, "right": 26, "bottom": 35}
HEADED = {
    SectionKind.PROACTIVE: "主动公开情况",
    SectionKind.ON_REQUEST: "依申请公开情况",
    SectionKind.REVIEW_LITIGATION: "复议和诉讼情况",
}


@cache
def report() -> gd.Report:
    """A report with everything: text, statutory tables in their places, lists."""
    made = settled_by_seed("cn-2021", 4)
    sections = tuple(
        Section(kind=kind, number=f"{number}、", heading=heading, paragraphs=("见下表。",))
        for number, (kind, heading) in zip("一二三", HEADED.items(), strict=True)
    )
    return attrs.evolve(made, title="清河县市场监督管理局2021年政府信息公开工作年度报告", publisher=REPORT.publisher,
                        issued=REPORT.issued, language="zh-Hans", powers=REPORT.powers, metrics=REPORT.metrics,
                        provenance=REPORT.provenance,
                        sections=(attrs.evolve(REPORT.sections[0], subsections=()), *sections))  # fmt: skip


def written(made: gd.Report, locale: str = "zh-Hans", *, check: bool = True) -> bytes:
    return gd.render(made, to="docx", locale=locale, findings=gd.check(made) if check else ())


def part(data: bytes, name: str = "word/document.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return ET.fromstring(archive.read(name))  # noqa: S314 - our own bytes


def document(data: bytes) -> Any:
    return word.Document(io.BytesIO(data))


def styles_of(data: bytes) -> list[tuple[str, str]]:
    """The paragraphs of the text, each with the name of its style."""
    return [(paragraph.style.name, paragraph.text) for paragraph in document(data).paragraphs]


# --- the page ---------------------------------------------------------------------------------------------


def test_the_page_is_that_of_the_standard() -> None:
    [section] = part(written(report())).iter(f"{W}sectPr")
    size, margins, grid = (section.find(f"{W}{name}") for name in ("pgSz", "pgMar", "docGrid"))
    assert {name: size.get(f"{W}{name}") for name in PAPER} == PAPER
    for name, millimetres in MARGINS.items():
        assert abs(int(margins.get(f"{W}{name}")) - millimetres * 56.69) < 1
    # 22 lines fill 225 mm, and 28 characters of 16 points, drawn closer, 156 mm.
    assert 22 * int(grid.get(f"{W}linePitch")) <= 225 * 56.7 < 23 * int(grid.get(f"{W}linePitch"))
    closer = next(part(written(report()), "word/styles.xml").iter(f"{W}spacing")).get(f"{W}val")
    assert 28 * (320 + int(closer)) <= 156 * 56.7 < 29 * (320 + int(closer))


def test_title_text_signature_and_appendix_stand_in_this_order() -> None:
    made = styles_of(written(report()))
    names = [name for name, _ in made]
    assert made[0] == ("Title", report().title)
    assert ("heading 1", "一、主动公开情况") in [(n.lower(), t) for n, t in made]
    signature, date, appendix = names.index("Signature"), names.index("Date"), names.index("Appendix")
    assert signature < date < appendix
    assert made[date - 1] == ("Signature", report().publisher.name)
    assert made[date][1] == "2015年3月20日"
    assert made[appendix][1] == "报告信息"
    for number, paragraph in enumerate(report().sections[0].paragraphs):
        assert made[1 + number] == ("Body Text", paragraph)


def test_headings_have_the_levels_of_the_report() -> None:
    below = Section(kind=SectionKind.OTHER, number="（一）", heading="甲", paragraphs=("乙",))
    deeper = attrs.evolve(below, number="1.", heading="丙", subsections=(attrs.evolve(below, number="（1）"),))
    above = Section(kind=SectionKind.OTHER, number="一、", heading="丁", subsections=(below, deeper))
    made = [(name.lower(), text) for name, text in styles_of(written(attrs.evolve(report(), sections=(above,))))]
    for pair in (("heading 1", "一、丁"), ("heading 2", "（一）甲"), ("heading 2", "1.丙"), ("heading 3", "（1）甲")):
        assert pair in made


def test_pages_are_numbered_between_dashes_on_their_outer_side() -> None:
    data = written(report())
    for name, style in (("word/footer1.xml", "Footer"), ("word/footer2.xml", "FooterEven")):
        footer = part(data, name)
        assert "".join(text.text or "" for text in footer.iter(f"{W}t")) == "— 1 —"
        assert [field.get(f"{W}instr") for field in footer.iter(f"{W}fldSimple")] == [" PAGE "]
        assert next(footer.iter(f"{W}pStyle")).get(f"{W}val") == style
    assert part(data, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None


def test_fonts_are_those_of_the_standard_with_others_that_stand_in() -> None:
    data = written(report())
    named = {font.get(f"{W}name"): font.find(f"{W}altName").get(f"{W}val")
             for font in part(data, "word/fontTable.xml")}  # fmt: skip
    assert {"方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"} <= set(named)
    used = {font.get(f"{W}eastAsia") for font in part(data, "word/styles.xml").iter(f"{W}rFonts")}
    assert used - {None} <= set(named)


def test_everything_is_styled_and_nothing_formatted_by_hand() -> None:
    data = written(report())
    known = {style.get(f"{W}styleId") for style in part(data, "word/styles.xml").iter(f"{W}style")}
    text = part(data)
    for name in ("pStyle", "rStyle", "tblStyle"):
        used = {element.get(f"{W}val") for element in text.iter(f"{W}{name}")}
        assert used
        assert used <= known
    assert {child.tag for run in text.iter(f"{W}rPr") for child in run} == {f"{W}rStyle"}
    assert {child.tag for paragraph in text.iter(f"{W}pPr") for child in paragraph} == {f"{W}pStyle"}


@pytest.mark.parametrize(
    ("locale", "own", "slots"),
    [
        ("zh-Hans", "zh-Hans", {"val": "en-US", "eastAsia": "zh-CN"}),
        ("zh-Hant", "zh-Hans", {"val": "en-US", "eastAsia": "zh-TW"}),
        ("en", "zh-Hans", {"val": "en", "eastAsia": "zh-CN"}),
        ("ar", "zh-Hans", {"val": "en-US", "eastAsia": "zh-CN", "bidi": "ar"}),
        ("fr", "de", {"val": "fr", "eastAsia": "zh-CN"}),
    ],
)
def test_languages_are_told(locale: str, own: str, slots: dict[str, str]) -> None:
    data = written(attrs.evolve(report(), language=own), locale)
    languages = [language.attrib for language in part(data, "word/styles.xml").iter(f"{W}lang")]
    assert {name.removeprefix(W): tag for name, tag in languages[0].items()} == slots
    own_tag = {"zh-Hans": "zh-CN"}.get(own, own)
    assert languages[-1][f"{W}eastAsia"] == own_tag
    marked = {run.get(f"{W}val") for run in part(data).iter(f"{W}rStyle")}
    assert ("OwnWords" in marked) == (locale != own)


def test_a_page_from_right_to_left() -> None:
    text = part(written(report(), "ar"))
    assert all(table.find(f"{W}bidiVisual") is not None for table in text.iter(f"{W}tblPr"))
    normal = next(s for s in part(written(report(), "ar"), "word/styles.xml").iter(f"{W}style")
                  if s.get(f"{W}styleId") == "Normal")  # fmt: skip
    assert normal.find(f"{W}pPr/{W}bidi") is not None
    for paragraph in text.iter(f"{W}p"):
        words = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
        turned = paragraph.find(f"{W}pPr/{W}bidi")
        if re.search("[\u0600-\u06ff]", words):
            assert turned is None
            assert paragraph.find(f"{W}r/{W}rPr/{W}rtl") is not None
        elif re.search("[\u4e00-\u9fff]", words):
            assert turned is not None
            assert turned.get(f"{W}val") == "0"


# --- tables -----------------------------------------------------------------------------------------------


def statutory(data: bytes) -> list[Any]:
    return [table for table in part(data).iter(f"{W}tbl")
            if table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "StatutoryTable"]  # fmt: skip


def test_tables_stand_in_the_sections_of_their_content() -> None:
    body = part(written(report()))[0]
    said, heading = [], ""
    for block in body:
        if block.tag == f"{W}tbl":
            caption = block.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
            style = block.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val")
            said.append((style, caption, heading))
        elif (words := "".join(t.text or "" for t in block.iter(f"{W}t"))) and "Heading" in str(
            block.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        ):
            heading = words
    assert [(caption, heading) for style, caption, heading in said if style == "StatutoryTable"] == [
        ("主动公开政府信息情况", "一、主动公开情况"),
        ("收到和处理政府信息公开申请情况", "二、依申请公开情况"),
        ("政府信息公开行政复议、行政诉讼情况", "三、复议和诉讼情况"),
    ]


def test_merged_cells_are_those_of_the_form() -> None:
    table = document(written(report())).tables[1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert len({len(row) for row in rows}) == 1
    assert rows[0][3:] == ["申请人情况"] * 7
    assert rows[1][4:9] == ["法人或其他组织"] * 5
    assert [row[0] for row in rows[5:-1]] == ["三、本年度办理结果"] * 22
    assert rows[3][:3] == ["一、本年新收政府信息公开申请数量"] * 3


def test_no_row_is_divided_and_headers_repeat() -> None:
    first, second, third = statutory(written(report()))
    for table in (first, second, third):
        rows = table.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        # The parts of the first table have headers of their own; those of others repeat on every page.
        assert heads == ([False] * len(rows) if table is first else [True] * 3 + [False] * (len(rows) - 3))


@pytest.mark.parametrize("locale", ["zh-Hans", "en", "ar"])
def test_rows_fill_the_columns_of_their_table(locale: str) -> None:
    for table in part(written(report(), locale)).iter(f"{W}tbl"):
        widths = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
        assert sum(widths) == 8844
        assert min(widths) > 200
        for row in table.iter(f"{W}tr"):
            at = 0
            for cell in row.iter(f"{W}tcPr"):
                span = cell.find(f"{W}gridSpan")
                many = 1 if span is None else int(span.get(f"{W}val"))
                assert int(cell.find(f"{W}tcW").get(f"{W}w")) == sum(widths[at : at + many])
                at += many
            assert at == len(widths)


def test_tables_do_not_touch() -> None:
    tags = [child.tag for child in part(written(report()))[0]]
    assert tags[-1] == f"{W}sectPr"
    assert all(after == f"{W}p" for tag, after in pairwise(tags) if tag == f"{W}tbl")


def test_findings_are_seen_in_the_tables_and_in_the_appendix() -> None:
    path = "statistics.requests.received.total"
    wrong = gd.replace(report(), path, 9_999)
    data = written(wrong)
    [cell] = [cell for table in statutory(data) for cell in table.iter(f"{W}tc")
              if "".join(t.text or "" for t in cell.iter(f"{W}t")) == "9,999"]  # fmt: skip
    assert cell.find(f"{W}tcPr/{W}shd").get(f"{W}fill") == "FDECEA"
    assert cell.find(f"{W}p/{W}r/{W}rPr/{W}rStyle").get(f"{W}val") == "FindingError"
    appendix = [[c.text for c in row.cells] for t in document(data).tables for row in t.rows]
    messages = [row[1] for row in appendix if row[0] == "错误"]
    errors = [found for found in gd.check(wrong) if found.severity == "error"]
    assert messages == [gd.message(found, "zh-Hans") for found in errors]


def test_words_on_which_a_finding_rests_are_marked() -> None:
    made = attrs.evolve(REPORT, powers=attrs.evolve(REPORT.powers, total=99))
    text = part(written(made))
    marked = ["".join(t.text or "" for t in run.iter(f"{W}t")) for run in text.iter(f"{W}r")
              if run.find(f"{W}rPr/{W}rStyle") is not None]  # fmt: skip
    assert "188" in "".join(marked)


# --- bytes, and hostile words -----------------------------------------------------------------------------


def test_bytes_are_the_same_every_time_and_tell_no_time() -> None:
    data = written(report())
    assert data == written(report())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert b"W3CDTF" not in archive.read("docProps/core.xml")


def shown(text: str) -> str:
    """A text as it is shown: what XML refuses is replaced as in HTML."""
    return escaped(text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


@cache
def usual(locale: str) -> set[str]:
    """The elements of files whose words are harmless."""
    makes = [filled("x"), filled("甲 乙"), filled("מ"), filled("a\tb"), filled("a\nb"), filled_places("x"), REPORT]
    return {element.tag for made in makes for element in part(written(made, locale)).iter()}


@pytest.mark.parametrize("make", [filled, filled_places])
@pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
def test_hostile_words_are_only_words(text: str, make: Any) -> None:
    data = written(make(text), "en")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert all(name.endswith((".xml", ".rels")) for name in archive.namelist())
        for name in archive.namelist():
            ET.fromstring(archive.read(name))  # noqa: S314 - our own bytes
            assert b"TargetMode" not in archive.read(name)
        assert archive.read("word/_rels/document.xml.rels") == zipfile.ZipFile(io.BytesIO(written(REPORT, "en"))).read(
            "word/_rels/document.xml.rels"
        )
    assert {element.tag for element in part(data).iter()} <= usual("en")
    if make is filled and text.strip():
        texts = [paragraph.text for paragraph in document(data).paragraphs]
        assert sum(shown(text) in one for one in texts) >= 3, "title, heading, paragraph"


def test_words_from_right_to_left_are_kept_apart_by_marks() -> None:
    """Isolates have a width in programs, which then print over the border of a cell."""
    data = written(filled("\u2068own words\u2069"), "ar")
    texts = ["".join(one.itertext()) for one in part(data).iter(f"{W}p")]
    library = [text for text in texts if "own words" not in text]
    assert not set("".join(library)) & set("\u2066\u2067\u2068\u2069")
    assert any(re.search("\u200e[0-9]+\u200e", text) for text in library)


# --- LibreOffice ------------------------------------------------------------------------------------------


def converted(folder: Path, *files: Path) -> dict[str, str]:
    """The text of each page that LibreOffice makes of each file."""
    office = need("soffice", "it converts Word files (scripts/install-test-tools installs it)")
    program = need("pdftotext", "it reads what LibreOffice has drawn")
    home = folder / "profile"
    ran = subprocess.run(
        [office, f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", folder,
         *files],
        capture_output=True, text=True, check=True, timeout=240,
    )  # fmt: skip
    assert "Error" not in ran.stderr + ran.stdout
    made = {}
    for file in files:
        drawn = file.with_suffix(".pdf")
        told = subprocess.run([program, "-layout", drawn, "-"], capture_output=True, text=True, check=True)
        made[file.stem] = told.stdout
    return made


def test_libreoffice_draws_every_page(tmp_path: Path) -> None:
    files = []
    for locale in ("zh-Hans", "en", "ar"):
        files.append(tmp_path / f"{locale}.docx")
        files[-1].write_bytes(written(report(), locale))
    hostile = NAUGHTY if FULL else NAUGHTY[::16]
    files.append(tmp_path / "hostile.docx")
    files[-1].write_bytes(written(filled("".join(text for text in hostile if len(text) < 100)), "en"))
    drawn = converted(tmp_path, *files)
    pages = drawn["zh-Hans"].split("\f")
    assert re.sub(r"\s", "", pages[0]).startswith(report().title)
    for number, text in enumerate(pages[:-1], 1):
        assert re.search(rf"—\s*{number}\s*—\s*\Z", text), f"page {number} has its number"
    flat = re.sub(r"\s", "", drawn["zh-Hans"])
    assert f"{report().publisher.name}2015年3月20日" in flat
    assert flat.count("社会公益") >= 2, "the headers of the long table repeat"
    assert "Statutory" not in drawn["en"]
    assert "About this report" in drawn["en"]
    assert len(drawn["hostile"].split("\f")) > 1


def test_no_word_of_a_table_is_cut(tmp_path: Path) -> None:
    files, wanted = [], {}
    for form_id in WITH_TABLES:
        made = settled_by_seed(form_id, 1)
        files.append(tmp_path / f"{form_id}.docx")
        files[-1].write_bytes(written(made, "en"))
        values = compiled(form_id).values(made.statistics)
        cells = [compiled(form_id).cells[path] for path, value in values.items() if value is not None]
        told = " ".join(header_text(header, texts("en")) for cell in cells for header in cell.headers)
        wanted[form_id] = set(re.findall(r"[A-Za-z]{5,}", told))
    drawn = converted(tmp_path, *files)
    for form_id, words in wanted.items():
        assert words - set(re.findall(r"[A-Za-z]+", drawn[form_id])) == set(), form_id
