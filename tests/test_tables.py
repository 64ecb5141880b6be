"""Statutory tables: declarations, rules, diagnosis, layout, facts; a form of another country; real reports."""

import json
import re
from decimal import Decimal
from typing import Annotated, Any, ClassVar

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.foreign_form import FOIA, VINTAGE, foia
from tests.tables import (
    SUITE,
    WITH_TABLES,
    by_form,
    compiled,
    failing,
    of_suite,
    report,
    rule_findings,
    settled,
)
from tests.tools import ROOT, examples

import conformance
import govdisclosure as gd
from govdisclosure import catalog
from govdisclosure.cell import Absent, Amount, Count, LessThan
from govdisclosure.checks.tables.equations import judge
from govdisclosure.checks.tables.outcome import Outcome
from govdisclosure.declare import Column, Sum, Table
from govdisclosure.finding import Severity
from govdisclosure.form import Equation, compile_form, lint
from govdisclosure.forms.cn.y2019 import CN2019
from govdisclosure.forms.cn.y2021 import CN2021
from govdisclosure.grid import grids, placed
from govdisclosure.model import Extra, Statistics, Unit
from govdisclosure.vintage import Vintage

COUNT = examples(100, 2_000)


# --- declarations -------------------------------------------------------------------------------------------


def test_the_number_of_cells_is_that_of_the_forms() -> None:
    assert [len(compiled(form_id).cells) for form_id in WITH_TABLES] == [58, 198, 200 + 7]


def test_typed_access_to_a_cell() -> None:
    made = of_suite("cn-2021/invalid/2023-hongze.json")
    assert made.tables(CN2021).requests.results.denied.state_secret.natural_person == 1
    with pytest.raises(gd.WrongForm):
        made.tables(CN2019)


@pytest.mark.parametrize("year", [2019, 2021])
def test_a_declaration_stays_short(year: int) -> None:
    text = (ROOT / "src" / "govdisclosure" / "forms" / "cn" / f"y{year}.py").read_text("utf-8")
    assert len(text.splitlines()) < 150


@by_form
def test_a_declaration_has_no_twins(form_id: str) -> None:
    form = compiled(form_id)
    chains = [
        (table.path, row.block, row.headers, chain)
        for table in form.tables for row in table.rows for chain in row.cells if not row.optional
    ]  # fmt: skip
    assert len(chains) == len(set(chains))
    codes = [rule.code for rule in (*form.cls.STATED, *form.cls.IMPOSSIBLE)]
    assert len(codes) == len(set(codes))


@by_form
def test_every_cell_has_a_unit_and_every_rule_names_cells(form_id: str) -> None:
    form = compiled(form_id)
    assert all(isinstance(cell.unit, Unit) for cell in form.cells.values())
    for equation in (*form.equations, *form.year_equations):
        assert equation.left
        assert equation.right or equation.previous
        assert len(set(equation.paths)) == len(equation.paths)
    assert {rule.code for rule in form.cls.RULES} == {e.rule.code for e in (*form.equations, *form.year_equations)}
    assert all(any(reading.cells for reading in rule.readings) for rule in form.stated)


@by_form
def test_the_declaration_is_in_order(form_id: str) -> None:
    assert lint(compiled(form_id)) == ()


def test_what_is_wrong_with_a_declaration_is_told() -> None:
    @attrs.frozen(kw_only=True)
    class Twins:
        one: Annotated[Count, Column("Same")]
        two: Annotated[Count, Column("Same")]

    @attrs.frozen(kw_only=True)
    class Wrong(Statistics):
        FORM: ClassVar[str] = "wrong"
        RULES: ClassVar = (
            Sum("nowhere", "t", total="twins.three", parts=("twins.one",)),
            Sum("half", "t", total="twins.one", parts=("twins.three",)),
            Sum("doubled", "t", total="twins.one", parts=("twins.two", "twins.two")),
            Sum("rate-range", "t", total="twins.one", parts=("twins.two",)),
            Sum("same", "t", total="twins.one", parts=("twins.two",)),
            Sum("same", "another", total="twins.two", parts=("twins.one",)),
        )
        twins: Annotated[Twins, Table("T")]

    told = lint(compile_form(Wrong))
    assert [line.partition(": ")[2] for line in told] == [
        "2 cells under Same",
        "no unit",
        "no unit",
        "names no cell",
        "a side names no cell",
        "names a cell twice",
        "a code of the library itself",
        "two rules of one code",
    ]


def test_a_field_outside_rows_and_columns_is_refused() -> None:
    @attrs.frozen(kw_only=True)
    class Loose(Statistics):
        number: Count

    with pytest.raises(TypeError, match="stands in no table"):
        compile_form(Loose)


def test_blank_tables() -> None:
    assert gd.blank(CN2021).requests.received.total is Absent.BLANK
    assert gd.blank("cn-2021") == gd.blank(CN2021)
    with pytest.raises(gd.WrongForm):
        gd.blank("cn-2008")
    with pytest.raises(gd.UnknownForm):
        gd.blank("cn-1999")


@pytest.mark.parametrize(
    "reckon", [lambda a: a + 1, lambda a: 1 + a, lambda a: a + a, lambda a: a < 1, lambda a: -1 - a]
)
@pytest.mark.parametrize("absent", list(Absent))
def test_an_absent_value_takes_part_in_no_arithmetic(absent: Any, reckon: Any) -> None:
    with pytest.raises(TypeError):
        reckon(absent)


# --- laws ---------------------------------------------------------------------------------------------------


@by_form
@settings(max_examples=COUNT, deadline=None)
@given(data=st.data())
def test_law_3_a_changed_number_fails_exactly_the_equalities_that_contain_it(form_id: str, data: Any) -> None:
    made, form = data.draw(settled(form_id)), compiled(form_id)
    assert not failing(made)
    values = form.values(made.statistics)
    inside = {p for e in form.equations for p in e.paths if e.rule.relation == "="}
    path = data.draw(st.sampled_from(sorted(p for p, v in values.items() if v is not None and p in inside)))
    changed = gd.replace(made, path, values[path] + data.draw(st.integers(1, 9)))
    expected = {(e.rule.code, e.paths) for e in form.equations if path in e.paths and e.rule.relation == "="}
    equalities = {e.rule.code for e in form.equations if e.rule.relation == "="}
    assert {(code, paths) for code, paths in failing(changed) if code in equalities} == expected


@by_form
@settings(max_examples=COUNT, deadline=None)
@given(data=st.data())
def test_law_4_an_unknown_cell_never_turns_failing_and_silent_into_each_other(form_id: str, data: Any) -> None:
    made, form = data.draw(settled(form_id)), compiled(form_id)
    values = dict(form.values(made.statistics))
    printed = [path for path, value in values.items() if value is not None]
    for path in data.draw(st.lists(st.sampled_from(printed), max_size=3)):
        values[path] = values[path] + data.draw(st.integers(-3, 3)) if values[path] > 3 else values[path]
    before = [judge(equation, values, form).outcome for equation in form.equations]
    values[data.draw(st.sampled_from(printed))] = data.draw(st.sampled_from(list(Absent)))
    after = [judge(equation, values, form).outcome for equation in form.equations]
    turned = set(zip(before, after, strict=True))
    assert (Outcome.FAILS, Outcome.HOLDS) not in turned
    assert (Outcome.HOLDS, Outcome.FAILS) not in turned


@by_form
@settings(max_examples=COUNT, deadline=None)
@given(data=st.data())
def test_law_5_a_parent_is_the_sum_of_its_children_in_any_grouping(form_id: str, data: Any) -> None:
    printed = st.sampled_from([frozenset({row}) for pair in compiled(form_id).alternatives for row in pair] or [None])
    children = data.draw(st.lists(settled(form_id, data.draw(printed)), min_size=2, max_size=4))
    named = [attrs.evolve(c, publisher=gd.model.Publisher(name=f"局{i}")) for i, c in enumerate(children)]
    cut = data.draw(st.integers(1, len(named) - 1))
    flat, left, right = added(named), added(named[:cut]), added(named[cut:])
    assert flat == added([left, right])
    assert not gd.check_rollup(flat, named)
    middle = [attrs.evolve(m, publisher=gd.model.Publisher(name=n)) for m, n in ((left, "甲"), (right, "乙"))]
    assert not gd.check_rollup(flat, middle)


def added(reports: list[gd.Report]) -> gd.Report:
    form = compile_form(type(reports[0].statistics))
    columns = [form.values(r.statistics) for r in reports]
    values = {path: None if v is None else sum(c[path] for c in columns) for path, v in columns[0].items()}
    return report(conformance.with_values(reports[0].statistics, values))


# --- outcomes -----------------------------------------------------------------------------------------------


def test_the_real_report_with_two_wrong_totals() -> None:
    made = of_suite("cn-2021/invalid/2023-hongze.json")
    errors = [one for one in gd.check(made) if one.severity == "error"]
    review, suits = "statistics.challenges.review", "statistics.challenges.litigation_after_review"
    assert [(one.left.paths, one.left.value, one.right.value) for one in errors] == [
        ((f"{review}.total",), 0, 11),
        ((f"{suits}.total",), 0, 5),
    ]
    first = [found.candidates[0].repairs for found in gd.diagnose(made)]
    assert [[(r.path, r.printed, r.needed) for r in repairs] for repairs in first] == [
        [(f"{review}.total", 0, 11)],
        [(f"{suits}.total", 0, 5)],
    ]


def test_the_real_report_that_leaves_zeros_blank() -> None:
    found = rule_findings(of_suite("cn-2019/invalid/2019-shanghai-general-office.json"))
    assert {one.severity for one in found} == {Severity.INFO}
    agreeing = {(one.code, one.agrees_if_blank_is_zero) for one in found}
    assert ("requests-balance", True) in agreeing
    assert ("results-total", True) in agreeing
    assert ("outcomes-total", True) in agreeing
    assert ("applicants-total-missing", None) in agreeing


@by_form
def test_every_document_of_the_suite_gives_its_findings(form_id: str) -> None:
    paths = sorted((SUITE / form_id).glob("*/*.json"))
    documents = [p for p in paths if not p.name.endswith(".findings.json") and p.parent.name != "years"]
    assert len(documents) > 20
    for path in documents:
        beside = path.with_suffix(".findings.json")
        expected = json.loads(beside.read_text("utf-8"))["findings"] if beside.exists() else []
        made = gd.loads(path.read_bytes())
        assert (path.parent.name == "invalid") == bool(expected)
        assert [json.loads(gd.codec.write(one)) for one in rule_findings(made)] == expected, path.name


@by_form
def test_every_rule_is_covered_as_failed_and_as_undecided(form_id: str) -> None:
    seen = {
        (one["code"], one["verdict"])
        for path in (SUITE / form_id).glob("*/*.findings.json")
        for one in json.loads(path.read_text("utf-8"))["findings"]
    }
    form = compiled(form_id)
    codes = {rule.code for rule in (*form.cls.RULES, *form.impossible)}
    assert {(code, verdict) for code in codes for verdict in ("failed", "undecided")} <= seen


def test_sums_beyond_what_json_keeps_are_exact_decimals() -> None:
    most = 2**53 - 1
    made = report(conformance.filled(compiled("cn-2021")))
    for column in ("natural_person", "commercial"):
        made = gd.replace(made, f"statistics.requests.received.{column}", most)
    found = [one for one in rule_findings(made) if one.code == "applicants-total"]
    assert [type(one.right.value) for one in found] == [Decimal]
    assert int(found[0].right.value) >= 2 * most
    assert gd.codec.write(found[0])


# --- diagnosis ----------------------------------------------------------------------------------------------


@by_form
@settings(max_examples=COUNT, deadline=None)
@given(data=st.data())
def test_the_wrong_cell_of_a_filled_table_is_found(form_id: str, data: Any) -> None:
    made, form = data.draw(settled(form_id)), compiled(form_id)
    values = form.values(made.statistics)
    inside = {p for e in form.equations for p in e.paths if e.rule.relation == "=" and e.rule.severity == "error"}
    path = data.draw(st.sampled_from(sorted(p for p, v in values.items() if v is not None and p in inside)))
    changed = gd.replace(made, path, values[path] + data.draw(st.integers(1, 9)))
    (found,) = gd.diagnose(changed)
    repairs = [candidate.repairs for candidate in found.candidates]
    assert [(path, values[path])] in [[(r.path, r.needed) for r in one] for one in repairs]
    # Every explanation that is given holds.
    for one in repairs:
        mended = changed
        for repair in one:
            mended = gd.replace(mended, repair.path, repair.needed)
        assert not [f for f in failing(mended) if f[0] in found.codes]


# --- a form of another country, and a made-up one -------------------------------------------------------------


@pytest.fixture
def with_foia(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(catalog._FORMS, VINTAGE.id, VINTAGE)


@pytest.mark.usefixtures("with_foia")
def test_rows_that_repeat_by_reporting_body() -> None:
    made = report(foia((3, 10, 11, 2), (0, 4, 4, 0)))
    assert gd.loads(gd.dumps(made)) == made
    assert not gd.validate(json.loads(gd.dumps(made)))
    assert not failing(made)
    wrong = gd.replace(made, "statistics.requests.components.1.flow.received", 5)
    assert {code for code, _ in failing(wrong)} == {"foia-flow", "foia-overall"}
    assert "Office B" in " ".join(gd.message(one, "en") for one in gd.check(wrong))
    (found,) = gd.diagnose(wrong)
    assert [(r.path, r.needed) for r in found.candidates[0].repairs] == [
        ("statistics.requests.components.1.flow.received", 4)
    ]
    html = gd.render(made, to="html", locale="en")
    assert "Office A" in html
    assert "&lt;1" in html
    assert 'id="statistics.times.components.1.tracks.simple.median"' in html
    assert "Office A" in gd.render(made, to="markdown", locale="en")
    facts = {fact["path"]: fact for fact in gd.facts(made, "en")}
    assert facts["statistics.times.overall.simple.median"]["absent"] == "<1"
    assert facts["statistics.requests.components.0.flow.received"]["part_of"] == "statistics.requests.overall.received"


@pytest.mark.usefixtures("with_foia")
def test_bounds_count_as_anything_below_them() -> None:
    made = report(foia((1, 1, 1, 1)))
    path = "statistics.times.overall.simple"
    assert not failing(made)
    below = gd.replace(made, f"{path}.highest", LessThan(Decimal(1)))
    assert not failing(below)
    above = gd.replace(below, f"{path}.lowest", Decimal(1))
    assert {code for code, _ in failing(above)} == {"foia-range"}


def test_a_new_form_is_a_declaration_and_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    form_id = _added_form(monkeypatch)
    made = report(gd.blank(form_id), 2031)
    for path, value in (("visits.online", 5), ("visits.in_person", 7), ("visits.total", 13)):
        made = gd.replace(made, f"statistics.{path}", value)
    made = gd.replace(made, "statistics.visits.spent", Decimal("12.50"))
    assert gd.loads(gd.dumps(made)) == made
    assert gd.schema(form_id)["$defs"]["Visits"]["properties"]["online"]["$ref"] == "#/$defs/Count"
    assert [rule["code"] for rule in gd.form_json(form_id)["rules"]] == ["visits-total"]
    assert [one.code for one in gd.check(made) if one.severity == "error"] == ["visits-total"]
    assert gd.diagnose(made)[0].candidates[0].repairs[0].needed == 12
    assert gd.explain("visits-total", "en").title == "Total equals parts"
    for name in ("html", "markdown", "text"):
        assert "In person" in gd.render(made, to=name, locale="en", findings=gd.check(made))
    assert [fact["value"] for fact in gd.facts(made)] == [5, 7, 13, Decimal("12.50")]


def _added_form(monkeypatch: pytest.MonkeyPatch) -> str:
    @attrs.frozen(kw_only=True)
    class Visits:
        online: Annotated[Count, Column("Online", ("Visitors",))]
        in_person: Annotated[Count, Column("In person", ("Visitors",))]
        total: Annotated[Count, Column("Total")]
        spent: Annotated[Amount, Column("Money spent", unit=Unit.CNY)]

    @attrs.frozen(kw_only=True)
    class Made(Statistics):
        FORM: ClassVar[str] = "yy-2030"
        RULES: ClassVar = (
            Sum(
                "visits-total", "Total equals parts", total="visits.total", parts=("visits.online", "visits.in_person")
            ),
        )
        visits: Annotated[Visits, Table("Visits to reading rooms", unit=Unit.PERSON_TIME)]

    vintage = Vintage(id="yy-2030", country="YY", language="en", title="Made up", years=(2030, None), sources=(),
                      contents=(), deadlines=(), statistics=Made)  # fmt: skip
    monkeypatch.setitem(catalog._FORMS, vintage.id, vintage)
    return vintage.id


# --- layout and rendering -------------------------------------------------------------------------------------


def test_the_layout_is_that_of_the_official_form() -> None:
    made = of_suite("cn-2021/invalid/2023-hongze.json")
    proactive, requests, challenges = grids(made.tables(CN2021))
    assert [part.banner.text for part in proactive.parts if part.banner] == [
        "第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项"]  # fmt: skip
    (part,) = requests.parts
    spans = [(c.header.text[:5], c.rowspan, c.colspan) for row in part.head for c in row if c.header]
    assert spans[1:5] == [("申请人情况", 1, 7), ("自然人", 2, 1), ("法人或其他", 1, 5), ("总计", 2, 1)]
    group = next(c for row in part.rows for c in row if c.header and c.header.text == "三、本年度办理结果")
    assert (group.rowspan, group.colspan) == (20, 1)
    assert challenges.width == 15
    assert len(challenges.parts[0].rows) == 1


@by_form
def test_every_cell_stands_in_every_rendering_once(form_id: str) -> None:
    made = report(conformance.filled(compiled(form_id)))
    values = compiled(form_id).values(made.statistics)
    page = gd.render(made, to="html", locale="zh-Hans")
    ids = re.findall(r'<td class="number"[^>]*? id="(statistics[^"]*)"', page)
    assert sorted(ids) == sorted(path for path, value in values.items() if value is not None)


def test_kinds_of_absence_are_printed_apart() -> None:
    made = report(gd.blank(CN2021))
    made = gd.replace(made, "statistics.proactive.licensing.decisions", Absent.NOT_APPLICABLE)
    made = gd.replace(made, "statistics.proactive.punishment.decisions", Absent.UNREADABLE)
    page = gd.render(made, to="html", locale="en")
    cell = r'<td class="absent" id="statistics\.proactive\.{}\.decisions"[^>]*>(.*?)</td>'
    texts = [re.search(cell.format(row), page)[1] for row in ("licensing", "punishment", "coercion")]
    assert texts[2] == ""
    assert "/" in texts[0]
    assert "[" in texts[1]
    assert len(set(texts)) == 3


def test_named_cells_are_marked_and_linked() -> None:
    made = of_suite("cn-2021/invalid/2023-hongze.json")
    page = gd.render(made, to="html", locale="zh-Hans", findings=gd.check(made))
    assert 'class="number error" id="statistics.challenges.review.total"' in page
    assert 'href="#statistics.challenges.review.total"' in page


def test_printed_words_and_rows_outside_the_form_are_kept() -> None:
    made = of_suite("cn-2021/valid/printed-and-extra.json")
    for name in ("html", "markdown", "text"):
        page = gd.render(made, to=name, locale="zh-Hans")
        assert "其中修订1件" in page
        assert "另行填报" in page
        assert "3（含历史数据）" in page


@pytest.mark.parametrize("many", [1, 2, 30])
@pytest.mark.parametrize("form_id", WITH_TABLES)
def test_every_row_covers_all_columns_whatever_a_row_beyond_the_form_holds(form_id: str, many: int) -> None:
    empty = gd.blank(form_id)
    for table in compiled(form_id).tables:
        extra = Extra(table=table.path, after=table.rows[0].path, labels=("另行填报",), cells=("7",) * many)
        for part in (part for grid in grids(attrs.evolve(empty, extra=(extra,))) for part in grid.parts):
            places = [0] * (len(part.head) + len(part.rows))
            for number, row in enumerate(placed([*part.head, *part.rows])):
                for _, cell in row:
                    for below in range(number, number + cell.rowspan):
                        places[below] += cell.colspan
            assert set(places) == {part.width}
            bodies = [[column for column, cell in row if cell.path] for row in placed(part.rows)]
            assert all(min(row) >= part.depth for row in bodies if row)


def test_facts_of_several_reports() -> None:
    made = of_suite("cn-2021/invalid/2023-hongze.json")
    rows = gd.facts([made, made], "zh-Hans")
    assert len(rows) == 2 * (200 - 14)  # the three rows of other handling are one
    row = next(r for r in rows if r["path"] == "statistics.requests.results.unable.not_held.natural_person")
    assert row["value"] == 10
    assert row["label"].endswith("1.本机关不掌握相关政府信息 / 申请人情况 / 自然人")
    assert row["part_of"] == "statistics.requests.results.total.natural_person"


def test_equations_are_told_once_each() -> None:
    form = compiled("cn-2021")
    assert len({equation.paths for equation in form.equations}) == len(form.equations)
    assert all(isinstance(equation, Equation) for equation in form.equations)
    assert isinstance(FOIA.RULES, tuple)
