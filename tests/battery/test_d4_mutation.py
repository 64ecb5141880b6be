"""D4, mutation: one changed cell in the table of requests is always noticed, and a finding names its row and column."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tables import compiled, failing, settled, settled_by_seed
from tests.tools import examples

import govdisclosure as gd


@pytest.mark.parametrize("form_id", ["cn-2019", "cn-2021"])
@settings(max_examples=examples(100, 2_500), deadline=None)
@given(data=st.data())
def test_a_changed_cell_is_noticed(form_id: str, data: Any) -> None:
    made = data.draw(settled(form_id))
    values = compiled(form_id).values(made.statistics)
    cells = [path for path, value in values.items() if path.startswith("statistics.requests.") and value is not None]
    path = data.draw(st.sampled_from(cells))
    new = data.draw(st.integers(0, 9_999).filter(lambda number: number != values[path]))
    assert any(path in paths for _, paths in failing(gd.replace(made, path, new)))


def test_one_explanation_of_two_failures_is_told_once() -> None:
    """A number of received requests is wrong, and their total with it: two balances fail that share no cell."""
    made = settled_by_seed("cn-2021", 1)
    for name in ("natural_person", "total"):
        path = f"statistics.requests.received.{name}"
        made = gd.replace(made, path, gd.value(made, path) + 27)
    found = gd.check(made)
    assert [one.code for one in found if one.verdict == "failed"] == ["requests-balance"] * 2
    assert [one.code for one in found].count("cells-explain") == 1
