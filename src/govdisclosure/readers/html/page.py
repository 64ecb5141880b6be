"""A web page to what a person sees of it: parsed, walked through, and its tables found."""

import re

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from govdisclosure.limits import Limits
from govdisclosure.readers.html.blocks import Walk
from govdisclosure.readers.html.boxes import Roles, roles_in
from govdisclosure.readers.html.depth import refuse_deep_pages
from govdisclosure.readers.html.untagged import may_be_untagged, with_untagged_tables
from govdisclosure.readers.observed import Observed

__all__ = ["observe_html"]

_SURROGATES = re.compile("[\ud800-\udfff]")
#: Events cost time in the square of the options of a list.
_WITHOUT_EVENTS = LexborDocumentOptions.WO_EVENTS.value


def observe_html(text: str, limits: Limits) -> Observed:
    """What a web page shows. ``LimitExceeded`` where it is nested, or larger, than the limits allow.

    Half surrogate pairs are no characters; each becomes U+FFFD.
    """
    refuse_deep_pages(text, limits)
    tree = LexborHTMLParser(_utf_8(text), options=_WITHOUT_EVENTS, scripting=True)
    observed = _walked(tree, limits)
    if may_be_untagged(observed) and (roles := roles_in(_first(tree))).tags:
        observed = _walked(tree, limits, roles)
    return with_untagged_tables(observed, limits)


def _walked(tree: LexborHTMLParser, limits: Limits, roles: Roles | None = None) -> Observed:
    walk = Walk(limits, roles)
    walk.through(_first(tree))
    return walk.observed()


def _utf_8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text).encode()


def _first(tree: LexborHTMLParser) -> LexborNode | None:
    """The first node of the document; comments may stand before the root."""
    node = tree.root
    while node is not None and node.prev is not None:
        node = node.prev
    return node
