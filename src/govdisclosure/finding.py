"""Findings: what a reader or a check noticed, as data. Text is made last, from a catalog."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

import attrs

from govdisclosure.codelist import CodeList
from govdisclosure.declare import MAX_COUNT, Label
from govdisclosure.displayed import Displayed
from govdisclosure.finding_codes import RULES
from govdisclosure.place import Place

__all__ = ["MISSING", "Finding", "Findings", "Severity", "Side", "Verdict", "finding"]


#: What the code of a rule ends with where its total is blank and its parts are not.
MISSING = "-missing"


class Severity(CodeList):
    """How much a finding matters. Only errors and warnings touch the exit code of the command."""

    ERROR = "error", "错误", "数据不可能同时成立，或者违反法定要求"
    WARNING = "warning", "警告", "很可能有误，需要核对"
    INFO = "info", "提示", "供参考，或者现有数据不足以判定"


class Verdict(CodeList):
    """What became of the rule."""

    FAILED = "failed", "不成立", "现有数据无论如何不能满足规则"
    UNDECIDED = "undecided", "无法判定", "数据不全，规则可能成立也可能不成立"
    NOTED = "noted", "记录", "阅读时注意到的情况"


def _sorted(pairs: Mapping[str, str]) -> Mapping[str, str]:
    return dict(sorted(pairs.items()))


def _portable(value: Any) -> Any:
    """A sum of counts can be larger than an integer that every JSON reader keeps: it is then an exact decimal."""
    return Decimal(value) if type(value) is int and abs(value) > MAX_COUNT else value


@attrs.frozen(kw_only=True)
class Side:
    """One side of a rule: the paths it rests on, the value they give, and where the words stand."""

    paths: Annotated[tuple[str, ...], Label("路径")] = ()
    value: Annotated[int | Decimal | str | None, Label("数值")] = attrs.field(default=None, converter=_portable)
    places: Annotated[tuple[Place, ...], Label("出处")] = ()


@attrs.frozen(kw_only=True)
class Finding(Displayed):
    """One thing that was noticed, with the numbers and places on both sides.

    ``code`` is stable and explained by ``govdisclosure explain CODE``. ``difference`` is left minus right where
    both are numbers. ``params`` are further words of the message. ``agrees_if_blank_is_zero`` is set on
    undecided arithmetic alone. A finding states; it does not accuse.
    """

    code: Annotated[str, Label("代码")]
    severity: Annotated[Severity, Label("级别")]
    verdict: Annotated[Verdict, Label("结论")]
    left: Annotated[Side, Label("左边")]
    right: Annotated[Side | None, Label("右边")] = None
    difference: Annotated[int | Decimal | None, Label("左边减右边之差")] = attrs.field(
        default=None, converter=_portable
    )
    params: Annotated[Mapping[str, str], Label("说明中的用语")] = attrs.field(factory=dict, converter=_sorted)
    agrees_if_blank_is_zero: Annotated[bool | None, Label("空白视为零时是否成立")] = None

    @property
    def paths(self) -> tuple[str, ...]:
        """All paths on both sides, left first."""
        return self.left.paths + (self.right.paths if self.right else ())

    @property
    def places(self) -> tuple[Place, ...]:
        """All places on both sides, left first."""
        return self.left.places + (self.right.places if self.right else ())


class Findings(tuple[Finding, ...], Displayed):
    """Findings as checks give them: a tuple like any other, which a notebook shows as a table."""

    __slots__ = ()


def finding(
    code: str,
    left: Side,
    right: Side | None = None,
    *,
    severity: Severity | None = None,
    verdict: Verdict = Verdict.FAILED,
    params: Mapping[str, str] | None = None,
) -> Finding:
    """A finding under a catalogued code, with the code's own severity unless another is given."""
    rule = RULES[code]
    difference = None
    if right and not isinstance(left.value, str | None) and not isinstance(right.value, str | None):
        difference = left.value - right.value
    return Finding(
        code=code,
        severity=severity or Severity.of(rule.severity),
        verdict=verdict,
        left=left,
        right=right,
        difference=difference,
        params=params or {},
    )
