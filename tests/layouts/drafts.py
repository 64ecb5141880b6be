"""A document before any variation, and the truth of one after all of them."""

from random import Random

from tests.layouts.bases import form_of, sheets, years
from tests.layouts.page import Block, Cell, Page, Prose, Sheet
from tests.layouts.truth import Truth
from tests.layouts.words import HEADINGS, NOTICES, body, paragraphs

from govdisclosure.cell import Absent, CellValue
from govdisclosure.model import Axis, Extra

__all__ = ["NUMERALS", "draft", "truth_of"]

NUMERALS = "一二三四五六七八九十"


def draft(form_id: str, chosen: Random) -> Page:
    """A plain report: title, six sections, and tables in the second, third and fourth."""
    year = chosen.choice(years(form_id))
    place, publisher, author = body(chosen)
    title = f"{publisher}{year}年政府信息公开工作年度报告"
    tables = sheets(form_id, chosen)
    known = {"year": str(year), "name": author or publisher, "place": place, "notice": NOTICES[form_id]}
    return Page(
        form=form_of(form_id),
        year=year,
        publisher=publisher,
        author=author,
        title=title,
        issued=f"{year + 1}-{chosen.randrange(1, 4):02}-{chosen.randrange(1, 29):02}",
        blocks=[Prose(text=title, level=9), *_sections(tables, chosen, known)],
    )


def _sections(tables: list[Sheet], chosen: Random, known: dict[str, str]) -> list[Block]:
    blocks: list[Block] = [Prose(text=text) for text in paragraphs(0, chosen, **known)]
    for number, wordings in enumerate(HEADINGS, 1):
        if not 2 <= number <= 4 or len(tables) > 1:
            blocks.append(Prose(text=f"{NUMERALS[number - 1]}、{chosen.choice(wordings)}", level=1))
        blocks += [Prose(text=text) for text in paragraphs(number, chosen, **known)]
        if 2 <= number <= 4 and len(tables) > 1:
            blocks.append(tables[number - 2])
    if len(tables) == 1:
        blocks += [Prose(text="附表", level=1), Prose(text="政府信息公开情况统计表", level=1), tables[0]]
    return blocks


# --- truth ------------------------------------------------------------------------------------------------


def truth_of(page: Page) -> Truth:
    """What the tables of a page say, read off the cells themselves."""
    cells = {cell.path: cell for line in page.lines if not line.ghost for cell in line.cells if cell.path}
    return Truth(
        form=page.form.id,
        year=page.year,
        publisher=page.publisher,
        author=page.author,
        title=page.title,
        values={path: _value(cell) for path, cell in cells.items()},
        printed={path: cell.text for path, cell in cells.items() if cell.note},
        extra=(*(extra for sheet in page.sheets for extra in _extras(sheet)), *_extra_columns(page)),
        optional=frozenset(_optional(page, set(cells))),
        damaged=frozenset(path for path, cell in cells.items() if cell.damaged),
        rescaled=frozenset(path for path, cell in cells.items() if cell.rescaled),
    )


def _value(cell: Cell) -> CellValue:
    if cell.damaged:
        return Absent.UNREADABLE
    if cell.value is None:
        raise ValueError(f"{cell.path} says nothing")
    return cell.value


def _optional(page: Page, paths: set[str]) -> list[str]:
    rows = [row for table in page.form.tables for row in table.rows if row.optional]
    return [row.optional for row in rows if row.optional and any(c.path in paths for c in row.cells.values())]


def _extras(sheet: Sheet) -> list[Extra]:
    found: list[Extra] = []
    before: str | None = None
    for line in sheet.lines:
        before = line.row or before
        if line.extra and not line.ghost:
            labels = tuple(cell.text for cell in line.cells if cell.role in {"heading", "row"})
            cells = tuple(cell.text for cell in line.body if not cell.extra)
            found.append(Extra(table=line.extra, after=before, labels=labels, cells=cells))
    return found


def _extra_columns(page: Page) -> list[Extra]:
    cells = [cell for line in page.lines if not line.ghost for cell in line.cells if cell.extra]
    labels = [cell.text for cell in cells if cell.role == "column"][:1]
    texts = tuple(cell.text for cell in cells if cell.role == "body")
    return [Extra(table=cells[0].extra, axis=Axis.COLUMN, labels=(label,), cells=texts) for label in labels]
