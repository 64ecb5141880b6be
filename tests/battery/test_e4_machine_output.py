"""E4, output for machines: JSON, JSON lines, SARIF and GitHub commands, whatever files and texts are called."""

import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from tests.battery.hostile import filled
from tests.battery.naughty import NAUGHTY
from tests.command import govdisclosure
from tests.narratives import GOOD

import govdisclosure as gd
from govdisclosure.cli.reporters import REPORTERS
from govdisclosure.finding import Finding, Side, Verdict, finding

NAMES = (
    *("a.txt", "年报.txt", "a b.txt", "a:b.txt", "a,b.txt", "100%.txt", "%0A::error::x.txt", "::error file=x::y.txt"),
    *("a\nb.txt", "a\rb.txt", "a\n::error::x", "a\u2028b.txt", 'a"b.txt', "a'b.txt", "a\\b.txt", "dir\\a.txt"),
    *("#1.txt", "?x=1.txt", "[1].txt", "../a.txt", "/reports/a.txt", "C:\\a.txt", "<stdin>", "-", "~", "a&b.txt"),
    *("{0}.txt", "\x1b[31m.txt", "\u202etxt.a", "😀.txt", "e\u0301.txt", "http://evil.example/a.txt"),
    *("javascript:x", "\udcff.txt", "a\udc80b"),
)
WRONG = GOOD.replace("行政处罚173项".encode(), "行政处罚174项".encode())
FOUND = gd.check(gd.read(WRONG).report)

every_name = pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
every_text = pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))


def hostile(text: str) -> tuple[Finding, ...]:
    """Findings in which a text stands in every place that a text can have."""
    side = Side(paths=(text,), value=text)
    told = finding("rate-range", side, side, params={"counted": text})
    return (told, *gd.check(filled(text)))


def written(form: str, name: str, found: tuple[Finding, ...]) -> str:
    """The output as it reaches a file."""
    return REPORTERS[form]([(name, found)], "en").encode("utf-8", "backslashreplace").decode()


# --- JSON -------------------------------------------------------------------------------------------------


@every_name
def test_json_names_the_file_of_every_finding(name: str) -> None:
    findings = json.loads(written("json", name, FOUND))["findings"]
    assert [one["file"] for one in findings] == [name] * len(FOUND)
    assert [one["code"] for one in findings] == [one.code for one in FOUND]


@every_name
def test_jsonl_has_one_finding_a_line(name: str) -> None:
    *lines, last = written("jsonl", name, FOUND).split("\n")
    assert last == ""
    assert [json.loads(line)["file"] for line in lines] == [name] * len(FOUND)


@every_text
def test_json_carries_every_text(text: str) -> None:
    found = hostile(text)
    as_json = json.loads(written("json", "a.txt", found))["findings"]
    as_jsonl = [json.loads(line) for line in written("jsonl", "a.txt", found).split("\n")[:-1]]
    assert as_json == as_jsonl
    assert as_json[0]["left"]["value"] == text
    assert text in as_json[0]["message"]


# --- SARIF ------------------------------------------------------------------------------------------------

#: RFC 3986, a relative reference that is a path, or an absolute path as RFC 8089 writes it.
URI = re.compile(r"(?:file:///)?(?!/)(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+")


def sarif(name: str, found: tuple[Finding, ...]) -> dict[str, Any]:
    return json.loads(written("sarif", name, found))


@every_name
def test_sarif_has_uris(name: str) -> None:
    for result in sarif(name, FOUND)["runs"][0]["results"]:
        (location,) = result["locations"]
        if name == "<stdin>":
            assert set(location) == {"logicalLocations"}
            continue
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        assert URI.fullmatch(uri), uri
        assert unquote(uri.removeprefix("file://"), errors="surrogateescape") == name.replace("\\", "/")


def test_sarif_of_the_command_gives_relative_and_absolute_places(tmp_path: Path) -> None:
    (tmp_path / "甲 1.txt").write_bytes(WRONG)
    names = ("甲 1.txt", str(tmp_path / "甲 1.txt"), "-")
    outcome = govdisclosure("check", *names, "--format", "sarif", folder=tmp_path, stdin=WRONG)
    (run,) = json.loads(outcome.out)["runs"]
    (relative,), (absolute,), (piped,) = (result["locations"] for result in run["results"])
    assert relative["physicalLocation"]["artifactLocation"]["uri"] == "%E7%94%B2%201.txt"
    assert absolute["physicalLocation"]["artifactLocation"]["uri"] == (tmp_path / "甲 1.txt").as_uri()
    assert "physicalLocation" not in piped


def test_sarif_of_a_finding_of_an_application() -> None:
    found = Finding(code="office-rule", severity=FOUND[0].severity, verdict=Verdict.FAILED, left=Side())
    (run,) = sarif("-", (found,))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["office-rule"]
    assert run["results"][0]["message"]["text"] == "office-rule"


@every_text
def test_sarif_structure(text: str) -> None:
    document = sarif("a.txt", hostile(text))
    assert (document["version"], len(document["runs"])) == ("2.1.0", 1)
    driver, results = document["runs"][0]["tool"]["driver"], document["runs"][0]["results"]
    rules = [rule["id"] for rule in driver["rules"]]
    assert len(set(rules)) == len(rules)
    for result in results:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note", "none")
        assert result["message"]["text"]
        assert re.fullmatch("[0-9a-f]{64}", result["partialFingerprints"]["findingPath/v1"])


def test_sarif_level_is_none_for_what_did_not_fail() -> None:
    """SARIF 2.1.0, 3.27.10: a kind other than ``fail`` has no level but ``none``."""
    undecided = finding("parts-below-whole", Side(value=12), Side(value=11), verdict=Verdict.UNDECIDED)
    (result,) = sarif("a.txt", (undecided,))["runs"][0]["results"]
    assert result["kind"] == "fail" or result["level"] == "none"


def test_sarif_regions_are_those_of_the_source() -> None:
    text = WRONG.decode()
    for result in sarif("a.txt", FOUND)["runs"][0]["results"]:
        if region := result["locations"][0]["physicalLocation"].get("region"):
            start = region["charOffset"]
            assert re.search("[0-9]", text[start : start + region["charLength"]])


def test_sarif_of_nothing_is_a_run_without_results() -> None:
    assert sarif("a.txt", ())["runs"][0]["results"] == []


def test_sarif_fingerprints_tell_findings_apart() -> None:
    results = sarif("a.txt", FOUND)["runs"][0]["results"]
    prints = [(one["ruleId"], one["partialFingerprints"]["findingPath/v1"]) for one in results]
    assert len(set(prints)) == len(prints)


# --- GitHub -----------------------------------------------------------------------------------------------

COMMAND = re.compile(r"::(error|warning|notice) file=([^:,\r\n]*),title=([a-z-]+)::([^\r\n]*)")


def unescaped(text: str) -> str:
    for code, char in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, char)
    return text


@every_name
def test_github_commands_name_the_file(name: str) -> None:
    lines = REPORTERS["github"]([(name, FOUND)], "en").split("\n")[:-1]
    assert len(lines) == len(FOUND)
    for line in lines:
        command = COMMAND.fullmatch(line)
        assert command, line
        assert unescaped(command[2]) == name


@every_text
def test_github_commands_carry_every_text(text: str) -> None:
    found = hostile(text)[:1]
    (line,) = REPORTERS["github"]([("a.txt", found)], "en").split("\n")[:-1]
    command = COMMAND.fullmatch(line)
    assert command, line
    assert unescaped(command[4]) == gd.message(found[0])


def test_github_shows_ten_of_a_kind_and_counts_the_rest() -> None:
    many = hostile("x")[:1] * 25
    *shown, rest = REPORTERS["github"]([("a.txt", many)], "en").splitlines()
    assert len(shown) == 10
    assert not rest.startswith("::")
    assert "15" in rest


# --- text, and the command itself -------------------------------------------------------------------------


@every_name
def test_text_is_one_line_a_finding(name: str) -> None:
    lines = written("text", name, FOUND[:1]).splitlines()
    assert len(lines) == 2 + len(FOUND[0].places)
    assert "\x1b" not in "".join(lines)


@pytest.mark.skipif(os.name != "posix", reason="names of bytes are those of POSIX")
@pytest.mark.parametrize("form", REPORTERS)
def test_a_file_name_that_is_not_utf8(form: str, tmp_path: Path) -> None:
    name = b"\xff\xfe.txt"
    (tmp_path / os.fsdecode(name)).write_bytes(WRONG)
    outcome = govdisclosure("check", os.fsdecode(name), "--format", form, folder=tmp_path)
    assert outcome.code == 3, outcome.error
    assert outcome.error == ""
    outcome.out.decode()
