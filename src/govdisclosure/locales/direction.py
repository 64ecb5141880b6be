"""The direction of text (Unicode Standard Annex #9): words of one direction kept apart from those of another."""

__all__ = ["balanced", "isolated"]

_ISOLATE, _POP = "\u2068", "\u2069"
#: What opens a stretch of another direction, and what closes it.
_CLOSED_BY = {
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
}


def isolated(text: str) -> str:
    """A text that neither turns what stands around it nor is turned by it."""
    return f"{_ISOLATE}{balanced(text)}{_POP}" if text else ""


def balanced(text: str) -> str:
    """Direction controls in pairs: what is opened is closed, and what closes nothing is shown as unreadable."""
    out, open_ones = [], []
    for char in text:
        if char in _CLOSED_BY:
            open_ones.append(_CLOSED_BY[char])
        elif char in _CLOSED_BY.values():
            if not open_ones or open_ones[-1] != char:
                out.append("\ufffd")
                continue
            open_ones.pop()
        out.append(char)
    return "".join(out) + "".join(reversed(open_ones))
