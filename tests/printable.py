"""Reports in printable form: what can be printed and read again without loss (docs/reading.md says when)."""

from datetime import date, time
from decimal import Decimal
from typing import Any

import attrs
from hypothesis import strategies as st
from tests.tables import WITH_TABLES, compiled, settled

import conformance
from govdisclosure import catalog
from govdisclosure.cell import Absent
from govdisclosure.model import (
    Author,
    Extra,
    ExtraCategory,
    PowerCategories,
    PowerList,
    Publication,
    Report,
    Section,
    Statistics,
)
from govdisclosure.readers.bodies import publisher_of
from govdisclosure.readers.sections import section_kind
from govdisclosure.shape import fields_of

__all__ = ["WORDS", "alone", "beyond_the_form", "printable", "printed_tables"]

NAMES = (
    "清河县市场监督管理局",
    "云岭市人民政府",
    "望澜区教育局",
    "石桥镇人民政府",
    "某省水利厅",
    "沙柳县发展和改革委员会",
)
HEADINGS = (
    "概述", "总体情况", "主动公开政府信息情况", "依申请公开政府信息情况", "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项",
)  # fmt: skip
PARTS = ("组织领导情况", "平台建设情况", "政策解读情况", "监督保障情况")
NUMBERS = "一二三四五六七八"
#: Words of paragraphs, with everything that a format could take for a mark of its own.
WORDS = (
    *("本机关认真落实条例", "公开各类信息12条", "占比48.07%", "《公报》“专栏”", "1234件", "（详见附件）", "——", "¥5"),
    *("A&B <tag> *星* _下划_ `码`", "[附]|竖线|#井", "网址www.example.gov.cn", "~波浪~", "!感叹", "\\反斜"),
    *("e\u0301", "𠮷", "“3·5”和“2•09”事故"),
)
#: And those that run from right to left.
TURNED = (*WORDS, "维吾尔文（ئۇيغۇر）", "\u05d0\u05d1")


@st.composite
def _paragraph(draw: Any, words: tuple[str, ...]) -> str:
    chosen = draw(st.lists(st.sampled_from(words), min_size=1, max_size=6))
    return "本年度" + "，".join(chosen) + "。"


def _paragraphs(words: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(_paragraph(words), max_size=3).map(tuple)


@st.composite
def _section(draw: Any, index: int, words: tuple[str, ...]) -> Section:
    heading = draw(st.sampled_from(HEADINGS))
    many = draw(st.integers(0, 2))
    below = [
        Section(kind=section_kind(name), number=f"（{NUMBERS[i]}）", heading=name, paragraphs=draw(_paragraphs(words)))
        for i, name in enumerate(draw(st.permutations(PARTS))[:many])
    ]
    return Section(kind=section_kind(heading), number=f"{NUMBERS[index]}、", heading=heading,
                   paragraphs=draw(_paragraphs(words)), subsections=tuple(below))  # fmt: skip


@st.composite
def _sections(draw: Any, words: tuple[str, ...]) -> tuple[Section, ...]:
    preamble = draw(_paragraphs(words))
    kind = section_kind(None)
    made = [Section(kind=type(kind).PREAMBLE, paragraphs=preamble)] if preamble else []
    return (*made, *(draw(_section(index, words)) for index in range(draw(st.integers(0, 4)))))


@st.composite
def _powers(draw: Any) -> PowerList | None:
    count = st.none() | st.integers(0, 99_999)
    categories = PowerCategories(**{field.name: draw(count) for field in fields_of(PowerCategories)})
    extra = draw(st.sampled_from([(), (ExtraCategory(label="行政监督", count=3),)]))
    made = PowerList(total=draw(count), categories=categories, extra=extra)
    return None if made == PowerList() else made


@st.composite
def printed_tables(draw: Any, form_id: str, rows: frozenset[str] | None = None) -> Statistics:
    """Tables with sums that hold or not, blanks, and cells that are not applicable."""
    form = compiled(form_id)
    made = draw(settled(form_id, rows)).statistics
    values = dict(form.values(made))
    printed = [path for path, value in values.items() if value is not None]
    for path in draw(st.lists(st.sampled_from(printed), max_size=12)):
        kind = form.cells[path].kind
        number = Decimal("1234567.80") if kind.exact else 1_234_567
        values[path] = draw(st.sampled_from([Absent.BLANK, Absent.NOT_APPLICABLE, number, kind.low]))
        if kind.exact and values[path] == 0:
            values[path] = Decimal("0.00")
    return conformance.with_values(made, values)


@st.composite
def printable(draw: Any, form_id: str, words: tuple[str, ...] = TURNED) -> Report:
    """A report of a form that can be printed and read again; its paragraphs are made of these words."""
    vintage = catalog.form(form_id)
    year = draw(st.integers(vintage.years[0], vintage.years[1] or 2030))
    publisher = publisher_of(draw(st.sampled_from(NAMES)))
    published = draw(st.none() | st.dates(date(year + 1, 1, 1), date(year + 1, 6, 30)))
    clock = draw(st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59))) if published else None
    office = Author(name=f"{publisher.name}办公室")
    return Report(
        form=form_id,
        year=year,
        period=vintage.period(year),
        title=f"{publisher.name}{year}年政府信息公开工作年度报告",
        language=vintage.language,
        issued=draw(st.none() | st.dates(date(year + 1, 1, 1), date(year + 1, 6, 30))),
        publisher=publisher,
        author=draw(st.sampled_from([None, office])),
        publication=Publication(published=published, published_time=clock) if published else None,
        sections=draw(_sections(words)),
        powers=draw(_powers()),
        statistics=draw(printed_tables(form_id)) if form_id in WITH_TABLES else None,
    )


def alone(report: Report) -> Report:
    """A report of which nothing is printed outside of its text but its signature: its tables stand in sections."""
    sections = list(report.sections)
    tables = compiled(report.form).tables if report.statistics else ()
    for kind in [table.mark.section for table in tables if table.mark.section]:
        if kind not in {section.kind for section in sections}:
            heading = next(name for name in HEADINGS if section_kind(name) == kind)
            number = sum(section.number is not None for section in sections)
            sections.append(Section(kind=section_kind(heading), number=f"{NUMBERS[number]}、", heading=heading))
    return attrs.evolve(report, sections=tuple(sections), publication=None, powers=None)


@st.composite
def beyond_the_form(draw: Any, form_id: str, words: tuple[str, ...] = TURNED) -> Report:
    """A printable report with a row that its form does not have, of any number of cells."""
    report = draw(printable(form_id, words))
    assert report.statistics is not None
    values = dict(compiled(form_id).values(report.statistics))
    tables = compiled(form_id).tables
    # A workbook has its title in the place of the corner, which only forms with headers of rows print words in.
    rows = [
        (table, row)
        for table in tables
        for row in table.rows
        if row.headers and None not in map(values.get, _paths(row))
    ]
    table, row = draw(st.sampled_from(rows))
    cells = draw(st.lists(st.sampled_from(["0", "7", "1234"]), min_size=1, max_size=len(row.cells) + 3))
    extra = Extra(table=table.path, after=row.path, labels=("另行填报",), cells=tuple(cells))
    return attrs.evolve(report, statistics=attrs.evolve(report.statistics, extra=(extra,)))


def _paths(row: Any) -> list[str]:
    return [cell.path for cell in row.cells.values()]
