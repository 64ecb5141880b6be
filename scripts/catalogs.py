"""The message catalogs: what has to be in them, whether it is, and bringing them up to date.

python scripts/catalogs.py check     what is missing, stale, fuzzy or wrong in its placeholders
python scripts/catalogs.py update    writes new entries into the .po files (empty) and drops stale ones
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from govdisclosure import catalog as forms
from govdisclosure.cell import Absent
from govdisclosure.cli.wording import WORDING as CLI_WORDING
from govdisclosure.codelist import CodeList
from govdisclosure.comparison import Why
from govdisclosure.errors import (
    PROBLEMS,
    UNREADABLE,
    WRONG_CATALOGS,
    LimitExceeded,
    MissingGlyphs,
    TooFewReports,
    UnlikeReports,
    WrongSource,
)
from govdisclosure.finding import Severity, Verdict
from govdisclosure.finding_codes import FORM_RULES, RULES
from govdisclosure.form import wordings
from govdisclosure.json_schema import codelists_of
from govdisclosure.locales.rendering import WORDING as RENDER_WORDING
from govdisclosure.locales.texts import SOURCE_OF_LABELS, SOURCE_OF_MESSAGES
from govdisclosure.model import Report, Statistics, Unit
from govdisclosure.readers.observed import HiddenReason
from govdisclosure.readers.other_documents import DocumentKind
from govdisclosure.shape import fields_of, records_under
from govdisclosure.template_errors import WRONG_TEMPLATES
from govdisclosure.viewer.wording import WORDING as SHOW_WORDING
from govdisclosure.workbook.wording import WORDING as WORKBOOK_WORDING

LOCALES = Path(__file__).parent.parent / "src" / "govdisclosure" / "locales"
COMPLETE = ("ar", "en", "zh_Hans", "zh_Hant")
#: Catalogs that hold only what differs from the next one of their chain.
PARTIAL = ("zh_Hant_HK",)
#: What the header of a catalog says beside its language and licence.
NOTES = {
    "ar": "Translated from the English and the Chinese; the terms await the review of a speaker (docs/glossary.md).",
    "zh_Hant": "Usage of Taiwan. What the forms print is quoted in traditional characters (docs/glossary.md).",
    "zh_Hant_HK": "Only what Hong Kong writes otherwise than Taiwan; everything else comes from zh_Hant.",
}
PLACEHOLDER = re.compile(r"\{[a-z_]*\}")


@attrs.frozen
class Entry:
    """One wording that catalogs translate: its context, the wording, and the language it stands in."""

    context: str
    text: str
    language: str


def entries() -> Iterator[Entry]:
    """Everything that a complete catalog holds, for every language but the one it stands in."""
    for kind, rules in (("finding", RULES), ("form-rule", FORM_RULES)):
        for rule in rules.values():
            for field in ("title", "message", "guidance", "basis"):
                yield Entry(f"{kind}:{rule.code}:{field}", getattr(rule, field), SOURCE_OF_MESSAGES)
    messages = {f"problem:{code}": text for code, text in PROBLEMS.items()}
    messages |= {f"unreadable:{code}": text for code, text in UNREADABLE.items()}
    messages |= {f"wrong-catalog:{code}": text for code, text in WRONG_CATALOGS.items()}
    messages |= {f"wrong-template:{code}": text for code, text in WRONG_TEMPLATES.items()}
    messages |= {"error:limit": LimitExceeded.TEMPLATE, "error:source": WrongSource.TEMPLATE}
    messages |= {"error:glyphs": MissingGlyphs.TEMPLATE, "error:too-few": TooFewReports.TEMPLATE}
    messages |= {"error:unlike": UnlikeReports.TEMPLATE, "error:no-reports": UnlikeReports.EMPTY}
    messages |= {f"render:{key}": text for key, text in RENDER_WORDING.items()}
    messages |= {f"show:{key}": text for key, text in SHOW_WORDING.items()}
    messages |= {f"workbook:{key}": text for key, text in WORKBOOK_WORDING.items()}
    messages |= {f"cli:{key}": text for key, text in CLI_WORDING.items()}
    yield from (Entry(context, text, SOURCE_OF_MESSAGES) for context, text in messages.items())
    for codelist in (*codelists_of(Report, Statistics), Absent, Severity, Verdict, HiddenReason, DocumentKind, Why):
        yield from _codes(codelist)
    for cls in records_under(Report, Statistics):
        for declared in fields_of(cls):
            yield Entry(f"field:{cls.__name__}.{declared.name}", declared.label, SOURCE_OF_LABELS)
    for vintage in forms.FORMS.values():
        yield Entry(f"form:{vintage.id}:title", vintage.title, SOURCE_OF_LABELS)
        if form := forms.tables(vintage.id):
            yield from (Entry(*pair, SOURCE_OF_LABELS) for pair in wordings(form))


def _codes(codelist: type[CodeList]) -> Iterator[Entry]:
    for member in codelist:
        yield Entry(f"code:{codelist.list_name()}:{member.value}:label", member.label, SOURCE_OF_LABELS)
        yield Entry(f"code:{codelist.list_name()}:{member.value}:definition", member.definition, SOURCE_OF_LABELS)


def unit_entries(tag: str) -> Iterator[Entry]:
    """How numbers stand with units: one entry for each plural category of the language (CLDR)."""
    for unit in Unit:
        for category in sorted(Locale.parse(tag).plural_form.tags | {"other"}):
            yield Entry(f"unit:{unit.value}:{category}", unit.pattern, SOURCE_OF_LABELS)


def required(tag: str) -> list[Entry]:
    """What the catalog of a locale has to hold."""
    money = {f"unit:{unit.value}:" for unit in Unit if unit.yuan is not None}
    units = [
        entry
        for entry in unit_entries(tag)
        # Outside Chinese, money goes through CLDR and has no pattern.
        if tag.startswith("zh") or not entry.context.startswith(tuple(money))
    ]
    return [entry for entry in [*entries(), *units] if entry.language != tag]


def path_of(tag: str) -> Path:
    """The .po file of a locale."""
    return LOCALES / tag / "LC_MESSAGES" / "govdisclosure.po"


def load(tag: str) -> Catalog:
    """The catalog of a locale, empty if there is no file."""
    if not path_of(tag).exists():
        return Catalog(locale=tag)
    with path_of(tag).open("rb") as stream:
        return read_po(stream, locale=tag, abort_invalid=True)


def problems(tag: str) -> list[str]:
    """What is wrong with the catalog of a locale; empty if it is complete."""
    catalog, wanted = load(tag), {(entry.context, entry.text) for entry in required(tag)}
    found = []
    for context, text in sorted(wanted):
        message = catalog.get(text, context)
        if message is None or not message.string:
            if tag in PARTIAL:
                continue
            found.append(f"{tag}: missing: {context}: {text}")
        elif sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(str(message.string))):
            found.append(f"{tag}: placeholders differ: {context}: {message.string}")
    for message in catalog:
        if message.id and message.fuzzy:
            found.append(f"{tag}: fuzzy: {message.context}")
        if message.id and (message.context, message.id) not in wanted:
            found.append(f"{tag}: stale: {message.context}: {message.id}")
    return found


def update(tag: str) -> None:
    """Write the .po file anew: what it had and still needs, and empty entries for what is new."""
    old = load(tag)
    name = Locale.parse(tag).english_name
    head = (f"# Messages of govdisclosure in {name}.", "License: Apache-2.0", NOTES.get(tag, ""))
    new = Catalog(
        locale=tag,
        domain="govdisclosure",
        project="govdisclosure",
        header_comment="\n# ".join(line for line in head if line),
        fuzzy=False,
    )
    for entry in required(tag):
        message = old.get(entry.text, entry.context)
        if tag in PARTIAL and not (message and message.string):
            continue
        new.add(entry.text, message.string if message else "", context=entry.context)
    path_of(tag).parent.mkdir(parents=True, exist_ok=True)
    with path_of(tag).open("wb") as stream:
        write_po(stream, new, width=0, omit_header=False, sort_output=False)
    kept = [
        line
        for line in path_of(tag).read_text("utf-8").splitlines(keepends=True)
        # Dates and people of the template header would change the file without a change of words.
        if not re.match(r'"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Report-Msgid|Generated-By)', line)
    ]
    path_of(tag).write_text("".join(kept), "utf-8")


def main() -> int:
    """Run the command."""
    command, tags = sys.argv[1:2], sys.argv[2:]
    if command == ["update"]:
        for tag in tags or (*COMPLETE, *PARTIAL):
            update(tag)
    found = [problem for tag in (*COMPLETE, *PARTIAL) for problem in problems(tag)]
    print("\n".join(found) or "the catalogs are complete")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
