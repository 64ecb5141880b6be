"""Law 2: a printable report that is printed and read again is the same in all that is printed of it."""

from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.printable import WORDS, alone, beyond_the_form, printable
from tests.tables import WITH_TABLES
from tests.tools import ROOT, examples

import govdisclosure as gd
from govdisclosure.model import Author, Provenance

#: What the law speaks of; figures, channels and services are read from the text again.
KEPT = ("form", "year", "period", "title", "issued", "publisher", "author", "publication", "sections", "powers",
        "statistics")  # fmt: skip
FORMATS = ("html", "markdown", "text", "docx", "xlsx")


@pytest.mark.parametrize("form_id", gd.FORMS)
@settings(max_examples=examples(100, 2_000), deadline=None)
@given(data=st.data())
def test_the_report_alone_is_read_again(form_id: str, data: Any) -> None:
    """The official look prints neither the site nor a list of powers: that is in the text, or nowhere."""
    report = alone(data.draw(printable(form_id)))
    _is_read_again(report, gd.render(report, to="html-official", locale=report.language).encode())


@pytest.mark.parametrize("form_id", gd.FORMS)
@settings(max_examples=examples(13, 250), deadline=None)
@given(data=st.data())
def test_what_a_pdf_shows_is_read_again(form_id: str, data: Any) -> None:
    pytest.importorskip("tests.printed_pdf").need_fonts()
    report = data.draw(printable(form_id, WORDS))
    _is_read_again(report, gd.render(report, to="pdf", locale=report.language, findings=()))


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("form_id", gd.FORMS)
@settings(max_examples=examples(100, 2_000), deadline=None)
@given(data=st.data())
def test_what_is_printed_is_read_again(form_id: str, to: str, data: Any) -> None:
    report = data.draw(printable(form_id))
    printed = gd.render(report, to=to, locale=report.language, findings=())
    _is_read_again(report, printed if isinstance(printed, bytes) else printed.encode())


def test_names_from_right_to_left_are_read_again() -> None:
    """In the list about the report they are kept apart from what stands beside them."""
    report = gd.loads((ROOT / "schemas/conformance/cn-2014/valid/zeros.json").read_text("utf-8"))
    report = gd.replace(report, "author", Author(name="قەشقەر شەھەرلىك ھۆكۈمەت"))
    again = gd.read(gd.render(report, to="text", locale=report.language).encode()).report
    assert again
    assert again.author == report.author


#: Formats in which a cell may span columns: the last one of a short row does.
@pytest.mark.parametrize("to", ["html", "html-official", "docx", "xlsx"])
@pytest.mark.parametrize("form_id", WITH_TABLES)
@settings(max_examples=examples(15, 250), deadline=None)
@given(data=st.data())
def test_a_row_beyond_the_form_is_read_again(form_id: str, to: str, data: Any) -> None:
    report = data.draw(beyond_the_form(form_id))
    if to == "html-official":
        report = alone(report)
    printed = gd.render(report, to=to, locale=report.language, findings=())
    _is_read_again(report, printed if isinstance(printed, bytes) else printed.encode())


@pytest.mark.parametrize("form_id", WITH_TABLES)
@settings(max_examples=examples(5, 100), deadline=None)
@given(data=st.data())
def test_a_row_beyond_the_form_is_read_again_from_a_pdf(form_id: str, data: Any) -> None:
    pytest.importorskip("tests.printed_pdf").need_fonts()
    report = data.draw(beyond_the_form(form_id, WORDS))
    _is_read_again(report, gd.render(report, to="pdf", locale=report.language, findings=()))


def _is_read_again(report: gd.Report, printed: bytes) -> None:
    again = gd.read(printed).report
    assert again is not None
    for name in KEPT:
        assert getattr(again, name) == getattr(report, name), name
    same = attrs.evolve(report, metrics=again.metrics, channels=again.channels, services=again.services,
                        provenance=Provenance())  # fmt: skip
    assert gd.dumps(attrs.evolve(again, provenance=Provenance())) == gd.dumps(same)
