"""The view of a document beside what was read from it: every fact leads to its words, and nothing else happens."""

import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest
from tests.battery.naughty import NAUGHTY
from tests.battery.test_e1_html_inert import as_html_shows
from tests.command import govdisclosure
from tests.tools import ROOT, need

import govdisclosure as gd
from govdisclosure.finding import Side, Verdict, finding
from govdisclosure.locales import formatter
from govdisclosure.model import Provenance
from govdisclosure.place import Place, SourcePlace
from govdisclosure.readers.observed import Hidden, HiddenReason, Observed, ObservedCell, ObservedGrid
from govdisclosure.viewer.anchors import id_of
from govdisclosure.viewer.marks import Links, Mark
from govdisclosure.viewer.said import Said
from govdisclosure.viewer.source_pane import SourcePane

NODE = ROOT / "tests" / "node"
ROWS = (("规章", 0, 0, 0), ("行政规范性文件", 3, 1, 22))
TABLE = """<table><tr><td colspan="4">第二十条第（一）项</td></tr>
<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
{rows}
<tr><td colspan="4">第二十条第（五）项</td></tr>
<tr><td>信息内容</td><td colspan="3">本年处理决定数量</td></tr>
<tr><td>行政许可</td><td colspan="3">188</td></tr>
<tr><td colspan="4">第二十条第（六）项</td></tr>
<tr><td>信息内容</td><td colspan="3">本年处理决定数量</td></tr>
<tr><td>行政处罚</td><td colspan="3">173</td></tr>
<tr><td>行政强制</td><td colspan="3">2</td></tr>
<tr><td colspan="4">第二十条第（八）项</td></tr>
<tr><td>信息内容</td><td colspan="3">本年收费金额（单位：万元）</td></tr>
<tr><td>行政事业性收费</td><td colspan="3">12.50</td></tr></table>"""
#: The county does not exist. Its powers do not add up, and neither do its requests.
PAGE = f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>临泉山县政府信息公开</title></head><body>
<div>首页 &gt; 政务公开 &gt; 年报</div>
<h1>临泉山县人民政府2021年<br>政府信息公开工作年度报告</h1>
<p>发布时间：2022-01-20 来源：临泉山县人民政府办公室</p>
<h2>一、总体情况</h2>
<p>2021年，主动公开政府信息412条，接待咨询约300人次。收到申请12件，其中当面申请5件、网络申请8件。</p>
<p>财政预算、财政决算公开率均为100%。行政权力共370项，其中：行政许可14项、行政处罚268项、其他权力9项。</p>
<p style="display:none">此处不显示：主动公开999条。</p>
<h2>二、主动公开政府信息情况</h2>
{TABLE.format(rows="".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS))}
{"<p>工作人员认真学习《中华人民共和国政府信息公开条例》。</p>" * 40}
<p>临泉山县人民政府办公室</p><p>2022年1月20日</p><script>document.title = "x"</script></body></html>""".encode()
TEXT = """临泉山县交通运输局2016年政府信息公开工作年度报告\r
一、概述\r
主动公开政府信息95条，同比增长5%。行政权力共21项，其中：行政许可14项、行政处罚6项。\r
二、申请\r
收到申请18件，其中当面申请5件。\r
临泉山县交通运输局\r
2017年3月20日\r
""".encode("gb18030")


@attrs.define(eq=False)
class Element:
    """An element of a page."""

    tag: str
    attributes: dict[str, str]
    parent: "Element | None" = None
    children: list["Element | str"] = attrs.field(factory=list)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, tag: str = "") -> Iterator["Element"]:
        for child in self.children:
            if isinstance(child, Element):
                if tag in ("", child.tag):
                    yield child
                yield from child.all(tag)

    def within(self, **attributes: str) -> bool:
        here: Element | None = self
        while here and not attributes.items() <= here.attributes.items():
            here = here.parent
        return here is not None


class Tree(HTMLParser):
    """A page as a tree; every element has to be closed where it was opened."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.root = self.here = Element("", {})
        self.others: list[str] = []
        self.feed(page)
        self.close()
        assert self.here is self.root
        self.by_id = {at: one for one in self.root.all() if (at := one.attributes.get("id"))}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(element)
        if tag != "meta":
            self.here = element

    def handle_endtag(self, tag: str) -> None:
        assert self.here.tag == tag
        assert self.here.parent
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)

    def pane(self, name: str) -> Element:
        return next(one for one in self.root.all("section") if one.attributes["class"] == name)

    def marked(self, at: str) -> str:
        """The words in a mark, those of its further pieces included."""
        parts = [one for one in self.root.all() if one.attributes.get("data-of") == at]
        return "".join(part.text for part in [self.by_id[at], *parts])


def bare(words: str) -> str:
    return "".join(words.split())


@attrs.frozen
class Read:
    """A document, its report and its view."""

    data: bytes
    report: gd.Report
    tree: Tree
    findings: tuple[gd.Finding, ...]


def read(data: bytes, locale: str = "en") -> Read:
    if data is PAGE:
        pytest.importorskip("selectolax", reason="it reads web pages")
    draft = gd.read(data)
    assert draft.report
    found = draft.findings + gd.check(draft.report)
    return Read(data, draft.report, Tree(gd.show(draft.report, data, locale=locale, findings=found)), found)


@pytest.fixture(scope="module", params=["page", "text"])
def shown(request: pytest.FixtureRequest) -> Read:
    return read(PAGE if request.param == "page" else TEXT)


# --- facts, words and findings ----------------------------------------------------------------------------


def test_every_place_is_marked_around_its_words(shown: Read) -> None:
    places = shown.report.provenance.places
    assert len(places) > 8
    for path, place in places.items():
        assert bare(shown.tree.marked(id_of("at", path))) == bare(place.quote), path


def test_every_fact_with_a_place_has_a_link_to_it(shown: Read) -> None:
    facts = [fact["path"] for fact in gd.facts(shown.report) if fact["path"] in shown.report.provenance.places]
    assert len(facts) > 5
    for path in facts:
        fact = shown.tree.by_id[id_of("fact", path)]
        assert f"#{id_of('at', path)}" in {link.attributes["href"] for link in fact.all("a")}, path


def test_every_mark_leads_back_to_what_rests_on_it(shown: Read) -> None:
    back = {link.attributes["href"] for link in shown.tree.pane("source").all("a")}
    assert {f"#{id_of('fact', path)}" for path in shown.report.provenance.places} <= back


def test_every_link_leads_somewhere_and_no_id_stands_twice(shown: Read) -> None:
    ids = [at for one in shown.tree.root.all() if (at := one.attributes.get("id"))]
    assert len(ids) == len(set(ids))
    links = [link.attributes["href"] for link in shown.tree.root.all("a")]
    assert len(links) > 20
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_every_finding_leads_to_its_words_and_facts_and_they_lead_back() -> None:
    shown = read(PAGE)
    places = shown.report.provenance.places
    codes = [one.code for one in shown.findings]
    assert {"powers-total", "parts-exceed-whole"} <= set(codes)
    items = [one for one in shown.tree.root.all("li") if one.attributes.get("id", "").startswith("finding-")]
    assert len(items) == len(codes)
    for item in items:
        code = next(item.all("code")).text
        told = next(one for one in shown.findings if one.code == code and gd.message(one, "en") in item.text)
        links = {link.attributes["href"][1:] for link in item.all("a")}
        assert {id_of("at", path) for path in told.paths if path in places} <= links
        assert {id_of("fact", path) for path in told.paths if path in places} <= links
        marks = [shown.tree.by_id[at] for at in links if at.startswith("at-")]
        assert all(told.severity.value in mark.attributes["class"] for mark in marks)
    flags = [one for one in shown.tree.root.all("a") if "flag" in one.attributes.get("class", "")]
    assert any(flag.within(**{"class": "source"}) for flag in flags)
    assert any(flag.within(**{"class": "read"}) for flag in flags)
    assert all(flag.attributes["aria-label"] for flag in flags)


def test_the_worst_findings_come_first() -> None:
    items = [one for one in read(PAGE).tree.root.all("li") if one.attributes.get("id", "").startswith("finding-")]
    order = ["error", "warning", "info"]
    severities = [order.index(item.attributes["class"]) for item in items]
    assert severities == sorted(severities)


def test_findings_speak_the_locale() -> None:
    shown = read(PAGE, "zh-Hant")
    text = shown.tree.pane("read").text
    assert all(gd.message(one, "zh-Hant") in text for one in shown.findings)
    assert next(shown.tree.root.all("html")).attributes["lang"] == "zh-Hant"


def test_facts_on_the_same_words_share_them() -> None:
    tree = read(PAGE).tree
    rates = [row for row in tree.pane("read").all("tr") if "公开率" in row.text]
    assert len(rates) == 2
    ids = {link.attributes["href"][1:] for row in rates for link in row.all("a")} & set(tree.by_id)
    assert len({tree.marked(at) for at in ids if at.startswith("at-")}) <= 2


def test_severity_is_not_told_by_colour_alone() -> None:
    tree = read(PAGE).tree
    marks = [one for one in tree.pane("source").all("mark") if one.attributes.get("class") == "error"]
    assert marks
    style = next(tree.root.all("style")).text
    for kind in ("error", "warning", "info"):
        assert re.search(rf"\.flag\.{kind}::before {{ content: \"\\", style)


# --- the document -----------------------------------------------------------------------------------------


def source_words(tree: Tree) -> str:
    """The text of the document's side without what the view adds."""

    def words(element: Element) -> str:
        if element.tag in ("caption", "summary", "h2") or element.attributes.get("class") == "page":
            return ""
        return "".join(child if isinstance(child, str) else words(child) for child in element.children)

    return words(tree.pane("source"))


def test_the_whole_document_is_shown(shown: Read) -> None:
    text = bare(source_words(shown.tree))
    for words in ("主动公开政府信息", "收到申请", "2022年1月20日" if shown.data is PAGE else "2017年3月20日"):
        assert words in text
    if shown.data is TEXT:
        assert text == bare(TEXT.decode("gb18030"))


def test_a_table_is_a_table_with_its_spans() -> None:
    table = next(one for one in read(PAGE).tree.root.all("table") if one.attributes["class"] == "seen")
    rows = [[(cell.text.strip(), cell.attributes.get("colspan")) for cell in row.all("td")] for row in table.all("tr")]
    assert len(rows) == 14
    assert rows[0] == [("第二十条第（一）项", "4")]
    assert rows[3] == [("行政规范性文件", None), ("3", None), ("1", None), ("22", None)]
    assert rows[6] == [("行政许可", None), ("188", "3")]


def test_what_is_not_seen_is_folded_and_named() -> None:
    tree = read(PAGE).tree
    hidden = list(tree.pane("source").all("details"))
    assert any("主动公开999条" in one.text and "open" not in one.attributes for one in hidden)
    assert all(len(next(one.all("summary")).text) > 10 for one in hidden)


def pane_of(observed: Observed, *stretches: tuple[int, int]) -> tuple[Tree, SourcePane]:
    marks = [Mark(f"at-{n}", start, end, f"fact-{n}", f"f{n}") for n, (start, end) in enumerate(stretches)]
    ordered = tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))
    pane = SourcePane(observed, ordered, Said(formatter("en")), str)
    return Tree(f'<section class="source">{pane.html()}</section>'), pane


def cell(row: int, column: int, start: int, end: int, rowspan: int = 1, colspan: int = 1) -> ObservedCell:
    return ObservedCell(row=row, column=column, rowspan=rowspan, colspan=colspan, start=start, end=end)


def grid(rows: int, columns: int, *cells: ObservedCell) -> ObservedGrid:
    return ObservedGrid(rows=rows, columns=columns, cells=cells)


def test_marks_that_cross_are_cut_and_light_up_together() -> None:
    tree, pane = pane_of(Observed(text="甲乙丙丁戊"), (0, 3), (2, 5), (1, 2))
    assert [tree.marked(f"at-{n}") for n in range(3)] == ["甲乙丙", "丙丁戊", "乙"]
    assert list(pane.cut) == ["at-1"]
    assert bare(source_words(tree)) == "甲乙丙丁戊"


def test_a_mark_over_lines_and_cells_is_cut() -> None:
    observed = Observed(text="甲乙\r\n丙\n丁\t戊", grids=(grid(1, 2, cell(0, 0, 6, 7), cell(0, 1, 8, 9)),))
    tree, pane = pane_of(observed, (1, 5), (6, 9))
    assert [bare(tree.marked(f"at-{n}")) for n in range(2)] == ["乙丙", "丁戊"]
    assert list(pane.cut) == ["at-0", "at-1"]


def test_many_marks_on_the_same_words_do_not_nest_without_end() -> None:
    tree, _ = pane_of(Observed(text="甲乙"), *[(0, 2)] * 50)
    assert len([*tree.root.all("mark")]) == 16
    assert {f"at-{n}" for n in range(50)} <= set(tree.by_id)
    assert {f"#fact-{n}" for n in range(50)} <= {one.attributes["href"] for one in tree.root.all("a")}
    assert bare(source_words(tree)) == "甲乙"


def test_a_table_in_a_cell_stands_in_it() -> None:
    text = "外\n内甲\t内乙\n尾\t右"
    inner = grid(1, 2, cell(0, 0, 2, 4), cell(0, 1, 5, 7))
    observed = Observed(text=text, grids=(grid(1, 2, cell(0, 0, 0, 9), cell(0, 1, 10, 11)), inner))
    tree, _ = pane_of(observed, (2, 4))
    outer, nested = tree.root.all("table")
    assert nested.within(**outer.attributes)
    assert [bare(one.text) for one in nested.all("td")] == ["内甲", "内乙"]
    assert bare(source_words(tree)) == bare(text)


def test_cells_are_clamped_and_what_no_cell_holds_is_shown_too() -> None:
    text = "甲\t乙\n题\n丙"
    observed = Observed(text=text, grids=(grid(2, 2, cell(0, 0, 0, 1), cell(0, 1, 2, 3, 9, 9), cell(1, 0, 6, 7)),))
    tree, _ = pane_of(observed)
    assert [one.attributes for one in tree.root.all("td")] == [{}, {"rowspan": "2"}, {}]
    assert sorted(bare(source_words(tree))) == sorted(bare(text))


def test_a_place_that_no_cell_covers_is_empty() -> None:
    observed = Observed(text="甲\n乙", grids=(grid(2, 2, cell(0, 0, 0, 1), cell(1, 1, 2, 3)),))
    rows = [[bare(one.text) for one in row.all("td")] for row in pane_of(observed)[0].root.all("tr")]
    assert rows == [["甲", ""], ["", "乙"]]


def test_a_table_that_crosses_another_is_text() -> None:
    text = "甲\t乙\n丙\t丁"
    first, second = grid(1, 2, cell(0, 0, 0, 1), cell(0, 1, 2, 5)), grid(1, 2, cell(0, 0, 2, 3), cell(0, 1, 4, 7))
    tree, _ = pane_of(Observed(text=text, grids=(first, second)))
    assert sorted(bare(source_words(tree))) == sorted(bare(text))


def test_tables_nested_without_end_are_text_at_last() -> None:
    text = "甲\t" * 400
    grids = tuple(grid(1, 2, cell(0, 0, 2 * n, 800 - 1), cell(0, 1, 799, 799)) for n in range(400))
    tree, _ = pane_of(Observed(text=text, grids=grids))
    assert bare(source_words(tree)) == bare(text)
    assert len([*tree.root.all("table")]) < 40


def test_pages_are_told() -> None:
    observed = Observed(text="甲\n乙\t丙", pages=(0, 2), grids=(grid(1, 2, cell(0, 0, 2, 3), cell(0, 1, 4, 5)),))
    tree, _ = pane_of(observed)
    told = [one.text for one in tree.root.all("p") if one.attributes.get("class") == "page"]
    assert told == ["Page 1", "Page 2"]
    assert not any(one.within(**{"class": "seen"}) for one in tree.root.all("p") if one.text == "Page 2")


def test_a_page_that_begins_in_a_table_is_told_in_its_next_cell() -> None:
    observed = Observed(text="甲\n乙", pages=(0, 2), grids=(grid(2, 1, cell(0, 0, 0, 1), cell(1, 0, 2, 3)),))
    tree, _ = pane_of(observed, (2, 3))
    assert [bare(one.text) for one in tree.root.all("td")] == ["甲", "Page2乙"]
    assert tree.marked("at-0") == "乙"


def test_what_is_hidden_opens_for_a_mark() -> None:
    observed = Observed(text="甲\n乙\n丙", hidden=(Hidden(start=2, end=3, reason=HiddenReason.INVISIBLE),))
    assert "open" not in next(pane_of(observed)[0].root.all("details")).attributes
    assert "open" in next(pane_of(observed, (2, 3))[0].root.all("details")).attributes


# --- places that do not fit -------------------------------------------------------------------------------


def with_places(report: gd.Report, **places: Place) -> gd.Report:
    source = report.provenance.source
    return attrs.evolve(report, provenance=Provenance(source=source, places=places))


def test_facts_without_a_place_say_so() -> None:
    report = gd.read(TEXT).report
    lone = Place(quote="95条", source=SourcePlace(start=0, end=3))
    tree = Tree(gd.show(with_places(report, title=lone), TEXT, locale="en", findings=()))
    rows = {one.attributes["id"]: one for one in tree.root.all("tr") if "id" in one.attributes}
    assert "no place" in rows["fact-metrics.0"].text
    assert "not found at its place" in rows["fact-title"].text
    assert not [*tree.root.all("mark")]


def test_cells_without_a_place_are_listed() -> None:
    shown = read(PAGE)
    places = dict(shown.report.provenance.places)
    lost = next(path for path in places if path.startswith("statistics."))
    del places[lost]
    tree = Tree(gd.show(with_places(shown.report, **places), PAGE, locale="en"))
    links = [link for item in tree.root.all("li") for link in item.all("a")]
    assert f"#{id_of('fact', lost)}" in {link.attributes["href"] for link in links}
    assert not [*tree.by_id[id_of("fact", lost)].all("a")]


def test_a_report_without_provenance_has_no_links_and_says_so() -> None:
    report = attrs.evolve(gd.read(TEXT).report, provenance=Provenance())
    tree = Tree(gd.show(report, TEXT, locale="en"))
    assert "does not say where its facts come from" in tree.root.text
    assert "does not name its source" in tree.root.text
    assert not [*tree.root.all("mark")]
    assert "was not checked" in tree.root.text


def test_words_of_a_finding_that_no_fact_rests_on_are_marked() -> None:
    report = gd.read(TEXT).report
    start = TEXT.decode("gb18030").index("同比")
    source = Place(quote="同比", source=SourcePlace(start=start, end=start + 2))
    paragraph = next(place.path for place in report.provenance.places.values() if place.path)
    within = Place(path=paragraph, start=0, end=2, quote=gd.value(report, paragraph)[:2])
    found = finding("publisher-missing", Side(places=(source, within)), verdict=Verdict.NOTED)
    tree = Tree(gd.show(report, TEXT, locale="en", findings=(found,)))
    marks = [one for one in tree.root.all("mark") if one.attributes["id"].startswith("words-")]
    assert [one.text for one in marks] == ["主动", "同比"]
    assert all(next(one.all("a")).attributes["href"] == "#finding-1" for one in marks)


def test_a_paragraph_that_stands_twice_is_not_guessed() -> None:
    links = Links(gd.read(TEXT).report, "同比 同比", {}, [])
    assert links.stretch_of(Place(path="sections.0.heading", start=0, end=2, quote="概述")) is None


# --- inert ------------------------------------------------------------------------------------------------


def hostile(text: str) -> tuple[gd.Report, bytes]:
    """A report whose texts, places and source all hold a hostile string."""
    data = TEXT.decode("gb18030").replace("同比增长", text.replace("\0", "")).encode("utf-8", "replace")
    report = gd.read(data).report
    words = data.decode()
    at = Place(quote=words[:40], source=SourcePlace(start=0, end=40))
    places = {**report.provenance.places, text: at, f"{text}.{text}": Place(quote=text, path=text, start=0, end=1)}
    channel = gd.value(gd.read(ROOT / "examples" / "qinghe-market-supervision-2016.txt").report, "channels.0")
    changed = attrs.evolve(
        with_places(report, **places), title=text, channels=(attrs.evolve(channel, name=text),), language="zh-Hans"
    )
    side = Side(paths=(text, "metrics.0"), value=text, places=tuple(places.values()))
    return changed, gd.show(changed, data, locale="en", findings=(finding("publisher-missing", side),)).encode()


@cache
def usual() -> tuple[set[str], set[str]]:
    """The elements and attributes of a view of harmless words."""
    elements = [*Tree(hostile("无害")[1].decode()).root.all()]
    return {one.tag for one in elements}, {name for one in elements for name in one.attributes}


@pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
def test_hostile_words_only_show(text: str) -> None:
    if not text or "同比" in text:
        return
    _, page = hostile(text)
    tree = Tree(page.decode())
    assert {one.tag for one in tree.root.all()} <= usual()[0]
    assert {name for one in tree.root.all() for name in one.attributes} <= usual()[1]
    assert not tree.others
    links = [one.attributes["href"] for one in tree.root.all("a")]
    ids = [at for one in tree.root.all() if (at := one.attributes.get("id"))]
    assert {link[1:] for link in links} <= set(ids)
    assert all(re.fullmatch("[a-z0-9_.-]+", at) for at in ids)
    assert len(ids) == len(set(ids))
    assert bare(as_html_shows(text)) in bare(tree.pane("read").text)


def test_nothing_runs_and_nothing_is_fetched(shown: Read) -> None:
    tree = shown.tree
    assert not {one.tag for one in tree.root.all()} & {"script", "link", "img", "iframe", "object", "base", "form"}
    assert not [name for one in tree.root.all() for name in one.attributes if name.startswith("on") or name == "src"]
    styles = "".join(one.text for one in tree.root.all("style"))
    assert not re.search(r"url\(|@import|https?:", styles)


def test_ids_are_one_for_each_path() -> None:
    paths = ["a.b", "a-b", "A.b", "a-2d-b", "甲", "a b", "", "-", "--", '"><x', "a.b."]
    ids = [id_of("at", path) for path in paths]
    assert len(set(ids)) == len(paths)
    assert all(re.fullmatch("[a-z0-9_.-]+", at) for at in ids)


def test_same_input_same_bytes() -> None:
    report = gd.read(TEXT).report
    assert gd.show(report, TEXT) == gd.show(report, TEXT)


# --- another document -------------------------------------------------------------------------------------


def test_another_document_is_refused() -> None:
    report = gd.read(TEXT).report
    with pytest.raises(gd.WrongSource) as error:
        gd.show(report, TEXT + b" ")
    assert error.value.stated == report.provenance.source.sha256
    assert error.value.stated[:12] in str(error.value)
    assert error.value.found[:12] in str(error.value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_bytes(TEXT)
    (tmp_path / "other.txt").write_bytes(TEXT + b" ")
    gd.dump(gd.read(TEXT).report, tmp_path / "report.json")
    return tmp_path


def test_the_command_writes_the_view(folder: Path) -> None:
    made = govdisclosure("show", "report.json", "--source", "report.txt", "-o", "view.html", folder=folder)
    assert (made.code, made.out, made.error) == (0, b"", "")
    view = (folder / "view.html").read_bytes()
    out = govdisclosure("show", "report.json", "--source", "report.txt", "-o", "-", folder=folder)
    piped = govdisclosure("show", "report.json", "--source", "-", folder=folder, stdin=TEXT)
    direct = govdisclosure("show", "report.txt", "--source", "report.txt", folder=folder)
    assert view == out.out == piped.out == direct.out
    assert view.startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("show report.json --source other.txt -o view.html", 2, "SHA-256"),
        ("show report.json --source other.txt -o view.html --locale zh-Hans", 2, "SHA-256"),
        ("show report.json -o view.html", 2, "--source"),
        ("show report.json --source report.txt -o view.html --locale tlh", 2, "tlh"),
        ("show report.json --source missing.txt -o view.html", 4, "missing.txt"),
        ("show missing.json --source report.txt -o view.html", 4, "missing.json"),
        ("show report.json --source report.txt -o missing/view.html", 4, "missing/view.html"),
    ],
)
def test_what_cannot_be_shown_writes_nothing(folder: Path, line: str, code: int, says: str) -> None:
    before = sorted(folder.iterdir())
    made = govdisclosure(*line.split(), folder=folder)
    assert made.code == code
    assert says in made.error
    assert not made.has_traceback
    assert sorted(folder.iterdir()) == before
    if says == "SHA-256":
        stated = gd.load(folder / "report.json").provenance.source.sha256
        found = gd.read(TEXT + b" ").source.sha256
        assert stated[:12] in made.error
        assert found[:12] in made.error


# --- in a browser -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("selectolax", reason="it reads web pages")
    draft = gd.read(PAGE)
    found = draft.findings + gd.check(draft.report)
    path = tmp_path_factory.mktemp("view") / "view.html"
    path.write_text(gd.show(draft.report, PAGE, locale="zh-Hans", findings=found), "utf-8")
    return path


@pytest.fixture(scope="module")
def browser() -> tuple[str, str]:
    node, chromium = need("node", "it drives the browser"), need("chromium", "it shows the page")
    need(NODE / "node_modules" / "playwright-core", "run scripts/install-test-tools")
    return node, chromium


@pytest.mark.xdist_group("browser")
def test_links_are_followed_there_and_back(view: Path, browser: tuple[str, str]) -> None:
    tree = Tree(view.read_text("utf-8"))
    links = list(dict.fromkeys(one.attributes["href"][1:] for one in tree.pane("read").all("a")))
    targets = [at for at in links if at.startswith(("at-", "words-"))]
    chosen = [at for at in targets if not at.startswith("at-statistics")] + targets[-4:]
    assert len(chosen) > 15
    command = [browser[0], str(NODE / "view-check.mjs"), browser[1], str(view), *chosen]
    made = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=300)
    assert made.returncode == 0, made.stderr
    saw = json.loads(made.stdout)
    assert (saw["console"], saw["requests"]) == ([], [])
    for one in saw["wide"] + saw["narrow"]:
        there, home = one["there"], one["home"]
        assert (there["target"], there["inView"], there["outline"]) == (one["id"], True, "solid 3px"), one
        assert set(there["others"]) <= {"solid"}
        assert bare(there["text"]) == bare(tree.marked(one["id"]))
        assert (home["target"], home["inView"], home["outline"]) == (one["back"], True, "solid 3px"), one
    assert not any(one["there"]["scrolled"] for one in saw["wide"]), "the panes scroll, the page stays"


@pytest.mark.xdist_group("browser")
def test_accessible_and_within_the_screen(view: Path, browser: tuple[str, str], tmp_path: Path) -> None:
    command = [browser[0], str(NODE / "page-check.mjs"), browser[1], str(tmp_path), str(view)]
    made = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=300)
    assert made.returncode == 0, made.stderr
    (page,) = json.loads(made.stdout)
    assert not [told for found in page["violations"].values() for told in found]
    assert (page["console"], page["requests"], page["dangling"], page["twice"]) == ([], [], [], [])
    assert page["sideways"] == {"wide": 0, "narrow": 0}
    assert page["strict"] == {"console": [], "requests": [], "styled": True}
    assert [level for level, _ in page["headings"]][:2] == [1, 2]


@pytest.mark.xdist_group("browser")
def test_valid_html(view: Path) -> None:
    java = need("java", "the HTML checker runs on it")
    jar = NODE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    need(jar, "the HTML checker; run scripts/install-test-tools")
    command = [java, "-Xss4m", "-jar", str(jar), "--format", "json", "--stdout", str(view)]
    made = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=300)
    told = [f"{m.get('lastLine')}: {m['message']}" for m in json.loads(made.stdout)["messages"] if m["type"] == "error"]
    assert not told
