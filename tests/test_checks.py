"""Checks: every code of the catalogue by a report that has it and one that has not; identifiers; deadlines."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.narratives import GOOD, PAGE, page

import govdisclosure as gd
from govdisclosure.checks.identifiers import (
    credit_code_fault,
    organization_code_fault,
    region_fault,
    website_code_fault,
)
from govdisclosure.finding import Finding, Severity
from govdisclosure.finding_codes import RULES
from govdisclosure.finding_codes.reading import READING_RULES
from govdisclosure.form import blank_of
from govdisclosure.forms.cn.requests import Applicants, Outcomes
from govdisclosure.forms.cn.y2021 import CN2021, OtherHandling
from govdisclosure.model import BodyKind, Identifier, IdentifierScheme, Period, Publication, Publisher, Report

LOCALES = ("en", "zh-Hans", "zh-Hant")
TITLE = "2014年政府信息公开工作年度报告"
REPORT = gd.read(GOOD).report

Findings = tuple[Finding, ...]


def of_bytes(data: bytes, encoding: str | None = None) -> Findings:
    """What reading and checking a document finds."""
    draft = gd.read(data, encoding=encoding)
    return draft.findings + (gd.check(draft.report) if draft.report else ())


def of_text(*lines: str, title: str = TITLE, signature: str = "青禾县市场监督管理局\n2015年3月20日") -> Findings:
    return of_bytes(page(title, *lines, signature=signature))


def of_page(old: str, new: str) -> Findings:
    """What is found where one stretch of the good page is another."""
    assert PAGE.count(old) == 1
    return of_bytes(PAGE.replace(old, new).encode())


def of_change(path: str, new: object) -> Findings:
    """What is found in the good report with another value at one path."""
    return gd.check(gd.replace(REPORT, path, new))


def codes(findings: Findings) -> list[str]:
    return [finding.code for finding in findings]


def identified(scheme: IdentifierScheme, value: str) -> Findings:
    return of_change("publisher.identifiers", (Identifier(scheme=scheme, value=value),))


credit = partial(identified, IdentifierScheme.UNIFIED_SOCIAL_CREDIT_CODE)
organization = partial(identified, IdentifierScheme.ORGANIZATION_CODE)


def of_tables(year: int) -> Findings:
    """What is found in blank tables of the form of 2021 in a report for a year."""
    period = Period(start=date(year, 1, 1), end=date(year, 12, 31))
    return gd.check(gd.Report(form="cn-2021", year=year, period=period, statistics=gd.blank(CN2021)))


def tables(path: str, value: object) -> Findings:
    """What is found in the tables of a report of 2023 with another value in one place."""
    period = Period(start=date(2023, 1, 1), end=date(2023, 12, 31))
    report = gd.Report(form="cn-2021", year=2023, period=period, statistics=gd.blank(CN2021))
    return gd.check(gd.replace(report, f"statistics.{path}", value))


def of_rows(*printed: str) -> Findings:
    """What is found where these rows of other handling are printed."""
    row = blank_of(Applicants)
    rows = {"other": OtherHandling(not_corrected=row, fee_unpaid=row, other=row), "other_undivided": row}
    results = gd.blank(CN2021).requests.results
    return tables("requests.results", attrs.evolve(results, **{name: rows[name] for name in printed}))


def of_total(total: int) -> Findings:
    """What is found with this total of four reviews by result."""
    return tables("challenges.review", Outcomes(upheld=10, corrected=1, other=0, pending=0, total=total))


def many(bound: int) -> Findings:
    """What is found in a report of three faults where so many findings are allowed."""
    period = Period(start=date(2013, 1, 1), end=date(2013, 12, 31))
    wrong = attrs.evolve(REPORT, title="2011年报告", period=period, powers=attrs.evolve(REPORT.powers, total=9))
    return gd.check(wrong, limits=gd.Limits(findings=bound))


# --- each code, once present and once absent ----------------------------------------------------------------


@attrs.frozen
class Case:
    """A code, what is found where all is well, and what where it is not."""

    code: str
    good: Callable[[], Findings]
    bad: Callable[[], Findings]


def in_words(code: str, good: str, bad: str) -> Case:
    """A case of one paragraph each."""
    return Case(code, partial(of_text, good), partial(of_text, bad))


def in_values(code: str, path: str, good: object, bad: object) -> Case:
    """A case of one value each."""
    return Case(code, partial(of_change, path, good), partial(of_change, path, bad))


POWERS = "行政权力188项，其中行政许可7项、行政处罚{}项、行政强制1项、行政奖励2项、其他权力5项。"
CASES = (
    Case("year-missing", of_text, partial(of_text, "认真落实条例。", title="政府信息公开工作年度报告", signature="")),
    Case("not-a-report", of_text, partial(of_text, title="2014年上半年政府信息公开情况统计表")),
    Case("several-reports", of_text, partial(of_bytes, GOOD + GOOD.replace(b"2014", b"2013"), None)),
    Case("head-differs", of_text, partial(of_text, title=f"石桥县教育局{TITLE}")),
    Case("form-unknown", of_text, partial(of_text, title="1998年政府信息公开工作年度报告")),
    Case("publisher-missing", of_text, partial(of_text, signature="2015年3月20日")),
    Case("encoding-label", partial(of_bytes, GOOD, "utf-8"), partial(of_bytes, GOOD, "gb2312")),
    in_words("text-private-use", "朱镕基故居。", "朱\ue78d基故居。"),
    in_words("text-direction-control", "行政处罚173项。", "行政处罚\u202e371项。"),
    in_words("text-invisible", "主动公开。", "主动\u200b公开。"),
    in_words("text-compatibility", "日常工作。", "日常⼯作。"),
    in_words("number-doubtful", "收到申请1,234件。", "收到申请12,34件。"),
    Case("findings-left-out", partial(many, 10_000), partial(many, 1)),
    in_words("powers-total", POWERS.format(173), POWERS.format(174)),
    in_words("powers-part", "行政权力188项，包括行政许可7项、行政处罚173项等。",
             "行政权力18项，包括行政许可7项、行政处罚173项等。"),
    in_words("parts-exceed-whole", "主动公开政府信息308条，其中部门动态156条、公文公告152条。",
             "主动公开政府信息308条，其中部门动态156条、公文公告153条。"),
    in_words("part-exceeds-whole", "主动公开政府信息308条，其中网站公开300条、微博公开120条。",
             "主动公开政府信息308条，其中网站公开380条。"),
    in_words("parts-below-whole", "收到申请12件，其中网络申请10件、信函申请2件。",
             "收到申请12件，其中网络申请9件、信函申请2件。"),
    in_words("figures-differ", "收到申请12件。全年收到申请12件。", "收到申请12件。全年收到申请15件。"),
    in_words("rate-range", "按时办结率98.5%。", "按时办结率985%。"),
    in_words("early-above-on-time", "提前办结率48.07%，按时办结率100%。", "提前办结率98%，按时办结率95%。"),
    in_values("year-in-title", "title", "2014年度报告", "2013年度报告"),
    in_words("year-in-text", "2014年，我局认真落实条例。", "2013年，我局认真落实条例。"),
    in_words("period-mismatch", "统计期限自2014年1月1日起至2014年12月31日止。",
             "统计期限自2013年1月1日起至2013年12月31日止。"),
    Case("published-late", of_text, partial(of_page, "2015-03-20", "2015-04-20")),
    Case("published-early", of_text, partial(of_page, "2015-03-20", "2014-11-20")),
    Case("credit-code", partial(credit, "11100000000013127D"), partial(credit, "11100000000013127A")),
    Case("organization-code", partial(organization, "00001312-7"), partial(organization, "00001312-8")),
    in_values("website-code", "publication.host.website_identification_code", "2200000056", "22000056"),
    in_values("region-code", "publisher.region_code", "220000", "990000"),
    Case("section-missing", partial(of_bytes, GOOD), partial(of_text, "我局认真落实条例。")),
    Case("section-number", partial(of_bytes, GOOD), partial(of_page, "二、行政权力", "三、行政权力")),
    Case("rows-alternative", partial(of_rows, "other"), partial(of_rows, "other", "other_undivided")),
    Case("cells-explain", partial(of_total, 11), partial(of_total, 0)),
    Case("form-year", partial(of_tables, 2023), partial(of_tables, 2020)),
    Case("tables-unexpected", partial(of_tables, 2023), partial(of_tables, 2010)),
)  # fmt: skip
#: What only checks of several reports find; tests/test_set_checks.py has their cases.
OF_SEVERAL_REPORTS = {code for code in RULES if code.startswith(("years-", "rollup-"))}
by_code = pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)


def test_every_code_has_its_case() -> None:
    elsewhere = OF_SEVERAL_REPORTS | {rule.code for rule in READING_RULES}
    assert [case.code for case in CASES] == [code for code in RULES if code not in elsewhere]


@by_code
def test_a_good_report_is_without_the_finding(case: Case) -> None:
    assert case.code not in codes(case.good())


@by_code
def test_a_bad_report_has_the_finding(case: Case) -> None:
    assert case.code in codes(case.bad())


@by_code
def test_the_message_has_no_gap_in_any_locale(case: Case) -> None:
    for finding in case.bad():
        said = [gd.message(finding, locale) for locale in LOCALES]
        assert all(text and "{" not in text and "}" not in text for text in said)
        assert len(set(said)) == len(LOCALES)
        assert "None" not in said[0]


@by_code
def test_the_difference_is_left_minus_right(case: Case) -> None:
    for finding in case.bad():
        values = [finding.left.value, finding.right.value if finding.right else None]
        numbers = all(isinstance(value, int | Decimal) for value in values)
        assert finding.difference == (values[0] - values[1] if numbers else None)


def test_a_good_page_is_without_findings() -> None:
    assert of_bytes(GOOD) == ()


# --- the catalogue ----------------------------------------------------------------------------------------

#: Codes whose examples are sentences that a report of 2014 can hold.
BY_EXAMPLE = (
    *("powers-total", "powers-part", "parts-exceed-whole", "part-exceeds-whole", "parts-below-whole"),
    *("figures-differ", "rate-range", "early-above-on-time", "period-mismatch", "text-compatibility"),
    "number-doubtful",
)


@pytest.mark.parametrize("code", BY_EXAMPLE)
def test_the_examples_of_the_catalogue_are_true(code: str) -> None:
    assert code not in codes(of_text(RULES[code].good))
    assert code in codes(of_text(RULES[code].bad))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("code", RULES)
def test_every_code_is_explained(code: str, locale: str) -> None:
    rule = gd.explain(code, locale)
    texts = (rule.title, rule.message, rule.guidance, rule.basis)
    assert rule.code == code
    assert all(texts)
    assert (texts == (RULES[code].title, RULES[code].message, RULES[code].guidance, RULES[code].basis)) == (
        locale == "en"
    )


def test_an_unknown_code_is_refused_with_those_that_exist() -> None:
    with pytest.raises(gd.UnknownCode) as caught:
        gd.explain("powers-totals")
    assert caught.value.known[: len(RULES)] == tuple(RULES)
    assert "requests-balance" in caught.value.known
    assert "applicants-total-missing" in caught.value.known


# --- one number changed -----------------------------------------------------------------------------------

#: Every number of the two sums of the good page, its path, and what the sums say once it is one more.
CHANGES = (
    ("行政权力188项", "行政权力189项", "powers-total", 189, 188),
    ("行政许可7项", "行政许可8项", "powers-total", 188, 189),
    ("行政处罚173项", "行政处罚174项", "powers-total", 188, 189),
    ("行政强制1项", "行政强制2项", "powers-total", 188, 189),
    ("行政奖励2项", "行政奖励1项", "powers-total", 188, 187),
    ("其他权力5项", "其他权力0项", "powers-total", 188, 183),
    ("政府信息308条", "政府信息307条", "parts-exceed-whole", 307, 308),
    ("部门动态156条", "部门动态157条", "parts-exceed-whole", 308, 309),
    ("公文公告152条", "公文公告150条", "parts-below-whole", 308, 306),
    ("公文公告152条", "公文公告309条", "part-exceeds-whole", 308, 309),
)


@pytest.mark.parametrize(("old", "new", "code", "left", "right"), CHANGES)
def test_one_number_changed_gives_exactly_its_finding(old: str, new: str, code: str, left: int, right: int) -> None:
    (finding,) = of_page(old, new)
    assert (finding.code, finding.left.value, finding.right.value) == (code, left, right)
    assert finding.difference == left - right
    assert any(new in place.quote for place in finding.places)
    assert str(left) in gd.message(finding)


def test_differences_are_exact() -> None:
    findings = of_text("提前办结率48.08%，按时办结率48.07%。")
    (finding,) = [one for one in findings if one.code == "early-above-on-time"]
    assert finding.difference == Decimal("0.01")


def test_approximate_figures_prove_nothing() -> None:
    exact, about = (
        of_text(f"主动公开政府信息{words}300条，其中部门动态156条、公文公告152条。") for words in ("", "约")
    )
    assert "parts-exceed-whole" in codes(exact)
    assert "parts-exceed-whole" not in codes(about)


def test_the_findings_of_a_report_are_bounded() -> None:
    *first, more = many(2)
    assert len(first) == 2
    assert (more.code, more.severity) == ("findings-left-out", Severity.INFO)
    assert more.params["count"] == str(len(many(10_000)) - 2)


# --- identifiers ------------------------------------------------------------------------------------------

#: GB 32100-2015, table 1 and table 2, as printed there.
CREDIT_VALUES = {c: n for n, c in enumerate("0123456789ABCDEFGHJKLMNPQRTUWXY")}
CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
#: GB 11714-1997, 4.2.
ORGANIZATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
ORGANIZATION_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def credit_check(first: str) -> str:
    """The check character that GB 32100-2015 gives to 17 characters."""
    weighted = sum(CREDIT_VALUES[c] * w for c, w in zip(first, CREDIT_WEIGHTS, strict=True))
    wanted = 31 - weighted % 31
    return next(c for c, value in CREDIT_VALUES.items() if value == wanted % 31)


def organization_check(first: str) -> str:
    """The check character that GB 11714-1997 gives to 8 characters."""
    weighted = sum(ORGANIZATION_CHARACTERS.index(c) * w for c, w in zip(first, ORGANIZATION_WEIGHTS, strict=True))
    return {10: "X", 11: "0"}.get(rest := 11 - weighted % 11, str(rest))


@given(st.text(st.sampled_from(list(CREDIT_VALUES)), min_size=17, max_size=17), st.sampled_from(list(CREDIT_VALUES)))
def test_credit_codes(first: str, last: str) -> None:
    right = credit_check(first)
    assert credit_code_fault(first + right) is None
    assert bool(credit_code_fault(first + last)) == (last != right)


@given(st.text(st.sampled_from(ORGANIZATION_CHARACTERS), min_size=8, max_size=8), st.sampled_from("0123456789X"))
def test_organization_codes(first: str, last: str) -> None:
    right = organization_check(first)
    assert organization_code_fault(first + right) is None
    assert organization_code_fault(f"{first}-{right}") is None
    assert bool(organization_code_fault(f"{first}-{last}")) == (last != right)


@given(
    st.text(st.sampled_from(list(CREDIT_VALUES)), min_size=17, max_size=17),
    st.integers(0, 16),
    st.sampled_from(list(CREDIT_VALUES)),
)
def test_one_wrong_character_is_seen(first: str, at: int, other: str) -> None:
    """31 is prime, so that no single error keeps the check character."""
    code = first + credit_check(first)
    wrong = code[:at] + other + code[at + 1 :]
    assert bool(credit_code_fault(wrong)) == (wrong != code)


WRONG = (
    (credit_code_fault, ("", "1110000000001312", "11100000000013127d", "1110000000001312７D", "1110000000OO13127D",
                         "11100000000013127D ", "11100000000013127D\n", "１1100000000013127D", "111000000000I3127D")),
    (organization_code_fault, ("", "00001312", "00001312-", "0000131-27", "00001312-x", "00001312-7\n", "0000131２-7",
                               "00001312--7", "-000013127", "0-0-0-0-1-3-1-2-7")),
    (website_code_fault, ("", "22000056", "22000000567", "bm1234567", "BM12345678", "9900000056", "２200000056",
                          "2200000056\n", "bm12345678 ", "0000000000")),
    (region_fault, ("", "22000", "2200000", "990000", "000000", "２20000", "220000\n", "22000a", "160000")),
)  # fmt: skip
RIGHT = (
    (credit_code_fault, ("11100000000013127D", "91110000802100433B", "9144030071526726XG")),
    (organization_code_fault, ("00001312-7", "000013127", "71526726-X")),
    (website_code_fault, ("2200000056", "bm12345678", "1100000001", "6501040003")),
    (region_fault, ("110000", "220000", "220102", "659001", "710000", "810000", "820000")),
)


@pytest.mark.parametrize(("fault", "code"), [(fault, code) for fault, all_ in WRONG for code in all_])
def test_wrong_codes(fault: Callable[[str], str | None], code: str) -> None:
    assert fault(code)


@pytest.mark.parametrize(("fault", "code"), [(fault, code) for fault, all_ in RIGHT for code in all_])
def test_right_codes(fault: Callable[[str], str | None], code: str) -> None:
    assert fault(code) is None


# --- deadlines --------------------------------------------------------------------------------------------

#: The last day in the year after the report year: of whom, in which years, and how grave it is to be late.
DEADLINES = (
    *((kind, years, (3, 31), "error") for kind in BodyKind for years in (2008, 2013, 2014, 2018)),
    *((BodyKind.GOVERNMENT, year, (3, 31), "error") for year in (2019, 2020, 2021, 2025)),
    *((BodyKind.DEPARTMENT, year, (1, 31), "error") for year in (2019, 2020, 2021, 2025)),
    *((BodyKind.TOWNSHIP, year, (1, 31), "warning") for year in (2019, 2020, 2021, 2025)),
    *((kind, year, (3, 31), "error") for kind in (None, BodyKind.OTHER) for year in (2014, 2019, 2021)),
)


def dated(kind: BodyKind | None, year: int, day: date, *, signed: bool = False) -> Findings:
    """What is found in a report of a body on a year, published (or only signed) on a day."""
    forms = {range(2008, 2014): "cn-2008", range(2014, 2019): "cn-2014", range(2019, 2021): "cn-2019"}
    report = Report(
        form=next((form for years, form in forms.items() if year in years), "cn-2021"),
        year=year,
        period=Period(start=date(year, 5 if year == 2008 else 1, 1), end=date(year, 12, 31)),
        issued=day if signed else None,
        publisher=Publisher(name="青禾县", kind=kind),
        publication=None if signed else Publication(published=day),
    )
    return gd.check(report)


@pytest.mark.parametrize("signed", [False, True], ids=["published", "signed"])
@pytest.mark.parametrize(("kind", "year", "last", "severity"), DEADLINES)
def test_deadlines(kind: BodyKind | None, year: int, last: tuple[int, int], severity: str, signed: bool) -> None:  # noqa: FBT001
    day = date(year + 1, *last)
    assert dated(kind, year, day, signed=signed) == ()
    (finding,) = dated(kind, year, day + timedelta(days=1), signed=signed)
    assert (finding.code, finding.severity) == ("published-late", severity)
    assert finding.right.value == day.isoformat()


@pytest.mark.parametrize("year", [2019, 2021])
def test_an_institution_has_no_date_in_the_law_of_2019(year: int) -> None:
    assert dated(BodyKind.INSTITUTION, year, date(year + 1, 12, 1)) == ()


def test_a_report_is_not_made_before_its_year_ends() -> None:
    assert codes(dated(BodyKind.DEPARTMENT, 2014, date(2014, 12, 31))) == ["published-early"]
    assert codes(dated(BodyKind.DEPARTMENT, 2014, date(2015, 1, 1))) == []


def test_the_date_of_publication_counts_before_that_of_the_signature() -> None:
    assert "published-late" in codes(of_page("2015-03-20", "2015-04-02"))
    assert "published-late" not in codes(of_page("2015年3月20日", "2015年4月2日"))
