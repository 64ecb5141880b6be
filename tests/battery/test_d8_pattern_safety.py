"""D8, pattern safety: every pattern of the readers against texts pumped from it, and a lint of its parse."""

import math
import re
import time
from collections.abc import Callable
from functools import partial

import pytest
from tests.battery.patterns import SHAPES, Found, faults, patterns, pumped
from tests.narratives import PAGE

import govdisclosure as gd
from govdisclosure.model import Report
from govdisclosure.readers.narrative import read_paragraph

PATTERNS = patterns()
SIZES = (1_000, 10_000, 20_000)
#: Seconds that one pattern may take for one text, and below which growth is not measured.
MOST, MEASURABLE = 0.1, 0.005
#: How fast time may grow with the text: 1 is linear, 2 quadratic.
GROWTH = 1.5

every_pattern = pytest.mark.parametrize("name", PATTERNS)


def seconds(work: Callable[[], object], enough: float = 0) -> float:
    """The time of the best of three tries on this thread alone; one is enough if it is fast, or hopelessly slow."""
    best = math.inf
    for _ in range(3):
        start = time.thread_time()
        work()
        best = min(best, time.thread_time() - start)
        if best <= enough or 0 < 4 * enough < best:
            break
    return best


def test_patterns_are_found_in_every_module() -> None:
    modules = {re.split("[.:]", name.removeprefix("narrative."))[0] for name in PATTERNS}
    expected = {
        "lexicon",
        "words",
        "tokens",
        "zeros",
        "named",
        "powers",
        "page",
        "sections",
        "lines",
        "document",
        "opening",
        "plain",
        "markdown",
        "tables",
        "html",
        "numbers",
    }
    assert expected <= modules
    assert len(PATTERNS) > 200


@every_pattern
def test_no_construction_that_can_run_away(name: str) -> None:
    assert faults(PATTERNS[name].pattern) == []


def slow(found: Found, shape: str) -> str | None:
    """What is too slow about a pattern for texts of one shape; larger texts are not tried after a failure."""
    texts = [pumped(found.pattern, shape, size) for size in SIZES]
    for text in texts:
        taken = seconds(partial(found.use, text), MOST)
        if taken > MOST:
            return f"{shape!r}, {len(text)} characters: {taken * 1000:.0f} ms"
    if taken > MEASURABLE and not any(growth(found, *texts[1:]) <= GROWTH for _ in range(3)):
        return f"{shape!r}: time grows faster than the text"
    return None


def growth(found: Found, small: str, large: str) -> float:
    """The power of the length with which time grows, by the best times of a text and one twice as long."""
    return math.log2(seconds(partial(found.use, large)) / seconds(partial(found.use, small)))


@every_pattern
def test_time_stays_small_and_grows_with_the_text(name: str) -> None:
    assert [one for shape in SHAPES if (one := slow(PATTERNS[name], shape))] == []


# --- whole paragraphs ---------------------------------------------------------------------------------------

#: What a paragraph is pumped from.
UNITS = (
    *(
        "收到申请",
        "收到政府信息公开申请12件，",
        "1",
        "1,",
        "1 ",
        "一百",
        "二十",
        "万",
        "近",
        "百分之",
        "12条",
        "12条、",
    ),
    *("主动公开政府信息12条，其中", "其中部门动态156条、公文公告128条，", "行政许可7项、", "其他权力5项", "未收到"),
    *("共有行政权力188项，其中行政许可7项、", "无行政复议和行政诉讼，", "未收到、无、", "均为零", "《", "《专栏》、"),
    *("“", "（", "（12件）", "、", "，", "。", "较上年增长12%，", "由12项调整为13项，", "2014年", "每年12次", "的"),
    *("政", "分别为12件、13件、", "等", " ", "\u3000", "100%"),
    *("平均办理时限13.8个工作日，", "对系统、平台、"),
    *("设立", "12类、13项", "占12%，", "与", "和及或与以及", "大约", "第", "12.5.", "１２，", "12 345 "),
)

#: Characters of a paragraph and the seconds in which it has to be read.
PARAGRAPHS = ((2_000, 0.25), (5_000, 0.5), (20_000, 2.0))


@pytest.mark.parametrize("unit", UNITS)
def test_a_whole_paragraph_is_read_in_time(unit: str) -> None:
    for size, most in PARAGRAPHS:
        text = (unit * (size // len(unit) + 1))[:size]
        taken = seconds(partial(read_paragraph, text, 2014), most)
        assert taken <= most, f"{size} characters: {taken:.1f} s"


# --- whole reports ------------------------------------------------------------------------------------------


def long_page(paragraphs: int) -> bytes:
    """A page of so many like paragraphs with three figures each."""
    heading, paragraph = "    一、主动公开情况\n", "    主动公开信息308条，其中部门动态156条、公文公告152条。\n"
    return PAGE.replace(heading, heading + paragraph * paragraphs).encode()


@pytest.fixture(scope="module")
def long_pages() -> tuple[bytes, bytes]:
    """A page, and one four times as long."""
    return long_page(400), long_page(1_600)


#: What is done with a report, in the order of a run.
WORK: dict[str, Callable[[Report], object]] = {
    "check": gd.check,
    "facts": gd.facts,
    "html": partial(gd.render, to="html"),
    "markdown": partial(gd.render, to="markdown"),
    "text": partial(gd.render, to="text"),
    "dumps": gd.dumps,
    "loads": lambda report: gd.loads(gd.dumps(report)),
}


def assert_in_proportion(small: Callable[[], object], large: Callable[[], object]) -> None:
    """Four times as much takes four times as long, not sixteen; ten is half way."""
    ratios = [seconds(large) / max(seconds(small), 0.002) for _ in range(2)]
    assert min(ratios) < 10, f"four times as much takes {min(ratios):.0f} times as long"


def test_reading_takes_time_in_proportion(long_pages: tuple[bytes, bytes]) -> None:
    small, large = long_pages
    assert_in_proportion(partial(gd.read, small), partial(gd.read, large))


@pytest.mark.parametrize("name", WORK)
def test_what_follows_takes_time_in_proportion(name: str, long_pages: tuple[bytes, bytes]) -> None:
    small, large = (gd.read(page).report for page in long_pages)
    assert_in_proportion(partial(WORK[name], small), partial(WORK[name], large))
