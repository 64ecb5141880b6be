"""The words of the command line, in English; the catalogs hold the other languages under ``cli:KEY``."""

__all__ = ["WORDING"]

WORDING: dict[str, str] = {
    "counts": "errors: {errors}, warnings: {warnings}, notes: {notes}",
    "nothing-found": "nothing found",
    "at": "at",
    "left-over": "Left over: {count} stretches of text outside the report",
    "no-report": "No report could be made of {name}.",
    "written": "Written to {name}.",
    "not-read": "{count} of {total} inputs could not be read.",
    "undecided": "undecided",
    "severity": "Severity",
    "guidance": "What to do",
    "basis": "Basis",
    "good": "Good",
    "bad": "Bad",
}
