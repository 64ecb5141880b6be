"""A program as a user writes it; mypy --strict and pyright find nothing in it. Checked, never run."""
# ruff: noqa: T201

from decimal import Decimal
from pathlib import Path
from typing import assert_type

import govdisclosure as gd
from govdisclosure.forms.cn.y2021 import CN2021
from govdisclosure.model import BodyKind, Metric, MetricKind, Period, PowerList, Section, Statistics, Unit


def reading(path: Path) -> gd.Report | None:
    draft = gd.read(path)
    assert_type(draft, gd.Draft)
    assert_type(draft.report, gd.Report | None)
    assert_type(draft.findings, tuple[gd.Finding, ...])
    for left in draft.left_over:
        print(left.start, left.end, left.text, left.reason.label)
    gd.read(path.read_bytes(), encoding="gb18030", name="report.txt", limits=gd.Limits())
    with path.open("rb") as stream:
        gd.read(stream)
    return draft.report


def fields(report: gd.Report) -> Decimal:
    assert_type(report.year, int)
    assert_type(report.title, str | None)
    assert_type(report.period, Period)
    assert_type(report.metrics, tuple[Metric, ...])
    assert_type(report.powers, PowerList | None)
    if report.publisher is not None:
        assert_type(report.publisher.kind, BodyKind | None)
    total = Decimal(0)
    for metric in report.metrics:
        assert_type(metric.kind, MetricKind)
        assert_type(metric.kind.label, str)
        assert_type(metric.value, int | Decimal)
        assert_type(metric.unit, Unit | None)
        if metric.kind is MetricKind.DISCLOSED_ITEMS:
            total += metric.value
    return total


def sections(below: tuple[Section, ...]) -> list[str]:
    return [text for section in below for text in (*section.paragraphs, *sections(section.subsections))]


def checking(report: gd.Report) -> list[str]:
    found = gd.check(report)
    assert_type(found, tuple[gd.Finding, ...])
    return [f"{one.code} {one.severity.label} {one.paths} {gd.message(one, 'zh-Hans')}" for one in found]


def writing(report: gd.Report) -> str:
    assert_type(gd.dumps(report), str)
    again = gd.loads(gd.dumps(report))
    assert_type(again, gd.Report)
    gd.dump(again, "report.json")
    assert_type(gd.load("report.json"), gd.Report)
    page = gd.render(again, to="html", locale="en", findings=gd.check(again))
    assert_type(page, str)
    return page


def application(report: gd.Report) -> str:
    own = gd.catalogs(Path("wording"))
    assert_type(own, gd.Catalogs)
    korean = own.locale("ko")
    assert_type(korean, gd.OwnLocale)
    assert_type(gd.render(report, locale=korean), str)
    assert_type(gd.render(report, to="html", locale=[korean, "en"]), str)
    asked: gd.AnyLocale = korean
    print(gd.message(gd.check(report)[0], asked), gd.explain("powers-total", asked).title, gd.facts(report, asked))
    try:
        page = gd.render_template(report, "page.html", locale=asked, findings=gd.check(report), limits=gd.Limits())
        assert_type(page, str)
        return page + gd.render_template(report, text="{{ page.title }}")
    except gd.BrokenTemplate as error:
        assert_type(error.line, int | None)
        return f"{error.template} {error.line} {error.code}"
    except gd.BrokenCatalog as error:
        return error.code


def flat(report: gd.Report) -> list[tuple[str, int | Decimal | None]]:
    rows = gd.facts(report, "en")
    assert_type(rows, list[gd.Fact])
    return [(row["label"], row["value"]) for row in rows]


def paths(report: gd.Report) -> gd.Report:
    print(gd.value(report, "powers.total"))
    changed = gd.replace(report, "powers.total", 12)
    assert_type(changed, gd.Report)
    return changed


def tables(report: gd.Report) -> Statistics:
    typed = report.tables(CN2021)
    assert_type(typed, CN2021)
    cell = typed.requests.results.denied.state_secret.natural_person
    assert_type(cell, int | gd.Absent)
    assert_type(typed.proactive.fees.amount, Decimal | gd.Absent)
    if not isinstance(cell, gd.Absent):
        assert_type(cell, int)
    assert_type(gd.blank(CN2021), CN2021)
    assert_type(gd.blank("cn-2021"), Statistics)
    print(gd.diagnose(report), gd.check_years([report]), gd.check_rollup(report, [report]), gd.form_json("cn-2021"))
    return report.tables(Statistics)


def schemas(document: object) -> list[str]:
    print(gd.schema("cn-2021")["$id"], [form.title for form in gd.FORMS.values()])
    return [problem.text for problem in gd.validate(document)]


def errors(text: str) -> gd.Report | None:
    try:
        return gd.loads(text)
    except gd.DecodeError as error:
        print([problem.pointer for problem in error.problems])
    except gd.GovDisclosureError as error:
        print(error)
    return None
