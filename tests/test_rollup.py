"""rollup: a parent is the sum of its children in any grouping, and says what each of its cells rests on."""

import csv
import io
import json
import random
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.command import govdisclosure
from tests.printable import printed_tables
from tests.tables import WITH_TABLES, by_form, compiled, report, settled_by_seed
from tests.tools import examples
from tests.workbooks import fill, official_rows

import conformance
import govdisclosure as gd
from govdisclosure.aggregate import coverage_csv
from govdisclosure.cell import Absent, CellValue
from govdisclosure.form import ROOT
from govdisclosure.model import Axis, Extra, Publisher, Statistics
from govdisclosure.readers.bodies import publisher_of

NAMES = ("清河县教育局", "清河县水利局", "清河县卫生健康委员会", "石桥镇人民政府", "柳林乡人民政府")


def named(tables: Statistics, name: str) -> gd.Report:
    return attrs.evolve(report(tables), publisher=publisher_of(name))


@cache
def settled(form_id: str, seed: int) -> gd.Report:
    return settled_by_seed(form_id, seed)


@cache
def alike(form_id: str) -> tuple[gd.Report, ...]:
    """Reports that print the rows of the form itself."""
    rows = official_rows(form_id)
    made = (settled(form_id, seed) for seed in range(60))
    return tuple(one for one in made if rows <= _printed(one))[:8]


def _printed(made: gd.Report) -> set[str]:
    values = compiled(made.form).values(made.statistics)
    return {row for row in official_rows(made.form) if any(p.startswith(f"{row}.") and values[p] is not None
                                                           for p in values)}  # fmt: skip


def with_cell(made: gd.Report, path: str, value: CellValue) -> gd.Report:
    return gd.replace(made, path, value)


def codes(made: gd.Rollup) -> set[str]:
    return {one.code for one in made.findings}


def first_cell(form_id: str) -> str:
    return next(iter(compiled(form_id).cells))


# --- law 5


@pytest.mark.parametrize("form_id", WITH_TABLES)
@settings(max_examples=examples(50, 1_000), deadline=None)
@given(data=st.data())
def test_any_grouping_gives_the_same(form_id: str, data: Any) -> None:
    """With every kind of cell, and with rows that stand in place of others."""
    many = data.draw(st.integers(1, 6))
    children = [named(data.draw(printed_tables(form_id)), f"局{number}") for number in range(many)]
    whole = gd.rollup(children)
    cuts = sorted(data.draw(st.sets(st.integers(1, many), max_size=3)) | {many})
    groups = [children[start:end] for start, end in zip([0, *cuts], cuts, strict=False)]
    made = [gd.rollup(group) for group in groups]
    # A sum that no cell holds is unreadable, and what it would have been cannot be added further.
    assume("rollup-too-large" not in codes(whole).union(*map(codes, made)))
    middle = [attrs.evolve(one.report, publisher=Publisher(name=f"组{number}")) for number, one in enumerate(made)]
    assert gd.rollup(middle).report.statistics == whole.report.statistics
    assert gd.rollup(data.draw(st.permutations(children))).report.statistics == whole.report.statistics
    assert gd.loads(gd.dumps(whole.report)) == whole.report
    assert not gd.validate(json.loads(gd.dumps(whole.report)))


@by_form
def test_sums_by_an_oracle(form_id: str) -> None:
    children = [named(one.statistics, name) for one, name in zip(alike(form_id), NAMES, strict=False)]
    made = gd.rollup(children, publisher="清河县人民政府")
    values = [compiled(form_id).values(child.statistics) for child in children]
    for path, value in compiled(form_id).values(made.report.statistics).items():
        said = [one[path] for one in values if one[path] is not None]
        assert value == (
            sum(said, Decimal(0)) if said and isinstance(said[0], Decimal) else sum(said) if said else None
        )
    assert made.complete
    assert made.findings == ()
    assert {one.counted for one in made.coverage} == {len(children)}
    assert gd.check_rollup(made.report, children) == ()
    assert made.report.publisher == publisher_of("清河县人民政府")
    assert (made.report.form, made.report.year) == (form_id, children[0].year)


# --- what a cell rests on


@by_form
@pytest.mark.parametrize("absent", [Absent.BLANK, Absent.UNREADABLE])
def test_a_number_that_is_not_given_is_never_zero(form_id: str, absent: Absent) -> None:
    path = first_cell(form_id)
    children = [named(one.statistics, name) for one, name in zip(alike(form_id), NAMES, strict=False)]
    others = sum(gd.value(child, path) for child in children[1:])
    made = gd.rollup([with_cell(children[0], path, absent), *children[1:]])
    assert gd.value(made.report, path) == others
    one = next(one for one in made.coverage if one.path == path)
    assert (one.counted, one.missing) == (len(children) - 1, (NAMES[0],))
    partial = [one for one in made.findings if one.code == "rollup-partial"]
    assert [(f.paths, f.params["bodies"]) for f in partial] == [((path,), NAMES[0])]
    assert NAMES[0] in gd.message(partial[0], "zh-Hans")
    nobody = gd.rollup([with_cell(child, path, absent) for child in children])
    assert gd.value(nobody.report, path) is Absent.BLANK


def test_what_does_not_apply_is_not_missing() -> None:
    path = first_cell("cn-2021")
    children = [named(one.statistics, name) for one, name in zip(alike("cn-2021"), NAMES, strict=False)]
    none = [with_cell(child, path, Absent.NOT_APPLICABLE) for child in children]
    made = gd.rollup([none[0], *children[1:]])
    assert made.complete
    assert gd.value(made.report, path) == sum(gd.value(child, path) for child in children[1:])
    one = next(one for one in made.coverage if one.path == path)
    assert one.not_applicable == (NAMES[0],)
    assert gd.value(gd.rollup(none).report, path) is Absent.NOT_APPLICABLE
    assert gd.value(gd.rollup([*none[1:], with_cell(none[0], path, Absent.BLANK)]).report, path) is Absent.BLANK


def test_bodies_that_are_missing_doubled_or_not_expected() -> None:
    children = [named(one.statistics, name) for one, name in zip(alike("cn-2021"), NAMES[:3], strict=False)]
    made = gd.rollup([*children, children[0]], expected=[*NAMES[:2], "望澜乡人民政府"])
    assert made.missing == ("望澜乡人民政府",)
    assert made.children == NAMES[:3]
    assert {"rollup-doubled", "rollup-missing", "rollup-unexpected", "rollup-partial"} == codes(made)
    assert all(one.missing == ("望澜乡人民政府",) and one.counted == 3 for one in made.coverage if one.counted)
    assert gd.rollup(children).report.statistics == made.report.statistics


def test_a_report_without_tables_gives_no_number() -> None:
    children = [named(one.statistics, name) for one, name in zip(alike("cn-2021"), NAMES[:2], strict=False)]
    made = gd.rollup([children[0], attrs.evolve(children[1], statistics=None)])
    assert made.report.statistics == children[0].statistics
    assert {one.missing for one in made.coverage} == {(NAMES[1],)}


def test_rows_in_place_of_others_are_joined() -> None:
    """Some print one row, others the rows that it stands for: the parent prints the one."""
    rows = {row: settled_by_rows(row) for pair in compiled("cn-2021").alternatives for row in pair}
    (several, one), divided, undivided = compiled("cn-2021").alternatives[0], *rows.values()
    made = gd.rollup([divided, undivided])
    values = compiled("cn-2021").values(made.report.statistics)
    below = compiled("cn-2021").values(divided.statistics)
    beside = compiled("cn-2021").values(undivided.statistics)
    for path, value in values.items():
        if path.startswith(f"{several}."):
            assert value is None
        elif path.startswith(f"{one}."):
            tail = path.rpartition(".")[2]
            parts = [below[p] for p in below if p.startswith(f"{several}.") and p.endswith(f".{tail}")]
            assert value == beside[path] + sum(parts)
    assert "rollup-rows-joined" in codes(made)
    assert not [one for one in gd.check(made.report) if one.verdict == "failed"]


def settled_by_rows(row: str) -> gd.Report:
    made = next(
        one for one in (settled("cn-2021", seed) for seed in range(60))
        if any(path.startswith(f"{row}.") and value is not None
               for path, value in compiled("cn-2021").values(one.statistics).items())
    )  # fmt: skip
    return attrs.evolve(made, publisher=publisher_of(f"{row}局"))


def test_rows_beyond_the_form_are_told() -> None:
    first, second = (named(one.statistics, name) for one, name in zip(alike("cn-2021"), NAMES[:2], strict=False))
    extra = Extra(table=f"{ROOT}.requests", axis=Axis.ROW, labels=("其他",), cells=("3",))
    odd = attrs.evolve(first, statistics=attrs.evolve(first.statistics, extra=(extra,)))
    made = gd.rollup([odd, second])
    assert codes(made) == {"rollup-extra"}
    assert made.report.statistics.extra == ()


def test_a_sum_that_no_cell_can_hold() -> None:
    path = first_cell("cn-2021")
    children = [named(one.statistics, name) for one, name in zip(alike("cn-2021"), NAMES[:2], strict=False)]
    made = gd.rollup([with_cell(child, path, 2**53 - 1) for child in children])
    assert gd.value(made.report, path) is Absent.UNREADABLE
    assert codes(made) == {"rollup-too-large"}
    gd.loads(gd.dumps(made.report))


def test_only_like_reports_are_added_up() -> None:
    children = {f"{name}.json": named(one.statistics, name) for one, name in zip(alike("cn-2021"), NAMES, strict=False)}
    odd = attrs.evolve(children["清河县水利局.json"], year=2022)
    with pytest.raises(gd.UnlikeReports) as caught:
        gd.rollup({**children, "别.json": odd})
    assert "别.json" in str(caught.value)
    assert "2022" in str(caught.value)
    with pytest.raises(gd.UnlikeReports, match="no report"):
        gd.rollup([])
    with pytest.raises(gd.WrongForm):
        gd.rollup([gd.read("1. 2010年政府信息公开年度报告\n".encode()).report])


# --- the command


def reports_in(folder: Path, many: int = 3) -> list[gd.Report]:
    """Children in a folder, each in another format."""
    children = [named(one.statistics, name) for one, name in zip(alike("cn-2021"), NAMES[:many], strict=False)]
    folder.mkdir()
    gd.dump(children[0], folder / "1.json")
    (folder / "2.xlsx").write_bytes(fill(children[1]))
    for number, child in enumerate(children[2:], 3):
        (folder / f"{number}.html").write_text(gd.render(child, to="html"), "utf-8")
    return children


def test_a_folder_is_added_up(tmp_path: Path) -> None:
    children = reports_in(tmp_path / "in")
    out, coverage = tmp_path / "in" / "parent.json", tmp_path / "coverage.csv"
    arguments = ("rollup", tmp_path / "in", "-o", out, "--coverage", coverage, "--publisher", "清河县人民政府")
    for _ in range(2):  # the second time its own result lies in the folder
        done = govdisclosure(*arguments)
        assert done.code == 0, done.error
        made = gd.load(out)
        assert compiled("cn-2021").values(made.statistics) == compiled("cn-2021").values(
            gd.rollup(children).report.statistics
        )
        assert made.publisher.name == "清河县人民政府"
        assert "Reports added up: 3;" in done.error
    lines = list(csv.DictReader(io.StringIO(coverage.read_text("utf-8"), newline="")))
    assert {(line["counted"], line["children"], line["missing"]) for line in lines} == {("3", "3", "")}


def test_a_folder_in_which_a_report_is_missing(tmp_path: Path) -> None:
    reports_in(tmp_path / "in")
    expected = tmp_path / "expected.txt"
    expected.write_text("\n".join(NAMES), "utf-8")
    done = govdisclosure("rollup", tmp_path / "in", "-o", tmp_path / "p.json", "--expected", expected, "--lang",
                         "zh-Hans", "--fail-on", "warning")  # fmt: skip
    assert done.code == 3
    assert all(name in done.error for name in NAMES[3:])
    assert (tmp_path / "p.json").exists()


def test_nothing_is_written_where_a_report_cannot_be_read(tmp_path: Path) -> None:
    reports_in(tmp_path / "in")
    (tmp_path / "in" / "4.xlsx").write_bytes(b"PK\x03\x04")
    done = govdisclosure("rollup", tmp_path / "in", "-o", tmp_path / "p.json", "--coverage", tmp_path / "c.csv")
    assert done.code == 5
    assert "4.xlsx" in done.error
    assert not (tmp_path / "p.json").exists()
    assert not (tmp_path / "c.csv").exists()
    (tmp_path / "in" / "4.xlsx").unlink()
    (tmp_path / "in" / "4.txt").write_text("没有年份的文字", "utf-8")
    done = govdisclosure("rollup", tmp_path / "in", "-o", tmp_path / "p.json")
    assert done.code == 3
    assert not (tmp_path / "p.json").exists()


def test_the_parent_is_checked_before_it_is_announced(tmp_path: Path) -> None:
    """One child's sums are wrong, and so are those of the parent that is made of them."""
    children = reports_in(tmp_path / "in")
    path = "statistics.requests.received.total"
    gd.dump(gd.replace(children[0], path, gd.value(children[0], path) + 1), tmp_path / "in" / "1.json")
    done = govdisclosure("rollup", tmp_path / "in", "-o", tmp_path / "p.json")
    assert done.code == 3
    refused = govdisclosure("check", tmp_path / "p.json")
    assert refused.code == 3
    assert set(refused.out.decode().splitlines()) <= set(done.error.splitlines())
    named = [line for line in done.error.splitlines() if line.startswith("The command check finds errors in")]
    assert len(named) == 1
    assert "1.json" in named[0]
    assert govdisclosure("rollup", tmp_path / "in", "-o", tmp_path / "p.json", "--fail-on", "never").code == 0


def test_unlike_reports_are_named_by_their_files(tmp_path: Path) -> None:
    children = reports_in(tmp_path / "in")
    gd.dump(attrs.evolve(children[0], year=2024), tmp_path / "in" / "5.json")
    done = govdisclosure("rollup", tmp_path / "in", "-o", tmp_path / "p.json")
    assert done.code == 2
    assert "5.json" in done.error
    assert not (tmp_path / "p.json").exists()


def test_template_and_read_by_the_command(tmp_path: Path) -> None:
    out = tmp_path / "form.xlsx"
    assert govdisclosure("template", "cn-2021", "-o", out, "--locale", "en").code == 0
    assert out.read_bytes() == gd.template("cn-2021", locale="en")
    assert govdisclosure("template", "cn-2008", "-o", tmp_path / "no.xlsx").code == 2
    assert not (tmp_path / "no.xlsx").exists()
    child = named(alike("cn-2021")[0].statistics, NAMES[0])
    (tmp_path / "filled.xlsx").write_bytes(fill(child))
    assert govdisclosure("read", tmp_path / "filled.xlsx", "-o", tmp_path / "r.json").code == 0
    assert gd.load(tmp_path / "r.json").statistics == child.statistics


def test_coverage_runs_nothing() -> None:
    children = [named(one.statistics, name) for one, name in zip(alike("cn-2021"), ("=1+1", "@x"), strict=False)]
    made = gd.rollup([with_cell(child, first_cell("cn-2021"), Absent.BLANK) for child in children])
    cells = [cell for line in csv.reader(io.StringIO(coverage_csv(made), newline="")) for cell in line]
    assert "'=1+1; @x" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "@"))]


def shuffled(reports: Sequence[gd.Report], seed: int) -> list[gd.Report]:
    return random.Random(seed).sample(list(reports), len(reports))  # noqa: S311 - tests


def test_the_same_children_in_any_order() -> None:
    children = [named(one.statistics, name) for one, name in zip(alike("cn-2019"), NAMES, strict=False)]
    wanted = gd.dumps(gd.rollup(children).report)
    assert {gd.dumps(gd.rollup(shuffled(children, seed)).report) for seed in range(5)} == {wanted}


def test_conformance_reports_are_added_to_themselves() -> None:
    """Every form's largest report, twice."""
    for form_id in WITH_TABLES:
        one = conformance.report(form_id, conformance.filled(compiled(form_id)))
        made = gd.rollup([attrs.evolve(one, publisher=Publisher(name=name)) for name in "甲乙"])
        assert made.complete
