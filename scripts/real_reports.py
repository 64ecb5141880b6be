"""The numbers of the tables of published reports, typed in by hand: facts for the conformance suite.

``rows`` names the rows that are printed beyond those that every report prints; cells that are not named are blank.
"""

from decimal import Decimal
from typing import Any

_COLUMNS = ("natural_person", "commercial", "research", "social_welfare", "legal_service", "other", "total")
_OUTCOMES = ("upheld", "corrected", "other", "pending", "total")
_REQUESTS = "statistics.requests"


def _row(path: str, *numbers: int | None) -> dict[str, int]:
    """The cells of a row of section three, ``None`` for a blank."""
    pairs = zip(_COLUMNS, numbers, strict=True)
    return {f"{_REQUESTS}.{path}.{column}": n for column, n in pairs if n is not None}


def _block(path: str, *numbers: int | None) -> dict[str, int]:
    """The cells of a block of section four."""
    pairs = zip(_OUTCOMES, numbers, strict=True)
    return {f"statistics.challenges.{path}.{column}": n for column, n in pairs if n is not None}


def _zeros(*paths: str) -> dict[str, int]:
    return {key: n for path in paths for key, n in _row(path, 0, 0, 0, 0, 0, 0, 0).items()}


def _only_people(path: str, number: int) -> dict[str, int]:
    return _row(path, number, 0, 0, 0, 0, 0, number)


_DENIED, _UNABLE, _LEFT = "results.denied", "results.unable", "results.not_processed"
_B = None

#: A district government, report year 2023: two totals of section four are wrong, other handling is one row.
_HONGZE: dict[str, int | Decimal] = {
    **dict.fromkeys((f"statistics.proactive.regulations.{c}" for c in ("issued", "repealed", "in_force")), 0),
    "statistics.proactive.normative_documents.issued": 0,
    "statistics.proactive.normative_documents.repealed": 5,
    "statistics.proactive.normative_documents.in_force": 5,
    "statistics.proactive.licensing.decisions": 550,
    "statistics.proactive.punishment.decisions": 4119,
    "statistics.proactive.coercion.decisions": 195,
    "statistics.proactive.fees.amount": Decimal("7730.28"),
    **_only_people("received", 21),
    **_zeros("carried_in", "carried_out", "results.granted", "results.other_undivided"),
    **_only_people("results.partly_granted", 4),
    **_only_people(f"{_DENIED}.state_secret", 1),
    **_zeros(*(f"{_DENIED}.{ground}" for ground in (
        "forbidden_by_law", "security_stability", "third_party", "internal_affairs", "query"))),
    **_only_people(f"{_DENIED}.process", 1),
    **_only_people(f"{_DENIED}.enforcement_file", 1),
    **_only_people(f"{_UNABLE}.not_held", 10),
    **_only_people(f"{_UNABLE}.must_create", 3),
    **_zeros(f"{_UNABLE}.unclear"),
    **_only_people(f"{_LEFT}.petition", 1),
    **_zeros(*(f"{_LEFT}.{reason}" for reason in ("repeat", "publication", "massive", "confirm"))),
    **_only_people("results.total", 21),
    **_block("review", 10, 1, 0, 0, 0),
    **_block("litigation_direct", 0, 0, 0, 0, 0),
    **_block("litigation_after_review", 5, 0, 0, 0, 0),
}  # fmt: skip

#: A municipal general office, report year 2019: zeros and most totals are left blank.
_SHANGHAI: dict[str, int | Decimal] = {
    "statistics.proactive.regulations.made": 13,
    "statistics.proactive.regulations.newly_disclosed": 13,
    "statistics.proactive.regulations.disclosed_total": 524,
    "statistics.proactive.normative_documents.made": 60,
    "statistics.proactive.normative_documents.newly_disclosed": 60,
    "statistics.proactive.normative_documents.disclosed_total": 368,
    **{f"statistics.proactive.{row}.{column}": 0
       for row in ("licensing", "other_services", "punishment", "coercion")
       for column in ("items_last_year", "items_change", "decisions")},
    "statistics.proactive.fees.items_last_year": 0,
    "statistics.proactive.fees.items_change": 0,
    "statistics.proactive.procurement.projects": 6,
    "statistics.proactive.procurement.amount": Decimal("25.1000"),
    **_row("received", 821, 35, _B, _B, 2, 1, 859),
    **_row("carried_in", 18, _B, _B, _B, _B, _B, 18),
    **_row("results.granted", 258, 12, _B, _B, 1, 1, _B),
    **_row("results.partly_granted", 3, _B, _B, _B, _B, _B, _B),
    **_row(f"{_DENIED}.state_secret", 14, _B, _B, _B, _B, _B, _B),
    **_row(f"{_DENIED}.internal_affairs", 5, _B, _B, _B, _B, _B, _B),
    **_row(f"{_DENIED}.process", 3, 1, _B, _B, _B, _B, _B),
    **_row(f"{_DENIED}.query", 10, 2, _B, _B, _B, _B, _B),
    **_row(f"{_UNABLE}.not_held", 252, 12, _B, _B, 1, _B, _B),
    **_row(f"{_UNABLE}.must_create", 44, 3, _B, _B, _B, _B, _B),
    **_row(f"{_UNABLE}.unclear", 25, _B, _B, _B, _B, _B, _B),
    **_row(f"{_LEFT}.petition", 148, 1, _B, _B, _B, _B, _B),
    **_row(f"{_LEFT}.repeat", 5, 4, _B, _B, _B, _B, _B),
    **_row("results.total", 767, 35, _B, _B, 2, 1, 805),
    **_row("carried_out", 72, _B, _B, _B, _B, _B, 72),
    **_block("review", 5, _B, _B, 2, 7),
    **_block("litigation_direct", 8, _B, _B, 1, 9),
}  # fmt: skip

REAL: dict[str, dict[str, Any]] = {
    "2023-hongze": {
        "form": "cn-2021",
        "year": 2023,
        "rows": ("statistics.requests.results.other_undivided",),
        "values": _HONGZE,
    },
    "2019-shanghai-general-office": {"form": "cn-2019", "year": 2019, "rows": (), "values": _SHANGHAI},
}
