"""Numbers, rates, money, dates and lists as a locale writes them.

Everything comes from CLDR through Babel. Integers and decimals take a short path that is proved against Babel
when the formatter of a locale is made; a locale for which it would differ goes through Babel entirely.
"""

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import (
    NumberPattern,
    format_compact_decimal,
    format_decimal,
    format_percent,
    get_currency_name,
    get_currency_unit_pattern,
    get_decimal_symbol,
    get_group_symbol,
    parse_pattern,
)

from govdisclosure.locales.texts import SOURCE_OF_LABELS, Texts, negotiate
from govdisclosure.model import Unit

__all__ = ["Formatter", "formatter"]

_PROBES: tuple[int | Decimal, ...] = (
    0,
    7,
    999,
    1000,
    9999,
    10000,
    123456,
    1234567,
    12345678901,
    -1,
    -1000,
    -12345,
    -1234567,
    *map(Decimal, ("0.5", "48.07", "100.00", "1234.50", "-0.07", "-12345.678")),
)


def _magnitude(value: int | Decimal) -> int | Decimal:
    return -value if value < 0 else value


class Formatter:
    """Formats values for one locale. Make it by :func:`formatter`, which keeps one for each locale."""

    def __init__(self, locale: Locale) -> None:
        self.locale = locale
        self.texts = Texts(locale)
        self._group = get_group_symbol(locale)
        self._point = get_decimal_symbol(locale)
        self._pattern = locale.decimal_formats[None]
        self._percent_sides = self._sides_of_percent()
        self._short = all(self._short_number(n) == self._babel_number(n) for n in _PROBES)
        self._short_rates = all(self._short_percent(n) == self._babel_percent(n) for n in _PROBES)

    # --- numbers

    def number(self, value: int | Decimal) -> str:
        """A number with the locale's separators. The scale of a decimal is kept: 48.70 keeps its zero."""
        return self._short_number(value) if self._short else self._babel_number(value)

    def _short_number(self, value: int | Decimal) -> str:
        if type(value) is int:
            return f"{value:,}".replace(",", self._group)
        whole, _, fraction = f"{value:,f}".partition(".")
        return whole.replace(",", self._group) + (self._point + fraction if fraction else "")

    def _babel_number(self, value: int | Decimal) -> str:
        if isinstance(value, int):
            return format_decimal(value, locale=self.locale)
        return format_decimal(value, format=self._scaled_pattern(value), locale=self.locale)

    def _scaled_pattern(self, value: Decimal) -> NumberPattern:
        """The locale's pattern with exactly as many places as the value has."""
        places = max(0, -int(value.as_tuple().exponent))
        pattern = parse_pattern(self._pattern.pattern)
        pattern.frac_prec = (places, places)
        return pattern

    def compact(self, value: int) -> str:
        """A large count in short: ``18万``, ``180K``."""
        return format_compact_decimal(value, locale=self.locale, fraction_digits=1)

    def percent(self, value: int | Decimal) -> str:
        """A rate given in per cent (48.07 is 48.07 %), with its scale."""
        return self._short_percent(value) if self._short_rates else self._babel_percent(value)

    def _babel_percent(self, value: int | Decimal) -> str:
        exact = Decimal(value)
        places = max(0, -int(exact.as_tuple().exponent))
        pattern = parse_pattern(self.locale.percent_formats[None].pattern)
        pattern.frac_prec = (places, places)
        written: str = pattern.apply(exact.scaleb(-2), self.locale)
        return written

    def _short_percent(self, value: int | Decimal) -> str:
        prefix, suffix = self._percent_sides[value < 0]
        return prefix + self.number(_magnitude(value)) + suffix

    def _sides_of_percent(self) -> tuple[tuple[str, str], tuple[str, str]]:
        positive = format_percent(Decimal("0.5"), locale=self.locale).partition("50")
        negative = format_percent(Decimal("-0.5"), locale=self.locale).partition("50")
        return (positive[0], positive[2]), (negative[0], negative[2])

    def money(self, yuan: Decimal) -> str:
        """An amount of renminbi, in the words of the locale, every printed digit kept."""
        count = _magnitude(yuan)
        pattern = get_currency_unit_pattern("CNY", count=count, locale=self.locale)
        return pattern.format(self.number(yuan), get_currency_name("CNY", count=count, locale=self.locale))

    def quantity(self, value: int | Decimal, unit: Unit | None) -> str:
        """A value with its unit as people of the locale write it: ``308条``, ``13.8 working days``, ``48.07%``."""
        if unit is None:
            return self.number(value)
        if unit is Unit.PERCENT:
            return self.percent(value)
        if unit.yuan is not None:
            pattern, tag = self.texts.found(f"unit:{unit}:other", unit.pattern, SOURCE_OF_LABELS)
            # Only Chinese counts money by 万 and 亿; elsewhere the amount is written out.
            if not tag.startswith("zh") or self.locale.language != "zh":
                return self.money(Decimal(value).scaleb(unit.yuan.adjusted()))
            return pattern.replace("{n}", self.number(value))
        return self._counted(value, unit)

    def _counted(self, value: int | Decimal, unit: Unit) -> str:
        """The pattern of the unit for the plural category of the value, in the language the words come from."""
        _, tag = self.texts.found(f"unit:{unit}:other", unit.pattern, SOURCE_OF_LABELS)
        category = Locale.parse(tag).plural_form(_magnitude(value))
        pattern = self.texts.label(f"unit:{unit}:{category}", unit.pattern)
        return pattern.replace("{n}", self.number(value))

    # --- dates and lists

    def day(self, value: date) -> str:
        """A date in the locale's long form."""
        return format_date(value, format="long", locale=self.locale)

    def clock(self, value: time) -> str:
        """A time of day as it was printed, in digits (every locale that reads these reports writes it so)."""
        return value.isoformat() if value.second else value.isoformat("minutes")

    def listed(self, items: Sequence[str]) -> str:
        """Several things in one phrase."""
        return format_list(items, locale=self.locale) if items else ""

    def value(self, value: int | Decimal | date | str | None) -> str:
        """Any value of a finding: numbers and dates formatted, words as they are."""
        if isinstance(value, date):
            return self.day(value)
        return self.number(value) if isinstance(value, int | Decimal) else value or ""


@cache
def formatter(tag: str) -> Formatter:
    """The formatter of a locale tag. ``UnknownLocale`` if CLDR has no such locale."""
    return Formatter(negotiate(tag))
