"""Catalogs that an application brings: its own wording, or a language that the library has no catalog of.

They are gettext catalogs laid out as the library's own: ``LOCALE/LC_MESSAGES/govdisclosure.po``, or ``.mo`` where
there is no ``.po``. They are read once, checked whole, and passed on as values: nothing is registered.
"""

import io
import os
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from gettext import GNUTranslations
from hashlib import sha256
from pathlib import Path
from string import Formatter

import attrs
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, PoFileParser

from govdisclosure.errors import BrokenCatalog, UnknownLocale, UnreadableInput
from govdisclosure.files import read_bytes
from govdisclosure.limits import DEFAULT_LIMITS
from govdisclosure.locales.asked import OwnLocale, Wordings
from govdisclosure.locales.texts import negotiate

__all__ = ["Catalogs", "catalogs"]

_PATTERN = "*/LC_MESSAGES/govdisclosure"
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
#: A line of a .po file: nothing, a comment, or a text in quotation marks behind a word or none.
_LINE = re.compile(r'(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]\])?)\s*)?"(?:[^"\\]|\\.)*")?')


@attrs.frozen
class Catalogs:
    """The catalogs of an application, read from a folder by :func:`catalogs`."""

    #: The locales that have a catalog, as CLDR writes them: ``ko``, ``zh_Hans``.
    tags: tuple[str, ...]
    #: SHA-256 of their content.
    digest: str = attrs.field(repr=False)
    wordings: Wordings = attrs.field(repr=False, eq=False)

    def locale(self, tag: str) -> OwnLocale:
        """A locale whose words are these first and then the library's, for ``locale=``; it need not have a catalog.

        ``UnknownLocale`` if CLDR has no such locale.
        """
        negotiate(tag)
        return OwnLocale(tag, self.digest, self.wordings)


def catalogs(folder: str | os.PathLike[str]) -> Catalogs:
    """The message catalogs below a folder: ``LOCALE/LC_MESSAGES/govdisclosure.po``, or ``.mo`` where there is no .po.

    ``BrokenCatalog`` says which file is none, names no locale of CLDR, or has a translation without the placeholders
    of its source, and if there is no catalog at all; ``UnreadableInput`` if there is no such folder.
    """
    base = Path(folder)
    if not base.is_dir():
        raise UnreadableInput("not-a-file" if base.exists() else "missing", {"name": str(base)})
    found: dict[str, dict[tuple[str, str], str]] = {}
    digest = sha256()
    for path in _files(base):
        tag = _tag(path)
        if tag in found:
            raise BrokenCatalog("twice", {"file": str(path), "locale": tag})
        data = read_bytes(path, limit="text_bytes", bound=DEFAULT_LIMITS.text_bytes)
        digest.update(f"{tag}\0{len(data)}\0".encode() + data)
        found[tag] = dict(_checked(_parsed(path, data), path))
    if not found:
        raise BrokenCatalog("none", {"folder": str(base)})
    return Catalogs(tuple(sorted(found)), digest.hexdigest(), found)


def _files(base: Path) -> list[Path]:
    """The catalogs in a fixed order: the .po where there are both, as a .mo may be older than it."""
    found = {path.with_suffix(""): path for ending in (".mo", ".po") for path in base.glob(_PATTERN + ending)}
    return [found[name] for name in sorted(found)]


def _tag(path: Path) -> str:
    name = path.parts[-3]
    try:
        return str(negotiate(name))
    except UnknownLocale:
        raise BrokenCatalog("locale", {"file": str(path), "locale": name}) from None


def _parsed(path: Path, data: bytes) -> list[tuple[str, str, str]]:
    """What is translated: context, source, words."""
    try:
        return list(_of_text(path, data.decode("utf-8-sig")) if path.suffix == ".po" else _of_bytes(data))
    except BrokenCatalog:
        raise
    except UnicodeDecodeError as error:
        raise _no_catalog(path, f"not UTF-8, byte {error.start}") from None
    # Parsers raise whatever the bytes lead them to: errors of their own, of struct, of unpacking.
    except Exception as error:  # noqa: BLE001
        raise _no_catalog(path, " ".join(str(part) for part in error.args) or type(error).__name__) from None


def _of_bytes(data: bytes) -> Iterator[tuple[str, str, str]]:
    entries = GNUTranslations(io.BytesIO(data))._catalog  # type: ignore[attr-defined]  # noqa: SLF001 - no public list
    for key, words in entries.items():
        if isinstance(key, str) and key and words:  # others are plural forms, which no wording has, and the header
            context, _, source = key.rpartition("\x04")
            yield context, source, words


def _of_text(path: Path, text: str) -> Iterator[tuple[str, str, str]]:
    lines = text.splitlines(keepends=True)
    for number, line in enumerate(lines, 1):
        # Babel leaves out an entry whose quotation marks do not match, without a word.
        if not _LINE.fullmatch(line.strip()):
            raise _no_catalog(path, f"line {number}: {line.strip()}")
    # A catalog that is given no day asks for that of today.
    catalog = Catalog(creation_date=_NO_DAY, revision_date=_NO_DAY)
    try:
        PoFileParser(catalog, abort_invalid=True).parse(lines)
    except PoFileError as error:
        raise _no_catalog(path, f"line {error.lineno + 1}: {error}".rpartition(" on ")[0]) from None
    for message in catalog:
        source, words = message.id, message.string
        # An entry that awaits a look (fuzzy) is none.
        if source and words and isinstance(source, str) and isinstance(words, str) and not message.fuzzy:
            yield message.context or "", source, words


def _no_catalog(path: Path, detail: str) -> BrokenCatalog:
    return BrokenCatalog("format", {"file": str(path), "detail": detail})


def _checked(entries: Iterable[tuple[str, str, str]], path: Path) -> Iterator[tuple[tuple[str, str], str]]:
    """The words by context and source, each with the placeholders of its source."""
    for context, source, words in entries:
        if _placeholders(words) != _placeholders(source):
            params = {"file": str(path), "context": context, "translation": words, "source": source}
            raise BrokenCatalog("placeholders", params)
        yield (context, source), words


def _placeholders(words: str) -> frozenset[str] | None:
    """The names in braces; ``None`` where the braces are no plain names, which no wording of the library has."""
    try:
        found = [(name, spec, conversion) for _, name, spec, conversion in Formatter().parse(words) if name is not None]
    except ValueError:
        return None
    plain = all(name.isidentifier() and not spec and not conversion for name, spec, conversion in found)
    return frozenset(name for name, _, _ in found) if plain else None
