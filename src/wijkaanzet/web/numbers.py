"""Numbers and terms in the reader's notation."""

from datetime import date
from fractions import Fraction

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkaanzet.budget.rules.result_file import decimal_text


def count(value: str) -> str:
    """An exact number, kept as text, with thousands marks and at most one decimal."""
    exact = Fraction(value)
    places = 0 if exact.denominator == 1 else 1
    return str(number_format(decimal_text(exact, places), decimal_pos=places, force_grouping=True))


def price(cents: str) -> str:
    """An exact price in cents, kept as text, in euros with four decimals: small prices count many times."""
    return "€\u00a0" + str(number_format(decimal_text(Fraction(cents) / 100, 4), decimal_pos=4, force_grouping=True))


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
    words = ngettext("%(days)s day left", "%(days)s days left", left) % {"days": left}
    return _("%(days)s, until %(day)s") % {"days": words, "day": day(due_on)} if with_day else words


def readable(key: str) -> str:
    """A key of a model file as a label: "laag-inkomen" becomes "Laag inkomen"."""
    return key.replace("-", " ").replace("_", " ").capitalize()
