"""Numbers, rates, money, dates and lists beside those of another implementation of CLDR: Node's ``Intl``.

``intl-differences.json`` lists every difference with its cause. A difference that is not listed fails, and so does
a listed one that is gone or has become another.
"""

import json
import os
import subprocess
from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from babel.core import get_global
from babel.localedata import locale_identifiers
from tests.tools import ROOT, need

from govdisclosure.locales import formatter
from govdisclosure.locales.formatter import Formatter

LISTED = json.loads((ROOT / "tests" / "intl-differences.json").read_text("utf-8"))
VALUES: dict[str, list[Any]] = {
    "numbers": [
        *("0", "7", "12", "999", "1000", "9999", "10000", "123456", "1234567", "12345678901", "9007199254740991"),
        *("-1", "-12", "-1000", "-12345", "0.5", "48.07", "48.70", "1000.0", "1234.50", "-0.07", "-12345.678"),
        "123456789012345678901234567890.10",
    ],
    "rates": ["0", "1", "50", "100", "985", "12345", "-7", "48.07", "48.70", "-3.50", "0.000001"],
    "amounts": ["0", "1", "2", "3", "5", "11", "21", "100", "1000", "0.50", "1.00", "1.5", "120000000.10", "-3.5"],
    "dates": [f"{2007 + month}-{month:02}-{day:02}" for month, day in enumerate((1, 28, 31, 4, 5, 6, 7) * 2, 1)][:12],
    "lists": [["A"], ["A", "B"], ["A", "B", "C"], ["A", "B", "C", "D"]],
}
#: Kinds of values, and locales that have to be among those compared.
OF_NOTE = {"ar", "bo", "en", "kk", "kk-Arab", "ko", "mn", "ug", "yue", "zh-Hans", "zh-Hant", "zh-Hant-HK"}


def ours(form: Formatter, kind: str, value: Any) -> str:
    """What the library writes for a value."""
    match kind:
        case "amounts":
            return form.money(Decimal(value))
        case "dates":
            return form.day(date.fromisoformat(value))
        case "lists":
            return form.listed(value)
    number = Decimal(value) if "." in value else int(value)
    return form.percent(number) if kind == "rates" else form.number(number)


@pytest.fixture(scope="module")
def node() -> dict[str, Any]:
    """What Node writes, for every locale that it and Babel know."""
    command = [need("node", "it writes the values independently"), str(ROOT / "tests" / "node" / "intl.mjs")]
    locales = sorted(tag.replace("_", "-") for tag in locale_identifiers())
    made = subprocess.run(
        command,
        input=json.dumps({"locales": locales, "values": VALUES}),
        env={**os.environ, "LC_ALL": "C"},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=300,
    )
    told: dict[str, Any] = json.loads(made.stdout)
    versions = {"Babel": get_global("cldr")["version"], "Node": str(told["cldr"]).removesuffix(".0")}
    if versions != LISTED["cldr"]:
        pytest.skip(f"the differences are listed for CLDR {LISTED['cldr']}, here are {versions}")
    return told


def differences(node: dict[str, Any]) -> list[dict[str, Any]]:
    """For each locale and kind of value: the first value that differs, both texts, and how many differ."""
    found = []
    for tag, written in node["written"].items():
        form = formatter(tag)
        for kind, theirs in written.items():
            pairs = [(value, ours(form, kind, value), text) for value, text in zip(VALUES[kind], theirs, strict=True)]
            if different := [pair for pair in pairs if pair[1] != pair[2]]:
                value, here, there = different[0]
                told = {"kind": kind, "value": value, "ours": here, "node": there, "differ": len(different)}
                found.append({"locale": tag, **told})
    return found


def listed() -> list[dict[str, Any]]:
    rows = [dict(row) for row in LISTED["differences"]]
    return [{"locale": tag, **{k: row[k] for k in SAID}} for row in rows for tag in row["locales"]]


SAID = ("kind", "value", "ours", "node", "differ")


def lines(rows: list[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(row, ensure_ascii=False) for row in rows)


def test_enough_is_compared(node: dict[str, Any]) -> None:
    assert set(node["written"]) >= OF_NOTE
    assert len(node["written"]) > 800
    assert sum(len(values) for values in VALUES.values()) > 60


def test_every_difference_is_listed_and_every_listed_one_is_there(node: dict[str, Any]) -> None:
    found, expected = lines(differences(node)), lines(listed())
    assert {"not listed": sorted(set(found) - set(expected)), "gone": sorted(set(expected) - set(found))} == {
        "not listed": [],
        "gone": [],
    }


def test_every_difference_has_one_cause() -> None:
    assert {row["cause"] for row in LISTED["differences"]} == set(LISTED["causes"])
    assert all(LISTED["causes"].values())
    twice = Counter((tag, row["kind"]) for row in LISTED["differences"] for tag in row["locales"])
    assert [key for key, count in twice.items() if count > 1] == []


def test_the_digits_are_0_to_9_where_the_usual_ones_of_a_country_are_others(node: dict[str, Any]) -> None:
    others = [tag for tag, system in node["digits"].items() if system != "latn"]
    assert {"ar-EG", "fa", "mr", "ne", "my"} <= set(others)
    for tag in others:
        form = formatter(tag)
        assert [c for c in form.number(1234567890) if c.isdigit()] == list("1234567890"), tag
        assert all(c.isascii() for c in form.day(date(2015, 3, 31)) if c.isdigit()), tag
