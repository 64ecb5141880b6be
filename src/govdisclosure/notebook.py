"""A report, its tables, findings, drafts and comparisons as pieces of HTML in a notebook.

A piece brings no script, no link and no id, so that it can stand on a page with any number of others. Every rule of its
style begins with its own class, and colours are those of the page around it, so that neither changes the other. Where a
notebook takes the style away, tables and words remain.
"""

from collections.abc import Iterable, Iterator

from govdisclosure import catalog
from govdisclosure.comparison.model import Comparison
from govdisclosure.comparison.page import page_of
from govdisclosure.errors import UnknownLocale
from govdisclosure.finding import Finding
from govdisclosure.locales import Formatter, formatter, message
from govdisclosure.locales.rendering import WORDING
from govdisclosure.locales.texts import direction_of
from govdisclosure.model import Report, Statistics
from govdisclosure.readers import Draft
from govdisclosure.renderers.blocks import Block, Cell, Heading, Paragraph, Sheet, SheetCell, Table
from govdisclosure.renderers.html_sheet import sheet
from govdisclosure.renderers.html_text import attribute, escaped
from govdisclosure.renderers.sheets import sheets
from govdisclosure.renderers.view import view

__all__ = ["findings_table", "form_of", "fragment", "language_of"]

#: The language of findings that come without a report, as for ``message``.
_LANGUAGE = "en"
_MOST_PATHS = 4
_STYLE = """
div.govdisclosure { max-width: 60rem; line-height: 1.5; }
div.govdisclosure p.title { font-size: 1.2em; font-weight: 600; margin: 0 0 .5em; }
div.govdisclosure .table { overflow-x: auto; margin: 0 0 1em; }
div.govdisclosure table { border-collapse: collapse; width: auto; margin: 0; table-layout: auto; color: inherit;
  font-size: .9em; }
div.govdisclosure caption { caption-side: top; text-align: start; font-weight: 600; padding: .25em 0; color: inherit; }
div.govdisclosure table th, div.govdisclosure table td { border: 1px solid rgb(128 128 128 / .5); padding: .2em .5em;
  text-align: start; vertical-align: top; background: none; white-space: normal; color: inherit; max-width: 40em; }
div.govdisclosure.govdisclosure table tbody tr, div.govdisclosure table thead { background: none; }
div.govdisclosure table th { font-weight: 600; }
div.govdisclosure table .number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
div.govdisclosure table.sheet th { font-weight: 400; } div.govdisclosure table.sheet td { text-align: center; }
div.govdisclosure table .error { box-shadow: inset .25em 0 #c62828; }
div.govdisclosure table .warning { box-shadow: inset .25em 0 #e09000; }
div.govdisclosure table .info { box-shadow: inset .25em 0 #1976d2; }
div.govdisclosure details p { margin: 0 0 .5em; } div.govdisclosure summary { cursor: pointer; }
"""


def fragment(shown: object) -> str:
    """The piece of HTML for what is displayed."""
    match shown:
        case Report():
            return _report(shown, form_of(shown), None)
        case Draft():
            return _draft(shown)
        case Statistics():
            language = language_of(shown)
            form = formatter(language)
            return _framed(form, _Writer(form, language).blocks(block for _, block in sheets(shown, form, {})))
        case Finding():
            return _findings((shown,), formatter(_LANGUAGE))
        case tuple():
            return _findings(shown, formatter(_LANGUAGE))
        case Comparison():
            form = form_of(shown.reports[0])
            page = page_of(shown, form)
            return _framed(form, _Writer(form, page.own_language).blocks((*page.about, *page.figures)))
    raise TypeError(f"{type(shown).__name__} is not displayed")


def form_of(report: Report) -> Formatter:
    """The words and numbers of a report's own language; English where CLDR does not know it."""
    try:
        return formatter(report.language)
    except UnknownLocale:
        return formatter(_LANGUAGE)


def language_of(statistics: Statistics) -> str:
    """The language of the form of some tables."""
    vintage = catalog.FORMS.get(type(statistics).FORM)
    return vintage.language if vintage else _LANGUAGE


def findings_table(findings: Iterable[Finding], form: Formatter) -> Table:
    """Findings without their report: severity and code, what they say, and the words they rest on."""
    found = tuple(findings)
    words = [form.texts.message(f"render:{key}", WORDING[key]) for key in ("findings", "severity", "finding", "places")]
    rows = tuple(
        (
            Cell(f"{form.texts.code(one.severity)} · {form.texts.apart(one.code)}", "header"),
            Cell(message(one, form.asked)),
            _where(one),
        )
        for one in found
    )
    return Table("findings", words[0], tuple(words[1:]), rows, tuple(one.severity.value for one in found))


def _where(finding: Finding) -> Cell:
    """The words that a finding rests on, else the first of its paths."""
    quotes = dict.fromkeys(place.quote for place in finding.places if place.quote)
    if quotes:
        return Cell(" … ".join(quotes), own=True)
    paths = finding.paths
    return Cell(", ".join(paths[:_MOST_PATHS]) + (" …" if len(paths) > _MOST_PATHS else ""))


def _findings(findings: Iterable[Finding], form: Formatter) -> str:
    table = findings_table(findings, form)
    if not table.rows:
        nothing = form.texts.message("render:findings-none", WORDING["findings-none"])
        return _framed(form, (f"<p>{escaped(nothing)}</p>\n",))
    return _framed(form, _Writer(form, "").blocks((table,)))


def _draft(draft: Draft) -> str:
    if draft.report is None:
        return _findings(draft.findings, formatter(_LANGUAGE))
    # That reading found nothing does not say that nothing is wrong.
    return _report(draft.report, form_of(draft.report), draft.findings or None)


def _report(report: Report, form: Formatter, findings: tuple[Finding, ...] | None) -> str:
    """Title, facts, findings if somebody looked for any, all tables; the text can be opened."""
    page = view(report, form, findings)
    writer = _Writer(form, report.language)
    found = page.findings if findings is not None else ()
    tables = [block for block in page.narrative if isinstance(block, Sheet)]
    text = [block for block in page.narrative if not isinstance(block, Sheet)]
    parts = [*writer.blocks((*page.about, *found, *page.figures, *tables))]
    if text:
        title, *others = text
        summary = escaped(title.text) if isinstance(title, Heading) else ""
        parts += [f"<details>\n<summary>{summary}</summary>\n", *writer.blocks(others), "</details>\n"]
    return _framed(form, parts)


def _framed(form: Formatter, parts: Iterable[str]) -> str:
    frame = f'<div class="govdisclosure" lang="{attribute(form.tag)}" dir="{form.direction}">\n'
    return f"{frame}<style>{_STYLE}</style>\n{''.join(parts)}</div>\n"


class _Writer:
    """Writes blocks without ids and links; ``own`` is the language of the report's words."""

    def __init__(self, form: Formatter, own: str) -> None:
        self.form, self.own = form, own

    def id(self, anchor: str | None) -> str:  # noqa: ARG002
        """No id: the same report may stand on the page twice."""
        return ""

    def language(self, own: bool) -> str:  # noqa: FBT001
        """The language and direction of words of the report, as attributes, where they are not those of the piece."""
        if not own or not self.own or self.own == self.form.tag:
            return ""
        return f' lang="{attribute(self.own)}" dir="{direction_of(self.own)}"'

    def content(self, cell: SheetCell, words: str) -> str:  # noqa: ARG002
        """What stands in a body cell: its words alone."""
        return words

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """These blocks, one after the other."""
        return map(self.block, blocks)

    def block(self, block: Block) -> str:
        """A heading as a line, so that it is none of the notebook's; what a table is called stands in its caption."""
        match block:
            case Heading(level=1):
                return f'<p class="title"{self.language(block.own)}>{escaped(block.text)}</p>\n'
            case Heading(own=True):
                return f"<p{self.language(True)}><b>{escaped(block.text)}</b></p>\n"
            case Heading():
                return ""
            case Paragraph(runs=runs):
                return f"<p{self.language(block.own)}>{escaped(''.join(run.text for run in runs))}</p>\n"
            case Sheet():
                return sheet(block, self)
            case Table():
                return self.table(block)

    def table(self, table: Table) -> str:
        """A table under its caption."""
        kinds = [' class="number"' if number else "" for number in table.numeric]
        head = "".join(
            f'<th scope="col"{kind}>{escaped(words)}</th>' for words, kind in zip(table.head, kinds, strict=False)
        )
        severities = table.severities or (None,) * len(table.rows)
        rows = [
            f"<tr>{''.join(self.cell(cell, severity if not at else None) for at, cell in enumerate(row))}</tr>\n"
            for row, severity in zip(table.rows, severities, strict=True)
        ]
        return (
            f'<div class="table">\n<table>\n<caption>{escaped(table.caption)}</caption>\n'
            f"{f'<thead><tr>{head}</tr></thead>' if head else ''}<tbody>\n{''.join(rows)}</tbody>\n</table>\n</div>\n"
        )

    def cell(self, cell: Cell, severity: str | None) -> str:
        """A cell, what it links to in words."""
        words = "; ".join(
            f"<bdi>{escaped(text)}</bdi>" for text in (cell.text, *(text for text, _ in cell.links)) if text
        )
        tag = 'th scope="row"' if cell.kind == "header" else "td"
        classes = " ".join(filter(None, ("number" if cell.kind == "number" else "", severity)))
        kind = f' class="{classes}"' if classes else ""
        return f"<{tag}{kind}{self.language(cell.own)}>{words}</{tag[:2]}>"
