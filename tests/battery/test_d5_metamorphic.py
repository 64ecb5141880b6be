"""D5, metamorphic: what does not touch the arithmetic of a table does not touch what is said of it."""

from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.foreign_form import VINTAGE, foia
from tests.tables import by_form, compiled, failing, report, rule_findings, settled
from tests.tools import examples

import conformance
import govdisclosure as gd
from govdisclosure import catalog
from govdisclosure.cell import Absent
from govdisclosure.model import Axis, Extra, Section, SectionKind

COUNT = examples(100, 3_500)


@st.composite
def shaken(draw: Any, form_id: str) -> gd.Report:
    """A report in which some cells are wrong and some are blank."""
    made, form = draw(settled(form_id)), compiled(form_id)
    values = dict(form.values(made.statistics))
    printed = [path for path, value in values.items() if value is not None]
    for path in draw(st.lists(st.sampled_from(printed), max_size=4)):
        values[path] = draw(st.sampled_from([*Absent, form.cells[path].kind.low, 7]))
    return report(conformance.with_values(made.statistics, values))


def verdicts(made: gd.Report) -> list[tuple[Any, ...]]:
    return [(one.code, one.verdict, one.paths, one.agrees_if_blank_is_zero) for one in rule_findings(made)]


@by_form
@settings(max_examples=COUNT, deadline=None)
@given(data=st.data())
def test_all_counts_many_times_as_large(form_id: str, data: Any) -> None:
    made, form = data.draw(shaken(form_id)), compiled(form_id)
    times = data.draw(st.integers(2, 1_000))
    cells = form.values(made.statistics).items()
    scaled = {path: v if v is None or isinstance(v, Absent) else v * times for path, v in cells}
    larger = report(conformance.with_values(made.statistics, scaled))
    assert verdicts(larger) == verdicts(made)
    assert [f.difference for f in rule_findings(larger)] == [
        None if f.difference is None else f.difference * times for f in rule_findings(made)
    ]


@by_form
@settings(max_examples=COUNT, deadline=None)
@given(data=st.data())
def test_sections_around_the_tables_and_a_row_of_zeros(form_id: str, data: Any) -> None:
    made, form = data.draw(shaken(form_id)), compiled(form_id)
    kinds = data.draw(st.permutations(list(SectionKind)))
    sections = tuple(Section(kind=kind, number=None, heading=kind.label) for kind in kinds[:5])
    table = data.draw(st.sampled_from(form.tables))
    after = data.draw(st.sampled_from(table.rows)).path
    zeros = Extra(table=table.path, axis=Axis.ROW, after=after, labels=("其他",), cells=("0",))
    changed = attrs.evolve(made, sections=sections, statistics=attrs.evolve(made.statistics, extra=(zeros,)))
    assert rule_findings(changed) == rule_findings(made)


@by_form
@settings(max_examples=examples(20, 500), deadline=None)
@given(data=st.data())
def test_another_language_says_the_same_of_the_same_cells(form_id: str, data: Any) -> None:
    found = rule_findings(data.draw(shaken(form_id)))
    said = {locale: [gd.message(one, locale) for one in found] for locale in ("zh-Hans", "zh-Hant", "en")}
    assert {len(messages) for messages in said.values()} == {len(found)}
    for one, *messages in zip(found, *said.values(), strict=True):
        assert len(set(messages)) == 3
        if isinstance(one.difference, int):
            assert all(f"{one.left.value:,}" in message for message in messages), messages


@settings(max_examples=examples(100, 1_000), deadline=None)
@given(flows=st.lists(st.tuples(*[st.integers(0, 99)] * 4), min_size=1, max_size=4), at=st.integers(0, 4))
def test_a_body_that_reports_zeros_changes_nothing(flows: list[Any], at: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(catalog._FORMS, VINTAGE.id, VINTAGE)
        without, zeros = report(foia(*flows)), [*flows]
        zeros.insert(min(at, len(flows)), (0, 0, 0, 0))
        codes = [sorted(code for code, _ in failing(made)) for made in (without, report(foia(*zeros)))]
    assert codes[0] == codes[1]
