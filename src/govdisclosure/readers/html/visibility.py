"""Whether an element is shown, as far as the element itself says so. Style sheets are not read."""

import re
from collections.abc import Mapping
from enum import Enum

from govdisclosure.readers.html.elements import FALLBACKS

__all__ = ["Shown", "Visibility"]

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_DECLARATION = re.compile(r"(?:^|;)\s*(display|visibility)\s*:\s*([a-z-]+)", re.IGNORECASE)


class Shown(Enum):
    """How an element takes part in the page."""

    YES = "it is seen"
    BLANK = "its place is there, and empty"
    NO = "it takes no place"


class Visibility:
    """Whether the elements of one page are shown. Styles are repeated a hundred times: each is read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Shown] = {}

    def shown(self, tag: str, attributes: Mapping[str, str | None]) -> Shown:
        """Whether an element is shown."""
        if "hidden" in attributes:
            return _shown(tag, attributes)
        key = (tag, attributes.get("style") or "")
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = _shown(tag, attributes)
        return found


def _shown(tag: str, attributes: Mapping[str, str | None]) -> Shown:
    """Of two declarations of one property the last one counts."""
    style = attributes.get("style") or ""
    declared = {name.lower(): value.lower() for name, value in _DECLARATION.findall(_COMMENT.sub("", style))}
    display = declared.get("display", "none" if "hidden" in attributes or tag in FALLBACKS else "")
    visibility = declared.get("visibility", "")
    if display == "none" or (visibility == "collapse" and tag in ("tr", "thead", "tbody", "tfoot")):
        return Shown.NO
    return Shown.BLANK if visibility in ("hidden", "collapse") else Shown.YES
