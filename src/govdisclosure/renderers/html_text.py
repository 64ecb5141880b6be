"""Text for HTML: nothing in it acts as markup, and nothing in it is forbidden."""

import re
from html import escape

__all__ = ["attribute", "escaped", "framed", "shown"]

#: Control characters, half surrogate pairs and noncharacters are parse errors in HTML (HTML standard, 13.2.3.5).
_PLANES = "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000))
_FORBIDDEN = re.compile(f"[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef{_PLANES}]")


def escaped(words: str) -> str:
    """Text with every character that HTML forbids or gives a meaning replaced by what shows it."""
    return escape(shown(words), quote=False)


def attribute(words: str) -> str:
    """Text inside a quoted attribute."""
    return escape(shown(words))


def framed(name: str, content: str, attributes: str = "") -> str:
    """A table in a frame that scrolls where the page is too narrow for it.

    The heading above says what it is: its name is for those who do not see that, and no words of the page.
    """
    named = f'aria-label="{attribute(name)}"'
    frame = f'<div class="table" role="region" tabindex="0" {named}>'
    return f"{frame}\n<table{attributes} {named}>\n{content}</table>\n</div>\n"


def shown(words: str) -> str:
    """Text with what HTML forbids replaced by what shows that something was there."""
    # Printable text, which is nearly all, holds nothing forbidden.
    return words if words.isprintable() else _FORBIDDEN.sub("\ufffd", words)
