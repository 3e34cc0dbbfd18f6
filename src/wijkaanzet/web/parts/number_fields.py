"""Questions for an amount and for a percentage, as people write them here; both are exact."""

import re
from fractions import Fraction

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijkaanzet.kernel.money import NotAnAmount, parse_euros, plain_euros

MOST_CENTS = 10**14  # a thousand billion euros: more than any municipality has
_PERCENTAGE = re.compile(r"(\d{1,3})(?:[.,](\d{1,6}))?\s*%?")
_SHARE = re.compile(r"(\d{1,9})\s*/\s*([1-9]\d{0,8})")


class EurosField(forms.Field):
    """Asks for an amount in euros and gives it in whole cents; empty is 0 when nothing needs to be filled in."""

    default_error_messages = {
        "invalid": _("Fill in an amount such as 1.250.000 or 1.250.000,50."),
        "negative": _("Fill in an amount that is not below zero."),
        "too_large": _("This amount is too large; look at the zeros again."),
    }

    def __init__(self, **options: object) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "wz-short"})
        super().__init__(**{"widget": widget, **options})  # type: ignore[arg-type]  # what forms.Field takes

    def prepare_value(self, value: object) -> object:
        """Cents as people write them; what was typed stays as it was typed."""
        if not isinstance(value, int):
            return value
        whole = plain_euros(value).removesuffix(",00")
        euros, _comma, cents = whole.partition(",")
        grouped = f"{int(euros):,}".replace(",", ".")
        return f"{grouped},{cents}" if cents else grouped

    def to_python(self, value: str | None) -> int | None:
        """The amount in cents."""
        if value is None or not value.strip():
            return None if self.required else 0
        try:
            cents = parse_euros(value)
        except NotAnAmount as refused:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from refused
        if cents < 0:
            raise ValidationError(self.error_messages["negative"], code="negative")
        if cents > MOST_CENTS:
            raise ValidationError(self.error_messages["too_large"], code="too_large")
        return cents


class PercentageField(forms.Field):
    """Asks for a part of a hundred (12,5) and gives the exact share, which may be written as 1/3. Empty is nothing."""

    default_error_messages = {"invalid": _("Fill in a percentage from 0 to 100, such as 12,5; or a share such as 1/3.")}

    def __init__(self, **options: object) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "wz-short"})
        super().__init__(**{"widget": widget, "required": False, **options})  # type: ignore[arg-type]  # as above

    def prepare_value(self, value: object) -> object:
        """A share as a percentage, or as the share it is when no four decimals hold it; nothing as an empty place."""
        if not isinstance(value, Fraction):
            return value
        if not value:
            return ""
        scaled = value * 1_000_000
        if scaled.denominator != 1:
            return str(value)
        whole, rest = divmod(scaled.numerator, 10_000)
        decimals = f"{rest:04}".rstrip("0")
        return f"{whole},{decimals}" if decimals else str(whole)

    def to_python(self, value: str | None) -> Fraction:
        """The share, between 0 and 1."""
        text = (value or "").strip()
        if not text:
            return Fraction(0)
        if found := _PERCENTAGE.fullmatch(text):
            share = Fraction(f"{found[1]}.{found[2] or '0'}") / 100
        elif found := _SHARE.fullmatch(text):
            share = Fraction(int(found[1]), int(found[2]))
        else:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if share > 1:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return share
