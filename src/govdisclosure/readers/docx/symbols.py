"""Signs that a Word file names by their place in a font of signs."""

__all__ = ["symbol"]

#: The signs of the fonts Wingdings, Wingdings 2 and Symbol that reports use; the places lie in the private area.
_SIGNS = {
    "wingdings": {
        0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "◆",
        0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
        **{0x81 + place: chr(0x2460 + place) for place in range(10)},
    },
    "wingdings 2": {0x2A: "☐", 0x50: "✓", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"},
    "symbol": {0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xA8: "♦", 0xAE: "→"},
}  # fmt: skip
#: Where fonts of signs put their characters.
_PRIVATE = range(0xF000, 0xF100)


def symbol(font: str, code: str) -> str:
    """The character that stands for a sign; one without a public meaning stays what the file has, and is told of."""
    try:
        place = int(code[:6], 16)
    except ValueError:
        return "\ufffd"
    if place < 0x20 or place > 0xFFFF or 0xD800 <= place <= 0xDFFF:  # noqa: PLR2004 - controls, and no characters
        return "\ufffd"
    low = place - _PRIVATE.start if place in _PRIVATE else place
    return _SIGNS.get(font.casefold(), {}).get(low) or chr(place)
