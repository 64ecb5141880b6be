"""What a comparison consists of: reports as columns, facts as rows, shares of totals, and what is not comparable."""

from decimal import Decimal

import attrs

from govdisclosure.cell import CellValue
from govdisclosure.codelist import CodeList
from govdisclosure.displayed import Displayed
from govdisclosure.form import CellForm, Header, TableForm
from govdisclosure.model import Report

__all__ = ["Change", "Comparison", "Group", "Row", "Share", "Uncompared", "Why"]


class Why(CodeList):
    """Why a figure of one report is not set beside those of the others."""

    OTHER_FORM = "other_form", "其他格式无此项", "只有一种格式有这一项，其他报告按别的格式编制"
    OTHER_WORDS = "other_words", "表述不同", "各格式在同一位置的表述或者单位不同"
    REPEATED = "repeated", "按机构重复", "这一项按填报机构重复列出，各报告的机构不同"
    NO_TABLES = "no_tables", "无统计表", "报告没有法定统计表"


@attrs.frozen(kw_only=True)
class Change:
    """From one year's number to the next one's. ``percent`` is of the earlier number, to one place.

    ``None`` where a number is unknown; ``percent`` also where the earlier number is not above zero.
    """

    earlier: int
    later: int
    difference: int | Decimal | None
    percent: Decimal | None


@attrs.frozen(kw_only=True)
class Row:
    """A fact of several reports: its cell as the latest form declares it, and a value for each report.

    A value is ``None`` where the report's form has no such row, or the report does not print it (``printed`` then
    says which). ``changes`` are those between neighbouring years of one body.
    """

    cell: CellForm
    table: TableForm
    values: tuple[CellValue | None, ...]
    declared: tuple[bool, ...]
    changes: tuple[Change, ...]


@attrs.frozen(kw_only=True)
class Share:
    """A row as a share of the total that the forms declare it a part of, in per cent, to one place.

    ``None`` where part or total is unknown, where the total is zero, and where the report's form declares no such sum
    (``declared`` then says which).
    """

    part: Row
    whole: Row
    percents: tuple[Decimal | None, ...]
    declared: tuple[bool, ...]


@attrs.frozen(kw_only=True)
class Group:
    """Parts of a total that forms print under one header, ``headers`` from the outside in, without a sum of their own.

    ``values`` is what they add up to in each report, and ``percents`` its share of the total, to one place: ``None``
    where a part is unknown, and where the report's form does not have just these parts under the header (``declared``
    then says which). A row that is not printed adds nothing.
    """

    headers: tuple[Header, ...]
    shares: tuple[Share, ...]
    declared: tuple[bool, ...]
    values: tuple[int | Decimal | None, ...]
    percents: tuple[Decimal | None, ...]


@attrs.frozen(kw_only=True)
class Uncompared:
    """A figure that stands in no row, or a report without figures (``cell`` is then ``None``).

    ``columns`` are the reports concerned, by their number.
    """

    why: Why
    cell: CellForm | None
    table: TableForm | None
    columns: tuple[int, ...]


@attrs.frozen(kw_only=True)
class Comparison(Displayed):
    """Reports side by side, those of one body by year, bodies by name.

    Of the ``rows``, ``totals`` are those that forms add up or balance and that are part of nothing larger, ``carried``
    those that one year hands to the next. ``groups`` are of the ``shares``.
    """

    reports: tuple[Report, ...]
    rows: tuple[Row, ...]
    shares: tuple[Share, ...]
    groups: tuple[Group, ...]
    totals: tuple[Row, ...]
    carried: tuple[Row, ...]
    uncompared: tuple[Uncompared, ...]
