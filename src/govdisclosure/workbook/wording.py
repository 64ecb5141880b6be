"""The words of entry workbooks, in English; the catalogs hold the other languages under ``workbook:KEY``."""

from govdisclosure.locales import Texts

__all__ = ["STEPS", "WORDING", "said"]

WORDING: dict[str, str] = {
    "instructions": "How to fill in",
    "report": "Report",
    "glossary": "Wording",
    "official": "Official wording",
    "translation": "Translation",
    "check": "Check",
    "step-report": "Fill in the sheet “{report}” first: the name of the body and the year are needed.",
    "step-cells": "Fill in the yellow cells of every table. Enter whole numbers from 0 on, without words or units.",
    "step-exact": "Amounts may have decimals; the unit stands in the table.",
    "step-signed": "Changes may be negative.",
    "step-zero": "Enter 0 where there was none. A cell that is left empty says that the number is not known.",
    "step-slash": "Enter / where a cell does not apply to the body.",
    "step-totals": "Totals (grey) are added up by formulas as soon as each of their parts is a number or /; with a "
    "part left empty the total is not known either. A total may be overwritten; it is checked all the same.",
    "step-red": "A cell that turns red breaks an equation of the form; what does not fit is told beside its row.",
    "step-labels": "Do not change headers or move rows: the numbers are found again by what is printed there.",
    "step-save": "Save the workbook as XLSX in the spreadsheet program, so that the results of formulas are stored, "
    "and hand it up.",
    "named": "{name}: {hint}",
    "period-hint": "Only if it is not the calendar year: 2021年3月1日至2021年12月31日",
    "title-hint": "As printed over the report",
    "author-hint": "Only if another office compiled the report",
    "date-hint": "YYYY-MM-DD",
    "entry-title": "Not a number",
    "entry-count": "Enter a whole number from 0 on, or / where the cell does not apply.",
    "entry-signed": "Enter a whole number, or / where the cell does not apply.",
    "entry-amount": "Enter a number from 0 on, or / where the cell does not apply.",
    "entry-year": "Enter a year from {first} to {last}.",
    "entry-date": "Enter a date.",
}
#: The steps that every workbook tells, in their order; those for some kinds of cells apart.
STEPS = ("report", "cells", "exact", "signed", "zero", "slash", "totals", "red", "labels", "save")


def said(words: Texts, key: str, **params: str | int) -> str:
    """One of the wordings in the language of ``words``, its placeholders filled."""
    return words.message(f"workbook:{key}", WORDING[key]).format(**params)
