"""Numbers, rates, money, dates and lists as a locale writes them.

Everything comes from CLDR through Babel; what differs from use is data in :mod:`govdisclosure.locales.usage`.
"""

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_compact_decimal, get_currency_name, get_currency_unit_pattern

from govdisclosure.locales.decimals import decimals, money_decimals, percents
from govdisclosure.locales.texts import SOURCE_OF_LABELS, Texts, negotiate
from govdisclosure.locales.usage import DIGITS
from govdisclosure.model import Unit

__all__ = ["Formatter", "formatter"]


def _magnitude(value: int | Decimal) -> int | Decimal:
    return -value if value < 0 else value


class Formatter:
    """Formats values for one locale. Make it by :func:`formatter`, which keeps one for each locale."""

    def __init__(self, locale: Locale) -> None:
        self.locale = locale
        self.texts = Texts(locale)
        self._decimals = decimals(locale)
        self._percents = percents(locale)
        self._money = money_decimals(locale)

    # --- numbers

    def number(self, value: int | Decimal) -> str:
        """A number with the locale's separators. The scale of a decimal is kept: 48.70 keeps its zero."""
        return self._decimals.write(value)

    def compact(self, value: int) -> str:
        """A large count in short: ``18万``, ``180K``."""
        return format_compact_decimal(value, locale=self.locale, fraction_digits=1, numbering_system=DIGITS)

    def percent(self, value: int | Decimal) -> str:
        """A rate given in per cent (48.07 is 48.07 %), with its scale."""
        return self._percents.write(value)

    def money(self, yuan: Decimal) -> str:
        """An amount of renminbi, in the words of the locale, every printed digit kept."""
        count = _magnitude(yuan)
        pattern = get_currency_unit_pattern("CNY", count=count, locale=self.locale)
        return pattern.format(self._money.write(yuan), get_currency_name("CNY", count=count, locale=self.locale))

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
