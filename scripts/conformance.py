"""The conformance suite: documents of every form with tables, and what has to be found in each.

Imported by scripts/schemas.py, which writes the suite into schemas/conformance/. Most documents are made from the
rules of the form, so that each rule fails once and is undecided once; those under ``REAL`` are the numbers of
published reports, typed in by hand.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import attrs

from govdisclosure import Report, blank, catalog, dumps
from govdisclosure.cell import Absent, CellValue
from govdisclosure.checks import TABLE_CHECKS, check_years
from govdisclosure.codec import write
from govdisclosure.declare import MAX_COUNT, CellKind, ImpossibleFor
from govdisclosure.finding import Finding
from govdisclosure.form import Equation, Form, blank_of
from govdisclosure.model import AdministrativeLevel, Extra, Identifier, IdentifierScheme, Period, Publisher, Statistics
from govdisclosure.shape import Cell, Many, Maybe, Record, fields_of
from real_reports import REAL

Values = dict[str, CellValue | None]
#: Passes in which totals and balances follow from the other cells; forms need two or three.
_PASSES = 12


# --- tables whose sums hold -------------------------------------------------------------------------------


def settled(form: Form, values: Values, statistics: Statistics) -> Values:
    """Values whose totals, balances and bounds hold: totals are added up, balances set by their first free cell."""
    equations = form.expanded(form.equations, statistics)
    totals = {equation.left[0]: equation.right[0] for equation in equations if equation.rule.has_total}
    for _ in range(_PASSES):
        before = dict(values)
        for equation in equations:
            _settle(equation, values, totals)
        if values == before:
            return values
    raise ValueError(f"{form.id}: the rules do not settle")


def _settle(equation: Equation, values: Values, totals: Mapping[str, str]) -> None:
    left, right = (sum(_number(values, path) for path in side) for side in (equation.left, equation.right))
    first = equation.left[0]
    if equation.rule.relation == "<=":
        if left > right and first not in totals:
            values[first] = right
        elif left > right:  # a total follows from its parts: raise the whole, or a part of it
            whole = totals.get(equation.right[0], equation.right[0])
            values[whole] = _number(values, whole) + left - right
    elif equation.rule.has_total:
        if values[first] is not None:
            values[first] = right
    elif left != right:
        free = next((path for path in equation.left if path not in totals), None)
        if free is None:  # the column of totals follows from the others
            return
        values[free] = _number(values, free) + right - left
        if _number(values, free) < 0:  # the other side takes what is too much
            other = next(path for path in equation.right if path not in totals)
            values[other] = _number(values, other) - _number(values, free)
            values[free] = 0


def _number(values: Mapping[str, CellValue | None], path: str) -> Any:
    value = values[path]
    return value if isinstance(value, int | Decimal) and not isinstance(value, Absent) else 0


def with_values(statistics: Statistics, values: Mapping[str, CellValue | None]) -> Statistics:
    """The statistics with these cells, by path; rows that are ``None`` stay so."""
    made: Statistics = _filled(statistics, "statistics", values)
    return made


def _filled(here: Any, path: str, values: Mapping[str, CellValue | None]) -> Any:
    changes: dict[str, Any] = {}
    for field in fields_of(type(here)):
        inner, below = getattr(here, field.name), f"{path}.{field.name}"
        shape = field.shape.item if isinstance(field.shape, Maybe) else field.shape
        if isinstance(shape, Cell):
            changes[field.name] = values[below]
        elif isinstance(shape, Record) and inner is not None:
            changes[field.name] = _filled(inner, below, values)
        elif isinstance(shape, Many) and isinstance(shape.item, Record) and inner and below in _parents(values):
            changes[field.name] = tuple(_filled(item, f"{below}.{i}", values) for i, item in enumerate(inner))
    return attrs.evolve(here, **changes)


def _parents(values: Mapping[str, CellValue | None]) -> set[str]:
    return {".".join(path.split(".")[:length]) for path in values for length in range(2, path.count(".") + 1)}


def with_rows(here: Any, printed: set[str], path: str = "statistics") -> Any:
    """The statistics with the optional rows named by their paths, blank."""
    changes: dict[str, Any] = {}
    for field in fields_of(type(here)):
        below, inner = f"{path}.{field.name}", getattr(here, field.name)
        if isinstance(field.shape, Maybe) and isinstance(field.shape.item, Record) and below in printed:
            changes[field.name] = blank_of(field.shape.item.cls)
        elif attrs.has(type(inner)):
            changes[field.name] = with_rows(inner, printed, below)
    return attrs.evolve(here, **changes)


def sample_value(index: int, kind: CellKind) -> CellValue:
    """A number for the cell at this place of the form: small, and different from its neighbours."""
    number = (index * 7 + index // 5) % 23 + 1
    if kind.exact:
        return Decimal(number * 100 + index % 97).scaleb(-2)
    return number - 9 if kind.low < 0 else number


def filled(form: Form, printed: set[str] | None = None) -> Statistics:
    """Tables of a form in which every cell has a number and every rule holds."""
    rows = {first for first, _ in form.alternatives} if printed is None else printed
    empty = with_rows(blank(form.cls), rows)
    values: Values = {
        path: None if value is None else sample_value(index, form.cells[path].kind)
        for index, (path, value) in enumerate(form.values(empty).items())
    }
    return with_values(empty, settled(form, values, empty))


# --- the suite --------------------------------------------------------------------------------------------


def report(form_id: str, statistics: Statistics | None, **more: Any) -> Report:
    """A report that consists of tables alone, for the first year of its form."""
    year = more.pop("year", catalog.form(form_id).years[0])
    period = Period(start=date(year, 1, 1), end=date(year, 12, 31))
    return Report(form=form_id, year=year, period=period, statistics=statistics, **more)


def found(made: Report) -> list[Finding]:
    """What a program that runs the published rules has to find."""
    return [one for looks in TABLE_CHECKS for one in looks(made)]


def suite(form_id: str) -> Iterator[tuple[str, str]]:
    """Every file of a form's suite: its path below the form's folder, and its text."""
    form = catalog.tables(form_id)
    if form is None:
        return
    for name, made in {**_generated(form_id, form), **dict(_real(form_id, form))}.items():
        findings = found(made)
        yield f"{'invalid' if findings else 'valid'}/{name}.json", _pretty(dumps(made))
        if findings:
            yield f"invalid/{name}.findings.json", _findings(findings)
    for name, (earlier, later) in _years(form_id, form):
        pair = {"earlier": _plain(earlier), "later": _plain(later)}
        yield f"years/{name}.json", json.dumps(pair, ensure_ascii=False, indent=1) + "\n"
        yield f"years/{name}.findings.json", _findings(list(check_years([earlier, later])))


def _real(form_id: str, form: Form) -> Iterator[tuple[str, Report]]:
    for name, document in REAL.items():
        if document["form"] == form_id:
            empty = with_rows(blank(form.cls), set(document["rows"]))
            values = {path: None if v is None else Absent.BLANK for path, v in form.values(empty).items()}
            if unknown := document["values"].keys() - values.keys():
                raise ValueError(f"{name}: no such cells: {unknown}")
            yield name, report(form_id, with_values(empty, values | document["values"]), year=document["year"])


def _pretty(text: str) -> str:
    return json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"


def _plain(made: Report) -> Any:
    return json.loads(dumps(made))


def _findings(findings: list[Finding]) -> str:
    return json.dumps({"findings": [json.loads(write(one)) for one in findings]}, ensure_ascii=False, indent=1) + "\n"


def _generated(form_id: str, form: Form) -> dict[str, Report]:
    base = filled(form)
    values = form.values(base)
    made = {
        "filled": report(form_id, base),
        "no-tables": report(form_id, None),
        "zeros": report(form_id, with_values(base, {p: _zero(form, p, v) for p, v in values.items()})),
        "all-blank": report(form_id, blank(form.cls)),
        "all-not-applicable": report(form_id, _all(base, values, Absent.NOT_APPLICABLE)),
        "all-unreadable": report(form_id, _all(base, values, Absent.UNREADABLE)),
        "every-rule-fails": report(form_id, _every_rule_fails(form, base)),
        "printed-and-extra": report(form_id, _with_words(form, base)),
    }
    for first, second in form.alternatives:
        made[f"only-{second.rpartition('.')[2]}"] = report(form_id, filled(form, {second}))
        made[f"only-{first.rpartition('.')[2]}"] = report(form_id, filled(form, {first}))
        made["rows-alternative-both"] = report(form_id, filled(form, {first, second}))
        made["rows-alternative-none"] = report(form_id, filled(form, set()))
    made["sums-beyond-integers"] = report(form_id, with_values(base, values | _largest(form)))
    for rule in form.impossible:
        made |= {f"{rule.code}-{name}": one for name, one in _impossible(form_id, form, rule, base).items()}
    first_of: dict[str, Equation] = {}
    for equation in form.equations:
        first_of.setdefault(equation.rule.code, equation)
    for code, equation in first_of.items():
        for case, changed in _cases(equation, values).items():
            made[f"{code}-{case}"] = report(form_id, with_values(base, values | changed))
    return made


def _largest(form: Form) -> Values:
    """Parts that add up to more than an integer that every JSON reader keeps."""
    parts = next(e.right for e in form.equations if e.rule.has_total and not form.cells[e.right[0]].kind.exact)
    return dict.fromkeys(parts, MAX_COUNT)


def _impossible(form_id: str, form: Form, rule: ImpossibleFor, base: Statistics) -> dict[str, Report]:
    """A body that cannot fill certain cells, by its kind, its level or both; and a body that can."""
    values = form.values(base)
    cells = [path for path in rule.cells if values[path] is not None]
    both = Publisher(name="某镇人民政府", kind=rule.kinds[0], level=rule.levels[0])

    def held(cell: CellValue) -> Statistics:
        return with_values(base, values | dict.fromkeys(cells, cell))

    return {
        "fails": report(form_id, base, publisher=both),
        "fails-by-kind": report(form_id, base, publisher=Publisher(name="某镇人民政府", kind=rule.kinds[0])),
        "fails-by-level": report(form_id, base, publisher=Publisher(name="某县人民政府", level=rule.levels[-1])),
        "other-body": report(form_id, base, publisher=Publisher(name="某部", level=AdministrativeLevel.NATIONAL)),
        "zeros": report(form_id, held(0), publisher=both),
        "undecided": report(form_id, _all(base, values, Absent.BLANK), publisher=both),
        "undecided-unreadable": report(form_id, held(Absent.UNREADABLE), publisher=both),
    }


def _zero(form: Form, path: str, value: CellValue | None) -> CellValue | None:
    return None if value is None else Decimal("0.00") if form.cells[path].kind.exact else 0


def _all(base: Statistics, values: Mapping[str, CellValue | None], absent: Absent) -> Statistics:
    return with_values(base, {path: None if value is None else absent for path, value in values.items()})


def _cases(equation: Equation, values: Mapping[str, CellValue | None]) -> dict[str, Values]:
    """One cell changed so that the equation fails, cannot be decided, or lacks its total."""
    left, right = equation.left[0], next(path for path in equation.right if values[path] is not None)
    above = _number(values, left) + 1 + sum(_number(values, path) for path in equation.right)
    cases: dict[str, Values] = {
        "fails": {left: above},
        "undecided": {right: Absent.BLANK},
        "undecided-unreadable": {right: Absent.UNREADABLE},
        # Blanks cannot make a sum smaller.
        "fails-with-blank": {right: above + 1000, equation.right[-1]: Absent.BLANK}
        if equation.rule.relation == "=" and len(equation.right) > 1
        else {left: above},
    }
    if len(equation.left) > 1:  # the known cells of the left side are more than all of the right
        cases["fails-with-blank-left"] = {left: above + 1000, equation.left[-1]: Absent.BLANK}
    if equation.rule.has_total:
        cases["missing"] = {left: Absent.BLANK}
        cases["missing-in-part"] = {left: Absent.BLANK, right: Absent.BLANK}
    return cases


def _every_rule_fails(form: Form, base: Statistics) -> Statistics:
    """Every first cell of a left side far above the rest."""
    values = form.values(base)
    for step, equation in enumerate(form.equations):
        kind = form.cells[equation.left[0]].kind
        values[equation.left[0]] = Decimal(10_000 * (step + 1)) if kind.exact else 10_000 * (step + 1)
    return with_values(base, values)


def _with_words(form: Form, base: Statistics) -> Statistics:
    """A note in a cell, and a row that the form does not have."""
    first = next(iter(form.cells))
    table = form.tables[0]
    extra = Extra(table=table.path, after=table.rows[0].path, labels=("另行填报",), cells=("3（含历史数据）",))
    return attrs.evolve(base, printed={first: f"{form.values(base)[first]}（其中修订1件）"}, extra=(extra,))


def _years(form_id: str, form: Form) -> Iterator[tuple[str, tuple[Report, Report]]]:
    """Two years in which every rule between years holds, fails, and cannot be decided; and two that do not join."""
    if not form.year_equations:
        return
    base, year = filled(form), catalog.form(form_id).years[0]
    values = form.values(base)
    before = dict(values)
    for equation in form.year_equations:
        # What last year's cells have to add up to for this year's to follow.
        first, *rest = equation.previous
        needed = sum(_number(values, path) for path in equation.left) - sum(
            _number(values, path) for path in equation.right
        )
        before[first] = needed - sum(_number(before, path) for path in rest)
        if _number(before, first) < form.cells[first].kind.low:
            before[rest[0] if rest else first] = needed
            before[first] = 0
    wrong = before | {e.previous[0]: _number(before, e.previous[0]) + 1 for e in form.year_equations}
    unknown = before | {path: Absent.BLANK for e in form.year_equations for path in e.previous}
    later = report(form_id, base, year=year + 1)
    for name, earlier in (("carried-over", before), ("every-rule-fails", wrong), ("undecided", unknown)):
        yield name, (report(form_id, with_values(base, earlier), year=year), later)
    failing = report(form_id, with_values(base, wrong), year=year)
    for absent in Absent:
        this = values | {path: absent for e in form.year_equations for path in e.paths}
        blank_later = report(form_id, with_values(base, this), year=year + 1)
        yield f"undecided-{absent.value.replace('_', '-')}-later", (failing, blank_later)
    one, other = (Publisher(name=name) for name in ("甲局", "乙局"))
    yield "same-body", (attrs.evolve(failing, publisher=one), attrs.evolve(later, publisher=one))
    yield "other-body", (attrs.evolve(failing, publisher=one), attrs.evolve(later, publisher=other))
    scheme = IdentifierScheme.ORGANIZATION_CODE
    first, second = (Identifier(scheme=scheme, value=value) for value in ("00001312-7", "00001329-0"))
    bodies = [Publisher(name=n, identifiers=(i,)) for n, i in (("甲局", first), ("甲委员会", first), ("甲局", second))]
    yield "renamed-body", (attrs.evolve(failing, publisher=bodies[0]), attrs.evolve(later, publisher=bodies[1]))
    yield "body-of-one-name", (attrs.evolve(failing, publisher=bodies[0]), attrs.evolve(later, publisher=bodies[2]))
    yield "years-apart", (failing, report(form_id, base, year=year + 2))
    for old_id in catalog.FORMS:
        old = catalog.tables(old_id)
        if old and catalog.FORMS[old_id].covers(year - 1):
            first = report(old_id, filled(old), year=year - 1)
            yield f"after-{old_id}", (first, report(form_id, base, year=year))
