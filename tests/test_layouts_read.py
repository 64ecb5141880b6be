"""Made documents of many layouts, read: how much is exact, and that nothing is wrong in silence."""

import pytest
from tests.layouts.generate import documents
from tests.layouts.measure import Score, score
from tests.tools import examples

import govdisclosure as gd

#: How many documents of each medium are read, and the share of cells that has to be exact.
MEDIA = {
    "html": (examples(150, 1_000), 0.9995),
    "text": (examples(150, 1_000), 0.98),
    "pdf": (examples(24, 1_000), 0.995),
    "docx": (examples(60, 1_000), 0.995),
    "xlsx": (examples(60, 1_000), 0.995),
}


def scores(medium: str, count: int) -> list[Score]:
    made = []
    for document in documents(medium, count):
        draft = gd.read(document.data, name=document.name)
        made.append(score(document, draft.report.statistics if draft.report else None, draft.findings))
    return made


@pytest.mark.parametrize("medium", MEDIA)
def test_cells_are_exact_or_named(medium: str) -> None:
    count, least = MEDIA[medium]
    made = scores(medium, count)
    assert [one.name for one in made if not one.right_form] == []
    assert [(one.name, one.silent_cells[:2]) for one in made if one.silent] == []
    printed, exact = sum(one.printed for one in made), sum(one.exact for one in made)
    assert exact >= least * printed, f"{exact / printed:.3%}"
