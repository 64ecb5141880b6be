"""What every form gives in every format and complete locale, against what was kept.

pytest tests/test_golden.py --remake-golden    writes the golden files anew; look at their difference before you keep it
"""

import pytest
from tests.golden.kept import same_as_kept
from tests.golden.pages import FOLDER, FORMATS, LOCALES, Golden, goldens
from tests.tools import need_package

from govdisclosure import catalog

ALL = list(goldens())
#: They are read by people: what is larger is no help.
MOST_BYTES = 100_000


@pytest.mark.parametrize("golden", ALL, ids=lambda golden: golden.name)
def test_is_what_was_kept(golden: Golden, *, remake_golden: bool) -> None:
    if golden.format == "pdf":
        need_package("typst", "the extra pdf")
        need_package("pdfminer", "the extra pdf-read")
        from tests.printed_pdf import need_fonts

        need_fonts()
    same_as_kept(FOLDER / golden.name, golden.make(), remake=remake_golden, where="tests/test_golden.py")


def test_nothing_else_is_kept(*, remake_golden: bool) -> None:
    kept = {path for path in FOLDER.rglob("*") if path.is_file()}
    stale = kept - {FOLDER / golden.name for golden in ALL}
    if remake_golden:
        for path in stale:
            path.unlink()
        return
    assert not stale
    assert max(path.stat().st_size for path in kept) < MOST_BYTES


def test_every_form_format_and_locale_is_there() -> None:
    names = {golden.name for golden in ALL}
    for form_id in catalog.FORMS:
        for to in FORMATS:
            assert sum(name.startswith(f"{form_id}/{to}.") for name in names) == len(LOCALES) + 1
