"""Tables whose cells are parted by bars, as converters of pages write them."""

import json
from collections.abc import Callable
from decimal import Decimal

import pytest
from tests.tables import WITH_TABLES, compiled, settled_by_seed
from tests.tools import ROOT
from tests.unmerged import HEADINGS, TableRows, own_cells, padded, tables_of, with_blanks

import govdisclosure as gd
from govdisclosure.forms.cn.y2021 import CN2021
from govdisclosure.limits import Limits
from govdisclosure.readers.plain import observe_text

APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
TITLE = "临湖县档案馆{year}年政府信息公开工作年度报告"


def own(rows: TableRows) -> str:
    """The cells of each row, each with a bar behind it."""
    return "\n".join("".join(f"{text} | " for text in row).rstrip() for row in own_cells(rows))


def leading(rows: TableRows) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in own_cells(rows))


def between(rows: TableRows) -> str:
    """Bars of full width between the cells alone, and rules as in Markdown."""
    return "\n---｜---\n".join("｜".join(row) for row in own_cells(rows))


def drawn(rows: TableRows) -> str:
    return "\n├──┼──┤\n".join(f"│{'│'.join(row)}│" for row in own_cells(rows))


def filled_at_the_end(rows: TableRows) -> str:
    width = max(sum(cell.colspan for cell in row) for row in rows)
    return "\n".join(f"{' | '.join(row)} |{'|' * (width - len(row))}" for row in own_cells(rows))


def _compressed(row: list[str]) -> tuple[list[str], int]:
    """A row without the empty cells at its end, and how many those are."""
    kept = max((at + 1 for at, text in enumerate(row) if text), default=0)
    return row[:kept], len(row) - kept


def filled(rows: TableRows) -> str:
    """Fillers for merged cells, those at the end of a row without blanks between."""
    parts = [_compressed(row) for row in padded(rows)]
    return "\n".join(f"{' | '.join(row)} |{'|' * fillers}" for row, fillers in parts)


def cell_a_line(rows: TableRows) -> str:
    """A cell and a bar on each line; the fillers at the end of a row on one line."""
    lines: list[str] = []
    for row in padded(rows):
        kept, fillers = _compressed(row)
        lines += [f"{text} |".strip() for text in kept] + ["|" * fillers] * (fillers > 0)
    return "\n".join(lines)


def own_cell_a_line(rows: TableRows) -> str:
    return "\n".join(f"{text} |" for row in own_cells(rows) for text in row)


LAYOUTS = (own, leading, between, drawn, filled_at_the_end, filled, cell_a_line, own_cell_a_line)


def page(report: gd.Report, write: Callable[[TableRows], str]) -> str:
    tables = [write(rows) for rows in tables_of(report)]
    heads = HEADINGS if len(tables) == len(HEADINGS) else HEADINGS[:1]
    parts = [part for pair in zip(heads, tables, strict=True) for part in pair]
    return "\n".join(
        (TITLE.format(year=report.year), "一、总体情况", "本年度各项工作平稳开展。", *parts, "五、其他", "")
    )


@pytest.mark.parametrize("form_id", [one for one in WITH_TABLES if one != "cn-2008"])
@pytest.mark.parametrize("write", LAYOUTS)
def test_every_cell_is_read(form_id: str, write: Callable[[TableRows], str]) -> None:
    report = settled_by_seed(form_id, 5)
    read = gd.read(page(report, write).encode()).report
    assert read
    assert read.statistics == report.statistics


@pytest.mark.parametrize("write", [own, filled_at_the_end, own_cell_a_line])
def test_values_stand_under_their_headers_whatever_the_order(write: Callable[[TableRows], str]) -> None:
    """The total before the bodies: the headers of a group go with it."""
    report = settled_by_seed("cn-2021", 8)
    _, rows, _ = tables_of(report)
    for row in rows:
        values = 7 if len(row) >= 7 else 5 if len(row) == 5 else 3
        if values != 5 and len(row) >= 3:
            row[-values:] = [row[-1], *row[-values + 1 : -1], row[-values]]
    observed = observe_text(f"{TITLE}\n{write(rows)}", Limits())
    (grid,) = observed.grids
    first = next(cell.row for cell in grid.cells if observed.of(cell).startswith("一、本年新收"))
    heads = {
        cell.column: observed.of(cell) for cell in grid.cells if cell.row < first and observed.of(cell) in APPLICANTS
    }
    numbers = {
        heads[cell.column]: observed.of(cell) for cell in grid.cells if cell.row == first and cell.column in heads
    }
    received = report.tables(CN2021).requests.received
    assert numbers["总计"] == str(received.total)
    assert numbers["自然人"] == str(received.natural_person)
    assert numbers["商业企业"] == str(received.commercial)
    assert numbers["其他"] == str(received.other)


@pytest.mark.parametrize("write", LAYOUTS)
def test_cells_left_blank_move_no_value_in_silence(write: Callable[[TableRows], str]) -> None:
    report = with_blanks(settled_by_seed("cn-2021", 12), 25, 12)
    draft = gd.read(page(report, write).encode())
    assert draft.report
    read, right = (compiled("cn-2021").values(one.statistics) for one in (draft.report, report))
    named = {path for one in draft.findings for path in one.left.paths}
    wrong = [path for path in right if read.get(path) != right[path]]
    assert not [path for path in wrong if not any(path.startswith(one) for one in named)]
    assert not [path for path in wrong if isinstance(read.get(path), int)]


def test_rows_with_too_few_cells_give_no_value_of_another_column() -> None:
    report = settled_by_seed("cn-2021", 9)
    lines = page(report, own).splitlines()
    place = next(at for at, line in enumerate(lines) if line.startswith("行政规范性文件"))
    label, _, *others, _ = lines[place].split(" |")
    lines[place] = " |".join((label, *others, ""))
    draft = gd.read("\n".join(lines).encode())
    assert draft.report
    read, right = (compiled("cn-2021").values(one.statistics) for one in (draft.report, report))
    named = {path for one in draft.findings for path in one.left.paths}
    wrong = [path for path in right if read[path] != right[path]]
    assert wrong
    assert all(path in named or path.rpartition(".")[0] in named for path in wrong)
    assert all(not isinstance(read[path], int) for path in wrong)


@pytest.mark.parametrize("name", ["bar-cell-per-line", "bar-rows-own-cells", "bar-rows-padded-right"])
def test_cases_of_the_field(name: str) -> None:
    folder = ROOT.parent / "shared" / "cases" / "read"
    if not folder.exists():
        pytest.skip("the cases are not beside the repository")
    gold = json.loads((folder / f"{name}.txt.gold.json").read_text("utf-8"))
    report = gd.read(folder / f"{name}.txt").report
    assert report
    assert report.statistics
    values = compiled(report.form).values(report.statistics)
    wrong = [path for path, value in gold.items() if value is not None and values[path] != Decimal(value)]
    assert not wrong
