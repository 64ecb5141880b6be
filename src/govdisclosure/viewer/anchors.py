"""Ids of elements, made from paths."""

import re

__all__ = ["id_of"]

#: Everything but what the paths of a report consist of.
_OTHER = re.compile(r"[^a-z0-9_.]")


def id_of(kind: str, path: str) -> str:
    """The id of what belongs to a path, in letters, digits and ``_ . -`` alone; no two paths share one.

    Paths come from a document and may hold anything: other characters become their code points.
    """
    return f"{kind}-{_OTHER.sub(lambda match: f'-{ord(match[0]):x}-', path)}"
