"""What a page says of itself to catalogs and search engines: a schema.org ``Report`` as JSON-LD.

It is data beside the page, for other programs; a browser neither shows nor runs it, and no reader here uses it.
"""

import json

from govdisclosure.renderers.blocks import Metadata
from govdisclosure.renderers.html_text import shown

__all__ = ["json_ld"]

#: What could end the element or begin a comment in it, and what JavaScript takes for the end of a line.
_ESCAPED = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_ld(metadata: Metadata) -> str:
    """The element that holds the metadata. What is not known is left out."""
    said = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": shown(metadata.name),
        "inLanguage": metadata.language,
        "temporalCoverage": "/".join(metadata.period),
        "dateCreated": metadata.issued,
        "datePublished": metadata.published,
        "publisher": _body(metadata.publisher),
        "author": _body(metadata.author),
    }
    known = {key: value for key, value in said.items() if value is not None}
    return f'<script type="application/ld+json">{_encode(known).translate(_ESCAPED)}</script>\n'


def _body(name: str | None) -> dict[str, str] | None:
    return {"@type": "GovernmentOrganization", "name": shown(name)} if name else None
