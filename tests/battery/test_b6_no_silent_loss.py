"""B6: nothing is lost. Words that stand nowhere else are put at random places of a document, and found again."""

import json
import random
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from tests.tools import examples

import govdisclosure as gd
from govdisclosure.limits import DEFAULT_LIMITS
from govdisclosure.readers.inputs import observe

MARKERS = 50
YEAR = 2022
TITLE = "青禾县自然资源局2022年政府信息公开工作年度报告"
SECTIONS = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)
SENTENCES = (
    "全年主动公开政府信息12条。",
    "收到政府信息公开申请3件，均已答复，其中予以公开2件。",
    "开设“土地公开”专栏，通过门户网站发布。",
    "本机关不存在收取费用的情况。",
    "下一步将加强学习",
)
HEADERS = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
#: The rows of the table: the label, and its numbers.
ROWS = (("规章", 1, 2, 3), ("行政规范性文件", 4, 5, 6))
ONE_NUMBER = (("行政许可", 7), ("行政处罚", 8), ("行政强制", 9))


#: Digits that are set raised or lowered are characters of that look.
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")


class Made:
    """A document in the making, with the markers that were put into it."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311
        self.markers: list[str] = []
        #: How likely a place gets one.
        self.share = 0.0

    def marker(self) -> str:
        self.markers.append(f"QX{len(self.markers):04}Z")
        return self.markers[-1]

    def maybe(self, form: str = "{}") -> str:
        """A marker in a form, or nothing."""
        return form.replace("{}", self.marker()) if "{}" in form and self.random.random() < self.share else ""

    def among(self, words: str) -> str:
        """Words with a marker somewhere in them, or without."""
        if self.random.random() >= self.share:
            return words
        at = self.random.randint(0, len(words))
        return words[:at] + self.marker() + words[at:]

    def sentences(self) -> list[str]:
        return [self.among(sentence) for sentence in self.random.sample(SENTENCES, self.random.randint(1, 4))]

    def rows(self) -> Iterator[list[str]]:
        """The rows of the table, with rows and columns that the form does not have, notes and spoilt labels."""
        column = self.random.random() < self.share
        yield [self.among("第二十条第（一）项")]
        yield [*map(self.among, HEADERS), *(f"备注{self.marker()}" for _ in range(column))]
        for label, *numbers in ROWS:
            yield [self.among(label), *map(self.cell, numbers), *(self.marker() for _ in range(column))]
            if self.random.random() < self.share:
                yield [f"其中：{self.marker()}", *map(self.cell, numbers)]
        for label, number in ONE_NUMBER:
            yield [self.among("信息内容"), self.among("本年处理决定数量")]
            yield [self.among(label), self.cell(number)]
        if self.random.random() < self.share:
            yield [self.marker(), self.marker(), self.cell(3)]
        yield ["信息内容", self.among("本年收费金额（单位：万元）")]
        yield ["行政事业性收费", self.cell(10)]
        if self.random.random() < self.share:
            yield [self.among("注：本表由办公室填报")]

    def cell(self, number: int) -> str:
        if self.random.random() >= self.share:
            return str(number)
        form = self.random.choice(
            ("{number}（{}）", "{number}{}", "{}", "{number}件（其中{}）", "约{number}{}", "{number}\u3000{}")
        )
        return form.replace("{number}", str(number)).replace("{}", self.marker())


def filled(write: Callable[[Made], str], seed: int) -> tuple[str, list[str]]:
    """A document with about as many markers as are due: the share is found by trying."""
    for share in (0.25, 0.4, 0.55, 0.7, 0.85, 1.0):
        made = Made(seed)
        made.share = share
        document = write(made)
        if len(made.markers) >= MARKERS:
            break
    assert all(marker in document for marker in made.markers)
    return document, made.markers


def page(made: Made) -> str:
    head = (
        f"<title>{made.among(TITLE)}</title>{made.maybe('<meta name=keywords content={}>')}"
        f"{made.maybe('<style>.{} {display:none}</style>')}{made.maybe('<script>var x = 1; // {}</script>')}"
    )
    menu = "".join(
        f"<li><a href=#>{made.among(word)}</a></li>" for word in ("首页", "政务公开", "办事服务", "互动交流")
    )
    body = "".join(part(made, number, heading) for number, heading in enumerate(SECTIONS))
    foot = "".join(f"<p>{made.among(words)}</p>" for words in ("主办：青禾县自然资源局", "版权所有", "联系我们"))
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body>{made.maybe('<!-- {} -->')}<ul>{menu}</ul>"
        f"{made.maybe()}<h1>{made.among(TITLE)}</h1>"
        f"<p>{made.among('发布时间：2023-01-20')} {made.among('来源：办公室')}</p>"
        f"{body}<p>{made.among('青禾县自然资源局')}</p><p>{made.among('2023年1月20日')}</p>"
        f"<div class=foot>{foot}</div></body></html>{made.maybe()}{made.maybe('<!--{}-->')}"
    )


def part(made: Made, number: int, heading: str) -> str:
    extras = (
        *(
            "<!-- {} -->",
            "<p hidden>{}</p>",
            "<div style='display:none'>{}</div>",
            "<span style='visibility:hidden'>{}</span>",
        ),
        *("<img src=a.png alt='{}'>", "<script>call('{}')</script>", "<a title={}>附件</a>"),
        *(
            "<input value='{}'>",
            "<textarea>{}</textarea>",
            "<select><option>{}</option></select>",
            "<pre>{}\n  {}</pre>",
        ),
        *("<sup>{}</sup>", "<h3>{}</h3>", "<ul><li>{}<li>二</ul>", "{}", "<template>{}</template>", "<p>{}<br>{}</p>"),
        *(
            "<table><caption>{}</caption><tr><td>{}</table>",
            "<iframe>{}</iframe>",
            "<svg><text>{}</text></svg>",
            "<br>{}<br>",
        ),
        *("<button>{}</button>", "<blockquote>{}</blockquote>", "<details><summary>{}</summary>{}</details>"),
    )
    chosen = made.random.sample(extras, 4)
    written = f"<h2>{'一二三四五'[number]}、{made.among(heading)}</h2>" + "".join(
        f"<p>{s}</p>" for s in made.sentences()
    )
    written += "".join(made.maybe(extra) for extra in chosen)
    return written + (html_table(made) if number == 1 else "")


def html_table(made: Made) -> str:
    rows = []
    for row in made.rows():
        name = made.random.choice(("td", "td", "th"))
        wide = " colspan=4" if len(row) == 1 else ""
        cells = "".join(f"<{name}{wide}>{text}</{name}>" for text in row)
        hidden = made.maybe("<tr style='display:none'><td>{}</td></tr>")
        rows.append(f"<tr>{cells}{made.maybe('<td hidden>{}</td>')}</tr>{hidden}{made.maybe('<!--{}-->')}")
    caption = made.maybe("<caption>{}</caption>")
    return f"{made.maybe()}<table border=1>{caption}{''.join(rows)}</table>{made.maybe('<p>{}</p>')}"


def text(made: Made) -> str:
    return "\n".join(lines(made, made.random.choice((tabbed, spaced, one_a_line, by_commas))))


def lines(made: Made, table: Callable[[Made], list[str]], mark: str = "") -> Iterator[str]:
    yield made.among("首页 > 政务公开 > 年报") + made.maybe()
    yield mark + made.among(TITLE)
    yield made.among("发布时间：2023-01-20 来源：办公室")
    for number, heading in enumerate(SECTIONS):
        yield mark * 2 + f"{'一二三四五'[number]}、{made.among(heading)}"
        yield from made.sentences()
        yield made.maybe()
        if number == 1:
            yield from ("", *table(made), "", made.maybe("注：{}"))
        yield made.maybe(
            made.random.choice(("（一）{}", "- {}", "1.{}", "<!-- {} -->", "\u3000\u3000{}\t{}", "“{}”", "{}。"))
        )
    yield made.among("青禾县自然资源局")
    yield made.among("2023年1月20日")
    yield made.among("版权所有：青禾县自然资源局") + made.maybe()


def tabbed(made: Made) -> list[str]:
    return ["\t".join(row) for row in made.rows()]


def spaced(made: Made) -> list[str]:
    return ["".join(cell.ljust(24) for cell in row).rstrip() for row in made.rows()]


def one_a_line(made: Made) -> list[str]:
    return [cell for row in made.rows() for cell in row]


def by_commas(made: Made) -> list[str]:
    return [",".join(row) for row in made.rows()]


def markdown(made: Made) -> str:
    return "\n".join(lines(made, piped, "# "))


def piped(made: Made) -> list[str]:
    rows = [f"| {' | '.join(row)} |" for row in made.rows()]
    return [rows[0], "|---|---|---|---|", *rows[1:]]


# --- finding them again


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def check(data: bytes, markers: list[str]) -> None:
    draft = gd.read(data)
    observed, _ = observe(data, "a", None, DEFAULT_LIMITS)
    said = gd.dumps(draft.report) if draft.report else ""
    rest = [stretch.text.translate(RAISED) for stretch in draft.left_over]
    plain = said.translate(RAISED)
    lost = [marker for marker in markers if marker not in plain and not any(marker in one for one in rest)]
    assert not lost
    assert_in_order(draft, observed.text)
    assert_covered(draft, observed.text, said)


def assert_in_order(draft: gd.Draft, source: str) -> None:
    """What is left over stands in order, apart from each other, and is what stands there."""
    for stretch in draft.left_over:
        assert 0 <= stretch.start < stretch.end <= len(source)
        assert stretch.text == source[stretch.start : stretch.end]
    assert all(one.end <= other.start for one, other in pairwise(draft.left_over))


def assert_covered(draft: gd.Draft, source: str, said: str) -> None:
    """Every line of what is not left over is in the report, character for character."""
    told = "\0".join(strings(json.loads(said))) if said else ""
    told += "\0" + "".join(headings(json.loads(said)["sections"]) if said else ())
    bounds = [0, *(bound for stretch in draft.left_over for bound in (stretch.start, stretch.end)), len(source)]
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        for line in source[start:end].splitlines():
            words = line.strip(" \t\u3000\xa0")
            assert words in told


def headings(sections: list[dict[str, Any]]) -> Iterator[str]:
    for section in sections:
        first = "".join(section.get("paragraphs", [])[:1])  # may stand on the line of its heading
        yield f"{section.get('number') or ''}{section.get('heading') or ''}{first}\0"
        yield from headings(section.get("subsections", []))


@pytest.mark.parametrize("seed", range(examples(140, 1400)))
def test_pages(seed: int) -> None:
    document, markers = filled(page, seed)
    assert len(markers) >= MARKERS
    check(document.encode(), markers)


@pytest.mark.parametrize("seed", range(examples(100, 1000)))
def test_texts(seed: int) -> None:
    document, markers = filled(text, seed)
    check(document.encode(), markers)


@pytest.mark.parametrize("seed", range(examples(60, 600)))
def test_markdown(seed: int) -> None:
    document, markers = filled(markdown, seed)
    check(document.encode(), markers)


# --- the same on paper


def paper(made: Made) -> tuple[bytes, str]:
    """A PDF with all that was put on it: head and foot on every page, a ruled table, lines above and below it."""
    pdf = pytest.importorskip("tests.battery.test_c4_pdf", reason="the extra pdf-read is not installed")
    pdf.registerFont(pdf.UnicodeCIDFont(pdf.SONG))
    put: list[str] = []

    def line(sheet: Any, x: float, y: float, text: str, size: float = 10) -> None:
        pdf.put(sheet, x, y, text, size)
        put.append(text)

    top, bottom = made.among("青禾县政府信息公开年报"), made.among("第1页")

    def furniture(sheet: Any) -> None:
        line(sheet, 60, 20, top, 9)
        line(sheet, 280, 810, bottom, 9)

    def first(sheet: Any) -> None:
        furniture(sheet)
        for number, text in enumerate([made.among(TITLE), *opening(made)]):
            line(sheet, 60, 60 + 22 * number, text)

    def second(sheet: Any) -> None:
        furniture(sheet)
        rows = [row for row in made.rows() if len(row) in (1, 2, 4)]
        ys = [60.0 + 24 * number for number in range(len(rows) + 1)]
        cells = {}
        for number, row in enumerate(rows):
            width = 4 // len(row)
            cells |= {(number, width * i, number + 1, width * (i + 1)): text for i, text in enumerate(row)}
        put.extend(cells.values())
        pdf.ruled(sheet, [40.0, 170.0, 300.0, 430.0, 560.0], ys, cells)
        for number in range(6):
            line(sheet, 60, ys[-1] + 30 + 22 * number, made.among(made.random.choice(SENTENCES)))
        line(sheet, 400, 700, made.among("青禾县自然资源局"))
        line(sheet, 400, 722, "2023年1月20日")

    document: bytes = pdf.drawn(first, second)
    return document, "\n".join(put)


def opening(made: Made) -> Iterator[str]:
    for number, heading in enumerate(SECTIONS):
        yield f"{'一二三四五'[number]}、{made.among(heading)}"
        yield from made.sentences()


@pytest.mark.parametrize("seed", range(examples(20, 200)))
def test_papers(seed: int) -> None:
    made = Made(seed)
    made.share = 1.0
    document, words = paper(made)
    markers = [marker for marker in made.markers if marker in words]
    draft = gd.read(document)
    said = gd.dumps(draft.report) if draft.report else ""
    rest = [stretch.text for stretch in draft.left_over]
    assert len(markers) >= 30
    assert not [marker for marker in markers if marker not in said and not any(marker in one for one in rest)]
    assert all(one.end <= other.start for one, other in pairwise(draft.left_over))
    if seed < 4:
        observed, _ = observe(document, "a", None, DEFAULT_LIMITS)
        assert_in_order(draft, observed.text)
        assert_covered(draft, observed.text, said)
