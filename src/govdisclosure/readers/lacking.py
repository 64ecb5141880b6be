"""What a report has to have, and was not found in the document."""

from collections.abc import Iterable, Iterator

from govdisclosure import catalog
from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.form import Form
from govdisclosure.model import Report
from govdisclosure.readers.lines import Line
from govdisclosure.readers.tables.wording import words_of
from govdisclosure.vintage import Vintage

__all__ = ["lacking", "no_form"]

#: A line that is longer than this is no title of a table.
_LONGEST_TITLE = 60


def lacking(report: Report, vintage: Vintage, lines: Iterable[Line]) -> Iterator[Finding]:
    """What a report has to have, and none was found of."""
    if report.publisher is None:
        yield finding("publisher-missing", Side(paths=("publisher",)), verdict=Verdict.NOTED)
    form = catalog.tables(vintage.id)
    if report.statistics is None and form and (_has_tables(form) or _is_titled(form, lines)):
        params = {"title": vintage.title}
        yield finding("tables-missing", Side(paths=("statistics",)), verdict=Verdict.NOTED, params=params)


def _has_tables(form: Form) -> bool:
    """Whether its reports have a section for each table; else tables may be left out."""
    return all(table.mark.section for table in form.tables)


def _is_titled(form: Form, lines: Iterable[Line]) -> bool:
    """Whether a line is the title of a table, with the name of a body before it at most."""
    titles = [words_of(table.mark.title).whole for table in form.tables]
    words = [words_of(line.text).whole for line in lines if len(line.text) <= _LONGEST_TITLE]
    return any(one.endswith(title) for one in words for title in titles)


def no_form(year: int | None) -> Finding:
    """Why no form can be told: no year, or one for which there is none."""
    if year is None:
        return finding("year-missing", Side(), verdict=Verdict.NOTED)
    return finding("form-unknown", Side(), verdict=Verdict.NOTED, params={"year": str(year)})
