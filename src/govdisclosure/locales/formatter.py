"""Numbers, rates, money, dates and lists as a locale writes them.

Everything comes from CLDR through Babel; what differs from use is data in :mod:`govdisclosure.locales.usage`.
"""

import re
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_compact_decimal, get_currency_name, get_currency_unit_pattern

from govdisclosure.locales.asked import AnyLocale
from govdisclosure.locales.decimals import decimals, money_decimals, percents
from govdisclosure.locales.texts import SOURCE_OF_LABELS, texts
from govdisclosure.locales.usage import BY_TEN_THOUSANDS, DIGITS, LISTS, SECTION_NUMBERS
from govdisclosure.model import Unit
from govdisclosure.numbers import format_chinese

__all__ = ["Formatter", "formatter"]

#: The pattern of CLDR's root, which no language has of its own.
_NO_DAYS = "{0} d"
#: A month without a name in CLDR.
_UNNAMED = re.compile(r"\bM\d{2}\b")
_STEMS = "甲乙丙丁戊己庚辛壬癸"


def _magnitude(value: int | Decimal) -> int | Decimal:
    return -value if value < 0 else value


class Formatter:
    """Formats values for one locale. Make it by :func:`formatter`, which keeps one for each locale."""

    def __init__(self, asked: AnyLocale) -> None:
        #: What was asked for, to ask others for the same.
        self.asked = asked
        self.texts = texts(asked)
        self.locale = locale = self.texts.locale
        self._decimals = decimals(locale)
        self._percents = percents(locale)
        self._money = money_decimals(locale)
        patterns = locale._data["unit_patterns"]["duration-day"]  # noqa: SLF001 - Babel has no public name for them
        self._of_days: dict[str, str] = {**patterns["short"], **patterns.get("long", {})}

    @property
    def tag(self) -> str:
        """The language tag of the locale, BCP 47."""
        return str(self.locale).replace("_", "-")

    @property
    def direction(self) -> str:
        """Where lines begin, as HTML says it: ``ltr`` or ``rtl``."""
        return self.texts.direction

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
            return self._amount(value, unit, unit.yuan.adjusted())
        return self._days(value, unit) or self._counted(value, unit)

    def _amount(self, value: int | Decimal, unit: Unit, places: int) -> str:
        """Money as it is counted: by 万 and 亿 where words of Chinese are used, else written out."""
        pattern, tag = self.texts.found(f"unit:{unit}:other", unit.pattern, SOURCE_OF_LABELS)
        if self.locale.language in BY_TEN_THOUSANDS and tag.startswith("zh"):
            return pattern.replace("{n}", self.number(value))
        sign, digits, exponent = Decimal(value).as_tuple()
        return self.money(Decimal((sign, digits, int(exponent) + places)))

    def _days(self, value: int | Decimal, unit: Unit) -> str:
        """Calendar days as CLDR has them, where the catalogs have no words of the language; empty if it has none."""
        words = self.texts.found(f"unit:{unit}:other", unit.pattern, SOURCE_OF_LABELS)[1]
        if unit is not Unit.CALENDAR_DAY or words.partition("_")[0] == self.locale.language:
            return ""
        pattern = self._of_days.get(self.locale.plural_form(_magnitude(value)), "")
        # "A day", "two days": a figure is printed in digits.
        pattern = pattern if "{0}" in pattern else self._of_days["other"]
        return "" if pattern == _NO_DAYS else pattern.format(self.number(value))

    def _counted(self, value: int | Decimal, unit: Unit) -> str:
        """The pattern of the unit for the plural category of the value, in the language the words come from."""
        usual, tag = self.texts.found(f"unit:{unit}:other", unit.pattern, SOURCE_OF_LABELS)
        category = Locale.parse(tag).plural_form(_magnitude(value))
        pattern, from_ = self.texts.found(f"unit:{unit}:{category}", unit.pattern, SOURCE_OF_LABELS)
        # A catalog of an application may lack the category: the words of another language would not stand for it.
        pattern = pattern if from_ == tag else usual
        return pattern.replace("{n}", self.number(value))

    # --- dates and lists

    def day(self, value: date) -> str:
        """A date of the Gregorian calendar in the locale's long form; ISO 8601 where CLDR names no months."""
        written = format_date(value, format="long", locale=self.locale)
        return value.isoformat() if _UNNAMED.search(written) else written

    def clock(self, value: time) -> str:
        """A time of day as it was printed, in digits (every locale that reads these reports writes it so)."""
        return value.isoformat() if value.second else value.isoformat("minutes")

    def listed(self, items: Sequence[str]) -> str:
        """Several things in one phrase."""
        if (own := LISTS.get(self.locale.language)) and len(items) > 1:
            between, last = own
            return last.join((between.join(items[:-1]), items[-1]))
        return format_list(items, locale=self.locale) if items else ""

    def section_number(self, numbers: Sequence[int]) -> str:
        """The number of a section, from the numbers of the sections around it inwards: ``（三）`` or ``2.3``."""
        tag = next((tag for tag in self.texts.chain if tag in SECTION_NUMBERS), "")
        levels = SECTION_NUMBERS[tag] if tag and self.locale.language in BY_TEN_THOUSANDS else ()
        if not 0 < len(numbers) <= len(levels):
            return ".".join(map(str, numbers))
        number, pattern = numbers[-1], levels[len(numbers) - 1]
        stem = _STEMS[number - 1] if 0 < number <= len(_STEMS) else str(number)
        return pattern.format(han=format_chinese(number), n=number, stem=stem)

    def value(self, value: int | Decimal | date | str | None) -> str:
        """Any value of a finding: numbers and dates formatted, words as they are."""
        if isinstance(value, date):
            return self.day(value)
        return self.number(value) if isinstance(value, int | Decimal) else value or ""


@cache
def formatter(asked: AnyLocale) -> Formatter:
    """The formatter of a locale. ``UnknownLocale`` if CLDR has no such locale."""
    return Formatter(asked)
