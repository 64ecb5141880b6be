"""The real report of a provincial department for 2014: a golden of all that is read, and facts by name."""

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.golden.jilin import DOCUMENT, GOLDEN, golden_of
from tests.golden.kept import same_as_kept
from tests.tools import need

import govdisclosure as gd
from govdisclosure.model import Report

#: Codes of findings on sums and bounds: a report whose figures agree has none of them.
SUMS = {
    *("powers-total", "powers-part", "parts-exceed-whole", "part-exceeds-whole", "parts-below-whole"),
    *("figures-differ", "rate-range", "early-above-on-time"),
}

#: Kind, value and unit of every figure of the text, in its order.
FIGURES: tuple[tuple[str, int | str, str | None], ...] = (
    ("mean_handling_time", "13.8", "working_day"),
    ("early_completion_rate", "48.07", "percent"),
    ("on_time_rate", "100", "percent"),
    ("approval_categories", 8, "category"),
    ("approval_items", 16, "matter"),
    ("disclosure_rate", "100", "percent"),
    ("disclosure_rate", "100", "percent"),
    ("disclosure_rate", "100", "percent"),
    ("warnings_issued", 10, "issue"),
    ("incident_notices", 16, "case"),
    ("incidents", 1, "case"),
    ("disclosed_items", 308, "item"),
    ("disclosed_part", 156, "item"),
    ("disclosed_part", 128, "item"),
    ("warnings_issued", 12, "issue"),
    ("incident_notices", 12, "issue"),
    ("disclosure_rate", "100", "percent"),
    ("requests_received", 0, None),
    ("online_items", 18, "matter"),
    ("reviews", 0, "copy"),
    ("lawsuits", 0, None),
)
#: Values that stand in words, with the first character of these.
ZEROS = ((0, "未"), (0, "无"))
SERVICES = (
    *("危险化学品查询系统", "安评机构网上申办平台", "作业场所职业危害申报系统"),
    *("注册安全工程师注册管理系统", "烟花爆竹企业标准化信息管理系统"),
)


@pytest.fixture(scope="module")
def text() -> str:
    return Path(need(DOCUMENT, "the real report of 2014")).read_bytes().decode()


@pytest.fixture(scope="module")
def report(text: str) -> Report:
    return report_of(text)


def report_of(text: str) -> Report:
    made = gd.read(text.encode()).report
    assert made is not None
    return made


def value_of(metric: Any) -> int | str:
    return str(metric.value) if isinstance(metric.value, Decimal) else metric.value


def test_everything_is_as_in_the_golden(report: Report, *, remake_golden: bool) -> None:
    same_as_kept(GOLDEN, golden_of(report), remake=remake_golden, where="tests/test_golden_jilin.py")


def test_golden_holds_no_sentence(text: str) -> None:
    golden = GOLDEN.read_text("utf-8")
    body = [line.strip() for line in text.splitlines() if len(line.strip()) > 12]
    assert not [line for line in body if line in golden]


def test_head_of_the_report(report: Report) -> None:
    assert (report.year, report.form) == (2014, "cn-2014")
    assert report.publisher is not None
    assert report.publisher.name == "吉林省安全生产监督管理局"
    assert report.issued == date(2015, 3, 31)


def test_publication(report: Report) -> None:
    publication = report.publication
    assert publication is not None
    assert publication.host is not None
    assert (publication.published, publication.published_time) == (date(2015, 3, 31), time(16, 18, 8))
    assert publication.host.website_identification_code == "2200000056"


def test_sections(report: Report) -> None:
    assert [section.number for section in report.sections] == [None, "一、", "二、", "三、", "四、"]
    assert report.sections[0].kind == "preamble"


def test_powers(report: Report) -> None:
    powers = report.powers
    assert powers is not None
    counts = {name: count for name, count in attrs.asdict(powers.categories).items() if count is not None}
    assert powers.total == 188 == sum(counts.values())
    assert counts == {"licensing": 7, "punishment": 173, "coercion": 1, "reward": 2, "other": 5}
    assert not powers.extra


def test_figures(report: Report) -> None:
    found = tuple((metric.kind.value, value_of(metric), metric.unit) for metric in report.metrics)
    assert found == FIGURES


def test_disclosed_items_and_their_parts(report: Report) -> None:
    whole = next(i for i, metric in enumerate(report.metrics) if metric.kind == "disclosed_items")
    parts = [metric.value for metric in report.metrics if metric.part_of == f"metrics.{whole}"]
    assert report.metrics[whole].value == 308 == 156 + 128 + 12 + 12
    assert parts == [156, 128, 12, 12]


def test_services(report: Report) -> None:
    assert tuple(service.name for service in report.services) == SERVICES


def fact_paths(report: Report) -> Iterator[str]:
    """The paths of everything that was read, apart from the narrative itself."""
    yield from ("title", "issued", "publisher.name", "publication.published", "publication.published_time")
    for name, value in attrs.asdict(report.publication.host, recurse=False).items():
        if isinstance(value, str):
            yield f"publication.host.{name}"
    for index, _ in enumerate(report.publication.host.telephones):
        yield from (f"publication.host.telephones.{index}.{name}" for name in ("label", "number"))
    yield "powers.total"
    for name, count in attrs.asdict(report.powers.categories).items():
        if count is not None:
            yield f"powers.categories.{name}"
    for name in ("metrics", "channels", "services"):
        yield from (f"{name}.{index}" for index, _ in enumerate(getattr(report, name)))


def test_every_fact_has_a_place_and_no_other_has(report: Report) -> None:
    assert set(report.provenance.places) == set(fact_paths(report))


def test_every_quote_is_what_stands_at_its_place(report: Report, text: str) -> None:
    for path, place in report.provenance.places.items():
        assert place.quote, path
        assert place.source is not None, path
        assert text[place.source.start : place.source.end] == place.quote, path
        if place.path is not None:
            assert gd.value(report, place.path)[place.start : place.end] == place.quote, path


def test_a_fact_is_in_the_words_of_its_place(report: Report) -> None:
    places = report.provenance.places
    named = [(f"{name}.{i}", thing.name) for name in ("channels", "services")
             for i, thing in enumerate(getattr(report, name))]  # fmt: skip
    assert [(path, places[path].quote) for path, _ in named] == named
    for index, metric in enumerate(report.metrics):
        quote = places[f"metrics.{index}"].quote
        written = str(metric.value) in quote or "百分之百" in quote or (metric.value == 0 and quote[0] in "未无")
        assert written, quote


def test_the_sums_agree(report: Report) -> None:
    assert not {finding.code for finding in gd.check(report)} & SUMS


def test_one_changed_number_gives_one_finding(text: str) -> None:
    assert text.count("行政处罚173项") == 1
    changed = report_of(text.replace("行政处罚173项", "行政处罚174项"))
    finding, *others = [one for one in gd.check(changed) if one.code in SUMS]
    assert not others
    assert (finding.code, finding.left.value, finding.right.value) == ("powers-total", 188, 189)
    assert finding.difference == -1
    assert "行政处罚174项" in [place.quote for place in finding.places]
    assert "行政权力188项" in [place.quote for place in finding.places]
    assert "powers.categories.punishment" in finding.right.paths
