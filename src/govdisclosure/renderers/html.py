"""HTML: one self-contained page without script, readable, printable and accessible."""

from functools import lru_cache

from govdisclosure.renderers.blocks import Block, Cell, Heading, Page, Paragraph, Run, Sheet, SheetCell, Table
from govdisclosure.renderers.html_sheet import sheet
from govdisclosure.renderers.html_text import attribute, escaped, framed

__all__ = ["STYLE", "html"]

#: The look of tables, marks and findings, in light and dark.
STYLE = """
:root { --ink: #1b1b1b; --soft: #4a4a4a; --line: #b9b9b9; --paper: #fff; --band: #f3f5f8; --link: #0b4f8a;
  --mark: #fdf3c8; --error: #a4161a; --error-band: #fdecea; --warning: #7a4b00; --warning-band: #fff4dc;
  --info: #22527a; --info-band: #e8f1f8; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --soft: #c2c2c2; --line: #5a5a5a; --paper: #16181c;
  --band: #22262c; --link: #8ec5f5; --mark: #4a4319; --error: #ffb3ae; --error-band: #4a1d1d; --warning: #ffd48a;
  --warning-band: #46350f; --info: #a9d3f2; --info-band: #17303f; } }
html { color-scheme: light dark; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 4rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.75 "Noto Sans", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC",
  "Microsoft YaHei", sans-serif; }
:lang(zh-Hant) { font-family: "Noto Sans", "Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei",
  sans-serif; }
h1, h2, h3, h4, h5, h6, p { overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.35; margin: 0 0 1.25rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; }
h4, h5, h6 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
p { margin: 0 0 .9rem; }
article p:lang(zh) { text-indent: 2em; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1.25rem; font-size: .95rem; line-height: 1.5; }
/* The heading above says the same: the caption is for those who do not see it. */
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: start; vertical-align: top; }
/* Words of the page are never cut; the report's own may hold anything, a run of a thousand letters too. */
td bdi, th bdi { overflow-wrap: anywhere; } th > bdi, td.number bdi { overflow-wrap: normal; }
.table { overflow-x: auto; margin: 0 0 1.25rem; } .table table { margin: 0; }
th { background: var(--band); font-weight: 600; }
table.sheet { font-size: .9rem; } .sheet th, .sheet td { padding: .3rem .4rem; vertical-align: middle; }
.sheet th { font-weight: 400; background: var(--paper); } .sheet th.column, .sheet th.banner { text-align: center; }
.sheet th.column, .sheet tbody th.corner { font-weight: 600; }
.sheet th.tall { writing-mode: vertical-rl; text-align: center; width: 1.6rem; letter-spacing: .1em; }
.sheet th.heading { min-width: 1.5em; } .sheet th.row { text-align: start; } .sheet td { text-align: center; }
.sheet td.number { text-align: center; } .sheet td.absent { color: var(--soft); }
.sheet td.unit { white-space: nowrap; }
.sheet th.banner { background: var(--info-band); }
.sheet td.error { background: var(--error-band); outline: 2px solid var(--error); outline-offset: -2px; }
.sheet td.warning { background: var(--warning-band); outline: 2px solid var(--warning); outline-offset: -2px; }
.sheet td.info { background: var(--info-band); }
th.number, td.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
a { color: var(--link); }
mark { background: var(--mark); color: inherit; border-radius: 2px; }
mark.error, tr.error > * { background: var(--error-band); }
mark.warning, tr.warning > * { background: var(--warning-band); }
mark.info, tr.info > * { background: var(--info-band); }
tr.error > th { color: var(--error); } tr.warning > th { color: var(--warning); } tr.info > th { color: var(--info); }
:target { scroll-margin-top: 2rem; outline: 3px solid var(--link); outline-offset: 2px; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
footer { margin-top: 3rem; color: var(--soft); overflow-wrap: anywhere; }
@media (max-width: 30rem) { td.number { white-space: normal; } }
@media print { .table { overflow: visible; }
  body { max-width: none; padding: 0; font-size: 10.5pt; } nav { display: none; }
  a { color: inherit; text-decoration: none; } tr, h2, h3 { break-inside: avoid; } h2, h3, h4 { break-after: avoid; }
  mark { background: none; } }
"""


def html(page: Page) -> str:
    """The page as an HTML document."""
    head = (
        "<!DOCTYPE html>\n"
        f'<html lang="{attribute(page.language)}" dir="{page.direction}">\n'
        '<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(page.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    )
    writer = _Writer(page)
    narrative = writer.blocks(page.narrative)
    body = (
        f"<header>\n{writer.blocks(page.about)}</header>\n{writer.navigation()}<main>\n"
        f"{writer.blocks(page.findings + page.figures)}"
        f"<article>\n{narrative}</article>\n</main>\n<footer>\n{writer.blocks(page.footer)}</footer>\n"
    )
    return f"{head}{body}</body>\n</html>\n"


@lru_cache(maxsize=4096)
def _id(anchor: str) -> str:
    return f' id="{attribute(anchor)}"'


class _Writer:
    """Writes blocks down; knows the page's languages and the ids given so far."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.ids: set[str] = set()

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        return "".join(self.block(block) for block in blocks)

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                return self.heading(block)
            case Paragraph():
                runs = "".join(self.run(run) for run in block.runs)
                return f"<p{self.id(block.anchor)}{self.language(block.own)}>{runs}</p>\n"
            case Table():
                return self.table(block)
            case Sheet():
                return sheet(block, self)

    def heading(self, block: Heading) -> str:
        tag = f"h{block.level}"
        return f"<{tag}{self.id(block.anchor)}{self.language(block.own)}>{escaped(block.text)}</{tag}>\n"

    def navigation(self) -> str:
        headings = [
            block
            for block in self.page.blocks
            if isinstance(block, Heading) and block.level == 2 and block.anchor  # noqa: PLR2004
        ]
        items = "".join(f'<li><a href="#{attribute(h.anchor or "")}">{escaped(h.text)}</a></li>\n' for h in headings)
        return f"<nav>\n<ul>\n{items}</ul>\n</nav>\n"

    def id(self, anchor: str | None) -> str:
        """The id of an element; none where it is given already."""
        if not anchor or anchor in self.ids:
            return ""
        self.ids.add(anchor)
        return _id(anchor)

    def language(self, own: bool) -> str:  # noqa: FBT001
        differs = own and self.page.own_language != self.page.language
        return f' lang="{attribute(self.page.own_language)}"' if differs else ""

    def content(self, cell: SheetCell, words: str) -> str:  # noqa: ARG002
        return words

    def run(self, run: Run) -> str:
        if not run.anchors:
            return escaped(run.text)
        kind = f' class="{run.severity}"' if run.severity else ""
        first, *others = run.anchors
        inner = "".join(f"<span{self.id(anchor)}></span>" for anchor in others)
        return f"<mark{self.id(first)}{kind}>{inner}{escaped(run.text)}</mark>"

    def table(self, table: Table) -> str:
        kinds = [' class="number"' if number else "" for number in table.numeric]
        head = "".join(
            f'<th scope="col"{kind}>{escaped(text)}</th>' for text, kind in zip(table.head, kinds, strict=False)
        )
        head = f"<thead>\n<tr>{head}</tr>\n</thead>\n" if head else ""
        severities = table.severities or (None,) * len(table.rows)
        rows = "".join(self.row(row, severity) for row, severity in zip(table.rows, severities, strict=True))
        # A table wider than the screen is moved within its own frame, by keyboard too.
        return framed(table.caption, f"{head}<tbody>\n{rows}</tbody>\n")

    def row(self, row: tuple[Cell, ...], severity: str | None) -> str:
        kind = f' class="{severity}"' if severity else ""
        return f"<tr{kind}>{''.join(self.cell(cell) for cell in row)}</tr>\n"

    def cell(self, cell: Cell) -> str:
        inner = f"<bdi>{escaped(cell.text)}</bdi>" if cell.text else ""
        if cell.link and inner:
            inner = f'<a href="#{attribute(cell.link)}">{inner}</a>'
        links = "; ".join(f'<a href="#{attribute(at)}"><bdi>{escaped(text)}</bdi></a>' for text, at in cell.links)
        inner = "; ".join(filter(None, (inner, links)))
        language = self.language(cell.own)
        if cell.kind == "header":
            return f'<th scope="row"{language}>{inner}</th>'
        kind = ' class="number"' if cell.kind == "number" else ""
        return f"<td{kind}{language}>{inner}</td>"
