"""Numbers and terms in the reader's notation."""

from datetime import date
from fractions import Fraction

from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from wijkaanzet.budget.rules.result_file import decimal_text
from wijkaanzet.kernel.money import format_euros

NO_BREAK = "\u00a0"


def count(value: str) -> str:
    """An exact number, kept as text, with thousands marks and at most one decimal."""
    exact = Fraction(value)
    places = 0 if exact.denominator == 1 else 1
    return str(number_format(decimal_text(exact, places), decimal_pos=places, force_grouping=True))


def units(value: str) -> str:
    """An exact number, kept as text, with as many decimals as it has and at most two."""
    exact = Fraction(value)
    places = next((places for places in (0, 1, 2) if (exact * 10**places).denominator == 1), 2)
    return str(number_format(decimal_text(exact, places), decimal_pos=places, force_grouping=True))


def percentage(share: Fraction) -> str:
    """A share as a percentage, or as the fraction that it is when two decimals cannot hold it: 45%, 1/3."""
    exact = share * 100
    return f"{units(str(exact))}%" if (exact * 100).denominator == 1 else str(share)


def amount(cents: int) -> str:
    """An amount in euros in the reader's notation, never broken over two lines: € 1.565,60 or €1,565.60."""
    if (get_language() or "nl").startswith("nl"):
        return format_euros(cents).replace(" ", NO_BREAK)
    euros, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}€{euros:,}.{rest:02}"


def price(cents: str) -> str:
    """An exact price in cents, kept as text, in euros with six decimals: small prices count many times."""
    sign = f"€{NO_BREAK}" if (get_language() or "nl").startswith("nl") else "€"
    return sign + str(number_format(decimal_text(Fraction(cents) / 100, 6), decimal_pos=6, force_grouping=True))


def day(value: date) -> str:
    """A day as people write it: 24 oktober 2017."""
    return str(date_format(value, "j F Y"))


def term(due_on: date | None, today: date, *, with_day: bool = True) -> str:
    """The words for a term of a paid role; empty when there is none."""
    if due_on is None:
        return ""
    left = (due_on - today).days
    if left < 0:
        return _("the term ended on %(day)s") % {"day": day(due_on)}
    if left == 0:
        return _("today, %(day)s") % {"day": day(due_on)} if with_day else _("today")
    words = ngettext("%(days)s day left", "%(days)s days left", left) % {"days": left}
    return _("%(days)s, up to and including %(day)s") % {"days": words, "day": day(due_on)} if with_day else words


def look_again(on: date, *, today: date) -> str:
    """When something that rests is looked at again: on a day, and once that day came now."""
    return _("We look again on %(day)s.") % {"day": day(on)} if today < on else _("Now we look again.")


def readable(key: str) -> str:
    """A key of a model file as a label: "laag-inkomen" becomes "Laag inkomen"."""
    return key.replace("-", " ").replace("_", " ").capitalize()
