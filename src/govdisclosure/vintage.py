"""What is fixed for the reports of certain years: contents, dates, law. Values only."""

from datetime import date

import attrs

from govdisclosure.declare import LAST_YEAR
from govdisclosure.finding import Severity
from govdisclosure.model import BodyKind, Period, SectionKind, Statistics

__all__ = ["Content", "Deadline", "Vintage"]


@attrs.frozen(kw_only=True)
class Content:
    """A content that a report has to have, with the provision that asks for it."""

    kind: SectionKind
    source: str
    severity: Severity = Severity.WARNING


@attrs.frozen(kw_only=True)
class Deadline:
    """The last day of publication in the year after the report year, for some kinds of body."""

    kinds: tuple[BodyKind, ...]
    month: int
    day: int
    source: str
    severity: Severity = Severity.ERROR


@attrs.frozen(kw_only=True)
class Vintage:
    """One form of the annual report and the years it is for.

    ``years`` are the first and the last report year (``None``: still in force). ``statistics`` is the class of
    its statutory tables, ``None`` where it has none.
    """

    id: str
    country: str
    language: str
    title: str
    years: tuple[int, int | None]
    sources: tuple[str, ...]
    contents: tuple[Content, ...]
    deadlines: tuple[Deadline, ...]
    statistics: type[Statistics] | None = None
    first_day: date | None = None

    def covers(self, year: int) -> bool:
        """Whether reports on this year are made by this form."""
        first, last = self.years
        return first <= year <= (last or LAST_YEAR)

    def period(self, year: int) -> Period:
        """The period that a report on ``year`` covers: the calendar year, from the law's first day on."""
        start = date(year, 1, 1)
        if self.first_day and self.first_day.year == year:
            start = self.first_day
        return Period(start=start, end=date(year, 12, 31))

    def deadline(self, year: int, kind: BodyKind | None) -> tuple[date, Deadline] | None:
        """The last day on which a body of this kind may publish its report on ``year``, and the rule.

        For a body of unknown kind it is the latest day that any kind has, so that nothing is said by guessing.
        """
        rules = [rule for rule in self.deadlines if kind is None or kind in rule.kinds]
        dated = [(date(year + 1, rule.month, rule.day), rule) for rule in rules]
        return max(dated, key=lambda pair: pair[0], default=None)
