"""Columns held by spaces, as pdftotext and other programs write them."""

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.tables import WITH_TABLES, compiled, settled_by_seed

import govdisclosure as gd
from govdisclosure.limits import Limits
from govdisclosure.readers.observed import Observed
from govdisclosure.readers.plain import observe_text


def over(observed: Observed, number: int = 0) -> dict[tuple[str, str], str]:
    """The numbers of a grid by the label before them and the header over them."""
    grid = observed.grids[number]
    found = {}
    for cell in grid.cells:
        if observed.of(cell).isdigit():
            label = next(one for one in grid.cells if one.row == cell.row)
            heads = [
                one for one in grid.cells if one.row < cell.row and one.column <= cell.column < one.column + one.colspan
            ]
            texts = [observed.of(one) for one in heads if observed.of(one) and not observed.of(one).isdigit()]
            found[observed.of(label), texts[-1]] = observed.of(cell)
    return found


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_a_character_may_count_as_one_column(order: tuple[int, int, int]) -> None:
    """Labels of different length before numbers that stand under each other by characters, with one left blank."""
    heads = ("本年制发件数", "本年废止件数", "现行有效件数")
    lines = ["信息内容".ljust(30) + "".join(heads[at].ljust(14) for at in order)]
    for label, numbers in (("规章", ("7", "", "44")), ("行政规范性文件", ("12", "5", "31"))):
        lines.append(label.ljust(32) + "".join(numbers[at].ljust(14) for at in order).rstrip())
    seen = over(observe_text("\n".join(lines), Limits()))
    assert seen == {
        ("规章", heads[0]): "7",
        ("规章", heads[2]): "44",
        ("行政规范性文件", heads[0]): "12",
        ("行政规范性文件", heads[1]): "5",
        ("行政规范性文件", heads[2]): "31",
    }


def test_order_tells_where_every_row_has_a_number_for_each_header() -> None:
    """Numbers that are far from their headers, and headers that single spaces part."""
    text = "本年制发件数 本年废止件数 现行有效件数\n规章   3      9        27\n规范性文件  2   8   64\n"
    text = "信息内容  " + text
    assert over(observe_text(text, Limits()))["规范性文件", "现行有效件数"] == "64"


@pytest.mark.parametrize("form_id", [one for one in WITH_TABLES if one != "cn-2008"])
def test_our_own_pdf_through_pdftotext(form_id: str, tmp_path: Path) -> None:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed")
    report = settled_by_seed(form_id, 55)
    (tmp_path / "report.pdf").write_bytes(bytes(gd.render(report, to="pdf")))
    subprocess.run([program, "-layout", "report.pdf", "report.txt"], cwd=tmp_path, check=True)
    draft = gd.read(tmp_path / "report.txt")
    assert draft.report
    right, read = (compiled(form_id).values(one.statistics) for one in (report, draft.report))
    named = {path for one in draft.findings for path in one.left.paths}
    wrong = [path for path in right if read.get(path) != right[path]]
    assert not [path for path in wrong if isinstance(read.get(path), int)]
    assert all(any(path.startswith(one) for one in named) for path in wrong)
    assert len(wrong) <= 0.1 * len(right)


def test_a_page_break_between_tables_is_white_space() -> None:
    text = "年度  2021\n\x0c\n格式  1\n规章  1  2\n"
    assert all(grid.rows for grid in observe_text(text, Limits()).grids)
