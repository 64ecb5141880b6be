"""The two Hypothesis profiles: ``quick`` for every push, ``full`` for the night (GOVDISCLOSURE_FULL=1)."""

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from tests.tools import FULL

_COMMON = {"deadline": None, "database": None, "suppress_health_check": [HealthCheck.too_slow]}

settings.register_profile("quick", derandomize=True, max_examples=400, **_COMMON)
settings.register_profile("full", max_examples=20_000, **_COMMON)
settings.load_profile("full" if FULL else "quick")

# The conformance suite is made by a script, and tests use its tables whose sums hold.
sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """One flag makes all golden files anew."""
    parser.addoption("--remake-golden", action="store_true", help="write the golden files anew instead of comparing")


@pytest.fixture(scope="session")
def remake_golden(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--remake-golden"))
