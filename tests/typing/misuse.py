"""What the type checkers have to refuse: each marked line is an error of the named kind, to mypy and pyright."""

import govdisclosure as gd
from govdisclosure.model import Metric, MetricKind, Period, Section


def misuse(report: gd.Report, period: Period) -> None:
    gd.Report(form="cn-2014", year="2014", period=period)  # type: ignore[arg-type]
    gd.Report("cn-2014", 2014, period)  # type: ignore[call-arg]
    gd.Report(form="cn-2014", year=2014)  # type: ignore[call-arg]
    gd.Report(form="cn-2014", year=2014, period=period, city="清河")  # type: ignore[call-arg]
    report.year = 2015  # type: ignore[misc]
    report.publisher.name  # type: ignore[union-attr]  # noqa: B018
    Metric(kind="reviews", value=1, counted="")  # type: ignore[arg-type]
    Metric(kind=MetricKind.CASES_CLOSED, value=0.5, counted="")  # type: ignore[arg-type]
    Section(kind=report.sections[0].kind, paragraphs=["一"])  # type: ignore[arg-type]
    report.metrics.append(report.metrics[0])  # type: ignore[attr-defined]
    gd.check(gd.read("report.txt").report)  # type: ignore[arg-type]
    gd.check("report.txt")  # type: ignore[arg-type]
    gd.render(report, "html")  # type: ignore[call-overload]
    gd.dumps({"year": 2014})  # type: ignore[arg-type]
    gd.facts(report)[0]["labels"]  # type: ignore[typeddict-item]
    gd.read(3)  # type: ignore[arg-type]
