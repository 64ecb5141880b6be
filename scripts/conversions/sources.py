"""The documents that are converted: two published reports, where they are at hand, and two of the conformance suite."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import attrs

import govdisclosure as gd
from gallery_reports import ROOT, with_tables

__all__ = ["RENDERED", "Source", "missing", "sources"]

#: Published reports lie beside the repository, never in it.
PUBLISHED = ROOT.parent / "shared" / "corpus" / "cn"
_PUBLISHED = {"Shanghai 2019": "2019_shanghai-general-office.html", "Hongze 2023": "2023_hongze.pdf"}
_MADE = ("cn-2021", "cn-2014")
#: How the library makes a document of each ending; a web page is made as bodies print it.
RENDERED = {"html": "html-official", "docx": "docx", "xlsx": "xlsx", "pdf": "pdf", "md": "markdown", "txt": "text"}


@attrs.frozen
class Source:
    """A report, and the document that was published with it, if any."""

    name: str
    report: gd.Report
    published: Path | None = None

    def document(self, ending: str) -> bytes:
        """The report as a document of this ending: as it was published, else as the library renders it."""
        if self.published and self.published.suffix == f".{ending}":
            return self.published.read_bytes()
        made = gd.render(self.report, to=RENDERED[ending], locale="zh-Hans")
        return made if isinstance(made, bytes) else made.encode()


def sources() -> list[Source]:
    """All documents that are at hand."""
    return [*_published(), *(Source(f"conformance {form_id}", _signed(with_tables(form_id))) for form_id in _MADE)]


def missing() -> list[str]:
    """The published documents that are not at hand."""
    return [name for name, file in _PUBLISHED.items() if not (PUBLISHED / file).exists()]


def _published() -> Iterator[Source]:
    for name, file in _PUBLISHED.items():
        path = PUBLISHED / file
        if path.exists() and (report := gd.read(path).report):
            yield Source(name, report, path)


def _signed(report: gd.Report) -> gd.Report:
    return attrs.evolve(report, issued=date(report.year + 1, 1, 18))
