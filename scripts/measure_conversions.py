"""Documents taken through other programs, read again, and compared with the reports of their sources.

python scripts/measure_conversions.py                      prints the table, and each value that is not right
python scripts/measure_conversions.py --write              writes the table into docs/conversions.md
python scripts/measure_conversions.py --only pandoc        only conversions with this word in their names
python scripts/measure_conversions.py --python PATH        a Python that has weasyprint, html5lib, markitdown, ...
python scripts/measure_conversions.py --keep FOLDER        keeps the files that were not read right, each with a note

Programs that are not at hand are named below the table. Nothing is fetched. Each conversion has a folder of its own,
which is removed. Published reports lie beside the repository; nothing of them but these counts is written into it.
"""

import argparse
import re
import shutil
import sys
import tempfile
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import product
from pathlib import Path

from conversions.outcome import Outcome, read_again
from conversions.page import Results, described, details, table
from conversions.routes import ROUTES, Route
from conversions.running import NoFile, Workshop
from conversions.sources import Source, missing, sources

PAGE = Path(__file__).resolve().parent.parent / "docs" / "conversions.md"
BEGIN, END = "<!-- conversions -->\n", "<!-- /conversions -->\n"


class Measure:
    """Runs conversions; each thread keeps a profile for the programs that need one."""

    def __init__(self, workshop: Workshop, folder: Path, keep: Path | None) -> None:
        self.workshop, self.folder, self.keep = workshop, folder, keep
        self._document = cache(Source.document)

    def outcome(self, pair: tuple[Route, Source]) -> Outcome:
        """What becomes of a document in a conversion."""
        route, source = pair
        with tempfile.TemporaryDirectory(dir=self.folder) as made:
            try:
                file = self._converted(route, source, Path(made))
            except NoFile as reason:
                return Outcome(reason=str(reason))
            outcome = read_again(file, source.report)
            if self.keep and not outcome.whole:
                _kept(file, outcome, self.keep / _slug(route.name) / _slug(source.name))
        return outcome

    def _converted(self, route: Route, source: Source, folder: Path) -> Path:
        profile = self.folder / f"profile-{threading.get_ident()}"
        profile.mkdir(exist_ok=True)
        return self.workshop.convert(route, self._document(source, route.start), folder, profile)


def _kept(file: Path, outcome: Outcome, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, folder / file.name)
    (folder / "note.txt").write_text("\n".join(described(outcome)) + "\n", "utf-8")


def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", name.lower())


def measured(workshop: Workshop, routes: Sequence[Route], keep: Path | None, jobs: int) -> Results:
    """The outcome of each conversion of each document whose programs are at hand."""
    pairs = list(product([route for route in routes if not workshop.lacks(route)], sources()))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, ThreadPoolExecutor(jobs) as threads:
        outcomes = threads.map(Measure(workshop, Path(folder), keep).outcome, pairs)
        return {(route.name, source.name): outcome for (route, source), outcome in zip(pairs, outcomes, strict=True)}


def main() -> None:
    """Convert, read, compare, and print or write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    if given.write and given.only:
        parser.error("the page has all conversions: --write goes without --only")
    if given.write and missing():
        parser.error(f"the page has all documents; not at hand: {', '.join(missing())}")
    workshop = Workshop(given.python)
    routes = [route for route in ROUTES if given.only.lower() in route.name.lower()]
    results = measured(workshop, routes, given.keep, given.jobs)
    made = table(routes, [source.name for source in sources()], results, workshop.versions)
    if given.write:
        head, rest = PAGE.read_text("utf-8").split(BEGIN)
        PAGE.write_text(f"{head}{BEGIN}{made}{END}{rest.split(END)[1]}", "utf-8")
    else:
        print(made)
        print("\n".join([*details(results), *(f"not at hand: {name}" for name in missing())]))


if __name__ == "__main__":
    main()
