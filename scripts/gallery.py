"""Pictures of what the library makes of invented reports, in docs/gallery, with a page that says how each was made.

    python scripts/gallery.py [NAME...]    all pictures, or those whose names begin so (the page is then left as it is)

It asks for Chromium, Node with the packages of tests/node, LibreOffice and pdftoppm; scripts/install-test-tools
installs them.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import attrs
from PIL import Image

import govdisclosure as gd
from gallery_reports import IN_ORDER, ROOT, TEXT, compared, text, with_tables

__all__ = ["FOLDER", "SHOTS", "main"]

FOLDER = ROOT / "docs" / "gallery"
MADE = ROOT / "build" / "gallery"
#: Dots per inch of printed pages, and how many colours a picture has.
DPI, COLOURS = 75, 128
#: So many pixels above the element from which on a page is shown.
ABOVE = 24


# --- files ------------------------------------------------------------------------------------------------


@attrs.frozen
class File:
    """A file that pictures are taken of: its name, the command that makes it, and what makes it here."""

    name: str
    command: str
    make: Callable[[], str | bytes] = attrs.field(eq=False, repr=False)

    @property
    def path(self) -> Path:
        """Where it lies."""
        return MADE / self.name

    def write(self) -> None:
        """Write it."""
        made = self.make()
        self.path.write_bytes(made if isinstance(made, bytes) else made.encode())


_TEXTS = {"text": TEXT, "example": IN_ORDER}
_ENDINGS = {"html-official": "official.html"}


def rendered(what: str, to: str, *locales: str) -> File:
    """A report in a format: a text, or the tables of a form."""
    name = f"{what}.{'+'.join(locales)}.{_ENDINGS.get(to, to)}"
    source = _TEXTS[what].relative_to(ROOT) if what in _TEXTS else f"{what}.json"
    command = f"govdisclosure render {source} --to {to} --locale {','.join(locales)} -o {name}"

    def make() -> str | bytes:
        shown = text(_TEXTS[what]) if what in _TEXTS else with_tables(what)
        return gd.render(shown, to=to, locale=list(locales), findings=gd.check(shown))

    return File(name, command, make)


def comparison(what: str, locale: str) -> File:
    """Three reports side by side."""
    name = f"{what}.{locale}.html"
    sources = " ".join(f"{what}-{number}.json" for number in (1, 2, 3))
    command = f"govdisclosure compare {sources} --to html --locale {locale} -o {name}"
    return File(name, command, lambda: gd.render_comparison(gd.compare(compared(what)), locale=locale))


def view(locale: str) -> File:
    """The example beside what was read from it."""
    name, source = f"view.{locale}.html", TEXT.relative_to(ROOT)
    command = f"govdisclosure show {source} --locale {locale} -o {name}"
    return File(name, command, lambda: gd.show(text(), TEXT, locale=locale, findings=gd.check(text())))


def entry(form_id: str, locale: str) -> File:
    """The workbook in which a body fills in a form."""
    name = f"entry-{form_id}.{locale}.xlsx"
    command = f"govdisclosure template {form_id} --locale {locale} -o {name}"
    return File(name, command, lambda: gd.template(form_id, locale=locale))


# --- pictures ---------------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Shot:
    """A picture: its name, what it shows, and the file it is taken of."""

    name: str
    says: str
    file: File

    @property
    def image(self) -> Path:
        """Where it lies."""
        return FOLDER / f"{self.name}.png"

    @property
    def raw(self) -> Path:
        """Where it lies before its colours are counted."""
        return MADE / f"{self.name}.png"


@attrs.frozen(kw_only=True)
class Screen(Shot):
    """A page in the browser, from the element whose id is ``start`` on."""

    width: int = 820
    height: int = 1060
    dark: bool = False
    start: str = ""

    @property
    def how(self) -> str:
        """How it was taken."""
        scheme = ", dark colours asked for" if self.dark else ""
        return f"headless Chromium, {self.width} by {self.height} pixels{scheme}"


@attrs.frozen(kw_only=True)
class Paper(Shot):
    """A page on paper; Word files and workbooks as LibreOffice prints them."""

    page: int = 1

    @property
    def how(self) -> str:
        """How it was taken."""
        first = "" if self.file.path.suffix == ".pdf" else "LibreOffice (`soffice --convert-to pdf`), then "
        return f"{first}`pdftoppm -r {DPI} -f {self.page} -l {self.page} -png`"


PHONE = {"width": 390, "height": 844}
HANS, HANT, EN, AR = "zh-Hans", "zh-Hant", "en", "ar"
GROUPS: dict[str, tuple[Screen | Paper, ...]] = {
    "HTML, for reading": (
        Screen(name="example-zh-Hans", file=rendered("example", "html", HANS), height=1400,
               says="An example that is in order: facts, the chart of the power list, and the list itself"),
        Screen(name="example-en", file=rendered("example", "html", EN), height=1400, says="The same in English"),
        Screen(name="reading-zh-Hans", file=rendered("text", "html", HANS),
               says="An example whose list does not add up: the finding, with links to the words that it rests on"),
        Screen(name="reading-en", file=rendered("text", "html", EN), says="The same in English"),
        Screen(name="reading-zh-Hant", file=rendered("cn-2021", "html", HANT),
               says="A report by the form of 2021 in traditional Chinese, with charts"),
        Screen(name="reading-ar", file=rendered("cn-2021", "html", AR),
               says="The same in Arabic, from right to left"),
        Screen(name="reading-dark", file=rendered("text", "html", EN), dark=True, says="Dark colours"),
        Screen(name="reading-marks", file=rendered("text", "html", HANS), start="text",
               says="The text with the words behind figures marked, those of a finding in red"),
        Screen(name="reading-tables-zh-Hans", file=rendered("cn-2021", "html", HANS), start="sections.2",
               says="The table of requests of the form of 2021"),
        Screen(name="reading-tables-en", file=rendered("cn-2019", "html", EN), start="sections.1",
               says="The first table of the form of 2019 in English"),
        Screen(name="reading-wide-en", file=rendered("cn-2021", "html", EN), start="sections.2", width=1280,
               says="On a wide screen a table of long words is wider than the text"),
        Screen(name="reading-tables-ar", file=rendered("cn-2021", "html", AR), start="sections.2",
               says="The table of requests in Arabic, from right to left"),
        Screen(name="reading-outline-zh-Hans", file=rendered("cn-2014", "html", HANS), start="tables",
               says="The one table of the form of 2014"),
        Screen(name="reading-languages", file=rendered("text", "html", HANS, EN, AR), height=760,
               says="One page in three languages, with links between them"),
        Screen(name="phone-zh-Hans", file=rendered("text", "html", HANS), **PHONE, says="On a phone"),
        Screen(name="phone-dark-ar", file=rendered("cn-2021", "html", AR), dark=True, start="charts", **PHONE,
               says="Charts on a phone, in Arabic and dark"),
        Screen(name="phone-table-en", file=rendered("cn-2021", "html", EN), start="sections.3", **PHONE,
               says="A wide table on a phone is moved within its frame"),
    ),
    "HTML, as offices print it": (
        Screen(name="official-zh-Hans", file=rendered("text", "html-official", HANS), says="The example"),
        Screen(name="official-tables-zh-Hans", file=rendered("cn-2021", "html-official", HANS),
               start="sections.2", says="A statutory table with full borders"),
        Screen(name="official-en", file=rendered("cn-2021", "html-official", EN),
               says="A report by the form of 2021 in English; its own words stay Chinese"),
    ),
    "Comparisons": (
        Screen(name="years-zh-Hans", file=comparison("years", HANS), start="charts", height=1300,
               says="Charts of one body over three years; what is unknown has words in place of a bar"),
        Screen(name="years-tables-en", file=comparison("years", EN), start="compared:statistics.requests",
               says="The same figures in a table, with changes"),
        Screen(name="bodies-en", file=comparison("bodies", EN), start="charts", height=1300,
               says="Charts of three bodies in one year"),
        Screen(name="years-phone-dark-ar", file=comparison("years", AR), dark=True, start="charts", **PHONE,
               says="On a phone, in Arabic and dark"),
    ),
    "A document beside what was read from it": (
        Screen(name="view-zh-Hans", file=view(HANS), width=1280, height=900,
               says="On the left the source with marks, on the right findings and facts"),
        Screen(name="view-ar", file=view(AR), width=1280, height=900, says="The same in Arabic, from right to left"),
    ),
    "PDF": (
        Paper(name="pdf-zh-Hans", file=rendered("text", "pdf", HANS), says="The example in simplified Chinese"),
        Paper(name="pdf-figures-zh-Hans", file=rendered("text", "pdf", HANS), page=3,
              says="The figures of the text, with links to their words"),
        Paper(name="pdf-tables-zh-Hans", file=rendered("cn-2021", "pdf", HANS), page=2, says="The table of requests"),
        Paper(name="pdf-en", file=rendered("cn-2019", "pdf", EN), says="A report by the form of 2019 in English"),
        Paper(name="pdf-tables-ar", file=rendered("cn-2021", "pdf", AR), page=2,
              says="The table of requests in Arabic, in landscape because its words are long"),
        Paper(name="pdf-outline-zh-Hant", file=rendered("cn-2014", "pdf", HANT), page=2,
              says="The form of 2014 in traditional Chinese"),
    ),
    "Word": (
        Paper(name="docx-zh-Hans", file=rendered("text", "docx", HANS), says="The example in simplified Chinese"),
        Paper(name="docx-tables-zh-Hans", file=rendered("cn-2021", "docx", HANS), page=2,
              says="The table of requests"),
        Paper(name="docx-tables-en", file=rendered("cn-2019", "docx", EN), page=2,
              says="The table of requests in English, in a type in which no word is cut"),
        Paper(name="docx-findings-ar", file=rendered("cn-2021", "docx", AR), page=5,
              says="The appendix in Arabic: facts about the report, and findings"),
        Paper(name="docx-outline-zh-Hant", file=rendered("cn-2014", "docx", HANT), page=3,
              says="The form of 2014 in traditional Chinese"),
    ),
    "Workbooks": (
        Paper(name="xlsx-about-en", file=rendered("text", "xlsx", EN), says="What the example says of itself"),
        Paper(name="xlsx-tables-zh-Hans", file=rendered("cn-2021", "xlsx", HANS), page=4, says="The table of requests"),
        Paper(name="xlsx-tables-ar", file=rendered("cn-2021", "xlsx", AR), page=4,
              says="The table of requests in Arabic, from right to left"),
        Paper(name="entry-zh-Hans", file=entry("cn-2021", HANS), says="The workbook to fill in: how to"),
        Paper(name="entry-tables-en", file=entry("cn-2021", EN), page=4,
              says="The workbook to fill in: the table of requests, its totals grey"),
        Paper(name="entry-words-en", file=entry("cn-2021", EN), page=6,
              says="The workbook to fill in: the official words with their translations"),
    ),
}  # fmt: skip
SHOTS: tuple[Screen | Paper, ...] = tuple(shot for group in GROUPS.values() for shot in group)


# --- making them ------------------------------------------------------------------------------------------


def screens(shots: Sequence[Screen]) -> None:
    """Take pictures of pages in the browser."""
    jobs = [
        {"page": str(shot.file.path), "image": str(shot.raw), "width": shot.width, "height": shot.height,
         "dark": shot.dark, "from": shot.start, "above": ABOVE}
        for shot in shots
    ]  # fmt: skip
    command = ["node", str(ROOT / "scripts" / "gallery.mjs"), _program("chromium")]
    subprocess.run(command, input=json.dumps(jobs), text=True, check=True)


def papers(shots: Sequence[Paper]) -> None:
    """Take pictures of printed pages."""
    printed = {shot.file: shot.file.path for shot in shots}
    for ending in (".docx", ".xlsx"):
        printed |= _by_office(ending, [file for file in printed if file.path.suffix == ending])
    for shot in shots:
        page = str(shot.page)
        command = [_program("pdftoppm"), "-r", str(DPI), "-f", page, "-l", page, "-singlefile", "-png",
                   str(printed[shot.file]), str(shot.raw.with_suffix(""))]  # fmt: skip
        subprocess.run(command, check=True)


def _by_office(ending: str, files: Sequence[File]) -> dict[File, Path]:
    """The PDF that LibreOffice prints of each file."""
    if not files:
        return {}
    folder = MADE / f"printed{ending}"
    command = [_program("soffice"), f"-env:UserInstallation={(MADE / 'profile').as_uri()}", "--headless",
               "--convert-to", "pdf", "--outdir", str(folder), *(str(file.path) for file in files)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    return {file: folder / f"{file.path.stem}.pdf" for file in files}


@cache
def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        sys.exit(f"{name} is not here; scripts/install-test-tools installs it")
    return found


def kept(shot: Shot) -> None:
    """Write a picture with few colours, which is a fifth of its size."""
    with Image.open(shot.raw) as raw:
        picture = raw.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        picture.save(shot.image, optimize=True)


def page() -> Iterator[str]:
    """What each picture shows, and how it was made."""
    yield "# Gallery"
    yield ""
    yield (
        "Every report here is made up. `make gallery` makes all pictures and this page anew, by `scripts/gallery.py`: "
        "the examples are those of `examples/`; "
        "`cn-2014.json`, `cn-2019.json` and `cn-2021.json` are reports by these forms with invented text and the "
        "numbers of the conformance suite; `years-*.json` and `bodies-*.json` are three of them with other numbers "
        "(`scripts/gallery_reports.py`). Fonts are those of Debian's fonts-noto-cjk and fonts-noto-core; where the "
        "fonts of official documents are installed, Word files and pages in the official look use these."
    )
    for title, shots in GROUPS.items():
        yield from ("", f"## {title}")
        for shot in shots:
            yield from ("", f"### {shot.name}", "", f"{shot.says}.", "")
            yield from ("```sh", shot.file.command, "```", "", f"Taken with {shot.how}.", "")
            yield f"![{shot.says}]({shot.image.name})"


def main() -> int:
    """Make the pictures that are asked for."""
    asked = tuple(sys.argv[1:])
    shots = [shot for shot in SHOTS if not asked or shot.name.startswith(asked)]
    shutil.rmtree(MADE, ignore_errors=True)
    MADE.mkdir(parents=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for file in dict.fromkeys(shot.file for shot in shots):
        file.write()
    screens([shot for shot in shots if isinstance(shot, Screen)])
    papers([shot for shot in shots if isinstance(shot, Paper)])
    if not asked:
        for stale in FOLDER.glob("*.png"):
            stale.unlink()
        (FOLDER / "README.md").write_text("\n".join(page()) + "\n", "utf-8")
    for shot in shots:
        kept(shot)
        print(f"{shot.image.relative_to(ROOT)}: {shot.image.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
