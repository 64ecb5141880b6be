"""A report as PDF against the same words set by typst alone, with a compiler that is kept."""

import io
import json
from collections.abc import Callable
from itertools import count

import attrs
import typst
from pdfminer.pdfpage import PDFPage

import govdisclosure as gd
from govdisclosure.locales import formatter
from govdisclosure.renderers.pdf.data import data_of
from govdisclosure.renderers.pdf.fonts import library
from govdisclosure.renderers.view import view

__all__ = ["bench_pdf"]

Best = Callable[[dict[str, Callable[[], object]], float], dict[str, float]]
Tell = Callable[..., None]

#: The same headings, paragraphs and tables with typst's own look, tagged as it does by itself.
_BARE = b"""
#let data = json(bytes(sys.inputs.page))
#set text(font: data.languages.page.font.at(0), size: 10.5pt)
#set page(numbering: "1")
#set table.cell(inset: 3pt)
#for block in data.blocks {
  if block.kind == "heading" { heading(block.text) }
  else if block.kind == "paragraph" { par(block.runs.map(run => run.at(0)).join()) }
  else if block.kind == "table" {
    table(columns: block.columns.len(), ..block.rows.map(row => row.cells.map(cell => cell.text)).flatten())
  } else {
    set text(7.5pt)
    let cells = block.parts.map(part => part.head + part.body).join()
    table(columns: block.columns.len(), ..cells.map(cell => {
      table.cell(rowspan: cell.at(2), colspan: cell.at(3), cell.at(0))
    }))
  }
}
"""


def bench_pdf(best: Best, tell: Tell, report: gd.Report) -> None:
    """Every call sets another report: typst keeps what it has set, and an unchanged one would cost nothing."""
    numbers = count()
    compiler = typst.Compiler(font_paths=library().fonts)

    def other() -> gd.Report:
        return attrs.evolve(report, title=f"{report.title}{next(numbers)}")

    def page() -> str:
        made = view(other(), formatter(report.language), ())
        return json.dumps(data_of(made, library()), ensure_ascii=False)

    def bare() -> bytes:
        made = compiler.compile(input=_BARE, format="pdf", sys_inputs={"page": page()})
        assert isinstance(made, bytes)
        return made

    def ours() -> bytes:
        return gd.render(other(), to="pdf", findings=())

    times = best({"words": page, "bare": bare, "pdf": ours}, 0.2)
    pages = [sum(1 for _ in PDFPage.get_pages(io.BytesIO(made))) for made in (bare(), ours())]
    ratio = times["pdf"] / (times["bare"] - times["words"])
    print(f"\nPDF ({pages[1]} pages; typst alone {pages[0]})")
    tell("PDF / bare typst with a compiler that is kept", ratio, "goal at most 2", met=ratio <= 2)
    tell("of which milliseconds", 1000 * times["pdf"])
