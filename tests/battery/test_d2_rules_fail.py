"""D2, rules that fail: one number changed gives exactly the expected codes, with values, difference and places."""

import random
from decimal import Decimal
from fractions import Fraction

import attrs
from tests.tables import by_rule, compiled, expected_of, rule_findings, rules_of, settled_by_seed

import govdisclosure as gd
from govdisclosure.model import Provenance
from govdisclosure.model.mapping import FrozenMapping
from govdisclosure.place import Place


@by_rule(times=10)
def test_one_changed_number(form_id: str, code: str, seed: int) -> None:
    chosen, form = random.Random(f"{code}{seed}"), compiled(form_id)  # noqa: S311 - tests
    whole = settled_by_seed(form_id, seed)
    values = form.values(whole.statistics)
    rule = chosen.choice(
        [one for one in rules_of(form_id) if one["code"] == code and values[one["left"][0]] is not None]
    )
    sides = [[path for path in rule[side] if values[path] is not None] for side in ("left", "right")]
    path = chosen.choice(sides[0] if rule["relation"] == "<=" else sides[0] + sides[1])
    right = sum(values[one] for one in sides[1])
    wrong = values[path] + (right + 1 if rule["relation"] == "<=" else chosen.randint(1, 99))
    places = {one: Place(quote=one) for one in (sides[0][0], sides[1][0])}
    made = attrs.evolve(gd.replace(whole, f"{path}", wrong), provenance=Provenance(places=FrozenMapping(places)))
    found = [one for one in rule_findings(made) if one.verdict == "failed"]
    expected = [one for one in expected_of(form_id, values | {path: wrong}) if one.verdict == "failed"]
    assert code in {one.code for one in found}
    assert [(one.code, one.left.paths, one.right.paths) for one in found] == [one[:3] for one in expected]
    for one, other in zip(found, expected, strict=True):
        assert (_exact(one.left.value), _exact(one.right.value)) == other.sums
        assert _exact(one.difference) == other.sums[0] - other.sums[1]
        assert one.left.places == tuple(places[p] for p in one.left.paths if p in places)
        assert one.right.places == tuple(places[p] for p in one.right.paths if p in places)
    assert any(one.left.places and one.right.places for one in found)


def _exact(value: int | Decimal | str | None) -> Fraction:
    assert isinstance(value, int | Decimal)
    return Fraction(value)
