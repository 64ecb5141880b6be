"""Characters that a reader of the text should know of: without public meaning, unseen, turning, look-alike."""

import re
import unicodedata
from collections.abc import Iterator

from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.place import Place, SourcePlace

__all__ = ["character_findings", "folded"]

#: The characters of each code, in the order of the codes; those for private use are all of category Co.
_TOLD = {
    "text-compatibility": re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]"),
    "text-direction-control": re.compile(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]"),
    "text-invisible": re.compile(r"[\u200b-\u200d\u2060\ufeff\u00ad\u180e]"),
    "text-private-use": re.compile(r"[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"),
}


def character_findings(text: str) -> Iterator[Finding]:
    """One finding for each kind of such characters, with their number and the first place."""
    for code, characters in _TOLD.items():
        if first := characters.search(text):
            place = Place(quote=first.group(), source=SourcePlace(start=first.start(), end=first.end()))
            count = len(characters.findall(text, first.start()))
            params = {"character": f"U+{ord(first.group()):04X}", "count": str(count)}
            yield finding(code, Side(places=(place,)), verdict=Verdict.NOTED, params=params)


#: Radicals and compatibility forms of one character, which converted PDFs print in its place.
_LOOK_ALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")


def folded(text: str) -> str:
    """A text with usual characters for those that look like them; its length is kept."""
    return _LOOK_ALIKE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
