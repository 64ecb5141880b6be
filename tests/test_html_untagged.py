"""Tables of pages that no ``table`` element marks."""

from collections.abc import Callable

import pytest
from tests.tables import compiled, settled_by_seed
from tests.test_text_bars import own
from tests.unmerged import HEADINGS, TableRows, own_cells, tables_of, with_blanks

import govdisclosure as gd
from govdisclosure.limits import Limits
from govdisclosure.readers.html import observe_html


def _rows(rows: TableRows, row: str, cell: str) -> str:
    made = ("".join(f"<{cell}>{text}</{cell.split(maxsplit=1)[0]}>" for text in texts) for texts in own_cells(rows))
    return "".join(f"<{row}>{cells}</{row.split(maxsplit=1)[0]}>" for cells in made)


def classes(rows: TableRows) -> str:
    return f'<div class="tb">{_rows(rows, "div class=line", "div class=cell")}</div>'


def styled(rows: TableRows) -> str:
    return (
        f'<div style="display:table">{_rows(rows, "div style=display:table-row", "div style=display:table-cell")}</div>'
    )


def in_lines(rows: TableRows) -> str:
    return _rows(rows, "p", "span style=display:inline-block")


def in_flexible_lines(rows: TableRows) -> str:
    return _rows(rows, "div style=display:flex", "b")


def nested(rows: TableRows) -> str:
    wrapped = _rows(rows, "section", "div").replace("<div>", "<div><div><p>").replace("</div>", "</p></div></div>")
    return f"<main><div>{wrapped}</div></main>"


def lists(rows: TableRows) -> str:
    return _rows(rows, "ul", "li")


def terms(rows: TableRows) -> str:
    return _rows(rows, "dl", "dd")


def paragraphs(rows: TableRows) -> str:
    return "".join(f"<p>{text}</p>" for row in own_cells(rows) for text in row)


def bars(rows: TableRows) -> str:
    return "".join(f"<p>{line}</p>" for line in own(rows).split("\n"))


def in_a_layout_cell(rows: TableRows) -> str:
    return f"<table><tr><td>{classes(rows)}</td></tr></table>"


BOXES = (classes, styled, in_lines, in_flexible_lines, nested, lists, terms)


@pytest.mark.parametrize("write", [*BOXES, paragraphs, bars, in_a_layout_cell])
def test_every_cell_is_read(write: Callable[[TableRows], str]) -> None:
    report = settled_by_seed("cn-2021", 44)
    read = gd.read(page(report, write)).report
    assert read
    assert read.statistics == report.statistics


@pytest.mark.parametrize("write", BOXES)
def test_a_blank_box_keeps_its_place(write: Callable[[TableRows], str]) -> None:
    report = with_blanks(settled_by_seed("cn-2021", 17), 25, 17)
    read = gd.read(page(report, write)).report
    assert read
    assert read.statistics == report.statistics


@pytest.mark.parametrize("write", [paragraphs, bars])
def test_cells_left_blank_move_no_value_in_silence(write: Callable[[TableRows], str]) -> None:
    report = with_blanks(settled_by_seed("cn-2021", 13), 25, 13)
    draft = gd.read(page(report, write))
    assert draft.report
    read, right = (compiled("cn-2021").values(one.statistics) for one in (draft.report, report))
    named = {path for one in draft.findings for path in one.left.paths}
    wrong = [path for path in right if read.get(path) != right[path]]
    assert not [path for path in wrong if not any(path.startswith(one) for one in named)]


def page(report: gd.Report, write: Callable[[TableRows], str]) -> bytes:
    tables = zip(HEADINGS, map(write, tables_of(report)), strict=True)
    body = "".join(f"<p>{heading}</p>{table}" for heading, table in tables)
    title = f"临湖县档案馆{report.year}年政府信息公开工作年度报告"
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>".encode()
    )


@pytest.mark.parametrize(
    "body",
    [
        "<ul>" + "".join(f"<li><a href='/{n}'>栏目{n}</a></li>" for n in range(30)) + "</ul>",
        "<p>电话：0432-1234567</p><p>邮编：132000</p>",
        "<ul><li>首页</li><li>政务公开</li></ul><ul><li>1</li><li>2</li><li>3</li></ul>",
        "<p><span>全年受理申请</span><span>12</span>件。</p><p><span>办结</span><span>11</span>件。</p>",
    ],
)
def test_menus_and_lines_with_numbers_make_no_table(body: str) -> None:
    table = "<table>" + "<tr><td>甲</td><td>1</td><td>2</td></tr>" * 6 + "</table>"
    observed = observe_html(f"<html><body>{body}{table}</body></html>", Limits())
    assert len(observed.grids) == 1
