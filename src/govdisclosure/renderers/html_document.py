"""The document around a page: its head, its metadata, and the choice of language where it has several.

A page in several languages holds all of it once for each. The first is shown; another one where the address names it
or something in it (``#en``, ``#en:metrics.0``), so that a link keeps its language. No script is needed.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from govdisclosure.renderers.blocks import Page
from govdisclosure.renderers.html_metadata import json_ld
from govdisclosure.renderers.html_style import LANGUAGES
from govdisclosure.renderers.html_text import attribute, escaped

__all__ = ["Ids", "document"]


class Ids:
    """The ids on a page, each given once; ``before`` stands before all of one language."""

    def __init__(self, given: set[str] | None = None, before: str = "") -> None:
        self._given: set[str] = set() if given is None else given
        self._before = before

    def id(self, anchor: str | None) -> str:
        """The id of an element, as an attribute; none where it is given already."""
        if not anchor:
            return ""
        name = self._before + anchor if self._before else anchor
        given = self._given
        before = len(given)
        given.add(name)
        return _id(name) if len(given) > before else ""

    def href(self, anchor: str) -> str:
        """The address of an anchor, escaped."""
        return f"#{attribute(self._before + anchor)}"


@lru_cache(maxsize=4096)
def _id(name: str) -> str:
    return f' id="{attribute(name)}"'


def document(pages: Sequence[Page], style: str, body: Callable[[Page, Ids], Iterator[str]]) -> str:
    """An HTML document of one page, or of the same page in several languages; ``body`` writes what stands in it."""
    first, *others = pages
    head = (
        "<!DOCTYPE html>\n"
        f'<html lang="{attribute(first.language)}" dir="{first.direction}">\n'
        '<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(first.title)}</title>\n<style>{style}{LANGUAGES if others else ''}</style>\n"
        f"{json_ld(first.metadata)}</head>\n<body>\n"
    )
    content = _languages(pages, body) if others else body(first, Ids())
    # Joined once: each copy of a page costs as much as writing a good part of it.
    return "".join([head, *content, "</body>\n</html>\n"])


def _languages(pages: Sequence[Page], body: Callable[[Page, Ids], Iterator[str]]) -> Iterator[str]:
    """All languages, the first one shown, with links between them."""
    given = {page.language for page in pages}
    yield f'<nav class="languages" aria-label="{attribute(pages[0].languages)}">\n<ul>\n'
    for page in pages:
        at = attribute(page.language)
        yield f'<li><a href="#{at}" {_language(page)} hreflang="{at}">{escaped(page.language_name)}</a></li>\n'
    yield "</ul>\n</nav>\n"
    for number, page in enumerate(pages):
        # What the address can bring out is not for readers of the page as it is opened, nor for programs like it.
        hidden = ' hidden="until-found"' if number else ""
        yield f'<div class="language" id="{attribute(page.language)}" {_language(page)}{hidden}>\n'
        yield from body(page, Ids(given, f"{page.language}:" if number else ""))
        yield "</div>\n"


def _language(page: Page) -> str:
    return f'lang="{attribute(page.language)}" dir="{page.direction}"'
