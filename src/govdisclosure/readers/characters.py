"""Characters that a reader of the text should know of: without public meaning, unseen, turning, look-alike."""

import unicodedata
from collections.abc import Iterator

from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.place import Place, SourcePlace

__all__ = ["character_findings"]

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_UNSEEN = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e")


def _code_of(char: str) -> str | None:
    if char < "\u00ad" or "\u4e00" <= char <= "\u9fff":
        return None
    if char in _TURNING:
        return "text-direction-control"
    if char in _UNSEEN:
        return "text-invisible"
    category = unicodedata.category(char)
    if category == "Co":
        return "text-private-use"
    radical = "\u2e80" <= char <= "\u2fdf"
    compatibility = "\uf900" <= char <= "\ufaff" or "\U0002f800" <= char <= "\U0002fa1f"
    return "text-compatibility" if radical or compatibility else None


def character_findings(text: str) -> Iterator[Finding]:
    """One finding for each kind of such characters, with their number and the first place."""
    found: dict[str, list[int]] = {}
    for index, char in enumerate(text):
        if char > "\u00ac" and (code := _code_of(char)):
            found.setdefault(code, []).append(index)
    for code in sorted(found):
        first = found[code][0]
        name = f"U+{ord(text[first]):04X}"
        place = Place(quote=text[first], source=SourcePlace(start=first, end=first + 1))
        params = {"character": name, "count": str(len(found[code]))}
        yield finding(code, Side(places=(place,)), verdict=Verdict.NOTED, params=params)
