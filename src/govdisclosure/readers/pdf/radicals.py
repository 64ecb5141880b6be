"""Radicals for the characters that they look like.

A font draws one shape for both, and programs that make PDFs often write the radical into its map of characters: the
page shows 一, the text layer says U+2F00. What the page shows is meant.
"""

import unicodedata

__all__ = ["plain"]

_FIRST, _LAST = 0x2E80, 0x2FDF
#: Radicals that Unicode does not call compatible with a character, each before its character.
_PAIRS = (
    "⻚页⻔门⻓长⻅见⻋车⻢马⻰龙⻛风⻘青⺠民⻄西⻆角⻉贝⻜飞⻝食⻤鬼⻥鱼⻦鸟⻨麦⻩黄"
    "⻬齐⻮齿⻳龟⺁厂⺝月⻁虎⻊足⺮竹⺩王⺫目⻑長⻒镸"
)


def _character(radical: int) -> str | None:
    folded = unicodedata.normalize("NFKC", chr(radical))
    return folded if len(folded) == 1 and folded != chr(radical) else None


_TABLE = {code: folded for code in range(_FIRST, _LAST + 1) if (folded := _character(code))}
_TABLE |= {ord(radical): char for radical, char in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)}


def plain(text: str) -> str:
    """A text with characters for radicals; its length is kept."""
    return text.translate(_TABLE)
