"""Checks: each looks at a report and yields findings; none changes it, none reads anything else."""

from collections.abc import Callable, Iterable

from govdisclosure.checks.arithmetic import check_figures, check_powers, check_rates
from govdisclosure.checks.identifiers import check_identifiers
from govdisclosure.checks.structure import check_contents, check_numbering
from govdisclosure.checks.times import check_deadline, check_period, check_years
from govdisclosure.finding import Finding, Severity, Side, Verdict, finding
from govdisclosure.limits import DEFAULT_LIMITS, Limits
from govdisclosure.model import Report

__all__ = ["CHECKS", "check"]

#: Every check, in the order of its findings. A new one is one function and one line here.
CHECKS: tuple[Callable[[Report], Iterable[Finding]], ...] = (
    check_powers,
    check_figures,
    check_rates,
    check_years,
    check_period,
    check_deadline,
    check_identifiers,
    check_contents,
    check_numbering,
)


def check(report: Report, *, limits: Limits = DEFAULT_LIMITS) -> tuple[Finding, ...]:
    """Everything that the checks find in a report, in a fixed order. The report is never changed."""
    found = [one for looks in CHECKS for one in looks(report)]
    if len(found) <= limits.findings:
        return tuple(found)
    left_out = str(len(found) - limits.findings)
    more = finding(
        "findings-left-out", Side(), severity=Severity.INFO, verdict=Verdict.NOTED, params={"count": left_out}
    )
    return (*found[: limits.findings], more)
