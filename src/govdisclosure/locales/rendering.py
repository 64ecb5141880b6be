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
    "contents": "Contents",
    "languages": "Languages",
    "charts": "Charts",
    "chart-numbers": "The numbers: {table}",
    "made-from": "Made from a document with the SHA-256 digest {digest}.",
}
