"""The golden files: what is made of a report of each form, in each format and each complete locale, as text.

HTML stands without its style sheet, so that a colour is no change of every page. Word files, workbooks and PDFs stand
as lines that say what they hold and how it is set. What Hong Kong has otherwise than Taiwan stands as the difference.
"""

import re
from collections.abc import Callable, Iterator
from difflib import unified_diff
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs
from tests.golden.office_outlines import docx_lines, xlsx_lines

import govdisclosure as gd
from govdisclosure import catalog
from govdisclosure.readers.bodies import publisher_of
from govdisclosure.renderers import BINARY, RENDERERS

__all__ = ["FOLDER", "FORMATS", "LOCALES", "Golden", "goldens"]

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[1]
FOLDER = _HERE / "made"
_STYLE = re.compile(r"(?<=<style>).*(?=</style>)", re.DOTALL)
#: A report with text whose figures do not add up, so that there are findings and marks.
_EXAMPLE = _ROOT / "examples" / "qinghe-wrong-total-2016.txt"
_WRITTEN_FOR = "2016"
#: The locales that a catalog is complete for; the last is told by its difference from the one it falls back on.
LOCALES = ("zh-Hans", "zh-Hant", "en", "ar")
OTHERWISE, FROM = "zh-Hant-HK", "zh-Hant"
#: The summary prints what the text does.
FORMATS = tuple(to for to in (*RENDERERS, *BINARY) if to != "summary")
_ENDINGS = {"html": "html", "html-official": "html", "markdown": "md"}


@attrs.frozen
class Golden:
    """A golden file: its name in the folder, and what makes its text."""

    name: str
    format: str
    make: Callable[[], str] = attrs.field(eq=False, repr=False)


def goldens() -> Iterator[Golden]:
    """All of them: forms by formats by locales, then the workbooks to fill in, and a comparison."""
    for form_id in catalog.FORMS:
        for to in FORMATS:
            yield from _in_locales(form_id, to, _rendered(form_id, to), _ENDINGS.get(to, "txt"))
        if catalog.tables(form_id):
            yield from _in_locales(form_id, "template", _template(form_id), "txt")
    yield from _in_locales("comparison", "html", _compared, "html")


def _in_locales(folder: str, to: str, make: Callable[[str], str], ending: str) -> Iterator[Golden]:
    for locale in LOCALES:
        yield Golden(f"{folder}/{to}.{locale}.{ending}", to, lambda locale=locale: make(locale))
    yield Golden(f"{folder}/{to}.{OTHERWISE}.diff", to, lambda: _difference(make(FROM), make(OTHERWISE)))


def _difference(one: str, other: str) -> str:
    lines = unified_diff(one.splitlines(), other.splitlines(), FROM, OTHERWISE, lineterm="", n=0)
    return "".join(f"{line}\n" for line in lines)


# --- what is printed --------------------------------------------------------------------------------------


@cache
def _report(form_id: str) -> gd.Report:
    """A report by a form: its tables full of numbers whose sums hold, or a text where it has none."""
    if catalog.tables(form_id) is None:
        _, last = catalog.form(form_id).years
        made = gd.read(_EXAMPLE.read_text("utf-8").replace(_WRITTEN_FOR, str(last)).encode()).report
        assert made is not None
        assert made.form == form_id
        return made
    valid = (_ROOT / "schemas" / "conformance" / form_id / "valid").glob("*.json")
    return gd.load(max(sorted(valid), key=_numbers))


def _numbers(document: Path) -> int:
    """How many cells hold a number above zero."""
    return sum(1 for fact in gd.facts(gd.load(document)) if isinstance(fact["value"], int) and fact["value"] > 0)


def _rendered(form_id: str, to: str) -> Callable[[str], str]:
    def make(locale: str) -> str:
        report = _report(form_id)
        return _as_text(gd.render(report, to=to, locale=locale, findings=gd.check(report)), to)

    return make


def _template(form_id: str) -> Callable[[str], str]:
    return lambda locale: _as_text(gd.template(form_id, locale=locale), "xlsx")


def _compared(locale: str) -> str:
    """The last two forms with tables side by side, in years of one body."""
    *_, earlier, later = (form_id for form_id in catalog.FORMS if catalog.tables(form_id))
    (_, last), (first, _) = catalog.form(earlier).years, catalog.form(later).years
    reports = [
        attrs.evolve(_report(form_id), year=year, period=catalog.form(form_id).period(year),
                     publisher=publisher_of("清河县人民政府"), language="zh-Hans")
        for form_id, year in ((earlier, last), (later, first), (later, first + 1))
    ]  # fmt: skip
    return _as_text(gd.render_comparison(gd.compare(reports), to="html", locale=locale), "html")


# --- as text ----------------------------------------------------------------------------------------------


def _as_text(made: str | bytes, to: str) -> str:
    if isinstance(made, str):
        return _STYLE.sub("", made)
    return "".join(f"{line}\n" for line in _lines(to)(made))


def _lines(to: str) -> Callable[[bytes], Iterator[str]]:
    if to == "pdf":
        # It asks for packages that are not everywhere.
        pdf: Any = import_module("tests.golden.printed_outline")
        return pdf.pdf_lines
    return {"docx": docx_lines, "xlsx": xlsx_lines}[to]
