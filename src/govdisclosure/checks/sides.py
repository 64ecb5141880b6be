"""What several checks need: sides of findings with their places, and every section with its path."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdisclosure.finding import Side
from govdisclosure.model import Report, Section

__all__ = ["sections_of", "side"]


def side(report: Report, paths: Sequence[str], value: int | Decimal | str | None) -> Side:
    """What these paths say, and where each of them was said."""
    places = report.provenance.places
    return Side(paths=tuple(paths), value=value, places=tuple(places[path] for path in paths if path in places))


def sections_of(report: Report) -> Iterator[tuple[str, Section]]:
    """Every section of a report with its path, in the order of the text."""

    def walk(sections: tuple[Section, ...], path: str) -> Iterator[tuple[str, Section]]:
        for index, section in enumerate(sections):
            here = f"{path}.{index}"
            yield here, section
            yield from walk(section.subsections, f"{here}.subsections")

    return walk(report.sections, "sections")
