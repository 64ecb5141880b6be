"""What JSON Schema cannot say of a form, for programs in any language: labels, layout, units, rules.

A published ``FORM.form.json`` is one :class:`FormDescription`. Paths are those of a report; in rows that repeat,
``*`` stands for the index.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import attrs

from govdisclosure import catalog
from govdisclosure.codec import write
from govdisclosure.declare import Label
from govdisclosure.errors import WrongForm
from govdisclosure.form import Equation, Form, Header, TableForm
from govdisclosure.json_schema import LICENCE, VERSION, definitions_of, schema_id
from govdisclosure.locales.tables import header_text, rule_title
from govdisclosure.locales.texts import Texts, texts
from govdisclosure.model.mapping import FrozenMapping
from govdisclosure.vintage import Vintage

__all__ = ["LANGUAGES", "FormDescription", "form_json", "form_schema"]

#: The languages in which labels are published; the first is that of the Chinese forms themselves.
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
#: A wording in every language.
Words = Mapping[str, str]


@attrs.frozen(kw_only=True)
class DescribedColumn:
    """A column by its printed headers, from the top down."""

    headers: Annotated[tuple[Words, ...], Label("列标题，自上而下")]
    aliases: Annotated[tuple[str, ...], Label("末级标题的其他写法")]


@attrs.frozen(kw_only=True)
class DescribedRow:
    """A row by its printed headers, from the outside in, and its cells, one for each column of its part."""

    path: Annotated[str, Label("行的路径")]
    headers: Annotated[tuple[Words, ...], Label("行标题，由外向内")]
    aliases: Annotated[tuple[str, ...], Label("末级标题的其他写法")]
    optional: Annotated[str | None, Label("未印出时为null的路径")]
    repeats: Annotated[str | None, Label("逐单位重复的行所在数组")]
    name: Annotated[str | None, Label("存放单位名称的字段")]
    cells: Annotated[tuple[str | None, ...], Label("单元格路径")]


@attrs.frozen(kw_only=True)
class DescribedPart:
    """A part of a table with column headers of its own, under its banner where it has one."""

    banner: Annotated[Words | None, Label("分段标题")]
    corner: Annotated[Words | None, Label("左上角文字")]
    columns: Annotated[tuple[DescribedColumn, ...], Label("列")]
    rows: Annotated[tuple[DescribedRow, ...], Label("行")]


@attrs.frozen(kw_only=True)
class DescribedTable:
    """A printed table. An outline has all row headers in one column; units and numbers have one each."""

    path: Annotated[str, Label("表格路径")]
    title: Annotated[Words, Label("表格名称")]
    section: Annotated[str | None, Label("所在内容")]
    outline: Annotated[bool, Label("是否单列分级排列")]
    unit_header: Annotated[Words | None, Label("单位列标题")]
    value_header: Annotated[Words | None, Label("数值列标题")]
    parts: Annotated[tuple[DescribedPart, ...], Label("分段")]


@attrs.frozen(kw_only=True)
class DescribedCell:
    """A cell: the name of its kind in the JSON Schema, its unit, the year that it speaks of (0 or -1)."""

    path: Annotated[str, Label("路径")]
    kind: Annotated[str, Label("取值类型")]
    signed: Annotated[bool, Label("可为负数")]
    unit: Annotated[str | None, Label("计量单位")]
    of_year: Annotated[int, Label("所属年度与报告年度之差")]


@attrs.frozen(kw_only=True)
class DescribedRule:
    """A rule, expanded to cells: the sum on the left against that on the right.

    ``previous`` are cells of last year's report that count on the right. ``each`` is the path of a list for whose
    items the rule holds one by one; any other ``*`` stands for the sum over all items. ``total`` says that the
    left side is one total, whose blank is told by a code of its own.
    """

    code: Annotated[str, Label("规则代码")]
    severity: Annotated[str, Label("级别")]
    relation: Annotated[str, Label("关系")]
    table: Annotated[str, Label("所在表格")]
    total: Annotated[bool, Label("左边为总计")]
    left: Annotated[tuple[str, ...], Label("左边")]
    right: Annotated[tuple[str, ...], Label("右边")]
    previous: Annotated[tuple[str, ...], Label("右边的上一年度数据")]
    each: Annotated[str | None, Label("逐项成立的数组")]


@attrs.frozen(kw_only=True)
class DescribedAlternative:
    """Rows of which only one is printed."""

    code: Annotated[str, Label("规则代码")]
    severity: Annotated[str, Label("级别")]
    rows: Annotated[tuple[str, ...], Label("行的路径")]


@attrs.frozen(kw_only=True)
class DescribedImpossible:
    """Cells that are not above zero for publishers of these kinds or levels."""

    code: Annotated[str, Label("规则代码")]
    severity: Annotated[str, Label("级别")]
    cells: Annotated[tuple[str, ...], Label("单元格路径")]
    kinds: Annotated[tuple[str, ...], Label("机构类别")]
    levels: Annotated[tuple[str, ...], Label("行政层级")]


@attrs.frozen(kw_only=True)
class DescribedReading:
    """Cells that a stated figure may be the sum of, or that sum in per cent of the sum of ``base``."""

    cells: Annotated[tuple[str, ...], Label("单元格路径")]
    base: Annotated[tuple[str, ...], Label("占比的基数")]


@attrs.frozen(kw_only=True)
class DescribedStated:
    """Figures of the text, by metric kind and a word that they name, and every reading of them."""

    code: Annotated[str, Label("规则代码")]
    severity: Annotated[str, Label("级别")]
    kinds: Annotated[tuple[str, ...], Label("指标")]
    words: Annotated[str, Label("文中用语")]
    readings: Annotated[tuple[DescribedReading, ...], Label("可能的口径")]


@attrs.frozen(kw_only=True)
class FormDescription:
    """A form with its statutory tables and rules. ``years`` are the first and the last, ``null`` for no end yet."""

    form: Annotated[str, Label("格式")]
    version: Annotated[str, Label("版本")]
    license: Annotated[str, Label("许可")]
    schema: Annotated[str, Label("报告的JSON Schema")]
    language: Annotated[str, Label("正式用语的语言")]
    title: Annotated[Words, Label("名称")]
    years: Annotated[tuple[int | None, ...], Label("适用年度")]
    sources: Annotated[tuple[str, ...], Label("依据")]
    tables: Annotated[tuple[DescribedTable, ...], Label("表格")]
    cells: Annotated[tuple[DescribedCell, ...], Label("单元格")]
    titles: Annotated[Mapping[str, Words], Label("规则说明")]
    rules: Annotated[tuple[DescribedRule, ...], Label("数据关系")]
    alternatives: Annotated[tuple[DescribedAlternative, ...], Label("互相替代的行")]
    impossible: Annotated[tuple[DescribedImpossible, ...], Label("不可能的数值")]
    stated: Annotated[tuple[DescribedStated, ...], Label("文表对照")]


def form_json(form_id: str) -> dict[str, Any]:
    """What ``FORM.form.json`` holds, as plain JSON values.

    ``UnknownForm`` if there is no such form, :class:`govdisclosure.WrongForm` if it has no tables.
    """
    vintage, form = catalog.form(form_id), catalog.tables(form_id)
    if form is None:
        raise WrongForm(form_id)
    made: dict[str, Any] = json.loads(write(_described(vintage, form, [texts(tag) for tag in LANGUAGES])))
    return made


def form_schema() -> dict[str, Any]:
    """The JSON Schema of every ``form.json``."""
    return definitions_of(FormDescription, schema_id("form"), "格式说明：表格、用语、计量单位和数据关系")


def _described(vintage: Vintage, form: Form, languages: list[Texts]) -> FormDescription:
    def words(context: str, text: str) -> Words:
        return _words(Header(text, context), languages)

    rules = (*form.equations, *form.year_equations)
    return FormDescription(
        form=form.id,
        version=VERSION,
        license=LICENCE,
        schema=schema_id(form.id),
        language=vintage.language,
        title=words(f"form:{vintage.id}:title", vintage.title),
        years=vintage.years,
        sources=vintage.sources,
        tables=tuple(_table(table, languages) for table in form.tables),
        cells=tuple(
            DescribedCell(
                path=cell.path,
                kind=cell.kind.name,
                signed=cell.kind.signed,
                unit=cell.unit.value if cell.unit else None,
                of_year=cell.of_year,
            )
            for cell in form.cells.values()
        ),
        titles=FrozenMapping(
            {
                code: FrozenMapping({tag: rule_title(rule, w) for tag, w in zip(LANGUAGES, languages, strict=True)})
                for code, rule in form.rules.items()
            }
        ),
        rules=tuple(_rule(equation) for equation in rules),
        alternatives=tuple(
            DescribedAlternative(code="rows-alternative", severity="error", rows=pair) for pair in form.alternatives
        ),
        impossible=tuple(
            DescribedImpossible(
                code=rule.code,
                severity=rule.severity,
                cells=rule.cells,
                kinds=tuple(kind.value for kind in rule.kinds),
                levels=tuple(level.value for level in rule.levels),
            )
            for rule in form.impossible
        ),
        stated=tuple(_stated(form)),
    )


def _words(header: Header, languages: list[Texts]) -> Words:
    return FrozenMapping({tag: header_text(header, words) for tag, words in zip(LANGUAGES, languages, strict=True)})


def _table(table: TableForm, languages: list[Texts]) -> DescribedTable:
    def words(text: str, context: str = "header") -> Words | None:
        return _words(Header(text, context), languages) if text else None

    mark = table.mark
    title = words(mark.title, table.context)
    return DescribedTable(
        path=table.path,
        title=title or FrozenMapping(),
        section=mark.section.value if mark.section else None,
        outline=mark.outline,
        unit_header=words(mark.unit_header),
        value_header=words(mark.value_header),
        parts=tuple(_parts(table, languages)),
    )


def _parts(table: TableForm, languages: list[Texts]) -> Iterator[DescribedPart]:
    for block in dict.fromkeys(row.block for row in table.rows):
        columns = table.columns(block)
        corner = block.corner if block else table.mark.corner
        yield DescribedPart(
            banner=_words(Header(block.title, "header"), languages) if block else None,
            corner=_words(Header(corner, "header"), languages) if corner else None,
            columns=tuple(
                DescribedColumn(
                    headers=tuple(_words(header, languages) for header in chain),
                    aliases=chain[-1].aliases if chain else (),
                )
                for chain in columns
            ),
            rows=tuple(
                DescribedRow(
                    path=row.path,
                    headers=tuple(_words(header, languages) for header in row.headers),
                    aliases=row.headers[-1].aliases if row.headers else (),
                    optional=row.optional,
                    repeats=row.repeats,
                    name=row.name,
                    cells=tuple(row.cells[chain].path if chain in row.cells else None for chain in columns),
                )
                for row in table.rows
                if row.block == block
            ),
        )


def _rule(equation: Equation) -> DescribedRule:
    rule = equation.rule
    return DescribedRule(
        code=rule.code,
        severity=rule.severity,
        relation=rule.relation,
        table=equation.table,
        total=rule.has_total,
        left=equation.left,
        right=equation.right,
        previous=equation.previous,
        each=equation.each,
    )


def _stated(form: Form) -> Iterator[DescribedStated]:
    for rule in form.stated:
        yield DescribedStated(
            code=rule.code,
            severity="warning",
            kinds=tuple(kind.value for kind in rule.kinds),
            words=rule.words,
            readings=tuple(DescribedReading(cells=r.cells, base=r.base) for r in rule.readings),
        )
