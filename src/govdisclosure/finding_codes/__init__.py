"""The catalogue of finding codes: ``explain CODE`` and the page of rules are made from it.

Texts are in English; the catalogs hold the other languages under ``finding:CODE:FIELD`` and, for the rules that
forms declare, under ``form-rule:KIND:FIELD``. Placeholders: ``{left}``, ``{right}`` and ``{difference}`` are the
finding's own values, in the locale's numbers; all others come from its params or from the form.
"""

from govdisclosure.finding_codes.reading import READING_RULES
from govdisclosure.finding_codes.rule import Rule
from govdisclosure.finding_codes.tables import FORM_RULES, TABLE_RULES
from govdisclosure.finding_codes.text import TEXT_RULES

__all__ = ["FORM_RULES", "RULES", "Rule"]

#: Every code of the library itself, those of texts first.
RULES = {rule.code: rule for rule in (*TEXT_RULES, *READING_RULES, *TABLE_RULES)}
