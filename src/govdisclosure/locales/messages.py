"""The text of findings, problems and errors in a locale."""

import string
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

import attrs

from govdisclosure import catalog
from govdisclosure.declare import ImpossibleFor, Linear, Stated
from govdisclosure.errors import (
    PROBLEMS,
    UNREADABLE,
    WRONG_CATALOGS,
    BrokenCatalog,
    DecodeError,
    GovDisclosureError,
    LimitExceeded,
    MissingGlyphs,
    Problem,
    TooFewReports,
    UnknownCode,
    UnlikeReports,
    UnreadableInput,
    WrongSource,
)
from govdisclosure.finding import MISSING, Finding, Verdict
from govdisclosure.finding_codes import FORM_RULES, RULES, Rule
from govdisclosure.form import Form
from govdisclosure.locales.asked import AnyLocale
from govdisclosure.locales.formatter import Formatter, formatter
from govdisclosure.locales.tables import cell_label, rule_of, rule_title, rules_of, where
from govdisclosure.locales.texts import Texts
from govdisclosure.template_errors import WRONG_TEMPLATES, BrokenTemplate

__all__ = ["codes", "error_text", "explain", "message", "problem_text"]

_PLACEHOLDERS = string.Formatter()
#: So many paths say where a finding is, where no form names the cells.
_MOST_PATHS = 4


def message(finding: Finding, locale: AnyLocale = "en") -> str:
    """What a finding says, in the words and numbers of a locale, as one sentence or two."""
    form = formatter(locale)
    values = {
        "left": form.value(finding.left.value),
        "right": form.value(finding.right.value) if finding.right else "",
        "difference": form.value(finding.difference),
        **{key: _worded(finding.params, key, form) for key in finding.params},
    }
    tables = catalog.tables(finding.params.get("form", ""))
    values["where"] = (_where(finding, tables, form.texts) if tables else "") or _unnamed(finding, form.texts)
    values["repairs"] = _repairs(finding, tables, form)
    values["readings"] = " / ".join(
        form.value(_number(n)) for n in finding.params.get("readings", "").split(" / ") if n
    )
    if finding.code in RULES:
        template = form.texts.message(f"finding:{finding.code}:message", RULES[finding.code].message)
        return _filled(template, values, form.texts)
    return _of_rule(finding, form, values)


def _filled(template: str, values: Mapping[str, str], texts: Texts) -> str:
    """A message with its values; what a finding of an application does not say stays open."""
    fields = [field for _, field, _, _ in _PLACEHOLDERS.parse(template) if field]
    return texts.filled(template, {field: values.get(field, "…") for field in fields})


def _unnamed(finding: Finding, texts: Texts) -> str:
    """Where a finding is, where no form of the library names the cells: the form's id and the first of the paths."""
    paths = finding.paths[:_MOST_PATHS]
    listed = ", ".join(paths) + (" …" if len(finding.paths) > len(paths) else "")
    return " · ".join(texts.apart(words) for words in (finding.params.get("form", ""), listed) if words)


def _of_rule(finding: Finding, form: Formatter, values: dict[str, str]) -> str:
    """What a finding by a rule of a form says."""
    rule = rule_of(finding.code.removesuffix(MISSING), finding.params.get("form"))
    if rule is None:
        return ": ".join(filter(None, (form.texts.apart(finding.code), values["where"])))
    kind = _kind(finding, rule)
    template = form.texts.message(f"form-rule:{kind}:message", FORM_RULES[kind].message)
    return _filled(template, values | {"title": rule_title(rule, form.texts)}, form.texts)


def _kind(finding: Finding, rule: Linear | Stated | ImpossibleFor) -> str:
    """By what became of it, which text speaks of a rule."""
    if finding.verdict is not Verdict.UNDECIDED:
        return "open" if isinstance(rule, Linear) and finding.difference is None else kind_of(rule)
    if isinstance(rule, ImpossibleFor):
        return "impossible-open"
    if finding.code.endswith(MISSING):
        return "missing"
    return "undecided-agrees" if finding.agrees_if_blank_is_zero else "undecided"


def kind_of(rule: Linear | Stated | ImpossibleFor) -> str:
    """Which text speaks of a rule that fails."""
    if not isinstance(rule, Linear):
        return "stated" if isinstance(rule, Stated) else "impossible"
    if rule.previous:
        return "previous"
    return "sum" if rule.has_total else rule.kind


def _where(finding: Finding, tables: Form, texts: Texts) -> str:
    paths, table = finding.paths, finding.params.get("table", "")
    if finding.verdict is Verdict.UNDECIDED and table:
        paths = ()  # nearly all cells of the table may be named
    elif finding.code == "rows-alternative" and finding.right:
        paths = finding.right.paths  # the second of the two rows says enough
    words, body = where(tables, table, paths, texts), finding.params.get("body")
    return f"{words} · {texts.apart(body)}" if body else words


def _repairs(finding: Finding, tables: Form | None, form: Formatter) -> str:
    """The cells of an explanation, each with the number that it would have to hold."""
    pairs = zip(finding.left.paths, finding.params.get("needed", "").split(), strict=False)
    return form.listed([f"{_cell(path, tables, form)} = {form.value(_number(n))}" for path, n in pairs])


def _cell(path: str, tables: Form | None, form: Formatter) -> str:
    cell = tables.cell(path) if tables else None
    return cell_label(cell, form.texts) if cell else form.texts.apart(path)


def _number(text: str) -> Decimal | str:
    """A number of the parameters; what is none, in a finding of an application, stays as it is."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


def _worded(params: Mapping[str, str], key: str, form: Formatter) -> str:
    """A word of a message; an official label that comes with its code is put into the locale."""
    code = params.get(f"{key}_code")
    return form.texts.label(f"code:{code}:label", params[key]) if code else params[key]


def problem_text(problem: Problem, texts: Texts) -> str:
    """What is wrong at a place of a document."""
    template = texts.message(f"problem:{problem.code}", PROBLEMS[problem.code])
    return f"{texts.apart(problem.pointer or '/')}: {texts.filled(template, dict(problem.params))}"


def error_text(error: GovDisclosureError, texts: Texts) -> str:
    """What an error says. Errors of wrong calls speak English only: their readers are developers."""
    match error:
        case DecodeError(problems=problems):
            return "\n".join(problem_text(problem, texts) for problem in problems)
        case UnreadableInput(code=code, params=params):
            return texts.filled(texts.message(f"unreadable:{code}", UNREADABLE[code]), params)
        case BrokenCatalog() | BrokenTemplate():
            return _own_text(error, texts)
        case LimitExceeded():
            template = texts.message("error:limit", LimitExceeded.TEMPLATE)
            return texts.filled(template, {"limit": error.limit, "value": error.value, "bound": error.bound})
        case MissingGlyphs():
            template = texts.message("error:glyphs", MissingGlyphs.TEMPLATE)
            return texts.filled(template, {"characters": error.characters})
        case TooFewReports():
            return texts.filled(texts.message("error:too-few", TooFewReports.TEMPLATE), {"count": error.count})
        case UnlikeReports(groups=()):
            return texts.message("error:no-reports", UnlikeReports.EMPTY)
        case UnlikeReports():
            return texts.filled(texts.message("error:unlike", UnlikeReports.TEMPLATE), {"groups": error.listed})
        case WrongSource():
            return texts.filled(texts.message("error:source", WrongSource.TEMPLATE), error.beginnings)
    return str(error)


def _own_text(error: BrokenCatalog | BrokenTemplate, texts: Texts) -> str:
    """What is wrong with something that an application brought."""
    if isinstance(error, BrokenCatalog):
        return texts.filled(texts.message(f"wrong-catalog:{error.code}", WRONG_CATALOGS[error.code]), error.params)
    return texts.filled(texts.message(f"wrong-template:{error.code}", WRONG_TEMPLATES[error.code]), error.words)


def explain(code: str, locale: AnyLocale = "en") -> Rule:
    """What a finding code means, its wording in a locale. ``UnknownCode`` names the codes that exist."""
    words = formatter(locale).texts
    if code in RULES:
        return _translated(RULES[code], f"finding:{code}", words)
    declared = rules_of(code.removesuffix(MISSING))
    rule = declared[0] if declared else None
    if rule is None or (code.endswith(MISSING) and not (isinstance(rule, Linear) and rule.has_total)):
        raise UnknownCode(code, codes())
    kind = "missing" if code.endswith(MISSING) else kind_of(rule)
    told = _translated(FORM_RULES[kind], f"form-rule:{kind}", words)
    severity = "warning" if isinstance(rule, Stated) else rule.severity
    return attrs.evolve(
        told,
        code=code,
        severity="info" if kind == "missing" else severity,
        # Forms of several years may word one rule differently.
        title=told.title.format(title=" / ".join(dict.fromkeys(rule_title(one, words) for one in declared))),
        basis=words.label(f"rule:{rule.code}:source", rule.source) if rule.source else told.basis,
    )


def codes() -> tuple[str, ...]:
    """Every finding code, those of the library first, then those of the forms."""
    found = dict.fromkeys(RULES)
    for form_id in catalog.FORMS:
        tables = catalog.tables(form_id)
        for code, rule in tables.rules.items() if tables else ():
            found[code] = None
            if isinstance(rule, Linear) and rule.has_total:
                found[code + MISSING] = None
    return tuple(found)


def _translated(rule: Rule, context: str, words: Texts) -> Rule:
    fields = ("title", "message", "guidance", "basis")
    return attrs.evolve(rule, **{f: words.message(f"{context}:{f}", getattr(rule, f)) for f in fields})
