"""How well the diagnosis finds wrong cells: made tables with numbers changed, counted.

python scripts/measure_diagnosis.py           prints the table
python scripts/measure_diagnosis.py --write   writes it into docs/tables.md
"""

import argparse
import random
from datetime import date
from pathlib import Path

import conformance
import govdisclosure as gd
from govdisclosure import catalog
from govdisclosure.cell import Absent, CellValue
from govdisclosure.form import Form, TableForm
from govdisclosure.model import Period

PAGE = Path(__file__).resolve().parent.parent / "docs" / "tables.md"
BEGIN, END = "<!-- diagnosis: begin -->", "<!-- diagnosis: end -->"
TABLES = 500
HEADER = (
    "| form | table | zeros | wrong cells | tables | fail | true cells first | among those given | no explanation |"
)


def made(form: Form, chance: random.Random) -> gd.Report:
    """A report as they are: most cells zero, the others small, all sums right."""
    printed = {chance.choice(pair) for pair in form.alternatives}
    empty = conformance.with_rows(gd.blank(form.cls), printed)
    values: dict[str, CellValue | None] = {}
    for index, (path, value) in enumerate(form.values(empty).items()):
        number = chance.choice((0, 0, 0, 0, chance.randrange(1, 10), chance.randrange(1, 200)))
        kind = form.cells[path].kind
        values[path] = None if value is None else conformance.sample_value(index, kind) if kind.exact else number
    statistics = conformance.with_values(empty, conformance.settled(form, values, empty))
    period = Period(start=date(2023, 1, 1), end=date(2023, 12, 31))
    return gd.Report(form=form.id, year=2023, period=period, statistics=statistics)


def changed(value: int, chance: random.Random) -> int:
    """A slip: one digit too many or too few, another digit, nothing at all, some more or less."""
    slips = {value * 10, value // 10, 0, value + 10 ** chance.randrange(2), value + chance.randrange(1, 10)}
    slips |= {max(0, value - chance.randrange(1, 10))}
    return chance.choice(sorted(slips - {value}))


def row(form: Form, table: TableForm, *, blank: bool, wrong: int) -> str:
    """One line of the table."""
    chance = random.Random(f"{form.id} {table.path} {blank} {wrong}")  # noqa: S311 - the same tables every time
    equations = [e for e in form.equations if e.rule.relation == "=" and e.table == table.path]
    inside = sorted({path for equation in equations for path in equation.paths})
    fail = first = given = none = 0
    for _ in range(TABLES):
        report = made(form, chance)
        values = form.values(report.statistics) if report.statistics else {}
        cells = chance.sample([path for path in inside if values[path] is not None], wrong)
        broken = values | {path: changed(int(values[path]), chance) for path in cells}  # type: ignore[arg-type]
        if blank:
            broken = {p: Absent.BLANK if v == 0 and p in inside and p not in cells else v for p, v in broken.items()}
        assert report.statistics is not None  # noqa: S101 - made above
        statistics = conformance.with_values(report.statistics, broken)
        found = gd.diagnose(gd.replace(report, "statistics", statistics))
        explained = [[{r.path: r.needed for r in c.repairs} for c in one.candidates] for one in found]
        truth = {path: values[path] for path in cells}
        fail += bool(found)
        none += any(not candidates for candidates in explained)
        best: dict[str, object] = {}
        for candidates in explained:
            best |= candidates[0] if candidates else {}
        first += best == truth
        given += all(any(p in c and c[p] == v for cs in explained for c in cs) for p, v in truth.items())
    zeros = "blank" if blank else "filled"
    return f"| {form.id} | {table.mark.title} | {zeros} | {wrong} | {TABLES} | {fail} | {first} | {given} | {none} |"


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Measure the diagnosis of wrong cells.")
    parser.add_argument("--write", action="store_true", help="write the table into docs/tables.md")
    forms = [form for name in catalog.FORMS if (form := catalog.tables(name))]
    lines = [HEADER, "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for form in forms:
        ruled = {equation.table for equation in form.equations if equation.rule.relation == "="}
        tables = [table for table in form.tables if table.path in ruled]
        cases = [(blank, wrong) for blank in (False, True) for wrong in (1, 2)]
        lines += [row(form, table, blank=blank, wrong=wrong) for table in tables for blank, wrong in cases]
    table = "\n".join(lines)
    print(table)
    if parser.parse_args().write:
        text = PAGE.read_text("utf-8")
        head, _, rest = text.partition(BEGIN)
        tail = rest.partition(END)[2]
        PAGE.write_text(f"{head}{BEGIN}\n{table}\n{END}{tail}", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
