"""A text of more lines, counted as people see it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _


class LongTextField(forms.CharField):
    """Asks for a text; a browser sends a new line as two characters, here it counts as one."""

    widget = forms.Textarea(attrs={"rows": 5})
    default_error_messages = {
        "max_length": _("A text here is at most %(limit_value)s characters long; make it shorter.")
    }

    def to_python(self, value: object) -> str:
        """The text with its lines ended in one way."""
        return str(super().to_python(value)).replace("\r\n", "\n")

    def run_validators(self, value: object) -> None:
        """Say lengths with the thousands marks of the reader. Raises ValidationError."""
        try:
            super().run_validators(value)
        except ValidationError as wrong:
            for one in wrong.error_list:
                one.params = {name: _with_marks(told) for name, told in (one.params or {}).items()}
            raise


def _with_marks(told: object) -> object:
    return number_format(told, force_grouping=True) if isinstance(told, int) else told
