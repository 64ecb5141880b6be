"""Whether a page is written in the ordinary way, and its tree therefore as deep as its tags are nested.

Nearly all pages close what they open, in order, or leave out end tags where everyone does. Only what is certain
counts as ordinary; every other page is for the exact scan, which takes several times as long.
"""

import re

from govdisclosure.readers.html.content import NOTHING, ORDINARY_TEXT, PAGE, TELLING_ENDS, Element, like_span

__all__ = ["is_ordinary"]

#: Deeper pages are for the exact scan: what is open is looked through more than once.
_DEPTH = 100
#: One tag adds at most a group, a row and a cell to a tree, or what it opens, and text before it; the scan counts
#: a formatting element twice. The frame of a page and its last text are there without tags.
_NODES_OF_TAG = 4
_NODES_OF_FRAME = 8

_SPACE = r"[ \t\n\f\r]"
_ATTRIBUTE = rf"""{_SPACE}++[^ \t\n\f\r"'<>/=]++
    (?:="[^"]*+"|{_SPACE}*+={_SPACE}*+(?:"[^"]*+"|'[^']*+'|[^ \t\n\f\r"'<>]++))?+"""
#: What follows a name in a tag. More attributes than these are for the exact scan, which counts what they cost.
_REST = rf"(?:>|(?:{_ATTRIBUTE}){{0,15}}+{_SPACE}*+/?>)"


def _cased(name: str) -> str:
    return "".join(f"[{sign}{sign.upper()}]" for sign in name)


def _text_alone(name: str) -> str:
    """An element that holds text alone, up to the name in its end tag; a script quotes no script."""
    cased = _cased(name)
    stop = f"/?{cased}" if name == "script" else f"/{cased}"
    return rf"{cased}{_REST}[^<]*+(?:<(?!{stop})[^<]*+)*+<(?=/{cased}[ \t\n\f\r>])"


_TEXT_ALONE = sorted(ORDINARY_TEXT)
#: A tag, or (as ``!`` or ``?`` and what follows) a comment. Of an element that holds text alone only the end tag is
#: told. Where anything else begins that could be markup, the rest of the page is taken and nothing is told.
_TAG = re.compile(
    rf"""<(?:
        (?:(?![{"".join(sorted({name[0] + name[0].upper() for name in _TEXT_ALONE}))}])
          | {"|".join(map(_text_alone, _TEXT_ALONE))}
          | (?!(?:{"|".join(map(_cased, _TEXT_ALONE))})[ \t\n\f\r/>]))
        ( /?[a-zA-Z][a-zA-Z0-9:_-]*+
          | !--(?!-?>)[^-]*+(?:-(?!-!?>)[^-]*+)*+--
          | [!?](?!--)[^>]*+ )
        {_REST}
      | (?=[a-zA-Z/!?])[\s\S]*+
    )""",
    re.VERBOSE,
)


def is_ordinary(text: str, depth: int, nodes: int) -> bool:
    """Whether a page is ordinary, and its tree for certain no deeper and no larger than that."""
    if text.count("<") * _NODES_OF_TAG + _NODES_OF_FRAME > nodes:
        return False
    tags = _TAG.findall(text)
    return not tags or (bool(tags[-1]) and _Nesting().follows(tags, min(depth, _DEPTH)))


class _Nesting:
    """The elements that are open while the tags of a page are followed."""

    def __init__(self) -> None:
        self._around: list[Element] = []
        self._frame: set[str] = set()

    def follows(self, tags: list[str], depth: int) -> bool:
        """Follow tags one by one; ``False`` as soon as one is not ordinary, or too much is open.

        What opens nothing, and is not followed, may stand in the last element.
        """
        around = self._around
        top = PAGE
        for tag in tags:
            if tag == top.end:
                top = around.pop()
                continue
            opened = top.holds.get(tag)
            if opened is NOTHING:
                continue
            if opened is None:
                found = self._unusual(tag, top)
                if found is None:
                    return False
                top = found
            else:
                around.append(top)
                top = opened
            if len(around) >= depth or (top.apart and not self._is_apart(top)):
                return False
        return True

    def _is_apart(self, element: Element) -> bool:
        return not any(other in self._around for other in element.apart)

    def _unusual(self, tag: str, top: Element) -> Element | None:
        """What is open after a tag that is written, or placed, in a rarer way; ``None`` where that is not certain."""
        if tag[0] in "!?":
            return top
        name = tag.lower()
        if name in ("html", "body"):
            again = name in self._frame or "span" not in top.holds
            self._frame.add(name)
            return None if again else top
        if name[0] == "/":
            return self._implied(name, top) if self._ends(name, top) else top
        opened = like_span(name, top)
        if opened is None:
            return self._implied(name, top)
        self._around.append(top)
        return opened

    def _ends(self, tag: str, top: Element) -> bool:
        """Whether an end tag does anything."""
        return tag in TELLING_ENDS or tag == top.end or any(tag == element.end for element in self._around)

    def _implied(self, tag: str, top: Element) -> Element | None:
        """What is open after a tag before which others are left out."""
        while tag != top.end:
            opened = top.holds.get(tag)
            if opened is NOTHING:
                return top
            if opened is None and tag in top.ended_by:
                top = self._around.pop()
                continue
            opened = opened or top.implies.get(tag)
            if opened is None:
                return None
            self._around.append(top)
            if tag in top.holds:
                return opened
            top = opened
        return self._around.pop()
