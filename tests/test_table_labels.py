"""Labels decide which number is whose: columns and rows in other orders, joined, divided otherwise, printed twice."""

import itertools
from collections.abc import Sequence

import pytest
from tests.test_table_reader import codes, page, proactive, row, tables

import govdisclosure as gd
from govdisclosure.cell import Absent
from govdisclosure.forms.cn.y2021 import CN2021

WHO = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
FIELDS = ("natural_person", "commercial", "research", "social_welfare", "legal_service", "other", "total")
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
RESULTS = ("upheld", "corrected", "other", "pending", "total")
GROUPS = ("行政复议", "未经复议直接起诉", "复议后起诉")
DENIED = ("1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益")
SIZE = 7


def numbers(start: int, many: int = 6) -> list[int]:
    """Different numbers with their sum behind them."""
    made = [start + 3 * index for index in range(many)]
    return [*made, sum(made)]


def requests(order: Sequence[int] = range(SIZE), rows: Sequence[int] = range(4), heads: Sequence[str] = WHO) -> str:
    """Some rows of section three, with its columns and the grounds of refusal in an order."""
    lines = [row("项目", "申请人情况"), row("", *(heads[index] for index in order))]
    first = ("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（二）部分公开")
    grounds = [DENIED[index] for index in rows]
    starts = {label: 10 * index + 11 for index, label in enumerate((*first, *DENIED))}
    lines += [row(label, *(str(numbers(starts[label])[index]) for index in order)) for label in (*first, *grounds)]
    return f"<table>{''.join(lines)}</table>"


def printed(found: CN2021) -> dict[str, list[object]]:
    """The numbers of those rows."""
    results = found.requests.results
    rows = {"received": found.requests.received, "carried_in": found.requests.carried_in, "granted": results.granted,
            "partly_granted": results.partly_granted, "state_secret": results.denied.state_secret,
            "forbidden_by_law": results.denied.forbidden_by_law, "third_party": results.denied.third_party,
            "security_stability": results.denied.security_stability}  # fmt: skip
    return {name: [getattr(one, field) for field in FIELDS] for name, one in rows.items()}


EXPECTED = printed(tables(page(requests())))


def test_columns_in_their_own_order() -> None:
    assert EXPECTED["received"] == numbers(11)
    assert EXPECTED["security_stability"] == numbers(71)


@pytest.mark.parametrize("pair", list(itertools.combinations(range(SIZE), 2)))
def test_exchanged_columns_keep_their_numbers(pair: tuple[int, int]) -> None:
    order = list(range(SIZE))
    order[pair[0]], order[pair[1]] = order[pair[1]], order[pair[0]]
    draft = page(requests(order))
    assert printed(tables(draft)) == EXPECTED
    assert not codes(draft) & {"column-extra", "column-missing", "cell-missing"}


@pytest.mark.parametrize("rows", [(1, 0, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_exchanged_rows_keep_their_numbers(rows: tuple[int, ...]) -> None:
    assert printed(tables(page(requests(rows=rows)))) == EXPECTED


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_columns_of_section_two_in_any_order(order: tuple[int, ...]) -> None:
    heads, cells = ("本年制发件数", "本年废止件数", "现行有效件数"), ("5", "2", "31")
    text = proactive({"行政规范性文件": " ".join(cells[index] for index in order)})
    text = text.replace(row("信息内容", *heads), row("信息内容", *(heads[index] for index in order)))
    found = tables(page(text)).proactive.normative_documents
    assert (found.issued, found.repealed, found.in_force) == (5, 2, 31)


def challenges(order: Sequence[int], heads: Sequence[str] = GROUPS) -> str:
    """Section four with the results of each group in an order."""
    groups = "".join(f'<td colspan="5">{head}</td>' for head in heads)
    results = [OUTCOMES[index] for _ in heads for index in order]
    cells = [str(numbers(2 + 10 * group, 4)[index]) for group in range(len(heads)) for index in order]
    return f"<table><tr>{groups}</tr>{row(*results)}{row(*cells)}</table>"


def outcomes(draft: gd.Draft) -> list[list[object]]:
    found = tables(draft).challenges
    groups = (found.review, found.litigation_direct, found.litigation_after_review)
    return [[getattr(one, field) for field in RESULTS] for one in groups]


@pytest.mark.parametrize("order", [(4, 0, 1, 2, 3), (0, 1, 3, 2, 4), (3, 2, 1, 0, 4)])
def test_results_of_reviews_in_another_order(order: tuple[int, ...]) -> None:
    assert outcomes(page(proactive(), challenges(order))) == [numbers(2, 4), numbers(12, 4), numbers(22, 4)]


def test_lawsuits_that_are_not_divided_are_those_of_neither_kind() -> None:
    draft = page(proactive(), challenges(range(5), ("行政复议", "行政诉讼")))
    blank = [Absent.BLANK] * 5
    assert outcomes(draft) == [numbers(2, 4), blank, blank]
    assert {"column-extra", "column-missing"} <= codes(draft)


@pytest.mark.parametrize("joined", ["法人或其他组织", "法人和其他组织", "商业企业、科研机构"])
def test_a_number_of_several_columns_is_that_of_none(joined: str) -> None:
    heads = ("自然人", joined, "总计")
    lines = [row("", *heads), row("一、本年新收政府信息公开申请数量", "41", "9", "50")]
    lines += [row("二、上年结转政府信息公开申请数量", "3", "2", "5"), row("四、结转下年度继续办理", "4", "0", "4")]
    draft = page(proactive(), f"<table>{''.join(lines)}</table>")
    received = tables(draft).requests.received
    assert [getattr(received, field) for field in FIELDS] == [41, *[Absent.BLANK] * 5, 50]
    told = [one for one in draft.findings if one.code == "column-missing"]
    assert [one.severity for one in told] == ["warning"]
    assert "statistics.requests.received.other" in told[0].left.paths


@pytest.mark.parametrize(
    "label",
    ["其他文件（除行政规范性文件以外）", "非行政许可审批", "其他行政许可", "行政处罚、行政强制", "上年行政处罚"],
)
def test_a_row_that_shares_words_with_one_of_the_form_is_another_row(label: str) -> None:
    draft = page(proactive(extra=row(label, "64")))
    assert tables(draft) == tables(page(proactive())) or tables(draft).extra[0].labels == (label,)
    found, own = tables(draft).proactive, tables(page(proactive())).proactive
    assert found == own


@pytest.mark.parametrize("label", ["非行政许可审批", "其他行政许可", "行政许可、行政确认和行政处罚"])
def test_such_a_row_does_not_stand_for_one_that_is_missing(label: str) -> None:
    draft = page(proactive().replace("<td>行政许可</td>", f"<td>{label}</td>"))
    assert tables(draft).proactive.licensing.decisions is Absent.BLANK
    assert {"row-missing", "row-extra"} <= codes(draft)


def test_a_header_that_is_lost_is_told_by_its_neighbours() -> None:
    heads = list(WHO)
    heads[2] = ""
    draft = page(requests(heads=heads))
    assert printed(tables(draft)) == EXPECTED
    (told,) = [one for one in draft.findings if one.code == "column-by-order"]
    assert told.params["labels"] == "科研机构"


def test_groups_as_rows_and_as_tables_of_their_own() -> None:
    wanted = [numbers(2, 4), numbers(12, 4), numbers(22, 4)]
    rows = "".join(row(group, *map(str, own)) for group, own in zip(GROUPS, wanted, strict=True))
    assert outcomes(page(proactive(), f"<table>{row('类别', *OUTCOMES)}{rows}</table>")) == wanted
    apart = [
        f"<p>（{n}）{group}情况</p><table>{row(*OUTCOMES)}{row(*map(str, own))}</table>"
        for n, group, own in zip("一二三", GROUPS, wanted, strict=True)
    ]
    for order in itertools.permutations(range(3)):
        assert outcomes(page(proactive(), *(apart[index] for index in order))) == wanted


def test_of_two_printings_one_is_read_whole() -> None:
    other = requests().replace("<td>11</td>", "<td>811</td>").replace(row(DENIED[3], *map(str, numbers(81))), "")
    draft = page(f"<p>全县情况</p>{requests()}<p>本级情况</p>{other}")
    assert printed(tables(draft)) == EXPECTED
    draft = page(f"<p>本级情况</p>{other}<p>全县情况</p>{requests()}")
    assert printed(tables(draft)) == EXPECTED
    draft = page(f"<p>2022年</p>{requests()}<p>2023年</p>{other}")
    found = printed(tables(draft))
    assert found["received"][0] == 811
    assert found["third_party"] != EXPECTED["third_party"]
