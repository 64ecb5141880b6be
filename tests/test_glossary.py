"""The glossary: every official term once, with words that the catalogs use and a source that is named."""

import re

import pytest
from scripts.catalogs import COMPLETE, entries, load

import glossary
from govdisclosure import catalog as forms
from govdisclosure.form import wordings

LOCALES = {"en": "english", "zh_Hant": "traditional", "ar": "arabic"}


def tables() -> dict[str, list[list[str]]]:
    """The rows of each table of the page, by its heading."""
    found: dict[str, list[list[str]]] = {}
    for section in glossary.page().split("\n## ")[1:]:
        rows = [line[2:-2].split(" | ") for line in section.splitlines() if line.startswith("| ")]
        found[section.partition("\n")[0]] = rows[1:]
    return found


@pytest.mark.parametrize("term", glossary.CORE, ids=lambda term: term.chinese)
def test_the_catalogs_use_the_words_of_a_term(term: glossary.Core) -> None:
    for tag, name in LOCALES.items():
        words = getattr(term, name).lower()
        told = [str(message.string or message.id).lower() for message in load(tag)]
        told += [entry.text.lower() for entry in entries() if entry.language == tag]
        assert any(words in text for text in told), (tag, words)


def test_every_printed_label_of_every_form_is_there_once() -> None:
    page = tables()
    for vintage in forms.FORMS.values():
        if form := forms.tables(vintage.id):
            printed = {text for context, text in wordings(form) if not context.startswith("rule:")}
            shown = [row[0] for row in page[f"Form {vintage.id}"]]
            assert sorted(shown) == sorted(printed)


def test_every_row_is_full_and_names_a_source() -> None:
    for title, rows in tables().items():
        for row in rows:
            assert row[-1] in glossary.SOURCES, title
            assert all(cell.strip() for at, cell in enumerate(row) if at != 3 or len(row) == 5), row
    used = {row[-1] for rows in tables().values() for row in rows}
    assert used == set(glossary.SOURCES)


def test_the_page_says_what_awaits_review() -> None:
    assert re.search(r"Arabic awaits the review", glossary.page())
    assert "ar" in COMPLETE
