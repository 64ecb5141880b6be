"""Output from right to left: numbers, codes and names are isolated, and own words keep their direction."""

import re

import attrs
import pytest
from scripts.catalogs import PLACEHOLDER, load
from tests.tools import ROOT

import govdisclosure as gd
from govdisclosure.locales import error_text, texts


def stretches_of(text: str) -> list[str]:
    """The innermost isolated stretches of a text."""
    return re.findall("\u2068([^\u2068\u2069]*)\u2069", text)


def test_values_in_arabic_words_are_stretches_of_their_own() -> None:
    report = gd.read(ROOT / "examples" / "qinghe-wrong-total-2016.txt").report
    assert report
    (finding,) = gd.check(report)
    assert stretches_of(gd.message(finding, "ar")) == ["370", "352", "18"]
    assert stretches_of(gd.message(finding, "en")) == stretches_of(gd.message(finding, "zh-Hans")) == []
    for kind in ("markdown", "text", "html"):
        written = gd.render(report, to=kind, locale="ar", findings=[finding])
        assert isinstance(written, str)
        assert {"370", "cn-2014"} <= set(stretches_of(written))
        assert written.count("\u2068") == written.count("\u2069")


def test_every_placeholder_of_every_message_is_isolated() -> None:
    words = texts("ar")
    for message in load("ar"):
        names = PLACEHOLDER.findall(str(message.string))
        if message.id and names and not message.context.startswith("unit:"):
            filled = words.filled(str(message.string), {name[1:-1]: "A1-2" for name in names})
            assert stretches_of(filled).count("A1-2") == len(names)


@pytest.mark.parametrize("hostile", ["\u2069 a", "a\u202e", "\u2067a", "\u202c", ""])
def test_a_value_cannot_leave_its_stretch(hostile: str) -> None:
    written = texts("ar").filled("{name} {name}", {"name": hostile})
    assert written.count("\u2068") == (2 if hostile else 0)
    depth = 0
    for char in written:
        depth += (char in "\u2066\u2067\u2068") - (char == "\u2069")
        assert depth >= 0
    assert depth == 0


def test_latin_and_codes_within_arabic_words_are_isolated_in_the_catalog() -> None:
    for message in load("ar"):
        text = re.sub("\u2068[^\u2069]*\u2069", "", PLACEHOLDER.sub("", str(message.string)))
        if message.id and message.context != "problem:lone-surrogate":
            assert not re.search(r"[A-Za-z一-鿿]", text), message.context


def test_problems_and_errors_in_arabic_isolate_names() -> None:
    with pytest.raises(gd.UnreadableInput) as caught:
        gd.read(ROOT / "nowhere.txt")
    assert stretches_of(error_text(caught.value, texts("ar"))) == [str(caught.value.params["name"])]


def test_own_words_have_their_direction_in_pages_of_another() -> None:
    report = gd.read(ROOT / "examples" / "qinghe-market-supervision-2016.txt").report
    assert report
    arabic, english = (str(gd.render(report, to="html", locale=tag)) for tag in ("ar", "en"))
    assert '<html lang="ar" dir="rtl">' in arabic
    assert 'lang="zh-Hans" dir="ltr">' in arabic
    assert 'dir="rtl"' not in english.partition("<body>")[2]
    uyghur = attrs.evolve(report, language="ug")
    assert 'lang="ug" dir="rtl">' in str(gd.render(uyghur, to="html", locale="en"))
