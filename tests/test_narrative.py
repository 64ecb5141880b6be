"""The narrative reader on annotated sentences and reports: it does not fall below what the docs state."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from scripts import measure
from tests.tools import ROOT

from govdisclosure.readers.narrative import read_paragraph

FOLDER = ROOT / "tests" / "narrative"
#: Least F1 of each set: what was measured, rounded down to the next hundredth.
FLOORS = {
    "development: a-usual": 0.99,
    "development: b-varied": 0.96,
    "development: c-governments": 0.87,
    "development: d-unusual": 0.77,
    "development: e-provinces": 0.95,
    "development: f-mixed": 0.99,
    "development: g-early": 0.97,
    "development: h-counties": 0.98,
    "development: i-each-kind": 0.99,
    "development: k-bodies": 0.95,
    "development: l-even": 0.93,
    "development: m-wordings": 0.87,
    "development: n-dense": 0.93,
    "development: whole reports": 0.97,
    "held-out: sentences": 0.91,
    "held-out: whole reports": 0.97,
}
SCORES = {score.name: score for score in measure.scores()}


@pytest.mark.parametrize("name", FLOORS)
def test_no_set_is_read_worse_than_stated(name: str) -> None:
    assert SCORES[name].f1 >= FLOORS[name]


def test_the_floors_name_every_set() -> None:
    assert set(FLOORS) == set(SCORES)


def test_the_table_in_the_docs_is_the_measured_one() -> None:
    assert measure.table(list(SCORES.values())) in (ROOT / "docs" / "reading.md").read_text("utf-8")


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.json")), ids=lambda path: path.stem)
def test_annotations_stand_in_their_texts(path: Path) -> None:
    data = json.loads(path.read_text("utf-8"))
    reports = isinstance(data, dict)
    for one in [data] if reports else data:
        text = path.with_suffix(".txt").read_text("utf-8") if reports else one["text"]
        for figure in one["metrics"]:
            assert figure["core"] in figure["max"]
            assert reports or figure["max"] in text


NO_FIGURES = (
    "根据国办发〔2014〕32号文件和《条例》第二十条、第二十一条的规定编制本报告。",
    "联系电话：0431-85096328，传真：0431-85096329，邮编：130021。",
    "本报告统计期限为2014年1月1日至2014年12月31日。",
    "自收到申请之日起15个工作日内答复，最长延长15个工作日。",
    "按照“五公开”和“放管服”要求，畅通12345热线，开展“3·15”宣传。",
    "网站标识码2200000056，吉ICP备05001602号，吉公网安备22010402000767号。",
    "下一步，计划举办培训班4期，力争公开信息500条以上。",
    "会议于3月15日上午9:30在第2会议室召开，学习了第3次全会精神。",
)


@pytest.mark.parametrize("text", NO_FIGURES)
def test_numbers_that_are_no_figures_are_not_taken(text: str) -> None:
    figures, powers = read_paragraph(text, 2014)
    assert figures == []
    assert powers is None


#: Ways in which offices write a power list: its total, its categories, what has no field of its own.
POWER_LISTS = (
    ("行政权力219项，其中行政许可权9项、行政处罚权181项、行政强制权11项、其他权力18项。", 219, (9, 181, 11, 18), ()),
    ("行政职权共219个，其中行政许可9个，行政处罚181个，行政强制11个，其他18个。", 219, (9, 181, 11, 18), ()),
    ("权责清单共计219条，其中行政许可9条，行政处罚181条，行政强制11条，其他权力18条。", 219, (9, 181, 11, 18), ()),
    ("权力清单计219项：许可9、处罚181、强制11、其他18。", 219, (9, 181, 11, 18), ()),
    ("行政权力按许可、处罚、强制、其他四类统计，分别为9项、181项、11项、18项，总计219项。", 219, (9, 181, 11, 18), ()),
    ("保留职权20项。按类别分，行政许可9项，行政处罚8项，行政强制、行政奖励和其他类各1项。", 20, (9, 8, 1, 1), ()),
    (
        "权力清单：行政审批（许可）9项、行政处罚181项、行政强制11项、其他18项，总计219项。",
        219,
        (None, 181, 11, 18),
        (("行政审批", 9),),
    ),
    ("现有行政权力412项。", 412, (None, None, None, None), ()),
    ("原有权力723项，取消86项、暂停149项，最终保留488项。", 488, (None, None, None, None), ()),
)


@pytest.mark.parametrize(("text", "total", "counts", "extra"), POWER_LISTS, ids=[row[0][:8] for row in POWER_LISTS])
def test_power_lists_in_many_wordings(
    text: str, total: int, counts: tuple[int | None, ...], extra: tuple[tuple[str, int], ...]
) -> None:
    _, found = read_paragraph(text, 2016)
    assert found is not None
    categories = found.powers.categories
    assert found.powers.total == total
    assert (categories.licensing, categories.punishment, categories.coercion, categories.other) == counts
    assert tuple((one.label, one.count) for one in found.powers.extra) == extra


NO_POWER_LISTS = (
    "发放办事指南9个、处罚决定书181个、检查表11个。",
    "取消行政权力12项，下放5项。",
    "公开行政许可9条、行政处罚181条、行政强制11条。",
)


@pytest.mark.parametrize("text", NO_POWER_LISTS)
def test_other_figures_are_no_power_list(text: str) -> None:
    assert read_paragraph(text, 2016)[1] is None


READ_WITHOUT_A_UNIT = (
    ("官方微博粉丝量386万，", 3_860_000, "followers"),
    ("全年阅读量1.3万。", 13_000, "website_visits"),
    ("在考核中得分81.7，", Decimal("81.7"), "score"),
    ("公示低保对象1286户。", 1286, "disclosed_part"),
)


@pytest.mark.parametrize(("text", "value", "kind"), READ_WITHOUT_A_UNIT)
def test_numbers_without_a_coded_classifier_have_no_unit(text: str, value: int | Decimal, kind: str) -> None:
    figures, _ = read_paragraph(text, 2016)
    assert [(figure.value, figure.unit, figure.kind) for figure in figures] == [(value, None, kind)]


def test_each_share_is_that_of_the_figure_at_its_place() -> None:
    figures, _ = read_paragraph("收到申请100件，其中网络申请60件、信函申请40件，分别占60%和40%。", 2016)
    shares = [(figure.counted, figure.value) for figure in figures if figure.kind == "share"]
    assert shares == [("网络申请", 60), ("信函申请", 40)]


def test_a_rate_told_after_its_things_is_the_rate_of_each() -> None:
    figures, _ = read_paragraph("部门预算、部门决算全部在网上公开，公开率100%。", 2016)
    assert [(figure.counted, figure.value, figure.kind) for figure in figures] == [
        ("部门预算", 100, "disclosure_rate"),
        ("部门决算", 100, "disclosure_rate"),
    ]
