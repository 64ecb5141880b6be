"""``explain``: what a finding code means."""

import argparse

from govdisclosure.cli.language import language_option, spoken
from govdisclosure.cli.streams import Output
from govdisclosure.cli.wording import said
from govdisclosure.finding import Severity
from govdisclosure.finding_codes import RULES
from govdisclosure.locales import AnyLocale, explain, texts

HELP = "explain a finding code, or list them all"
EXAMPLE = "govdisclosure explain powers-total --lang zh-Hans"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("code", nargs="?", metavar="CODE", help="the code; without it all codes are listed")
    language_option(parser, "--lang", "language of the text (default: en)", default="en")


def run(options: argparse.Namespace, output: Output) -> int:
    """Print one explanation, or the list."""
    lang = spoken(options, options.lang)
    codes = [options.code] if options.code else list(RULES)
    if options.code:
        output.write(_explained(options.code, lang))
    else:
        width = max(map(len, codes))
        output.write("".join(f"{code:{width}}  {explain(code, lang).title}\n" for code in codes))
    return 0


def _explained(code: str, lang: AnyLocale) -> str:
    rule, words = explain(code, lang), texts(lang)
    severity = Severity.of(rule.severity)
    told = {
        "severity": words.code(severity),
        "guidance": rule.guidance,
        "basis": rule.basis,
        "good": rule.good,
        "bad": rule.bad,
    }
    lines = [f"{code}: {rule.title}", "", rule.message, ""]
    lines += [f"{said(words, key)}: {text}" for key, text in told.items() if text]
    return "".join(f"{line}\n" for line in lines)
