"""Web pages: decoded HTML text to what the page shows."""

from govdisclosure.readers.html.blocks import observe_html

__all__ = ["observe_html"]
