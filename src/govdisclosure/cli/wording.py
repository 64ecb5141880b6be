"""The words of the command line, in English; the catalogs hold the other languages under ``cli:KEY``."""

from govdisclosure.locales import Texts

__all__ = ["WORDING", "said"]

WORDING: dict[str, str] = {
    "counts": "errors: {errors}, warnings: {warnings}, notes: {notes}",
    "nothing-found": "nothing found",
    "counts-reading": "found while reading: errors: {errors}, warnings: {warnings}, notes: {notes}",
    "nothing-found-reading": "nothing found while reading (the report itself is looked at by the command check)",
    "child-errors": "The command check finds errors in {name}: {errors}",
    "left-over": "Stretches of text outside the report, left over: {count}",
    "no-report": "No report could be made of {name}.",
    "rolled-up": "Reports added up: {children}; cells: {cells}, of these not resting on all reports: {partial}.",
    "not-rolled-up": "Nothing was added up, because not every report could be read.",
    "severity": "Severity",
    "guidance": "What to do",
    "basis": "Basis",
    "good": "Good",
    "bad": "Bad",
}


def said(words: Texts, key: str, **params: str | int) -> str:
    """One of the wordings in the language of ``words``, its placeholders filled."""
    return words.filled(words.message(f"cli:{key}", WORDING[key]), params)
