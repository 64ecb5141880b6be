"""D6, exactness: sums, differences and shares are those of exact fractions, without a tolerance of their own."""

from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import Annotated, ClassVar

import attrs
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from tests.tables import report, rule_findings
from tests.tools import examples

import govdisclosure as gd
from govdisclosure import catalog
from govdisclosure.cell import Amount
from govdisclosure.declare import Balance, Column, Linear, Sum, Table
from govdisclosure.finding import Finding
from govdisclosure.forms.cn.y2021 import CN2021
from govdisclosure.model import Metric, MetricKind, Statistics, Unit
from govdisclosure.vintage import Vintage


@attrs.frozen(kw_only=True)
class Money:
    """What was collected, waived and due."""

    collected: Annotated[Amount, Column("Collected")]
    waived: Annotated[Amount, Column("Waived")]
    refunded: Annotated[Amount, Column("Refunded")]
    due: Annotated[Amount, Column("Due")]


@attrs.frozen(kw_only=True)
class Fees(Statistics):
    """A table of exact decimals."""

    FORM: ClassVar[str] = "zz-fees"
    RULES: ClassVar[tuple[Linear, ...]] = (
        Sum("due-total", "Due equals its parts", total="fees.due",
            parts=("fees.collected", "fees.waived", "fees.refunded")),
        Balance("due-balance", "Both add up", left=("fees.due", "fees.refunded"),
                right=("fees.collected", "fees.waived")),
    )  # fmt: skip

    fees: Annotated[Money, Table("Fees", unit=Unit.CNY)]


VINTAGE = Vintage(id="zz-fees", country="ZZ", language="en", title="Fees", years=(2020, None), sources=(), contents=(),
                  deadlines=(), statistics=Fees)  # fmt: skip

decimals = st.builds(lambda digits, places: Decimal(digits).scaleb(-places), st.integers(0, 10**12), st.integers(0, 6))


def found(*amounts: Decimal) -> list[Finding]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(catalog._FORMS, VINTAGE.id, VINTAGE)
        return rule_findings(report(Fees(fees=Money(**dict(zip(("collected", "waived", "refunded", "due"), amounts,
                                                               strict=True))))))  # fmt: skip


@settings(max_examples=examples(250, 10_000), deadline=None)
@given(st.tuples(decimals, decimals, decimals, decimals))
@example((Decimal("0.07"), Decimal("0.07"), Decimal("0.07"), Decimal("0.21")))
@example((Decimal("0.1"), Decimal("0.2"), Decimal(0), Decimal("0.3")))
@example((Decimal(999999999999), Decimal("0.000001"), Decimal(0), Decimal("999999999999.000002")))
def test_sums_of_decimals_are_exact(amounts: tuple[Decimal, ...]) -> None:
    collected, waived, refunded, due = map(Fraction, amounts)
    sides = {"due-total": (due, collected + waived + refunded), "due-balance": (due + refunded, collected + waived)}
    wrong = {code: (left, right) for code, (left, right) in sides.items() if left != right}
    told = {one.code: one for one in found(*amounts)}
    assert told.keys() == wrong.keys()
    for code, one in told.items():
        assert isinstance(one.left.value, Decimal)
        assert isinstance(one.right.value, Decimal)
        assert (Fraction(one.left.value), Fraction(one.right.value)) == wrong[code]
        assert isinstance(one.difference, Decimal)
        assert Fraction(one.difference) == wrong[code][0] - wrong[code][1]


@settings(max_examples=examples(100, 5_000), deadline=None)
@given(st.tuples(decimals, decimals, decimals))
def test_right_sums_of_decimals_are_not_told(parts: tuple[Decimal, ...]) -> None:
    assert [one.code for one in found(*parts, sum(parts, Decimal()))] in ([], ["due-balance"])


@settings(max_examples=examples(150, 5_000), deadline=None)
@given(st.integers(0, 999), st.integers(1, 999), st.integers(0, 4), st.integers(-3, 3))
@example(13, 27, 2, 0)  # 48.15 %
@example(4, 29, 1, 0)  # 13.8 %
def test_a_share_is_compared_to_its_last_printed_place(part: int, whole: int, places: int, steps: int) -> None:
    """48.07 % may be 48.0650... to 48.0750...; one hundredth of a point is the least step."""
    assume(part <= whole)
    exact = Fraction(part * 100, whole)
    step = Decimal(1).scaleb(-places)
    stated = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(step, ROUND_HALF_EVEN) + steps * step
    assume(stated >= 0)
    made = report(gd.blank(CN2021))
    for path, value in (("results.granted.total", part), ("results.total.total", whole)):
        made = gd.replace(made, f"statistics.requests.{path}", value)
    metric = Metric(kind=MetricKind.SHARE, value=stated, unit=Unit.PERCENT, counted="予以公开")
    told = [one for one in gd.check(attrs.evolve(made, metrics=(metric,))) if one.code == "stated-granted-share"]
    allowed = max(Fraction(step) / 2, Fraction(1, 100))
    distance = abs(Fraction(stated) - exact)
    if distance + Fraction(1, 10_000) < allowed:
        assert told == []
    elif distance > allowed + Fraction(1, 10_000):
        assert [one.left.value for one in told] == [stated]
