"""What is said of findings that an application declares: their codes and forms are not in the catalogs."""

import pytest
from tests.narratives import GOOD

import govdisclosure as gd
from govdisclosure.cli.reporters import REPORTERS
from govdisclosure.finding import Finding, Severity, Side, Verdict
from govdisclosure.finding_codes import RULES


def of_an_application(code: str, **params: str) -> Finding:
    side = Side(paths=("a.b", "a.c", "a.d", "a.e", "a.f"), value=3)
    return Finding(code=code, severity=Severity.ERROR, verdict=Verdict.FAILED, left=side, params=params)


@pytest.mark.parametrize("locale", ["en", "zh-Hans", "ar"])
@pytest.mark.parametrize("code", ["office-rule", "office-rule-missing", *RULES])
def test_a_form_that_the_catalog_does_not_know_is_named_by_its_id(code: str, locale: str) -> None:
    for params in ({"form": "xx-2001"}, {}):
        said = gd.message(of_an_application(code, **params), locale)
        assert said
        assert "{" not in said
        if code.startswith("office") or (code in RULES and "{where}" in RULES[code].message):
            assert "a.b, a.c, a.d, a.e …" in said
            assert ("xx-2001" in said) == bool(params)


@pytest.mark.parametrize("code", ["office-rule", "table-missing", "cells-explain"])
def test_such_findings_are_displayed_and_reported(code: str) -> None:
    found = (of_an_application(code, form="xx-2001", needed="4 x", others="0"),)
    made = gd.read(GOOD).report
    assert code in found[0]._repr_html_()
    assert all(report([("a.txt", found)], "en") for report in REPORTERS.values())
    assert all(gd.render(made, to=to, locale="en", findings=found) for to in ("html", "text", "docx"))
