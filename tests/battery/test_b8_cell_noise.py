"""B8: what offices type into cells. A value or a state as the table of meanings has it; a doubtful form is told."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

import govdisclosure as gd
from govdisclosure.cell import Absent, CellValue, LessThan
from govdisclosure.declare import MAX_COUNT, CellKind
from govdisclosure.model import Unit
from govdisclosure.readers.tables.cells import Said, read_cell

BLANK, NONE, NOT = Absent.BLANK, Absent.NOT_APPLICABLE, Absent.UNREADABLE
COUNT = CellKind("Count", low=0, high=MAX_COUNT)
SIGNED = CellKind("SignedCount", low=-MAX_COUNT, high=MAX_COUNT)
AMOUNT = CellKind("Amount", exact=True)
DURATION = CellKind("Duration", exact=True, bounds=True)

#: Numbers in a column of counts.
NUMBERS = {
    "0": 0,
    "12": 12,
    "１２": 12,
    "1２": 12,
    "１2": 12,
    "173": 173,
    " 12 ": 12,
    "\u300012\u3000": 12,
    "\n12\n": 12,
    "\xa012": 12,
    "12\t": 12,
    "\u200b12": 12,
    "1\u200b2": 12,
    "1\u00ad234": 1234,
    "12\ufeff": 12,
    "\u20601\u20602": 12,
    "1,234": 1234,
    "１，２３４": 1234,
    "1，234": 1234,
    "１,２３４": 1234,
    "1,234,567": 1234567,
    "1，234，567": 1234567,
    "5.00": 5,
    "5．00": 5,
    "５．０": 5,
    "0.0": 0,
    "1,234.00": 1234,
    "1,\n234": 1234,
    "1,2\n34": 1234,
    "9007199254740991": MAX_COUNT,
    "9,007,199,254,740,991": MAX_COUNT,
    "1000000000000000": 10**15,
}
#: Numbers with words: the words are kept.
WORDED = {
    "3件": 3,
    "３件": 3,
    "3条": 3,
    "3項": 3,
    "3项": 3,
    "3次": 3,
    "3个": 3,
    "3人": 3,
    "3人次": 3,
    "3份": 3,
    "5.00件": 5,
    "22（其中修订16件）": 22,
    "22(其中修订16件)": 22,
    "22【注】": 22,
    "22[1]": 22,
    "0（无）": 0,
    "1,234（含上年）": 1234,
    "22（其中修订\n16件）": 22,
    "２２（见附件）": 22,
    "81¹": 81,
    "37①": 37,
    "7*": 7,
    "※6": 6,
    "5²": 5,
    "１²": 1,
    "3件③": 3,
    "零": 0,
    "三": 3,
    "十二": 12,
    "二十": 20,
    "二〇": 20,
    "廿三": 23,
    "贰": 2,
    "壹佰": 100,
    "两件": 2,
    "一百二十": 120,
}
#: Nothing, and what says that there is nothing to say.
EMPTY = ("", " ", "\u3000", "\xa0", "\t", "\n", "\r\n", "\u200b", "\ufeff", "\u00ad", "\u2060", " \u200b\u3000\xa0")
NONES = ("/", "／", "\\", "＼", "-", "－", "—", "——", "–", "―", "‐", "‑", "−", "﹣", "--", "－－", "//", " / ", "-\xa0")
NONE_IN_WORDS = ("无", "無", "不适用", "不適用", "不涉及", "无 ", "\u3000无")
#: What looks like a number and is not written as one: a number only where a sum confirms it.
DOUBTFUL = {
    "1O": 10,
    "Ｏ": 0,
    "O": 0,
    "３Ｏ": 30,
    "5〇": 50,
    "5○": 50,
    "l2": 12,
    "I2": 12,
    "1l": 11,
    "1o": 10,
    "1 2": 12,
    "1\xa02": 12,
    "1\u20092": 12,
    "1\u202f234": 1234,
    "1 234": 1234,
    "1\u3000234": 1234,
    "１ ２": 12,
    "１２\u3000３４": 1234,
    "007": 7,
    "００７": 7,
    "0123": 123,
    "00": 0,
    "0,500": 500,
    "1.000": 1,
    "12,34": 1234,
    "1,23": 123,
    "1，2345": 12345,
    "1234,567": 1234567,
    "1, 234": 1234,
    "1,2 34": 1234,
}
#: What is no number at all, in no column.
NO_NUMBERS = (
    *("约20", "20余", "20多", "近20", "20左右", "2-3", "2—3", "2～3", "2~3", "2/3", "3/4", "3:4", "2至3", "±3"),
    *("3±1", "2021-01-01", "2021年", "1月", "12月31日", "2021/1/1", "2021.01.01", "13.8%", "１３．８％"),
    *("100%", "5‰", "½", "三成", "0.5件", "5.5件", "5.", ".5", "1..5", "1.2.3", "1.234.567", "1e3", "1E3"),
    *("0x1F", "1_000", "1'234", "1’234", "1、234", "1·234", "1˙234", "1٬234", "1٫5", "1,,234", ",234", "234,"),
    *("1;2", "1；2", "3。", "3；", "3、", "3，", "一百二", "十二十", "三成", "百"),
    *("①", "⑫", "⒈", "㈠", "㊀", "❶", "²", "₂", "Ⅻ", "ⅲ", "٣", "١٢", "१२", "๓", "𝟏𝟐", "*"),
    *("1\u0301", "3\u20e3", "3\ufe0f", "🄁", "0️⃣", "\U0001d7d8", "999999999999999999999999999999"),
    *("9007199254740992", "9,007,199,254,740,992", "1" * 17, "1" * 5000, "--3", "++3", "+-3", "- -", "=3"),
    *("=1+1", "3+", "3-", "(3)", "（3）", "[3]", '"3"', "“3”", "3#", "#REF!", "#DIV/0!", "N/A"),
    *("n/a", "NaN", "nan", "inf", "Infinity", "None", "null", "True", "O K", "暂无", "没有", "空", "待定"),
    *("同上", "详见附件", "见下表", "未统计", "持平", "不变", "增长3%", "...", "…", "……", "?", "？", "×", "√"),
    *("★", "~", "_", ".", "共3件", "合计3", "共3", "3件次", "3a", "a3", "3 a", "12万", "1.2万件", "1万", "3千"),
    *("3百", "12元整", "22（", "22）", "（无）", "\x003", "3\x00", "\u202e12", "\u200e12", "12\u202c"),
    *("\ue00012", "12😀", "\ufffd", "3\ufffd", "1\ud7ff2", "-----", "////"),
)
#: Numbers with signs: for columns of changes alone.
CHANGES = {
    "+19": 19,
    "＋19": 19,
    "＋１９": 19,
    "-8": -8,
    "－８": -8,
    "−8": -8,
    "—8": -8,
    "–8": -8,
    "+0": 0,
    "-0": 0,
    "－0": 0,
    "+1,234": 1234,
    "-1，234": -1234,
    "-9007199254740991": -MAX_COUNT,
}
WORDED_CHANGES = {
    "增加3": 3,
    "增3": 3,
    "减2": -2,
    "减少2": -2,
    "減2": -2,
    "增加3件": 3,
    "减少2项": -2,
    "-3件": -3,
    "增0": 0,
    "减0": 0,
}
NO_CHANGES = (
    "- 8",
    "－ 8",
    "增加-3",
    "减-3",
    "加3",
    "增长3%",
    "+-0",
    "±0",
    "增加",
    "减",
    "+",
    "增加约3",
    "-9007199254740992",
)
#: Money in a column of 万元, with the places that are printed.
AMOUNTS = {
    "25.1": "25.1",
    "２５．１": "25.1",
    "0": "0",
    "0.00": "0.00",
    "1,234.50": "1234.50",
    "25.10": "25.10",
    "¥12": "12",
}
WORDED_AMOUNTS = {
    "251000元": "25.1000",
    "25.1万元": "25.1",
    "25.1萬元": "25.1",
    "3亿元": "30000",
    "0元": "0.0000",
    "12元": "0.0012",
    "人民币12元": "0.0012",
    "￥1,234元": "0.1234",
    "25.1（含罚没）": "25.1",
}
NO_AMOUNTS = (
    "-3",
    "+3",
    "-3元",
    "+3元",
    "-0",
    "－0元",
    "3件",
    "3.5.1",
    "3美元",
    "1e3",
    "约3",
    "3~4",
    "1" * 17,
    "1 2",
    "1O",
    "12元整",
)


def said(text: str, kind: CellKind = COUNT, unit: Unit | None = Unit.PIECE, header: str = "") -> Said:
    return read_cell(text, kind, unit, header)


def shown(text: str) -> str:
    return ascii(text)[:30]


@pytest.mark.parametrize("kind", [COUNT, SIGNED], ids=["count", "change"])
@pytest.mark.parametrize("text", NUMBERS, ids=shown)
def test_a_number(text: str, kind: CellKind) -> None:
    assert said(text, kind) == Said(value=NUMBERS[text])


@pytest.mark.parametrize("kind", [COUNT, SIGNED], ids=["count", "change"])
@pytest.mark.parametrize("text", WORDED, ids=shown)
def test_a_number_with_words(text: str, kind: CellKind) -> None:
    assert said(text, kind) == Said(value=WORDED[text], printed=text)


@pytest.mark.parametrize("kind", [COUNT, SIGNED, AMOUNT, DURATION], ids=["count", "change", "amount", "duration"])
@pytest.mark.parametrize("text", [*EMPTY, *NONES, *NONE_IN_WORDS], ids=shown)
def test_kinds_of_absence(text: str, kind: CellKind) -> None:
    printed = text if text in NONE_IN_WORDS else None
    assert said(text, kind) == Said(value=BLANK if text in EMPTY else NONE, printed=printed)


@pytest.mark.parametrize("kind", [COUNT, SIGNED], ids=["count", "change"])
@pytest.mark.parametrize("text", DOUBTFUL, ids=shown)
def test_a_doubtful_number(text: str, kind: CellKind) -> None:
    made = said(text, kind)
    assert made.value == DOUBTFUL[text]
    assert made.doubtful


@pytest.mark.parametrize("kind", [COUNT, SIGNED, AMOUNT, DURATION], ids=["count", "change", "amount", "duration"])
@pytest.mark.parametrize("text", NO_NUMBERS, ids=shown)
def test_no_number(text: str, kind: CellKind) -> None:
    unread = Said(value=NOT, printed=text)
    exact = kind.exact and text == "9007199254740992"
    assert said(text, kind, Unit.CNY_10K if kind is AMOUNT else None) == unread or exact


@pytest.mark.parametrize("text", [*CHANGES, *WORDED_CHANGES, *NO_CHANGES], ids=shown)
def test_signs_stand_in_columns_of_changes_alone(text: str) -> None:
    assert said(text, COUNT) == Said(value=NOT, printed=text)
    worded = text in WORDED_CHANGES
    expected = {**CHANGES, **WORDED_CHANGES, **dict.fromkeys(NO_CHANGES, NOT)}[text]
    assert said(text, SIGNED) == Said(value=expected, printed=text if worded or expected is NOT else None)


@pytest.mark.parametrize("text", [*AMOUNTS, *WORDED_AMOUNTS], ids=shown)
def test_money(text: str) -> None:
    made = said(text, AMOUNT, Unit.CNY_10K)
    assert str(made.value) == {**AMOUNTS, **WORDED_AMOUNTS}[text]
    assert (made.doubtful, made.printed) == (False, text if text in WORDED_AMOUNTS else None)


@pytest.mark.parametrize("text", NO_AMOUNTS, ids=shown)
def test_no_money(text: str) -> None:
    assert said(text, AMOUNT, Unit.CNY_10K) == Said(value=NOT, printed=text)


@pytest.mark.parametrize("text", ["007", "00.5", "0,500", "００７．５"])
def test_zeros_before_an_amount_are_doubtful(text: str) -> None:
    assert said(text, AMOUNT, Unit.CNY_10K).doubtful


@pytest.mark.parametrize(
    ("text", "header", "expected"),
    [
        ("251000", "元", "25.1000"),
        ("25.1", "万元", "25.1"),
        ("3", "亿元", "30000"),
        ("0", "元", "0.0000"),
        ("1", "", "1"),
    ],
)
def test_the_unit_of_the_header(text: str, header: str, expected: str) -> None:
    assert str(said(text, AMOUNT, Unit.CNY_10K, header).value) == expected


@pytest.mark.parametrize("text", ["<1", "＜1", "<１", "<1.5"])
def test_bounds_stand_where_the_form_allows_them(text: str) -> None:
    expected = LessThan(Decimal("1.5" if "5" in text else "1"))
    assert said(text, DURATION, None) == Said(value=expected)
    assert {said(text, kind).value for kind in (COUNT, SIGNED, AMOUNT)} == {NOT}


# --- in whole tables

PAGE = """<html><body><h1>青禾县2022年政府信息公开工作年度报告</h1><table>
<tr><td colspan=4>第二十条第（一）项</td></tr>
<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
<tr><td>规章</td><td>1</td><td>2</td><td>{}</td></tr>
<tr><td>行政规范性文件</td><td>4</td><td>5</td><td>6</td></tr>
<tr><td colspan=4>第二十条第（五）项</td></tr>
<tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr>
<tr><td>行政许可</td><td colspan=3>7</td></tr>
<tr><td colspan=4>第二十条第（六）项</td></tr>
<tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr>
<tr><td>行政处罚</td><td colspan=3>8</td></tr>
<tr><td>行政强制</td><td colspan=3>9</td></tr>
<tr><td colspan=4>第二十条第（八）项</td></tr>
<tr><td>信息内容</td><td colspan=3>本年收费金额（单位：万元）</td></tr>
<tr><td>行政事业性收费</td><td colspan=3>{}</td></tr></table></body></html>"""


def found(draft: gd.Draft, path: str) -> tuple[CellValue, str | None, list[str]]:
    """A cell, the words that are kept of it, and the codes of what is told of it."""
    statistics = draft.report.statistics
    codes = [one.code for one in draft.findings if path in one.left.paths]
    return gd.value(draft.report, path), statistics.printed.get(path), codes


def written(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")


def paths() -> Iterator[str]:
    report = gd.read(PAGE.format("3", "10").encode()).report
    rows = {fact["path"]: fact["value"] for fact in gd.facts(report) if fact["path"].startswith("statistics.proactive")}
    yield next(path for path, value in rows.items() if value == 3)
    yield next(path for path, value in rows.items() if value == 10)


IN_PAGE = {
    **{text: (value, None) for text, value in NUMBERS.items()},
    **{text: (value, text) for text, value in WORDED.items()},
    **dict.fromkeys(NONES, (NONE, None)),
    **dict.fromkeys(EMPTY, (BLANK, None)),
}


@pytest.fixture(scope="module")
def places() -> tuple[str, str]:
    first, second = paths()
    return first, second


@pytest.mark.parametrize("text", IN_PAGE, ids=shown)
def test_values_in_a_page(text: str, places: tuple[str, str]) -> None:
    value, printed, codes = found(gd.read(PAGE.format(written(text), "1.5").encode()), places[0])
    assert (value, printed) == IN_PAGE[text]
    assert not codes


@pytest.mark.parametrize("text", [text for text in (*NO_NUMBERS, *DOUBTFUL) if "\0" not in text], ids=shown)
def test_what_is_no_number_is_told_and_kept(text: str, places: tuple[str, str]) -> None:
    """No sum of the form has this cell, so that nothing can confirm what is doubtful."""
    draft = gd.read(PAGE.format(written(text), "1.5").encode())
    value, printed, codes = found(draft, places[0])
    assert value is NOT
    assert printed is not None
    assert " ".join(printed.split()) == " ".join(text.split())
    assert "cell-unreadable" in codes
    assert gd.loads(gd.dumps(draft.report)) == draft.report


@pytest.mark.parametrize("text", [text for text in (*NO_NUMBERS, *DOUBTFUL) if "\0" not in text], ids=shown)
def test_what_is_no_number_behind_a_label_is_told_and_kept(text: str, places: tuple[str, str]) -> None:
    """In the first column it may be taken for a part of the label; it is still told of, and kept."""
    page = PAGE.replace("<td>1</td><td>2</td><td>{}</td>", "<td>{}</td><td>2</td><td>3</td>")
    draft = gd.read(page.format(written(text), "1.5").encode())
    path = places[0].rpartition(".")[0] + ".issued"
    value, printed, codes = found(draft, path)
    assert value is NOT
    assert {"cell-unreadable", "cell-missing"} & set(codes)
    kept = [printed or "", *(stretch.text for stretch in draft.left_over)]
    assert any("".join(text.split()) in "".join(one.split()) for one in kept)


@pytest.mark.parametrize("text", [*AMOUNTS, *WORDED_AMOUNTS], ids=shown)
def test_money_in_a_page(text: str, places: tuple[str, str]) -> None:
    value, printed, codes = found(gd.read(PAGE.format("3", written(text)).encode()), places[1])
    assert str(value) == {**AMOUNTS, **WORDED_AMOUNTS}[text]
    assert printed == (text if text in WORDED_AMOUNTS else None)
    assert not codes
