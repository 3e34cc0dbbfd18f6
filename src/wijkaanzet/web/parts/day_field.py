"""A day in three places: day, month and year. Easier to fill in than a calendar, and the same in every browser."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

PLACES = {"day": 2, "month": 2, "year": 4}


class DayWidget(forms.MultiWidget):
    """Three short inputs for digits."""

    template_name = "web/parts/day.html"

    def __init__(self) -> None:
        super().__init__(
            {
                name: forms.TextInput(
                    attrs={"inputmode": "numeric", "maxlength": size, "size": size, "autocomplete": "off"}
                )
                for name, size in PLACES.items()
            }
        )

    def decompress(self, value: date | None) -> list[int | None]:
        """The three parts of a day, as they stand in the inputs."""
        return [value.day, value.month, value.year] if value else [None, None, None]


class DayField(forms.Field):
    """Asks for a day."""

    widget = DayWidget
    default_error_messages = {
        "incomplete": _("Fill in the day, the month and the year, in digits."),
        "invalid": _("This day does not exist. Look at the day, the month and the year again."),
    }

    def to_python(self, value: list[str | None] | None) -> date | None:
        """The day that was filled in; refuses half a day and a day that does not exist."""
        parts = [(part or "").strip() for part in value or []]
        if not any(parts):
            return None
        if not all(part.isdecimal() for part in parts):
            raise ValidationError(self.error_messages["incomplete"], code="incomplete")
        try:
            day, month, year = map(int, parts)
            return date(year, month, day)
        except (ValueError, OverflowError) as refused:  # Python reads no number of thousands of digits either
            raise ValidationError(self.error_messages["invalid"], code="invalid") from refused
