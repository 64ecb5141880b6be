"""The golden pages: what the HTML renderers make of a report of each form, without the style sheet.

python tests/golden/pages.py    writes the golden pages anew; look at their difference before you keep them
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import govdisclosure as gd

__all__ = ["FOLDER", "pages"]

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[1]
FOLDER = _HERE / "html"
_STYLE = re.compile(r"(?<=<style>).*(?=</style>)", re.DOTALL)
#: A report with text, and for each form with tables one with all of its sums fulfilled.
_EXAMPLE = _ROOT / "examples" / "qinghe-market-supervision-2016.txt"
_TABLES = {"cn-2014": "filled", "cn-2019": "filled", "cn-2021": "only-other"}
LOCALES = ("zh-Hans", "en")


def pages() -> Iterator[tuple[str, str]]:
    """The name of each golden page, and the page."""
    for name, report in _reports():
        found = gd.check(report)
        for locale in LOCALES:
            yield f"{name}.{locale}.html", _bare(gd.render(report, locale=locale, findings=found))
        yield f"{name}.official.html", _bare(gd.render(report, to="html-official", findings=found))


def _reports() -> Iterator[tuple[str, gd.Report]]:
    text = gd.read(_EXAMPLE).report
    if text is None:
        sys.exit("no report could be made of the example")
    yield "text", text
    for form_id, name in _TABLES.items():
        yield form_id, gd.load(_ROOT / "schemas" / "conformance" / form_id / "valid" / f"{name}.json")


def _bare(page: str) -> str:
    """A page without its style, so that a colour is no change of every page."""
    return _STYLE.sub("", page)


def main() -> int:
    """Write the golden pages."""
    FOLDER.mkdir(exist_ok=True)
    for name, page in pages():
        (FOLDER / name).write_text(page, "utf-8")
        sys.stdout.write(f"{FOLDER / name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
