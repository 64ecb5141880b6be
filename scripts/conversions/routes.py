"""The conversions: from which kind of document, through which programs, with which arguments."""

from collections.abc import Iterator

import attrs

__all__ = ["PROGRAMS", "ROUTES", "Program", "Route", "Step"]


@attrs.frozen
class Program:
    """A program of the system: its command, what asks for its version, and a file that has to lie beside it."""

    command: str
    version: str = "--version"
    beside: str | None = None


#: Programs of the system by the name that the table prints. Every other name is that of a Python package.
PROGRAMS = {
    "LibreOffice": Program("soffice"),
    "LibreOffice Draw": Program("soffice", beside="libsdlo.so"),
    "Pandoc": Program("pandoc"),
    "Chromium": Program("chromium"),
    "Poppler": Program("pdftotext", "-v"),
    "Ghostscript": Program("gs"),
    "qpdf": Program("qpdf"),
    "MuPDF": Program("mutool", "-v"),
}


@attrs.frozen
class Step:
    """One run of a program, which makes a file of this ending.

    Arguments name ``{source}``, ``{target}``, the ``{folder}`` of the target, and the ``{profile}`` of programs that
    keep settings. A program that ``prints`` writes its result to standard output.
    """

    program: str
    args: tuple[str, ...]
    ending: str
    prints: bool = False


@attrs.frozen
class Route:
    """A conversion: the ending of the document that it starts with, and its steps in order.

    A ``flat`` conversion keeps words and numbers but no cells: which row and column a number had is open to guess.
    """

    name: str
    start: str
    steps: tuple[Step, ...] = ()
    flat: bool = False

    @property
    def programs(self) -> tuple[str, ...]:
        """The programs that it needs, each once."""
        return tuple(dict.fromkeys(step.program for step in self.steps))


# --- steps ------------------------------------------------------------------------------------------------


def _office(ending: str, writes: str = "", reads: str = "", program: str = "LibreOffice") -> Step:
    opened = (f"--infilter={reads}",) if reads else ()
    kind = f"{ending}:{writes}" if writes else ending
    args = ("soffice", "-env:UserInstallation=file://{profile}/office", "--headless", *opened, "--convert-to", kind,
            "--outdir", "{folder}", "{source}")  # fmt: skip
    return Step(program, args, ending)


def _pandoc(reads: str, writes: str, ending: str) -> Step:
    return Step("Pandoc", ("pandoc", "-f", reads, "-t", writes, "-s", "-o", "{target}", "{source}"), ending)


def _chromium(ending: str, *args: str, prints: bool = False) -> Step:
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND",
             "--user-data-dir={profile}/chromium")  # fmt: skip
    return Step("Chromium", ("chromium", *quiet, *args, "file://{source}"), ending, prints)


def _step(program: str, command: str, ending: str, *, prints: bool = False) -> Step:
    return Step(program, tuple(command.split()), ending, prints)


def _python(package: str, what: str, ending: str) -> Step:
    """A piece of ``python_programs``; running it is the concern of ``running``."""
    return Step(package, (what, "{source}", "{target}"), ending)


# --- routes -----------------------------------------------------------------------------------------------

#: A web page is opened as a text document; as a "web document" it could not be saved as a Word file.
_READS = {"html": "HTML (StarWriter)", "docx": ""}
_TEXT = "Text (encoded):UTF8"
#: Comma, double quotes, UTF-8, from the first line, as shown, all sheets.
_CSV = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


def _writer(start: str) -> Iterator[Route]:
    reads = _READS[start]
    yield Route(f"LibreOffice: {start} to docx", start, (_office("docx", reads=reads),))
    for through in ("doc", "odt", "rtf"):
        yield Route(
            f"LibreOffice: {start} to {through} to docx", start, (_office(through, reads=reads), _office("docx"))
        )
    yield Route(f"LibreOffice: {start} to pdf", start, (_office("pdf", reads=reads),))
    yield Route(f"LibreOffice: {start} to html", start, (_office("html", "HTML (StarWriter)", reads),))
    yield Route(f"LibreOffice: {start} to xhtml", start, (_office("html", "XHTML Writer File", reads),))
    yield Route(f"LibreOffice: {start} to txt", start, (_office("txt", _TEXT, reads),), flat=True)


def _calc() -> Iterator[Route]:
    yield Route("LibreOffice: xlsx to xlsx", "xlsx", (_office("xlsx"),))
    for through in ("ods", "xls"):
        yield Route(f"LibreOffice: xlsx to {through} to xlsx", "xlsx", (_office(through), _office("xlsx")))
    yield Route("LibreOffice: xlsx to csv, all sheets in a file", "xlsx", (_office("csv", _CSV),))
    yield Route("LibreOffice: xlsx to html", "xlsx", (_office("html"),))
    yield Route("LibreOffice: xlsx to pdf", "xlsx", (_office("pdf"),))


def _draw() -> Iterator[Route]:
    kinds = (
        ("pdf", "draw_pdf_Export", "draw"),
        ("html", "draw_html_Export", "draw"),
        ("docx", "MS Word 2007 XML", "writer"),
    )
    for ending, writes, opens in kinds:
        step = _office(ending, writes, f"{opens}_pdf_import", "LibreOffice Draw")
        yield Route(f"LibreOffice Draw: pdf to {ending}", "pdf", (step,), flat=ending != "pdf")


def _pandocs() -> Iterator[Route]:
    for reads, start in (("html", "html"), ("docx", "docx")):
        yield Route(f"Pandoc: {start} to docx", start, (_pandoc(reads, "docx", "docx"),))
        yield Route(f"Pandoc: {start} to html", start, (_pandoc(reads, "html", "html"),))
        yield Route(f"Pandoc: {start} to gfm", start, (_pandoc(reads, "gfm", "md"),))
        yield Route(f"Pandoc: {start} to plain", start, (_pandoc(reads, "plain", "txt"),))
    yield Route("Pandoc: gfm to html", "md", (_pandoc("gfm", "html", "html"),))
    yield Route("Pandoc: gfm to docx", "md", (_pandoc("gfm", "docx", "docx"),))


def _pages() -> Iterator[Route]:
    yield Route(
        "Chromium: html to pdf", "html", (_chromium("pdf", "--print-to-pdf={target}", "--no-pdf-header-footer"),)
    )
    yield Route("Chromium: html to pdf with date and address", "html", (_chromium("pdf", "--print-to-pdf={target}"),))
    yield Route("Chromium: html as the browser holds it", "html", (_chromium("html", "--dump-dom", prints=True),))
    yield Route("WeasyPrint: html to pdf", "html", (_python("weasyprint", "weasyprint", "pdf"),))
    for package in ("html5lib", "lxml", "beautifulsoup4"):
        yield Route(f"{package}: html parsed and written", "html", (_python(package, package, "html"),))


def _packages() -> Iterator[Route]:
    yield Route("python-docx: docx opened and saved", "docx", (_python("python-docx", "docx-save", "docx"),))
    yield Route("python-docx: docx built anew", "docx", (_python("python-docx", "docx-merged", "docx"),))
    yield Route(
        "python-docx: docx built anew, no merged cells", "docx", (_python("python-docx", "docx-cells", "docx"),)
    )
    yield Route("openpyxl: xlsx opened and saved", "xlsx", (_python("openpyxl", "openpyxl", "xlsx"),))
    for start in ("html", "docx", "xlsx"):
        yield Route(f"MarkItDown: {start} to md", start, (_python("markitdown", "markitdown", "md"),))


def _pdfs() -> Iterator[Route]:
    yield Route("pdftocairo: pdf to pdf", "pdf", (_step("Poppler", "pdftocairo -pdf {source} {target}", "pdf"),))
    by_gs = "gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=pdfwrite -sOutputFile={target} {source}"
    yield Route("Ghostscript: pdf to pdf", "pdf", (_step("Ghostscript", by_gs, "pdf"),))
    yield Route("qpdf: linearized", "pdf", (_step("qpdf", "qpdf --linearize {source} {target}", "pdf"),))
    by_qpdf = "qpdf --qdf --object-streams=disable {source} {target}"
    yield Route("qpdf: uncompressed, no object streams", "pdf", (_step("qpdf", by_qpdf, "pdf"),))
    yield Route("MuPDF: pdf cleaned", "pdf", (_step("MuPDF", "mutool clean -ggg -z {source} {target}", "pdf"),))
    yield Route("PDFium: pdf saved", "pdf", (_python("pypdfium2", "pdfium-save", "pdf"),))
    yield Route("pypdf: pdf saved", "pdf", (_python("pypdf", "pypdf", "pdf"),))


def _flat() -> Iterator[Route]:
    by_poppler = {
        "pdftotext": ("pdftotext -enc UTF-8 {source} {target}", "txt"),
        "pdftotext -layout": ("pdftotext -enc UTF-8 -layout {source} {target}", "txt"),
        "pdftohtml: flowing": ("pdftohtml -q -i -noframes {source} {target}", "html"),
        "pdftohtml: placed": ("pdftohtml -q -i -c -s -noframes {source} {target}", "html"),
    }
    for name, (command, ending) in by_poppler.items():
        yield Route(name, "pdf", (_step("Poppler", command, ending),), flat=True)
    by_mupdf = _step("MuPDF", "mutool draw -q -F txt -o {target} {source}", "txt")
    yield Route("MuPDF: pdf to txt", "pdf", (by_mupdf,), flat=True)
    yield Route("PDFium: pdf to txt", "pdf", (_python("pypdfium2", "pdfium-text", "txt"),), flat=True)
    yield Route("MarkItDown: pdf to md", "pdf", (_python("markitdown", "markitdown", "md"),), flat=True)
    yield Route("docx2txt: docx to txt", "docx", (_python("docx2txt", "docx2txt", "txt"),), flat=True)


def _untouched() -> Iterator[Route]:
    """The documents themselves: what they do not give, no conversion can."""
    for ending in ("html", "docx", "xlsx", "pdf", "md", "txt"):
        yield Route(f"none: {ending}", ending)


_MADE = (
    *_untouched(),
    *(route for start in _READS for route in _writer(start)),
    *_calc(),
    *_draw(),
    *_pandocs(),
    *_pages(),
    *_packages(),
    *_pdfs(),
    *_flat(),
)
#: In the order of the table: those that keep no cells come last.
ROUTES = tuple(sorted(_MADE, key=lambda route: route.flat))
