"""D3, rules with unknown parts: undecided, or failing where no value could satisfy them; never silent by guessing."""

import random
from collections import Counter

from tests.tables import by_rule, compiled, expected_of, report, rule_findings, rules_of, settled_by_seed

import conformance
from govdisclosure.cell import Absent
from govdisclosure.finding import MISSING


@by_rule(times=5)
def test_cells_without_a_number(form_id: str, code: str, seed: int) -> None:
    chosen, form = random.Random(f"{code}{seed}"), compiled(form_id)  # noqa: S311 - tests
    whole = settled_by_seed(form_id, seed)
    values = dict(form.values(whole.statistics))
    rule = chosen.choice(
        [one for one in rules_of(form_id) if one["code"] == code and values[one["left"][0]] is not None]
    )
    printed = [path for path in (*rule["left"], *rule["right"]) if values[path] is not None]
    for path in chosen.sample(printed, min(len(printed), 3)):
        values[path] = chosen.choice([values[path] + 500, *Absent])
    values[chosen.choice(printed)] = chosen.choice(list(Absent))
    found = rule_findings(report(conformance.with_values(whole.statistics, values)))
    expected = list(expected_of(form_id, values))
    failed = [(one.code, one.paths) for one in found if one.verdict == "failed"]
    assert failed == [(one.code, one.left + one.right) for one in expected if one.verdict == "failed"]
    # What is undecided is told once for a rule and table, with the number of equations.
    counted: Counter[str] = Counter()
    for one in found:
        if one.verdict == "undecided":
            counted[one.code.removesuffix(MISSING)] += int(one.params["count"])
    assert counted == Counter(one.code for one in expected if one.verdict == "undecided")
