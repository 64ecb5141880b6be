"""The text of findings, problems and errors in a locale."""

from collections.abc import Mapping

import attrs

from govdisclosure.errors import (
    PROBLEMS,
    UNREADABLE,
    DecodeError,
    GovDisclosureError,
    LimitExceeded,
    Problem,
    UnknownCode,
    UnreadableInput,
)
from govdisclosure.finding import Finding
from govdisclosure.finding_codes import RULES, Rule
from govdisclosure.locales.formatter import Formatter, formatter
from govdisclosure.locales.texts import Texts

__all__ = ["error_text", "explain", "message", "problem_text"]


def message(finding: Finding, locale: str = "en") -> str:
    """What a finding says, in the words and numbers of a locale, as one sentence or two."""
    form = formatter(locale)
    template = form.texts.message(f"finding:{finding.code}:message", RULES[finding.code].message)
    values = {
        "left": form.value(finding.left.value),
        "right": form.value(finding.right.value) if finding.right else "",
        "difference": form.value(finding.difference),
        **{key: _worded(finding.params, key, form) for key in finding.params},
    }
    return template.format(**values)


def _worded(params: Mapping[str, str], key: str, form: Formatter) -> str:
    """A word of a message; an official label that comes with its code is put into the locale."""
    code = params.get(f"{key}_code")
    return form.texts.label(f"code:{code}:label", params[key]) if code else params[key]


def problem_text(problem: Problem, texts: Texts) -> str:
    """What is wrong at a place of a document."""
    template = texts.message(f"problem:{problem.code}", PROBLEMS[problem.code])
    return f"{problem.pointer or '/'}: {template.format(**dict(problem.params))}"


def error_text(error: GovDisclosureError, texts: Texts) -> str:
    """What an error says. Errors of wrong calls speak English only: their readers are developers."""
    match error:
        case DecodeError(problems=problems):
            return "\n".join(problem_text(problem, texts) for problem in problems)
        case UnreadableInput(code=code, params=params):
            return texts.message(f"unreadable:{code}", UNREADABLE[code]).format(**params)
        case LimitExceeded():
            template = texts.message("error:limit", LimitExceeded.TEMPLATE)
            return template.format(limit=error.limit, value=error.value, bound=error.bound)
    return str(error)


def explain(code: str, locale: str = "en") -> Rule:
    """What a finding code means, its wording in a locale. ``UnknownCode`` names the codes that exist."""
    if code not in RULES:
        raise UnknownCode(code, tuple(RULES))
    rule, words = RULES[code], formatter(locale).texts
    translated = {
        field: words.message(f"finding:{code}:{field}", getattr(rule, field))
        for field in ("title", "message", "guidance", "basis")
    }
    return attrs.evolve(rule, **translated)
