"""The made documents themselves: the same for a seed, complete in what they claim, and each kind of variation real."""

import io
import os
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from functools import cache
from html.parser import HTMLParser
from random import Random

import attrs
import pytest
from tests.layouts.bases import form_of
from tests.layouts.generate import MEDIA, Document, document, documents, varied
from tests.layouts.kind import ALL_FORMS, Kind
from tests.layouts.kinds import KINDS, chosen_kinds, kinds_of
from tests.layouts.measure import score, table
from tests.layouts.pdf import EMBEDDED
from tests.tools import ROOT

import conformance
import govdisclosure as gd
from govdisclosure.cell import Absent
from govdisclosure.grid import placed
from govdisclosure.model import Statistics

_PAIRS = [(medium, kind) for medium in MEDIA for kind in kinds_of(medium)]
_SIZES = {"html": 300, "text": 300, "pdf": 40, "docx": 200, "xlsx": 60}
#: Kinds of documents that do not print every cell of their form.
_FEWER = {"missing-rows", "one-other-row", "one-block-only", "legal-persons-together", "lawsuits-undivided"}

by_medium = pytest.mark.parametrize("medium", MEDIA)


@attrs.frozen
class _Noted:
    """A finding with paths and a code, as much as the measure needs."""

    paths: tuple[str, ...]
    code: str = "noted"


@cache
def _made(medium: str) -> tuple[Document, ...]:
    return tuple(documents(medium, _SIZES[medium]))


def _answer(made: Document) -> Statistics:
    """The tables exactly as a document prints them."""
    form = form_of(made.truth.form)
    empty = conformance.with_rows(gd.blank(form.cls), set(made.truth.optional))
    tables = conformance.with_values(empty, {**form.values(empty), **made.truth.values})
    return attrs.evolve(tables, extra=made.truth.extra)


# --- the generator ----------------------------------------------------------------------------------------


@by_medium
def test_same_seed_same_bytes(medium):
    assert list(documents(medium, 12, 3)) == list(documents(medium, 12, 3))
    assert [one.data for one in documents(medium, 5, 3)] != [one.data for one in documents(medium, 5, 4)]


def test_bytes_do_not_depend_on_the_hash_seed():
    script = (
        "import hashlib; from tests.layouts.generate import documents; print(hashlib.sha256(b''.join("
        "one.data for medium in ('html', 'text', 'pdf', 'docx', 'xlsx') for one in documents(medium, 8))).hexdigest())"
    )
    path = os.pathsep.join((str(ROOT), str(ROOT / "scripts")))
    answers = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, "TZ": zone},
            cwd=ROOT,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    }
    assert len(answers) == 1


def test_kinds_are_many_and_named_once():
    names = [kind.name for kind in KINDS]
    assert len(names) == len(set(names)) >= 30
    assert {name for medium in MEDIA for name in (kind.name for kind in kinds_of(medium))} == set(names)


@by_medium
@pytest.mark.parametrize("form_id", sorted(ALL_FORMS))
def test_every_kind_is_drawn(medium, form_id):
    chosen = Random(f"{medium}-{form_id}")  # noqa: S311 - not for secrets
    drawn = {kind for _ in range(1500) for kind in chosen_kinds(medium, form_id, chosen)}
    assert drawn == set(kinds_of(medium, form_id))


@by_medium
def test_documents_take_one_to_six_kinds_of_different_slots(medium):
    slots = {kind.name: kind.slot for kind in KINDS}
    for one in _made(medium):
        assert 1 <= len(one.kinds) <= 6
        assert len({slots[name] for name in one.kinds}) == len(one.kinds)


def test_two_forms_make_nine_tenths():
    forms = Counter(one.truth.form for one in documents("text", 600))
    assert forms["cn-2014"] < 100
    assert min(forms["cn-2019"], forms["cn-2021"]) > 150


@pytest.mark.parametrize(("medium", "kind"), _PAIRS, ids=[f"{medium}-{kind.name}" for medium, kind in _PAIRS])
def test_each_kind_changes_the_bytes(medium, kind):
    if kind.name == "embedded-font" and not EMBEDDED.exists():
        pytest.skip(f"{EMBEDDED.name} is not on this machine")
    for form_id in sorted(kind.forms):
        assert any(_changes(medium, kind, form_id, index) for index in range(8)), form_id


def _changes(medium: str, kind: Kind, form_id: str, index: int) -> bool:
    plain, varied = (document(medium, index, kinds=names, form_id=form_id) for names in ((), (kind.name,)))
    return plain.data != varied.data


# --- what documents claim ---------------------------------------------------------------------------------


@by_medium
def test_truth_is_complete(medium):
    for one in _made(medium):
        truth, cells = one.truth, form_of(one.truth.form).cells
        assert set(truth.values) <= set(cells), one.name
        assert set(truth.printed) | truth.damaged | truth.rescaled <= set(truth.values)
        assert all(truth.values[path] is Absent.UNREADABLE for path in truth.damaged)
        if not set(one.kinds) & _FEWER:
            unprinted = {path for path in cells if path not in truth.values}
            assert all(".other_undivided." in path for path in unprinted), one.name
        for path, value in truth.values.items():
            exact = cells[path].kind.exact
            assert isinstance(value, Absent | (Decimal if exact else int)), (one.name, path)


@by_medium
def test_truth_is_an_answer(medium):
    for one in _made(medium):
        assert score(one, _answer(one), ()).whole, one.name


@by_medium
def test_tables_have_no_gaps_and_no_overlaps(medium):
    on_purpose = {"spans-too-long", "rowspan-zero"}
    for index in range(_SIZES[medium]):
        page, names = varied(medium, index)
        for sheet in page.sheets if not on_purpose & set(names) else ():
            taken = Counter(
                (at + down, column + along)
                for at, row in enumerate(placed([line.cells for line in sheet.lines]))
                for column, cell in row
                for down in range(cell.rowspan)
                for along in range(cell.colspan)
            )
            assert set(taken) == {(at, x) for at in range(len(sheet.lines)) for x in range(sheet.width)}, names
            assert set(taken.values()) == {1}, names


# --- media ------------------------------------------------------------------------------------------------


class _Cells(HTMLParser):
    """The texts of the page."""

    def __init__(self):
        super().__init__()
        self.tables = 0
        self.words = []

    def handle_starttag(self, tag, _):
        self.tables += tag == "table"

    def handle_data(self, data):
        self.words.append(data)


def slots_of(one: Document) -> set[str]:
    return {kind.slot for kind in KINDS if kind.name in one.kinds}


def _decoded(data: bytes) -> str:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16")
    for codec in ("utf-8-sig", "gb18030", "big5"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    raise AssertionError("no codec reads this")


def test_html_parses():
    for one in _made("html"):
        parser = _Cells()
        parser.feed(_decoded(one.data) if "big5" not in one.kinds else one.data.decode("big5"))
        assert parser.tables or slots_of(one) & {"element"}, one.name
        assert len(parser.words) > 20


def test_plain_html_prints_the_numbers():
    one = document("html", 5, kinds=(), form_id="cn-2021")
    parser = _Cells()
    parser.feed(one.data.decode())
    printed = Counter(word.strip() for word in parser.words)
    for text, count in Counter(str(value) for value in one.truth.values.values()).items():
        assert printed[text] >= count


def test_text_decodes_and_holds_the_numbers():
    for one in _made("text"):
        words = _decoded(one.data)
        assert "�" not in words
        assert all("".join(text.split()) in "".join(words.split()) for text in one.truth.printed.values()), one.name


def test_pdfs_open():
    pdfplumber = pytest.importorskip("pdfplumber")
    for one in _made("pdf")[:12]:
        with pdfplumber.open(io.BytesIO(one.data)) as pdf:
            assert pdf.pages
            assert sum(len(page.chars) for page in pdf.pages) > 500, one.name


# --- the measure ------------------------------------------------------------------------------------------


def test_no_tables_is_all_missing_and_silent_unless_said():
    one = document("html", 1, kinds=(), form_id="cn-2019")
    lost = score(one, None, ())
    assert (lost.missing, lost.silent, lost.right_form) == (lost.printed, lost.printed, False)
    said = score(one, None, [_Noted(("statistics",))])
    assert (said.named, said.silent) == (said.printed, 0)


def test_wrong_cells_are_named_by_cell_row_or_table():
    one = document("html", 1, kinds=(), form_id="cn-2021")
    path = "statistics.requests.received.total"
    form = form_of("cn-2021")
    answer = _answer(one)
    spoiled = conformance.with_values(answer, {**form.values(answer), path: 999_999})
    for name in (path, "statistics.requests.received", "statistics.requests"):
        made = score(one, spoiled, [_Noted((name,))])
        assert (made.wrong, made.named, made.silent) == (1, 1, 0)
    made = score(one, spoiled, [_Noted(("statistics", "statistics.proactive"))])
    assert (made.wrong, made.silent) == (1, 1)
    assert made.silent_cells == ((path, one.truth.values[path], 999_999),)


def test_a_number_in_a_damaged_cell_is_wrong():
    one = document("html", 1, kinds=("damaged-cells",), form_id="cn-2021")
    path = next(path for path in sorted(one.truth.damaged) if "fees" not in path)
    answer = _answer(one)
    values = form_of("cn-2021").values(answer)
    assert score(one, conformance.with_values(answer, {**values, path: 10}), ()).wrong == 1


def test_a_row_that_is_not_printed_has_no_numbers():
    one = document("html", 1, kinds=("missing-rows",), form_id="cn-2021")
    answer = _answer(one)
    values = form_of("cn-2021").values(answer)
    path = next(p for p, value in values.items() if p not in one.truth.values and value is not None)
    made = score(one, conformance.with_values(answer, {**values, path: 0 if "amount" not in path else Decimal(0)}), ())
    assert (made.invented, made.wrong, made.silent) == (1, 0, 1)


def test_extra_rows_are_kept_or_lost():
    one = document("html", 2, kinds=("extra-row",), form_id="cn-2021")
    assert (score(one, _answer(one), ()).extra_kept, len(one.truth.extra)) == (1, 1)
    assert score(one, attrs.evolve(_answer(one), extra=()), ()).extra_kept == 0


def test_table_sums_up_by_medium_form_and_kind():
    made = [score(one, None, ()) for one in documents("text", 20)]
    lines = table(made).splitlines()
    assert lines[2].startswith("| **text** | 20 |")
    assert any(line.startswith("| text: cn-2021 ") for line in lines)
    assert all(any(line.startswith(f"| text: {name} |") for line in lines) for one in made for name in one.kinds)
