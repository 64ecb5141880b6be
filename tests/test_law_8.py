"""Law 8: exchanging two columns of a table, or two rows under one header, with their labels changes no value."""

from functools import cache
from itertools import combinations
from random import Random

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.layouts.columns import column_groups, reordered, row_groups, swapped
from tests.layouts.copies import COPIES
from tests.layouts.drafts import draft, truth_of
from tests.layouts.generate import MEDIA
from tests.layouts.kind import ALL_FORMS
from tests.layouts.page import Page
from tests.tools import examples

import govdisclosure as gd
from govdisclosure.cell import Absent, CellValue

#: How many sets of numbers and sentences there are for each form.
_DRAFTS = 20
#: Copies as text that keep the cells of a row on one line, and apart from each other.
_TEXTS = sorted(COPIES.keys() - {"bar-lines", "pdf-lines", "pdf-spaces", "pdf-wrapped", "pdf-layout-wrapped"})


@attrs.frozen
class Exchange:
    """Two neighbours that change places: columns of a group of a table, or rows."""

    sheet: int
    group: int
    one: int
    other: int
    rows: bool

    def apply(self, page: Page) -> None:
        """Exchange them, labels and all."""
        sheet = page.sheets[self.sheet]
        if self.rows:
            group = row_groups(sheet)[self.group]
            swapped(sheet, group[self.one], group[self.other])
            return
        columns = column_groups(sheet)[self.group]
        order = list(range(len(columns.edges) - 1))
        order[self.one], order[self.other] = self.other, self.one
        reordered(sheet, columns, order)


@cache
def exchanges(form_id: str) -> tuple[Exchange, ...]:
    """Every exchange that the tables of a form allow."""
    made: list[Exchange] = []
    for at, sheet in enumerate(_page(form_id, 0).sheets):
        sizes = [(False, len(group.edges) - 1) for group in column_groups(sheet)]
        sizes += [(True, len(group)) for group in row_groups(sheet)]
        numbers = {False: 0, True: 0}
        for rows, size in sizes:
            pairs = combinations(range(size), 2)
            made += [Exchange(at, numbers[rows], *pair, rows) for pair in pairs]
            numbers[rows] += 1
    return tuple(made)


def _page(form_id: str, number: int) -> Page:
    return draft(form_id, Random(f"law-8-{form_id}-{number}"))  # noqa: S311 - not for secrets


def _read(page: Page, medium: str) -> dict[str, CellValue]:
    """The cells that were read with something in them."""
    found = gd.read(MEDIA[medium](page), name=f"report.{medium}").report
    assert found
    assert found.statistics
    values = page.form.values(found.statistics)
    return {path: value for path, value in values.items() if value is not None and value is not Absent.BLANK}


@cache
def _plain(form_id: str, number: int, medium: str, copy: str) -> dict[str, CellValue]:
    return _read(attrs.evolve(_page(form_id, number), copy=copy), medium)


def test_exchanges_are_of_every_table():
    for form_id in sorted(ALL_FORMS):
        found = exchanges(form_id)
        assert {one.sheet for one in found} == set(range(len(_page(form_id, 0).sheets)))
        assert {one.rows for one in found} == {True, False}


@pytest.mark.parametrize("form_id", sorted(ALL_FORMS))
def test_an_exchange_moves_labels_with_their_cells(form_id):
    for one in exchanges(form_id):
        page = _page(form_id, 0)
        before = truth_of(page)
        assert [line.cells for line in page.lines] == [line.cells for line in _page(form_id, 0).lines]
        one.apply(page)
        assert truth_of(page) == before
        assert [line.cells for line in page.lines] != [line.cells for line in _page(form_id, 0).lines], one


@pytest.mark.parametrize("form_id", sorted(ALL_FORMS))
@pytest.mark.parametrize("medium", ["html", "text", "docx", "xlsx"])
@settings(max_examples=examples(25, 600), phases=[Phase.generate])
@given(data=st.data())
def test_columns_and_rows_go_by_their_labels(medium, form_id, data):
    _exchange(medium, form_id, data)


@pytest.mark.parametrize("form_id", sorted(ALL_FORMS))
@settings(max_examples=examples(5, 100), phases=[Phase.generate])
@given(data=st.data())
def test_columns_and_rows_of_a_pdf_go_by_their_labels(form_id, data):
    _exchange("pdf", form_id, data)


def _exchange(medium: str, form_id: str, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, _DRAFTS - 1))
    copy = data.draw(st.sampled_from(_TEXTS)) if medium == "text" else "browser-rows"
    chosen = data.draw(st.lists(st.sampled_from(exchanges(form_id)), min_size=1, max_size=3))
    page = attrs.evolve(_page(form_id, number), copy=copy)
    for exchange in chosen:
        exchange.apply(page)
    plain = _plain(form_id, number, medium, copy)
    assert plain == truth_of(page).values
    assert _read(page, medium) == plain
