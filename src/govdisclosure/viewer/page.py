"""The page around the two sides."""

from collections.abc import Iterator

from govdisclosure.locales import Formatter
from govdisclosure.locales.texts import direction_of
from govdisclosure.model import Report, Source
from govdisclosure.renderers.html_style import STYLE
from govdisclosure.renderers.html_text import attribute, escaped
from govdisclosure.viewer.said import Said
from govdisclosure.viewer.source_pane import SourcePane
from govdisclosure.viewer.style import STYLE as MORE
from govdisclosure.viewer.style import highlight

__all__ = ["page"]


def page(report: Report, form: Formatter, source: Source, left: SourcePane, right: str) -> str:
    """The whole document: the source on the left, ``right`` beside it."""
    say = Said(form)
    document = left.html()
    title = escaped(report.title or say.rendered("untitled"))
    language = form.tag
    direction, own = form.direction, direction_of(report.language)
    turned = f' dir="{own}"' if own != direction else ""
    style = STYLE + MORE + highlight(list(left.cut))
    return (
        f'<!DOCTYPE html>\n<html lang="{attribute(language)}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"<header>\n<h1><bdi>{title}</bdi></h1>\n{''.join(_notes(report, source, say))}{_navigation(say)}</header>\n"
        f'<main>\n<section class="source" tabindex="0" aria-labelledby="source">\n'
        f'<h2 id="source">{escaped(say("source"))}</h2>\n'
        f'<div lang="{attribute(report.language)}"{turned}>\n{document}</div>\n</section>\n'
        f'<section class="read" tabindex="0" aria-labelledby="read">\n<h2 id="read">{escaped(say("facts"))}</h2>\n'
        f"{right}</section>\n</main>\n</body>\n</html>\n"
    )


def _notes(report: Report, source: Source, say: Said) -> Iterator[str]:
    yield f"<p>{escaped(say('about'))}</p>\n"
    if not report.provenance.places:
        yield f'<p class="notice">{escaped(say("no-provenance"))}</p>\n'
    if report.provenance.source is None:
        yield f'<p class="notice">{escaped(say("no-source"))}</p>\n'
    yield f'<p class="digest">{escaped(say("digest", digest=source.sha256))}</p>\n'


def _navigation(say: Said) -> str:
    names = {"source": say("source"), "findings": say.rendered("findings"), "data": say("facts")}
    items = "".join(f'<li><a href="#{at}">{escaped(name)}</a></li>\n' for at, name in names.items())
    return f"<nav>\n<ul>\n{items}</ul>\n</nav>\n"
