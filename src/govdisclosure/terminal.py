"""Reports, tables and findings on a terminal, in colour, by rich (extra ``cli``).

Words are those of the plain text, with their controls taken out, and reach rich as finished texts: it looks for no
markup, no links and no emoji in them.
"""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from govdisclosure.comparison.model import Comparison
from govdisclosure.comparison.page import page_of
from govdisclosure.finding import Finding
from govdisclosure.grid import placed
from govdisclosure.locales import formatter
from govdisclosure.model import Report, Statistics
from govdisclosure.notebook import findings_table, form_of, language_of
from govdisclosure.readers import Draft
from govdisclosure.renderers.blocks import Block, Heading, Page, Sheet, SheetPart, Table
from govdisclosure.renderers.sheets import sheets
from govdisclosure.renderers.text import block_text, plain
from govdisclosure.renderers.view import view

__all__ = ["STYLES", "blocks", "lines", "page", "rendered"]

#: Columns of numbers leave the room to the headers of the rows.
_NARROW = 10

#: The styles of severities, names and the rest, by names of our own.
STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan", "name": "bold", "place": "dim", "": ""}


def rendered(shown: object) -> Iterator[Text | Grid]:
    """What rich prints of something that shows itself."""
    match shown:
        case Report():
            yield from blocks(view(shown, form_of(shown), None).blocks)
        case Draft(report=Report() as report):
            yield from blocks(view(report, form_of(report), shown.findings or None).blocks)
        case Draft():
            yield from blocks((findings_table(shown.findings, formatter("en")),))
        case Statistics():
            for _, sheet in sheets(shown, formatter(language_of(shown)), {}):
                yield from blocks((Heading(2, sheet.caption), sheet))
        case Finding():
            yield from blocks((findings_table((shown,), formatter("en")),))
        case tuple():
            yield from blocks((findings_table(shown, formatter("en")),))
        case Comparison():
            yield from blocks(page_of(shown, form_of(shown.reports[0])).blocks)


def blocks(given: Iterable[Block]) -> Iterator[Text | Grid]:
    """Blocks of a page: headings stand out, tables with column headers are drawn, findings have their colours."""
    for block in given:
        if isinstance(block, Heading):
            yield Text(plain(block.text), "bold underline" if block.level == 1 else "bold")
            yield Text()
        elif isinstance(block, Table) and block.head:
            yield _grid(block)
            yield Text()
        elif isinstance(block, Sheet):
            for part in block.parts:
                yield _sheet(part)
            yield Text()
        else:
            yield Text(block_text(block), overflow="fold")


def _grid(table: Table) -> Grid:
    grid = Grid(expand=False)
    for words, number in zip(table.head, table.numeric, strict=False):
        grid.add_column(Text(plain(words)), justify="right" if number else "left", overflow="fold")
    severities = table.severities or (None,) * len(table.rows)
    for row, severity in zip(table.rows, severities, strict=True):
        first, *others = (plain("; ".join(filter(None, (c.text, *(words for words, _ in c.links))))) for c in row)
        grid.add_row(Text(first, STYLES[severity or ""]), *map(Text, others))
    return grid


def _sheet(part: SheetPart) -> Grid:
    """A part of a statutory table; what stands over several rows or columns stands in the first of them.

    All headers of a row stand in its first column, those further in below the others and further to the right.
    """
    title = Text(plain(part.banner)) if part.banner else None
    grid = Grid(title=title, title_justify="left", show_header=False)
    if part.depth:
        grid.add_column(justify="left", overflow="fold")
    for _ in range(part.width - part.depth):
        grid.add_column(justify="right", overflow="fold", max_width=_NARROW if part.depth else None)
    for number, row in enumerate(placed([*part.head, *part.rows]), 1):
        cells = [Text()] * (part.width - part.depth)
        headers = []
        for column, cell in row:
            words = "  " * (cell.indent + min(column, part.depth)) + plain(cell.text)
            if column < part.depth:
                headers.append(words)
            else:
                cells[column - part.depth] = Text(words.strip(), STYLES[cell.severity or ""])
        grid.add_row(*([Text("\n".join(headers))] if part.depth else []), *cells, end_section=number == len(part.head))
    return grid


def page(given: Page, *, whole: bool) -> str:
    """A page as a terminal shows it in colour; without the text of the report where not the whole is asked for."""
    shown = given.blocks if whole else given.about + given.figures + given.findings
    console = _console()
    with console.capture() as captured:
        for one in blocks(shown):
            console.print(one)
    return captured.get()


def _console() -> Console:
    return Console(force_terminal=True, color_system="standard", highlight=False, markup=False, emoji=False)


def lines(given: Iterable[Iterable[tuple[str, str]]]) -> str:
    """Lines of pieces, each with the name of its style, as a terminal shows them in colour."""
    console = _console()
    with console.capture() as captured:
        for line in given:
            console.print(Text.assemble(*((words, STYLES[style]) for words, style in line)), soft_wrap=True)
    return captured.get()
