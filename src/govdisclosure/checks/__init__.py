"""Checks: each looks at a report and yields findings; none changes it, none reads anything else."""

from collections.abc import Callable, Iterable

from govdisclosure.checks.across_bodies import check_rollup
from govdisclosure.checks.across_years import check_years
from govdisclosure.checks.arithmetic import check_figures, check_powers, check_rates
from govdisclosure.checks.identifiers import check_identifiers
from govdisclosure.checks.structure import check_contents, check_numbering
from govdisclosure.checks.tables import (
    check_alternatives,
    check_diagnosis,
    check_equations,
    check_impossible,
    check_stated,
    check_vintage,
    diagnose,
)
from govdisclosure.checks.times import check_deadline, check_period, check_year_words
from govdisclosure.finding import Finding, Findings, Severity, Side, Verdict, finding
from govdisclosure.limits import DEFAULT_LIMITS, Limits
from govdisclosure.model import Report

__all__ = ["CHECKS", "TABLE_CHECKS", "check", "check_rollup", "check_years", "diagnose"]

#: What the form of the tables says of its cells. Programs in other languages make the same of its published rules.
TABLE_CHECKS: tuple[Callable[[Report], Iterable[Finding]], ...] = (
    check_equations,
    check_alternatives,
    check_impossible,
)
#: Every check, in the order of its findings. A new one is one function and one line here.
CHECKS: tuple[Callable[[Report], Iterable[Finding]], ...] = (
    *TABLE_CHECKS,
    check_diagnosis,
    check_stated,
    check_powers,
    check_figures,
    check_rates,
    check_vintage,
    check_year_words,
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
        return Findings(found)
    left_out = str(len(found) - limits.findings)
    more = finding(
        "findings-left-out", Side(), severity=Severity.INFO, verdict=Verdict.NOTED, params={"count": left_out}
    )
    return Findings((*found[: limits.findings], more))
