"""Word files as other programs write them: parts by their relations, charts, forms, marks, headings, bounded memory."""

import subprocess
import sys

import pytest
from tests.test_docx_reader import DELETED, DESCRIPTION, cells_of, hidden, lines, numbered, run
from tests.tools import ROOT
from tests.word import MAIN, cell, paragraph, row, table, word_file, zipped

import govdisclosure as gd
from govdisclosure.limits import Limits
from govdisclosure.readers.inputs import observe
from govdisclosure.readers.observed import MarkupKind, Observed

CASES = ROOT.parent / "shared" / "cases" / "files"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"


def seen(data: bytes, **limits: int) -> Observed:
    return observe(data, "a.docx", None, Limits(**limits))[0]


def relations(**targets: tuple[str, str]) -> str:
    """The relations of a part: by their ids, each with its kind and its target."""
    made = "".join(
        f'<Relationship Id="{id_}" Type="{kind if "/" in kind else f"{RELATED}/{kind}"}" Target="{target}"/>'
        for id_, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def packed(body: str, contents: str, parts: dict[str, str], main: str = "word/document.xml") -> bytes:
    """A file whose parts are found as the package says."""
    text = f'<w:document xmlns:w="{MAIN}" xmlns:r="{RELATED}"><w:body>{body}</w:body></w:document>'
    types = f'<Types xmlns="{PACKAGE}/content-types">{contents}</Types>'
    root = relations(rId1=("officeDocument", main))
    return zipped({"[Content_Types].xml": types, "_rels/.rels": root, main: text, **parts})


OVERRIDE = f'<Override PartName="/word/document.xml" ContentType="{KIND}document.main+xml"/>'


# --- which part is which


def test_parts_of_word_that_hold_no_macros_do_not_forbid_a_file() -> None:
    further = '<Override PartName="/word/stylesWithEffects.xml" ContentType="application/vnd.ms-word.{}+xml"/>'
    data = packed(
        paragraph("甲"), OVERRIDE + further.format("stylesWithEffects"), {"word/stylesWithEffects.xml": "<x/>"}
    )
    assert seen(data).text == "甲"


@pytest.mark.parametrize("kind", ["document.macroEnabled", "template.macroEnabledTemplate"])
def test_files_with_macros_are_refused(kind: str) -> None:
    contents = f'<Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.{kind}.main+xml"/>'
    with pytest.raises(gd.UnreadableInput) as caught:
        seen(packed(paragraph("甲"), contents, {}))
    assert caught.value.code == "docx-macros"


def test_the_main_part_is_that_to_which_the_package_leads() -> None:
    """An ending may declare all parts to be main parts, and other parts may come before it by name."""
    contents = f'<Default Extension="xml" ContentType="{KIND}document.main+xml"/>'
    header = f'<w:hdr xmlns:w="{MAIN}">{paragraph("页眉")}</w:hdr>'
    parts = {"word/a.xml": header, "word/_rels/text.xml.rels": relations(rId7=("header", "a.xml"))}
    made = seen(packed(paragraph("正文"), contents, parts, main="word/text.xml"))
    assert lines(made) == ["正文"]
    assert [made.text[start:end] for start, end in made.furniture] == ["页眉"]


def test_styles_of_another_text_in_the_file_are_left_alone() -> None:
    usual = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr>{}</w:rPr></w:style>'
    style = f'<w:styles xmlns:w="{MAIN}">{usual}</w:styles>'
    contents = OVERRIDE + "".join(
        f'<Override PartName="/word/{folder}styles.xml" ContentType="{KIND}styles+xml"/>'
        for folder in ("", "glossary/")
    )
    parts = {
        "word/styles.xml": style.format(""), "word/glossary/styles.xml": style.format("<w:vanish/>"),
        "word/_rels/document.xml.rels": relations(rId1=("styles", "styles.xml")),
    }  # fmt: skip
    assert hidden(seen(packed(paragraph("甲"), contents, parts))) == []


def test_names_with_the_backslashes_of_windows() -> None:
    parts = {name.replace("/", "\\"): text for name, text in {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{OVERRIDE}</Types>',
        "_rels/.rels": relations(rId1=("officeDocument", "word\\document.xml")),
        "word/document.xml": f'<w:document xmlns:w="{MAIN}"><w:body>{paragraph("甲")}</w:body></w:document>',
    }.items()}  # fmt: skip
    assert seen(zipped(parts)).text == "甲"


# --- charts, diagrams, drawings


def drawn(uri: str, inside: str) -> str:
    data = f'<a:graphicData uri="{uri}">{inside}</a:graphicData>'
    return f'<w:r><w:drawing><a:graphic xmlns:a="{DRAWN}">{data}</a:graphic></w:drawing></w:r>'


def test_the_words_of_charts_are_kept_apart_and_named() -> None:
    chart = (
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWN}"><c:chart><c:title><c:tx><c:rich><a:p>'
        "<a:r><a:t>历年</a:t></a:r><a:r><a:t>答复</a:t></a:r></a:p></c:rich></c:tx></c:title><c:ser>"
        "<c:cat><c:strCache><c:pt idx='0'><c:v>2018</c:v></c:pt></c:strCache></c:cat>"
        "<c:val><c:numCache><c:formatCode>General</c:formatCode><c:pt idx='0'><c:v>639</c:v></c:pt></c:numCache>"
        "</c:val>"
        "</c:ser></c:chart></c:chartSpace>"
    )
    body = paragraph("前", inside=drawn(CHART, f'<c:chart xmlns:c="{CHART}" r:id="rId5"/>')) + paragraph("后")
    parts = {"word/charts/c1.xml": chart, "word/_rels/document.xml.rels": relations(rId5=("chart", "charts/c1.xml"))}
    made = seen(packed(body, OVERRIDE, parts))
    assert lines(made) == ["前", "后"]
    assert hidden(made) == [(DESCRIPTION, "历年答复\n2018\n639")]
    assert [(one.code, one.params["count"]) for one in made.findings] == [("chart-apart", "1")]


def test_the_words_of_diagrams_and_canvases_are_lines() -> None:
    data = (
        f'<dgm:dataModel xmlns:dgm="{DIAGRAM}" xmlns:a="{DRAWN}"><dgm:ptLst>'
        "<dgm:pt><dgm:t><a:p><a:r><a:t>受理</a:t></a:r></a:p></dgm:t></dgm:pt>"
        "<dgm:pt><dgm:t><a:p><a:r><a:t>答复</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
    )
    diagram = drawn(DIAGRAM, f'<dgm:relIds xmlns:dgm="{DIAGRAM}" r:dm="rId5" r:lo="rId6"/>')
    box = drawn("locked", "<a:txSp><a:txBody><a:p><a:r><a:t>框</a:t></a:r></a:p></a:txBody></a:txSp>")
    body = paragraph("甲", inside=diagram + run("乙")) + paragraph("丙", inside=box)
    related = relations(rId5=("diagramData", "/word/diagrams/data1.xml"))
    made = seen(packed(body, OVERRIDE, {"word/diagrams/data1.xml": data, "word/_rels/document.xml.rels": related}))
    assert lines(made) == ["甲乙", "受理", "答复", "丙", "框"]


def test_lettering_drawn_across_a_page_is_a_description() -> None:
    lettering = '<w:r><w:pict><v:shape><v:textpath string="征求意见稿"/></v:shape></w:pict></w:r>'
    made = seen(word_file(paragraph("甲", inside=lettering)))
    assert (lines(made), hidden(made)) == (["甲"], [(DESCRIPTION, "征求意见稿")])


# --- forms


def form_field(properties: str, result: str = "") -> str:
    middle = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}' if result else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="n"/>{properties}</w:ffData></w:fldChar></w:r>'
        f'{middle}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ('<w:ddList><w:result w:val="1"/><w:listEntry w:val="是"/><w:listEntry w:val="否"/></w:ddList>', "否"),
        ('<w:ddList><w:default w:val="1"/><w:listEntry w:val="是"/><w:listEntry w:val="否"/></w:ddList>', "否"),
        ('<w:ddList><w:result w:val="9"/><w:listEntry w:val="是"/></w:ddList>', ""),
        ('<w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked/></w:checkBox>', "☒"),
        ('<w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox>', "☐"),
        ("<w:checkBox><w:sizeAuto/></w:checkBox>", "☐"),
        ('<w:textInput><w:default w:val="请填写"/></w:textInput>', ""),
    ],
)
def test_fields_of_forms_show_what_is_chosen(field: str, text: str) -> None:
    assert (
        "".join(lines(seen(word_file(paragraph("收费：", inside=form_field(field) + run("。")))))) == f"收费：{text}。"
    )


def test_a_form_whose_choice_stands_in_the_text_shows_it_once() -> None:
    field = form_field('<w:ddList><w:listEntry w:val="是"/></w:ddList>', "是")
    assert seen(word_file(paragraph(inside=field))).text == "是"


# --- marks beside numbers, struck digits


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Below"><w:basedOn w:val="Mark"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "text"),
    [('<w:vertAlign w:val="superscript"/>', "46²"), ('<w:vertAlign w:val="subscript"/>', "46₂"),
     ('<w:vertAlign w:val="baseline"/>', "462"), ('<w:rStyle w:val="Mark"/>', "46²"),
     ('<w:rStyle w:val="Below"/>', "46²"),
     ('<w:rStyle w:val="Mark"/><w:vertAlign w:val="baseline"/>', "462"),
     ("<w:strike/>", "46"), ("<w:dstrike/>", "46"), ('<w:strike w:val="0"/>', "462")],
)  # fmt: skip
def test_raised_lowered_and_struck_digits_are_no_digits_of_a_number(properties: str, text: str) -> None:
    within = f"<w:tc>{paragraph('46', inside=run('2', properties))}</w:tc>"
    made = seen(word_file(table(row(within, cell("7"))), styles=STYLES))
    assert cells_of(made, made.grids[0])[0, 0, 1, 1] == text
    assert hidden(made) == ([(DELETED, "2")] if text == "46" else [])


def test_a_paragraph_whose_style_strikes_it_is_deleted() -> None:
    made = seen(word_file(paragraph("甲") + paragraph("收到9件", '<w:pStyle w:val="Gone"/>'), styles=STYLES))
    assert (lines(made), hidden(made)) == (["甲"], [(DELETED, "收到9件")])


# --- what the markup says


HEADED = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="章"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="two"><w:name w:val="标题 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)


def marks(made: Observed, kind: MarkupKind) -> list[tuple[str, int | None]]:
    return [(made.text[one.start : one.end], one.level) for one in made.markup if one.kind is kind]


def test_headings_strong_lines_and_links_are_marked() -> None:
    long_text = "正文" * 40
    link = f"<w:hyperlink>{run('附表')}</w:hyperlink>"
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run(' HYPERLINK "a.html" ', tag="instrText")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("网站")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )  # fmt: skip
    body = (
        paragraph("题目", '<w:pStyle w:val="T"/>') + paragraph("概况", '<w:pStyle w:val="own"/>')
        + paragraph("公开", '<w:pStyle w:val="two"/>') + paragraph("其他", '<w:outlineLvl w:val="2"/>')
        + paragraph("不是", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>')
        + paragraph(inside=run("大字", '<w:sz w:val="44"/>')) + paragraph(inside=run("略大", '<w:sz w:val="34"/>'))
        + paragraph(inside=run("粗", "<w:b/>") + run("体", '<w:rStyle w:val="S"/>'))
        + paragraph(inside=run("半", "<w:b/>") + run("粗")) + paragraph(long_text, inside=link + field)
        + paragraph("上", inside="<w:r><w:br/><w:t>下</w:t></w:r>") + table(row(cell("a"), cell("b")))
    )  # fmt: skip
    made = seen(word_file(body, styles=HEADED))
    headings = [("题目", 1), ("概况", 1), ("公开", 2), ("其他", 3), ("大字", 1)]
    assert marks(made, MarkupKind.HEADING) == headings
    assert marks(made, MarkupKind.STRONG) == [("题目", None), ("粗体", None)]
    assert marks(made, MarkupKind.LINK) == [("附表", None), ("网站", None)]
    assert marks(made, MarkupKind.BLOCK) == [("上\n下", None)]


def test_a_cell_is_no_line_and_letters_of_tables_say_nothing_of_the_size_of_the_text() -> None:
    small = '<w:sz w:val="18"/>'
    cells = [f"<w:tc>{paragraph(inside=run('数' * 60, small))}</w:tc>" for _ in range(4)]
    bold = f"<w:tc>{paragraph(inside=run('项目', '<w:b/>'))}</w:tc>"
    made = seen(word_file(paragraph("正文" * 20) + table(row(bold, *cells)), styles=HEADED))
    assert made.markup == ()


def test_the_title_among_the_properties_of_a_file_is_kept_as_such() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>某局\n年报</dc:title>'
        "<dc:creator>谁</dc:creator></cp:coreProperties>"
    )
    text = f'<w:document xmlns:w="{MAIN}"><w:body>{paragraph("甲")}</w:body></w:document>'
    root = relations(a=("officeDocument", "word/document.xml"),
                     b=(f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"))  # fmt: skip
    types = f'<Types xmlns="{PACKAGE}/content-types">{OVERRIDE}</Types>'
    parts = {"[Content_Types].xml": types, "_rels/.rels": root, "word/document.xml": text}
    made = seen(zipped({**parts, "docProps/core.xml": core}))
    assert (lines(made), hidden(made)) == (["甲"], [(DESCRIPTION, "某局 年报")])
    assert marks(made, MarkupKind.TITLE) == [("某局 年报", None)]
    assert seen(zipped({**parts, "docProps/core.xml": "<damaged"})).text == "甲"


# --- bounded memory


def lists(label: str) -> str:
    return (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{label}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


REFER = '<w:r><w:footnoteReference w:id="2"/></w:r>'


#: A process whose memory would not do for the text.
BOUNDED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2_500_000 * 1024,) * 2)
import govdisclosure as gd
try:
    gd.read(sys.stdin.buffer.read())
except (gd.LimitExceeded, gd.UnreadableInput) as error:
    print(getattr(error, "limit", error))
"""


@pytest.mark.parametrize("kind", ["label", "note"])
def test_what_is_repeated_is_counted_before_it_is_put_together(kind: str) -> None:
    pytest.importorskip("resource", reason="memory is bounded where the system can")
    if kind == "label":
        data = word_file(numbered(0, "甲") * 4_000, numbering=lists("款" * 300_000))
    else:
        note = f'<w:footnote w:id="2">{paragraph("注" * 300_000)}</w:footnote>'
        data = word_file(paragraph("甲", inside=REFER) * 9_000, footnotes=note)
    ran = subprocess.run([sys.executable, "-c", BOUNDED], input=data, capture_output=True, check=True)
    assert ran.stdout.strip() == b"office_characters"


def test_repetition_within_the_bounds_is_read() -> None:
    assert seen(word_file(numbered(0, "甲") * 3, numbering=lists("款" * 200))).text == "\n".join(
        ["款" * 200 + "甲"] * 3
    )


# --- the cases of the workshop


@pytest.mark.parametrize("name", ["docx-styles-with-effects", "docx-main-part-by-ending", "docx-chart-not-told"])
def test_a_case(name: str) -> None:
    path = CASES / f"{name}.docx"
    if not path.exists():
        pytest.skip("the cases of the workshop are not here")
    made = seen(path.read_bytes())
    assert [(grid.rows, grid.columns) for grid in made.grids] == [(3, 4)]
    assert ("chart-apart" in [one.code for one in made.findings]) == (name == "docx-chart-not-told")
