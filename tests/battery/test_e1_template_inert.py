"""E1, inert output: what a template of an application prints of a report only shows it, wherever it may stand."""

from functools import cache

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.battery.hostile import FULL, filled, filled_places, is_control
from tests.battery.naughty import NAUGHTY
from tests.battery.test_e1_html_inert import Seen, as_html_shows

import govdisclosure as gd
from govdisclosure.model import Report

#: Values in every place that may hold them, through every kind of filter, set, macro and block.
TEMPLATE = """<!DOCTYPE html>
<html lang="{{ page.language }}" dir="{{ page.direction }}"><head><meta charset="utf-8">
<title>{% block title %}{{ report.title }}{% endblock %}</title>
<meta name="description" content="{{ report.title }}">{{ style }}{{ metadata }}</head>
<body class='{{ report.publisher.name }}' data-name="{{ report.title }}">
{% macro item(text, note) %}<li title="{{ note }}">{{ text }}{{ caller() }}</li>{% endmacro %}
{% set made %}<b title='{{ report.title }}'>{{ report.title }}</b>{% endset %}
<h1 id="at" aria-label="{{ report.title }} {{ report.publisher.name }}">{{ report.title }}</h1>
<p>{{ made }}{{ made ~ report.title }}{{ report.title ~ "|" ~ report.publisher.name }}</p>
<p>{{ report.title|upper }}{{ report.title|lower }}{{ report.title|capitalize }}{{ report.title|title }}</p>
<p>{{ report.title|truncate(5) }}{{ report.title|e }}{{ report.title|trim }}{{ report.title|reverse }}</p>
<p>{{ report.title[:3] }}{{ report.title[::-1] }}{{ report.title.upper() }}{{ report.title.split("<")|join(">") }}</p>
<p>{{ report.channels|map(attribute="name")|join(made) }}{{ report.channels|join(", ", attribute="name") }}</p>
<p title="{{ report.title|e }}" class="{% if report.title %}{{ report.title }}{% endif %}"
 {%- if report.title %} lang="{{ report.title }}"{% endif %}>{{ "title"|printed }}{{ report.title|default("-") }}</p>
<ul>{% for one in report.services %}{% call item(one.name, report.title) %}{{ one.name }}{% endcall %}{% endfor %}
{% call item(report.title, made|length) %}{{ report.title }}{% endcall %}</ul>
<a href="#{{ report.title }}">{{ report.channels|map(attribute="name")|list|listed }}</a>
<textarea>{{ report.title }}</textarea>
{% for fact in report.metrics %}{{ fact.counted }}{% endfor %}
{{ page.about|html }}{{ page.findings|html }}{{ page.charts|html }}{{ page.figures|html }}
{{ page.narrative|html }}{{ page.footer|html }}{{ page.facts()|html }}
{% for finding in findings %}<p>{{ finding|message }}</p>{% endfor %}
</body></html>
"""

every_string = pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
everywhere = pytest.mark.parametrize("make", [filled, filled_places])


def rendered(report: Report) -> str:
    return gd.render_template(report, text=TEMPLATE, locale="en", findings=gd.check(report))


def built(source: str) -> set[tuple[str, tuple[str, ...]]]:
    """The elements that a browser builds, each with the names of its attributes."""
    elements = LexborHTMLParser(source).css("*")
    return {(element.tag or "", tuple(sorted(element.attributes))) for element in elements}


@cache
def harmless() -> set[tuple[str, tuple[str, ...]]]:
    return built(rendered(filled("x"))) | built(rendered(FULL)) | built(rendered(filled("")))


@everywhere
@every_string
def test_a_page_is_inert(text: str, make: object) -> None:
    source = rendered(make(text))  # type: ignore[operator]
    assert built(source) <= harmless()
    page = Seen(source)
    assert not page.others
    assert len(page.scripts) == 1 == source.count("<script")
    assert not [name for name, _ in page.values if name.startswith("on") or name in ("src", "srcset")]
    assert all(value.startswith("#") for name, value in page.values if name in ("href", "action", "xlink:href"))
    assert not [char for char in source if is_control(char) and char not in "\t\n\u2028\u2029"]


@every_string
def test_values_are_shown_as_they_are(text: str) -> None:
    page = LexborHTMLParser(rendered(filled(text)))
    shown = as_html_shows(text)
    # The parser drops a line break at the beginning of this element, and only there.
    assert page.css_first("textarea").text() in (shown, shown.removeprefix("\n"))
    assert page.css_first("h1").text() == page.css_first("title").text() == shown
    assert page.css_first("body").attributes["data-name"] == (shown or "")
    assert page.css_first("meta[name=description]").attributes["content"] == (shown or "")
    assert page.css_first("a").attributes["href"] == f"#{shown}"
