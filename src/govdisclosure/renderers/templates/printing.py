"""What a template asks of the library: finished words and numbers in the locale, and its own HTML of blocks."""

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from functools import cached_property
from typing import Any

from markupsafe import Markup

from govdisclosure.cell import Absent
from govdisclosure.codelist import CodeList
from govdisclosure.errors import UnknownPath
from govdisclosure.finding import Finding
from govdisclosure.form import compile_form
from govdisclosure.locales import Formatter, message
from govdisclosure.locales.rendering import WORDING
from govdisclosure.locales.tables import cell_label
from govdisclosure.model import Report, Unit
from govdisclosure.paths import value
from govdisclosure.renderers.blocks import Block, Chart, Heading, Page, Paragraph, Sheet, Table
from govdisclosure.renderers.html_chart import chart
from govdisclosure.renderers.html_document import Ids
from govdisclosure.renderers.html_metadata import json_ld
from govdisclosure.renderers.html_style import READING
from govdisclosure.renderers.html_writer import PageWriter
from govdisclosure.renderers.templates.allowed import words_of
from govdisclosure.renderers.templates.lint import Refused
from govdisclosure.tabular import facts

__all__ = ["BLOCKS", "Printing"]

#: The kinds of blocks, for ``{% if block is table %}``.
BLOCKS: dict[str, type] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "table": Table,
    "sheet": Sheet,
    "chart": Chart,
}
#: The context of an application's own words in its catalogs.
_OWN_WORDS = "template"


class Printing:
    """One report while it is printed through a template; each method is a filter of its name."""

    def __init__(self, report: Report, form: Formatter, page: Page, findings: tuple[Finding, ...] | None) -> None:
        self.report, self.form, self.page, self.findings = report, form, page, findings
        self._writer = PageWriter(page, Ids())
        self._charts = 0

    @property
    def variables(self) -> dict[str, Any]:
        """The names that a template finds."""
        return {
            "report": self.report,
            "page": self.page,
            "findings": self.findings,
            "style": Markup(f"<style>{READING}</style>"),  # noqa: S704 - the library's own
            "metadata": Markup(json_ld(self.page.metadata)),  # noqa: S704 - escaped where it is written
        }

    # --- values in the locale; nothing stated is nothing printed

    def number(self, given: object) -> str:
        """A number with the separators of the locale."""
        return "" if given is None else self.form.number(_number(given, "number"))

    def percent(self, given: object) -> str:
        """A rate that is given in per cent."""
        return "" if given is None else self.form.percent(_number(given, "percent"))

    def money(self, given: object) -> str:
        """An amount of yuan."""
        return "" if given is None else self.form.money(Decimal(_number(given, "money")))

    def quantity(self, given: object, unit: object = None) -> str:
        """A number with its unit, as a figure of the text has one."""
        if not isinstance(unit, Unit | None):
            raise _kind("quantity", unit)
        return "" if given is None else self.form.quantity(_number(given, "quantity"), unit)

    def date(self, given: object) -> str:
        """A day in words."""
        if given is not None and not isinstance(given, date):
            raise _kind("date", given)
        return self.form.day(given) if given else ""

    def time(self, given: object) -> str:
        """A time of day."""
        if given is not None and not isinstance(given, time):
            raise _kind("time", given)
        return "" if given is None else self.form.clock(given)

    def listed(self, given: Iterable[object]) -> str:
        """Several names in one phrase."""
        return self.form.listed([words_of(one) for one in given])

    # --- words

    def code(self, given: object) -> str:
        """What a code of a code list is called."""
        if given is None:
            return ""
        if not isinstance(given, CodeList):
            raise _kind("code", given)
        return self.form.texts.code(given)

    def word(self, given: str) -> str:
        """A word that the built-in pages use, by its key: ``publisher``, ``findings``."""
        if given not in WORDING:
            raise Refused("word", {"word": str(given), "known": ", ".join(sorted(WORDING))})
        return self.form.texts.message(f"render:{given}", WORDING[given])

    def translated(self, given: str) -> str:
        """Words of the template in the locale, from the application's own catalogs; else as they are."""
        return self.form.texts.message(_OWN_WORDS, given)

    def message(self, given: object) -> str:
        """What a finding says."""
        if not isinstance(given, Finding):
            raise _kind("message", given)
        return message(given, self.form.asked)

    # --- what stands at a path of the report

    def label(self, path: str) -> str:
        """What the number at a path is called."""
        if path in self._labels:
            return self._labels[path]
        form = compile_form(type(self.report.statistics)) if self.report.statistics else None
        cell = form.cell(path) if form else None
        if cell is None:
            raise Refused("path", {"path": str(path)})
        return cell_label(cell, self.form.texts)

    @cached_property
    def _labels(self) -> dict[str, str]:
        return {fact["path"]: fact["label"] for fact in facts(self.report, self.form.asked)}

    def printed(self, path: str) -> str:
        """The words that the built-in pages print for what stands at a path."""
        if path in self._cells:
            return self._cells[path]
        try:
            found = value(self.report, path)
        except UnknownPath:
            raise Refused("path", {"path": str(path)}) from None
        if isinstance(found, int | Decimal):
            return self.form.number(found)
        if isinstance(found, Absent | CodeList):
            return self.form.texts.code(found)
        if isinstance(found, date):
            return self.form.day(found)
        if not isinstance(found, str | None):
            raise _kind("printed", found)
        return found or ""

    @cached_property
    def _cells(self) -> dict[str, str]:
        sheets = [block for block in (*self.page.figures, *self.page.narrative) if isinstance(block, Sheet)]
        cells = (cell for sheet in sheets for part in sheet.parts for row in part.rows for cell in row)
        return {cell.anchor: cell.text for cell in cells if cell.anchor}

    # --- blocks

    def html(self, given: Block | Chart | Iterable[Block | Chart]) -> Markup:
        """Blocks of the page as the built-in page writes them: a table with its headers, spans and links."""
        blocks = given if isinstance(given, Iterable) and not isinstance(given, str) else (given,)
        # Everything in it is escaped by the writer.
        return Markup("".join(map(self._block, blocks)))  # noqa: S704

    def _block(self, block: object) -> str:
        if isinstance(block, Chart):
            self._charts += 1
            return chart(block, self._writer, self._charts - 1)
        if not isinstance(block, Heading | Paragraph | Table | Sheet):
            raise _kind("html", block)
        return "".join(self._writer.blocks((block,)))


def _number(given: object, name: str) -> int | Decimal:
    if isinstance(given, bool) or not isinstance(given, int | Decimal):
        raise _kind(name, given)
    return given


def _kind(name: str, given: object) -> Refused:
    return Refused("kind", {"filter": name, "kind": type(given).__name__})
