"""D7, continuity and aggregation: trees of bodies, of which some are missing, doubled, renamed or moved."""

import random
from collections import Counter
from functools import cache

import attrs
import pytest
from tests.tables import compiled, settled_by_seed
from tests.tools import examples

import conformance
import govdisclosure as gd
from govdisclosure.model import Identifier, IdentifierScheme, Publisher

#: So many different tables are enough for any number of bodies.
KINDS = 12
SHAPES = range(examples(60, 1_200))


@cache
def tables(seed: int) -> gd.Report:
    """A report by the form of 2021 with the same rows as all others here."""
    return gd.replace(settled_by_seed("cn-2021", seed * 2), "year", 2023)


def rows(report: gd.Report) -> tuple[str, ...]:
    return tuple(path for path, value in compiled(report.form).values(report.statistics).items() if value is None)


ALIKE = [seed for seed in range(60) if rows(tables(seed)) == rows(tables(0))][:KINDS]


def body(number: int, name: str = "局") -> Publisher:
    code = Identifier(scheme=IdentifierScheme.OTHER, value=f"{number:06}")
    return Publisher(name=f"{name}{number}", identifiers=(code,))


def leaves(count: int) -> list[gd.Report]:
    return [attrs.evolve(tables(ALIKE[i % len(ALIKE)]), publisher=body(i)) for i in range(count)]


def added(reports: list[gd.Report], publisher: Publisher) -> gd.Report:
    form = compiled("cn-2021")
    sums: Counter[str] = Counter()
    for report in reports:
        sums.update({path: value for path, value in form.values(report.statistics).items() if value is not None})
    base = reports[0].statistics
    values = {path: None if value is None else sums[path] for path, value in form.values(base).items()}
    return attrs.evolve(reports[0], publisher=publisher, statistics=conformance.with_values(base, values))


def coded(found: tuple[gd.Finding, ...]) -> Counter[str]:
    return Counter(one.code for one in found if one.code != "rollup-cell-open")


@pytest.mark.parametrize("seed", SHAPES)
def test_a_tree_of_bodies(seed: int) -> None:
    chosen = random.Random(seed)  # noqa: S311 - tests
    reports = leaves(chosen.choice([1, 2, 3, chosen.randint(4, 40), chosen.randint(41, 500)]))
    whole = added(reports, Publisher(name="县"))
    expected = [report.publisher for report in reports]
    assert gd.check_rollup(whole, chosen.sample(reports, len(reports)), expected=expected) == ()
    # Any grouping: each level is the sum of the one below, and the top the sum of all.
    size = chosen.randint(1, len(reports))
    groups = [reports[i : i + size] for i in range(0, len(reports), size)]
    middle = [added(group, Publisher(name=f"乡{number}")) for number, group in enumerate(groups)]
    assert all(gd.check_rollup(made, group) == () for made, group in zip(middle, groups, strict=True))
    assert gd.check_rollup(whole, middle) == ()
    assert added(middle, Publisher(name="县")) == whole


@pytest.mark.parametrize("seed", SHAPES)
def test_what_is_missing_doubled_renamed_or_moved_is_named(seed: int) -> None:
    chosen = random.Random(seed)  # noqa: S311 - tests
    reports = leaves(chosen.randint(5, 60))
    whole = added(reports, Publisher(name="县"))
    expected = [report.publisher for report in reports]
    order = chosen.sample(range(len(reports)), len(reports))
    lost, again, renamed = order[: chosen.randint(0, 2)], order[2 : 2 + chosen.randint(0, 2)], order[4:5]
    handed = [report for index, report in enumerate(reports) if index not in lost and index not in renamed]
    handed += [reports[index] for index in again]
    handed += [attrs.evolve(reports[index], publisher=body(index, "委员会")) for index in renamed]
    found = gd.check_rollup(whole, chosen.sample(handed, len(handed)), expected=expected)
    told = {"rollup-missing": len(lost), "rollup-doubled": len(again), "rollup-renamed": len(renamed)}
    assert coded(found) == Counter({code: count for code, count in told.items() if count})
    # A body that was moved here was not expected, and every cell is then too large.
    moved = attrs.evolve(tables(ALIKE[0]), publisher=body(999))
    codes = coded(gd.check_rollup(whole, [*reports, moved], expected=expected))
    above_zero = sum(1 for value in compiled("cn-2021").values(moved.statistics).values() if value)
    assert codes == {"rollup-unexpected": 1, "rollup-cell": above_zero}


@pytest.mark.parametrize("seed", SHAPES)
def test_years_of_a_body_that_is_renamed(seed: int) -> None:
    chosen = random.Random(seed)  # noqa: S311 - tests
    later = attrs.evolve(tables(chosen.choice(ALIKE)), publisher=body(1, "委员会"))
    values = compiled("cn-2021").values(later.statistics)
    columns = ("natural_person", "commercial", "research", "social_welfare", "legal_service", "other", "total")
    carried = {f"statistics.requests.carried_out.{c}": values[f"statistics.requests.carried_in.{c}"] for c in columns}
    earlier = attrs.evolve(
        later, year=2022, publisher=body(1), statistics=conformance.with_values(later.statistics, values | carried)
    )
    assert not [one for one in gd.check_years([later, earlier]) if one.code == "requests-carried"]
    wrong = chosen.choice(sorted(carried))
    changed = gd.replace(earlier, wrong, carried[wrong] + 1)
    told = [one for one in gd.check_years([changed, later]) if one.code == "requests-carried"]
    assert [(one.difference, one.params["previous_paths"]) for one in told] == [(-1, wrong)]
    other = attrs.evolve(changed, publisher=body(2))
    assert gd.check_years([other, later]) == ()
