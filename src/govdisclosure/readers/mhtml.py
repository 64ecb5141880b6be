"""Web pages saved with all that belongs to them in one file (MHTML, RFC 2557): the page itself, taken out of it."""

import re
from email import message_from_bytes
from email.message import Message

from govdisclosure.errors import UnreadableInput

__all__ = ["page_within"]

#: Parts that hold further parts: a page has two or three levels of them, and each level costs.
_COLLECTION = re.compile(rb"content-type:\s*(?:multipart|message)/", re.IGNORECASE)
_MOST_COLLECTIONS = 32
_PAGES = ("text/html", "application/xhtml+xml")


def page_within(data: bytes, name: str) -> tuple[bytes, str | None]:
    """The bytes of the page that a saved page shows, and the encoding that its part declares.

    ``UnreadableInput`` where it holds no page.
    """
    if len(_COLLECTION.findall(data)) > _MOST_COLLECTIONS:
        raise UnreadableInput("mhtml-broken", {"name": name})
    whole = message_from_bytes(data.lstrip(b"\xef\xbb\xbf \t\r\n"))
    pages = [part for part in whole.walk() if part.get_content_type() in _PAGES]
    page = next((part for part in pages if _is_start(part, whole)), pages[0] if pages else None)
    content = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(content, bytes) or not content.strip():
        raise UnreadableInput("mhtml-broken", {"name": name})
    return content, page.get_content_charset()


def _is_start(part: Message, whole: Message) -> bool:
    """Whether a part is the one with which the collection says that it starts."""
    start = whole.get_param("start")
    return isinstance(start, str) and start.strip("<> ") == str(part.get("Content-ID", "")).strip("<> ")
