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
    "overwrites": "{name} is read and would be overwritten; name another file for the result",
    "left-out": "{name}: left out: {reason}",
    "left-hidden": "a hidden file, or a file that a program keeps for itself",
    "left-assets": "the pictures and scripts of a saved page",
    "left-kind": "no document ({kind})",
    "left-link": "a link to a folder",
    "left-device": "no regular file",
    "left-result": "the earlier result, which is written anew",
    "folder-counts": "{name}: documents: {read}, left out: {left}, unreadable: {unreadable}",
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
