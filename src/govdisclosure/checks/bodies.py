"""Which reports are of one body: by identifier where both have one of a scheme, else by name."""

from collections.abc import Iterable

from govdisclosure.model import Identifier, Publisher, Report

__all__ = ["by_body", "same_body"]


def same_body(one: Publisher, other: Publisher) -> bool:
    """Whether two publishers are the same body: bodies are renamed in reforms, and two may have one name."""
    mine, theirs = ({(i.scheme, i.value) for i in body.identifiers} for body in (one, other))
    if any(scheme == other_scheme for scheme, _ in mine for other_scheme, _ in theirs):
        return bool(mine & theirs)
    return one.name == other.name


def by_body(reports: Iterable[Report]) -> list[list[Report]]:
    """The reports of each body, in the order of years; bodies in the order of their last names."""
    groups: list[list[Report]] = []
    named: dict[str | Identifier, list[list[Report]]] = {}
    for report in sorted(reports, key=lambda report: report.year):
        body = _body(report)
        keys: list[str | Identifier] = [*body.identifiers, body.name]
        near = (group for key in keys for group in named.get(key, ()))
        group = next((group for group in near if any(same_body(_body(one), body) for one in group)), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(report)
        for key in keys:
            known = named.setdefault(key, [])
            if not any(one is group for one in known):
                known.append(group)
    return sorted(groups, key=lambda group: _body(group[-1]).name)


def _body(report: Report) -> Publisher:
    return report.publisher or Publisher(name="")
