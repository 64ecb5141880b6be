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
        #: Styles that were read and say nothing of it.
        self.silent: set[str | None] = {None}

    def shown(self, tag: str, attributes: Mapping[str, str | None]) -> Shown:
        """Whether an element is shown. Of two declarations of one property the last one counts."""
        style = attributes.get("style")
        declared = {} if style in self.silent else _declared(style or "")
        if not declared:
            self.silent.add(style)
        display = declared.get("display", "none" if "hidden" in attributes or tag in FALLBACKS else "")
        visibility = declared.get("visibility", "")
        if display == "none" or (visibility == "collapse" and tag in ("tr", "thead", "tbody", "tfoot")):
            return Shown.NO
        return Shown.BLANK if visibility in ("hidden", "collapse") else Shown.YES


def _declared(style: str) -> dict[str, str]:
    return {name.lower(): value.lower() for name, value in _DECLARATION.findall(_COMMENT.sub("", style))}
