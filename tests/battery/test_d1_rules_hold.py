"""D1, rules that hold: a table in which only the cells of one rule are filled, and rightly, gives no finding of it."""

from tests.tables import by_rule, compiled, report, rule_findings, rules_of, settled_by_seed

import conformance
from govdisclosure.cell import Absent


@by_rule(times=5)
def test_a_rule_that_holds_says_nothing(form_id: str, code: str, seed: int) -> None:
    form, whole = compiled(form_id), settled_by_seed(form_id, seed)
    inside = {path for rule in rules_of(form_id) if rule["code"] == code for path in (*rule["left"], *rule["right"])}
    values = {
        path: value if value is None or path in inside else Absent.BLANK
        for path, value in form.values(whole.statistics).items()
    }
    made = report(conformance.with_values(whole.statistics, values))
    assert [one for one in rule_findings(made) if one.code == code] == []
    assert rule_findings(whole) == []
