"""The table reader: real documents to the last number, each finding of the readers, and what is chosen on a page."""

import re
from pathlib import Path

import attrs
import pytest
from tests.tables import SUITE, compiled
from tests.tools import ROOT

import conformance
import govdisclosure as gd
from govdisclosure.cell import Absent
from govdisclosure.finding_codes.reading import READING_RULES
from govdisclosure.forms.cn.y2019 import CN2019
from govdisclosure.forms.cn.y2021 import CN2021
from govdisclosure.model import Axis, Statistics
from govdisclosure.readers.markdown import observe_markdown
from real_reports import REAL

CORPUS = ROOT.parent / "shared" / "corpus" / "cn"
LOCALES = ("en", "zh-Hans", "zh-Hant")
OUTCOMES = "<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>"
CHALLENGES = (
    '<tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>'
    f'<tr>{OUTCOMES.replace("<td>", "<td rowspan=2>")}<td colspan="5">未经复议直接起诉</td>'
    f'<td colspan="5">复议后起诉</td></tr><tr>{OUTCOMES}{OUTCOMES}</tr>'
)  # fmt: skip
PROACTIVE = (
    (
        "第二十条第（一）项",
        ("本年制发件数", "本年废止件数", "现行有效件数"),
        {"规章": "0 0 0", "行政规范性文件": "2 1 9"},
    ),
    ("第二十条第（五）项", ("本年处理决定数量",), {"行政许可": "18"}),
    ("第二十条第（六）项", ("本年处理决定数量",), {"行政处罚": "3", "行政强制": "0"}),
    ("第二十条第（八）项", ("本年收费金额（单位：万元）",), {"行政事业性收费": "12.50"}),
)


def corpus(name: str) -> Path:
    path = CORPUS / name
    if not path.exists():
        pytest.skip(f"{name} is not here: real documents stay outside of the project")
    return path


def row(*cells: str, tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"


def proactive(changes: dict[str, str] | None = None, extra: str = "") -> str:
    """Section two of the form of 2021; ``changes`` replace the numbers of rows."""
    rows = []
    for title, columns, numbers in PROACTIVE:
        rows += [f'<tr><td colspan="4">{title}</td></tr>', row("信息内容", *columns)]
        rows += [row(label, *(changes or {}).get(label, text).split(" ")) for label, text in numbers.items()]
    return f"<table>{''.join(rows)}{extra}</table>"


def challenges(numbers: str = "1 0 0 0 1 0 0 0 0 0 0 0 0 0 0") -> str:
    return f"<table>{CHALLENGES}{row(*numbers.split(' '))}</table>"


def page(*parts: str, year: int = 2023) -> gd.Draft:
    title = f"清河县教育局{year}年政府信息公开工作年度报告"
    text = f"<!DOCTYPE html><html><body><h1>{title}</h1><p>一、总体情况</p><p>本年度工作有序开展。</p>"
    return gd.read(f"{text}<p>二、主动公开政府信息情况</p>{''.join(parts)}</body></html>".encode())


def tables(draft: gd.Draft) -> CN2021:
    assert draft.report is not None
    return draft.report.tables(CN2021)


def codes(draft: gd.Draft) -> set[str]:
    return {one.code for one in draft.findings}


# --- real documents -------------------------------------------------------------------------------------------


def differences(statistics: Statistics, name: str) -> list[tuple[str, object, object]]:
    """The cells that differ from the numbers of a published report, typed in by hand."""
    form, document = compiled(statistics.FORM), REAL[name]
    printed = {path for path in form.values(statistics) if any(path.startswith(r) for r in document["rows"])}
    told = []
    for path, value in form.values(statistics).items():
        optional = form.cells[path].path in printed or value is not None
        wanted = document["values"].get(path, Absent.BLANK if optional else None)
        if value != wanted:
            told.append((path, value, wanted))
    return told


def test_a_district_s_report_as_pdf() -> None:
    draft = gd.read(corpus("2023_hongze.pdf"))
    report = draft.report
    assert report is not None
    assert differences(report.tables(CN2021), "2023-hongze") == []
    assert (report.form, report.year) == ("cn-2021", 2023)
    assert report.publisher is not None
    assert report.publisher.name in ("淮安市洪泽区人民政府", "洪泽区人民政府")
    assert report.author is not None
    assert report.author.name == "淮安市洪泽区人民政府办公室"
    assert report.tables(CN2021).requests.results.other is None
    assert report.tables(CN2021).requests.results.other_undivided is not None
    errors = [one for one in gd.check(report) if one.severity == "error"]
    assert [one.right.value for one in errors if one.right] == [11, 5]
    assert {m.value for m in report.metrics} >= {1136, 21}
    assert all(s.heading and not re.search(r"[-—] ?\d+ ?[-—]", "".join(s.paragraphs)) for s in report.sections[1:])


def test_a_city_s_report_as_a_web_page() -> None:
    draft = gd.read(corpus("2019_shanghai-general-office.html"))
    report = draft.report
    assert report is not None
    assert differences(report.tables(CN2019), "2019-shanghai-general-office") == []
    warnings = {one.code: one for one in gd.check(report) if one.severity == "warning"}
    assert warnings["stated-granted"].left.value == 258
    assert warnings["stated-granted"].params["readings"] == "272 / 275"
    assert (warnings["stated-unable"].left.value, warnings["stated-unable"].params["readings"]) == (265, "337")
    assert not [one for one in gd.check(report) if one.severity == "error"]


@pytest.mark.parametrize("name", ["2023_hongze.pdf", "2019_shanghai-general-office.html"])
def test_every_number_has_its_place(name: str) -> None:
    report = gd.read(corpus(name)).report
    assert report is not None
    values = compiled(report.form).values(report.statistics)
    for path, value in values.items():
        if value is not None and value is not Absent.BLANK:
            place = report.provenance.places[path]
            assert place.source is not None
            assert (place.source.row, place.source.column, place.source.table) != (None, None, None)
            yuan = place.quote.endswith("元") and not place.quote.endswith("万元")
            number = value * 10_000 if yuan and not isinstance(value, Absent) else value
            assert re.sub(r"[,\s]", "", place.quote).startswith(f"{number:f}".partition(".")[0])


# --- what is chosen -------------------------------------------------------------------------------------------


def test_labels_tell_the_form_and_not_the_year() -> None:
    draft = page(proactive(), year=2020)
    assert draft.report is not None
    assert draft.report.form == "cn-2021"
    assert "form-year" in {one.code for one in gd.check(draft.report)}


def test_cells_confirmed_by_sums_are_counted() -> None:
    counts = page(proactive(), challenges()).counts.cells
    assert (counts.confirmed, counts.unreadable) == (15, 0)
    assert counts.missing == 25 * 7 - 3 * 7  # section three is not there


def test_of_a_table_printed_twice_one_is_read() -> None:
    last = "<p>2022年办理情况</p>" + challenges("9 9 9 9 36 9 9 9 9 36 9 9 9 9 36")
    for draft in (page(proactive(), last, challenges()), page(proactive(), challenges(), last)):
        assert tables(draft).challenges.review.upheld == 1
        assert "table-doubled" in codes(draft)


def in_one_table(*parts: str) -> str:
    """Tables and the lines between them as one table, as a page does that lays itself out by it."""
    rows = "".join(part if part.startswith("<tr") else f'<tr><td colspan="15">{part}</td></tr>' for part in parts)
    return f"<table>{rows}</table>"


@pytest.mark.parametrize("captions", [("2022年度", "2023年度"), ("附：2022年同期数据", "（2023年）"), ("去年", "今年")])
@pytest.mark.parametrize("order", ["last year first", "last year behind"])
def test_printings_within_one_grid_are_parted(captions: tuple[str, str], order: str) -> None:
    last, this = (rows_of(challenges(*one)) for one in (("9 9 9 9 36 9 9 9 9 36 9 9 9 9 36",), ()))
    other, own = rows_of(proactive({"规章": "77 77 77"})), rows_of(proactive())
    turn = 1 if order == "last year first" else -1
    pairs, both = ([(captions[0], a), (captions[1], b)][::turn] for a, b in ((last, this), (other, own)))
    one, two = ([part for pair in pairs for part in pair] for pairs in (pairs, both))
    for made in (proactive() + in_one_table(*one), in_one_table(*two, *one), in_one_table(own, *one)):
        draft = page(made)
        assert tables(draft).challenges.review.upheld == 1
        assert tables(draft).proactive.regulations.issued == 0
        assert "table-doubled" in codes(draft)


def rows_of(table: str) -> str:
    return re.sub("</?table>", "", table)


def test_a_column_of_last_year_is_kept_and_not_read() -> None:
    text = proactive().replace("本年处理决定数量</td>", "上年处理决定数量</td><td>本年处理决定数量</td>")
    for label, number in (("行政许可", "18"), ("行政处罚", "3"), ("行政强制", "0")):
        text = text.replace(f"<td>{label}</td><td>{number}</td>", f"<td>{label}</td><td>77</td><td>{number}</td>")
    made = tables(page(text))
    assert (made.proactive.licensing.decisions, made.proactive.punishment.decisions) == (18, 3)
    assert {(e.axis, e.labels) for e in made.extra} == {(Axis.COLUMN, ("上年处理决定数量",))}


def test_a_power_list_is_no_statutory_table() -> None:
    powers = "".join(row(label, "5") for label in ("行政许可", "行政处罚", "行政强制", "行政检查", "行政确认"))
    draft = page(f"<table>{row('类别', '数量')}{powers}</table>")
    assert draft.report is not None
    assert draft.report.statistics is None
    assert "tables-missing" in codes(draft)


def test_what_belongs_to_no_row_is_kept() -> None:
    made = tables(page(proactive(extra=row("其他主动公开文件", "7", "0", "0"))))
    (extra,) = made.extra
    assert (extra.labels, extra.cells) == (("其他主动公开文件",), ("7", "0", "0"))
    assert extra.after == "statistics.proactive.fees"


def test_hidden_rows_are_not_read() -> None:
    hidden = "<tr hidden><td>行政许可</td><td>99</td></tr>"
    assert tables(page(proactive().replace("<table>", f"<table>{hidden}"))).proactive.licensing.decisions == 18


# --- each finding -----------------------------------------------------------------------------------------------


def requests(lead: str, trail: str) -> str:
    """Section three with sums that hold, one row for each of the form; ``lead`` stands before the numbers."""
    form = compiled("cn-2021")
    (table,) = (one for one in form.tables if one.path == "statistics.requests")
    values = form.values(conformance.filled(form, {"statistics.requests.results.other"}))
    headers = [chain[-1].text for chain in table.columns(None)]
    rows = [row("", *headers, trail)] + [
        row(one.headers[-1].text, lead, *(str(values[cell.path]) for cell in one.cells.values()))
        for one in table.rows
        if all(values[cell.path] is not None for cell in one.cells.values())
    ]
    return f"<table>{''.join(rows)}</table>"


def entered(period: str) -> gd.Draft:
    """A page of the library on which somebody has written another period."""
    report = gd.load(SUITE / "cn-2021" / "valid" / "only-other.json")
    text = gd.render(report, to="text", locale="zh-Hans")
    return gd.read(re.sub("(?<=统计期限).*", f"  {period}", str(text), count=1).encode())


WAYS = ("网站", "公报", "广播", "公告栏", "查阅点")
ONE_LOST = proactive().replace("<td>行政处罚</td>", "<td></td>")
CASES = {
    "entry-unreadable": lambda: entered("全年"),
    "table-realigned": lambda: page(proactive(), requests("5", "")),
    "table-missing": lambda: page(proactive()),
    "row-missing": lambda: page(proactive().replace(row("行政强制", "0"), "")),
    "row-label": lambda: page(proactive().replace("行政事业性收费", "事业性收费金额")),
    "row-by-order": lambda: page(ONE_LOST),
    "row-extra": lambda: page(proactive(extra=row("其他主动公开文件", "7", "0", "0"))),
    "row-unlabelled": lambda: page(proactive().replace(
        "<td>行政规范性文件</td>", "<td>行政规范性文件</td><td></td><td></td></tr><tr><td></td>", 1)),
    "column-extra": lambda: page(proactive().replace("现行有效件数</td>", "现行有效件数</td><td>备注</td>").replace(
        "<td>9</td>", "<td>9</td><td>含合办</td>")),
    "column-missing": lambda: page(proactive({"规章": "0 0", "行政规范性文件": "2 9"}).replace(
        "<td>本年废止件数</td>", "")),
    "column-by-order": lambda: page(proactive().replace("本年废止件数", "")),
    "cell-unreadable": lambda: page(proactive({"行政许可": "约20"})),
    "cell-missing": lambda: page(proactive().replace("<td>2</td><td>1</td>", '<td colspan="2">2</td>')),
    "table-unread": lambda: page(f"<table>{''.join(row(f'{way}公开信息数', '条', '7', '31') for way in WAYS)}</table>"),
    "cell-joined": lambda: page(proactive({"行政许可": "31<br>07"})),
    "cell-confirmed": lambda: page(proactive(), challenges("1O 0 0 0 10 0 0 0 0 0 0 0 0 0 0")),
    "sums-as-printed": lambda: page(proactive(), challenges("1 0 0 0 9 0 0 0 0 0 0 0 0 0 0")),
    "table-doubled": lambda: page(proactive(), challenges(), challenges()),
    "tables-missing": lambda: page("<p>见附件。</p>"),
    "grid-overlap": lambda: page(proactive(), "<table><tr><td rowspan=2>a<td>b<tr><td colspan=2>c</table>"
                                 "<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>"),
    "grid-span": lambda: page(proactive().replace('colspan="4"', 'colspan="4000"')),
}  # fmt: skip
#: Those of PDFs have their documents in tests/battery/test_c4_pdf.py; sums that fail beside damaged labels are below.
ELSEWHERE = {"page-without-text", "font-without-unicode", "sums-doubtful"} | {
    "picture-not-read",
    "numbering-form",
    "formulas-stored",
    "formulas-unsaved",
    "cells-hidden",
    "chart-apart",
    "numbers-as-text",
    "columns-unclear",
    "page-damaged",
}


def test_every_code_of_the_readers_has_its_case() -> None:
    assert CASES.keys() | ELSEWHERE == {rule.code for rule in READING_RULES}


@pytest.mark.parametrize("code", CASES)
def test_what_is_noticed_is_told_in_every_language(code: str) -> None:
    found = [one for one in CASES[code]().findings if one.code == code]
    assert found
    for one in found:
        said = [gd.message(one, locale) for locale in LOCALES]
        assert all(text and "{" not in text and "None" not in text for text in said)
        assert len(set(said)) == len(LOCALES)


def test_a_good_page_gives_no_finding_but_for_the_table_that_it_lacks() -> None:
    assert codes(page(proactive(), challenges())) == {"table-missing"}


def test_a_table_of_which_every_cell_is_blank_is_there() -> None:
    draft = page(proactive(), f"<table>{CHALLENGES}<tr>{'<td></td>' * 15}</tr></table>")
    assert codes(draft) == {"table-missing"}  # that of the requests
    assert tables(draft).challenges.review.upheld is gd.Absent.BLANK


def test_a_blank_row_for_spacing_is_no_row_of_a_table() -> None:
    spaced = challenges().replace("<tr><td>1<", f"<tr>{'<td></td>' * 15}</tr><tr><td>1<")
    assert spaced != challenges()
    assert tables(page(proactive(), spaced)).challenges == tables(page(proactive(), challenges())).challenges


def test_a_sum_that_fails_beside_a_damaged_label_may_be_the_reading() -> None:
    wrong = (SUITE / "cn-2021" / "invalid" / "results-total-fails.json").read_bytes()
    made = gd.render(gd.loads(wrong), to="html", locale="zh-Hans")
    assert isinstance(made, str)
    assert "sums-as-printed" in codes(gd.read(made.encode()))
    damaged = made.replace("1.属于国家秘密", "1.属于国冢秘蜜")
    assert {"row-label", "sums-doubtful"} <= codes(gd.read(damaged.encode()))


def test_a_list_before_a_table_with_its_labels_does_not_stand_for_it() -> None:
    """The power list stands where the table of section two would; that one follows behind section three."""
    powers = "".join(row(label, "5") for label in ("行政许可", "行政处罚", "行政强制", "行政征收"))
    draft = page(f"<table>{powers}</table>", requests("", ""), proactive())
    made = tables(draft)
    assert made.proactive == tables(page(proactive())).proactive
    assert made.requests is not None
    assert not made.extra


def test_columns_follow_the_order_where_the_headers_mislead() -> None:
    """An empty cell before the numbers moves them out from under their headers; of one that is filled, sums tell."""
    filled = conformance.filled(compiled("cn-2021"), {"statistics.requests.results.other"})
    assert isinstance(filled, CN2021)
    draft = page(proactive(), requests("", ""))
    assert tables(draft).requests == filled.requests
    draft = page(proactive(), requests("5", ""))
    assert tables(draft).requests == filled.requests
    assert "table-realigned" in codes(draft)
    for locale in LOCALES:
        assert all(gd.message(one, locale) for one in draft.findings)


def test_a_word_for_the_first_number_of_a_row_is_no_part_of_its_label() -> None:
    """With a column of remarks behind the numbers, its row could else move all others by a column."""
    good = requests("", "").replace("<td></td>", "<td>项目</td>", 1).replace("<td></td>", "")
    head, *rows = good.split("</tr>")
    label = "1.属于国家秘密"
    rows = [re.sub(f"({label}</td><td>)[0-9]+", r"\1见附件", one) + "<td>含下属单位</td>" for one in rows[:-1]]
    made = "</tr>".join([head + "<td>备注</td>", *rows, "</table>"])
    assert "见附件" in made
    expected = tables(page(proactive(), good)).requests
    read = tables(page(proactive(), made)).requests
    assert read.results.denied.state_secret.natural_person is gd.Absent.UNREADABLE
    assert read.results.denied.state_secret.total == expected.results.denied.state_secret.total
    assert attrs.evolve(read, results=expected.results) == expected
    assert read.results.granted == expected.results.granted


def test_a_blank_first_number_is_no_empty_column() -> None:
    """Headers are lost, and behind the numbers stands a blank column; in other rows the first one has numbers."""
    told = requests("", "").replace("<td></td>", "<td>项目</td>", 1).replace("<td></td>", "")
    head, *rows = told.replace("自然人", "", 1).replace("总计", "", 1).split("</tr>")
    remarked = [f"{one}<td></td>" if one.startswith("<tr>") else one for one in rows]
    blank = [re.sub("<td>[0-9]+</td>", "<td></td>", one, count=1) if "信访举报" in one else one for one in remarked]
    read = tables(page(proactive(), "</tr>".join([head, *blank]))).requests
    whole = tables(page(proactive(), "</tr>".join([head, *remarked]))).requests
    assert read is not None
    assert whole is not None
    petition = whole.results.not_processed.petition
    assert petition.natural_person is not Absent.BLANK
    assert read.results.not_processed.petition == attrs.evolve(petition, natural_person=Absent.BLANK)


def test_a_colon_in_a_cell_of_its_own_ends_the_label() -> None:
    made = page(proactive({"行政规范性文件": "： 2 1 9"}), challenges())
    assert tables(made).proactive == tables(page(proactive(), challenges())).proactive


def test_a_table_behind_thousands_of_other_rows() -> None:
    others = "".join(row(f"{n}", f"清河县第{n}号公告", "2023-01-01") for n in range(6_000))
    statistics = tables(page(f"<table>{others}</table>", proactive()))
    assert statistics.proactive
    assert statistics.proactive.licensing.decisions == 18


def test_a_row_of_dashes_in_markdown_is_a_row() -> None:
    observed = observe_markdown("| 结果维持 | 结果纠正 |\n|---|---|\n| -- | -- |\n| 1 | 0 |\n", gd.Limits())
    assert observed.text == "结果维持\t结果纠正\n--\t--\n1\t0\n"


def test_a_space_before_a_unit_parts_nothing() -> None:
    statistics = tables(page(proactive({"行政许可": "18\u3000件", "行政处罚": "3\u00a0件"})))
    assert statistics.proactive
    assert (statistics.proactive.licensing.decisions, statistics.proactive.punishment.decisions) == (18, 3)


def test_a_number_that_was_joined_to_its_label_is_told() -> None:
    draft = page(proactive().replace("<td>行政许可</td><td>18</td>", "<td>行政许可 18</td><td></td>"))
    assert tables(draft).proactive.licensing.decisions is Absent.BLANK
    assert any(one.code == "row-label" and "statistics.proactive.licensing" in one.paths for one in draft.findings)
