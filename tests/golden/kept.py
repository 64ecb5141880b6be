"""Golden files against what is made now; ``--remake-golden`` writes them anew."""

from difflib import unified_diff
from itertools import islice
from pathlib import Path

import pytest
from tests.tools import ROOT

__all__ = ["same_as_kept"]

#: So many lines of a difference are shown.
_MOST = 120


def same_as_kept(path: Path, made: str, *, remake: bool, where: str) -> None:
    """Fail where a file is not what is made now, with the difference; or write it. ``where`` is the test's own file."""
    kept = path.read_text("utf-8") if path.exists() else ""
    if made == kept and path.exists():
        return
    if remake:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, "utf-8")
        return
    name = path.relative_to(ROOT)
    lines = unified_diff(kept.splitlines(), made.splitlines(), f"{name} (kept)", f"{name} (made now)", lineterm="")
    shown = list(islice(lines, _MOST + 1))
    more = ["..."] if len(shown) > _MOST else []
    advice = f"{name} is not what is made now. If the difference is right: pytest {where} --remake-golden"
    pytest.fail("\n".join([advice, *shown[:_MOST], *more]), pytrace=False)
