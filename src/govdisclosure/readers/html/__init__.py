"""Web pages: decoded HTML text to what the page shows."""

from govdisclosure.readers.html.page import observe_html

__all__ = ["observe_html"]
