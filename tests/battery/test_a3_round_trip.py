"""A3, round trip: what is written is read back equal, with the same bytes, everywhere and through Node."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from tests.strategies import drawn, reports
from tests.tools import examples, need

from govdisclosure import Report, dumps, loads, validate

#: Reads reports, one a line, and writes each again with its places gathered from a set.
_AGAIN = """
import sys, attrs
from govdisclosure import dumps, loads
for line in sys.stdin.buffer.read().decode().split("\\n")[:-1]:
    report = loads(line)
    places = {path: report.provenance.places[path] for path in set(report.provenance.places)}
    provenance = attrs.evolve(report.provenance, places=places)
    sys.stdout.buffer.write(dumps(attrs.evolve(report, provenance=provenance)).encode())
"""
_NODE = """
const lines = require("fs").readFileSync(0, "utf8").split("\\n").slice(0, -1);
process.stdout.write(lines.map((line) => JSON.stringify(JSON.parse(line)) + "\\n").join(""));
"""


@pytest.fixture(scope="module")
def batch() -> list[str]:
    return [dumps(report) for report in drawn(reports(), examples(100, 2_500))]


def _piped(command: list[str], lines: Iterable[str], **environment: str) -> list[str]:
    """What a program makes of documents, one a line."""
    result = subprocess.run(
        command, input="".join(lines).encode(), capture_output=True, check=True, env=os.environ | environment
    )
    return _lines(result.stdout.decode())


def _lines(output: str) -> list[str]:
    """Lines end at the line feed alone: texts may hold other separators."""
    return [f"{line}\n" for line in output.split("\n")[:-1]]


@settings(max_examples=examples(1_500, 37_500))
@given(reports())
def test_loads_reverses_dumps(report: Report) -> None:
    written = dumps(report)
    again = loads(written)
    assert again == report
    assert dumps(again) == written
    assert loads(written.encode()) == report


@settings(max_examples=examples(400, 10_000))
@given(reports())
def test_published_schema_accepts_what_is_written(report: Report) -> None:
    assert validate(json.loads(dumps(report))) == ()


@given(reports())
@settings(max_examples=examples(50, 500))
def test_equal_reports_have_equal_hashes(report: Report) -> None:
    assert hash(loads(dumps(report))) == hash(report)


@pytest.mark.parametrize("seed", ["0", "1", "4294967295"])
def test_bytes_do_not_depend_on_the_hash_seed(batch: list[str], seed: str) -> None:
    assert _piped([sys.executable, "-c", _AGAIN], batch, PYTHONHASHSEED=seed) == batch


def test_node_parses_and_writes_the_same(batch: list[str]) -> None:
    node = need("node", "documents are read by JavaScript too")
    through_node = _piped([node, "-e", _NODE], batch)
    assert [dumps(loads(line)) for line in through_node] == batch
