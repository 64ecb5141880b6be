"""Words: the message catalogs, and which locale stands in for another that has no catalog."""

import gettext
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError

from govdisclosure.codelist import CodeList
from govdisclosure.errors import UnknownLocale
from govdisclosure.locales.asked import AnyLocale, OwnLocale, Wordings
from govdisclosure.locales.direction import isolated

__all__ = [
    "FALLBACK",
    "SOURCE_OF_LABELS",
    "SOURCE_OF_MESSAGES",
    "Texts",
    "catalog_tags",
    "chain",
    "direction",
    "direction_of",
    "negotiate",
    "texts",
]

#: The language in which labels stand in the source: that of the forms.
SOURCE_OF_LABELS = "zh_Hans"
#: The language in which messages stand in the source.
SOURCE_OF_MESSAGES = "en"
#: Official wording in its own language: no catalog has another.
_OFFICIAL = (SOURCE_OF_LABELS, SOURCE_OF_LABELS)
#: Where words of a language without a catalog come from first: Chinese for languages in which Chinese local
#: governments publish beside Chinese (Korean, Kazakh and Mongolian as they are written there), and for Cantonese.
#: English follows for every language.
FALLBACK: Mapping[str, str] = {
    **dict.fromkeys(("bo", "ii", "kk_Arab", "ko_CN", "mn_Mong", "ug", "za"), "zh_Hans"),
    "yue": "zh_Hant",
}
#: The locale after which another is made, by CLDR (``parentLocales``), where that is more than dropping its end.
_PARENT: Mapping[str, str] = {"zh_Hant_MO": "zh_Hant_HK"}
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,4}")
_FOLDER = Path(__file__).parent


def negotiate(tag: str) -> Locale:
    """The CLDR locale of a tag such as ``zh-Hans``, ``zh_TW`` or ``en-GB``; ``UnknownLocale`` if there is none."""
    if not _TAG.fullmatch(tag):
        raise UnknownLocale(tag)
    try:
        return Locale.parse(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        raise UnknownLocale(tag) from None


@cache
def catalog_tags() -> tuple[str, ...]:
    """The locales that have a catalog."""
    return tuple(sorted(path.parts[-3] for path in _FOLDER.glob("*/LC_MESSAGES/govdisclosure.mo")))


def chain(locale: Locale) -> tuple[str, ...]:
    """The locales whose words are tried, in order: the locale, its parents, its neighbour, English."""
    language, script = locale.language, locale.script
    if language == "zh" and not script:
        script = "Hans"
    tag = str(locale)
    tags = [tag, _PARENT.get(tag, ""), f"{language}_{script}" if script else "", language]
    neighbours = [FALLBACK[tag] for tag in tags if tag in FALLBACK]
    return tuple(dict.fromkeys(tag for tag in [*tags, *neighbours, SOURCE_OF_MESSAGES] if tag))


def direction(locale: Locale) -> str:
    """Where lines begin, as HTML says it: ``ltr`` or ``rtl``. Lines from top to bottom are ``ltr`` there."""
    return "rtl" if locale.text_direction == "rtl" else "ltr"


def direction_of(tag: str) -> str:
    """The direction of a language tag; ``ltr`` where CLDR does not know it."""
    try:
        return direction(negotiate(tag))
    except UnknownLocale:
        return "ltr"


class _Absent(gettext.NullTranslations):
    """Stands behind a catalog, so that a missing entry differs from one that equals its source."""

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        return ""


@cache
def _catalog(tag: str) -> gettext.GNUTranslations:
    with (_FOLDER / tag / "LC_MESSAGES" / "govdisclosure.mo").open("rb") as stream:
        catalog = gettext.GNUTranslations(stream)
    catalog.add_fallback(_Absent())
    return catalog


class Texts:
    """The words of one locale; ``own`` are the catalogs of an application, each asked before the library's."""

    def __init__(self, locale: Locale, own: Wordings | None = None) -> None:
        self.locale = locale
        self.chain = chain(locale)
        worded = next(tag for tag in self.chain if tag in catalog_tags() or tag in (own or ()))
        #: That of the words: those of a neighbour run as the neighbour's do, and not as numbers and dates might.
        self.direction = direction_of(worded)
        self._mixed = "rtl" in (self.direction, direction(locale))
        #: Labels are declared, so there are only so many of them.
        self._labels: dict[tuple[str, str], str] = {}
        self._catalogs = [
            (tag, (own or {}).get(tag), _catalog(tag) if tag in catalog_tags() else None) for tag in self.chain
        ]

    def found(self, context: str, source: str, language: str) -> tuple[str, str]:
        """The words for a context and the tag of the locale that they are from.

        ``source`` is the wording in the source code and ``language`` its language: the official wording is
        never looked up in its own language. The library's messages are, in the catalogs of an application.
        """
        for tag, own, catalog in self._catalogs:
            if own and (tag, language) != _OFFICIAL and (words := own.get((context, source))):
                return words, tag
            if tag == language:
                return source, tag
            if catalog is not None and (words := catalog.pgettext(context, source)):
                return words, tag
        return source, language

    def label(self, context: str, source: str) -> str:
        """The words for an official label or definition."""
        words = self._labels.get((context, source))
        if words is None:
            words = self._labels[context, source] = self.found(context, source, SOURCE_OF_LABELS)[0]
        return words

    def code(self, member: CodeList) -> str:
        """The words for the label of a code."""
        return self.label(f"code:{member.list_name()}:{member.value}:label", member.label)

    def message(self, context: str, source: str) -> str:
        """The words for a message."""
        return self.found(context, source, SOURCE_OF_MESSAGES)[0]

    def filled(self, template: str, values: Mapping[str, object]) -> str:
        """A message with its values, each a stretch of its own where words or values run from right to left."""
        if not self._mixed:
            return template.format_map(values)
        return template.format_map({key: isolated(str(value)) for key, value in values.items()})

    def apart(self, text: str) -> str:
        """Words that are not the locale's (a name, a code) for a line of it."""
        return isolated(text) if self._mixed else text


@cache
def texts(asked: AnyLocale) -> Texts:
    """The words for a locale. ``UnknownLocale`` if CLDR has no such locale."""
    return Texts(negotiate(str(asked)), asked.wordings if isinstance(asked, OwnLocale) else None)
