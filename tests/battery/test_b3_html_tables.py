"""B3: tables of web pages. A generator draws a grid and writes it as HTML; what is read must be that grid."""

import random
from collections.abc import Iterator

import attrs
import pytest
from tests.tools import examples

from govdisclosure.limits import DEFAULT_LIMITS
from govdisclosure.readers.html import observe_html
from govdisclosure.readers.observed import Observed, ObservedCell

#: What word processors write around the text of a cell.
DRESSES = (
    "{}",
    "<p>{}</p>",
    "<p class=MsoNormal style='text-align:center'><span lang=EN-US style='font-size:12pt'>{}<o:p></o:p></span></p>",
    "<p class=MsoNormal><!--[if gte mso 9]><w:View>Print</w:View><![endif]--><b><font face=宋体>{}</font></b>",
    "<P class=p0 style='margin-bottom:0pt;'><SPAN style='mso-spacerun:\"yes\";'>{}</SPAN></P>",
    "<![if !supportEmptyParas]>{}<![endif]><br>",
    "<div><strong>{}</strong></div>\n  ",
    "<span>{}<script>var hidden = 1;</script></span>",
)
GROUPS = ("thead", "tbody", "tbody", "tfoot")


@attrs.define
class Drawn:
    """A cell as it was drawn."""

    row: int
    column: int
    rowspan: int
    colspan: int
    text: str
    inner: "Table | None" = None


@attrs.define
class Table:
    """A table as it was drawn, with the rows at which its groups begin, and its HTML."""

    rows: int
    columns: int
    cells: list[Drawn]
    starts: list[int]
    html: str = ""


class Generator:
    """Tables without holes and overlaps: then the places are known without any algorithm of placing."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311
        self.texts = 0

    def text(self) -> str:
        self.texts += 1
        return f"格{self.texts}"

    def table(self, depth: int = 0) -> Table:
        rows, columns = self.random.randint(1, 9), self.random.randint(1, 8)
        starts = [0, *sorted(self.random.sample(range(1, rows), min(rows - 1, self.random.choice((0, 0, 1, 2)))))]
        table = Table(rows=rows, columns=columns, cells=list(self.cells(rows, columns, starts)), starts=starts)
        for cell in table.cells:
            if depth < 2 and self.random.random() < 0.05:
                cell.inner = self.table(depth + 1)
        table.html = self.written(table)
        return table

    def cells(self, rows: int, columns: int, starts: list[int]) -> Iterator[Drawn]:
        taken: set[tuple[int, int]] = set()
        for row in range(rows):
            end = next((start for start in starts if start > row), rows)
            for column in range(columns):
                if (row, column) not in taken:
                    width, height = self.random.choice((1, 1, 2, 3, 7)), self.random.choice((1, 1, 1, 2, 5))
                    width = next((w for w in range(width) if self.blocked(row, column + w, columns, taken)), width)
                    height = min(height, end - row)
                    taken |= {(row + r, column + c) for r in range(height) for c in range(width)}
                    text = self.text() if self.random.random() < 0.9 else ""
                    yield Drawn(row, column, height, width, text)

    @staticmethod
    def blocked(row: int, column: int, columns: int, taken: set[tuple[int, int]]) -> bool:
        return column >= columns or (row, column) in taken

    def written(self, table: Table) -> str:
        """The table as HTML: groups, end tags that may be missing, hidden rows, text between rows."""
        bounds = [*table.starts, table.rows]
        names = [self.random.choice(GROUPS[:3]) for _ in table.starts]
        order = list(range(len(names)))
        grouped = len(names) > 1 or self.random.random() < 0.5
        if grouped and len(names) > 1 and self.random.random() < 0.4:
            # A foot may be written first; it stands last.
            names[-1] = "tfoot"
            order = [order[-1], *order[:-1]] if self.random.random() < 0.5 else order
        parts = ["<TABLE class=MsoTableGrid border=1 style='mso-yfti-tbllook:1184'>", "<caption>表</caption>"]
        parts += ["<colgroup><col width=72><col width=64></colgroup>"] * self.random.randint(0, 1)
        for group in order:
            parts += [f"<{names[group]}>"] * grouped
            parts += [self.row(table, row, bounds[group + 1]) for row in range(bounds[group], bounds[group + 1])]
            parts += [f"</{names[group]}>"] * (grouped and self.random.random() < 0.7)
        return "\n".join([*parts, "</TABLE>"])

    def row(self, table: Table, row: int, end: int) -> str:
        cells = "".join(self.cell(cell, end) for cell in table.cells if cell.row == row)
        between = self.random.choice(("", "", "", "行间文字", "<!-- 行间 -->"))
        hidden = self.random.choice(("", "", "", "<tr hidden><td rowspan=9 colspan=9>隐<td>藏</tr>"))
        hidden += self.random.choice(("", "", "", "<tr style='HEIGHT:0; Display : None;'><td>隐</td></tr>"))
        ending = self.random.choice(("</tr>", "</tr>", ""))
        written = f"<tr style='mso-yfti-irow:{row}'>{cells}{ending}{hidden}"
        # Behind a cell without its end tag the text would be one of the cell.
        return written + between * written.endswith("</tr>")

    def cell(self, cell: Drawn, end: int) -> str:
        name = self.random.choice(("td", "td", "th"))
        written = [f" colspan={cell.colspan}"] * (cell.colspan > 1 or self.random.random() < 0.1)
        if cell.row + cell.rowspan == end and cell.rowspan > 1:
            # What reaches the end of its group may say so in three ways.
            written.append(f" rowspan={self.random.choice((cell.rowspan, 0, cell.rowspan + 20))}")
        else:
            written += [f" rowspan='{cell.rowspan}'"] * (cell.rowspan > 1 or self.random.random() < 0.1)
        inner = f"<br>{cell.inner.html}" if cell.inner else ""
        text = self.random.choice(DRESSES).format(cell.text) if cell.text else self.random.choice(("", "<p></p>", " "))
        hidden = self.random.choice(("",) * 9 + ("<td hidden colspan=3>隐</td>",))
        return f"<{name}{''.join(written)}>{text}{inner}{self.random.choice((f'</{name}>', ''))}{hidden}"


def all_tables(table: Table) -> Iterator[Table]:
    yield table
    inner = [cell.inner for cell in table.cells if cell.inner]
    for one in sorted(inner, key=lambda one: table.html.index(one.html)):
        yield from all_tables(one)


def seen(observed: Observed, cells: tuple[ObservedCell, ...]) -> list[tuple[int, int, int, int, str]]:
    """Cells with the first line of their text: what stands below is an inner table."""
    return [
        (c.row, c.column, c.rowspan, c.colspan, (observed.of(c).splitlines() or [""])[0]) for c in cells if not c.hidden
    ]


@pytest.mark.parametrize("seed", range(examples(200, 1500)))
def test_the_grid_is_the_one_that_was_drawn(seed: int) -> None:
    table = Generator(seed).table()
    observed = observe_html(f"<p>前</p>{table.html}<p>后</p>", DEFAULT_LIMITS)
    tables = list(all_tables(table))
    assert len(observed.grids) == len(tables)
    for drawn, grid in zip(tables, observed.grids, strict=True):
        expected = {(c.row, c.column): c for c in drawn.cells}
        for row, column, rowspan, colspan, text in seen(observed, grid.cells):
            cell = expected.pop((row, column))
            assert (cell.rowspan, cell.colspan) == (rowspan, colspan)
            assert cell.text == text or (cell.inner and not cell.text)
        assert not expected
        assert max(c.row + c.rowspan for c in grid.cells if not c.hidden) == drawn.rows
        assert grid.rows >= drawn.rows
        assert_nothing_covered_twice(grid.cells, grid.rows, grid.columns)
    assert not [found for found in observed.findings if found.code == "grid-overlap"]


def assert_nothing_covered_twice(cells: tuple[ObservedCell, ...], rows: int, columns: int) -> None:
    covered = [(c.row + r, c.column + k) for c in cells for r in range(c.rowspan) for k in range(c.colspan)]
    assert len(covered) == len(set(covered))
    assert all(row < rows and column < columns for row, column in covered)


@pytest.mark.parametrize("seed", range(examples(50, 500)))
def test_overlaps_are_found_and_the_first_cell_keeps_the_place(seed: int) -> None:
    """Random spans, against the algorithm of the standard written slot by slot."""
    chosen = random.Random(seed)  # noqa: S311
    rows = [
        [(chosen.randint(1, 4), chosen.randint(1, 4)) for _ in range(chosen.randint(0, 5))]
        for _ in range(chosen.randint(1, 7))
    ]
    written = "".join(
        "<tr>" + "".join(f"<td colspan={width} rowspan={height}>x</td>" for width, height in row) + "</tr>"
        for row in rows
    )
    slots: dict[tuple[int, int], list[tuple[int, int]]] = {}
    anchors = []
    for y, row in enumerate(rows):
        x = 0
        for width, height in row:
            while (y, x) in slots:
                x += 1
            anchors.append((y, x, min(height, len(rows) - y)))
            for r in range(y, min(y + height, len(rows))):
                for c in range(x, x + width):
                    slots.setdefault((r, c), []).append((y, x))
            x += width
    observed = observe_html(f"<table>{written}</table>", DEFAULT_LIMITS)
    cells = observed.grids[0].cells
    assert [(c.row, c.column, c.rowspan) for c in cells] == sorted(anchors)
    assert_nothing_covered_twice(cells, observed.grids[0].rows, observed.grids[0].columns)
    firsts = {place: (c.row, c.column) for c in cells for place in places(c)}
    assert all(slots[place][0] == first for place, first in firsts.items())
    overlaps = {owner for owners in slots.values() for owner in owners[1:]}
    assert sum(found.code == "grid-overlap" for found in observed.findings) == len(overlaps)


def places(cell: ObservedCell) -> list[tuple[int, int]]:
    return [(cell.row + r, cell.column + c) for r in range(cell.rowspan) for c in range(cell.colspan)]
