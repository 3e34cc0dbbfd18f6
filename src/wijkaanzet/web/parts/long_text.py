"""A text of more lines, counted as people see it."""

from django import forms
from django.utils.translation import gettext_lazy as _


class LongTextField(forms.CharField):
    """Asks for a text; a browser sends a new line as two characters, here it counts as one."""

    widget = forms.Textarea(attrs={"rows": 5})
    default_error_messages = {
        "max_length": _("A text here is at most %(limit_value)d characters long; make it shorter.")
    }

    def to_python(self, value: object) -> str:
        """The text with its lines ended in one way."""
        return str(super().to_python(value)).replace("\r\n", "\n")
