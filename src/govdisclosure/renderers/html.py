"""HTML: one self-contained page without script, readable, printable and accessible."""

from collections.abc import Iterator, Sequence

from govdisclosure.renderers.blocks import Page
from govdisclosure.renderers.html_document import Ids, document, in_languages
from govdisclosure.renderers.html_style import LANGUAGES, READING
from govdisclosure.renderers.html_writer import PageWriter

__all__ = ["html", "html_languages"]


def html(page: Page) -> str:
    """The page as an HTML document."""
    return document(page, READING, _body(page, Ids()))


def html_languages(pages: Sequence[Page]) -> str:
    """One page in several languages as an HTML document, with links between them."""
    return document(pages[0], READING + LANGUAGES, in_languages(pages, _body))


def _body(page: Page, ids: Ids, languages: str = "") -> Iterator[str]:
    writer = PageWriter(page, ids)
    yield "<header>\n"
    yield from writer.blocks(page.about)
    yield f"</header>\n{languages}{writer.navigation()}<{ids.main}>\n"
    yield from writer.blocks(page.findings)
    yield from writer.charts()
    yield from writer.blocks(page.figures)
    if page.narrative:
        yield "<article>\n"
        yield from writer.blocks(page.narrative)
        yield "</article>\n"
    yield f"</{ids.main}>\n<footer>\n"
    yield from writer.blocks(page.footer)
    yield "</footer>\n"
