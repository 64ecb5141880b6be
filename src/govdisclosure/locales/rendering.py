"""The words that renderers add, in English; the catalogs hold the other languages under ``render:KEY``.

Readers know them too: what the library prints is read by what a person sees of it.
"""

__all__ = ["WORDING"]

WORDING: dict[str, str] = {
    "about": "About this report",
    "title": "Title",
    "publisher": "Publisher",
    "author": "Compiled by",
    "year": "Year",
    "period": "Period",
    "period-of": "{start} to {end}",
    "form": "Form",
    "issued": "Issued",
    "published": "Published",
    "host-facts": "Web site that carries the report",
    "tables": "Statutory tables",
    "powers": "Administrative powers",
    "category": "Category",
    "number": "Number",
    "total": "Total",
    "figures": "Figures stated in the text",
    "figure": "Figure",
    "kind": "Kind",
    "counted": "Words of the text",
    "value": "Value",
    "of-year": "Year",
    "approximately": "about {value}",
    "channels": "Channels of disclosure",
    "services": "Online services",
    "name": "Name",
    "findings": "Findings",
    "findings-none": "Nothing was found that needs a look.",
    "findings-not-made": "The report was not checked.",
    "severity": "Severity",
    "finding": "Finding",
    "places": "Where",
    "facts": "Facts",
    "narrative": "Text of the report",
    "untitled": "Annual report on government information disclosure",
    "comparison": "Comparison of annual reports on government information disclosure",
    "comparison-note": "Only figures that the forms of the reports have in common stand side by side; the others are "
    "listed at the end. A change is given as a number and in per cent of the earlier year, a share in per cent of its "
    "total, to one place, half to even. What rests on a number that is not known is unknown; there is no per cent of "
    "zero.",
    "reports-compared": "Reports",
    "change-between": "Change, {start} to {end}",
    "change-and-percent": "{number} ({percent})",
    "shares": "Shares",
    "shares-of": "Shares of: {whole}",
    "not-comparable": "What cannot be compared",
    "not-comparable-cell": "not comparable",
    "not-printed": "not printed",
    "blank": "blank",
    "unknown": "unknown",
    "only-in": "Only in",
    "why": "Why",
    "whole-report": "The whole report",
    "made-from": "Made from a document with the SHA-256 digest {digest}.",
}
