"""Words in a Word file: text that means itself, in paragraphs of a style and a direction."""

import re

from govdisclosure.renderers.docx.styles import Tongues
from govdisclosure.renderers.html_text import escaped

__all__ = ["Words"]

#: Characters that run from right to left.
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
#: What runs in a direction at all; signs and digits go with what stands around them.
_LETTER = re.compile(r"[^\W\d_]")
#: What has elements of its own in a run.
_BROKEN = re.compile("[\t\n]")
#: A stretch that is isolated. Programs give the signs around it a width and break lines as if they were letters.
_ISOLATED = re.compile("\u2068([^\u2066-\u2069]*)\u2069")
#: So deep stretches stand within each other: a message in a list of a message.
_WITHIN = 3
_MARK = "\u200e"
#: What readers of XML trim or fold unless told not to.
_SPACED = re.compile(r"\A\s|\s\Z|  ")


class Words:
    """Writes runs and paragraphs of a page in these languages."""

    def __init__(self, tongues: Tongues) -> None:
        self.rtl = tongues.rtl
        self._own = '<w:rStyle w:val="OwnWords"/>' if tongues.own != tongues.page else ""

    def run(self, text: str, *, own: bool = False, severity: str | None = None) -> str:
        """A stretch of text. A line break and a tab are what they are; nothing else in it is more than a character."""
        if not text:
            return ""
        if self.rtl and not own and "\u2068" in text:
            text = _apart(text)
        style = f'<w:rStyle w:val="Finding{severity.capitalize()}"/>' if severity else self._own if own else ""
        if not text.isascii() and _RTL.search(text):
            style += "<w:rtl/>"
        properties = f"<w:rPr>{style}</w:rPr>" if style else ""
        if text.isprintable() or not _BROKEN.search(text):
            return f"<w:r>{properties}{_text(text)}</w:r>"
        pieces = [_BREAKS.get(piece) or _text(piece) for piece in re.split("([\t\n])", text) if piece]
        return f"<w:r>{properties}{''.join(pieces)}</w:r>"

    def paragraph(self, style: str, text: str, *, own: bool = False, severity: str | None = None) -> str:
        """A paragraph of one run."""
        direction = self.direction(text, own=own) if own or self.rtl else ""
        run = self.run(text, own=own, severity=severity)
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{direction}</w:pPr>{run}</w:p>'

    def direction(self, text: str, *, own: bool) -> str:
        """The direction of a paragraph, where it is not that of the page."""
        if not text or not (own or self.rtl):
            return ""
        turned = not text.isascii() and _RTL.search(text) is not None
        if turned == self.rtl or not _LETTER.search(text):
            return ""
        return "<w:bidi/>" if turned else '<w:bidi w:val="0"/>'


def _apart(text: str) -> str:
    """A text of a page from right to left with marks in place of isolates, only where something runs otherwise."""
    for _ in range(_WITHIN):
        text = _ISOLATED.sub(_marked, text)
    return text


def _marked(stretch: re.Match[str]) -> str:
    words = stretch[1]
    letter = _LETTER.search(words)
    return words if letter and _RTL.match(letter[0]) else f"{_MARK}{words}{_MARK}"


_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


def _text(text: str) -> str:
    if text.isalnum():  # digits and names need no escaping
        return f"<w:t>{text}</w:t>"
    kept = ' xml:space="preserve"' if _SPACED.search(text) else ""
    return f"<w:t{kept}>{escaped(text)}</w:t>"
