"""How an element looks, as far as the element itself says so. Style sheets are not read."""

import re
from collections.abc import Mapping
from enum import Enum

import attrs

from govdisclosure.readers.html.elements import FALLBACKS

__all__ = ["Look", "Shown", "Visibility", "names_title"]

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_DECLARATION = re.compile(
    r"(?:^|;)\s*(display|visibility|vertical-align|text-decoration(?:-line)?|font-weight)\s*:([^;]*)", re.IGNORECASE
)
_KEYWORD = re.compile(r"[a-z0-9-]+")
_BOLD = re.compile(r"bold(?:er)?|[6-9]00")
#: Classes of widespread style sheets for what is read aloud and not seen.
_UNSEEN = frozenset(("sr-only", "visually-hidden", "screen-reader-text", "visuallyhidden"))


class Shown(Enum):
    """How an element takes part in the page."""

    YES = "it is seen"
    BLANK = "its place is there, and empty"
    NO = "it takes no place"


@attrs.frozen(kw_only=True)
class Look:
    """What the style of an element says: ``display`` and ``visibility`` as declared, and how its text is set."""

    display: str = ""
    visibility: str = ""
    is_raised: bool = False
    is_lowered: bool = False
    is_struck: bool = False
    is_bold: bool = False


_ORDINARY = Look()


class Visibility:
    """Whether the elements of one page are shown. Styles are repeated a hundred times: each is read once."""

    def __init__(self) -> None:
        #: Styles and classes that were read and say nothing.
        self._silent: set[str | None] = {None}
        self._plain_classes: set[str | None] = {None}
        self._looks: dict[str | None, Look] = {None: _ORDINARY}

    def is_plain(self, attributes: Mapping[str, str | None]) -> bool:
        """Whether an element is known to say nothing of how it looks, and nothing of a title."""
        if attributes.get("style") not in self._silent or "hidden" in attributes:
            return False
        if (names := attributes.get("class")) not in self._plain_classes:
            if _UNSEEN.isdisjoint((names or "").split()) and not _is_title(names):
                self._plain_classes.add(names)
            return False
        return not _is_title(attributes.get("id"))

    def look(self, attributes: Mapping[str, str | None]) -> Look:
        """What the style of an element says."""
        style = attributes.get("style")
        found = self._looks.get(style)
        if found is None:
            found = self._looks[style] = _look(style or "")
            if found == _ORDINARY:
                self._silent.add(style)
        return found

    def shown(self, tag: str, attributes: Mapping[str, str | None]) -> Shown:
        """Whether an element is shown."""
        look = self.look(attributes)
        display = look.display or ("none" if "hidden" in attributes or tag in FALLBACKS else "")
        if display == "none" or (look.visibility == "collapse" and tag in ("tr", "thead", "tbody", "tfoot")):
            return Shown.NO
        if (names := attributes.get("class")) and not _UNSEEN.isdisjoint(names.split()):
            return Shown.NO
        return Shown.BLANK if look.visibility in ("hidden", "collapse") else Shown.YES


def names_title(attributes: Mapping[str, str | None]) -> bool:
    """Whether the class or id of an element names it a title."""
    return _is_title(attributes.get("class")) or _is_title(attributes.get("id"))


def _is_title(name: str | None) -> bool:
    return name is not None and "title" in name.lower()


def _look(style: str) -> Look:
    """A style; of two declarations of one property the last one counts."""
    declared = {name.lower(): value.lower() for name, value in _DECLARATION.findall(_COMMENT.sub("", style))}
    words = {name: _KEYWORD.findall(value) for name, value in declared.items()}
    first = {name: found[0] for name, found in words.items() if found}
    lines = words.get("text-decoration", []) + words.get("text-decoration-line", [])
    return Look(
        display=first.get("display", ""),
        visibility=first.get("visibility", ""),
        is_raised=first.get("vertical-align") == "super",
        is_lowered=first.get("vertical-align") == "sub",
        is_struck="line-through" in lines,
        is_bold=bool(_BOLD.fullmatch(first.get("font-weight", ""))),
    )
