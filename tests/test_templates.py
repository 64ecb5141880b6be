"""Templates of applications: what they print, what they may not do, and how their errors read."""

import sys
from datetime import date
from pathlib import Path

import pytest
from tests.command import govdisclosure
from tests.tools import ROOT

import govdisclosure as gd
from govdisclosure.locales import error_text, texts
from govdisclosure.template_errors import WRONG_TEMPLATES

WRONG = ROOT / "examples" / "qinghe-wrong-total-2016.txt"
TABLES = ROOT / "schemas" / "conformance" / "cn-2021" / "valid" / "only-other.json"


@pytest.fixture(scope="module")
def report() -> gd.Report:
    found = gd.read(WRONG).report
    assert found
    return found


def printed(report: gd.Report, text: str, locale: str = "en") -> str:
    return gd.render_template(report, text=text, locale=locale, findings=gd.check(report))


# --- what a template prints


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{{ 1234567|number }}", "1,234,567"),
        ("{{ report.powers.total|number }}", "370"),
        ("{{ report.issued|date }}", "March 10, 2017"),
        ("{{ 48|percent }}", "48%"),
        ("{{ 1500|money }}", "1,500 Chinese yuan"),
        ("{{ report.metrics[0].value|quantity(report.metrics[0].unit) }}", "412 items"),
        ("{{ 'powers.total'|label }}", "All administrative powers"),
        ("{{ 'powers.total'|printed }}", "370"),
        ("{{ 'period.start'|printed }}", "January 1, 2016"),
        ("{{ 'publisher'|word }}", "Publisher"),
        ("{{ 'Words of its own'|translated }}", "Words of its own"),
        ("{{ ['a', 'b', 'c']|listed }}", "a, b, and c"),
        ("{{ findings[0].severity|code }}", "Error"),
        ("{{ findings[0]|message }}", "The stated total is 370 powers; the categories add up to 352"),
        ("{{ report.title }}", "清河县市场监督管理局2016年政府信息公开工作年度报告"),
        ("{{ none }}{{ none|date }}{{ none|number }}|", "|"),
        ("{{ report.issued }}", "2017-03-10"),
        ("{% for n in range(2) %}{{ loop.index + 1 }}{% endfor %}", "23"),
        ("{{ page.metadata.period|join('/') }}", "2016-01-01/2016-12-31"),
        ("{% for b in page.figures if b is table %}{{ b.name }} {% endfor %}", "powers figures"),
        ("{{ page.narrative|html }}", '<p id="sections.0.paragraphs.0"'),
        ("{{ page.facts().head|join(',') }}", "publisher,year,form,path"),
    ],
)
def test_it_prints_finished_words(report: gd.Report, template: str, words: str) -> None:
    assert printed(report, template).startswith(words) or words in printed(report, template)


def test_cells_are_printed_as_in_the_tables() -> None:
    tables = gd.replace(gd.load(TABLES), "statistics.requests.carried_out.total", 1_234_567)
    asked = "{{ 'statistics.requests.carried_out.total'|printed }}|{{ 'statistics.requests.carried_out.total'|label }}"
    number, label = gd.render_template(tables, text=asked, locale="de").split("|")
    assert number == "1.234.567"
    assert label == {f["path"]: f["label"] for f in gd.facts(tables, "de")}["statistics.requests.carried_out.total"]
    assert number in gd.render(tables, locale="de")


def test_the_tables_are_those_of_the_built_in_page(report: gd.Report) -> None:
    built_in = gd.render(report, locale="ar", findings=gd.check(report))
    own = printed(report, "{{ page.figures|html }}", "ar")
    assert own in built_in


def test_every_locale_and_both_directions(report: gd.Report) -> None:
    asked = "{{ page.language }} {{ page.direction }} {{ 1234|number }}"
    assert [printed(report, asked, tag) for tag in ("ar", "de", "zh-Hant")] == [
        "ar rtl 1,234",
        "de ltr 1.234",
        "zh-Hant ltr 1,234",
    ]
    assert gd.render_template(report, text=asked) == "zh-Hans ltr 1,234"


def test_one_template_serves_many_reports(report: gd.Report) -> None:
    """The code of a template is kept; nothing of one report, locale or limit may stay in it."""
    asked = "{{ report.year }} {{ 1234|number }} {{ 'publisher'|word }} {{ 'a' ~ 1 }}"
    other = gd.replace(report, "year", 2017)
    first = [printed(one, asked, tag) for one in (report, other) for tag in ("en", "de", "zh-Hans")]
    assert first == ["2016 1,234 Publisher a1", "2016 1.234 Publisher a1", "2016 1,234 发布机构 a1",
                     "2017 1,234 Publisher a1", "2017 1.234 Publisher a1", "2017 1,234 发布机构 a1"]  # fmt: skip
    assert first == [printed(one, asked, tag) for one in (report, other) for tag in ("en", "de", "zh-Hans")]


def test_nothing_was_looked_for_differs_from_nothing_was_found(report: gd.Report) -> None:
    asked = "{{ 'none' if findings is none else findings|length }}"
    assert gd.render_template(report, text=asked) == "none"
    assert gd.render_template(report, text=asked, findings=()) == "0"


# --- what it may not do

WRITTEN_WRONG = {
    "syntax": "a\n{% for x in %}",
    "undefined": "{{ offfice }}",
    "failed": "{{ 1 // 0 }}",
    "recursion": "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "no-folder": "{% include 'x.html' %}",
    "name": "{% include report.title %}",
    "autoescape": "{% autoescape false %}{{ report.title }}{% endautoescape %}",
    "filter": "{{ report.title|safe }}",
    "filter-block": "{% filter upper %}{{ report.title }}{% endfilter %}",
    "finished": "{% set x %}<b>{% endset %}{{ x|upper }}",
    "not-words": "{{ report }}",
    "arithmetic": "{{ 'a' * 1000000000 }}",
    "not-calculated": "{{ 9 ** 9 ** 9 ** 9 }}",
    "kind": "{{ 'x'|number }}",
    "path": "{{ 'powers.none'|label }}",
    "word": "{{ 'nope'|word }}",
    "value-in-tag": "<p {{ report.title }}>",
    "value-unquoted": "<p title={{ report.title }}>",
    "value-in-attribute": '<a href="{{ report.title }}">',
    "value-in-element": "<script>{{ report.title }}</script>",
    "value-in-comment": "<!-- {{ report.title }} -->",
    "cut": "<p title={% if report %}'a'{% endif %}>",
    "branches": "{% if report %}<p {% endif %}",
    "open": "<p",
    "refresh": "<meta http-equiv='refresh' content='{{ report.title }}'>",
    "element": "<base href='x'>",
    "markup-in-element": "<style>a < b</style>",
    "tag": '<p "x">',
    "cdata": "<svg><![CDATA[x]]></svg>",
}


@pytest.mark.parametrize("code", WRITTEN_WRONG)
def test_what_is_wrong_is_said_with_its_line(report: gd.Report, code: str) -> None:
    with pytest.raises(gd.BrokenTemplate) as caught:
        printed(report, "<br>\n\n" + WRITTEN_WRONG[code])
    error = caught.value
    assert (error.code, error.template) == (code, "<text>")
    assert error.line == (4 if code == "syntax" else 3)
    assert str(error).startswith(f"<text>:{error.line}: ")
    for locale in ("zh-Hans", "ar"):
        assert error_text(error, texts(locale)) not in ("", str(error))


def test_every_error_is_tried() -> None:
    of_files = {"encoding", "missing", "outside"}
    assert set(WRITTEN_WRONG) | of_files == set(WRONG_TEMPLATES)


@pytest.mark.parametrize(
    "template",
    [
        "{{ report.__class__ }}",
        "{{ report.title.__class__.__mro__ }}",
        "{{ ''['__class__'] }}",
        "{{ page.facts.__self__ }}",
        "{{ 'a'.format(1) }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{ 'a'.ljust(1000000000) }}",
        "{{ report.year.to_bytes(1000000000, 'big') }}",
        "{{ report.issued.strftime('%1000000000d') }}",
        "{{ report|attr('__class__') }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ lipsum() }}",
        "{{ [1, 2]|random }}",
        "{{ [report.title]|map('safe')|first }}",
        "{{ [].append(1) }}",
        "{% set ns = namespace() %}{% set ns.x = ns %}{{ ns }}",
        "{% set report.year = 1 %}",
    ],
)
def test_the_sandbox_holds(report: gd.Report, template: str) -> None:
    with pytest.raises(gd.BrokenTemplate):
        printed(report, template)
    assert report.year == 2016


@pytest.mark.parametrize(
    ("template", "limit"),
    [
        ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", "template_steps"),
        ("{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}", "template_steps"),
        ("{% set n = namespace(x='ab') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
         "template_characters"),
        ("{% set n = namespace(x='ab') %}{% for i in range(60) %}{% set n.x = [n.x, n.x]|join %}{% endfor %}",
         "template_characters"),
        ("{% set n = namespace(x='ab') %}{% for i in range(60) %}{% set n.x %}{{ n.x }}{{n.x}}{% endset %}{% endfor %}",
         "template_characters"),
        ("{% for i in range(99999) %}{% set x = range(99999)|sort %}{% endfor %}", "template_steps"),
        ("{% for i in range(99999) %}" + "x" * 9_000 + "{% endfor %}", "template_characters"),
        ("{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
         "template_steps"),
    ],
)  # fmt: skip
def test_a_template_ends(report: gd.Report, template: str, limit: str) -> None:
    with pytest.raises(gd.LimitExceeded) as caught:
        gd.render_template(report, text=template, limits=gd.Limits(template_steps=20_000))
    assert caught.value.limit == limit


def test_the_report_is_not_changed(report: gd.Report) -> None:
    before = gd.dumps(report)
    with pytest.raises(gd.BrokenTemplate):
        printed(report, "{{ report.sections[0].paragraphs.append('x') }}")
    assert gd.dumps(report) == before


# --- files


def test_templates_of_one_folder_work_together(report: gd.Report, tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "layout.html").write_text("<title>{% block t %}{% endblock %}</title>{% block c %}old{% endblock %}")
    (tmp_path / "below" / "part.html").write_text("<i>{{ report.year }}</i>")
    (tmp_path / "macros.html").write_text('{% macro bold(x) %}<b title="{{ x }}">{{ x|number }}</b>{% endmacro %}')
    (tmp_path / "page.html").write_text(
        "{% extends 'layout.html' %}{% import 'macros.html' as m %}{% block t %}{{ report.title }}{% endblock %}"
        "{% block c %}{{ super() }}{% include 'below/part.html' %}{{ m.bold(1234) }}"
        "{% include 'none.html' ignore missing %}{% endblock %}"
    )
    page = gd.render_template(report, tmp_path / "page.html", locale="en")
    assert page == f'<title>{report.title}</title>old<i>2016</i><b title="1234">1,234</b>'


def test_an_error_names_the_included_file(report: gd.Report, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>\n{% include 'part.html' %}")
    part = tmp_path / "part.html"
    for words, line in (("<p>\n\n{{ nope }}", 3), ("<p {{ 1 }}>", 1), ("\n{% if %}", 2), ("{{ 1 // 0 }}", 1)):
        part.write_text(words)
        with pytest.raises(gd.BrokenTemplate) as caught:
            gd.render_template(report, tmp_path / "page.html")
        assert (caught.value.template, caught.value.line) == (str(part), line)


@pytest.mark.parametrize("name", ["../secret.html", "/etc/hostname", "link.html", "below/../../secret.html", "."])
def test_nothing_outside_the_folder_is_read(report: gd.Report, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "templates"
    (folder / "below").mkdir(parents=True)
    (tmp_path / "secret.html").write_text("secret")
    (folder / "link.html").symlink_to(tmp_path / "secret.html")
    page = folder / "page.html"
    page.write_text(f"\n{{% include '{name}' %}}")
    with pytest.raises(gd.BrokenTemplate) as caught:
        gd.render_template(report, page)
    assert caught.value.code == ("missing" if name == "." else "outside")
    assert (caught.value.template, caught.value.line) == (str(page), 2)


def test_files_that_are_no_templates(report: gd.Report, tmp_path: Path) -> None:
    with pytest.raises(gd.UnreadableInput):
        gd.render_template(report, tmp_path / "none.html")
    with pytest.raises(gd.UnreadableInput):
        gd.render_template(report, tmp_path)
    (tmp_path / "gbk.html").write_bytes("政府".encode("gbk"))
    with pytest.raises(gd.BrokenTemplate) as caught:
        gd.render_template(report, tmp_path / "gbk.html")
    assert caught.value.code == "encoding"
    (tmp_path / "long.html").write_text("x" * 2_000)
    with pytest.raises(gd.LimitExceeded):
        gd.render_template(report, tmp_path / "long.html", limits=gd.Limits(template_bytes=1_000))
    with pytest.raises(TypeError):
        gd.render_template(report)  # type: ignore[call-overload]


def test_a_changed_template_is_read_anew(report: gd.Report, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    for words in ("one", "two"):
        page.write_text(words)
        assert gd.render_template(report, page) == words


# --- the command


def test_the_command_writes_the_page_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "page.html.j2").write_text("<p>{{ report.year }}: {{ 'publisher'|word }}</p>{{ findings|length }}\n")
    made = govdisclosure("render", WRONG, "--template", "page.html.j2", "--locale", "en", folder=tmp_path)
    assert (made.code, made.out, made.error) == (0, b"<p>2016: Publisher</p>1\n", "")
    (tmp_path / "page.html.j2").write_text("<p>{{ report.year }}</p>\n{{ nope }}")
    made = govdisclosure("render", WRONG, "--template", "page.html.j2", "-o", "page.html", folder=tmp_path)
    assert made.code == 2
    assert made.error.startswith("govdisclosure: page.html.j2:2: ")
    assert not (tmp_path / "page.html").exists()


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [
        (["--template", "none.html"], 4, "none.html"),
        (["--template", "page.html", "--to", "html"], 2, "not allowed with argument"),
        (["--template", "page.html", "--locale", "en,ar"], 2, "one locale"),
    ],
)
def test_wrong_calls(tmp_path: Path, more: list[str], code: int, words: str) -> None:
    (tmp_path / "page.html").write_text("x")
    made = govdisclosure("render", WRONG, *more, folder=tmp_path)
    assert made.code == code
    assert words in made.error
    assert not made.out


def test_without_jinja_the_error_says_what_to_install(report: gd.Report, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith(("jinja2", "govdisclosure.renderers.templates."))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(gd.MissingExtra, match=r"pip install 'govdisclosure\[render\]'"):
        gd.render_template(report, text="x")


def test_the_words_of_a_day_are_no_clock(report: gd.Report) -> None:
    """The same template, report and locale give the same bytes; no day of today is at hand."""
    assert printed(report, "{{ report.issued|date }}") == printed(report, "{{ report.issued|date }}")
    with pytest.raises(gd.BrokenTemplate):
        printed(report, "{{ now() }}")
    assert str(date(2017, 3, 10)) in printed(report, "{{ report.issued }}")
