"""Whether an element is shown, as far as the element itself says so. Style sheets are not read."""

import re
from collections.abc import Mapping
from enum import Enum

from govdisclosure.readers.html.elements import FALLBACKS

__all__ = ["Shown", "shown"]

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_DECLARATION = re.compile(r"(?:^|;)\s*(display|visibility)\s*:\s*([a-z-]+)", re.IGNORECASE)


class Shown(Enum):
    """How an element takes part in the page."""

    YES = "it is seen"
    BLANK = "its place is there, and empty"
    NO = "it takes no place"


def shown(tag: str, attributes: Mapping[str, str | None]) -> Shown:
    """Whether an element is shown. Of two declarations of one property the last one counts."""
    style = attributes.get("style") or ""
    declared = {name.lower(): value.lower() for name, value in _DECLARATION.findall(_COMMENT.sub("", style))}
    display = declared.get("display", "none" if "hidden" in attributes or tag in FALLBACKS else "")
    visibility = declared.get("visibility", "")
    if display == "none" or (visibility == "collapse" and tag in ("tr", "thead", "tbody", "tfoot")):
        return Shown.NO
    return Shown.BLANK if visibility in ("hidden", "collapse") else Shown.YES
