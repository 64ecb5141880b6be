"""The document around a page: its head, its metadata, and the choice of language where it has several.

A page in several languages holds all of it once for each. The first is shown; another one where the address names it
or something in it (``#en``, ``#en:figures``), so that a link keeps its language. No script is needed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from govdisclosure.renderers.blocks import Page
from govdisclosure.renderers.html_metadata import json_ld
from govdisclosure.renderers.html_text import attribute, escaped

__all__ = ["Ids", "document", "in_languages"]


class Ids:
    """The ids on a page, each given once; ``before`` stands before all of one language.

    ``main`` is the element that holds what the page is about: one for each document, so not one for each language.
    """

    def __init__(self, given: set[str] | None = None, before: str = "") -> None:
        self.main = "main" if given is None else "div"
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


def document(page: Page, style: str, content: Iterable[str]) -> str:
    """An HTML document in the language of a page, with what stands in its body."""
    head = (
        "<!DOCTYPE html>\n"
        f'<html lang="{attribute(page.language)}" dir="{page.direction}">\n'
        '<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(page.title)}</title>\n<style>{style}</style>\n"
        f"{json_ld(page.metadata)}</head>\n<body>\n"
    )
    # Joined once: each copy of a page costs as much as writing a good part of it.
    return "".join([head, *content, "</body>\n</html>\n"])


def in_languages(pages: Sequence[Page], body: Callable[[Page, Ids, str], Iterable[str]]) -> Iterator[str]:
    """The bodies of one page in several languages, the first one shown; each is given the links to all of them."""
    given = {page.language for page in pages}
    yield "<main>\n"
    for number, page in enumerate(pages):
        # What the address can bring out is not for readers of the page as it is opened, nor for programs like it.
        hidden = ' hidden="until-found"' if number else ""
        yield f'<div class="language" id="{attribute(page.language)}" {_language(page)}{hidden}>\n'
        yield from body(page, Ids(given, f"{page.language}:" if number else ""), _links(pages, page))
        yield "</div>\n"
    yield "</main>\n"


def _links(pages: Sequence[Page], current: Page) -> str:
    links = []
    for page in pages:
        at, here = attribute(page.language), ' aria-current="true"' if page is current else ""
        link = f'<a href="#{at}" {_language(page)} hreflang="{at}"{here}>{escaped(page.language_name)}</a>'
        links.append(f"<li>{link}</li>\n")
    name = attribute(current.languages)
    return f'<nav class="languages" aria-label="{name}">\n<ul>\n{"".join(links)}</ul>\n</nav>\n'


def _language(page: Page) -> str:
    return f'lang="{attribute(page.language)}" dir="{page.direction}"'
