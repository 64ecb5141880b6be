"""What is said of a finding code, in English; the catalogs hold the other languages."""

import attrs

__all__ = ["Rule"]


@attrs.frozen(kw_only=True)
class Rule:
    """What a finding code means.

    ``severity`` is one of ``error``, ``warning``, ``info``; ``basis`` the law, form or arithmetic behind it;
    ``good`` and ``bad`` show a case each, in the language of the reports.
    """

    code: str
    severity: str
    title: str
    message: str
    guidance: str
    basis: str
    good: str
    bad: str
