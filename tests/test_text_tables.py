"""Tables in text as it is copied: what parts cells and rows there, and what only looks as if it did."""

import pytest
from tests.tables import compiled

import govdisclosure as gd
from govdisclosure.cell import Absent
from govdisclosure.forms.cn.y2021 import CN2021

OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
TITLE = "清河县民政局2023年政府信息公开工作年度报告"
(REQUESTS,) = (table for table in compiled("cn-2021").tables if table.path == "statistics.requests")
LABELS = [row.headers[-1].text for row in REQUESTS.rows if row.optional is None]
HEADERS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def read(*lines: str) -> CN2021:
    draft = gd.read("\n".join((TITLE, "", *lines, "")).encode())
    assert draft.report
    return draft.report.tables(CN2021)


def challenged(statistics: CN2021) -> list[object]:
    """The fifteen cells of section four."""
    values = compiled("cn-2021").values(statistics)
    return [value for path, value in values.items() if path.startswith("statistics.challenges.")]


def received(statistics: CN2021, *numbers: object) -> None:
    values = compiled("cn-2021").values(statistics)
    (row,) = (one for one in REQUESTS.rows if one.path == "statistics.requests.received")
    assert [values[cell.path] for cell in row.cells.values()] == list(numbers)


def test_headers_one_below_the_other_over_a_single_row() -> None:
    numbers = "0 40 9 3 52 0 14 112 0 126 3 3 135 142 283"
    heads = ("行政复议", "行政诉讼", *OUTCOMES, "未经复议直接起诉", "复议后起诉", *OUTCOMES, *OUTCOMES)
    assert challenged(read(*heads, numbers)) == [int(n) for n in numbers.split()]


def test_a_table_in_two_parts_tells_its_columns_by_the_groups_over_them() -> None:
    first = ("行政复议", *OUTCOMES, "0 19 0 0 19", "")
    second = ("行政诉讼", "未经复议直接起诉", "复议后起诉", *OUTCOMES, *OUTCOMES, "10 1 0 2 13 0 0 5 1 6")
    assert challenged(read(*first, *second)) == [0, 19, 0, 0, 19, 10, 1, 0, 2, 13, 0, 0, 5, 1, 6]


def test_parts_of_a_row_with_a_cell_a_line() -> None:
    first = ("行政复议", OUTCOMES[0], *(f"\t{one}" for one in OUTCOMES[1:]), "0", "\t4", "\t0", "\t17", "\t21", "")
    lower = [f"\t{one}" for one in (*OUTCOMES, *OUTCOMES)]
    second = ("行政诉讼", "未经复议直接起诉", "\t复议后起诉", OUTCOMES[0], *lower[1:])
    numbers = ("1", *(f"\t{n}" for n in (1, 0, 6, 8, 0, 1, 29, 3, 33)))
    assert challenged(read(*first, *second, *numbers)) == [0, 4, 0, 17, 21, 1, 1, 0, 6, 8, 0, 1, 29, 3, 33]


def test_a_blank_line_before_a_tab_is_a_blank_cell() -> None:
    heads = ("行政复议", "\t行政诉讼", OUTCOMES[0], *(f"\t{one}" for one in OUTCOMES[1:]))
    heads += ("\t未经复议直接起诉", "\t复议后起诉", OUTCOMES[0], *(f"\t{one}" for one in OUTCOMES[1:] + OUTCOMES))
    numbers = [None, 19, 7, 0, 26, 10, 260, 0, 8, 278, 21, 0, 3, 7, 31]
    cells = ("", *(f"\t{n}" for n in numbers[1:]))
    assert challenged(read(*heads, *cells)) == [Absent.BLANK, *numbers[1:]]


def test_empty_rows_between_rows_with_a_cell_a_line() -> None:
    lines: list[str] = [HEADERS[0], *(f"\t{one}" for one in HEADERS[1:])]
    for number, label in enumerate(LABELS):
        lines += [label, *(f"\t{number + column}" for column in range(7)), "\xa0", *["\t\xa0"] * 7]
    received(read(*lines), *range(7))


@pytest.mark.parametrize("gap", ["\xa0", "\u3000", " "])
def test_columns_of_spaces_with_wide_spaces_in_labels_and_a_column_left_blank(gap: str) -> None:
    lines = [" " * 60 + "  ".join(HEADERS)]
    for number, label in enumerate(LABELS):
        spaced = label[:3] + gap + label[3:]
        full = number in (0, 1, len(LABELS) - 1)
        width = 60 - sum(1 + (ord(char) > 0x2E80) for char in spaced)
        numbers = ("3       2         1         0             4             5     ", "15" if full else "")
        lines.append(spaced + " " * width + "".join(numbers).rstrip())
    received(read(*lines), 3, 2, 1, 0, 4, 5, 15)


def test_blank_lines_between_the_rows_of_columns() -> None:
    lines = [" " * 60 + "  ".join(HEADERS), ""]
    for label in LABELS:
        width = 60 - sum(1 + (ord(char) > 0x2E80) for char in label)
        lines += [label + " " * width + "3       2         1         0             4             5     15", ""]
    received(read(*lines), 3, 2, 1, 0, 4, 5, 15)


def test_the_number_of_a_label_may_stand_on_the_line_before() -> None:
    lines = [*HEADERS]
    for label in LABELS:
        lines += label.replace(".", ".\n").split("\n")
        lines += ["3", "2", "1", "0", "4", "5", "15"]
    statistics = read(*lines)
    assert statistics.requests
    assert statistics.requests.results.denied.forbidden_by_law.total == 15


def test_marks_of_no_width_between_thousands_are_no_commas_between_cells() -> None:
    lines = [*HEADERS]
    for label in LABELS:
        million = "\ufeff".join("1,000,000")
        lines += [f"{label} 3 2 {million} 0 4 5 1,000,014"]
    received(read(*lines), 3, 2, 1_000_000, 0, 4, 5, 1_000_014)


def test_a_word_for_the_second_number_is_no_label() -> None:
    lines = [*HEADERS]
    for number, label in enumerate(LABELS):
        lines += [f"{label} 3 {'若干' if number == 0 else 2} 1 0 4 5 15"]
    draft = gd.read("\n".join((TITLE, "", *lines)).encode())
    assert draft.report
    row = draft.report.tables(CN2021).requests
    assert row
    assert row.received.commercial in (Absent.UNREADABLE, 2)
    assert row.received.total == 15


def test_a_block_whose_every_number_is_left_blank() -> None:
    first = (
        "第二十条第（一）项",
        "信息内容        本年制发件数  本年废止件数  现行有效件数",
        "规章            3             1             0",
        "行政规范性文件  0             0             2",
        "",
    )
    other = ("第二十条第（五）项", "信息内容  本年处理决定数量", "行政许可                18", "")
    blank = ("第二十条第（八）项", "信息内容        本年收费金额（单位：万元）", "行政事业性收费", "")
    statistics = read(*first, *other, *blank)
    assert statistics.proactive
    assert statistics.proactive.licensing.decisions == 18
    assert statistics.proactive.fees.amount is Absent.BLANK
    draft = gd.read("\n".join((TITLE, "", *first, *other, *blank)).encode())
    assert not [one for one in draft.findings if one.code == "row-missing" and "fees" in one.paths[0]]


def test_wide_spaces_around_slashes_are_no_columns() -> None:
    """Single spaces part the numbers of another row: words follow each other, and wide spaces hold nothing apart."""
    lines = ["第二十条第（一）项", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
    lines += ["规章 3 2 9", "行政规范性文件 4  /  6", "第二十条第（五）项", "信息内容", "本年处理决定数量"]
    lines += ["行政许可 32", "第二十条第（六）项", "信息内容", "本年处理决定数量", "行政处罚  /  ", "行政强制 7"]
    lines += ["第二十条第（八）项", "信息内容", "本年收费金额（单位：万元）", "行政事业性收费  /  "]
    proactive = read(*lines).proactive
    assert proactive is not None
    documents = proactive.normative_documents
    assert (documents.issued, documents.repealed, documents.in_force) == (4, Absent.NOT_APPLICABLE, 6)


def test_a_title_without_a_table_that_could_be_read_is_told() -> None:
    text = "清河县民政局2016年政府信息公开工作年度报告\n\n一、概述\n本年度工作有序开展。\n"
    told = gd.read(f"{text}附件：清河县政府信息公开情况统计表\n统\n计\n指\n标\n".encode()).findings
    assert "tables-missing" in {one.code for one in told}
    assert "tables-missing" not in {one.code for one in gd.read(text.encode()).findings}
