"""Words and numbers for a locale: message catalogs and formatting by CLDR. Nothing global: pass the locale."""

from govdisclosure.locales.asked import AnyLocale, OwnLocale
from govdisclosure.locales.formatter import Formatter, formatter
from govdisclosure.locales.messages import error_text, explain, message, problem_text
from govdisclosure.locales.texts import Texts, negotiate, texts

__all__ = [
    "AnyLocale",
    "Formatter",
    "OwnLocale",
    "Texts",
    "error_text",
    "explain",
    "formatter",
    "message",
    "negotiate",
    "problem_text",
    "texts",
]
