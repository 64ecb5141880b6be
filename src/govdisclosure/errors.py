"""Everything that the library raises on purpose.

Errors are for input that cannot be used at all and for wrong calls. What a report *says* wrongly is never an
error: it is a :class:`govdisclosure.Finding`.
"""

from __future__ import annotations

import unicodedata

import attrs

__all__ = [
    "PROBLEMS",
    "UNREADABLE",
    "WRONG_CATALOGS",
    "BrokenCatalog",
    "DecodeError",
    "GovDisclosureError",
    "LimitExceeded",
    "MissingExtra",
    "MissingGlyphs",
    "OneLocale",
    "Problem",
    "TooFewReports",
    "UnknownCode",
    "UnknownFont",
    "UnknownForm",
    "UnknownFormat",
    "UnknownLocale",
    "UnknownPath",
    "UnlikeReports",
    "UnreadableInput",
    "WrongForm",
    "WrongSource",
]

#: What can be wrong with a document, by code, in English; the catalogs hold the other languages.
PROBLEMS: dict[str, str] = {
    "not-json": "this is not JSON: {detail}, line {line}, column {column}",
    "not-utf8": "the bytes are not UTF-8 (first wrong byte at offset {offset})",
    "byte-order-mark": "the document begins with a byte order mark; JSON is written without one",
    "duplicate-key": "the key {key} occurs more than once in one object",
    "not-a-report": "this is not a report document: it has neither the key form nor the key year",
    "missing-key": "the key {key} is missing",
    "unknown-key": "the key {key} is not part of this document",
    "wrong-type": "expected {expected}, found {found}",
    "not-an-integer": "expected an integer, found {found}",
    "out-of-range": "{found} is outside {low} to {high}",
    "not-a-number": "{found} is not a number that JSON allows",
    "not-a-decimal": "expected a decimal in a string such as {example}, found {found}",
    "not-a-date": "expected a date written YYYY-MM-DD, found {found}",
    "not-a-time": "expected a time of day written HH:MM:SS, found {found}",
    "not-a-cell": 'expected a number, null, "not_applicable" or "unreadable", found {found}',
    "not-a-code": "{found} is not one of the codes of {codelist}",
    "wrong-form-of-text": "{found} does not have the form {expected}",
    "lone-surrogate": "the text holds half a surrogate pair and is no Unicode text",
    "too-deep": "nested deeper than {limit} levels",
    "too-many-digits": "a number of more than {limit} digits",
    "unknown-form": "{found} is not a form that this version knows",
}

#: Why bytes could not be read, by code, in English; the catalogs hold the other languages.
UNREADABLE: dict[str, str] = {
    "missing": "{name}: there is no such file",
    "not-a-file": "{name}: this is not a file",
    "not-permitted": "{name}: reading is not permitted",
    "empty": "{name}: the input is empty",
    "binary": "{name}: this is {kind}, not text",
    "undecodable": "{name}: the bytes are no text in any encoding tried ({tried}); "
    "the last one stopped at byte {offset}",
    "unknown-encoding": "{name}: {label} is not the name of a text encoding",
    "not-writable": "{name}: writing failed: {reason}",
    "unsupported": "{name}: {kind} is not read yet; save it as plain text first",
    "opendocument": "{name}: this is an OpenDocument file (.ods, .odt); save it as .xlsx or .docx first",
    "other-format": "{name}: this is a file of {kind}; open it in its program and save it as {target} first",
    "picture": "{name}: this is a picture ({kind}), of which no text is read; "
    "ask for a version with text, or let a text recognition program make one",
    "archive": "{name}: this is an archive of files (ZIP), no document; unpack it first, "
    "or give it to the command line, which reads it like a folder",
    "archive-packed": "{name}: this is an archive of files ({kind}), no document; unpack it first",
    "mhtml-broken": "{name}: this saved page (.mht, .mhtml) holds no web page, or is damaged; "
    "open it in a browser and save it as HTML",
    "folder-without-documents": "{name}: no document was found in this folder",
    "office-old": "{name}: this is a Word or Excel file of 1997 to 2003 (.doc, .xls); save it as .docx or .xlsx first",
    "office-encrypted": "{name}: the file asks for a password; save it without one first",
    "docx-macros": "{name}: this is a Word file with macros; save it as .docx first",
    "zip-broken": "{name}: this is a damaged Office or ZIP file; get it again from where it was published",
    "zip-unsafe": "{name}: its part {part} is not as an Office program writes it and may be made to harm; "
    "the file is not read",
    "pdf-encrypted": "{name}: the PDF asks for a password; save it without one first",
    "pdf-broken": "{name}: this is no PDF, or a damaged one; get it again from where it was published",
    "pdf-memory": "{name}: reading this PDF takes more memory than is allowed",
    "pdf-without-text": "{name}: no page of the PDF has a text layer, they are images; "
    "ask for a version with text, or let a text recognition program add a text layer first",
}


#: What can be wrong with the catalogs of an application, by code, in English; the catalogs hold the other languages.
WRONG_CATALOGS: dict[str, str] = {
    "none": "{folder}: there is no catalog here; catalogs are LOCALE/LC_MESSAGES/govdisclosure.po or .mo",
    "locale": "{file}: {locale} is not a locale that CLDR knows",
    "twice": "{file}: there is another catalog for the locale {locale}",
    "format": "{file}: this is no message catalog: {detail}",
    "placeholders": "{file}: {context}: the placeholders of {translation} are not those of {source}",
}


class GovDisclosureError(Exception):
    """Base of every error that the library raises on purpose."""

    #: The name of the input that it is about, where a caller gives the error one.
    source: str = ""


@attrs.frozen
class Problem:
    """One thing that is wrong with a document.

    ``pointer`` is the JSON Pointer (RFC 6901) of the place, ``""`` for the whole document; ``code`` one of
    :data:`PROBLEMS`; ``params`` the words that its message needs, as sorted pairs.
    """

    pointer: str
    code: str
    params: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The problem in one English sentence (``govdisclosure.message`` gives other languages)."""
        return f"{self.pointer or '/'}: {PROBLEMS[self.code].format(**dict(self.params))}"


class DecodeError(GovDisclosureError):
    """A document is not what its schema says. ``problems`` holds all that is wrong, in document order."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        """All problems, one a line."""
        return "\n".join(problem.text for problem in self.problems)


class UnreadableInput(GovDisclosureError):
    """Bytes that no reader can turn into text. ``code`` is one of :data:`UNREADABLE`."""

    def __init__(self, code: str, params: dict[str, str]) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        """The reason in one English sentence."""
        return UNREADABLE[self.code].format(**self.params)


class BrokenCatalog(GovDisclosureError):
    """A message catalog of an application cannot be used. ``code`` is one of :data:`WRONG_CATALOGS`."""

    def __init__(self, code: str, params: dict[str, str]) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        """What is wrong in one English sentence."""
        return WRONG_CATALOGS[self.code].format(**self.params)


class LimitExceeded(GovDisclosureError):
    """An input is larger than a limit allows. The limit is a field of :class:`govdisclosure.Limits`."""

    def __init__(self, limit: str, value: int, bound: int) -> None:
        super().__init__(limit, value, bound)
        self.limit = limit
        self.value = value
        self.bound = bound

    #: English template; the catalogs hold the other languages.
    TEMPLATE = "the limit {limit} is exceeded: {value} where at most {bound} is allowed"

    def __str__(self) -> str:
        """The limit, the value and the bound."""
        return self.TEMPLATE.format(limit=self.limit, value=self.value, bound=self.bound)


class WrongForm(GovDisclosureError):
    """A report does not carry the tables of the form that was asked for, or (``found`` is ``None``) that has none."""

    def __init__(self, asked: str, found: str | None = None) -> None:
        super().__init__(asked, found)
        self.asked = asked
        self.found = found

    def __str__(self) -> str:
        """Both forms."""
        if self.found is None:
            return f"the form {self.asked} has no statutory tables"
        return f"the report carries {self.found}, not the tables of {self.asked}"


class WrongSource(GovDisclosureError):
    """A document is not the one that a report was read from: their SHA-256 digests differ."""

    #: English template; the catalogs hold the other languages.
    TEMPLATE = (
        "this is not the document that the report was read from: "
        "its SHA-256 begins with {found}, that of the report's source with {stated}"
    )
    _SHOWN = 12

    def __init__(self, stated: str, found: str) -> None:
        super().__init__(stated, found)
        self.stated = stated
        self.found = found

    @property
    def beginnings(self) -> dict[str, str]:
        """The beginnings of both digests, for the message."""
        return {"stated": self.stated[: self._SHOWN], "found": self.found[: self._SHOWN]}

    def __str__(self) -> str:
        """The beginnings of both digests."""
        return self.TEMPLATE.format(**self.beginnings)


class TooFewReports(GovDisclosureError):
    """Reports are compared with each other; ``count`` says how many there were."""

    #: English template; the catalogs hold the other languages.
    TEMPLATE = "at least two reports are compared; {count} given"

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count

    def __str__(self) -> str:
        """How many reports there were."""
        return self.TEMPLATE.format(count=self.count)


class UnlikeReports(GovDisclosureError):
    """Reports that cannot be added up: of different years or forms, or none at all.

    ``groups`` gives the names of the reports by their form and year.
    """

    #: English templates; the catalogs hold the other languages.
    TEMPLATE = "only reports of one year by one form are added up; these are of {groups}"
    EMPTY = "there is no report to add up"
    _NAMED = 10

    def __init__(self, groups: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
        super().__init__(groups)
        self.groups = groups

    @property
    def listed(self) -> str:
        """The groups, each with the names of its first reports."""
        return "; ".join(
            f"{kind} ({', '.join(names[: self._NAMED])}{', …' if len(names) > self._NAMED else ''})"
            for kind, names in self.groups
        )

    def __str__(self) -> str:
        """The groups."""
        return self.TEMPLATE.format(groups=self.listed) if self.groups else self.EMPTY


class MissingExtra(GovDisclosureError):
    """A kind of input or output needs a part of the library that is not installed."""

    def __init__(self, extra: str, module: str) -> None:
        super().__init__(extra, module)
        self.extra = extra
        self.module = module

    def __str__(self) -> str:
        """What is missing, and the command that installs it."""
        return f"this needs {self.module}; install it with: pip install 'govdisclosure[{self.extra}]'"


class MissingGlyphs(GovDisclosureError):
    """No font at hand draws some characters. ``texts`` are what could not be drawn, each a character or a few."""

    #: English template; the catalogs hold the other languages.
    TEMPLATE = (
        "no font at hand draws {characters}; install a font that does (on Debian fonts-noto-cjk and fonts-noto-core "
        "hold most scripts), or name one in the environment variable GOVDISCLOSURE_FONTS"
    )
    _SHOWN = 20

    def __init__(self, texts: tuple[str, ...]) -> None:
        super().__init__(texts)
        self.texts = texts

    @property
    def characters(self) -> str:
        """The code points, the first of them with their signs."""
        found = sorted({c for text in self.texts for c in text if len(text) == 1 or unicodedata.category(c) != "Cf"})
        named = [f"U+{ord(c):04X}" + (f" {c}" if c.isprintable() else "") for c in found[: self._SHOWN]]
        return ", ".join(named) + (f" … ({len(found)})" if len(found) > self._SHOWN else "")

    def __str__(self) -> str:
        """The characters, and what to do."""
        return self.TEMPLATE.format(characters=self.characters)


class OneLocale(GovDisclosureError):
    """Several locales were asked of a format that is written in one; ``known`` are the formats that take several."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name, known)
        self.name = name
        self.known = known

    def __str__(self) -> str:
        """The format, and those that take several locales."""
        return f"{self.name} is written in one locale; several can be asked of {', '.join(self.known)}"


class _Unknown(GovDisclosureError):
    """A name that the library does not know, with the names that it knows."""

    WHAT = "name"

    def __init__(self, name: str, known: tuple[str, ...] = ()) -> None:
        super().__init__(name, known)
        self.name = name
        self.known = known

    def __str__(self) -> str:
        """The name, and what would have been known."""
        known = f"; known are {', '.join(self.known)}" if self.known else ""
        return f"unknown {self.WHAT} {self.name!r}{known}"


class UnknownForm(_Unknown):
    """No form has this id."""

    WHAT = "form"


class UnknownLocale(_Unknown):
    """CLDR has no such locale."""

    WHAT = "locale"


class UnknownFormat(_Unknown):
    """No renderer writes this format."""

    WHAT = "output format"


class UnknownFont(_Unknown):
    """There is no folder and no family of fonts of this name."""

    WHAT = "font"


class UnknownCode(_Unknown):
    """No finding has this code."""

    WHAT = "finding code"


class UnknownPath(_Unknown):
    """The report has nothing at this path; ``known`` are the names possible at the first wrong step."""

    WHAT = "path"
