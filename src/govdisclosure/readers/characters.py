"""Characters that a reader of the text should know of: without public meaning, unseen, turning, look-alike."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby

from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.place import Place, SourcePlace

__all__ = ["BARS", "character_findings", "folded"]

#: Bars between cells: also those of full width and of drawn frames.
BARS = "|｜│┃￨"

#: The characters of each code, in the order of the codes; those for private use are all of category Co.
_TOLD = {
    "text-compatibility": re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]"),
    "text-direction-control": re.compile(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]"),
    "text-invisible": re.compile(r"[\u200b-\u200d\u2060\ufeff\u00ad\u180e]"),
    "text-private-use": re.compile(r"[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"),
}


#: What opens and closes a stretch that finds its own direction, and an unseen sign from left to right.
_ISOLATE, _POP, _MARK = "\u2068", "\u2069", "\u200e"
_SIGNED = re.compile(r"\u200e[+\u2212-](?=[0-9])")
_LINE_END = re.compile(r"[\n\r\x85\u2029]")
#: Letters from right to left: Hebrew, Arabic and the scripts between and beside them.
_RIGHT_TO_LEFT = re.compile(r"[\u05d0-\u05f4\u0620-\u064a\u066e-\u08c7\ufb1d-\ufdfb\ufe70-\ufefc\U0001e900-\U0001e943]")


def character_findings(text: str) -> Iterator[Finding]:
    """One finding for each kind of such characters, with their number and the first place."""
    for code, characters in _TOLD.items():
        found = list(characters.finditer(text))
        if code == "text-direction-control":
            found = _turning(found, text)
        if found:
            first = found[0]
            place = Place(quote=first.group(), source=SourcePlace(start=first.start(), end=first.end()))
            params = {"character": f"U+{ord(first.group()):04X}", "count": str(len(found))}
            yield finding(code, Side(places=(place,)), verdict=Verdict.NOTED, params=params)


#: Radicals and compatibility forms of one character, which converted PDFs print in its place.
_LOOK_ALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")


def folded(text: str) -> str:
    """A text with usual characters for those that look like them; its length is kept."""
    return _LOOK_ALIKE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)


def _turning(found: list[re.Match[str]], text: str) -> list[re.Match[str]]:
    """The controls without those that only keep words in their order, as text from right to left needs them.

    Those are first-strong isolates that are closed in their line: what they hold stands as it would on a line of its
    own (Unicode Standard Annex #9, 2.4), and the mark from left to right that CLDR puts before the sign of a number.
    In a line with letters from right to left they are all such isolates and marks. None of these turns a text that
    runs from left to right.
    """
    ends = [*(end.start() for end in _LINE_END.finditer(text)), len(text)] if found else []
    turning = []
    for number, controls in groupby(found, key=lambda one: bisect_left(ends, one.start())):
        begin = ends[number - 1] if number else 0
        if _RIGHT_TO_LEFT.search(text, begin, ends[number]):
            turning += [one for one in controls if one.group() not in (_ISOLATE, _POP, _MARK)]
        else:
            turning += _unpaired([one for one in controls if not _SIGNED.match(text, one.start())])
    return turning


def _unpaired(controls: list[re.Match[str]]) -> list[re.Match[str]]:
    """The controls of a line without the isolates that are closed in it."""
    paired: set[int] = set()
    opened: list[int] = []
    for one in controls:
        if one.group() == _ISOLATE:
            opened.append(one.start())
        elif one.group() == _POP and opened:
            paired |= {opened.pop(), one.start()}
    return [one for one in controls if one.start() not in paired]
