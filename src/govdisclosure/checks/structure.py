"""What a report has to have, and the order of its sections."""

from collections.abc import Iterator

from govdisclosure import catalog
from govdisclosure.checks.sides import sections_of
from govdisclosure.finding import Finding, Side, finding
from govdisclosure.model import Report, SectionKind
from govdisclosure.numbers import parse_chinese

__all__ = ["check_contents", "check_numbering"]


def check_contents(report: Report) -> Iterator[Finding]:
    """Contents that the law asks for: under a heading of their own, or stated in a figure of that content."""
    vintage = catalog.FORMS.get(report.form)
    if vintage is None or not report.sections:
        return
    present = {section.kind for _, section in sections_of(report)} | {metric.kind.topic for metric in report.metrics}
    for content in vintage.contents:
        if content.kind not in present:
            code = f"{SectionKind.list_name()}:{content.kind}"
            params = {"content": content.kind.label, "content_code": code, "source": content.source}
            yield finding("section-missing", Side(paths=("sections",)), severity=content.severity, params=params)


def check_numbering(report: Report) -> Iterator[Finding]:
    """Top-level sections numbered 一、二、三 follow each other."""
    last: tuple[int, str, str] | None = None
    for index, section in enumerate(report.sections):
        value = parse_chinese((section.number or "").rstrip("、.．，, "))
        if value is None or section.number is None:
            continue
        path = f"sections.{index}"
        if last and value != last[0] + 1:
            left, right = Side(paths=(last[2],), value=last[1]), Side(paths=(path,), value=section.number)
            yield finding("section-number", left, right)
        last = value, section.number, path
