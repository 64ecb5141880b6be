"""How much of the statutory tables is read rightly, over generated documents of many layouts.

python scripts/measure_layouts.py [--count N] [--seed N]    prints the table (1,000 documents of each medium)
python scripts/measure_layouts.py --write                   writes it into docs/reading.md

The documents are those of tests/layouts, whose makers did not see the reader.
"""

import argparse
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.layouts.generate import MEDIA, Document, documents  # noqa: E402 - the tests are not installed
from tests.layouts.measure import Score, score, table  # noqa: E402

import govdisclosure as gd  # noqa: E402

PAGE = ROOT / "docs" / "reading.md"
BEGIN, END = "<!-- layouts -->\n", "<!-- /layouts -->\n"


def scored(document: Document) -> Score:
    """What became of the cells of a document."""
    draft = gd.read(document.data, name=document.name)
    return score(document, draft.report.statistics if draft.report else None, draft.findings)


def scores(count: int, seed: int) -> Iterable[Score]:
    """The scores of so many documents of each medium."""
    with ProcessPoolExecutor() as pool:
        made = chain.from_iterable(documents(medium, count, seed) for medium in MEDIA)
        return list(pool.map(scored, made, chunksize=20))


def main() -> None:
    """Measure, and print or write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    made = table(scores(given.count, given.seed))
    if not given.write:
        print(made)
        return
    text = PAGE.read_text("utf-8")
    head, rest = text.split(BEGIN)
    PAGE.write_text(f"{head}{BEGIN}{made.strip()}\n{END}{rest.split(END)[1]}", "utf-8")


if __name__ == "__main__":
    main()
