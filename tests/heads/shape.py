"""What a shape is, and how a page of one is written in each medium."""

from collections.abc import Callable
from random import Random

import attrs
from tests.heads.copied import seen
from tests.heads.cores import Core
from tests.heads.facts import Facts, facts
from tests.layouts.copies import COPIES, page_text
from tests.layouts.docx import page_docx
from tests.layouts.html import sheet_html, words_of
from tests.layouts.page import Block, Page, Prose, Raw, Sheet
from tests.layouts.pdf import page_pdf

__all__ = ["ALL", "HTML", "SEEN", "Around", "Shape", "bare", "written"]

#: Where markup itself counts, and where only what it shows: a page that is copied, saved as a document or printed.
HTML, SEEN = frozenset({"html"}), frozenset({"text", "markdown", "docx", "pdf"})
ALL = HTML | SEEN
#: How a title is set where the shape does not say it.
_HEADINGS = (
    "<h1>{title}</h1>",
    '<h2 class="art-title">{title}</h2>',
    '<div class="title" id="title">{title}</div>',
    '<p style="text-align:center"><strong>{title}</strong></p>',
    '<p align="center"><font size="5"><b>{title}</b></font></p>',
)


@attrs.frozen(kw_only=True)
class Around:
    """What stands around a report, as markup: before its title, between title and text, after the text.

    ``heading`` is the title as it is set, ``window`` the words of the ``<title>`` (without words there is none);
    ``{title}`` in both stands for the title. ``meta`` are further lines of the head.
    """

    before: str = ""
    heading: str = ""
    between: str = ""
    after: str = ""
    window: str = "{title}"
    meta: str = ""


@attrs.frozen
class Shape:
    """A head or foot of a page. ``carries`` are the fields of publication, and of the report, that it states."""

    name: str
    around: Callable[[Core, Facts], Around]
    carries: frozenset[str] = frozenset()
    media: frozenset[str] = ALL

    def wrap(self, core: Core, medium: str, chosen: Random) -> tuple[bytes, Facts]:
        """A page with the report, and what it states."""
        stated = facts(core, chosen)
        around = self.around(core, stated)
        if not around.heading:
            around = attrs.evolve(around, heading=chosen.choice(_HEADINGS))
        return written(core, medium, around), stated


def bare(core: Core, medium: str) -> bytes:
    """The report by itself."""
    return written(core, medium, Around(heading=_HEADINGS[0]))


def written(core: Core, medium: str, around: Around) -> bytes:
    """A page in a medium: ``html``, ``text``, ``markdown``, ``docx`` or ``pdf``."""
    heading = around.heading.format(title=core.title)
    if medium == "html":
        return _html(core, around, heading).encode()
    marked = medium == "markdown"
    before, title, between, after = (
        seen(part, marked=marked) for part in (around.before, heading, around.between, around.after)
    )
    for line in title:
        if isinstance(line, Prose):
            line.level = 9
    page = attrs.evolve(core.page, blocks=[*before, *title, *between, *core.page.blocks, *after])
    return _WRITERS[medium](page)


def _text(page: Page) -> bytes:
    return page_text(page).encode()


def _markdown(page: Page) -> bytes:
    return ("\n\n".join(_marked(block) for block in page.blocks) + "\n").encode()


_WRITERS: dict[str, Callable[[Page], bytes]] = {
    "text": _text,
    "markdown": _markdown,
    "docx": page_docx,
    "pdf": page_pdf,
}


def _marked(block: Block) -> str:
    if isinstance(block, Sheet):
        return COPIES["markdown"](block).strip()
    if isinstance(block, Raw):
        return block.text
    return f"### {block.text}" if block.level == 1 else block.text


def _html(core: Core, around: Around, heading: str) -> str:
    window = f"<title>{around.window.format(title=core.title)}</title>" if around.window else ""
    content = "\n".join(_block(core.page, block) for block in core.page.blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">{window}\n{around.meta}</head>\n<body>\n'
        f"{around.before}\n{heading}\n{around.between}\n{content}\n{around.after}\n</body></html>\n"
    )


def _block(page: Page, block: Block) -> str:
    if isinstance(block, Sheet):
        return sheet_html(page, block)
    if isinstance(block, Prose):
        words = words_of(block.text)
        return f"<p><strong>{words}</strong></p>" if block.level == 1 else f'<p style="text-indent:2em">{words}</p>'
    return block.html
