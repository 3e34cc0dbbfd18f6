"""Sentences of Django that a reader meets in our own words: named here, so that our translations hold them."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

SAID_ANEW: Final = (
    _("This field is required."),
    _("Enter a whole number."),
    _("Enter a valid email address."),
    _("Select a valid choice. %(value)s is not one of the available choices."),
    ngettext_lazy(
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
        "limit_value",
    ),
)
"""A form that asks with sentences of its own says those; a translation here goes before the one of Django."""
