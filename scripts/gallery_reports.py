"""The reports of the gallery: all of them are made up."""

from functools import cache
from pathlib import Path

import attrs

import govdisclosure as gd
from conformance import settled, with_values
from govdisclosure import catalog
from govdisclosure.cell import Absent
from govdisclosure.form import Form, compile_form
from govdisclosure.model import Section, Statistics
from govdisclosure.readers.bodies import publisher_of

__all__ = ["IN_ORDER", "ROOT", "TEXT", "compared", "text", "with_tables"]

ROOT = Path(__file__).resolve().parent.parent
#: The example that is in order, and the one in which one number of the power list differs.
IN_ORDER = ROOT / "examples" / "qinghe-market-supervision-2016.txt"
TEXT = ROOT / "examples" / "qinghe-wrong-total-2016.txt"
BODY = "清河县人民政府"
BODIES = (BODY, "云岭市市场监督管理局", "青石镇人民政府")
_NUMBERS = ("一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、")
#: One paragraph for each content, in words that no published report has.
_WORDS = (
    "{year}年，{body}按照年初安排推进公开工作，重点做好依申请公开答复、信息发布审核和公开平台维护。",
    "全年更新公开栏目，答复群众来信，并组织两次业务培训；各股室指定专人负责，工作台账每季度核对一次。",
)


@cache
def text(source: Path = TEXT) -> gd.Report:
    """An example with text."""
    made = gd.read(source).report
    assert made is not None  # noqa: S101 - for the type checker; tests read the same file
    return made


@cache
def with_tables(form_id: str) -> gd.Report:
    """A report by a form: text for each content that it has to have, and tables full of numbers whose sums hold."""
    valid = (ROOT / "schemas" / "conformance" / form_id / "valid").glob("*.json")
    tables = gd.load(max(sorted(valid), key=_numbers))
    year, kinds = tables.year, [content.kind for content in catalog.form(form_id).contents]
    words = tuple(paragraph.format(year=year, body=BODY) for paragraph in _WORDS)
    sections = tuple(
        Section(kind=kind, number=number, heading=kind.label, paragraphs=words)
        for kind, number in zip(kinds, _NUMBERS, strict=False)
    )
    return attrs.evolve(
        tables, title=f"{BODY}{year}年政府信息公开工作年度报告", publisher=publisher_of(BODY), sections=sections,
        language="zh-Hans",
    )  # fmt: skip


def _numbers(document: Path) -> int:
    """How many cells hold a number above zero."""
    return sum(1 for fact in gd.facts(gd.load(document)) if isinstance(fact["value"], int) and fact["value"] > 0)


def compared(what: str) -> list[gd.Report]:
    """Three reports with other numbers, whose sums hold: years of one body, or bodies in one year.

    In the second, what is left to the next year is blank.
    """
    *_, form_id = (form_id for form_id in catalog.FORMS if catalog.tables(form_id))
    made = []
    for at, body in enumerate(BODIES):
        tables = with_tables(form_id)
        year = tables.year + (at if what == "years" else 0)
        made.append(
            attrs.evolve(
                tables, year=year, period=catalog.form(form_id).period(year), statistics=_changed(tables, at),
                publisher=publisher_of(BODY if what == "years" else body),
            )
        )  # fmt: skip
    return made


def _changed(report: gd.Report, at: int) -> Statistics:
    """The tables with numbers that grow and fall from row to row."""
    statistics = report.statistics
    assert statistics is not None  # noqa: S101 - for the type checker; the form has tables
    form = compile_form(type(statistics))
    values = form.values(statistics)
    rows = {path: number for number, row in enumerate(_rows(form)) for path in row}
    changed = {
        path: value * (2 + (rows[path] * 5 + at * 3) % 7) // 4 if isinstance(value, int) else value
        for path, value in values.items()
    }
    kept = settled(form, changed, statistics)
    if at == 1:
        left = [equation.right[-1] for equation in form.equations if equation.rule.kind == "balance"]
        kept = {**kept, left[-1]: Absent.BLANK}
    return with_values(statistics, kept)


def _rows(form: Form) -> list[list[str]]:
    return [[cell.path for cell in row.cells.values()] for table in form.tables for row in table.rows]
