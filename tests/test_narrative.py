"""The narrative reader on annotated sentences and reports: it does not fall below what the docs state."""

import json
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
