"""The words that the view adds, in English; the catalogs hold the other languages under ``show:KEY``."""

__all__ = ["WORDING"]

WORDING: dict[str, str] = {
    "about": "The document, and what was read from it. A fact leads to its words, marked words lead to their fact.",
    "source": "Source document",
    "facts": "What was read",
    "data": "Data of the report",
    "others": "Further places",
    "fact": "Fact",
    "words": "Words of the source",
    "without-place": "no place",
    "elsewhere": "not found at its place",
    "cells-apart": "Cells without a place in the source",
    "no-provenance": "The report does not say where its facts come from: nothing is linked.",
    "no-source": "The report does not name its source; whether it is this document cannot be told.",
    "digest": "SHA-256 of the document: {digest}",
    "page": "Page {number}",
    "table": "Table {number} of the document",
    "hidden": "Not seen on the page: {reason}",
    "in-source": "In the document:",
    "in-facts": "Facts:",
    "finding-without-place": "Names no words of the document.",
    "links": "Links: {count}",
    "flag": "{severity}, finding {number}",
    "also": "also: {label}",
}
