"""E1: whatever template is accepted, no value acts in it. Templates are put together from pieces of HTML at random."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests.battery.hostile import FULL
from tests.tools import examples

import govdisclosure as gd

HOSTILE = "MARK\"'><img src=x onerror=1>--></title></script></style><b onclick=1>` onfocus=1 x=javascript:1"
PLAIN = "MARK"
VALUE = "{{ report.title }}"
PIECES = (
    *("<b", "<a", "<p", "<svg", "<math", "<script", "<style", "<title", "<textarea", "<meta", "<td", "<iframe"),
    *("<plaintext", "<noscript", "<base", "<select", "<template", "<table", "<foreignObject", "<!--", "<!", "<?x"),
    *("<![CDATA[", "]]>", "-->", "--", "-", "!>", "</b>", "</a>", "</script>", "</style>", "</title>", "</textarea>"),
    *("</svg>", "</math>", "</", "<", ">", "/>", "/", " ", "\n", "=", '"', "'", "`", "#", "x", "title=", "class ="),
    *('title="', "title='", 'href="', 'href="#', "href=#", "onclick=", 'onclick="', 'style="', 'content="', "lang"),
    *("http-equiv=refresh ", "http-equiv=", 'data-x="', "srcdoc='", VALUE, VALUE, VALUE, VALUE, "{# note #}"),
    *("{% if report %}", "{% if not report %}", "{% else %}", "{% endif %}", "{% for x in 'ab' %}", "{% endfor %}"),
    *("{% set made %}", "{% endset %}", "{{ made }}", "{% block a %}", "{% endblock %}", "{% raw %}", "{% endraw %}"),
    *("{% macro m() %}", "{% endmacro %}", "{{ m() }}", "{% call m() %}", "{% endcall %}", "{{ caller() }}"),
)
#: Whole stretches, so that more of what is put together is accepted.
STRETCHES = (
    *(f'<b title="{VALUE}">', f"<i class='a {VALUE}'>", f"<p>{VALUE}</p>", f"<title>{VALUE}</title>", "<br/>"),
    *(f"<textarea>{VALUE}</textarea>", f'<a href="#{VALUE}">x</a>', f'<meta name=x content="{VALUE}">', "<!-- x -->"),
    *("<script>1</script>", "<style>a{}</style>", "<svg><title>x</title></svg>", "<svg><style>a", "<math><mi>"),
    *(f"{{% set made %}}<u>{VALUE}</u>{{% endset %}}", "<input {% if report %}disabled{% endif %}>"),
    *(f'{{% if report %}}<td title="{VALUE}">{{% else %}}<td>{{% endif %}}', "<svg><desc><b x='", "</desc></svg>"),
)
templates = st.lists(st.sampled_from(PIECES) | st.sampled_from(STRETCHES), min_size=1, max_size=14).map("".join)


def rendered(template: str, title: str) -> str:
    return gd.render_template(gd.replace(FULL, "title", title), text=template)


def built(page: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(node.tag or "", tuple(node.attributes)) for node in LexborHTMLParser(page).css("*")]


@given(templates)
@settings(max_examples=examples(2_000, 200_000))
@example(f'<svg><style><a title="</style>" onclick="{VALUE}">')
@example(f"<svg><title><b title={VALUE}></title></svg>")
@example(f"<script><!--<script></script>-->{VALUE}</script>")
@example(f'<!-- --{{# x #}}> <b title="-->" onclick="{VALUE}">')
@example(f'<noscript><p title="</noscript>{VALUE}">')
@example(f"<{VALUE}")
@example(f'{{% set made %}}<b title="{VALUE}">{{% endset %}}<p title="{{{{ made }}}}">')
def test_no_value_acts_in_a_template_that_is_accepted(template: str) -> None:
    try:
        plain = rendered(template, PLAIN)
    except (gd.BrokenTemplate, gd.LimitExceeded):
        return
    page = rendered(template, HOSTILE)
    assert built(page) == built(plain), template
    for node in LexborHTMLParser(page).css("*"):
        assert node.tag not in ("script", "style", "iframe") or PLAIN not in node.text(deep=True), template
        for name, said in node.attributes.items():
            if PLAIN in (said or ""):
                assert not re.match(r"on|style|src|action|formaction", name), template
                assert name != "href" or (said or "").startswith("#"), template


@pytest.mark.parametrize("stretch", STRETCHES[:10])
def test_templates_are_not_refused_for_nothing(stretch: str) -> None:
    assert PLAIN in rendered(stretch + VALUE, PLAIN)
