"""The sheets of an entry workbook: instructions, what the report says of itself, and one sheet for each table."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from govdisclosure.declare import LAST_YEAR, CellKind
from govdisclosure.form import CellForm, Form, compile_form, wordings
from govdisclosure.grid import GridCell
from govdisclosure.locales import AnyLocale, Texts, texts
from govdisclosure.locales.rendering import WORDING as PAGE_WORDING
from govdisclosure.locales.tables import header_text, rule_title
from govdisclosure.locales.texts import negotiate
from govdisclosure.spreadsheet import Book, Heights, width_of
from govdisclosure.vintage import Vintage
from govdisclosure.workbook.equations import Formulas, formulas_of, quoted
from govdisclosure.workbook.layout import At, TableSheet, to_fill_in
from govdisclosure.workbook.wording import STEPS, said

__all__ = ["written"]

Look = Mapping[str, Any]

_TITLE: Look = {"bold": True, "font_size": 14}
_NOTE: Look = {"font_color": "#4A4A4A"}
_STEP: Look = {"text_wrap": True, "valign": "top"}
_NAME: Look = {"bold": True, "bg_color": "#F3F5F8", "border": 1, "valign": "top"}
_FIXED: Look = {"border": 1, "text_wrap": True, "valign": "vcenter"}
_OPEN: Look = {"border": 1, "text_wrap": True, "valign": "vcenter", "bg_color": "#FFFBE6", "locked": False}
_LEFT: Look = {**_OPEN, "align": "left"}
#: What is typed here stays the text that was typed.
_TYPED: Look = {**_LEFT, "num_format": "@"}
_CENTRE: Look = {**_FIXED, "align": "center"}
_ENTRY: Look = {**_OPEN, "align": "center"}
_TOTAL: Look = {**_ENTRY, "bg_color": "#EDEFF2", "bold": True}
_KINDS: Mapping[str, Look] = {
    "column": {**_CENTRE, "bold": True},
    "corner": {**_FIXED, "bold": True},
    "banner": {**_CENTRE, "bg_color": "#E8F1F8"},
    "unit": _CENTRE,
}
_CHECK: Look = {"font_color": "#A4161A", "text_wrap": True, "valign": "vcenter"}
#: How a cell looks whose equation fails; one that may have its reasons is paler.
_RED: Mapping[str, Look] = {
    "error": {"bg_color": "#F8696B", "font_color": "#7A0000", "bold": True},
    "warning": {"bg_color": "#FCD5B4", "font_color": "#7A0000"},
    "info": {"bg_color": "#FDE9D9", "font_color": "#7A0000"},
}
#: What a person may change of a protected sheet beside the open cells: nothing that moves them.
_ALLOWED = {"format_cells": True, "format_columns": True, "format_rows": True}
#: Tables begin in this row, below their title and the name of their form.
_FIRST_ROW = 3
#: So many blank columns part a table from what is told beside it.
_APART = 2
_FORMULA_LENGTH = 8_000
_WIDTHS = {"name": 24, "field": 60, "text": 100, "number": 12, "check": 44}


def written(vintage: Vintage, locale: AnyLocale) -> bytes:
    """The bytes of the workbook of a form."""
    assert vintage.statistics is not None  # noqa: S101 - for the type checker; the caller looked
    return _Writer(vintage, compile_form(vintage.statistics), locale).done()


@attrs.frozen
class _Field:
    """A line of the sheet on the report: the key of its word, its hint, and what may be entered."""

    key: str
    hint: str = ""
    validation: Mapping[str, Any] | None = None
    look: Look = _TYPED


class _Writer:
    """One workbook in the making."""

    def __init__(self, vintage: Vintage, form: Form, locale: AnyLocale) -> None:
        self.vintage, self.form = vintage, form
        self.words: Texts = texts(locale)
        self.official: Texts = texts(vintage.language)
        self.book = Book(right_to_left=negotiate(str(locale)).text_direction == "rtl")
        title = self.official.label(f"form:{vintage.id}:title", vintage.title)
        self.form_line = f"{title} ({vintage.id})"

    def done(self) -> bytes:
        """Everything, in the order of the tabs."""
        self.instructions()
        self.report()
        tables = list(to_fill_in(self.form, _FIRST_ROW))
        sheets = [self.new_sheet(table) for table in tables]
        places = {
            path: At(str(sheet.get_name()), *place)
            for table, sheet in zip(tables, sheets, strict=True)
            for path, place in table.places.items()
        }
        formulas = formulas_of(self.form, places)
        for table, sheet in zip(tables, sheets, strict=True):
            _TableWriter(self, sheet, table, formulas, places).write()
        self.glossary()
        return self.book.done()

    def said(self, key: str, **params: str | int) -> str:
        return said(self.words, key, **params)

    def name(self, key: str) -> str:
        """The word by which a field is found again: that of the pages of the library in the language of the form."""
        return self.official.message(f"render:{key}", PAGE_WORDING[key])

    def hint(self, key: str, hint: str = "") -> str:
        """What is told beside a field: its translation, where there is one, and what to enter."""
        words = self.words.message(f"render:{key}", PAGE_WORDING[key])
        told = [words if words != self.name(key) else "", hint]
        return self.said("named", name=words, hint=hint) if all(told) else "".join(told)

    # --- sheets around the tables

    def instructions(self) -> None:
        sheet = self.book.sheet(self.said("instructions"))
        self.book.text(sheet, 0, 0, self.said("instructions"), _TITLE)
        self.book.text(sheet, 1, 0, self.form_line, _NOTE)
        kinds = {cell.kind for cell in self.form.cells.values()}
        of_some = {"exact": any(k.exact for k in kinds), "signed": any(k.signed for k in kinds)}
        steps = [step for step in STEPS if of_some.get(step, True)]
        heights = Heights()
        for number, step in enumerate(steps, 1):
            words = f"{number}. {self.said(f'step-{step}', report=self.said('report'))}"
            self.book.text(sheet, number + 2, 0, words, _STEP)
            heights.add(number + 2, words, _WIDTHS["text"])
        heights.set(sheet)
        sheet.set_column(0, 0, _WIDTHS["text"])
        self.finish(sheet)

    def fields(self) -> Iterator[_Field]:
        first, last = self.vintage.years[0], self.vintage.years[1] or LAST_YEAR
        year = {"validate": "integer", "criteria": "between", "minimum": first, "maximum": last,
                "error_message": self.said("entry-year", first=first, last=last)}  # fmt: skip
        day = {"validate": "custom", "value": "=ISNUMBER({cell})", "error_message": self.said("entry-date")}
        yield _Field("publisher")
        yield _Field("year", validation=year, look=_LEFT)
        yield _Field("title", self.said("title-hint"))
        yield _Field("author", self.said("author-hint"))
        yield _Field("period", self.said("period-hint"))
        yield _Field("issued", self.said("date-hint"), day, {**_LEFT, "num_format": "yyyy-mm-dd"})

    def report(self) -> None:
        """The sheet on the report: a word and an open cell a line; the form itself is fixed."""
        sheet = self.book.sheet(self.said("report"))
        self.book.text(sheet, 0, 0, self.name("form"), _NAME)
        self.book.text(sheet, 0, 1, self.form_line, _FIXED)
        for row, field in enumerate(self.fields(), 1):
            self.book.text(sheet, row, 0, self.name(field.key), _NAME)
            self.book.text(sheet, row, 1, "", field.look)
            if field.validation:
                self.validate(sheet, (row, 1, row, 1), field.validation)
            self.book.text(sheet, row, 1 + _APART + 1, self.hint(field.key, field.hint), _NOTE)
        sheet.set_column(0, 0, _WIDTHS["name"])
        sheet.set_column(1, 1, _WIDTHS["field"])
        self.finish(sheet)

    def finish(self, sheet: Worksheet) -> None:
        """Nothing but open cells can be changed; one page is as wide as the sheet."""
        sheet.protect("", _ALLOWED)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def validate(self, sheet: Worksheet, area: tuple[int, int, int, int], rule: Mapping[str, Any]) -> None:
        """What may be entered in an area; ``{cell}`` in a formula is its first cell."""
        first = xl_rowcol_to_cell(area[0], area[1])
        made = {key: value.replace("{cell}", first) if key == "value" else value for key, value in rule.items()}
        sheet.data_validation(*area, {"error_title": self.said("entry-title")[:32], **made})

    def glossary(self) -> None:
        """The official wording beside its translation, where the locale has another."""
        pairs = [(text, self.words.label(context, text)) for context, text in self.official_wordings()]
        pairs = [pair for pair in dict.fromkeys(pairs) if pair[0] != pair[1]]
        if not pairs:
            return
        sheet = self.book.sheet(self.said("glossary"))
        lines = [(self.said("official"), self.said("translation")), *pairs]
        heights = Heights()
        for row, pair in enumerate(lines):
            for column, text in enumerate(pair):
                self.book.text(sheet, row, column, text, _FIXED if row else _NAME)
                heights.add(row, text, _WIDTHS["field"])
        heights.set(sheet)
        sheet.set_column(0, 1, _WIDTHS["field"])
        sheet.freeze_panes(1, 0)
        self.finish(sheet)

    def official_wordings(self) -> Iterator[tuple[str, str]]:
        """What the tables print; what rules say stands beside the rows."""
        yield from (pair for pair in wordings(self.form) if not pair[0].startswith("rule:"))

    def new_sheet(self, table: TableSheet) -> Worksheet:
        mark = table.grid.table.mark
        return self.book.sheet(self.official.label(table.grid.table.context, mark.title), official=True)


class _TableWriter:
    """One table on its sheet."""

    def __init__(
        self, writer: _Writer, sheet: Worksheet, table: TableSheet, formulas: list[Formulas], places: Mapping[str, At]
    ) -> None:
        self.writer, self.book, self.sheet, self.table = writer, writer.book, sheet, table
        self.name = str(sheet.get_name())
        self.here = [one for one in formulas if one.left[0].sheet == self.name]
        #: Those whose left side stands on another sheet and that have cells on this one.
        self.elsewhere = [
            one
            for one in formulas_of(writer.form, places, self.name)
            if one.left[0].sheet != self.name and any(at.sheet == self.name for at in one.right)
        ]
        #: The formula of each total; of several rules for one cell the first one declared.
        self.totals: dict[tuple[int, int], str] = {}
        for one in self.here:
            if one.equation.rule.has_total:
                self.totals.setdefault((one.left[0].row, one.left[0].column), one.total)

    def write(self) -> None:
        mark = self.table.grid.table.mark
        context = self.table.grid.table.context
        self.book.text(self.sheet, 0, 0, self.writer.official.label(context, mark.title), _TITLE)
        self.book.text(self.sheet, 1, 0, self.writer.form_line, _NOTE)
        for one in self.table.cells:
            self.cell(one.cell, one.area)
        self.equations()
        self.beside()
        self.widths()
        depth = max((part.depth for part in self.table.grid.parts), default=0)
        self.sheet.freeze_panes(self.table.first_body or _FIRST_ROW, depth)
        self.sheet.print_area(0, 0, self.table.last_row, self.table.grid.width - 1)
        self.writer.finish(self.sheet)

    # --- cells

    def cell(self, cell: GridCell, area: tuple[int, int, int, int]) -> None:
        path = cell.path
        declared = self.writer.form.cell(path) if path else None
        if declared is not None:
            self.entry(declared, area)
            return
        look = dict(_KINDS.get(cell.kind, _FIXED))
        if cell.indent:
            look["indent"] = 2 * cell.indent
        self.spread(area, look)
        self.book.text(self.sheet, area[0], area[1], self.official(cell), look)

    def official(self, cell: GridCell) -> str:
        if cell.unit is not None:
            return self.writer.official.code(cell.unit)
        return header_text(cell.header, self.writer.official) if cell.header else cell.text

    def spread(self, area: tuple[int, int, int, int], look: Look) -> None:
        if area[0] != area[2] or area[1] != area[3]:
            self.book.merge(self.sheet, area, look)

    def entry(self, cell: CellForm, area: tuple[int, int, int, int]) -> None:
        """An open cell, with its total where it is one."""
        total = self.totals.get(area[:2])
        look = {**(_TOTAL if total else _ENTRY), "num_format": "General" if cell.kind.exact else "#,##0"}
        self.spread(area, look)
        if total:
            self.book.formula(self.sheet, area[0], area[1], f"={total}", look)
        else:
            self.book.text(self.sheet, area[0], area[1], "", look)
        self.writer.validate(self.sheet, (area[0], area[1], area[0], area[1]), self.entry_rule(cell.kind))

    def entry_rule(self, kind: CellKind) -> Mapping[str, Any]:
        whole = "" if kind.exact else ",{cell}=INT({cell})"
        low = f"{{cell}}>={-kind.high if kind.signed else 0}"
        words = '{cell}="/"' + (',LEFT({cell},1)="<"' if kind.bounds else "")
        message = "entry-amount" if kind.exact else "entry-signed" if kind.signed else "entry-count"
        return {
            "validate": "custom",
            "value": f"=IF(ISNUMBER({{cell}}),AND({low}{whole}),OR({words}))",
            "error_message": self.writer.said(message),
        }

    # --- equations

    def equations(self) -> None:
        """The cells of every equation, red while it fails; the total of a sum, or both sides of anything else."""
        for one in (*self.here, *self.elsewhere):
            rule = one.equation.rule
            marked = one.left if rule.has_total else (*one.left, *one.right)
            look = self.book.format(_RED.get(rule.severity, _RED["error"]))
            for at in marked:
                if at.sheet == self.name:
                    condition = {"type": "formula", "criteria": f"={one.fails}", "format": look}
                    self.sheet.conditional_format(at.row, at.column, at.row, at.column, condition)

    def beside(self) -> None:
        """To the right of each row what does not fit, and its label in the language of the locale."""
        column = self.table.grid.width + _APART
        self.book.text(self.sheet, _FIRST_ROW, column, self.writer.said("check"), _NAME)
        by_row: dict[int, str] = {}
        for one in self.here:
            left, right = (f"SUM({side})" for side in one.sums)
            sign = "≠" if one.equation.rule.relation == "=" else ">"
            title = rule_title(one.equation.rule, self.writer.words)
            told = f'IF({one.fails},{quoted(f"{title}: ")}&{left}&{quoted(f" {sign} ")}&{right}&CHAR(10),"")'
            before = by_row.get(one.left[0].row, "")
            if len(before) + len(told) < _FORMULA_LENGTH:
                by_row[one.left[0].row] = f"{before}&{told}" if before else told
        for row, formula in by_row.items():
            self.book.formula(self.sheet, row, column, f"={formula}", _CHECK)
        self.sheet.set_column(column, column, _WIDTHS["check"])
        self.translations(column + 1)

    def translations(self, column: int) -> None:
        """The label of each row in the language of the locale, where that is another."""
        for one in self.table.cells:
            if one.cell.kind == "row" and one.cell.header:
                words = header_text(one.cell.header, self.writer.words)
                if words != self.official(one.cell):
                    self.book.text(self.sheet, one.area[0], column, words, _NOTE)
        self.sheet.set_column(column, column, _WIDTHS["check"])

    def widths(self) -> None:
        grid = self.table.grid
        depth = max((part.depth for part in grid.parts), default=0)
        columns = [_WIDTHS["number"]] * grid.width
        columns[:depth] = [self.needed(column, 60 if depth == 1 else 40) for column in range(depth)]
        heights = Heights()
        for one in self.table.cells:
            top, left, bottom, right = one.area
            if top == bottom:
                heights.add(top, self.official(one.cell), sum(columns[left : right + 1]))
        heights.set(self.sheet)
        for column, width in enumerate(columns):
            self.sheet.set_column(column, column, width)

    def needed(self, column: int, most: int) -> int:
        """The width of a column of row headers: what those that end in it need."""
        labels = [self.official(one.cell) for one in self.table.cells
                  if one.area[3] == column and one.area[1] == column and one.cell.kind != "banner"]  # fmt: skip
        widest = max((width_of(label) for label in labels), default=0)
        return min(max(widest + 2, 8), most)
