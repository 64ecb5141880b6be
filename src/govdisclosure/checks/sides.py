"""Sides of findings with the places that the report's provenance knows."""

from collections.abc import Sequence
from decimal import Decimal

from govdisclosure.finding import Side
from govdisclosure.model import Report

__all__ = ["side"]


def side(report: Report, paths: Sequence[str], value: int | Decimal | str | None) -> Side:
    """What these paths say, and where each of them was said."""
    places = report.provenance.places
    return Side(paths=tuple(paths), value=value, places=tuple(places[path] for path in paths if path in places))
