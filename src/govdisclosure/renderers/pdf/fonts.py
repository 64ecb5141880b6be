"""Which fonts a page is set in: those that the user names, then those of Noto, ordered by language."""

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import attrs
import typst

from govdisclosure.errors import UnknownFont

__all__ = ["VARIABLE", "Library", "library"]

#: The environment variable in which users name fonts: folders of fonts and families, parted as in ``PATH``.
VARIABLE = "GOVDISCLOSURE_FONTS"
#: How many settings of it a process keeps: reading the fonts of a system takes a tenth of a second.
_KEPT = 4
_ARABIC = ("Noto Sans Arabic", "Noto Naskh Arabic")
#: The families that a language or script begins with; the first that are there count. Chinese, Japanese and Korean
#: share code points that each of them draws in its own way.
_FIRST = {
    "hant": ("Noto Sans CJK TC", "Noto Sans TC"),
    "hant-hk": ("Noto Sans CJK HK", "Noto Sans HK", "Noto Sans CJK TC"),
    "zh": ("Noto Sans CJK SC", "Noto Sans SC"),
    "ja": ("Noto Sans CJK JP", "Noto Sans JP"),
    "ko": ("Noto Sans CJK KR", "Noto Sans KR"),
    **dict.fromkeys(("ar", "fa", "ug", "ps", "ckb", "sd", "arab"), _ARABIC),
    "ur": ("Noto Nastaliq Urdu", *_ARABIC),
}
#: What every language goes on with, before all other families of Noto.
_COMMON = ("Noto Sans", *_FIRST["zh"], *_FIRST["hant"], *_ARABIC, "Noto Sans Hebrew", "Noto Sans Symbols")
_NOTO = re.compile(r"Noto (Sans|Serif|Naskh|Kufi|Music|Emoji|Color Emoji)\b(?! (Display|Mono))")


@attrs.frozen(eq=False)
class Library:
    """The fonts at hand: ``named`` families come first, then Noto's; no others are used."""

    fonts: typst.Fonts
    named: tuple[str, ...]
    noto: tuple[str, ...]

    def families(self, language: str) -> list[str]:
        """The families for a language (BCP 47), the first ones first."""
        there = set(self.noto)
        wanted = [*(name for tag in _tags(language) for name in _FIRST.get(tag, ())), *_COMMON]
        return list(dict.fromkeys([*self.named, *(name for name in wanted if name in there), *self.noto]))


def _tags(language: str) -> Iterator[str]:
    """What a language is looked up by, the closest first."""
    parts = language.lower().split("-")
    if "hant" in parts or (parts[0] == "zh" and {"tw", "hk", "mo"} & set(parts)):
        if {"hk", "mo"} & set(parts):
            yield "hant-hk"
        yield "hant"
    yield from (*reversed(parts[1:]), parts[0])


def library() -> Library:
    """The fonts of this system and those that ``GOVDISCLOSURE_FONTS`` names; ``UnknownFont`` if one is not there."""
    return _library(os.environ.get(VARIABLE, ""))


@lru_cache(_KEPT)
def _library(setting: str) -> Library:
    entries = [entry for entry in setting.split(os.pathsep) if entry.strip()]
    folders = [entry for entry in entries if Path(entry).is_dir()]
    fonts = typst.Fonts(include_embedded_fonts=False, font_paths=list(folders))
    known = {info.family.casefold(): info.family for info in fonts.fonts()}
    named: list[str] = []
    for entry in entries:
        if entry in folders:
            named += sorted({info.family for info in fonts.fonts() if _lies_in(info.path, entry)})
        elif entry.strip().casefold() in known:
            named.append(known[entry.strip().casefold()])
        else:
            raise UnknownFont(entry)
    found = {family for family in known.values() if _NOTO.match(family)}
    noto = sorted(found, key=lambda family: ("Serif" in family, family))
    return Library(fonts, tuple(named), tuple(noto))


def _lies_in(path: str | None, folder: str) -> bool:
    return path is not None and Path(path).resolve().is_relative_to(Path(folder).resolve())
