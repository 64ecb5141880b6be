"""Identifiers by their own rules: check characters, lengths, known regions."""

import re
from collections.abc import Iterator

from govdisclosure.checks.sides import side
from govdisclosure.finding import Finding, finding
from govdisclosure.model import Identifier, IdentifierScheme, Report

__all__ = [
    "check_identifiers",
    "credit_code_fault",
    "organization_code_fault",
    "region_fault",
    "website_code_fault",
]

#: GB 32100-2015, table 1: the 31 characters of the code (no I, O, S, V, Z) and the weights of the first 17.
_CREDIT_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = tuple(3**power % 31 for power in range(17))
#: GB 11714-1997: weights of the eight characters.
_ORGANIZATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
#: GB/T 2260: the codes of the provinces, autonomous regions, municipalities and special administrative regions.
_PROVINCES = frozenset((
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
    "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61",
    "62", "63", "64", "65", "71", "81", "82",
))  # fmt: skip


def credit_code_fault(code: str) -> str | None:
    """What is wrong with a unified social credit code (GB 32100-2015); ``None`` if nothing is."""
    if len(code) != 18:  # noqa: PLR2004
        return f"{len(code)} characters instead of 18"
    if any(character not in _CREDIT_CHARACTERS for character in code):
        return "a character that such codes do not have"
    values = (_CREDIT_CHARACTERS.index(character) for character in code[:17])
    total = sum(value * weight for value, weight in zip(values, _CREDIT_WEIGHTS, strict=True))
    expected = _CREDIT_CHARACTERS[(31 - total % 31) % 31]
    return None if code[17] == expected else f"the check character is {code[17]} instead of {expected}"


def organization_code_fault(code: str) -> str | None:
    """What is wrong with an organization code (GB 11714-1997), with or without its hyphen."""
    if not re.fullmatch(r"[0-9A-Z]{8}-?[0-9X]", code):
        return "not eight characters and a check character"
    plain = code.replace("-", "")
    values = (int(character, 36) for character in plain[:8])
    total = sum(value * weight for value, weight in zip(values, _ORGANIZATION_WEIGHTS, strict=True))
    expected = "0123456789X0"[(11 - total % 11) % 11 if total % 11 else 11]
    return None if plain[8] == expected else f"the check character is {plain[8]} instead of {expected}"


def website_code_fault(code: str) -> str | None:
    """What is wrong with a website identification code of the government website census."""
    if re.fullmatch(r"bm[0-9]{8}", code):
        return None
    if not re.fullmatch(r"[0-9]{10}", code):
        return "neither ten digits nor bm and eight digits"
    return _province_fault(code)


def region_fault(code: str) -> str | None:
    """What is wrong with an administrative division code (GB/T 2260)."""
    if not re.fullmatch(r"[0-9]{6}", code):
        return "not six digits"
    return _province_fault(code)


def _province_fault(code: str) -> str | None:
    return None if code[:2] in _PROVINCES else f"no province has the code {code[:2]}"


_BY_SCHEME = {
    IdentifierScheme.UNIFIED_SOCIAL_CREDIT_CODE: ("credit-code", credit_code_fault),
    IdentifierScheme.ORGANIZATION_CODE: ("organization-code", organization_code_fault),
}


def check_identifiers(report: Report) -> Iterator[Finding]:
    """Every identifier of the publisher, the author and the host by the rule of its scheme."""
    if report.publisher:
        yield from _of_body(report, "publisher", report.publisher.identifiers)
        if report.publisher.region_code is not None:
            fault = region_fault(report.publisher.region_code)
            yield from _found(report, "region-code", "publisher.region_code", report.publisher.region_code, fault)
    if report.author:
        yield from _of_body(report, "author", report.author.identifiers)
    host = report.publication.host if report.publication else None
    if host and host.website_identification_code is not None:
        code = host.website_identification_code
        path = "publication.host.website_identification_code"
        yield from _found(report, "website-code", path, code, website_code_fault(code))


def _of_body(report: Report, body: str, identifiers: tuple[Identifier, ...]) -> Iterator[Finding]:
    for index, identifier in enumerate(identifiers):
        if identifier.scheme in _BY_SCHEME:
            code, rule = _BY_SCHEME[identifier.scheme]
            path = f"{body}.identifiers.{index}.value"
            yield from _found(report, code, path, identifier.value, rule(identifier.value))


def _found(report: Report, code: str, path: str, value: str, fault: str | None) -> Iterator[Finding]:
    if fault is not None:
        yield finding(code, side(report, [path], value), params={"reason": fault})
