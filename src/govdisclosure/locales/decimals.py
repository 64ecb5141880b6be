"""Integers and decimals as one pattern of a locale writes them, exactly and with their scale."""

from decimal import Decimal

import attrs
from babel import Locale
from babel.numbers import NumberPattern

from govdisclosure.locales.usage import DIGITS, first_group, signs

__all__ = ["Decimals", "decimals", "money_decimals", "percents"]

#: What stands for the signs of a locale in the patterns of CLDR.
_MINUS, _PERCENT = "-", "%"
_THOUSANDS = (3, 3)


@attrs.frozen
class Decimals:
    """Writes numbers: what stands before and after them, the signs between, and how digits are grouped."""

    positive: tuple[str, str]
    negative: tuple[str, str]
    point: str
    group: str
    #: Digits of the last group and of those before it: (3, 3), (3, 2) in India.
    sizes: tuple[int, int]
    #: A number of fewer digits is not grouped.
    fewest: int
    #: Every thousand is grouped: the usual case, and the fastest.
    usual: bool

    def write(self, value: int | Decimal) -> str:
        """The number. All its digits are kept, and the zeros at the end of a decimal."""
        text = f"{value:,}" if type(value) is int else f"{value:,f}"
        before, after = self.positive
        if text[0] == "-":
            text = text[1:]
            before, after = self.negative
        whole, point, fraction = text.partition(".")
        whole = whole.replace(",", self.group) if self.usual else self._grouped(whole.replace(",", ""))
        return f"{before}{whole}{self.point}{fraction}{after}" if point else f"{before}{whole}{after}"

    def _grouped(self, digits: str) -> str:
        """The digits of an integer in groups."""
        if len(digits) < self.fewest:
            return digits
        last, before = self.sizes
        groups, rest = [digits[-last:]], digits[:-last]
        while rest:
            groups.append(rest[-before:])
            rest = rest[:-before]
        return self.group.join(reversed(groups))


def decimals(locale: Locale) -> Decimals:
    """How a locale writes numbers."""
    return _of(locale, locale.decimal_formats[None], "")


def percents(locale: Locale) -> Decimals:
    """How a locale writes rates, with its sign for per cent."""
    return _of(locale, locale.percent_formats[None], "")


def money_decimals(locale: Locale) -> Decimals:
    """How a locale writes the number of an amount: some have signs for it that differ (the point of Swiss francs)."""
    return _of(locale, locale.decimal_formats[None], "currency")


def _of(locale: Locale, pattern: NumberPattern, kind: str) -> Decimals:
    tag = str(locale)
    symbols = {**locale.number_symbols[DIGITS], **signs(tag)}
    own = {_MINUS: symbols["minusSign"], _PERCENT: symbols["percentSign"]}
    point, group = (symbols.get(f"{kind}{name.title()}", symbols[name]) for name in ("decimal", "group"))
    sides = list(zip(pattern.prefix, pattern.suffix, strict=True))
    positive, negative = ((_signed(before, own), _signed(after, own)) for before, after in sides)
    sizes, first = pattern.grouping, first_group(tag)
    usual = sizes == _THOUSANDS and first == 1
    return Decimals(positive, negative, point, group, sizes, sizes[0] + first, usual)


def _signed(affix: str, own: dict[str, str]) -> str:
    """What stands beside a number, with the locale's own signs."""
    return "".join(own.get(c, c) for c in affix)
