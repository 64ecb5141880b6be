"""C1, Word files: what a person sees of them, and nothing that is deleted or hidden among it."""

import io
import random
import subprocess
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from tests.battery.test_c4_pdf import tiling
from tests.narratives import PAGE
from tests.tables import settled_by_seed
from tests.test_docx_renderer import report, written
from tests.tools import FULL, need
from tests.word import MAIN, cell, grid, paragraph, row, table, word_file, zipped

import govdisclosure as gd
from govdisclosure.grid import placed
from govdisclosure.limits import Limits
from govdisclosure.locales import formatter
from govdisclosure.readers.docx import observe_docx
from govdisclosure.readers.docx.numbering import Numbering
from govdisclosure.readers.observed import HiddenReason, Observed, ObservedGrid
from govdisclosure.readers.package import Package
from govdisclosure.renderers.blocks import Sheet
from govdisclosure.renderers.view import view

INVISIBLE, MARKUP = HiddenReason.INVISIBLE, HiddenReason.MARKUP
DELETED, DESCRIPTION = HiddenReason.DELETED, HiddenReason.DESCRIPTION


def seen(body: str, **parts: str) -> Observed:
    made = observe_docx(Package(word_file(body, **parts), "a.docx", Limits()))
    assert made is not None
    return made


def hidden(made: Observed) -> list[tuple[HiddenReason, str]]:
    return [(one.reason, made.text[one.start : one.end]) for one in made.hidden]


def lines(made: Observed) -> list[str]:
    """The lines that are seen, furniture apart."""
    apart = [(one.start, one.end) for one in made.hidden] + list(made.furniture)
    found, at = [], 0
    for line in made.text.split("\n"):
        if line and not any(start <= at < end for start, end in apart):
            found.append(line)
        at += len(line) + 1
    return found


def cells_of(made: Observed, one: ObservedGrid) -> dict[tuple[int, int, int, int], str]:
    """The cells of a grid by their places; no two cover one."""
    taken = Counter(
        (r, c)
        for cell in one.cells
        for r in range(cell.row, cell.row + cell.rowspan)
        for c in range(cell.column, cell.column + cell.colspan)
    )
    assert not taken or max(taken.values()) == 1
    assert all(r < one.rows and c < one.columns for r, c in taken)
    return {(c.row, c.column, c.row + c.rowspan, c.column + c.colspan): made.of(c) for c in one.cells}


def run(text: str, properties: str = "", tag: str = "t") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


# --- text -------------------------------------------------------------------------------------------------


def test_paragraphs_stand_one_a_line_in_order() -> None:
    made = seen(paragraph("甲") + paragraph() + paragraph("乙", inside=run("丙")))
    assert made.text.split("\n") == ["甲", "乙丙"]


def test_spaces_are_kept_only_where_they_are_meant() -> None:
    assert seen("<w:p><w:r><w:t> 甲 </w:t></w:r>" + run(" 乙") + "</w:p>").text == "甲 乙"
    assert seen("<w:p><w:r><w:t>甲\n乙</w:t></w:r></w:p>").text == "甲 乙"
    assert seen(paragraph("　　甲　乙")).text == "　　甲　乙"


def test_breaks_tabs_and_signs() -> None:
    inside = "<w:r><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t><w:noBreakHyphen/><w:t>戊</w:t></w:r>"
    assert seen(paragraph("甲", inside=inside)).text == "甲 乙\n丙\n丁-戊"
    signs = "".join(
        f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
        for font, code in (("Wingdings", "F0FE"), ("Wingdings 2", "0052"), ("Symbol", "F0B3"), ("Wingdings", "F0FC"))
    )
    assert seen(paragraph(inside=signs)).text == "☑☑≥✓"


def test_a_sign_without_a_meaning_is_told_of() -> None:
    sign = '<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>'
    draft = gd.read(word_file(paragraph("2020年政府信息公开工作年度报告", inside=sign)))
    assert "text-private-use" in [found.code for found in draft.findings]


@pytest.mark.parametrize("code", ["", "x", "D800", "0000", "110000", "FFFFFFFFFF"])
def test_a_sign_that_is_none_is_shown_as_unreadable(code: str) -> None:
    assert "\ufffd" in seen(paragraph("甲", inside=f'<w:r><w:sym w:font="Symbol" w:char="{code}"/></w:r>')).text


def test_content_controls_links_and_fields_are_part_of_the_text() -> None:
    control = (
        f'<w:sdt><w:sdtPr><w:alias w:val="名称"/><w:text/></w:sdtPr><w:sdtContent>{run("乙")}</w:sdtContent></w:sdt>'
    )
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run(" PAGE ", tag="instrText")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("丁") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )  # fmt: skip
    inside = f"{control}<w:hyperlink>{run('丙')}</w:hyperlink>{field}<w:smartTag>{run('戊')}</w:smartTag>"
    made = seen(paragraph("甲", inside=inside))
    assert lines(made) == ["甲乙丙丁戊"]
    assert hidden(made) == [(MARKUP, "PAGE")]
    whole = f"<w:sdt><w:sdtContent>{paragraph('甲')}{table(row(cell('乙')))}</w:sdtContent></w:sdt>"
    assert lines(seen(whole)) == ["甲", "乙"]


def test_strict_files_are_read_too() -> None:
    data = word_file(paragraph("甲"))
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).replace(MAIN.encode(), strict.encode()) for name in archive.namelist()}
    made = observe_docx(Package(zipped(parts), "a.docx", Limits()))
    assert made is not None
    assert made.text == "甲"


# --- what is not seen -------------------------------------------------------------------------------------


def test_deleted_words_are_never_read_as_current() -> None:
    inside = (
        f"<w:del>{run('12', tag='delText')}</w:del><w:ins>{run('13')}</w:ins>"
        f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新')}</w:moveTo>"
    )
    made = seen(paragraph("收到申请", inside=inside + run("件。")))
    assert lines(made) == ["收到申请13新件。"]
    assert hidden(made) == [(DELETED, "12"), (DELETED, "旧")]
    draft = gd.read(word_file(paragraph("2020年政府信息公开工作年度报告") + paragraph("收到申请", inside=inside)))
    assert "12" not in "".join(p for s in draft.report.sections for p in s.paragraphs)
    assert {left.text for left in draft.left_over if left.reason == "hidden"} == {"12", "旧"}


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    first = paragraph("甲", "<w:rPr><w:del/></w:rPr>")
    assert seen(first + paragraph("乙") + paragraph("丙")).text.split("\n") == ["甲乙", "丙"]


def test_former_properties_say_nothing() -> None:
    was = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    assert hidden(seen(paragraph(inside=run("甲", was)))) == []


@pytest.mark.parametrize(
    ("properties", "is_hidden"),
    [("<w:vanish/>", True), ('<w:vanish w:val="0"/>', False), ('<w:vanish w:val="true"/>', True),
     ('<w:rStyle w:val="Hidden"/>', True), ('<w:rStyle w:val="Below"/>', True), ('<w:rStyle w:val="Plain"/>', False),
     ('<w:rStyle w:val="Hidden"/><w:vanish w:val="false"/>', False), ("<w:webHidden/>", False)],
)  # fmt: skip
def test_hidden_words(properties: str, is_hidden: bool) -> None:  # noqa: FBT001
    styles = (
        '<w:style w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Below"><w:basedOn w:val="Hidden"/></w:style>'
        '<w:style w:styleId="Plain"><w:basedOn w:val="Plain"/></w:style>'
    )
    made = seen(paragraph("甲", inside=run("乙", properties) + run("丙")), styles=styles)
    assert lines(made) == (["甲丙"] if is_hidden else ["甲乙丙"])
    assert hidden(made) == ([(INVISIBLE, "乙")] if is_hidden else [])


def test_a_paragraph_of_a_hidden_style() -> None:
    styles = '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    made = seen(paragraph("甲") + paragraph("乙", '<w:pStyle w:val="H"/>') + paragraph("丙"), styles=styles)
    assert (lines(made), hidden(made)) == (["甲", "丙"], [(INVISIBLE, "乙")])


def test_comments_and_descriptions_are_hidden() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图 1" descr="公章"/><pic:pic/></wp:inline></w:drawing></w:r>'
    )
    made = seen(paragraph("甲", inside=picture), comments=f'<w:comment w:id="1">{paragraph("核对")}</w:comment>')
    assert lines(made) == ["甲"]
    assert hidden(made) == [(DESCRIPTION, "公章"), (MARKUP, "核对")]
    assert [(found.code, dict(found.params)) for found in made.findings] == [("picture-not-read", {"count": "1"})]


# --- beside the text --------------------------------------------------------------------------------------


def test_heads_and_feet_of_pages_are_furniture() -> None:
    made = seen(paragraph("甲"), header1=paragraph("某局文件"), footer1=paragraph("第1页"))
    assert lines(made) == ["甲"]
    assert [made.text[start:end] for start, end in made.furniture] == ["某局文件", "第1页"]


def test_notes_follow_the_paragraph_or_the_table_that_refers_to_them() -> None:
    deleted = f"<w:del>{run('旧', tag='delText')}</w:del>"
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{paragraph("——")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("不含", inside=deleted)}</w:footnote>'
        f'<w:footnote w:id="3">{paragraph("注三")}{paragraph("续")}</w:footnote>'
    )
    refer = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    within = f"<w:tc>{paragraph('12', inside=refer.format(3))}</w:tc>"
    body = paragraph("收到12", inside=refer.format(2) + run("件")) + paragraph("乙") + table(row(within, cell("13")))
    made = seen(body + paragraph("丙", inside='<w:r><w:endnoteReference w:id="2"/></w:r>'), footnotes=notes,
                endnotes=f'<w:endnote w:id="2">{paragraph("尾注")}</w:endnote>')  # fmt: skip
    assert lines(made) == ["收到12件", "不含", "乙", "12\t13", "注三", "续", "丙", "尾注"]
    assert hidden(made) == [(DELETED, "旧")]
    assert cells_of(made, made.grids[0]) == {(0, 0, 1, 1): "12", (0, 1, 1, 2): "13"}


def test_a_text_box_follows_its_paragraph_and_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('框一')}{table(row(cell('1'), cell('2')))}{paragraph('框二')}</w:txbxContent>"
    drawn = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>" + box + "</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    made = seen(paragraph("甲", inside=drawn + run("乙")) + paragraph("丙"))
    assert lines(made) == ["甲乙", "框一", "1\t2", "框二", "丙"]
    assert cells_of(made, made.grids[0]) == {(0, 0, 1, 1): "1", (0, 1, 1, 2): "2"}
    within = table(row(f"<w:tc>{paragraph('甲', inside=drawn)}</w:tc>", cell("乙")))
    made = seen(within + paragraph("丙"))
    assert lines(made) == ["甲\t乙", "框一", "1\t2", "框二", "丙"]
    assert cells_of(made, made.grids[0]) == {(0, 0, 1, 1): "甲", (0, 1, 1, 2): "乙"}


def test_a_table_of_contents_is_no_text_of_the_report() -> None:
    styles = '<w:style w:styleId="a3"><w:name w:val="toc 1"/></w:style>'
    listed = paragraph("一、概述", '<w:pStyle w:val="a3"/>', inside=run(" 1"))
    made = seen(paragraph("甲") + listed + paragraph("一、概述"), styles=styles)
    assert lines(made) == ["甲", "一、概述"]
    assert [made.text[start:end] for start, end in made.furniture] == ["一、概述 1"]


# --- tables -----------------------------------------------------------------------------------------------

SPANNED = {
    (0, 0, 2, 1): "项目",
    (0, 1, 1, 3): "本年",
    (1, 1, 2, 2): "收到",
    (1, 2, 2, 3): "办结",
    (2, 0, 3, 1): "申请",
    (2, 1, 3, 2): "173",
    (2, 2, 3, 3): "",
}


def test_merged_cells() -> None:
    made = seen(paragraph("前") + grid(SPANNED) + paragraph("后"))
    assert cells_of(made, made.grids[0]) == SPANNED
    assert made.text == "前\n项目\t本年\n收到\t办结\n申请\t173\t\n后"


def test_random_tables_come_back() -> None:
    chance = random.Random(7)  # noqa: S311 - the same documents every time
    for _ in range(400 if FULL else 60):
        cells = dict(tiling(chance, rows=chance.randint(1, 12), columns=chance.randint(1, 8)))
        made = seen(grid(cells))
        assert cells_of(made, made.grids[0]) == cells


def test_a_cell_that_continues_nothing_stands_for_itself() -> None:
    made = seen(table(row(cell("1", "<w:vMerge/>"), cell("2")), row(cell("3"), cell("4", "<w:vMerge/>"))))
    assert cells_of(made, made.grids[0]) == {
        (0, 0, 1, 1): "1", (0, 1, 1, 2): "2", (1, 0, 2, 1): "3", (1, 1, 2, 2): "4",
    }  # fmt: skip


def test_what_stands_in_a_continued_cell_is_hidden() -> None:
    restart = '<w:vMerge w:val="restart"/>'
    made = seen(table(row(cell("1", restart), cell("2")), row(cell("旧", "<w:vMerge/>"), cell("4"))))
    assert cells_of(made, made.grids[0]) == {(0, 0, 2, 1): "1", (0, 1, 1, 2): "2", (1, 1, 2, 2): "4"}
    assert (lines(made), hidden(made)) == (["1\t2", "4"], [(INVISIBLE, "旧")])


def test_merging_across_and_rows_that_begin_further_on() -> None:
    across = row(cell("1", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("2"))
    later = row(cell("3"), cell("4"), properties='<w:gridBefore w:val="1"/>')
    made = seen(table(across, later))
    assert cells_of(made, made.grids[0]) == {
        (0, 0, 1, 2): "1", (0, 2, 1, 3): "2", (1, 1, 2, 2): "3", (1, 2, 2, 3): "4",
    }  # fmt: skip


def test_deleted_and_hidden_rows_are_not_seen() -> None:
    rows = (
        row(cell("1")),
        row(cell("2"), properties="<w:del/>"),
        row(cell("3"), properties="<w:hidden/>"),
        row(cell("4")),
    )
    made = seen(table(*rows))
    assert lines(made) == ["1", "4"]
    assert hidden(made) == [(DELETED, "2"), (INVISIBLE, "3")]
    assert [made.of(c) for c in made.grids[0].cells if not c.hidden] == ["1", "4"]


def test_nested_tables_have_grids_of_their_own() -> None:
    inner = table(row(cell("1"), cell("2")))
    made = seen(table(row(f"<w:tc>{paragraph('甲')}{inner}{paragraph('乙')}</w:tc>", cell("丙"))))
    outer, within = made.grids
    assert cells_of(made, outer) == {(0, 0, 1, 1): "甲\n1\t2\n乙", (0, 1, 1, 2): "丙"}
    assert cells_of(made, within) == {(0, 0, 1, 1): "1", (0, 1, 1, 2): "2"}


def test_an_absurd_span_is_cut_and_told_of() -> None:
    made = seen(table(row(cell("1", '<w:gridSpan w:val="1000000"/>'), cell("2", '<w:gridSpan w:val="x"/>'))))
    assert [(c.column, c.colspan) for c in made.grids[0].cells] == [(0, 1000), (1000, 1)]
    assert [found.code for found in made.findings] == ["grid-span", "grid-span"]


# --- numbers before paragraphs ----------------------------------------------------------------------------


def level(at: int, form: str, text: str, suffix: str = "tab", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:suff w:val="{suffix}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbered(at: int, text: str, number: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')


LISTS = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "chineseCounting", "%1、", "nothing") + level(1, "japaneseCounting", "（%2）")
    + level(2, "decimal", "%3.") + level(3, "decimal", "%2.%4")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)  # fmt: skip


def test_numbers_are_shown_as_word_shows_them() -> None:
    body = (
        numbered(0, "概述") + numbered(1, "甲") + numbered(1, "乙") + numbered(2, "丙") + numbered(0, "公开")
        + numbered(1, "丁") + numbered(3, "戊") + numbered(0, "己", 2) + paragraph("庚") + numbered(0, "辛", 0)
    )  # fmt: skip
    assert seen(body, numbering=LISTS).text.split("\n") == [
        *("一、概述", "（一）甲", "（二）乙", "1. 丙", "二、公开", "（一）丁", "一.1 戊", "五、己", "庚", "辛"),
    ]


def test_styles_number_their_paragraphs() -> None:
    styles = (
        '<w:style w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="2"><w:basedOn w:val="1"/></w:style>'
    )
    lists = LISTS.replace(
        '<w:numFmt w:val="japaneseCounting"/>', '<w:numFmt w:val="japaneseCounting"/><w:pStyle w:val="2"/>'
    )
    body = paragraph("甲", '<w:pStyle w:val="1"/>') + paragraph("乙", '<w:pStyle w:val="2"/>')
    assert seen(body, styles=styles, numbering=lists).text == "一、甲\n（一）乙"


@pytest.mark.parametrize(
    ("form", "expected"),
    [("decimal", "1 12"), ("decimalZero", "01 12"), ("chineseCountingThousand", "一 十二"), ("upperLetter", "A L"),
     ("lowerRoman", "i xii"), ("upperRoman", "I XII"), ("decimalFullWidth", "１ １２"),
     ("ideographTraditional", "甲 12"),
     ("ideographZodiac", "子 亥"), ("decimalEnclosedCircleChinese", "① ⑫"), ("ideographDigital", "一 一二"),
     ("bullet", " "), ("none", " "), ("hindiVowels", "1 12")],
)  # fmt: skip
def test_forms_of_numbers(form: str, expected: str) -> None:
    lists = Numbering()
    part = (
        f'<w:n xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum '
        f'w:abstractNumId="0">{level(0, form, "%1", "nothing")}</w:abstractNum><w:num w:numId="1">'
        '<w:abstractNumId w:val="0"/></w:num></w:n>'
    )
    Package(zipped({"n.xml": part}), "n", Limits()).parse("n.xml", lists)
    counted = [lists.next("1", 0) for _ in range(12)]
    assert f"{counted[0]} {counted[11]}" == expected
    assert bool(lists.unknown) == (form in ("hindiVowels", "ideographTraditional"))


def test_a_form_that_is_not_known_is_told_of() -> None:
    lists = LISTS.replace('w:val="chineseCounting"', 'w:val="hebrew1"')
    made = seen(numbered(0, "概述"), numbering=lists)
    assert made.text == "1、概述"
    assert [(found.code, dict(found.params)) for found in made.findings] == [("numbering-form", {"form": "hebrew1"})]


# --- whole reports ----------------------------------------------------------------------------------------


def test_a_report_is_read_like_its_text() -> None:
    data = word_file("".join(paragraph(line) for line in PAGE.split("\n")))
    draft, plain = gd.read(data), gd.read(PAGE.encode())
    for name in ("title", "publisher", "issued", "sections", "powers", "metrics", "channels", "publication"):
        assert getattr(draft.report, name) == getattr(plain.report, name), name
    assert (draft.source.encoding, draft.source.size) == (None, len(data))
    assert draft.source.media_type.endswith("wordprocessingml.document")


def bare(sheet: Sheet) -> str:
    """A statutory table without any style."""
    rows = placed([row for part in sheet.parts for row in part.stretched(sheet.width)])
    return grid({
        (at, column, at + cell.rowspan, column + cell.colspan): cell.text
        for at, line in enumerate(rows)
        for column, cell in line
    })  # fmt: skip


def test_statutory_tables_of_an_ordinary_file_are_read() -> None:
    made = settled_by_seed("cn-2021", 3)
    shown = [bare(block) for block in view(made, formatter("zh-Hans"), None).blocks if isinstance(block, Sheet)]
    body = paragraph("某县教育局2021年政府信息公开工作年度报告") + "".join(
        paragraph(f"{number}、{words}") + table
        for number, words, table in zip("一二三", ("主动公开", "收到和处理申请", "复议诉讼"), shown, strict=True)
    )
    again = gd.read(word_file(body)).report
    assert again.statistics == made.statistics
    place = again.provenance.places["statistics.requests.received.total"].source
    assert (place.table, place.row, place.column) == (1, 3, 9)


def test_a_file_that_libreoffice_has_saved_is_read_again(tmp_path: Path) -> None:
    office = need("soffice", "it saves Word files (scripts/install-test-tools installs it)")
    (tmp_path / "a.docx").write_bytes(written(report(), check=False))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for kind, file in (("odt", "a.docx"), ("docx", "a.odt")):  # through its own format, so that it writes all anew
        subprocess.run([office, profile, "--headless", "--convert-to", kind, "--outdir", tmp_path, tmp_path / file],
                       capture_output=True, check=True, timeout=240)  # fmt: skip
    again = gd.read(tmp_path / "a.docx").report
    for name in ("form", "year", "title", "issued", "publisher", "sections", "statistics", "powers"):
        assert getattr(again, name) == getattr(report(), name), name
